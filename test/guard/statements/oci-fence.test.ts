import { findingsIn, statusesOf, withStatements } from "./oci-findings";

const OUTSIDE =
  "request.region != 'iad', request.region != 'ord', request.region != 'phx', request.region != 'aga', request.region != 'sjc'";
const fence = (what: string) => `Deny any-user to ${what} in tenancy where all {${OUTSIDE}}`;
const ALL = fence("inspect all-resources");
const OPEN = "Allow group G to manage volume-family in compartment Data";

describe("a Deny of every region outside", () => {
  test.each([
    ["everything", OPEN, ALL],
    ["what the verb use grants", OPEN, fence("use all-resources")],
    ["the resource-type", OPEN, fence("inspect volume-family")],
    ["it among others", OPEN, fence("inspect object-family, volume-family")],
    ["everything, for permissions", "Allow group G to {OBJECT_CREATE} in tenancy", ALL],
    ["everything in every region", OPEN, "Deny any-user to inspect all-resources in tenancy"],
  ])("closes a grant where it denies %s", (_what, grant, denial) => {
    expect(statusesOf(grant, denial)).toEqual([]);
  });

  test.each([
    [
      "one of two resource-types",
      "Allow group G to manage volume-family, buckets in tenancy",
      fence("inspect volume-family"),
    ],
    [
      "other things than permissions are of",
      "Allow group G to {OBJECT_CREATE} in tenancy",
      fence("inspect volume-family"),
    ],
    ["single permissions", OPEN, "Deny any-user to {VOLUME_INSPECT} in tenancy"],
    ["what principals do in another tenancy", OPEN, ALL.replace("Deny", "Deny endorse")],
    [
      "one user",
      OPEN,
      "Deny any-user to inspect all-resources in tenancy where request.user.name = 'x'",
    ],
    [
      "one availability domain of a region outside",
      OPEN,
      `Deny any-user to inspect all-resources in tenancy where any {all {${OUTSIDE}, request.region != 'fra'}, request.ad = 'Uocm:EU-FRANKFURT-1-AD-1'}`,
    ],
  ])("closes nothing where it denies %s", (_what, grant, denial) => {
    expect(statusesOf(grant, denial)).toEqual(["unproven 0"]);
  });

  test("closes nothing where it names a region in the form that never matches", () => {
    expect(statusesOf(OPEN, ALL.replace("'iad'", "'us-ashburn-1'"))).toEqual([
      "unproven 0",
      "unproven 1",
    ]);
  });

  test("is not taken from an Allow of the same words", () => {
    expect(statusesOf(OPEN, ALL.replace("Deny", "Allow"))).toEqual(["unproven 0", "outside 1"]);
  });

  test("is not taken from a statement that cannot be read", () => {
    expect(statusesOf(OPEN, `${ALL} and more`)).toEqual(["unproven 0", "unproven 1"]);
  });

  function statuses(more: object, ...statements: readonly string[]): readonly string[] {
    const json = withStatements("oci_identity_policy", statements, more);
    return findingsIn("oci_identity_policy", json).map(({ status }) => status);
  }

  test.each([
    ["a local value in a list", ["${local.fence}"]],
    ["a list that is a local value", "${local.fences}"],
    ["written with blanks before it", [`  ${ALL}`]],
    ["written in small letters", [ALL.toLowerCase()]],
  ])("is read where it is %s", (_how, statements) => {
    const more = {
      locals: { fence: ALL, fences: [ALL] },
      resource: {
        oci_identity_policy: {
          p: { statements: [OPEN] },
          fence: { statements },
        },
      },
    };
    expect(statuses(more, OPEN)).toEqual([]);
  });

  test.each([
    ["a resource that is no policy", { resource: { oci_other: { o: { statements: [ALL] } } } }],
    ["a data source", { data: { oci_identity_policy: { o: { statements: [ALL] } } } }],
    ["a policy without statements", { resource: { oci_identity_group: { o: {} } } }],
  ])("is not read from %s", (_what, more) => {
    expect(statuses(more, OPEN)).toEqual(["unproven"]);
  });

  test("closes nothing where a variable decides what it denies", () => {
    const condition = '${contains(["all-resources", "buckets"], var.what)}';
    const variable = { what: { type: "string", validation: { condition, error_message: "no" } } };
    expect(statuses({ variable }, OPEN, fence("inspect ${var.what}"))).toEqual(["unproven"]);
  });
});
