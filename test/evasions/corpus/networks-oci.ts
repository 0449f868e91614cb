import type { Family } from "../evasion";
import { COMPARTMENT, OCI_KEY, OCI_KEY_ID, outside, twins, unproven, withOci } from "./builders";

const IN = "data-subnet-unreachable";
const OUT = "data-subnet-egress-inside";
const EDGE = "internet-only-through-waf";

const VCN = "${oci_core_vcn.v.id}";

interface Network {
  readonly routes?: readonly object[];
  readonly ingress?: readonly object[];
  readonly egress?: readonly object[];
  readonly subnet?: object;
  readonly more?: object;
}

/** A database in a private subnet, which reaches Oracle's services only. */
const network = ({
  routes = [],
  ingress = [],
  egress = [],
  subnet = {},
  more = {},
}: Network = {}) =>
  withOci({
    ...OCI_KEY,
    oci_core_vcn: { v: { compartment_id: COMPARTMENT, cidr_blocks: ["10.0.0.0/16"] } },
    oci_core_internet_gateway: { i: { compartment_id: COMPARTMENT, vcn_id: VCN } },
    oci_core_nat_gateway: { n: { compartment_id: COMPARTMENT, vcn_id: VCN } },
    oci_core_service_gateway: {
      s: {
        compartment_id: COMPARTMENT,
        vcn_id: VCN,
        services: { service_id: "ocid1.service.oc1.iad.aaaa" },
      },
    },
    oci_core_route_table: {
      data: {
        compartment_id: COMPARTMENT,
        vcn_id: VCN,
        route_rules: [
          {
            destination: "all-iad-services-in-oracle-services-network",
            destination_type: "SERVICE_CIDR_BLOCK",
            network_entity_id: "${oci_core_service_gateway.s.id}",
          },
          ...routes,
        ],
      },
    },
    oci_core_security_list: {
      data: {
        compartment_id: COMPARTMENT,
        vcn_id: VCN,
        ingress_security_rules: [
          { protocol: "6", source: "10.0.0.0/16", tcp_options: { min: 1522, max: 1522 } },
          ...ingress,
        ],
        egress_security_rules: [{ protocol: "6", destination: "10.0.0.0/16" }, ...egress],
      },
    },
    oci_core_subnet: {
      data: {
        compartment_id: COMPARTMENT,
        vcn_id: VCN,
        cidr_block: "10.0.1.0/24",
        prohibit_public_ip_on_vnic: true,
        route_table_id: "${oci_core_route_table.data.id}",
        security_list_ids: ["${oci_core_security_list.data.id}"],
        ...subnet,
      },
    },
    oci_database_autonomous_database: {
      d: {
        compartment_id: COMPARTMENT,
        db_name: "d",
        kms_key_id: OCI_KEY_ID,
        subnet_id: "${oci_core_subnet.data.id}",
      },
    },
    ...more,
  });

const route = (destination: string, network_entity_id: string) => ({
  destination,
  destination_type: "CIDR_BLOCK",
  network_entity_id,
});

/** A load balancer behind a firewall whose policy is `policy`. */
const edge = (policy: object | undefined, balancer: object = {}) =>
  withOci({
    oci_load_balancer_load_balancer: {
      l: {
        compartment_id: COMPARTMENT,
        display_name: "l",
        shape: "flexible",
        subnet_ids: ["ocid1.subnet.oc1.iad.aaaa"],
        ...balancer,
      },
    },
    ...(policy === undefined
      ? {}
      : {
          oci_waf_web_app_firewall_policy: {
            p: { compartment_id: COMPARTMENT, display_name: "p", ...policy },
          },
          oci_waf_web_app_firewall: {
            f: {
              compartment_id: COMPARTMENT,
              backend_type: "LOAD_BALANCER",
              load_balancer_id: "${oci_load_balancer_load_balancer.l.id}",
              web_app_firewall_policy_id: "${oci_waf_web_app_firewall_policy.p.id}",
            },
          },
        }),
  });

