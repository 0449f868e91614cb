import { waysOut } from "./drawn";
import { awsStack, merge, ociStack, proofOf, type Resources } from "./topology";

const id = (type: string, name: string) => `\${${type}.${name}.id}`;
const of = (vcn: string) => ({ vcn_id: id("oci_core_vcn", vcn) });

const HUB = id("oci_core_drg", "hub");
const IGW = id("oci_core_internet_gateway", "igw");
const NAT = id("oci_core_nat_gateway", "nat");
const SGW = id("oci_core_service_gateway", "sgw");
const LPG = id("oci_core_local_peering_gateway", "near");
const HOST = id("oci_core_instance", "fw");
const FIREWALL = id("oci_network_firewall_network_firewall", "fw");
const POLICY = id("oci_network_firewall_network_firewall_policy", "p");

const route = (destination: string, network_entity_id: string, more: object = {}) => ({
  route_rules: { destination, network_entity_id, ...more },
});

/** A VCN `10.<n>.0.0/16` on the hub. */
function vcn(name: string, n: number, more: object = {}): Resources {
  const network_details = { type: "VCN", id: id("oci_core_vcn", name) };
  return {
    oci_core_vcn: { [name]: { cidr_blocks: [`10.${n}.0.0/16`], ...more } },
    oci_core_drg_attachment: { [name]: { drg_id: HUB, network_details } },
  };
}

/** A VCN that sends on what comes from the hub for `destination`. */
function transit(entity: string, destination = "0.0.0.0/0"): Resources {
  const network_details = {
    type: "VCN",
    id: id("oci_core_vcn", "hub"),
    route_table_id: id("oci_core_route_table", "transit"),
  };
  return merge(vcn("hub", 0), {
    oci_core_drg_attachment: { hub: { network_details } },
    oci_core_route_table: { transit: { ...of("hub"), ...route(destination, entity) } },
  });
}

/** The one route of the subnet. */
function routed(destination: string, entity: string, more: object = {}): Resources {
  return { oci_core_route_table: { a: route(destination, entity, more) } };
}

const ALL = routed("0.0.0.0/0", HUB);

/** A route to `entity`, and a host and a firewall in a subnet whose route table leads to `through`. */
function behind(entity: string, destination = "0.0.0.0/0", through = NAT): Resources {
  const subnet_id = id("oci_core_subnet", "fw");
  return merge(routed(destination, entity), {
    oci_core_route_table: { fw: { ...of("a"), ...route("0.0.0.0/0", through) } },
    oci_core_subnet: {
      fw: {
        ...of("a"),
        cidr_block: "10.1.2.0/24",
        route_table_id: id("oci_core_route_table", "fw"),
      },
    },
    oci_core_instance: { fw: { subnet_id } },
    oci_network_firewall_network_firewall: {
      fw: { subnet_id, network_firewall_policy_id: POLICY },
    },
    oci_network_firewall_network_firewall_policy: { p: {} },
  });
}

function ruleOf(body: object): Resources {
  return {
    oci_network_firewall_network_firewall_policy_security_rule: {
      r: { network_firewall_policy_id: POLICY, ...body },
    },
  };
}

const BASE = merge(vcn("a", 1), {
  oci_core_drg: { hub: {} },
  oci_core_internet_gateway: { igw: of("a") },
  oci_core_nat_gateway: { nat: of("a") },
  oci_core_service_gateway: { sgw: of("a") },
  oci_core_route_table: { a: of("a") },
  oci_core_security_list: {
    a: {
      ...of("a"),
      ingress_security_rules: { protocol: "6", source: "10.0.0.0/8" },
      egress_security_rules: { protocol: "6", destination: "0.0.0.0/0" },
    },
  },
  oci_core_subnet: {
    a: {
      ...of("a"),
      cidr_block: "10.1.1.0/24",
      route_table_id: id("oci_core_route_table", "a"),
      security_list_ids: [id("oci_core_security_list", "a")],
    },
  },
  oci_core_instance: { a: { subnet_id: id("oci_core_subnet", "a") } },
});

const PROVIDER = {
  oci: [
    { region: "us-ashburn-1" },
    { alias: "far", region: "eu-frankfurt-1" },
    { alias: "var", region: "${var.region}" },
  ],
};

