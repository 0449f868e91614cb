import { segmentsOf } from "../flow/value-in";
import type { Json } from "../json/json";
import type { Located } from "./inventory";
import type { Target } from "./targets";

/** Lists few, counts many: `a, b, c and 4 more`. */
export function enumerate(names: readonly string[], most = 3): string {
  return names.length <= most
    ? names.join(", ")
    : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

/** What a target is called in a message. */
export function targetName(target: Target): string {
  return target.kind === "block"
    ? target.block.address
    : target.kind === "text"
      ? target.text
      : "what is not in the input";
}

export function written(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}

export function nameOf({ block }: Located): string {
  return block.address;
}

/** The last part of an attribute: `cidr_block` of `cidr_block`, `gateways.id`. */
export function lastOf(attribute: string): string {
  return segmentsOf(attribute).at(-1) ?? "";
}
