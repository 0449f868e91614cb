import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnreadableInputError } from "../../../guard/errors";
import { filesOf } from "../../../guard/read/terraform-files";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function filesWith(...names: readonly string[]) {
  for (const name of names) {
    writeFileSync(join(folder, name), "");
  }
  return filesOf(folder);
}

test("sorts what Terraform loads of a folder by kind and by name", () => {
  expect(
    filesWith(
      "main.tf.json",
      "a.tf.json",
      "z.tf",
      "b.tofu",
      "c.tofu.json",
      "terraform.tfvars",
      "terraform.tfvars.json",
      "x.auto.tfvars",
      "y.auto.tfvars.json",
    ),
  ).toEqual({
    configuration: ["a.tf.json", "main.tf.json"],
    hcl: ["b.tofu", "c.tofu.json", "z.tf"],
    variables: ["terraform.tfvars", "terraform.tfvars.json", "x.auto.tfvars", "y.auto.tfvars.json"],
  });
});

test("leaves out what Terraform does not load", () => {
  expect(
    filesWith(
      ".hidden.tf.json",
      "main.tf.json~",
      "#main.tf#",
      "main.tf.json.bak",
      "main.tf.backup",
      "main.json",
      "tf",
      "maintf",
      "main.tofux",
      "other.tfvars",
      "my.terraform.tfvars",
      "terraform.tfvars.bak",
      "x.auto.tfvars.jsonx",
      "x.auto.tfvarsx",
      "auto.tfvars",
    ),
  ).toEqual({ configuration: [], hcl: [], variables: [] });
});

test("loads files that only look like those that editors leave", () => {
  expect(filesWith("#main.tf", "a.b.tf.json", "a~b.tf", "ma#in#.tf")).toEqual({
    configuration: ["a.b.tf.json"],
    hcl: ["#main.tf", "a~b.tf", "ma#in#.tf"],
    variables: [],
  });
});

test("is refused where there is no folder", () => {
  mkdirSync(join(folder, "in"));
  expect(filesOf(join(folder, "in"))).toEqual({ configuration: [], hcl: [], variables: [] });
  expect(() => filesOf(join(folder, "none"))).toThrow(UnreadableInputError);
});
