import { UnreadableInputError } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { readModules } from "../../../guard/read/read-modules";
import type { SourceModule } from "../../../guard/read/source";
import { temporaryFolder, write } from "../../support/judge-path";

const BUCKET = { resource: { aws_s3_bucket: { b: { bucket: "b" } } } };

const calling = (...sources: readonly unknown[]) => ({
  module: Object.fromEntries(sources.map((source, at) => [`m${at}`, { source }])),
});

/** The modules that a file of `folder` calls, as `folder: files`, and what is wrong with each. */
function read(root: string, json: object, folder?: string): Readonly<Record<string, string>> {
  const document = { stack: "s", file: "main.tf.json", json: json as JsonObject };
  const modules = readModules(root, [folder === undefined ? document : { ...document, folder }]);
  const shown = ({ documents, problem }: SourceModule) =>
    `${documents.map(({ file }) => file).join(", ")}${problem === undefined ? "" : `; ${problem}`}`;
  return Object.fromEntries([...modules].map(([path, module]) => [path, shown(module)]));
}

describe("the modules that a file calls by path", () => {
  const root = temporaryFolder();
  write(root, "near/main.tf.json", BUCKET);
  write(root, "near/more.tf.json", BUCKET);
  write(root, "stacks/data/inner/main.tf.json", BUCKET);
  write(root, "mixed/main.tf.json", BUCKET);
  write(root, "mixed/extra.tf", "");
  write(root, "hcl/main.tf", "");
  write(root, "chain/main.tf.json", calling("../near", "./deeper"));
  write(root, "chain/deeper/main.tf.json", calling("../../chain"));

  test("are read, every file of them", () => {
    expect(read(root, calling("./near"))).toEqual({ near: "near/main.tf.json, near/more.tf.json" });
  });

  test("are read once, however often and however they are spelled", () => {
    expect(Object.keys(read(root, calling("./near", "./near/", "./chain/../near")))).toEqual([
      "near",
    ]);
  });

  test("start from the folder of the file", () => {
    expect(read(root, calling("./inner"), "stacks/data")).toEqual({
      "stacks/data/inner": "stacks/data/inner/main.tf.json",
    });
    expect(Object.keys(read(root, calling("../../near"), "stacks/data"))).toEqual(["near"]);
  });

  test("are followed to those that they call, round in a circle too", () => {
    expect(Object.keys(read(root, calling("./chain"))).sort()).toEqual([
      "chain",
      "chain/deeper",
      "near",
    ]);
  });

  test("are found in lists of blocks, as Terraform reads them", () => {
    const list = { module: [{ a: [{ source: "./near" }] }, { b: { source: "./mixed" } }] };
    expect(Object.keys(read(root, list)).sort()).toEqual(["mixed", "near"]);
  });

  test("say where HCL stands beside them", () => {
    expect(read(root, calling("./mixed", "./hcl"))).toEqual({
      mixed: "mixed/main.tf.json; mixed/extra.tf is HCL",
      hcl: "; hcl/main.tf is HCL",
    });
  });

  test("say where their folder is missing", () => {
    expect(read(root, calling("./absent"))).toEqual({
      absent: "; the folder absent cannot be read",
    });
  });

  test.each<[what: string, source: unknown]>([
    ["a registry's name", "terraform-aws-modules/vpc/aws"],
    ["a URL that ends in a path", "git::https://example.com/x.git//./near"],
    ["an absolute path", "/near"],
    ["a name with two dots in it", "a../near"],
    ["a hidden folder's name", ".near"],
    ["a path with a character that no file system takes", "./near\0"],
    ["a list", ["./near"]],
    ["nothing", null],
  ])("are not looked for where the source is %s", (_what, source) => {
    expect(read(root, calling(source))).toEqual({});
  });

  test.each([
    ["no module", {}],
    ["modules that are a text", { module: "./near" }],
    ["a module that is a text", { module: { a: "./near" } }],
    ["a source elsewhere", { locals: { a: { source: "./near" } } }],
    ["a source deeper down", { module: { a: { b: { source: "./near" } } } }],
  ])("are none where there is %s", (_what, json) => {
    expect(read(root, json)).toEqual({});
  });
});

describe("a module that is no configuration ends the run", () => {
  const root = temporaryFolder();
  write(root, "broken/main.tf.json", "{");
  write(root, "wrong/main.tf.json", { resource: { t: "x" } });

  test.each([
    ["./broken", "broken/main.tf.json is not JSON"],
    ["./wrong", "wrong/main.tf.json holds a string"],
  ])("%s", (source, message) => {
    expect(() => read(root, calling(source))).toThrow(UnreadableInputError);
    expect(() => read(root, calling(source))).toThrow(message);
  });
});
