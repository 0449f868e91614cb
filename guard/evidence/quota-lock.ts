import type { Region } from "../../jurisdiction";
import {
  ALWAYS,
  type Condition,
  type ConditionTest,
  NEVER,
  not,
  PERHAPS,
  type Truth,
  truth,
} from "../statements/condition";
import type { QuotaStatement } from "../statements/quota-statement";

/**
 * What a family's quotas leave it in a region.
 *
 * - `locked`: no capacity
 * - `unproven`: a statement that cannot be read, or a condition that cannot be told, may give some
 * - `open`: all that the service gives
 */
export type LockState = "locked" | "unproven" | "open";

/** A statement of a quota; undefined is one that cannot be read, and may say anything. */
export type ReadStatement = QuotaStatement | undefined;

/**
 * What the statements of one quota, in their order, leave `family` in `region`: a later statement
 * supersedes an earlier one.
 *
 * Source: OCI documentation, "Quota Policy Syntax".
 *
 * @param region undefined for a region that is in no table yet
 */
export function lockOf(
  statements: readonly ReadStatement[],
  family: string,
  region: Region | undefined,
): LockState {
  let state: LockState = "open";
  for (const statement of statements) {
    if (statement === undefined || statement.family.holes.length > 0) {
      state = weaker(state);
    } else if (statement.family.lower === family) {
      state = after(state, statement, holdsIn(statement.condition, region));
    }
  }
  return state;
}

/** OCI applies the most restrictive of several quotas. */
export function strictest(states: readonly LockState[]): LockState {
  return states.includes("locked") ? "locked" : states.includes("unproven") ? "unproven" : "open";
}

function after(state: LockState, statement: QuotaStatement, holds: Truth): LockState {
  if (holds === NEVER) {
    return state;
  }
  if (!takesAll(statement)) {
    // One that takes away some quotas of the family changes nothing about the others.
    return takesSome(statement) ? state : holds === ALWAYS ? "open" : weaker(state);
  }
  return holds === ALWAYS ? "locked" : state === "open" ? "unproven" : state;
}

function takesSome({ action, value }: QuotaStatement): boolean {
  return action === "zero" || (value !== undefined && /^0+$/.test(value.text));
}

/** Every quota of the family, in the whole tenancy. */
function takesAll(statement: QuotaStatement): boolean {
  return (
    takesSome(statement) && statement.quotas.length === 0 && statement.compartment === undefined
  );
}

function weaker(state: LockState): LockState {
  return state === "locked" ? "unproven" : state;
}

function holdsIn(condition: Condition | undefined, region: Region | undefined): Truth {
  return truth(condition, (test) => holds(test, region));
}

/** A quota compares `request.region` with the region's name: its key never matches. */
function holds({ variable, operator, values }: ConditionTest, region: Region | undefined): Truth {
  if (variable !== "request.region") {
    return PERHAPS;
  }
  const isVague = values.some(({ kind, holes }) => kind === "pattern" || holes.length > 0);
  const matches = values.some(({ lower }) => lower === region?.id);
  const named: Truth = matches ? ALWAYS : isVague ? PERHAPS : NEVER;
  switch (operator) {
    case "=":
      return named;
    case "!=":
      return not(named);
    default:
      return PERHAPS;
  }
}
