import {
  type Parsed,
  type PlaceProof,
  provesNothing,
  provesRealm,
  provesRegion,
  provesRegionIn,
  provesUnknown,
} from "../proof";
import { Realm } from "../realm";
import { Region } from "../region";
import { isTemplate, splitOutsideTemplates } from "./template";

/** The parts of an Amazon Resource Name. */
export interface Arn {
  /** Partition, lower case: `aws`, `aws-cn`. */
  readonly partition: string;
  /** Service, lower case: `s3`. */
  readonly service: string;
  /** Region as written, lower case; empty for global services and S3 buckets. */
  readonly region: string;
  /** Account id, 12 digits; may be empty. */
  readonly account: string;
  /** Everything after the fifth colon. */
  readonly resource: string;
}

/**
 * Parses an Amazon Resource Name: `arn:<partition>:<service>:<region>:<account>:<resource>`.
 *
 * Without a region it proves nothing in the partition `aws`, whose regions span many countries (an S3
 * bucket's ARN never names one), and the realm in any other partition. A wildcard alone proves what a
 * blank region proves; part of a region with a wildcard names no one place and is unknown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Parsed<Arn> {
  const fields = splitOutsideTemplates(text.trim(), ":");
  const [arn = "", partition = "", service = "", region = "", account = ""] = fields;
  if (fields.length < 6 || arn.toLowerCase() !== "arn") {
    return { value: undefined, proof: provesNothing("not an ARN") };
  }
  const value: Arn = {
    partition: partition.toLowerCase(),
    service: service.toLowerCase(),
    region: region.toLowerCase(),
    account,
    resource: fields.slice(5).join(":"),
  };
  return { value, proof: placeOf(value) };
}

function placeOf({ partition, region }: Arn): PlaceProof {
  const realm = Realm.find(partition);
  const partitionIsOpen = partition === "" || partition === "*" || isTemplate(partition);
  if (!partitionIsOpen && realm?.cloud !== "aws") {
    return provesUnknown(partition, `the ARN names the partition ${partition}, which is not known`);
  }
  const found = Region.find(region);
  if (found?.cloud === "aws") {
    return realm === undefined ? provesRegion(found) : provesRegionIn(found, [realm], "the ARN");
  }
  if (region !== "" && region !== "*" && !isTemplate(region)) {
    return provesUnknown(
      region,
      /[*?]/.test(region)
        ? `the ARN names ${region}, a pattern that may match several regions`
        : `the ARN names the region ${region}, which is not known`,
    );
  }
  const reason =
    region === "" ? "the ARN names no region" : "the ARN's region is a wildcard or expression";
  return realm === undefined || realm.id === "aws"
    ? provesNothing(reason)
    : provesRealm(realm, reason);
}
