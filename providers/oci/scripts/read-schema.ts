import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { LockError } from "./lockfile";
import type { SchemaFile } from "./schema-types";

/**
 * Reads `terraform providers schema -json` output, gzipped or not.
 *
 * @throws {@link LockError} when the file can't be read or holds no JSON
 */
export function readSchema(file: string): SchemaFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new LockError(`Can't read the schema ${file}: ${(error as Error).message}`);
  }
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return parseSchema((gzipped ? gunzipSync(bytes) : bytes).toString("utf8"), file);
  } catch (error) {
    throw error instanceof LockError ? error : notJson(file, error);
  }
}

/** @throws {@link LockError} when `text` is no JSON; it names `origin` */
export function parseSchema(text: string, origin: string): SchemaFile {
  try {
    return JSON.parse(text) as SchemaFile;
  } catch (error) {
    throw notJson(origin, error);
  }
}

function notJson(origin: string, error: unknown): LockError {
  return new LockError(
    `${origin} is not the JSON of \`terraform providers schema -json\`: ${(error as Error).message}`,
  );
}
