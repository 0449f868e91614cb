import type { ReportOptions } from "../guard";
import { appendTo, type Output, writeOutputs } from "./outputs";
import type { Progress } from "./progress";
import type { Streams } from "./streams";

/** One form in which `T` can be written; those of a result and of a diff both are this. */
interface ReporterOf<T> {
  readonly id: string;
  load(): (subject: T, options?: ReportOptions) => string;
  loadSummary?(): (subject: T, options?: ReportOptions) => string;
}

/** The reporter of a format that has been checked. */
export function reporterOf<R extends { readonly id: string }>(
  reporters: readonly R[],
  format: string,
): R {
  const reporter = reporters.find(({ id }) => id === format);
  if (reporter === undefined) {
    throw new Error(`no reporter ${format}`);
  }
  return reporter;
}

/**
 * Writes each output, and before them the job summaries that their formats have.
 *
 * @param summaryFile the file of the job's summary; undefined outside of such a job
 * @throws UsageError when a file cannot be written
 */
export function writeReports<T>(
  subject: T,
  outputs: readonly Output[],
  reporters: readonly ReporterOf<T>[],
  options: ReportOptions,
  summaryFile: string | undefined,
  streams: Streams,
  progress: Progress,
): void {
  const terminal: ReportOptions =
    streams.isTerminal === true
      ? { ...options, colour: streams.colour ?? true, columns: streams.columns ?? 80 }
      : options;
  for (const { format } of outputs) {
    const reporter = reporterOf(reporters, format);
    if (reporter.loadSummary !== undefined && summaryFile !== undefined) {
      appendTo(summaryFile, reporter.loadSummary()(subject, options));
    }
  }
  writeOutputs(
    outputs,
    ({ format, file }) =>
      reporterOf(reporters, format).load()(subject, file === undefined ? terminal : options),
    {
      ...streams,
      out: (text) => {
        progress.end();
        streams.out(text);
      },
    },
  );
}
