import { realpathSync, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, normalize, posix, resolve, sep } from "node:path";
import { UnreadableInputError } from "../errors";
import { asString, isObject, type JsonObject, own } from "../json/json";
import { deferral, isPlan, requireKnownForm, unknownRootBlocks } from "./forms";
import { readJson, statOrThrow } from "./read-json";
import { readModules } from "./read-modules";
import type { Source, SourceDocument, UnreadDocument } from "./source";
import { filesOf } from "./terraform-files";

/**
 * Reads what `path` names: a `cdktf.out` folder, a folder of Terraform JSON files, one such file, or
 * the JSON of a plan.
 *
 * A `cdktf.out` folder must hold `manifest.json`: cdktf writes it last, so that its absence tells a
 * synthesis that failed half-way from one that ended. A single file is judged by itself.
 *
 * @throws UnreadableInputError when there is nothing there that the guard can judge
 */
export function readSource(path: string): Source {
  const reader = new Reader(path);
  if (!statOrThrow(path).isDirectory()) {
    return reader.file();
  }
  const isOutput = entryOf(join(path, "manifest.json")) !== undefined;
  return isOutput ? reader.output() : reader.folder();
}

class Reader {
  private readonly documents: SourceDocument[] = [];
  private readonly unread: UnreadDocument[] = [];

  constructor(private readonly path: string) {}

  file(): Source {
    const file = basename(this.path);
    this.add(readJson(this.path, file), file, file.replace(/(\.tf)?\.json$/, ""));
    return this.source(dirname(this.path));
  }

  /** A root module that is kept as Terraform JSON, without a manifest. */
  folder(): Source {
    const { configuration, hcl, variables } = filesOf(this.path);
    const [first] = configuration;
    if (first === undefined && hcl.length > 0) {
      throw new UnreadableInputError(
        `${this.path} holds Terraform configuration in HCL, which the guard reads in a plan only; give terraform show -json PLAN.`,
      );
    }
    const isStack = configuration.includes("cdk.tf.json");
    if (first === undefined || isStack || entryOf(join(this.path, "stacks")) !== undefined) {
      throw new UnreadableInputError(
        `${this.path} has no manifest.json: the synthesis did not end, or this is no cdktf.out folder; run the synthesis again.`,
      );
    }
    const stack = basename(resolve(this.path));
    for (const name of configuration) {
      this.add(readJson(join(this.path, name), name), name, stack);
    }
    this.addUnread(stack, "", hcl, variables);
    return this.source(this.path);
  }

  output(): Source {
    const manifestPath = join(this.path, "manifest.json");
    const stacks = own(readJson(manifestPath, "manifest.json"), "stacks");
    if (!isObject(stacks) || Object.keys(stacks).length === 0) {
      throw new UnreadableInputError(
        `${manifestPath} lists no stack: there is nothing to prove; add a stack to the app.`,
      );
    }
    for (const name of Object.keys(stacks).sort()) {
      this.addStack(name, this.synthesizedPath(own(stacks, name), name, manifestPath));
    }
    return this.source(this.path);
  }

  /** Terraform loads every configuration file of a working directory, not only the synthesized one. */
  private addStack(stack: string, synthesized: string): void {
    const folder = posix.dirname(synthesized);
    const { configuration, hcl, variables } = filesOf(join(this.path, folder));
    const names = new Set([posix.basename(synthesized), ...configuration]);
    for (const name of names) {
      const file = posix.join(folder, name);
      const json = readJson(join(this.path, file), file);
      // A file of the folder may be empty; the synthesized one never is.
      if (Object.keys(json).length > 0 || file === synthesized) {
        this.add(json, file, stack);
      }
    }
    this.addUnread(stack, folder, hcl, variables);
  }

  private add(json: JsonObject, file: string, stack: string): void {
    requireKnownForm(json, file);
    this.documents.push({ stack, file, json, folder: posix.dirname(file) });
    const reasons = unknownRootBlocks(json).map(
      (key) =>
        `a file with ${JSON.stringify(key.slice(0, 40))}, a block that the guard does not know`,
    );
    for (const reason of [deferral(json), ...reasons]) {
      if (reason !== undefined) {
        this.unread.push({ stack, file, reason });
      }
    }
  }

  private addUnread(
    stack: string,
    folder: string,
    hcl: readonly string[],
    variables: readonly string[],
  ): void {
    for (const name of hcl) {
      const reason =
        "HCL beside the Terraform JSON, which Terraform loads too and the guard reads in a plan only (terraform show -json PLAN)";
      this.unread.push({ stack, file: posix.join(folder, name), reason });
    }
    for (const name of variables) {
      const reason =
        "a variable file, which Terraform loads by itself and which can change any region";
      this.unread.push({ stack, file: posix.join(folder, name), reason });
    }
  }

  private source(base: string): Source {
    const { documents, unread } = this;
    const configuration = documents.filter(({ json }) => !isPlan(json));
    const modules = readModules(base, configuration);
    return modules.size === 0 ? { documents, unread } : { documents, unread, modules };
  }

  private synthesizedPath(entry: unknown, stack: string, manifestPath: string): string {
    const path = isObject(entry) ? asString(own(entry, "synthesizedStackPath")) : undefined;
    if (path === undefined) {
      throw new UnreadableInputError(
        `${manifestPath} gives no synthesizedStackPath for stack ${JSON.stringify(stack)}; run the synthesis again.`,
      );
    }
    const inside = normalize(path);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(path)) {
      throw this.isOutside(manifestPath, stack, path);
    }
    const full = join(this.path, inside);
    const entryOfStack = statOrThrow(full);
    if (!entryOfStack.isFile()) {
      throw new UnreadableInputError(`${full} is not a file.`);
    }
    // A link could lead anywhere; what it leads to would then be quoted in errors.
    if (!realpathSync(full).startsWith(realpathSync(this.path) + sep)) {
      throw this.isOutside(manifestPath, stack, path);
    }
    return inside.split(sep).join("/");
  }

  private isOutside(manifestPath: string, stack: string, path: string): UnreadableInputError {
    return new UnreadableInputError(
      `${manifestPath} places stack ${JSON.stringify(stack)} at ${JSON.stringify(path)}, outside the output folder.`,
    );
  }
}

function entryOf(path: string): Stats | undefined {
  try {
    return statOrThrow(path);
  } catch {
    return undefined;
  }
}
