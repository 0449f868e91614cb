import type { Json } from "../json/json";
import type { Block, Stack } from "../model/block";
import { evaluateJson } from "../model/expression/evaluator";
import { isList, toText } from "../model/expression/value";

/** The values that an argument can take, as far as the configuration tells. */
export type Evaluation =
  | { readonly known: true; readonly values: readonly string[]; readonly via: string }
  | { readonly known: false; readonly reason: string };

/**
 * Evaluates `value` without running Terraform: literals, locals, variables with a validation, what
 * `for_each` and `count` go through, conditionals (both arms), and functions of known values. A
 * number or a boolean is given as text.
 *
 * @param block block that holds the value: `each.value` is an item of its `for_each`
 * @returns every value that it can have; or why that is known only when Terraform runs
 */
export function evaluate(value: Json | undefined, stack: Stack, block?: Block): Evaluation {
  if (value === undefined || value === null) {
    return { known: false, reason: "it is not set" };
  }
  if (typeof value !== "string") {
    const kind = typeof value === "object" ? (Array.isArray(value) ? "list" : "map") : typeof value;
    return { known: false, reason: `it is a ${kind}` };
  }
  const result = evaluateJson(value, { stack, block });
  if (!result.known) {
    return result;
  }
  const values: string[] = [];
  for (const each of result.values) {
    const text = toText(each);
    if (text === undefined) {
      const kind =
        each === null ? "null, which leaves it unset" : isList(each) ? "a list" : "a map";
      return { known: false, reason: `it can be ${kind}` };
    }
    values.push(text);
  }
  return { known: true, values: [...new Set(values)], via: result.via };
}
