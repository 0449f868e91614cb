import { defineEstate } from "./stacks";

/**
 * The example estate: data in Ashburn, its replicas in Phoenix, the last backups on AWS on their way
 * there. It needs no account to synthesize: OCIDs, ARNs and addresses are of nobody. Put your own in
 * their place.
 */
export default defineEstate({
  name: "example",
  jurisdiction: "US",
  tenancyOcid: "ocid1.tenancy.oc1..aaaaaaaaexampletenancy",
  homeRegion: "us-ashburn-1",
  namespace: "exampleobjectns",
  // Made by the stack example-tenancy; its outputs hold the OCIDs of a first deployment.
  compartments: {
    keys: "ocid1.compartment.oc1..aaaaaaaaexamplekeys",
    data: "ocid1.compartment.oc1..aaaaaaaaexampledata",
    network: "ocid1.compartment.oc1..aaaaaaaaexamplenetwork",
    security: "ocid1.compartment.oc1..aaaaaaaaexamplesecurity",
    logArchive: "ocid1.compartment.oc1..aaaaaaaaexamplelogs",
  },
  // For real data: { backend: "oci", bucket: "terraform-state", region: "us-ashburn-1" }
  state: { backend: "local" },
  tenancy: {
    allowedRegions: ["us-ashburn-1", "us-phoenix-1"],
  },
  office: {
    // Addresses of the office's network; that they are used in the United States is its owner's word.
    publicSourceRanges: ["198.51.100.0/24"],
  },
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
      // Where the backups from abroad end up.
      { name: "us-backups", storageTier: "Archive" },
    ],
    network: {
      vcnCidr: "10.20.0.0/16",
      edge: {
        certificateId: "ocid1.certificate.oc1.iad.aaaaaaaaexamplecertificate",
        backendPort: 8443,
      },
    },
    fileSystems: [
      {
        displayName: "us-exports",
        availabilityDomain: "Exmp:US-ASHBURN-AD-1",
        snapshotSchedules: [{ period: "DAILY", retentionDays: 30 }],
      },
    ],
    databases: [{ dbName: "usprofiles" }],
  },
  recovery: {
    region: "us-phoenix-1",
  },
  evidence: {
    bucketName: "us-evidence",
    retentionDays: 2555,
    lockFrom: "2027-06-01T00:00:00Z",
    subscriptions: [
      { address: "data-security@example.com", keptBy: "the data security office, in Ashburn" },
    ],
  },
  aws: {
    accountId: "111122223333",
    region: "us-east-1",
    administrators: ["arn:aws:iam::111122223333:role/estate-deployer"],
    evidenceBucketName: "example-migration-evidence",
    buckets: [{ bucketName: "example-us-landing", oracleBucket: "us-backups" }],
    retirement: {
      reason: "the old backups are copied to the United States and deleted here",
      owner: "storage-team",
      ticket: "RES-12",
      // A real estate writes a day. This one counts from today, so that it can be tried in any year.
      deadline: inDays(60),
      alarmEmails: ["storage-team@example.com"],
      buckets: [{ bucketName: "example-sg-backups", landingBucketName: "example-us-landing" }],
    },
  },
  freeformTags: { residency: "us" },
});

function inDays(days: number): string {
  const today = process.env.ONSHORE_AS_OF ?? new Date().toISOString().slice(0, 10);
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
