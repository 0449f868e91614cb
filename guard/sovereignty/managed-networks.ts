import type { Block } from "../model/block";
import { NOTHING, type RuleContext, type Verdict } from "../rules/rule";
import { canBeUnset } from "./can-be-unset";
import { effectiveBody, pointerIn } from "./effective";
import { isValue, readSetting, type Setting } from "./setting";

/** A service that works in a network of Oracle's own unless it is given a subnet. */
interface ManagedNetwork {
  /** Arguments any of which names the subnet to work in. */
  readonly subnet: readonly string[];
  /** Argument and value that choose Oracle's network, whatever subnet is named. */
  readonly chosenBy?: readonly [argument: string, value: string];
}

const INFRASTRUCTURE = "infrastructure_configuration_details";
const DEPLOYMENT = "model_deployment_configuration_details";
const JOB = "job_infrastructure_configuration_details";

/**
 * Source: OCI documentation, Data Science, "Security Zone Policies": notebook sessions, job runs,
 * model deployments and pipelines that use managed networking can access the internet, unless a
 * policy of a security zone denies it. Argument references of the provider oracle/oci 8.28.
 */
const MANAGED_NETWORKS: Readonly<Record<string, ManagedNetwork>> = {
  oci_datascience_job: {
    subnet: [
      `${JOB}.subnet_id`,
      "job_node_configuration_details.job_network_configuration.subnet_id",
    ],
    chosenBy: [`${JOB}.job_infrastructure_type`, "ME_STANDALONE"],
  },
  oci_datascience_model_deployment: {
    subnet: [
      `${DEPLOYMENT}.model_configuration_details.instance_configuration.subnet_id`,
      `${DEPLOYMENT}.${INFRASTRUCTURE}.instance_configuration.subnet_id`,
    ],
  },
  oci_datascience_notebook_session: {
    subnet: [
      "notebook_session_config_details.subnet_id",
      "notebook_session_configuration_details.subnet_id",
    ],
  },
  oci_datascience_pipeline: {
    subnet: [
      `${INFRASTRUCTURE}.subnet_id`,
      "step_details.step_infrastructure_configuration_details.subnet_id",
    ],
  },
};

/** True for a type that can work in a network of Oracle's own. */
export function hasManagedNetwork(type: string): boolean {
  return Object.hasOwn(MANAGED_NETWORKS, type);
}

/** What `data-subnet-egress-inside` says of a block that works in a network of Oracle's own. */
export function judgeManagedNetwork(block: Block, context: RuleContext): readonly Verdict[] {
  const { pointer, type, address } = block;
  const network = MANAGED_NETWORKS[type];
  const body = effectiveBody(block, context.stack);
  if (network === undefined || body === undefined) {
    return NOTHING;
  }
  const scope = { stack: context.stack, block };
  const read = (path: string): Setting => readSetting(body, path, pointer, scope);
  const [argument, managed] = network.chosenBy ?? [];
  const choice = argument === undefined ? undefined : read(argument);
  const isChosen =
    choice?.kind === "known" && choice.texts.some((text) => isValue(text, managed ?? ""));
  if (!isChosen && network.subnet.some((path) => isAlwaysSet(read(path), context))) {
    return NOTHING;
  }
  return [
    {
      status: "outside",
      path: isChosen ? pointerIn(block, choice.pointer) : pointer,
      value: isChosen ? choice.written : "",
      message: `${address} works in a network of Oracle's own, from which it reaches the internet.`,
      fix: `Set ${network.subnet[0]} to a subnet without a way to the internet.`,
    },
  ];
}

function isAlwaysSet(setting: Setting, { stack }: RuleContext): boolean {
  switch (setting.kind) {
    case "unset":
      return false;
    case "known":
      return !setting.canBeUnset;
    default:
      return !canBeUnset(setting.written, stack);
  }
}
