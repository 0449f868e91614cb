import { existingKey, SovereignVault } from "../../constructs";
import {
  RegionLockedAutonomousDatabase,
  type RegionLockedAutonomousDatabaseProps,
} from "../../constructs/region-locked-autonomous-database";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import { DATA, KEYS, onlyResource, resourcesOf, synthesize, usStack } from "../support/synth";

const SUBNET = "ocid1.subnet.oc1.iad.aaaaaaaadata";
const NSG = "ocid1.networksecuritygroup.oc1.iad.aaaaaaaaclients";
const SECRET = "ocid1.vaultsecret.oc1.iad.aaaaaaaaadmin";

function estate() {
  const stack = usStack();
  const vault = new SovereignVault(stack, "vault", {
    compartmentId: KEYS,
    displayName: "keys",
    replicaRegion: "us-phoenix-1",
  });
  const key = vault.addKey("key");
  return { stack, vault, key, replica: key.inReplica() };
}

type Estate = ReturnType<typeof estate>;

function databaseIn(
  props: (estate: Estate) => Partial<RegionLockedAutonomousDatabaseProps> = () => ({}),
) {
  const made = estate();
  const database = new RegionLockedAutonomousDatabase(made.stack, "ledger", {
    compartmentId: DATA,
    dbName: "ledger",
    key: made.key,
    vaultId: made.vault.resource.id,
    adminPasswordSecretId: SECRET,
    subnetId: SUBNET,
    nsgIds: [NSG],
    ...props(made),
  });
  return { ...made, database };
}

const standby = ({ replica }: Estate) => ({
  standbyRegion: "us-phoenix-1",
  standbyKey: replica,
  standbySubnetId: "ocid1.subnet.oc1.phx.aaaaaaaadata",
  standbyNsgIds: ["ocid1.networksecuritygroup.oc1.phx.aaaaaaaaclients"],
});

