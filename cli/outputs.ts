import { appendFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Streams } from "./streams";
import { UsageError } from "./usage-error";

/** One `--format`: what is written, and where. */
export interface Output {
  readonly format: string;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

/**
 * Reads the values of `--format`: `NAME` and `NAME=-` write to standard output, `NAME=FILE` to a file.
 *
 * @param values as they were given
 * @param formats names that are allowed; the first is the default
 * @throws UsageError for an unknown format, for two that would write to the same place
 */
export function parseOutputs(
  values: readonly string[] | undefined,
  formats: readonly string[],
): readonly Output[] {
  const [fallback = ""] = formats;
  const outputs = (values ?? [fallback]).map((value) => parseOutput(value, formats));
  const places = new Map<string, Output>();
  for (const output of outputs) {
    const place = output.file === undefined ? "-" : resolve(output.file);
    const other = places.get(place);
    if (other !== undefined) {
      const where = output.file === undefined ? "standard output" : JSON.stringify(output.file);
      throw new UsageError(
        `--format ${other.format} and --format ${output.format} both write to ${where}; give all but one a file of its own: --format ${output.format}=FILE`,
      );
    }
    places.set(place, output);
  }
  return outputs;
}

/**
 * Refuses an output that would be written over what the command reads.
 *
 * @param inputs files and folders that are read
 * @throws UsageError that names the output
 */
export function requireApart(outputs: readonly Output[], inputs: readonly string[]): void {
  const read = new Set(inputs.flatMap((path) => [path, join(path, "manifest.json")]).map(placeOf));
  for (const { format, file } of outputs) {
    if (file !== undefined && read.has(placeOf(file))) {
      throw new UsageError(
        `--format ${format} would be written over ${JSON.stringify(file)}, which is read; give it a file of its own: --format ${format}=FILE`,
      );
    }
  }
}

/** Where a path leads, links followed; the path itself where nothing is there yet. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function parseOutput(value: string, formats: readonly string[]): Output {
  const at = value.indexOf("=");
  const format = at < 0 ? value : value.slice(0, at);
  const file = at < 0 ? "-" : value.slice(at + 1);
  if (!formats.includes(format)) {
    throw new UsageError(`--format ${JSON.stringify(format)}; allowed: ${formats.join(", ")}`);
  }
  if (file === "") {
    throw new UsageError(
      `--format ${JSON.stringify(value)} names no file; write ${format}=FILE, or ${format}=- for standard output`,
    );
  }
  return { format, file: file === "-" ? undefined : file };
}

/**
 * Writes each output: files first, so that one that cannot be written is all that the user reads.
 *
 * @param render makes the text of one output
 * @throws UsageError when a file cannot be written
 */
export function writeOutputs(
  outputs: readonly Output[],
  render: (output: Output) => string,
  streams: Streams,
): void {
  const rendered = outputs.map((output) => ({ ...output, text: render(output) }));
  for (const { file, text } of rendered) {
    if (file !== undefined) {
      writeOrThrow(file, () => writeFileSync(file, text));
    }
  }
  for (const { file, text } of rendered) {
    if (file === undefined) {
      streams.out(text);
    }
  }
}

/** @throws UsageError when the file cannot be written */
export function appendTo(file: string, text: string): void {
  writeOrThrow(file, () => appendFileSync(file, text));
}

function writeOrThrow(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UsageError(
      `${JSON.stringify(file)} cannot be written (${code}); name a file in a folder that exists and may be written to.`,
    );
  }
}
