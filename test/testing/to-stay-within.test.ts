import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { App, TerraformStack } from "cdktf";
import { Jurisdiction } from "../../jurisdiction";
import { toStayWithin } from "../../testing";
import { bucketIn } from "../support/check-json";
import { DATA } from "../support/synth";

function plainStack(region: string): TerraformStack {
  const stack = new TerraformStack(new App(), "plain");
  const provider = new OciProvider(stack, "oci", { region });
  new ObjectstorageBucket(stack, "b", {
    provider,
    compartmentId: DATA,
    namespace: "ns",
    name: "b",
    kmsKeyId: "ocid1.key.oc1.iad.aaaa.bbbb",
  });
  return stack;
}

describe("toStayWithin", () => {
  test("passes a team's own stack of raw resources inside", () => {
    expect(plainStack("us-ashburn-1")).toStayWithin(Jurisdiction.US);
  });

  test("fails one abroad, with the report in its message", () => {
    expect(() => expect(plainStack("sa-saopaulo-1")).toStayWithin(Jurisdiction.US)).toThrow(
      /expected all to stay within US:[\s\S]*OUTSIDE resource-inside: plain\/b/,
    );
  });

  test("fails its negation where all is proven, so that a guard that finds nothing is noticed", () => {
    expect(() => expect(plainStack("us-ashburn-1")).not.toStayWithin(Jurisdiction.US)).toThrow(
      /expected something outside US or unproven/,
    );
  });

  test("takes the path of a Terraform JSON file", () => {
    const folder = mkdtempSync(join(tmpdir(), "onshore-"));
    const path = join(folder, "x.tf.json");
    writeFileSync(path, JSON.stringify(bucketIn("me-dubai-1")));
    expect(path).not.toStayWithin(Jurisdiction.US);
    rmSync(folder, { recursive: true });
    expect(existsSync(path)).toBe(false);
  });

  test.each([undefined, null, 7, {}])(
    "refuses %p, which is neither a stack nor a path",
    (value) => {
      expect(() => toStayWithin(value, Jurisdiction.US)).toThrow(
        /takes a TerraformStack or a path/,
      );
    },
  );

  test("leaves nothing behind in the temporary folder", () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("cdktf.outdir."));
    expect(plainStack("us-ashburn-1")).toStayWithin(Jurisdiction.US);
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith("cdktf.outdir."));
    expect(after.length).toBeLessThanOrEqual(before.length);
  });
});
