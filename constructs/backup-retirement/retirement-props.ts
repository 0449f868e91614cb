/** A bucket abroad that exists already, and that is to be gone. */
export interface RetiredBucket {
  readonly bucketName: string;
  /** Where its objects went, for people: `oci://namespace/bucket (us-ashburn-1)`. */
  readonly migratedTo: string;
  /**
   * ARNs of the roles that still read it: those of the migration.
   * @default none: nobody reads it any more
   */
  readonly readers?: readonly string[];
  /**
   * - `freeze`: nothing is written, replicated or deleted, and only `readers` read. Every lifecycle rule
   *   that the bucket had is replaced by one that is switched off.
   * - `expire`: as before, and every version is deleted. Versions that were replaced long ago go at
   *   once, current ones on `expireOn`: S3 takes a date for current versions only.
   *
   * @default "freeze"
   */
  readonly phase?: "freeze" | "expire";
  /**
   * What proves that the copy is complete: the address of a task report or a ticket. Needed to expire.
   * @default none
   */
  readonly verification?: string;
  /**
   * Latest day on which an object version stops being retained by Object Lock, `YYYY-MM-DD`, as S3
   * Inventory lists it (`ObjectLockRetainUntilDate`). No lifecycle rule deletes a version before that
   * day, and in the mode COMPLIANCE nobody can.
   * @default no version is retained
   */
  readonly objectLockedUntil?: string;
  /** What stood in it when the retirement began, from S3 Inventory. @default not counted */
  readonly inventory?: {
    /** Day of the inventory, `YYYY-MM-DD`. */
    readonly on: string;
    /** Object versions and delete markers. */
    readonly objects: number;
    /** Their size together, in bytes. */
    readonly bytes: number;
  };
}

export interface BackupRetirementProps {
  readonly buckets: readonly RetiredBucket[];
  /**
   * ARNs of the roles that manage the buckets: they change settings, list, and delete, and they do not
   * read objects. The one that runs Terraform must be among them.
   */
  readonly administrators: readonly string[];
  /**
   * Day on which current versions expire, `YYYY-MM-DD`, at 00:00 UTC. The buckets are empty four days
   * later, which must not be after the deadline of the stack's exception.
   * @default seven days before the deadline
   */
  readonly expireOn?: string;
  /**
   * Mail addresses that are told when an object is still there. Each has to confirm the subscription.
   * @default none: the topic is there for others to subscribe to
   */
  readonly alarmEmails?: readonly string[];
}
