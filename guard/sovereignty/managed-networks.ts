import type { Block } from "../model/block";
import { NOTHING, type RuleContext, type Verdict } from "../rules/rule";
import { canBeUnset } from "./can-be-unset";
import { effectiveBody, pointerIn } from "./effective";
import { isValue, readSetting, type Setting } from "./setting";

/** A service that works in a network of Oracle's own unless it is given a subnet. */
interface ManagedNetwork {
  /**
   * Arguments any of which names the subnet to work in.
   * @default only `chosenBy` decides
   */
  readonly subnet?: readonly [string, ...(readonly string[])];
  /** Argument and value that choose Oracle's network, whatever subnet is named. */
  readonly chosenBy?: readonly [argument: string, value: string];
  /** What to do about it. @default to name a subnet */
  readonly fix?: string;
}

const INFRASTRUCTURE = "infrastructure_configuration_details";
const DEPLOYMENT = "model_deployment_configuration_details";
const JOB = "job_infrastructure_configuration_details";
const OUTBOUND = "networking_config.outbound_networking_config";

const HOSTED_APPLICATION: ManagedNetwork = {
  subnet: [`${OUTBOUND}.custom_subnet_id`],
  chosenBy: [`${OUTBOUND}.network_mode`, "MANAGED"],
};

/**
 * Source: OCI documentation, Data Science, "Security Zone Policies": notebook sessions, job runs,
 * model deployments and pipelines that use managed networking can access the internet, unless a
 * policy of a security zone denies it. Generative AI, `OutboundNetworkingConfig`: "outbounding to
 * managed internet or customer network"; no page tells which it is where nothing is written, so that
 * it is taken for the first. Big Data Service, `NetworkConfig`: whether to configure a NAT gateway of
 * the network that the service makes. Argument references of the provider oracle/oci 8.28.
 */
const MANAGED_NETWORKS: Readonly<Record<string, ManagedNetwork>> = {
  oci_bds_bds_instance: {
    chosenBy: ["network_config.is_nat_gateway_required", "true"],
    fix: "Set network_config.is_nat_gateway_required to false, and use the gateways of your own network.",
  },
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
  oci_generative_ai_hosted_application: HOSTED_APPLICATION,
  oci_generative_ai_hosted_application_iam: HOSTED_APPLICATION,
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
  const isOpen = choice?.kind === "unknown";
  const isChosen =
    isOpen ||
    (choice?.kind === "known" && choice.texts.some((text) => isValue(text, managed ?? "")));
  const isGivenSubnet = network.subnet?.some((path) => isAlwaysSet(read(path), context)) ?? true;
  if (!isChosen && isGivenSubnet) {
    return NOTHING;
  }
  return [
    {
      status: isOpen ? "unproven" : "outside",
      path: isChosen ? pointerIn(block, choice.pointer) : pointer,
      value: isChosen ? choice.written : "",
      message: isOpen
        ? `Nothing proves that ${address} works in a network of yours, and not in one of Oracle's, from which it reaches the internet: ${choice.reason}.`
        : `${address} works in a network of Oracle's own, from which it reaches the internet.`,
      fix: network.fix ?? `Set ${network.subnet?.[0]} to a subnet without a way to the internet.`,
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
