import { mermaidText } from "./text";

/** How a node is drawn. */
export type Shape = "box" | "store" | "round" | "gateway" | "process";

/** What surrounds the label of each shape. */
const SHAPES: Readonly<Record<Shape, readonly [open: string, close: string]>> = {
  box: ["[", "]"],
  store: ["[(", ")]"],
  round: ["([", "])"],
  gateway: ["{{", "}}"],
  process: ["[[", "]]"],
};

export type Line = "flow" | "data" | "support";

/** Data moves along the thick arrows; the dotted ones carry none. */
const ARROWS: Readonly<Record<Line, string>> = { flow: "-->", data: "==>", support: "-.->" };

interface NodeOptions {
  /** Key of the container that it stands in. @default none */
  readonly within?: string | undefined;
  /** @default "box" */
  readonly shape?: Shape | undefined;
}

interface ContainerOptions {
  /** Key of the container that it stands in. @default none */
  readonly within?: string | undefined;
  /** True for a region outside the jurisdiction. @default false */
  readonly outside?: boolean;
}

interface Member {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
  readonly within: string | undefined;
  readonly outside: boolean;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly line: Line;
  readonly labels: Set<string>;
}

/** Words that Mermaid's grammar keeps for itself. */
const RESERVED =
  /^(?:end|graph|flowchart|subgraph|style|class|classdef|click|default|linkstyle|call|href|direction|interpolate)$/i;

/** A Mermaid flowchart in the making. Keys are the caller's; ids are made of them, and unique. */
export class Chart {
  private readonly members = new Map<string, Member>();
  private readonly edges = new Map<string, Edge>();
  private readonly ids = new Set<string>();

  constructor(private readonly direction: "LR" | "TB") {}

  has(key: string): boolean {
    return this.members.has(key);
  }

  /** @throws Error when the key is taken */
  node(key: string, lines: readonly string[], options: NodeOptions = {}): void {
    this.add(key, lines, options.within, options.shape ?? "box", false);
  }

  /** A box around others; a plain node where nothing is put into it. A key that is there stays. */
  container(key: string, title: string, options: ContainerOptions = {}): void {
    if (!this.members.has(key)) {
      this.add(key, [title], options.within, "box", options.outside === true);
    }
  }

  /**
   * An arrow. Arrows of one kind between the same two are drawn once, with all their labels.
   *
   * @throws Error when an end of it is not there
   */
  edge(from: string, to: string, label = "", line: Line = "flow"): void {
    for (const end of [from, to]) {
      if (!this.members.has(end)) {
        throw new Error(`The chart has an arrow from ${from} to ${to}, and no ${end}`);
      }
    }
    const key = JSON.stringify([from, to, line]);
    const edge = this.edges.get(key) ?? { from, to, line, labels: new Set() };
    this.edges.set(key, edge);
    if (label !== "") {
      edge.labels.add(label);
    }
  }

  toString(): string {
    const lines = [`flowchart ${this.direction}`, ...this.drawn(undefined, "  ")];
    for (const { from, to, line, labels } of this.edges.values()) {
      const label = labels.size === 0 ? "" : `|"${[...labels].map(mermaidText).join(", ")}"|`;
      lines.push(`  ${this.id(from)} ${ARROWS[line]}${label} ${this.id(to)}`);
    }
    const outside = [...this.members.values()].filter((member) => member.outside);
    if (outside.length > 0) {
      lines.push("  classDef outside stroke:#c0392b,stroke-width:2px,stroke-dasharray:6 4");
      lines.push(`  class ${outside.map(({ id }) => id).join(",")} outside`);
    }
    return lines.join("\n");
  }

  private add(
    key: string,
    lines: readonly string[],
    within: string | undefined,
    shape: Shape,
    outside: boolean,
  ): void {
    if (this.members.has(key)) {
      throw new Error(`The chart has two of ${key}`);
    }
    const label = lines.map(mermaidText).join("<br/>");
    this.members.set(key, { id: this.newId(key), label, shape, within, outside });
  }

  private id(key: string): string {
    return this.members.get(key)?.id ?? "";
  }

  private newId(key: string): string {
    const base = key
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .toLowerCase();
    const safe = base === "" || /^\d/.test(base) || RESERVED.test(base) ? `n_${base}` : base;
    let id = safe;
    for (let next = 2; this.ids.has(id); next += 1) {
      id = `${safe}_${next}`;
    }
    this.ids.add(id);
    return id;
  }

  private drawn(within: string | undefined, indent: string): string[] {
    const lines: string[] = [];
    for (const [key, member] of this.members) {
      if (member.within !== within) {
        continue;
      }
      const inner = this.drawn(key, `${indent}  `);
      const [open, close] = SHAPES[member.shape];
      if (inner.length === 0) {
        lines.push(`${indent}${member.id}${open}"${member.label}"${close}`);
      } else {
        lines.push(`${indent}subgraph ${member.id}["${member.label}"]`, ...inner, `${indent}end`);
      }
    }
    return lines;
  }
}
