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

/** True where `argument` holds a name or a text for people. */
export function isFreeText(argument: string): boolean {
  return FREE_TEXT.has(argument) || argument.endsWith("_tags");
}
