import type { JsonObject } from "../../../guard/json/json";
import type { Block } from "../../../guard/model/block";
import {
  isKeyReference,
  isValue,
  occurrencesOf,
  readSetting,
  type Setting,
} from "../../../guard/sovereignty/setting";
import { stackOf } from "../place/placed";

/** What is read at `path` of a resource at `/r`, with locals around it. */
function read(body: object, path: string, locals: object = {}): Setting {
  const stack = stackOf({ "main.tf.json": { locals, resource: { x_y: { r: body } } } });
  const block = stack.byAddress.get("x_y.r") as Block;
  return readSetting(body as JsonObject, path, "/r", { stack, block });
}

const known = (texts: readonly string[], pointer: string, written: string, canBeUnset = false) => ({
  kind: "known",
  texts,
  canBeUnset,
  pointer,
  written,
});
const UNSET = { kind: "unset", pointer: "/r" };

describe("readSetting", () => {
  test.each<[object, string, object]>([
    [{ a: "x" }, "a", known(["x"], "/r/a", "x")],
    [{ a: 8 }, "a", known(["8"], "/r/a", "8")],
    [{ a: false }, "a", known(["false"], "/r/a", "false")],
    [{ a: { b: "x" } }, "a.b", known(["x"], "/r/a/b", "x")],
    [{ a: [{ b: "x" }, { b: "y" }] }, "a.b", known(["x", "y"], "/r/a/0/b", "x")],
    [{ a: ["x", "y", "x"] }, "a", known(["x", "y"], "/r/a/0", "x")],
    [{ a: ["", "y"] }, "a", known(["y"], "/r/a/1", "y", true)],
    [
      { dynamic: { a: { for_each: ["1"], content: { b: "x" } } } },
      "a.b",
      known(["x"], "/r/dynamic/a/content/b", "x"),
    ],
    [{ a: { b: "x", dynamic: { b: { content: "y" } } } }, "a.b", known(["x", "y"], "/r/a/b", "x")],
    [{ a: "${true}" }, "a", known(["true"], "/r/a", "${true}")],
    [{ a: '${x_y.z.on ? "p" : "q"}' }, "a", known(["p", "q"], "/r/a", '${x_y.z.on ? "p" : "q"}')],
    [
      { a: '${x_y.z.on ? "p" : null}' },
      "a",
      known(["p"], "/r/a", '${x_y.z.on ? "p" : null}', true),
    ],
    [{ a: '${x_y.z.on ? "p" : ""}' }, "a", known(["p"], "/r/a", '${x_y.z.on ? "p" : ""}', true)],
    [{ a: '${["p", "q"]}' }, "a", known(["p", "q"], "/r/a", '${["p", "q"]}')],
    [{ a: '${[["p"], ["q", 1]]}' }, "a", known(["p", "q", "1"], "/r/a", '${[["p"], ["q", 1]]}')],
  ])("reads %j at %s", (body, path, setting) => {
    expect(read(body, path)).toEqual(setting);
  });

  test.each<[object, string]>([
    [{}, "a"],
    [{ a: null }, "a"],
    [{ a: "" }, "a"],
    [{ a: [] }, "a"],
    [{ a: {} }, "a.b"],
    [{ a: { b: null } }, "a.b"],
    [{ a: { b: "" } }, "a.b"],
    [{ b: "x" }, "a"],
    [{ a: "${null}" }, "a"],
    [{ a: "${[]}" }, "a"],
    [{ dynamic: { b: { content: { c: "x" } } } }, "a.c"],
    [{ a: 1 }, "a.b"],
  ])("takes what is not written, or empty, for unset: %j at %s", (body, path) => {
    expect(read(body, path)).toEqual(UNSET);
  });

  test("reads a local", () => {
    expect(read({ a: "${local.x}" }, "a", { x: "y" })).toEqual(known(["y"], "/r/a", "${local.x}"));
  });

  test.each<[object, string, string, string]>([
    [{ a: '${{ b = "x" }}' }, "it is no text", "/r/a", '${{ b = "x" }}'],
    [{ a: '${[{ b = "x" }]}' }, "it is no text", "/r/a", '${[{ b = "x" }]}'],
    [{ a: '${["x", var.b]}' }, "it is no text", "/r/a", '${["x", var.b]}'],
    [
      { a: "${oci_kms_key.k.id}" },
      "it is a key that Terraform makes",
      "/r/a",
      "${oci_kms_key.k.id}",
    ],
    [
      { a: ["x", "${aws_kms_key.k.arn}"] },
      "it is a key that Terraform makes",
      "/r/a/1",
      "${aws_kms_key.k.arn}",
    ],
  ])("does not know %j: %s", (body, reason, pointer, written) => {
    expect(read(body, "a")).toEqual({ kind: "unknown", reason, pointer, written });
  });

  test("does not know what nothing tells, and says why", () => {
    const setting = read({ a: "${x_y.z.name}" }, "a");
    expect(setting).toMatchObject({
      kind: "unknown",
      pointer: "/r/a",
      written: "${x_y.z.name}",
    });
    expect(setting.kind === "unknown" ? setting.reason : "").not.toBe("");
  });

  test("looks into lists of eight lists, and takes what lies deeper for nothing", () => {
    const lists = (depth: number) => `\${${"[".repeat(depth)}"x"${"]".repeat(depth)}}`;
    expect(read({ a: lists(8) }, "a")).toMatchObject({ texts: ["x"] });
    expect(read({ a: lists(9) }, "a")).toEqual(UNSET);
  });
});

