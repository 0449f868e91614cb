import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 100;

/** Far longer than a build takes: what is older was left behind, whoever has its number now. */
const STALE_MS = 120_000;

/**
 * Runs `task` while no other process of this machine does so under the same file. A file left by
 * a process that was killed is taken over. It saves work and is no guarantee: two processes that
 * find the same abandoned file at the same moment may both run.
 *
 * @param file the lock file; its folder must exist
 * @param task what to run
 */
export async function withLock<T>(file: string, task: () => Promise<T>): Promise<T> {
  while (!acquire(file)) await delay(POLL_MS);
  try {
    return await task();
  } finally {
    rmSync(file, { force: true });
  }
}

function acquire(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

function isAbandoned(file: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true;
    const pid = Number(readFileSync(file, "utf8"));
    // Empty for the moment between its creation and its owner's number.
    return pid > 0 && !isRunning(pid);
  } catch {
    // Released between the attempt and this look.
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
