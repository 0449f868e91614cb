import { statSync } from "node:fs";
import { isAbsolute, posix, relative, sep } from "node:path";
import {
  isProven,
  check as judge,
  REPORTERS,
  type ReportOptions,
  readSource,
  readWaiverFile,
  type Source,
} from "../guard";
import type { Jurisdiction } from "../jurisdiction";
import { type Output, parseOutputs, requireApart } from "./outputs";
import { Progress } from "./progress";
import { reporterOf, writeReports } from "./reports";
import { sourceRootOf } from "./source-root";
import type { Streams, Surroundings } from "./streams";
import { UsageError } from "./usage-error";
import { dayOf, JUDGING, jurisdictionOf, parseWords } from "./words";

/** What the words after `onshore check` ask for. */
interface Request {
  readonly path: string;
  readonly jurisdiction: Jurisdiction;
  readonly asOf: string;
  readonly waivers: string | undefined;
  readonly outputs: readonly Output[];
  readonly sourceRoot: string;
}

/**
 * Runs `onshore check`.
 *
 * @param today the day that `--as-of` falls back to, `YYYY-MM-DD`
 * @returns the exit code, or undefined where the words ask for help
 * @throws UsageError, UnreadableInputError
 */
export function check(
  words: readonly string[],
  streams: Streams,
  today: string,
  surroundings: Surroundings,
): number | undefined {
  const request = parse(words, today);
  if (request === undefined) {
    return undefined;
  }
  const progress = new Progress(streams);
  try {
    progress.phase("reading");
    const source = readSource(request.path);
    const waivers = request.waivers === undefined ? undefined : readWaiverFile(request.waivers);
    progress.phase(`checking ${filesOf(source)}`);
    const result = judge(source, {
      jurisdiction: request.jurisdiction,
      asOf: request.asOf,
      ...(waivers === undefined ? {} : { waivers }),
      flows: request.outputs.some(
        ({ format }) => reporterOf(REPORTERS, format).showsFlows === true,
      ),
    });
    progress.phase("writing");
    writeReports(
      result,
      request.outputs,
      REPORTERS,
      optionsOf(request, surroundings),
      surroundings.summaryFile,
      streams,
      progress,
    );
    return isProven(result) ? 0 : 1;
  } finally {
    progress.end();
  }
}

function optionsOf(request: Request, { toolVersion }: Surroundings): ReportOptions {
  const inputRoot = inputRootOf(request);
  return {
    sourceRoot: request.sourceRoot,
    ...(inputRoot === undefined ? {} : { inputRoot }),
    ...(toolVersion === undefined ? {} : { toolVersion }),
  };
}

function filesOf({ documents }: Source): string {
  return documents.length === 1 ? "1 file" : `${documents.length} files`;
}

function parse(words: readonly string[], today: string): Request | undefined {
  const { values, positionals } = parseWords(words, {
    ...JUDGING,
    format: { type: "string", multiple: true },
  });
  if (values.help) {
    return undefined;
  }
  const outputs = parseOutputs(
    values.format,
    REPORTERS.map(({ id }) => id),
  );
  if (positionals.length > 1) {
    throw new UsageError(`one PATH at a time, got ${positionals.length}`);
  }
  const path = positionals[0] ?? "cdktf.out";
  requireApart(outputs, values.waivers === undefined ? [path] : [path, values.waivers]);
  return {
    path,
    jurisdiction: jurisdictionOf(values.jurisdiction),
    asOf: dayOf(values["as-of"], today),
    waivers: values.waivers,
    outputs,
    sourceRoot: sourceRootOf(values["source-root"] ?? "."),
  };
}

/** The checked folder in the repository; undefined where it is not in the project's folder. */
function inputRootOf({ path, sourceRoot }: Request): string | undefined {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const inProject = relative(process.cwd(), path).split(sep).join("/");
  const folder = isFolder ? inProject : posix.dirname(inProject);
  return isAbsolute(folder) || folder === ".." || folder.startsWith("../")
    ? undefined
    : posix.join(sourceRoot, folder);
}
