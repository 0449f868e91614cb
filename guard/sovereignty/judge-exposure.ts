import type { Block, Stack } from "../model/block";
import { NOTHING, type RuleContext, type Verdict } from "../rules/rule";
import { canBeUnset } from "./can-be-unset";
import { effectiveBody, pointerIn } from "./effective";
import type { Exposure } from "./exposure";
import { openRanges } from "./open-range";
import { isValue, type Occurrence, occurrencesOf, readSetting, type Setting } from "./setting";

/** What a rule about openness says of `block`. */
export function judgeExposure(
  block: Block,
  all: readonly Exposure[],
  context: RuleContext,
): readonly Verdict[] {
  const body = effectiveBody(block, context.stack);
  if (body === undefined) {
    return NOTHING;
  }
  const { pointer } = block;
  const whole = { body, pointer };
  let found: Verdict[] | undefined;
  for (const exposure of all) {
    if (exposure.block === undefined) {
      found = add(judgeOne(exposure, whole, block, context), found);
      continue;
    }
    for (const place of occurrencesOf(body, exposure.block, pointer)) {
      found = add(judgeOne(exposure, place, block, context), found);
    }
  }
  return found ?? NOTHING;
}

/** The list is made when the first verdict is found: an honest estate has none. */
function add(verdict: Verdict | undefined, found: Verdict[] | undefined): Verdict[] | undefined {
  if (verdict === undefined) {
    return found;
  }
  if (found === undefined) {
    return [verdict];
  }
  found.push(verdict);
  return found;
}

const NO_PATHS: readonly string[] = [];

function judgeOne(
  exposure: Exposure,
  { body, pointer }: Occurrence,
  block: Block,
  context: RuleContext,
): Verdict | undefined {
  const scope = { stack: context.stack, block };
  for (const path of exposure.closedBy ?? NO_PATHS) {
    if (isClosing(readSetting(body, path, pointer, scope), context.stack)) {
      return undefined;
    }
  }
  const path = exposure.openedBy ?? exposure.argument;
  const decides: Setting =
    path === undefined ? { kind: "unset", pointer } : readSetting(body, path, pointer, scope);
  const state = stateOf(decides, exposure);
  if (state === "closed") {
    return undefined;
  }
  const at = {
    pointer: decides.pointer,
    written: decides.kind === "unset" ? "" : decides.written,
  };
  if (state === "unknown") {
    const reason = decides.kind === "unknown" ? decides.reason : "it can be unset";
    return unproven(exposure, block, at, `${exposure.argument} is not in the file: ${reason}`);
  }
  if (exposure.ranges === undefined) {
    return opened(exposure, block, at, context);
  }
  const ranges = readSetting(body, exposure.ranges, pointer, scope);
  return judgeRanges(exposure, ranges, at, block, context);
}

/** The address ranges decide who reaches what is open. */
function judgeRanges(
  exposure: Exposure,
  ranges: Setting,
  at: At,
  block: Block,
  context: RuleContext,
): Verdict | undefined {
  switch (ranges.kind) {
    case "unset":
      return opened(exposure, block, at, context);
    case "unknown":
      return unproven(
        exposure,
        block,
        ranges,
        `${exposure.ranges} is not in the file: ${ranges.reason}`,
      );
    default: {
      const [open] = openRanges(ranges.texts);
      return open === undefined && !ranges.canBeUnset
        ? undefined
        : opened(exposure, block, ranges, context);
    }
  }
}

/** A network, a subnet or a list that is written keeps it closed, whatever it is called. */
function isClosing(setting: Setting, stack: Stack): boolean {
  switch (setting.kind) {
    case "unset":
      return false;
    case "known":
      return !setting.canBeUnset && setting.texts.every((text) => !isValue(text, "false"));
    default:
      return !canBeUnset(setting.written, stack);
  }
}

function stateOf(setting: Setting, exposure: Exposure): "open" | "closed" | "unknown" {
  if (exposure.openedBy !== undefined) {
    return setting.kind === "unset" ? "closed" : "open";
  }
  const unset = exposure.argument === undefined ? "open" : (exposure.unset ?? "closed");
  switch (setting.kind) {
    case "unset":
      return unset;
    case "unknown":
      return "unknown";
    default:
      return setting.texts.some((text) => exposure.open?.some((open) => isValue(text, open))) ||
        (setting.canBeUnset && unset === "open")
        ? "open"
        : "closed";
  }
}

interface At {
  readonly pointer: string;
  readonly written: string;
}

function opened(
  exposure: Exposure,
  block: Block,
  { pointer, written }: At,
  { jurisdiction }: RuleContext,
): Verdict {
  const latent = exposure.isLatent === true;
  return {
    status: latent ? "unproven" : "outside",
    path: pointerIn(block, pointer),
    value: written,
    message: latent
      ? `${block.address} ${exposure.says}.`
      : `${block.address} ${exposure.says}: it can be reached from outside ${jurisdiction.name}.`,
    fix: exposure.fix,
  };
}

function unproven(
  exposure: Exposure,
  block: Block,
  { pointer, written }: At,
  why: string,
): Verdict {
  return {
    status: "unproven",
    path: pointerIn(block, pointer),
    value: written,
    message: `Nothing proves that ${block.address} is closed to the internet: ${why}.`,
    fix: exposure.fix,
  };
}
