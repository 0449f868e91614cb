import { parseArgs } from "node:util";
import { UsageError } from "./usage-error";

/** Code of an error of the file system. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown error";
}

/** The value of an option that takes a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** @throws UsageError for an option that is not among `options` */
export function parseWords(
  words: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>["options"],
) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: options ?? {} });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
