import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, normalize, relative, sep } from "node:path";
import { UnreadableInputError } from "../errors";
import { asString, isObject, type JsonObject, own } from "../json/json";
import { parseConfiguration } from "./parse-json";
import type { Source, SourceDocument, UnreadDocument } from "./source";

/** Far above the largest estate measured (100,000 resources: 90 MB); Node caps strings at 512 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Reads what `path` names: a `cdktf.out` folder, or one Terraform JSON file.
 *
 * A folder must hold `manifest.json`: cdktf writes it last, so that its absence tells a synthesis
 * that failed half-way from one that ended.
 *
 * @throws UnreadableInputError when there is nothing there that the guard can judge
 */
export function readSource(path: string): Source {
  const entry = statOrThrow(path);
  if (!entry.isDirectory()) {
    const file = basename(path);
    const stack = file.replace(/(\.tf)?\.json$/, "");
    return { documents: [{ stack, file, json: readJson(path, file) }], unread: [] };
  }
  return readOutputFolder(path);
}

function readOutputFolder(root: string): Source {
  const manifestPath = join(root, "manifest.json");
  if (statSync(manifestPath, { throwIfNoEntry: false }) === undefined) {
    throw new UnreadableInputError(
      `${root} has no manifest.json: the synthesis did not end, or this is no cdktf.out folder; run the synthesis again.`,
    );
  }
  const manifest = readJson(manifestPath, "manifest.json");
  const stacks = own(manifest, "stacks");
  if (!isObject(stacks) || Object.keys(stacks).length === 0) {
    throw new UnreadableInputError(
      `${manifestPath} lists no stack: there is nothing to prove; add a stack to the app.`,
    );
  }
  const documents: SourceDocument[] = [];
  const unread: UnreadDocument[] = [];
  for (const name of Object.keys(stacks).sort()) {
    const file = synthesizedPath(stacks[name], name, manifestPath);
    documents.push({ stack: name, file: toPosix(file), json: readJson(join(root, file), file) });
    readNeighbours(root, name, file, documents, unread);
  }
  return { documents, unread };
}

/** Terraform loads every configuration file of a working directory, not only the synthesized one. */
function readNeighbours(
  root: string,
  stack: string,
  synthesized: string,
  documents: SourceDocument[],
  unread: UnreadDocument[],
): void {
  const folder = dirname(synthesized);
  for (const name of readdirSync(join(root, folder)).sort()) {
    const file = join(folder, name);
    if (file === synthesized) {
      continue;
    }
    if (name.endsWith(".tf.json")) {
      documents.push({ stack, file: toPosix(file), json: readJson(join(root, file), file) });
    } else if (name.endsWith(".tf")) {
      unread.push({
        stack,
        file: toPosix(file),
        reason: "HCL beside the synthesized JSON, which Terraform loads too",
      });
    } else if (/^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name)) {
      unread.push({
        stack,
        file: toPosix(file),
        reason: "a variable file, which Terraform loads by itself and which can change any region",
      });
    }
  }
}

function synthesizedPath(entry: unknown, stack: string, manifestPath: string): string {
  const path = isObject(entry) ? asString(own(entry, "synthesizedStackPath")) : undefined;
  if (path === undefined) {
    throw new UnreadableInputError(
      `${manifestPath} gives no synthesizedStackPath for stack ${stack}; run the synthesis again.`,
    );
  }
  const inside = normalize(path);
  if (inside.startsWith("..") || inside.startsWith(sep)) {
    throw new UnreadableInputError(
      `${manifestPath} places stack ${stack} at ${path}, outside the output folder.`,
    );
  }
  return inside;
}

function readJson(path: string, file: string): JsonObject {
  const entry = statOrThrow(path);
  if (!entry.isFile()) {
    throw new UnreadableInputError(`${path} is not a file.`);
  }
  if (entry.size > MAX_BYTES) {
    throw new UnreadableInputError(
      `${path} has ${Math.round(entry.size / 1024 / 1024)} MiB; the guard reads files up to ${MAX_BYTES / 1024 / 1024} MiB.`,
    );
  }
  return parseConfiguration(readFileSync(path, "utf8").replace(/^\uFEFF/, ""), toPosix(file));
}

function statOrThrow(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    const reason = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new UnreadableInputError(
      `${path} ${reason}; give a cdktf.out folder or a Terraform JSON file.`,
    );
  }
}

function toPosix(path: string): string {
  return relative("", path).split(sep).join("/");
}
