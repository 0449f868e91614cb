import type { Block, Stack } from "../block";
import type { Node } from "./syntax";
import type { Lazy } from "./value";

/** Where an expression stands. */
export interface Scope {
  readonly stack: Stack;
  /** Block that holds it, for `each`, `count` and the iterators of its `dynamic` blocks. */
  readonly block: Block | undefined;
  /** Names that a `for` expression binds. */
  readonly bound?: ReadonlyMap<string, Lazy>;
}

/** An attribute or an index behind a name. */
export type Step = { readonly name: string } | { readonly index: Node };
