import { check, type Finding, type Note } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { buildModel } from "../../../guard/model/build-model";
import { proveReachability, type ReachabilityProof } from "../../../guard/network";
import { Jurisdiction } from "../../../jurisdiction";
import { COMPARTMENT } from "../../support/check-json";

/** Resources by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** `a` with the resources of the others; of one name, the arguments of the later. */
export function merge(...all: readonly Resources[]): Resources {
  const merged: Record<string, Record<string, object>> = {};
  for (const resources of all) {
    for (const [type, byName] of Object.entries(resources)) {
      const into = merged[type] ?? {};
      merged[type] = into;
      for (const [name, body] of Object.entries(byName)) {
        into[name] = { ...into[name], ...body };
      }
    }
  }
  return merged;
}

export interface Stacks {
  readonly [name: string]: object;
}

export function ociStack(resources: Resources, more: object = {}): object {
  return { provider: { oci: [{ region: "us-ashburn-1" }] }, resource: resources, ...more };
}

export function awsStack(resources: Resources, more: object = {}): object {
  return { provider: { aws: [{ region: "us-east-1" }] }, resource: resources, ...more };
}

function sourceOf(stacks: Stacks) {
  const documents = Object.entries(stacks).map(([stack, json]) => ({
    stack,
    file: `${stack}/cdk.tf.json`,
    json: json as JsonObject,
  }));
  return { documents, unread: [] };
}

/** Rules that read the network as a whole. */
const RULES = new Set([
  "data-subnet-egress-inside",
  "data-subnet-unreachable",
  "internet-only-through-waf",
  "peering-inside",
]);

export interface Judged {
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}

/** What the rules about the network say of `stacks`. */
export function judge(stacks: Stacks): Judged {
  const result = check(sourceOf(stacks), {
    jurisdiction: Jurisdiction.US,
    asOf: "2026-01-01",
  });
  return {
    findings: result.findings.filter(({ rule }) => RULES.has(rule)),
    notes: result.notes.filter(({ rule }) => RULES.has(rule)),
  };
}

/** `rule status address` of each finding. */
export function said({ findings }: Judged): readonly string[] {
  return findings.map(({ rule, status, address }) => `${rule} ${status} ${address}`);
}

export function proofsOf(stacks: Stacks): ReadonlyMap<string, ReachabilityProof> {
  const { proofs } = proveReachability(buildModel(sourceOf(stacks)), Jurisdiction.US);
  return new Map(proofs.map((proof) => [proof.address, proof]));
}

export function proofOf(stacks: Stacks, address: string): ReachabilityProof {
  const proof = proofsOf(stacks).get(address);
  if (proof === undefined) {
    throw new Error(`no proof of ${address}`);
  }
  return proof;
}

/** `verdict: a -> b` of each path. */
export function paths(list: ReachabilityProof["inbound"]): readonly string[] {
  return list.map(
    ({ verdict, hops }) => `${verdict}: ${hops.map(({ address }) => address).join(" -> ")}`,
  );
}

const VCN = "${oci_core_vcn.v.id}";

const inVcn = { compartment_id: COMPARTMENT, vcn_id: VCN };

/** A security list that admits `ingress` and `egress`. */
export function securityList(ingress: readonly string[], egress: readonly string[]): object {
  return {
    ...inVcn,
    ingress_security_rules: ingress.map((source) => ({ protocol: "6", source })),
    egress_security_rules: egress.map((destination) =>
      destination.includes("-services-") || destination.startsWith("oci-")
        ? { protocol: "6", destination, destination_type: "SERVICE_CIDR_BLOCK" }
        : { protocol: "6", destination },
    ),
  };
}

/** A route table: destination and entity. */
export function routeTable(...rules: readonly (readonly [string, string])[]): object {
  return {
    ...inVcn,
    route_rules: rules.map(([destination, network_entity_id]) => ({
      destination,
      network_entity_id,
      ...(destination.includes("-services-") ? { destination_type: "SERVICE_CIDR_BLOCK" } : {}),
    })),
  };
}