const rule = (condition: string, action_name = "deny") => ({
  actions: [
    { name: "deny", type: "RETURN_HTTP_RESPONSE", code: 403 },
    { name: "pass", type: "ALLOW" },
    { name: "log", type: "CHECK" },
  ],
  request_access_control: {
    default_action_name: "pass",
    rules: [
      {
        name: "countries",
        type: "ACCESS_CONTROL",
        condition_language: "JMESPATH",
        condition,
        action_name,
      },
    ],
  },
});

const US_ONLY = "!contains(['US'], connection.source.geo.countryCode)";

const INTERNET = "${oci_core_internet_gateway.i.id}";
const NAT = "${oci_core_nat_gateway.n.id}";

/** The database's subnet with every door to the internet open; `more` closes one. */
const published = (more: Network) =>
  network({
    routes: [route("0.0.0.0/0", INTERNET)],
    ingress: [{ protocol: "6", source: "0.0.0.0/0" }],
    ...more,
    subnet: { prohibit_public_ip_on_vnic: false, ...more.subnet },
  });

/** The same with every door out of it open. */
const leaking = (more: Network) =>
  network({
    routes: [route("0.0.0.0/0", NAT)],
    egress: [{ protocol: "6", destination: "0.0.0.0/0" }],
    ...more,
  });

