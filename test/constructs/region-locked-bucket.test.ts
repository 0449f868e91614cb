import { RegionLockedBucket, type RegionLockedBucketProps, SovereignVault } from "../../constructs";
import { Retention } from "../../constructs/region-locked-bucket";
import { Jurisdiction, Region } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import {
  DATA,
  KEYS,
  onlyResource,
  resourcesOf,
  synthesize,
  TENANCY,
  usStack,
} from "../support/synth";

function bucketIn(props: Partial<RegionLockedBucketProps> = {}, stack = usStack()) {
  const existing = stack.node.tryFindChild("vault");
  const vault =
    existing instanceof SovereignVault
      ? existing
      : new SovereignVault(stack, "vault", { compartmentId: KEYS, displayName: "keys" });
  const name = props.name ?? "records";
  const key = props.key ?? vault.addKey(`key-${name}`);
  const bucket = new RegionLockedBucket(stack, name, {
    compartmentId: DATA,
    namespace: "ns",
    name,
    key,
    ...props,
  });
  return { stack, bucket, vault };
}

describe("RegionLockedBucket", () => {
  test("is private, versioned, and encrypted with a customer-managed key that the service may use", () => {
    const { stack } = bucketIn();
    const json = synthesize(stack);
    const [keyName] = Object.keys(json.resource.oci_kms_key);
    const keyId = `\${oci_kms_key.${keyName}.id}`;
    expect(onlyResource(json, "oci_objectstorage_bucket")).toMatchObject({
      provider: "oci.us-ashburn-1",
      access_type: "NoPublicAccess",
      versioning: "Enabled",
      object_events_enabled: true,
      kms_key_id: keyId,
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
      lifecycle: { prevent_destroy: true },
    });
    expect(onlyResource(json, "oci_identity_policy")).toMatchObject({
      provider: "oci.us-ashburn-1",
      compartment_id: TENANCY,
      statements: [
        `Allow service objectstorage-us-ashburn-1 to use keys in compartment id ${KEYS} where target.key.id = '${keyId}'`,
      ],
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("makes policies through the home region, wherever the bucket lies", () => {
    const stack = usStack({ region: "us-phoenix-1", homeRegion: "us-ashburn-1" });
    bucketIn({}, stack);
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_objectstorage_bucket").provider).toBe("oci.us-phoenix-1");
    expect(onlyResource(json, "oci_identity_policy").provider).toBe("oci.us-ashburn-1");
    expect(onlyResource(json, "oci_identity_policy").statements[0]).toContain(
      "objectstorage-us-phoenix-1",
    );
  });

  test("collects the statements of many buckets in one policy, and begins a second after fifty", () => {
    const stack = usStack();
    for (let index = 0; index < 51; index += 1) {
      bucketIn({ name: `b-${index}` }, stack);
    }
    const lengths = resourcesOf(synthesize(stack), "oci_identity_policy").map(
      (policy) => policy.statements.length,
    );
    expect(lengths).toEqual([50, 1]);
  });

  test("replicates to an allowed region, with the statements for both compartments", () => {
    const elsewhere = "ocid1.compartment.oc1..aaaaaaaarecovery";
    const { stack } = bucketIn({
      replicaRegion: Region.of("us-phoenix-1"),
      replicaCompartmentId: elsewhere,
    });
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_objectstorage_replication_policy")).toMatchObject({
      provider: "oci.us-ashburn-1",
      destination_region_name: "us-phoenix-1",
      destination_bucket_name: "records-replica",
    });
    const { statements } = onlyResource(json, "oci_identity_policy");
    for (const compartment of [DATA, elsewhere]) {
      expect(statements).toContainEqual(
        expect.stringContaining(
          `Allow service objectstorage-us-ashburn-1 to manage object-family in compartment id ${compartment} where any {`,
        ),
      );
    }
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("keeps retention rules, and no versions beside them, which OCI would refuse", () => {
    const { stack } = bucketIn({
      retentionRules: [
        {
          displayName: "years",
          timeAmount: 7,
          timeUnit: "YEARS",
          lockFrom: "2027-01-01T00:00:00Z",
        },
        { displayName: "legal-hold" },
      ],
    });
    expect(onlyResource(synthesize(stack), "oci_objectstorage_bucket")).toMatchObject({
      versioning: "Disabled",
      retention_rules: [
        {
          display_name: "years",
          duration: { time_amount: "7", time_unit: "YEARS" },
          time_rule_locked: "2027-01-01T00:00:00Z",
        },
        { display_name: "legal-hold" },
      ],
    });
  });

  test("applies lifecycle rules after the statement that lets the service do so", () => {
    const { stack } = bucketIn({
      lifecycleRules: [
        { name: "cold", action: "ARCHIVE", timeAmount: 30, inclusionPrefixes: ["logs/"] },
        { name: "uploads", action: "ABORT", target: "multipart-uploads", timeAmount: 7 },
      ],
    });
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_objectstorage_object_lifecycle_policy")).toMatchObject({
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
      rules: [
        {
          action: "ARCHIVE",
          target: "objects",
          time_amount: "30",
          time_unit: "DAYS",
          object_name_filter: { inclusion_prefixes: ["logs/"] },
        },
        { action: "ABORT", target: "multipart-uploads" },
      ],
    });
    expect(onlyResource(json, "oci_identity_policy").statements).toContainEqual(
      expect.stringContaining("OBJECT_VERSION_DELETE"),
    );
  });

  test("as a replication destination keeps no versions, since OCI makes it read-only", () => {
    const { stack } = bucketIn({ replicationDestination: true });
    expect(onlyResource(synthesize(stack), "oci_objectstorage_bucket").versioning).toBe("Disabled");
  });

  test("locks a retention from the start of a day on", () => {
    const { stack } = bucketIn({
      retentionRules: [
        Retention.locked(Retention.years("tax", 7), "2027-01-31"),
        Retention.days("minimum", 90),
      ],
    });
    expect(onlyResource(synthesize(stack), "oci_objectstorage_bucket").retention_rules).toEqual([
      {
        display_name: "tax",
        duration: { time_amount: "7", time_unit: "YEARS" },
        time_rule_locked: "2027-01-31T00:00:00Z",
      },
      { display_name: "minimum", duration: { time_amount: "90", time_unit: "DAYS" } },
    ]);
  });

  const cleaning = [
    { name: "old", action: "DELETE", timeAmount: 30 },
    { name: "cold", action: "ARCHIVE", timeAmount: 10 },
    { name: "uploads", action: "ABORT", target: "multipart-uploads", timeAmount: 7 },
  ] as const;

  test("under a legal hold keeps every object, and the deleting rules for later", () => {
    const { stack } = bucketIn({ legalHold: "case-2026-17", lifecycleRules: cleaning });
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_objectstorage_bucket")).toMatchObject({
      versioning: "Disabled",
      retention_rules: [{ display_name: "case-2026-17" }],
    });
    expect(onlyResource(json, "oci_objectstorage_object_lifecycle_policy").rules).toMatchObject([
      { name: "old", is_enabled: false },
      { name: "cold", is_enabled: true },
      { name: "uploads", is_enabled: true },
    ]);
  });

  test("deletes again once the legal hold is lifted", () => {
    const { stack } = bucketIn({ lifecycleRules: cleaning });
    expect(
      onlyResource(synthesize(stack), "oci_objectstorage_object_lifecycle_policy").rules[0],
    ).toMatchObject({ name: "old", is_enabled: true });
  });

  test("keeps the versions of a bucket that a legal hold comes over", () => {
    const { stack } = bucketIn({
      versioning: "Suspended",
      legalHold: "case",
      lifecycleRules: [
        { name: "v", action: "DELETE", target: "previous-object-versions", timeAmount: 90 },
      ],
    });
    expect(onlyResource(synthesize(stack), "oci_objectstorage_bucket").versioning).toBe(
      "Suspended",
    );
  });

  test("deletes what no retention keeps any more", () => {
    const { stack } = bucketIn({
      retentionRules: [Retention.years("tax", 1)],
      lifecycleRules: [{ name: "old", action: "DELETE", timeAmount: 366 }],
    });
    expect(
      onlyResource(synthesize(stack), "oci_objectstorage_object_lifecycle_policy").rules,
    ).toMatchObject([{ name: "old", is_enabled: true }]);
  });

  const subnetId = "ocid1.subnet.oc1.iad.aaaaaaaadata";
  const nsgIds = ["ocid1.networksecuritygroup.oc1.iad.aaaaaaaaclients"];
  const privateEndpoint = { subnetId, nsgIds, prefix: "records" };
  const accessLog = { logGroupId: "ocid1.loggroup.oc1.iad.aaaaaaaaarchive" };

  test("is reached by a private endpoint that reaches no other bucket, and logs every request", () => {
    const { stack } = bucketIn({ name: "user_records", privateEndpoint, accessLog });
    const json = synthesize(stack);
    const bucket = expect.stringMatching(/^\$\{oci_objectstorage_bucket\..*\.name\}$/);
    const endpoint = onlyResource(json, "oci_objectstorage_private_endpoint");
    expect(endpoint).toMatchObject({
      provider: "oci.us-ashburn-1",
      name: "user-records-endpoint",
      prefix: "records",
      subnet_id: subnetId,
      nsg_ids: nsgIds,
      access_targets: [{ namespace: "ns", compartment_id: DATA, bucket }],
    });
    expect(conformance("oci_objectstorage_private_endpoint", endpoint)).toEqual([]);
    const logs = resourcesOf(json, "oci_logging_log");
    expect(logs.map((log) => log.configuration.source)).toEqual([
      { source_type: "OCISERVICE", service: "objectstorage", category: "read", resource: bucket },
      { source_type: "OCISERVICE", service: "objectstorage", category: "write", resource: bucket },
    ]);
    for (const log of logs) {
      expect(log).toMatchObject({
        provider: "oci.us-ashburn-1",
        log_group_id: accessLog.logGroupId,
        log_type: "SERVICE",
        is_enabled: true,
        retention_duration: 180,
      });
      expect(conformance("oci_logging_log", log)).toEqual([]);
    }
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  const abroad = { keyId: "${k}", compartmentId: KEYS, region: Region.of("us-phoenix-1") };
  const rule = { name: "r", action: "DELETE", timeAmount: 1 } as const;

  test.each<[string, Partial<RegionLockedBucketProps>, RegExp]>([
    [
      "a replica abroad",
      { replicaRegion: "ap-singapore-1" },
      /replicaRegion is "ap-singapore-1": it lies outside US\. Fix: write one of .*us-phoenix-1/,
    ],
    ["a replica in another realm", { replicaRegion: "us-gov-ashburn-1" }, /lies outside US/],
    ["a replica on another cloud", { replicaRegion: "us-east-1" }, /no region of Oracle Cloud/],
    [
      "a replica that is itself",
      { replicaRegion: "us-ashburn-1", replicaBucketName: "records" },
      /cannot replicate to itself/,
    ],
    ["a region abroad", { region: "eu-frankfurt-1" }, /region is "eu-frankfurt-1"/],
    [
      "a key of another region",
      { key: abroad },
      /key is "a key in us-phoenix-1".*own region only, us-ashburn-1/,
    ],
    [
      "versions beside retention rules",
      { versioning: true, retentionRules: [{ displayName: "r" }] },
      /versioning is true/,
    ],
    [
      "versions on a destination",
      { versioning: true, replicationDestination: true },
      /versioning is true/,
    ],
    [
      "retention on a destination",
      { replicationDestination: true, retentionRules: [{ displayName: "r" }] },
      /retentionRules/,
    ],
    [
      "a chain of replications",
      { replicationDestination: true, replicaRegion: "us-phoenix-1" },
      /replicate on from/,
    ],
    [
      "a lock without an end",
      { retentionRules: [{ displayName: "r", lockFrom: "2030-01-01T00:00:00Z" }] },
      /lockFrom/,
    ],
    [
      "a lock that is no instant",
      { retentionRules: [{ displayName: "r", timeAmount: 1, lockFrom: "soon" }] },
      /RFC 3339/,
    ],
    [
      "a retention of no days",
      { retentionRules: [{ displayName: "r", timeAmount: 0 }] },
      /timeAmount is 0/,
    ],
    ["aborting objects", { lifecycleRules: [{ ...rule, action: "ABORT" }] }, /belong together/],
    [
      "deleting uploads",
      { lifecycleRules: [{ ...rule, target: "multipart-uploads" }] },
      /belong together/,
    ],
    [
      "a name filter on uploads",
      {
        lifecycleRules: [
          { ...rule, action: "ABORT", target: "multipart-uploads", inclusionPrefixes: ["a"] },
        ],
      },
      /no name filter/,
    ],
    [
      "old versions of an unversioned bucket",
      { versioning: false, lifecycleRules: [{ ...rule, target: "previous-object-versions" }] },
      /no previous versions/,
    ],
    [
      "deleting on a destination",
      { replicationDestination: true, lifecycleRules: [rule] },
      /read-only/,
    ],
    [
      "deleting what a rule without end keeps",
      { retentionRules: [{ displayName: "ever" }], lifecycleRules: [rule] },
      /lifecycleRules\[0\]\.action is "DELETE": the retention rule ever keeps objects without end.*legalHold/,
    ],
    [
      "deleting before the retention ends",
      { retentionRules: [Retention.years("tax", 7)], lifecycleRules: [{ ...rule, timeAmount: 6 }] },
      /the retention rule tax keeps objects longer.*set timeAmount to 7 YEARS/,
    ],
    [
      "a legal hold on a versioned bucket",
      { versioning: true, legalHold: "case" },
      /versioning is true.*"Suspended"/,
    ],
    [
      "a legal hold on a destination",
      { replicationDestination: true, legalHold: "case" },
      /legalHold is \["case"\]: OCI refuses retention/,
    ],
    [
      "a lock on a day that is none",
      { retentionRules: [Retention.locked(Retention.years("tax", 7), "2027-02-30")] },
      /lockFrom is "2027-02-30T00:00:00Z".*a day that there is/,
    ],
    [
      "101 retention rules",
      {
        legalHold: "case",
        retentionRules: Array.from({ length: 100 }, (_rule, index) =>
          Retention.days(`r-${index}`, 1),
        ),
      },
      /retentionRules\.length is 101/,
    ],
    [
      "a private endpoint in a subnet abroad",
      {
        privateEndpoint: { ...privateEndpoint, subnetId: "ocid1.subnet.oc1.fra.aaaaaaaadata" },
      },
      /privateEndpoint\.subnetId is .*it lies in eu-frankfurt-1, and this must lie in us-ashburn-1/,
    ],
    [
      "a private endpoint in a subnet whose region nobody can know",
      { privateEndpoint: { ...privateEndpoint, subnetId: "ocid1.subnet.oc1..aaaaaaaadata" } },
      /names no region that is known/,
    ],
    [
      "a private endpoint that no security group guards",
      { privateEndpoint: { ...privateEndpoint, nsgIds: [] } },
      /privateEndpoint\.nsgIds is \[\]: an interface is in 1 to 5/,
    ],
    [
      "one security group twice",
      { privateEndpoint: { ...privateEndpoint, nsgIds: [...nsgIds, ...nsgIds] } },
      /different network security groups/,
    ],
    [
      "a prefix with a hyphen",
      { privateEndpoint: { ...privateEndpoint, prefix: "user-records" } },
      /privateEndpoint\.prefix is "user-records"/,
    ],
    [
      "a prefix that makes too long a host name",
      { privateEndpoint: { ...privateEndpoint, prefix: "a".repeat(61) } },
      /a label of 64 characters.*Fix: shorten it by 1/,
    ],
    [
      "a log group of another region",
      { accessLog: { logGroupId: "ocid1.loggroup.oc1.phx.aaaaaaaaarchive" } },
      /accessLog\.logGroupId is .*it lies in us-phoenix-1/,
    ],
    [
      "a log that is kept for 45 days",
      { accessLog: { ...accessLog, retentionDays: 45 as 60 } },
      /accessLog\.retentionDays is 45/,
    ],
    ["two rules of one name", { lifecycleRules: [rule, rule] }, /called the same/],
    ["a name that OCI refuses", { name: "a/b", key: abroad }, /bucket name has 1 to 256/],
    ["an empty namespace", { namespace: "" }, /oci os ns get/],
  ])("fails for %s", (_what, props, message) => {
    expect(() => bucketIn(props)).toThrow(message);
  });
});
