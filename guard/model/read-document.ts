import { asString, isObject, type Json, type JsonObject, own } from "../json/json";
import { appendToken } from "../json/pointer";
import type { SourceDocument } from "../read/source";
import { ArgumentNames } from "./argument-names";
import type { Block, BlockKind } from "./block";
import { Outline } from "./outline";
import { providerOfLocalName } from "./providers";
import { ReadBlock } from "./read-block";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const isBody = isObject;
const BlockRead = ReadBlock;

interface BlockHead {
  readonly kind: BlockKind;
  readonly address: string;
  readonly type: string;
  readonly name: string;
}

/** Root blocks that carry labels: how many, and what their bodies are. */
const LABELLED: Readonly<Record<string, { readonly kind: BlockKind; readonly labels: 1 | 2 }>> = {
  resource: { kind: "resource", labels: 2 },
  data: { kind: "data", labels: 2 },
  ephemeral: { kind: "data", labels: 2 },
  action: { kind: "data", labels: 2 },
  provider: { kind: "provider", labels: 1 },
  module: { kind: "module", labels: 1 },
  variable: { kind: "variable", labels: 1 },
  output: { kind: "output", labels: 1 },
};

/** Arguments that hold addresses of blocks: how a block is called says nothing of where it lies. */
const ADDRESSES: Readonly<Record<string, ReadonlySet<string>>> = {
  moved: new Set(["from", "to"]),
  removed: new Set(["from"]),
  import: new Set(["to", "provider"]),
};

type Add = (
  head: BlockHead,
  body: Json,
  pointer: string,
  more?: { readonly skip?: ReadonlySet<string> | undefined },
) => void;

/** Adds the resources of one type, which stand in an object by their names. */
type AddResources = (type: string, named: JsonObject, above: string) => void;

/** How the blocks of a document are told apart from those of others. */
export interface Setting {
  /** `module.archive.`, or empty. */
  readonly prefix: string;
  readonly sources: ReadonlyMap<string, string>;
}

/** The blocks of one file. Whatever has no known form becomes a `document` block. */
export function readDocument(document: SourceDocument, setting: Setting): Block[] {
  const blocks: Block[] = [];
  const { prefix } = setting;
  const { stack, file } = document;
  const empty = Outline.empty();
  const none = ArgumentNames.none();
  const add: Add = ({ kind, address, type, name }, body, pointer, more) => {
    const group = { stack, file, empty, none, kind, type, above: "" };
    blocks.push(new ReadBlock(group, prefix + address, name, body, pointer, more?.skip));
  };
  const addResources: AddResources = (type, named, above) => {
    const group = { stack, file, empty, none, kind: "resource", type, above } as const;
    const start = `${prefix}${type}.`;
    // Of thousands of names, for-in would ask of each whether it is still there.
    const names = Object.keys(named);
    const bodies = Object.values(named);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index] as string;
      const body = bodies[index] as Json;
      if (isBody(body) && name !== "//") {
        blocks.push(new BlockRead(group, start + name, name, body, undefined, undefined));
      } else if (name !== "//") {
        eachLabelled(body, 2, appendToken(above, name), resource(add), [type, name]);
      }
    }
  };
  for (const key of Object.keys(document.json)) {
    if (key !== "//") {
      readRoot(key, own(document.json, key) as Json, setting, add, addResources);
    }
  }
  return blocks;
}

function readRoot(
  key: string,
  value: Json,
  setting: Setting,
  add: Add,
  addResources: AddResources,
): void {
  const pointer = appendToken("", key);
  const labelled = Object.hasOwn(LABELLED, key) ? LABELLED[key] : undefined;
  if (key === "resource" && isBody(value)) {
    readResources(value, pointer, add, addResources);
    return;
  }
  if (labelled !== undefined) {
    eachLabelled(value, labelled.labels, pointer, (labels, body, at) => {
      add(headOf(key, labelled.kind, labels, body, setting), body, at);
    });
    return;
  }
  if (key === "check") {
    eachLabelled(value, 1, pointer, ([name = ""], body, at) => {
      readCheck(name, body, at, setting, add);
    });
    return;
  }
  eachBlock(value, pointer, (body, at) => {
    if (key === "terraform" && isBody(body)) {
      readSettings(body, at, add);
    } else {
      // moved, import, removed, and anything a later Terraform may bring.
      const kind = key === "locals" ? "locals" : "document";
      const skip = Object.hasOwn(ADDRESSES, key) ? ADDRESSES[key] : undefined;
      add({ kind, address: key, type: key, name: "" }, body, at, { skip });
    }
  });
}

