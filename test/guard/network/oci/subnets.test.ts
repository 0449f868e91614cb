import { IGW, ociStack, proofOf, type Resources, routeTable, securityList } from "../topology";
import { id } from "./joined";
import { admitted, evidence, reachable } from "./reachable";
import { lines } from "./told";

const SUBNET = "oci_core_subnet.data";
const OPEN: Resources = { oci_core_security_list: { data: securityList(["0.0.0.0/0"], []) } };
const IN_DATA = { subnet_id: id("oci_core_subnet", "data") };

/** The reachable subnet, in which nothing stands but `residents`. */
const holding = (residents: Resources): Resources =>
  reachable(OPEN, { oci_mysql_mysql_db_system: { db: { count: 0, subnet_id: null } } }, residents);

describe("public addresses", () => {
  const flagged = (more: object): Resources =>
    reachable(OPEN, { oci_core_subnet: { data: { prohibit_public_ip_on_vnic: null, ...more } } });
  const said = (more: object) => lines("data-subnet-unreachable", flagged(more));
  const ROUTE =
    "the route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.data admits traffic from 0.0.0.0/0. ";
  const unproven = (text: string) => [
    `unproven: Nothing proves that the internet cannot connect to ${SUBNET}: ${ROUTE}${text}`,
  ];
  const A = "prohibit_public_ip_on_vnic";
  const B = "prohibit_internet_ingress";

  test.each<[object, string]>([
    [{ [A]: true }, A],
    [{ [A]: "true" }, A],
    [{ [B]: true }, B],
    [{ [A]: true, [B]: true }, A],
    [{ [A]: true, [B]: "${var.x}" }, A],
    [{ [A]: true, ipv6cidr_block: "", ipv6cidr_blocks: [] }, A],
    [{ [B]: true, ipv6cidr_block: "2001:db8::/64" }, B],
    [{ [A]: true, [B]: true, ipv6cidr_block: "2001:db8::/64" }, A],
  ])("are prohibited by %j", (more, name) => {
    expect(said(more)).toEqual([]);
    expect(evidence(flagged(more))).toContain(`${SUBNET} sets ${name}.`);
  });

  test.each<[object, string]>([
    [{ [A]: true, [B]: false }, `${SUBNET} sets ${A}, and ${B} to the contrary.`],
    [{ [A]: false, [B]: true }, `${SUBNET} sets ${B}, and ${A} to the contrary.`],
    [
      { [A]: true, ipv6cidr_block: "2001:db8::/64" },
      `${SUBNET} sets ${A}, which says nothing of the addresses of ipv6cidr_block: set ${B}.`,
    ],
    [
      { [A]: true, ipv6cidr_blocks: ["2001:db8::/64"] },
      `${SUBNET} sets ${A}, which says nothing of the addresses of ipv6cidr_blocks: set ${B}.`,
    ],
    [{ [A]: "${var.x}" }, `What ${SUBNET} sets ${A} to is known only when Terraform runs.`],
    [{ [B]: "${var.x}" }, `What ${SUBNET} sets ${B} to is known only when Terraform runs.`],
    [
      { [A]: "${var.x}", [B]: true },
      `What ${SUBNET} sets ${A} to is known only when Terraform runs.`,
    ],
  ])("are not known by %j", (more, text) => {
    expect(said(more)).toEqual(unproven(text));
  });

  test.each<[object]>([[{}], [{ [A]: false }], [{ [B]: false }], [{ [A]: false, [B]: false }]])(
    "are possible by %j",
    (more) => {
      expect(said(more)).toEqual([
        `outside: The internet can connect to ${SUBNET}: ${ROUTE}Interfaces in ${SUBNET} can have public addresses: it does not set prohibit_public_ip_on_vnic.`,
      ]);
    },
  );
});

