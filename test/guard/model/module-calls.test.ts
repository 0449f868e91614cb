import type { Json, JsonObject } from "../../../guard/json/json";
import type { Stack } from "../../../guard/model/block";
import { buildModel } from "../../../guard/model/build-model";
import type { SourceDocument, SourceModule } from "../../../guard/read/source";

function document(file: string, json: object, folder?: string): SourceDocument {
  const common = { stack: "test", file, json: json as JsonObject };
  return folder === undefined ? common : { ...common, folder };
}

/** The stacks of root files in the folder `root`, and of modules by their folders. */
function stacksOf(
  files: Record<string, object>,
  modules: Record<string, object | SourceModule> = {},
  folder: string | null = "root",
): readonly Stack[] {
  return buildModel({
    documents: Object.entries(files).map(([file, json]) =>
      document(file, json, folder ?? undefined),
    ),
    unread: [],
    modules: new Map(
      Object.entries(modules).map(([path, module]) => [
        path,
        "documents" in module
          ? (module as SourceModule)
          : { documents: [document(`${path}/main.tf.json`, module, path)] },
      ]),
    ),
  });
}

const INNER = { resource: { t: { n: {} } } };

function call(m: Json): object {
  return { module: { m } };
}

/** Why nothing proves what the call of `m` brings in; undefined where it is read. */
function unproven(m: Json, modules = {}, folder: string | null = "root"): string | undefined {
  return stacksOf({ "a.tf.json": call(m) }, modules, folder)[0]?.modules?.get("m")?.unproven;
}

describe("a module call", () => {
  test.each<[source: string, path: string]>([
    ["./m", "root/m"],
    ["./m/", "root/m"],
    ["./x/../m", "root/m"],
    ["../m", "m"],
    ["../../m", "../m"],
    ["./..", "."],
  ])("of %j is of the folder %j", (source, path) => {
    const [root, called, ...others] = stacksOf(
      { "a.tf.json": call({ source }) },
      { [path]: INNER },
    );
    expect(others).toEqual([]);
    expect([...(root?.modules ?? [])]).toEqual([["m", { stack: called }]]);
    expect(called?.blocks.map(({ address, file }) => [address, file])).toEqual([
      ["module.m.t.n", `${path}/main.tf.json`],
    ]);
    expect([...(called?.byAddress.keys() ?? [])]).toEqual(["t.n"]);
    expect([called?.name, called?.parent, called?.call?.address]).toEqual([
      "test",
      root,
      "module.m",
    ]);
    expect(root?.parent).toBeUndefined();
    expect(root?.inputs).toBeUndefined();
  });

  const problem = "root/m/main.tf is HCL";
  const empty = { documents: [] };
  test.each<[m: Json, modules: object, why: string]>([
    [{}, {}, "it names no source"],
    ["x", {}, "it names no source"],
    [{ source: 1 }, {}, "it names no source"],
    [{ source: "x/y/z" }, {}, '"x/y/z" is not in the file'],
    [{ source: "m" }, { "root/m": INNER }, '"m" is not in the file'],
    [{ source: ".../m" }, { "root/.../m": INNER }, '".../m" is not in the file'],
    [{ source: "x./m" }, { "root/x./m": INNER }, '"x./m" is not in the file'],
    [{ source: "./m" }, {}, 'the folder "./m" was not read'],
    [{ source: "./m" }, { m: INNER }, 'the folder "./m" was not read'],
    [{ source: "./m" }, { "root/m": empty }, '"./m" holds no Terraform JSON'],
    [{ source: "./m" }, { "root/m": { ...empty, problem } }, problem],
    [
      { source: "./m" },
      { "root/m": { documents: [document("x.tf.json", INNER, "root/m")], problem } },
      problem,
    ],
  ])("%j is unproven with the folders %j: %s", (m, modules, why) => {
    expect(unproven(m, modules)).toBe(why);
  });

  test("is unproven where the folder of the file is not known", () => {
    expect(unproven({ source: "./m" }, { m: INNER, "root/m": INNER }, null)).toBe(
      'the folder "./m" was not read',
    );
  });

  test("is read in part where a part of the folder cannot be", () => {
    const modules = { "root/m": { documents: [document("x.tf.json", INNER, "root/m")], problem } };
    const [root, called] = stacksOf({ "a.tf.json": call({ source: "./m" }) }, modules);
    expect(root?.modules?.get("m")).toEqual({ stack: called, unproven: problem });
    expect(called?.blocks.map(({ address }) => address)).toEqual(["module.m.t.n"]);
  });

  test("is unproven where the module calls itself, at once or through another", () => {
    const again = { module: { again: { source: "../m" } } };
    const [, self] = stacksOf({ "a.tf.json": call({ source: "./m" }) }, { "root/m": again });
    const why = 'the module "../m" calls itself, or nests too deep';
    expect(self?.modules?.get("again")).toEqual({ unproven: why });
    const through = { module: { other: { source: "../o" } } };
    const modules = { "root/m": through, "root/o": again };
    const [, , other] = stacksOf({ "a.tf.json": call({ source: "./m" }) }, modules);
    expect(other?.modules?.get("again")).toEqual({ unproven: why });
  });

  test("may be made twice of one folder, and each makes blocks of its own", () => {
    const json = { module: { a: { source: "./m" }, b: { source: "./m" } } };
    const stacks = stacksOf({ "a.tf.json": json }, { "root/m": INNER });
    expect(stacks.flatMap(({ blocks }) => blocks.map(({ address }) => address))).toEqual([
      "module.a",
      "module.b",
      "module.a.t.n",
      "module.b.t.n",
    ]);
  });

  test("is followed 16 levels deep", () => {
    const modules = Object.fromEntries(
      Array.from({ length: 20 }, (_, level) => [`m${level}`, call({ source: `../m${level + 1}` })]),
    );
    const stacks = stacksOf({ "a.tf.json": call({ source: "../m0" }) }, modules);
    expect(stacks).toHaveLength(17);
    expect(stacks.at(-1)?.modules?.get("m")?.unproven).toBe(
      'the module "../m16" calls itself, or nests too deep',
    );
  });

  test("may change by an override file, where the worse of both counts", () => {
    const modules = { "root/m": INNER, "root/n": { resource: { t: { o: {} } } } };
    const judged = (override: Json) => {
      const files = {
        "a.tf.json": call({ source: "./m", v: 1 }),
        "override.tf.json": call(override),
      };
      const [root, ...others] = stacksOf(files, modules);
      return [root?.modules?.get("m")?.unproven, ...others.map(({ blocks }) => blocks[0]?.address)];
    };
    expect(judged({ v: 2 })).toEqual([undefined, "module.m.t.n", "module.m.t.n"]);
    expect(judged({ source: "./n" })).toEqual([undefined, "module.m.t.n", "module.m.t.o"]);
    expect(judged({ source: "x/y/z" })).toEqual(['"x/y/z" is not in the file', "module.m.t.n"]);
    expect(judged({ source: 1 })).toEqual(["it names no source", "module.m.t.n"]);
  });

  test("sets variables, those that an override file adds or changes included", () => {
    const files = {
      "a.tf.json": call({
        source: "./m",
        a: 1,
        b: 2,
        "//": "c",
        depends_on: [],
        providers: {},
        count: 1,
      }),
      "override.tf.json": call({ b: 3, c: 4 }),
    };
    const [, first, second] = stacksOf(files, { "root/m": INNER });
    const valuesOf = (stack: Stack | undefined) =>
      [...(stack?.inputs ?? [])].map(([name, { value, from }]) => [name, value, from?.block.file]);
    expect(valuesOf(first)).toEqual([
      ["a", 1, "a.tf.json"],
      ["b", 2, "a.tf.json"],
    ]);
    // An item of for_each in any of them is one of what the override file goes through.
    expect(valuesOf(second)).toEqual([
      ["a", 1, "override.tf.json"],
      ["b", 3, "override.tf.json"],
      ["c", 4, "override.tf.json"],
    ]);
  });
});

