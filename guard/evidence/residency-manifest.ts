import type { Flow } from "../flow/flow";
import type { CheckResult, Placement } from "../result";
import { csv } from "./csv";

/** A key that a block names, and where it lies. */
export interface KeyUse {
  /** JSON pointer of the argument. */
  readonly path: string;
  /** Address of the key where the input holds it. */
  readonly key: string | null;
  readonly stack: string | null;
  readonly region: string | null;
  readonly status: Flow["status"];
}

/** One block of the configuration: where it lies, under which key, and what leads away from it. */
export interface ResidencyRow {
  readonly stack: string;
  readonly address: string;
  readonly constructPath?: string;
  readonly kind: Placement["kind"];
  readonly region: string | null;
  readonly status: Placement["status"];
  readonly waivers: readonly string[];
  readonly evidence: string;
  readonly keys: readonly KeyUse[];
  readonly flows: readonly Omit<Flow, "stack" | "address">[];
}

export interface ResidencyManifest {
  readonly version: 1;
  readonly asOf: string;
  readonly jurisdiction: CheckResult["jurisdiction"];
  readonly summary: CheckResult["summary"];
  /** By stack and address. */
  readonly rows: readonly ResidencyRow[];
}

/** @param result of a check that was asked for its flows */
export function residencyManifest(result: CheckResult): ResidencyManifest {
  const flows = new Map<string, Flow[]>();
  for (const flow of result.flows ?? []) {
    const key = JSON.stringify([flow.stack, flow.address]);
    const same = flows.get(key);
    if (same === undefined) {
      flows.set(key, [flow]);
    } else {
      same.push(flow);
    }
  }
  return {
    version: 1,
    asOf: result.asOf,
    jurisdiction: result.jurisdiction,
    summary: result.summary,
    rows: result.placements.map((placement) =>
      toRow(placement, flows.get(JSON.stringify([placement.stack, placement.address])) ?? []),
    ),
  };
}

function toRow(placement: Placement, flows: readonly Flow[]): ResidencyRow {
  const { stack, address, constructPath, kind, region, status, evidence, waivers = [] } = placement;
  return {
    stack,
    address,
    ...(constructPath === undefined ? {} : { constructPath }),
    kind,
    region,
    status,
    waivers,
    evidence,
    keys: flows
      .filter((flow) => flow.kind === "key")
      .map(({ path, target, targetStack, to, status: proven }) => ({
        path,
        key: target ?? null,
        stack: targetStack ?? null,
        region: to,
        status: proven,
      })),
    flows: flows
      .filter((flow) => flow.kind !== "key")
      .map(({ stack: _stack, address: _address, ...flow }) => flow),
  };
}

const HEAD = [
  "stack",
  "address",
  "construct path",
  "kind",
  "region",
  "status",
  "waivers",
  "keys",
  "flows",
  "evidence",
];

/** The same as a table, for people who read it in a spreadsheet. */
export function residencyCsv({ rows }: ResidencyManifest): string {
  return csv([
    HEAD,
    ...rows.map((row) => [
      row.stack,
      row.address,
      row.constructPath ?? "",
      row.kind,
      row.region ?? "",
      row.status,
      row.waivers.join("; "),
      row.keys.map(({ key, path, region }) => `${key ?? path} in ${region ?? "?"}`).join("; "),
      row.flows
        .map(({ kind, target, path, to }) => `${kind} ${target ?? path} to ${to ?? "?"}`)
        .join("; "),
      row.evidence,
    ]),
  ]);
}
