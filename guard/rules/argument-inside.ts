import type { Block, EvidenceLeaf } from "../model/block";
import { parseReference, soleExpression } from "../model/template";
import { isStatementArgument } from "../statements";
import { isFreeText } from "./arguments";
import { allowedRegions, judge, placeName } from "./describe";
import type { Rule, RuleContext, Verdict } from "./rule";

const NOTHING: readonly Verdict[] = [];

export const argumentInside: Rule = {
  id: "argument-inside",
  title: "No argument names a place that is not allowed.",
  kinds: ["resource", "data", "provider", "module", "locals", "output", "variable", "document"],
  check(block: Block, context: RuleContext): readonly Verdict[] {
    let verdicts: Verdict[] | undefined;
    for (const leaf of block.places) {
      const status = judge(leaf.evidence.proof, context.jurisdiction);
      if (status !== "inside" && concerns(leaf, block, context)) {
        verdicts ??= [];
        verdicts.push(describe(leaf, status, block, context));
      }
    }
    return verdicts ?? NOTHING;
  },
};

/** Arguments of Terraform's own that hold names of blocks. */
const META_ARGUMENTS = new Set(["provider", "providers", "alias", "depends_on"]);

/** False where another rule judges the value, or where it is a block's name. */
function concerns(leaf: EvidenceLeaf, block: Block, context: RuleContext): boolean {
  if (block.kind === "resource" || block.kind === "data" || block.kind === "provider") {
    // The block's own region is judged where it is resolved; saying it twice helps nobody.
    if (leaf.pointer === context.placeOf(block).pointer) {
      return false;
    }
    // A denial of a foreign region is good and a grant to it is not: that takes a grammar.
    if (isStatementArgument(block.type, leaf.argument)) {
      return false;
    }
  }
  return !isName(leaf);
}

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

function describe(
  leaf: EvidenceLeaf,
  status: "outside" | "unproven",
  block: Block,
  context: RuleContext,
): Verdict {
  const place = placeName(leaf.evidence.proof) ?? leaf.evidence.text;
  const where = { path: leaf.pointer, value: leaf.value, region: place };
  const what = `${leaf.argument || "A value"} of ${block.address}`;
  if (isFreeText(leaf.argument)) {
    return {
      status: "note",
      ...where,
      message: `${what} mentions ${place}; a text places nothing.`,
      fix: "",
    };
  }
  const disguise = leaf.evidence.disguised;
  const written = disguise === undefined ? "" : ` (written with ${disguise})`;
  return {
    status,
    ...where,
    message:
      status === "outside"
        ? `${what} names ${place}${written}, outside ${context.jurisdiction.name}.`
        : `${what} names ${place}${written}, a place that is not known.`,
    fix: `Name one of: ${allowedRegions(context.jurisdiction)}.`,
  };
}
