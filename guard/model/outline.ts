import type { PlaceEvidence } from "../../jurisdiction";

type Proof = PlaceEvidence["proof"];

/**
 * What the strings of a body speak of, in short: which places they name, and which arguments hold
 * expressions. An estate repeats itself, so that thousands of bodies share a few dozen outlines and
 * a question about an outline is answered once for all of them.
 */
export class Outline {
  private byPlace: Map<string, Outline> | undefined;
  private byArgument: Map<string, Outline> | undefined;
  private composed: Outline | undefined;
  /** The last steps from here: the next body mostly takes the same ones. */
  private lastFound: readonly PlaceEvidence[] | undefined;
  private afterFound: Outline = this;
  private lastArgument: string | undefined;
  private afterArgument: Outline = this;

  private constructor(
    private readonly places: readonly string[],
    /** A proof for each place that is named; one of all places that are not known. */
    readonly proofs: readonly Proof[],
    /** Arguments whose strings hold expressions. */
    readonly templateArguments: readonly string[],
    /** True where what an expression names may show only when it is worked out. */
    readonly isComposed: boolean,
  ) {}

  /** The outline of a body that says nothing; those made from it are shared with one another. */
  static empty(): Outline {
    return new Outline([], [], [], false);
  }

  withPlaces(found: readonly PlaceEvidence[]): Outline {
    if (found === this.lastFound) {
      return this.afterFound;
    }
    let outline: Outline = this;
    for (let index = 0; index < found.length; index += 1) {
      outline = outline.withPlace((found[index] as PlaceEvidence).proof);
    }
    this.lastFound = found;
    this.afterFound = outline;
    return outline;
  }

  private withPlace(proof: Proof): Outline {
    const place = keyOf(proof);
    if (this.places.includes(place)) {
      return this;
    }
    this.byPlace ??= new Map();
    let next = this.byPlace.get(place);
    if (next === undefined) {
      const { templateArguments, isComposed } = this;
      next = new Outline(
        [...this.places, place],
        [...this.proofs, proof],
        templateArguments,
        isComposed,
      );
      this.byPlace.set(place, next);
    }
    return next;
  }

  withTemplate(argument: string, isComposed: boolean): Outline {
    let outline = this.afterArgument;
    if (argument !== this.lastArgument) {
      outline = this.withArgument(argument);
      this.lastArgument = argument;
      this.afterArgument = outline;
    }
    return isComposed ? outline.asComposed() : outline;
  }

  private withArgument(argument: string): Outline {
    if (this.templateArguments.includes(argument)) {
      return this;
    }
    this.byArgument ??= new Map();
    let next = this.byArgument.get(argument);
    if (next === undefined) {
      const names = [...this.templateArguments, argument];
      next = new Outline(this.places, this.proofs, names, this.isComposed);
      this.byArgument.set(argument, next);
    }
    return next;
  }

  private asComposed(): Outline {
    if (this.isComposed) {
      return this;
    }
    this.composed ??= new Outline(this.places, this.proofs, this.templateArguments, true);
    return this.composed;
  }
}

/** What is known of a place decides; of what is not known, each string is looked at by itself. */
function keyOf(proof: Proof): string {
  switch (proof.proves) {
    case "region":
      return proof.region.id;
    case "realm":
      return proof.realm.id;
    case "unknown-place":
      return "?";
  }
}
