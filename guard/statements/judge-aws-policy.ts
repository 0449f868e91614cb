import { type Jurisdiction, type PlaceProof, parseHost } from "../../jurisdiction";
import type { Stack } from "../model/block";
import type { AwsPrincipal, AwsStatement } from "./aws-document";
import { accountOf, closedByDenial, holesAreOwn, narrowing, standingOf } from "./aws-principals";
import {
  isPositive,
  isRegionCondition,
  placeOfArn,
  reachOfConditions,
  regionValueProblems,
} from "./aws-regions";
import { proofsOfService, type StatementVerdict } from "./judge-oci-policy";
import { listRegions, regionField } from "./reach";
import { HOLE, type SourceText, written } from "./source-text";

/** What a statement is judged against. */
export interface AwsSurroundings {
  readonly jurisdiction: Jurisdiction;
  readonly stack: Stack;
  /** Accounts that the estate declares as its own. */
  readonly accounts: ReadonlySet<string>;
  /** True for the policy of a VPC endpoint, which only the VPC's own hosts can reach. */
  readonly ofEndpoint: boolean;
  /** The other statements of the document: one can deny what another allows. */
  readonly document: readonly AwsStatement[];
}

/** Judges one statement of an AWS policy document. */
export function judgeAwsStatement(
  statement: AwsStatement,
  surroundings: AwsSurroundings,
): readonly StatementVerdict[] {
  if (statement.unread.includes("Effect") || !/^(?:allow|deny)$/.test(statement.effect)) {
    return [
      {
        status: "unproven",
        message: `has the Effect ${JSON.stringify(statement.effect)}, which is neither Allow nor Deny`,
        fix: "Write Allow or Deny.",
      },
    ];
  }
  return statement.effect === "deny"
    ? [...judgeDeny(statement, surroundings.jurisdiction)]
    : [...judgeAllow(statement, surroundings)];
}

function* judgeDeny(
  { conditions }: AwsStatement,
  jurisdiction: Jurisdiction,
): Iterable<StatementVerdict> {
  if (!conditions.some(isRegionCondition)) {
    return;
  }
  const { spared } = reachOfConditions(conditions, jurisdiction);
  if (spared.length > 0) {
    yield {
      status: "outside",
      ...regionField(spared),
      message: `denies every region but some, and ${listRegions(spared)}, outside ${jurisdiction.name}, is among those it spares`,
      fix: `Take ${listRegions(spared)} out of the condition.`,
    };
  }
  yield* regionProblems(conditions);
}

function* regionProblems(conditions: AwsStatement["conditions"]): Iterable<StatementVerdict> {
  for (const problem of regionValueProblems(conditions)) {
    yield {
      status: "unproven",
      message: `has a condition that proves nothing: ${problem}`,
      fix: "Write the region out, by its id.",
    };
  }
}

function* judgeAllow(
  statement: AwsStatement,
  surroundings: AwsSurroundings,
): Iterable<StatementVerdict> {
  const { conditions } = statement;
  const { jurisdiction } = surroundings;
  if (conditions.some(isRegionCondition)) {
    const { favored } = reachOfConditions(conditions, jurisdiction);
    if (favored.length > 0) {
      yield {
        status: "outside",
        ...regionField(favored),
        message: `allows requests to ${listRegions(favored)}, outside ${jurisdiction.name}`,
        fix: `Name the regions inside: ${allowed(jurisdiction)}.`,
      };
    } else {
      yield* regionProblems(conditions);
    }
  }
  for (const resource of statement.resources) {
    yield* judgeArn(resource, "Resource", surroundings);
    yield* judgeResourceAccount(resource, surroundings);
  }
  yield* judgeConditionPlaces(statement, surroundings);
  yield* judgePrincipals(statement, surroundings);
}

function allowed(jurisdiction: Jurisdiction): string {
  return jurisdiction.regionsOf("aws").map(String).join(", ");
}

