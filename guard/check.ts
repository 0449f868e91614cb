import type { Jurisdiction } from "../jurisdiction";
import type { Block, BlockKind, Stack } from "./model/block";
import { buildModel } from "./model/build-model";
import { type Place, Placer } from "./place/place";
import type { Source } from "./read/source";
import type { CheckResult, Finding, Note, Placement, Status, SubjectKind } from "./result";
import { RULES, UNREAD_FILE_RULE } from "./rules/registry";
import type { Rule, RuleContext, Verdict } from "./rules/rule";

export interface CheckOptions {
  readonly jurisdiction: Jurisdiction;
  /** The day the result is made for, `YYYY-MM-DD`. Passed in, so that a result can be repeated. */
  readonly asOf: string;
}

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
  const placements: Placement[] = [];
  const dispatch = new Dispatch(RULES);
  for (const stack of stacks) {
    const placer = new Placer(stack, options.jurisdiction);
    const context: RuleContext = {
      jurisdiction: options.jurisdiction,
      stack,
      stacks,
      placeOf: (block) => placer.placeOf(block),
    };
    const worst = new Map<Block, Status>();
    const record = (rule: Rule, verdict: Verdict, block: Block): void => {
      if (verdict.status === "note") {
        notes.push(toNote(rule, verdict, block));
      } else {
        findings.push(toFinding(rule, verdict, block));
        worst.set(block, worseOf(worst.get(block) ?? "inside", verdict.status));
      }
    };
    for (const block of stack.blocks) {
      for (const rule of dispatch.rulesFor(block)) {
        for (const verdict of rule.check?.(block, context) ?? []) {
          record(rule, verdict, block);
        }
      }
    }
    for (const rule of RULES) {
      for (const verdict of rule.checkStack?.(context) ?? []) {
        record(rule, verdict, verdict.block);
      }
    }
    for (const block of stack.blocks) {
      const placement = toPlacement(block, stack, context, worst.get(block) ?? "inside");
      if (placement !== undefined) {
        placements.push(placement);
      }
    }
  }
  return {
    version: 1,
    asOf: options.asOf,
    jurisdiction: {
      name: options.jurisdiction.name,
      countries: options.jurisdiction.countries,
      regions: options.jurisdiction.regions.map(String),
    },
    summary: summarize(placements),
    placements: placements.sort(byPosition),
    findings: findings.sort(byPosition),
    notes: notes.sort(byPosition),
  };
}

/** Knows which rules look at a block, asking each rule once about each type. */
class Dispatch {
  private readonly byType = new Map<string, readonly Rule[]>();

  constructor(private readonly rules: readonly Rule[]) {}

  rulesFor(block: Block): readonly Rule[] {
    const key = `${block.kind} ${block.type}`;
    const known = this.byType.get(key);
    if (known !== undefined) {
      return known;
    }
    const concerned = this.rules.filter(
      (rule) =>
        rule.check !== undefined &&
        rule.kinds.includes(block.kind) &&
        (rule.concerns?.(block.type) ?? true),
    );
    this.byType.set(key, concerned);
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

function toPlacement(
  block: Block,
  stack: Stack,
  context: RuleContext,
  worst: Status,
): Placement | undefined {
  const kind = SUBJECTS[block.kind];
  if (kind === undefined) {
    return undefined;
  }
  const base = {
    kind,
    stack: stack.name,
    address: block.address,
    ...(block.constructPath === undefined ? {} : { constructPath: block.constructPath }),
  };
  if (kind === "module" || kind === "backend" || block.type === "terraform_remote_state") {
    return kind === "backend" || worst !== "inside"
      ? undefined
      : { ...base, region: null, status: worst, evidence: "read by Terraform itself" };
  }
  const place = context.placeOf(block);
  return {
    ...base,
    region: regionName(place),
    status: worseOf(worst, place.status),
    evidence: place.evidence,
  };
}

function regionName(place: Place): string | null {
  return place.regions.length === 0 ? null : place.regions.map(String).join(" or ");
}

const RANK: Readonly<Record<Status, number>> = { inside: 0, unproven: 1, outside: 2 };

function worseOf(a: Status, b: Status): Status {
  return RANK[b] > RANK[a] ? b : a;
}

function toFinding(rule: Rule, verdict: Verdict, block: Block): Finding {
  return {
    rule: rule.id,
    status: verdict.status === "outside" ? "outside" : "unproven",
    stack: block.stack,
    file: block.file,
    address: block.address,
    ...(block.constructPath === undefined ? {} : { constructPath: block.constructPath }),
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
    rule: UNREAD_FILE_RULE,
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
  const count = { inside: 0, outside: 0, unproven: 0 };
  let resources = 0;
  for (const placement of placements) {
    if (placement.kind === "resource" || placement.kind === "data") {
      resources += 1;
      count[placement.status] += 1;
    }
  }
  return { resources, ...count, waived: 0 };
}

interface Positioned {
  readonly stack: string;
  readonly address: string;
  readonly path?: string;
  readonly rule?: string;
}

function byPosition(a: Positioned, b: Positioned): number {
  return (
    compare(a.stack, b.stack) ||
    compare(a.address, b.address) ||
    compare(a.path ?? "", b.path ?? "") ||
    compare(a.rule ?? "", b.rule ?? "")
  );
}

/** By code unit: the order must not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
