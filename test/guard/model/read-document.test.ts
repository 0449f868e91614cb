import type { JsonObject } from "../../../guard/json/json";
import type { Block } from "../../../guard/model/block";
import { readDocument } from "../../../guard/model/read-document";

function read(json: object, prefix = "", sources = new Map<string, string>()): readonly Block[] {
  const document = { stack: "test", file: "main.tf.json", json: json as JsonObject };
  return readDocument(document, { prefix, sources });
}

/** `kind address type name pointer`, of every block. */
function listed(json: object): readonly string[] {
  return read(json).map(({ kind, address, type, name, pointer }) =>
    [kind, address, type, name, pointer].join(" "),
  );
}

describe("a block of Terraform JSON", () => {
  test.each<[json: object, blocks: readonly string[]]>([
    [{ resource: { t: { n: {} } } }, ["resource t.n t n /resource/t/n"]],
    [{ data: { t: { n: {} } } }, ["data data.t.n t n /data/t/n"]],
    [{ ephemeral: { t: { n: {} } } }, ["data ephemeral.t.n t n /ephemeral/t/n"]],
    [{ action: { t: { n: {} } } }, ["data action.t.n t n /action/t/n"]],
    [{ provider: { aws: {} } }, ["provider provider.aws aws aws /provider/aws"]],
    [{ provider: { aws: { alias: "x" } } }, ["provider provider.aws.x aws aws.x /provider/aws"]],
    [{ provider: { aws: { alias: 1 } } }, ["provider provider.aws aws aws /provider/aws"]],
    [{ provider: { aws: "x" } }, ["provider provider.aws aws aws /provider/aws"]],
    [{ module: { m: {} } }, ["module module.m module m /module/m"]],
    [{ variable: { v: {} } }, ["variable var.v variable v /variable/v"]],
    [{ output: { o: {} } }, ["output output.o output o /output/o"]],
    [{ locals: { a: 1 } }, ["locals locals locals  /locals"]],
    [{ moved: { a: 1 } }, ["document moved moved  /moved"]],
    [{ toString: { a: 1 } }, ["document toString toString  /toString"]],
    [{ "a/b~": { a: 1 } }, ["document a/b~ a/b~  /a~1b~0"]],
    [{ check: { c: {} } }, ["document check.c check c /check/c"]],
    [{ check: { c: 1 } }, ["document check.c check c /check/c"]],
    [
      { check: { c: { data: { t: { n: {} } }, assert: {} } } },
      ["data data.t.n t n /check/c/data/t/n", "document check.c check c /check/c"],
    ],
    [{ terraform: {} }, ["document terraform terraform  /terraform"]],
    [{ terraform: 1 }, ["document terraform terraform  /terraform"]],
    [
      { terraform: { backend: { s3: {} } } },
      [
        "backend terraform.backend.s3 s3  /terraform/backend/s3",
        "document terraform terraform  /terraform",
      ],
    ],
    [
      { terraform: [{ cloud: {} }, { cloud: [{}] }] },
      [
        "backend terraform.cloud cloud  /terraform/0/cloud",
        "document terraform terraform  /terraform/0",
        "backend terraform.cloud cloud  /terraform/1/cloud/0",
        "document terraform terraform  /terraform/1",
      ],
    ],
    // Nothing is there.
    [{}, []],
    [{ "//": { resource: {} } }, []],
    [{ resource: null, data: null, locals: null, check: null, terraform: null }, []],
    [{ resource: { "//": "x", t: { "//": "y" } }, data: { "//": "x", t: { "//": { a: 1 } } } }, []],
    [{ resource: { t: null }, data: { t: { n: null } } }, []],
    [{ locals: [null, []] }, []],
    // Lists at every level.
    [{ resource: [{ t: { n: {} } }] }, ["resource t.n t n /resource/0/t/n"]],
    [{ resource: { t: [{ n: {} }] } }, ["resource t.n t n /resource/t/0/n"]],
    [
      { resource: { t: { n: [{}, {}] } } },
      ["resource t.n t n /resource/t/n/0", "resource t.n t n /resource/t/n/1"],
    ],
    [{ data: [[{ t: [{ n: [{}] }] }]] }, ["data data.t.n t n /data/0/0/t/0/n/0"]],
    [
      { locals: [{}, [{}]] },
      ["locals locals locals  /locals/0", "locals locals locals  /locals/1/0"],
    ],
    [{ check: [{ c: [{}] }] }, ["document check.c check c /check/0/c/0"]],
    // What stands where a block should is one all the same.
    [{ resource: 1 }, ["resource .   /resource"]],
    [{ resource: { t: "x" } }, ["resource t. t  /resource/t"]],
    [{ resource: { t: { n: "x" } } }, ["resource t.n t n /resource/t/n"]],
    [
      { resource: { t: { "a/b": "x", "a~b": {} } } },
      ["resource t.a/b t a/b /resource/t/a~1b", "resource t.a~b t a~b /resource/t/a~0b"],
    ],
    [{ data: { "a/b": { "c/d": {} } } }, ["data data.a/b.c/d a/b c/d /data/a~1b/c~1d"]],
    [{ data: "x" }, ["data data..   /data"]],
    [{ module: ["x"] }, ["module module. module  /module/0"]],
    [{ check: "x" }, ["document check. check  /check"]],
    [{ locals: "x" }, ["locals locals locals  /locals"]],
  ])("%j is read as %j", (json, blocks) => {
    expect(listed(json)).toEqual(blocks);
  });

  test("has its body, or what stands in its place", () => {
    const bodies = (json: object) => read(json).map(({ body }) => body);
    expect(bodies({ resource: { t: { n: { a: 1 } } }, locals: { b: 2 } })).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
    expect(bodies({ resource: { t: { n: "x" } }, locals: 1 })).toEqual([
      { value: "x" },
      { value: 1 },
    ]);
    expect(bodies({ terraform: { backend: { s3: { a: 1 } }, cloud: { b: 1 }, c: 1 } })).toEqual([
      { a: 1 },
      { b: 1 },
      { c: 1 },
    ]);
    expect(bodies({ check: { c: { data: { t: { n: { a: 1 } } }, assert: 1 } } })).toEqual([
      { a: 1 },
      { assert: 1 },
    ]);
  });

  test("is of its stack and file, and of the module that its address begins with", () => {
    const json = { resource: { t: { n: {}, m: "x" } }, data: { t: { n: {} } }, locals: {} };
    const blocks = read(json, "module.m.");
    expect(blocks.map(({ address }) => address)).toEqual([
      "module.m.t.n",
      "module.m.t.m",
      "module.m.data.t.n",
      "module.m.locals",
    ]);
    for (const block of blocks) {
      expect([block.stack, block.file]).toEqual(["test", "main.tf.json"]);
    }
  });

  test("is of the provider that is required under the local name", () => {
    const sources = new Map([["oracle", "oracle/oci"]]);
    const [block] = read({ provider: { oracle: { alias: "x" } } }, "", sources);
    expect([block?.type, block?.name]).toEqual(["oci", "oracle.x"]);
  });

  test("knows the construct that made it, and the provider configuration it names", () => {
    const metadata = { path: "stack/b", stackTrace: ["main.ts:1:2"] };
    const known = ({ constructPath, sourceFrame, providerName }: Block) => [
      constructPath,
      sourceFrame,
      providerName,
    ];
    const of = (body: unknown) => read({ resource: { t: { n: body } } }).map(known);
    expect(of({ "//": { metadata }, provider: "aws.x" })).toEqual([
      ["stack/b", "main.ts:1:2", "aws.x"],
    ]);
    expect(of({ "//": [{ metadata }] })).toEqual([["stack/b", "main.ts:1:2", undefined]]);
    for (const body of [
      {},
      "x",
      { "//": "x", provider: 1 },
      { "//": { metadata: 1 } },
      { "//": { metadata: { path: 1, stackTrace: [1] } } },
      { "//": [] },
    ]) {
      expect(of(body)).toEqual([[undefined, undefined, undefined]]);
    }
  });

  test("of an address is no place, and the rest of it is", () => {
    const host = "objectstorage.eu-frankfurt-1.oraclecloud.com";
    const pointers = (json: object) =>
      read(json).flatMap(({ places }) => places.map(({ pointer }) => pointer));
    const both = { from: host, to: host, provider: host, id: host };
    expect(pointers({ moved: both })).toEqual(["/moved/provider", "/moved/id"]);
    expect(pointers({ removed: [both] })).toEqual([
      "/removed/0/to",
      "/removed/0/provider",
      "/removed/0/id",
    ]);
    expect(pointers({ import: both })).toEqual(["/import/from", "/import/id"]);
    expect(pointers({ locals: both })).toEqual([
      "/locals/from",
      "/locals/to",
      "/locals/provider",
      "/locals/id",
    ]);
    expect(pointers({ moved: { inner: both } })).toHaveLength(4);
    expect(pointers({ moved: host })).toEqual(["/moved"]);
    expect(pointers({ resource: { t: { n: [[host]] } } })).toEqual(["/resource/t/n/0/0"]);
  });
});