/** A subnet `10.0.<index>.0/24` with the route table and the security list of its name. */
export function subnet(name: string, index: number, more: object = {}): object {
  return {
    ...inVcn,
    cidr_block: `10.0.${index}.0/24`,
    route_table_id: `\${oci_core_route_table.${name}.id}`,
    security_list_ids: [`\${oci_core_security_list.${name}.id}`],
    ...more,
  };
}

export const SERVICES = "all-iad-services-in-oracle-services-network";

export const GATEWAYS: Resources = {
  oci_core_vcn: { v: { compartment_id: COMPARTMENT, cidr_blocks: ["10.0.0.0/16"] } },
  oci_core_internet_gateway: { igw: inVcn },
  oci_core_nat_gateway: { nat: inVcn },
  oci_core_service_gateway: { sgw: { ...inVcn, services: { service_id: "ocid1.service.x" } } },
};

export const IGW = "${oci_core_internet_gateway.igw.id}";
export const NAT = "${oci_core_nat_gateway.nat.id}";
export const SGW = "${oci_core_service_gateway.sgw.id}";

/** A VCN with one closed data subnet `data`, in which a database stands. */
export function dataNetwork(...more: readonly Resources[]): Resources {
  return merge(
    GATEWAYS,
    {
      oci_core_route_table: { data: routeTable([SERVICES, SGW]) },
      oci_core_security_list: { data: securityList(["10.0.1.0/24"], [SERVICES]) },
      oci_core_subnet: { data: subnet("data", 2, { prohibit_public_ip_on_vnic: true }) },
      oci_mysql_mysql_db_system: {
        db: {
          compartment_id: COMPARTMENT,
          subnet_id: "${oci_core_subnet.data.id}",
          availability_domain: "Uocm:US-ASHBURN-AD-1",
          shape_name: "MySQL.4",
        },
      },
    },
    ...more,
  );
}

/** A policy of a web application firewall that lets in `condition`'s opposite. */
export function wafPolicy(condition: string, more: object = {}): object {
  return {
    compartment_id: COMPARTMENT,
    actions: [
      { name: "pass", type: "ALLOW" },
      { name: "log", type: "CHECK" },
      { name: "refuse", type: "RETURN_HTTP_RESPONSE", code: 403 },
    ],
    request_access_control: {
      default_action_name: "pass",
      rules: [
        {
          name: "abroad",
          type: "ACCESS_CONTROL",
          action_name: "refuse",
          condition_language: "JMESPATH",
          condition,
        },
      ],
    },
    ...more,
  };
}

export const ONLY_US = "!i_contains(['US'], connection.source.geo.countryCode)";

/** The network of {@link dataNetwork} with a public load balancer in a subnet `edge`. */
export function edgeNetwork(...more: readonly Resources[]): Resources {
  return dataNetwork(
    {
      oci_core_route_table: { edge: routeTable(["0.0.0.0/0", IGW]) },
      oci_core_security_list: { edge: securityList(["0.0.0.0/0"], ["10.0.0.0/16"]) },
      oci_core_subnet: { edge: subnet("edge", 0) },
      oci_load_balancer_load_balancer: {
        lb: {
          compartment_id: COMPARTMENT,
          shape: "flexible",
          subnet_ids: ["${oci_core_subnet.edge.id}"],
        },
      },
      oci_load_balancer_listener: {
        https: {
          load_balancer_id: "${oci_load_balancer_load_balancer.lb.id}",
          default_backend_set_name: "app",
          port: 443,
          protocol: "HTTP",
        },
      },
    },
    ...more,
  );
}

/** A firewall before the load balancer of {@link edgeNetwork}. */
export function waf(policy: object = wafPolicy(ONLY_US)): Resources {
  return {
    oci_waf_web_app_firewall: {
      w: {
        compartment_id: COMPARTMENT,
        backend_type: "LOAD_BALANCER",
        load_balancer_id: "${oci_load_balancer_load_balancer.lb.id}",
        web_app_firewall_policy_id: "${oci_waf_web_app_firewall_policy.p.id}",
      },
    },
    oci_waf_web_app_firewall_policy: { p: policy },
  };
}
