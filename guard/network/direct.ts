import type { Exit } from "./exits";
import type { Exposure, Exposures } from "./exposure";
import type { Filter, Source, Subnet } from "./graph";
import { getOrMake } from "./memo";
import { enumerate } from "./names";
import type { Hop } from "./reachability";
import type { Router } from "./router";

/** Whether the internet can connect to interfaces of a subnet. */
export type DirectExposure =
  | { readonly status: "closed"; readonly says: string }
  | {
      readonly status: "unproven" | "open";
      readonly says: string;
      /** The rule that admits it, or the route that nothing tells; undefined where nothing is set. */
      readonly source: Source | undefined;
      readonly hops: readonly Hop[];
      /** True where the routes of the subnet are not known. */
      readonly isUnrouted: boolean;
    };

export class Directs {
  private readonly exits = new Map<Subnet, readonly Exit[]>();

  constructor(
    private readonly router: Router,
    private readonly exposures: Exposures,
  ) {}

  exitsOf(subnet: Subnet): readonly Exit[] {
    const [only] = subnet.tables;
    if (only !== undefined && subnet.tables.length === 1) {
      return this.router.exitsOf(only, subnet.network);
    }
    return getOrMake(this.exits, subnet, () =>
      subnet.tables.flatMap((table) => this.router.exitsOf(table, subnet.network)),
    );
  }

  /** What the internet can connect to directly, by a gateway and a public address. */
  of(subnet: Subnet, layers: readonly (readonly Filter[])[]): DirectExposure {
    if (subnet.publicAddresses === "prohibited") {
      return { status: "closed", says: subnet.publicSays };
    }
    const exits = this.exitsOf(subnet);
    let worst: DirectExposure | undefined;
    let closed: Exposure | undefined;
    for (const exit of exits) {
      if (exit.to === "internet" && exit.isDirect) {
        const exposure = this.exposures.toInternet(layers, "ingress", exit.range);
        if (exposure.status === "closed") {
          closed = exposure;
          continue;
        }
        const isOpen =
          exposure.status === "open" &&
          exit.verdict === "open" &&
          subnet.publicAddresses === "possible";
        const says = [exit.evidence, exposure.says, subnet.publicSays].join(" ");
        if (isOpen || worst === undefined) {
          worst = {
            status: isOpen ? "open" : "unproven",
            says,
            source: exposure.source,
            hops: exit.hops,
            isUnrouted: false,
          };
        }
      } else if (exit.to === "unknown" && worst === undefined) {
        const exposure = this.exposures.toInternet(layers, "ingress", exit.range);
        if (exposure.status === "closed") {
          closed = exposure;
          continue;
        }
        worst = {
          status: "unproven",
          says: exit.evidence,
          source: exit.source,
          hops: exit.hops,
          isUnrouted: exit.source === undefined,
        };
      }
    }
    return (
      worst ?? {
        status: "closed",
        says:
          closed?.says ??
          `No route of ${enumerate(subnet.tables.map(({ name }) => name))} leads to an internet gateway.`,
      }
    );
  }
}
