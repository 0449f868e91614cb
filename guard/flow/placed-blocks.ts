import type { Jurisdiction } from "../../jurisdiction";
import type { Block, Stack } from "../model/block";
import { type Place, Placer } from "../place/place";
import { INSIDE, type Outcome, outside, unproven } from "./outcome";

/** Where a block of one stack lies. */
export type PlaceOf = (block: Block) => Place;

/** Where blocks of all stacks of an input lie, as what leads to them. */
export class PlacedBlocks {
  private readonly places = new Map<Stack, PlaceOf>();

  constructor(private readonly jurisdiction: Jurisdiction) {}

  /** Where a reference to `block` leads. */
  ofPlace(block: Block, stack: Stack): Outcome {
    const place = this.placeOf(block, stack);
    if (place.status === "outside") {
      return outside(place.value, `${block.address} lies there: ${place.evidence}`);
    }
    if (place.regions.length > 0 || place.status === "unproven") {
      // What is not proven of the other block is said there, once.
      return INSIDE;
    }
    return unproven(`${block.address} is a value of the Terraform state, which has no place`);
  }

  private placeOf(block: Block, stack: Stack): Place {
    let placeOf = this.places.get(stack);
    if (placeOf === undefined) {
      const placer = new Placer(stack, this.jurisdiction);
      placeOf = (other) => placer.placeOf(other);
      this.places.set(stack, placeOf);
    }
    return placeOf(block);
  }

  /** Takes the places of a stack that are resolved already. */
  use(stack: Stack, placeOf: PlaceOf): void {
    this.places.set(stack, placeOf);
  }
}
