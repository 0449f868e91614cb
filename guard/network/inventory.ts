import type { Jurisdiction } from "../../jurisdiction";
import { isObject, type Json, type JsonObject, own } from "../json/json";
import { appendToken } from "../json/pointer";
import { type Block, type Stack, sets } from "../model/block";
import { hasTemplate } from "../model/template";
import { evaluate } from "../place/evaluate";
import { type Place, Placer } from "../place/place";
import { push } from "./memo";
import { Resolver } from "./resolver";
import type { Target } from "./targets";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const ownOf = own;
const isBlock = isObject;

/** A block with the module whose expressions it holds. */
export interface Located {
  readonly block: Block;
  readonly stack: Stack;
}

/** One nested block of an argument, with the JSON pointer of where it stands. */
export interface Nested {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** What a boolean argument is: `unknown` where only the run of Terraform tells, undefined where unset. */
export type Flag = true | false | "unknown" | undefined;

const NONE: readonly Located[] = [];

/** Resources of the input by their type, and what their arguments say. */
export class Inventory {
  readonly resolver: Resolver;
  private readonly byType = new Map<string, Located[]>();
  private readonly overridden = new Map<Block, JsonObject>();
  private readonly placers = new Map<Stack, Placer>();

  /** @param isWanted types to keep; an estate has many others */
  constructor(
    readonly stacks: readonly Stack[],
    readonly jurisdiction: Jurisdiction,
    isWanted: (type: string) => boolean,
  ) {
    this.resolver = new Resolver(stacks, (block) => this.bodyOf(block));
    const wanted = new Map<string, boolean>();
    for (const stack of stacks) {
      for (const block of stack.blocks) {
        if (block.kind !== "resource") {
          continue;
        }
        let keep = wanted.get(block.type);
        if (keep === undefined) {
          keep = isWanted(block.type);
          wanted.set(block.type, keep);
        }
        if (keep) {
          this.add({ block, stack });
        }
      }
    }
    this.dropAbsent();
  }

  private add(located: Located): void {
    const { block } = located;
    if (block.overrides !== undefined) {
      // An override file replaces arguments, and nested blocks of one type altogether.
      const before = this.overridden.get(block.overrides) ?? block.overrides.body;
      this.overridden.set(block.overrides, { ...before, ...block.body });
      return;
    }
    push(this.byType, block.type, located);
  }

  /** Once all files are read: an override file can set `count` too. */
  private dropAbsent(): void {
    for (const [type, all] of this.byType) {
      const made = all.filter(
        ({ block, stack }) =>
          !this.mayBeAbsent(block) || !isAbsent(block, this.bodyOf(block), stack),
      );
      if (made.length === 0) {
        this.byType.delete(type);
      } else {
        this.byType.set(type, made);
      }
    }
  }

  private mayBeAbsent(block: Block): boolean {
    return this.overridden.size > 0 || sets(block, "count") || sets(block, "for_each");
  }

  get isEmpty(): boolean {
    return this.byType.size === 0;
  }

  of(...types: readonly string[]): readonly Located[] {
    const [only] = types;
    return types.length === 1 && only !== undefined
      ? (this.byType.get(only) ?? NONE)
      : types.flatMap((type) => this.byType.get(type) ?? NONE);
  }

  argument({ block }: Located, name: string): Json | undefined {
    const value = ownOf(this.bodyOf(block), name);
    return value === null ? undefined : value;
  }

  /** What the argument names. Empty where it is not set. */
  targets(located: Located, name: string): readonly Target[] {
    return this.resolver.targets(this.argument(located, name), located.stack, located.block);
  }

  /** What an argument of a nested block names. */
  targetsIn(nested: Nested, name: string, { stack, block }: Located): readonly Target[] {
    return this.resolver.targets(ownOf(nested.value, name), stack, block);
  }

  flag(located: Located, name: string): Flag {
    return this.flagOf(this.argument(located, name), located);
  }

  flagOf(value: Json | undefined, located: Located): Flag {
    if (value === undefined || value === null) {
      return undefined;
    }
    const texts = this.texts(value, located);
    return texts === undefined || texts.length === 0
      ? "unknown"
      : texts.every((text) => text === "true" || text === "1")
        ? true
        : texts.every((text) => text === "false" || text === "0")
          ? false
          : "unknown";
  }

