import type { CheckResult, Finding, Placement, Status } from "../../result";
import { findingsWorstFirst } from "../digest";
import type { Standing } from "./icons";

/** The result, with what several parts of the page need worked out once. */
export interface Report {
  readonly result: CheckResult;
  /** Worst first; then as the result orders them. */
  readonly findings: readonly Finding[];
  /** Findings that no waiver covers. */
  readonly open: readonly Finding[];
  /** The worst of what is open; `inside` where the result is proven. */
  readonly standing: Status;
  /** What the filters offer; an item names what it has by index. */
  readonly stacks: Choices;
  readonly rules: Choices;
  readonly regions: Choices;
  /** Placement by {@link keyOf}. */
  readonly placements: ReadonlyMap<string, Placement>;
}

export function prepare(result: CheckResult): Report {
  const findings = findingsWorstFirst(result);
  const judged = [...result.findings, ...result.notes];
  const placed = [...result.placements, ...judged, ...result.reachability];
  const open = findings.filter(({ waiver }) => waiver === undefined);
  return {
    result,
    findings,
    open,
    standing: open[0]?.status ?? "inside",
    stacks: new Choices(placed.map(({ stack }) => stack)),
    rules: new Choices(judged.map(({ rule }) => rule)),
    regions: new Choices(
      [...result.placements, ...result.findings].flatMap(({ region }) => regionsOf(region)),
    ),
    placements: new Map(result.placements.map((placement) => [keyOf(placement), placement])),
  };
}

/** The values that a filter offers, in order, each with a number that items refer to it by. */
export class Choices {
  readonly values: readonly string[];
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(values: readonly string[]) {
    this.values = [...new Set(values)].sort();
    this.numbers = new Map(this.values.map((value, number) => [value, number]));
  }

  numberOf(value: string): number {
    return this.numbers.get(value) ?? -1;
  }
}

export function keyOf({ stack, address }: { readonly stack: string; readonly address: string }) {
  return `${stack}:${address}`;
}

/** How a finding or a placement stands. */
export function standingOf(judged: Finding | Placement): Standing {
  const isWaived = "rule" in judged ? judged.waiver !== undefined : judged.waivers !== undefined;
  return isWaived ? "waived" : judged.status;
}

/** The regions that a region field names: several stand with ` or ` between. */
export function regionsOf(region: string | null): readonly string[] {
  return region === null ? [] : region.split(" or ");
}

/** `1 finding`, `2 findings`, `2,000 findings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** With a comma at each thousand; written out, because a locale would change with the machine. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
