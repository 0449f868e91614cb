import type { Jurisdiction } from "../jurisdiction";
import { check } from "./check";
import { readSource } from "./read/read-source";
import type { ReportOptions } from "./report/options";
import { reportText } from "./report/text";
import { type CheckResult, isProven } from "./result";
import type { WaiverSource } from "./waive/waiver";

export interface ProveOptions {
  readonly jurisdiction: Jurisdiction;
  /** The day the result is made for, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** @default none */
  readonly waivers?: WaiverSource;
  /** How the report is shown. @default for a log: no colours, lines of any length */
  readonly report?: ReportOptions;
  /** Takes the report of a proven estate. */
  readonly out: (text: string) => void;
  /** Takes the report of an estate that is not proven. */
  readonly err: (text: string) => void;
}

/**
 * Judges the synthesized output of an app and reports it: the last line of an app's `main.ts`.
 *
 * cdktf runs the app before every `synth`, `diff` and `deploy` and stops when the app fails, so that
 * Terraform never starts on an estate that is not proven.
 *
 * @param outdir the folder that the app was synthesized to
 * @returns the result; set the process's exit code to 1 unless `isProven` says so
 */
export function proveOutput(outdir: string, options: ProveOptions): CheckResult {
  const result = check(readSource(outdir), options);
  const report = reportText(result, options.report);
  if (isProven(result)) {
    options.out(report);
  } else {
    options.err(report);
  }
  return result;
}
