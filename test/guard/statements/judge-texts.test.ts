import { findingsIn, withStatements } from "./oci-findings";

function said(type: "oci_identity_policy" | "oci_limits_quota", statements: unknown, more = {}) {
  return findingsIn(type, withStatements(type, statements, more)).map(
    ({ status, path, value, message, fix }) => ({
      status,
      path: path.replace(`/resource/${type}/p`, ""),
      value,
      message,
      fix,
    }),
  );
}

const POLICY_FORM =
  "Write it as: Allow <subject> to <verb> <resource-type> in <location> where <conditions>.";
const QUOTA_FORM =
  "Write it as: zero|set|unset <family> quota[s] [<name>] [to <number>] in <location> where <condition>.";

describe("judgeTexts", () => {
  test.each([
    [
      "oci_identity_policy",
      "Permit all",
      'at its beginning, expected Allow, Deny, Endorse, Admit or Define, but it says "Permit"',
      POLICY_FORM,
    ],
    [
      "oci_identity_policy",
      "Allow group G to mange vcns in tenancy",
      'at character 18, after "Allow group G to", expected "inspect" or "read" or "use" or "manage" or "{", but it says "mange"',
      POLICY_FORM,
    ],
    [
      "oci_identity_policy",
      "Allow group ${oci_identity_group.g.name} to read vcns in compartment Development-Of-Applications now",
      'at character 98, after "compartment Development-Of-Applications", expected the end of the statement, but it says "now"',
      POLICY_FORM,
    ],
    [
      "oci_limits_quota",
      "drop vcn quotas in tenancy",
      'at its beginning, expected "set" or "unset" or "zero", but it says "drop"',
      QUOTA_FORM,
    ],
    [
      "oci_limits_quota",
      "zero vcn quotas in",
      'at character 19, after "zero vcn quotas in", expected "compartment" or "tenancy", but the statement ends',
      QUOTA_FORM,
    ],
  ] as const)("says where a statement of %s cannot be read: %s", (type, statement, where, fix) => {
    expect(said(type, [statement])).toEqual([
      {
        status: "unproven",
        path: "/statements/0",
        value: statement,
        message: `Statement 1 of ${type}.p cannot be read: ${where}.`,
        fix,
      },
    ]);
  });

  test("names a statement that is not in the file by its place", () => {
    const fine = "Allow group G to read vcns in tenancy";
    expect(said("oci_identity_policy", [fine, "${var.statement}"])).toEqual([
      {
        status: "unproven",
        path: "/statements/1",
        value: "${var.statement}",
        message:
          "Statement 2 of oci_identity_policy.p is not in the file, so that nothing proves what it grants.",
        fix: "Write the statements out; a name or an OCID in them may be an expression.",
      },
    ]);
  });

  test("names the list where the whole list is not in the file", () => {
    expect(said("oci_limits_quota", "${var.statements}")).toMatchObject([
      { path: "/statements", value: "${var.statements}" },
    ]);
  });

  describe("a statement with an expression that has several values", () => {
    const oneOf = (...values: readonly string[]) => ({
      variable: {
        v: {
          type: "string",
          validation: {
            condition: `\${contains(${JSON.stringify(values)}, var.v)}`,
            error_message: "no",
          },
        },
      },
    });

    test("is found once where the values say the same", () => {
      const statement = "Allow group ${var.v} to use volumes in tenancy";
      expect(said("oci_identity_policy", [statement], oneOf("A", "B"))).toHaveLength(1);
    });

    test("is found for each value that says something else", () => {
      const statement = "Allow group G to manage vcns in tenancy where request.region = '${var.v}'";
      const found = said("oci_identity_policy", [statement], oneOf("iad", "fra", "lhr"));
      expect(found.map(({ message }) => message)).toEqual([
        "Statement 1 of oci_identity_policy.p grants in eu-frankfurt-1, outside US.",
        "Statement 1 of oci_identity_policy.p grants in uk-london-1, outside US.",
      ]);
    });

    test("is found again in the next statement that says the same", () => {
      const statement = "Allow group G to use volumes in tenancy";
      expect(said("oci_identity_policy", [statement, statement])).toMatchObject([
        { path: "/statements/0" },
        { path: "/statements/1" },
      ]);
    });
  });

  test.each([[null], [undefined], [[]]])(
    "finds nothing where the statements are %j",
    (statements) => {
      expect(said("oci_identity_policy", statements)).toEqual([]);
    },
  );
});
