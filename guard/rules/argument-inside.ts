import { type Jurisdiction, placeName } from "../../jurisdiction";
import type { Block, BlockKind, EvidenceLeaf } from "../model/block";
import type { Outline } from "../model/outline";
import { parseReference, soleExpression } from "../model/template";
import { isStatementArgument } from "../statements";
import { isBucketName, isDataMap, isFreeText, isIdentifier, isPlaceBlock } from "./arguments";
import { attributeUse } from "./attribute-uses";
import { allowedRegions, judge } from "./describe";
import { settingUse } from "./local-uses";
import { NOTHING, type Rule, type RuleContext, type Verdict } from "./rule";

export const argumentInside: Rule = {
  id: "argument-inside",
  title: "No argument names a place that is not allowed.",
  kinds: ["resource", "data", "provider", "module", "locals", "output", "variable", "document"],
  check(block: Block, context: RuleContext): readonly Verdict[] {
    if (block.outline !== undefined && isInside(block.outline, context.jurisdiction)) {
      return NOTHING;
    }
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

/** True where the rule fails `leaf`: it names a place that is not allowed, and is no text for people. */
export function namesForeignPlace(leaf: EvidenceLeaf, block: Block, context: RuleContext): boolean {
  return (
    judge(leaf.evidence.proof, context.jurisdiction) !== "inside" &&
    concerns(leaf, block, context) &&
    !isText(leaf, block)
  );
}

const insides = new WeakMap<Jurisdiction, WeakMap<Outline, boolean>>();

/** True where every place of an outline is inside; asked once for all blocks that share it. */
function isInside(outline: Outline, jurisdiction: Jurisdiction): boolean {
  let known = insides.get(jurisdiction);
  if (known === undefined) {
    known = new WeakMap();
    insides.set(jurisdiction, known);
  }
  let inside = known.get(outline);
  if (inside === undefined) {
    inside = outline.proofs.every((proof) => judge(proof, jurisdiction) === "inside");
    known.set(outline, inside);
  }
  return inside;
}

/** Arguments of Terraform's own that hold names of blocks. */
const META_ARGUMENTS: Readonly<Partial<Record<BlockKind, readonly string[]>>> = {
  data: ["provider", "depends_on"],
  module: ["providers", "depends_on"],
  output: ["depends_on"],
  provider: ["alias"],
  resource: ["provider", "depends_on"],
};

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
  return !isName(leaf, block);
}

/** True where the place is part of a block's name: what the block is decides, not how it is called. */
function isName(leaf: EvidenceLeaf, block: Block): boolean {
  if (leaf.evidence.kind !== "region-id") {
    return false;
  }
  const expression = soleExpression(leaf.value);
  return (
    isMetaArgument(leaf, block) ||
    (expression !== undefined && parseReference(expression) !== undefined)
  );
}

/** Deeper down, `provider` or `alias` can be any key, such as an environment variable's. */
function isMetaArgument({ pointer }: EvidenceLeaf, block: Block): boolean {
  const names = META_ARGUMENTS[block.kind] ?? [];
  return names.some((name) => `${pointer}/`.startsWith(`${block.pointer}/${name}/`));
}

/** True where the value is a text for people or a name, which places nothing. */
function isText(leaf: EvidenceLeaf, block: Block): boolean {
  const { argument, pointer } = leaf;
  // S3 takes the ARN of an access point for a bucket.
  if (!isFreeText(argument) || (isBucketName(argument) && isIdentifier(leaf.evidence))) {
    return false;
  }
  const above = pointer
    .slice(block.pointer.length + 1)
    .split("/")
    .slice(0, -1);
  if (above.some(isPlaceBlock)) {
    return false;
  }
  const isData = (isAnyValue(block, above) && !argument.includes("tags")) || above.some(isDataMap);
  return !isData || isMention(leaf);
}

/** True in a local value, a default, an output or what a module is given: its name tells no use. */
function isAnyValue({ kind }: Block, [first]: readonly string[]): boolean {
  return (
    kind === "locals" ||
    kind === "module" ||
    (kind === "variable" && first === "default") ||
    (kind === "output" && first === "value")
  );
}

/** True where a region is one word of a longer text. */
function isMention({ evidence, value }: EvidenceLeaf): boolean {
  return evidence.kind === "region-id" && evidence.text !== value.trim();
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
  const isOnlyText = isText(leaf, block);
  const use = isMention(leaf)
    ? undefined
    : block.kind === "locals"
      ? settingUse(leaf, block, context.stack)
      : isOnlyText
        ? attributeUse(leaf, block, context.stack)
        : undefined;
  if (use === undefined && isOnlyText) {
    return {
      status: "note",
      ...where,
      message: `${what} mentions ${place}; a text places nothing.`,
      fix: "",
    };
  }
  const disguise = leaf.evidence.disguised;
  const written = disguise === undefined ? "" : ` (written with ${disguise})`;
  const taken = use === undefined ? "" : `, and ${use.address} takes it for ${use.argument}`;
  return {
    status,
    ...where,
    message:
      status === "outside"
        ? `${what} names ${place}${written}, outside ${context.jurisdiction.name}${taken}.`
        : `${what} names ${place}${written}, a place that is not known${taken}.`,
    fix: `Name one of: ${allowedRegions(context.jurisdiction)}.`,
  };
}
