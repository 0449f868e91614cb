import { parseServiceCidrLabel } from "../../../jurisdiction";
import { own } from "../../json/json";
import { judge } from "../../rules/describe";
import { parseCidr } from "../cidr";
import type { Peer } from "../graph";
import type { Inventory, Located, Nested } from "../inventory";
import { lastOf } from "../names";
import type { Target } from "../targets";

/** Types of blocks whose addresses a rule can refer to. */
const NETWORK_TYPES = /^oci_core_(?:vcns?|subnets?)$/;

/** The peers that `argument` of a rule names, read as `typeArgument` says. */
export function ociPeers(
  nested: Nested,
  argument: string,
  typeArgument: string,
  located: Located,
  inventory: Inventory,
): readonly Peer[] {
  const type = own(nested.value, typeArgument);
  const value = own(nested.value, argument);
  if (typeof value === "string" && (type === undefined || type === "CIDR_BLOCK")) {
    const range = parseCidr(value);
    if (range !== undefined) {
      return [{ kind: "range", range }];
    }
  }
  const types =
    type === undefined || type === null ? ["CIDR_BLOCK"] : inventory.texts(type, located);
  const targets = inventory.targetsIn(nested, argument, located);
  if (types === undefined) {
    return [{ kind: "unknown", reason: `its ${typeArgument} is known only when Terraform runs` }];
  }
  return types.flatMap((each) => targets.map((target) => ofTarget(target, each, inventory)));
}

function ofTarget(target: Target, type: string, inventory: Inventory): Peer {
  switch (type.toUpperCase()) {
    case "SERVICE_CIDR_BLOCK":
      return services(target, inventory);
    case "NETWORK_SECURITY_GROUP":
      return target.kind === "block"
        ? { kind: "group", block: target.block }
        : outsideGroup(target);
    default:
      return addressPeer(target, NETWORK_TYPES);
  }
}

/** A security group that the input does not hold: its members are interfaces of the same network. */
function outsideGroup(target: Exclude<Target, { readonly kind: "block" }>): Peer {
  return {
    kind: "unknown",
    reason:
      target.kind === "text"
        ? `the network security group ${target.text} is not in the input`
        : target.reason,
  };
}

/** The addresses that a value names. */
export function addressPeer(target: Target, networkTypes: RegExp): Peer {
  if (target.kind === "unknown") {
    return { kind: "unknown", reason: target.reason };
  }
  if (target.kind === "block") {
    return networkTypes.test(target.block.type) && /cidr/.test(lastOf(target.attribute))
      ? { kind: "network", block: target.block }
      : {
          kind: "unknown",
          reason: `${target.block.address} has its addresses only when Terraform runs`,
        };
  }
  const range = parseCidr(target.text);
  return range === undefined
    ? { kind: "unknown", reason: `${JSON.stringify(target.text)} is no CIDR block` }
    : { kind: "range", range };
}

function services(target: Target, inventory: Inventory): Peer {
  if (target.kind === "text") {
    const { proof } = parseServiceCidrLabel(target.text);
    const status = judge(proof, inventory.jurisdiction) === "outside" ? "outside" : "inside";
    return { kind: "services", label: target.text, status };
  }
  // A service gateway serves its own region and no other, whatever the label turns out to be.
  const label = target.kind === "block" ? target.block.address : "a service CIDR label";
  return { kind: "services", label, status: "inside" };
}
