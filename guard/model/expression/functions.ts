import {
  isItems,
  isMapping,
  isScalar,
  items,
  number,
  numbers,
  ofText,
  ofTexts,
  single,
  texts,
  within,
} from "./function-arguments";
import { encode, parseJson } from "./json-values";
import { flatten, joined, range } from "./list-functions";
import { replaceMatches } from "./regular-expression";
import {
  bounded,
  byCodePoint,
  eachLetter,
  format,
  formatList,
  substring,
  trim,
} from "./text-functions";
import {
  combine,
  isList,
  just,
  type Lazy,
  listOf,
  MAX_ITEMS,
  MAX_TEXT,
  type Result,
  toText,
  unknown,
  type Value,
} from "./value";

type Fn = (args: readonly Value[]) => Result | Value | undefined;

/**
 * Functions of Terraform that are worked out, of known arguments. The others read the disk, the clock
 * or a key, or make a value that names no place (`sha256`, `cidrsubnet` …).
 *
 * Each returns undefined for arguments of another kind than it takes, which Terraform refuses.
 */
const FUNCTIONS: Readonly<Record<string, Fn>> = {
  abs: ([n]) => number(n, Math.abs),
  base64decode: ([text]) => ofText(text, (t) => Buffer.from(t, "base64").toString("utf8")),
  base64encode: ([text]) => ofText(text, (t) => Buffer.from(t, "utf8").toString("base64")),
  ceil: ([n]) => number(n, Math.ceil),
  chomp: ([text]) => ofText(text, (t) => t.replace(/(?:\r?\n)+$/, "")),
  chunklist: ([list, size]) =>
    isItems(list) && typeof size === "number" && size >= 1
      ? listOf(
          Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
            list.slice(index * size, (index + 1) * size),
          ),
        )
      : undefined,
  coalesce: (args) => args.find((arg) => arg !== null && arg !== "") ?? undefined,
  coalescelist: (args) => args.find((arg) => isItems(arg) && arg.length > 0),
  compact: ([list]) => items(list, (all) => all.filter((item) => item !== null && item !== "")),
  concat: (args) => {
    const lists = args.filter(isItems);
    return lists.length === args.length ? lists.flat() : undefined;
  },
  contains: ([list, value]) => {
    const all = single(list);
    return all === undefined || value === undefined || !all.every(isScalar)
      ? undefined
      : all.some((item) => item === value);
  },
  distinct: ([list]) => items(list, (all) => [...new Set(all)]),
  element: ([list, index]) =>
    isItems(list) && typeof index === "number" && list.length > 0
      ? list[((index % list.length) + list.length) % list.length]?.()
      : undefined,
  endswith: ([text, end]) => ofTexts([text, end], ([t = "", e = ""]) => t.endsWith(e)),
  flatten: ([list]) => (isItems(list) ? flatten(list, 0) : undefined),
  floor: ([n]) => number(n, Math.floor),
  format: ([pattern, ...args]) => (typeof pattern === "string" ? format(pattern, args) : undefined),
  formatlist: ([pattern, ...args]) =>
    typeof pattern === "string" ? formatList(pattern, args) : undefined,
  indent: ([n, text]) =>
    typeof n === "number" && n >= 0 && n < 100
      ? ofText(text, (t) => t.replaceAll("\n", `\n${" ".repeat(n)}`))
      : undefined,
  join: ([separator, ...lists]) =>
    typeof separator === "string" ? joined(separator, lists) : undefined,
  jsondecode: ([text]) => (typeof text === "string" ? parseJson(text) : undefined),
  jsonencode: ([value]) => (value === undefined ? undefined : encode(value)),
  keys: ([map]) => (isMapping(map) ? listOf([...map.keys()].sort(byCodePoint)) : undefined),
  length: ([value]) =>
    typeof value === "string"
      ? [...value].length
      : isItems(value)
        ? value.length
        : isMapping(value)
          ? value.size
          : undefined,
  lookup: ([map, key, otherwise]) =>
    isMapping(map) && typeof key === "string" ? (map.get(key)?.() ?? otherwise) : undefined,
  lower: ([text]) => ofText(text, (t) => eachLetter(t, (char) => char.toLowerCase())),
  max: (args) => numbers(args, (all) => Math.max(...all)),
  merge: (args) => {
    const maps = args.filter((arg) => arg !== null);
    return maps.every(isMapping) ? new Map(maps.flatMap((map) => [...map])) : undefined;
  },
  min: (args) => numbers(args, (all) => Math.min(...all)),
  nonsensitive: ([value]) => value,
  one: ([list]) =>
    isItems(list) ? (list.length === 0 ? null : list.length === 1 ? list[0]?.() : undefined) : list,
  range: (args) => range(args),
  replace: ([text, from, to]) =>
    ofTexts([text, from, to], ([t = "", f = "", r = ""]) => {
      // Between slashes stands a regular expression.
      const isPattern = f.length > 1 && f.startsWith("/") && f.endsWith("/");
      const replaced = isPattern ? replaceMatches(t, f.slice(1, -1), r) : t.split(f).join(r);
      return f === "" || replaced === undefined ? undefined : bounded(replaced);
    }),
  reverse: ([list]) => (isItems(list) ? [...list].reverse() : undefined),
  sensitive: ([value]) => value,
  slice: ([list, from, to]) =>
    isItems(list) && typeof from === "number" && typeof to === "number"
      ? list.slice(from, to)
      : undefined,
  sort: ([list]) => {
    const all = texts(list);
    return all === undefined ? undefined : listOf([...all].sort(byCodePoint));
  },
  split: ([separator, text]) =>
    typeof separator === "string" && typeof text === "string"
      ? within(text === "" ? [""] : text.split(separator))
      : undefined,
  startswith: ([text, start]) => ofTexts([text, start], ([t = "", s = ""]) => t.startsWith(s)),
  strcontains: ([text, part]) => ofTexts([text, part], ([t = "", p = ""]) => t.includes(p)),
  strrev: ([text]) => ofText(text, (t) => [...t].reverse().join("")),
  substr: ([text, from, length]) =>
    typeof text === "string" && typeof from === "number" && typeof length === "number"
      ? substring([...text], from, length)
      : undefined,
  textdecodebase64: ([text, encoding]) => {
    const name = typeof encoding === "string" ? ENCODINGS[encoding.toUpperCase()] : undefined;
    return name === undefined
      ? undefined
      : ofText(text, (t) => Buffer.from(t, "base64").toString(name));
  },
  title: ([text]) =>
    ofText(text, (t) =>
      t.replace(/(^|[\0-/:-@[-^`{-\x7f\s])(\p{L})/gu, (_all, before: string, letter: string) =>
        before.concat(eachLetter(letter, (char) => char.toUpperCase())),
      ),
    ),
  tobool: ([value]) =>
    typeof value === "boolean"
      ? value
      : value === "true"
        ? true
        : value === "false"
          ? false
          : undefined,
  tolist: ([value]) => (isItems(value) ? value : undefined),
  tomap: ([value]) => (isMapping(value) ? value : undefined),
  tonumber: ([value]) =>
    typeof value === "number"
      ? value
      : typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value)
        ? Number(value)
        : undefined,
  toset: ([value]) => {
    const all = single(value);
    return all?.every((item) => typeof item === "string")
      ? listOf([...new Set(all)].sort(byCodePoint))
      : all?.every((item) => typeof item === "number")
        ? listOf([...new Set(all)].sort((one, other) => one - other))
        : undefined;
  },
  tostring: ([value]) => (value === null || value === undefined ? value : toText(value)),
  trim: ([text, set]) => ofTexts([text, set], ([t = "", s = ""]) => trim(t, s, true, true)),
  trimprefix: ([text, start]) =>
    ofTexts([text, start], ([t = "", s = ""]) => (t.startsWith(s) ? t.slice(s.length) : t)),
  trimspace: ([text]) => ofText(text, (t) => t.trim()),
  trimsuffix: ([text, end]) =>
    ofTexts([text, end], ([t = "", e = ""]) =>
      e !== "" && t.endsWith(e) ? t.slice(0, -e.length) : t,
    ),
  upper: ([text]) => ofText(text, (t) => eachLetter(t, (char) => char.toUpperCase())),
  urlencode: ([text]) =>
    ofText(text, (t) =>
      encodeURIComponent(Buffer.from(t).toString("utf8"))
        .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll("%20", "+"),
    ),
  values: ([map]) =>
    isMapping(map)
      ? [...map.keys()].sort(byCodePoint).map((key): Lazy => map.get(key) ?? (() => just(null)))
      : undefined,
  zipmap: ([names, values]) => {
    const all = texts(names);
    return all !== undefined && isItems(values) && all.length === values.length
      ? new Map(all.map((name, index) => [name, values[index] as Lazy]))
      : undefined;
  },
};

const ENCODINGS: Readonly<Record<string, BufferEncoding>> = {
  "UTF-8": "utf8",
  "UTF-16LE": "utf16le",
  "ISO-8859-1": "latin1",
};

/** `name` of every combination of what its arguments can be. */
export function callFunction(name: string, args: readonly Result[]): Result {
  const fn = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (fn === undefined) {
    return unknown(`the function ${name} has a value only when Terraform runs`);
  }
  return combine(args, (values) => {
    const result = fn(values);
    if (result === undefined) {
      return unknown(`${name} is called with what has a value only when Terraform runs`);
    }
    if (isResult(result)) {
      return result;
    }
    if (typeof result === "string" && result.length > MAX_TEXT) {
      return unknown(`${name} makes more than ${MAX_TEXT} characters`);
    }
    return isList(result) && result.length > MAX_ITEMS
      ? unknown(`${name} makes more than ${MAX_ITEMS} items`)
      : just(result);
  });
}

function isResult(value: Result | Value): value is Result {
  return typeof value === "object" && value !== null && "known" in value;
}
