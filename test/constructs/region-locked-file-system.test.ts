import { SovereignVault } from "../../constructs";
import {
  RegionLockedFileSystem,
  type RegionLockedFileSystemProps,
} from "../../constructs/region-locked-file-system";
import { Jurisdiction } from "../../jurisdiction";
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

const ASHBURN = "Uocm:US-ASHBURN-AD-1";
const PHOENIX = "Uocm:PHX-AD-2";
const mounted = {
  subnetId: "ocid1.subnet.oc1.iad.aaaaaaaadata",
  nsgIds: ["ocid1.networksecuritygroup.oc1.iad.aaaaaaaaclients"],
  clients: [{ source: "10.0.1.0/24" }],
};

function estate(props: Parameters<typeof usStack>[0] = {}) {
  const stack = usStack(props);
  const vault = (id: string, region: string) =>
    new SovereignVault(stack, id, { compartmentId: KEYS, displayName: id, region }).addKey("key");
  return { stack, key: vault("vault", "us-ashburn-1"), phoenixKey: vault("west", "us-phoenix-1") };
}

type Estate = ReturnType<typeof estate>;

function fileSystemIn(
  props: (estate: Estate) => Partial<RegionLockedFileSystemProps> = () => ({}),
  made = estate(),
) {
  const fileSystem = new RegionLockedFileSystem(made.stack, "records", {
    compartmentId: DATA,
    displayName: "records",
    availabilityDomain: ASHBURN,
    key: made.key,
    ...props(made),
  });
  return { ...made, fileSystem };
}

const replicated = ({ phoenixKey }: Estate) => ({
  replicaRegion: "us-phoenix-1",
  replicaAvailabilityDomain: PHOENIX,
  replicaKey: phoenixKey,
});

