import { posix } from "node:path";
import { asList, asString, isObject, type Json, own } from "../json/json";
import { isPlan } from "../read/forms";
import type { Source, SourceDocument } from "../read/source";
import type { Block, CalledModule, Input, Stack } from "./block";
import { addEvaluatedPlaces } from "./evaluated-places";
import { buildPlan } from "./plan/build-plan";
import { addRequiredSources } from "./providers";
import { readDocument } from "./read-document";

/** Module calls may nest as deep as an honest configuration, and no deeper. */
const MAX_MODULE_DEPTH = 16;

/** Calls of calls multiply: more modules than this are not written out. */
const MAX_MODULES = 2000;

/** Turns parsed files into stacks of blocks: one for each root module and each module it calls. */
export function buildModel(source: Source): readonly Stack[] {
  const documents = new Map<string, SourceDocument[]>();
  const stacks: Stack[] = [];
  for (const document of source.documents) {
    if (isPlan(document.json)) {
      stacks.push(...buildPlan(document));
      continue;
    }
    const same = documents.get(document.stack);
    if (same === undefined) {
      documents.set(document.stack, [document]);
    } else {
      same.push(document);
    }
  }
  const builder = new Builder(source);
  for (const [name, ofStack] of documents) {
    stacks.push(...builder.build(name, ofStack));
  }
  for (const stack of stacks) {
    addEvaluatedPlaces(stack);
  }
  return stacks;
}

interface Caller {
  readonly stack: Stack;
  readonly call: Block;
  readonly prefix: string;
  /** Folders of the modules that are being read, to tell a circle. */
  readonly folders: readonly string[];
}

class Builder {
  private modules = 0;

  constructor(private readonly source: Source) {}

  /** The stack that `documents` make, and those of the modules that it calls. */
  build(name: string, documents: readonly SourceDocument[], caller?: Caller): readonly Stack[] {
    const ordered = [...documents].sort((a, b) => Number(isOverride(a)) - Number(isOverride(b)));
    const sources = sourcesOf(ordered);
    let blocks: Block[] = [];
    const byAddress = new Map<string, Block>();
    const setting = { prefix: caller?.prefix ?? "", sources };
    const folderOf = new Map<Block, string | undefined>();
    for (const document of ordered) {
      const read = readDocument(document, setting);
      // One document makes most stacks, and its list is then the stack's.
      blocks = blocks.length === 0 ? read : [...blocks, ...read];
      for (let index = 0; index < read.length; index += 1) {
        const block = read[index] as Block;
        const address = block.address.slice(setting.prefix.length);
        const first = byAddress.get(address);
        if (first === undefined) {
          byAddress.set(address, block);
        } else if (isOverride(document)) {
          // The model is being built: nobody else holds the block yet.
          (block as { overrides?: Block }).overrides = first;
        }
        if (block.kind === "module") {
          folderOf.set(block, document.folder);
        }
      }
    }
    const called = new Map<string, CalledModule>();
    const stack: Stack = {
      name,
      blocks,
      byAddress,
      providerSources: sources,
      ...(folderOf.size === 0 ? {} : { modules: called }),
      ...(caller === undefined
        ? {}
        : { parent: caller.stack, call: caller.call, inputs: inputsOf(caller) }),
    };
    const stacks = [stack];
    for (const [call, folder] of folderOf) {
      const { module, more } = this.follow(call, folder, stack, caller);
      // Two calls of one label are one call that an override file changes: the worse one counts.
      if (called.get(call.name)?.unproven === undefined) {
        called.set(call.name, module);
      }
      stacks.push(...more);
    }
    return stacks;
  }

  private follow(
    call: Block,
    folder: string | undefined,
    stack: Stack,
    caller: Caller | undefined,
  ): { readonly module: CalledModule; readonly more: readonly Stack[] } {
    const source = asString(own(call.body, "source") ?? own(call.overrides?.body ?? {}, "source"));
    const unproven = (why: string) => ({ module: { unproven: why }, more: [] });
    if (source === undefined) {
      return unproven("it names no source");
    }
    if (!/^\.\.?\//.test(source)) {
      return unproven(`${JSON.stringify(source)} is not in the file`);
    }
    if (folder === undefined) {
      return unproven(`the folder ${JSON.stringify(source)} was not read`);
    }
    const path = posix.normalize(posix.join(folder, source)).replace(/\/$/, "");
    const read = this.source.modules?.get(path);
    if (read === undefined) {
      return unproven(`the folder ${JSON.stringify(source)} was not read`);
    }
    const folders = caller?.folders ?? [];
    if (folders.includes(path) || folders.length >= MAX_MODULE_DEPTH) {
      return unproven(`the module ${JSON.stringify(source)} calls itself, or nests too deep`);
    }
    this.modules += 1;
    if (this.modules > MAX_MODULES) {
      return unproven(`there are more than ${MAX_MODULES} module calls`);
    }
    if (read.documents.length === 0) {
      return unproven(read.problem ?? `${JSON.stringify(source)} holds no Terraform JSON`);
    }
    const more = this.build(
      stack.name,
      read.documents.map((each) => ({ ...each, stack: stack.name })),
      {
        stack,
        call,
        prefix: `${caller?.prefix ?? ""}module.${call.name}.`,
        folders: [...folders, path],
      },
    );
    const [module] = more as [Stack, ...Stack[]];
    return {
      module:
        read.problem === undefined ? { stack: module } : { stack: module, unproven: read.problem },
      more,
    };
  }
}

/** Arguments of a module call that are no variables of the module. */
const META_ARGUMENTS = new Set([
  "//",
  "count",
  "depends_on",
  "for_each",
  "providers",
  "source",
  "version",
]);

function inputsOf({ call, stack }: Caller): ReadonlyMap<string, Input> {
  const inputs = new Map<string, Input>();
  for (const block of call.overrides === undefined ? [call] : [call.overrides, call]) {
    for (const name of Object.keys(block.body)) {
      if (!META_ARGUMENTS.has(name)) {
        inputs.set(name, { value: own(block.body, name) as Json, from: { stack, block: call } });
      }
    }
  }
  return inputs;
}

function sourcesOf(documents: readonly SourceDocument[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const { json } of documents) {
    for (const settings of asList(own(json, "terraform"))) {
      if (isObject(settings)) {
        addRequiredSources(settings, sources);
      }
    }
  }
  return sources;
}

/** Terraform lets `override.tf.json` and `*_override.tf.json` change blocks of the other files. */
function isOverride({ file }: SourceDocument): boolean {
  return /(?:^|[/_])override\.tf\.json$/.test(file);
}
