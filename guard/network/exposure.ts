import { type Cidr, EVERYWHERE, isPublic, isWorldwide, overlapOf } from "./cidr";
import type { CidrIndex } from "./cidr-index";
import {
  type Admission,
  type Direction,
  type Filter,
  type Network,
  type Source,
  sourceOf,
} from "./graph";

/** How wide something is open to the internet. */
export type Exposure =
  | { readonly status: "closed"; readonly says: string }
  | { readonly status: "unproven" | "open"; readonly says: string; readonly source: Source };

/** Judges what filters admit of a range that a route or a gateway leads to. */
export class Exposures {
  private readonly publicOf = new Map<Filter, Record<Direction, readonly Admission[]>>();

  /** @param own ranges of all networks of the input: what lies in them is not the internet */
  constructor(private readonly own: CidrIndex<Network>) {}

  /**
   * Whether `layers` admit traffic of `direction` with addresses of the internet that lie in
   * `range`. Every layer must admit it.
   */
  toInternet(
    layers: readonly (readonly Filter[])[],
    direction: Direction,
    range: Cidr | undefined,
  ): Exposure {
    let narrowest: Exposure | undefined;
    for (const layer of layers) {
      const exposure = this.ofLayer(layer, direction, range);
      if (exposure.status === "closed") {
        return exposure;
      }
      if (narrowest === undefined || exposure.status === "unproven") {
        narrowest = exposure;
      }
    }
    const names = layers.flat().map(({ name }) => name);
    return narrowest ?? { status: "closed", says: closedSays(names, direction) };
  }

  private ofLayer(
    layer: readonly Filter[],
    direction: Direction,
    range: Cidr | undefined,
  ): Exposure {
    let found: Exposure | undefined;
    for (const filter of layer) {
      for (const admission of this.publicAdmissions(filter)[direction]) {
        const exposure = exposureOf(admission, filter, range);
        if (exposure?.status === "open") {
          return exposure;
        }
        found ??= exposure;
      }
    }
    return (
      found ?? {
        status: "closed",
        says: closedSays(
          layer.map(({ name }) => name),
          direction,
        ),
      }
    );
  }

  /** What a filter admits of the internet, or of what is not known. */
  private publicAdmissions(filter: Filter): Record<Direction, readonly Admission[]> {
    let known = this.publicOf.get(filter);
    if (known === undefined) {
      const found: Record<Direction, Admission[]> = { ingress: [], egress: [] };
      for (const admission of filter.admissions) {
        const { peer, direction } = admission;
        if (peer.kind === "unknown" || (peer.kind === "range" && this.isInternet(peer.range))) {
          found[direction].push(admission);
        }
      }
      known = found;
      this.publicOf.set(filter, known);
    }
    return known;
  }

  isInternet(range: Cidr): boolean {
    return isPublic(range) && this.own.around(range).length === 0;
  }
}

function exposureOf(
  admission: Admission,
  filter: Filter,
  range: Cidr | undefined,
): Exposure | undefined {
  const { peer, direction } = admission;
  const verb = direction === "ingress" ? "admits traffic from" : "admits traffic to";
  if (peer.kind === "unknown") {
    const says = `What ${filter.name} ${verb} is not known: ${peer.reason}.`;
    return { status: "unproven", says, source: sourceOf(admission) };
  }
  if (peer.kind !== "range") {
    return undefined;
  }
  const shared = (range === undefined ? EVERYWHERE : [range])
    .map((each) => overlapOf(each, peer.range))
    .find((each) => each !== undefined && isPublic(each));
  if (shared === undefined) {
    return undefined;
  }
  return isWorldwide(shared)
    ? {
        status: "open",
        says: `${filter.name} ${verb} ${peer.range.text}.`,
        source: sourceOf(admission),
      }
    : {
        status: "unproven",
        says: `${filter.name} ${verb} ${shared.text}, and nothing tells where those addresses are.`,
        source: sourceOf(admission),
      };
}

function closedSays(names: readonly string[], direction: Direction): string {
  const what = direction === "ingress" ? "from" : "to";
  return names.length === 0
    ? `No security rule admits traffic ${what} the internet.`
    : `No rule of ${names.slice(0, 3).join(", ")} admits traffic ${what} the internet.`;
}

/** True where every layer admits traffic with addresses of another network that lie in `range`. */
export function admitsRange(
  layers: readonly (readonly Filter[])[],
  direction: Direction,
  range: Cidr | undefined,
): boolean {
  return layers.every((layer) =>
    layer.some((filter) =>
      filter.admissions.some(
        ({ direction: of, peer }) =>
          of === direction &&
          (peer.kind === "unknown" ||
            peer.kind === "network" ||
            (peer.kind === "range" &&
              (range === undefined || overlapOf(peer.range, range) !== undefined))),
      ),
    ),
  );
}

/** True where some filter of every layer admits traffic to services of the cloud. */
export function admitsServices(layers: readonly (readonly Filter[])[]): boolean {
  return layers.every((layer) =>
    layer.some((filter) =>
      filter.admissions.some(
        ({ direction, peer }) =>
          direction === "egress" &&
          (peer.kind === "services" ||
            peer.kind === "unknown" ||
            (peer.kind === "range" && isPublic(peer.range))),
      ),
    ),
  );
}
