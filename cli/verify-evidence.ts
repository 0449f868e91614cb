import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { EVIDENCE_MANIFEST, type EvidenceEntry, printable, verifyPack } from "../guard";
import { Progress } from "./progress";
import type { Streams } from "./streams";
import { UsageError } from "./usage-error";
import { codeOf, parseWords } from "./words";

/**
 * Runs `onshore evidence verify`.
 *
 * @returns the exit code, 1 where the pack is not as it was made; undefined where the words ask for help
 * @throws UsageError
 */
export function verifyEvidence(words: readonly string[], streams: Streams): number | undefined {
  const { values, positionals } = parseWords(words, {
    sha256: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) {
    return undefined;
  }
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    throw new UsageError(`evidence verify takes one DIR, got ${positionals.length}`);
  }
  const expected = values.sha256;
  if (expected !== undefined && !/^[0-9a-f]{64}$/i.test(expected)) {
    throw new UsageError(
      `--sha256 ${JSON.stringify(expected)}; give the 64 hexadecimal digits that were kept when the pack was made`,
    );
  }
  const progress = new Progress(streams);
  try {
    progress.phase("verifying");
    const { manifestSha256, files, problems } = verifyPack(entriesOf(folder));
    const all =
      expected === undefined || manifestSha256 === expected.toLowerCase()
        ? problems
        : [`${EVIDENCE_MANIFEST} is not the one that was kept: --sha256 differs`, ...problems];
    progress.end();
    if (all.length > 0) {
      streams.out(
        `NOT INTACT ${all.length} ${all.length === 1 ? "problem" : "problems"}\n${all.map((problem) => `  ${printable(problem, 1000)}\n`).join("")}`,
      );
      return 1;
    }
    streams.out(
      `INTACT ${files} files\n${EVIDENCE_MANIFEST} has SHA-256 ${manifestSha256}${expected === undefined ? "; compare it with the one that was kept" : ", the one that was kept"}\n`,
    );
    return 0;
  } finally {
    progress.end();
  }
}

/** More is no pack: it has about 20 files. */
const MAX_ENTRIES = 1000;

/** Everything in `folder`. A link is never followed: what it leads to is not in the pack. */
function entriesOf(folder: string): ReadonlyMap<string, EvidenceEntry> {
  const entries = new Map<string, EvidenceEntry>();
  const visit = (prefix: string): void => {
    for (const entry of namesIn(join(folder, prefix), folder)) {
      const path = `${prefix}${entry.name}`;
      if (entries.size >= MAX_ENTRIES) {
        throw new UsageError(
          `${JSON.stringify(folder)} holds more than ${MAX_ENTRIES} files; give the folder of an evidence pack`,
        );
      }
      if (entry.isDirectory()) {
        visit(`${path}/`);
      } else if (entry.isFile()) {
        entries.set(path, read(join(folder, path)));
      } else {
        entries.set(path, entry.isSymbolicLink() ? "link" : "other");
      }
    }
  };
  visit("");
  return entries;
}

function namesIn(folder: string, pack: string): readonly Dirent[] {
  try {
    if (!statSync(pack).isDirectory()) {
      throw new UsageError(
        `${JSON.stringify(pack)} is not a folder; give that of an evidence pack`,
      );
    }
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(
          `${JSON.stringify(pack)} cannot be read (${codeOf(error)}); give the folder of an evidence pack`,
        );
  }
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${JSON.stringify(path)} cannot be read (${codeOf(error)})`);
  }
}
