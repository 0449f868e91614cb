import { type CheckResult, check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketBody } from "../../support/check-json";

export interface SideOptions {
  readonly asOf?: string;
  readonly waivers?: readonly object[];
  readonly stack?: string;
  readonly jurisdiction?: Jurisdiction;
  readonly flows?: boolean;
}

/** Judges one document, as one side of a diff. */
export function side(json: object, options: SideOptions = {}): CheckResult {
  const { stack = "data", waivers, asOf = "2026-01-15", flows = true } = options;
  return check(
    {
      documents: [{ stack, file: `stacks/${stack}/cdk.tf.json`, json: json as JsonObject }],
      unread: [],
    },
    {
      jurisdiction: options.jurisdiction ?? Jurisdiction.US,
      asOf,
      flows,
      ...(waivers === undefined ? {} : { waivers: { file: "waivers.json", entries: waivers } }),
    },
  );
}

/** Provider configurations called after their regions. */
export function providers(...regions: readonly string[]): object {
  return { provider: { oci: regions.map((region) => ({ alias: region, region })) } };
}

/** A private bucket with a key of the customer's. */
export function bucket(region: string, more: object = {}): object {
  return bucketBody({ provider: `oci.${region}`, ...more });
}

/** A document of buckets. */
export function buckets(of: Readonly<Record<string, object>>, regions = ["us-ashburn-1"]): object {
  return { ...providers(...regions), resource: { oci_objectstorage_bucket: of } };
}

/** What cdktf keeps with a resource. */
export function madeBy(path: string, line = 31): object {
  const metadata = { path, uniqueId: path, stackTrace: [`stacks/data.ts:${line}:5`] };
  return { "//": { metadata } };
}

/** A waiver of `resource-inside` for a bucket. */
export function waiver(name: string, more: object = {}): object {
  return {
    id: `retire-${name}`,
    rule: "resource-inside",
    subject: `data:oci_objectstorage_bucket.${name}`,
    reason: "the old backups are deleted from here",
    owner: "storage-team",
    ticket: "RES-12",
    expires: "2026-03-31",
    ...more,
  };
}
