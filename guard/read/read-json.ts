import { isAscii, isUtf8 } from "node:buffer";
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  type Stats,
  statSync,
} from "node:fs";
import { UnreadableInputError } from "../errors";
import type { JsonObject } from "../json/json";
import { NameWatch } from "./name-watch";
import { parseConfiguration } from "./parse-json";
import { requireNoProto } from "./require-shape";

/** Above the largest estate measured (100,000 resources: 90 MB). */
const MAX_MEBIBYTES = 128;
const MEBIBYTE = 1024 * 1024;

/** How a saved plan starts, which is a ZIP archive. */
const ARCHIVE = Buffer.from("PK\x03\x04", "latin1");

/**
 * Reads one JSON file.
 *
 * @param path where it is
 * @param file how it is called in errors
 * @throws UnreadableInputError when it is no regular file, is too large, is not JSON in UTF-8, or
 *   names a property `__proto__`
 */
export function readJson(path: string, file: string): JsonObject {
  // Asked first: opening a named pipe would wait for who writes it.
  if (!statOrThrow(path).isFile()) {
    throw new UnreadableInputError(`${path} is not a file.`);
  }
  const bytes = readBytes(path);
  const text = toText(bytes, file);
  const watch = new NameWatch();
  const json = parseConfiguration(text, file, bytes, watch);
  if (watch.mayBeProto) {
    requireNoProto(json, text, file);
  }
  return json;
}

function readBytes(path: string): Buffer {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const entry = fstatSync(descriptor);
    if (!entry.isFile()) {
      throw new UnreadableInputError(`${path} is not a file.`);
    }
    if (entry.size > MAX_MEBIBYTES * MEBIBYTE) {
      throw new UnreadableInputError(
        `${path} has ${Math.ceil(entry.size / MEBIBYTE)} MiB; the guard reads files up to ${MAX_MEBIBYTES} MiB.`,
      );
    }
    return readFileSync(descriptor);
  } catch (error) {
    throw error instanceof UnreadableInputError ? error : unreadable(path, error);
  } finally {
    if (descriptor !== undefined) {
      closeSync(descriptor);
    }
  }
}

/** Source: RFC 8259 section 8.1, JSON is exchanged in UTF-8; Terraform reads no other encoding. */
function toText(bytes: Buffer, file: string): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16 || first === 0 || second === 0) {
    throw new UnreadableInputError(
      `${file} is not JSON in UTF-8 but UTF-16 or UTF-32; save it as UTF-8.`,
    );
  }
  // Nearly every configuration is ASCII, which takes a third of the time to read.
  if (isAscii(bytes)) {
    return bytes.toString("latin1");
  }
  if (!isUtf8(bytes)) {
    if (bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE)) {
      throw new UnreadableInputError(
        `${file} is an archive, as terraform plan -out writes one; give what terraform show -json PLAN writes.`,
      );
    }
    throw new UnreadableInputError(
      `${file} is not JSON in UTF-8: it holds bytes that UTF-8 has not; save it as UTF-8.`,
    );
  }
  const text = bytes.toString("utf8");
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

export function statOrThrow(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

export function unreadable(path: string, error: unknown): UnreadableInputError {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  const reason = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
  // A path may hold anything; the message is one line.
  const shown = /\p{Cc}/u.test(path) ? JSON.stringify(path) : path;
  return new UnreadableInputError(
    `${shown} ${reason}; give a cdktf.out folder, a Terraform JSON file or a plan.`,
  );
}
