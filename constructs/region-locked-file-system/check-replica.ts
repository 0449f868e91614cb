import type { IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import {
  PropsError,
  requireAvailabilityDomainIn,
  requireKeyIn,
  requireOcidIn,
  requireWhole,
} from "../validation";
import type { RegionLockedFileSystemProps } from "./file-system-props";

/** A day; OCI documents the shortest interval only. */
const INTERVAL = { min: 15, max: 1440 } as const;

/**
 * Checks the replication to `replicaRegion`.
 *
 * @throws PropsError for a target that is neither made nor named, and for one in the wrong place
 */
export function checkReplica(
  scope: IConstruct,
  props: RegionLockedFileSystemProps,
  region: Region,
  replica: Region | undefined,
): void {
  const { replicaAvailabilityDomain, replicaFileSystemId, replicaKey } = props;
  const given = Object.entries({
    replicaAvailabilityDomain,
    replicaFileSystemId,
    replicaKey,
    replicationIntervalMinutes: props.replicationIntervalMinutes,
  }).filter(([, value]) => value !== undefined);
  if (replica === undefined) {
    const [prop] = given[0] ?? [];
    if (prop !== undefined) {
      throw new PropsError(scope, {
        prop: "replicaRegion",
        got: undefined,
        because: `${prop} is given, and nothing says where the replica may lie`,
        fix: `name the allowed region of the replica, or leave ${prop} out`,
      });
    }
    return;
  }
  if (replica.realm !== region.realm) {
    throw new PropsError(scope, {
      prop: "replicaRegion",
      got: replica.id,
      because: `a file system is replicated inside its own realm, ${region.realm.id}, only`,
      fix: "name an allowed region of that realm",
    });
  }
  const { replicationIntervalMinutes: minutes = 60 } = props;
  requireWhole(scope, "replicationIntervalMinutes", minutes, INTERVAL.min, INTERVAL.max, "minutes");
  if (replicaFileSystemId !== undefined) {
    checkNamedTarget(scope, props, replicaFileSystemId, replica);
    return;
  }
  if (replicaAvailabilityDomain === undefined || replicaKey === undefined) {
    throw new PropsError(scope, {
      prop: replicaKey === undefined ? "replicaKey" : "replicaAvailabilityDomain",
      got: undefined,
      because: `the target in ${replica.id} is made with a key and an availability domain of that region`,
      fix: "give both, or name an existing target by replicaFileSystemId",
    });
  }
  requireAvailabilityDomainIn(
    scope,
    "replicaAvailabilityDomain",
    replicaAvailabilityDomain,
    replica,
  );
  requireKeyIn(scope, "replicaKey", replicaKey, replica, "a file system");
}

function checkNamedTarget(
  scope: IConstruct,
  props: RegionLockedFileSystemProps,
  replicaFileSystemId: string,
  replica: Region,
): void {
  requireOcidIn(scope, "replicaFileSystemId", replicaFileSystemId, ["filesystem"], replica);
  for (const prop of ["replicaAvailabilityDomain", "replicaKey"] as const) {
    if (props[prop] !== undefined) {
      throw new PropsError(scope, {
        prop,
        got: prop === "replicaKey" ? "a key" : props[prop],
        because: "replicaFileSystemId names a target that is made already",
        fix: `leave ${prop} out, or leave replicaFileSystemId out`,
      });
    }
  }
}
