import type { Block } from "../model/block";
import type { RuleContext, Verdict } from "../rules/rule";
import { effectiveBody, pointerIn } from "./effective";
import { readSetting, type Setting } from "./setting";

/** Bytes of an AES-256 key, which is how OCI writes its length. */
const AES_256 = "32";
const AES_LENGTHS = [AES_256];
const PROTECTED = ["HSM", "EXTERNAL"];

function finding(block: Block, setting: Setting, message: string, fix: string): Verdict {
  return {
    status: "unproven",
    path: pointerIn(block, setting.pointer),
    value: setting.kind === "unset" ? "" : setting.written,
    message,
    fix,
  };
}

/**
 * What `hsm-protected-key` says of an `oci_kms_key`.
 *
 * Source: Oracle Cloud Infrastructure documentation, Vault: a key that an HSM protects never leaves
 * it in the clear; one that software protects can be exported. `HSM` is the default of
 * `protection_mode`. API reference, KeyShape: AES takes 16, 24 or 32 bytes.
 */
export function* judgeOciKey(block: Block, context: RuleContext): Iterable<Verdict> {
  const body = effectiveBody(block, context.stack);
  if (body === undefined) {
    return;
  }
  const { pointer } = block;
  const scope = { stack: context.stack, block };
  const mode = readSetting(body, "protection_mode", pointer, scope);
  if (!isOnly(mode, PROTECTED, true)) {
    yield finding(
      block,
      mode,
      mode.kind === "unknown"
        ? `Nothing proves that an HSM protects ${block.address}: protection_mode is not in the file, ${mode.reason}.`
        : `${block.address} is protected by software, so that it can be exported to anywhere.`,
      "Leave protection_mode out, or set it to HSM.",
    );
  }
  const isExternal = mode.kind === "known" && mode.texts.includes("EXTERNAL");
  const external = readSetting(body, "external_key_reference.external_key_id", pointer, scope);
  if (isExternal && external.kind === "unset") {
    yield finding(
      block,
      mode,
      `${block.address} is kept outside of Oracle Cloud, and names no key there.`,
      "Write external_key_reference with the key of your external key manager.",
    );
  } else if (isExternal) {
    yield {
      ...finding(
        block,
        mode,
        `${block.address} is kept by an external key manager; its vault says where that stands.`,
        "",
      ),
      status: "note",
    };
  }
  const algorithm = readSetting(body, "key_shape.algorithm", pointer, scope);
  const length = readSetting(body, "key_shape.length", pointer, scope);
  const isAes = algorithm.kind !== "known" || algorithm.texts.includes("AES");
  if (isAes && !isExternal && !isOnly(length, AES_LENGTHS, true)) {
    yield finding(
      block,
      length,
      length.kind === "unknown"
        ? `Nothing proves that ${block.address} has 256 bits: its length is not in the file, ${length.reason}.`
        : `${block.address} is shorter than 256 bits.`,
      `Set key_shape.length to ${AES_256}.`,
    );
  }
}

/** True where a setting is one of `allowed`; `unset` says what leaving it out means. */
function isOnly(setting: Setting, allowed: readonly string[], unset: boolean): boolean {
  switch (setting.kind) {
    case "unset":
      return unset;
    case "known":
      return (
        setting.texts.every((text) => allowed.includes(text.toUpperCase())) &&
        (unset || !setting.canBeUnset)
      );
    default:
      return false;
  }
}
