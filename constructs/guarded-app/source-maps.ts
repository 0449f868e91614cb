import { readFileSync } from "node:fs";
import { findSourceMap, SourceMap } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A position in a source file; lines and columns start at 1. */
export interface Position {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Positions by `file:line:column` of the compiled code: a loop makes many constructs in one place. */
const known = new Map<string, Position>();

/**
 * Where the source of `site` stands: in the TypeScript file where a source map leads there, in the
 * compiled file where none does.
 *
 * @param format the frame as a stack trace shows it: a test runner that keeps its maps to itself
 *   applies them there
 */
export function toOriginal(site: NodeJS.CallSite, format: () => string): Position {
  const compiled = {
    file: toPath(site.getFileName() ?? ""),
    line: site.getLineNumber() ?? 1,
    column: site.getColumnNumber() ?? 1,
  };
  const key = `${compiled.file}:${compiled.line}:${compiled.column}`;
  let position = known.get(key);
  if (position === undefined) {
    position =
      byLoadedMap(compiled) ??
      byFormatting(format(), compiled) ??
      byMapOnDisk(compiled) ??
      compiled;
    known.set(key, position);
  }
  return position;
}

/** Node keeps the maps of what it has loaded where source maps are switched on, as tsx does. */
function byLoadedMap(compiled: Position): Position | undefined {
  return lookUp(findSourceMap(compiled.file), compiled);
}

/** A runner such as jest maps frames when it formats them: `    at new Archive (/a/main.ts:1:2)`. */
function byFormatting(frame: string, compiled: Position): Position | undefined {
  const [, file, line, column] =
    /(?:\(|at (?:async )?)([^()]+):(\d+):(\d+)\)?\s*$/.exec(frame) ?? [];
  if (file === undefined) {
    return undefined;
  }
  const position = { file: toPath(file), line: Number(line), column: Number(column) };
  const isMapped =
    position.file !== compiled.file ||
    position.line !== compiled.line ||
    position.column !== compiled.column;
  return isMapped ? position : undefined;
}

/** Compiled JavaScript names its map in its last line. */
function byMapOnDisk(compiled: Position): Position | undefined {
  if (!/\.[cm]?js$/.test(compiled.file)) {
    return undefined;
  }
  let map = mapsOnDisk.get(compiled.file);
  if (map === undefined) {
    map = readMap(compiled.file) ?? "none";
    mapsOnDisk.set(compiled.file, map);
  }
  return map === "none" ? undefined : lookUp(map, compiled);
}

const mapsOnDisk = new Map<string, SourceMap | "none">();

function readMap(file: string): SourceMap | undefined {
  try {
    const [, url] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(file, "utf8")) ?? [];
    if (url === undefined) {
      return undefined;
    }
    const [, inline] = /^data:application\/json;(?:charset=[^;]+;)?base64,(.*)$/.exec(url) ?? [];
    const text =
      inline === undefined
        ? readFileSync(resolve(dirname(file), decodeURIComponent(url)), "utf8")
        : Buffer.from(inline, "base64").toString("utf8");
    return new SourceMap(JSON.parse(text));
  } catch {
    // No map, or a broken one: the line of the compiled code is all there is.
    return undefined;
  }
}

function lookUp(map: SourceMap | undefined, compiled: Position): Position | undefined {
  const entry = map?.findEntry(compiled.line - 1, compiled.column - 1);
  if (entry === undefined || !("originalSource" in entry)) {
    return undefined;
  }
  const root = (map?.payload as { readonly sourceRoot?: string } | undefined)?.sourceRoot ?? "";
  const source = toPath(
    /^[a-z]{2,}:/.test(entry.originalSource) ? entry.originalSource : root + entry.originalSource,
  );
  return {
    file: resolve(dirname(compiled.file), source),
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
  };
}

function toPath(file: string): string {
  return file.startsWith("file:") ? fileURLToPath(file) : file;
}
