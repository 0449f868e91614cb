import type { Jurisdiction } from "../jurisdiction";
import { DeclaredModules } from "./declare/read-declared-modules";
import { listFlows } from "./flow/list-flows";
import { unreadFinding } from "./judge/findings";
import { Dispatch, judgeStack } from "./judge/judge-stack";
import { judgements, placementsOf, summarize } from "./judge/placements";
import { byPosition } from "./judge/position";
import { applyWaivers } from "./judge/waivers";
import { buildModel } from "./model/build-model";
import { proveReachability } from "./network";
import { Placer } from "./place/place";
import type { Source } from "./read/source";
import type { CheckResult, Finding, Note } from "./result";
import { RULES } from "./rules/registry";
import type { RuleContext } from "./rules/rule";
import type { WaiverSource } from "./waive/waiver";

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
  const declared = new DeclaredModules(options.waivers?.modules, options.asOf);
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
  const { findings: waived, inForce } = applyWaivers(findings, declared, options);
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
