import {
  GuardedApp,
  GuardedStack,
  RegionLockedBucket,
  SovereignVault,
  StateBackend,
} from "../../constructs";
import { Jurisdiction } from "../../jurisdiction";

export interface BucketStackProps {
  readonly outdir: string;
  readonly count: number;
  /** What the bucket of this index has beside its key. @default nothing */
  readonly more?: (index: number) => object;
  /** Records source lines. @default true */
  readonly stackTraces?: boolean;
}

/** An app of one stack, with one vault and `count` buckets: what the synthesis is measured with. */
export function bucketStack({ outdir, count, more, stackTraces }: BucketStackProps): GuardedApp {
  const app = new GuardedApp({ outdir, ...(stackTraces === undefined ? {} : { stackTraces }) });
  const stack = new GuardedStack(app, "bench", {
    jurisdiction: Jurisdiction.US,
    region: "us-ashburn-1",
    homeRegion: "us-ashburn-1",
    tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaexample",
    state: StateBackend.oci({ bucket: "state", namespace: "ns", region: "us-ashburn-1" }),
  });
  const compartmentId = "ocid1.compartment.oc1..aaaaaaaaexample";
  const vault = new SovereignVault(stack, "vault", { compartmentId, displayName: "bench" });
  const key = vault.addKey("storage");
  for (let index = 0; index < count; index += 1) {
    const name = `bucket-${index}`;
    new RegionLockedBucket(stack, name, {
      compartmentId,
      namespace: "ns",
      name,
      key,
      ...more?.(index),
    });
  }
  return app;
}
