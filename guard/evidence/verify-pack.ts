import { sha256 } from "./digest";
import { MANIFEST, parseManifest } from "./pack-manifest";

/** What stands in a folder: its content, or what it is where it is no regular file. */
export type Entry = Uint8Array | "link" | "other";

/** What comes of looking at a pack. */
export interface Verification {
  /** SHA-256 of the manifest; undefined where there is none. */
  readonly manifestSha256: string | undefined;
  readonly files: number;
  /** One line each; none where the pack is as it was made. */
  readonly problems: readonly string[];
}

/**
 * Holds a folder against its manifest.
 *
 * The manifest vouches for the files, and nothing in the folder vouches for the manifest: whoever can
 * write all of them can make a pack that fits. Its own hash, kept elsewhere, does.
 *
 * @param entries what stands in the folder, by path with forward slashes
 */
export function verifyPack(entries: ReadonlyMap<string, Entry>): Verification {
  const own = entries.get(MANIFEST);
  if (!(own instanceof Uint8Array)) {
    const what =
      own === undefined ? "is missing" : own === "link" ? "is a link" : "is no regular file";
    return { manifestSha256: undefined, files: 0, problems: [`${MANIFEST} ${what}`] };
  }
  const manifestSha256 = sha256(own);
  const manifest = parseManifest(new TextDecoder("utf-8").decode(own));
  if ("problem" in manifest) {
    return { manifestSha256, files: 0, problems: [manifest.problem] };
  }
  const problems: string[] = [];
  const listed = new Set([MANIFEST]);
  for (const { path, bytes, sha256: expected } of manifest.files) {
    listed.add(path);
    const entry = entries.get(path);
    if (entry === undefined) {
      problems.push(`${path} is missing`);
    } else if (!(entry instanceof Uint8Array)) {
      problems.push(`${path} is ${entry === "link" ? "a link" : "no regular file"}`);
    } else if (entry.length !== bytes) {
      problems.push(`${path} has ${entry.length} bytes; the manifest says ${bytes}`);
    } else if (sha256(entry) !== expected) {
      problems.push(`${path} has another content than the manifest says`);
    }
  }
  for (const path of [...entries.keys()].sort()) {
    if (!listed.has(path)) {
      problems.push(`${path} is not in the manifest`);
    }
  }
  return { manifestSha256, files: manifest.files.length, problems };
}
