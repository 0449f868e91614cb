import { defineEstate } from "./stacks";

/**
 * The example estate: data in Ashburn, its replicas in Phoenix. It needs no account: the OCIDs are of
 * a tenancy that does not exist, and nothing is looked up. Put your own in their place.
 */
export default defineEstate({
  name: "example",
  tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaexampletenancy",
  homeRegion: "us-ashburn-1",
  namespace: "exampleobjectns",
  compartments: {
    keys: "ocid1.compartment.oc1..aaaaaaaaexamplekeys",
    data: "ocid1.compartment.oc1..aaaaaaaaexampledata",
  },
  // For real data: { backend: "oci", bucket: "terraform-state", region: "us-ashburn-1" }
  state: { backend: "local" },
  data: {
    region: "us-ashburn-1",
    buckets: [
      {
        name: "us-user-content",
        replica: { region: "us-phoenix-1", name: "us-user-content-replica" },
        lifecycleRules: [
          {
            name: "drop-unfinished-uploads",
            target: "multipart-uploads",
            action: "ABORT",
            timeAmount: 7,
          },
          {
            name: "drop-old-versions",
            target: "previous-object-versions",
            action: "DELETE",
            timeAmount: 90,
          },
        ],
      },
      {
        name: "us-access-records",
        retentionRules: [{ displayName: "seven-years", timeAmount: 7, timeUnit: "YEARS" }],
        replica: { region: "us-phoenix-1", name: "us-access-records-replica" },
      },
    ],
  },
  recovery: {
    region: "us-phoenix-1",
  },
  freeformTags: { residency: "us" },
});
