import { type ParseArgsConfig, parseArgs } from "node:util";
import { isDay } from "../guard";
import { Jurisdiction } from "../jurisdiction";
import { UsageError } from "./usage-error";

/** Options that every command which judges something takes. */
export const JUDGING = {
  "as-of": { type: "string" },
  waivers: { type: "string" },
  jurisdiction: { type: "string" },
  "source-root": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Values by option, of the type that the option is declared with, and the other words. */
type ParsedWords<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; allowPositionals: true; options: T }>
>;

/**
 * The words after a command's name, by option, and the rest.
 *
 * @throws UsageError for an option that is not among `options`
 */
export function parseWords<const T extends Options>(
  words: readonly string[],
  options: T,
): ParsedWords<T> {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Code of an error of the file system. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown error";
}

/** @throws UsageError for what is no day of the calendar */
export function dayOf(value: string | undefined, today: string): string {
  const asOf = value ?? today;
  if (!isDay(asOf)) {
    throw new UsageError(`--as-of ${JSON.stringify(asOf)}; give a day as YYYY-MM-DD`);
  }
  return asOf;
}

/** @throws UsageError for a name that none has */
export function jurisdictionOf(name: string = Jurisdiction.US.name): Jurisdiction {
  const found = Jurisdiction.find(name);
  if (found === undefined) {
    throw new UsageError(
      `--jurisdiction ${JSON.stringify(name)}; allowed: ${Jurisdiction.predefined().map(String).join(", ")}`,
    );
  }
  return found;
}
