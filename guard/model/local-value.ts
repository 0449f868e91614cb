import { type Json, own } from "../json/json";
import type { Stack } from "./block";
import type { Reference } from "./template";

/** What the local value `name` is written as. */
export function localValue(name: string, { blocks }: Stack): Json | undefined {
  for (const block of blocks) {
    const value = block.kind === "locals" ? own(block.body, name) : undefined;
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

const LOCAL = "local.";

/** The same of a reference that names a whole local value; undefined for any other. */
export function localOf(reference: Reference | undefined, stack: Stack): Json | undefined {
  return reference?.attribute === "" && reference.address.startsWith(LOCAL)
    ? localValue(reference.address.slice(LOCAL.length), stack)
    : undefined;
}
