import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  check,
  EVIDENCE_MANIFEST,
  evidencePack,
  isProven,
  printable,
  readSource,
  readWaiverFile,
} from "../guard";
import { Progress } from "./progress";
import type { Streams, Surroundings } from "./streams";
import { UsageError } from "./usage-error";
import { verifyEvidence } from "./verify-evidence";
import { codeOf, dayOf, JUDGING, jurisdictionOf, parseWords } from "./words";

/**
 * Runs `onshore evidence` or `onshore evidence verify`.
 *
 * @param today the day that `--as-of` falls back to, `YYYY-MM-DD`
 * @returns the exit code: of a pack that is made, 1 where its result is not proven; of one that is
 *   verified, 1 where it is not as it was made. Undefined where the words ask for help
 * @throws UsageError, UnreadableInputError
 */
export function runEvidence(
  words: readonly string[],
  streams: Streams,
  today: string,
  surroundings: Surroundings = {},
): number | undefined {
  const [first, ...rest] = words;
  return first === "verify"
    ? verifyEvidence(rest, streams)
    : make(words, streams, today, surroundings);
}

function make(
  words: readonly string[],
  streams: Streams,
  today: string,
  { toolVersion }: Surroundings,
): number | undefined {
  const { values, positionals } = parseWords(words, {
    "as-of": JUDGING["as-of"],
    waivers: JUDGING.waivers,
    jurisdiction: JUDGING.jurisdiction,
    help: JUDGING.help,
    output: { type: "string" },
  });
  if (values.help === true) {
    return undefined;
  }
  const output = values.output;
  if (output === undefined || output === "") {
    throw new UsageError("evidence needs --output DIR, a new or empty folder for the pack");
  }
  if (positionals.length > 1) {
    throw new UsageError(`one PATH at a time, got ${positionals.length}`);
  }
  const asOf = dayOf(values["as-of"], today);
  const jurisdiction = jurisdictionOf(values.jurisdiction);
  const progress = new Progress(streams);
  try {
    requireEmpty(output);
    progress.phase("reading");
    const source = readSource(positionals[0] ?? "cdktf.out");
    const waiverFile = values.waivers;
    const waivers = waiverFile === undefined ? undefined : readWaiverFile(waiverFile);
    progress.phase("checking");
    const given = waivers === undefined ? {} : { waivers };
    const result = check(source, { jurisdiction, asOf, flows: true, ...given });
    progress.phase("writing the pack");
    const pack = evidencePack({
      source,
      jurisdiction,
      result,
      ...given,
      ...(toolVersion === undefined ? {} : { toolVersion }),
    });
    write(output, pack);
    progress.end();
    const manifest = pack.get(EVIDENCE_MANIFEST) ?? "";
    const digest = createHash("sha256").update(manifest).digest("hex");
    streams.out(
      `${isProven(result) ? "PROVEN" : "NOT PROVEN"} ${pack.size} files in ${printable(output)}\n${EVIDENCE_MANIFEST} has SHA-256 ${digest}; keep it elsewhere\n`,
    );
    return isProven(result) ? 0 : 1;
  } finally {
    progress.end();
  }
}

function requireEmpty(folder: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") {
      return;
    }
    throw new UsageError(
      code === "ENOTDIR"
        ? `${JSON.stringify(folder)} is a file; name a new or empty folder`
        : `${JSON.stringify(folder)} cannot be read (${code}); name a new or empty folder`,
    );
  }
  if (names.length > 0) {
    throw new UsageError(
      `${JSON.stringify(folder)} is not empty; name a new folder, so that the pack holds its own files only`,
    );
  }
}

/** The manifest comes last: a pack that was cut short has none, and is not taken for one. */
function write(folder: string, pack: ReadonlyMap<string, string>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [path, content] of pack) {
      if (path !== EVIDENCE_MANIFEST) {
        writeFileSync(join(folder, path), content);
      }
    }
    writeFileSync(join(folder, EVIDENCE_MANIFEST), pack.get(EVIDENCE_MANIFEST) ?? "");
  } catch (error) {
    throw new UsageError(
      `${JSON.stringify(folder)} cannot be written (${codeOf(error)}); name a folder that may be written to`,
    );
  }
}
