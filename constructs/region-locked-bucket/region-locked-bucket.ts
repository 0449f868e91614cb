import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { ObjectstorageObjectLifecyclePolicy } from "@cdktf/provider-oci/lib/objectstorage-object-lifecycle-policy";
import { ObjectstorageReplicationPolicy } from "@cdktf/provider-oci/lib/objectstorage-replication-policy";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import {
  lifecycleStatement,
  replicateStatement,
  ServicePolicies,
  useKeyStatement,
} from "../service-policies";
import { PropsError, requireKeyIn, requireOciInside } from "../validation";
import { addAccess, checkAccess } from "./access";
import type { LifecycleRule, RegionLockedBucketProps, RetentionRule } from "./bucket-props";
import { checkBucketProps, requireBucketName } from "./check-props";
import { isHeld, retentionOf, versioningOf } from "./retention";

/**
 * An Object Storage bucket that lies in one allowed region, is encrypted with a customer-managed key
 * of that region, and is never public. What it replicates goes to another allowed region or nowhere.
 */
export class RegionLockedBucket extends Construct {
  readonly region: Region;
  readonly bucketName: string;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: ObjectstorageBucket;

  private readonly provider: TerraformProvider;
  private readonly props: RegionLockedBucketProps;
  private readonly servicePolicies: ServicePolicies;

  /**
   * @throws PropsError when a region or the key lies outside or in the wrong region, and for what
   *   OCI would refuse
   */
  constructor(scope: Construct, id: string, props: RegionLockedBucketProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    this.props = props;
    this.bucketName = props.name;
    this.region = requireOciInside(
      this,
      "region",
      props.region ?? stack.region,
      stack.jurisdiction,
    );
    checkBucketProps(this, props);
    requireKeyIn(this, "key", props.key, this.region, "a bucket");
    checkAccess(this, props, this.region);
    const replica = this.checkReplica(stack);

    this.provider = stack.providerFor(this.region);
    this.servicePolicies = ServicePolicies.of(this);
    this.resource = this.addBucket();
    this.addLifecycle();
    if (replica !== undefined) {
      this.addReplication(replica);
    }
    addAccess(this, props, this.provider, this.resource);
  }

  private checkReplica(stack: GuardedStack): Region | undefined {
    const { replicaRegion } = this.props;
    if (replicaRegion === undefined) {
      return undefined;
    }
    const region = requireOciInside(this, "replicaRegion", replicaRegion, stack.jurisdiction);
    requireBucketName(this, "replicaBucketName", this.replicaBucketName);
    if (region === this.region && this.replicaBucketName === this.bucketName) {
      throw new PropsError(this, {
        prop: "replicaBucketName",
        got: this.replicaBucketName,
        because: "a bucket cannot replicate to itself",
        fix: "name another bucket or another allowed region",
      });
    }
    if (region.realm !== this.region.realm) {
      throw new PropsError(this, {
        prop: "replicaRegion",
        got: region.id,
        because: `a bucket replicates inside its own realm, ${this.region.realm.id}, only`,
        fix: "name an allowed region of that realm",
      });
    }
    return region;
  }

  private get replicaBucketName(): string {
    return this.props.replicaBucketName ?? `${this.props.name}-replica`;
  }

  private addBucket(): ObjectstorageBucket {
    const { props } = this;
    const mayUseKey = this.servicePolicies.allow(
      useKeyStatement(this.region, props.key.compartmentId, props.key.keyId),
    );
    return new ObjectstorageBucket(this, "bucket", {
      provider: this.provider,
      compartmentId: props.compartmentId,
      namespace: props.namespace,
      name: props.name,
      accessType: "NoPublicAccess",
      storageTier: props.storageTier ?? "Standard",
      versioning: versioningOf(props),
      objectEventsEnabled: props.objectEvents ?? true,
      kmsKeyId: props.key.keyId,
      ...(props.retentionRules === undefined && props.legalHold === undefined
        ? {}
        : { retentionRules: retentionOf(props).map(toRetentionBlock) }),
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
      dependsOn: [mayUseKey, ...(props.key.dependables ?? [])],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
  }

  private addLifecycle(): void {
    const rules = this.props.lifecycleRules ?? [];
    if (rules.length === 0) {
      return;
    }
    const policy = this.servicePolicies.allow(
      lifecycleStatement(this.region, this.props.compartmentId),
    );
    new ObjectstorageObjectLifecyclePolicy(this, "lifecycle", {
      provider: this.provider,
      namespace: this.props.namespace,
      bucket: this.resource.name,
      rules: rules.map((rule) => toLifecycleBlock(rule, !isHeld(rule, this.props))),
      dependsOn: [policy],
    });
  }

  private addReplication(replica: Region): void {
    const { compartmentId, replicaCompartmentId = compartmentId } = this.props;
    const needed: ITerraformDependable[] = [compartmentId, replicaCompartmentId].map(
      (compartment) => this.servicePolicies.allow(replicateStatement(this.region, compartment)),
    );
    new ObjectstorageReplicationPolicy(this, "replication", {
      provider: this.provider,
      namespace: this.props.namespace,
      bucket: this.resource.name,
      name: `to-${replica.id}`,
      destinationRegionName: replica.id,
      destinationBucketName: this.replicaBucketName,
      dependsOn: [...new Set(needed)],
    });
  }
}

function toRetentionBlock(rule: RetentionRule) {
  return {
    displayName: rule.displayName,
    ...(rule.timeAmount === undefined
      ? {}
      : {
          duration: { timeAmount: String(rule.timeAmount), timeUnit: rule.timeUnit ?? "DAYS" },
        }),
    ...(rule.lockFrom === undefined ? {} : { timeRuleLocked: rule.lockFrom }),
  };
}

function toLifecycleBlock(rule: LifecycleRule, isEnabled: boolean) {
  return {
    name: rule.name,
    action: rule.action,
    isEnabled,
    target: rule.target ?? "objects",
    timeAmount: String(rule.timeAmount),
    timeUnit: rule.timeUnit ?? "DAYS",
    ...(rule.inclusionPrefixes === undefined
      ? {}
      : { objectNameFilter: { inclusionPrefixes: [...rule.inclusionPrefixes] } }),
  };
}
