import { Region } from "../../jurisdiction";
import type { Block } from "../model/block";
import { NOTHING, type RuleContext, type Verdict } from "../rules/rule";
import { effectiveBody, pointerIn } from "./effective";
import { isValue, type Occurrence, occurrencesOf, readSetting, type Setting } from "./setting";
import { UNNAMED_PLACES, type UnnamedPlace } from "./unnamed-places";

/** What `flow-inside` says of choices of `block` that send data to a place which nothing names. */
export function judgeUnnamedPlaces(block: Block, context: RuleContext): readonly Verdict[] {
  const choices = Object.hasOwn(UNNAMED_PLACES, block.type)
    ? UNNAMED_PLACES[block.type]
    : undefined;
  const body = choices === undefined ? undefined : effectiveBody(block, context.stack);
  if (choices === undefined || body === undefined) {
    return NOTHING;
  }
  return choices.flatMap((choice) =>
    (choice.block === undefined
      ? [{ body, pointer: block.pointer }]
      : occurrencesOf(body, choice.block, block.pointer)
    ).flatMap((place) => judgeOne(choice, place, block, context)),
  );
}

function judgeOne(
  choice: UnnamedPlace,
  { body, pointer }: Occurrence,
  block: Block,
  context: RuleContext,
): readonly Verdict[] {
  const scope = { stack: context.stack, block };
  const decides = readSetting(body, choice.argument, pointer, scope);
  if (decides.kind === "unset" || !canBe(decides, choice.values)) {
    return NOTHING;
  }
  if (choice.namedBy?.some((path) => isAlwaysSet(readSetting(body, path, pointer, scope)))) {
    return NOTHING;
  }
  const at = {
    path: pointerIn(block, decides.pointer),
    value: decides.written,
    fix: choice.fix,
  };
  const elsewhere = choice.pairs === undefined ? undefined : pairsOf(block, choice.pairs, context);
  if (elsewhere === undefined) {
    const { name } = context.jurisdiction;
    return [
      {
        ...at,
        status: "unproven",
        message: `${block.address} ${choice.says}, and nothing proves that it lies inside ${name}.`,
      },
    ];
  }
  const abroad = elsewhere.find((region) => !context.jurisdiction.allows(region));
  return abroad === undefined
    ? NOTHING
    : [
        {
          ...at,
          status: "outside",
          region: abroad.id,
          message: `${block.address} ${choice.says}, ${abroad.id}, outside ${context.jurisdiction.name}.`,
        },
      ];
}

/** The regions that the service copies to; undefined where those are not known. */
function pairsOf(
  block: Block,
  pairs: Readonly<Record<string, string>>,
  context: RuleContext,
): readonly Region[] | undefined {
  const found: Region[] = [];
  const { regions } = context.placeOf(block);
  for (const { key } of regions) {
    const other = key !== undefined && Object.hasOwn(pairs, key) ? pairs[key] : undefined;
    const region = other === undefined ? undefined : Region.findByKey(other);
    if (region === undefined) {
      return undefined;
    }
    found.push(region);
  }
  return found.length === 0 ? undefined : found;
}

function canBe(setting: Exclude<Setting, { kind: "unset" }>, values: readonly string[]): boolean {
  return (
    setting.kind === "unknown" ||
    setting.texts.some((text) => values.some((value) => isValue(text, value)))
  );
}

/** A value that is not in the file is judged where it stands: here it only must be one. */
function isAlwaysSet(setting: Setting): boolean {
  return setting.kind === "unknown" || (setting.kind === "known" && !setting.canBeUnset);
}
