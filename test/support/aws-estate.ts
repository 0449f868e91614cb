import { GuardedApp, StateBackend } from "../../constructs";
import { Jurisdiction } from "../../jurisdiction";
import { AwsSourceStack, type AwsSourceStackProps } from "../../stacks/aws-source-stack";
import {
  SingaporeRetirementStack,
  type SingaporeRetirementStackProps,
} from "../../stacks/singapore-retirement-stack";
import { ACCOUNT, AS_OF, DEPLOYER, EXCEPTION } from "./aws";

const { region: _region, ...exception } = EXCEPTION;

/** AWS inside with a bucket that is moved and one that Singapore is copied to, and Singapore's end. */
export function awsEstate(
  outdir: string,
  more: {
    readonly source?: Partial<AwsSourceStackProps>;
    readonly retirement?: Partial<SingaporeRetirementStackProps>;
    readonly only?: "source";
  } = {},
): {
  readonly app: GuardedApp;
  readonly source: AwsSourceStack;
  readonly retirement: SingaporeRetirementStack | undefined;
} {
  const app = new GuardedApp({ outdir });
  const oracle = {
    namespace: "exampleobjectns",
    bucketName: "us-user-content",
    region: "us-ashburn-1",
  };
  const source = new AwsSourceStack(app, "example-aws-source", {
    jurisdiction: Jurisdiction.US,
    region: "us-east-1",
    accountId: ACCOUNT,
    state: StateBackend.local(),
    administrators: [DEPLOYER],
    evidenceBucketName: "example-evidence",
    buckets: [
      { bucketName: "example-uploads", adopt: true, oracle },
      {
        bucketName: "example-landing",
        migrationName: "landing",
        filledBy: ["singapore"],
        oracle: { ...oracle, subdirectory: "/from-singapore" },
      },
    ],
    ...more.source,
  });
  const retirement =
    more.only === "source"
      ? undefined
      : new SingaporeRetirementStack(app, "example-singapore-retirement", {
          source,
          state: StateBackend.local(),
          administrators: [DEPLOYER],
          exception,
          asOf: AS_OF,
          buckets: [
            {
              bucketName: "example-backups-sg",
              migrationName: "singapore",
              landingBucketName: "example-landing",
              migratedTo: "oci://exampleobjectns/us-user-content",
              kmsKeyArns: [
                `arn:aws:kms:ap-southeast-1:${ACCOUNT}:key/11112222-3333-4444-5555-666677778888`,
              ],
            },
          ],
          alarmEmails: ["storage-team@example.com"],
          ...more.retirement,
        });
  return { app, source, retirement };
}
