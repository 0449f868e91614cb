import type { Region } from "../../jurisdiction";

/** What a statement of a duty holds for. */
export interface DutyScope {
  readonly groupId: string;
  readonly compartmentId: string;
  readonly region: Region;
  readonly networkSourceName: string | undefined;
}

/**
 * What administrators of vaults and keys may do: a list of permissions, so that whatever OCI adds to a
 * verb stays out of it.
 *
 * Not among them: encrypting, decrypting, signing and exporting; `KEY_IMPORT`, since who brings a key's
 * material could decrypt without OCI; and what takes a key or a vault away from where its policies
 * hold, `VAULT_REPLICATE`, `KEY_BACKUP`, `VAULT_BACKUP`, `KEY_RESTORE`, `VAULT_RESTORE`, `KEY_MOVE` and
 * `VAULT_MOVE`.
 *
 * Source: OCI documentation, "Details for the Vault Service", permissions of each API operation.
 */
const ADMINISTERS = {
  vaults: ["VAULT_INSPECT", "VAULT_READ", "VAULT_CREATE", "VAULT_UPDATE", "VAULT_CREATE_KEY"],
  keys: ["KEY_INSPECT", "KEY_READ", "KEY_CREATE", "KEY_UPDATE", "KEY_ROTATE"],
} as const;

/** Schedules a deletion, and cancels it. */
const DELETES = { vaults: "VAULT_DELETE", keys: "KEY_DELETE" } as const;

/** What encrypting and decrypting takes; the caller reads the key to find its vault's endpoint. */
const USES = ["KEY_READ", "KEY_ENCRYPT", "KEY_DECRYPT"] as const;

/**
 * Everything about secrets but their contents, `SECRET_BUNDLE_READ`, and their compartment,
 * `SECRET_MOVE`.
 */
const ADMINISTERS_SECRETS = [
  "SECRET_INSPECT",
  "SECRET_READ",
  "SECRET_UPDATE",
  "SECRET_CREATE",
  "SECRET_DELETE",
  "SECRET_VERSION_INSPECT",
  "SECRET_VERSION_READ",
  "SECRET_VERSION_DELETE",
  "SECRET_BUNDLE_INSPECT",
] as const;

/**
 * The statements that make a group administrators of vaults and keys, without the keys' use.
 *
 * A condition narrows a verb to the permissions that it lists, and `request.region` compares the
 * three-letter key. Source: OCI documentation, "Advanced Policy Features", and "Copying a Boot Volume
 * Backup Between Regions", for permissions, regions and `any` within `all`.
 */
export function administerStatements(scope: DutyScope, mayDelete: boolean): readonly string[] {
  return (["vaults", "keys"] as const).map((type) =>
    statement(scope, `manage ${type}`, [
      anyPermission([...ADMINISTERS[type], ...(mayDelete ? [DELETES[type]] : [])]),
    ]),
  );
}

/** Encrypts and decrypts with one key. */
export function useStatement(scope: DutyScope, keyId: string): string {
  return statement(scope, "use keys", [anyPermission(USES), `target.key.id = '${keyId}'`]);
}

/**
 * Attaches one key to resources, whose service then uses it. `use key-delegate` holds `KEY_ASSOCIATE`
 * and `KEY_DISASSOCIATE` and nothing else.
 */
export function associateStatement(scope: DutyScope, keyId: string): string {
  return statement(scope, "use key-delegate", [`target.key.id = '${keyId}'`]);
}

/**
 * Makes and changes secrets without reading what is in them.
 *
 * Source: OCI documentation, "Details for the Vault Service", CreateSecret: it needs
 * `VAULT_CREATE_SECRET`, `SECRET_CREATE`, and to encrypt and decrypt with the key.
 */
export function administerSecretsStatements(
  scope: DutyScope,
  vaultId: string,
  keyId: string,
): readonly string[] {
  return [
    statement(scope, "use vaults", [
      anyPermission(["VAULT_READ", "VAULT_CREATE_SECRET"]),
      `target.vault.id = '${vaultId}'`,
    ]),
    useStatement(scope, keyId),
    statement(scope, "manage secret-family", [anyPermission(ADMINISTERS_SECRETS)]),
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

function anyPermission(permissions: readonly string[]): string {
  const each = permissions.map((permission) => `request.permission = '${permission}'`);
  return `any {${each.join(", ")}}`;
}
