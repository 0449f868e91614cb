import type { Finding } from "../../guard";

/**
 * A way out of the jurisdiction, as small as it can be written, with its twin: a configuration that
 * looks alike and is honest.
 */
export interface Evasion {
  /** Unique, kebab-case: what reaches abroad, and how. */
  readonly id: string;
  /** What it tries, in one sentence for docs/evasions.md. */
  readonly tries: string;
  /** Terraform JSON, or several files of one output folder by their path. */
  readonly config: object;
  /** At least one finding must match each of these. */
  readonly expected: readonly ExpectedFinding[];
  /** What looks alike and must stay green: no finding at all. */
  readonly lookAlikes: readonly LookAlike[];
}

export interface ExpectedFinding {
  readonly rule: string;
  readonly status: Finding["status"];
  /** JSON pointer, where it matters which value is blamed. */
  readonly path?: string;
}

export interface LookAlike {
  /** Why it is honest, in a few words. */
  readonly because: string;
  readonly config: object;
}

/** One family of ways out; each is a file in `corpus/`. */
export interface Family {
  /** Heading in docs/evasions.md. */
  readonly title: string;
  readonly evasions: readonly Evasion[];
}
