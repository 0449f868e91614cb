import { isBucketName, isPlaceBlock } from "../../../guard/rules/arguments";
import { inFull, notesInFull } from "./in-full";

const ABROAD = "eu-frankfurt-1";

/** Where argument-inside finds a region abroad in `body`, and where it only notes one. */
function said(body: object): {
  readonly found: readonly string[];
  readonly noted: readonly string[];
} {
  const json = { resource: { oci_x_y: { r: body } } };
  const last = (path: string) => path.replace("/resource/oci_x_y/r/", "");
  return {
    found: inFull("argument-inside", json).map(([, path]) => last(path)),
    noted: notesInFull("argument-inside", json).map(([path]) => last(path)),
  };
}

describe("a region abroad that is written", () => {
  test.each([
    "bucket",
    "bucket_name",
    "comment",
    "description",
    "destination_bucket_name",
    "display_name",
    "error_message",
    "name",
    "summary",
    "tags",
    "tags_all",
    "title",
  ])("in %s is only noted, and in an argument beside it found", (argument) => {
    expect(said({ [argument]: ABROAD })).toEqual({ found: [], noted: [argument] });
    expect(said({ [`${argument}_target`]: ABROAD }).found).toEqual([`${argument}_target`]);
  });

  test.each(["defined_tags", "freeform_tags", "resource_tags"])(
    "as a value of %s is only noted",
    (argument) => {
      expect(said({ [argument]: { a: ABROAD } })).toEqual({ found: [], noted: [`${argument}/a`] });
    },
  );

  test.each(["tagset", "tags_of"])("as a value of %s, which are no tags, is found", (argument) => {
    expect(said({ [argument]: { a: ABROAD } }).found).toEqual([`${argument}/a`]);
  });

  test.each(["action_params", "configs", "environment", "hyperparameters", "parameters", "values"])(
    "as a name in %s, which a program reads, is found",
    (map) => {
      expect(said({ [map]: { name: ABROAD } })).toEqual({ found: [`${map}/name`], noted: [] });
    },
  );

  test.each(["labels", "step", "launch_options"])(
    "as a name in %s, which no program is known to read, is only noted",
    (map) => {
      expect(said({ [map]: { name: ABROAD } })).toEqual({ found: [], noted: [`${map}/name`] });
    },
  );

  test.each([
    [" eu-frankfurt-1 ", true],
    ["https://objectstorage.eu-frankfurt-1.oraclecloud.com", true],
    ["copy of eu-frankfurt-1", false],
  ])("as the name %j in such a map is found: %s", (name, found) => {
    expect(said({ config: { name } }).found).toEqual(found ? ["config/name"] : []);
  });
});

test.each([
  ["bucket", true],
  ["bucket_name", true],
  ["destination_bucket_name", true],
  ["bucket_names", false],
  ["bucket_name_prefix", false],
  ["buckets", false],
  ["name", false],
])("%s takes the name of a bucket: %s", (argument, takes) => {
  expect(isBucketName(argument)).toBe(takes);
});

test("only below vantage points is a name a place", () => {
  expect(["vantage_points", "points", ""].map(isPlaceBlock)).toEqual([true, false, false]);
});
