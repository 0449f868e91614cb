import type { Finding } from "../../../../guard";
import type { ReachabilityProof } from "../../../../guard/network";
import { awsStack, judge, merge, proofOf, type Resources } from "../topology";

export const id = (type: string, name: string, attribute = "id") =>
  `\${${type}.${name}.${attribute}}`;

export const IN_V = { vpc_id: id("aws_vpc", "v") };
export const IN_W = { vpc_id: id("aws_vpc", "w") };
export const DATA = id("aws_subnet", "data");
export const EDGE = id("aws_subnet", "edge");
export const GROUP = id("aws_security_group", "g");
export const TABLE = id("aws_route_table", "t");
export const IGW = id("aws_internet_gateway", "igw");

/**
 * A VPC with a subnet `data`, in which the instance `h` stands. Its security group `g` lets everything
 * out, and nothing in; its route table `t` has no route.
 */
export function vpc(...more: readonly Resources[]): Resources {
  return merge(
    {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_internet_gateway: { igw: IN_V },
      aws_subnet: { data: { ...IN_V, cidr_block: "10.0.1.0/24" } },
      aws_route_table: { t: IN_V },
      aws_route_table_association: { t: { subnet_id: DATA, route_table_id: TABLE } },
      aws_security_group: {
        g: { ...IN_V, egress: [{ cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] }] },
      },
      aws_instance: { h: { subnet_id: DATA, vpc_security_group_ids: [GROUP] } },
    },
    ...more,
  );
}

/** A route of the table `t`. */
export function route(destination: string, gateway: object): Resources {
  const argument = destination.includes(":")
    ? "destination_ipv6_cidr_block"
    : "destination_cidr_block";
  return { aws_route: { r: { route_table_id: TABLE, [argument]: destination, ...gateway } } };
}

export const TO_INTERNET = route("0.0.0.0/0", { gateway_id: IGW });

/** A subnet `edge` whose table leads to the internet, in which the load balancer `lb` stands. */
export function edge(...more: readonly Resources[]): Resources {
  return merge(
    {
      aws_subnet: { edge: { ...IN_V, cidr_block: "10.0.0.0/24" } },
      aws_route_table: {
        edge: { ...IN_V, route: [{ cidr_block: "0.0.0.0/0", gateway_id: IGW }] },
      },
      aws_route_table_association: {
        edge: { subnet_id: EDGE, route_table_id: id("aws_route_table", "edge") },
      },
      aws_security_group: { lb: { ...IN_V, ingress: [{ cidr_blocks: ["0.0.0.0/0"] }] } },
      aws_lb: { lb: { subnets: [EDGE], security_groups: [id("aws_security_group", "lb")] } },
    },
    ...more,
  );
}

export function proof(
  resources: Resources,
  more: object = {},
  address = "aws_subnet.data",
): ReachabilityProof {
  return proofOf({ test: awsStack(resources, more) }, address);
}

/** `verdict: a -> b` and what shows it, of each path. */
export function ways(list: ReachabilityProof["inbound"]): readonly (readonly [string, string])[] {
  return list.map(({ verdict, hops, evidence }) => [
    `${verdict}: ${hops.map(({ address }) => address).join(" -> ")}`,
    evidence,
  ]);
}

/** The ways out of the subnet `data`. */
export const waysOut = (resources: Resources, more: object = {}) =>
  ways(proof(resources, more).outbound);

/** The ways into the subnet `data`. */
export const waysIn = (resources: Resources, more: object = {}) =>
  ways(proof(resources, more).inbound);

export type Told = Pick<Finding, "status" | "address" | "path" | "value" | "message" | "fix">;

/** The findings of `rule`, in full. */
export function told(rule: string, resources: Resources, more: object = {}): readonly Told[] {
  return judge({ test: awsStack(resources, more) })
    .findings.filter((finding) => finding.rule === rule)
    .map(({ status, address, path, value, message, fix }) => ({
      status,
      address,
      path,
      value,
      message,
      fix,
    }));
}

/** `status address: message` of each finding of `rule`. */
export function lines(rule: string, resources: Resources, more: object = {}): readonly string[] {
  return told(rule, resources, more).map(
    ({ status, address, message }) => `${status} ${address}: ${message}`,
  );
}
