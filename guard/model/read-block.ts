import { asString, isObject, type Json, type JsonObject, own } from "../json/json";
import type { Block, BlockKind, EvidenceLeaf, TemplateLeaf } from "./block";
import { collectLeaves, type Leaves, outlineOf } from "./collect";
import type { Outline } from "./outline";
import { frameIn, metadataOf } from "./source-line";

/** What the blocks of one file have in common. */
export interface ReadFile {
  readonly stack: string;
  readonly file: string;
  /** What the outlines of its blocks start from. */
  readonly empty: Outline;
}

/**
 * A block of a configuration that was read. What its strings name is worked out when a rule asks for
 * it: of an estate that is inside, the outlines say enough.
 */
export class ReadBlock implements Block {
  readonly body: JsonObject;
  readonly outline: Outline | undefined;
  /** Path of the construct that wrote the block. cdktf keeps it under `"//".metadata.path`. */
  readonly constructPath: string | undefined;
  readonly sourceFrame: string | undefined;
  readonly providerName: string | undefined;
  declare readonly overrides?: Block;
  private leaves: Leaves | undefined;

  /**
   * @param written the body, or whatever else stands in its place
   * @param skip arguments that hold addresses of blocks, and no data
   */
  constructor(
    private readonly from: ReadFile,
    readonly kind: BlockKind,
    readonly address: string,
    readonly type: string,
    readonly name: string,
    readonly pointer: string,
    written: Json,
    skip: ReadonlySet<string> | undefined,
  ) {
    // All at once, while the body is at hand: an estate is larger than the caches of a processor.
    this.outline = outlineOf(written, from.empty, skip);
    if (isObject(written)) {
      this.body = written;
      const metadata = metadataOf(written);
      this.constructPath = metadata === undefined ? undefined : asString(own(metadata, "path"));
      this.sourceFrame = metadata === undefined ? undefined : frameIn(metadata);
      this.providerName = asString(own(written, "provider"));
      this.leaves = skip === undefined ? undefined : collectLeaves(written, pointer, skip);
    } else {
      this.body = { value: written };
      this.constructPath = undefined;
      this.sourceFrame = undefined;
      this.providerName = undefined;
      this.leaves = collectLeaves(written, pointer);
    }
  }

  get stack(): string {
    return this.from.stack;
  }

  get file(): string {
    return this.from.file;
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
