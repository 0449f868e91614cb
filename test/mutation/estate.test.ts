import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GuardedApp } from "../../constructs";
import example from "../../estate";
import { check, isProven } from "../../guard";
import type { Json, JsonObject } from "../../guard/json/json";
import { Jurisdiction } from "../../jurisdiction";
import { composeEstate, parseEstate } from "../../stacks";

/** Names and texts: a region id in them places nothing, so that moving it is no way out. */
const NAMES = new Set(["name", "display_name", "description", "bucket", "destination_bucket_name"]);

interface Mutant {
  readonly stack: string;
  readonly where: string;
  readonly from: string;
  readonly to: string;
  readonly json: JsonObject;
}

type Documents = ReadonlyMap<string, JsonObject>;

/** The example estate in its fullest form: remote state, replicated vault, looked-up namespace. */
function synthesizeEstate(): Documents {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-"));
  const estate = structuredClone(example);
  estate.state = { backend: "oci", bucket: "state", region: "us-ashburn-1" };
  estate.data.vault = { replicaRegion: "us-chicago-1" };
  const app = new GuardedApp({ outdir });
  composeEstate(app, parseEstate(estate), Jurisdiction.US);
  app.synth();
  const manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
  const documents = new Map<string, JsonObject>();
  for (const [stack, entry] of Object.entries(manifest.stacks)) {
    const { synthesizedStackPath } = entry as { synthesizedStackPath: string };
    documents.set(stack, JSON.parse(readFileSync(join(outdir, synthesizedStackPath), "utf8")));
  }
  rmSync(outdir, { recursive: true });
  return documents;
}

function judge(documents: Documents): boolean {
  const source = [...documents].map(([stack, json]) => ({ stack, file: `${stack}.json`, json }));
  const options = { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" };
  return isProven(check({ documents: source, unread: [] }, options));
}

const ALLOWED = Jurisdiction.US.regions.map(String);

/** What each region-bearing string is moved to: abroad, to nowhere, and out of the file. */
function moved(value: string): string[] {
  const region = ALLOWED.find((id) => value.includes(id));
  if (region === undefined) {
    return [];
  }
  const targets = ["ap-singapore-1", "eu-frankfurt-1", "us-gov-ashburn-1", "us-nowhere-9"];
  const texts = targets.map((target) => value.replaceAll(region, target));
  return value === region ? [...texts, "${var.region}"] : texts;
}

function* mutate(root: JsonObject, stack: string): Generator<Mutant> {
  function* visit(value: Json, path: readonly (string | number)[]): Generator<Mutant> {
    if (typeof value === "string") {
      if (!path.some((token) => NAMES.has(String(token)))) {
        for (const to of moved(value)) {
          yield { stack, where: path.join("/"), from: value, to, json: replaced(root, path, to) };
        }
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (key !== "//") {
          yield* visit(item as Json, [...path, key]);
        }
      }
    }
  }
  yield* visit(root, []);
}

function replaced(root: JsonObject, path: readonly (string | number)[], to: string): JsonObject {
  const copy = structuredClone(root);
  // biome-ignore lint/suspicious/noExplicitAny: the path was found by walking the same shape
  let parent: any = copy;
  for (const token of path.slice(0, -1)) {
    parent = parent[token];
  }
  parent[path.at(-1) ?? ""] = to;
  return copy;
}

describe("the synthesized estate, with one region-bearing value moved", () => {
  const documents = synthesizeEstate();
  const mutants = [...documents].flatMap(([stack, json]) => [...mutate(json, stack)]);

  test("is proven as it stands", () => {
    expect(judge(documents)).toBe(true);
  });

  test("gives mutants of every kind of value", () => {
    const places = new Set(mutants.map(({ where }) => where.split("/").at(-1)));
    for (const argument of [
      "region",
      "alias",
      "provider",
      "destination_region_name",
      "replica_region",
    ]) {
      expect(places).toContain(argument);
    }
    expect(mutants.some(({ where }) => where.includes("statements"))).toBe(true);
    expect(mutants.some(({ where }) => where.includes("backend"))).toBe(true);
    expect(mutants.length).toBeGreaterThan(100);
  });

  test("is never proven: no mutant survives", () => {
    const survivors = mutants.filter(({ stack, json }) =>
      judge(new Map([...documents, [stack, json]])),
    );
    expect(survivors.map(({ stack, where, from, to }) => ({ stack, where, from, to }))).toEqual([]);
  });

  test("is not proven without the region of a provider, or the provider of a resource", () => {
    const survivors: string[] = [];
    for (const [stack, json] of documents) {
      const copy = structuredClone(json) as unknown as {
        provider: { oci: { region?: string }[] };
        resource: Record<string, Record<string, { provider?: string }>>;
      };
      for (const provider of copy.provider.oci) {
        const { region } = provider;
        delete provider.region;
        if (judge(new Map([...documents, [stack, copy as unknown as JsonObject]]))) {
          survivors.push(`${stack}: region ${region}`);
        }
        provider.region = region ?? "";
      }
      for (const [type, bodies] of Object.entries(copy.resource)) {
        for (const [name, body] of Object.entries(bodies)) {
          const { provider } = body;
          delete body.provider;
          if (judge(new Map([...documents, [stack, copy as unknown as JsonObject]]))) {
            survivors.push(`${stack}: provider of ${type}.${name}`);
          }
          body.provider = provider ?? "";
        }
      }
    }
    expect(survivors).toEqual([]);
  });
});
