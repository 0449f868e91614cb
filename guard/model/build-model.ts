import { asList, asString, isObject, type Json, type JsonObject, own } from "../json/json";
import { appendToken } from "../json/pointer";
import type { Source, SourceDocument } from "../read/source";
import type { Block, BlockKind, Stack } from "./block";
import { collectLeaves } from "./collect";

interface BlockHead {
  readonly kind: BlockKind;
  readonly address: string;
  readonly type: string;
  readonly name: string;
}

/** Turns parsed files into stacks of blocks. Whatever has no known form becomes a `document` block. */
export function buildModel(source: Source): readonly Stack[] {
  const stacks = new Map<string, Block[]>();
  for (const document of source.documents) {
    const blocks = stacks.get(document.stack) ?? [];
    stacks.set(document.stack, blocks);
    readDocument(document, blocks);
  }
  return [...stacks].map(([name, blocks]) => ({ name, blocks, byAddress: indexByAddress(blocks) }));
}

function indexByAddress(blocks: readonly Block[]): ReadonlyMap<string, Block> {
  const index = new Map<string, Block>();
  for (const block of blocks) {
    index.set(block.address, block);
  }
  return index;
}

/** Root blocks that carry labels: how many, and what their bodies are. */
const LABELLED: Readonly<Record<string, { readonly kind: BlockKind; readonly labels: 1 | 2 }>> = {
  resource: { kind: "resource", labels: 2 },
  data: { kind: "data", labels: 2 },
  ephemeral: { kind: "data", labels: 2 },
  provider: { kind: "provider", labels: 1 },
  module: { kind: "module", labels: 1 },
  variable: { kind: "variable", labels: 1 },
  output: { kind: "output", labels: 1 },
};

function readDocument(document: SourceDocument, blocks: Block[]): void {
  const add = (head: BlockHead, body: Json | undefined, pointer: string): void => {
    const object = isObject(body) ? body : { value: body ?? null };
    blocks.push({
      ...head,
      stack: document.stack,
      file: document.file,
      pointer,
      body: object,
      constructPath: constructPathOf(object),
      ...collectLeaves(object, pointer),
    });
  };
  for (const key of Object.keys(document.json)) {
    const value = document.json[key] as Json;
    const pointer = appendToken("", key);
    const labelled = Object.hasOwn(LABELLED, key) ? LABELLED[key] : undefined;
    if (key === "//") {
      continue;
    }
    if (labelled !== undefined) {
      eachLabelled(value, labelled.labels, pointer, (labels, body, at) => {
        add(head(key, labelled.kind, labels, body), body, at);
      });
    } else if (key === "terraform") {
      readSettings(value, pointer, add);
    } else {
      // locals, moved, import, check, removed, and anything a later Terraform may bring.
      const kind = key === "locals" ? "locals" : "document";
      add({ kind, address: key, type: key, name: "" }, value, pointer);
    }
  }
}

function head(key: string, kind: BlockKind, labels: readonly string[], body: Json): BlockHead {
  const [first = "", second = ""] = labels;
  switch (kind) {
    case "resource":
      return { kind, address: `${first}.${second}`, type: first, name: second };
    case "data":
      return { kind, address: `${key}.${first}.${second}`, type: first, name: second };
    case "provider": {
      const alias = isObject(body) ? asString(own(body, "alias")) : undefined;
      const name = alias === undefined ? first : `${first}.${alias}`;
      return { kind, address: `provider.${name}`, type: first, name };
    }
    case "variable":
      return { kind, address: `var.${first}`, type: key, name: first };
    default:
      return { kind, address: `${key}.${first}`, type: key, name: first };
  }
}

/**
 * Calls `visit` for every block body below `value`. Terraform JSON lets each level be an object or
 * an array of objects.
 */
function eachLabelled(
  value: Json,
  labels: number,
  pointer: string,
  visit: (labels: readonly string[], body: Json, pointer: string) => void,
  found: readonly string[] = [],
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      eachLabelled(item as Json, labels, appendToken(pointer, index), visit, found);
    }
  } else if (found.length === labels) {
    visit(found, value, pointer);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      if (key !== "//") {
        eachLabelled(value[key] as Json, labels, appendToken(pointer, key), visit, [...found, key]);
      }
    }
  } else if (value !== null) {
    visit([...found, ...Array<string>(labels - found.length).fill("")], value, pointer);
  }
}

type Add = (head: BlockHead, body: Json | undefined, pointer: string) => void;

/** The `terraform` block: backends are blocks of their own, the rest is settings. */
function readSettings(value: Json, pointer: string, add: Add): void {
  const several = Array.isArray(value);
  for (const [index, item] of asList(value).entries()) {
    const at = several ? appendToken(pointer, index) : pointer;
    if (!isObject(item)) {
      add({ kind: "document", address: "terraform", type: "terraform", name: "" }, item, at);
      continue;
    }
    const { backend, cloud, ...settings } = item;
    if (backend !== undefined) {
      eachLabelled(backend, 1, appendToken(at, "backend"), ([type = ""], body, where) => {
        add({ kind: "backend", address: `terraform.backend.${type}`, type, name: "" }, body, where);
      });
    }
    if (cloud !== undefined) {
      const where = appendToken(at, "cloud");
      add({ kind: "backend", address: "terraform.cloud", type: "cloud", name: "" }, cloud, where);
    }
    add({ kind: "document", address: "terraform", type: "terraform", name: "" }, settings, at);
  }
}

/** Path of the construct that wrote the block. cdktf keeps it under `"//".metadata.path`. */
function constructPathOf(body: JsonObject): string | undefined {
  const comment = own(body, "//");
  const metadata = isObject(comment) ? own(comment, "metadata") : undefined;
  return isObject(metadata) ? asString(own(metadata, "path")) : undefined;
}
