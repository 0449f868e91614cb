import { isStatementArgument } from "../../../guard/statements";

describe("isStatementArgument", () => {
  test.each([
    ["oci_identity_policy", "statements"],
    ["oci_limits_quota", "statements"],
    ["aws_iam_role", "assume_role_policy"],
    ["aws_iam_role", "policy"],
    ["aws_s3_bucket_policy", "policy"],
    ["aws_organizations_policy", "content"],
    ["aws_iam_policy_document", "resources"],
  ])("takes %s.%s for statements", (type, argument) => {
    expect(isStatementArgument(type, argument)).toBe(true);
  });

  test.each([
    ["oci_identity_policy", "description"],
    ["oci_zpr_zpr_policy", "statements"],
    ["aws_ecr_lifecycle_policy", "policy"],
    ["aws_s3_object", "content"],
    ["aws_iam_role", "permissions_boundary"],
    ["aws_iam_policy_document", "provider"],
    ["constructor", "policy"],
  ])("does not take %s.%s for statements", (type, argument) => {
    expect(isStatementArgument(type, argument)).toBe(false);
  });
});
