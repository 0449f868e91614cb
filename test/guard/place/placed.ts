import type { Json, JsonObject } from "../../../guard/json/json";
import type { Stack } from "../../../guard/model/block";
import { buildModel } from "../../../guard/model/build-model";
import { buildPlan } from "../../../guard/model/plan/build-plan";
import { Placer } from "../../../guard/place/place";
import type { SourceDocument } from "../../../guard/read/source";
import { Jurisdiction } from "../../../jurisdiction";

/** A place with its regions as text. */
export interface Placed {
  readonly status: string;
  readonly regions: readonly string[];
  readonly value: string;
  readonly pointer: string;
  readonly evidence: string;
}

export function inside(region: string, pointer: string, evidence: string): Placed {
  return { status: "inside", regions: region.split(" or "), value: region, pointer, evidence };
}

export function outside(region: string, pointer: string, evidence: string): Placed {
  return { ...inside(region, pointer, evidence), status: "outside" };
}

export function unproven(value: string, pointer: string, evidence: string): Placed {
  return { status: "unproven", regions: [], value, pointer, evidence };
}

export function inStateOnly(pointer: string): Placed {
  const evidence = "exists only in the Terraform state";
  return { status: "inside", regions: [], value: "", pointer, evidence };
}

function document(file: string, json: object): SourceDocument {
  return { stack: "test", file, json: json as JsonObject, folder: file.includes("/") ? "m" : "." };
}

/** The root module of `files`; the files of the folder `m` are a module that it can call by `./m`. */
export function stackOf(files: Readonly<Record<string, object>>): Stack {
  const documents = Object.entries(files).map(([file, json]) => document(file, json));
  const [stack] = buildModel({
    documents: documents.filter(({ folder }) => folder === "."),
    unread: [],
    modules: new Map([["m", { documents: documents.filter(({ folder }) => folder === "m") }]]),
  });
  return stack as Stack;
}

/** Where one asked for the place of each block is told that it lies, by one placer and in that order. */
export function placesIn(stack: Stack, ...addresses: readonly string[]): readonly Placed[] {
  const placer = new Placer(stack, Jurisdiction.US);
  return addresses.map((address) => {
    // Of two blocks of one address, the later one.
    const block = stack.blocks.filter((each) => each.address === address).at(-1);
    if (block === undefined) {
      throw new Error(`There is no block ${address}.`);
    }
    const place = placer.placeOf(block);
    return { ...place, regions: place.regions.map(String) };
  });
}

/** Where the last block of that address in one file lies. */
export function placed(json: object, address: string): Placed {
  return placesIn(stackOf({ "a.tf.json": json }), address)[0] as Placed;
}

/** Where a block of the module that the root module calls lies. */
export function placedInModule(root: object, inner: object, address: string): Placed {
  const stack = stackOf({ "a.tf.json": root, "m/b.tf.json": inner });
  const called = stack.modules?.get("m")?.stack;
  return placesIn(called as Stack, `module.m.${address}`)[0] as Placed;
}

/** Where a resource lies that a plan holds, with these values and that key of a configuration. */
export function placedInPlan(type: string, values: Json, key?: string, providers = {}): Placed {
  const address = `${type}.r`;
  const resource = { address, mode: "managed", type, name: "r" };
  const config = key === undefined ? {} : { provider_config_key: key };
  const json = {
    planned_values: { root_module: { resources: [{ ...resource, values }] } },
    configuration: {
      provider_config: providers,
      root_module: { resources: [{ ...resource, ...config, expressions: {} }] },
    },
  };
  const [stack] = buildPlan({ stack: "test", file: "plan.json", json });
  return placesIn(stack as Stack, address)[0] as Placed;
}