describe("RegionLockedAutonomousDatabase", () => {
  test("has a private endpoint, mutual TLS and a password that stands in no file", () => {
    const { stack, database } = databaseIn();
    const json = synthesize(stack);
    const body = onlyResource(json, "oci_database_autonomous_database");
    expect(body).toMatchObject({
      provider: "oci.us-ashburn-1",
      db_name: "ledger",
      display_name: "ledger",
      db_workload: "OLTP",
      compute_model: "ECPU",
      compute_count: 2,
      data_storage_size_in_gb: 20,
      subnet_id: SUBNET,
      nsg_ids: [NSG],
      is_mtls_connection_required: true,
      is_local_data_guard_enabled: false,
      secret_id: SECRET,
      backup_retention_period_in_days: 60,
      lifecycle: { prevent_destroy: true },
    });
    expect(body).not.toHaveProperty("admin_password");
    expect(body).not.toHaveProperty("whitelisted_ips");
    expect(database.standby).toBeUndefined();
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("uses its key and vault as one of the databases of its compartment", () => {
    const { stack } = databaseIn();
    const json = synthesize(stack);
    const {
      kms_key_id: keyId,
      vault_id: vaultId,
      depends_on: after,
    } = onlyResource(json, "oci_database_autonomous_database");
    const [group] = Object.keys(json.resource.oci_identity_dynamic_group);
    expect(onlyResource(json, "oci_identity_dynamic_group").matching_rule).toBe(
      `ALL {resource.type = 'autonomousdatabase', resource.compartment.id = '${DATA}'}`,
    );
    const subject = `Allow dynamic-group id \${oci_identity_dynamic_group.${group}.id}`;
    expect(onlyResource(json, "oci_identity_policy").statements).toEqual([
      `Allow service keymanagementservice to manage vaults in compartment id ${KEYS}`,
      `${subject} to use vaults in compartment id ${KEYS} where target.vault.id = '${vaultId}'`,
      `${subject} to use keys in compartment id ${KEYS} where target.key.id = '${keyId}'`,
    ]);
    expect(after).toEqual([expect.stringMatching(/^oci_identity_policy\./)]);
  });

  test("has a Data Guard standby in another allowed region, under the same key", () => {
    const { stack, database } = databaseIn((made) => ({
      ...standby(made),
      localStandby: true,
      privateEndpointLabel: "ledger",
      dbVersion: "23ai",
      autoScaling: true,
      backupRetentionDays: 35,
      backupRetentionLocked: true,
      longTermBackup: {
        repeatCadence: "YEARLY",
        timeOfBackup: "2027-01-01T03:00:00Z",
        retentionDays: 2_555,
      },
      adminPasswordSecretVersion: 3,
      replicateBackups: true,
      freeformTags: { residency: "us" },
    }));
    const json = synthesize(stack);
    const [primary, remote] = resourcesOf(json, "oci_database_autonomous_database");
    expect(database.standby).toBeDefined();
    expect(primary).toMatchObject({
      is_local_data_guard_enabled: true,
      private_endpoint_label: "ledger",
      secret_version_number: 3,
      is_backup_retention_locked: true,
      long_term_backup_schedule: [
        { repeat_cadence: "YEARLY", retention_period_in_days: 2_555, is_disabled: false },
      ],
    });
    expect(remote).toMatchObject({
      provider: "oci.us-phoenix-1",
      source: "CROSS_REGION_DATAGUARD",
      source_id: expect.stringContaining("oci_database_autonomous_database.ledger_database"),
      db_name: "ledger",
      kms_key_id: primary.kms_key_id,
      vault_id: primary.vault_id,
      subnet_id: "ocid1.subnet.oc1.phx.aaaaaaaadata",
      nsg_ids: ["ocid1.networksecuritygroup.oc1.phx.aaaaaaaaclients"],
      is_mtls_connection_required: true,
      is_replicate_automatic_backups: true,
      lifecycle: { prevent_destroy: true },
    });
    for (const body of [primary, remote]) {
      expect(conformance("oci_database_autonomous_database", body)).toEqual([]);
    }
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("makes the standby once the vault is replicated, and the database before", () => {
    const json = synthesize(databaseIn(standby).stack);
    const [replication] = Object.keys(json.resource.oci_kms_vault_replication);
    const [primary, remote] = resourcesOf(json, "oci_database_autonomous_database");
    expect(remote.depends_on).toContain(`oci_kms_vault_replication.${replication}`);
    expect(primary.depends_on).not.toContain(`oci_kms_vault_replication.${replication}`);
  });

  test("finds the standby's key itself where the vault has a replica", () => {
    const { stack } = databaseIn((made) => {
      const { standbyKey: _standbyKey, ...rest } = standby(made);
      return rest;
    });
    const [primary, remote] = resourcesOf(synthesize(stack), "oci_database_autonomous_database");
    expect(remote.kms_key_id).toBe(primary.kms_key_id);
    expect(remote.depends_on).toContainEqual(expect.stringMatching(/^oci_kms_vault_replication\./));
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("recovers from backups in another allowed region, where that is enough", () => {
    const { stack } = databaseIn((made) => ({ ...standby(made), standbyType: "BACKUP_BASED" }));
    const remote = resourcesOf(synthesize(stack), "oci_database_autonomous_database")[1];
    expect(remote).toMatchObject({
      source: "CROSS_REGION_DISASTER_RECOVERY",
      remote_disaster_recovery_type: "BACKUP_BASED",
    });
  });

  test("counts the storage of a data warehouse in terabytes", () => {
    const { stack } = databaseIn(() => ({ dbWorkload: "DW", dataStorageSizeInGbs: 2_048 }));
    const body = onlyResource(synthesize(stack), "oci_database_autonomous_database");
    expect(body.data_storage_size_in_tbs).toBe(2);
    expect(body).not.toHaveProperty("data_storage_size_in_gb");
  });

  test("lies in the region of a replicated key, where the database is to stand", () => {
    const { stack } = databaseIn((made) => ({
      region: "us-phoenix-1",
      key: existingKey(made.stack, {
        keyId: "ocid1.key.oc1.iad.vault.aaaa",
        compartmentId: KEYS,
        replicaRegion: "us-phoenix-1",
      }),
      vaultId: "ocid1.vault.oc1.iad.vault.aaaa",
      adminPasswordSecretId: "ocid1.vaultsecret.oc1.phx.aaaa",
      subnetId: "ocid1.subnet.oc1.phx.aaaaaaaadata",
      nsgIds: ["ocid1.networksecuritygroup.oc1.phx.aaaaaaaaclients"],
    }));
    expect(onlyResource(synthesize(stack), "oci_database_autonomous_database").provider).toBe(
      "oci.us-phoenix-1",
    );
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("never repeats a password that was given in place of its secret", () => {
    const password = "Correct-Horse-7";
    let message = "";
    try {
      databaseIn(() => ({ adminPasswordSecretId: password }));
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/adminPasswordSecretId is .*no OCID of type vaultsecret/);
    expect(message).not.toContain(password);
  });

  const longTerm = {
    repeatCadence: "MONTHLY",
    timeOfBackup: "2027-01-01T03:00:00Z",
    retentionDays: 365,
  } as const;

  test.each<[string, (made: Estate) => Partial<RegionLockedAutonomousDatabaseProps>, RegExp]>([
    [
      "a region abroad",
      () => ({ region: "eu-milan-1" }),
      /region is "eu-milan-1": it lies outside/,
    ],
    [
      "a key of another region",
      ({ replica }) => ({ key: replica }),
      /key is "a key in us-phoenix-1".*own region only, us-ashburn-1/,
    ],
    [
      "a vault that is a key",
      () => ({ vaultId: "ocid1.key.oc1.iad.a.b" }),
      /vaultId is .*type vault/,
    ],
    [
      "a vault abroad",
      () => ({ vaultId: "ocid1.vault.oc1.fra.a.b" }),
      /vaultId is .*it lies in eu-frankfurt-1, outside US/,
    ],
    [
      "a key in place of the secret",
      () => ({ adminPasswordSecretId: "ocid1.key.oc1.iad.a.b" }),
      /adminPasswordSecretId is .*no OCID of type vaultsecret/,
    ],
    [
      "a secret of another region",
      () => ({ adminPasswordSecretId: "ocid1.vaultsecret.oc1.phx.aaaa" }),
      /adminPasswordSecretId is .*it lies in us-phoenix-1/,
    ],
    [
      "a version of the secret that is none",
      () => ({ adminPasswordSecretVersion: 0 }),
      /adminPasswordSecretVersion is 0/,
    ],
    [
      "a subnet abroad",
      () => ({ subnetId: "ocid1.subnet.oc1.eu-milan-1.aaaa" }),
      /subnetId is .*it lies in eu-milan-1/,
    ],
    ["an endpoint that no security group guards", () => ({ nsgIds: [] }), /nsgIds is \[\]/],
    ["a name with a hyphen", () => ({ dbName: "user-ledger" }), /dbName is "user-ledger"/],
    ["a name of 31 letters", () => ({ dbName: "a".repeat(31) }), /1 to 30 letters/],
    ["a label with a dot", () => ({ privateEndpointLabel: "a.b" }), /privateEndpointLabel/],
    ["one ECPU", () => ({ computeCount: 1 }), /computeCount is 1: .*from 2/],
    ["too little storage", () => ({ dataStorageSizeInGbs: 19 }), /dataStorageSizeInGbs is 19/],
    [
      "a data warehouse of half a terabyte more",
      () => ({ dbWorkload: "DW", dataStorageSizeInGbs: 1_536 }),
      /dataStorageSizeInGbs is 1536.*Fix: write 2048/,
    ],
    ["backups of 61 days", () => ({ backupRetentionDays: 61 }), /backupRetentionDays is 61/],
    [
      "a long-term backup of a month",
      () => ({ longTermBackup: { ...longTerm, retentionDays: 30 } }),
      /longTermBackup\.retentionDays is 30: .*from 90/,
    ],
    [
      "a long-term backup some day",
      () => ({ longTermBackup: { ...longTerm, timeOfBackup: "soon" } }),
      /longTermBackup\.timeOfBackup is "soon"/,
    ],
    [
      "a standby abroad",
      (made) => ({ ...standby(made), standbyRegion: "ca-montreal-1" }),
      /standbyRegion is "ca-montreal-1": it lies outside US/,
    ],
    [
      "a standby in its own region",
      (made) => ({ ...standby(made), standbyRegion: "us-ashburn-1" }),
      /the database itself lies there.*localStandby/,
    ],
    [
      "a standby with a key of the database's region",
      (made) => ({ ...standby(made), standbyKey: made.key }),
      /standbyKey is "a key in us-ashburn-1"/,
    ],
    [
      "a standby whose key's vault is replicated elsewhere",
      (made) => {
        const { standbyKey: _standbyKey, ...rest } = standby(made);
        const vault = new SovereignVault(made.stack, "elsewhere", {
          compartmentId: KEYS,
          displayName: "elsewhere",
          replicaRegion: "us-chicago-1",
        });
        return { ...rest, key: vault.addKey("key"), vaultId: vault.vaultId };
      },
      /standbyKey is "a key in us-chicago-1"/,
    ],
    [
      "a standby with a key of its own",
      (made) => ({
        ...standby(made),
        standbyKey: existingKey(made.stack, {
          keyId: "ocid1.key.oc1.phx.a.b",
          compartmentId: KEYS,
        }),
      }),
      /standbyKey is "another key": a standby is encrypted with the database's own/,
    ],
    [
      "a standby in a subnet of the database's region",
      (made) => ({ ...standby(made), standbySubnetId: SUBNET }),
      /standbySubnetId is .*it lies in us-ashburn-1, and this must lie in us-phoenix-1/,
    ],
    [
      "a standby that no security group guards",
      (made) => ({ ...standby(made), standbyNsgIds: [] }),
      /standbyNsgIds is \[\]/,
    ],
    [
      "a standby without a subnet",
      ({ replica }) => ({
        standbyRegion: "us-phoenix-1",
        standbyKey: replica,
        standbyNsgIds: ["ocid1.networksecuritygroup.oc1.phx.aaaa"],
      }),
      /standbySubnetId is not set/,
    ],
    [
      "a kind of standby without a region",
      () => ({ standbyType: "BACKUP_BASED" }),
      /standbyRegion is not set: standbyType is given/,
    ],
  ])("fails for %s", (_what, props, message) => {
    expect(() => databaseIn(props)).toThrow(message);
  });
});
