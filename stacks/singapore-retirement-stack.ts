import type { Construct } from "constructs";
import {
  BackupMigration,
  BackupRetirement,
  GuardedAwsStack,
  type IStateBackend,
  MigrationDestination,
  migrationRoleArns,
  PropsError,
  type RegionException,
  type RetiredBucket,
  type RetirementManifest,
} from "../constructs";
import type { AwsSourceStack } from "./aws-source-stack";

/** A bucket in Singapore, and the bucket inside that its objects are copied to first. */
export interface SingaporeBucket extends Omit<RetiredBucket, "readers"> {
  /** Name of the migration task; the bucket inside names it in `filledBy`. */
  readonly migrationName: string;
  /** Name of a bucket of the AwsSourceStack. */
  readonly landingBucketName: string;
  /** ARNs of the keys, in Singapore, that its objects were encrypted with. @default none */
  readonly kmsKeyArns?: readonly string[];
}

export interface SingaporeRetirementStackProps {
  /** The stack inside that receives the objects and keeps the evidence. */
  readonly source: AwsSourceStack;
  readonly state: IStateBackend;
  readonly buckets: readonly SingaporeBucket[];
  /** ARNs of the roles that manage the buckets; the one that runs Terraform among them. */
  readonly administrators: readonly string[];
  /** Who answers for Singapore, and until when. */
  readonly exception: Omit<RegionException, "region">;
  /** The day that the estate is synthesized for, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Day on which current versions expire, `YYYY-MM-DD`. @default seven days before the deadline */
  readonly expireOn?: string;
  /** Mail addresses that are told when something is left. @default none */
  readonly alarmEmails?: readonly string[];
}

const SINGAPORE = "ap-southeast-1";

/**
 * The end of the backups in Singapore: they are frozen and copied to a bucket inside, and, once the
 * copy is proven, they expire. The stack is removed, with its exception, when its buckets are gone.
 */
export class SingaporeRetirementStack extends GuardedAwsStack {
  /** What existed, where, and when it must be gone. */
  readonly manifest: RetirementManifest;

  /** @throws PropsError for what a construct of it refuses */
  constructor(scope: Construct, id: string, props: SingaporeRetirementStackProps) {
    const { source } = props;
    super(scope, id, {
      jurisdiction: source.jurisdiction,
      region: source.region,
      accountId: source.accountId,
      state: props.state,
      exception: { ...props.exception, region: SINGAPORE },
      asOf: props.asOf,
    });
    const retirement = new BackupRetirement(this, "retirement", {
      administrators: props.administrators,
      buckets: props.buckets.map((bucket) => this.toRetired(bucket)),
      ...(props.expireOn === undefined ? {} : { expireOn: props.expireOn }),
      ...(props.alarmEmails === undefined ? {} : { alarmEmails: props.alarmEmails }),
    });
    this.manifest = retirement.manifest;
    for (const [index, bucket] of props.buckets.entries()) {
      // What expires has been copied and compared: nobody reads it any more.
      if (bucket.phase !== "expire") {
        this.migrate(bucket, `buckets[${index}]`, source, retirement);
      }
    }
  }

  private toRetired(bucket: SingaporeBucket): RetiredBucket {
    const { migrationName, landingBucketName: _landing, kmsKeyArns: _keys, ...retired } = bucket;
    return bucket.phase === "expire"
      ? retired
      : { ...retired, readers: [migrationRoleArns(this, migrationName).source] };
  }

  private migrate(
    bucket: SingaporeBucket,
    prop: string,
    source: AwsSourceStack,
    retirement: BackupRetirement,
  ): void {
    const landing = source.bucket(bucket.landingBucketName);
    if (landing === undefined) {
      throw new PropsError(this, {
        prop: `${prop}.landingBucketName`,
        got: bucket.landingBucketName,
        because: `${source.node.id} makes no bucket of that name`,
        fix: "name one of its buckets",
      });
    }
    const { migrationName, kmsKeyArns } = bucket;
    new BackupMigration(this, `${bucket.bucketName}-migration`, {
      name: migrationName,
      source: {
        bucketName: bucket.bucketName,
        region: SINGAPORE,
        dependsOn: [retirement.policyOf(bucket.bucketName)],
        ...(kmsKeyArns === undefined ? {} : { kmsKeyArns }),
      },
      destination: MigrationDestination.s3(landing),
      reportBucket: source.evidence,
      logKey: source.key,
    });
  }
}
