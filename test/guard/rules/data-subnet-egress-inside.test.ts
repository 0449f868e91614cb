import {
  dataNetwork,
  IGW,
  judge,
  NAT,
  ociStack,
  type Resources,
  routeTable,
  SERVICES,
  SGW,
  said,
  securityList,
} from "../network/topology";

const RULE = "data-subnet-egress-inside";
const DATA = "oci_core_subnet.data";

/** A data subnet with a way out by address translation. */
function leaky(...more: readonly Resources[]): object {
  return ociStack(
    dataNetwork(
      {
        oci_core_route_table: { data: routeTable([SERVICES, SGW], ["0.0.0.0/0", NAT]) },
        oci_core_security_list: { data: securityList(["10.0.0.0/16"], ["0.0.0.0/0"]) },
      },
      ...more,
    ),
  );
}

const findings = (stack: object) => said(judge({ test: stack }));

describe(RULE, () => {
  test("fails a data subnet that reaches the internet by address translation", () => {
    expect(judge({ test: leaky() }).findings).toEqual([
      expect.objectContaining({
        rule: RULE,
        status: "outside",
        address: DATA,
        path: "/resource/oci_core_route_table/data/route_rules/1/network_entity_id",
        value: NAT,
      }),
    ]);
  });

  test.each<[string, Resources]>([
    ["the gateway blocks traffic", { oci_core_nat_gateway: { nat: { block_traffic: true } } }],
    [
      "no rule admits traffic to the internet",
      { oci_core_security_list: { data: securityList([], ["10.0.0.0/16", SERVICES]) } },
    ],
    [
      "the route is for a private range",
      { oci_core_route_table: { data: routeTable(["172.16.0.0/16", NAT]) } },
    ],
    [
      "services of the region are all that is routed",
      { oci_core_route_table: { data: routeTable([SERVICES, SGW]) } },
    ],
    [
      "the internet gateway needs a public address, which is prohibited",
      { oci_core_route_table: { data: routeTable(["0.0.0.0/0", IGW]) } },
    ],
  ])("passes the same subnet where %s", (_why, change) => {
    expect(findings(leaky(change))).toEqual([]);
  });

  test("fails the way out by an internet gateway where public addresses are possible", () => {
    const change = {
      oci_core_route_table: { data: routeTable(["0.0.0.0/0", IGW]) },
      oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
    };
    expect(findings(leaky(change))).toEqual([`${RULE} outside ${DATA}`]);
  });

  test("leaves a narrow public destination unproven", () => {
    const change = { oci_core_security_list: { data: securityList([], ["203.0.113.7/32"]) } };
    expect(findings(leaky(change))).toEqual([`${RULE} unproven ${DATA}`]);
  });

  test.each([
    ["a gateway that is a variable", "${var.gateway}"],
    ["a gateway that another configuration makes", "ocid1.drg.oc1.iad.aaaa"],
    ["a private address whose owner is not in the input", "ocid1.privateip.oc1.iad.aaaa"],
  ])("leaves a route to %s unproven", (_what, entity) => {
    const change = { oci_core_route_table: { data: routeTable(["0.0.0.0/0", entity]) } };
    expect(findings(leaky(change))).toEqual([`${RULE} unproven ${DATA}`]);
  });

  test("leaves the way out of a private subnet unproven whose network is not in the input", () => {
    const elsewhere = (residents: Resources) =>
      findings(
        ociStack({
          oci_core_subnet: {
            s: {
              compartment_id: "c",
              vcn_id: "ocid1.vcn.oc1.iad.aaaa",
              cidr_block: "10.0.0.0/24",
              prohibit_public_ip_on_vnic: true,
            },
          },
          ...residents,
        }),
      );
    const host = { oci_core_instance: { h: { subnet_id: "${oci_core_subnet.s.id}" } } };
    expect(elsewhere(host)).toEqual([`${RULE} unproven oci_core_subnet.s`]);
    expect(elsewhere({})).toEqual([]);
  });

  test("knows by its OCID what a gateway of another configuration is", () => {
    const to = (type: string): Resources => ({
      oci_core_route_table: { data: routeTable(["0.0.0.0/0", `ocid1.${type}.oc1.iad.aaaa`]) },
    });
    expect(findings(leaky(to("natgateway")))).toEqual([`${RULE} outside ${DATA}`]);
    expect(findings(leaky(to("servicegateway")))).toEqual([]);
  });

  test("follows the route table of an interface of its own", () => {
    const change: Resources = {
      oci_core_route_table: { data: routeTable(), own: routeTable(["0.0.0.0/0", NAT]) },
      oci_core_instance: {
        h: {
          compartment_id: "c",
          create_vnic_details: {
            subnet_id: "${oci_core_subnet.data.id}",
            route_table_id: "${oci_core_route_table.own.id}",
          },
        },
      },
    };
    expect(findings(leaky(change))).toEqual([`${RULE} outside ${DATA}`]);
  });

  describe("through a network firewall", () => {
    const firewall = (rule: object): Resources => ({
      oci_core_route_table: {
        data: routeTable(["0.0.0.0/0", "${data.oci_core_private_ips.fw.private_ips[0].id}"]),
        fw: routeTable(["0.0.0.0/0", NAT]),
      },
      oci_core_security_list: { fw: securityList(["10.0.0.0/16"], ["0.0.0.0/0"]) },
      oci_core_subnet: {
        fw: {
          compartment_id: "c",
          vcn_id: "${oci_core_vcn.v.id}",
          cidr_block: "10.0.5.0/24",
          prohibit_public_ip_on_vnic: true,
          route_table_id: "${oci_core_route_table.fw.id}",
          security_list_ids: ["${oci_core_security_list.fw.id}"],
        },
      },
      oci_network_firewall_network_firewall: {
        fw: {
          compartment_id: "c",
          subnet_id: "${oci_core_subnet.fw.id}",
          network_firewall_policy_id: "${oci_network_firewall_network_firewall_policy.p.id}",
        },
      },
      oci_network_firewall_network_firewall_policy: { p: { compartment_id: "c" } },
      oci_network_firewall_network_firewall_policy_security_rule: {
        r: {
          name: "out",
          network_firewall_policy_id: "${oci_network_firewall_network_firewall_policy.p.id}",
          action: "ALLOW",
          ...rule,
        },
      },
    });
    const data = {
      data: {
        oci_core_private_ips: {
          fw: {
            ip_address: "${oci_network_firewall_network_firewall.fw.ipv4address}",
            subnet_id: "${oci_core_subnet.fw.id}",
          },
        },
      },
    };
    const through = (rule: object) => findings({ ...leaky(firewall(rule)), ...data });

    test("fails where a rule of its policy lists no destination", () => {
      expect(through({ condition: { source_address: ["app"] } })).toEqual([
        `${RULE} outside ${DATA}`,
      ]);
    });

    test("leaves it unproven where every rule lists destinations, whose place nothing tells", () => {
      expect(through({ condition: { url: ["updates"] } })).toEqual([`${RULE} unproven ${DATA}`]);
    });

    test("passes where its policy drops everything", () => {
      expect(through({ action: "DROP" })).toEqual([]);
    });
  });
});
