/** A way in which a resource type is open to the internet, and the arguments that tell. */
export interface Exposure {
  /** What is open, as the end of a sentence after the block's address. */
  readonly says: string;
  /** Nested block that decides: each one is judged, and without one it is closed. @default the resource itself */
  readonly block?: string;
  /** Dotted path of the argument that decides. @default none: it is open unless `closedBy` is set */
  readonly argument?: string;
  /** Values of `argument` that open it, in lower case. */
  readonly open?: readonly string[];
  /** What it means that `argument` is not set. @default "closed" */
  readonly unset?: "open" | "closed";
  /** Argument that opens it by being set at all, whatever to. */
  readonly openedBy?: string;
  /** Arguments any of which, when it is set, keeps it closed. */
  readonly closedBy?: readonly string[];
  /** Argument that lists the address ranges from which it can be reached. */
  readonly ranges?: string;
  /** True for what opens nothing by itself and lets something else open it: that is unproven. */
  readonly isLatent?: boolean;
  /** What to do about it. */
  readonly fix: string;
}

export type ExposureTable = Readonly<Record<string, readonly Exposure[]>>;
