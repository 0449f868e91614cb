import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { type TerraformProvider, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../../jurisdiction";
import { PropsError } from "../../validation";
import { GuardedAwsStack } from "../guarded-aws-stack";
import type { IKmsKey } from "../sovereign-kms-key";
import { requireAwsInside } from "../validation";
import { bucketPolicy } from "./bucket-policy";
import { checkS3BucketProps } from "./check-props";
import { addReplicationRole, replicationRoleArn } from "./replication-role";
import type { RegionLockedS3BucketProps, S3LifecycleRule } from "./s3-bucket-props";

/** A bucket that other constructs write to or read from. */
export interface IS3Bucket {
  readonly bucketName: string;
  /** ARN of the bucket, or the token that Terraform replaces by it. */
  readonly bucketArn: string;
  readonly region: Region;
  readonly key: IKmsKey;
  /**
   * What whatever uses the bucket from the same stack waits for, see `afterBucket`.
   * @default nothing: another configuration makes the bucket
   */
  readonly policy?: S3BucketPolicy;
}

/**
 * `dependsOn` for what uses `bucket`: AWS tries a bucket when something that uses it is made, and its
 * policy decides then. Between stacks their order does that.
 */
export function afterBucket(scope: Construct, bucket: IS3Bucket): readonly S3BucketPolicy[] {
  const { policy } = bucket;
  return policy !== undefined && TerraformStack.of(policy) === TerraformStack.of(scope)
    ? [policy]
    : [];
}

const DROP_UNFINISHED: readonly S3LifecycleRule[] = [
  { id: "drop-unfinished-uploads", abortMultipartUploadsAfterDays: 7 },
];

/**
 * An S3 bucket that lies in one allowed region, is encrypted with a customer-managed key of that
 * region, is never public, keeps versions, and answers over TLS to declared VPC endpoints and roles
 * only. What it replicates goes to a bucket in another allowed region or nowhere.
 */
export class RegionLockedS3Bucket extends Construct implements IS3Bucket {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly region: Region;
  readonly key: IKmsKey;
  readonly policy: S3BucketPolicy;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: S3Bucket;

  private readonly provider: TerraformProvider;
  private readonly props: RegionLockedS3BucketProps;
  private readonly versioning: S3BucketVersioningA;

  /**
   * @throws PropsError when a region, the key or the replica lies outside or in the wrong region, and
   *   for what S3 would refuse
   */
  constructor(scope: Construct, id: string, props: RegionLockedS3BucketProps) {
    super(scope, id);
    const stack = GuardedAwsStack.guarding(this);
    this.props = props;
    this.bucketName = props.bucketName;
    this.region = requireAwsInside(
      this,
      "region",
      props.region ?? stack.region,
      stack.jurisdiction,
    );
    checkS3BucketProps(this, props, stack.accountId);
    this.key = props.key;
    this.checkKey();
    this.checkReplica(stack);
    this.provider = stack.providerFor(this.region);

    this.resource = new S3Bucket(this, "bucket", {
      ...this.placed,
      bucket: props.bucketName,
      forceDestroy: false,
      objectLockEnabled: props.objectLock !== undefined,
      ...(props.tags === undefined ? {} : { tags: { ...props.tags } }),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    if (props.adopt === true) {
      this.resource.importFrom(props.bucketName);
    }
    this.bucketArn = this.resource.arn;
    const publicAccessBlock = this.closePublicAccess();
    this.encrypt();
    this.versioning = new S3BucketVersioningA(this, "versioning", {
      ...this.placed,
      bucket: this.resource.id,
      versioningConfiguration: { status: "Enabled" },
    });
    this.policy = this.addPolicy(stack, publicAccessBlock);
    this.addLifecycle();
    this.addObjectLock();
    this.addAccessLogs();
    this.addReplication();
  }

  /** What each resource of the bucket says of its place: twice, so that no default can move it. */
  private get placed() {
    return { provider: this.provider, region: this.region.id };
  }

  private checkKey(): void {
    if (this.key.region !== this.region) {
      throw new PropsError(this, {
        prop: "key",
        got: `a key in ${this.key.region.id}`,
        because: `S3 encrypts with a key of the bucket's own region only, ${this.region.id}`,
        fix: `give a key in ${this.region.id}, or a replica of it there`,
      });
    }
  }

  private checkReplica(stack: GuardedAwsStack): void {
    const { replica } = this.props;
    if (replica === undefined) {
      return;
    }
    requireAwsInside(this, "replica", replica.region, stack.jurisdiction);
    if (replica.bucketName === this.bucketName) {
      throw new PropsError(this, {
        prop: "replica",
        got: replica.bucketName,
        because: "a bucket cannot replicate to itself",
        fix: "give another bucket",
      });
    }
    if (
      replica instanceof RegionLockedS3Bucket &&
      replica.props.replicationSources?.includes(this.bucketName) !== true
    ) {
      throw new PropsError(this, {
        prop: "replica",
        got: replica.bucketName,
        because: "that bucket's policy would turn the replication away",
        fix: `name ${JSON.stringify(this.bucketName)} in its replicationSources`,
      });
    }
  }

  private closePublicAccess(): S3BucketPublicAccessBlock {
    const block = new S3BucketPublicAccessBlock(this, "public-access-block", {
      ...this.placed,
      bucket: this.resource.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "ownership", {
      ...this.placed,
      bucket: this.resource.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    return block;
  }

  private encrypt(): void {
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      ...this.placed,
      bucket: this.resource.id,
      rule: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: this.key.keyArn,
          },
          bucketKeyEnabled: true,
        },
      ],
    });
  }

  private addPolicy(
    stack: GuardedAwsStack,
    publicAccessBlock: S3BucketPublicAccessBlock,
  ): S3BucketPolicy {
    const { props } = this;
    const replicating = [
      ...(props.replica === undefined ? [] : [props.bucketName]),
      ...(props.replicationSources ?? []),
    ];
    return new S3BucketPolicy(this, "policy", {
      ...this.placed,
      bucket: this.resource.id,
      policy: bucketPolicy({
        bucketArn: this.bucketArn,
        keyArn: this.key.keyArn,
        minimumTlsVersion: props.minimumTlsVersion ?? "1.2",
        vpcEndpointIds: props.vpcEndpointIds ?? [],
        exemptArns: [
          ...props.administrators,
          ...(props.trustedRoles ?? []),
          ...replicating.map((name) => replicationRoleArn(stack, name)),
        ],
      }),
      // S3 answers OperationAborted to two changes of a bucket's access at the same time.
      dependsOn: [publicAccessBlock],
    });
  }

  private addLifecycle(): void {
    const rules = this.props.lifecycleRules ?? DROP_UNFINISHED;
    if (rules.length === 0) {
      return;
    }
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      ...this.placed,
      bucket: this.resource.id,
      rule: rules.map(toLifecycleBlock),
      // S3 refuses rules about noncurrent versions before versioning is on.
      dependsOn: [this.versioning],
    });
  }

  private addObjectLock(): void {
    const { objectLock } = this.props;
    if (objectLock === undefined) {
      return;
    }
    const { mode, days, years } = objectLock;
    new S3BucketObjectLockConfigurationA(this, "object-lock", {
      ...this.placed,
      bucket: this.resource.id,
      rule: {
        defaultRetention: {
          mode,
          ...(days === undefined ? {} : { days }),
          ...(years === undefined ? {} : { years }),
        },
      },
      dependsOn: [this.versioning],
    });
  }

  private addAccessLogs(): void {
    const { accessLogs } = this.props;
    if (accessLogs === undefined) {
      return;
    }
    new S3BucketLoggingA(this, "access-logs", {
      ...this.placed,
      bucket: this.resource.id,
      targetBucket: accessLogs.bucketName,
      targetPrefix: accessLogs.prefix ?? `${this.bucketName}/`,
    });
  }

  private addReplication(): void {
    const { replica } = this.props;
    if (replica === undefined) {
      return;
    }
    const { role, policy } = addReplicationRole(this, this, replica);
    new S3BucketReplicationConfigurationA(this, "replication", {
      ...this.placed,
      bucket: this.resource.id,
      role: role.arn,
      rule: [
        {
          id: `to-${replica.region.id}`,
          status: "Enabled",
          filter: { prefix: "" },
          // A deletion here must not delete the copy.
          deleteMarkerReplication: { status: "Disabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: {
            bucket: replica.bucketArn,
            encryptionConfiguration: { replicaKmsKeyId: replica.key.keyArn },
          },
        },
      ],
      dependsOn: [this.versioning, policy],
    });
  }
}

function toLifecycleBlock(rule: S3LifecycleRule) {
  const { expireAfterDays, expireNoncurrentAfterDays, abortMultipartUploadsAfterDays } = rule;
  return {
    id: rule.id,
    status: "Enabled",
    filter: [{ prefix: rule.prefix ?? "" }],
    ...(expireAfterDays === undefined ? {} : { expiration: [{ days: expireAfterDays }] }),
    ...(expireNoncurrentAfterDays === undefined
      ? {}
      : { noncurrentVersionExpiration: [{ noncurrentDays: expireNoncurrentAfterDays }] }),
    ...(abortMultipartUploadsAfterDays === undefined
      ? {}
      : {
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: abortMultipartUploadsAfterDays }],
        }),
  };
}