describe("what stands in a subnet", () => {
  const role = (residents: Resources) =>
    proofOf({ test: ociStack(holding(residents)) }, SUBNET).role;
  const one = (type: string, more: object = IN_DATA): Resources => ({ [type]: { x: more } });

  test.each<[string, object]>([
    ["oci_load_balancer", { subnet_ids: [IN_DATA.subnet_id] }],
    ["oci_load_balancer_load_balancer", { subnet_ids: [IN_DATA.subnet_id] }],
    ["oci_network_load_balancer_network_load_balancer", IN_DATA],
    ["oci_network_firewall_network_firewall", IN_DATA],
    ["oci_apigateway_gateway", IN_DATA],
  ])("makes it an edge where it is no more than an %s", (type, more) => {
    expect(role(one(type, more))).toBe("edge");
    expect(role({ ...one(type, more), ...one("oci_core_instance") })).toBe("data");
    expect(evidence(holding(one(type, more)))).toContain(
      `Nothing but ${type}.x stands in ${SUBNET}.`,
    );
  });

  test.each([
    "oci_core_route_table_attachment",
    "oci_core_private_ip",
    "oci_core_ipv6",
    "oci_core_public_ip",
    "oci_bastion_session",
    "oci_vn_monitoring_path_analyzer_test",
    "oci_dns_resolver_endpoint",
    "oci_network_firewall_network_firewall_policy_address_list",
    "oci_logging_log",
    "kubernetes_config_map",
    "null_resource",
    "my_oci_thing",
  ])("is nothing where only an %s names it", (type) => {
    expect(evidence(holding(one(type)))).toContain(
      `Nothing in the input stands in ${SUBNET}, so that it counts as a data subnet.`,
    );
  });

  test.each([
    "oci_core_instance",
    "oci_database_autonomous_database",
    "oci_functions_application",
    "oci_recovery_protected_database",
    "oci_core_vnic_attachment",
    "oci_data_bastion_x",
  ])("is an %s that names it", (type) => {
    expect(evidence(holding(one(type)))).toContain(`${type}.x stands in ${SUBNET}.`);
  });

  test("is what names a group that the subnet is in", () => {
    const GROUP = "oci_recovery_recovery_service_subnet";
    const residents = {
      [GROUP]: { g: IN_DATA },
      oci_recovery_protected_database: { d: { recovery_service_subnets: [id(GROUP, "g")] } },
      oci_core_instance_pool: { p: { subnet_ids: [id("oci_core_instance", "g")] } },
      oci_core_instance: { g: IN_DATA },
    };
    expect(evidence(holding(residents))).toContain(
      `oci_core_instance.g, oci_recovery_protected_database.d, ${GROUP}.g stand in ${SUBNET}.`,
    );
  });

  test.each([
    "nsg_ids",
    "nsg_id",
    "network_security_group_ids",
    "network_security_group_id",
    "backup_network_nsg_ids",
    "client_nsg_id",
  ])("is in the groups that its argument %s names", (argument) => {
    const NSG = "oci_core_network_security_group";
    const resources = reachable({
      oci_mysql_mysql_db_system: { db: { [argument]: [id(NSG, "g")] } },
      [NSG]: { g: { compartment_id: "c" } },
      [`${NSG}_security_rule`]: {
        r: {
          network_security_group_id: id(NSG, "g"),
          direction: "INGRESS",
          protocol: "6",
          source: "0.0.0.0/0",
        },
      },
    });
    expect(admitted(resources)).toBe(`${NSG}.g admits traffic from 0.0.0.0/0.`);
  });

  test.each(["nsg_names", "nsg_ids_note", "mynsg_id", "group_ids"])(
    "is in no group by its argument %s",
    (argument) => {
      const more = { oci_mysql_mysql_db_system: { db: { [argument]: ["ocid1.nsg.x"] } } };
      expect(admitted(reachable(more))).toBe("");
    },
  );

  test("leads on by a route table that is given to an interface itself", () => {
    const host = {
      oci_core_instance: {
        h: {
          create_vnic_details: {
            ...IN_DATA,
            route_table_id: id("oci_core_route_table", "own"),
          },
        },
      },
      oci_core_route_table: { data: routeTable(), own: routeTable(["0.0.0.0/0", IGW]) },
    };
    expect(lines("data-subnet-unreachable", holding(host))).toEqual([
      expect.stringContaining("the route of oci_core_route_table.own to 0.0.0.0/0"),
    ]);
  });
});

describe("the ranges of the input's own networks", () => {
  const PUBLIC = "198.51.100.0/25";
  const admitting = (source: string, ...more: readonly Resources[]) =>
    admitted(
      reachable(
        {
          oci_core_route_table: {
            data: routeTable([source.includes(":") ? "::/0" : "0.0.0.0/0", IGW]),
          },
          oci_core_security_list: { data: securityList([source], []) },
        },
        ...more,
      ),
    );

  test.each<[string, object]>([
    ["cidr_block", { cidr_block: "198.51.100.0/24" }],
    ["cidr_blocks", { cidr_blocks: ["10.0.0.0/16", "198.51.100.0/24"] }],
  ])("are not the internet where %s gives them", (_name, more) => {
    expect(admitting(PUBLIC, { oci_core_vcn: { v: more } })).toBe("");
  });

  test("are not the internet where ipv6private_cidr_blocks gives them", () => {
    const more = { oci_core_vcn: { v: { ipv6private_cidr_blocks: ["2001:db8::/32"] } } };
    expect(admitting("2001:db8:1::/48", more)).toBe("");
  });

  test("are those of all networks, not of their subnets", () => {
    expect(admitting(PUBLIC)).toBe(
      `oci_core_security_list.data admits traffic from ${PUBLIC}, and nothing tells where those addresses are.`,
    );
  });
});

