import type { IConstruct } from "constructs";
import { parseArn, type Region } from "../../../jurisdiction";
import { isToken, PropsError, requireMatch } from "../../validation";

/** @throws PropsError where `value` is no account id of twelve digits */
export function requireAccountId(scope: IConstruct, prop: string, value: string): void {
  if (!/^\d{12}$/.test(value)) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "an AWS account id has twelve digits and is written out",
      fix: "write what `aws sts get-caller-identity` prints as Account, in quotes",
    });
  }
}

/**
 * Checks that `value` is the ARN of a role or user of `accountId`: a person or a program, never
 * everybody and never the account as a whole.
 *
 * @throws PropsError for a wildcard, the account's root, another account and any other text
 */
export function requireIamPrincipal(
  scope: IConstruct,
  prop: string,
  value: string,
  accountId: string,
): void {
  if (isToken(value)) {
    return;
  }
  const refuse = (because: string) => {
    throw new PropsError(scope, {
      prop,
      got: value,
      because,
      fix: `write a role as arn:aws:iam::${accountId}:role/NAME`,
    });
  };
  if (/[*?]/.test(value)) {
    refuse("a wildcard names nobody in particular");
  }
  const arn = parseArn(value).value;
  if (arn === undefined || arn.service !== "iam" || !/^(?:role|user)\/./.test(arn.resource)) {
    refuse("it is no ARN of an IAM role or user");
  }
  if (arn?.account !== accountId) {
    refuse(`it is of another account than ${accountId}`);
  }
}

/**
 * Checks that `value` is the ARN of a KMS key, and gives its region.
 *
 * @returns undefined for a token, whose region the guard follows
 * @throws PropsError for an alias, a bare key id and any other text
 */
export function requireKmsKeyArn(
  scope: IConstruct,
  prop: string,
  value: string,
): Region | undefined {
  if (isToken(value)) {
    return undefined;
  }
  const { value: arn, proof } = parseArn(value);
  if (arn?.service !== "kms" || !arn.resource.startsWith("key/") || proof.proves !== "region") {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "it is no ARN of a KMS key with a region that is known",
      fix: "write it out, as arn:aws:kms:REGION:ACCOUNT:key/ID; an alias can be pointed elsewhere",
    });
  }
  return proof.region;
}

/**
 * Checks a name of a general purpose bucket that TLS can serve: without periods, since the
 * certificate of virtual-hosted addresses covers one label.
 *
 * Source: Amazon S3 User Guide, "General purpose bucket naming rules".
 *
 * @throws PropsError for a name that S3 refuses
 */
export function requireS3BucketName(scope: IConstruct, prop: string, name: string): void {
  requireMatch(
    scope,
    prop,
    name,
    /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9](?:[a-z0-9-]{1,61})[a-z0-9](?<!-s3alias|--ol-s3|--x-s3|--table-s3)$/,
    "an S3 bucket name has 3 to 63 lower-case letters, digits and hyphens, begins and ends with a letter or digit, and has none of S3's own prefixes and suffixes",
  );
}

/** @throws PropsError where `value` is no id of a VPC endpoint */
export function requireVpcEndpointId(scope: IConstruct, prop: string, value: string): void {
  requireMatch(
    scope,
    prop,
    value,
    /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
    "it is no id of a VPC endpoint",
  );
}

/** @throws PropsError where `count` is above `max` */
export function requireNoMore(
  scope: IConstruct,
  prop: string,
  count: number,
  max: number,
  source: string,
): void {
  if (count > max) {
    throw new PropsError(scope, {
      prop,
      got: `${count} of them`,
      because: `AWS takes ${max} at most (${source})`,
      fix: `give ${max} or fewer`,
    });
  }
}

/** Days since 1970-01-01, or undefined where `text` is no day of the calendar, `YYYY-MM-DD`. */
function dayNumber(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)
    ? undefined
    : time / 86_400_000;
}

/**
 * @returns days since 1970-01-01
 * @throws PropsError where `value` is no day of the calendar
 */
export function requireDay(scope: IConstruct, prop: string, value: string): number {
  const day = dayNumber(value);
  if (day === undefined) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "it is no day of the calendar",
      fix: "write it as YYYY-MM-DD; days are counted in UTC",
    });
  }
  return day;
}

/** Days from `from` to `to`, both checked already. */
export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? Number.NaN) - (dayNumber(from) ?? Number.NaN);
}
