import type { CheckResult } from "../../guard";
import { isObject, type JsonObject, literalAt } from "./json";
import { compare } from "./text";

/** A resource of the JSON, and where the guard proved it to lie. */
export interface Resource {
  readonly key: string;
  readonly stack: string;
  readonly type: string;
  readonly address: string;
  /** Empty where its arguments give it none. */
  readonly name: string;
  readonly region: string;
  /** Address of its provider configuration. */
  readonly provider: string;
  readonly body: JsonObject;
}

const NAMES = ["display_name", "name", "bucket", "db_name", "secret_name", "alarm_name"];

/** Every resource of every stack, by stack and address. */
export function readResources(
  documents: ReadonlyMap<string, JsonObject>,
  result: CheckResult,
): readonly Resource[] {
  const regions = new Map(
    result.placements.map(({ stack, address, region }) => [keyOf(stack, address), region]),
  );
  return [...blocksOf(documents, "resource")]
    .map((block) => toResource(block, regions))
    .sort((a, b) => compare(a.stack, b.stack) || compare(a.address, b.address));
}

/** Types of the data sources, one entry for each. */
export function readDataSources(
  documents: ReadonlyMap<string, JsonObject>,
): readonly { readonly stack: string; readonly type: string }[] {
  return [...blocksOf(documents, "data")].map(({ stack, type }) => ({ stack, type }));
}

export function keyOf(stack: string, address: string): string {
  return `${stack}:${address}`;
}

interface Block {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
}

function* blocksOf(
  documents: ReadonlyMap<string, JsonObject>,
  mode: "resource" | "data",
): Generator<Block> {
  for (const [stack, json] of documents) {
    for (const [type, blocks] of Object.entries(isObject(json[mode]) ? json[mode] : {})) {
      for (const [name, body] of Object.entries(isObject(blocks) ? blocks : {})) {
        if (isObject(body)) {
          yield { stack, type, name, body };
        }
      }
    }
  }
}

function toResource(
  { stack, type, name, body }: Block,
  regions: ReadonlyMap<string, string | null>,
): Resource {
  const address = `${type}.${name}`;
  const key = keyOf(stack, address);
  const region = regions.get(key);
  if (region === undefined || region === null) {
    throw new Error(`The guard proves no region of ${key}: the page cannot place it`);
  }
  const provider = literalAt(body, "provider") ?? "";
  return { key, stack, type, address, name: nameOf(body) ?? "", region, provider, body };
}

function nameOf(body: JsonObject): string | undefined {
  return NAMES.map((argument) => literalAt(body, argument)).find((name) => name !== undefined);
}
