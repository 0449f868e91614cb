export { readAwsDocument } from "./aws-document";
export { ownAccounts } from "./aws-principals";
export type { AwsStatement } from "./aws-statement";
export { fromStatementBlock } from "./aws-statement-block";
export { awsResolver, isEndpointDocument, isEndpointType } from "./aws-surroundings";
export { parseHclValue } from "./hcl-value";
export { judgeAwsStatement } from "./judge-aws-policy";
export {
  judgePolicyStatement,
  type PolicySurroundings,
} from "./judge-oci-policy";
export { judgeQuotaList, judgeQuotaStatement, type PlacedQuota } from "./judge-oci-quota";
export { judgeTexts } from "./judge-texts";
export { deniedCarriers } from "./oci-carriers";
export { fenceOf, isFenced } from "./oci-fence";
export {
  type GrantStatement,
  parsePolicyStatement,
} from "./policy-statement";
export { parseQuotaStatement, type QuotaStatement } from "./quota-statement";
export { blockOf, blocksIn, resolveValue, show } from "./resolve";
export type { Resolve, SourceText } from "./source-text";
export { documentArguments, isStatementArgument, POLICY_DOCUMENT } from "./statement-arguments";
export type { StatementVerdict } from "./statement-verdict";