describe("a subnet whose network is not in the input", () => {
  const said = (vcn_id: unknown) => {
    const data = { oci_core_vcn: { far: { vcn_id: "ocid1.vcn.oc1.iad.a" } } };
    const open = reachable(OPEN, { oci_core_subnet: { data: { vcn_id, route_table_id: null } } });
    return lines("data-subnet-unreachable", open, { data });
  };
  const UNROUTED = [
    `unproven: Nothing proves what ${SUBNET} can reach, and what can reach it: nothing tells where its routes lead: its network, whose route table it has, is not in the input.`,
  ];

  test.each<[string, unknown]>([
    ["an OCID", "ocid1.vcn.oc1.iad.a"],
    ["a variable", "${var.vcn}"],
    ["a data source", "${data.oci_core_vcn.far.id}"],
    ["one of two", '${var.x ? oci_core_vcn.v.id : "ocid1.vcn.oc1.iad.a"}'],
    ["not written", null],
  ])("has routes that nothing tells, where the network is %s", (_what, vcn_id) => {
    expect(said(vcn_id)).toEqual(UNROUTED);
  });

  test("has the default routes of a network that the input makes, which lead nowhere", () => {
    expect(said(id("oci_core_vcn", "v"))).toEqual([]);
  });

  const shared = (edge: string | null, data: string | null) => {
    const resources = reachable({
      oci_core_subnet: {
        data: { vcn_id: data, prohibit_public_ip_on_vnic: true },
        edge: { vcn_id: edge, cidr_block: "10.0.9.0/24" },
      },
      oci_core_security_list: { data: securityList(["10.0.9.0/24"], []) },
      oci_load_balancer_load_balancer: { lb: { subnet_ids: [id("oci_core_subnet", "edge")] } },
    });
    return proofOf({ test: ociStack(resources) }, SUBNET).inbound.length;
  };

  test("is reached by the load balancers of the same network, by the name that it has", () => {
    expect(shared("ocid1.vcn.oc1.iad.a", "ocid1.vcn.oc1.iad.a")).toBe(1);
    expect(shared("ocid1.vcn.oc1.iad.b", "ocid1.vcn.oc1.iad.a")).toBe(0);
    expect(shared(null, null)).toBe(0);
  });
});

describe("the ranges of a subnet", () => {
  /** Whether a load balancer in a subnet with these ranges is let in from `source`. */
  const isLetIn = (ranges: object, source: string) => {
    const resources = reachable({
      oci_core_vcn: { v: { ipv6private_cidr_blocks: ["fd00::/32"] } },
      oci_core_subnet: {
        data: { prohibit_public_ip_on_vnic: true },
        edge: { vcn_id: id("oci_core_vcn", "v"), ...ranges },
      },
      oci_core_security_list: { data: securityList([source], []) },
      oci_load_balancer_load_balancer: {
        lb: { subnet_ids: [id("oci_core_subnet", "edge"), "ocid1.subnet.oc1.iad.a"] },
      },
    });
    return proofOf({ test: ociStack(resources) }, SUBNET).inbound.length > 0;
  };

  test.each<[string, object, string, string]>([
    ["cidr_block", { cidr_block: "10.0.9.0/24" }, "10.0.9.0/24", "10.0.8.0/24"],
    ["ipv4cidr_blocks", { ipv4cidr_blocks: ["10.0.9.0/24"] }, "10.0.9.0/24", "10.0.8.0/24"],
    ["ipv6cidr_block", { ipv6cidr_block: "fd00:9::/64" }, "fd00:9::/64", "fd00:8::/64"],
    ["ipv6cidr_blocks", { ipv6cidr_blocks: ["fd00:9::/64"] }, "fd00:9::/64", "fd00:8::/64"],
    [
      "ipv6cidr_block beside IPv4",
      { cidr_block: "10.0.9.0/24", ipv6cidr_block: "fd00:9::/64" },
      "fd00:9::/64",
      "10.0.8.0/24",
    ],
    [
      "ipv6cidr_blocks beside IPv4",
      { cidr_block: "10.0.9.0/24", ipv6cidr_blocks: ["fd00:9::/64"] },
      "fd00:9::/64",
      "10.0.8.0/24",
    ],
  ])("are read in %s", (_name, ranges, own, other) => {
    expect(isLetIn(ranges, own)).toBe(true);
    expect(isLetIn(ranges, other)).toBe(false);
  });
});
