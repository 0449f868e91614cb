import type { IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import type { IMasterEncryptionKey } from "../sovereign-vault";
import {
  PropsError,
  requireAvailabilityDomainIn,
  requireKeyIn,
  requireOcid,
  requireWhole,
} from "../validation";
import type { RegionLockedBlockVolumeProps, VolumeBackupSchedule } from "./block-volume-props";

/** Gigabytes. Source: OCI API, `CreateVolumeDetails`. */
const SIZE = { min: 50, max: 32_768 } as const;

/** A hundred years; OCI documents no longest retention. */
const MAX_RETENTION_DAYS = 36_500;

/**
 * Checks what OCI would refuse when the plan is applied, and what would leave a copy of the volume
 * under Oracle's key.
 *
 * @throws PropsError for the first prop that is refused
 */
export function checkVolumeProps(
  scope: IConstruct,
  props: RegionLockedBlockVolumeProps,
  region: Region,
): void {
  requireOcid(scope, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  requireAvailabilityDomainIn(scope, "availabilityDomain", props.availabilityDomain, region);
  requireWhole(scope, "sizeInGbs", props.sizeInGbs, SIZE.min, SIZE.max, "gigabytes");
  requireKeyIn(scope, "key", props.key, region, "a volume");
  checkPerformance(scope, props);
  checkBackup(scope, props, region);
}

/**
 * Checks that OCI does not rotate the key by itself. Of a key that another stack made nothing is known.
 *
 * Source: OCI documentation, "Managing Vault Encryption Keys for Block Volume", "Rotating the
 * Encryption Key": Block Volume takes keys of a single version, and says of others that what happens
 * is not defined.
 *
 * @throws PropsError for a key that rotates
 */
export function requireSingleVersion(
  scope: IConstruct,
  prop: string,
  key: IMasterEncryptionKey,
): void {
  if (key.isAutoRotationEnabled === true) {
    throw new PropsError(scope, {
      prop,
      got: "a key that rotates by itself",
      because: "Block Volume takes keys of a single version",
      fix: "give it a key of its own, made by vault.addKey(id, { rotation: false }), and rotate by giving the volume another key",
    });
  }
}

function checkPerformance(scope: IConstruct, props: RegionLockedBlockVolumeProps): void {
  const { vpusPerGb = 10, maxVpusPerGb } = props;
  requirePerformance(scope, "vpusPerGb", vpusPerGb);
  if (maxVpusPerGb === undefined) {
    return;
  }
  requirePerformance(scope, "maxVpusPerGb", maxVpusPerGb);
  if (maxVpusPerGb <= vpusPerGb) {
    throw new PropsError(scope, {
      prop: "maxVpusPerGb",
      got: maxVpusPerGb,
      because: `performance is raised from vpusPerGb, which is ${vpusPerGb}`,
      fix: "write more units than vpusPerGb, or leave maxVpusPerGb out",
    });
  }
}

function requirePerformance(scope: IConstruct, prop: string, value: number): void {
  requireWhole(scope, prop, value, 0, 120, "units per GB");
  if (value % 10 !== 0) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "OCI takes multiples of 10 units per GB",
      fix: `write ${Math.round(value / 10) * 10}`,
    });
  }
}

function checkBackup(scope: IConstruct, props: RegionLockedBlockVolumeProps, region: Region): void {
  const { backupPolicy, backupCopyKey } = props;
  if (backupPolicy !== undefined && backupPolicy.region !== region) {
    throw new PropsError(scope, {
      prop: "backupPolicy",
      got: `a policy in ${backupPolicy.region.id}`,
      because: `a policy backs volumes of its own region up, and this one lies in ${region.id}`,
      fix: `make a VolumeBackupPolicy with region ${region.id}`,
    });
  }
  const copyRegion = backupPolicy?.copyRegion;
  if (copyRegion === undefined && backupCopyKey !== undefined) {
    throw new PropsError(scope, {
      prop: "backupCopyKey",
      got: `a key in ${backupCopyKey.region.id}`,
      because: "no backup is copied, so that nothing would be encrypted with it",
      fix: "give the backupPolicy a copyRegion, or leave backupCopyKey out",
    });
  }
  if (copyRegion === undefined) {
    return;
  }
  if (backupCopyKey === undefined) {
    throw new PropsError(scope, {
      prop: "backupCopyKey",
      got: undefined,
      because: `the backupPolicy copies to ${copyRegion.id}, where Oracle would hold the copies' key`,
      fix: `give a key of a vault in ${copyRegion.id}, or the replica of the volume's key there`,
    });
  }
  requireKeyIn(scope, "backupCopyKey", backupCopyKey, copyRegion, "a copied backup");
}

/** Which of a schedule's parts each period needs; the others OCI ignores. */
const NEEDS = {
  ONE_DAY: [],
  ONE_WEEK: ["dayOfWeek"],
  ONE_MONTH: ["dayOfMonth"],
  ONE_YEAR: ["month", "dayOfMonth"],
} as const satisfies Record<
  VolumeBackupSchedule["period"],
  readonly (keyof VolumeBackupSchedule)[]
>;

/** @throws PropsError for no schedule, and for one that OCI would refuse or ignore a part of */
export function checkSchedules(
  scope: IConstruct,
  schedules: readonly VolumeBackupSchedule[],
): void {
  if (schedules.length === 0) {
    throw new PropsError(scope, {
      prop: "schedules",
      got: [],
      because: "a policy without a schedule backs nothing up",
      fix: "give at least one schedule, or leave the policy out",
    });
  }
  for (const [index, schedule] of schedules.entries()) {
    checkSchedule(scope, `schedules[${index}]`, schedule);
  }
}

function checkSchedule(scope: IConstruct, prop: string, schedule: VolumeBackupSchedule): void {
  const { retentionDays, hourOfDay = 0, dayOfMonth = 1, period } = schedule;
  requireWhole(scope, `${prop}.retentionDays`, retentionDays, 1, MAX_RETENTION_DAYS, "days");
  requireWhole(scope, `${prop}.hourOfDay`, hourOfDay, 0, 23, "hours");
  // 28, because OCI skips a month that lacks the day.
  requireWhole(scope, `${prop}.dayOfMonth`, dayOfMonth, 1, 28, "days");
  const needed: readonly string[] = NEEDS[period];
  for (const part of ["dayOfWeek", "dayOfMonth", "month"] as const) {
    const given = schedule[part] !== undefined;
    if (given !== needed.includes(part)) {
      throw new PropsError(scope, {
        prop: `${prop}.${part}`,
        got: schedule[part],
        because: given ? `OCI ignores it for ${period}` : `${period} needs it`,
        fix: given ? `leave ${part} out` : `set ${part}`,
      });
    }
  }
}
