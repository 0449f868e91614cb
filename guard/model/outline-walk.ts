import { type PlaceEvidence, scan } from "../../jurisdiction";
import { isObject, type Json, type JsonObject } from "../json/json";
import type { ArgumentNames } from "./argument-names";
import { Outline } from "./outline";
import { frameOf, hasTemplate, isComposed, isDotted } from "./template";
import { type Word, wordOf } from "./words";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const wordFor = wordOf;
const holdsTemplate = hasTemplate;
const isReference = isDotted;
const isBody = isObject;

/** Held here: asked for through two rooms for each of a million strings, it would cost twice as much. */
const placesIn = scan;

/** Longest text that is kept for comparison with the next. */
const MAX_KEPT = 512;

/**
 * Walks a body once for its outline: what `collectLeaves` would find in it, in short. It visits what
 * that visits, but keeps no path and makes no list: an estate has a body for every resource.
 */
export class OutlineWalk {
  outline = Outline.empty();
  /** What stands under `"//"`, and the argument `provider`, of the body that was walked last. */
  comment: Json | undefined;
  provider: Json | undefined;
  /** The arguments of the body that was walked last, where they are kept and it was an object. */
  names: ArgumentNames | undefined;
  /** The last text that was read: what a block is called stands in its tags and names alike. */
  private recent = "";
  private recentPlaces: readonly PlaceEvidence[] = [];

  /**
   * @param empty what outlines that may be shared start from
   * @param skip arguments of the block itself that hold addresses of blocks, and no data
   * @param none what names that may be shared start from
   * @default names are not kept
   */
  body(
    body: Json,
    empty: Outline,
    skip: ReadonlySet<string> | undefined,
    none?: ArgumentNames,
  ): void {
    this.outline = empty;
    this.comment = undefined;
    this.provider = undefined;
    this.names = undefined;
    if (!isBody(body)) {
      this.value(body, "");
      return;
    }
    let names = none;
    // Objects of JSON.parse inherit nothing that can be enumerated, and for-in makes no list of keys.
    for (const key in body) {
      const value = body[key] as Json;
      names = names?.with(key);
      if (key === "//") {
        this.comment = value;
        continue;
      }
      if (key === "provider") {
        this.provider = value;
      }
      if (skip?.has(key) !== true) {
        this.property(key, value, "", false);
      }
    }
    this.names = names;
  }

  private object(object: JsonObject, argument: string, isTagMap: boolean): void {
    for (const key in object) {
      this.property(key, object[key] as Json, argument, isTagMap);
    }
  }

  private property(key: string, value: Json, argument: string, isTagMap: boolean): void {
    const word = wordFor(key);
    if (!word.isArgument) {
      // A property name can be data: the keys of a map, or of for_each.
      this.text(key, argument, word);
    }
    const isInner = word.isArgument && !isTagMap;
    if (typeof value === "string") {
      this.text(value, isInner ? key : argument, word);
    } else if (typeof value === "object" && value !== null) {
      if (isInner) {
        this.nested(value, key, word.isTagMap);
      } else {
        this.nested(value, argument, isTagMap);
      }
    }
  }

  private nested(value: JsonObject | readonly Json[], argument: string, isTagMap: boolean): void {
    if (!Array.isArray(value)) {
      this.object(value as JsonObject, argument, isTagMap);
      return;
    }
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index] as Json;
      if (typeof item === "string") {
        this.text(item, argument, undefined);
      } else if (typeof item === "object" && item !== null) {
        this.nested(item as JsonObject, argument, isTagMap);
      }
    }
  }

  private value(value: Json, argument: string): void {
    if (typeof value === "string") {
      this.text(value, argument, undefined);
    } else if (typeof value === "object" && value !== null) {
      this.nested(value, argument, false);
    }
  }

  /** @param word the name that `text` stands under */
  private text(text: string, argument: string, word: Word | undefined): void {
    if (word !== undefined && text === word.lastText) {
      this.add(word.lastPlaces);
    } else if (holdsTemplate(text)) {
      this.template(text, argument);
    } else {
      const found = this.read(text);
      if (word !== undefined && text.length <= MAX_KEPT) {
        word.lastText = text;
        word.lastPlaces = found;
      }
      this.add(found);
    }
  }

  private read(text: string): readonly PlaceEvidence[] {
    if (text === this.recent) {
      return this.recentPlaces;
    }
    const found = placesIn(text);
    if (text.length <= MAX_KEPT) {
      this.recent = text;
      this.recentPlaces = found;
    }
    return found;
  }

  private template(text: string, argument: string): void {
    if (isReference(text)) {
      this.add(placesIn(text));
      this.outline = this.outline.withTemplate(argument, false);
      return;
    }
    const frame = frameOf(text);
    if (frame === undefined) {
      this.add(placesIn(text));
      this.outline = this.outline.withTemplate(argument, isComposed(text));
      return;
    }
    // A reference and the text around it name places each by itself: no place goes over a brace. The
    // text is the same in many blocks of an estate, and is then read once.
    this.add(placesIn(frame.text));
    for (const reference of frame.references) {
      this.add(placesIn(reference));
    }
    this.outline = this.outline.withTemplate(argument, false);
  }

  private add(found: readonly PlaceEvidence[]): void {
    if (found.length > 0) {
      this.outline = this.outline.withPlaces(found);
    }
  }
}
