import type { Flow } from "../../../flow/flow";
import type { Placement } from "../../../result";
import { STANDINGS, type Standing } from "../icons";
import { keyOf, type Report, regionsOf, standingOf } from "../report";

/** What lies in one region. */
export interface RegionTally {
  readonly id: string;
  readonly isAllowed: boolean;
  /** Resources and data sources by how they stand. */
  readonly counts: Readonly<Record<Standing, number>>;
  readonly resources: number;
  /** Keys and vaults of the customer's. */
  readonly keys: number;
  /** Findings that name the region without a resource of the input in it. */
  readonly named: number;
  /** The worst of what lies in it or is led to it; undefined where nothing is. */
  readonly standing: Standing | undefined;
}

const KEY_TYPE =
  /^(?:data\.)?(?:module\.[^.]+\.)*(?:oci_kms_key|aws_kms_(?:replica_)?(?:external_)?key)\b/;

interface Counting {
  counts: Record<Standing, number>;
  resources: number;
  keys: number;
  named: number;
  worst: Standing | undefined;
}

/** What lies where, by region: allowed regions in the jurisdiction's order, then the others. */
export function tallyRegions(report: Report): readonly RegionTally[] {
  const { result } = report;
  const regions = new Map<string, Counting>();
  const of = (id: string): Counting => {
    let found = regions.get(id);
    if (found === undefined) {
      const counts = { outside: 0, unproven: 0, waived: 0, inside: 0 };
      found = { counts, resources: 0, keys: 0, named: 0, worst: undefined };
      regions.set(id, found);
    }
    return found;
  };
  for (const id of result.jurisdiction.regions) {
    of(id);
  }
  for (const placement of result.placements) {
    if (placement.kind === "resource" || placement.kind === "data") {
      for (const id of regionsOf(placement.region)) {
        add(of(id), placement);
      }
    }
  }
  for (const finding of result.findings) {
    const placed = regionsOf(report.placements.get(keyOf(finding))?.region ?? null);
    for (const id of regionsOf(finding.region)) {
      if (!placed.includes(id)) {
        const counting = of(id);
        counting.named += 1;
        counting.worst = worse(counting.worst, standingOf(finding));
      }
    }
  }
  const allowed = new Set(result.jurisdiction.regions);
  return [...regions].map(([id, { worst, ...counting }]) => ({
    id,
    isAllowed: allowed.has(id),
    ...counting,
    standing: worst,
  }));
}

function add(counting: Counting, placement: Placement): void {
  const standing = standingOf(placement);
  counting.counts[standing] += 1;
  counting.resources += 1;
  counting.keys += KEY_TYPE.test(placement.address) ? 1 : 0;
  counting.worst = worse(counting.worst, standing);
}

function worse(a: Standing | undefined, b: Standing): Standing {
  return a === undefined || STANDINGS.indexOf(b) < STANDINGS.indexOf(a) ? b : a;
}

/** Flows from one region to another. */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly standing: Standing;
  readonly flows: readonly Pick<Flow, "kind" | "status">[];
}

/** What is fetched: it comes from where the argument points. */
const INWARD = new Set<Flow["kind"]>(["source", "image", "secret"]);

/** The routes between regions: of all flows where the result lists them, or else of the findings. */
export function routesOf(report: Report): readonly Route[] {
  const routes = new Map<
    string,
    { from: string; to: string; standing: Standing; flows: Route["flows"][number][] }
  >();
  const record = (
    from: string | null,
    to: string | null,
    standing: Standing,
    flow: Route["flows"][number],
  ) => {
    for (const source of regionsOf(from)) {
      for (const end of regionsOf(to)) {
        if (source !== end) {
          const key = `${source} ${end}`;
          const route = routes.get(key) ?? { from: source, to: end, standing, flows: [] };
          route.standing = worse(route.standing, standing);
          route.flows.push(flow);
          routes.set(key, route);
        }
      }
    }
  };
  const waived = new Set(
    report.findings
      .filter(({ waiver }) => waiver !== undefined)
      .map((finding) => `${keyOf(finding)}#${finding.path}`),
  );
  if (report.result.flows === undefined) {
    for (const finding of report.findings) {
      const from = report.placements.get(keyOf(finding))?.region ?? null;
      record(from, finding.region, standingOf(finding), { kind: "region", status: finding.status });
    }
  }
  for (const flow of report.result.flows ?? []) {
    const isWaived = waived.has(`${keyOf(flow)}#${flow.path}`);
    const [from, to] = INWARD.has(flow.kind) ? [flow.to, flow.from] : [flow.from, flow.to];
    record(from, to, isWaived ? "waived" : flow.status, flow);
  }
  return [...routes.values()].sort(
    (a, b) => STANDINGS.indexOf(b.standing) - STANDINGS.indexOf(a.standing),
  );
}
