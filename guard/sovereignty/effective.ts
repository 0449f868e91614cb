import type { JsonObject } from "../json/json";
import { own } from "../json/json";
import type { Block, Stack } from "../model/block";

const merged = new WeakMap<Stack, ReadonlyMap<Block, JsonObject | undefined>>();

/**
 * The arguments that Terraform takes for `block`: an override file replaces those that it writes.
 *
 * @returns undefined for a block that a later file overrides: that one is judged for both
 */
export function effectiveBody(block: Block, stack: Stack): JsonObject | undefined {
  let bodies = merged.get(stack);
  if (bodies === undefined) {
    bodies = mergeOverrides(stack);
    merged.set(stack, bodies);
  }
  return bodies.size > 0 && bodies.has(block) ? bodies.get(block) : block.body;
}

function mergeOverrides(stack: Stack): ReadonlyMap<Block, JsonObject | undefined> {
  const bodies = new Map<Block, JsonObject | undefined>();
  const latest = new Map<Block, Block>();
  for (const block of stack.blocks) {
    if (block.overrides !== undefined) {
      const before = latest.get(block.overrides) ?? block.overrides;
      const body = bodies.get(before) ?? before.body;
      bodies.set(before, undefined);
      bodies.set(block, { ...body, ...block.body });
      latest.set(block.overrides, block);
    }
  }
  return bodies;
}

/** `pointer`, or that of the block where the argument stands in the file that the block overrides. */
export function pointerIn(block: Block, pointer: string): string {
  const rest = pointer.slice(block.pointer.length + 1);
  const [argument = ""] = rest.split("/", 1);
  return block.overrides === undefined || argument === "" || own(block.body, argument) !== undefined
    ? pointer
    : block.pointer;
}
