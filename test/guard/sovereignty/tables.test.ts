import { flowArguments } from "../../../guard/flow/catalogue";
import { ACCESS_POINTS } from "../../../guard/sovereignty/access-points";
import { AWS_ENDPOINTS } from "../../../guard/sovereignty/endpoints-aws";
import { OCI_ENDPOINTS } from "../../../guard/sovereignty/endpoints-oci";
import { PUBLIC_BUCKETS } from "../../../guard/sovereignty/public-buckets";
import { AWS_STORAGE, AWS_WITHOUT_KEY } from "../../../guard/sovereignty/storage-aws";
import { OCI_STORAGE, OCI_WITHOUT_KEY } from "../../../guard/sovereignty/storage-oci";

/** Types of an older provider, which the catalogue of the present one does not hold. */
const OLDER = new Set(["aws_launch_configuration"]);

const TABLES: readonly (readonly [string, Iterable<string>])[] = [
  ["access points", Object.keys(ACCESS_POINTS)],
  ["endpoints of AWS", Object.keys(AWS_ENDPOINTS)],
  ["endpoints of OCI", Object.keys(OCI_ENDPOINTS)],
  ["public buckets", Object.keys(PUBLIC_BUCKETS)],
  ["storage of AWS", [...Object.keys(AWS_STORAGE), ...AWS_WITHOUT_KEY]],
  ["storage of OCI", [...Object.keys(OCI_STORAGE), ...OCI_WITHOUT_KEY]],
];

describe.each(TABLES)("the table of %s", (_name, types) => {
  test("names resource types that a provider has", () => {
    const unknown = [...types].filter((type) => flowArguments(type) === undefined);
    expect(unknown.filter((type) => !OLDER.has(type))).toEqual([]);
  });
});

test("no type both takes a key and takes none", () => {
  const both = [...Object.keys(OCI_STORAGE), ...Object.keys(AWS_STORAGE)].filter(
    (type) => OCI_WITHOUT_KEY.has(type) || AWS_WITHOUT_KEY.has(type),
  );
  expect(both).toEqual([]);
});
