import { KmsVault } from "@cdktf/provider-oci/lib/kms-vault";
import { KmsVaultReplication } from "@cdktf/provider-oci/lib/kms-vault-replication";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { ServicePolicies } from "../service-policies";
import { PropsError, requireOcid, requireOciInside, requireWhole } from "../validation";
import { checkVaultType, requireExternalKeyId } from "./check-vault";
import { checkKeyManager, clientSecretVariable, KeyManagerLink } from "./external-key-manager";
import type { ExternalKeyManagerProps, KeyManagerAccess } from "./external-key-manager-props";
import { MasterEncryptionKey } from "./master-encryption-key";
import type { AddKeyProps, SovereignVaultProps, VaultType } from "./vault-props";

/** Shortest and longest interval, days. Source: OCI API, AutoKeyRotationDetails. */
const ROTATION_DAYS = { min: 60, max: 365, default: 90 } as const;

/**
 * A vault whose master keys are protected by a hardware security module, Oracle's or your own, in one
 * allowed region, with a replica in another allowed region or none.
 */
export class SovereignVault extends Construct {
  readonly region: Region;
  readonly vaultType: VaultType;
  /** OCID of the vault, or the token that Terraform replaces by it. */
  readonly vaultId: string;
  /** Compartment of the vault. */
  readonly compartmentId: string;
  /** Region of the replica, where there is one. */
  readonly replicaRegion: Region | undefined;
  /** The replication to that region: what is used there waits for it, as `key.inReplica()` lets it. */
  readonly replication: KmsVaultReplication | undefined;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: KmsVault;

  private readonly provider: TerraformProvider;
  private readonly props: SovereignVaultProps;

