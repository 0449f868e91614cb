import { z } from "zod";
import { bucketName, day, regionId, text, whole } from "./values";

const accountId = z.string().regex(/^\d{12}$/, "is no account of AWS; allowed are twelve digits");

const arn = z.string().regex(/^arn:aws[a-z-]*:/, "is no ARN; allowed is what begins with arn:");

const sourceBucket = z.strictObject({
  bucketName: text,
  /** Bucket of the data region that its objects go to. */
  oracleBucket: bucketName,
  /** It exists already, and Terraform takes it over. */
  adopt: z.boolean().optional(),
  formerKeyArns: z.array(arn).optional(),
  vpcEndpointIds: z.array(text).optional(),
  scheduleExpression: text.optional(),
});

const retiredBucket = z.strictObject({
  bucketName: text,
  /** Bucket of `buckets` that its objects are copied to first. */
  landingBucketName: text,
  phase: z.enum(["freeze", "expire"]).optional(),
  /** Task report or ticket that proves the copy to be complete; needed to expire. */
  verification: text.optional(),
  objectLockedUntil: day.optional(),
  kmsKeyArns: z.array(arn).optional(),
  inventory: z.strictObject({ on: day, objects: whole, bytes: whole }).optional(),
});

/** What is left of AWS: buckets inside on their way to Oracle Cloud, and those to be retired. */
export const aws = z.strictObject({
  accountId,
  region: regionId,
  administrators: z.array(arn).min(1),
  evidenceBucketName: text,
  buckets: z.array(sourceBucket),
  /** S3 backend of both stacks. @default local, as `state` is */
  state: z.strictObject({ bucket: text, region: regionId, kmsKeyArn: arn }).optional(),
  retirement: z
    .strictObject({
      reason: text,
      owner: text,
      ticket: text,
      /** Last day of the exception; at most 90 days after the day of the synthesis. */
      deadline: day,
      expireOn: day.optional(),
      alarmEmails: z.array(text).optional(),
      buckets: z.array(retiredBucket).min(1),
    })
    .optional(),
});
