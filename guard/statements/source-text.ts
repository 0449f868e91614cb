import { hasTemplate, parseTemplate } from "../model/template";

/**
 * A text as a parser of statements reads it: each Terraform expression in it is one character, a
 * hole, so that no quote or brace inside an expression can be taken for one of the statement.
 */
export interface SourceText {
  /** The text, with one {@link HOLE} for each expression. */
  readonly text: string;
  /** Source of each expression, by its offset in `text`. */
  readonly holes: ReadonlyMap<number, string>;
}

/** Stands for an expression whose value is not in the file. A private-use character: no keyword has it. */
export const HOLE = "\uE000";

const NO_HOLES: ReadonlyMap<number, string> = new Map();

/** Combinations of admitted values that one text is judged in; more of them leave a hole. */
const MAX_VARIANTS = 16;

/** The values that an expression can take, or undefined where the file does not say. */
export type Resolve = (expression: string) => readonly string[] | undefined;

/** `template` as it is read, each expression that `resolve` does not know left as a hole. */
export function toSourceTexts(
  template: string,
  resolve: Resolve = () => undefined,
): readonly SourceText[] {
  if (!hasTemplate(template)) {
    return [{ text: template, holes: NO_HOLES }];
  }
  let variants: { text: string; holes: Map<number, string> }[] = [{ text: "", holes: new Map() }];
  for (const part of parseTemplate(template)) {
    const values = part.kind === "expression" ? resolve(part.source) : undefined;
    if (part.kind === "text") {
      for (const variant of variants) {
        variant.text += part.source;
      }
    } else if (values?.length === 1) {
      for (const variant of variants) {
        variant.text += values[0];
      }
    } else if (values?.length && values.length * variants.length <= MAX_VARIANTS) {
      variants = values.flatMap((value) =>
        variants.map(({ text, holes }) => ({ text: text + value, holes: new Map(holes) })),
      );
    } else {
      for (const variant of variants) {
        variant.holes.set(variant.text.length, part.source);
        variant.text += HOLE;
      }
    }
  }
  return variants;
}

/** The part of `source` from `start` to `end` as it was written, holes as `${…}` again. */
export function written(source: SourceText, start = 0, end = source.text.length): string {
  const slice = source.text.slice(start, end);
  if (!slice.includes(HOLE)) {
    return slice;
  }
  let text = "";
  for (let at = 0; at < slice.length; at += 1) {
    const char = slice[at];
    text += char === HOLE ? `\${${source.holes.get(start + at) ?? "…"}}` : char;
  }
  return text;
}
