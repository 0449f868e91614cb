import type { IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import {
  type GuardedAwsStack,
  requireAwsInside,
  requireKmsKeyArn,
  requireS3BucketName,
} from "../aws";
import { PropsError, requireMatch, requireOciInside } from "../validation";
import type { BackupMigrationProps, OracleDestinationProps } from "./migration-props";

/** Source: Amazon CloudWatch Logs API, PutRetentionPolicy. */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** What a migration comes down to, once its props are checked. */
export interface CheckedMigration {
  readonly sourceRegion: Region;
  /** True where the source lies in the region of the stack's exception. */
  readonly isAbroad: boolean;
  /**
   * Region of the task, its logs and its destination location.
   *
   * An object storage location cannot be reached across regions, so that the task runs in the source's
   * region there; between buckets of S3 it runs in the destination's. Source: AWS DataSync User Guide,
   * "Supported transfers between AWS Regions".
   */
  readonly taskRegion: Region;
  readonly taskMode: "ENHANCED" | "BASIC";
}

/** @throws PropsError for the first prop that would leave the jurisdiction, or that AWS would refuse */
export function checkMigrationProps(
  scope: IConstruct,
  props: BackupMigrationProps,
  stack: GuardedAwsStack,
): CheckedMigration {
  const { source, destination } = props;
  requireMatch(
    scope,
    "name",
    props.name,
    /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/,
    "roles and logs are called after it, and take 1 to 40 letters, digits and hyphens",
  );
  requireS3BucketName(scope, "source.bucketName", source.bucketName);
  requireFolder(scope, "source.subdirectory", source.subdirectory);
  const isAbroad = stack.isExcepted(source.region);
  const sourceRegion = isAbroad
    ? stack.exception.region
    : requireAwsInside(scope, "source.region", source.region, stack.jurisdiction);
  checkSourceKeys(scope, source.kmsKeyArns ?? [], sourceRegion);
  requireAwsInside(scope, "reportBucket", props.reportBucket.region, stack.jurisdiction);
  if (destination.oracle !== undefined) {
    checkOracle(scope, destination.oracle, stack, isAbroad, sourceRegion);
  }
  const taskRegion = destination.s3?.region ?? sourceRegion;
  requireAwsInside(scope, "destination", taskRegion, stack.jurisdiction);
  if (destination.s3?.bucketName === source.bucketName) {
    throw new PropsError(scope, {
      prop: "destination",
      got: source.bucketName,
      because: "that is the source",
      fix: "give another bucket",
    });
  }
  if (props.logKey.region !== taskRegion) {
    throw new PropsError(scope, {
      prop: "logKey",
      got: `a key in ${props.logKey.region.id}`,
      because: `the task and its logs are in ${taskRegion.id}`,
      fix: `give a key in ${taskRegion.id}`,
    });
  }
  const taskMode = props.taskMode ?? "ENHANCED";
  checkAgents(scope, props, taskMode);
  checkSchedule(scope, props);
  return { sourceRegion, isAbroad, taskRegion, taskMode };
}

function requireFolder(scope: IConstruct, prop: string, value: string | undefined): void {
  requireMatch(
    scope,
    prop,
    value ?? "/",
    /^\/[\w!.*'()/ +=,@:-]*$/,
    "a folder of DataSync begins with a slash",
  );
}

function checkSourceKeys(scope: IConstruct, keyArns: readonly string[], region: Region): void {
  for (const [index, keyArn] of keyArns.entries()) {
    const prop = `source.kmsKeyArns[${index}]`;
    const keyRegion = requireKmsKeyArn(scope, prop, keyArn);
    if (keyRegion !== undefined && keyRegion !== region) {
      throw new PropsError(scope, {
        prop,
        got: keyArn,
        because: `S3 encrypts with a key of the bucket's own region only, ${region.id}`,
        fix: `write the ARN of a key in ${region.id}`,
      });
    }
  }
}

function checkOracle(
  scope: IConstruct,
  oracle: OracleDestinationProps,
  stack: GuardedAwsStack,
  isAbroad: boolean,
  sourceRegion: Region,
): void {
  const region = requireOciInside(scope, "destination.region", oracle.region, stack.jurisdiction);
  requireMatch(
    scope,
    "destination.namespace",
    oracle.namespace,
    /^[a-z0-9]{1,64}$/,
    "it is part of the endpoint's host name; write what `oci os ns get` prints",
  );
  requireMatch(
    scope,
    "destination.bucketName",
    oracle.bucketName,
    /^[A-Za-z0-9._-]{3,63}$/,
    "DataSync takes names of 3 to 63 letters, digits, periods, underscores and hyphens",
  );
  requireFolder(scope, "destination.subdirectory", oracle.subdirectory);
  if (region.realm.id !== "oc1") {
    throw new PropsError(scope, {
      prop: "destination.region",
      got: region.id,
      because:
        "the Amazon S3 Compatibility API of OCI is reached by a host of the commercial realm",
      fix: "name an allowed region of the realm oc1",
    });
  }
  if (isAbroad) {
    throw new PropsError(scope, {
      prop: "source.region",
      got: sourceRegion.id,
      because:
        "DataSync reaches an object storage location from its own region only, so that the task, its logs and the key to the Oracle bucket would have to be kept there",
      fix: "migrate to a bucket of S3 inside first, MigrationDestination.s3(…), and from there to Oracle Cloud",
    });
  }
}

function checkAgents(
  scope: IConstruct,
  props: BackupMigrationProps,
  taskMode: "ENHANCED" | "BASIC",
): void {
  const agents = props.agentArns ?? [];
  const needsAgent = taskMode === "BASIC" && props.destination.oracle !== undefined;
  const refuse = (because: string, fix: string) => {
    throw new PropsError(scope, { prop: "agentArns", got: agents, because, fix });
  };
  if (needsAgent && agents.length === 0) {
    refuse(
      "a task in the mode BASIC reaches storage outside of AWS by an agent",
      'name an agent, or leave taskMode out: "ENHANCED" needs none',
    );
  }
  if (!needsAgent && agents.length > 0) {
    refuse(
      "this transfer is refused with an agent",
      'leave agentArns out, or set taskMode to "BASIC" with a destination in Oracle Cloud',
    );
  }
}

function checkSchedule(scope: IConstruct, props: BackupMigrationProps): void {
  const { scheduleExpression, logRetentionDays = 400 } = props;
  if (scheduleExpression !== undefined) {
    requireMatch(
      scope,
      "scheduleExpression",
      scheduleExpression,
      /^(?:rate\((?:1 (?:hour|day)|[1-9]\d* (?:hours|days))\)|cron\(\d{1,2}( [^ ()]+){5}\))$/,
      "DataSync takes rate(…) in hours or days, and cron(…) with six fields and one minute",
    );
  }
  if (!RETENTION_DAYS.includes(logRetentionDays)) {
    throw new PropsError(scope, {
      prop: "logRetentionDays",
      got: logRetentionDays,
      because: "CloudWatch Logs takes certain periods only",
      fix: `write one of ${RETENTION_DAYS.join(", ")}`,
    });
  }
}
