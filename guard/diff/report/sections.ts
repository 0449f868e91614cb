import type { Flow } from "../../flow/flow";
import type { Finding, Placement, SourceLine } from "../../result";
import type {
  DirectedPath,
  FindingChange,
  PlacementChange,
  ReachabilityChange,
  ResidencyDiff,
  WaiverChange,
} from "../residency-diff";
import { worseningsOf } from "../worsenings";

/** How something is to be looked at; formats paint and name it. */
export type Tone = "outside" | "unproven" | "waived" | "inside" | "plain";

/** One thing that differs, in parts that a format escapes each in its way. */
export interface Item {
  readonly tone: Tone;
  /** Words of this tool: `OUTSIDE`, `moved`. */
  readonly label: string;
  readonly rule?: string;
  /** What it is about; may hold anything. */
  readonly subject: string;
  /** Sentences and values; each may hold anything. */
  readonly facts: readonly Fact[];
  readonly source?: SourceLine;
}

export interface Fact {
  /** Words of this tool; empty for a sentence that stands alone. */
  readonly label: string;
  readonly text: string;
  /** True for a value or a place, false for a sentence. */
  readonly isCode: boolean;
}

export interface Section {
  readonly id:
    | "worse"
    | "moved"
    | "allowed"
    | "waivers"
    | "changed"
    | "flows"
    | "blocks"
    | "better";
  readonly title: string;
  /** True where one line an item says it all. */
  readonly isCompact?: boolean;
  readonly items: readonly Item[];
}

