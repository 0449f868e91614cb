import fc from "fast-check";
import { parseQuotaStatement, type QuotaStatement } from "../../../guard/statements";

function quota(text: string): QuotaStatement {
  const parse = parseQuotaStatement(text);
  if (!parse.ok) {
    throw new Error(`${parse.problem.message} at ${parse.problem.at}`);
  }
  return parse.value;
}

describe("parseQuotaStatement", () => {
  test.each([
    ["zero block-storage quotas in tenancy", "zero", [], undefined, undefined],
    ["Zero email-delivery quotas in compartment Mail", "zero", [], undefined, "Mail"],
    ["set database quota /*exadata*/ to 1 in tenancy", "set", ["*exadata*"], "1", undefined],
    [
      'zero compute-core quotas "/standard*/" in tenancy',
      "zero",
      ["/standard*/"],
      undefined,
      undefined,
    ],
    [
      "set compute-core quota standard2-core-count to 10 in compartment Dev:Team",
      "set",
      ["standard2-core-count"],
      "10",
      "Dev:Team",
    ],
    [
      "unset compute-core quotas standard2-core-count, standard3-core-count in tenancy",
      "unset",
      ["standard2-core-count", "standard3-core-count"],
      undefined,
      undefined,
    ],
    ["Set {VM-STANDARD2} quota to 3 in compartment Dev", "set", ["VM-STANDARD2"], "3", "Dev"],
    ["zero {A, /B*/} quotas C in tenancy", "zero", ["A", "B*", "C"], undefined, undefined],
    ["zero {A} quotas in tenancy", "zero", ["A"], undefined, undefined],
    ["set vcn quota to ${var.n} in tenancy", "set", [], "${var.n}", undefined],
    ["zero vcn quotas in compartment id ocid1.x", "zero", [], undefined, "ocid1.x"],
    ["zero vcn quotas in compartment id", "zero", [], undefined, "id"],
    ["zero vcn quotas in compartment id where a = b", "zero", [], undefined, "id"],
    ["zero vcn quotas in compartment 'My Team'", "zero", [], undefined, "My Team"],
  ])("reads %s", (text, action, names, value, compartment) => {
    const read = quota(text);
    expect(read.action).toBe(action);
    expect(read.quotas.map((name) => name.text)).toEqual(names);
    expect(read.value?.text).toBe(value);
    expect(read.compartment?.text).toBe(compartment);
  });

  test.each([
    ["where request.region = us-phoenix-1", "us-phoenix-1"],
    ["where request.region = 'us-phoenix-1'", "us-phoenix-1"],
    ["where request.region != us-phoenix-1", "us-phoenix-1"],
    ["where request.ad=abcd:US-PHOENIX-1-AD-1", "abcd:US-PHOENIX-1-AD-1"],
  ])("reads the condition %s, whose value needs no quotes", (where, value) => {
    const { condition } = quota(`zero compute-core quotas in tenancy ${where}`);
    expect(condition?.kind === "test" ? condition.values[0]?.text : undefined).toBe(value);
  });

  test.each([
    ["", '"set" or "unset" or "zero"', 0],
    ["drop compute quotas in tenancy", '"set"', 0],
    ["zero compute in tenancy", '"quota"', 13],
    ["set compute quota x in tenancy", '"to"', 20],
    ["set compute quota x to many in tenancy", "a number", 23],
    ["zero compute quotas x to 1 in tenancy", '"in"', 22],
    ["zero compute quotas in region r", '"compartment"', 23],
    ["zero compute quotas in tenancy where", "a variable", 36],
  ])("says where %j goes wrong", (text, message, at) => {
    expect(parseQuotaStatement(text)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(message), at },
    });
  });

  test.each([
    ["zero = quotas in tenancy", 'expected a service family, but it says "="'],
    ["zero {A quotas in tenancy", 'expected "}", but it says "quotas"'],
    ["zero {} quotas in tenancy", 'expected a quota name, but it says "}"'],
    ["zero vcn quotas a, = in tenancy", 'expected a quota name, but it says "="'],
    ["zero vcn in tenancy", 'expected "quota" or "quotas", but it says "in"'],
    ["set vcn quota a to x1 in tenancy", 'expected a number, but it says "x1"'],
    ["set vcn quota a to 1x in tenancy", 'expected a number, but it says "1x"'],
    ["set vcn quota a to -1 in tenancy", 'expected a number, but it says "-1"'],
    ["set vcn quota a to", "expected a number, but the statement ends"],
    ["unset vcn quota a to 1 in tenancy", 'expected "in", but it says "to"'],
    ["zero vcn quotas in region", 'expected "compartment" or "tenancy", but it says "region"'],
    ["zero vcn quotas in compartment =", 'expected the name of a compartment, but it says "="'],
    ["zero vcn quotas in tenancy now", 'expected the end of the statement, but it says "now"'],
  ])("refuses %j", (text, message) => {
    expect(parseQuotaStatement(text)).toMatchObject({ ok: false, problem: { message } });
  });

  test("never throws, whatever the text", () => {
    const words = fc.constantFrom(
      ..."set unset zero compute quota quotas x to 1 in tenancy compartment where = != request.region any { } , /a*/ ' ${ }".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 30 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(text, (value) => typeof parseQuotaStatement(value).ok === "boolean"),
      { numRuns: 500 },
    );
  });
});
