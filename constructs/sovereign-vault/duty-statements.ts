import type { Region } from "../../jurisdiction";

/** What a statement of a duty holds for. */
export interface DutyScope {
  readonly groupId: string;
  readonly compartmentId: string;
  readonly region: Region;
  readonly networkSourceName: string | undefined;
}

/**
 * Operations that take a key or a vault away from where its policies hold: a replica in another
 * region, a backup to a place of the caller's choice, another compartment. No duty includes them.
 */
const CARRIES_AWAY = {
  vaults: ["CreateVaultReplica", "BackupVault", "ChangeVaultCompartment"],
  keys: ["BackupKey", "ChangeKeyCompartment"],
} as const;

/** Who brings a key's material knows it, and could decrypt without OCI. No duty includes that. */
const BRINGS_MATERIAL = ["ImportKey", "ImportKeyVersion"] as const;

const DELETES = {
  vaults: ["ScheduleVaultDeletion"],
  keys: ["ScheduleKeyDeletion", "ScheduleKeyVersionDeletion"],
} as const;

/**
 * What `manage keys` holds of `use keys` besides reading: all that works with a key.
 *
 * Source: OCI documentation, "Details for the Vault Service": verbs are cumulative, and `use keys`
 * holds these.
 */
const CRYPTOGRAPHY = ["KEY_ENCRYPT", "KEY_DECRYPT", "KEY_EXPORT", "KEY_SIGN", "KEY_VERIFY"];

/**
 * The statements that make a group administrators of vaults and keys, without the keys' use.
 *
 * A condition takes permissions and operations out of a verb, as "Advanced Policy Features" of the OCI
 * documentation does; `request.region` compares the three-letter key.
 */
export function administerStatements(scope: DutyScope, mayDelete: boolean): readonly string[] {
  const operations = (type: "vaults" | "keys") => [
    ...CARRIES_AWAY[type],
    ...(mayDelete ? [] : DELETES[type]),
  ];
  return [
    statement(scope, "manage vaults", operations("vaults").map(notOperation)),
    statement(scope, "manage keys", [
      ...CRYPTOGRAPHY.map(notPermission),
      ...[...BRINGS_MATERIAL, ...operations("keys")].map(notOperation),
    ]),
  ];
}

/** Encrypts and decrypts with one key. */
export function useStatement(scope: DutyScope, keyId: string): string {
  return statement(scope, "use keys", [notPermission("KEY_EXPORT"), `target.key.id = '${keyId}'`]);
}

/** Attaches one key to resources, whose service then uses it. */
export function associateStatement(scope: DutyScope, keyId: string): string {
  return statement(scope, "use key-delegate", [`target.key.id = '${keyId}'`]);
}

/**
 * Makes and changes secrets without reading what is in them.
 *
 * Source: OCI documentation, "Details for the Vault Service", CreateSecret: it needs the vault's
 * VAULT_CREATE_SECRET, which `use vaults` holds, and the use of the key.
 */
export function administerSecretsStatements(
  scope: DutyScope,
  vaultId: string,
  keyId: string,
): readonly string[] {
  return [
    statement(scope, "use vaults", [
      ...["CreateKey", ...BRINGS_MATERIAL].map(notOperation),
      `target.vault.id = '${vaultId}'`,
    ]),
    useStatement(scope, keyId),
    statement(scope, "manage secret-family", [
      notPermission("SECRET_BUNDLE_READ"),
      notOperation("ChangeSecretCompartment"),
    ]),
  ];
}

/** Reads what is in secrets. */
export function readSecretsStatement(scope: DutyScope): string {
  return statement(scope, "read secret-family", []);
}

function statement(scope: DutyScope, grant: string, more: readonly string[]): string {
  const conditions = [
    `request.region = '${scope.region.key}'`,
    ...(scope.networkSourceName === undefined
      ? []
      : [`request.networkSource.name = '${scope.networkSourceName}'`]),
    ...more,
  ];
  const where = conditions.length === 1 ? conditions[0] : `all {${conditions.join(", ")}}`;
  return `Allow group id ${scope.groupId} to ${grant} in compartment id ${scope.compartmentId} where ${where}`;
}

function notPermission(permission: string): string {
  return `request.permission != '${permission}'`;
}

function notOperation(operation: string): string {
  return `request.operation != '${operation}'`;
}
