import { parseArgs } from "node:util";
import {
  check,
  isProven,
  readSource,
  readWaiverFile,
  reportJson,
  reportText,
  UnreadableInputError,
} from "../guard";
import { Jurisdiction } from "../jurisdiction";
import { explain } from "./explain";
import { UsageError } from "./usage-error";

const USAGE = `Usage:
  onshore check [PATH] [--format text|json] [--as-of YYYY-MM-DD] [--waivers FILE]
  onshore explain [RULE]

check proves that nothing in PATH lies outside the United States.
  PATH       a cdktf.out folder, a Terraform JSON file or plan (default: cdktf.out)
  --format   text for people, json for programs (default: text)
  --as-of    the day the result is made for (default: today, UTC)
  --waivers  JSON file of waivers (default: none)

explain prints what a rule checks, why, and how to mend a finding; without RULE, the list of rules.

Exit code: 0 proven, 1 findings, 2 usage or unreadable input
`;

/** Where the command writes. Injected, so that a test reads what a user sees. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const REPORTS = { text: reportText, json: reportJson } as const;

/**
 * Runs `onshore` with the words after its name.
 *
 * @param today the day that `--as-of` falls back to, `YYYY-MM-DD`
 * @returns the exit code
 */
export function run(words: readonly string[], streams: Streams, today: string): number {
  try {
    const [command, ...rest] = words;
    if (command === undefined || command === "--help" || command === "-h" || command === "help") {
      streams.out(USAGE);
      return command === undefined ? 2 : 0;
    }
    if (command === "explain") {
      streams.out(explain(rest));
      return 0;
    }
    if (command !== "check") {
      throw new UsageError(`unknown command ${JSON.stringify(command)}; there are: check, explain`);
    }
    return runCheck(rest, streams, today);
  } catch (error) {
    if (error instanceof UsageError || error instanceof UnreadableInputError) {
      streams.err(`onshore: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

function runCheck(words: readonly string[], streams: Streams, today: string): number {
  const { values, positionals } = parseWords(words);
  if (values.help) {
    streams.out(USAGE);
    return 0;
  }
  const format = values.format ?? "text";
  if (!Object.hasOwn(REPORTS, format)) {
    throw new UsageError(
      `--format ${JSON.stringify(format)}; allowed: ${Object.keys(REPORTS).join(", ")}`,
    );
  }
  const asOf = values["as-of"] ?? today;
  if (!isDay(asOf)) {
    throw new UsageError(`--as-of ${JSON.stringify(asOf)}; give a day as YYYY-MM-DD`);
  }
  if (positionals.length > 1) {
    throw new UsageError(`one PATH at a time, got ${positionals.length}`);
  }
  const source = readSource(positionals[0] ?? "cdktf.out");
  const waivers = values.waivers === undefined ? undefined : readWaiverFile(values.waivers);
  const result = check(source, {
    jurisdiction: Jurisdiction.US,
    asOf,
    ...(waivers === undefined ? {} : { waivers }),
  });
  streams.out(REPORTS[format as keyof typeof REPORTS](result));
  return isProven(result) ? 0 : 1;
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "as-of": { type: "string" },
        waivers: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
