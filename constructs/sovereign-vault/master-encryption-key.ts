import { KmsKey } from "@cdktf/provider-oci/lib/kms-key";
import type { KmsVault } from "@cdktf/provider-oci/lib/kms-vault";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";

/** A master encryption key that other constructs encrypt with. */
export interface IMasterEncryptionKey {
  /** OCID of the key, or the token that Terraform replaces by it. */
  readonly keyId: string;
  /** Compartment of the key: statements that let a service use it name that. */
  readonly compartmentId: string;
  /** Region of the key; what it encrypts must lie in the same. */
  readonly region: Region;
}

/** Made by `SovereignVault.addKey`. */
export interface MasterEncryptionKeyProps {
  readonly vault: KmsVault;
  readonly provider: TerraformProvider;
  readonly region: Region;
  readonly compartmentId: string;
  readonly displayName: string;
  /** Days between two rotations; undefined where the vault cannot rotate by itself. */
  readonly rotationIntervalDays: number | undefined;
  readonly deletionProtection: boolean;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/** An AES-256 key that never leaves its hardware security module in the clear. */
export class MasterEncryptionKey extends Construct implements IMasterEncryptionKey {
  readonly keyId: string;
  readonly compartmentId: string;
  readonly region: Region;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: KmsKey;

  constructor(scope: Construct, id: string, props: MasterEncryptionKeyProps) {
    super(scope, id);
    this.region = props.region;
    this.compartmentId = props.compartmentId;
    this.resource = new KmsKey(this, "key", {
      provider: props.provider,
      compartmentId: props.compartmentId,
      displayName: props.displayName,
      managementEndpoint: props.vault.managementEndpoint,
      protectionMode: "HSM",
      // 32 bytes: AES-256.
      keyShape: { algorithm: "AES", length: 32 },
      ...(props.rotationIntervalDays === undefined
        ? {}
        : {
            isAutoRotationEnabled: true,
            autoKeyRotationDetails: { rotationIntervalInDays: props.rotationIntervalDays },
          }),
      ...(props.freeformTags === undefined ? {} : { freeformTags: props.freeformTags }),
      lifecycle: { preventDestroy: props.deletionProtection },
    });
    this.keyId = this.resource.id;
  }
}
