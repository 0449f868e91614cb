import { existingKey, SovereignVault } from "../../constructs";
import {
  RegionLockedBlockVolume,
  type RegionLockedBlockVolumeProps,
  VolumeBackupPolicy,
  type VolumeBackupPolicyProps,
  type VolumeBackupSchedule,
} from "../../constructs/region-locked-block-volume";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import { DATA, KEYS, onlyResource, synthesize, usStack } from "../support/synth";

const ASHBURN = "Uocm:US-ASHBURN-AD-1";
const PHOENIX = "Uocm:PHX-AD-2";

function estate() {
  const stack = usStack();
  const vault = (id: string, region: string) =>
    new SovereignVault(stack, id, { compartmentId: KEYS, displayName: id, region }).addKey("key", {
      rotation: false,
    });
  return { stack, key: vault("vault", "us-ashburn-1"), phoenixKey: vault("west", "us-phoenix-1") };
}

type Estate = ReturnType<typeof estate>;

function volumeIn(
  props: (estate: Estate) => Partial<RegionLockedBlockVolumeProps> = () => ({}),
  made = estate(),
) {
  new RegionLockedBlockVolume(made.stack, "database", {
    compartmentId: DATA,
    displayName: "database",
    availabilityDomain: ASHBURN,
    sizeInGbs: 100,
    key: made.key,
    ...props(made),
  });
  return made.stack;
}

const nightly: VolumeBackupSchedule = { period: "ONE_DAY", retentionDays: 30 };

const policy = (made: Estate, props: Partial<VolumeBackupPolicyProps> = {}) =>
  new VolumeBackupPolicy(made.stack, "nightly", {
    compartmentId: DATA,
    schedules: [nightly],
    ...props,
  });

