import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, isProven, type Waiver, type WaiverSource } from "../../guard";
import type { Json, JsonObject } from "../../guard/json/json";
import { Jurisdiction } from "../../jurisdiction";
import { AS_OF, exampleEstate, synthesizeTo, waiversOf } from "../support/estate";

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

interface Synthesized {
  readonly documents: Documents;
  readonly waivers: WaiverSource;
}

/** The example estate in its fullest form: remote state, replicated vault, looked-up namespace. */
function synthesizeEstate(): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-"));
  const estate = exampleEstate((full) => {
    full.state = { backend: "oci", bucket: "state", region: "us-ashburn-1" };
    full.data.vault = { replicaRegion: "us-chicago-1" };
    if (full.aws !== undefined) {
      full.aws.state = {
        bucket: "example-state",
        region: "us-east-2",
        kmsKeyArn: "arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      };
    }
  });
  const waivers = waiversOf(synthesizeTo(outdir, estate));
  const manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
  const documents = new Map<string, JsonObject>();
  for (const [stack, entry] of Object.entries(manifest.stacks)) {
    const { synthesizedStackPath } = entry as { synthesizedStackPath: string };
    documents.set(stack, JSON.parse(readFileSync(join(outdir, synthesizedStackPath), "utf8")));
  }
  rmSync(outdir, { recursive: true });
  return { documents, waivers };
}

/** What the estate's own waivers do not cover must be proven. */
function judge(documents: Documents, waivers: WaiverSource): boolean {
  const source = [...documents].map(([stack, json]) => ({ stack, file: `${stack}.json`, json }));
  const options = { jurisdiction: Jurisdiction.US, asOf: AS_OF, waivers };
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

/**
 * True where a value places nothing: the provider of a resource that names its own region, which
 * decides (Terraform refuses a configuration that does not exist), and a text whose places the
 * estate's own waiver covers.
 */
function placesNothing(
  root: JsonObject,
  stack: string,
  [kind = "", type = "", name = "", argument = ""]: readonly string[],
  waivers: readonly Waiver[],
): boolean {
  // biome-ignore lint/suspicious/noExplicitAny: a resource's body, of any type
  const body = (root as any)[kind]?.[type]?.[name];
  const isOverruled =
    kind === "resource" && argument === "provider" && typeof body?.region === "string";
  const address = kind === "output" ? `output.${type}` : `${type}.${name}`;
  return (
    isOverruled ||
    waivers.some(
      ({ rule, subject }) => rule === "argument-inside" && subject === `${stack}:${address}`,
    )
  );
}

function* mutate(root: JsonObject, stack: string, waivers: readonly Waiver[]): Generator<Mutant> {
  function* visit(value: Json, path: readonly (string | number)[]): Generator<Mutant> {
    if (typeof value === "string") {
      const isName = path.some((token) => NAMES.has(String(token)));
      if (!isName && !placesNothing(root, stack, path.map(String), waivers)) {
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
  const { documents, waivers } = synthesizeEstate();
  const mutants = [...documents].flatMap(([stack, json]) => [
    ...mutate(json, stack, waivers.entries as readonly Waiver[]),
  ]);

  test("is proven as it stands", () => {
    expect(judge(documents, waivers)).toBe(true);
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
      judge(new Map([...documents, [stack, json]]), waivers),
    );
    expect(
      survivors.map(
        ({ stack, where, from, to }) =>
          `${stack} ${where}: ${from.slice(0, 60)} -> ${to.slice(0, 60)}`,
      ),
    ).toEqual([]);
  });

  test("is not proven without the region of a provider, or the provider of a resource", () => {
    const survivors: string[] = [];
    for (const [stack, json] of documents) {
      const copy = structuredClone(json) as unknown as {
        provider: Record<string, { region?: string }[]>;
        resource?: Record<string, Record<string, { provider?: string; region?: string }>>;
      };
      const survives = () =>
        judge(new Map([...documents, [stack, copy as unknown as JsonObject]]), waivers);
      const isWaived = (region = "") =>
        (waivers.entries as readonly Waiver[]).some(
          ({ subject }) => subject === `${stack}:provider.aws.${region}`,
        );
      const configurations = Object.values(copy.provider).flat();
      for (const provider of configurations.filter(({ region }) => !isWaived(region))) {
        const { region } = provider;
        delete provider.region;
        if (survives()) {
          survivors.push(`${stack}: region ${region}`);
        }
        provider.region = region ?? "";
      }
      for (const [type, bodies] of Object.entries(copy.resource ?? {})) {
        // One that names its own region needs no configuration to be placed.
        for (const [name, body] of Object.entries(bodies).filter(([, { region }]) => !region)) {
          const { provider } = body;
          delete body.provider;
          if (survives()) {
            survivors.push(`${stack}: provider of ${type}.${name}`);
          }
          body.provider = provider ?? "";
        }
      }
    }
    expect(survivors).toEqual([]);
  });
});
