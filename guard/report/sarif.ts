import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { ArtifactLocation, Location, LogicalLocation, Result, Run } from "sarif";
import { type CheckResult, type Finding, isProven, type Note } from "../result";
import { RULES } from "../rules/registry";
import type { Waiver } from "../waive/waiver";
import { findingsWorstFirst, repositoryLine, stateOf } from "./digest";
import type { ReportOptions } from "./options";
import { printable } from "./printable";

/** The published schema of the version; also how consumers tell what they are given. */
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/**
 * The result in the Static Analysis Results Interchange Format 2.1.0, for code scanning.
 *
 * A finding points at the TypeScript line that made the construct, and at its JSON where that is not
 * known. Waived findings are suppressed, never left out. Notes are results of the kind
 * `informational`.
 *
 * Source: OASIS SARIF 2.1.0.
 */
export function reportSarif(result: CheckResult, options: ReportOptions = {}): string {
  const { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } = library();
  const builder = new SarifBuilder({ $schema: SCHEMA });
  const run = new SarifRunBuilder(runOptions(result, options)).initSimple({
    toolDriverName: "onshore",
    toolDriverVersion: options.toolVersion ?? "0.0.0",
  });
  for (const { id, title } of RULES) {
    run.addRule(
      new SarifRuleBuilder({
        defaultConfiguration: { level: "error" },
        help: { text: `onshore explain ${id}` },
      }).initSimple({ ruleId: id, shortDescriptionText: title }),
    );
  }
  const fingerprints = new Fingerprints();
  for (const finding of findingsWorstFirst(result)) {
    run.addResult(new SarifResultBuilder(findingResult(finding, fingerprints, result, options)));
  }
  for (const note of result.notes) {
    run.addResult(new SarifResultBuilder(noteResult(note, options)));
  }
  builder.addRun(run);
  return `${JSON.stringify(builder.buildSarifOutput(), undefined, 2)}\n`;
}

/** Loaded when it is needed: most runs write no SARIF, and the command is to start quickly. */
function library(): typeof import("node-sarif-builder") {
  return require("node-sarif-builder");
}

function runOptions(result: CheckResult, { inputRoot }: ReportOptions): Partial<Run> {
  return {
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true, exitCode: isProven(result) ? 0 : 1 }],
    ...(inputRoot === undefined
      ? {
          originalUriBaseIds: {
            [INPUT_BASE]: { description: { text: "The folder that was checked." } },
          },
        }
      : {}),
    properties: {
      asOf: result.asOf,
      jurisdiction: result.jurisdiction.name,
      summary: result.summary,
    },
  };
}

/** Stands for the checked folder where nobody said where in the repository that lies. */
const INPUT_BASE = "CHECKED";

function findingResult(
  finding: Finding,
  fingerprints: Fingerprints,
  { waivers = [] }: CheckResult,
  options: ReportOptions,
): Partial<Result> {
  const { rule, message, fix, value, waiver, region, path } = finding;
  return {
    ruleId: rule,
    // What is unproven fails as what is outside does.
    level: "error",
    kind: "fail",
    message: { text: printable(fix === "" ? message : `${message} Fix: ${fix}`) },
    locations: [locationOf(finding, options)],
    partialFingerprints: fingerprints.of(finding),
    suppressions:
      waiver === undefined
        ? []
        : [
            {
              kind: "external",
              status: "accepted",
              justification: printable(justificationOf(waiver, waivers)),
            },
          ],
    properties: {
      state: stateOf(finding),
      status: finding.status,
      stack: printable(finding.stack),
      address: printable(finding.address),
      ...(finding.constructPath === undefined
        ? {}
        : { constructPath: printable(finding.constructPath) }),
      pointer: printable(path),
      value: printable(value),
      ...(region === null ? {} : { region: printable(region) }),
    },
  };
}

function justificationOf(id: string, waivers: readonly Waiver[]): string {
  const waiver = waivers.find((each) => each.id === id);
  return waiver === undefined
    ? `Waived by ${id}.`
    : `Waived by ${id} until ${waiver.expires}: ${waiver.reason} (${waiver.owner}, ${waiver.ticket})`;
}

function noteResult(note: Note, options: ReportOptions): Partial<Result> {
  return {
    ruleId: note.rule,
    level: "none",
    kind: "informational",
    message: { text: printable(note.message) },
    locations: [locationOf(note, options)],
  };
}

type Located = Pick<Finding, "stack" | "address" | "file" | "path" | "constructPath" | "source">;

function locationOf(located: Located, options: ReportOptions): Location {
  const line = repositoryLine(located, options);
  const logicalLocations = logicalLocationsOf(located);
  if (line === undefined) {
    return {
      physicalLocation: {
        artifactLocation: fileLocation(located, options),
        // Code scanning refuses a location without a line. The value stands at the JSON pointer.
        region: { startLine: 1 },
      },
      logicalLocations,
    };
  }
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(line.file) },
      region: {
        startLine: line.line,
        ...(line.column === undefined ? {} : { startColumn: line.column }),
      },
    },
    logicalLocations,
  };
}

/** The JSON pointer, and the construct or else the Terraform address that it belongs to. */
function logicalLocationsOf({ stack, address, path, constructPath }: Located): LogicalLocation[] {
  const owner = printable(constructPath ?? (stack === "" ? address : `${stack}:${address}`));
  return [
    { fullyQualifiedName: owner, kind: "resource" },
    // Of the file itself, which the physical location names, the pointer is empty.
    ...(path === "" ? [] : [{ fullyQualifiedName: printable(path), kind: "property" }]),
  ];
}

function fileLocation(
  { stack, file }: Located,
  { inputRoot, sourceRoot = "" }: ReportOptions,
): ArtifactLocation {
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(file)) {
    return { uri: `file:///${toUri(file)}` };
  }
  // A file of no stack is a waiver file, which is not in the folder that was checked.
  const root = stack === "" ? sourceRoot : inputRoot;
  return root === undefined
    ? { uri: toUri(file), uriBaseId: INPUT_BASE }
    : { uri: toUri(posix.join(root, file)) };
}

/** A relative reference. Source: RFC 3986 section 4.2. */
function toUri(path: string): string {
  return path
    .replace(/^[/\\]+/, "")
    .split(/[/\\]/)
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
}

/**
 * What stays the same of a finding while lines and files move: its rule and its construct. A second
 * finding of one rule about one construct has the next number.
 */
class Fingerprints {
  private readonly counts = new Map<string, number>();

  of({ rule, constructPath, stack, address }: Finding): Record<string, string> {
    const subject = constructPath ?? `${stack}:${address}`;
    const hash = createHash("sha256").update(`${rule}\n${subject}`).digest("hex").slice(0, 16);
    const count = (this.counts.get(hash) ?? 0) + 1;
    this.counts.set(hash, count);
    const fingerprint = `${hash}:${count}`;
    // The second is the only one that GitHub's code scanning reads.
    return { "ruleAndConstruct/v1": fingerprint, primaryLocationLineHash: fingerprint };
  }
}
