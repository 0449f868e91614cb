import { texts } from "./function-arguments";
import { isList, listOf, MAX_TEXT, toText, type Value } from "./value";

/** One letter stays one letter, as in Terraform: the capital of ß is ß. */
export function eachLetter(text: string, change: (letter: string) => string): string {
  return [...text]
    .map((letter) => {
      const [first = letter, ...others] = [...change(letter)];
      return others.length === 0 || letter === "İ" ? first : letter;
    })
    .join("");
}

export function bounded(text: string): string | undefined {
  return text.length > MAX_TEXT ? undefined : text;
}

export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function substring(chars: readonly string[], from: number, length: number): string {
  const start = from < 0 ? chars.length + from : from;
  return chars.slice(start, length < 0 ? undefined : start + length).join("");
}

export function trim(text: string, set: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = text.length;
  while (atStart && start < end && set.includes(text[start] as string)) {
    start += 1;
  }
  while (atEnd && end > start && set.includes(text[end - 1] as string)) {
    end -= 1;
  }
  return text.slice(start, end);
}

const VERB = /%(?:%|([-0]?)(\d{0,2})([svdq])|.|$)/gs;

/** `%s %d %v %q %%`, with a width; a precision, a sign or an index is not worked out. */
export function format(pattern: string, args: readonly Value[]): string | undefined {
  let next = 0;
  let failed = false;
  const text = pattern.replace(
    VERB,
    (
      all: string,
      flag: string | undefined,
      width: string | undefined,
      verb: string | undefined,
    ) => {
      if (all === "%%") {
        return "%";
      }
      const arg = toText(args[next] ?? null);
      next += 1;
      const isNumber = arg !== undefined && /^\d+$/.test(arg);
      if (
        verb === undefined ||
        arg === undefined ||
        (verb === "d" && !/^-?\d+$/.test(arg)) ||
        (flag === "0" && !(verb === "d" && isNumber))
      ) {
        failed = true;
        return "";
      }
      const shown = verb === "q" ? JSON.stringify(arg) : arg;
      return flag === "-"
        ? shown.padEnd(Number(width))
        : shown.padStart(Number(width), flag === "0" ? "0" : " ");
    },
  );
  return failed || next !== args.length ? undefined : bounded(text);
}

export function formatList(pattern: string, args: readonly Value[]): Value | undefined {
  const lists = args.map((arg) => (isList(arg) ? texts(arg) : undefined));
  const length = lists.find((list) => list !== undefined)?.length;
  if (
    length === undefined ||
    args.some((arg, index) => isList(arg) && lists[index]?.length !== length)
  ) {
    return undefined;
  }
  const all: string[] = [];
  for (let index = 0; index < length; index += 1) {
    const text = format(
      pattern,
      args.map((arg, at) => lists[at]?.[index] ?? arg),
    );
    if (text === undefined) {
      return undefined;
    }
    all.push(text);
  }
  return listOf(all);
}
