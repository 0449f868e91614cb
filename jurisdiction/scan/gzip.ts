import { constants, gunzipSync } from "node:zlib";

/** Base64 of the two bytes that begin a gzip member and of the only method there is, deflate. */
export const GZIP_IN_BASE64 = "H4sI";

/** What start-up scripts are limited to is far less, compressed or not. */
const MAX_INFLATED = 1 << 20;

/** Of all compressed runs of one text together, so that a small text cannot take a long time. */
const MAX_TOTAL = 1 << 23;

/** Uncompresses what a scan finds, within bounds. */
export class Inflater {
  private left = MAX_TOTAL;

  /**
   * The text that `bytes` hold in gzip form; `too-large` where there may be more of it than is read,
   * and undefined where no program could read it either.
   */
  inflate(bytes: Uint8Array): { readonly text: string } | "too-large" | undefined {
    if (this.left <= 0) {
      return "too-large";
    }
    try {
      const inflated = gunzipSync(bytes, {
        maxOutputLength: MAX_INFLATED,
        // What a program can read of a file that breaks off counts.
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      this.left -= inflated.length;
      return { text: inflated.toString("utf8").replaceAll("\0", "") };
    } catch (error) {
      this.left -= MAX_INFLATED;
      return isTooLarge(error) ? "too-large" : undefined;
    }
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as { readonly code?: unknown } | undefined)?.code === "ERR_BUFFER_TOO_LARGE";
}
