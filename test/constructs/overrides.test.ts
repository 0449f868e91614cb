import { rmSync } from "node:fs";
import { ObjectstorageReplicationPolicy } from "@cdktf/provider-oci/lib/objectstorage-replication-policy";
import { Testing } from "cdktf";
import { RegionLockedBucket, SovereignVault } from "../../constructs";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { DATA, KEYS, usStack } from "../support/synth";

test("a replica that addOverride moves abroad is found, with its JSON pointer and construct path", () => {
  const stack = usStack();
  const vault = new SovereignVault(stack, "vault", { compartmentId: KEYS, displayName: "keys" });
  const bucket = new RegionLockedBucket(stack, "records", {
    compartmentId: DATA,
    namespace: "ns",
    name: "records",
    key: vault.addKey("storage"),
    replicaRegion: "us-phoenix-1",
  });
  const policy = bucket.node.findChild("replication");
  if (!(policy instanceof ObjectstorageReplicationPolicy)) {
    throw new Error("the bucket has no replication policy");
  }
  expect(stack).toStayWithin(Jurisdiction.US);

  policy.addOverride("destination_region_name", "ap-singapore-1");
  const outdir = Testing.fullSynth(stack);
  const result = check(readSource(outdir), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" });
  rmSync(outdir, { recursive: true });

  expect(result.findings).toHaveLength(1);
  expect(result.findings[0]).toMatchObject({
    rule: "argument-inside",
    status: "outside",
    constructPath: "stack/records/replication",
    path: expect.stringMatching(
      /^\/resource\/oci_objectstorage_replication_policy\/[^/]+\/destination_region_name$/,
    ),
    region: "ap-singapore-1",
  });
});
