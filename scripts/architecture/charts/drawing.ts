import { type Architecture, isInside, lastDayOf, regionTitle } from "../architecture";
import type { Resource } from "../blocks";
import { Chart, type Shape } from "../chart";
import { kindOf } from "../kinds";
import { counted } from "../text";

/** A chart of resources: each is drawn once, alone or with others of its kind. */
export class Drawing {
  readonly chart: Chart;
  private readonly nodes = new Map<string, string>();

  constructor(
    readonly architecture: Architecture,
    direction: "LR" | "TB",
  ) {
    this.chart = new Chart(direction);
  }

  /** The box of a region, which is made when it is first asked for. */
  region(id: string): string {
    const key = id;
    const inside = isInside(this.architecture, id);
    const until = lastDayOf(this.architecture, id);
    const isHome = id === this.architecture.homeRegion;
    const title = inside
      ? `${regionTitle(id)}${isHome ? ", home region" : ""}`
      : `${regionTitle(id)}: outside, waived until ${until ?? "nobody knows when"}`;
    this.chart.container(key, title, { outside: !inside });
    return key;
  }

  /** The box of a stack in a region. */
  stack({ stack, region }: Pick<Resource, "stack" | "region">): string {
    const key = `${stack} ${region}`;
    this.chart.container(key, stack, { within: this.region(region) });
    return key;
  }

  /** A node for one resource. */
  one(resource: Resource, within: string, more: readonly string[] = []): void {
    const { one, shape, details } = kindOf(resource.type);
    const known = (details?.(resource.body) ?? []).filter((line) => line !== undefined);
    const key = nodeKey(resource);
    this.chart.node(key, [this.titleOf(resource, one), ...known, ...more], { within, shape });
    this.nodes.set(resource.key, key);
  }

  /** One node for several resources of a type. */
  several(
    resources: readonly Resource[],
    id: string,
    within: string,
    more: readonly string[] = [],
  ): void {
    const [first] = resources;
    if (first === undefined) {
      return;
    }
    if (resources.length === 1 && more.length === 0) {
      this.one(first, within);
      return;
    }
    const { one, many, shape } = kindOf(first.type);
    const key = `${first.stack} ${first.region} ${id}`;
    this.chart.node(key, [counted(resources.length, one, many), ...more], { within, shape });
    for (const resource of resources) {
      this.nodes.set(resource.key, key);
    }
  }

  /** Something that is no resource: people, the internet, a service of the cloud. */
  other(key: string, lines: readonly string[], within?: string, shape: Shape = "round"): void {
    if (!this.chart.has(key)) {
      this.chart.node(key, lines, { within, shape });
    }
  }

  /** A box that stands for a resource; arrows to the resource end at it. */
  box(resource: Resource, within: string, more: readonly string[] = []): string {
    const { one, details } = kindOf(resource.type);
    const known = (details?.(resource.body) ?? []).filter((line) => line !== undefined);
    const key = nodeKey(resource);
    const title = [this.titleOf(resource, one), ...known, ...more].join(", ");
    this.chart.container(key, title, { within });
    this.nodes.set(resource.key, key);
    return key;
  }

  nodeOf(resource: Resource): string | undefined {
    return this.nodes.get(resource.key);
  }

  private titleOf(resource: Resource, one: string): string {
    return `${one} ${this.architecture.resources.nameOf(resource)}`.trim();
  }

  /** Every arrow between what is drawn. */
  connect(): void {
    for (const { from, to, label, line } of this.architecture.resources.links()) {
      const start = this.nodeOf(from);
      const end = this.nodeOf(to);
      if (start !== undefined && end !== undefined && start !== end) {
        this.chart.edge(start, end, label, line);
      }
    }
  }

  toString(): string {
    return this.chart.toString();
  }
}

/** Without the hash that cdktf ends a name with. */
function nodeKey({ stack, type, address }: Resource): string {
  return `${stack} ${address.slice(type.length + 1).replace(/_[0-9A-F]{8}$/, "")}`;
}

/** `resources` by what `key` says of them, in the order of the first of each. */
export function groupBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item)) ?? [];
    groups.set(key(item), group);
    group.push(item);
  }
  return groups;
}