/** Like {@link eachLabelled}, without a list of labels for each of very many blocks. */
function readResources(
  value: JsonObject,
  pointer: string,
  add: Add,
  addResources: AddResources,
): void {
  for (const type of Object.keys(value)) {
    if (type === "//") {
      continue;
    }
    const named = own(value, type) as Json;
    const at = appendToken(pointer, type);
    if (isBody(named)) {
      addResources(type, named, at);
    } else {
      eachLabelled(named, 2, at, resource(add), [type]);
    }
  }
}

/** Adds a resource that is found by its labels. */
function resource(add: Add): (labels: readonly string[], body: Json, pointer: string) => void {
  return ([type = "", name = ""], body, pointer) => {
    add({ kind: "resource", address: `${type}.${name}`, type, name }, body, pointer);
  };
}

function headOf(
  key: string,
  kind: BlockKind,
  labels: readonly string[],
  body: Json,
  { sources }: Setting,
): BlockHead {
  const [first = "", second = ""] = labels;
  switch (kind) {
    case "resource":
      return { kind, address: `${first}.${second}`, type: first, name: second };
    case "data":
      return { kind, address: `${key}.${first}.${second}`, type: first, name: second };
    case "provider": {
      const alias = isBody(body) ? asString(own(body, "alias")) : undefined;
      const name = alias === undefined ? first : `${first}.${alias}`;
      return { kind, address: `provider.${name}`, type: providerOfLocalName(first, sources), name };
    }
    case "variable":
      return { kind, address: `var.${first}`, type: key, name: first };
    default:
      return { kind, address: `${key}.${first}`, type: key, name: first };
  }
}

/** Calls `visit` for one block, or for each of several. */
function eachBlock(
  value: Json,
  pointer: string,
  visit: (body: Json, pointer: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      eachBlock(item, appendToken(pointer, index), visit);
    }
  } else if (value !== null) {
    visit(value, pointer);
  }
}

/**
 * Calls `visit` for every block body below `value`. Terraform JSON lets each level be an object or
 * an array of objects.
 */
function eachLabelled(
  value: Json,
  labels: 1 | 2,
  pointer: string,
  visit: (labels: readonly string[], body: Json, pointer: string) => void,
  found: readonly string[] = [],
): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      eachLabelled(value[index] as Json, labels, appendToken(pointer, index), visit, found);
    }
  } else if (found.length === labels) {
    if (value !== null) {
      visit(found, value, pointer);
    }
  } else if (isBody(value)) {
    for (const key of Object.keys(value)) {
      if (key !== "//") {
        const next = own(value, key) as Json;
        eachLabelled(next, labels, appendToken(pointer, key), visit, [...found, key]);
      }
    }
  } else if (value !== null) {
    visit([...found, ...Array<string>(labels - found.length).fill("")], value, pointer);
  }
}

/** The `terraform` block: backends are blocks of their own, the rest is settings. */
function readSettings(body: JsonObject, pointer: string, add: Add): void {
  const { backend, cloud, ...settings } = body;
  if (backend !== undefined) {
    eachLabelled(backend, 1, appendToken(pointer, "backend"), ([type = ""], inner, where) => {
      add({ kind: "backend", address: `terraform.backend.${type}`, type, name: "" }, inner, where);
    });
  }
  if (cloud !== undefined) {
    eachBlock(cloud, appendToken(pointer, "cloud"), (inner, where) => {
      add({ kind: "backend", address: "terraform.cloud", type: "cloud", name: "" }, inner, where);
    });
  }
  add({ kind: "document", address: "terraform", type: "terraform", name: "" }, settings, pointer);
}

/** A `check` block may read a data source of its own. */
function readCheck(name: string, body: Json, pointer: string, setting: Setting, add: Add): void {
  const head = { kind: "document", address: `check.${name}`, type: "check", name } as const;
  if (!isBody(body)) {
    add(head, body, pointer);
    return;
  }
  const { data, ...rest } = body;
  if (data !== undefined) {
    eachLabelled(data, 2, appendToken(pointer, "data"), (labels, inner, at) => {
      add(headOf("data", "data", labels, inner, setting), inner, at);
    });
  }
  add(head, rest, pointer);
}
