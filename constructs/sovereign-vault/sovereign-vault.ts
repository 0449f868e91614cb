import { KmsVault } from "@cdktf/provider-oci/lib/kms-vault";
import { KmsVaultReplication } from "@cdktf/provider-oci/lib/kms-vault-replication";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { ServicePolicies } from "../service-policies";
import { PropsError, requireOcid, requireOciInside, requireWhole } from "../validation";
import { MasterEncryptionKey } from "./master-encryption-key";

/**
 * What kind of vault holds the keys.
 *
 * - `VIRTUAL_PRIVATE`: an isolated partition of the hardware security module; can rotate keys by
 *   itself and can be replicated. Billed by the hour, and a tenancy's limit for it may be 0.
 * - `DEFAULT`: a partition shared with other tenants' vaults; neither of both.
 */
export type VaultType = "VIRTUAL_PRIVATE" | "DEFAULT";

export interface SovereignVaultProps {
  /** OCID of the compartment of the vault and its keys. */
  readonly compartmentId: string;
  readonly displayName: string;
  /** @default the stack's region */
  readonly region?: Region | string;
  /** @default "VIRTUAL_PRIVATE" */
  readonly vaultType?: VaultType;
  /**
   * Days between two automatic rotations of each key: 60 to 365.
   *
   * Source: OCI Key Management, automatic key rotation; virtual private vaults only.
   * @default 90 in a virtual private vault; a default vault does not rotate by itself
   */
  readonly rotationIntervalDays?: number;
  /**
   * Another allowed region that gets a copy of the vault and its keys, under the same OCIDs. OCI
   * allows one replica a vault.
   * @default none
   */
  readonly replicaRegion?: Region | string;
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
}

/** Shortest and longest interval, days. Source: OCI API, AutoKeyRotationDetails. */
const ROTATION_DAYS = { min: 60, max: 365, default: 90 } as const;

/**
 * A vault whose master keys are protected by a hardware security module, in one allowed region, with
 * a replica in another allowed region or none.
 */
export class SovereignVault extends Construct {
  readonly region: Region;
  readonly vaultType: VaultType;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: KmsVault;

  private readonly provider: TerraformProvider;
  private readonly props: SovereignVaultProps;

  /**
   * @throws PropsError when a region lies outside, when a default vault is asked for what only a
   *   virtual private one can do, or when the rotation interval is out of range
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
    this.vaultType = props.vaultType ?? "VIRTUAL_PRIVATE";
    requireOcid(this, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
    this.checkRotation(props.rotationIntervalDays);
    this.provider = stack.providerFor(this.region);
    this.resource = new KmsVault(this, "vault", {
      provider: this.provider,
      compartmentId: props.compartmentId,
      displayName: props.displayName,
      vaultType: this.vaultType,
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    if (props.replicaRegion !== undefined) {
      this.replicate(props.replicaRegion, stack);
    }
  }

  /**
   * Adds an AES-256 key that its hardware security module protects.
   *
   * @throws PropsError when the rotation interval is out of range, or the vault cannot rotate
   */
  addKey(id: string, props: AddKeyProps = {}): MasterEncryptionKey {
    this.checkRotation(props.rotationIntervalDays);
    const compartmentId = props.compartmentId ?? this.props.compartmentId;
    requireOcid(this, "compartmentId", compartmentId, ["compartment", "tenancy"]);
    const rotation = props.rotationIntervalDays ?? this.props.rotationIntervalDays;
    return new MasterEncryptionKey(this, id, {
      vault: this.resource,
      provider: this.provider,
      region: this.region,
      compartmentId,
      displayName: props.displayName ?? id,
      rotationIntervalDays:
        this.vaultType === "VIRTUAL_PRIVATE" ? (rotation ?? ROTATION_DAYS.default) : undefined,
      deletionProtection: this.props.deletionProtection ?? true,
      freeformTags: this.props.freeformTags,
    });
  }

  private checkRotation(days: number | undefined): void {
    if (days === undefined) {
      return;
    }
    requireWhole(this, "rotationIntervalDays", days, ROTATION_DAYS.min, ROTATION_DAYS.max, "days");
    if (this.vaultType === "DEFAULT") {
      throw new PropsError(this, {
        prop: "rotationIntervalDays",
        got: days,
        because: "OCI rotates keys by itself in virtual private vaults only",
        fix: 'set vaultType to "VIRTUAL_PRIVATE", or leave rotationIntervalDays out and rotate by hand',
      });
    }
  }

  private replicate(value: Region | string, stack: GuardedStack): void {
    const replica = requireOciInside(this, "replicaRegion", value, stack.jurisdiction);
    if (replica === this.region) {
      throw new PropsError(this, {
        prop: "replicaRegion",
        got: replica.id,
        because: "the vault itself lies there",
        fix: "name another allowed region, or leave replicaRegion out",
      });
    }
    if (replica.realm !== this.region.realm) {
      throw new PropsError(this, {
        prop: "replicaRegion",
        got: replica.id,
        because: `a vault is replicated inside its own realm, ${this.region.realm.id}, only`,
        fix: "name an allowed region of that realm",
      });
    }
    if (this.vaultType === "DEFAULT") {
      throw new PropsError(this, {
        prop: "replicaRegion",
        got: replica.id,
        because: "the OCI provider replicates virtual private vaults only",
        fix: 'set vaultType to "VIRTUAL_PRIVATE", or leave replicaRegion out',
      });
    }
    const policy = ServicePolicies.of(this).allow(
      `Allow service keymanagementservice to manage vaults in compartment id ${this.props.compartmentId}`,
    );
    new KmsVaultReplication(this, "replication", {
      provider: this.provider,
      vaultId: this.resource.id,
      replicaRegion: replica.id,
      dependsOn: [policy],
    });
  }
}
