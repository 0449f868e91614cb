import type { CheckResult } from "../result";

/** The result as JSON, in the form that docs/result.md describes; ends with a newline. */
export function reportJson(result: CheckResult): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}
