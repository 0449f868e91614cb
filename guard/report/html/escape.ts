import { printable } from "../printable";

/** Markup that is safe to put into a page. Only {@link html} and {@link trusted} make it. */
export class Html {
  constructor(readonly text: string) {}
}

/** What a template takes: text is escaped, markup stands as it is, nothing leaves nothing. */
export type Part = Html | string | number | undefined | readonly Part[];

/** Markup with values between; every value that is no {@link Html} is escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  let text = strings[0] ?? "";
  for (let at = 0; at < values.length; at += 1) {
    text += markupOf(values[at]) + (strings[at + 1] ?? "");
  }
  return new Html(text);
}

/** Markup of this program's own, such as an icon; never a text of a configuration. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function markupOf(part: Part): string {
  if (part === undefined) {
    return "";
  }
  if (part instanceof Html) {
    return part.text;
  }
  return typeof part === "object" ? part.map(markupOf).join("") : escaped(String(part));
}

const SPECIAL = /[&<>"'`]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Text as it is safe in an element or a quoted attribute, unseen characters written out. */
function escaped(text: string): string {
  return printable(text).replace(SPECIAL, (char) => ENTITIES[char] ?? char);
}

/** Longest name that a page shows whole, in UTF-16 code units; the JSON result has all of it. */
const LONGEST_NAME = 600;
/** Longest sentence, which may list all regions of a jurisdiction. */
const LONGEST_SENTENCE = 4000;
const HEAD = 400;
const TAIL = 120;

/** A long name with its middle left out, saying how much that is. */
export function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : withoutMiddle(name);
}

/** A long sentence with its middle left out; only a value that it repeats makes it so long. */
export function shortenedSentence(sentence: string): string {
  return sentence.length <= LONGEST_SENTENCE ? sentence : withoutMiddle(sentence);
}

function withoutMiddle(text: string): string {
  const left = text.length - HEAD - TAIL;
  return `${text.slice(0, HEAD)} … ${left} characters left out … ${text.slice(-TAIL)}`;
}
