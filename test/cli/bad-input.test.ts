import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { run } from "../../cli/main";
import { temporaryFolder, write } from "../support/judge-path";

const root = temporaryFolder();

function onshore(path: string) {
  let out = "";
  let err = "";
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  return { code: run(["check", path], streams, "2026-01-01"), out, err };
}

const deep = (open: string, close: string) =>
  `{"locals":${open.repeat(10_000)}1${close.repeat(10_000)}}`;

test.each<[string, () => string]>([
  ["HCL", () => write(root, "a.tf.json", 'resource "oci_core_vcn" "v" {}')],
  ["half a file", () => write(root, "b.tf.json", '{"resource": {"oci_core_vcn": {"v": {')],
  ["an empty file", () => write(root, "c.tf.json", "")],
  ["bytes that are no text", () => write(root, "d.tf.json", "\u0000\u0001")],
  ["lists nested 10,000 levels deep", () => write(root, "e.tf.json", deep("[", "]"))],
  ["objects nested 10,000 levels deep", () => write(root, "f.tf.json", deep('{"a":', "}"))],
  ["__proto__ keys", () => write(root, "g.tf.json", '{"resource":{"__proto__":{}}}')],
  [
    "wrong types everywhere",
    () => write(root, "h.tf.json", { resource: 5, data: [1], provider: "x", locals: [[]] }),
  ],
  ["null", () => write(root, "i.tf.json", "null")],
  [
    "200 MB",
    () => {
      const path = write(root, "j.tf.json", "");
      execFileSync("truncate", ["-s", "200M", path]);
      return path;
    },
  ],
  [
    "a cdktf.out folder without its manifest",
    () => {
      write(root, "out/stacks/a/cdk.tf.json", {});
      return join(root, "out");
    },
  ],
])("exits 2 with one clear line for %s", (_what, make) => {
  const { code, out, err } = onshore(make());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^onshore: [^\n]+\n$/);
  expect(err).not.toMatch(/\bat \S+:\d+/);
});
