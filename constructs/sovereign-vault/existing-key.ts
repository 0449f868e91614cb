import type { IConstruct } from "constructs";
import { parseOcid, type Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { PropsError, requireOcid, requireOciInside } from "../validation";
import type { IMasterEncryptionKey } from "./master-encryption-key";

export interface ExistingKeyProps {
  /** OCID of the key, written out: a key whose OCID is not in the file proves no region. */
  readonly keyId: string;
  /** OCID of the key's compartment. */
  readonly compartmentId: string;
  /**
   * Region where the key is used, where that is another than the one in its OCID: a replicated vault
   * keeps the OCIDs of its source.
   * @default the region in the OCID
   */
  readonly replicaRegion?: Region | string;
}

/**
 * A key that another stack made, by its OCID.
 *
 * @throws PropsError when the OCID is no key's, or when the key or its replica lies outside
 */
export function existingKey(scope: IConstruct, props: ExistingKeyProps): IMasterEncryptionKey {
  const { jurisdiction } = GuardedStack.guarding(scope);
  requireOcid(scope, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  const ocid = parseOcid(props.keyId);
  if (ocid.value?.type !== "key" || ocid.proof.proves !== "region") {
    throw new PropsError(scope, {
      prop: "keyId",
      got: props.keyId,
      because: "it is no OCID of a key with a region that is known",
      fix: "write the key's OCID out, as ocid1.key.oc1.<region>.…",
    });
  }
  const home = requireOciInside(scope, "keyId", ocid.proof.region, jurisdiction);
  const region =
    props.replicaRegion === undefined
      ? home
      : requireOciInside(scope, "replicaRegion", props.replicaRegion, jurisdiction);
  return { keyId: props.keyId, compartmentId: props.compartmentId, region };
}
