import { operandsOf } from "../flow/expression";
import { stackOfRemoteState } from "../flow/remote-state";
import { own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { soleExpression } from "../model/template";
import { Placer } from "../place/place";
import type { RuleContext } from "../rules/rule";
import { effectiveBody } from "./effective";
import { type Referred, referredBlock } from "./referred-block";
import { readSetting, type Setting } from "./setting";

const POLICY = "oci_core_volume_backup_policy";
const POLICIES = "oci_core_volume_backup_policies";

/**
 * Why backups that a policy makes need a key in another region, as the middle of a sentence;
 * undefined where the policy copies nothing.
 *
 * Source: OCI documentation, Block Volume, "Changing the Assigned Master Encryption Key": keys are
 * not copied to the destination region of scheduled copies, and without a key of that region an
 * Oracle-managed one is used. "Policy-Based Backups": only user-defined policies copy to another
 * region.
 *
 * @param policy the argument that names the policy
 */
export function copiesElsewhere(
  policy: Setting,
  holder: Block,
  context: RuleContext,
): string | undefined {
  if (policy.kind === "unset") {
    return undefined;
  }
  const { stack } = context;
  for (const written of writtenPolicies(policy)) {
    const referred = followed(written, stack, holder, context);
    const why =
      referred === undefined
        ? `its backup policy ${written} is not in the input, and may copy to another region`
        : ofPolicy(referred, context);
    if (why !== undefined) {
      return why;
    }
  }
  return undefined;
}

/** Each policy that the argument can name: the arms of a conditional are judged one by one. */
function writtenPolicies(policy: Exclude<Setting, { kind: "unset" }>): readonly string[] {
  const expression = soleExpression(policy.written);
  const operands = expression === undefined ? undefined : operandsOf(expression);
  return operands === undefined || operands.length < 2
    ? [policy.written]
    : operands.map((operand) =>
        operand.kind === "reference"
          ? `\${${operand.reference.address}${joined(operand.reference.attribute)}}`
          : operand.text,
      );
}

function joined(attribute: string): string {
  return attribute === "" || attribute.startsWith("[") ? attribute : `.${attribute}`;
}

const OUTPUT = /\.outputs\.([\w-]+)$/;

/** The policy that `written` refers to; by the remote state of another stack of the input too. */
function followed(
  written: string,
  stack: Stack,
  holder: Block,
  { stacks }: RuleContext,
): Referred | undefined {
  const referred = referredBlock(written, stack, holder);
  if (referred?.block.type !== "terraform_remote_state") {
    return referred;
  }
  const [, output = ""] = OUTPUT.exec(soleExpression(written)?.trim() ?? "") ?? [];
  const other = stackOfRemoteState(referred.block, stacks);
  const block = other?.byAddress.get(`output.${output}`);
  return other === undefined || block === undefined
    ? undefined
    : referredBlock(own(block.body, "value"), other, block);
}

function ofPolicy({ block, stack }: Referred, context: RuleContext): string | undefined {
  const body = effectiveBody(block, stack) ?? block.body;
  const scope = { stack, block };
  if (block.kind === "data" && block.type === POLICIES) {
    // Without a compartment the list is of the policies that Oracle defines.
    const compartment = readSetting(body, "compartment_id", block.pointer, scope);
    return compartment.kind === "unset"
      ? undefined
      : `nothing shows whether a policy that ${block.address} finds copies to another region`;
  }
  if (block.kind !== "resource" || block.type !== POLICY) {
    return `${block.address} does not show whether its backup policy copies to another region`;
  }
  const destination = readSetting(body, "destination_region", block.pointer, scope);
  if (destination.kind === "unset" || isOwnRegion(destination, block, stack, context)) {
    return undefined;
  }
  const where = destination.kind === "known" ? destination.texts.join(" or ") : destination.written;
  return `${block.address} copies the backups to ${where}, and a key is not copied with them`;
}

/** True for a policy that names the region that it lies in, which is no copy. */
function isOwnRegion(
  destination: Exclude<Setting, { kind: "unset" }>,
  block: Block,
  stack: Stack,
  context: RuleContext,
): boolean {
  const place =
    stack === context.stack
      ? context.placeOf(block)
      : new Placer(stack, context.jurisdiction).placeOf(block);
  const [region, ...others] = place.regions;
  return (
    destination.kind === "known" &&
    region !== undefined &&
    others.length === 0 &&
    destination.texts.every((text) => text.toLowerCase() === region.id)
  );
}
