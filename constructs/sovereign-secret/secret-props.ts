import type { MasterEncryptionKey, SovereignVault } from "../sovereign-vault";
import type { SecretGeneration } from "./secret-generation";

/** A copy of the secret in another allowed region. */
export interface SecretReplica {
  /** Vault in another region than the secret's; it says which. */
  readonly vault: SovereignVault;
  /** Key of that vault. */
  readonly key: MasterEncryptionKey;
}

/** What OCI hands each new content to. */
export interface SecretRotation {
  /** Days between two rotations: 1 to 360. Source: OCI API, RotationConfig. */
  readonly intervalDays: number;
  /** OCID of the autonomous database, in the secret's region, whose password the secret is. */
  readonly autonomousDatabaseId?: string;
  /** OCID of the function, in the secret's region, that changes the target system. */
  readonly functionId?: string;
}

export interface SovereignSecretProps {
  readonly vault: SovereignVault;
  /** Key of `vault` that encrypts the secret. */
  readonly key: MasterEncryptionKey;
  /** Unique in the vault: letters, digits, hyphens, underscores and periods, at most 255. */
  readonly name: string;
  /** OCID. @default the vault's compartment */
  readonly compartmentId?: string;
  /** @default none */
  readonly description?: string;
  /** What OCI generates. @default a passphrase */
  readonly generate?: SecretGeneration;
  /**
   * Days that a version may be used: 1 to 90. The days begin anew with each version. Source: OCI API,
   * SecretExpiryRule.
   * @default without end
   */
  readonly versionExpiryDays?: number;
  /**
   * RFC 3339 instant from which the secret may not be used, 1 to 365 days after the deployment.
   * @default never
   */
  readonly expiresAt?: string;
  /** Gives an expired content to nobody. @default true */
  readonly blockExpired?: boolean;
  /** @default rotated by hand */
  readonly rotation?: SecretRotation;
  /** At most 3, each in a region of its own. @default none */
  readonly replicas?: readonly SecretReplica[];
  /** Makes Terraform refuse to destroy the secret. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
