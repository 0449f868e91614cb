import { Buffer } from "node:buffer";
import { isObject, type JsonObject, own } from "../json/json";
import { sha256 } from "./digest";

/** Name of the manifest in a pack. */
export const MANIFEST = "manifest.json";

/** One file of a pack. */
export interface PackFile {
  /** Relative to the pack, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a pack consists of, besides the manifest itself. */
export interface PackManifest {
  readonly version: 1;
  readonly tool: "onshore";
  readonly toolVersion: string | null;
  /** The day that the result was made for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly jurisdiction: string;
  /** By path. */
  readonly files: readonly PackFile[];
}

/** By code unit: the order must not depend on the machine's locale. */
export function filesOf(contents: ReadonlyMap<string, string>): readonly PackFile[] {
  return [...contents]
    .map(([path, content]) => ({
      path,
      bytes: Buffer.byteLength(content),
      sha256: sha256(content),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The manifest as it is written: there is one text for one content. */
export function manifestText({
  version,
  tool,
  toolVersion,
  asOf,
  jurisdiction,
  files,
}: PackManifest): string {
  const listed = files.map(({ path, bytes, sha256: hash }) => ({ path, bytes, sha256: hash }));
  const ordered = { version, tool, toolVersion, asOf, jurisdiction, files: listed };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

/** The manifest in `text`, or why it is none, as one line. */
export function parseManifest(text: string): PackManifest | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: `${MANIFEST} is not JSON` };
  }
  if (!isObject(json) || own(json, "tool") !== "onshore" || !Array.isArray(own(json, "files"))) {
    return { problem: `${MANIFEST} is no manifest of an evidence pack` };
  }
  if (own(json, "version") !== 1) {
    return {
      problem: `${MANIFEST} has version ${shown(own(json, "version"))}; this onshore verifies version 1`,
    };
  }
  const problem = problemOf(json);
  if (problem !== undefined) {
    return { problem: `${MANIFEST}${problem}` };
  }
  const manifest = json as unknown as PackManifest;
  return manifestText(manifest) === text
    ? manifest
    : { problem: `${MANIFEST} is not as onshore writes it: it was changed by hand` };
}

function problemOf(json: JsonObject): string | undefined {
  const version = own(json, "toolVersion");
  if (version !== null && typeof version !== "string") {
    return ` /toolVersion is ${shown(version)}; allowed: a text or null`;
  }
  for (const name of ["asOf", "jurisdiction"]) {
    if (typeof own(json, name) !== "string") {
      return ` /${name} is ${shown(own(json, name))}; allowed: a text`;
    }
  }
  let last = "";
  for (const [index, file] of (own(json, "files") as readonly unknown[]).entries()) {
    const at = ` /files/${index}`;
    if (!isObject(file)) {
      return `${at} is ${shown(file)}; allowed: an object`;
    }
    const path = own(file, "path");
    if (typeof path !== "string" || !isPlainPath(path)) {
      return `${at}/path is ${shown(path)}; allowed: a path in the pack`;
    }
    if (path <= last) {
      return `${at}/path is ${shown(path)}; allowed: each path once, in order`;
    }
    last = path;
    const bytes = own(file, "bytes");
    if (typeof bytes !== "number" || !Number.isInteger(bytes) || bytes < 0) {
      return `${at}/bytes is ${shown(bytes)}; allowed: a whole number from 0`;
    }
    const hash = own(file, "sha256");
    if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash)) {
      return `${at}/sha256 is ${shown(hash)}; allowed: 64 lower-case hexadecimal digits`;
    }
  }
  return undefined;
}

/** A path that leads nowhere else: what a manifest names is looked for on the disk. */
function isPlainPath(path: string): boolean {
  return (
    path !== MANIFEST && path.split("/").every((name) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
  );
}

function shown(value: unknown): string {
  const text = value === undefined ? "absent" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
