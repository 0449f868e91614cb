import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, readSource } from "../../../guard";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketIn } from "../../support/check-json";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-"));
  mkdirSync(join(folder, "stacks", "one"), { recursive: true });
  const stacks = { one: { name: "one", synthesizedStackPath: "stacks/one/cdk.tf.json" } };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks }));
  beside("cdk.tf.json", JSON.stringify(bucketIn("us-ashburn-1")));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function beside(name: string, content: string): void {
  writeFileSync(join(folder, "stacks", "one", name), content);
}

function findings() {
  return check(readSource(folder), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" }).findings;
}

describe("file-read", () => {
  test.each(["extra.tf", "terraform.tfvars", "terraform.tfvars.json", "x.auto.tfvars"])(
    "leaves %s beside a stack unproven, since Terraform loads it by itself",
    (name) => {
      beside(name, "");
      expect(findings().filter((finding) => finding.rule === "file-read")).toMatchObject([
        { status: "unproven", stack: "one", file: `stacks/one/${name}` },
      ]);
    },
  );

  test.each([".terraform.lock.hcl", "metadata.json", "notes.md", "production.tfvars"])(
    "passes %s beside a stack, which Terraform does not load by itself",
    (name) => {
      beside(name, "{}");
      expect(findings().filter((finding) => finding.rule === "file-read")).toEqual([]);
    },
  );

  test("judges a second Terraform JSON file of the folder like the first", () => {
    beside("extra.tf.json", JSON.stringify(bucketIn("ap-singapore-1")));
    expect(findings()).toContainEqual(
      expect.objectContaining({ rule: "resource-inside", file: "stacks/one/extra.tf.json" }),
    );
  });
});
