/**
 * As much of IAM's evaluation as the policies of Onshore need, so that a test says who is turned away
 * instead of repeating the policy.
 *
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators": a negated operator holds
 * where the key is absent, any other one does not.
 */
export interface Request {
  readonly action: string;
  /** `bucket` or `object` of the policy's resource. @default "object" */
  readonly on?: "bucket" | "object";
  /** Condition keys and their values; what is absent is absent from the request. */
  readonly context: Readonly<Record<string, string>>;
}

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** Ids of the statements that deny `request`. */
export function deniedBy(policy: string, request: Request): string[] {
  const { Statement } = JSON.parse(policy) as { Statement: readonly Statement[] };
  return Statement.filter(
    (statement) =>
      statement.Effect === "Deny" &&
      concerns(statement, request.action) &&
      holds(statement, request.context),
  ).map(({ Sid }) => Sid ?? "");
}

function concerns({ Action, NotAction }: Statement, action: string): boolean {
  return NotAction === undefined
    ? listOf(Action).some((pattern) => glob(pattern, action))
    : !NotAction.some((pattern) => glob(pattern, action));
}

function holds({ Condition = {} }: Statement, context: Request["context"]): boolean {
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => compare(operator, context[key], listOf(values))),
  );
}

function compare(operator: string, got: string | undefined, values: readonly string[]): boolean {
  const any = (matches: (value: string) => boolean) => got !== undefined && values.some(matches);
  switch (operator) {
    case "Null":
      return values.includes(String(got === undefined));
    case "Bool":
    case "StringEquals":
      return any((value) => value === got);
    case "StringNotEquals":
      return !any((value) => value === got);
    case "ArnLike":
      return any((value) => glob(value, got ?? ""));
    case "ArnNotEquals":
    case "ArnNotLike":
      return !any((value) => glob(value, got ?? ""));
    case "NumericLessThan":
      return any((value) => Number(got) < Number(value));
    default:
      throw new Error(`the operator ${operator} is not known here`);
  }
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === "string" ? [value] : (value ?? []);
}

function glob(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "i").test(text);
}
