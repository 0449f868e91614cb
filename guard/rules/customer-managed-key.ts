import type { Block } from "../model/block";
import { isEncryptionConfigured } from "../sovereignty/bucket-encryption";
import { judgeStorage } from "../sovereignty/judge-storage";
import { key, type Storage } from "../sovereignty/storage";
import { AWS_STORAGE, AWS_WITHOUT_KEY } from "../sovereignty/storage-aws";
import { OCI_STORAGE, OCI_WITHOUT_KEY } from "../sovereignty/storage-oci";
import { NOTHING, type Rule, type RuleContext, type Verdict } from "./rule";

export const customerManagedKey: Rule = {
  id: "customer-managed-key",
  title: "Whatever keeps data encrypts it with a key of the customer's.",
  kinds: ["resource"],
  concerns: (type) => BUCKETS.has(type) || isWithoutKey(type) || storagesOf(type) !== undefined,
  check(block: Block, context: RuleContext): readonly Verdict[] {
    if (BUCKETS.has(block.type)) {
      // The encryption of a bucket is a resource of its own, which is judged where it stands.
      return isEncryptionConfigured(block, context.stack, context.stacks)
        ? NOTHING
        : judgeStorage(block, IN_BUCKET, context);
    }
    return isWithoutKey(block.type)
      ? [withoutKey(block)]
      : judgeStorage(block, storagesOf(block.type) ?? [], context);
  },
};

function withoutKey(block: Block): Verdict {
  return {
    status: "note",
    path: block.pointer,
    value: "",
    message: `${block.address}: the service takes no key of the customer's; ${block.type.startsWith("oci_") ? "Oracle" : "AWS"} holds the one that encrypts it.`,
    fix: "",
  };
}

const BUCKETS = new Set(["aws_s3_bucket", "aws_s3_directory_bucket"]);

/** Older configurations write the encryption into the bucket. */
const IN_BUCKET: readonly Storage[] = [
  {
    ...key(
      "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id",
    ),
    lack: "no aws_s3_bucket_server_side_encryption_configuration of the input is for this bucket",
    fix: "Write an aws_s3_bucket_server_side_encryption_configuration for it, with kms_master_key_id set to a key of your own, inside.",
  },
];

function storagesOf(type: string): readonly Storage[] | undefined {
  const table = type.startsWith("oci_") ? OCI_STORAGE : AWS_STORAGE;
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

function isWithoutKey(type: string): boolean {
  return OCI_WITHOUT_KEY.has(type) || AWS_WITHOUT_KEY.has(type);
}
