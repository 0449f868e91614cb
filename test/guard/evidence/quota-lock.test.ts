import { type LockState, lockOf, strictest } from "../../../guard/evidence/quota-lock";
import { parseQuotaStatement } from "../../../guard/statements";
import { toSourceTexts } from "../../../guard/statements/source-text";
import { Region } from "../../../jurisdiction";

const FRANKFURT = Region.of("eu-frankfurt-1");

/** What the statements leave of `kms` in the region; "?" is a statement that cannot be read. */
function stateAfter(statements: readonly string[], region: Region | undefined) {
  const read = statements.map((statement) => {
    const [source = ""] = toSourceTexts(statement);
    const parse = parseQuotaStatement(source);
    if (parse.ok === (statement === "?")) {
      throw new Error(statement);
    }
    return parse.ok ? parse.value : undefined;
  });
  return lockOf(read, "kms", region);
}

const ZERO = "zero kms quotas in tenancy";
const ZERO_HERE = "zero kms quotas in tenancy where request.region = 'eu-frankfurt-1'";
const ZERO_SOMETIMES = "zero kms quotas in tenancy where request.user.name = 'ada'";

test.each<[string, readonly string[], LockState]>([
  ["no statement", [], "open"],
  ["a statement about another family", ["zero streaming quotas in tenancy"], "open"],
  ["a zero", [ZERO], "locked"],
  ["a set to 0", ["set kms quotas to 0 in tenancy"], "locked"],
  ["a set to 00", ["set kms quotas to 00 in tenancy"], "locked"],
  ["a set to 10", ["set kms quotas to 10 in tenancy"], "open"],
  ["a set to 01", ["set kms quotas to 01 in tenancy"], "open"],
  ["a set to what is not in the file", ["set kms quotas to ${var.limit} in tenancy"], "open"],
  ["a zero of one compartment", ["zero kms quotas in compartment data"], "open"],
  ["a zero of one quota", ["zero kms quota virtual-private-vault-count in tenancy"], "open"],
  ["a statement that cannot be read", ["?"], "open"],
])("leaves after %s: %j, %s", (_what, statements, expected) => {
  expect(stateAfter(statements, FRANKFURT)).toBe(expected);
});

test.each<[string, string, LockState]>([
  ["an unset", "unset kms quotas in tenancy", "open"],
  ["an unset in one compartment", "unset kms quotas in compartment data", "open"],
  ["a set to 10", "set kms quotas to 10 in tenancy", "open"],
  ["a set to 01", "set kms quotas to 01 in tenancy", "open"],
  ["a set to what is not in the file", "set kms quotas to ${var.limit} in tenancy", "open"],
  ["a zero of one quota", "zero kms quota virtual-private-vault-count in tenancy", "locked"],
  [
    "a set to 00 of one quota",
    "set kms quota virtual-private-vault-count to 00 in tenancy",
    "locked",
  ],
  ["a zero of one compartment", "zero kms quotas in compartment data", "locked"],
  ["a zero that may hold", ZERO_SOMETIMES, "locked"],
  ["an unset of another family", "unset streaming quotas in tenancy", "locked"],
  [
    "a statement about a family that is not in the file",
    "unset ${var.x} quotas in tenancy",
    "unproven",
  ],
  ["a statement that cannot be read", "?", "unproven"],
])("leaves after a zero and %s: %s, %s", (_what, statement, expected) => {
  expect(stateAfter([ZERO, statement], FRANKFURT)).toBe(expected);
});

test.each<[string, LockState]>([
  ["request.region = 'eu-frankfurt-1'", "open"],
  ["request.region = 'EU-Frankfurt-1'", "open"],
  ["request.region = 'fra'", "locked"],
  ["request.region = 'eu-madrid-1'", "locked"],
  ["request.region = /eu-*/", "unproven"],
  ["request.region = '${var.region}'", "unproven"],
  ["request.region != 'eu-frankfurt-1'", "locked"],
  ["request.region != 'eu-madrid-1'", "open"],
  ["request.region != '${var.region}'", "unproven"],
  ["request.region in ('eu-madrid-1', 'eu-paris-1')", "unproven"],
  ["all { request.region in ('eu-madrid-1'), request.region = 'eu-madrid-1' }", "locked"],
  ["target.region = 'eu-madrid-1'", "unproven"],
  ["all { request.region = 'eu-frankfurt-1', request.user.name = 'ada' }", "unproven"],
  ["all { request.region = 'eu-madrid-1', request.user.name = 'ada' }", "locked"],
  ["any { request.region = 'eu-frankfurt-1', request.user.name = 'ada' }", "open"],
])("what a zero took comes back in Frankfurt where %s: %s", (condition, expected) => {
  expect(stateAfter([ZERO, `unset kms quotas in tenancy where ${condition}`], FRANKFURT)).toBe(
    expected,
  );
});

test.each<[string, readonly string[], LockState]>([
  ["a zero that holds here", [ZERO_HERE], "locked"],
  ["a zero that may hold", [ZERO_SOMETIMES], "unproven"],
  ["two zeros that may hold", [ZERO_SOMETIMES, ZERO_SOMETIMES], "unproven"],
  ["a zero that may hold, then one that does", [ZERO_SOMETIMES, ZERO], "locked"],
  [
    "an unset that may hold before any zero",
    ["unset kms quotas in tenancy where request.user.name = 'ada'"],
    "open",
  ],
])("leaves after %s: %j, %s", (_what, statements, expected) => {
  expect(stateAfter(statements, FRANKFURT)).toBe(expected);
});

test.each<[string, LockState]>([
  [ZERO, "locked"],
  [ZERO_HERE, "open"],
  ["zero kms quotas in tenancy where request.region != 'us-ashburn-1'", "locked"],
])("a region in no table yet is none that a statement names: %s, %s", (statement, expected) => {
  expect(stateAfter([statement], undefined)).toBe(expected);
});

test.each<[readonly LockState[], LockState]>([
  [[], "open"],
  [["open"], "open"],
  [["open", "unproven"], "unproven"],
  [["unproven", "open", "locked"], "locked"],
])("of several quotas the strictest counts: %j is %s", (states, expected) => {
  expect(strictest(states)).toBe(expected);
});