  /** Every text that `value` can be; undefined where that is not known. */
  texts(value: Json | undefined, { stack, block }: Located): readonly string[] | undefined {
    if (typeof value === "number" || typeof value === "boolean") {
      return [String(value)];
    }
    // Most are literals, of which there are as many as there are rules.
    if (typeof value === "string" && !hasTemplate(value)) {
      return [value];
    }
    const result = evaluate(value, stack, block);
    return result.known ? result.values : undefined;
  }

  /** The nested blocks of an argument, those of `dynamic` blocks included. */
  nested(
    located: Located,
    name: string,
  ): { readonly blocks: readonly Nested[]; readonly isWhole: boolean } {
    const { block } = located;
    return nestedBlocks(this.bodyOf(block), name, block.pointer);
  }

  private bodyOf(block: Block): JsonObject {
    return this.overridden.size === 0 ? block.body : (this.overridden.get(block) ?? block.body);
  }

  placeOf({ block, stack }: Located): Place {
    let placer = this.placers.get(stack);
    if (placer === undefined) {
      placer = new Placer(stack, this.jurisdiction);
      this.placers.set(stack, placer);
    }
    return placer.placeOf(block);
  }
}

/** Lists in lists that an argument of blocks may have; one is what Terraform writes. */
const MAX_LISTS = 4;

/** Nested blocks called `name` in `body`; not whole where an expression makes some of them. */
export function nestedBlocks(
  body: JsonObject,
  name: string,
  pointer: string,
): { readonly blocks: readonly Nested[]; readonly isWhole: boolean } {
  const written = ownOf(body, name);
  const dynamic = ownOf(body, "dynamic");
  if (dynamic === undefined && (written === undefined || isEmptyList(written))) {
    return NO_BLOCKS;
  }
  const blocks: Nested[] = [];
  let isWhole = takeBlocks(written, appendToken(pointer, name), 0, blocks);
  if (dynamic !== undefined) {
    for (const { value, pointer: at } of objectsOf(dynamic, appendToken(pointer, "dynamic"))) {
      const label = ownOf(value, name);
      for (const repeated of objectsOf(label, appendToken(at, name))) {
        const content = ownOf(repeated.value, "content");
        const inside = appendToken(repeated.pointer, "content");
        isWhole = takeBlocks(content, inside, 0, blocks) && isWhole;
      }
    }
  }
  return { blocks, isWhole };
}

const NO_BLOCKS: { readonly blocks: readonly Nested[]; readonly isWhole: boolean } = {
  blocks: [],
  isWhole: true,
};

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Adds the blocks of `value`; false where it holds something else. */
function takeBlocks(value: Json | undefined, at: string, depth: number, blocks: Nested[]): boolean {
  if (Array.isArray(value) && depth <= MAX_LISTS) {
    let isWhole = true;
    for (let index = 0; index < value.length; index += 1) {
      isWhole =
        takeBlocks(value[index] as Json, appendToken(at, index), depth + 1, blocks) && isWhole;
    }
    return isWhole;
  }
  if (isBlock(value)) {
    blocks.push({ value, pointer: at });
    return true;
  }
  return value === undefined || value === null;
}

function objectsOf(value: Json | undefined, pointer: string): readonly Nested[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, index) =>
      isBlock(item) ? [{ value: item, pointer: appendToken(pointer, index) }] : [],
    );
  }
  return isBlock(value) ? [{ value, pointer }] : [];
}

/** True for a block that is written and never made: `count` is 0, or `for_each` is empty. */
function isAbsent(block: Block, body: JsonObject, stack: Stack): boolean {
  const count = ownOf(body, "count");
  if (count !== undefined) {
    if (typeof count === "number") {
      return count === 0;
    }
    const result = evaluate(count, stack, block);
    return result.known && result.values.length > 0 && result.values.every((text) => text === "0");
  }
  const set = ownOf(body, "for_each");
  return (
    (Array.isArray(set) && set.length === 0) || (isBlock(set) && Object.keys(set).length === 0)
  );
}
