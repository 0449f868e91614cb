import type { ReportOptions } from "../../report/options";
import type { ResidencyDiff } from "../residency-diff";

/** A function from a diff to text: the same diff and options give the same bytes. */
export type DiffReport = (diff: ResidencyDiff, options?: ReportOptions) => string;

/** One form in which a diff can be written. */
export interface DiffReporter {
  /** How the command line names it. */
  readonly id: string;
  /** What it is for, in a few words. */
  readonly title: string;
  /** Loads what writes it: the others stay unread. */
  load(): DiffReport;
  /**
   * Loads what writes the summary of a CI job, beside the report.
   * @default the format has none
   */
  loadSummary?(): DiffReport;
}

/** Every format of a diff, by name. */
export const DIFF_REPORTERS: readonly DiffReporter[] = [
  {
    id: "text",
    title: "for people who read a terminal or a log",
    load: () => (require("./text") as typeof import("./text")).reportDiffText,
  },
  {
    id: "markdown",
    title: "a comment on a pull request, below 64 KB",
    load: () => (require("./markdown") as typeof import("./markdown")).reportDiffMarkdown,
  },
  {
    id: "json",
    title: "the whole diff, for programs (docs/diff.md)",
    load: () => (require("./json") as typeof import("./json")).reportDiffJson,
  },
  {
    id: "github",
    title: "annotations and the job summary of GitHub Actions",
    load: () => (require("./github") as typeof import("./github")).reportDiffGithub,
    loadSummary: () => (require("./markdown") as typeof import("./markdown")).reportDiffSummary,
  },
];
