import { GuardedApp, Jurisdiction, StateBackend } from "onshore";
import { isProven } from "onshore/guard";
import { ArchiveStack } from "./archive-stack";

const app = new GuardedApp();
new ArchiveStack(app, "archive", {
  jurisdiction: Jurisdiction.US,
  region: "us-chicago-1",
  homeRegion: "us-ashburn-1",
  tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaexampletenancy",
  compartmentId: "ocid1.compartment.oc1..aaaaaaaaexamplearchive",
  state: StateBackend.oci({ bucket: "terraform-state", namespace: "ns", region: "us-chicago-1" }),
});

const result = app.synthProven({
  jurisdiction: Jurisdiction.US,
  asOf: new Date().toISOString().slice(0, 10),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
process.exitCode = isProven(result) ? 0 : 1;
