import type { IConstruct } from "constructs";
import { MAX_WAIVER_DAYS } from "../../../guard";
import { type Jurisdiction, nearest, Region } from "../../../jurisdiction";
import { PropsError } from "../../validation";
import { requireDay } from "../validation";

/**
 * The one region outside that a stack may reach, for as long as it takes to leave it.
 *
 * Somebody answers for it, until a day. After that day its waivers are not in force any more, so
 * that every check of the project fails until the stack is removed or the exception is renewed in a
 * reviewed change.
 */
export interface RegionException {
  /** AWS region outside the jurisdiction. */
  readonly region: Region | string;
  /** Why something must still lie there. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Where its end is tracked. */
  readonly ticket: string;
  /**
   * Last day that it holds, `YYYY-MM-DD` in UTC; at most 90 days after the stack's `asOf`, the
   * longest that a waiver may run.
   */
  readonly deadline: string;
}

/** An exception whose region is resolved. */
export interface CheckedException extends Omit<RegionException, "region"> {
  readonly region: Region;
}

/**
 * @param asOf the day that the estate is synthesized for; nothing here reads a clock
 * @throws PropsError when the region is unknown or inside, when a text is missing, and when the
 *   deadline is no day or further off than a waiver may run
 */
export function checkException(
  scope: IConstruct,
  exception: RegionException,
  asOf: string | undefined,
  jurisdiction: Jurisdiction,
): CheckedException {
  const region = requireAwsOutside(scope, exception.region, jurisdiction);
  for (const field of ["reason", "owner", "ticket"] as const) {
    if (exception[field].trim() === "") {
      throw new PropsError(scope, {
        prop: `exception.${field}`,
        got: exception[field],
        because: "an exception that nobody answers for becomes permanent",
        fix: `write the ${field}`,
      });
    }
  }
  if (asOf === undefined) {
    throw new PropsError(scope, {
      prop: "asOf",
      got: undefined,
      because: "the deadline of an exception is counted from a day that is passed in",
      fix: "pass the day of the check, as YYYY-MM-DD",
    });
  }
  const today = requireDay(scope, "asOf", asOf);
  const end = requireDay(scope, "exception.deadline", exception.deadline);
  if (end - today > MAX_WAIVER_DAYS) {
    throw new PropsError(scope, {
      prop: "exception.deadline",
      got: exception.deadline,
      because: `it is ${end - today} days after ${asOf}, and an exception runs for ${MAX_WAIVER_DAYS} days at most`,
      fix: `write ${dayAfter(today, MAX_WAIVER_DAYS)} or an earlier day, and renew it in a reviewed change if it must go on`,
    });
  }
  return { ...exception, region };
}

function requireAwsOutside(
  scope: IConstruct,
  value: Region | string,
  jurisdiction: Jurisdiction,
): Region {
  const region = typeof value === "string" ? Region.find(value) : value;
  const refuse = (because: string, fix: string) =>
    new PropsError(scope, { prop: "exception.region", got: String(value), because, fix });
  if (region === undefined || region.cloud !== "aws") {
    const [near] = nearest(String(value), Region.all("aws").map(String), 1);
    throw refuse(
      "it is no region of AWS that is known",
      near === undefined ? "write the region's id" : `write ${near}, if that is meant`,
    );
  }
  if (jurisdiction.allows(region)) {
    throw refuse(
      `it lies inside ${jurisdiction.name}, which needs no exception`,
      "leave exception out",
    );
  }
  return region;
}

function dayAfter(day: number, days: number): string {
  return new Date((day + days) * 86_400_000).toISOString().slice(0, 10);
}
