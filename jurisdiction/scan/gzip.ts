import { constants, inflateRawSync } from "node:zlib";

/** Base64 of the two bytes that begin a gzip member and of the only method there is, deflate. */
export const GZIP_IN_BASE64 = "H4sI";
const MAGIC = Buffer.from(GZIP_IN_BASE64, "base64");

/** What start-up scripts are limited to is far less, compressed or not. */
const MAX_INFLATED = 1 << 20;

/** Of all compressed runs of one text together, so that a small text cannot take a long time. */
const MAX_TOTAL = 1 << 23;

/** What a member counts for at least: many small ones take long too. */
const MEMBER_COST = 1 << 10;

/** Checksum and length, after the compressed bytes of a member. */
const TRAILER = 8;

/** Uncompresses what a scan finds, within bounds. */
export class Inflater {
  private left = MAX_TOTAL;

  /**
   * The text that `bytes` hold in gzip form; `too-large` where there may be more of it than is read,
   * and undefined where no program could read it either.
   *
   * Checksums are not compared, and what follows the last member does not matter: `gunzip` complains
   * of both after it has written the text.
   */
  inflate(bytes: Buffer): { readonly text: string } | "too-large" | undefined {
    if (this.left <= 0) {
      return "too-large";
    }
    const parts: Buffer[] = [];
    let room = MAX_INFLATED;
    let at = 0;
    do {
      const start = afterHeader(bytes, at);
      const member = inflateMember(bytes.subarray(start), room);
      if (member === "too-large") {
        this.left -= MAX_INFLATED;
        return member;
      }
      if (member === undefined) {
        break;
      }
      parts.push(member.inflated);
      room -= Math.max(member.inflated.length, MEMBER_COST);
      at = start + member.read + TRAILER;
    } while (MAGIC.equals(bytes.subarray(at, at + MAGIC.length)));
    const isGzip = parts.length > 0;
    this.left -= isGzip ? MAX_INFLATED - room : MAX_INFLATED;
    return isGzip
      ? { text: Buffer.concat(parts).toString("utf8").replaceAll("\0", "") }
      : undefined;
  }
}

/**
 * The offset after the header of the member at `at`, with the extra field, name, comment and checksum
 * that it may have.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1952#page-5
 */
function afterHeader(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let end = at + 10;
  if ((flags & 4) !== 0) {
    end += 2 + (bytes[end] ?? 0) + ((bytes[end + 1] ?? 0) << 8);
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) !== 0) {
      end = afterZero(bytes, end);
    }
  }
  return (flags & 2) === 0 ? end : end + 2;
}

function afterZero(bytes: Buffer, from: number): number {
  const zero = bytes.indexOf(0, from);
  return zero < 0 ? bytes.length : zero + 1;
}

/** What the compressed bytes of a member hold, and how many they are. */
function inflateMember(
  deflated: Buffer,
  room: number,
): { readonly inflated: Buffer; readonly read: number } | "too-large" | undefined {
  if (room <= 0) {
    return "too-large";
  }
  try {
    // The types do not know what `info` changes.
    const { buffer, engine } = inflateRawSync(deflated, {
      maxOutputLength: room,
      // What a program can read of a file that breaks off counts.
      finishFlush: constants.Z_SYNC_FLUSH,
      info: true,
    }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { inflated: buffer, read: engine.bytesWritten };
  } catch (error) {
    return (error as { readonly code?: unknown }).code === "ERR_BUFFER_TOO_LARGE"
      ? "too-large"
      : undefined;
  }
}
