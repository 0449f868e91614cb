import { LockError } from "./lockfile";

/** Runs a script; a mistake of the person at the keyboard is shown as its message alone. */
export function runScript(main: () => void): void {
  try {
    main();
  } catch (error) {
    const known =
      error instanceof LockError ||
      (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS");
    console.error(known ? `${(error as Error).message}` : error);
    process.exitCode = 1;
  }
}
