import { own } from "../json/json";
import type { Source } from "./graph";
import type { Located } from "./inventory";
import { written } from "./names";
import type { Hop } from "./reachability";

/** The first or last station of a way in or out. */
export const INTERNET: Hop = { stack: "", address: "internet", says: "Any place in the world." };

/** `located` as a station of a path. */
export function hopOf({ block, stack }: Located, says: string): Hop {
  return { stack: stack.name, address: block.address, says };
}

/** Where an argument of `located` stands, or the block itself where the argument is not set. */
export function argumentOf(located: Located, argument: string): Source {
  const { block } = located;
  const value = argument === "" ? undefined : own(block.body, argument);
  return {
    ...located,
    pointer: value === undefined ? block.pointer : `${block.pointer}/${argument}`,
    value: written(value),
  };
}
