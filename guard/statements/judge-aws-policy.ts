import { type Jurisdiction, parseHost } from "../../jurisdiction";
import { allowed, judgeArn, judgeProof } from "./aws-judged-places";
import { accountOf } from "./aws-principals";
import { isPositive, reachOfConditions, regionValueProblems } from "./aws-regions";
import type { AwsStatement } from "./aws-statement";
import type { AwsSurroundings } from "./aws-surroundings";
import { judgePrincipals, strangeAccount } from "./judge-aws-principals";
import { listRegions, regionField } from "./reach";
import { HOLE, type SourceText, written } from "./source-text";
import type { StatementVerdict } from "./statement-verdict";

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
  for (const resource of statement.resources) {
    yield* judgeArn(resource, "Resource", surroundings);
    yield* judgeResourceAccount(resource, surroundings);
  }
  yield* judgeConditionPlaces(statement, surroundings);
  yield* judgePrincipals(statement, surroundings);
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
