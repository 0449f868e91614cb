import { asList, asString, isObject, type Json, type JsonObject, own } from "../json/json";
import type { Stack } from "../model/block";
import type { AwsCondition, AwsStatement, Unread } from "./aws-statement";
import { StatementReader } from "./aws-statement-reader";
import type { Resolve } from "./source-text";

/** What a `dynamic` block of each name leaves unread. */
const DYNAMIC: readonly (readonly [name: string, part: Unread])[] = [
  ["principals", "Principal"],
  ["not_principals", "Principal"],
  ["condition", "Condition"],
];

/** The statement that a `statement` block of the data source writes. */
export function fromStatementBlock(
  block: JsonObject,
  stack: Stack,
  resolve: Resolve,
): AwsStatement {
  const reader = new StatementReader(stack, resolve, undefined);
  const principals = new Map<string, readonly Json[]>();
  const unread: Unread[] = [];
  for (const item of asList(own(block, "principals"))) {
    const type = isObject(item) ? asString(own(item, "type")) : undefined;
    const identifiers = isObject(item) ? own(item, "identifiers") : undefined;
    if (type === undefined || identifiers === undefined) {
      unread.push("Principal");
    } else {
      principals.set(type, [...(principals.get(type) ?? []), ...asList(identifiers)]);
    }
  }
  const conditions: AwsCondition[] = [];
  for (const item of asList(own(block, "condition"))) {
    const read = isObject(item) ? fromConditionBlock(item, reader) : undefined;
    if (read === undefined) {
      unread.push("Condition");
    } else {
      conditions.push(read);
    }
  }
  const dynamic = own(block, "dynamic");
  for (const [name, part] of DYNAMIC) {
    if (isObject(dynamic) && own(dynamic, name) !== undefined) {
      unread.push(part);
    }
  }
  const notPrincipals = asList(own(block, "not_principals"));
  const statement = reader.read({
    Effect: own(block, "effect") ?? "Allow",
    Principal: Object.fromEntries(principals),
    ...(notPrincipals.length === 0 ? {} : { NotPrincipal: "*" }),
    Action: own(block, "actions") ?? [],
    Resource: own(block, "resources") ?? [],
  });
  return { ...statement, conditions, unread: [...statement.unread, ...unread] };
}

function fromConditionBlock(block: JsonObject, reader: StatementReader): AwsCondition | undefined {
  const test = asString(own(block, "test"));
  const variable = asString(own(block, "variable"));
  if (test === undefined || variable === undefined) {
    return undefined;
  }
  const { conditions, unread } = reader.read({
    Condition: { [test]: { [variable]: own(block, "values") ?? [] } },
  });
  return unread.length === 0 ? conditions[0] : undefined;
}
