import type { Construct } from "constructs";
import { type IMasterEncryptionKey, RegionLockedBucket, SovereignVault } from "../constructs";
import { definedOnly } from "./defined-only";
import type { Estate } from "./estate";
import { EstateStack, type EstateStackProps } from "./estate-stack";

/** The data itself: a vault with the storage key, and every bucket of the estate. */
export class UsDataStack extends EstateStack {
  constructor(scope: Construct, id: string, props: EstateStackProps) {
    const { data } = props.estate;
    super(scope, id, data.region, props);
    const vault = new SovereignVault(this, "vault", {
      compartmentId: this.estate.compartments.keys,
      displayName: `${this.estate.name}-data`,
      ...definedOnly(data.vault ?? {}),
      ...this.tags,
    });
    const key = vault.addKey("storage", { displayName: `${this.estate.name}-data-storage` });
    for (const bucket of data.buckets) {
      this.addBucket(bucket, key);
    }
  }

  private addBucket(bucket: Estate["data"]["buckets"][number], key: IMasterEncryptionKey): void {
    const { replica, ...settings } = bucket;
    new RegionLockedBucket(this, bucket.name, {
      compartmentId: this.estate.compartments.data,
      namespace: this.namespace,
      key,
      ...definedOnly(settings),
      ...(replica === undefined
        ? {}
        : { replicaRegion: replica.region, replicaBucketName: replica.name }),
      ...this.tags,
    });
  }
}
