import fc from "fast-check";
import { check, isProven } from "../../guard";
import { isObject, type Json, type JsonObject } from "../../guard/json/json";
import { isFreeText } from "../../guard/rules/arguments";
import { Jurisdiction, Region, scan } from "../../jurisdiction";
import { FAMILIES } from "../evasions/corpus";
import { checkJson } from "../support/check-json";

const EVASIONS = FAMILIES.flatMap((family) => family.evasions);
const HONEST = EVASIONS.flatMap(({ id, lookAlikes }) =>
  lookAlikes.map(({ config }) => [id, config as JsonObject] as const),
);
const CONFIGS = [
  ...EVASIONS.map(({ config }) => config as JsonObject),
  ...HONEST.map(([, c]) => c),
];

const SEED = 20_260_101;

/** Keys that break careless code, beside those that Terraform gives a meaning. */
const key = fc.oneof(
  fc.constantFrom(
    ...["resource", "data", "provider", "locals", "variable", "output", "module", "terraform"],
    ...["import", "moved", "removed", "check", "ephemeral", "oci", "aws", "oci_identity_policy"],
    ...["aws_iam_policy", "statements", "policy", "region", "alias", "for_each", "dynamic", "//"],
    ...["backend", "cloud", "config", "validation", "lifecycle", "provisioner", "connection"],
    ...["__proto__", "constructor", "toString", "hasOwnProperty", "length", "", "/", "~", "~1"],
    ...["eu-frankfurt-1", "${", "\ud800", "\0"],
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);

const scalar = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e308, ""),
  fc.constantFrom<Json>(
    "us-ashburn-1",
    "eu-west-1",
    "${local.a}",
    "${each.value.b}",
    "${",
    "%{ if",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 7, depthSize: "medium", withCrossShrink: true },
    scalar,
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(key, tie("json"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const document = fc.dictionary(key, json, { maxKeys: 5, noNullPrototype: true });

type Path = readonly (string | number)[];

/** Paths of every value in `value`, inner ones last. */
function* pathsIn(value: Json, path: Path = []): Generator<readonly [Path, Json]> {
  yield [path, value];
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      yield* pathsIn(item, [...path, index]);
    }
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      yield* pathsIn(value[name] as Json, [...path, name]);
    }
  }
}

function replaced(root: Json, [token, ...rest]: Path, by: Json): Json {
  if (token === undefined) {
    return by;
  }
  if (Array.isArray(root)) {
    return (root as readonly Json[]).map((item, i) =>
      i === token ? replaced(item, rest, by) : item,
    );
  }
  return {
    ...(root as JsonObject),
    [token]: replaced((root as JsonObject)[token] as Json, rest, by),
  };
}

/** `value` with the keys of every object in the order that `rank` gives. */
function reordered(value: Json, rank: () => number): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => reordered(item, rank));
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value)
      .map((name) => [rank(), name] as const)
      .sort(([a], [b]) => a - b)
      .map(([, name]) => [name, reordered(value[name] as Json, rank)]),
  );
}

/** A finding repeats an object as it is written, in the order of its keys. */
function withoutValues(config: Json): unknown {
  const result = checkJson(config as JsonObject);
  return { ...result, findings: result.findings.map(({ value: _, ...finding }) => finding) };
}

const abroad = fc.constantFrom(...Region.all().filter((region) => !Jurisdiction.US.allows(region)));

/** Names of arguments and blocks that hold no text for people and no address of a block. */
const argument = fc
  .stringMatching(/^[a-z]{1,9}(?:_[a-z]{1,9}){0,2}$/)
  .filter((name) => !isFreeText(name) && !RESERVED.has(name) && scan(name).length === 0);

/** Names of blocks, and what Terraform itself gives a meaning. */
const RESERVED = new Set(["provider", "providers", "alias", "depends_on", "count", "for_each"]);

const home = { provider: { oci: [{ region: "us-ashburn-1" }], aws: [{ region: "us-east-1" }] } };

const type = fc.constantFrom(
  ...["oci_core_vcn", "oci_core_instance", "oci_new_thing", "oci_functions_application"],
  ...["aws_vpc", "aws_lambda_function", "aws_new_thing", "aws_ecs_task_definition"],
);

/** A body with `value` at the end of `path`, through blocks and lists. */
function nested(path: readonly string[], inList: readonly boolean[], value: Json): JsonObject {
  return path.reduceRight<Json>((inner, name, index) => {
    const item = inList[index] === true ? [null, 7, inner] : inner;
    return { [name]: item };
  }, value) as JsonObject;
}

