import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckResult, check, readSource } from "../../guard";
import { Jurisdiction, Region } from "../../jurisdiction";
import type { Estate } from "../../stacks";
import {
  AS_OF,
  exampleEstate,
  type Mutable,
  synthesizeTo,
  waiversOf,
} from "../../test/support/estate";
import { isObject, type JsonObject, literalAt, valuesAt } from "./json";
import { Resources } from "./resources";

/** A configuration of a provider in one stack. */
interface Provider {
  /** Its address in the stack: `oci.us-ashburn-1`. */
  readonly address: string;
  /** `oracle/oci 8.28.0`. */
  readonly source: string;
  readonly region: string;
  /** The account or tenancy that it is bound to. */
  readonly accounts: readonly string[];
}

export interface Stack {
  readonly name: string;
  /** Names of the stacks that are deployed before it. */
  readonly dependsOn: readonly string[];
  readonly backend: string;
  /** Region of the state; undefined where it stays on the machine that runs Terraform. */
  readonly stateRegion: string | undefined;
  readonly providers: readonly Provider[];
  /** Region that data lies in: the first that the program asked for. */
  readonly region: string;
}

/** What the page is made from: the synthesized JSON of an estate, and what the guard says of it. */
export interface Architecture {
  readonly asOf: string;
  readonly jurisdiction: Jurisdiction;
  /** In the order to deploy them in. */
  readonly stacks: readonly Stack[];
  readonly resources: Resources;
  readonly result: CheckResult;
  /** Home region of the tenancy. */
  readonly homeRegion: string;
}

/** Synthesizes the example estate, with what `change` makes of it, and reads what was written. */
export function readArchitecture(change?: (estate: Mutable<Estate>) => void): Architecture {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-"));
  try {
    const estate = exampleEstate(change);
    const jurisdiction = Jurisdiction.US;
    const composed = synthesizeTo(outdir, estate, { jurisdiction, asOf: AS_OF });
    const source = readSource(outdir);
    const result = check(source, {
      jurisdiction,
      asOf: AS_OF,
      waivers: waiversOf(composed),
      flows: true,
    });
    const documents = new Map(source.documents.map(({ stack, json }) => [stack, json]));
    const manifest: unknown = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    return {
      asOf: AS_OF,
      jurisdiction,
      stacks: composed.stacks.map(({ node }) =>
        readStack(node.id, documents.get(node.id) ?? {}, manifest),
      ),
      resources: new Resources(documents, result),
      result,
      homeRegion: estate.homeRegion,
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function readStack(name: string, json: JsonObject, manifest: unknown): Stack {
  const [required] = valuesAt(json, "terraform.required_providers");
  const providers = Object.entries(isObject(json.provider) ? json.provider : {}).flatMap(
    ([local, configurations]) =>
      (Array.isArray(configurations) ? configurations : [configurations]).map((body) =>
        readProvider(local, body, isObject(required) ? required[local] : undefined),
      ),
  );
  const [backends] = valuesAt(json, "terraform.backend");
  const [backend = "none", settings] = Object.entries(isObject(backends) ? backends : {})[0] ?? [];
  const [first] = providers;
  if (first === undefined) {
    throw new Error(`The stack ${name} has no provider configuration`);
  }
  return {
    name,
    dependsOn: valuesAt(manifest, `stacks.${name}.dependencies`).map(String).sort(),
    backend,
    stateRegion: literalAt(settings, "region"),
    providers,
    region: first.region,
  };
}

function readProvider(local: string, body: unknown, required: unknown): Provider {
  const alias = literalAt(body, "alias");
  return {
    address: alias === undefined ? local : `${local}.${alias}`,
    source: `${literalAt(required, "source")} ${literalAt(required, "version")}`,
    region: literalAt(body, "region") ?? "",
    accounts: [...valuesAt(body, "allowed_account_ids"), ...valuesAt(body, "tenancy_ocid")].map(
      String,
    ),
  };
}

/** `us-ashburn-1 (OCI, US)`. */
export function regionTitle(id: string): string {
  const region = Region.of(id);
  return `${id} (${region.cloud.toUpperCase()}, ${region.country})`;
}

export function isInside({ jurisdiction }: Architecture, id: string): boolean {
  return jurisdiction.allows(Region.of(id));
}

/** The last day on which everything that a region outside still holds must be gone. */
export function lastDayOf({ result }: Architecture, region: string): string | undefined {
  const ids = new Set(
    result.placements
      .filter((placement) => placement.region === region)
      .flatMap(({ waivers }) => waivers ?? []),
  );
  return (result.waivers ?? [])
    .filter(({ id }) => ids.has(id))
    .map(({ expires }) => expires)
    .sort()
    .at(-1);
}
