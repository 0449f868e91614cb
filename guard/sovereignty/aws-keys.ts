import { own } from "../json/json";
import type { Block } from "../model/block";
import type { RuleContext, Verdict } from "../rules/rule";
import { effectiveBody, pointerIn } from "./effective";
import { referredBlock } from "./referred-block";
import { isValue, readSetting, type Setting } from "./setting";

/**
 * What `hsm-protected-key` says of a key of AWS KMS. KMS generates and keeps its keys in HSMs; what
 * can lead out of them is material from outside, a custom key store and a multi-Region key.
 *
 * Source: AWS Key Management Service Developer Guide.
 */
export function* judgeAwsKey(block: Block, context: RuleContext): Iterable<Verdict> {
  const { stack } = context;
  const body = effectiveBody(block, stack);
  if (body === undefined) {
    return;
  }
  const read = (path: string): Setting => readSetting(body, path, block.pointer, { stack, block });
  const unproven = (setting: Setting, value: string, message: string, fix: string): Verdict => ({
    status: "unproven",
    path: pointerIn(block, setting.pointer),
    value,
    message,
    fix,
  });
  const material = read("key_material_base64");
  if (material.kind !== "unset") {
    // The value of this one is a secret: a finding must not repeat it.
    yield unproven(
      material,
      "",
      `The material of ${block.address} passes through the configuration and the Terraform state, outside of any HSM.`,
      "Use aws_kms_key, or import the material outside of Terraform.",
    );
  } else if (block.type !== "aws_kms_key") {
    yield {
      ...unproven(
        material,
        "",
        `${block.address} takes material from outside; whoever made it may have kept a copy.`,
        "",
      ),
      status: "note",
    };
  }
  const store = read("custom_key_store_id");
  if (store.kind !== "unset" && referredBlock(store.written, stack, block) === undefined) {
    yield unproven(
      store,
      store.written,
      `${block.address} is kept in a custom key store that is not in the input, so that nothing tells where.`,
      "Refer to an aws_kms_custom_key_store of this input, or leave custom_key_store_id out.",
    );
  }
  const multi = read("multi_region");
  const isMulti =
    multi.kind === "unknown" ||
    (multi.kind === "known" && multi.texts.some((text) => !isValue(text, "false")));
  if (isMulti && !isReplicated(block, context)) {
    yield unproven(
      multi,
      multi.written,
      `${block.address} is a multi-Region key of which the input holds no replica, so that nothing tells the regions that it is for.`,
      "Leave multi_region out, or write its replicas as aws_kms_replica_key in allowed regions.",
    );
  }
}

/** True where the input replicates the key: the place of each replica is judged like any other. */
function isReplicated(block: Block, { stacks }: RuleContext): boolean {
  return stacks.some((stack) =>
    stack.blocks.some((other) => {
      const isReplica =
        other.type === "aws_kms_replica_key" || other.type === "aws_kms_replica_external_key";
      const primary = isReplica
        ? referredBlock(own(other.body, "primary_key_arn"), stack, other)?.block
        : undefined;
      return primary !== undefined && primary.type === block.type && primary.name === block.name;
    }),
  );
}
