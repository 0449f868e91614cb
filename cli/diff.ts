import {
  type CheckResult,
  check,
  DIFF_REPORTERS,
  diffResults,
  isWorse,
  readSavedResult,
  readSource,
  readWaiverFile,
} from "../guard";
import type { Jurisdiction } from "../jurisdiction";
import { type Output, parseOutputs, requireApart } from "./outputs";
import { Progress } from "./progress";
import { writeReports } from "./reports";
import { sourceRootOf } from "./source-root";
import type { Streams, Surroundings } from "./streams";
import { UsageError } from "./usage-error";
import { dayOf, JUDGING, jurisdictionOf, parseWords } from "./words";

/** One side, and what it is judged with unless it is a saved result. */
interface Side {
  readonly path: string;
  readonly waivers: string | undefined;
}

/** What the words after `onshore diff` ask for. */
interface Request {
  readonly base: Side;
  readonly head: Side;
  readonly jurisdiction: Jurisdiction;
  readonly asOf: string;
  readonly outputs: readonly Output[];
  readonly sourceRoot: string;
}

/**
 * Runs `onshore diff`.
 *
 * @param today the day that `--as-of` falls back to, `YYYY-MM-DD`
 * @returns the exit code, 1 only where something is worse; undefined where the words ask for help
 * @throws UsageError, UnreadableInputError
 */
export function runDiff(
  words: readonly string[],
  streams: Streams,
  today: string,
  surroundings: Surroundings = {},
): number | undefined {
  const request = parse(words, today);
  if (request === undefined) {
    return undefined;
  }
  const progress = new Progress(streams);
  try {
    progress.phase(`judging ${request.base.path}`);
    const base = resultOf(request.base, request);
    progress.phase(`judging ${request.head.path}`);
    const head = resultOf(request.head, request);
    progress.phase("writing");
    const diff = diffResults(base, head);
    writeReports(
      diff,
      request.outputs,
      DIFF_REPORTERS,
      { sourceRoot: request.sourceRoot },
      surroundings.summaryFile,
      streams,
      progress,
    );
    return isWorse(diff) ? 1 : 0;
  } finally {
    progress.end();
  }
}

function resultOf({ path, waivers }: Side, { jurisdiction, asOf }: Request): CheckResult {
  return (
    readSavedResult(path) ??
    check(readSource(path), {
      jurisdiction,
      asOf,
      flows: true,
      ...(waivers === undefined ? {} : { waivers: readWaiverFile(waivers) }),
    })
  );
}

function parse(words: readonly string[], today: string): Request | undefined {
  const { values, positionals } = parseWords(words, {
    ...JUDGING,
    format: { type: "string", multiple: true },
    "base-waivers": { type: "string" },
  });
  if (values.help) {
    return undefined;
  }
  const [base, head, ...more] = positionals;
  if (base === undefined || head === undefined || more.length > 0) {
    throw new UsageError(
      `diff takes two PATHs, got ${positionals.length}; give what was before, then what is now: onshore diff BASE HEAD`,
    );
  }
  const outputs = parseOutputs(
    values.format,
    DIFF_REPORTERS.map(({ id }) => id),
  );
  const waivers = [values.waivers, values["base-waivers"]].filter((file) => file !== undefined);
  requireApart(outputs, [base, head, ...waivers]);
  return {
    base: { path: base, waivers: values["base-waivers"] ?? values.waivers },
    head: { path: head, waivers: values.waivers },
    jurisdiction: jurisdictionOf(values.jurisdiction),
    asOf: dayOf(values["as-of"], today),
    outputs,
    sourceRoot: sourceRootOf(values["source-root"] ?? "."),
  };
}
