import type { SourceText } from "./source-text";

/** One value of a principal. */
export interface AwsPrincipal {
  /** `aws`, `service`, `federated`, `canonicaluser` or `*`, lower case. */
  readonly type: string;
  readonly value: SourceText;
}

/** One line of a condition block: all of them must hold, each for any of its values. */
export interface AwsCondition {
  /** Lower case, without `ForAnyValue:`, `ForAllValues:` and `IfExists`. */
  readonly operator: string;
  /** True where it holds too when the request has no such key. */
  readonly holdsWithoutKey: boolean;
  readonly key: string;
  readonly values: readonly SourceText[];
}

/** One statement of a policy document. */
export interface AwsStatement {
  /** `allow`, `deny`, or whatever else stands there, lower case. */
  readonly effect: string;
  readonly principals: readonly AwsPrincipal[];
  readonly notPrincipal: boolean;
  /** Empty where the statement has NotAction. */
  readonly actions: readonly SourceText[];
  /** Empty where the statement has NotResource. */
  readonly resources: readonly SourceText[];
  readonly conditions: readonly AwsCondition[];
  /** Parts that are no literal, or that are written twice. */
  readonly unread: readonly Unread[];
}

/** Parts of a statement that decide where it holds, and for whom. */
export type Unread = (typeof PARTS)[number];

/** Names of these parts. */
export const PARTS = ["Effect", "Principal", "Condition"] as const;