  /**
   * @throws PropsError when a region or the key manager lies outside, when a vault is asked for what
   *   only one of another type can do, or when the rotation interval is out of range
   */
  constructor(scope: Construct, id: string, props: SovereignVaultProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    this.props = props;
    this.region = requireOciInside(
      this,
      "region",
      props.region ?? stack.region,
      stack.jurisdiction,
    );
    this.vaultType =
      props.vaultType ?? (props.externalKeyManager === undefined ? "VIRTUAL_PRIVATE" : "EXTERNAL");
    this.compartmentId = props.compartmentId;
    requireOcid(this, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
    checkVaultType(this, this.vaultType, props.externalKeyManager);
    this.checkRotation(props.rotationIntervalDays);
    this.replicaRegion = this.checkReplica(stack);
    this.provider = stack.providerFor(this.region);
    this.resource = this.addVault();
    this.vaultId = this.resource.id;
    this.replication =
      this.replicaRegion === undefined ? undefined : this.replicate(this.replicaRegion);
  }

  /**
   * Adds an AES-256 key that its hardware security module protects, or, in an external vault, the
   * reference to a key of the key manager.
   *
   * @throws PropsError when the rotation interval is out of range or given for a key that does not
   *   rotate, the vault cannot rotate, or the key's id in the key manager is missing or stands where
   *   there is no key manager
   */
  addKey(id: string, props: AddKeyProps = {}): MasterEncryptionKey {
    this.checkRotation(props.rotationIntervalDays);
    this.checkKeyRotation(props);
    requireExternalKeyId(this, this.vaultType, props.externalKeyId);
    const compartmentId = props.compartmentId ?? this.props.compartmentId;
    requireOcid(this, "compartmentId", compartmentId, ["compartment", "tenancy"]);
    const interval = props.rotationIntervalDays ?? this.props.rotationIntervalDays;
    const { replicaRegion, replication } = this;
    const rotates = props.rotation ?? this.vaultType === "VIRTUAL_PRIVATE";
    return new MasterEncryptionKey(this, id, {
      vault: this.resource,
      provider: this.provider,
      region: this.region,
      compartmentId,
      displayName: props.displayName ?? id,
      rotationIntervalDays: rotates ? (interval ?? ROTATION_DAYS.default) : undefined,
      canRotate: this.vaultType === "VIRTUAL_PRIVATE",
      replica:
        replicaRegion === undefined || replication === undefined
          ? undefined
          : { region: replicaRegion, replication },
      externalKeyId: props.externalKeyId,
      deletionProtection: this.props.deletionProtection ?? true,
      freeformTags: this.props.freeformTags,
    });
  }

  private checkRotation(days: number | undefined): void {
    if (days === undefined) {
      return;
    }
    requireWhole(this, "rotationIntervalDays", days, ROTATION_DAYS.min, ROTATION_DAYS.max, "days");
    if (this.vaultType !== "VIRTUAL_PRIVATE") {
      throw new PropsError(this, {
        prop: "rotationIntervalDays",
        got: days,
        because: "OCI rotates keys by itself in virtual private vaults only",
        fix: 'set vaultType to "VIRTUAL_PRIVATE", or leave rotationIntervalDays out and add versions with addVersion',
      });
    }
  }

  private checkKeyRotation({ rotation, rotationIntervalDays }: AddKeyProps): void {
    if (rotation === true && this.vaultType !== "VIRTUAL_PRIVATE") {
      throw new PropsError(this, {
        prop: "rotation",
        got: true,
        because: "OCI rotates keys by itself in virtual private vaults only",
        fix: 'set vaultType to "VIRTUAL_PRIVATE", or leave rotation out and add versions with addVersion',
      });
    }
    if (rotation === false && rotationIntervalDays !== undefined) {
      throw new PropsError(this, {
        prop: "rotationIntervalDays",
        got: rotationIntervalDays,
        because: "rotation is false, so that nothing happens every so many days",
        fix: "leave one of the two out",
      });
    }
  }

  private checkReplica(stack: GuardedStack): Region | undefined {
    if (this.props.replicaRegion === undefined) {
      return undefined;
    }
    const replica = requireOciInside(
      this,
      "replicaRegion",
      this.props.replicaRegion,
      stack.jurisdiction,
    );
    const refuse = (because: string, fix: string) =>
      new PropsError(this, { prop: "replicaRegion", got: replica.id, because, fix });
    if (replica === this.region) {
      throw refuse(
        "the vault itself lies there",
        "name another allowed region, or leave replicaRegion out",
      );
    }
    if (replica.realm !== this.region.realm) {
      throw refuse(
        `a vault is replicated inside its own realm, ${this.region.realm.id}, only`,
        "name an allowed region of that realm",
      );
    }
    if (this.vaultType === "DEFAULT") {
      throw refuse(
        "the OCI provider replicates virtual private vaults only",
        'set vaultType to "VIRTUAL_PRIVATE", or leave replicaRegion out',
      );
    }
    return replica;
  }

  private addVault(): KmsVault {
    const { externalKeyManager, ...props } = this.props;
    return new KmsVault(this, "vault", {
      provider: this.provider,
      compartmentId: props.compartmentId,
      displayName: props.displayName,
      vaultType: this.vaultType,
      ...(externalKeyManager === undefined
        ? {}
        : { externalKeyManagerMetadata: this.keyManagerMetadata(externalKeyManager) }),
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
  }

  private keyManagerMetadata(manager: ExternalKeyManagerProps) {
    const link = this.link("key-manager", manager, manager, "externalKeyManager", this.region);
    checkKeyManager(this, manager);
    return {
      externalVaultEndpointUrl: manager.vaultUrl,
      privateEndpointId: link.resource.id,
      oauthMetadata: {
        clientAppId: manager.clientAppId,
        clientAppSecret: clientSecretVariable(this).stringValue,
        idcsAccountNameUrl: manager.identityDomainUrl,
      },
    };
  }

  private link(
    id: string,
    manager: ExternalKeyManagerProps,
    access: KeyManagerAccess,
    prop: string,
    region: Region,
  ): KeyManagerLink {
    return new KeyManagerLink(this, id, {
      manager,
      access,
      prop,
      region,
      compartmentId: this.props.compartmentId,
      displayName: `${this.props.displayName}-${id}`,
      freeformTags: this.props.freeformTags,
    });
  }

  private replicate(replica: Region): KmsVaultReplication {
    const policy = ServicePolicies.of(this).allow(
      `Allow service keymanagementservice to manage vaults in compartment id ${this.props.compartmentId}`,
    );
    return new KmsVaultReplication(this, "replication", {
      provider: this.provider,
      vaultId: this.resource.id,
      replicaRegion: replica.id,
      ...this.replicaMetadata(replica),
      dependsOn: [policy],
    });
  }

  private replicaMetadata(replica: Region) {
    const manager = this.props.externalKeyManager;
    if (manager === undefined) {
      return {};
    }
    const access = manager.replicaAccess;
    if (access === undefined) {
      throw new PropsError(this, {
        prop: "externalKeyManager.replicaAccess",
        got: undefined,
        because: `the Vault service of ${replica.id} asks the key manager by itself`,
        fix: `write the way to it from a subnet of ${replica.id}, or leave replicaRegion out`,
      });
    }
    const prop = "externalKeyManager.replicaAccess";
    const link = this.link("replica-key-manager", manager, access, prop, replica);
    return {
      replicaVaultMetadata: {
        vaultType: this.vaultType,
        privateEndpointId: link.resource.id,
        idcsAccountNameUrl: access.identityDomainUrl,
      },
    };
  }
}
