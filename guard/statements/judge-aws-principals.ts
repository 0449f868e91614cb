import type { Stack } from "../model/block";
import { judgeArn, judgeProof } from "./aws-judged-places";
import { accountOf, closedByDenial, holesAreOwn, narrowing, standingOf } from "./aws-principals";
import { isPositive, takesWildcards } from "./aws-regions";
import type { AwsCondition, AwsPrincipal, AwsStatement } from "./aws-statement";
import type { AwsSurroundings } from "./aws-surroundings";
import { proofsOfService } from "./oci-identifiers";
import { HOLE, type SourceText, written } from "./source-text";
import type { StatementVerdict } from "./statement-verdict";

/** An account that nothing shows to be the estate's own. */
export function strangeAccount(account: string, says: string): StatementVerdict {
  return {
    status: "unproven",
    message: `${says}, of the account ${account}, which no provider configuration lists in allowed_account_ids`,
    fix: "List the account in allowed_account_ids if it is yours; waive it where its owner proves where data goes.",
  };
}

/** Whom a statement allows. */
export function* judgePrincipals(
  statement: AwsStatement,
  surroundings: AwsSurroundings,
): Iterable<StatementVerdict> {
  if (statement.notPrincipal) {
    yield {
      status: "outside",
      message: "allows everybody but those it names: NotPrincipal opens it to the world",
      fix: "Name in Principal who is allowed.",
    };
  }
  if (statement.unread.includes("Principal")) {
    yield {
      status: "unproven",
      message: "has a Principal that is not in the file, so that nothing proves who is allowed",
      fix: "Write the principals out, or refer to the ARN of a resource of this stack.",
    };
  }
  if (statement.unread.includes("Condition") && statement.principals.length === 0) {
    yield {
      status: "unproven",
      message: "has a Condition that is not in the file, so that nothing proves where it holds",
      fix: "Write the condition out.",
    };
  }
  for (const principal of statement.principals) {
    switch (principal.type) {
      case "service":
        yield* judgeService(principal, surroundings);
        break;
      case "federated":
        yield* judgeFederated(principal, statement, surroundings);
        break;
      default:
        yield* judgeIdentity(principal, statement, surroundings);
    }
  }
}

function* judgeService(
  { value }: AwsPrincipal,
  { jurisdiction, stack }: AwsSurroundings,
): Iterable<StatementVerdict> {
  if (value.text.includes(HOLE)) {
    if (!holesAreOwn(value, stack)) {
      yield {
        status: "unproven",
        message: `allows the service ${written(value)}, whose name is not in the file`,
        fix: "Write the service's name out.",
      };
    }
    return;
  }
  for (const proof of proofsOfService(value.text)) {
    yield* judgeProof(
      proof,
      `allows the service ${value.text}`,
      jurisdiction,
      "Name the service without a region, or that of a region inside.",
    );
  }
}

/** Claims by which a statement picks identities of a provider that serves anybody. */
const CLAIM =
  /:(?:aud|sub|amr|oaud|app_id|user_id|job_workflow_ref|repository_owner|repository|namequalifier|iss|edupersonorgdn|org_id)$/;

function* judgeFederated(
  principal: AwsPrincipal,
  { conditions, unread }: AwsStatement,
  surroundings: AwsSurroundings,
): Iterable<StatementVerdict> {
  const { value } = principal;
  const account = accountOf(value.text);
  if (account !== undefined && !surroundings.accounts.has(account)) {
    yield strangeAccount(account, `trusts ${written(value)}`);
  }
  const claims = conditions.filter(
    (condition) =>
      CLAIM.test(condition.key) &&
      !condition.holdsWithoutKey &&
      isPositive(condition) &&
      condition.values.length > 0 &&
      condition.values.every((claim) => picks(claim, condition, surroundings.stack)),
  );
  if (claims.length === 0) {
    const claimed = conditions.flatMap(({ values }) => values);
    const certain =
      !unread.includes("Condition") && ![value, ...claimed].some(({ text }) => text.includes(HOLE));
    yield {
      status: certain ? "outside" : "unproven",
      message: `trusts every identity that ${written(value)} vouches for: no condition names an audience or a subject`,
      fix: "Add a condition StringEquals on the provider's aud and sub.",
    };
  }
}

/** True where a claim's value stands for some identities of a provider, and not for all. */
function picks(value: SourceText, condition: AwsCondition, stack: Stack): boolean {
  const { text } = value;
  // What is not in the file may be a star.
  const open = takesWildcards(condition) && !holesAreOwn(value, stack);
  return !/^[*?]*$/.test(open ? text.replaceAll(HOLE, "") : text);
}

function* judgeIdentity(
  principal: AwsPrincipal,
  statement: AwsStatement,
  surroundings: AwsSurroundings,
): Iterable<StatementVerdict> {
  const { conditions, unread } = statement;
  const { stack, accounts, ofEndpoint, document } = surroundings;
  const { value } = principal;
  const standing = standingOf(principal, stack);
  switch (standing.kind) {
    case "anyone": {
      if (ofEndpoint || closedByDenial(statement, document, stack)) {
        return;
      }
      const closing = narrowing(conditions, stack);
      if (closing.length === 0) {
        const certain = !unread.includes("Condition");
        yield {
          status: certain ? "outside" : "unproven",
          message: certain
            ? "is open to the world: it allows everybody, and no condition says whose account, organization or network they come from"
            : "allows everybody under a Condition that is not in the file",
          fix: "Name principals, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount, aws:SourceVpce, aws:SourceAccount or aws:SourceArn.",
        };
        return;
      }
      for (const { text } of closing.flatMap(({ values }) => values)) {
        const account = accountOf(text);
        if (account !== undefined && !accounts.has(account)) {
          yield strangeAccount(account, `allows everybody of ${text}`);
        }
      }
      return;
    }
    case "account":
      yield* judgeArn(value, "Principal", surroundings);
      if (!accounts.has(standing.account)) {
        yield strangeAccount(standing.account, `allows ${written(value)}`);
      }
      return;
    case "unknown":
      yield {
        status: "unproven",
        message: `allows ${written(value)}, and nothing in the file says whose principal that is`,
        fix: "Write its ARN out, or refer to a resource of this stack.",
      };
      return;
    default:
  }
}
