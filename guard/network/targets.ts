import { type JsonObject, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import type { Reference } from "../model/template";

/** What a value names. */
export type Target =
  | {
      readonly kind: "block";
      readonly block: Block;
      readonly stack: Stack;
      /** Attribute of the block, without indices: `id`, `default_route_table_id`; empty for none. */
      readonly attribute: string;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unknown"; readonly reason: string };

/** More than any honest list has; hostile locals double at every step. */
const MAX_TARGETS = 4096;

/** An attribute that the configuration does not set, of a resource that it makes: most are. */
export function ofAttribute(
  { address, attribute }: Reference,
  stack: Stack,
  bodyOf: (block: Block) => JsonObject,
): readonly Target[] | undefined {
  const block = stack.byAddress.get(address);
  return block?.kind === "resource" &&
    !NAMES.has(block.type) &&
    stack.origin !== "plan" &&
    attribute !== "" &&
    (attribute === "id" || (isName(attribute) && own(bodyOf(block), attribute) === undefined))
    ? [{ kind: "block", block, stack, attribute }]
    : undefined;
}

/** What a reference begins with that speaks of no resource. */
const NAMES = new Set(["each", "local", "module", "var"]);

/** True for one name, without a path or an index. */
function isName(attribute: string): boolean {
  return /^[A-Za-z_][A-Za-z_-]*$/.test(attribute);
}

export function unknown(reason: string): readonly Target[] {
  return [{ kind: "unknown", reason }];
}

export function join(address: string, attribute: string): string {
  return attribute === ""
    ? address
    : attribute.startsWith("[")
      ? address + attribute
      : `${address}.${attribute}`;
}

export function withoutIndex(attribute: string): string {
  return attribute.replace(/^\[[^\]]*\]\.?/, "");
}

export function distinct(targets: readonly Target[]): readonly Target[] {
  if (targets.length < 2) {
    return targets;
  }
  const blocks = new Map<Block, Set<string>>();
  const texts = new Set<string>();
  const kept: Target[] = [];
  for (const target of targets) {
    if (kept.length >= MAX_TARGETS) {
      kept.push({ kind: "unknown", reason: "it names too many resources" });
      break;
    }
    if (target.kind === "block") {
      const attributes = blocks.get(target.block) ?? new Set();
      blocks.set(target.block, attributes);
      if (attributes.has(target.attribute)) {
        continue;
      }
      attributes.add(target.attribute);
    } else {
      const text = target.kind === "text" ? `=${target.text}` : `?${target.reason}`;
      if (texts.has(text)) {
        continue;
      }
      texts.add(text);
    }
    kept.push(target);
  }
  return kept;
}
