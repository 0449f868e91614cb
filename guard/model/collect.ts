import { type PlaceEvidence, scan } from "../../jurisdiction";
import { isObject, type Json, type JsonObject } from "../json/json";
import { appendToken, type PointerToken } from "../json/pointer";
import type { EvidenceLeaf, TemplateLeaf } from "./block";
import { hasTemplate } from "./template";
import { wordOf } from "./words";

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

/** A walk through the strings of a body. `OutlineWalk` visits the same ones. */
class LeafWalk {
  private places: EvidenceLeaf[] | undefined;
  private templates: TemplateLeaf[] | undefined;
  private readonly path: PointerToken[] = [];

  constructor(private readonly pointer: string) {}

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
          this.path.push(index);
          this.value(item, argument);
          this.path.pop();
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
    const word = wordOf(key).isArgument;
    const isText = typeof value === "string";
    if (word && !isText && (typeof value !== "object" || value === null)) {
      return;
    }
    this.path.push(key);
    // A property name can be data: the keys of a map, or of for_each. Names of arguments are not.
    if (!word) {
      this.inspect(key, argument);
    }
    const inner = word && (argument === "" || !wordOf(argument).isTagMap) ? key : argument;
    if (isText) {
      this.inspect(value, inner);
    } else if (typeof value === "object") {
      this.value(value, inner);
    }
    this.path.pop();
  }

  leaves(): Leaves {
    const { places, templates } = this;
    return places === undefined && templates === undefined
      ? NO_LEAVES
      : { places: places ?? NO_LEAVES.places, templates: templates ?? NO_LEAVES.templates };
  }

  private inspect(value: string, argument: string): void {
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
