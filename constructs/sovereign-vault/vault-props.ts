import type { Region } from "../../jurisdiction";
import type { ExternalKeyManagerProps } from "./external-key-manager-props";

/**
 * What kind of vault holds the keys.
 *
 * - `VIRTUAL_PRIVATE`: an isolated partition of the hardware security module; can rotate keys by
 *   itself and can be replicated. Billed by the hour, and a tenancy's limit for it may be 0.
 * - `DEFAULT`: a partition shared with other tenants' vaults; neither of both.
 * - `EXTERNAL`: the keys stay in a key manager of your own, which Oracle asks to encrypt and decrypt
 *   and of whose keys it holds references only.
 */
export type VaultType = "VIRTUAL_PRIVATE" | "DEFAULT" | "EXTERNAL";

export interface SovereignVaultProps {
  /** OCID of the compartment of the vault and its keys. */
  readonly compartmentId: string;
  readonly displayName: string;
  /** @default the stack's region */
  readonly region?: Region | string;
  /** @default "EXTERNAL" with `externalKeyManager`, otherwise "VIRTUAL_PRIVATE" */
  readonly vaultType?: VaultType;
  /**
   * Days between two automatic rotations of each key: 60 to 365.
   *
   * Source: OCI Key Management, automatic key rotation; virtual private vaults only.
   * @default 90 in a virtual private vault; the others do not rotate by themselves, see
   *   `MasterEncryptionKey.addVersion`
   */
  readonly rotationIntervalDays?: number;
  /**
   * Another allowed region that gets a copy of the vault and its keys, under the same OCIDs. OCI
   * allows one replica a vault.
   * @default none
   */
  readonly replicaRegion?: Region | string;
  /**
   * The key manager that holds the keys of an external vault. An external vault needs it, the others
   * refuse it.
   * @default none
   */
  readonly externalKeyManager?: ExternalKeyManagerProps;
  /**
   * Makes Terraform refuse to destroy the vault and its keys: whatever they encrypted is lost with
   * them.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}

export interface AddKeyProps {
  /** @default the key's construct id */
  readonly displayName?: string;
  /** OCID. @default the vault's compartment */
  readonly compartmentId?: string;
  /** Days, 60 to 365. @default the vault's interval */
  readonly rotationIntervalDays?: number;
  /**
   * Whether OCI rotates the key by itself. Set it to false for the keys of block volumes, which take
   * keys of a single version: `RegionLockedBlockVolume` refuses another. Source: OCI documentation,
   * "Managing Vault Encryption Keys for Block Volume", "Rotating the Encryption Key".
   * @default true in a virtual private vault, false in the others
   */
  readonly rotation?: boolean;
  /**
   * Id of an AES key of the external key manager. Each key of an external vault needs one, the keys
   * of the other vaults refuse it.
   * @default none
   */
  readonly externalKeyId?: string;
}
