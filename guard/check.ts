import { type Jurisdiction, Region } from "../jurisdiction";
import { DeclaredModules } from "./declare/read-declared-modules";
import { listFlows } from "./flow/list-flows";
import { asString, own } from "./json/json";
import type { Block, BlockKind } from "./model/block";
import { buildModel } from "./model/build-model";
import { sourceLineOf } from "./model/source-line";
import { proveReachability } from "./network";
import { type Place, Placer } from "./place/place";
import type { Source } from "./read/source";
import type { CheckResult, Finding, Note, Placement, Status, SubjectKind } from "./result";
import { fileRead } from "./rules/file-read";
import { moduleProven } from "./rules/module-proven";
import { RULES } from "./rules/registry";
import { NOTHING, type Rule, type RuleContext, type Verdict } from "./rules/rule";
import { waiverMatched } from "./rules/waiver-matched";
import { sortNatural } from "./sort-natural";
import { type ReadWaiver, readWaivers, type WaiverDefect } from "./waive/parse-waivers";
import { waive } from "./waive/waive";
import type { Waiver, WaiverSource } from "./waive/waiver";

export interface CheckOptions {
  readonly jurisdiction: Jurisdiction;
  /** The day the result is made for, `YYYY-MM-DD`. Passed in, so that a result can be repeated. */
  readonly asOf: string;
  /** @default none */
  readonly waivers?: WaiverSource;
  /**
   * True to list every flow in the result, and not only those that are findings.
   * @default false
   */
  readonly flows?: boolean;
}

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const SILENT = NOTHING;
const lineOf = sourceLineOf;

/** Longest value that a finding repeats, in characters. */
const MAX_VALUE = 200;

/**
 * Judges every block of `source` against `options.jurisdiction`.
 *
 * A pure function: the same input gives the same result, in the same order.
 */
export function check(source: Source, options: CheckOptions): CheckResult {
  const stacks = buildModel(source);
  const findings: Finding[] = source.unread.map(unreadFinding);
  const notes: Note[] = [];
  const contexts: RuleContext[] = [];
  const dispatch = new Dispatch(RULES);
  const declared = new DeclaredModules(options.waivers?.modules);
  for (const stack of stacks) {
    const placer = new Placer(stack, options.jurisdiction);
    const context: RuleContext = {
      jurisdiction: options.jurisdiction,
      stack,
      stacks,
      declared,
      placeOf: (block) => placer.placeOf(block),
    };
    judgeStack(context, dispatch, findings, notes);
    contexts.push(context);
  }
  findings.push(
    ...[...declared.defects, ...declared.unmatched()].map((defect) =>
      waiverFinding(options.waivers?.file ?? "", { ...defect, rule: moduleProven.id }),
    ),
  );
  const { findings: waived, inForce } = applyWaivers(findings, options);
  const judged = judgements(waived);
  const placements = placementsOf(contexts, judged);
  return {
    version: 1,
    asOf: options.asOf,
    jurisdiction: {
      name: options.jurisdiction.name,
      countries: options.jurisdiction.countries,
      regions: options.jurisdiction.regions.map(String),
    },
    summary: summarize(placements),
    placements,
    findings: waived.sort(byPosition),
    notes: notes.sort(byPosition),
    reachability: [...proveReachability(stacks, options.jurisdiction).proofs].sort(byPosition),
    ...(options.flows === true ? { flows: listFlows(contexts) } : {}),
    ...(inForce === undefined ? {} : { waivers: inForce }),
  };
}

function judgeStack(
  context: RuleContext,
  dispatch: Dispatch,
  findings: Finding[],
  notes: Note[],
): void {
  const record = (rule: Rule, verdict: Verdict, block: Block): void => {
    if (verdict.status === "note") {
      notes.push(toNote(rule, verdict, block));
    } else {
      findings.push(toFinding(rule, verdict, block));
    }
  };
  const { blocks } = context.stack;
  // Counted loops where every rule meets every block: an iterator each would be most of the work.
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const rules = dispatch.rulesFor(block);
    for (let index = 0; index < rules.length; index += 1) {
      const rule = rules[index] as Rule;
      const verdicts = rule.check?.(block, context) ?? SILENT;
      if (verdicts !== SILENT) {
        for (const verdict of verdicts) {
          record(rule, verdict, block);
        }
      }
    }
  }
  for (const rule of RULES) {
    for (const verdict of rule.checkStack?.(context) ?? NOTHING) {
      record(rule, verdict, verdict.block);
    }
  }
}

