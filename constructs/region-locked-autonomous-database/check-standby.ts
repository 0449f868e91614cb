import type { IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import type { IMasterEncryptionKey } from "../sovereign-vault";
import { PropsError, requireKeyIn, requireNsgsIn, requireOcidIn } from "../validation";
import type { RegionLockedAutonomousDatabaseProps } from "./autonomous-database-props";

/** What a standby in another region needs. */
export interface Standby {
  readonly region: Region;
  readonly key: IMasterEncryptionKey;
  readonly subnetId: string;
  readonly nsgIds: readonly string[];
}

const STANDBY_PROPS = [
  "standbyType",
  "standbyKey",
  "standbySubnetId",
  "standbyNsgIds",
  "replicateBackups",
] as const;

/**
 * Checks the standby in `standbyRegion`.
 *
 * @throws PropsError for a part that is missing or lies in another region
 */
export function checkStandby(
  scope: IConstruct,
  props: RegionLockedAutonomousDatabaseProps,
  region: Region,
  standby: Region | undefined,
): Standby | undefined {
  if (standby === undefined) {
    const given = STANDBY_PROPS.find((prop) => props[prop] !== undefined);
    if (given !== undefined) {
      throw new PropsError(scope, {
        prop: "standbyRegion",
        got: undefined,
        because: `${given} is given, and nothing says where the standby may lie`,
        fix: `name the allowed region of the standby, or leave ${given} out`,
      });
    }
    return undefined;
  }
  checkStandbyRegion(scope, region, standby);
  const { standbyKey = props.key.inReplica?.(), standbyNsgIds, standbySubnetId } = props;
  if (standbyKey === undefined || standbySubnetId === undefined || standbyNsgIds === undefined) {
    const missing =
      standbyKey === undefined
        ? "standbyKey"
        : standbySubnetId === undefined
          ? "standbySubnetId"
          : "standbyNsgIds";
    throw new PropsError(scope, {
      prop: missing,
      got: undefined,
      because: `the standby in ${standby.id} has a key and a private endpoint of that region`,
      fix: "give standbyKey, standbySubnetId and standbyNsgIds",
    });
  }
  requireKeyIn(scope, "standbyKey", standbyKey, standby, "a standby");
  if (standbyKey.keyId !== props.key.keyId) {
    throw new PropsError(scope, {
      prop: "standbyKey",
      got: "another key",
      because: "a standby is encrypted with the database's own key, in the replica of its vault",
      fix: `replicate the vault to ${standby.id}, and give the key with the same OCID and that region`,
    });
  }
  requireOcidIn(scope, "standbySubnetId", standbySubnetId, ["subnet"], standby);
  requireNsgsIn(scope, "standbyNsgIds", standbyNsgIds, standby);
  return { region: standby, key: standbyKey, subnetId: standbySubnetId, nsgIds: standbyNsgIds };
}

function checkStandbyRegion(scope: IConstruct, region: Region, standby: Region): void {
  if (standby === region) {
    throw new PropsError(scope, {
      prop: "standbyRegion",
      got: standby.id,
      because: "the database itself lies there",
      fix: "set localStandby for a standby in the same region, or name another allowed region",
    });
  }
  if (standby.realm !== region.realm) {
    throw new PropsError(scope, {
      prop: "standbyRegion",
      got: standby.id,
      because: `a standby lies in the database's own realm, ${region.realm.id}, only`,
      fix: "name an allowed region of that realm",
    });
  }
}
