/**
 * Terraform string templates, as far as the guard must understand them: which parts are literal
 * text, and which are expressions whose value is not in the file.
 *
 * Source: the HCL template grammar (`${ … }` interpolation, `%{ … }` directive, `$${` and `%%{`
 * escapes); Terraform JSON parses every string of an argument as such a template.
 */
export interface TemplatePart {
  readonly kind: "text" | "expression" | "directive";
  /** Literal text with its escapes undone, or the source between the braces, trimmed. */
  readonly source: string;
}

/** True where `text` may hold an expression. Cheap: most strings of a configuration do not. */
export function hasTemplate(text: string): boolean {
  return text.includes("{") && (text.includes("${") || text.includes("%{"));
}

/** Splits `text` into its parts. Never throws: an unclosed brace makes the rest an expression. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let literal = "";
  let from = 0;
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at)) {
    const mark = text[at] as "$" | "%";
    if (text[at + 1] === mark && text[at + 2] === "{") {
      literal += `${text.slice(from, at)}${mark}{`;
      at += 3;
      from = at;
    } else if (text[at + 1] === "{") {
      literal += text.slice(from, at);
      if (literal !== "") {
        parts.push({ kind: "text", source: literal });
        literal = "";
      }
      const end = closingBrace(text, at + 2);
      const source = trimMarkers(text.slice(at + 2, end));
      parts.push({ kind: mark === "$" ? "expression" : "directive", source });
      at = end + 1;
      from = at;
    } else {
      at += 1;
    }
  }
  literal += text.slice(from);
  if (literal !== "") {
    parts.push({ kind: "text", source: literal });
  }
  return parts;
}

/** Index of the next `$` or `%` from `from` on; the text's length if there is none. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOLLAR || code === PERCENT) {
      return at;
    }
  }
  return text.length;
}

const DOLLAR = 36;
const PERCENT = 37;

/** Without the `~` that strips white space around an interpolation, and without that around it. */
function trimMarkers(source: string): string {
  return source.replace(/^~/, "").replace(/~$/, "").trim();
}

/** The source of the one expression that `text` consists of, or undefined. */
export function soleExpression(text: string): string | undefined {
  if (!text.startsWith("${")) {
    return undefined;
  }
  const end = closingBrace(text, 2);
  return end < text.length - 1 ? undefined : trimMarkers(text.slice(2, end));
}

/** Index of the `}` that closes the expression starting at `from`; the text's length if none does. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') {
      at = closingQuote(text, at + 1);
    } else if (char === "{") {
      depth += 1;
    } else if (char === "}") {
      depth -= 1;
      if (depth === 0) {
        return at;
      }
    }
    at += 1;
  }
  return text.length;
}

/** Index of the `"` that ends a quoted template starting at `from`; templates nest inside quotes. */
export function closingQuote(text: string, from: number): number {
  // A stack of closers instead of recursion: hostile input may nest a million deep.
  const closers: ('"' | "}")[] = ['"'];
  let at = from;
  while (at < text.length) {
    const char = text[at];
    const inQuote = closers.at(-1) === '"';
    if (inQuote && char === "\\") {
      at += 1;
    } else if (char === closers.at(-1)) {
      closers.pop();
      if (closers.length === 0) {
        return at;
      }
    } else if (inQuote && (char === "$" || char === "%") && text[at + 1] === "{") {
      // "$${" and "%%{" are escapes: they open nothing.
      if (at === from || text[at - 1] !== char) {
        closers.push("}");
        at += 1;
      }
    } else if (!inQuote && char === '"') {
      closers.push('"');
    } else if (!inQuote && char === "{") {
      closers.push("}");
    }
    at += 1;
  }
  return text.length;
}

/** A reference to another block: `oci_kms_key.master.id`, `var.region`, `data.aws_region.here.name`. */
export interface Reference {
  /** Address of the block: `oci_kms_key.master`, `var.region`, `data.aws_region.here`, `module.x`. */
  readonly address: string;
  /** What follows the address, without a leading dot: `id`, `outputs.key`; empty for the whole block. */
  readonly attribute: string;
}

const SIMPLE_REFERENCE =
  /^[A-Za-z_][\w-]*(?:\.[\w-]+|\.\*|\[(?:"[^"$%\\]*"|\d+|\*|each\.key|count\.index)\])*$/;

/** `source` as one reference, or undefined where it is any other expression. */
export function parseReference(source: string): Reference | undefined {
  if (!SIMPLE_REFERENCE.test(source)) {
    return undefined;
  }
  return splitReference(source);
}

function splitReference(source: string): Reference | undefined {
  const segments = source.split(".");
  const root = segments[0] ?? "";
  const length = root === "data" || root === "ephemeral" ? 3 : 2;
  if (segments.length < length) {
    return undefined;
  }
  // An index belongs to the instance, not to the block: oci_kms_key.k[0].id speaks of oci_kms_key.k.
  const head = segments.slice(0, length).join(".");
  const bracket = head.indexOf("[");
  const address = bracket < 0 ? head : head.slice(0, bracket);
  const index = bracket < 0 ? "" : head.slice(bracket);
  const rest = segments.slice(length).join(".");
  return { address, attribute: index === "" ? rest : [index, rest].filter(Boolean).join(".") };
}

/** An index is bounded: a text of opening brackets would else be read once for each of them. */
const EMBEDDED_REFERENCE =
  /(?<![\w.-])[A-Za-z_][\w-]*(?:\[[^\]"]{0,100}\])?(?:\.[\w-]+(?:\[[^\]"]{0,100}\])?)+/g;