export const NETWORKS_OCI: Family = {
  title: "Networks on Oracle Cloud",
  evasions: [
    twins({
      id: "data-subnet-internet-gateway",
      tries: "Routes the subnet of a database to the internet.",
      make: (routes: readonly object[]) => published({ routes }),
      abroad: [route("0.0.0.0/0", INTERNET)],
      home: [],
      expected: outside(IN),
      because: "no route leads to the gateway, so that nothing is answered",
    }),
    twins({
      id: "data-subnet-open-security-list",
      tries: "Admits every address to the subnet of a database.",
      make: (source: string) => published({ ingress: [{ protocol: "all", source }] }),
      abroad: "0.0.0.0/0",
      home: "10.0.2.0/24",
      expected: outside(IN),
      because: "another subnet is admitted",
    }),
    twins({
      id: "data-subnet-halves-of-internet",
      tries: "Admits the internet as two halves, neither of which is 0.0.0.0/0.",
      make: (sources: readonly string[]) =>
        published({ ingress: sources.map((source) => ({ protocol: "6", source })) }),
      abroad: ["0.0.0.0/1", "128.0.0.0/1"],
      home: ["10.0.2.0/24", "10.0.3.0/24"],
      expected: outside(IN),
      because: "two subnets are admitted",
    }),
    twins({
      id: "data-subnet-public-addresses",
      tries: "Allows public addresses in the subnet of a database.",
      make: (prohibits: object) => published({ subnet: prohibits }),
      abroad: { prohibit_public_ip_on_vnic: "false" },
      home: { prohibit_public_ip_on_vnic: "true" },
      expected: outside(IN),
      because: "no address there is public",
    }),
    twins({
      id: "data-subnet-addresses-of-ipv6",
      tries: "Prohibits public addresses of IPv4, and leaves those of IPv6, which are all public.",
      make: (subnet: object) =>
        network({
          routes: [route("::/0", "${oci_core_internet_gateway.i.id}")],
          ingress: [{ protocol: "6", source: "::/0" }],
          subnet: { ipv6cidr_block: "2001:db8:0:1::/64", ...subnet },
        }),
      abroad: {},
      home: { prohibit_internet_ingress: true },
      expected: unproven(IN),
      because: "nothing of the internet comes in, by IPv6 either",
    }),
    twins({
      id: "data-subnet-default-security-list",
      tries: "Leaves the security list out, so that the default one admits SSH from everywhere.",
      make: (security_list_ids: unknown) =>
        published({ ingress: [], subnet: { security_list_ids } }),
      abroad: null,
      home: ["${oci_core_security_list.data.id}"],
      expected: outside(IN),
      because: "the list is written out",
    }),
    twins({
      id: "data-subnet-nat-gateway",
      tries: "Lets the subnet of a database call out by a NAT gateway.",
      make: (routes: readonly object[]) => leaking({ routes }),
      abroad: [route("0.0.0.0/0", NAT)],
      home: [],
      expected: outside(OUT),
      because: "the gateway is there, and no route leads to it",
    }),
    twins({
      id: "data-subnet-half-of-internet",
      tries: "Routes half of the internet, which is no default route.",
      make: (destination: string) => leaking({ routes: [route(destination, NAT)] }),
      abroad: "128.0.0.0/1",
      home: "10.9.0.0/16",
      expected: outside(OUT),
      because: "a private range leads nowhere from a NAT gateway",
    }),
    twins({
      id: "data-subnet-open-egress",
      tries: "Lets a database send to every address behind a NAT gateway.",
      make: (destination: string) => leaking({ egress: [{ protocol: "17", destination }] }),
      abroad: "0.0.0.0/0",
      home: "10.0.2.0/24",
      expected: outside(OUT),
      because: "it may send to another subnet only",
    }),
    twins({
      id: "data-subnet-group-egress",
      tries: "Hides the rule that lets everything out in a network security group.",
      make: (destination: string) =>
        leaking({
          egress: [],
          more: {
            oci_core_network_security_group: {
              g: { compartment_id: COMPARTMENT, vcn_id: VCN },
            },
            oci_core_network_security_group_security_rule: {
              out: {
                network_security_group_id: "${oci_core_network_security_group.g.id}",
                direction: "EGRESS",
                protocol: "6",
                destination,
                destination_type: "CIDR_BLOCK",
              },
            },
            oci_database_autonomous_database: {
              d: {
                compartment_id: COMPARTMENT,
                db_name: "d",
                kms_key_id: OCI_KEY_ID,
                subnet_id: "${oci_core_subnet.data.id}",
                nsg_ids: ["${oci_core_network_security_group.g.id}"],
              },
            },
          },
        }),
      abroad: "0.0.0.0/0",
      home: "10.0.0.0/16",
      expected: outside(OUT),
      because: "the group admits the network itself",
    }),
    twins({
      id: "balancer-without-firewall",
      tries: "Publishes a load balancer without a firewall.",
      make: (policy: object | undefined) => edge(policy),
      abroad: undefined,
      home: rule(US_ONLY),
      expected: outside(EDGE),
      because: "a firewall admits one country",
    }),
    twins({
      id: "firewall-admits-abroad",
      tries: "Admits one country too many.",
      make: (countries: string) =>
        edge(rule(`!contains([${countries}], connection.source.geo.countryCode)`)),
      abroad: "'US', 'SG'",
      home: "'US'",
      expected: outside(EDGE),
      because: "one country is admitted",
    }),
    twins({
      id: "firewall-condition-reversed",
      tries: "Denies the country inside and admits all others.",
      make: (condition: string) => edge(rule(condition)),
      abroad: "contains(['US'], connection.source.geo.countryCode)",
      home: "(!contains(['US'], connection.source.geo.countryCode))",
      expected: outside(EDGE),
      because: "all others are denied",
    }),
    twins({
      id: "firewall-only-logs",
      tries: "Logs requests from abroad and lets them pass.",
      make: (action: string) => edge(rule(US_ONLY, action)),
      abroad: "log",
      home: "deny",
      expected: outside(EDGE),
      because: "they are denied",
    }),
    twins({
      id: "balancer-private",
      tries: "Publishes a load balancer, which is the default.",
      make: (is_private: boolean) => edge(undefined, { is_private }),
      abroad: false,
      home: true,
      expected: outside(EDGE),
      because: "the balancer is private",
    }),
  ],
};
