import { Region } from "../../jurisdiction";
import { asString, own } from "../json/json";
import type { Block, BlockKind } from "../model/block";
import { sourceLineOf } from "../model/source-line";
import type { Place } from "../place/place";
import type { CheckResult, Finding, Placement, Status, SubjectKind } from "../result";
import type { RuleContext } from "../rules/rule";
import { sortNatural } from "../sort-natural";
import { byPosition } from "./position";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const lineOf = sourceLineOf;

const SUBJECTS: Readonly<Partial<Record<BlockKind, SubjectKind>>> = {
  resource: "resource",
  data: "data",
  provider: "provider",
  module: "module",
  backend: "backend",
};

/** What the findings say of one block: the worst status, and the waivers if they cover all. */
export interface Judgement {
  status: Status;
  open: boolean;
  readonly waivers: Set<string>;
}

export function judgements(findings: readonly Finding[]): ReadonlyMap<string, Judgement> {
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
export function placementsOf(
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
    return judged === "inside" && (region === null || block.type === "local")
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

export function summarize(placements: readonly Placement[]): CheckResult["summary"] {
  const count = { resources: 0, inside: 0, outside: 0, unproven: 0, waived: 0 };
  for (const { kind, status, waivers } of placements) {
    if (kind === "resource" || kind === "data") {
      count.resources += 1;
      count[waivers === undefined ? status : "waived"] += 1;
    }
  }
  return count;
}
