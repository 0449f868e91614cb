import { join, posix } from "node:path";
import { UnreadableInputError } from "../errors";
import { isObject, type Json, own } from "../json/json";
import { readJson } from "./read-json";
import { requireBlockShape } from "./require-shape";
import type { SourceDocument, SourceModule } from "./source";
import { filesOf } from "./terraform-files";

/** More folders than any honest configuration calls. */
const MAX_FOLDERS = 1000;

/**
 * Reads the folders that the module calls of `documents` name by path, and those that these call.
 *
 * @param base folder that paths are relative to
 * @returns modules by folder; one that cannot be read has a problem
 */
export function readModules(
  base: string,
  documents: readonly SourceDocument[],
): ReadonlyMap<string, SourceModule> {
  const modules = new Map<string, SourceModule>();
  const queue = documents.flatMap(calledFolders);
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    if (!modules.has(folder) && modules.size < MAX_FOLDERS) {
      const module = readModule(base, folder);
      modules.set(folder, module);
      queue.push(...module.documents.flatMap(calledFolders));
    }
  }
  return modules;
}

function readModule(base: string, folder: string): SourceModule {
  try {
    const { configuration, hcl } = filesOf(join(base, folder));
    const documents = configuration.map((name) => {
      const file = posix.join(folder, name);
      const json = readJson(join(base, file), file);
      requireBlockShape(json, file);
      return { stack: "", file, json, folder };
    });
    return hcl.length === 0
      ? { documents }
      : { documents, problem: `${posix.join(folder, hcl[0] ?? "")} is HCL` };
  } catch (error) {
    // A module that is not there is one finding; a file of it that is no JSON ends the run.
    if (error instanceof UnreadableInputError && isFolderMissing(error)) {
      return { documents: [], problem: `the folder ${folder} cannot be read` };
    }
    throw error;
  }
}

function isFolderMissing(error: UnreadableInputError): boolean {
  return /does not exist|cannot be read/.test(error.message);
}

/** Folders that the module calls of a file name, whatever form the calls have. */
function calledFolders({ json, folder }: SourceDocument): readonly string[] {
  const found: string[] = [];
  const visit = (value: Json, labels: number): void => {
    if (Array.isArray(value)) {
      for (const item of value as readonly Json[]) {
        visit(item, labels);
      }
    } else if (isObject(value) && labels > 0) {
      for (const key of Object.keys(value)) {
        visit(own(value, key) ?? null, labels - 1);
      }
    } else if (isObject(value)) {
      const source = own(value, "source");
      if (typeof source === "string" && /^\.\.?\//.test(source) && !source.includes("\0")) {
        found.push(posix.normalize(posix.join(folder ?? ".", source)).replace(/\/$/, ""));
      }
    }
  };
  visit(own(json, "module") ?? null, 1);
  return found;
}
