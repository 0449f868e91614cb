import { KmsKey } from "@cdktf/provider-oci/lib/kms-key";
import { KmsKeyVersion } from "@cdktf/provider-oci/lib/kms-key-version";
import type { KmsVault } from "@cdktf/provider-oci/lib/kms-vault";
import type { KmsVaultReplication } from "@cdktf/provider-oci/lib/kms-vault-replication";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { PropsError } from "../validation";

/** A master encryption key that other constructs encrypt with. */
export interface IMasterEncryptionKey {
  /** OCID of the key, or the token that Terraform replaces by it. */
  readonly keyId: string;
  /** Compartment of the key: statements that let a service use it name that. */
  readonly compartmentId: string;
  /** Region of the key; what it encrypts must lie in the same. */
  readonly region: Region;
  /** Whether OCI rotates the key by itself. @default not known, as of a key that another stack made */
  readonly isAutoRotationEnabled?: boolean;
  /** Versions that the code adds to the first one, by construct id. @default not known */
  readonly addedVersions?: readonly string[];
  /**
   * What must be there before anything is encrypted with the key, beside the key itself: for a replica
   * the replication of its vault.
   * @default nothing
   */
  readonly dependables?: readonly ITerraformDependable[];
  /**
   * The same key, with the same OCID, in the region that its vault is replicated to.
   *
   * @throws PropsError where the vault has no replica
   */
  inReplica?(): IMasterEncryptionKey;
}

/** Made by `SovereignVault.addKey`. */
export interface MasterEncryptionKeyProps {
  readonly vault: KmsVault;
  readonly provider: TerraformProvider;
  readonly region: Region;
  readonly compartmentId: string;
  readonly displayName: string;
  /** Days between two rotations; undefined where OCI does not rotate the key by itself. */
  readonly rotationIntervalDays: number | undefined;
  /** Whether the vault could rotate the key by itself: no other takes the argument. */
  readonly canRotate: boolean;
  /** Id of the key in the external key manager; undefined where Oracle's own module holds it. */
  readonly externalKeyId?: string | undefined;
  readonly deletionProtection: boolean;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
  /** The vault's replica, where it has one. */
  readonly replica?:
    | { readonly region: Region; readonly replication: KmsVaultReplication }
    | undefined;
}

/** An AES-256 key that never leaves its hardware security module, or key manager, in the clear. */
export class MasterEncryptionKey extends Construct implements IMasterEncryptionKey {
  readonly keyId: string;
  readonly compartmentId: string;
  readonly region: Region;
  readonly isAutoRotationEnabled: boolean;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: KmsKey;

  private readonly props: MasterEncryptionKeyProps;
  private readonly versions: string[] = [];

  constructor(scope: Construct, id: string, props: MasterEncryptionKeyProps) {
    super(scope, id);
    this.props = props;
    this.region = props.region;
    this.compartmentId = props.compartmentId;
    this.isAutoRotationEnabled = props.rotationIntervalDays !== undefined;
    this.resource = new KmsKey(this, "key", {
      provider: props.provider,
      compartmentId: props.compartmentId,
      displayName: props.displayName,
      managementEndpoint: props.vault.managementEndpoint,
      ...(props.externalKeyId === undefined
        ? { protectionMode: "HSM" }
        : {
            protectionMode: "EXTERNAL",
            externalKeyReference: { externalKeyId: props.externalKeyId },
          }),
      // 32 bytes: AES-256.
      keyShape: { algorithm: "AES", length: 32 },
      ...(props.rotationIntervalDays === undefined
        ? props.canRotate
          ? { isAutoRotationEnabled: false }
          : {}
        : {
            isAutoRotationEnabled: true,
            autoKeyRotationDetails: { rotationIntervalInDays: props.rotationIntervalDays },
          }),
      ...(props.freeformTags === undefined ? {} : { freeformTags: props.freeformTags }),
      lifecycle: { preventDestroy: props.deletionProtection },
    });
    this.keyId = this.resource.id;
  }

  get addedVersions(): readonly string[] {
    return this.versions;
  }

  /**
   * The same key in the region of the vault's replica: what Oracle's services there encrypt with. OCI
   * copies vault and key under the same OCIDs, and keeps copying what changes.
   *
   * @throws PropsError where the vault has no replica
   */
  inReplica(): IMasterEncryptionKey {
    const { replica } = this.props;
    if (replica === undefined) {
      throw new PropsError(this, {
        prop: "replicaRegion",
        got: undefined,
        because: "the key's vault is not replicated, so that the key is in its own region only",
        fix: "give the vault a replicaRegion, or make a key in a vault of the other region",
      });
    }
    return {
      keyId: this.keyId,
      compartmentId: this.compartmentId,
      region: replica.region,
      isAutoRotationEnabled: this.isAutoRotationEnabled,
      addedVersions: this.versions,
      dependables: [replica.replication],
    };
  }

  /**
   * Rotates the key when the plan is applied: the rotation that default and external vaults have, as
   * they do not rotate by themselves. What the earlier versions encrypted can still be read.
   *
   * A version stays in the code once it is made; another rotation is another version.
   *
   * @param id unique in the key, as `2027-01`
   * @param externalKeyVersionId id of the version in the external key manager, for an external key
   * @throws PropsError for an external key without that id, and for any other key with one
   */
  addVersion(id: string, externalKeyVersionId?: string): KmsKeyVersion {
    const isExternal = this.props.externalKeyId !== undefined;
    if (isExternal !== (externalKeyVersionId !== undefined)) {
      throw new PropsError(this, {
        prop: "externalKeyVersionId",
        got: externalKeyVersionId,
        because: isExternal
          ? "the key manager makes the versions of its keys, and OCI refers to one"
          : "OCI makes the versions of a key that its own module holds",
        fix: isExternal ? "rotate the key there, and write the version's id" : "leave it out",
      });
    }
    this.versions.push(id);
    return new KmsKeyVersion(this, id, {
      provider: this.props.provider,
      keyId: this.keyId,
      managementEndpoint: this.props.vault.managementEndpoint,
      ...(externalKeyVersionId === undefined ? {} : { externalKeyVersionId }),
      lifecycle: { preventDestroy: this.props.deletionProtection },
    });
  }
}
