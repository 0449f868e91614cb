import type { Block, Stack } from "../model/block";
import { push } from "./memo";

/** Finds the instances of a resource that a reference in a plan means. */
export class PlannedInstances {
  private readonly planned = new Map<Stack, ReadonlyMap<string, readonly Block[]>>();

  /**
   * A plan has a block for each instance of a resource; elsewhere one block stands for all of them.
   * Where the reference does not say which it means, it can mean any.
   */
  of(
    found: Block,
    address: string,
    attribute: string,
    stack: Stack,
    block: Block,
  ): readonly Block[] {
    if (stack.origin !== "plan") {
      return [found];
    }
    const own = /^\[(?:each\.key|count\.index)\]/.test(attribute)
      ? /\[[^\]]*\]$/.exec(block.address)?.[0]
      : /^\[[^\]]*\]/.exec(attribute)?.[0];
    const exact = own === undefined ? undefined : stack.byAddress.get(`${address}${own}`);
    return exact === undefined ? (this.ofStack(stack).get(address) ?? [found]) : [exact];
  }

  private ofStack(stack: Stack): ReadonlyMap<string, readonly Block[]> {
    let known = this.planned.get(stack);
    if (known === undefined) {
      const found = new Map<string, Block[]>();
      for (const [key, block] of stack.byAddress) {
        if (key.endsWith("]")) {
          push(found, key.replace(/\[[^\]]*\]$/, ""), block);
        }
      }
      known = found;
      this.planned.set(stack, known);
    }
    return known;
  }
}
