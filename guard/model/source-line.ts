import { isObject, type Json, type JsonObject } from "../json/json";
import type { SourceLine } from "../result";
import type { Block } from "./block";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const isRecord = isObject;

/** Longer than any path that a repository holds. */
const MAX_FRAME = 1024;

/**
 * The line of the user's code that made the block's construct, which cdktf keeps as the first entry
 * of `"//".metadata.stackTrace` where the app recorded it: `stacks/us-data-stack.ts:27:5`.
 *
 * Stack traces of another form, such as those with absolute paths, are no source line: they differ
 * from one machine to the next.
 */
export function sourceLineOf({ constructPath, sourceFrame }: Block): SourceLine | undefined {
  return constructPath === undefined || sourceFrame === undefined ? undefined : parse(sourceFrame);
}

/** The first entry of a stack trace that is kept in `metadata`, as it is written. */
export function frameIn(metadata: JsonObject): string | undefined {
  const trace = metadata.stackTrace;
  const frame = Array.isArray(trace) ? trace[0] : undefined;
  return typeof frame === "string" && frame.length <= MAX_FRAME ? frame : undefined;
}

/** What cdktf keeps with a block, of what stands under `"//"`. */
export function metadataIn(comment: Json | undefined): JsonObject | undefined {
  const first = Array.isArray(comment) ? (comment[0] as Json | undefined) : comment;
  // By its name: no object inherits one, and there is one to read for every block of an estate.
  const metadata = isRecord(first) ? first.metadata : undefined;
  return isRecord(metadata) ? metadata : undefined;
}

function parse(frame: string): SourceLine | undefined {
  const [, file, line, column] = /^(.+):([1-9]\d{0,8}):([1-9]\d{0,8})$/su.exec(frame) ?? [];
  return file === undefined || /^(?:[/\\]|[a-z][a-z0-9+.-]*:)/i.test(file)
    ? undefined
    : { file, line: Number(line), column: Number(column) };
}
