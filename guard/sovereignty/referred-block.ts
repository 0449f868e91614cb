import { segmentsOf, valueIn } from "../flow/value-in";
import { isObject, type Json, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { parseReference, referencesIn, soleExpression } from "../model/template";

/** No honest chain of references is longer. */
const MAX_HOPS = 32;

/** A resource or data source, with the module that holds it. */
export interface Referred {
  readonly block: Block;
  readonly stack: Stack;
  /**
   * The one instance that is meant: `["logs"]`, `[0]`, or `?` where a function chooses it.
   * @default each instance, as `each.key` of another means it
   */
  readonly instance?: string;
}

/**
 * The resource or data source that `value` refers to, through locals, variables that a calling
 * module sets, outputs of modules in the input, and `each.value`.
 *
 * @param holder block that holds the value
 */
export function referredBlock(
  value: Json | undefined,
  stack: Stack,
  holder: Block,
  hops = 0,
): Referred | undefined {
  const expression = typeof value === "string" ? soleExpression(value) : undefined;
  if (expression === undefined || hops > MAX_HOPS) {
    return undefined;
  }
  // A function around one reference, such as element(aws_s3_bucket.b[*].id, 0), speaks of it too.
  const whole = parseReference(expression);
  const all = whole === undefined ? referencesIn(expression) : [];
  const reference = whole ?? (all.length === 1 ? all[0] : undefined);
  if (reference === undefined) {
    return undefined;
  }
  const { address, attribute } = reference;
  const path = segmentsOf(attribute);
  const [root = "", name = ""] = address.split(".");
  switch (root) {
    case "local":
      for (const block of stack.blocks) {
        const local = block.kind === "locals" ? own(block.body, name) : undefined;
        if (local !== undefined) {
          return referredBlock(valueIn(local, path), stack, block, hops + 1);
        }
      }
      return undefined;
    case "var": {
      const input = stack.inputs?.get(name);
      return input?.from === undefined
        ? undefined
        : referredBlock(valueIn(input.value, path), input.from.stack, input.from.block, hops + 1);
    }
    case "module": {
      const called = stack.modules?.get(name)?.stack;
      const [output = "", ...rest] = path;
      const block = called?.byAddress.get(`output.${output}`);
      return called === undefined || block === undefined
        ? undefined
        : referredBlock(valueIn(own(block.body, "value") ?? null, rest), called, block, hops + 1);
    }
    case "each": {
      const set = own(holder.body, "for_each");
      const only = isObject(set) ? Object.values(set) : [set];
      return only.length === 1 ? referredBlock(only[0], stack, holder, hops + 1) : undefined;
    }
    default: {
      const instance = whole === undefined ? "?" : instanceOf(attribute);
      const block =
        (instance === undefined ? undefined : stack.byAddress.get(`${address}${instance}`)) ??
        stack.byAddress.get(address);
      if (block?.kind !== "resource" && block?.kind !== "data") {
        return undefined;
      }
      return instance === undefined ? { block, stack } : { block, stack, instance };
    }
  }
}

/** `[0]` of `[0].id` and of `0.id`; undefined for `[each.key].id`. */
function instanceOf(attribute: string): string | undefined {
  const [, bracketed, legacy] = /^(?:(\[(?:"[^"]*"|\d+)\])|(\d+)(?:\.|$))/.exec(attribute) ?? [];
  return bracketed ?? (legacy === undefined ? undefined : `[${legacy}]`);
}
