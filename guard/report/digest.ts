import { posix } from "node:path";
import { type CheckResult, type Finding, isProven, type Note, type Placement } from "../result";
import type { Waiver } from "../waive/waiver";
import type { ReportOptions } from "./options";

/** What one result says of one stack. */
export interface StackDigest {
  /** Empty for findings about files that belong to no stack, such as a waiver file. */
  readonly name: string;
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** Worst first. */
  readonly placements: readonly Placement[];
}

/** How bad something is; 0 is the worst. */
type Rank = 0 | 1 | 2 | 3;

/** The stacks of `result`, worst first. */
export function digestStacks(result: CheckResult): readonly StackDigest[] {
  const stacks = new Map<string, { findings: Finding[]; placements: Placement[] }>();
  const of = (name: string) => {
    const known = stacks.get(name) ?? { findings: [], placements: [] };
    stacks.set(name, known);
    return known;
  };
  for (const placement of result.placements) {
    of(placement.stack).placements.push(placement);
  }
  for (const finding of result.findings) {
    of(finding.stack).findings.push(finding);
  }
  return [...stacks]
    .map(([name, { findings, placements }]) => ({
      name,
      findings: worstFirst(findings, rankOfFinding),
      placements: worstFirst(placements, rankOfPlacement),
    }))
    .sort((a, b) => rankOfStack(a) - rankOfStack(b) || compare(a.name, b.name));
}

/** Notes that differ in nothing but the block that they are about stand together. */
export function groupNotes(notes: readonly Note[]): readonly (readonly [Note, ...Note[]])[] {
  const groups = new Map<string, [Note, ...Note[]]>();
  for (const note of notes) {
    const says = note.message.replaceAll(note.address, "");
    // A message that names no block is about the block all the same: it stands for itself.
    const key = JSON.stringify([
      note.rule,
      note.stack,
      says,
      says === note.message ? note.address : "",
    ]);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [note]);
    } else {
      group.push(note);
    }
  }
  return [...groups.values()];
}

/** Who answers for what is waived, and until when. */
export interface Answer {
  readonly owner: string;
  readonly ticket: string;
  readonly expires: string;
  readonly reason: string;
  /** Findings that it covers. */
  readonly findings: number;
}

/** Those who answer for waived findings, whoever's time ends first before the others. */
export function answersOf({ findings, waivers = [] }: CheckResult): readonly Answer[] {
  const byId = new Map(waivers.map((waiver) => [waiver.id, waiver]));
  const answers = new Map<string, { waiver: Waiver; findings: number }>();
  for (const { waiver: id } of findings) {
    const waiver = id === undefined ? undefined : byId.get(id);
    if (waiver !== undefined) {
      const { owner, ticket, expires, reason } = waiver;
      const key = JSON.stringify([owner, ticket, expires, reason]);
      const answer = answers.get(key) ?? { waiver, findings: 0 };
      answer.findings += 1;
      answers.set(key, answer);
    }
  }
  return [...answers.values()]
    .map(({ waiver: { owner, ticket, expires, reason }, findings: count }) => ({
      owner,
      ticket,
      expires,
      reason,
      findings: count,
    }))
    .sort((a, b) => compare(a.expires, b.expires) || compare(a.owner, b.owner));
}

/** Findings of all stacks, worst first, otherwise in the order of the result. */
export function findingsWorstFirst(result: CheckResult): readonly Finding[] {
  return worstFirst(result.findings, rankOfFinding);
}

function worstFirst<T>(items: readonly T[], rank: (item: T) => Rank): readonly T[] {
  return [...items].sort((a, b) => rank(a) - rank(b));
}

function rankOfFinding({ waiver, status }: Finding): Rank {
  return waiver !== undefined ? 2 : status === "outside" ? 0 : 1;
}

function rankOfPlacement({ waivers, status }: Placement): Rank {
  return status === "inside" ? 3 : waivers !== undefined ? 2 : status === "outside" ? 0 : 1;
}

function rankOfStack({ findings, placements }: StackDigest): number {
  const [finding] = findings;
  const [placement] = placements;
  return Math.min(
    finding === undefined ? 3 : rankOfFinding(finding),
    placement === undefined ? 3 : rankOfPlacement(placement),
  );
}

/** By code unit: the order must not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One line: the verdict and the counts. Holds nothing that stands in a configuration. */
export function countLine(result: CheckResult): string {
  const { summary, findings } = result;
  const counts = `${summary.resources} resources: ${summary.inside} inside, ${summary.outside} outside, ${summary.unproven} unproven, ${summary.waived} waived`;
  const open = findings.filter((finding) => finding.waiver === undefined).length;
  return isProven(result)
    ? `PROVEN ${counts}`
    : `NOT PROVEN ${counts}; ${open} ${open === 1 ? "finding" : "findings"}`;
}

/** What a finding is about, as a person would look for it. */
export function subjectOf({ stack, address, constructPath }: Finding): string {
  return constructPath ?? (stack === "" ? address : `${stack}: ${address}`);
}

/** `outside`, `unproven` or `waived`. */
export function stateOf({ status, waiver }: Finding): "outside" | "unproven" | "waived" {
  return waiver === undefined ? status : "waived";
}

/** A place in a file of the repository. */
export interface RepositoryLine {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** The source line of `finding` in its repository; undefined where none is known. */
export function repositoryLine(
  { source }: Pick<Finding, "source">,
  { sourceRoot = "" }: ReportOptions,
): RepositoryLine | undefined {
  if (source === undefined) {
    return undefined;
  }
  const file = posix.normalize(posix.join(sourceRoot, source.file));
  // A file above the root of the repository is none that its reader can open.
  return file === ".." || file.startsWith("../") || file.startsWith("/")
    ? undefined
    : { ...source, file };
}
