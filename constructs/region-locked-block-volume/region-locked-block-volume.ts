import { CoreVolume } from "@cdktf/provider-oci/lib/core-volume";
import { CoreVolumeBackupPolicyAssignment } from "@cdktf/provider-oci/lib/core-volume-backup-policy-assignment";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { ServicePolicies } from "../service-policies";
import type { IMasterEncryptionKey } from "../sovereign-vault";
import {
  PropsError,
  requireAvailabilityDomainIn,
  requireKeyIn,
  requireOciInside,
} from "../validation";
import type { RegionLockedBlockVolumeProps, VolumeReplica } from "./block-volume-props";
import { checkVolumeProps, requireSingleVersion } from "./check-props";
import { useVolumeKeyStatement } from "./statements";
import type { VolumeBackupPolicy } from "./volume-backup-policy";

/**
 * A block volume in one availability domain of an allowed region, encrypted with a customer-managed
 * key of that region. Its backups, their copies and its replicas lie inside, each with such a key.
 */
export class RegionLockedBlockVolume extends Construct {
  readonly region: Region;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: CoreVolume;

  private readonly provider: TerraformProvider;
  private readonly props: RegionLockedBlockVolumeProps;

  /**
   * @throws PropsError when a region, an availability domain or a key lies outside or in the wrong
   *   region, when a copy would be encrypted with Oracle's key, and for what OCI would refuse
   */
  constructor(scope: Construct, id: string, props: RegionLockedBlockVolumeProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    this.props = props;
    this.region = requireOciInside(
      this,
      "region",
      props.region ?? stack.region,
      stack.jurisdiction,
    );
    checkVolumeProps(this, props, this.region);
    this.checkReplicas(stack);
    for (const [prop, key] of this.keys) {
      requireSingleVersion(this, prop, key);
    }
    this.provider = stack.providerFor(this.region);
    this.resource = this.addVolume();
    // Versions can be added to a key after its volumes are made.
    this.node.addValidation({ validate: () => this.keysWithVersions() });
    if (props.backupPolicy !== undefined) {
      this.assign(props.backupPolicy);
    }
  }

  private checkReplicas(stack: GuardedStack): void {
    const regions = new Set<Region>();
    for (const [index, replica] of (this.props.replicas ?? []).entries()) {
      const prop = `replicas[${index}]`;
      const region = requireOciInside(this, `${prop}.region`, replica.region, stack.jurisdiction);
      const refuse = (because: string, fix: string) =>
        new PropsError(this, { prop: `${prop}.region`, got: region.id, because, fix });
      if (region === this.region) {
        throw refuse(
          "OCI encrypts with a key of yours what it replicates to another region, and this is the volume's own",
          "name another allowed region; for another availability domain take a backup",
        );
      }
      if (region.realm !== this.region.realm) {
        throw refuse(
          `a volume is replicated inside its own realm, ${this.region.realm.id}, only`,
          "name an allowed region of that realm",
        );
      }
      if (regions.has(region)) {
        throw refuse("another replica lies there", "name each region once");
      }
      regions.add(region);
      requireAvailabilityDomainIn(
        this,
        `${prop}.availabilityDomain`,
        replica.availabilityDomain,
        region,
      );
      requireKeyIn(this, `${prop}.key`, replica.key, region, "a volume replica");
    }
  }

  private addVolume(): CoreVolume {
    const { props } = this;
    const replicas = props.replicas ?? [];
    return new CoreVolume(this, "volume", {
      provider: this.provider,
      compartmentId: props.compartmentId,
      displayName: props.displayName,
      availabilityDomain: props.availabilityDomain,
      sizeInGbs: String(props.sizeInGbs),
      vpusPerGb: String(props.vpusPerGb ?? 10),
      kmsKeyId: props.key.keyId,
      ...this.autotunePolicies(),
      ...(replicas.length === 0
        ? {}
        : { blockVolumeReplicas: replicas.map((replica) => this.toReplicaBlock(replica)) }),
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
      dependsOn: this.mayUse([props.key, ...replicas.map((replica) => replica.key)]),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
  }

  private autotunePolicies() {
    const { lowerCostWhileDetached, maxVpusPerGb } = this.props;
    const policies = [
      ...(maxVpusPerGb === undefined
        ? []
        : [{ autotuneType: "PERFORMANCE_BASED", maxVpusPerGb: String(maxVpusPerGb) }]),
      ...(lowerCostWhileDetached === true ? [{ autotuneType: "DETACHED_VOLUME" }] : []),
    ];
    return policies.length === 0 ? {} : { autotunePolicies: policies };
  }

  private toReplicaBlock(replica: VolumeReplica) {
    return {
      availabilityDomain: replica.availabilityDomain,
      displayName: replica.displayName ?? `${this.props.displayName}-replica`,
      xrrKmsKeyId: replica.key.keyId,
    };
  }

  private assign(policy: VolumeBackupPolicy): void {
    const { backupCopyKey } = this.props;
    new CoreVolumeBackupPolicyAssignment(this, "backups", {
      provider: this.provider,
      assetId: this.resource.id,
      policyId: policy.resource.id,
      ...(backupCopyKey === undefined
        ? {}
        : { xrcKmsKeyId: backupCopyKey.keyId, dependsOn: this.mayUse([backupCopyKey]) }),
    });
  }

  /** Every key of the volume and its copies, by its prop. */
  private get keys(): readonly (readonly [prop: string, key: IMasterEncryptionKey])[] {
    const { key, replicas = [], backupCopyKey } = this.props;
    return [
      ["key", key],
      ...replicas.map((replica, index) => [`replicas[${index}].key`, replica.key] as const),
      ...(backupCopyKey === undefined ? [] : [["backupCopyKey", backupCopyKey] as const]),
    ];
  }

  private keysWithVersions(): string[] {
    return this.keys.flatMap(([prop, { addedVersions = [] }]) =>
      addedVersions.length === 0
        ? []
        : [
            new PropsError(this, {
              prop,
              got: `a key with the versions ${addedVersions.join(", ")}`,
              because: "Block Volume takes keys of a single version",
              fix: "leave addVersion out, and rotate by giving the volume another key",
            }).message,
          ],
    );
  }

  /** The policies that let Block Volume use the keys, each once, and what the keys wait for. */
  private mayUse(keys: readonly IMasterEncryptionKey[]): ITerraformDependable[] {
    const policies = ServicePolicies.of(this);
    return [
      ...new Set(
        keys.flatMap((key) => [
          policies.allow(useVolumeKeyStatement(key.compartmentId, key.keyId)),
          ...(key.dependables ?? []),
        ]),
      ),
    ];
  }
}
