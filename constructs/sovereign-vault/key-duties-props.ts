import type { MasterEncryptionKey } from "./master-encryption-key";
import type { SovereignVault } from "./sovereign-vault";

export interface KeyDutiesProps {
  readonly vault: SovereignVault;
  /**
   * The keys that `users` may use and `associators` may attach, all of them keys of `vault`.
   */
  readonly keys: readonly MasterEncryptionKey[];
  /**
   * OCIDs of the groups that make, enable, disable and rotate keys, and cannot encrypt, decrypt or
   * export with one.
   */
  readonly administrators: readonly string[];
  /**
   * OCIDs of the groups that encrypt and decrypt with the keys, and change none.
   * @default nobody; services have statements of their own
   */
  readonly users?: readonly string[];
  /**
   * OCIDs of the groups that may attach a key to a bucket, a volume or another resource of theirs.
   * @default nobody
   */
  readonly associators?: readonly string[];
  /**
   * OCIDs of the groups that make, change and expire secrets in the vault's compartment, and cannot
   * read what is in one.
   * @default nobody
   */
  readonly secretAdministrators?: readonly string[];
  /**
   * The key of `vault` that encrypts its secrets: whoever makes a secret encrypts with it. Give secrets
   * a key of their own, so that this says nothing of other data. Needed with `secretAdministrators`.
   * @default none
   */
  readonly secretKey?: MasterEncryptionKey;
  /**
   * OCIDs of the groups that read the secrets of the vault's compartment.
   * @default nobody
   */
  readonly secretReaders?: readonly string[];
  /**
   * Lets administrators schedule the deletion of keys and vaults, and with it of whatever the keys
   * encrypted.
   * @default false: the tenancy's administrators do that
   */
  readonly administratorsMayDelete?: boolean;
  /**
   * Name of the network source that every request must come from.
   * @default any address
   */
  readonly networkSourceName?: string;
  /** @default `<stack's id>-<construct's id>` */
  readonly policyName?: string;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
