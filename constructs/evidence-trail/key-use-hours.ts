import type { IConstruct } from "constructs";
import type { DayOfWeek } from "../region-locked-block-volume";
import { PropsError } from "../validation";

/** Hours in which the use of a key raises no alarm. */
export interface KeyUseHours {
  /** UTC time of day at which they begin, `HH:MM`. */
  readonly from: string;
  /** UTC time of day at which they end, `HH:MM`; one before `from` is the next day's. */
  readonly to: string;
  /**
   * UTC days on which they begin.
   * @default Monday to Friday
   */
  readonly days?: readonly DayOfWeek[];
  /** UTC day from which on the alarm is silenced in these hours, `2027-01-31`. */
  readonly validFrom: string;
  /**
   * UTC day from which on it is not: from then on the alarm tells of every use, until the hours are
   * declared again.
   */
  readonly validUntil: string;
  /**
   * Whose use raises the alarm: that of `users`, or of `everyone`, services and resources included, which
   * use keys at night as by day.
   * @default "users"
   */
  readonly whose?: "users" | "everyone";
}

const WORKING_DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"] as const;

const DAYS: readonly DayOfWeek[] = [...WORKING_DAYS, "SATURDAY", "SUNDAY"];

const MINUTES_A_DAY = 24 * 60;

/** The same hours as OCI's alarm suppressions say them. */
export interface Suppression {
  /** RFC 3339. */
  readonly timeSuppressFrom: string;
  readonly timeSuppressUntil: string;
  /** A recurrence rule of RFC 5545, section 3.3.10. */
  readonly recurrence: string;
  /** An ISO 8601 duration. */
  readonly duration: string;
}

/**
 * The hours as a suppression that recurs.
 *
 * OCI has no time zone for it: a suppression recurs by UTC, and follows no daylight saving time. Its
 * rule has `FREQ`, `DAILY` or `WEEKLY`; `BYDAY`; `BYHOUR`, `BYMINUTE` and `BYSECOND`, the start in UTC.
 * It lasts from a minute to 24 hours, and a suppression has one such rule. Source: OCI API,
 * `CreateAlarmSuppressionDetails`, `Recurrence`.
 *
 * @param prop path of the hours for messages
 * @throws PropsError for times and days that there are not, and hours that hold no time or end before
 *   they begin
 */
export function toSuppression(scope: IConstruct, prop: string, hours: KeyUseHours): Suppression {
  const from = minutesOf(scope, `${prop}.from`, hours.from);
  const to = minutesOf(scope, `${prop}.to`, hours.to);
  const length = (to - from + MINUTES_A_DAY) % MINUTES_A_DAY;
  if (length === 0) {
    throw new PropsError(scope, {
      prop: `${prop}.to`,
      got: hours.to,
      because: "the hours end when they begin, so that they are none, or the whole day",
      fix: "write another time, or leave keyUseHours out",
    });
  }
  const days = daysOf(scope, `${prop}.days`, hours.days ?? WORKING_DAYS);
  requireDay(scope, `${prop}.validFrom`, hours.validFrom);
  requireDay(scope, `${prop}.validUntil`, hours.validUntil);
  if (hours.validUntil <= hours.validFrom) {
    throw new PropsError(scope, {
      prop: `${prop}.validUntil`,
      got: hours.validUntil,
      because: `the hours would end before they begin, on ${hours.validFrom}`,
      fix: "write a later day",
    });
  }
  return {
    timeSuppressFrom: `${hours.validFrom}T00:00:00Z`,
    timeSuppressUntil: `${hours.validUntil}T00:00:00Z`,
    recurrence: [
      "FREQ=WEEKLY",
      `BYDAY=${days.map((day) => day.slice(0, 2)).join(",")}`,
      `BYHOUR=${Math.floor(from / 60)}`,
      `BYMINUTE=${from % 60}`,
    ].join(";"),
    duration: `PT${Math.floor(length / 60)}H${length % 60}M`.replace(/(?<=\D)0[HM]/g, ""),
  };
}

function minutesOf(scope: IConstruct, prop: string, time: string): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) {
    throw new PropsError(scope, {
      prop,
      got: time,
      because: "it is no time of day",
      fix: "write it in UTC, as 13:00",
    });
  }
  return Number(hour) * 60 + Number(minute);
}

/** Each day once, Monday first. */
function daysOf(scope: IConstruct, prop: string, days: readonly DayOfWeek[]): readonly DayOfWeek[] {
  const unknown = days.find((day) => !DAYS.includes(day));
  if (unknown !== undefined || days.length === 0) {
    throw new PropsError(scope, {
      prop,
      got: unknown ?? days,
      because:
        unknown === undefined ? "hours of no day are never" : "there is no such day of the week",
      fix: `name days of ${DAYS.join(", ")}`,
    });
  }
  return DAYS.filter((day) => days.includes(day));
}

function requireDay(scope: IConstruct, prop: string, day: string): void {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  // `Date` turns 31 February into March.
  if (
    date === undefined ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== day
  ) {
    throw new PropsError(scope, {
      prop,
      got: day,
      because: "it is no day of the calendar",
      fix: "write it as 2027-01-31",
    });
  }
}
