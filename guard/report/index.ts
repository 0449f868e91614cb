import type { CheckResult } from "../result";
import type { ReportOptions } from "./options";

export type { ReportOptions } from "./options";

/** A function from a result to text: the same result and options give the same bytes. */
export type Report = (result: CheckResult, options?: ReportOptions) => string;

/** One form in which a result can be written. */
export interface Reporter {
  /** How the command line names it. */
  readonly id: string;
  /** What it is for, in a few words. */
  readonly title: string;
  /** Extension of a file that holds it, without the dot. */
  readonly extension: string;
  /**
   * Whether it shows every flow: the result is then to be made with `flows: true`.
   * @default false
   */
  readonly showsFlows?: boolean;
  /** Loads the reporter and the library that it may need. */
  load(): Report;
  /**
   * Loads what writes the summary of a CI job, beside the report.
   * @default the format has none
   */
  loadSummary?(): Report;
}

/** Every format, by name. */
export const REPORTERS: readonly Reporter[] = [
  {
    id: "text",
    title: "for people who read a terminal or a log",
    extension: "txt",
    load: () => (require("./text") as typeof import("./text")).reportText,
  },
  {
    id: "markdown",
    title: "a comment on a pull request, below 64 KB",
    extension: "md",
    load: () => (require("./markdown") as typeof import("./markdown")).reportMarkdown,
  },
  {
    id: "json",
    title: "the whole result, for programs (docs/result.md)",
    extension: "json",
    showsFlows: true,
    load: () => (require("./json") as typeof import("./json")).reportJson,
  },
  {
    id: "sarif",
    title: "SARIF 2.1.0, for code scanning",
    extension: "sarif",
    load: () => (require("./sarif") as typeof import("./sarif")).reportSarif,
  },
  {
    id: "junit",
    title: "JUnit XML, for the test view of a CI server",
    extension: "xml",
    load: () => (require("./junit") as typeof import("./junit")).reportJunit,
  },
  {
    id: "html",
    title: "one self-contained page with a map of the regions",
    extension: "html",
    showsFlows: true,
    load: () => (require("./html") as typeof import("./html")).reportHtml,
  },
  {
    id: "github",
    title: "annotations and the job summary of GitHub Actions",
    extension: "txt",
    load: () => (require("./github") as typeof import("./github")).reportGithub,
    loadSummary: () => (require("./github") as typeof import("./github")).reportGithubSummary,
  },
];
