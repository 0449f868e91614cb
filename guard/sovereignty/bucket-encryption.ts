import { own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { evaluate } from "../place/evaluate";
import { referredBlock } from "./referred-block";

const CONFIGURATION = "aws_s3_bucket_server_side_encryption_configuration";

interface Encrypted {
  /** Labels of buckets, with the instance where one is meant, by the module that holds them. */
  readonly labels: ReadonlyMap<Stack, ReadonlySet<string>>;
  /** Names of buckets. */
  readonly names: ReadonlySet<string>;
}

const known = new WeakMap<readonly Stack[], Encrypted>();

/**
 * True where a resource of the input configures the encryption of the bucket `block`; that resource
 * says with which key.
 */
export function isEncryptionConfigured(
  block: Block,
  stack: Stack,
  stacks: readonly Stack[],
): boolean {
  let encrypted = known.get(stacks);
  if (encrypted === undefined) {
    encrypted = find(stacks);
    known.set(stacks, encrypted);
  }
  const { labels, names } = encrypted;
  const ofStack = labels.get(stack);
  if (ofStack?.has(block.name) === true || ofStack?.has(block.name + instanceOf(block)) === true) {
    return true;
  }
  const name = names.size === 0 ? undefined : evaluate(own(block.body, "bucket"), stack, block);
  return name?.known === true && name.values.every((value) => names.has(value));
}

function find(stacks: readonly Stack[]): Encrypted {
  const labels = new Map<Stack, Set<string>>();
  const names = new Set<string>();
  for (const stack of stacks) {
    for (const block of stack.blocks) {
      if (block.kind === "resource" && block.type === CONFIGURATION) {
        const bucket = own(block.body, "bucket");
        const referred = referredBlock(bucket, stack, block);
        if (referred?.block.type.includes("bucket") === true) {
          const label = referred.block.name + (referred.instance ?? "");
          const others = labels.get(referred.stack);
          if (others === undefined) {
            labels.set(referred.stack, new Set([label]));
          } else {
            others.add(label);
          }
          continue;
        }
        const name = evaluate(bucket, stack, block);
        for (const value of name.known ? name.values : []) {
          names.add(value);
        }
      }
    }
  }
  return { labels, names };
}

/** `["logs"]` of an instance in a plan; `?` of a bucket of which there is one; none of several. */
function instanceOf(block: Block): string {
  const [index] = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/.exec(block.address) ?? [];
  const isRepeated =
    own(block.body, "for_each") !== undefined || own(block.body, "count") !== undefined;
  return index ?? (isRepeated ? "" : "?");
}