describe("the files of a root module", () => {
  test("are one stack, those that override last", () => {
    const resource = (n: object) => ({ resource: { t: { n } } });
    for (const name of ["override.tf.json", "a_override.tf.json", "x/override.tf.json"]) {
      const [stack, ...others] = stacksOf({
        [name]: resource({ a: 2 }),
        "z.tf.json": resource({ a: 1 }),
      });
      expect(others).toEqual([]);
      expect(stack?.blocks.map(({ body }) => body)).toEqual([{ a: 1 }, { a: 2 }]);
      expect(stack?.blocks[1]?.overrides).toBe(stack?.blocks[0]);
      expect(stack?.blocks[0]?.overrides).toBeUndefined();
      expect(stack?.byAddress.get("t.n")).toBe(stack?.blocks[0]);
      expect(stack?.modules).toBeUndefined();
    }
  });

  test.each([
    "aoverride.tf.json",
    "override.tf.json.tf.json",
    "override_tf.json",
    "overrides.tf.json",
  ])("override nothing where one is called %s", (name) => {
    const json = { resource: { t: { n: {} } } };
    const [stack] = stacksOf({ [name]: json, "z.tf.json": json });
    expect(stack?.blocks.map(({ file, overrides }) => [file, overrides])).toEqual([
      [name, undefined],
      ["z.tf.json", undefined],
    ]);
  });

  test("require providers together", () => {
    const requiring = (required_providers: object) => ({ terraform: { required_providers } });
    const [stack] = stacksOf({
      "a.tf.json": requiring({ aws: { source: "hashicorp/aws" } }),
      "b.tf.json": {
        terraform: ["x", { required_providers: { oracle: { source: "oracle/oci" } } }],
      },
    });
    expect([...(stack?.providerSources ?? [])]).toEqual([
      ["aws", "hashicorp/aws"],
      ["oracle", "oracle/oci"],
    ]);
  });

  test("are a stack for each name, and a plan is stacks of its own", () => {
    const documents = ["a", "b", "a"].map((stack, index) => ({
      stack,
      file: `${index}.tf.json`,
      json: { locals: { index } },
    }));
    const plan = {
      stack: "p",
      file: "plan.json",
      json: { format_version: "1.2", planned_values: {} },
    };
    const stacks = buildModel({ documents: [...documents, plan], unread: [] });
    expect(stacks.map(({ name, origin, blocks }) => [name, origin, blocks.length])).toEqual([
      ["p", "plan", 0],
      ["a", undefined, 2],
      ["b", undefined, 1],
    ]);
  });
});
