import type { IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import {
  PropsError,
  requireAvailabilityDomainIn,
  requireKeyIn,
  requireMatch,
  requireNsgsIn,
  requireOcid,
  requireOcidIn,
  requireWhole,
} from "../validation";
import { checkClients } from "./check-clients";
import type { RegionLockedFileSystemProps, SnapshotSchedule } from "./file-system-props";

/** A hundred years; OCI documents no longest retention. */
const MAX_RETENTION_DAYS = 36_500;

/**
 * Checks what OCI would refuse when the plan is applied, and what would open the file system wider
 * than its clients.
 *
 * @throws PropsError for the first prop that is refused
 */
export function checkFileSystemProps(
  scope: IConstruct,
  props: RegionLockedFileSystemProps,
  region: Region,
): void {
  requireOcid(scope, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  requireAvailabilityDomainIn(scope, "availabilityDomain", props.availabilityDomain, region);
  requireKeyIn(scope, "key", props.key, region, "a file system");
  checkExport(scope, props, region);
  const schedules = props.snapshotSchedules ?? [];
  requireWhole(scope, "snapshotSchedules.length", schedules.length, 0, 10, "schedules");
  for (const [index, schedule] of schedules.entries()) {
    checkSchedule(scope, `snapshotSchedules[${index}]`, schedule);
  }
}

function checkExport(scope: IConstruct, props: RegionLockedFileSystemProps, region: Region): void {
  const { clients = [], nsgIds = [], subnetId } = props;
  if (subnetId === undefined) {
    for (const prop of ["nsgIds", "clients", "exportPath", "hostnameLabel"] as const) {
      if (props[prop] !== undefined) {
        throw new PropsError(scope, {
          prop,
          got: props[prop],
          because: "without subnetId there is no mount target that it could be for",
          fix: `give the subnetId of a private subnet, or leave ${prop} out`,
        });
      }
    }
    return;
  }
  requireOcidIn(scope, "subnetId", subnetId, ["subnet"], region);
  requireNsgsIn(scope, "nsgIds", nsgIds, region);
  if (clients.length === 0) {
    throw new PropsError(scope, {
      prop: "clients",
      got: clients,
      because: "an export without clients is open to every address or to none",
      fix: 'declare each range that may mount it, as { source: "10.0.1.0/24" }',
    });
  }
  checkClients(scope, clients);
  checkPath(scope, exportPathOf(props));
  if (props.hostnameLabel !== undefined) {
    requireMatch(
      scope,
      "hostnameLabel",
      props.hostnameLabel,
      /^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
      "a host name has up to 63 letters, digits and hyphens after a letter (RFC 952, RFC 1123)",
    );
  }
}

export function exportPathOf(props: RegionLockedFileSystemProps): string {
  return props.exportPath ?? `/${props.displayName}`;
}

/** Source: OCI documentation, "Paths in File Systems". */
function checkPath(scope: IConstruct, path: string): void {
  const elements = path.split("/").slice(1);
  const isPath =
    path.startsWith("/") &&
    Buffer.byteLength(path) <= 1024 &&
    (path === "/" ||
      elements.every(
        (element) =>
          element !== "" &&
          element !== "." &&
          element !== ".." &&
          Buffer.byteLength(element) <= 255,
      ));
  if (!isPath) {
    throw new PropsError(scope, {
      prop: "exportPath",
      got: path,
      because:
        "an export path is a slash and elements between slashes, none of them empty, . or .., of 255 bytes at most, 1024 in all",
      fix: "write one such as /records",
    });
  }
}

/** Which of a schedule's parts each period needs. */
const NEEDS = {
  HOURLY: [],
  DAILY: [],
  WEEKLY: ["dayOfWeek"],
  MONTHLY: ["dayOfMonth"],
  YEARLY: ["month", "dayOfMonth"],
} as const satisfies Record<SnapshotSchedule["period"], readonly (keyof SnapshotSchedule)[]>;

function checkSchedule(scope: IConstruct, prop: string, schedule: SnapshotSchedule): void {
  const { retentionDays, hourOfDay = 0, dayOfMonth = 1, period } = schedule;
  requireWhole(scope, `${prop}.retentionDays`, retentionDays, 1, MAX_RETENTION_DAYS, "days");
  requireWhole(scope, `${prop}.hourOfDay`, hourOfDay, 0, 23, "hours");
  // 28, because OCI skips a month that lacks the day.
  requireWhole(scope, `${prop}.dayOfMonth`, dayOfMonth, 1, 28, "days");
  const refuse = (part: keyof SnapshotSchedule, because: string, fix: string) =>
    new PropsError(scope, { prop: `${prop}.${part}`, got: schedule[part], because, fix });
  if (period === "HOURLY" && schedule.hourOfDay !== undefined) {
    throw refuse("hourOfDay", "it is not for HOURLY", "leave hourOfDay out");
  }
  const needed: readonly string[] = NEEDS[period];
  for (const part of ["dayOfWeek", "dayOfMonth", "month"] as const) {
    const given = schedule[part] !== undefined;
    if (given !== needed.includes(part)) {
      throw given
        ? refuse(part, `it is not for ${period}`, `leave ${part} out`)
        : refuse(part, `${period} needs it, or OCI chooses one`, `set ${part}`);
    }
  }
}
