import type { Block } from "../model/block";
import type { RuleContext, Verdict } from "../rules/rule";
import { effectiveBody, pointerIn } from "./effective";
import { readSetting, type Setting } from "./setting";

/** Bytes of an AES-256 key, which is how OCI writes its length. */
const AES_256 = "32";

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
  const read = (path: string): Setting =>
    readSetting(body, path, block.pointer, { stack: context.stack, block });
  const finding = (setting: Setting, message: string, fix: string): Verdict => ({
    status: "unproven",
    path: pointerIn(block, setting.pointer),
    value: setting.kind === "unset" ? "" : setting.written,
    message,
    fix,
  });
  const mode = read("protection_mode");
  if (!isOnly(mode, ["HSM", "EXTERNAL"], true)) {
    yield finding(
      mode,
      mode.kind === "unknown"
        ? `Nothing proves that an HSM protects ${block.address}: protection_mode is not in the file, ${mode.reason}.`
        : `${block.address} is protected by software, so that it can be exported to anywhere.`,
      "Leave protection_mode out, or set it to HSM.",
    );
  }
  const isExternal = mode.kind === "known" && mode.texts.includes("EXTERNAL");
  const external = read("external_key_reference.external_key_id");
  if (isExternal && external.kind === "unset") {
    yield finding(
      mode,
      `${block.address} is kept outside of Oracle Cloud, and names no key there.`,
      "Write external_key_reference with the key of your external key manager.",
    );
  } else if (isExternal) {
    yield {
      ...finding(
        mode,
        `${block.address} is kept by an external key manager; its vault says where that stands.`,
        "",
      ),
      status: "note",
    };
  }
  const algorithm = read("key_shape.algorithm");
  const length = read("key_shape.length");
  const isAes = algorithm.kind !== "known" || algorithm.texts.includes("AES");
  if (isAes && !isExternal && !isOnly(length, [AES_256], true)) {
    yield finding(
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
