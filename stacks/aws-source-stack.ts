import type { Construct } from "constructs";
import {
  BackupMigration,
  GuardedAwsStack,
  type IStateBackend,
  MigrationDestination,
  migrationRoleArns,
  type ObjectLock,
  type OracleDestinationProps,
  PropsError,
  RegionDenyPolicy,
  type RegionDenyPolicyProps,
  RegionLockedS3Bucket,
  SovereignKmsKey,
} from "../constructs";
import type { Jurisdiction, Region } from "../jurisdiction";

/** A bucket of S3 inside, and where its objects go in Oracle Cloud. */
export interface AwsSourceBucket {
  readonly bucketName: string;
  /** Where DataSync copies its objects to. */
  readonly oracle: OracleDestinationProps;
  /** Name of the migration task. @default the bucket's name, cut to 40 characters */
  readonly migrationName?: string;
  /** The bucket exists already, and Terraform takes it over. @default false */
  readonly adopt?: boolean;
  /** ARNs of other keys that objects of an adopted bucket were encrypted with. @default none */
  readonly formerKeyArns?: readonly string[];
  /** Names of the migrations from abroad that fill it. @default none */
  readonly filledBy?: readonly string[];
  /** Ids of the VPC endpoints that it is used through. @default none */
  readonly vpcEndpointIds?: readonly string[];
  /** When DataSync copies by itself. @default never */
  readonly scheduleExpression?: string;
}

export interface AwsSourceStackProps {
  readonly jurisdiction: Jurisdiction;
  /** AWS region, inside. */
  readonly region: Region | string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly state: IStateBackend;
  /** ARNs of the roles that manage keys and buckets; the one that runs Terraform among them. */
  readonly administrators: readonly string[];
  /** Bucket that keeps task reports. */
  readonly evidenceBucketName: string;
  /** How long evidence is kept from deletion. @default seven years, in the mode COMPLIANCE */
  readonly evidenceLock?: ObjectLock;
  readonly buckets: readonly AwsSourceBucket[];
  /** A service control policy; this account must be the organization's management account. @default none */
  readonly regionDeny?: RegionDenyPolicyProps;
  /** @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/** AWS inside: what is left of it there, on its way to Oracle Cloud, with the evidence of the move. */
export class AwsSourceStack extends GuardedAwsStack {
  /** Encrypts the buckets and logs. */
  readonly key: SovereignKmsKey;
  readonly evidence: RegionLockedS3Bucket;

  private readonly buckets = new Map<string, RegionLockedS3Bucket>();
  private readonly props: AwsSourceStackProps;

  /** @throws PropsError for what a construct of it refuses */
  constructor(scope: Construct, id: string, props: AwsSourceStackProps) {
    const { jurisdiction, region, accountId, state } = props;
    super(scope, id, { jurisdiction, region, accountId, state });
    this.props = props;
    this.key = new SovereignKmsKey(this, "key", {
      alias: `${id}-data`,
      administrators: props.administrators,
      services: ["s3", "logs"],
      ...this.tags,
    });
    this.evidence = new RegionLockedS3Bucket(this, "evidence", {
      bucketName: props.evidenceBucketName,
      key: this.key,
      administrators: props.administrators,
      trustedRoles: this.migrations().map((name) => migrationRoleArns(this, name).report),
      objectLock: props.evidenceLock ?? { mode: "COMPLIANCE", years: 7 },
      ...this.tags,
    });
    for (const bucket of props.buckets) {
      this.addBucket(bucket);
    }
    if (props.regionDeny !== undefined) {
      new RegionDenyPolicy(this, "region-deny", props.regionDeny);
    }
  }

  /** The bucket of that name, for what is copied into it; undefined where the stack has none. */
  bucket(bucketName: string): RegionLockedS3Bucket | undefined {
    return this.buckets.get(bucketName);
  }

  private get tags(): { readonly tags?: Readonly<Record<string, string>> } {
    return this.props.tags === undefined ? {} : { tags: this.props.tags };
  }

  /**
   * Names of every migration that leaves reports in the evidence bucket.
   *
   * @throws PropsError for a name that two have: their roles would be the same
   */
  private migrations(): readonly string[] {
    const names = new Set<string>();
    for (const [index, bucket] of this.props.buckets.entries()) {
      for (const name of [migrationNameOf(bucket), ...(bucket.filledBy ?? [])]) {
        if (names.has(name)) {
          throw new PropsError(this, {
            prop: `buckets[${index}].migrationName`,
            got: name,
            because: "another migration is called the same, and their roles would be one",
            fix: "give it a migrationName of its own",
          });
        }
        names.add(name);
      }
    }
    return [...names];
  }

  private addBucket(bucket: AwsSourceBucket): void {
    const name = migrationNameOf(bucket);
    const { bucketName, adopt, vpcEndpointIds, scheduleExpression, filledBy = [] } = bucket;
    const made = new RegionLockedS3Bucket(this, bucketName, {
      bucketName,
      key: this.key,
      administrators: this.props.administrators,
      trustedRoles: [
        migrationRoleArns(this, name).source,
        ...filledBy.map((other) => migrationRoleArns(this, other).destination),
      ],
      ...(adopt === undefined ? {} : { adopt }),
      ...(vpcEndpointIds === undefined ? {} : { vpcEndpointIds }),
      ...this.tags,
    });
    this.buckets.set(bucketName, made);
    new BackupMigration(this, `${bucketName}-migration`, {
      name,
      source: {
        bucketName,
        region: this.region,
        dependsOn: [made.policy],
        kmsKeyArns: [this.key.keyArn, ...(bucket.formerKeyArns ?? [])],
      },
      destination: MigrationDestination.oracle(bucket.oracle),
      reportBucket: this.evidence,
      logKey: this.key,
      ...(scheduleExpression === undefined ? {} : { scheduleExpression }),
      ...this.tags,
    });
  }
}

function migrationNameOf({ migrationName, bucketName }: AwsSourceBucket): string {
  return migrationName ?? bucketName.slice(0, 40);
}
