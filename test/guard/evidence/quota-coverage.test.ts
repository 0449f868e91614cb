import { lockStatements } from "../../../constructs/tenancy-guardrails/quota-statements";
import { type FamilyCoverage, quotaCoverage } from "../../../guard/evidence/quota-coverage";
import { QUOTA_FAMILIES } from "../../../guard/evidence/quota-families";
import type { JsonObject } from "../../../guard/json/json";
import { buildModel } from "../../../guard/model/build-model";
import { Jurisdiction, Region } from "../../../jurisdiction";

const REGIONS = ["us-ashburn-1", "us-phoenix-1"].map((id) => Region.of(id));

function cover(quotas: Readonly<Record<string, readonly string[]>>, more: object = {}) {
  const json = {
    ...more,
    resource: {
      oci_limits_quota: Object.fromEntries(
        Object.entries(quotas).map(([name, statements]) => [name, { name, statements }]),
      ),
    },
  };
  const document = { stack: "tenancy", file: "cdk.tf.json", json: json as unknown as JsonObject };
  return quotaCoverage(buildModel({ documents: [document], unread: [] }), Jurisdiction.US);
}

function family(
  name: string,
  quotas: Readonly<Record<string, readonly string[]>>,
  more?: object,
): FamilyCoverage {
  const found = cover(quotas, more).families.find((each) => each.family === name);
  if (found === undefined) {
    throw new Error(name);
  }
  return found;
}

test("finds a family locked in every region outside, and in one that opens tomorrow", () => {
  const { outside, inside, unlisted } = family("kms", { q: lockStatements("kms", REGIONS) });
  expect(outside.open).toEqual([]);
  expect(outside.unproven).toEqual([]);
  expect(outside.locked).toContain("ap-singapore-1");
  expect(unlisted).toBe("locked");
  expect(inside.open).toEqual(["us-ashburn-1", "us-phoenix-1"]);
  expect(inside.locked).toContain("us-chicago-1");
});

test("finds a family open that no quota names", () => {
  const { outside, unlisted } = family("streaming", { q: lockStatements("kms", REGIONS) });
  expect([outside.locked, outside.unproven, unlisted]).toEqual([[], [], "open"]);
});

test("lists a family that statements name and no table holds", () => {
  expect(family("nosql", { q: ["zero nosql quotas in tenancy"] })).toMatchObject({
    service: null,
    source: null,
    unlisted: "locked",
  });
});

test("finds one region open that a statement gives back", () => {
  const statements = [
    ...lockStatements("kms", REGIONS),
    "unset kms quotas in tenancy where request.region = 'eu-frankfurt-1'",
  ];
  expect(family("kms", { q: statements }).outside.open).toEqual(["eu-frankfurt-1"]);
});

test("takes the later of two statements, so that an unset before the zero gives nothing", () => {
  const [zero = "", ...unset] = lockStatements("kms", REGIONS);
  expect(family("kms", { q: [...unset, zero] }).inside.open).toEqual([]);
});

test("takes the stricter of two quotas", () => {
  const quotas = { open: ["unset kms quotas in tenancy"], shut: ["zero kms quotas in tenancy"] };
  expect(family("kms", quotas)).toMatchObject({ outside: { open: [], unproven: [] } });
});

test("understands a lock by an exception of one region", () => {
  const { outside, inside, unlisted } = family("kms", {
    q: ["zero kms quotas in tenancy where request.region != 'us-ashburn-1'"],
  });
  expect([outside.open, inside.open, unlisted]).toEqual([[], ["us-ashburn-1"], "locked"]);
});

test("does not take a region's key for its name, which never matches", () => {
  const { outside } = family("kms", {
    q: ["zero kms quotas in tenancy where request.region = 'sin'"],
  });
  expect(outside.locked).toEqual([]);
});

test.each<[string, string]>([
  ["some quotas of the family", "zero kms quota virtual-private-vault-count in tenancy"],
  ["a compartment", "zero kms quotas in compartment data"],
  ["a limit above zero", "set kms quota virtual-private-vault-count to 10 in tenancy"],
])("finds nothing locked by a statement about %s", (_what, statement) => {
  expect(family("kms", { q: [statement] }).outside.locked).toEqual([]);
});

test("finds a set to 0 of the whole family as good as a zero", () => {
  expect(family("kms", { q: ["set kms quotas to 0 in tenancy"] }).outside.open).toEqual([]);
});

test("finds a lock unproven after a statement that cannot be read, and names it", () => {
  const coverage = cover({ q: ["zero kms quotas in tenancy", "give everybody everything"] });
  const kms = coverage.families.find(({ family: name }) => name === "kms");
  expect(kms?.outside.locked).toEqual([]);
  expect(kms?.outside.unproven).toContain("ap-singapore-1");
  expect(coverage.unread).toEqual([
    {
      stack: "tenancy",
      address: "oci_limits_quota.q",
      path: "/resource/oci_limits_quota/q/statements/1",
    },
  ]);
});

test("finds a lock unproven after a statement with a region that is not in the file", () => {
  const statements = [
    "zero kms quotas in tenancy",
    "unset kms quotas in tenancy where request.region = '${var.region}'",
  ];
  const { outside } = family(
    "kms",
    { q: statements },
    { variable: { region: { type: "string" } } },
  );
  expect([outside.locked, outside.open]).toEqual([[], []]);
});

