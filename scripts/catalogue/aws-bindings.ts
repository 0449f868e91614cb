import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Argument, CatalogueError } from "./argument";

/** An argument of a generated structure, and the code that converts it. */
type Field = readonly [name: string, conversion: string];

const STRUCTURE = /^function (\w+)ToTerraform\(struct\) \{([\s\S]*?)^\}/gm;
const STRUCTURE_FIELDS = /return \{\n([\s\S]*?)\n {4}\};/;
const RESOURCE_FIELDS = /^ {4}synthesizeAttributes\(\) \{\n {8}return \{\n([\s\S]*?)\n {8}\};/m;
const FIELD = /^ +(?:"([^"]+)"|(\w+)): (.*?),?$/gm;
const CALLED = /(?<![\w])(?<!cdktf\.)(\w+)ToTerraform/g;

/**
 * Every text argument of every resource type of `@cdktf/provider-aws`, read from the code that writes
 * a block: it alone holds the names that Terraform uses.
 *
 * @param library the package's `lib` folder
 * @throws {CatalogueError} when a module has another form than the generator gives it
 */
export function readAwsBindings(library: string): readonly Argument[] {
  const found: Argument[] = [];
  const modules = readdirSync(library, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "provider")
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith("data-aws-"))
    .sort();
  for (const name of modules) {
    readModule(join(library, name), (argument) => found.push(argument));
  }
  return found;
}

function readModule(folder: string, add: (argument: Argument) => void): void {
  const text = readText(folder);
  const type = /tfResourceType = "([^"]+)"/.exec(text)?.[1];
  const fields = RESOURCE_FIELDS.exec(text)?.[1];
  if (type === undefined || fields === undefined) {
    throw new CatalogueError(
      `${folder} holds no resource in the form that the generator writes; adapt scripts/catalogue/aws-bindings.ts.`,
    );
  }
  const structures = new Map<string, readonly Field[]>();
  for (const [, name = "", body = ""] of text.matchAll(STRUCTURE)) {
    structures.set(name, fieldsOf(STRUCTURE_FIELDS.exec(body)?.[1] ?? ""));
  }
  visit(fieldsOf(fields), "", [], structures, (path) => add({ type, path }));
}

/** Large resources are split: the structures stand in files of their own. */
function readText(folder: string): string {
  const parts = join(folder, "index-structs");
  const files = existsSync(parts)
    ? readdirSync(parts)
        .filter((file) => file.endsWith(".js"))
        .sort()
        .map((file) => join(parts, file))
    : [];
  return [join(folder, "index.js"), ...files].map((file) => readFileSync(file, "utf8")).join("\n");
}

function fieldsOf(code: string): readonly Field[] {
  return [...code.matchAll(FIELD)].map(([, quoted, bare = "", conversion = ""]) => [
    quoted ?? bare,
    conversion,
  ]);
}

function visit(
  fields: readonly Field[],
  above: string,
  open: readonly string[],
  structures: ReadonlyMap<string, readonly Field[]>,
  add: (path: string) => void,
): void {
  for (const [name, conversion] of fields) {
    const structure = [...conversion.matchAll(CALLED)]
      .map((match) => match[1] ?? "")
      .find((called) => structures.has(called));
    if (structure === undefined) {
      if (/\b(?:string|any)ToTerraform\b/.test(conversion)) {
        add(`${above}${name}`);
      }
    } else if (name !== "timeouts" && !open.includes(structure)) {
      visit(
        structures.get(structure) ?? [],
        `${above}${name}.`,
        [...open, structure],
        structures,
        add,
      );
    }
  }
}
