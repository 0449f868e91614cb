import type { ResidencyDiff } from "../residency-diff";
import { isWorse } from "../worsenings";

/** The diff as JSON, in the form that docs/diff.md describes; ends with a newline. */
export function reportDiffJson(diff: ResidencyDiff): string {
  const { version, ...rest } = diff;
  return `${JSON.stringify({ version, worse: isWorse(diff), ...rest }, undefined, 2)}\n`;
}
