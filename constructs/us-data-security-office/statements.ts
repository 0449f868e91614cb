import type { Region } from "../../jurisdiction";

/** What every statement of the office is narrowed by. */
export interface Fence {
  readonly regions: readonly Region[];
  /** Name of the network source. */
  readonly networkSource: string;
}

/**
 * `all {any {request.region = …}, request.networkSource.name = …}`: IAM compares the region with its
 * three-letter key.
 *
 * Source: OCI documentation, "General Variables for All Requests" (the variables), "Scoping Policy by
 * the IP Address of the Requestor", and "Common Policies" (`any` within `all`, of object writers).
 */
function fenced({ regions, networkSource }: Fence, more: readonly string[] = []): string {
  const tests = regions.map((region) => `request.region = '${region.key}'`);
  const inside = tests.length === 1 ? tests.join("") : `any {${tests.join(", ")}}`;
  const all = [inside, `request.networkSource.name = '${networkSource}'`, ...more];
  return `where all {${all.join(", ")}}`;
}

/**
 * Data custodians manage what keeps data, and may name a key for it. They neither make, change nor
 * destroy a key.
 *
 * Source: OCI documentation, "Common Policies": `use key-delegate` lets a user assign a key.
 */
export function dataCustodianStatements(
  groupId: string,
  dataCompartmentId: string,
  keysCompartmentId: string,
  resourceTypes: readonly string[],
  fence: Fence,
): readonly string[] {
  return [
    ...resourceTypes.map(
      (type) =>
        `Allow group id ${groupId} to manage ${type} in compartment id ${dataCompartmentId} ${fenced(fence)}`,
    ),
    `Allow group id ${groupId} to use key-delegate in compartment id ${keysCompartmentId} ${fenced(fence)}`,
    `Allow group id ${groupId} to inspect vaults in compartment id ${keysCompartmentId} ${fenced(fence)}`,
    `Allow group id ${groupId} to inspect keys in compartment id ${keysCompartmentId} ${fenced(fence)}`,
  ];
}

/**
 * What key custodians need of `manage keys`. Left out is what turns ciphertext into data
 * (`KEY_DECRYPT`, `KEY_ENCRYPT`, `KEY_SIGN`, `KEY_VERIFY`) and what carries a key elsewhere
 * (`KEY_EXPORT`, `KEY_MOVE`, `KEY_BACKUP`, `KEY_RESTORE`), and whatever Oracle adds later.
 */
const KEEPING_KEYS = [
  "KEY_INSPECT",
  "KEY_READ",
  "KEY_CREATE",
  "KEY_UPDATE",
  "KEY_ROTATE",
  "KEY_DELETE",
  "KEY_IMPORT",
];

/**
 * What they need of `manage vaults`. Left out is what carries a vault with its keys elsewhere:
 * `VAULT_REPLICATE`, which makes a replica in any region that the caller names, `VAULT_BACKUP`,
 * `VAULT_RESTORE` and `VAULT_MOVE`.
 */
const KEEPING_VAULTS = [
  "VAULT_INSPECT",
  "VAULT_READ",
  "VAULT_CREATE",
  "VAULT_UPDATE",
  "VAULT_DELETE",
  "VAULT_CREATE_KEY",
  "VAULT_IMPORT_KEY",
];

/**
 * Key custodians manage vaults and keys, and can neither use a key nor carry it away. Nothing is
 * granted to them on data.
 *
 * Source: OCI documentation, "Details for the Vault Service" (permissions) and "Permissions"
 * (`any {request.permission = …}`).
 */
export function keyCustodianStatements(
  groupId: string,
  keysCompartmentId: string,
  fence: Fence,
): readonly string[] {
  const granted = [
    ["vaults", KEEPING_VAULTS],
    ["keys", KEEPING_KEYS],
  ] as const;
  return granted.map(([type, permissions]) => {
    const any = permissions.map((permission) => `request.permission = '${permission}'`);
    return `Allow group id ${groupId} to manage ${type} in compartment id ${keysCompartmentId} ${fenced(fence, [`any {${any.join(", ")}}`])}`;
  });
}

/**
 * Auditors list everything in the tenancy and read what was done; they read no object, no secret and
 * no row. Policies show their text to `inspect`.
 *
 * Source: OCI documentation, "Policy Reference" (verbs) and "Details for the Audit Service".
 */
export function auditorStatements(groupId: string, fence: Fence): readonly string[] {
  return [
    `Allow group id ${groupId} to inspect all-resources in tenancy ${fenced(fence)}`,
    `Allow group id ${groupId} to read audit-events in tenancy ${fenced(fence)}`,
    `Allow group id ${groupId} to read buckets in tenancy ${fenced(fence)}`,
    `Allow group id ${groupId} to read cloud-guard-family in tenancy ${fenced(fence)}`,
  ];
}

/**
 * The one grant that crosses the duties, for the window and no longer.
 *
 * Source: OCI documentation, "Restricting Access to Resources Based on Time Frame".
 */
export function breakGlassStatements(
  groupId: string,
  compartmentIds: readonly string[],
  window: { readonly from: string; readonly until: string },
  fence: Fence,
): readonly string[] {
  const within = [
    `request.utc-timestamp after '${window.from}'`,
    `request.utc-timestamp before '${window.until}'`,
  ];
  return compartmentIds.map(
    (id) =>
      `Allow group id ${groupId} to manage all-resources in compartment id ${id} ${fenced(fence, within)}`,
  );
}
