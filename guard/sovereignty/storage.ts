/** Something that a resource type keeps data in, and where its encryption key is written. */
export interface Storage {
  /**
   * Dotted paths of arguments, any of which holds the key. Those that start with `/` count from the
   * resource itself, the others from `block`.
   */
  readonly keys: readonly string[];
  /** Nested block that stores the data: each one is judged. @default the resource itself */
  readonly block?: string;
  /** What it means that no such block is written: `stored` under the cloud's own key, or `nothing`. @default "stored" */
  readonly none?: "stored" | "nothing";
  /** Arguments that name what the key is taken over from: a snapshot, a source database, a pool. */
  readonly from?: readonly string[];
  /** Argument that names a backup policy: only where that copies to another region is anything stored. */
  readonly copiedBy?: string;
  /** `argument=VALUE` without which the key is not used. */
  readonly when?: string;
  /** `argument=VALUE`: only then is anything stored. */
  readonly only?: string;
  /** `argument=VALUE`: then nothing new is stored. */
  readonly unless?: string;
  /** What to do about a missing key, where that is not to set the argument. */
  readonly fix?: string;
  /** What is missing, where that is not the argument; the end of a sentence. */
  readonly lack?: string;
  /** True for a volume that takes the account's default key of Elastic Block Store. */
  readonly isEbs?: boolean;
}

export type StorageTable = Readonly<Record<string, readonly Storage[]>>;

/** Storage whose key stands in one of `keys`. */
export function key(...keys: readonly string[]): Storage {
  return { keys };
}
