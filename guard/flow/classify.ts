import type { FlowClass } from "./flow-class";

/**
 * Some arguments of one class. The most telling name wins: a type with a path
 * (`oci_ons_subscription.endpoint`), then the end of a path (`target.bucket`), then an argument's own
 * name, then a name with `*`; among those with `*`, the first.
 */
export interface ArgumentGroup {
  readonly class: FlowClass;
  /** Separated by spaces or line breaks. */
  readonly names: string;
}

/** Which group an argument belongs to, and the name that decided. */
export interface Classification {
  readonly class: FlowClass;
  readonly by: string;
}

/** Decides the class of arguments by an ordered, reviewed list of names. */
export class Classifier {
  private readonly exact = new Map<string, Classification>();
  private readonly patterns: (readonly [start: string, end: string, Classification])[] = [];
  private readonly depth: number;
  /** Names that the list gives twice; a list without mistakes has none. */
  readonly repeated: readonly string[];

  constructor(groups: readonly ArgumentGroup[]) {
    const repeated: string[] = [];
    for (const group of groups) {
      for (const name of group.names.split(/\s+/).filter((word) => word !== "")) {
        const classification = { class: group.class, by: name };
        const star = name.indexOf("*");
        if (this.exact.has(name) || this.patterns.some(([, , { by }]) => by === name)) {
          repeated.push(name);
        } else if (star < 0) {
          this.exact.set(name, classification);
        } else {
          this.patterns.push([name.slice(0, star), name.slice(star + 1), classification]);
        }
      }
    }
    this.repeated = repeated;
    this.depth = Math.max(1, ...[...this.exact.keys()].map((name) => name.split(".").length));
  }

  /** Every name of the list. */
  names(): readonly string[] {
    return [...this.exact.keys(), ...this.patterns.map(([, , { by }]) => by)];
  }

  /** The class of the argument `path` of resource type `type`, or undefined where no name fits. */
  classify(type: string, path: string): Classification | undefined {
    const segments = path.split(".");
    const whole = this.exact.get(`${type}.${path}`);
    if (whole !== undefined) {
      return whole;
    }
    for (let length = Math.min(this.depth, segments.length); length > 0; length -= 1) {
      const found = this.exact.get(segments.slice(-length).join("."));
      if (found !== undefined) {
        return found;
      }
    }
    const name = segments.at(-1) ?? "";
    return this.patterns.find(
      ([start, end]) =>
        name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end),
    )?.[2];
  }
}
