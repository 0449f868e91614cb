import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GuardedApp,
  GuardedStack,
  RegionLockedBucket,
  SovereignVault,
  StateBackend,
} from "../../constructs";
import { Jurisdiction } from "../../jurisdiction";

/**
 * `source-lines.ts <constructs>` prints `{ with, without }`: milliseconds of a synthesis that records
 * the source line of every resource, and of one that does not. The shortest of runs in turn: what
 * else the machine does only ever adds to a run.
 */
const count = Number(process.argv[2]);
const RUNS = 9;

function synthesis(stackTraces: boolean): number {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-bench-"));
  const start = performance.now();
  const app = new GuardedApp({ outdir, stackTraces });
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
    new RegionLockedBucket(stack, name, { compartmentId, namespace: "ns", name, key });
  }
  app.synth();
  const milliseconds = performance.now() - start;
  rmSync(outdir, { recursive: true });
  return milliseconds;
}

synthesis(true);
synthesis(false);
const times: { readonly with: number[]; readonly without: number[] } = { with: [], without: [] };
for (let run = 0; run < RUNS; run += 1) {
  times.with.push(synthesis(true));
  times.without.push(synthesis(false));
}
process.stdout.write(
  JSON.stringify({ with: Math.min(...times.with), without: Math.min(...times.without) }),
);
