import { join } from "node:path";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { check, isProven, readSource, type Waiver } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import type { SingaporeRetirementStackProps } from "../../stacks/singapore-retirement-stack";
import { AS_OF, EXCEPTION } from "../support/aws";
import { awsEstate } from "../support/aws-estate";
import { temporaryFolder } from "../support/judge-path";
import { resourcesOf } from "../support/synth";
import { stackJson } from "../support/terraform";

const folder = temporaryFolder();
const NAME = "example-singapore-retirement";

function synthesized(name: string, retirement: Partial<SingaporeRetirementStackProps> = {}) {
  const outdir = join(folder, name);
  const estate = awsEstate(outdir, { retirement });
  const stack = estate.retirement;
  if (stack === undefined) {
    throw new Error("the estate has no retirement stack");
  }
  const judge = (waivers: readonly Waiver[], asOf: string = AS_OF) =>
    check(readSource(outdir), {
      jurisdiction: Jurisdiction.US,
      asOf,
      waivers: { file: "waivers of the stack", entries: waivers },
    });
  return { ...estate, stack, judge, synth: () => estate.app.synth(), outdir };
}

describe("SingaporeRetirementStack", () => {
  test("is proven with exactly its own waivers: each covers something, and none is missing", () => {
    const { stack, judge, synth } = synthesized("exactly");
    synth();
    const waivers = stack.waivers();
    const result = judge(waivers);
    expect(result.findings.filter(({ waiver }) => waiver === undefined)).toEqual([]);
    expect(isProven(result)).toBe(true);
    for (const [index, left] of waivers.entries()) {
      const without = judge(waivers.filter((_, other) => other !== index));
      expect([left.id, isProven(without)]).toEqual([left.id, false]);
    }
  });

  test("is not proven without its waivers", () => {
    const { judge, synth } = synthesized("none");
    synth();
    expect(isProven(judge([]))).toBe(false);
  });

  test("holds on the last day, and turns the whole estate red on the day after", () => {
    const { stack, judge, synth } = synthesized("deadline");
    synth();
    expect(isProven(judge(stack.waivers(), EXCEPTION.deadline))).toBe(true);
    const after = judge(stack.waivers(), "2026-04-01");
    expect(isProven(after)).toBe(false);
    const rules = new Set(after.findings.map(({ rule }) => rule));
    expect(rules).toContain("waiver-current");
    expect(rules).toContain("resource-inside");
  });

  test("waives nothing in the stack inside", () => {
    const { stack, synth } = synthesized("inside");
    synth();
    expect(stack.waivers().every(({ subject }) => subject.startsWith(`${NAME}:`))).toBe(true);
  });

  test("is not proven with one more resource abroad, which nothing declared", () => {
    const { stack, judge, synth } = synthesized("one-more");
    new SnsTopic(stack, "extra", { provider: stack.providerFor("ap-southeast-1"), name: "extra" });
    synth();
    const open = judge(stack.waivers()).findings.filter(({ waiver }) => waiver === undefined);
    expect(new Set(open.map(({ address }) => address))).toEqual(new Set(["aws_sns_topic.extra"]));
  });

  test("copies to a bucket inside while it is frozen, and stops to when it expires", () => {
    const frozen = synthesized("frozen");
    frozen.synth();
    expect(resourcesOf(stackJson(frozen.outdir, NAME), "aws_datasync_task")).toHaveLength(1);
    const expiring = synthesized("expiring", {
      buckets: [
        {
          bucketName: "example-backups-sg",
          migrationName: "singapore",
          landingBucketName: "example-landing",
          migratedTo: "oci://exampleobjectns/us-user-content",
          phase: "expire",
          verification: "RES-12",
        },
      ],
    });
    expiring.synth();
    expect(resourcesOf(stackJson(expiring.outdir, NAME), "aws_datasync_task")).toEqual([]);
    expect(isProven(expiring.judge(expiring.stack.waivers()))).toBe(true);
    expect(expiring.stack.manifest.buckets[0]?.phase).toBe("expire");
  });

  test("is deployed after the stack that receives", () => {
    const { synth, outdir } = synthesized("order");
    synth();
    const manifest = require(join(outdir, "manifest.json"));
    expect(manifest.stacks[NAME].dependencies).toEqual(["example-aws-source"]);
  });

  test("fails when no bucket inside is there to receive", () => {
    expect(() =>
      synthesized("nowhere", {
        buckets: [
          {
            bucketName: "example-backups-sg",
            migrationName: "singapore",
            landingBucketName: "example-nowhere",
            migratedTo: "x",
          },
        ],
      }),
    ).toThrow(/buckets\[0\].landingBucketName is "example-nowhere".*makes no bucket of that name/);
  });

  test("fails when its exception runs longer than ninety days", () => {
    const { region: _region, ...exception } = EXCEPTION;
    expect(() =>
      synthesized("long", { exception: { ...exception, deadline: "2026-12-31" } }),
    ).toThrow(/exception.deadline is "2026-12-31".*90 days at most/);
  });
});
