import type { Argument } from "./argument";

/** Words of an argument's own name that make it a candidate. */
const WORDS = words(`
  region regions realm realms location locations country geo territory zone zones outpost outposts
  peer peers peering remote replica replicas replicate replication secondary standby failover
  target targets destination destinations dest sink sinks mirror forward forwarding forwarder
  source sources origin origins copy clone dr backup backups archive export exports import imports
  kms vault vaults hsm byok hyok okv keystore secret secrets
  endpoint endpoints url urls uri uris host hosts hostname hostnames fqdn fqdns webhook callback
  server servers broker brokers bootstrap proxy recipient recipients email emails syslog smtp sftp
  address addresses ip ips cidr cidrs nameserver nameservers dns jdbc
  bucket buckets stream streams topic topics queue queues log logs logging arn arns
  tenancy tenancies tenant tenants account accounts principal principals subscription subscriptions
  statement statements image images ami amis registry repository vantage monitored
`);

/** Names that are candidates though their words alone are too common. */
const NAMES =
  /(?:encryption|kms|managed|master|customer|wrapping|cmk|data)_key(?:_(?:id|ids|arn|identifier|name|version_id))?$|^key(?:_version)?_(?:id|arn|identifier|store_id)$|^(?:availability|compute_availability|destination_availability)_(?:domain|zone)s?|connection_(?:string|uri)|^(?:policy|policies|policy_document|access_polic(?:y|ies)|(?:inline|resource|assume_role|permission)_policy)$|^member_id$|^function_id$|^global_cluster_identifier$|^multi_region_cluster_name$|^base_policy_document$|^(?:\w+_)?jdbcurl$|^s3_(?:output|failure|artifact)_path$|^(?:foundation_model|guardrail_profile_identifier)$/;

/** Blocks whose identifiers are candidates even where these are called plainly `id` or `name`. */
const BLOCKS = words(`
  target targets destination destinations dest replica replicas replication replicate peer peers
  peering remote standby backup backups sink export mirror forward copy
`);

/** The region that a global endpoint falls back to; a model, which can be one of many regions; folders of buckets. */
const BY_TYPE =
  /^(?:aws_cloudwatch_event_endpoint\..*\.route|aws_bedrock\w*\..*\bmodel_id|aws_transfer_\w+\.(?:home|base)_directory)$/;

const PLAIN = /^(?:ids?|ocids?|name|function_id|adb_id|channel_id|metric_namespace)$/;

/**
 * True where an argument's name speaks of a place, or of a counterpart that can lie in another.
 *
 * Not among them: the `region` argument that version 6 of the AWS provider gives every regional
 * resource. It is the resource's own place, which `guard/place` resolves.
 */
export function isCandidate({ type, path }: Argument): boolean {
  if (path === "region" && type.startsWith("aws_")) {
    return false;
  }
  const segments = path.split(".");
  const name = segments.at(-1) ?? "";
  if (
    NAMES.test(name) ||
    BY_TYPE.test(`${type}.${path}`) ||
    name.split("_").some((word) => WORDS.has(word))
  ) {
    return true;
  }
  return (
    PLAIN.test(name) &&
    segments.slice(0, -1).some((block) => block.split("_").some((word) => BLOCKS.has(word)))
  );
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}