describe("RegionLockedBlockVolume", () => {
  test("fails for keys that OCI rotates by itself, the copies' and the replicas' included", () => {
    const rotating = ({ stack }: Estate, region: string) =>
      new SovereignVault(stack, `rotating-${region}`, {
        compartmentId: KEYS,
        displayName: "rotating",
        region,
      }).addKey("key");
    expect(() => volumeIn((made) => ({ key: rotating(made, "us-ashburn-1") }))).toThrow(
      /key is "a key that rotates by itself": Block Volume takes keys of a single version\. Fix: .*rotation: false/,
    );
    expect(() =>
      volumeIn((made) => ({
        replicas: [
          {
            region: "us-phoenix-1",
            availabilityDomain: PHOENIX,
            key: rotating(made, "us-phoenix-1"),
          },
        ],
      })),
    ).toThrow(/replicas\[0\]\.key is "a key that rotates by itself"/);
    expect(() =>
      volumeIn((made) => ({
        backupPolicy: policy(made, { copyRegion: "us-phoenix-1" }),
        backupCopyKey: rotating(made, "us-phoenix-1"),
      })),
    ).toThrow(/backupCopyKey is "a key that rotates by itself"/);
  });

  test("fails when a version is added to its key, even after the volume is made", () => {
    const made = estate();
    const stack = volumeIn(() => ({}), made);
    made.key.addVersion("2027-01");
    expect(() => synthesize(stack)).toThrow(
      /stack\/database \(RegionLockedBlockVolume\): key is "a key with the versions 2027-01"/,
    );
  });

  test("takes a key of another stack, of whose versions nothing is known", () => {
    const stack = volumeIn(({ stack: scope }) => ({
      key: existingKey(scope, { keyId: "ocid1.key.oc1.iad.aaaa.bbbb", compartmentId: KEYS }),
    }));
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is replicated under the replica of its key, once the vault is", () => {
    const stack = usStack();
    const key = new SovereignVault(stack, "vault", {
      compartmentId: KEYS,
      displayName: "keys",
      replicaRegion: "us-phoenix-1",
    }).addKey("key", { rotation: false });
    volumeIn(
      () => ({
        replicas: [{ region: "us-phoenix-1", availabilityDomain: PHOENIX, key: key.inReplica() }],
      }),
      { stack, key, phoenixKey: key },
    );
    const volume = onlyResource(synthesize(stack), "oci_core_volume");
    expect(volume.block_volume_replicas[0].xrr_kms_key_id).toBe(volume.kms_key_id);
    expect(volume.depends_on).toContainEqual(expect.stringMatching(/^oci_kms_vault_replication\./));
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is encrypted with a key of its region, after the statement that lets Block Volume use it", () => {
    const stack = volumeIn();
    const json = synthesize(stack);
    const volume = onlyResource(json, "oci_core_volume");
    expect(volume).toMatchObject({
      provider: "oci.us-ashburn-1",
      availability_domain: ASHBURN,
      size_in_gbs: "100",
      vpus_per_gb: "10",
      kms_key_id: expect.stringMatching(/^\$\{oci_kms_key\.vault_/),
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
      lifecycle: { prevent_destroy: true },
    });
    expect(onlyResource(json, "oci_identity_policy").statements).toEqual([
      `Allow service blockstorage to use keys in compartment id ${KEYS} where target.key.id = '${volume.kms_key_id}'`,
    ]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is backed up, copied and replicated inside, each with a key of the region it goes to", () => {
    const made = estate();
    volumeIn(
      ({ phoenixKey }) => ({
        vpusPerGb: 20,
        maxVpusPerGb: 50,
        lowerCostWhileDetached: true,
        backupPolicy: policy(made, {
          copyRegion: "us-phoenix-1",
          schedules: [
            nightly,
            { period: "ONE_WEEK", retentionDays: 90, dayOfWeek: "SUNDAY", hourOfDay: 3 },
            {
              period: "ONE_YEAR",
              retentionDays: 2_557,
              month: "JANUARY",
              dayOfMonth: 1,
              backupType: "FULL",
            },
          ],
        }),
        backupCopyKey: phoenixKey,
        replicas: [{ region: "us-phoenix-1", availabilityDomain: PHOENIX, key: phoenixKey }],
        freeformTags: { residency: "us" },
        deletionProtection: false,
      }),
      made,
    );
    const json = synthesize(made.stack);
    const phoenixKey = expect.stringMatching(/^\$\{oci_kms_key\.west_/);
    expect(onlyResource(json, "oci_core_volume")).toMatchObject({
      block_volume_replicas: [
        {
          availability_domain: PHOENIX,
          display_name: "database-replica",
          xrr_kms_key_id: phoenixKey,
        },
      ],
      autotune_policies: [
        { autotune_type: "PERFORMANCE_BASED", max_vpus_per_gb: "50" },
        { autotune_type: "DETACHED_VOLUME" },
      ],
      lifecycle: { prevent_destroy: false },
    });
    expect(onlyResource(json, "oci_core_volume_backup_policy")).toMatchObject({
      destination_region: "us-phoenix-1",
      schedules: [
        { period: "ONE_DAY", backup_type: "INCREMENTAL", retention_seconds: 2_592_000 },
        { period: "ONE_WEEK", day_of_week: "SUNDAY", hour_of_day: 3, offset_type: "STRUCTURED" },
        { period: "ONE_YEAR", month: "JANUARY", day_of_month: 1, backup_type: "FULL" },
      ],
    });
    expect(onlyResource(json, "oci_core_volume_backup_policy_assignment")).toMatchObject({
      asset_id: expect.stringContaining("oci_core_volume.database_"),
      policy_id: expect.stringContaining("oci_core_volume_backup_policy.nightly_"),
      xrc_kms_key_id: phoenixKey,
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
    });
    expect(onlyResource(json, "oci_identity_policy").statements).toHaveLength(2);
    for (const type of [
      "oci_core_volume",
      "oci_core_volume_backup_policy",
      "oci_core_volume_backup_policy_assignment",
    ]) {
      expect(conformance(type, onlyResource(json, type))).toEqual([]);
    }
    expect(made.stack).toStayWithin(Jurisdiction.US);
  });

  test("takes another allowed region and an availability domain that Terraform looks up", () => {
    const made = estate();
    volumeIn(
      ({ phoenixKey }) => ({
        region: "us-phoenix-1",
        availabilityDomain: "${data.oci_identity_availability_domain.first.name}",
        key: phoenixKey,
      }),
      made,
    );
    expect(onlyResource(synthesize(made.stack), "oci_core_volume").provider).toBe(
      "oci.us-phoenix-1",
    );
  });

  test("shares a backup policy with other volumes", () => {
    const made = estate();
    const backupPolicy = policy(made);
    volumeIn(() => ({ backupPolicy }), made);
    new RegionLockedBlockVolume(made.stack, "logs", {
      compartmentId: DATA,
      displayName: "logs",
      availabilityDomain: ASHBURN,
      sizeInGbs: 50,
      key: made.key,
      backupPolicy,
    });
    const json = synthesize(made.stack);
    onlyResource(json, "oci_core_volume_backup_policy");
    expect(Object.keys(json.resource.oci_core_volume_backup_policy_assignment)).toHaveLength(2);
  });

  const replica = ({ phoenixKey }: Estate) => ({
    region: "us-phoenix-1",
    availabilityDomain: PHOENIX,
    key: phoenixKey,
  });

  test.each<[string, (made: Estate) => Partial<RegionLockedBlockVolumeProps>, RegExp]>([
    [
      "a region abroad",
      () => ({ region: "eu-frankfurt-1" }),
      /region is "eu-frankfurt-1": it lies/,
    ],
    [
      "an availability domain of another region",
      () => ({ availabilityDomain: PHOENIX }),
      /availabilityDomain is "Uocm:PHX-AD-2": it lies in us-phoenix-1.*Fix: write one of us-ashburn-1/,
    ],
    [
      "an availability domain abroad",
      () => ({ availabilityDomain: "Uocm:EU-FRANKFURT-1-AD-1" }),
      /it lies in eu-frankfurt-1/,
    ],
    ["no availability domain", () => ({ availabilityDomain: "AD-1" }), /no availability domain of/],
    [
      "a key of another region",
      ({ phoenixKey }) => ({ key: phoenixKey }),
      /key is "a key in us-phoenix-1".*own region only, us-ashburn-1/,
    ],
    ["too small a size", () => ({ sizeInGbs: 49 }), /sizeInGbs is 49: .*from 50 to 32768/],
    ["too large a size", () => ({ sizeInGbs: 32_769 }), /from 50 to 32768/],
    ["half a gigabyte", () => ({ sizeInGbs: 50.5 }), /whole number/],
    // Values that TypeScript refuses and JavaScript does not.
    ["odd performance", () => ({ vpusPerGb: 15 as 10 }), /multiples of 10.*Fix: write 20/],
    ["too much performance", () => ({ vpusPerGb: 130 as 120 }), /from 0 to 120/],
    [
      "a maximum below the performance",
      () => ({ vpusPerGb: 20, maxVpusPerGb: 20 }),
      /maxVpusPerGb is 20/,
    ],
    [
      "a copy abroad",
      (made) => ({ backupPolicy: policy(made, { copyRegion: "ap-singapore-1" }) }),
      /copyRegion is "ap-singapore-1": it lies outside US/,
    ],
    [
      "a copy to the same region",
      (made) => ({ backupPolicy: policy(made, { copyRegion: "us-ashburn-1" }) }),
      /the backups themselves lie there/,
    ],
    [
      "a copy under Oracle's key",
      (made) => ({ backupPolicy: policy(made, { copyRegion: "us-phoenix-1" }) }),
      /backupCopyKey is not set.*Oracle would hold/,
    ],
    [
      "a copy with a key of the source's region",
      (made) => ({
        backupPolicy: policy(made, { copyRegion: "us-phoenix-1" }),
        backupCopyKey: made.key,
      }),
      /backupCopyKey is "a key in us-ashburn-1".*us-phoenix-1/,
    ],
    [
      "a copy's key without a copy",
      (made) => ({ backupPolicy: policy(made), backupCopyKey: made.phoenixKey }),
      /no backup is copied/,
    ],
    [
      "a backup policy of another region",
      (made) => ({ backupPolicy: policy(made, { region: "us-phoenix-1" }) }),
      /backupPolicy is "a policy in us-phoenix-1"/,
    ],
    [
      "a replica abroad",
      (made) => ({ replicas: [{ ...replica(made), region: "ca-toronto-1" }] }),
      /replicas\[0\]\.region is "ca-toronto-1": it lies outside US/,
    ],
    [
      "a replica whose availability domain is abroad",
      (made) => ({
        replicas: [{ ...replica(made), availabilityDomain: "Uocm:CA-TORONTO-1-AD-1" }],
      }),
      /replicas\[0\]\.availabilityDomain is .*it lies in ca-toronto-1/,
    ],
    [
      "a replica with a key of the source's region",
      (made) => ({ replicas: [{ ...replica(made), key: made.key }] }),
      /replicas\[0\]\.key is "a key in us-ashburn-1"/,
    ],
    [
      "a replica in the same region",
      (made) => ({
        replicas: [{ region: "us-ashburn-1", availabilityDomain: ASHBURN, key: made.key }],
      }),
      /replicas\[0\]\.region is "us-ashburn-1".*the volume's own/,
    ],
    [
      "two replicas in one region",
      (made) => ({ replicas: [replica(made), replica(made)] }),
      /replicas\[1\]\.region is "us-phoenix-1": another replica/,
    ],
    ["a compartment that is no OCID", () => ({ compartmentId: "data" }), /compartmentId is "data"/],
  ])("fails for %s", (_what, props, message) => {
    expect(() => volumeIn(props)).toThrow(message);
  });

  test.each<[string, Partial<VolumeBackupPolicyProps>, RegExp]>([
    ["no schedule", { schedules: [] }, /backs nothing up/],
    ["backups kept for no day", { schedules: [{ ...nightly, retentionDays: 0 }] }, /retentionDays/],
    ["an hour that is none", { schedules: [{ ...nightly, hourOfDay: 24 }] }, /hourOfDay is 24/],
    [
      "a weekly schedule without a day",
      { schedules: [{ ...nightly, period: "ONE_WEEK" }] },
      /schedules\[0\]\.dayOfWeek is not set: ONE_WEEK needs it/,
    ],
    [
      "a daily schedule with a day",
      { schedules: [{ ...nightly, dayOfWeek: "MONDAY" }] },
      /dayOfWeek is "MONDAY": OCI ignores it for ONE_DAY/,
    ],
    [
      "a day that some months lack",
      { schedules: [{ ...nightly, period: "ONE_MONTH", dayOfMonth: 29 }] },
      /dayOfMonth is 29/,
    ],
    [
      "a yearly schedule without a month",
      { schedules: [{ ...nightly, period: "ONE_YEAR", dayOfMonth: 1 }] },
      /month is not set/,
    ],
  ])("has no backup policy with %s", (_what, props, message) => {
    expect(() => policy(estate(), props)).toThrow(message);
  });
});
