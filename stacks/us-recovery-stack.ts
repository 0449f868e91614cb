import type { Construct } from "constructs";
import { RegionLockedBucket, SovereignVault } from "../constructs";
import { definedOnly } from "./defined-only";
import { EstateError } from "./estate";
import { EstateStack, type EstateStackProps } from "./estate-stack";

/** What outlives the data region: a vault of its own, and the bucket behind every replica. */
export class UsRecoveryStack extends EstateStack {
  /** @throws EstateError when a replica goes to a region that this stack does not serve */
  constructor(scope: Construct, id: string, props: EstateStackProps) {
    const { recovery, data } = props.estate;
    super(scope, id, recovery.region, props);
    const vault = new SovereignVault(this, "vault", {
      compartmentId: this.compartments.keys,
      displayName: `${this.estate.name}-recovery`,
      ...definedOnly(recovery.vault ?? {}),
      ...this.tags,
    });
    const key = vault.addKey("storage", { displayName: `${this.estate.name}-recovery-storage` });
    for (const [index, { replica }] of data.buckets.entries()) {
      if (replica === undefined) {
        continue;
      }
      if (replica.region !== recovery.region) {
        throw new EstateError(
          `data.buckets[${index}].replica.region is "${replica.region}": no bucket would be there to receive it; allowed: recovery.region, "${recovery.region}"`,
        );
      }
      new RegionLockedBucket(this, replica.name, {
        compartmentId: this.compartments.data,
        namespace: this.namespace,
        name: replica.name,
        key,
        replicationDestination: true,
        ...this.tags,
      });
    }
  }
}
