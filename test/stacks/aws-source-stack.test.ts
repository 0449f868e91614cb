import { join } from "node:path";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { ACCOUNT, AS_OF } from "../support/aws";
import { awsEstate } from "../support/aws-estate";
import { deniedBy } from "../support/iam";
import { temporaryFolder } from "../support/judge-path";
import { resourcesOf } from "../support/synth";
import { stackJson } from "../support/terraform";

const folder = temporaryFolder();

function synthesized(name: string, more: Parameters<typeof awsEstate>[1] = {}) {
  const outdir = join(folder, name);
  const { app } = awsEstate(outdir, { only: "source", ...more });
  app.synth();
  return {
    json: stackJson(outdir, "example-aws-source"),
    result: check(readSource(outdir), { jurisdiction: Jurisdiction.US, asOf: AS_OF }),
  };
}

describe("AwsSourceStack", () => {
  test("is proven inside without a waiver, service control policy included", () => {
    const { result } = synthesized("proven", {
      source: { regionDeny: { name: "region-deny", targetIds: ["r-ab12"] } },
    });
    expect(result.findings).toEqual([]);
    expect(result.summary.resources).toBe(result.summary.inside);
    expect(result.summary.resources).toBeGreaterThan(30);
  });

  test("moves every bucket to Oracle Cloud, and keeps a report of each", () => {
    const { json } = synthesized("moves");
    expect(
      resourcesOf(json, "aws_datasync_task")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["example-uploads", "landing"]);
    for (const task of resourcesOf(json, "aws_datasync_task")) {
      expect(task.task_report_config.s3_destination.s3_bucket_arn).toMatch(/evidence/);
    }
  });

  test("lets the roles of each migration into its buckets, those from abroad included, and no others", () => {
    const { json } = synthesized("roles");
    const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/onshore/migration/${name}`;
    const isLetIn = (bucket: string, principal: string) => {
      const found = resourcesOf(json, "aws_s3_bucket_policy").find((each) =>
        each.bucket.includes(bucket),
      );
      const context = {
        "aws:PrincipalArn": principal,
        "aws:PrincipalIsAWSService": "false",
        "aws:SecureTransport": "true",
        "s3:TlsVersion": "1.3",
      };
      return deniedBy(found.policy, { action: "s3:PutObject", context }).length === 0;
    };
    expect(isLetIn("example-landing", role("singapore-destination"))).toBe(true);
    expect(isLetIn("example-landing", role("landing-source"))).toBe(true);
    expect(isLetIn("evidence", role("singapore-report"))).toBe(true);
    expect(isLetIn("evidence", role("landing-report"))).toBe(true);
    expect(isLetIn("evidence", role("landing-source"))).toBe(false);
    expect(isLetIn("example-uploads", role("singapore-destination"))).toBe(false);
  });

  test("locks evidence for seven years", () => {
    const { json } = synthesized("evidence");
    const [lock] = resourcesOf(json, "aws_s3_bucket_object_lock_configuration");
    expect(lock.rule.default_retention).toEqual({ mode: "COMPLIANCE", years: 7 });
  });

  test("takes existing buckets over, and makes the others", () => {
    const { json } = synthesized("adopts");
    expect(json.import.map(({ id }: { id: string }) => id)).toEqual(["example-uploads"]);
  });

  test("fails when two migrations would share their roles", () => {
    const oracle = {
      namespace: "exampleobjectns",
      bucketName: "us-user-content",
      region: "us-ashburn-1",
    };
    const buckets = ["a", "b"].map((last) => ({ bucketName: `${"x".repeat(40)}${last}`, oracle }));
    expect(() => synthesized("twice", { source: { buckets } })).toThrow(
      /buckets\[1\].migrationName is "x{40}": another migration is called the same/,
    );
  });

  test("fails for a region outside", () => {
    expect(() => synthesized("abroad", { source: { region: "ap-southeast-1" } })).toThrow(
      /example-aws-source .*region is "ap-southeast-1": it lies outside US/,
    );
  });
});
