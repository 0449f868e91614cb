import type { IConstruct } from "constructs";
import { PropsError } from "../validation";
import type { ExternalKeyManagerProps } from "./external-key-manager-props";
import type { VaultType } from "./vault-props";

/**
 * Checks that an external vault, and no other, has a key manager.
 *
 * @throws PropsError where it does not fit
 */
export function checkVaultType(
  scope: IConstruct,
  vaultType: VaultType,
  manager: ExternalKeyManagerProps | undefined,
): void {
  if (vaultType === "EXTERNAL" && manager === undefined) {
    throw new PropsError(scope, {
      prop: "externalKeyManager",
      got: undefined,
      because: "an external vault holds references to the keys of a key manager of your own",
      fix: "write how it is reached and where it stands, or leave vaultType out",
    });
  }
  if (vaultType !== "EXTERNAL" && manager !== undefined) {
    throw new PropsError(scope, {
      prop: "vaultType",
      got: vaultType,
      because: "only an external vault uses a key manager of your own",
      fix: "leave vaultType out, or leave externalKeyManager out",
    });
  }
}

/**
 * Checks that a key of an external vault, and no other, names its key in the key manager.
 *
 * @throws PropsError where it does not fit
 */
export function requireExternalKeyId(
  scope: IConstruct,
  vaultType: VaultType,
  externalKeyId: string | undefined,
): void {
  if (vaultType === "EXTERNAL" && (externalKeyId === undefined || externalKeyId.trim() === "")) {
    throw new PropsError(scope, {
      prop: "externalKeyId",
      got: externalKeyId,
      because: "a key of an external vault is a reference to an AES key of the key manager",
      fix: "make the key there, and write its id",
    });
  }
  if (vaultType !== "EXTERNAL" && externalKeyId !== undefined) {
    throw new PropsError(scope, {
      prop: "externalKeyId",
      got: externalKeyId,
      because: `OCI itself makes the keys of a vault of type ${vaultType}`,
      fix: "leave externalKeyId out, or give the vault an externalKeyManager",
    });
  }
}