test("has every known family open where there is no quota", () => {
  const { quotas, families } = cover({});
  expect(quotas).toEqual([]);
  expect(families.every(({ outside }) => outside.locked.length === 0)).toBe(true);
  expect(families).toHaveLength(QUOTA_FAMILIES.length);
});

test("lists families by name, known ones and ones that only statements name", () => {
  const names = cover({
    q: ["zero nosql quotas in tenancy", "unset aaa quotas in tenancy"],
  }).families.map(({ family: name }) => name);
  expect(names).toEqual([...names].sort());
  expect(names).toHaveLength(QUOTA_FAMILIES.length + 2);
  expect(names.slice(0, 2)).toEqual(["aaa", "analytics"]);
});

test("says of a known family which service it is and where that stands", () => {
  expect(family("kms", {})).toMatchObject({
    service: "Vault",
    source: 'OCI documentation, "Vault Quotas"',
  });
});

test("names every quota by stack and address, in order, and nothing that is no quota", () => {
  const quota = { name: "x", statements: ["zero kms quotas in tenancy"] };
  const resource = { oci_limits_quota: { z: quota, a: quota }, oci_identity_policy: { p: quota } };
  const json = { resource, data: { oci_limits_quota: { looked_up: quota } } };
  const documents = ["two", "one"].map((stack) => ({
    stack,
    file: `${stack}.json`,
    json: json as unknown as JsonObject,
  }));
  expect(quotaCoverage(buildModel({ documents, unread: [] }), Jurisdiction.US).quotas).toEqual([
    "one:oci_limits_quota.a",
    "one:oci_limits_quota.z",
    "two:oci_limits_quota.a",
    "two:oci_limits_quota.z",
  ]);
});

test.each<[string, object]>([
  [
    "a data source",
    { data: { oci_limits_quota: { q: { statements: ["zero kms quotas in tenancy"] } } } },
  ],
  [
    "another resource",
    { resource: { oci_identity_policy: { p: { statements: ["zero kms quotas in tenancy"] } } } },
  ],
])("finds nothing locked by the statements of %s", (_what, json) => {
  const document = { stack: "tenancy", file: "cdk.tf.json", json: json as unknown as JsonObject };
  const { quotas, unread, families } = quotaCoverage(
    buildModel({ documents: [document], unread: [] }),
    Jurisdiction.US,
  );
  expect([quotas, unread]).toEqual([[], []]);
  expect(families.every(({ outside }) => outside.locked.length === 0)).toBe(true);
});

test("speaks of the regions of the jurisdiction's realms only, each once and in order", () => {
  const { outside, inside } = family("kms", { q: lockStatements("kms", REGIONS) });
  expect(outside.locked).toContain("eu-frankfurt-1");
  expect(outside.locked).not.toContain("us-luke-1");
  expect(outside.locked).not.toContain("eu-west-1");
  expect(outside.locked).toEqual([...new Set(outside.locked)].sort());
  expect(inside).toEqual({
    locked: ["us-chicago-1", "us-saltlake-2", "us-sanjose-1"],
    unproven: [],
    open: ["us-ashburn-1", "us-phoenix-1"],
  });
  expect(outside.open).toEqual([]);
});

describe("a statement that is not in the file as one text", () => {
  const region = (...values: readonly string[]) => ({
    variable: {
      region: {
        type: "string",
        validation: {
          condition: `\${contains(${JSON.stringify(values)}, var.region)}`,
          error_message: "No.",
        },
      },
    },
  });
  const unset = "unset kms quotas in tenancy where request.region = '${var.region}'";
  const zero = "zero kms quotas in tenancy";

  test("counts where its variable has one value", () => {
    const coverage = cover({ q: [zero, unset] }, region("eu-frankfurt-1"));
    expect(coverage.unread).toEqual([]);
    expect(coverage.families.find(({ family: name }) => name === "kms")?.outside.open).toEqual([
      "eu-frankfurt-1",
    ]);
  });

  test.each<[string, readonly string[], object]>([
    ["its variable has two values", [zero, unset], region("eu-frankfurt-1", "eu-madrid-1")],
    ["it is all an expression", [zero, "${var.x}"], { variable: { x: { type: "string" } } }],
  ])("is not read where %s", (_what, statements, more) => {
    const coverage = cover({ q: statements }, more);
    expect(coverage.unread.map(({ path }) => path)).toEqual([
      "/resource/oci_limits_quota/q/statements/1",
    ]);
    const kms = coverage.families.find(({ family: name }) => name === "kms");
    expect([kms?.outside.locked, kms?.outside.open, kms?.unlisted]).toEqual([[], [], "unproven"]);
  });

  test("names no family where the family is not in it, and may speak of each", () => {
    const coverage = cover(
      { q: [zero, "unset ${var.x} quotas in tenancy"] },
      { variable: { x: { type: "string" } } },
    );
    expect(coverage.unread).toEqual([]);
    expect(coverage.families).toHaveLength(QUOTA_FAMILIES.length);
    expect(coverage.families.find(({ family: name }) => name === "kms")?.unlisted).toBe("unproven");
  });
});