/** What a reviewer reads, in the order in which it matters; empty sections are left out. */
export function sectionsOf(diff: ResidencyDiff): readonly Section[] {
  const sections: readonly Section[] = [
    { id: "worse", title: "Worse", items: worseItems(diff) },
    { id: "moved", title: "Moved", items: diff.placements.moved.map(movedItem) },
    { id: "allowed", title: "Allowed regions", items: allowedItems(diff) },
    { id: "waivers", title: "Waivers", items: diff.waivers.map(waiverItem) },
    { id: "changed", title: "Also changed", items: changedItems(diff) },
    { id: "flows", title: "Flows", items: flowItems(diff) },
    { id: "blocks", title: "Appeared and left", isCompact: true, items: blockItems(diff) },
    { id: "better", title: "Better", items: betterItems(diff) },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function worseItems(diff: ResidencyDiff): readonly Item[] {
  const { appeared, worse, unproven, lostProof, reachability } = worseningsOf(diff);
  return [
    ...appeared.map((finding) => findingItem(finding, finding.status.toUpperCase())),
    ...worse.map(worseItem),
    ...unproven.map((placement) =>
      placementItem(placement, `${placement.status.toUpperCase()}, appeared`),
    ),
    ...lostProof.map(lostItem),
    ...reachability.map(reachabilityItem),
  ];
}

function findingItem(finding: Finding, label: string, more: readonly Fact[] = []): Item {
  return {
    tone: finding.waiver === undefined ? finding.status : "waived",
    label,
    rule: finding.rule,
    subject: subjectOf(finding),
    facts: [
      sentence(finding.message),
      ...more,
      ...(finding.region === null ? [] : [value("region", finding.region)]),
      ...(finding.value === "" ? [] : [value("got", finding.value)]),
      ...(finding.fix === "" ? [] : [{ label: "fix", text: finding.fix, isCode: false }]),
      value("at", `${finding.file}#${finding.path}`),
    ],
    ...sourceOf(finding),
  };
}

function worseItem({ before, after }: FindingChange): Item {
  const was =
    before.waiver === undefined
      ? sentence(`It was ${before.status} before.`)
      : value("was waived by", before.waiver);
  return findingItem(after, `${after.status.toUpperCase()}, worse`, [was]);
}

function placementItem(placement: Placement, label: string, more: readonly Fact[] = []): Item {
  return {
    tone: placement.waivers === undefined ? placement.status : "waived",
    label,
    subject: subjectOf(placement),
    facts: [value("region", placement.region ?? "none"), sentence(placement.evidence), ...more],
    ...sourceOf(placement),
  };
}

function lostItem({ before, after }: PlacementChange): Item {
  return placementItem(after, `${after.status.toUpperCase()}, lost its proof`, [
    { label: "before", text: before.evidence, isCode: false },
  ]);
}

function reachabilityItem(change: ReachabilityChange): Item {
  const { before, after, opened, closed, waivers = [] } = change;
  return {
    tone: change.change === "worse" ? (after === "open" ? "outside" : "unproven") : "plain",
    label: `${change.role} subnet ${before === null ? "new and" : `${before} ->`} ${after}`,
    subject: subjectOf(change),
    facts: [
      ...opened.flatMap((way) => wayFacts("opened", way)),
      ...closed.flatMap((way) => wayFacts("closed", way)),
      ...waivers.map((waiver) => value("waived by", waiver)),
    ],
  };
}

function wayFacts(what: "opened" | "closed", { direction, path }: DirectedPath): readonly Fact[] {
  const hops = path.hops.map(({ address }) => address).join(" -> ");
  return [
    value(`${what} ${direction}, ${path.verdict}`, hops),
    ...(what === "opened" ? [sentence(path.evidence)] : []),
  ];
}

function movedItem({ before, after }: PlacementChange): Item {
  return {
    tone: after.waivers === undefined ? after.status : "waived",
    label: "moved",
    subject: subjectOf(after),
    facts: [
      value("from", before.region ?? "none"),
      value("to", after.region ?? "none"),
      sentence(after.evidence),
    ],
    ...sourceOf(after),
  };
}

function allowedItems({ base, head, jurisdiction }: ResidencyDiff): readonly Item[] {
  const { regionsAdded, regionsRemoved } = jurisdiction;
  if (regionsAdded.length + regionsRemoved.length === 0) {
    return [];
  }
  return [
    {
      tone: regionsAdded.length > 0 ? "unproven" : "plain",
      label: "the two sides were judged against different regions",
      subject: head.jurisdiction.name,
      facts: [
        ...(base.jurisdiction.name === head.jurisdiction.name
          ? []
          : [value("before", base.jurisdiction.name)]),
        ...(regionsAdded.length === 0 ? [] : [value("now allowed", regionsAdded.join(", "))]),
        ...(regionsRemoved.length === 0
          ? []
          : [value("no longer allowed", regionsRemoved.join(", "))]),
      ],
    },
  ];
}

const WAIVER_LABELS: Readonly<Record<WaiverChange["change"], string>> = {
  came: "came",
  "covers-more": "covers more",
  renewed: "renewed",
  changed: "changed",
  "ran-out": "ran out",
  removed: "removed",
};

function waiverItem({ change, id, before, after, findings }: WaiverChange): Item {
  const waiver = after ?? before;
  const isGone = change === "ran-out" || change === "removed";
  return {
    tone: isGone ? "plain" : "waived",
    label: WAIVER_LABELS[change],
    subject: id,
    facts: [
      ...(waiver === undefined
        ? []
        : [
            value("rule", waiver.rule),
            value("subject", waiver.subject),
            { label: "reason", text: waiver.reason, isCode: false },
            value("owner", waiver.owner),
            value("ticket", waiver.ticket),
            value("ends", waiver.expires),
          ]),
      ...(change === "renewed" && before !== undefined
        ? [value("ended before", before.expires)]
        : []),
      ...(findings.length === 0
        ? [sentence(isGone ? "It covered no finding." : "It covers no finding.")]
        : findings.map((finding) =>
            value(
              isGone ? "covered" : "covers",
              `${finding.status} ${finding.rule} ${subjectOf(finding)}`,
            ),
          )),
    ],
  };
}

function changedItems({ findings, reachability }: ResidencyDiff): readonly Item[] {
  return [
    ...reachability
      .filter(({ change, waivers }) => change === "wider" || waivers !== undefined)
      .map(reachabilityItem),
    ...findings.changed
      .filter(({ change }) => change === "other-value")
      .map(({ before, after }) =>
        findingItem(after, `${after.status}, another value`, [value("before", before.value)]),
      ),
  ];
}

/** Flows that cross from one region to another, or that nothing proves: the others change nothing. */
function flowItems({ flows }: ResidencyDiff): readonly Item[] {
  if (flows === undefined) {
    return [];
  }
  return [
    ...flows.appeared.filter(leavesItsRegion).map((flow) => flowItem(flow, "appeared")),
    ...flows.changed.map(({ before, after }) =>
      flowItem(after, "changed", [value("led to", before.to ?? "nowhere proven")]),
    ),
    ...flows.gone.filter(leavesItsRegion).map((flow) => flowItem(flow, "gone")),
  ];
}

function leavesItsRegion({ from, to, status, kind }: Flow): boolean {
  return status === "outside" || (to !== null && from !== to) || (to === null && kind !== "image");
}

function flowItem(flow: Flow, label: string, more: readonly Fact[] = []): Item {
  return {
    tone: label === "gone" ? "plain" : flow.status,
    label: `${flow.kind} ${label}`,
    subject: `${flow.stack}: ${flow.address}`,
    facts: [
      value("from", flow.from ?? "nowhere proven"),
      value("to", flow.to ?? "nowhere proven"),
      ...more,
      ...(flow.target === undefined ? [] : [value("target", flow.target)]),
      value("at", flow.path),
    ],
  };
}

function blockItems({ placements }: ResidencyDiff): readonly Item[] {
  const item = (placement: Placement, label: string): Item => ({
    tone:
      label === "left" ? "plain" : placement.waivers === undefined ? placement.status : "waived",
    label,
    subject: subjectOf(placement),
    facts: [value("region", placement.region ?? "none")],
  });
  return [
    ...placements.appeared.map((placement) => item(placement, "appeared")),
    ...placements.left.map((placement) => item(placement, "left")),
  ];
}

function betterItems(diff: ResidencyDiff): readonly Item[] {
  const { findings, placements, reachability } = diff;
  return [
    ...findings.gone.map((finding) => better(findingItem(finding, `${finding.status}, gone`))),
    ...findings.changed
      .filter(({ change }) => change === "better")
      .map(({ before, after }) =>
        findingItem(
          after,
          after.waiver === undefined
            ? `${before.status} -> ${after.status}`
            : `${after.status}, waived`,
        ),
      ),
    ...placements.gainedProof.map(({ after }) => better(placementItem(after, "proven"))),
    ...reachability
      .filter(({ change, waivers }) => change === "better" && waivers === undefined)
      .map((change) => better(reachabilityItem(change))),
  ];
}

function better(item: Item): Item {
  return { ...item, tone: "inside" };
}

function sentence(text: string): Fact {
  return { label: "", text, isCode: false };
}

function value(label: string, text: string): Fact {
  return { label, text, isCode: true };
}

function sourceOf({ source }: { readonly source?: SourceLine }): Pick<Item, "source"> {
  return source === undefined ? {} : { source };
}

/** What something is about, as a person would look for it. */
function subjectOf({
  stack,
  address,
  constructPath,
}: {
  readonly stack: string;
  readonly address: string;
  readonly constructPath?: string;
}): string {
  return constructPath ?? (stack === "" ? address : `${stack}: ${address}`);
}
