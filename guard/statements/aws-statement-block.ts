import { asList, asString, isObject, type Json, type JsonObject, own } from "../json/json";
import type { Stack } from "../model/block";
import type { AwsCondition, AwsStatement } from "./aws-statement";
import { StatementReader } from "./aws-statement-reader";
import type { Resolve } from "./source-text";

/** The statement that a `statement` block of the data source writes. */
export function fromStatementBlock(
  block: JsonObject,
  stack: Stack,
  resolve: Resolve,
): AwsStatement | undefined {
  const principals: Record<string, Json> = {};
  const unread: "Principal"[] = [];
  for (const item of asList(own(block, "principals"))) {
    const type = isObject(item) ? asString(own(item, "type")) : undefined;
    const identifiers = isObject(item) ? own(item, "identifiers") : undefined;
    if (type === undefined || identifiers === undefined) {
      unread.push("Principal");
    } else {
      principals[type] = [...asList(principals[type]), ...asList(identifiers)];
    }
  }
  const statement = new StatementReader(stack, resolve, undefined).statement({
    Effect: own(block, "effect") ?? "Allow",
    ...(Object.keys(principals).length === 0 ? {} : { Principal: principals }),
    ...(own(block, "not_principals") === undefined ? {} : { NotPrincipal: "*" }),
    Action: own(block, "actions") ?? [],
    Resource: own(block, "resources") ?? [],
  });
  if (statement === undefined) {
    return undefined;
  }
  const conditions: AwsCondition[] = [];
  const missing: "Condition"[] = [];
  for (const item of asList(own(block, "condition"))) {
    const read = isObject(item) ? fromConditionBlock(item, stack, resolve) : undefined;
    if (read === undefined) {
      missing.push("Condition");
    } else {
      conditions.push(read);
    }
  }
  const dynamic = own(block, "dynamic");
  const dynamics = isObject(dynamic) ? Object.keys(dynamic) : [];
  return {
    ...statement,
    conditions,
    unread: [
      ...statement.unread,
      ...unread,
      ...missing,
      ...(dynamics.includes("principals") ? (["Principal"] as const) : []),
      ...(dynamics.includes("condition") ? (["Condition"] as const) : []),
    ],
  };
}

function fromConditionBlock(
  block: JsonObject,
  stack: Stack,
  resolve: Resolve,
): AwsCondition | undefined {
  const test = asString(own(block, "test"));
  const variable = asString(own(block, "variable"));
  if (test === undefined || variable === undefined) {
    return undefined;
  }
  return new StatementReader(stack, resolve, undefined)
    .statement({
      Effect: "Allow",
      Condition: { [test]: { [variable]: own(block, "values") ?? [] } },
    })
    ?.conditions.at(0);
}
