import { documentArguments, isStatementArgument } from "../../../guard/statements";
import { readAwsBindings } from "../../../scripts/catalogue/aws-bindings";
import { awsLibrary } from "../../../scripts/catalogue/files";
import { checkJson } from "../../support/check-json";

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
    ["aws_iam_role", "inline_policy"],
    ["aws_iam_role", "inline_policy.policy"],
    ["aws_iam_policy_document", "provider"],
    ["aws_iam_policy_document", "region"],
    ["constructor", "policy"],
  ])("does not take %s.%s for statements", (type, argument) => {
    expect(isStatementArgument(type, argument)).toBe(false);
  });
});

/** What an argument that holds a document is called, after the last dot. */
const NAMES =
  /^(?:(?:access|assume_role|delivery_destination|inline|repository|resource|session)_)?polic(?:y|ies)$|^access_policies$|policy_document$/;

/** Arguments of such a name whose text is of another language, or that name a policy. */
const OTHER_LANGUAGES = [
  "aws_cloudwatch_log_account_policy.policy_document",
  "aws_cloudwatch_log_data_protection_policy.policy_document",
  "aws_cloudwatch_log_index_policy.policy_document",
  "aws_ecr_lifecycle_policy.policy",
  "aws_iot_policy_attachment.policy",
  "aws_networkmanager_core_network.base_policy_document",
  "aws_networkmanager_core_network_policy_attachment.policy_document",
  "aws_opensearchserverless_access_policy.policy",
  "aws_opensearchserverless_lifecycle_policy.policy",
  "aws_opensearchserverless_security_policy.policy",
  "aws_ses_receipt_filter.policy",
  "aws_sns_topic_data_protection_policy.policy",
  "aws_verifiedaccess_endpoint.policy_document",
  "aws_verifiedaccess_group.policy_document",
];

test("no policy of the installed AWS provider is forgotten", () => {
  const unjudged = readAwsBindings(awsLibrary())
    .filter(({ path }) => NAMES.test(path.slice(path.lastIndexOf(".") + 1)))
    .filter(({ type, path }) => !documentArguments(type).includes(path))
    .map(({ type, path }) => `${type}.${path}`);
  expect(unjudged.sort()).toEqual(OTHER_LANGUAGES);
});

describe("a policy that is open to the world", () => {
  const policy = JSON.stringify({ Statement: { Effect: "Allow", Principal: "*" } });
  const paths = (type: string, body: object) =>
    checkJson({ provider: { aws: [{ region: "us-east-1" }] }, resource: { [type]: { r: body } } })
      .findings.filter(({ rule }) => rule === "aws-policy-inside")
      .map(({ path }) => path.slice(`/resource/${type}/r/`.length));

  // Where a service's data, keys, code, messages or domains can be opened by a policy.
  test.each([
    ["aws_backup_vault_policy", "policy"],
    ["aws_cloudwatch_event_bus_policy", "policy"],
    ["aws_cloudwatch_log_destination_policy", "access_policy"],
    ["aws_codeartifact_domain_permissions_policy", "policy_document"],
    ["aws_dynamodb_resource_policy", "policy"],
    ["aws_ecr_repository_policy", "policy"],
    ["aws_efs_file_system_policy", "policy"],
    ["aws_glue_resource_policy", "policy"],
    ["aws_kms_key", "policy"],
    ["aws_opensearch_domain", "access_policies"],
    ["aws_s3_bucket_policy", "policy"],
    ["aws_s3tables_table_policy", "resource_policy"],
    ["aws_secretsmanager_secret_policy", "policy"],
    ["aws_sns_topic_policy", "policy"],
    ["aws_vpclattice_auth_policy", "policy"],
  ])("is found in %s.%s", (type, argument) => {
    expect(paths(type, { [argument]: policy })).toEqual([argument]);
  });

  test.each<[string, object, string]>([
    [
      "aws_s3control_multi_region_access_point_policy",
      { details: [{ name: "a", policy }] },
      "details/0/policy",
    ],
    [
      "aws_fsx_s3_access_point_attachment",
      { s3_access_point: { policy } },
      "s3_access_point/policy",
    ],
    ["aws_iam_role", { inline_policy: [{}, { policy }] }, "inline_policy/1/policy"],
  ])("is found in a block of %s", (type, body, path) => {
    expect(paths(type, body)).toEqual([path]);
  });

  test.each([
    ["aws_ecr_lifecycle_policy", "policy"],
    ["aws_s3_object", "content"],
    ["aws_sns_topic", "delivery_policy"],
  ])("is none in %s.%s, which is of another language", (type, argument) => {
    expect(paths(type, { [argument]: policy })).toEqual([]);
  });
});
