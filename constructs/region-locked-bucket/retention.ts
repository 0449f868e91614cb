import type { IConstruct } from "constructs";
import { isToken, PropsError, requireWhole } from "../validation";
import type {
  LifecycleRule,
  RegionLockedBucketProps,
  RetentionRule,
  TimeUnit,
} from "./bucket-props";

/** Longest period that the API's signed 32-bit number of days can hold is far above this. */
export const MAX_PERIOD = 36_500;

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** @throws PropsError for a period or a lock that OCI would refuse */
export function checkRetentionRule(scope: IConstruct, prop: string, rule: RetentionRule): void {
  if (rule.timeAmount !== undefined) {
    requireWhole(
      scope,
      `${prop}.timeAmount`,
      rule.timeAmount,
      1,
      MAX_PERIOD,
      rule.timeUnit ?? "DAYS",
    );
  } else if (rule.lockFrom !== undefined) {
    throw new PropsError(scope, {
      prop: `${prop}.lockFrom`,
      got: rule.lockFrom,
      because: "OCI does not lock a rule without an end",
      fix: "give the rule a timeAmount, or leave lockFrom out",
    });
  }
  if (rule.lockFrom !== undefined && !isInstant(rule.lockFrom)) {
    throw new PropsError(scope, {
      prop: `${prop}.lockFrom`,
      got: rule.lockFrom,
      because: "it must be an RFC 3339 instant of a day that there is",
      fix: "write one such as 2027-01-31T00:00:00Z",
    });
  }
}

/** Whether it is an RFC 3339 instant; 31 February, which `Date` turns into March, is none. */
function isInstant(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})T/.exec(text) ?? [];
  if (!RFC_3339.test(text) || Number.isNaN(Date.parse(text))) {
    return isToken(text);
  }
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** The retention rules with the one that a legal hold is. */
export function retentionOf(props: RegionLockedBucketProps): readonly RetentionRule[] {
  const { retentionRules = [], legalHold } = props;
  return legalHold === undefined ? retentionRules : [...retentionRules, { displayName: legalHold }];
}

/** What OCI is told of versions, explicitly or by default. */
export function versioningOf(props: RegionLockedBucketProps): "Enabled" | "Disabled" | "Suspended" {
  if (props.versioning === "Suspended") {
    return "Suspended";
  }
  const byDefault = retentionOf(props).length === 0 && props.replicationDestination !== true;
  return (props.versioning ?? byDefault) ? "Enabled" : "Disabled";
}

/**
 * The retention rule that keeps an object when a lifecycle rule would delete it. A legal hold is none:
 * it is lifted one day.
 */
export function keeperOf(
  rule: LifecycleRule,
  props: RegionLockedBucketProps,
): RetentionRule | undefined {
  if (rule.action !== "DELETE" || rule.target === "multipart-uploads") {
    return undefined;
  }
  const latest = days(rule.timeAmount, rule.timeUnit, 366);
  return props.retentionRules?.find(
    ({ timeAmount, timeUnit }) =>
      timeAmount === undefined || days(timeAmount, timeUnit, 365) > latest,
  );
}

function days(amount: number, unit: TimeUnit | undefined, daysOfYear: number): number {
  return unit === "YEARS" ? amount * daysOfYear : amount;
}

/** Whether a legal hold stops the rule. */
export function isHeld(rule: LifecycleRule, props: RegionLockedBucketProps): boolean {
  return props.legalHold !== undefined && rule.action === "DELETE";
}
