import type { ITerraformDependable } from "cdktf";
import type { Region } from "../../jurisdiction";
import type { IKmsKey, IS3Bucket } from "../aws";

/** The bucket that is moved. */
export interface MigrationSource {
  readonly bucketName: string;
  /** Region of the bucket: an allowed one, or that of the stack's exception. */
  readonly region: Region | string;
  /** ARNs of the keys that its objects were encrypted with. @default none: S3's own keys */
  readonly kmsKeyArns?: readonly string[];
  /** Folder to move, with a leading slash. @default "/": all of the bucket */
  readonly subdirectory?: string;
  /**
   * What makes the bucket and its policy in this stack: DataSync reads the bucket when its location is
   * made.
   * @default none: it exists
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

export interface OracleDestinationProps {
  /** Object Storage namespace of the tenancy, which is part of the endpoint's name. */
  readonly namespace: string;
  readonly bucketName: string;
  /** Region of Oracle Cloud, inside the jurisdiction. */
  readonly region: Region | string;
  /** Folder that objects go to, with a leading slash. @default "/" */
  readonly subdirectory?: string;
}

/** Where objects are moved to. */
export class MigrationDestination {
  private constructor(readonly target: OracleDestinationProps | IS3Bucket) {}

  /** Set where objects go to Oracle Cloud. */
  get oracle(): OracleDestinationProps | undefined {
    return "namespace" in this.target ? this.target : undefined;
  }

  /** Set where objects go to a bucket of S3. */
  get s3(): IS3Bucket | undefined {
    return "namespace" in this.target ? undefined : this.target;
  }

  /**
   * A bucket of OCI Object Storage, by its Amazon S3 Compatibility API. The access key and secret key
   * are a Customer Secret Key of an OCI user; they come in as variables without a default.
   */
  static oracle(props: OracleDestinationProps): MigrationDestination {
    return new MigrationDestination(props);
  }

  /** A bucket of S3 inside, whose `trustedRoles` name the roles of the migration. */
  static s3(bucket: IS3Bucket): MigrationDestination {
    return new MigrationDestination(bucket);
  }
}

export interface BackupMigrationProps {
  /** Name of the task, 1 to 40 letters, digits and hyphens; roles and logs are called after it. */
  readonly name: string;
  readonly source: MigrationSource;
  readonly destination: MigrationDestination;
  /**
   * Bucket inside that keeps the task reports, which list what was copied and verified, object by
   * object: evidence. Its `trustedRoles` name the report role.
   */
  readonly reportBucket: IS3Bucket;
  /** Key of the task's region that encrypts its logs; it lets the service `logs` use it. */
  readonly logKey: IKmsKey;
  /**
   * Days that CloudWatch Logs keeps the task's logs; one of the periods that it takes.
   * @default 400
   */
  readonly logRetentionDays?: number;
  /**
   * - `ENHANCED`: any number of objects, no agent; verifies what it transferred.
   * - `BASIC`: verifies all of both sides at the end (`POINT_IN_TIME_CONSISTENT`), up to the quotas of
   *   DataSync; needs an agent to reach Oracle Cloud.
   *
   * Source: AWS DataSync User Guide, "Choosing a task mode for your data transfer".
   * @default "ENHANCED"
   */
  readonly taskMode?: "ENHANCED" | "BASIC";
  /**
   * ARNs of DataSync agents that reach Oracle Cloud: for the mode `BASIC` only, and needed there.
   * @default none
   */
  readonly agentArns?: readonly string[];
  /**
   * Copies object tags as well. The destination must answer to the tagging calls of the S3 API for
   * every object.
   * @default true to S3, false to Oracle Cloud
   */
  readonly copyObjectTags?: boolean;
  /**
   * When the task runs by itself: `rate(…)` or `cron(…)`, no oftener than hourly.
   * @default never: somebody starts it
   */
  readonly scheduleExpression?: string;
  /** @default none */
  readonly tags?: Readonly<Record<string, string>>;
}
