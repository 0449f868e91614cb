import { own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { evaluate } from "../place/evaluate";

const BUCKET_ARN = /^arn:aws[a-z-]*:s3:::([^/*:]+)/;
const BUCKET_URI = /^s3[an]?:\/\/([^/]+)/;
const BUCKET_HOST = /^([a-z0-9][a-z0-9.-]*)\.s3\.amazonaws\.com$/;
/** Transfer Family writes a bucket, or a file system, as the first folder of a path. */
const BUCKET_PATH = /^\/?(?!fs-[0-9a-f]+(?:\/|$))([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/|$)/;

/** Name of an argument that takes an S3 bucket by its bare name. */
export const BUCKET_ARGUMENT =
  /(?:^|_)buckets?(?:_|$)|^location$|^(?:home|base)_directory$|^target$/;

/**
 * The S3 bucket that `text` names: by ARN or URI, which hold no region, or by its bare name where
 * the argument takes one.
 */
export function bucketNameOf(text: string, takesName: boolean): string | undefined {
  return (
    BUCKET_ARN.exec(text)?.[1] ??
    BUCKET_URI.exec(text)?.[1] ??
    BUCKET_HOST.exec(text)?.[1] ??
    (takesName ? BUCKET_PATH.exec(text)?.[1] : undefined)
  );
}

/** The buckets that the input makes, by name: a name is unique in its partition. */
export class BucketIndex {
  private index: ReadonlyMap<string, readonly (readonly [Block, Stack])[]> | undefined;

  constructor(private readonly stacks: readonly Stack[]) {}

  blocksNamed(name: string): readonly (readonly [Block, Stack])[] {
    this.index ??= this.build();
    return this.index.get(name) ?? [];
  }

  private build() {
    const index = new Map<string, (readonly [Block, Stack])[]>();
    for (const stack of this.stacks) {
      for (const block of stack.blocks) {
        if (block.kind === "resource" && block.type === "aws_s3_bucket") {
          const name = evaluate(own(block.body, "bucket"), stack, block);
          for (const value of name.known ? name.values : []) {
            index.set(value, [...(index.get(value) ?? []), [block, stack]]);
          }
        }
      }
    }
    return index;
  }
}
