import { asList, isObject, own } from "../json/json";
import type { Stack } from "../model/block";
import { evaluate } from "../place/evaluate";
import { isNegative, isPositive, takesWildcards } from "./aws-regions";
import type { AwsCondition, AwsPrincipal, AwsStatement } from "./aws-statement";
import { globMatches } from "./condition";
import { blockOf } from "./resolve";
import { HOLE, type SourceText, written } from "./source-text";

const known = new WeakMap<readonly Stack[], ReadonlySet<string>>();

/**
 * Accounts that the estate says are its own: `allowed_account_ids` of an AWS provider configuration,
 * and the account of a role that one assumes.
 */
export function ownAccounts(stacks: readonly Stack[]): ReadonlySet<string> {
  const memo = known.get(stacks);
  if (memo !== undefined) {
    return memo;
  }
  const accounts = new Set<string>();
  for (const stack of stacks) {
    for (const block of stack.blocks) {
      if (block.kind !== "provider" || block.type !== "aws") {
        continue;
      }
      const roles = asList(own(block.body, "assume_role")).map((role) =>
        isObject(role) ? own(role, "role_arn") : undefined,
      );
      for (const value of [...asList(own(block.body, "allowed_account_ids")), ...roles]) {
        const result = evaluate(value, stack);
        for (const text of result.known ? result.values : []) {
          const account = accountOf(text);
          if (account !== undefined) {
            accounts.add(account);
          }
        }
      }
    }
  }
  known.set(stacks, accounts);
  return accounts;
}

const ACCOUNT = /^\d{12}$/;

/** The account that an ARN or a bare account id names; undefined where it names none. */
export function accountOf(text: string): string | undefined {
  if (ACCOUNT.test(text)) {
    return text;
  }
  const [scheme, , , , account] = text.split(":", 6);
  return scheme === "arn" && account !== undefined && ACCOUNT.test(account) ? account : undefined;
}

/** Who a principal of an Allow is. */
export type Standing =
  /** Everybody, or everybody in every account. */
  | { readonly kind: "anyone" }
  | { readonly kind: "account"; readonly account: string }
  /** A block of this stack, a service of AWS, or an owner that AWS itself runs. */
  | { readonly kind: "own" }
  | { readonly kind: "unknown" };

/** What is known of a principal of the types `*`, `AWS` and `CanonicalUser`. */
export function standingOf({ type, value }: AwsPrincipal, stack: Stack): Standing {
  const { text } = value;
  if (text === "*") {
    return { kind: "anyone" };
  }
  if (text.includes(HOLE)) {
    return holesAreOwn(value, stack) ? { kind: "own" } : { kind: "unknown" };
  }
  if (type === "canonicaluser") {
    return { kind: "unknown" };
  }
  const account = accountOf(text);
  if (account !== undefined) {
    return { kind: "account", account };
  }
  const owner = text.startsWith("arn:") ? (text.split(":", 6)[4] ?? "") : "";
  if (/[*?]/.test(owner)) {
    return { kind: "anyone" };
  }
  // arn:aws:iam::cloudfront:user/… and the like: an owner with a name is AWS itself.
  return /^[a-z-]+$/.test(owner) ? { kind: "own" } : { kind: "unknown" };
}

/** True where every expression refers to a block of the stack, which is judged by itself. */
export function holesAreOwn(value: SourceText, stack: Stack): boolean {
  return [...value.holes.values()].every((hole) => blockOf(hole, stack) !== undefined);
}

/** Keys that say who asks or through what, so that a value closes a statement for everybody else. */
const NARROWING = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpcarn",
  "aws:sourcevpce",
  "aws:userid",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);

/** Keys that close a statement by being true. */
const NARROWING_FLAGS = new Set([
  "aws:principalisawsservice",
  "elasticfilesystem:accessedviamounttarget",
]);

/** The conditions that close a statement for everybody but whom they name. */
export function narrowing(
  conditions: readonly AwsCondition[],
  stack: Stack,
): readonly AwsCondition[] {
  return conditions.filter((condition) => {
    const { key, operator, values, holdsWithoutKey } = condition;
    if (holdsWithoutKey || values.length === 0) {
      return false;
    }
    if (NARROWING_FLAGS.has(key)) {
      return operator === "bool" && values.every(({ text }) => text.toLowerCase() === "true");
    }
    return NARROWING.has(key) && values.every((value) => isNarrow(value, condition, stack));
  });
}

/**
 * True where one of `denials` denies all that `allow` grants to whoever a narrowing condition does not
 * name: the other way to close a statement that allows everybody.
 */
export function closedByDenial(
  allow: AwsStatement,
  denials: readonly AwsStatement[],
  stack: Stack,
): boolean {
  return denials.some(
    (deny) =>
      deny.effect === "deny" &&
      deny.unread.length === 0 &&
      deny.principals.some(({ value }) => value.text === "*") &&
      deny.conditions.every((condition) => leavesOutNamed(condition, stack)) &&
      allCovered(allow.actions, deny.actions) &&
      allCovered(allow.resources, deny.resources),
  );
}

/** `StringNotEquals` and the like, on a key that says who asks. */
function leavesOutNamed(condition: AwsCondition, stack: Stack): boolean {
  const { key, operator, values } = condition;
  if (!NARROWING.has(key) || values.length === 0 || !isNegative(condition)) {
    return false;
  }
  const opposite = { ...condition, operator: operator.replace("not", "") };
  return values.every((value) => isNarrow(value, opposite, stack));
}

function allCovered(granted: readonly SourceText[], denied: readonly SourceText[]): boolean {
  return (
    granted.length > 0 &&
    granted.every((one) =>
      denied.some((other) => written(one) === written(other) || covers(other.text, one.text)),
    )
  );
}

function covers(glob: string, text: string): boolean {
  return (
    !glob.includes(HOLE) &&
    !text.includes(HOLE) &&
    globMatches(glob.toLowerCase(), text.toLowerCase(), true)
  );
}

/** Widest network, in bits of its prefix, that still says where a request comes from. */
const WIDEST_PREFIX = 8;

function isNarrow(value: SourceText, condition: AwsCondition, stack: Stack): boolean {
  const { text } = value;
  if (condition.operator === "ipaddress") {
    const prefix = /\/(\d+)$/.exec(text)?.[1];
    return prefix === undefined
      ? !text.includes(HOLE) || holesAreOwn(value, stack)
      : Number(prefix) >= WIDEST_PREFIX;
  }
  if (!isPositive(condition)) {
    return false;
  }
  if (text.includes(HOLE)) {
    return !takesWildcards(condition) || holesAreOwn(value, stack);
  }
  if (!takesWildcards(condition) || !/[*?]/.test(text)) {
    return text !== "";
  }
  const [scheme, , , , account, resource] = text.split(":", 6);
  // A wildcard is harmless after the account, or in the keys of a bucket that is named.
  return (
    scheme === "arn" &&
    account !== undefined &&
    !/[*?]/.test(account) &&
    (account !== "" || !/^[*?]/.test(resource ?? "*"))
  );
}
