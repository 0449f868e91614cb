import type { Jurisdiction } from "../../jurisdiction";
import type { DeclaredModules } from "../declare/read-declared-modules";
import type { Block, BlockKind, Stack } from "../model/block";
import type { Place } from "../place/place";
import type { Status } from "../result";

/** What a rule may look at. Nothing in it reads the clock, the disk or the environment. */
export interface RuleContext {
  readonly jurisdiction: Jurisdiction;
  readonly stack: Stack;
  /** Every stack of the input, for what crosses from one to another. */
  readonly stacks: readonly Stack[];
  /** Remote modules that somebody has read. */
  readonly declared: DeclaredModules;
  /** Where a resource, data source or provider configuration of this stack lies. */
  placeOf(block: Block): Place;
}

/** What a rule says of one block. The engine adds where the block stands. */
export interface Verdict {
  /** `note` tells a reviewer something and fails nothing. */
  readonly status: Exclude<Status, "inside"> | "note";
  /** JSON pointer of the value that decides. */
  readonly path: string;
  readonly value: string;
  /** Region or realm that the value names. */
  readonly region?: string;
  /** What is wrong, in one sentence that can stand alone. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * An invariant of a configuration that stays inside its jurisdiction.
 *
 * Each rule is one file, with a page of the same name beside it, and is listed in `registry.ts`.
 */
export interface Rule {
  /** Names what holds where nothing is wrong; public contract, never reused for another meaning. */
  readonly id: string;
  /** The invariant as a sentence. */
  readonly title: string;
  /** Kinds of blocks that `check` looks at. */
  readonly kinds: readonly BlockKind[];
  /**
   * Which types of these blocks it looks at. Asked once a type, so that a rule about buckets costs
   * nothing on ten thousand subnets.
   * @default every type
   */
  concerns?(type: string): boolean;
  /** Judges one block. */
  check?(block: Block, context: RuleContext): Iterable<Verdict>;
  /** Judges what only the stack as a whole can show, such as whether a subnet can be reached. */
  checkStack?(context: RuleContext): Iterable<BlockVerdict>;
}

/** What a rule returns where it has nothing to say; one for all, so that saying nothing costs nothing. */
export const NOTHING: readonly never[] = [];

/** A verdict of a whole-stack check, with the block that it is about. */
export interface BlockVerdict extends Verdict {
  readonly block: Block;
}
