import { type PlaceEvidence, scan } from "../../jurisdiction";
import { isObject, type Json, type JsonObject } from "../json/json";
import { appendToken, type PointerToken } from "../json/pointer";
import type { EvidenceLeaf, TemplateLeaf } from "./block";
import { Outline } from "./outline";
import { frameOf, hasTemplate, isComposed } from "./template";

/** Held here: asked for through two rooms for each of a million strings, it would cost twice as much. */
const placesIn = scan;

export interface Leaves {
  readonly places: readonly EvidenceLeaf[];
  readonly templates: readonly TemplateLeaf[];
}

/** Most blocks hold neither; one shared value keeps a large model small. */
export const NO_LEAVES: Leaves = { places: [], templates: [] };

/**
 * Walks `body` once and collects every string, and every property name, that the guard must look at.
 *
 * @param skip arguments of the block itself that hold addresses of blocks, and no data
 */
export function collectLeaves(body: Json, pointer: string, skip?: ReadonlySet<string>): Leaves {
  const walk = new LeafWalk(pointer);
  walk.root(body, skip);
  return walk.leaves();
}

/**
 * What {@link collectLeaves} would find in `body`, in short.
 *
 * @param empty what outlines that may be shared start from
 */
export function outlineOf(body: Json, empty: Outline, skip?: ReadonlySet<string>): Outline {
  outlineWalk.outline = empty;
  outlineWalk.root(body, skip);
  return outlineWalk.outline;
}

/** A walk through the strings of a body. */
abstract class Walk {
  root(body: Json, skip: ReadonlySet<string> | undefined): void {
    if (!isObject(body)) {
      this.value(body, "");
      return;
    }
    for (const key in body) {
      // "//" is a comment in a block of Terraform JSON; cdktf keeps its metadata there. Deeper down
      // it can be the key of a map, and is data.
      if (key !== "//" && skip?.has(key) !== true) {
        this.property(key, body, "");
      }
    }
  }

  private value(value: Json, argument: string): void {
    if (typeof value === "string") {
      this.inspect(value, argument);
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        const item = value[index] as Json;
        if (typeof item === "string" || typeof item === "object") {
          this.enter(index);
          this.value(item, argument);
          this.leave();
        }
      }
    } else if (isObject(value)) {
      // Objects of JSON.parse inherit nothing that can be enumerated, and for-in makes no list of keys.
      for (const key in value) {
        this.property(key, value, argument);
      }
    }
  }

  private property(key: string, object: JsonObject, argument: string): void {
    const value = object[key] as Json;
    const word = isWord(key);
    const isText = typeof value === "string";
    if (word && !isText && (typeof value !== "object" || value === null)) {
      return;
    }
    this.enter(key);
    // A property name can be data: the keys of a map, or of for_each. Names of arguments are not.
    if (!word) {
      this.inspect(key, argument);
    }
    const inner = word && (argument === "" || !isTagMap(argument)) ? key : argument;
    if (isText) {
      this.inspect(value, inner);
    } else if (typeof value === "object") {
      this.value(value, inner);
    }
    this.leave();
  }

  protected abstract enter(token: PointerToken): void;

  protected abstract leave(): void;

  protected abstract inspect(value: string, argument: string): void;
}

class LeafWalk extends Walk {
  private places: EvidenceLeaf[] | undefined;
  private templates: TemplateLeaf[] | undefined;
  private readonly path: PointerToken[] = [];

  constructor(private readonly pointer: string) {
    super();
  }

  leaves(): Leaves {
    const { places, templates } = this;
    return places === undefined && templates === undefined
      ? NO_LEAVES
      : { places: places ?? NO_LEAVES.places, templates: templates ?? NO_LEAVES.templates };
  }

  protected override enter(token: PointerToken): void {
    this.path.push(token);
  }

  protected override leave(): void {
    this.path.pop();
  }

  protected override inspect(value: string, argument: string): void {
    const found = placesIn(value);
    if (found.length > 0) {
      const pointer = this.here();
      this.places ??= [];
      for (let index = 0; index < found.length; index += 1) {
        const evidence = found[index] as PlaceEvidence;
        this.places.push({ pointer, argument, value, evidence });
      }
    }
    if (hasTemplate(value)) {
      this.templates ??= [];
      this.templates.push({ pointer: this.here(), argument, value });
    }
  }

  private here(): string {
    let pointer = this.pointer;
    for (let index = 0; index < this.path.length; index += 1) {
      pointer = appendToken(pointer, this.path[index] as PointerToken);
    }
    return pointer;
  }
}

class OutlineWalk extends Walk {
  outline = Outline.empty();

  protected override enter(): void {}

  protected override leave(): void {}

  protected override inspect(value: string, argument: string): void {
    if (!hasTemplate(value)) {
      this.look(value);
      return;
    }
    const frame = frameOf(value);
    if (frame === undefined) {
      this.look(value);
      this.outline = this.outline.withTemplate(argument, isComposed(value));
      return;
    }
    // A reference and the text around it name places each by itself: no place goes over a brace. The
    // text is the same in many blocks of an estate, and is then read once.
    this.look(frame.text);
    for (const reference of frame.references) {
      this.look(reference);
    }
    this.outline = this.outline.withTemplate(argument, false);
  }

  private look(text: string): void {
    const found = placesIn(text);
    if (found.length > 0) {
      this.outline = this.outline.withPlaces(found);
    }
  }
}

/** One for all, since an estate has a body for every resource. */
const outlineWalk = new OutlineWalk();

/** Maps whose keys their author invents: below them, the map's own name is what matters. */
function isTagMap(argument: string): boolean {
  return argument === "tags" || argument === "tags_all" || argument.endsWith("_tags");
}

/** Names seen before: an estate has a few hundred. */
const words = new Map<string, boolean>();
const MAX_WORDS = 4096;

/** Argument and block names of Terraform are snake_case; other property names are keys of a map. */
function isWord(key: string): boolean {
  let known = words.get(key);
  if (known === undefined) {
    known = /^[a-z][a-z0-9_]*$/.test(key) && scan(key).length === 0;
    if (words.size >= MAX_WORDS) {
      words.clear();
    }
    words.set(key, known);
  }
  return known;
}
