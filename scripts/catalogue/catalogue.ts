import type { CatalogueFile } from "../../guard/flow/catalogue";
import type { Classifier } from "../../guard/flow/classify";
import type { FlowClass } from "../../guard/flow/flow-class";
import type { Argument } from "./argument";
import { isCandidate } from "./candidates";

/** The two files that a cloud's catalogue is committed as. */
export interface CatalogueFiles {
  /** Arguments that carry something to another place, and every resource type. */
  readonly flows: string;
  /** Candidates that were reviewed and carry nothing, one type a line. */
  readonly none: string;
}

/** What is wrong with a catalogue, each a line for the person who reviews an upgrade. */
export interface CatalogueProblems {
  /** Candidates that no name of the list fits. */
  readonly unclassified: readonly string[];
  /** Names of the list that fit no argument. */
  readonly unused: readonly string[];
  /** Names that the list gives twice. */
  readonly repeated: readonly string[];
  /** Candidates that the committed files do not hold. */
  readonly added: readonly string[];
  /** Arguments of the committed files that the provider no longer has. */
  readonly vanished: readonly string[];
  /** Arguments whose committed class is not the one that the list gives. */
  readonly changed: readonly string[];
}

/** One candidate with its class; the class is undefined where nobody gave it one. */
interface Entry extends Argument {
  readonly class: FlowClass | undefined;
}

/** Classifies every candidate, and compares the result with the committed files. */
export function buildCatalogue(
  all: readonly Argument[],
  classifier: Classifier,
  committed: CatalogueFiles,
): { readonly files: CatalogueFiles; readonly problems: CatalogueProblems } {
  const used = new Set<string>();
  const entries: Entry[] = [];
  for (const argument of all.filter(isCandidate)) {
    const found = classifier.classify(argument.type, argument.path);
    if (found !== undefined) {
      used.add(found.by);
    }
    entries.push({ ...argument, class: found?.class });
  }
  const types = [...new Set(all.map(({ type }) => type))].sort();
  return {
    files: printFiles(types, entries),
    problems: {
      unclassified: entries.filter((entry) => entry.class === undefined).map(nameOf),
      unused: classifier.names().filter((name) => !used.has(name)),
      repeated: classifier.repeated,
      ...compare(entries, readFiles(committed)),
    },
  };
}

function nameOf({ type, path }: Argument): string {
  return `${type}.${path}`;
}

function compare(entries: readonly Entry[], committed: ReadonlyMap<string, FlowClass>) {
  const now = new Map(entries.map((entry) => [nameOf(entry), entry.class]));
  return {
    added: [...now.keys()].filter((name) => !committed.has(name)),
    vanished: [...committed.keys()].filter((name) => !now.has(name)),
    changed: [...now].flatMap(([name, flow]) => {
      const before = committed.get(name);
      return before === undefined || flow === undefined || before === flow
        ? []
        : [`${name}: ${before} -> ${flow}`];
    }),
  };
}

/** Reads the class of every committed candidate, by `type.path`. */
export function readFiles({ flows, none }: CatalogueFiles): ReadonlyMap<string, FlowClass> {
  const found = new Map<string, FlowClass>();
  for (const [type, entry] of Object.entries(JSON.parse(flows || "{}") as CatalogueFile)) {
    for (const [path, flow] of Object.entries(entry)) {
      found.set(`${type}.${path}`, flow);
    }
  }
  for (const line of none.split("\n").filter((text) => text !== "" && !text.startsWith("#"))) {
    const [type = "", ...paths] = line.split(" ");
    for (const path of paths) {
      found.set(`${type.replace(/:$/, "")}.${path}`, "none");
    }
  }
  return found;
}

function printFiles(types: readonly string[], entries: readonly Entry[]): CatalogueFiles {
  const byType = new Map<string, Entry[]>();
  for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    byType.set(entry.type, [...(byType.get(entry.type) ?? []), entry]);
  }
  const flows: Record<string, Record<string, FlowClass>> = {};
  const none = [
    "# Reviewed: these arguments carry nothing to another place. Made by npm run catalogue.",
  ];
  for (const type of types) {
    const of = byType.get(type) ?? [];
    flows[type] = Object.fromEntries(
      of.flatMap(({ path, class: flow }) =>
        flow === undefined || flow === "none" ? [] : [[path, flow]],
      ),
    );
    const paths = of.filter((entry) => entry.class === "none").map(({ path }) => path);
    if (paths.length > 0) {
      none.push(`${type}: ${paths.join(" ")}`);
    }
  }
  return { flows: `${JSON.stringify(flows, null, 2)}\n`, none: `${none.join("\n")}\n` };
}
