import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type CheckResult, check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";

/** A folder that is removed after the tests of the file that made it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "onshore-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes `content` as JSON, or as it is where it is text, and returns the path. */
export function write(folder: string, name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const isRaw = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(path, isRaw ? content : JSON.stringify(content));
  return path;
}

/** Judges what stands at `path` against the United States. */
export function judgePath(path: string): CheckResult {
  return check(readSource(path), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" });
}
