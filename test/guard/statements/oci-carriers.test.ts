import { notesIn, withStatements } from "./oci-findings";

/** The operations that the note on a policy of these statements names. */
function noted(...statements: readonly string[]): readonly string[] {
  return notesIn("oci_identity_policy", withStatements("oci_identity_policy", statements)).map(
    (note) => /region holds back: (.*?)\. A condition/.exec(note)?.[1] ?? note,
  );
}

const inside = (grant: string, more = "") =>
  `Allow group G to ${grant} in compartment C where all {request.region = 'iad'${more}}`;
const OF_VAULTS = "BackupVault (VAULT_BACKUP), CreateVaultReplica (VAULT_REPLICATE)";
const OF_KEYS = `BackupKey (KEY_BACKUP), ${OF_VAULTS}`;
const OF_OBJECTS =
  "CopyObject (OBJECT_READ, OBJECT_CREATE), CreateReplicationPolicy (BUCKET_UPDATE)";
const OF_VOLUMES =
  "CreateVolumeBackupPolicy (BACKUP_POLICIES_CREATE), UpdateVolumeBackupPolicy (BACKUP_POLICIES_UPDATE)";

describe("carriersOf", () => {
  test.each([
    [inside("manage vaults"), OF_VAULTS],
    [inside("manage keys"), "BackupKey (KEY_BACKUP)"],
    [inside("manage key-family"), OF_KEYS],
    [inside("use buckets"), "CreateReplicationPolicy (BUCKET_UPDATE)"],
    [inside("use vcns, buckets"), "CreateReplicationPolicy (BUCKET_UPDATE)"],
    [inside("manage objects"), "CopyObject (OBJECT_READ, OBJECT_CREATE)"],
    [inside("manage object-family"), OF_OBJECTS],
    [inside("use object-family"), "CreateReplicationPolicy (BUCKET_UPDATE)"],
    [inside("use backup-policies"), "UpdateVolumeBackupPolicy (BACKUP_POLICIES_UPDATE)"],
    [inside("manage volume-family"), OF_VOLUMES],
    [
      inside("manage all-resources"),
      `BackupKey (KEY_BACKUP), BackupVault (VAULT_BACKUP), ${OF_OBJECTS}, CreateVaultReplica (VAULT_REPLICATE), ${OF_VOLUMES}`,
    ],
    [inside("{VAULT_REPLICATE}"), "CreateVaultReplica (VAULT_REPLICATE)"],
    [inside("{vault_backup, KEY_BACKUP}"), "BackupKey (KEY_BACKUP), BackupVault (VAULT_BACKUP)"],
    [
      inside("manage vaults", ", request.operation = /Create*/"),
      "CreateVaultReplica (VAULT_REPLICATE)",
    ],
    [
      inside("manage vaults", ", request.permission = 'vault_backup'"),
      "BackupVault (VAULT_BACKUP)",
    ],
    [inside("manage vaults", ", target.vault.name = 'v'"), OF_VAULTS],
    [
      inside("manage vaults", ", request.principal.type in ('serviceconnector', 'instance')"),
      OF_VAULTS,
    ],
    [inside("manage vaults", ", request.principal.type != 'serviceconnector'"), OF_VAULTS],
    [inside("manage vaults", ", request.user.name = 'serviceconnector'"), OF_VAULTS],
  ])("%s admits %s", (statement, operations) => {
    expect(noted(statement)).toEqual([operations]);
  });

  test.each([
    inside("use vaults"),
    inside("read all-resources"),
    inside("manage volumes, vcns"),
    inside("{VAULT_READ, OBJECT_CREATE}"),
    inside("manage vaults", ", request.permission = 'VAULT_UPDATE'"),
    inside("manage objects", ", request.permission != 'OBJECT_CREATE'"),
    inside("manage vaults", ", request.principal.type = 'serviceconnector'"),
    inside("manage vaults", ", request.principal.type in ('serviceconnector', 'ServiceConnector')"),
  ])("%s admits none", (statement) => {
    expect(noted(statement)).toEqual([]);
  });
});

describe("deniedCarriers", () => {
  const deny = (what: string) => `Deny any-user to ${what}`;

  test.each([
    ["one of the permissions that it takes", "manage objects", "{OBJECT_CREATE} in tenancy"],
    ["a family that it is of", "manage objects", "manage object-family in tenancy"],
    ["everything", "manage keys", "manage all-resources in tenancy"],
    ["what lower verbs grant", "manage volume-family", "use backup-policies in tenancy"],
    [
      "it by its name",
      "manage keys",
      "manage keys in tenancy where request.operation = 'BackupKey'",
    ],
  ])("leaves no operation where the estate denies %s", (_what, grant, denial) => {
    expect(noted(inside(grant), deny(denial))).toEqual([]);
  });

  test.each([
    [
      "what the higher verb grants",
      "manage volume-family",
      "manage backup-policies in tenancy",
      "UpdateVolumeBackupPolicy (BACKUP_POLICIES_UPDATE)",
    ],
    [
      "one of two",
      "manage vaults",
      "{VAULT_BACKUP} in tenancy",
      "CreateVaultReplica (VAULT_REPLICATE)",
    ],
    ["other permissions", "manage keys", "{KEY_READ} in tenancy", "BackupKey (KEY_BACKUP)"],
    [
      "it in one compartment",
      "manage keys",
      "{KEY_BACKUP} in compartment C",
      "BackupKey (KEY_BACKUP)",
    ],
    [
      "it in some regions",
      "manage keys",
      "{KEY_BACKUP} in tenancy where request.region = 'iad'",
      "BackupKey (KEY_BACKUP)",
    ],
  ])("leaves operations where the estate denies %s", (_what, grant, denial, left) => {
    expect(noted(inside(grant), deny(denial))).toEqual([left]);
  });

  test("leaves the operations where only one group is denied them", () => {
    expect(noted(inside("manage keys"), "Deny group G to {KEY_BACKUP} in tenancy")).toEqual([
      "BackupKey (KEY_BACKUP)",
    ]);
  });
});
