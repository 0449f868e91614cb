import { createHash } from "node:crypto";

/** SHA-256 in lower-case hexadecimal; a text is taken in UTF-8. Source: FIPS 180-4. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