/** Knows which rules look at a block, asking each rule once about each type. */
class Dispatch {
  private readonly byKind = new Map<BlockKind, Map<string, readonly Rule[]>>();
  private lastKind: BlockKind | undefined;
  private lastType = "";
  private last: readonly Rule[] = NOTHING;

  constructor(private readonly rules: readonly Rule[]) {}

  rulesFor({ kind, type }: Block): readonly Rule[] {
    // Blocks of one type stand together.
    if (kind !== this.lastKind || type !== this.lastType) {
      this.lastKind = kind;
      this.lastType = type;
      this.last = this.lookUp(kind, type);
    }
    return this.last;
  }

  private lookUp(kind: BlockKind, type: string): readonly Rule[] {
    let byType = this.byKind.get(kind);
    if (byType === undefined) {
      byType = new Map();
      this.byKind.set(kind, byType);
    }
    let concerned = byType.get(type);
    if (concerned === undefined) {
      concerned = this.rules.filter(
        (rule) =>
          rule.check !== undefined && rule.kinds.includes(kind) && (rule.concerns?.(type) ?? true),
      );
      byType.set(type, concerned);
    }
    return concerned;
  }
}

const SUBJECTS: Readonly<Partial<Record<BlockKind, SubjectKind>>> = {
  resource: "resource",
  data: "data",
  provider: "provider",
  module: "module",
  backend: "backend",
};

/** What the findings say of one block: the worst status, and the waivers if they cover all. */
interface Judgement {
  status: Status;
  open: boolean;
  readonly waivers: Set<string>;
}

function judgements(findings: readonly Finding[]): ReadonlyMap<string, Judgement> {
  const judged = new Map<string, Judgement>();
  for (const finding of findings) {
    const key = blockKey(finding);
    const judgement = judged.get(key) ?? { status: "inside", open: false, waivers: new Set() };
    judged.set(key, judgement);
    judgement.status = worseOf(judgement.status, finding.status);
    if (finding.waiver === undefined) {
      judgement.open = true;
    } else {
      judgement.waivers.add(finding.waiver);
    }
  }
  return judged;
}

function blockKey({
  stack,
  address,
}: {
  readonly stack: string;
  readonly address: string;
}): string {
  return `${stack}:${address}`;
}

/** In the order of their positions. */
function placementsOf(
  contexts: readonly RuleContext[],
  judged: ReadonlyMap<string, Judgement>,
): readonly Placement[] {
  const placements: Placement[] = [];
  for (const context of contexts) {
    const { blocks } = context.stack;
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at] as Block;
      const judgement = judged.size === 0 ? undefined : judged.get(blockKey(block));
      const placement = toPlacement(block, context, judgement);
      if (placement !== undefined) {
        placements.push(placement);
      }
    }
  }
  return sortNatural(placements, byPosition);
}

function toPlacement(
  block: Block,
  context: RuleContext,
  judgement: Judgement | undefined,
): Placement | undefined {
  const kind = SUBJECTS[block.kind];
  if (kind === undefined) {
    return undefined;
  }
  const judged = judgement?.status ?? "inside";
  if (kind === "module" || kind === "backend" || block.type === "terraform_remote_state") {
    const region = Region.find(asString(own(block.body, "region")) ?? "")?.id ?? null;
    // Local state and followed modules have no place of their own to report.
    return judged === "inside" && region === null
      ? undefined
      : placement(
          kind,
          block,
          region,
          judged,
          `${block.address} keeps or brings in data`,
          judgement,
        );
  }
  const place = context.placeOf(block);
  const status = worseOf(judged, place.status);
  return placement(kind, block, regionName(place), status, place.evidence, judgement);
}

/** Written out without spreads: an estate has one of these for every resource. */
function placement(
  kind: SubjectKind,
  block: Block,
  region: string | null,
  status: Status,
  evidence: string,
  judgement: Judgement | undefined,
): Placement {
  const { stack, address, constructPath } = block;
  const source = lineOf(block);
  const base: Placement =
    constructPath === undefined
      ? { kind, stack, address, region, status, evidence }
      : source === undefined
        ? { kind, stack, address, constructPath, region, status, evidence }
        : { kind, stack, address, constructPath, source, region, status, evidence };
  return judgement === undefined || judgement.open
    ? base
    : { ...base, waivers: [...judgement.waivers].sort() };
}

