import type { Stack } from "../model/block";
import { ALWAYS, NEVER, PERHAPS, type Truth, truth } from "./condition";
import { denialsOf } from "./oci-fence";
import { compareTest } from "./oci-grant";
import { type Level, levelOfVerb, MANAGE, USE } from "./oci-resource-types";
import type { GrantStatement } from "./policy-statement";

/**
 * An operation that is requested in the region that data lies in, and copies it to another: no
 * condition on `request.region` holds it back.
 */
export interface Carrier {
  readonly operation: string;
  readonly resourceType: string;
  /** The lowest verb that holds the permissions. */
  readonly level: Level;
  /** Those of this resource-type that it takes: without any of them it is refused. */
  readonly permissions: readonly string[];
}

/**
 * Source: OCI documentation, "Policy Reference": "Details for the Vault Service", "… Object Storage",
 * "… the Core Services", permissions of each API operation. `CopyVolumeBackup` is not among them: it
 * needs a permission in the destination region too. Creating and changing a volume can start a
 * replica, under no permission of its own.
 */
const CARRIERS: readonly Carrier[] = [
  carrier("CreateVaultReplica", "vaults", MANAGE, "VAULT_REPLICATE"),
  carrier("BackupVault", "vaults", MANAGE, "VAULT_BACKUP"),
  carrier("BackupKey", "keys", MANAGE, "KEY_BACKUP"),
  // It needs permissions on objects too, which another statement can grant.
  carrier("CreateReplicationPolicy", "buckets", USE, "BUCKET_UPDATE"),
  carrier("CopyObject", "objects", MANAGE, "OBJECT_READ", "OBJECT_CREATE"),
  carrier("CreateVolumeBackupPolicy", "backup-policies", MANAGE, "BACKUP_POLICIES_CREATE"),
  carrier("UpdateVolumeBackupPolicy", "backup-policies", USE, "BACKUP_POLICIES_UPDATE"),
];

function carrier(
  operation: string,
  resourceType: string,
  level: Level,
  ...permissions: readonly string[]
): Carrier {
  return { operation, resourceType, level, permissions };
}

/** Aggregate resource-types that hold one of the table's. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  "key-family": ["vaults", "keys"],
  "object-family": ["buckets", "objects"],
  "volume-family": ["backup-policies"],
};

const ALL = "all-resources";
const NONE: readonly Carrier[] = [];

/** The operations of the table that `grant` admits. */
export function carriersOf(grant: GrantStatement): readonly Carrier[] {
  if (!mayCarry(grant) || isOfConnectors(grant)) {
    return NONE;
  }
  return CARRIERS.filter((each) => each.permissions.every((name) => admits(grant, each, name)));
}

function mayCarry({ verb, resources }: GrantStatement): boolean {
  return verb === undefined || (levelOfVerb(verb.lower) >= USE && resources.some(isListed));
}

const LISTED: ReadonlySet<string> = new Set([
  ALL,
  ...Object.keys(FAMILIES),
  ...CARRIERS.map(({ resourceType }) => resourceType),
]);

function isListed({ lower }: { readonly lower: string }): boolean {
  return LISTED.has(lower);
}

/** True where the statement names the permission, or a resource-type that the operation is of. */
function speaksOf(
  { verb, resources, permissions }: GrantStatement,
  { resourceType }: Carrier,
  permission: string,
): boolean {
  return verb === undefined
    ? permissions.some(({ text }) => text.toUpperCase() === permission)
    : resources.some(
        ({ lower }) =>
          lower === resourceType || lower === ALL || FAMILIES[lower]?.includes(resourceType),
      );
}

function admits(grant: GrantStatement, each: Carrier, permission: string): boolean {
  return (
    (grant.verb === undefined || levelOfVerb(grant.verb.lower) >= each.level) &&
    speaksOf(grant, each, permission) &&
    holds(grant, each, permission) !== NEVER
  );
}

/** Whether the statement's condition holds for a request of the operation, in any region. */
function holds({ condition }: GrantStatement, { operation }: Carrier, permission: string): Truth {
  return truth(condition, (test) => {
    switch (test.variable) {
      case "request.permission":
        return compareTest(test, permission.toLowerCase());
      case "request.operation":
        return compareTest(test, operation.toLowerCase());
      default:
        return PERHAPS;
    }
  });
}

/** A connector makes no request but its own, and what it writes to is judged as a resource. */
function isOfConnectors(grant: GrantStatement): boolean {
  return (
    truth(grant.condition, (test) =>
      test.variable === "request.principal.type" &&
      test.values.every(({ lower }) => lower === "serviceconnector")
        ? compareTest(test, undefined)
        : PERHAPS,
    ) === NEVER
  );
}

const denied = new WeakMap<readonly Stack[], ReadonlySet<Carrier>>();

/**
 * The operations that a Deny of the estate takes from everybody in the tenancy, in every region. The
 * estate is taken to be one tenancy.
 */
export function deniedCarriers(stacks: readonly Stack[]): ReadonlySet<Carrier> {
  let found = denied.get(stacks);
  if (found === undefined) {
    const denials = stacks.flatMap(denialsOf);
    found = new Set(
      CARRIERS.filter((each) => denials.some((denial) => takesFromAll(denial, each))),
    );
    denied.set(stacks, found);
  }
  return found;
}

/**
 * One permission that is denied is enough to refuse an operation. "Deny … to use" takes what "use" and
 * every higher verb grant, and nothing that a lower one does.
 */
function takesFromAll(denial: GrantStatement, each: Carrier): boolean {
  return (
    denial.subject.kind === "any-user" &&
    denial.scope.kind === "tenancy" &&
    (denial.verb === undefined || levelOfVerb(denial.verb.lower) <= each.level) &&
    each.permissions.some(
      (permission) =>
        speaksOf(denial, each, permission) && holds(denial, each, permission) === ALWAYS,
    )
  );
}