/** Stations that every way out to the internet has. */
const ENDS = new Set([
  "net:oci_core_subnet.a Its security rules admit the traffic.",
  ":internet Any place in the world.",
]);

const waysOutOf = (resources: Resources) =>
  waysOut(
    proofOf({ net: ociStack(merge(BASE, resources), { provider: PROVIDER }) }, "oci_core_subnet.a"),
  ).filter((line) => !ENDS.has(line));

describe("a route leads to", () => {
  test.each<[string, Resources, ...string[]]>([
    [
      "the internet by address translation",
      routed("0.0.0.0/0", NAT),
      "open: The route of oci_core_route_table.a to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
    ],
    [
      "the internet by a gateway",
      routed("8.0.0.0/7", IGW),
      "open: The route of oci_core_route_table.a to 8.0.0.0/7 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_internet_gateway.igw The route of oci_core_route_table.a to 8.0.0.0/7 leads to it.",
    ],
    [
      "a public network by address translation",
      routed("203.0.113.0/24", NAT),
      "unproven: The route of oci_core_route_table.a to 203.0.113.0/24 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 203.0.113.0/24, and nothing tells where those addresses are.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.a to 203.0.113.0/24 leads to it.",
    ],
    ["an IPv6 network that no rule admits", routed("2001:db8::/32", NAT)],
    [
      "what is not in the input, by address translation",
      routed("${var.where}", NAT),
      "unproven: Nothing tells what the route of oci_core_route_table.a to a destination that is not in the input leads to by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.a to a destination that is not in the input leads to it.",
    ],
    [
      "what is not in the input, by a gateway",
      routed("${var.where}", IGW),
      "unproven: Nothing tells what the route of oci_core_route_table.a to a destination that is not in the input leads to by oci_core_internet_gateway.igw. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_internet_gateway.igw The route of oci_core_route_table.a to a destination that is not in the input leads to it.",
    ],
    ["a private range, by a gateway", routed("192.168.0.0/16", IGW)],
    [
      "a range of its own network, by a gateway",
      merge(routed("198.51.100.0/25", NAT), {
        oci_core_vcn: { a: { cidr_blocks: ["198.51.100.0/24"] } },
      }),
    ],
    ["a network of the input, by a gateway", routed("${oci_core_vcn.a.ipv6cidr_blocks[0]}", NAT)],
    [
      "services, by a gateway to the internet",
      routed("all-iad-services-in-oracle-services-network", NAT, {
        destination_type: "SERVICE_CIDR_BLOCK",
      }),
    ],
    [
      "services of its region",
      routed("all-iad-services-in-oracle-services-network", SGW, {
        destination_type: "SERVICE_CIDR_BLOCK",
      }),
      "cloud-services-only: oci_core_service_gateway.sgw reaches services of its own region only: all-iad-services-in-oracle-services-network.",
      "net:oci_core_service_gateway.sgw The route of oci_core_route_table.a to all-iad-services-in-oracle-services-network leads to it.",
    ],
    [
      "services of another region",
      routed("all-fra-services-in-oracle-services-network", SGW, {
        destination_type: "SERVICE_CIDR_BLOCK",
      }),
      "open: all-fra-services-in-oracle-services-network are services of a region outside.",
      "net:oci_core_service_gateway.sgw The route of oci_core_route_table.a to all-fra-services-in-oracle-services-network leads to it.",
    ],
    [
      "anything, by a service gateway",
      routed("0.0.0.0/0", SGW),
      "cloud-services-only: oci_core_service_gateway.sgw reaches services of its own region only: services of the cloud.",
      "net:oci_core_service_gateway.sgw The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
    ],
    [
      "a gateway that is not in the input",
      routed("10.8.0.0/16", "${var.gateway}"),
      "unproven: Nothing tells where the route of oci_core_route_table.a to 10.8.0.0/16 leads: var.gateway is not declared.",
      "net:${var.gateway} The route of oci_core_route_table.a to 10.8.0.0/16 leads to it.",
    ],
    ["a hub alone", ALL],
    [
      "a hub with another network",
      merge(ALL, vcn("b", 2)),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b.",
    ],
    ["a hub with a network in another range", merge(routed("10.3.0.0/16", HUB), vcn("b", 2))],
    [
      "a hub with a network whose ranges are not known",
      merge(routed("10.3.0.0/16", HUB), vcn("b", 2, { cidr_blocks: "${var.ranges}" })),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 10.3.0.0/16 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b.",
    ],
    [
      "a hub with a network of which one range is asked for",
      merge(
        routed("10.3.0.0/16", HUB),
        vcn("b", 2, { cidr_blocks: ["10.2.0.0/16", "10.3.0.0/16"] }),
      ),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 10.3.0.0/16 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b.",
    ],
    [
      "a hub with another network, from a network outside",
      merge(ALL, { oci_core_vcn: { a: { provider: "oci.far" } } }, vcn("b", 2)),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b.",
    ],
    [
      "a hub with three other networks",
      merge(ALL, vcn("b", 2), vcn("c", 3), vcn("d", 4)),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, oci_core_vcn.c, oci_core_vcn.d, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b, oci_core_vcn.c, oci_core_vcn.d.",
    ],
    [
      "a hub with four other networks",
      merge(ALL, vcn("b", 2), vcn("c", 3), vcn("d", 4), vcn("e", 5)),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, oci_core_vcn.c, oci_core_vcn.d and 1 more, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b, oci_core_vcn.c, oci_core_vcn.d and 1 more.",
    ],
    [
      "a hub with five other networks",
      merge(ALL, vcn("b", 2), vcn("c", 3), vcn("d", 4), vcn("e", 5), vcn("f", 6)),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, oci_core_vcn.c, oci_core_vcn.d and 2 more, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b, oci_core_vcn.c, oci_core_vcn.d and 2 more.",
    ],
    [
      "a hub with networks outside and of no known region",
      merge(ALL, vcn("b", 2, { provider: "oci.far" }), vcn("c", 3, { provider: "oci.var" })),
      "open: Of oci_core_vcn.b, provider.oci.far sets region eu-frankfurt-1.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.b It is joined.",
      "unproven: Of oci_core_vcn.c, provider.oci.var sets a region that is not in the file: var.region is not declared.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.c It is joined.",
    ],
    [
      "a hub with another network, by what is not in the input",
      merge(routed("${var.where}", HUB), vcn("b", 2)),
      "inside: oci_core_drg.hub joins oci_core_vcn.b, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to a destination that is not in the input leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b.",
    ],
    [
      "a hub that sends on to the internet",
      merge(ALL, transit(NAT)),
      "open: The route of oci_core_route_table.transit to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It sends on what is not for itself.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.transit to 0.0.0.0/0 leads to it.",
      "inside: oci_core_drg.hub joins oci_core_vcn.hub, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It joins oci_core_vcn.hub.",
    ],
    [
      "a hub that sends on to the internet by a gateway",
      merge(ALL, transit(IGW)),
      "open: The route of oci_core_route_table.transit to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It sends on what is not for itself.",
      "net:oci_core_internet_gateway.igw The route of oci_core_route_table.transit to 0.0.0.0/0 leads to it.",
      "inside: oci_core_drg.hub joins oci_core_vcn.hub, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It joins oci_core_vcn.hub.",
    ],
    [
      "a hub that sends on a public network",
      merge(ALL, transit(NAT, "203.0.113.0/24")),
      "unproven: The route of oci_core_route_table.transit to 203.0.113.0/24 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 203.0.113.0/24, and nothing tells where those addresses are.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It sends on what is not for itself.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.transit to 203.0.113.0/24 leads to it.",
      "inside: oci_core_drg.hub joins oci_core_vcn.hub, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It joins oci_core_vcn.hub.",
    ],
    [
      "a hub that sends on what is not asked for",
      merge(routed("10.0.0.0/8", HUB), transit(NAT, "203.0.113.0/24")),
      "inside: oci_core_drg.hub joins oci_core_vcn.hub, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 10.0.0.0/8 leads to it.",
      "net:oci_core_vcn.hub It joins oci_core_vcn.hub.",
    ],
    [
      "a hub that sends on a narrower range than it holds",
      merge(routed("203.0.113.0/25", HUB), transit(NAT, "203.0.113.0/24")),
      "unproven: The route of oci_core_route_table.transit to 203.0.113.0/24 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 203.0.113.0/25, and nothing tells where those addresses are.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 203.0.113.0/25 leads to it.",
      "net:oci_core_vcn.hub It sends on what is not for itself.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.transit to 203.0.113.0/24 leads to it.",
    ],
    [
      "a hub that sends on to services",
      merge(ALL, transit(SGW)),
      "cloud-services-only: oci_core_service_gateway.sgw reaches services of its own region only: services of the cloud.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It sends on what is not for itself.",
      "net:oci_core_service_gateway.sgw The route of oci_core_route_table.transit to 0.0.0.0/0 leads to it.",
      "inside: oci_core_drg.hub joins oci_core_vcn.hub, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It joins oci_core_vcn.hub.",
    ],
    [
      "a hub that sends on to a gateway that is not in the input",
      merge(ALL, transit("${var.gateway}")),
      "unproven: Nothing tells where the route of oci_core_route_table.transit to 0.0.0.0/0 leads: var.gateway is not declared.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It sends on what is not for itself.",
      "net:${var.gateway} The route of oci_core_route_table.transit to 0.0.0.0/0 leads to it.",
      "inside: oci_core_drg.hub joins oci_core_vcn.hub, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It joins oci_core_vcn.hub.",
    ],
    [
      "a hub that sends back what it gets",
      merge(ALL, transit(HUB)),
      "inside: oci_core_drg.hub joins oci_core_vcn.a, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It sends on what is not for itself.",
      "net:oci_core_drg.hub The route of oci_core_route_table.transit to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.a It joins oci_core_vcn.a.",
      "inside: oci_core_drg.hub joins oci_core_vcn.hub, which lie inside.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_vcn.hub It joins oci_core_vcn.hub.",
    ],
    [
      "a hub with a VPN",
      merge(ALL, { oci_core_ipsec: { office: { drg_id: HUB } } }),
      "unproven: Nothing tells where the network behind oci_core_ipsec.office stands.",
      "net:oci_core_drg.hub The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_ipsec.office It is a Site-to-Site VPN, whose other end can stand anywhere.",
    ],
    [
      "a joint whose peer is not in the input",
      merge(routed("10.2.0.0/16", LPG), { oci_core_local_peering_gateway: { near: of("a") } }),
      "unproven: Nothing tells where the route of oci_core_route_table.a to 10.2.0.0/16 leads: no peer of it is in the input.",
      "net:oci_core_local_peering_gateway.near The route of oci_core_route_table.a to 10.2.0.0/16 leads to it.",
    ],
    [
      "a joint whose peer is named by its OCID",
      merge(routed("10.2.0.0/16", LPG), {
        oci_core_local_peering_gateway: {
          near: { ...of("a"), peer_id: "ocid1.localpeeringgateway.oc1.iad.aaaa" },
        },
      }),
      "peered-inside: The peer ocid1.localpeeringgateway.oc1.iad.aaaa lies inside US; what it leads to is not in the input.",
      "net:oci_core_local_peering_gateway.near The route of oci_core_route_table.a to 10.2.0.0/16 leads to it.",
      "net:oci_core_local_peering_gateway.near It is peered with ocid1.localpeeringgateway.oc1.iad.aaaa.",
    ],
    [
      "a joint with another network",
      merge(routed("10.2.0.0/16", LPG), vcn("b", 2), {
        oci_core_local_peering_gateway: {
          near: { ...of("a"), peer_id: id("oci_core_local_peering_gateway", "far") },
          far: of("b"),
        },
      }),
      "inside: oci_core_local_peering_gateway.near joins oci_core_vcn.b, which lie inside.",
      "net:oci_core_local_peering_gateway.near The route of oci_core_route_table.a to 10.2.0.0/16 leads to it.",
      "net:oci_core_vcn.b It joins oci_core_vcn.b.",
    ],
    [
      "a host that sends on to the internet",
      behind(HOST),
      "open: The route of oci_core_route_table.fw to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_instance.fw The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.fw to 0.0.0.0/0 leads to it.",
    ],
    [
      "a host that sends on to the internet by a gateway",
      behind(HOST, "0.0.0.0/0", IGW),
      "open: The route of oci_core_route_table.fw to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_core_instance.fw The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_internet_gateway.igw The route of oci_core_route_table.fw to 0.0.0.0/0 leads to it.",
    ],
    ["a host that sends on to the internet, for a private range", behind(HOST, "10.9.0.0/16")],
    [
      "a host that sends on to what is not in the input",
      behind(HOST, "10.9.0.0/16", "${var.gateway}"),
      "unproven: Nothing tells where the route of oci_core_route_table.fw to 0.0.0.0/0 leads: var.gateway is not declared.",
      "net:oci_core_instance.fw The route of oci_core_route_table.a to 10.9.0.0/16 leads to it.",
      "net:${var.gateway} The route of oci_core_route_table.fw to 0.0.0.0/0 leads to it.",
    ],
    ["a host that sends on to itself", behind(HOST, "0.0.0.0/0", HOST)],
    [
      "a firewall that lets out all",
      merge(behind(FIREWALL), ruleOf({ action: "ALLOW", condition: {} })),
      "open: The route of oci_core_route_table.fw to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_network_firewall_network_firewall.fw The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.fw to 0.0.0.0/0 leads to it.",
    ],
    [
      "a firewall that lets out what it lists",
      merge(behind(FIREWALL), ruleOf({ action: "ALLOW", condition: { url: ["updates"] } })),
      "unproven: oci_network_firewall_network_firewall.fw lets out what its policy lists, and nothing tells where that is. oci_core_security_list.a admits traffic to 0.0.0.0/0.",
      "net:oci_network_firewall_network_firewall.fw The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_nat_gateway.nat The route of oci_core_route_table.fw to 0.0.0.0/0 leads to it.",
    ],
    [
      "a firewall that lets out nothing",
      merge(behind(FIREWALL), ruleOf({ action: "DROP", condition: {} })),
    ],
    [
      "a firewall that lets out nothing, and reaches services",
      merge(behind(FIREWALL, "0.0.0.0/0", SGW), ruleOf({ action: "DROP", condition: {} })),
      "cloud-services-only: oci_core_service_gateway.sgw reaches services of its own region only: services of the cloud.",
      "net:oci_network_firewall_network_firewall.fw The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_service_gateway.sgw The route of oci_core_route_table.fw to 0.0.0.0/0 leads to it.",
    ],
    [
      "a firewall that lets out what it lists, and reaches services",
      merge(
        behind(FIREWALL, "0.0.0.0/0", SGW),
        ruleOf({ action: "ALLOW", condition: { url: ["updates"] } }),
      ),
      "cloud-services-only: oci_core_service_gateway.sgw reaches services of its own region only: services of the cloud.",
      "net:oci_network_firewall_network_firewall.fw The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
      "net:oci_core_service_gateway.sgw The route of oci_core_route_table.fw to 0.0.0.0/0 leads to it.",
    ],
  ])("%s", (_where, resources, ...expected) => {
    expect(waysOutOf(resources)).toEqual(expected);
  });

  test.each([
    [
      { route: { cidr_block: "192.168.0.0/16", gateway_id: id("aws_vpn_gateway", "g") } },
      "192.168.0.0/16",
    ],
    [{ propagating_vgws: [id("aws_vpn_gateway", "g")] }, "a destination that is not in the input"],
  ])("a network that is not in the cloud, by %j", (table, to) => {
    const vpc = { vpc_id: id("aws_vpc", "v") };
    const stack = awsStack({
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_vpn_gateway: { g: vpc },
      aws_subnet: { s: { ...vpc, cidr_block: "10.0.1.0/24" } },
      aws_route_table: { t: { ...vpc, ...table } },
      aws_route_table_association: {
        t: { subnet_id: id("aws_subnet", "s"), route_table_id: id("aws_route_table", "t") },
      },
    });
    expect(waysOut(proofOf({ net: stack }, "aws_subnet.s"))).toEqual([
      `unproven: Nothing tells where the route of aws_route_table.t to ${to} leads: it leads to a network whose place nothing tells.`,
      "net:aws_subnet.s Its security rules admit the traffic.",
      `net:aws_vpn_gateway.g The route of aws_route_table.t to ${to} leads to it.`,
    ]);
  });
});

test("the internet is the last station of a way out, and the subnet the first", () => {
  const stack = ociStack(merge(BASE, routed("0.0.0.0/0", NAT)));
  expect(waysOut(proofOf({ net: stack }, "oci_core_subnet.a")).slice(1)).toEqual([
    "net:oci_core_subnet.a Its security rules admit the traffic.",
    "net:oci_core_nat_gateway.nat The route of oci_core_route_table.a to 0.0.0.0/0 leads to it.",
    ":internet Any place in the world.",
  ]);
});
