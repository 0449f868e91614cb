import { printable, REPORTERS, UnreadableInputError } from "../guard";
import { Jurisdiction } from "../jurisdiction";
import type { Streams, Surroundings } from "./streams";
import { UsageError } from "./usage-error";

export type { Streams, Surroundings } from "./streams";

const FORMATS = REPORTERS.map(({ id, title }) => `               ${id.padEnd(9)} ${title}\n`).join(
  "",
);

const JURISDICTIONS = Jurisdiction.predefined().map(String).join(", ");

const USAGE = `Usage:
  onshore check [PATH] [--format NAME[=FILE]]… [--as-of YYYY-MM-DD] [--waivers FILE]
                [--jurisdiction NAME] [--source-root DIR]
  onshore diff BASE HEAD [--format NAME[=FILE]]… [--as-of YYYY-MM-DD] [--waivers FILE]
                [--base-waivers FILE] [--jurisdiction NAME] [--source-root DIR]
  onshore evidence [PATH] --output DIR [--as-of YYYY-MM-DD] [--waivers FILE] [--jurisdiction NAME]
  onshore evidence verify DIR [--sha256 HEX]
  onshore explain [RULE]
  onshore --version

check proves that nothing in PATH lies outside a jurisdiction.
  PATH           a cdktf.out folder, a Terraform JSON file or plan (default: cdktf.out)
  --format       how the result is written (default: text); may be given several times, each but one
                 with a FILE to write to; NAME and NAME=- write to standard output
${FORMATS}  --as-of        the day the result is made for (default: today, UTC)
  --waivers      JSON file of waivers (default: none)
  --jurisdiction what nothing may leave (default: US): ${JURISDICTIONS}
  --source-root  the project's folder in its repository, for formats that name lines of it (default: .)

diff tells what differs between two such PATHs, or results that check wrote as json. Its formats are
text, markdown, json and github.
  --waivers      for what is no saved result: of both sides, unless BASE has its own
  --base-waivers JSON file of waivers of BASE

evidence writes a pack for an auditor to DIR, a new folder; verify holds a pack against its manifest.
  --sha256       hash of the manifest, as it was kept when the pack was made

explain prints what a rule checks, why, and how to mend a finding; without RULE, the list of rules.

Exit code: 0 proven, 1 findings, 2 usage, unreadable input or unwritable output.
Of diff, 1 only where something is worse; of evidence verify, 1 where the pack is not as it was made.
`;

/**
 * A command: takes the words after its name.
 *
 * @returns the exit code, or undefined where the words ask for help
 */
type Command = (
  words: readonly string[],
  streams: Streams,
  today: string,
  surroundings: Surroundings,
) => number | undefined;

/** Commands by name, each loaded when it is asked for. */
const COMMANDS: ReadonlyMap<string, () => Command> = new Map<string, () => Command>([
  ["check", () => (require("./check") as typeof import("./check")).check],
  ["diff", () => (require("./diff") as typeof import("./diff")).runDiff],
  ["evidence", () => (require("./evidence") as typeof import("./evidence")).runEvidence],
  ["explain", () => (require("./explain") as typeof import("./explain")).explain],
]);

/**
 * Runs `onshore` with the words after its name.
 *
 * @param today the day that `--as-of` falls back to, `YYYY-MM-DD`
 * @returns the exit code
 */
export function run(
  words: readonly string[],
  streams: Streams,
  today: string,
  surroundings: Surroundings = {},
): number {
  try {
    const [name, ...rest] = words;
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      streams.out(USAGE);
      return name === undefined ? 2 : 0;
    }
    if (name === "--version" || name === "-V") {
      streams.out(`${surroundings.toolVersion ?? "unknown"}\n`);
      return 0;
    }
    const command = COMMANDS.get(name);
    if (command === undefined) {
      throw new UsageError(
        `unknown command ${JSON.stringify(name)}; there are: ${[...COMMANDS.keys()].join(", ")}`,
      );
    }
    const code = command()(rest, streams, today, surroundings);
    if (code === undefined) {
      streams.out(USAGE);
    }
    return code ?? 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof UnreadableInputError) {
      streams.err(`onshore: ${printable(error.message)}\n`);
      return 2;
    }
    throw error;
  }
}
