import { asString, isObject, type Json, type JsonObject } from "../json/json";
import { escapeToken } from "../json/pointer";
import type { ArgumentNames } from "./argument-names";
import type { Block, BlockKind, EvidenceLeaf, TemplateLeaf } from "./block";
import { collectLeaves, type Leaves } from "./collect";
import type { Outline } from "./outline";
import { OutlineWalk } from "./outline-walk";
import { frameIn, metadataIn } from "./source-line";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const textOf = asString;
const isBody = isObject;
const escaped = escapeToken;
const metadataAt = metadataIn;
const frameAt = frameIn;

/** What blocks of one file, kind and type have in common: said once, an estate stays small. */
interface BlockGroup {
  readonly stack: string;
  readonly file: string;
  /** What the outlines of its blocks start from. */
  readonly empty: Outline;
  /** What the names of their arguments start from. */
  readonly none: ArgumentNames;
  readonly kind: BlockKind;
  readonly type: string;
  /** Pointer of what holds the blocks by their names. */
  readonly above: string;
}

/** One for all, since an estate has a body for every resource. */
const walk = new OutlineWalk();

/**
 * A block of a configuration that was read. What its strings name is worked out when a rule asks for
 * it: of an estate that is inside, the outlines say enough.
 */
export class ReadBlock implements Block {
  readonly body: JsonObject;
  readonly outline: Outline | undefined;
  readonly argumentNames: ArgumentNames | undefined;
  /** Path of the construct that wrote the block. cdktf keeps it under `"//".metadata.path`. */
  readonly constructPath: string | undefined;
  readonly sourceFrame: string | undefined;
  readonly providerName: string | undefined;
  declare readonly overrides?: Block;
  private leaves: Leaves | undefined;
  private at: string | undefined;

  /**
   * @param at JSON pointer
   * @default its name below `group.above`
   * @param written the body, or whatever else stands in its place
   * @param skip arguments that hold addresses of blocks, and no data
   */
  constructor(
    private readonly group: BlockGroup,
    readonly address: string,
    readonly name: string,
    written: Json,
    at: string | undefined,
    skip: ReadonlySet<string> | undefined,
  ) {
    this.at = at;
    // All at once, while the body is at hand: an estate is larger than the caches of a processor.
    walk.body(written, group.empty, skip, group.none);
    this.outline = walk.outline;
    this.argumentNames = walk.names;
    if (isBody(written)) {
      this.body = written;
      const metadata = metadataAt(walk.comment);
      this.constructPath = metadata === undefined ? undefined : textOf(metadata.path);
      this.sourceFrame = metadata === undefined ? undefined : frameAt(metadata);
      this.providerName = textOf(walk.provider);
      this.leaves = skip === undefined ? undefined : collectLeaves(written, this.pointer, skip);
    } else {
      this.body = { value: written };
      this.constructPath = undefined;
      this.sourceFrame = undefined;
      this.providerName = undefined;
      this.leaves = collectLeaves(written, this.pointer);
    }
  }

  get stack(): string {
    return this.group.stack;
  }

  get file(): string {
    return this.group.file;
  }

  get kind(): BlockKind {
    return this.group.kind;
  }

  get type(): string {
    return this.group.type;
  }

  get pointer(): string {
    this.at ??= `${this.group.above}/${escaped(this.name)}`;
    return this.at;
  }

  get places(): readonly EvidenceLeaf[] {
    return this.all().places;
  }

  /** Set where the values of its expressions name places as well. */
  set places(places: readonly EvidenceLeaf[]) {
    this.leaves = { places, templates: this.all().templates };
  }

  get templates(): readonly TemplateLeaf[] {
    return this.all().templates;
  }

  private all(): Leaves {
    this.leaves ??= collectLeaves(this.body, this.pointer);
    return this.leaves;
  }
}
