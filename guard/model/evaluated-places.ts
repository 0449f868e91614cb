import { placeName, scan } from "../../jurisdiction";
import type { Block, EvidenceLeaf, Stack, TemplateLeaf } from "./block";
import { textsIn } from "./expression/texts";
import type { Outline } from "./outline";
import { isComposed } from "./template";

/**
 * Adds the places that show only when an expression is worked out: `eu-${local.city}-1`,
 * `join("-", ["eu", "frankfurt", "1"])`, `base64decode("…")`.
 */
export function addEvaluatedPlaces(stack: Stack): void {
  for (const block of stack.blocks) {
    if (block.outline === undefined ? block.templates.length > 0 : block.outline.isComposed) {
      addPlaces(block, stack);
    }
  }
}

function addPlaces(block: Block, stack: Stack): void {
  let found: EvidenceLeaf[] | undefined;
  for (const template of block.templates) {
    // Whatever a reference stands for is looked at where it is written.
    if (isComposed(template.value)) {
      const places = evaluatedPlaces(template, block, stack);
      if (places.length > 0) {
        found ??= [];
        found.push(...places);
      }
    }
  }
  if (found !== undefined) {
    // The model is being built: nobody else holds the block yet.
    const written = block as { places: readonly EvidenceLeaf[]; outline?: Outline | undefined };
    written.places = [...block.places, ...found];
    written.outline = undefined;
  }
}

function evaluatedPlaces(template: TemplateLeaf, block: Block, stack: Stack): EvidenceLeaf[] {
  const { pointer, argument, value } = template;
  const texts = textsIn(value, { stack, block });
  const places: EvidenceLeaf[] = [];
  if (texts.size === 0) {
    return places;
  }
  const seen = new Set(
    block.places
      .filter((place) => place.pointer === pointer)
      .map(({ evidence }) => placeName(evidence.proof)),
  );
  for (const text of texts) {
    for (const evidence of scan(text)) {
      const place = placeName(evidence.proof);
      if (!seen.has(place)) {
        seen.add(place);
        places.push({ pointer, argument, value, evidence });
      }
    }
  }
  return places;
}
