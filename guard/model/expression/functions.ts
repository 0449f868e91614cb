import {
  combine,
  isList,
  isMap,
  just,
  type Lazy,
  listOf,
  MAX_ITEMS,
  MAX_TEXT,
  type Result,
  spend,
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
    const all = texts(list);
    return all === undefined || value === undefined ? undefined : all.includes(toText(value) ?? "");
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
  join: ([separator, ...lists]) => {
    const all = lists.map(texts);
    return typeof separator === "string" && all.every((list) => list !== undefined)
      ? all.flat().join(separator)
      : undefined;
  },
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
  lower: ([text]) => ofText(text, (t) => t.toLowerCase()),
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
    // Between slashes stands a regular expression, which is not worked out.
    typeof from === "string" && from.length > 1 && from.startsWith("/") && from.endsWith("/")
      ? undefined
      : ofTexts([text, from, to], ([t = "", f = "", r = ""]) =>
          f === "" ? undefined : bounded(t.split(f).join(r)),
        ),
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
      t.replace(
        /(^|[^\p{L}\p{N}_'])(\p{L})/gu,
        (_all, a: string, b: string) => a + b.toUpperCase(),
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
    const all = texts(value);
    return all === undefined ? undefined : listOf([...new Set(all)].sort(byCodePoint));
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
  upper: ([text]) => ofText(text, (t) => t.toUpperCase()),
  urlencode: ([text]) =>
    ofText(text, (t) => encodeURIComponent(Buffer.from(t).toString("utf8")).replaceAll("%20", "+")),
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

/** True where `name` is a function that {@link callFunction} knows. */
export function isFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name);
}

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

function isItems(value: Value | undefined): value is readonly Lazy[] {
  return value !== undefined && isList(value);
}

function isMapping(value: Value | undefined): value is ReadonlyMap<string, Lazy> {
  return value !== undefined && isMap(value);
}

function ofText(value: Value | undefined, make: (text: string) => string): Value | undefined {
  const text = value === undefined ? undefined : toText(value);
  return text === undefined ? undefined : make(text);
}

function ofTexts(
  values: readonly (Value | undefined)[],
  make: (texts: readonly string[]) => Value | undefined,
): Value | undefined {
  const all = values.map((value) => (value === undefined ? undefined : toText(value)));
  return all.every((text) => text !== undefined) ? make(all) : undefined;
}

function number(value: Value | undefined, make: (n: number) => number): Value | undefined {
  return typeof value === "number" ? make(value) : undefined;
}

function numbers(args: readonly Value[], make: (all: number[]) => number): Value | undefined {
  const all = args.filter((arg) => typeof arg === "number");
  return all.length === args.length && all.length > 0 ? make(all) : undefined;
}

/** The items of a list that has one known value for each. */
function single(value: Value | undefined): readonly Value[] | undefined {
  if (!isItems(value)) {
    return undefined;
  }
  const found: Value[] = [];
  for (const item of value) {
    spend();
    const result = item();
    const [only] = result.known ? result.values : [];
    if (!result.known || result.values.length !== 1 || only === undefined) {
      return undefined;
    }
    found.push(only);
  }
  return found;
}

function items(
  value: Value | undefined,
  make: (all: readonly Value[]) => readonly Value[],
): Value | undefined {
  const all = single(value);
  return all === undefined ? undefined : listOf(make(all));
}

function texts(value: Value | undefined): readonly string[] | undefined {
  const all = single(value)?.map(toText);
  return all?.every((text) => text !== undefined) ? all : undefined;
}

function within(all: readonly string[]): Value | undefined {
  return all.length > MAX_ITEMS ? undefined : listOf(all);
}

function bounded(text: string): string | undefined {
  return text.length > MAX_TEXT ? undefined : text;
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function substring(chars: readonly string[], from: number, length: number): string {
  const start = from < 0 ? chars.length + from : from;
  return chars.slice(start, length < 0 ? undefined : start + length).join("");
}

function trim(text: string, set: string, atStart: boolean, atEnd: boolean): string {
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

function flatten(list: readonly Lazy[], depth: number): Value | undefined {
  const flat: Lazy[] = [];
  for (const item of list) {
    spend();
    const result = item();
    const inner = result.known && result.values.length === 1 ? result.values[0] : undefined;
    if (inner !== undefined && isList(inner)) {
      const nested = depth < 16 ? flatten(inner, depth + 1) : undefined;
      if (!isItems(nested) || flat.length + nested.length > MAX_ITEMS) {
        return undefined;
      }
      flat.push(...nested);
    } else {
      flat.push(item);
    }
  }
  return flat;
}

function range(args: readonly Value[]): Value | undefined {
  if (!args.every((arg) => typeof arg === "number") || args.length === 0 || args.length > 3) {
    return undefined;
  }
  const [first = 0, second, step] = args as readonly number[];
  const from = second === undefined ? 0 : first;
  const to = second ?? first;
  const by = step ?? (to < from ? -1 : 1);
  const count = by === 0 ? Number.POSITIVE_INFINITY : Math.ceil((to - from) / by);
  return count > MAX_ITEMS
    ? undefined
    : listOf(Array.from({ length: Math.max(0, count) }, (_, index) => from + index * by));
}

/** `%s %d %v %q %%`; a width, a precision or an index is not worked out. */
function format(pattern: string, args: readonly Value[]): string | undefined {
  let next = 0;
  let failed = false;
  const text = pattern.replace(/%(?:([svdq%])|[^svdq%]|$)/g, (_all, verb: string | undefined) => {
    if (verb === "%") {
      return "%";
    }
    const arg = toText(args[next] ?? null);
    next += 1;
    if (verb === undefined || arg === undefined || (verb === "d" && !/^-?\d+$/.test(arg))) {
      failed = true;
      return "";
    }
    return verb === "q" ? JSON.stringify(arg) : arg;
  });
  return failed || next !== args.length ? undefined : bounded(text);
}

function formatList(pattern: string, args: readonly Value[]): Value | undefined {
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

/** Deeper than any document that is decoded. */
const MAX_JSON_DEPTH = 64;

function parseJson(text: string): Value | undefined {
  try {
    return fromJson(JSON.parse(text), 0);
  } catch {
    return undefined;
  }
}

/** JSON as a value, without templates: what `jsondecode` gives, or the value of a variable. */
export function fromJson(json: unknown, depth = 0): Value | undefined {
  if (depth > MAX_JSON_DEPTH) {
    return undefined;
  }
  if (Array.isArray(json)) {
    return json.map(
      (item): Lazy =>
        () =>
          lazily(fromJson(item, depth + 1)),
    );
  }
  if (typeof json === "object" && json !== null) {
    return new Map(
      Object.entries(json).map(([key, item]): [string, Lazy] => [
        key,
        () => lazily(fromJson(item, depth + 1)),
      ]),
    );
  }
  return typeof json === "string" || typeof json === "number" || typeof json === "boolean"
    ? json
    : null;
}

function lazily(value: Value | undefined): Result {
  return value === undefined ? unknown("it nests too deep") : just(value);
}

function encode(value: Value): string | undefined {
  const json = toJson(value, 0);
  return json === undefined ? undefined : JSON.stringify(json);
}

function toJson(value: Value, depth: number): unknown {
  if (depth > MAX_JSON_DEPTH) {
    return undefined;
  }
  if (isList(value)) {
    const all = single(value)?.map((item) => toJson(item, depth + 1));
    return all?.includes(undefined) ? undefined : all;
  }
  if (isMap(value)) {
    const entries: [string, unknown][] = [];
    for (const key of [...value.keys()].sort(byCodePoint)) {
      spend();
      const result = value.get(key)?.();
      const [only] = result?.known ? result.values : [];
      const item = only === undefined ? undefined : toJson(only, depth + 1);
      if (item === undefined || (result?.known && result.values.length > 1)) {
        return undefined;
      }
      entries.push([key, item]);
    }
    return Object.fromEntries(entries);
  }
  return value;
}
