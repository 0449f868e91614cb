import type { CheckResult } from "../result";

/** Where something stands in a configuration. */
interface Positioned {
  readonly stack: string;
  readonly address: string;
  readonly constructPath?: string;
}

/** What leads to a block's body in a file; behind it stands the pointer within the block. */
const BLOCK_POINTERS: readonly RegExp[] = [
  /^\/(?:resource|data)\/[^/]+\/[^/]+(?:\/\d+(?=\/|$))?/,
  /^\/(?:provider|module|variable|output)\/[^/]+(?:\/\d+(?=\/|$))?/,
  /^\/terraform(?:\/\d+)?\/(?:backend|cloud)(?:\/\d+)?(?:\/[^/]+)?(?:\/\d+(?=\/|$))?/,
  /^\/configuration\/provider_config\/[^/]+(?:\/expressions)?/,
  /^\/configuration\/root_module(?:\/module_calls\/[^/]+\/module)*\/resources\/\d+(?:\/expressions)?/,
  /^\/(?:planned_values|prior_state\/values)\/root_module(?:\/child_modules\/\d+)*\/resources\/\d+(?:\/values)?/,
  /^\/resource_changes\/\d+(?:\/change\/after)?/,
];

/**
 * The pointer within the block: it stays the same when the block gets another name or another place
 * in a list, as the configuration of a provider does when one is added before it.
 */
export function pointerInBlock(pointer: string): string {
  for (const pattern of BLOCK_POINTERS) {
    const found = pattern.exec(pointer);
    if (found !== null) {
      return pointer.slice(found[0].length);
    }
  }
  return pointer;
}

/** `pointer` without the places in lists: a rule that is put before others moves them all. */
export function withoutIndexes(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

/** One string of several, in which no part can be taken for another. */
export function keyOf(...parts: readonly (string | null | undefined)[]): string {
  return JSON.stringify(parts);
}

/** Names of stacks as both sides know them. */
export class Stacks {
  /** The name of the only stack on each side, where each has one and they differ. */
  private readonly only: { readonly base: string; readonly head: string } | undefined;

  /**
   * A plan or a single file is a stack that is called after its file: `base.json` and `head.json` are
   * then one stack at two times. The same goes for any two results of one stack each.
   */
  constructor(base: CheckResult, head: CheckResult) {
    const [ofBase, ...moreOfBase] = stacksOf(base);
    const [ofHead, ...moreOfHead] = stacksOf(head);
    this.only =
      ofBase === undefined ||
      ofHead === undefined ||
      ofBase === ofHead ||
      moreOfBase.length + moreOfHead.length > 0
        ? undefined
        : { base: ofBase, head: ofHead };
  }

  /** What a stack of one side is called on the head side. */
  nameOf(stack: string, side: "base" | "head"): string {
    return side === "base" && stack === this.only?.base ? this.only.head : stack;
  }

  addressKey({ stack, address }: Positioned, side: "base" | "head"): string {
    return keyOf(this.nameOf(stack, side), address);
  }

  constructKey({ stack, constructPath }: Positioned, side: "base" | "head"): string | undefined {
    return constructPath === undefined ? undefined : keyOf(this.nameOf(stack, side), constructPath);
  }
}

function stacksOf({ placements, findings, reachability }: CheckResult): ReadonlySet<string> {
  const names = [placements, findings, reachability].flatMap((list) =>
    list.map(({ stack }) => stack),
  );
  return new Set(names.filter((name) => name !== ""));
}
