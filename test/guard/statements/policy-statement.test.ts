import fc from "fast-check";
import { type GrantStatement, parsePolicyStatement } from "../../../guard/statements";

function grant(text: string): GrantStatement {
  const parse = parsePolicyStatement(text);
  if (!parse.ok) {
    throw new Error(`${parse.problem.message} at ${parse.problem.at}`);
  }
  if (parse.value.kind === "define") {
    throw new Error("a definition");
  }
  return parse.value;
}

describe("parsePolicyStatement", () => {
  test.each([
    ["Allow group Admins to manage all-resources in tenancy", "group", ["Admins"]],
    ["allow GROUP a, b to inspect vcns in tenancy", "group", ["a", "b"]],
    [
      "Allow group A-Admins,B-Admins to use volumes in compartment P",
      "group",
      ["A-Admins", "B-Admins"],
    ],
    [
      "Allow group id ocid1.group.oc1..a, id ocid1.group.oc1..b to read buckets in tenancy",
      "group",
      ["ocid1.group.oc1..a", "ocid1.group.oc1..b"],
    ],
    [
      "Allow group id ocid1.group.oc1..a, group id ocid1.group.oc1..b to read buckets in tenancy",
      "group",
      ["ocid1.group.oc1..a", "ocid1.group.oc1..b"],
    ],
    ["Allow group 'Corp'/'Data Team' to use objects in tenancy", "group", ["Data Team"]],
    ["Allow group Corp/'Data Team' to use objects in tenancy", "group", ["Data Team"]],
    ["Allow group Corp/Data to use objects in tenancy", "group", ["Corp/Data"]],
    ["Allow group 'Corp'/'A', 'Other'/'B' to use objects in tenancy", "group", ["A", "B"]],
    [
      "Allow dynamic-group id ocid1.dynamicgroup.oc1..a to use keys in tenancy",
      "dynamic-group",
      ["ocid1.dynamicgroup.oc1..a"],
    ],
    [
      "Allow service blockstorage, objectstorage-us-ashburn-1, FssOc1Prod to use keys in compartment K",
      "service",
      ["blockstorage", "objectstorage-us-ashburn-1", "FssOc1Prod"],
    ],
    ["Allow group Corp/ to use objects in tenancy", "group", ["Corp/"]],
    // Names that are words of the language too.
    ["Allow group A, group to use objects in tenancy", "group", ["A", "group"]],
    ["Allow group group, A to use objects in tenancy", "group", ["group", "A"]],
    ["Allow group id to use objects in tenancy", "group", ["id"]],
    ["Allow group id, A to use objects in tenancy", "group", ["id", "A"]],
    ["Admit group id of tenancy T to use objects in tenancy", "group", ["id"]],
    ["Allow any-user to read objects in tenancy", "any-user", []],
    ["Allow any-group to read objects in tenancy", "any-group", []],
    ["group Admins to manage vcns in tenancy", "group", ["Admins"]],
  ])("reads the subject of %s", (text, kind, names) => {
    const { subject } = grant(text);
    expect(subject.kind).toBe(kind);
    expect(subject.principals.map((principal) => principal.text)).toEqual(names);
  });

  test.each([
    ["tenancy", "tenancy", undefined],
    ["compartment Data", "compartment", "Data"],
    ["compartment Data:Raw:2024", "compartment", "Data:Raw:2024"],
    ["compartment 'Data Lake'", "compartment", "Data Lake"],
    ["compartment id ocid1.compartment.oc1..a", "compartment", "ocid1.compartment.oc1..a"],
    ["compartment id", "compartment", "id"],
    ["compartment id where a = 'b'", "compartment", "id"],
    ["compartment 'id' where a = 'b'", "compartment", "id"],
  ])("reads the location %s", (location, kind, name) => {
    const { scope } = grant(`Allow group G to manage buckets in ${location}`);
    expect([scope.kind, scope.name?.text]).toEqual([kind, name]);
  });

  test.each([
    ["where request.region = 'iad'", "=", ["iad"]],
    ["where request.region='iad'", "=", ["iad"]],
    ["where request.region != 'iad'", "!=", ["iad"]],
    ["WHERE Request.Region!='IAD'", "!=", ["IAD"]],
    ["where target.bucket.name = /logs*/", "=", ["logs*"]],
    ["where target.bucket.name=/*logs*/", "=", ["*logs*"]],
    ['where target.bucket.name = "logs"', "=", ["logs"]],
    ["where request.utc-timestamp before '2030-01-01T00:00Z'", "before", ["2030-01-01T00:00Z"]],
    ["where request.utc-timestamp after '2020-01-01T00:00Z'", "after", ["2020-01-01T00:00Z"]],
    [
      "where request.utc-timestamp.time-of-day between '17:00:00Z' and '01:00:00Z'",
      "between",
      ["17:00:00Z", "01:00:00Z"],
    ],
    ["where request.utc-timestamp.month-of-year in ('6', '7', '8')", "in", ["6", "7", "8"]],
    ["where request.utc-timestamp.day-of-week not in ('Sunday')", "not in", ["Sunday"]],
  ])("reads the condition %s", (where, operator, values) => {
    const { condition } = grant(`Allow group G to manage buckets in tenancy ${where}`);
    expect(condition).toMatchObject({ kind: "test", operator });
    expect(
      condition?.kind === "test" ? condition.values.map((value) => value.text) : undefined,
    ).toEqual(values);
  });

  test("reads any and all, inside one another too, over several lines", () => {
    const { condition } = grant(`Allow group G to manage buckets in tenancy
      where ANY {
        request.region = 'iad',
        all { request.region = 'phx', request.permission = 'BUCKET_READ' }
      }`);
    expect(condition).toMatchObject({
      kind: "any",
      items: [
        { kind: "test", variable: "request.region" },
        { kind: "all", items: [{ kind: "test" }, { variable: "request.permission" }] },
      ],
    });
  });

  test("reads permissions in braces instead of a verb", () => {
    const read = grant("Allow group G to {BUCKET_READ, OBJECT_CREATE} in compartment C");
    expect(read.verb).toBeUndefined();
    expect(read.permissions.map(({ text }) => text)).toEqual(["BUCKET_READ", "OBJECT_CREATE"]);
  });

  test.each([
    ["Deny any-user to inspect all-resources in tenancy", "allow"],
    ["deny endorse group G to manage objects in any-tenancy", "endorse"],
    ["DENY ADMIT group G of tenancy T to manage objects in tenancy", "admit"],
  ])("reads the denial %s", (text, kind) => {
    expect(grant(text)).toMatchObject({ denies: true, kind });
  });

  test("reads the statements between two tenancies", () => {
    expect(grant("Endorse group G to manage object-family in tenancy Partner")).toMatchObject({
      kind: "endorse",
      scope: { kind: "tenancy", name: { text: "Partner" } },
    });
    expect(grant("Endorse group G to manage object-family in any-tenancy").scope.kind).toBe(
      "any-tenancy",
    );
    expect(
      grant("Admit dynamic-group D of tenancy Partner to read objects in compartment C"),
    ).toMatchObject({
      kind: "admit",
      ofTenancy: { text: "Partner" },
      scope: { name: { text: "C" } },
    });
    expect(
      grant(
        "Endorse group G to associate local-peering-gateways in compartment C with local-peering-gateways in tenancy Partner",
      ),
    ).toMatchObject({
      verb: { lower: "associate" },
      with: { resource: { text: "local-peering-gateways" }, scope: { name: { text: "Partner" } } },
    });
    expect(parsePolicyStatement("Define tenancy Partner as ocid1.tenancy.oc1..a")).toMatchObject({
      ok: true,
      value: { kind: "define", what: "tenancy", alias: { text: "Partner" } },
    });
  });

  test.each([
    ["tenancy where request.region = 'iad'", undefined],
    ["tenancy", undefined],
    ["tenancy Partner where request.region = 'iad'", "Partner"],
    ["compartment C", "C"],
  ])("reads the place %s of a statement between two tenancies", (place, name) => {
    expect(grant(`Endorse group G to read objects in ${place}`).scope.name?.text).toBe(name);
  });

  test("reads the two places of an association", () => {
    const read = grant(
      "Endorse group G to associate drgs in tenancy with local-peering-gateways in any-tenancy where request.region = 'iad'",
    );
    expect(read).toMatchObject({
      scope: { kind: "tenancy", name: undefined },
      with: { resource: { text: "local-peering-gateways" }, scope: { kind: "any-tenancy" } },
      condition: { variable: "request.region" },
    });
    expect(read.resources.map(({ text }) => text)).toEqual(["drgs"]);
  });

  test("reads several resource-types, and a verb that is an expression", () => {
    const read = grant("Allow group G to ${var.verb} vcns, subnets in tenancy");
    expect(read.verb?.holes).toEqual(["var.verb"]);
    expect(read.resources.map(({ text }) => text)).toEqual(["vcns", "subnets"]);
    expect(read.permissions).toEqual([]);
  });

  test("reads permissions without a resource-type", () => {
    expect(grant("Allow group G to {BUCKET_READ} in tenancy").resources).toEqual([]);
  });

  test.each([
    ["Define tenancy T as ocid1.tenancy.oc1..a", "tenancy", "T"],
    ["Define group G as ocid1.group.oc1..a", "group", "G"],
    ["Define group id as ocid1.group.oc1..a", "group", "id"],
    ["Define dynamic-group D as ocid1.dynamicgroup.oc1..a", "dynamic-group", "D"],
    ["Define compartment C as ocid1.compartment.oc1..a", "compartment", "C"],
  ])("reads %s", (text, what, alias) => {
    expect(parsePolicyStatement(text)).toMatchObject({
      ok: true,
      value: { kind: "define", what, alias: { text: alias } },
    });
  });

  const SUBJECTS =
    '"any-user" or "any-group" or "group" or "dynamic-group" or "service" or "resource" or "user"';

  test.each([
    ["", "expected Allow, Deny, Endorse, Admit or Define, but the statement ends"],
    ["Deny allow group G to use vcns in tenancy", `expected ${SUBJECTS}, but it says "allow"`],
    [
      "Define region R as x",
      'expected "tenancy" or "group" or "dynamic-group" or "compartment", but it says "region"',
    ],
    ["Define group as x", 'expected "as", but it says "x"'],
    ["Define group = as x", 'expected a name, but it says "="'],
    ["Define group G as =", 'expected an OCID, but it says "="'],
    ["Allow team G to use vcns in tenancy", `expected ${SUBJECTS}, but it says "team"`],
    ["Allow group = to use vcns in tenancy", 'expected the name of a group, but it says "="'],
    ["Allow dynamic-group 'D'/ to use vcns in tenancy", 'expected "to", but it says "use"'],
    [
      "Allow service A, = to use vcns in tenancy",
      'expected the name of a service, but it says "="',
    ],
    ["Allow group id = to use vcns in tenancy", 'expected an OCID, but it says "="'],
    ["Allow group Corp 'G' to use vcns in tenancy", 'expected "to", but it says "G"'],
    ["Allow group 'Corp/' 'G' to use vcns in tenancy", 'expected "to", but it says "G"'],
    ["Allow group G 'to' use vcns in tenancy", 'expected "to", but it says "to"'],
    ["Admit group G to use vcns in tenancy", 'expected "of", but it says "to"'],
    ["Admit group G of T to use vcns in tenancy", 'expected "tenancy", but it says "T"'],
    [
      "Admit group G of tenancy = to use vcns in tenancy",
      'expected the alias of a tenancy, but it says "="',
    ],
    ["Allow group G to {A, =} in tenancy", 'expected a permission, but it says "="'],
    ["Allow group G to {=} in tenancy", 'expected a permission, but it says "="'],
    ["Allow group G to {A in tenancy", 'expected "}", but it says "in"'],
    ["Allow group G to use = in tenancy", 'expected a resource-type, but it says "="'],
    ["Allow group G to use vcns, = in tenancy", 'expected a resource-type, but it says "="'],
    [
      "Allow group G to associate drgs in tenancy",
      'expected "inspect" or "read" or "use" or "manage" or "{", but it says "associate"',
    ],
    [
      "Endorse group G to mange drgs in tenancy",
      'expected "inspect" or "read" or "use" or "manage" or "associate" or "{", but it says "mange"',
    ],
    [
      "Allow group G to use vcns in any-tenancy",
      'expected "compartment" or "tenancy", but it says "any-tenancy"',
    ],
    [
      "Allow group G to use vcns in tenancy T",
      'expected the end of the statement, but it says "T"',
    ],
    [
      "Endorse group G to use vcns in tenancy =",
      'expected the alias of a tenancy, but it says "="',
    ],
    [
      "Allow group G to use vcns in compartment =",
      'expected the name of a compartment, but it says "="',
    ],
    [
      "Allow group G to use vcns in compartment id =",
      'expected the OCID of a compartment, but it says "="',
    ],
    [
      "Endorse group G to use drgs in tenancy A with drgs in tenancy B",
      'expected the end of the statement, but it says "with"',
    ],
    [
      "Endorse group G to associate drgs in tenancy with = in tenancy",
      'expected a resource-type, but it says "="',
    ],
    [
      "Endorse group G to associate drgs in tenancy with drgs on tenancy",
      'expected "in", but it says "on"',
    ],
  ])("refuses %j", (text, message) => {
    expect(parsePolicyStatement(text)).toMatchObject({ ok: false, problem: { message } });
  });

  test("keeps an expression whole, with the quotes and braces in it", () => {
    const read = grant(
      "Allow group ${oci_identity_group.g[\"a'}b\"].name} to use keys in compartment id ${var.c} where target.key.id = '${oci_kms_key.k.id}'",
    );
    expect(read.subject.principals[0]).toMatchObject({
      text: '${oci_identity_group.g["a\'}b"].name}',
      holes: ['oci_identity_group.g["a\'}b"].name'],
    });
    expect(read.scope.name?.holes).toEqual(["var.c"]);
    expect(read.condition).toMatchObject({ values: [{ holes: ["oci_kms_key.k.id"] }] });
  });

  test.each([
    ["", "Allow, Deny", 0],
    ["Permit group G to manage buckets in tenancy", "Allow, Deny", 0],
    ["Allow groups G to manage buckets in tenancy", '"any-user" or', 6],
    ["Allow group to manage buckets in tenancy", '"to"', 15],
    ["Allow group G manage buckets in tenancy", '"to"', 14],
    ["Allow group G to administer buckets in tenancy", '"inspect" or "read"', 17],
    ["Allow group G to manage buckets", '"in"', 31],
    ["Allow group G to manage buckets in region x", '"compartment"', 35],
    ["Allow group G to manage buckets in tenancy request.region = 'iad'", "the end", 43],
    ["Allow group G to manage buckets in tenancy where request.region 'iad'", '"in"', 64],
    ["Allow group G to manage buckets in tenancy where any {}", "a variable", 54],
    ["Allow group G to manage buckets in tenancy where any {a = 'b'", '"}"', 61],
    ["Allow group G to manage buckets in tenancy where a = 'b", "is not closed", 53],
    ["Allow group G to manage buckets in tenancy where a = 'b' and c = 'd'", "the end", 57],
    ["Allow group G to {} in tenancy", "a permission", 18],
  ])("says where %j goes wrong", (text, message, at) => {
    const parse = parsePolicyStatement(text);
    expect(parse).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(message), at },
    });
  });

  test("refuses conditions nested without an end instead of exhausting the stack", () => {
    const text = `Allow group G to manage buckets in tenancy where ${"any {".repeat(20_000)}`;
    expect(parsePolicyStatement(text).ok).toBe(false);
  });

  test("never throws, whatever the text", () => {
    const words = fc.constantFrom(
      ..."Allow Deny Endorse Admit Define group id any-user service to manage in tenancy compartment where any all { } ( ) , = != ' \" / ${ } %{ not in between and as of with".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join(" ")),
      fc.array(words, { maxLength: 40 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(text, (value) => {
        const parse = parsePolicyStatement(value);
        return parse.ok || parse.problem.at <= value.length * 2 + 1;
      }),
      { numRuns: 500 },
    );
  });

  // A parser that is not linear would take minutes for each of these.
  test.each([
    ["quotes", "'".repeat(200_000)],
    ["slashes", "/".repeat(200_000)],
    ["open expressions", "${".repeat(50_000)],
    ["blanks", `Allow group G${" ".repeat(200_000)}`],
    ["names", `Allow group ${"a, ".repeat(60_000)}b to use keys in tenancy`],
    [
      "tests",
      `Allow group G to use keys in tenancy where any {${"request.region='iad', ".repeat(20_000)}a='b'}`,
    ],
  ])("reads or refuses hundreds of kilobytes of %s", (_name, text) => {
    expect(typeof parsePolicyStatement(text).ok).toBe("boolean");
  });
});
