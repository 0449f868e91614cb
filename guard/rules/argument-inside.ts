import type { Block, EvidenceLeaf } from "../model/block";
import { parseReference, soleExpression } from "../model/template";
import { evaluate } from "../place/evaluate";
import { isFreeText, isPlaceArgument } from "./arguments";
import { allowedRegions, judge, placeName } from "./describe";
import type { Rule, RuleContext, Verdict } from "./rule";

export const argumentInside: Rule = {
  id: "argument-inside",
  title: "No argument names a place that is not allowed, and every argument for a place is proven.",
  kinds: ["resource", "data", "provider", "module", "locals", "output", "variable", "document"],
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const decided = new Set<string>();
    if (block.kind === "resource" || block.kind === "data" || block.kind === "provider") {
      // The block's own region is judged where it is resolved; saying it twice helps nobody.
      decided.add(context.placeOf(block).pointer);
    }
    for (const leaf of block.places) {
      if (!decided.has(leaf.pointer) && !isName(leaf)) {
        yield* judgeLeaf(leaf, block, context);
      }
    }
    for (const leaf of block.templates) {
      if (!decided.has(leaf.pointer) && isPlaceArgument(leaf.argument)) {
        yield* judgeTemplate(leaf.pointer, leaf.argument, leaf.value, block, context);
      }
    }
  },
};

/** Arguments of Terraform's own that hold names of blocks. */
const META_ARGUMENTS = new Set(["provider", "providers", "alias", "depends_on"]);

/** True where the place is part of a block's name: what the block is decides, not how it is called. */
function isName(leaf: EvidenceLeaf): boolean {
  if (leaf.evidence.kind !== "region-id") {
    return false;
  }
  const expression = soleExpression(leaf.value);
  return (
    META_ARGUMENTS.has(leaf.argument) ||
    (expression !== undefined && parseReference(expression) !== undefined)
  );
}

function* judgeLeaf(leaf: EvidenceLeaf, block: Block, context: RuleContext): Iterable<Verdict> {
  const { proof, kind } = leaf.evidence;
  const status = judge(proof, context.jurisdiction);
  if (status === "inside") {
    return;
  }
  const place = placeName(proof) ?? leaf.evidence.text;
  if (isFreeText(leaf.argument) && kind === "region-id") {
    yield {
      status: "note",
      path: leaf.pointer,
      value: leaf.value,
      region: place,
      message: `${leaf.argument} of ${block.address} mentions ${place}; a text places nothing.`,
      fix: "",
    };
    return;
  }
  yield {
    status,
    path: leaf.pointer,
    value: leaf.value,
    region: place,
    message:
      status === "outside"
        ? `${leaf.argument || "A value"} of ${block.address} names ${place}, outside ${context.jurisdiction.name}.`
        : `${leaf.argument || "A value"} of ${block.address} names ${place}, a place that is not known.`,
    fix: `Name one of: ${allowedRegions(context.jurisdiction)}.`,
  };
}

function* judgeTemplate(
  pointer: string,
  argument: string,
  value: string,
  block: Block,
  context: RuleContext,
): Iterable<Verdict> {
  const result = evaluate(value, context.stack);
  if (!result.known) {
    yield {
      status: "unproven",
      path: pointer,
      value,
      message: `${argument} of ${block.address} decides where data goes and is not in the file: ${result.reason}.`,
      fix: `Write it out, as one of: ${allowedRegions(context.jurisdiction)}.`,
    };
  }
}