interface Waived {
  readonly findings: Finding[];
  /** By id; undefined where no waivers were given. */
  readonly inForce?: readonly Waiver[];
}

function applyWaivers(findings: readonly Finding[], options: CheckOptions): Waived {
  if (options.waivers === undefined) {
    return { findings: [...findings] };
  }
  const { file } = options.waivers;
  const rules = new Set(RULES.map((rule) => rule.id));
  const { inForce, defects } = readWaivers(options.waivers, rules, options.asOf);
  const waived = waive(findings, inForce);
  return {
    findings: [
      ...waived.findings,
      ...defects.map((defect) => waiverFinding(file, defect)),
      ...waived.unmatched.map((read) => waiverFinding(file, unmatched(read))),
    ],
    inForce: inForce.map(({ waiver }) => waiver).sort((a, b) => compare(a.id, b.id)),
  };
}

type Defect = Omit<WaiverDefect, "rule"> & { readonly rule: string };

function unmatched({ waiver, path }: ReadWaiver): Defect {
  return {
    rule: waiverMatched.id,
    path: `${path}/subject`,
    value: waiver.subject,
    message: `The waiver ${waiver.id} covers no finding of ${waiver.rule} at ${waiver.subject}.`,
    fix: "Remove it, or correct its subject: <stack>, <stack>:<address> or <stack>:<address>#<JSON pointer>.",
  };
}

function waiverFinding(file: string, defect: Defect): Finding {
  return {
    rule: defect.rule,
    status: "unproven",
    stack: "",
    file,
    address: `${file}#${defect.path}`,
    path: defect.path,
    value: cut(defect.value),
    region: null,
    message: defect.message,
    fix: defect.fix,
  };
}

function regionName({ regions }: Place): string | null {
  const only = regions[0];
  return only === undefined
    ? null
    : regions.length === 1
      ? only.id
      : regions.map(String).join(" or ");
}

const RANK: Readonly<Record<Status, number>> = { inside: 0, unproven: 1, outside: 2 };

function worseOf(a: Status, b: Status): Status {
  return RANK[b] > RANK[a] ? b : a;
}

function toFinding(rule: Rule, verdict: Verdict, block: Block): Finding {
  const source = lineOf(block);
  return {
    rule: rule.id,
    status: verdict.status === "outside" ? "outside" : "unproven",
    stack: block.stack,
    file: block.file,
    address: block.address,
    ...(block.constructPath === undefined ? {} : { constructPath: block.constructPath }),
    ...(source === undefined ? {} : { source }),
    path: verdict.path,
    value: cut(verdict.value),
    region: verdict.region ?? null,
    message: verdict.message,
    fix: verdict.fix,
  };
}

function toNote(rule: Rule, verdict: Verdict, block: Block): Note {
  return {
    rule: rule.id,
    stack: block.stack,
    file: block.file,
    address: block.address,
    path: verdict.path,
    message: verdict.message,
  };
}

function unreadFinding(unread: Source["unread"][number]): Finding {
  return {
    rule: fileRead.id,
    status: "unproven",
    stack: unread.stack,
    file: unread.file,
    address: unread.file,
    path: "",
    value: unread.file,
    region: null,
    message: `${unread.file} is ${unread.reason}; what it says is not proven.`,
    fix: "Remove it, or put what it says into the constructs.",
  };
}

function cut(value: string): string {
  return value.length <= MAX_VALUE ? value : `${value.slice(0, MAX_VALUE - 1)}…`;
}

function summarize(placements: readonly Placement[]): CheckResult["summary"] {
  const count = { resources: 0, inside: 0, outside: 0, unproven: 0, waived: 0 };
  for (const { kind, status, waivers } of placements) {
    if (kind === "resource" || kind === "data") {
      count.resources += 1;
      count[waivers === undefined ? status : "waived"] += 1;
    }
  }
  return count;
}

interface Positioned {
  readonly stack: string;
  readonly address: string;
  readonly path?: string;
  readonly rule?: string;
}

function byPosition(a: Positioned, b: Positioned): number {
  if (a.stack !== b.stack) {
    return compare(a.stack, b.stack);
  }
  return a.address === b.address
    ? compare(a.path ?? "", b.path ?? "") || compare(a.rule ?? "", b.rule ?? "")
    : compare(a.address, b.address);
}

/** By code unit: the order must not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