describe("the guard", () => {
  test("judges any JSON whatsoever without an error", () => {
    fc.assert(
      fc.property(document, (tree) => {
        const result = checkJson(tree);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 1000, seed: SEED },
    );
  });

  test("judges every configuration of the corpus with any one value of another kind", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONFIGS), fc.nat(), json, (config, at, other) => {
        const paths = [...pathsIn(config)].slice(1);
        const [path] = paths[at % paths.length] ?? [[]];
        const result = checkJson(replaced(config, path, other) as JsonObject);
        expect(Array.isArray(result.findings)).toBe(true);
      }),
      { numRuns: 3000, seed: SEED },
    );
  });

  test("gives the same result for keys in any order", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONFIGS), fc.infiniteStream(fc.nat()), (config, ranks) => {
        const rank = () => ranks.next().value ?? 0;
        expect(withoutValues(reordered(config, rank))).toEqual(withoutValues(config));
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  test("gives the same result for stacks and files in any order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: CONFIGS.length - 1 }), { minLength: 2, maxLength: 4 }),
        (indices) => {
          const documents = indices.map((index) => ({
            stack: `stack-${index}`,
            file: `stack-${index}/cdk.tf.json`,
            json: CONFIGS[index] ?? {},
          }));
          const options = { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" };
          const forwards = check({ documents, unread: [] }, options);
          const backwards = check({ documents: [...documents].reverse(), unread: [] }, options);
          expect(backwards).toEqual(forwards);
        },
      ),
      { numRuns: 150, seed: SEED },
    );
  });

  test("never proves a resource with a region abroad in any argument that is no text", () => {
    fc.assert(
      fc.property(
        type,
        fc.array(argument, { minLength: 1, maxLength: 5 }),
        fc.array(fc.boolean(), { maxLength: 5 }),
        abroad,
        fc.constantFrom("%", "%a", "https://x.%.oraclecloud.com", "--to=%;", "[%]", " % ", "a/%/b"),
        (of, path, inList, region, around) => {
          const body = nested(path, inList, around.replace(/%a?/, region.id));
          const result = checkJson({ ...home, resource: { [of]: { r: body } } });
          expect(isProven(result)).toBe(false);
        },
      ),
      { numRuns: 1500, seed: SEED },
    );
  });

  test("never proves a resource with a region abroad as a key of a map", () => {
    fc.assert(
      fc.property(type, argument, argument, abroad, (of, outer, inner, region) => {
        const body = { [outer]: { [inner]: { [region.id]: "x" } } };
        const result = checkJson({ ...home, resource: { [of]: { r: body } } });
        expect(isProven(result)).toBe(false);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  test("never proves a configuration abroad, however its provider is written", () => {
    const wrap = fc.constantFrom<(block: JsonObject) => Json>(
      (block) => block,
      (block) => [block],
      (block) => [[block]],
      (block) => [null, { alias: "x", region: "us-ashburn-1" }, block],
    );
    fc.assert(
      fc.property(abroad, wrap, fc.boolean(), (region, wrapped, twice) => {
        const block = { alias: "a", region: region.id };
        const one = { [region.cloud]: wrapped(block) };
        const provider: Json = twice ? [one, { [region.cloud]: { alias: "b" } }] : one;
        expect(isProven(checkJson({ provider }))).toBe(false);
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

describe("a disguise", () => {
  const percent = (text: string) =>
    [...text].map((char) => `%${char.charCodeAt(0).toString(16)}`).join("");
  const escaped = (text: string) =>
    [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  const entities = (text: string) => [...text].map((char) => `&#${char.charCodeAt(0)};`).join("");
  const wide = (text: string) =>
    [...text]
      .map((char) => (char === "-" ? char : String.fromCharCode(char.charCodeAt(0) + 0xfee0)))
      .join("");
  const invisible = (text: string) => [...text].join("\u200b");
  const encoded = (text: string) => Buffer.from(`to=${text};`).toString("base64");
  const expression = (text: string) => `\${join("-", ${JSON.stringify(text.split("-"))})}`;
  const backwards = (text: string) => `\${strrev("${[...text].reverse().join("")}")}`;
  const decoded = (text: string) => `\${base64decode("${encoded(text)}")}`;

  const disguises: readonly (readonly [string, (text: string) => string])[] = [
    ["upper case", (text) => text.toUpperCase()],
    ["percent-encoding", percent],
    ["percent-encoding twice", (text) => percent(text).replaceAll("%", "%25")],
    ["escapes", escaped],
    ["character references", entities],
    ["full-width letters", wide],
    ["invisible characters", invisible],
    ["base64", encoded],
    ["base64 of escapes", (text) => encoded(escaped(text))],
    ["base64 of full-width letters", (text) => encoded(wide(text))],
    ["a joined expression", expression],
    ["a reversed expression", backwards],
    ["a decoded expression", decoded],
  ];

  test.each(disguises)("of %s hides no region abroad", (_name, hide) => {
    fc.assert(
      fc.property(abroad, argument, type, (region, name, of) => {
        const resource = { [of]: { r: { [name]: { deep: [hide(region.id)] } } } };
        expect(isProven(checkJson({ ...home, resource }))).toBe(false);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  test.each(disguises)("of %s makes no region at home suspicious", (_name, hide) => {
    fc.assert(
      fc.property(fc.constantFrom(...Jurisdiction.US.regions), type, (region, of) => {
        const resource = { [of]: { r: { setting: { deep: [hide(region.id)] } } } };
        const about = checkJson({ ...home, resource }).findings.filter(({ path }) =>
          path.includes("/setting/"),
        );
        expect(about).toEqual([]);
      }),
      { numRuns: 20, seed: SEED },
    );
  });
});

/** What each region-bearing text of an honest configuration is moved to. */
function moved(text: string): string[] {
  const region = Jurisdiction.US.regions.find(({ id }) => text.includes(id));
  if (region === undefined) {
    return [];
  }
  return ["eu-frankfurt-1", "ap-southeast-2", "us-gov-west-1"].map((to) =>
    text.replaceAll(region.id, to),
  );
}

describe("an honest look-alike of the corpus", () => {
  test("is not proven any more when one of its places moves abroad", () => {
    const survivors: string[] = [];
    let mutants = 0;
    for (const [id, config] of HONEST) {
      for (const [path, value] of pathsIn(config)) {
        const isText = path.some((token) => typeof token === "string" && isFreeText(token));
        if (typeof value === "string" && !isText && path.at(-1) !== "alias") {
          for (const to of moved(value)) {
            mutants += 1;
            if (isProven(checkJson(replaced(config, path, to) as JsonObject))) {
              survivors.push(`${id}: ${path.join("/")} = ${to}`);
            }
          }
        }
      }
    }
    expect(mutants).toBeGreaterThan(500);
    expect(survivors).toEqual([]);
  });
});
