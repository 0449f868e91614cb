import type { Construct } from "constructs";
import { StateBackend } from "../constructs";
import type { Jurisdiction } from "../jurisdiction";
import { AwsSourceStack } from "./aws-source-stack";
import { definedOnly } from "./defined-only";
import { type Estate, EstateError } from "./estate";
import { SingaporeRetirementStack } from "./singapore-retirement-stack";

type Aws = NonNullable<Estate["aws"]>;

/** Longest name of a migration task. */
const MAX_NAME = 40;

export interface AwsStacks {
  readonly source: AwsSourceStack;
  readonly retirement: SingaporeRetirementStack | undefined;
}

/**
 * The stacks of what is left of AWS.
 *
 * @throws EstateError when a bucket goes to one that the estate does not have
 */
export function addAwsStacks(
  app: Construct,
  estate: Estate,
  aws: Aws,
  jurisdiction: Jurisdiction,
  asOf: string,
): AwsStacks {
  const { retirement } = aws;
  const source = new AwsSourceStack(app, `${estate.name}-aws-source`, {
    jurisdiction,
    region: aws.region,
    accountId: aws.accountId,
    state: stateOf(estate, aws),
    administrators: aws.administrators,
    evidenceBucketName: aws.evidenceBucketName,
    buckets: aws.buckets.map((bucket, index) => {
      const { oracleBucket, ...settings } = definedOnly(bucket);
      return {
        ...settings,
        oracle: oracleBucketOf(estate, oracleBucket, `aws.buckets[${index}].oracleBucket`),
        filledBy: (retirement?.buckets ?? [])
          .filter(({ landingBucketName }) => landingBucketName === bucket.bucketName)
          .map(({ bucketName }) => migrationOf(bucketName)),
      };
    }),
    ...(estate.freeformTags === undefined ? {} : { tags: estate.freeformTags }),
  });
  return {
    source,
    retirement:
      retirement === undefined
        ? undefined
        : addRetirement(app, estate, aws, retirement, source, asOf),
  };
}

function addRetirement(
  app: Construct,
  estate: Estate,
  aws: Aws,
  retirement: NonNullable<Aws["retirement"]>,
  source: AwsSourceStack,
  asOf: string,
): SingaporeRetirementStack {
  const { reason, owner, ticket, deadline, buckets, ...settings } = definedOnly(retirement);
  const stack = new SingaporeRetirementStack(app, `${estate.name}-singapore-retirement`, {
    source,
    state: stateOf(estate, aws),
    administrators: aws.administrators,
    exception: { reason, owner, ticket, deadline },
    asOf,
    buckets: buckets.map((bucket, index) => ({
      ...bucket,
      migrationName: migrationOf(bucket.bucketName),
      migratedTo: migratedTo(estate, aws, bucket.landingBucketName, index),
    })),
    ...settings,
  });
  stack.addDependency(source);
  return stack;
}

/** Where the landing bucket's objects go on to: the last place, and the one that counts. */
function migratedTo(estate: Estate, aws: Aws, landingBucketName: string, index: number): string {
  const landing = aws.buckets.find(({ bucketName }) => bucketName === landingBucketName);
  if (landing === undefined) {
    throw new EstateError(
      `aws.retirement.buckets[${index}].landingBucketName is "${landingBucketName}": aws.buckets has none of that name; allowed: ${aws.buckets.map(({ bucketName }) => bucketName).join(", ")}`,
    );
  }
  return `oci://${estate.namespace}/${landing.oracleBucket} (${estate.data.region})`;
}

function oracleBucketOf(estate: Estate, bucketName: string, key: string) {
  const { namespace, data } = estate;
  const names = data.buckets.map(({ name }) => name);
  if (!names.includes(bucketName)) {
    throw new EstateError(
      `${key} is "${bucketName}": data.buckets has none of that name; allowed: ${names.join(", ")}`,
    );
  }
  if (namespace === undefined) {
    throw new EstateError(
      "namespace is not set: it is part of the host that AWS DataSync writes to, and AWS cannot look it up; allowed is what `oci os ns get` prints",
    );
  }
  return { namespace, bucketName, region: data.region };
}

function migrationOf(bucketName: string): string {
  return bucketName.slice(0, MAX_NAME);
}

function stateOf(estate: Estate, { state }: Aws) {
  return state === undefined
    ? StateBackend.local()
    : StateBackend.s3({ ...state, prefix: estate.name });
}
