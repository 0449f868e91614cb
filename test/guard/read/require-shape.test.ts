import { UnreadableInputError } from "../../../guard/errors";
import type { JsonObject } from "../../../guard/json/json";
import { requireBlockShape, requireNoProto } from "../../../guard/read/require-shape";

function refusal(run: () => void): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableInputError);
    return (error as Error).message;
  }
  return "";
}

const shape = (json: JsonObject) => refusal(() => requireBlockShape(json, "x.json"));

describe("a block of Terraform JSON", () => {
  test.each<[string, JsonObject]>([
    ["an object under two labels", { resource: { t: { n: { a: 1 } } } }],
    ["a list of objects at each label", { resource: [{ t: [{ n: [{ a: 1 }, null] }] }] }],
    ["null at each label", { resource: null, data: { t: null }, ephemeral: { t: { n: null } } }],
    ["a comment in place of a label", { resource: { "//": "why", t: { "//": 1, n: {} } } }],
    ["an object under one label", { provider: { aws: { region: 1 } }, module: { m: [{}] } }],
    ["an object without a label", { locals: { a: 1 }, terraform: [{ backend: "x" }] }],
    ["anything under a name that Terraform does not know", { resources: 1, toString: "x" }],
  ])("may be %s", (_, json) => {
    expect(shape(json)).toBe("");
  });

  test.each<[JsonObject, string]>([
    [{ resource: "x" }, "a string at /resource"],
    [{ resource: { t: 1 } }, "a number at /resource/t"],
    [{ resource: { t: { n: true } } }, "a boolean at /resource/t/n"],
    [{ resource: { t: { n: [{}, "x"] } } }, "a string at /resource/t/n/1"],
    [{ resource: [[]] }, "a list at /resource/0"],
    [{ data: { t: { n: [[{}]] } } }, "a list at /data/t/n/0"],
    [{ action: { t: { n: 1 } } }, "a number at /action/t/n"],
    [{ ephemeral: { t: { n: 1 } } }, "a number at /ephemeral/t/n"],
    [{ check: { c: 1 } }, "a number at /check/c"],
    [{ module: { m: "./m" } }, "a string at /module/m"],
    [{ output: { o: "x" } }, "a string at /output/o"],
    [{ provider: { "a/b": "x" } }, "a string at /provider/a~1b"],
    [{ variable: { v: "x" } }, "a string at /variable/v"],
    [{ import: "x" }, "a string at /import"],
    [{ locals: ["x"] }, "a string at /locals/0"],
    [{ moved: 1 }, "a number at /moved"],
    [{ removed: 1 }, "a number at /removed"],
    [{ terraform: false }, "a boolean at /terraform"],
  ])("is refused in %j", (json, what) => {
    expect(shape(json)).toBe(
      `x.json holds ${what}, where Terraform reads a block; correct the file.`,
    );
  });

  test("is looked at no deeper than its labels", () => {
    expect(shape({ provider: { aws: { nested: "x" } } })).toBe("");
    expect(shape({ check: { c: { data: "x" } } })).toBe("");
  });

  test("is shown by a pointer of one line and 120 characters", () => {
    const at = (key: string) => shape({ provider: { [key]: 1 } }).replace(/^.* at /, "");
    expect(at("a\nb")).toMatch(/^"\/provider\/a\\nb", where/);
    expect(at("a\u2028b")).toMatch(/^"\/provider\/a/);
    expect(at("k".repeat(110))).toMatch(/^\/provider\/k{110}, where/);
    expect(at("k".repeat(111))).toMatch(/^\/provider\/k{109}…, where/);
  });
});

describe("a property called __proto__", () => {
  const proto = (text: string) =>
    refusal(() => requireNoProto(JSON.parse(text) as JsonObject, text, "x.json"));
  const message = (at: string) =>
    `x.json names a property "__proto__" at ${at}; no configuration does, and programs read it differently; rename it.`;

  test.each([
    ['{"__proto__":1}', "/__proto__"],
    ['{"a":{"b":[1,{"__proto__":{}}]}}', "/a/b/1/__proto__"],
    ['{"\\u005f_proto__":1}', "/__proto__"],
    ['{"_\\u005Fproto__":1}', "/__proto__"],
    ['{"__\\u0070roto__":1}', "/__proto__"],
    ['{"__pr\\u006fto__":1}', "/__proto__"],
  ])("is refused in %s", (text, at) => {
    expect(proto(text)).toBe(message(at));
  });

  test.each([
    '{"a":"__proto__"}',
    '{"__proto":1,"proto__":2}',
    '{"\\u0061":null}',
    '{"a":["__proto__"]}',
    "{}",
  ])("is not found in %s", (text) => {
    expect(proto(text)).toBe("");
  });
});
