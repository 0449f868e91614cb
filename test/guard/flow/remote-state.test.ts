import { stackOfRemoteState } from "../../../guard/flow/remote-state";
import { blockOf, stacksOf } from "./followed";

/** Name of the stack whose state is found, of `writers` by name with their backends. */
function found(
  read: object | undefined,
  writers: Readonly<Record<string, object>>,
): string | undefined {
  const [reader, ...others] = stacksOf({
    reader: { data: { terraform_remote_state: { s: read ?? {} } } },
    ...Object.fromEntries(
      Object.entries(writers).map(([name, backend]) => [name, { terraform: { backend } }]),
    ),
  });
  const block = reader && blockOf(reader, "data.terraform_remote_state.s");
  return block && stackOfRemoteState(block, [reader, ...others])?.name;
}

const S3 = { bucket: "state", key: "k", region: "us-east-1" };
const OCI = { bucket: "state", namespace: "ns", key: "k", region: "us-ashburn-1" };

describe("the stack whose state is read", () => {
  test.each<[backend: string, config: object]>([
    ["s3", S3],
    ["s3", { ...S3, endpoint: "https://x" }],
    ["s3", { ...S3, endpoints: { s3: "https://x", sts: "https://y" } }],
    ["s3", { ...S3, workspace_key_prefix: "w" }],
    ["oci", OCI],
    ["oci", { ...OCI, workspace_key_prefix: "w" }],
    ["local", { path: "../x.tfstate" }],
    ["local", { workspace_dir: "w" }],
  ])("has the same backend: %s %j", (backend, config) => {
    expect(
      found({ backend, config }, { other: { [backend]: {} }, it: { [backend]: config } }),
    ).toBe("it");
  });

  test.each<[backend: string, config: object, different: object]>([
    ["s3", S3, { bucket: "other" }],
    ["s3", S3, { key: "other" }],
    ["s3", S3, { region: "us-west-2" }],
    ["s3", S3, { workspace_key_prefix: "w" }],
    ["s3", S3, { endpoint: "https://x" }],
    ["s3", S3, { endpoints: { s3: "https://x" } }],
    ["oci", OCI, { bucket: "other" }],
    ["oci", OCI, { namespace: "other" }],
    ["oci", OCI, { key: "other" }],
    ["oci", OCI, { region: "us-phoenix-1" }],
    ["oci", OCI, { workspace_key_prefix: "w" }],
    ["local", { path: "a" }, { path: "b" }],
    ["local", { path: "a" }, { workspace_dir: "b" }],
    ["s3", S3, { bucket: null }],
    ["s3", { ...S3, endpoints: { s3: "a" } }, { endpoints: { s3: "b" } }],
    ["s3", { ...S3, endpoints: { s3: "a" } }, { endpoints: { sts: "a" } }],
    ["s3", { ...S3, endpoints: { a: "1", b: "2" } }, { endpoints: { a: '1,"b":"2' } }],
  ])("is not one of another backend: %s %j, but %j", (backend, config, different) => {
    expect(found({ backend, config }, { it: { [backend]: { ...config, ...different } } })).toBe(
      undefined,
    );
  });

  test("may lock and encrypt its state as it wants, and leave out what is null", () => {
    const it = { s3: { ...S3, use_lockfile: true, encrypt: true, endpoint: null } };
    expect(found({ backend: "s3", config: { ...S3, profile: "x" } }, { it })).toBe("it");
  });

  test("has the same endpoints in whichever order", () => {
    const config = { ...S3, endpoints: { a: "1", b: { d: 2, c: [3] } } };
    const it = { s3: { endpoints: { b: { c: [3], d: 2 }, a: "1" }, ...S3 } };
    expect(found({ backend: "s3", config }, { it })).toBe("it");
  });

  test("is none where two could be meant", () => {
    expect(found({ backend: "s3", config: S3 }, { it: { s3: S3 }, twin: { s3: S3 } })).toBe(
      undefined,
    );
  });

  test("is none of another type of backend, nor of one whose arguments are not known", () => {
    expect(found({ backend: "s3", config: OCI }, { it: { oci: OCI } })).toBe(undefined);
    expect(found({ backend: "oci", config: OCI }, { it: { s3: OCI } })).toBe(undefined);
    expect(found({ backend: "http", config: S3 }, { it: { http: S3 } })).toBe(undefined);
    expect(found({ backend: "toString", config: S3 }, { it: { toString: S3 } })).toBe(undefined);
  });

  test.each([
    [{}],
    [{ backend: "s3" }],
    [{ config: S3 }],
    [{ backend: 7, config: S3 }],
    [{ backend: "s3", config: "x" }],
    [{ backend: "s3", config: [S3] }],
  ])("is none where the data source asks for %j", (read) => {
    expect(found(read, { it: { s3: S3 } })).toBe(undefined);
  });

  test("is none where nothing tells one state from another", () => {
    expect(found({ backend: "s3", config: {} }, { it: { s3: {} } })).toBe(undefined);
    expect(found({ backend: "local", config: {} }, { it: { local: {} } })).toBe(undefined);
  });
});
