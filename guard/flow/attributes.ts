import type { Block } from "../model/block";
import type { FlowClass } from "./flow-class";

/** An index of a block with `count` or `for_each` says which instance: all lie in one place. */
export function withoutIndex(attribute: string): string {
  return attribute.replace(/^\[[^\]]*\]\.?/, "");
}

/** `region` of an AWS resource is where it lies itself; `placeOf` reads it with its proof. */
export function isOwnRegion(block: Block, segments: readonly string[]): boolean {
  return segments.length === 1 && segments[0] === "region" && block.type.startsWith("aws_");
}

/** Attributes that identify the object itself, or an address at which it is reached. */
const OF_ITSELF =
  /(?:^|_)(?:ids?|ips?|ocids?|arns?|names?|urls?|uris?|endpoints?|hosts?|hostnames?|fqdn|domain|domain_name|address(?:es)?|buckets?|namespace|identifier|alias|key|resource_id|availability_domain|(?:availability_)?zones?(?:_ids?)?|bootstrap_brokers\w*)$/;

const REGION_ATTRIBUTE = /(?:^|_)region(?:_name|_id)?$/;

export function isOfItself(name: string | undefined, flow: FlowClass): boolean {
  if (flow === "region") {
    return name !== undefined && REGION_ATTRIBUTE.test(name);
  }
  return name === undefined || OF_ITSELF.test(name);
}

/** Arguments that hold what their author likes: whatever it is called, it tells of no object. */
const AS_WRITTEN = /^(?:comment|description|display_name|summary|tags(?:_all)?|title|\w+_tags)$/;

/** True of a text for people, or a part of one, which can hold the identifier of anything. */
export function isAsWritten([first = ""]: readonly string[]): boolean {
  return AS_WRITTEN.test(first);
}

/** True of an attribute that holds how a database is reached, part by part. */
export function isConnectString(path: string, flow: FlowClass): boolean {
  return flow === "endpoint" && /^connection_strings(?![\w-])/.test(path);
}

/** True for a document whose statements are judged where the data source writes them. */
export function isJudgedItself({ kind, type }: Block, segments: readonly string[]): boolean {
  return (
    kind === "data" &&
    type === "aws_networkmanager_core_network_policy_document" &&
    segments.length === 1 &&
    segments[0] === "json"
  );
}

/** Classes of attributes that identify another object, wherever that lies. */
export const OF_ANOTHER: ReadonlySet<FlowClass> = new Set([
  "peer",
  "replica",
  "backup",
  "destination",
]);

/** Types whose attributes speak of places of all kinds. */
export const ANY_PLACE = new Set([
  "aws_arn",
  "aws_regions",
  "aws_service",
  "oci_identity_regions",
  "oci_identity_region_subscriptions",
  "oci_identity_tenancy",
]);