describe("RegionLockedFileSystem", () => {
  test("is encrypted with a key that only the file systems of its compartment may use", () => {
    const { stack } = fileSystemIn();
    const json = synthesize(stack);
    const fileSystem = onlyResource(json, "oci_file_storage_file_system");
    expect(fileSystem).toMatchObject({
      provider: "oci.us-ashburn-1",
      availability_domain: ASHBURN,
      kms_key_id: expect.stringMatching(/^\$\{oci_kms_key\.vault_/),
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
      lifecycle: { prevent_destroy: true },
    });
    expect(onlyResource(json, "oci_identity_dynamic_group")).toMatchObject({
      compartment_id: TENANCY,
      matching_rule: `ALL {resource.type = 'filesystem', resource.compartment.id = '${DATA}'}`,
    });
    const [group] = Object.keys(json.resource.oci_identity_dynamic_group);
    expect(onlyResource(json, "oci_identity_policy").statements).toEqual([
      `Allow dynamic-group id \${oci_identity_dynamic_group.${group}.id} to use keys in compartment id ${KEYS} where target.key.id = '${fileSystem.kms_key_id}'`,
    ]);
    expect(json.resource).not.toHaveProperty("oci_file_storage_export");
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is mounted from declared clients only, never as their superuser", () => {
    const { stack, fileSystem } = fileSystemIn(() => ({
      ...mounted,
      clients: [
        { source: "10.0.1.7", access: "READ_ONLY", identitySquash: "ALL" },
        { source: "10.0.1.0/24" },
      ],
      hostnameLabel: "records",
    }));
    const json = synthesize(stack);
    expect(fileSystem.mountTarget).toBeDefined();
    expect(onlyResource(json, "oci_file_storage_mount_target")).toMatchObject({
      provider: "oci.us-ashburn-1",
      subnet_id: mounted.subnetId,
      nsg_ids: mounted.nsgIds,
      hostname_label: "records",
    });
    const secure = { require_privileged_source_port: true, is_anonymous_access_allowed: false };
    expect(onlyResource(json, "oci_file_storage_export")).toMatchObject({
      path: "/records",
      file_system_id: expect.stringContaining("oci_file_storage_file_system.records"),
      export_set_id: expect.stringContaining("oci_file_storage_mount_target.records"),
      export_options: [
        { source: "10.0.1.7", access: "READ_ONLY", identity_squash: "ALL", ...secure },
        { source: "10.0.1.0/24", access: "READ_WRITE", identity_squash: "ROOT", ...secure },
      ],
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("replicates inside to a target that is never exported and has a key of its own region", () => {
    const { stack } = fileSystemIn((made) => ({
      ...mounted,
      ...replicated(made),
      replicationIntervalMinutes: 15,
      snapshotSchedules: [
        { period: "HOURLY", retentionDays: 2, prefix: "hour" },
        { period: "DAILY", retentionDays: 30, hourOfDay: 4 },
        { period: "WEEKLY", retentionDays: 90, dayOfWeek: "SUNDAY" },
        { period: "YEARLY", retentionDays: 2_557, month: "JANUARY", dayOfMonth: 1 },
      ],
      freeformTags: { residency: "us" },
    }));
    const json = synthesize(stack);
    const [source, target] = resourcesOf(json, "oci_file_storage_file_system");
    expect(target).toMatchObject({
      provider: "oci.us-phoenix-1",
      availability_domain: PHOENIX,
      kms_key_id: expect.stringMatching(/^\$\{oci_kms_key\.west_/),
      lifecycle: { prevent_destroy: true },
    });
    expect(target).not.toHaveProperty("filesystem_snapshot_policy_id");
    expect(source.filesystem_snapshot_policy_id).toContain("snapshot_policy.records_snapshots");
    expect(onlyResource(json, "oci_file_storage_replication")).toMatchObject({
      provider: "oci.us-ashburn-1",
      source_id: expect.stringContaining("records_file-system"),
      target_id: expect.stringContaining("records_replica"),
      replication_interval: "15",
    });
    onlyResource(json, "oci_file_storage_export");
    expect(onlyResource(json, "oci_file_storage_filesystem_snapshot_policy")).toMatchObject({
      schedules: [
        { period: "HOURLY", retention_duration_in_seconds: "172800", schedule_prefix: "hour" },
        { period: "DAILY", hour_of_day: 4, time_zone: "UTC" },
        { period: "WEEKLY", day_of_week: "SUNDAY" },
        { period: "YEARLY", month: "JANUARY", day_of_month: 1 },
      ],
    });
    for (const type of [
      "oci_file_storage_file_system",
      "oci_file_storage_mount_target",
      "oci_file_storage_export",
      "oci_file_storage_filesystem_snapshot_policy",
      "oci_file_storage_replication",
      "oci_identity_dynamic_group",
    ]) {
      expect(resourcesOf(json, type).flatMap((body) => conformance(type, body))).toEqual([]);
    }
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("replicates to a target that another stack made, by its OCID", () => {
    const replicaFileSystemId = "ocid1.filesystem.oc1.us_chicago_1.aaaaaaaatarget";
    const { stack, fileSystem } = fileSystemIn(() => ({
      replicaRegion: "us-chicago-1",
      replicaFileSystemId,
    }));
    const json = synthesize(stack);
    expect(fileSystem.replica).toBeUndefined();
    expect(onlyResource(json, "oci_file_storage_replication").target_id).toBe(replicaFileSystemId);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("shares the dynamic group of a compartment, made in the home region", () => {
    const made = estate({ homeRegion: "us-chicago-1" });
    fileSystemIn(() => ({}), made);
    new RegionLockedFileSystem(made.stack, "other", {
      compartmentId: DATA,
      displayName: "other",
      availabilityDomain: ASHBURN,
      key: made.key,
    });
    const json = synthesize(made.stack);
    expect(onlyResource(json, "oci_identity_dynamic_group").provider).toBe("oci.us-chicago-1");
    expect(onlyResource(json, "oci_identity_policy").statements).toHaveLength(1);
  });

  const clients = (...sources: string[]) => ({
    ...mounted,
    clients: sources.map((source) => ({ source })),
  });
  const daily = { period: "DAILY", retentionDays: 30 } as const;

  test.each<[string, (made: Estate) => Partial<RegionLockedFileSystemProps>, RegExp]>([
    [
      "a region abroad",
      () => ({ region: "uk-london-1" }),
      /region is "uk-london-1": it lies outside/,
    ],
    [
      "an availability domain of another region",
      () => ({ availabilityDomain: PHOENIX }),
      /availabilityDomain is "Uocm:PHX-AD-2": it lies in us-phoenix-1/,
    ],
    [
      "a key of another region",
      ({ phoenixKey }) => ({ key: phoenixKey }),
      /key is "a key in us-phoenix-1"/,
    ],
    [
      "a subnet abroad",
      () => ({ ...mounted, subnetId: "ocid1.subnet.oc1.uk-london-1.aaaa" }),
      /subnetId is .*it lies in uk-london-1/,
    ],
    [
      "a mount target without a security group",
      () => ({ ...mounted, nsgIds: [] }),
      /nsgIds is \[\]/,
    ],
    [
      "six security groups",
      () => ({
        ...mounted,
        nsgIds: [1, 2, 3, 4, 5, 6].map((n) => `ocid1.networksecuritygroup.oc1.iad.a${n}`),
      }),
      /1 to 5/,
    ],
    [
      "an export that nobody is declared for",
      () => ({ ...mounted, clients: [] }),
      /clients is \[\]/,
    ],
    [
      "clients without a subnet",
      () => ({ clients: mounted.clients }),
      /clients is .*without subnetId/,
    ],
    [
      "everybody",
      () => clients("0.0.0.0/0"),
      /clients\[0\]\.source is "0\.0\.0\.0\/0": it reaches beyond/,
    ],
    ["an address of the internet", () => clients("8.8.8.8"), /it reaches beyond/],
    ["a range that begins private", () => clients("10.0.0.0/7"), /it reaches beyond/],
    ["a range over IPv6", () => clients("fd00::/8"), /one IPv4 address/],
    ["a range of no length", () => clients("10.0.0.0/33"), /one IPv4 address/],
    ["a short address", () => clients("10.1/16"), /one IPv4 address/],
    ["an octal address", () => clients("010.0.0.1"), /one IPv4 address/],
    [
      "an address inside of its range",
      () => clients("10.0.1.5/24"),
      /clients\[0\].*Fix: write 10\.0\.1\.0\/24/,
    ],
    [
      "a client that an earlier one hides",
      () => clients("10.0.0.0/16", "10.0.1.0/24"),
      /clients\[1\]\.source is "10\.0\.1\.0\/24".*10\.0\.0\.0\/16 stands before/,
    ],
    ["the same client twice", () => clients("10.0.1.0/24", "10.0.1.0/24"), /stands before/],
    ["a relative path", () => ({ ...mounted, exportPath: "records" }), /exportPath is "records"/],
    ["a path upwards", () => ({ ...mounted, exportPath: "/a/../b" }), /exportPath/],
    ["a path that ends in a slash", () => ({ ...mounted, exportPath: "/a/" }), /exportPath/],
    ["a long element", () => ({ ...mounted, exportPath: `/${"é".repeat(128)}` }), /exportPath/],
    ["a host name with a dot", () => ({ ...mounted, hostnameLabel: "a.b" }), /hostnameLabel/],
    [
      "11 snapshot schedules",
      () => ({ snapshotSchedules: Array.from({ length: 11 }, () => daily) }),
      /snapshotSchedules\.length is 11/,
    ],
    [
      "a weekly snapshot without a day",
      () => ({ snapshotSchedules: [{ ...daily, period: "WEEKLY" }] }),
      /snapshotSchedules\[0\]\.dayOfWeek is not set: WEEKLY needs it/,
    ],
    [
      "an hourly snapshot with an hour",
      () => ({ snapshotSchedules: [{ ...daily, period: "HOURLY", hourOfDay: 1 }] }),
      /hourOfDay is 1: it is not for HOURLY/,
    ],
    [
      "a daily snapshot in a month",
      () => ({ snapshotSchedules: [{ ...daily, month: "MAY" }] }),
      /month is "MAY": it is not for DAILY/,
    ],
    [
      "a replica abroad",
      (made) => ({ ...replicated(made), replicaRegion: "ap-tokyo-1" }),
      /replicaRegion is "ap-tokyo-1": it lies outside US/,
    ],
    [
      "a replica whose availability domain is abroad",
      (made) => ({ ...replicated(made), replicaAvailabilityDomain: "Uocm:AP-TOKYO-1-AD-1" }),
      /replicaAvailabilityDomain is .*it lies in ap-tokyo-1/,
    ],
    [
      "a replica with the source's key",
      (made) => ({ ...replicated(made), replicaKey: made.key }),
      /replicaKey is "a key in us-ashburn-1"/,
    ],
    [
      "a replica without a key",
      () => ({ replicaRegion: "us-phoenix-1", replicaAvailabilityDomain: PHOENIX }),
      /replicaKey is not set/,
    ],
    [
      "a replica without an availability domain",
      ({ phoenixKey }) => ({ replicaRegion: "us-phoenix-1", replicaKey: phoenixKey }),
      /replicaAvailabilityDomain is not set/,
    ],
    [
      "a target abroad",
      () => ({
        replicaRegion: "us-phoenix-1",
        replicaFileSystemId: "ocid1.filesystem.oc1.ap_tokyo_1.aaaa",
      }),
      /replicaFileSystemId is .*it lies in ap-tokyo-1, and this must lie in us-phoenix-1/,
    ],
    [
      "a target that is both named and made",
      (made) => ({
        ...replicated(made),
        replicaFileSystemId: "ocid1.filesystem.oc1.phx.aaaa",
      }),
      /replicaAvailabilityDomain is .*made already/,
    ],
    [
      "a target without a region",
      () => ({ replicaFileSystemId: "ocid1.filesystem.oc1.phx.aaaa" }),
      /replicaRegion is not set: replicaFileSystemId is given/,
    ],
    [
      "an interval that is too short",
      (made) => ({ ...replicated(made), replicationIntervalMinutes: 14 }),
      /replicationIntervalMinutes is 14: .*from 15/,
    ],
  ])("fails for %s", (_what, props, message) => {
    expect(() => fileSystemIn(props)).toThrow(message);
  });

  test.each([["10.0.0.0/8"], ["172.31.255.255"], ["192.168.0.0/16"], ["100.64.0.0/10"]])(
    "takes %s, which is private",
    (source) => {
      expect(() => fileSystemIn(() => clients(source))).not.toThrow();
    },
  );
});
