/** What following a value showed. */
export type Outcome =
  /** It leads inside, or nowhere else. */
  | { readonly status: "inside" }
  | {
      readonly status: "outside";
      /** Region or realm that it leads to. */
      readonly region: string;
      /** How it is known, as the end of a sentence: `aws_s3_bucket.b lies there`. */
      readonly because: string;
    }
  | {
      readonly status: "unproven";
      /** Why nothing tells, as the end of a sentence. */
      readonly because: string;
    };

export const INSIDE: Outcome = { status: "inside" };

export function unproven(because: string): Outcome {
  return { status: "unproven", because };
}

export function outside(region: string, because: string): Outcome {
  return { status: "outside", region, because };
}

const RANK = { inside: 0, unproven: 1, outside: 2 } as const;

/** The worst of several: a value that can be either of two is as bad as the worse one. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  let found = INSIDE;
  for (const outcome of outcomes) {
    if (RANK[outcome.status] > RANK[found.status]) {
      found = outcome;
    }
  }
  return found;
}
