import { type CheckResult, check, type Waiver } from "../../guard";
import type { JsonObject } from "../../guard/json/json";
import { Jurisdiction } from "../../jurisdiction";
import { bucketIn } from "./check-json";

/** A waiver that covers the bucket abroad of {@link checkWith}. */
export const WAIVER: Waiver = {
  id: "retire",
  rule: "resource-inside",
  subject: "test:oci_objectstorage_bucket.b",
  reason: "the old backups are deleted from here",
  owner: "storage-team",
  ticket: "RES-12",
  expires: "2026-03-31",
};

/** Judges a stack called `test`, with a bucket in Singapore, as of 2026-01-15. */
export function checkWith(waivers: unknown): CheckResult {
  const json = bucketIn("ap-singapore-1") as JsonObject;
  return check(
    { documents: [{ stack: "test", file: "cdk.tf.json", json }], unread: [] },
    {
      jurisdiction: Jurisdiction.US,
      asOf: "2026-01-15",
      waivers: { file: "waivers.json", entries: waivers },
    },
  );
}

/** Findings of one rule. */
export function findingsOf(result: CheckResult, rule: string) {
  return result.findings.filter((finding) => finding.rule === rule);
}
