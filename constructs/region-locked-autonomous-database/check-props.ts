import type { IConstruct } from "constructs";
import { type Jurisdiction, parseOcid, type Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import {
  isToken,
  PropsError,
  requireKeyIn,
  requireMatch,
  requireNsgsIn,
  requireOcid,
  requireOcidIn,
  requireWhole,
} from "../validation";
import type {
  LongTermBackup,
  RegionLockedAutonomousDatabaseProps,
} from "./autonomous-database-props";

const GIGABYTES_A_TERABYTE = 1024;

/** Gigabytes. Source: OCI documentation, "Autonomous Database Service Limits" (384 TB). */
const STORAGE = { min: 20, max: 384 * GIGABYTES_A_TERABYTE } as const;

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Checks what OCI would refuse when the plan is applied, and what would lie in another region.
 *
 * @throws PropsError for the first prop that is refused
 */
export function checkDatabaseProps(
  scope: IConstruct,
  props: RegionLockedAutonomousDatabaseProps,
  region: Region,
): void {
  requireOcid(scope, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  requireMatch(
    scope,
    "dbName",
    props.dbName,
    /^[A-Za-z][A-Za-z0-9]{0,29}$/,
    "a database name has 1 to 30 letters and digits after a letter",
  );
  requireKeyIn(scope, "key", props.key, region, "an Autonomous Database");
  requireVault(scope, props.vaultId, GuardedStack.guarding(scope).jurisdiction);
  requireSecret(scope, props.adminPasswordSecretId, region);
  if (props.adminPasswordSecretVersion !== undefined) {
    const version = props.adminPasswordSecretVersion;
    requireWhole(scope, "adminPasswordSecretVersion", version, 1, 2 ** 31 - 1, "versions");
  }
  requireOcidIn(scope, "subnetId", props.subnetId, ["subnet"], region);
  requireNsgsIn(scope, "nsgIds", props.nsgIds, region);
  if (props.privateEndpointLabel !== undefined) {
    requireMatch(
      scope,
      "privateEndpointLabel",
      props.privateEndpointLabel,
      /^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
      "a host name has up to 63 letters, digits and hyphens after a letter",
    );
  }
  checkSize(scope, props);
  checkBackups(scope, props);
}

/** The vault's OCID names the region of its source, whose replica keeps it. */
function requireVault(scope: IConstruct, vaultId: string, jurisdiction: Jurisdiction): void {
  requireOcid(scope, "vaultId", vaultId, ["vault"]);
  const { proof } = parseOcid(vaultId);
  if (!isToken(vaultId) && !(proof.proves === "region" && jurisdiction.allows(proof.region))) {
    throw new PropsError(scope, {
      prop: "vaultId",
      got: vaultId,
      because:
        proof.proves === "region"
          ? `it lies in ${proof.region.id}, outside ${jurisdiction.name}`
          : "it names no region that is known",
      fix: "give the OCID of the vault that holds the key",
    });
  }
}

/** What is no OCID may be the password itself, which no error message repeats. */
function requireSecret(scope: IConstruct, secretId: string, region: Region): void {
  if (!isToken(secretId) && parseOcid(secretId).value === undefined) {
    throw new PropsError(scope, {
      prop: "adminPasswordSecretId",
      got: "a text that is not shown",
      because: "it is no OCID of type vaultsecret",
      fix: "put the password into a Vault secret, and give the secret's OCID",
    });
  }
  requireOcidIn(scope, "adminPasswordSecretId", secretId, ["vaultsecret"], region);
}

export function storageOf(props: RegionLockedAutonomousDatabaseProps): number {
  return props.dataStorageSizeInGbs ?? (props.dbWorkload === "DW" ? 1024 : STORAGE.min);
}

function checkSize(scope: IConstruct, props: RegionLockedAutonomousDatabaseProps): void {
  requireWhole(scope, "computeCount", props.computeCount ?? 2, 2, 512, "ECPUs");
  const gigabytes = storageOf(props);
  requireWhole(scope, "dataStorageSizeInGbs", gigabytes, STORAGE.min, STORAGE.max, "gigabytes");
  if (props.dbWorkload === "DW" && gigabytes % GIGABYTES_A_TERABYTE !== 0) {
    throw new PropsError(scope, {
      prop: "dataStorageSizeInGbs",
      got: gigabytes,
      because: "the storage of DW is counted in terabytes of 1024 gigabytes",
      fix: `write ${Math.ceil(gigabytes / GIGABYTES_A_TERABYTE) * GIGABYTES_A_TERABYTE}`,
    });
  }
}

function checkBackups(scope: IConstruct, props: RegionLockedAutonomousDatabaseProps): void {
  requireWhole(scope, "backupRetentionDays", props.backupRetentionDays ?? 60, 1, 60, "days");
  const backup: LongTermBackup | undefined = props.longTermBackup;
  if (backup !== undefined) {
    requireWhole(scope, "longTermBackup.retentionDays", backup.retentionDays, 90, 3_650, "days");
    requireMatch(
      scope,
      "longTermBackup.timeOfBackup",
      backup.timeOfBackup,
      RFC_3339,
      "it must be an RFC 3339 instant",
    );
  }
}
