import { own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { hasTemplate } from "../model/template";
import { canBeUnset } from "./can-be-unset";
import { referredBlock } from "./referred-block";
import { KEY_OF_INPUT, type Setting } from "./setting";

/** Aliases and words that name a key of the cloud's own. */
const CLOUDS_OWN =
  /(?:^|:)alias\/aws\/|^(?:aws_owned|aws_managed|s3_managed|oracle_managed|oracle_owned)/i;

/**
 * Why an argument for a key holds none of the customer's, as the end of a sentence; undefined where
 * it holds one. Where that key lies is for `flow-inside` to judge.
 */
export function notACustomersKey(
  setting: Setting,
  stack: Stack,
  holder: Block,
): string | undefined {
  if (setting.kind === "unset") {
    return "is not set";
  }
  if (setting.kind === "known") {
    const own = setting.texts.find((text) => CLOUDS_OWN.test(text));
    return own !== undefined
      ? `names ${own}, which is the cloud's own`
      : setting.canBeUnset
        ? "can be null"
        : undefined;
  }
  const { written } = setting;
  if (setting.reason === KEY_OF_INPUT) {
    return undefined;
  }
  if (!hasTemplate(written)) {
    return "is no text";
  }
  if (canBeUnset(written, stack)) {
    return "can be null";
  }
  const referred = referredBlock(written, stack, holder)?.block;
  const name = referred?.kind === "data" ? nameOfKey(referred) : "";
  return CLOUDS_OWN.test(name)
    ? `refers to ${referred?.address}, which is ${name}, the cloud's own`
    : undefined;
}

/** What a data source finds a key by. */
function nameOfKey(block: Block): string {
  const name = own(block.body, block.type === "aws_kms_alias" ? "name" : "key_id");
  return typeof name === "string" ? name : "";
}
