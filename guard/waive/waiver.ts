/**
 * A finding that somebody has answered for, until a day.
 *
 * All fields are required: a waiver without an owner or an end is how a way out becomes permanent.
 */
export interface Waiver {
  /** Unique in the file; reports show it beside each finding that it covers. */
  readonly id: string;
  /** Id of the rule whose findings it covers; one rule a waiver. */
  readonly rule: string;
  /**
   * What it covers, as narrow as it can be written: `<stack>:<address>#<JSON pointer>`,
   * `<stack>:<address>`, or `<stack>` for a stack that lies outside as a whole.
   */
  readonly subject: string;
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Where its end is tracked. */
  readonly ticket: string;
  /** Last day that it holds, `YYYY-MM-DD`; at most 90 days after the day of the check. */
  readonly expires: string;
}

/** Waivers as they were read, not yet checked. */
export interface WaiverSource {
  /** How the file is called in findings. */
  readonly file: string;
  /** What stands under `waivers` in the file. */
  readonly entries: unknown;
  /** What stands under `modules`: remote modules that somebody has read. @default none */
  readonly modules?: unknown;
}

/** Longest time that a waiver may still have to run, in days. */
export const MAX_WAIVER_DAYS = 90;
