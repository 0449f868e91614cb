import type { Json, JsonObject } from "../../../../guard/json/json";
import type { Block, Stack } from "../../../../guard/model/block";
import { buildModel } from "../../../../guard/model/build-model";
import { evaluateJson } from "../../../../guard/model/expression/evaluator";
import { isList, isMap, type Result, type Value } from "../../../../guard/model/expression/value";

/** The root module that a Terraform JSON document makes. */
export function stackOf(json: object): Stack {
  const document = { stack: "test", file: "cdk.tf.json", json: json as JsonObject };
  const [stack] = buildModel({ documents: [document], unread: [] });
  return stack as Stack;
}

const NOTHING = stackOf({ locals: {} });

/** Every value that `template` can have, as JSON; or the reason why that is not known. */
export function workedOut(template: Json, stack = NOTHING, block?: Block): unknown {
  return shown(evaluateJson(template, { stack, block }));
}

/** What a result says, as JSON: its values in a list, or its reason. */
export function shown(result: Result): unknown {
  return result.known ? result.values.map(plain) : result.reason;
}

/** A list or a map with what its items can be: the one value, or the reason in pointed brackets. */
function plain(value: Value): unknown {
  if (isList(value)) {
    return value.map((item) => ofItem(item()));
  }
  return isMap(value)
    ? Object.fromEntries([...value].map(([key, item]) => [key, ofItem(item())]))
    : value;
}

function ofItem(result: Result): unknown {
  if (!result.known) {
    return `<${result.reason}>`;
  }
  const [only, ...others] = result.values.map(plain);
  return others.length === 0 ? only : { oneOf: [only, ...others] };
}