/** Characters of names. */
const NAME = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  NAME[code] = /[\w-]/.test(String.fromCharCode(code)) ? 1 : 0;
}

const DOT = 46;
const CLOSING_BRACE = 125;

/**
 * The reference that `text` consists of, `${oci_kms_key.master.id}`: by far the commonest expression,
 * and read by many rules. Undefined for any other text, references with an index among them, which
 * {@link soleExpression} and {@link parseReference} read.
 */
export function dottedReference(text: string): Reference | undefined {
  const split = splitOf(text);
  const end = text.length - 1;
  return split < 0
    ? undefined
    : {
        address: text.slice(2, split),
        attribute: split === end ? "" : text.slice(split + 1, end),
      };
}

/** True where {@link dottedReference} reads `text`. */
export function isDotted(text: string): boolean {
  return splitOf(text) >= 0;
}

/** Where the address ends in a text that is one dotted reference; negative for any other text. */
function splitOf(text: string): number {
  const end = text.length - 1;
  if (end < 5 || text.charCodeAt(end) !== CLOSING_BRACE || !text.startsWith("${")) {
    return -1;
  }
  const first = text.charCodeAt(2);
  const wanted = text.startsWith("data.", 2) || text.startsWith("ephemeral.", 2) ? 3 : 2;
  let names = 1;
  let split = end;
  let before = DOT;
  for (let at = 2; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      if (before === DOT) {
        return -1;
      }
      if (names === wanted) {
        split = at;
      }
      names += 1;
    } else if (code >= 128 || NAME[code] === 0) {
      return -1;
    }
    before = code;
  }
  // A name begins with a letter or an underscore.
  const isName = first >= 65 && !(first > 90 && first < 97 && first !== 95);
  return before === DOT || !isName || names < wanted ? -1 : split;
}

const PLAIN_REFERENCE = /^\$\{[A-Za-z_][\w-]*(?:\.[\w-]+|\[(?:"[^"$%\\]*"|\d+|\*)\])*\}$/;

/**
 * True where `text` is a reference to another block, or to a local value, a variable or an item of
 * `for_each`, and nothing else.
 */
function isPlainReference(text: string): boolean {
  return PLAIN_REFERENCE.test(text);
}

/**
 * References to attributes of blocks, whose values only the run of Terraform tells. Names that can
 * stand for something written in the input, such as an iterator's, are not among them.
 */
const BLOCK_REFERENCES =
  /\$\{(?!(?:var|local|each|count|module|data)\.)[A-Za-z_][\w-]*\.(?!(?:key|value)\b)[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*\}/g;

/** A text with references to attributes of blocks, apart from these. */
export interface Frame {
  /** The text, with the same short reference in the place of each. */
  readonly text: string;
  readonly references: readonly string[];
}

/** Undefined where `text` is one reference alone, or holds any other expression. */
export function frameOf(text: string): Frame | undefined {
  if (text.startsWith("${") && text.indexOf("}") === text.length - 1) {
    return undefined;
  }
  const references: string[] = [];
  const framed = text.replace(BLOCK_REFERENCES, (reference) => {
    references.push(reference);
    return SHORT_REFERENCE;
  });
  // Each reference brings one "$"; any other one, or a directive, is an expression.
  return references.length === 0 || framed.includes("%") || marksIn(framed) > references.length
    ? undefined
    : { text: framed, references };
}

const SHORT_REFERENCE = "${a.b}";

function marksIn(text: string): number {
  let marks = 0;
  for (let at = text.indexOf("$"); at >= 0; at = text.indexOf("$", at + 1)) {
    marks += 1;
  }
  return marks;
}

const BLOCK_REFERENCE = new RegExp(`^${BLOCK_REFERENCES.source}$`);

/** True for a template that is one such reference, without white space around it. */
export function isBlockReference(text: string): boolean {
  return BLOCK_REFERENCE.test(text);
}

/**
 * False where working `text` out would bring nothing to light: it is one reference, or text with
 * references to attributes of blocks.
 */
export function isComposed(text: string): boolean {
  if (isPlainReference(text)) {
    return false;
  }
  const rest = text.replace(BLOCK_REFERENCES, "");
  return rest.includes("$") || rest.includes("%");
}

/** Every reference inside `source`, quoted text left out. Finds too many rather than too few. */
export function referencesIn(source: string): readonly Reference[] {
  const found: Reference[] = [];
  const bare = source.replace(/"(?:[^"\\$%]|\\.)*"/g, '""');
  for (const [match] of bare.matchAll(EMBEDDED_REFERENCE)) {
    const reference = splitReference(match);
    if (reference !== undefined) {
      found.push(reference);
    }
  }
  return found;
}