function* judgeArn(
  value: SourceText,
  what: string,
  { jurisdiction }: AwsSurroundings,
): Iterable<StatementVerdict> {
  const place = placeOfArn(value, jurisdiction);
  const fix = `Name what lies in one of: ${allowed(jurisdiction)}.`;
  if (place.kind === "unresolved") {
    yield {
      status: "unproven",
      message: `names ${written(value)} as ${what}, and the region in it is not in the file`,
      fix: "Write the region out, or refer to the resource's own ARN.",
    };
  } else if (place.kind === "regions") {
    const abroad = place.regions.filter((region) => !jurisdiction.allows(region));
    if (abroad.length > 0) {
      yield {
        status: "outside",
        ...regionField(abroad),
        message: `names ${written(value)} as ${what}, which takes in ${listRegions(abroad)}, outside ${jurisdiction.name}`,
        fix,
      };
    }
  } else if (place.kind === "proof") {
    yield* judgeProof(place.proof, `names ${written(value)} as ${what}`, jurisdiction, fix);
  }
}

function* judgeProof(
  proof: PlaceProof,
  says: string,
  jurisdiction: Jurisdiction,
  fix: string,
): Iterable<StatementVerdict> {
  if (proof.proves === "region" && !jurisdiction.allows(proof.region)) {
    const region = proof.region.id;
    const message = `${says}, of ${region}, outside ${jurisdiction.name}`;
    yield { status: "outside", region, message, fix };
  } else if (proof.proves === "realm" && jurisdiction.allowsRealm(proof.realm) === "none") {
    const region = proof.realm.id;
    const message = `${says}, of ${region}, outside ${jurisdiction.name}`;
    yield { status: "outside", region, message, fix };
  } else if (proof.proves === "unknown-place") {
    const message = `${says}, of ${proof.text}, a place that is not known`;
    yield { status: "unproven", region: proof.text, message, fix };
  }
}

/** An account in a resource is a stranger only where the estate says which accounts are its own. */
function* judgeResourceAccount(
  value: SourceText,
  { accounts }: AwsSurroundings,
): Iterable<StatementVerdict> {
  const account = accountOf(value.text);
  if (account !== undefined && accounts.size > 0 && !accounts.has(account)) {
    yield strangeAccount(account, `reaches ${written(value)}`);
  }
}

function strangeAccount(account: string, says: string): StatementVerdict {
  return {
    status: "unproven",
    message: `${says}, of the account ${account}, which no provider configuration lists in allowed_account_ids`,
    fix: "List the account in allowed_account_ids if it is yours; waive it where its owner proves where data goes.",
  };
}

/** Condition values that name a place: a queue's sender, the service that a key is used through. */
function* judgeConditionPlaces(
  { conditions }: AwsStatement,
  surroundings: AwsSurroundings,
): Iterable<StatementVerdict> {
  const { jurisdiction } = surroundings;
  for (const condition of conditions) {
    if (!isPositive(condition)) {
      continue;
    }
    for (const value of condition.values) {
      if (value.text.startsWith("arn:")) {
        yield* judgeArn(value, condition.key, surroundings);
      } else if (/(?:service|servicename)$/.test(condition.key) && !value.text.includes(HOLE)) {
        yield* judgeProof(
          parseHost(value.text).proof,
          `names ${value.text} as ${condition.key}`,
          jurisdiction,
          `Name the service of one of: ${allowed(jurisdiction)}.`,
        );
      }
    }
  }
}

function* judgePrincipals(
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
      condition.values.every(({ text }) => !/^[*?]*$/.test(text)),
  );
  if (claims.length === 0) {
    const certain = !unread.includes("Condition") && !value.text.includes(HOLE);
    yield {
      status: certain ? "outside" : "unproven",
      message: `trusts every identity that ${written(value)} vouches for: no condition names an audience or a subject`,
      fix: "Add a condition StringEquals on the provider's aud and sub.",
    };
  }
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
