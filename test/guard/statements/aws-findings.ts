import { checkJson } from "../../support/check-json";

/** The account that the estate of {@link findingsOn} declares as its own, and one that it does not. */
export const OWN_ACCOUNT = "111111111111";
export const OTHER_ACCOUNT = "999999999999";

/** What a finding on a statement says, but where it stands. */
export interface Said {
  readonly status: string;
  /** Null where the finding names no region. */
  readonly region: string | null;
  /** Without the words that say which statement it is. */
  readonly message: string;
  readonly fix: string;
}

/** An estate in us-east-1 that declares {@link OWN_ACCOUNT} as its own. */
export const DECLARED = {
  provider: { aws: [{ region: "us-east-1", allowed_account_ids: [OWN_ACCOUNT] }] },
};

/** The same that does not say which accounts are its own. */
export const UNDECLARED = { provider: { aws: [{ region: "us-east-1" }] } };

const SUBJECT = /^Statement 1 of (?:policy of )?[\w.]+ /;

function said(document: object): readonly Said[] {
  return checkJson(document)
    .findings.filter(({ rule }) => rule === "aws-policy-inside")
    .map(({ status, region, message, fix }) => ({
      status,
      region,
      message: message.replace(SUBJECT, ""),
      fix,
    }));
}

/** What is found on `policy` as the policy of a queue. */
export function findingsOn(policy: unknown, more: object = {}): readonly Said[] {
  const { resource, ...rest } = { resource: {}, ...more };
  const queue = { aws_sqs_queue_policy: { q: { policy } } };
  return said({ ...DECLARED, ...rest, resource: { ...resource, ...queue } });
}

/** What is found on a statement, which is the only one of a queue's policy unless it is a list. */
export function findingsOf(statement: unknown, more: object = {}): readonly Said[] {
  return findingsOn(JSON.stringify({ Statement: statement }), more);
}

/** What is found on a block `statement` of a data source. */
export function findingsOfBlock(statement: object, more: object = {}): readonly Said[] {
  const { data, ...rest } = { data: {}, ...more };
  const document = { aws_iam_policy_document: { d: { statement } } };
  return said({ ...DECLARED, ...rest, data: { ...data, ...document } });
}

/** A statement without Principal, such as one of a role's policy. */
export function allow(part: object): object {
  return { Effect: "Allow", Action: "*", Resource: "*", ...part };
}

/** `allow` on one condition. */
export function allowWhere(operator: string, key: string, ...values: readonly unknown[]): object {
  return allow({ Condition: { [operator]: { [key]: values } } });
}

export function denyWhere(operator: string, key: string, ...values: readonly unknown[]): object {
  return { ...allowWhere(operator, key, ...values), Effect: "Deny" };
}
