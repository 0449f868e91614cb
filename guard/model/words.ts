import { type PlaceEvidence, scan } from "../../jurisdiction";

/** What is known of a property name, and of the text that it was last seen with. */
export interface Word {
  /** True for a name of an argument or a block; false for a key that the author made up. */
  readonly isArgument: boolean;
  /** True for a map whose keys their author invents: below it, the map's own name is what matters. */
  readonly isTagMap: boolean;
  /** The last text without an expression that stood there: an estate repeats it in block after block. */
  lastText: string | undefined;
  /** The places that it names. */
  lastPlaces: readonly PlaceEvidence[];
}

/** Names seen before: an estate has a few hundred. */
const words = new Map<string, Word>();
const MAX_WORDS = 4096;

export function wordOf(name: string): Word {
  return words.get(name) ?? learn(name);
}

/** Argument and block names of Terraform are snake_case; other property names are keys of a map. */
function learn(name: string): Word {
  const word: Word = {
    isArgument: /^[a-z][a-z0-9_]*$/.test(name) && scan(name).length === 0,
    isTagMap: name === "tags" || name === "tags_all" || name.endsWith("_tags"),
    lastText: undefined,
    lastPlaces: [],
  };
  if (words.size >= MAX_WORDS) {
    words.clear();
  }
  words.set(name, word);
  return word;
}