describe("isKeyReference", () => {
  test.each(["${oci_kms_key.k.id}", "${aws_kms_key.my-key_1.arn}", "${aws_kms_key.k.key_id}"])(
    "takes %s for a key of the input",
    (text) => {
      expect(isKeyReference(text)).toBe(true);
    },
  );

  test.each([
    "${oci_kms_key.k.name}",
    "${oci_kms_key.k.id} ",
    " ${oci_kms_key.k.id}",
    "${data.oci_kms_key.k.id}",
    "${gcp_kms_key.k.id}",
    "${oci_kms_key..id}",
    "oci_kms_key.k.id",
    1,
    undefined,
    null,
  ])("takes %j for none", (text) => {
    expect(isKeyReference(text)).toBe(false);
  });
});

describe("isValue", () => {
  test.each([
    ["Public", "public"],
    ["public", "PUBLIC"],
    ["1", "true"],
    ["0", "false"],
    ["TRUE", "true"],
    ["1", "1"],
    ["0", "FALSE"],
  ])("takes %s for %s", (text, wanted) => {
    expect(isValue(text, wanted)).toBe(true);
  });

  test.each([
    ["1", "false"],
    ["0", "true"],
    ["true", "1"],
    ["2", "true"],
    ["", "true"],
    ["constructor", "true"],
    ["public", "private"],
  ])("does not take %s for %s", (text, wanted) => {
    expect(isValue(text, wanted)).toBe(false);
  });
});

describe("occurrencesOf", () => {
  const pointers = (body: object, path: string) =>
    occurrencesOf(body as JsonObject, path, "/r").map(({ pointer }) => pointer);

  test.each<[object, string, readonly string[]]>([
    [{}, "a", []],
    [{ b: {} }, "a", []],
    [{ a: {} }, "a", ["/r/a"]],
    [{ a: [{}, {}] }, "a", ["/r/a/0", "/r/a/1"]],
    [{ a: [{ b: {} }, {}, { b: [{}] }] }, "a.b", ["/r/a/0/b", "/r/a/2/b/0"]],
    [{ a: ["x", null, [{}]] }, "a", ["/r/a/2/0"]],
    [{ a: "x" }, "a", []],
    [{ dynamic: { a: { content: {} } } }, "a", ["/r/dynamic/a/content"]],
    [
      { a: {}, dynamic: [{ a: [{ content: {} }, { content: [{}] }] }, { b: { content: {} } }] },
      "a",
      ["/r/a", "/r/dynamic/0/a/0/content", "/r/dynamic/0/a/1/content/0"],
    ],
    [{ dynamic: { a: {} } }, "a", []],
    [{ a: { dynamic: { b: { content: {} } } } }, "a.b", ["/r/a/dynamic/b/content"]],
  ])("finds in %j at %s the bodies %j", (body, path, found) => {
    expect(pointers(body, path)).toEqual(found);
  });

  test("gives the body itself", () => {
    const inner = { c: 1 };
    expect(occurrencesOf({ a: inner }, "a", "/r")).toEqual([{ body: inner, pointer: "/r/a" }]);
  });
});
