/** Thrown by `Region.of` for an id that no known region has. */
export class UnknownRegionError extends Error {
  override readonly name = "UnknownRegionError";

  constructor(
    /** The id as given. */
    readonly value: string,
    /** Known ids that are spelled alike, nearest first. */
    readonly suggestions: readonly string[],
    known: number,
  ) {
    const hint =
      suggestions.length > 0
        ? `Did you mean ${suggestions.join(", ")}?`
        : "Use a full region id such as us-ashburn-1 or us-east-1.";
    super(
      `Unknown region ${quote(value)}: none of the ${known} known regions has this id. ${hint}`,
    );
  }
}

/** Thrown by `Jurisdiction.require` for a region that lies outside the jurisdiction. */
export class OutsideJurisdictionError extends Error {
  override readonly name = "OutsideJurisdictionError";

  constructor(
    /** Name of the jurisdiction, such as `US`. */
    readonly jurisdiction: string,
    /** What was to be placed, such as `replica region`. */
    readonly what: string,
    /** The region as given. */
    readonly value: string,
    /** Ids of the allowed regions of the same cloud (of all clouds where the cloud is unknown). */
    readonly allowed: readonly string[],
    detail: string,
    repair: string,
  ) {
    super(
      `${what} is outside the jurisdiction ${jurisdiction}: got ${quote(value)} (${detail}). ` +
        `Allowed: ${allowed.length > 0 ? allowed.join(", ") : "none"}. ${repair}`,
    );
  }
}

/** Thrown by `Jurisdiction.define` for a definition that contradicts itself or the region table. */
export class InvalidJurisdictionError extends Error {
  override readonly name = "InvalidJurisdictionError";

  constructor(
    /** Name of the jurisdiction as given. */
    readonly jurisdiction: string,
    /** Every problem found, one sentence each. */
    readonly problems: readonly string[],
  ) {
    super(`Jurisdiction ${quote(jurisdiction)} is not valid: ${problems.join(" ")}`);
  }
}

const MAX_QUOTED = 120;

/** `value` in quotes, cut where it is too long to read. */
export function quote(value: string): string {
  return JSON.stringify(value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value);
}
