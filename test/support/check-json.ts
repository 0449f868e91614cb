import { type CheckResult, check, type Finding } from "../../guard";
import type { JsonObject } from "../../guard/json/json";
import { Jurisdiction } from "../../jurisdiction";

/** Judges one Terraform JSON document against the United States. */
export function checkJson(json: object, jurisdiction = Jurisdiction.US): CheckResult {
  const document = { stack: "test", file: "cdk.tf.json", json: json as JsonObject };
  return check({ documents: [document], unread: [] }, { jurisdiction, asOf: "2026-01-01" });
}

/** Findings without their texts: what a test asserts. */
export function briefly(result: CheckResult): readonly Pick<Finding, "rule" | "status" | "path">[] {
  return result.findings.map(({ rule, status, path }) => ({ rule, status, path }));
}

export const COMPARTMENT = "ocid1.compartment.oc1..aaaaaaaaexample";

/** A document with one bucket in `region`, by a provider configuration called after it. */
export function bucketIn(region: string): object {
  return {
    provider: { oci: [{ alias: region, region }] },
    resource: { oci_objectstorage_bucket: { b: bucketBody({ provider: `oci.${region}` }) } },
  };
}

/** A private bucket with a key of the customer's, in Ashburn. */
export function bucketBody(more: object): object {
  return {
    compartment_id: COMPARTMENT,
    namespace: "ns",
    name: "b",
    kms_key_id: "ocid1.key.oc1.iad.vault.aaaaaaaaexample",
    ...more,
  };
}
