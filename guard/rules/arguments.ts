import type { PlaceEvidence } from "../../jurisdiction";

/** Arguments that hold text for people, or a name: whatever place they mention places nothing. */
const FREE_TEXT = new Set([
  "comment",
  "defined_tags",
  "description",
  "display_name",
  "error_message",
  "freeform_tags",
  "name",
  "summary",
  "tags",
  "tags_all",
  "title",
  // A bucket is called what its owner likes; where it lies is its provider's region, and where its
  // replica lies is the destination region argument beside the name.
  "bucket",
  "bucket_name",
  "destination_bucket_name",
]);

/** True for evidence that leads somewhere, as no name that an owner likes does. */
export function isIdentifier({ kind }: PlaceEvidence): boolean {
  return kind === "arn" || kind === "ocid" || kind === "host";
}

/** True where `argument` takes the name of a bucket, or of S3, the ARN of an access point. */
export function isBucketName(argument: string): boolean {
  return argument === "bucket" || argument.endsWith("bucket_name");
}

/** True where `argument` holds a name or a text for people. */
export function isFreeText(argument: string): boolean {
  return FREE_TEXT.has(argument) || argument.endsWith("_tags");
}

/**
 * Arguments that take a map whose keys their author invents and whose values a program reads: there
 * `bucket` or `name` is a setting like any other. Tags are not among them.
 *
 * Source: arguments of the type map in the schemas of oracle/oci 8 and hashicorp/aws 6.
 */
const DATA_MAPS = new Set(
  `action_params additional_parameters advanced_properties arguments attributes config config_map
  configs configuration container_environment_variables context custom_environment_variables
  custom_properties data default_environment_variables default_values environment
  environment_variables extended_metadata headers hyperparameters input metadata node_metadata
  options override_map parameter_overrides parameters params payload_mapping properties
  properties_map request_headers request_parameters resource_properties
  runtime_environment_variables settings spark_advanced_configurations stage_variables triggers
  triggers_replace value_overrides values variables`.split(/\s+/),
);

/** True where `argument` takes a map that a program reads. */
export function isDataMap(argument: string): boolean {
  return DATA_MAPS.has(argument);
}

/**
 * Nested blocks whose `name` is a place: that of a vantage point of Application Performance
 * Monitoring, from which a monitor's requests are sent, holds its region.
 */
const PLACE_BLOCKS = new Set(["vantage_points"]);

/** True where what stands below `block` names a place, whatever it is called. */
export function isPlaceBlock(block: string): boolean {
  return PLACE_BLOCKS.has(block);
}
