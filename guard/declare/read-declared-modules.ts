import { isDay } from "../day";
import { isObject, own } from "../json/json";
import type { DeclaredModule } from "./declared-module";

/** Why an entry declares nothing, or what it declares is called nowhere. */
export interface DeclarationDefect {
  readonly path: string;
  readonly value: string;
  readonly message: string;
  readonly fix: string;
}

const FIELDS = ["source", "version", "reason", "owner", "reviewed"] as const;

const NEEDED = ["source", "reason", "owner", "reviewed"] as const;

/** One version of a registry's module; a range admits others that nobody has read. */
const ONE_VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** Sources whose content cannot change: a Git commit, an archive with a checksum. */
const PINNED = /[?&](?:ref=[0-9a-f]{40}|checksum=sha256:[0-9a-f]{64})(?:&|$)/i;

/** The modules that an input's owner has declared, and which of them were called. */
export class DeclaredModules {
  static readonly NONE = new DeclaredModules(undefined);

  readonly defects: readonly DeclarationDefect[];
  private readonly byCall = new Map<string, { module: DeclaredModule; path: string }>();
  private readonly called = new Set<string>();

  /**
   * @param entries what stands under `modules` in the waiver file; undefined where nothing does
   * @param asOf the day of the check, `YYYY-MM-DD`: what is read later is not read yet
   * @default any day is taken
   */
  constructor(entries: unknown, asOf?: string) {
    const defects: DeclarationDefect[] = [];
    if (entries !== undefined && !Array.isArray(entries)) {
      defects.push(
        defect("/modules", entries, "modules is no list", 'Write "modules": [ { … } ].'),
      );
    }
    for (const [index, entry] of (Array.isArray(entries) ? entries : []).entries()) {
      const path = `/modules/${index}`;
      const found = defectOf(entry, path, asOf);
      if (found === undefined) {
        const module = entry as DeclaredModule;
        this.byCall.set(keyOf(module.source, module.version), { module, path });
      } else {
        defects.push(found);
      }
    }
    this.defects = defects;
  }

  /** The declaration of what a call names, which counts as used from then on. */
  find(source: string, version: string | undefined): DeclaredModule | undefined {
    const key = keyOf(source, version?.replace(/^\s*=\s*/, "").trim());
    this.called.add(key);
    return this.byCall.get(key)?.module;
  }

  /** Declarations that no call has asked for. */
  unmatched(): readonly DeclarationDefect[] {
    return [...this.byCall]
      .filter(([key]) => !this.called.has(key))
      .map(([, { module, path }]) =>
        defect(
          `${path}/source`,
          module.source,
          `No module call names ${module.source}${module.version === undefined ? "" : ` in version ${module.version}`}`,
          "Remove the declaration, or correct its source and version.",
        ),
      );
  }
}

function keyOf(source: string, version: string | undefined): string {
  return `${source}\n${version ?? ""}`;
}

function defectOf(
  entry: unknown,
  path: string,
  asOf: string | undefined,
): DeclarationDefect | undefined {
  if (!isObject(entry)) {
    return defect(path, entry, "A declaration is an object", "Write one object a module.");
  }
  for (const field of NEEDED) {
    const value = own(entry, field);
    if (typeof value !== "string" || value.trim() === "") {
      return defect(
        `${path}/${field}`,
        value,
        `The declaration has no ${field}`,
        `Give it a ${field}.`,
      );
    }
  }
  const unknown = Object.keys(entry).find((key) => !FIELDS.some((field) => field === key));
  if (unknown !== undefined) {
    const fix = `Fields: ${FIELDS.join(", ")}.`;
    return defect(`${path}/${unknown}`, unknown, `A declaration has no field ${unknown}`, fix);
  }
  const { source, version, reviewed } = entry as unknown as DeclaredModule;
  if (!isDay(reviewed)) {
    return defect(`${path}/reviewed`, reviewed, "reviewed is no day", "Write it as YYYY-MM-DD.");
  }
  if (asOf !== undefined && reviewed > asOf) {
    return defect(
      `${path}/reviewed`,
      reviewed,
      `reviewed lies after ${asOf}, the day of the check`,
      "Write the day on which it was read.",
    );
  }
  if (/^\.{0,2}\//.test(source)) {
    return defect(
      `${path}/source`,
      source,
      "A module in a folder is read, not declared",
      "Keep it as Terraform JSON beside its caller.",
    );
  }
  const isPinned = version === undefined ? PINNED.test(source) : ONE_VERSION.test(String(version));
  return isPinned
    ? undefined
    : defect(
        version === undefined ? `${path}/source` : `${path}/version`,
        version ?? source,
        "What it names can change after it was read",
        "Name one version of a registry's module (1.2.3), a Git commit (?ref= and 40 hexadecimal digits) or an archive with its checksum=sha256:….",
      );
}

function defect(path: string, value: unknown, what: string, fix: string): DeclarationDefect {
  const shown =
    value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return { path, value: shown, message: `${what}.`, fix };
}
