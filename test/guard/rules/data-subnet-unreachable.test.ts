import {
  dataNetwork,
  edgeNetwork,
  GATEWAYS,
  IGW,
  judge,
  merge,
  NAT,
  ociStack,
  proofOf,
  type Resources,
  routeTable,
  SERVICES,
  SGW,
  said,
  securityList,
  subnet,
  waf,
} from "../network/topology";

const DATA = "oci_core_subnet.data";
const RULE = "data-subnet-unreachable";

/** A data subnet on a way to the internet: public addresses, a route, and a rule that admits it. */
function reachable(...more: readonly Resources[]): object {
  return ociStack(
    dataNetwork(
      {
        oci_core_route_table: { data: routeTable(["0.0.0.0/0", IGW]) },
        oci_core_security_list: { data: securityList(["0.0.0.0/0"], ["10.0.0.0/16"]) },
        oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
      },
      ...more,
    ),
  );
}

function ofRule(stack: object): readonly string[] {
  return said(judge({ test: stack })).filter((line) => line.startsWith(RULE));
}

describe(RULE, () => {
  test("fails a data subnet with public addresses, a route to the internet and an open rule", () => {
    const { findings } = judge({ test: reachable() });
    expect(findings).toEqual([
      expect.objectContaining({
        rule: RULE,
        status: "outside",
        address: DATA,
        path: "/resource/oci_core_security_list/data/ingress_security_rules/0/source",
        value: "0.0.0.0/0",
      }),
    ]);
    expect(findings[0]?.message).toContain("oci_core_internet_gateway.igw");
  });

  test.each<[string, Resources]>([
    [
      "prohibits public addresses",
      { oci_core_subnet: { data: { prohibit_public_ip_on_vnic: true } } },
    ],
    [
      "prohibits ingress from the internet",
      {
        oci_core_subnet: {
          data: { prohibit_public_ip_on_vnic: null, prohibit_internet_ingress: true },
        },
      },
    ],
    [
      "routes nothing to the internet gateway",
      { oci_core_route_table: { data: routeTable([SERVICES, SGW]) } },
    ],
    [
      "routes private ranges to it alone",
      { oci_core_route_table: { data: routeTable(["10.9.0.0/16", IGW]) } },
    ],
    [
      "admits private ranges alone",
      { oci_core_security_list: { data: securityList(["10.0.0.0/8", "172.16.0.0/12"], []) } },
    ],
    [
      "has an internet gateway that is switched off",
      { oci_core_internet_gateway: { igw: { enabled: false } } },
    ],
    [
      "has an internet gateway that is never made",
      {
        oci_core_internet_gateway: { igw: { count: 0 } },
        oci_core_route_table: { data: routeTable() },
      },
    ],
    [
      "reaches the internet by address translation, which lets nothing in",
      { oci_core_route_table: { data: routeTable(["0.0.0.0/0", NAT]) } },
    ],
    [
      "admits no more than reports of undeliverable packets",
      {
        oci_core_security_list: {
          data: {
            ...securityList([], []),
            ingress_security_rules: [
              { protocol: "1", source: "0.0.0.0/0", icmp_options: { type: 3, code: 4 } },
            ],
          },
        },
      },
    ],
  ])("passes the same subnet where it %s", (_why, change) => {
    expect(ofRule(reachable(change))).toEqual([]);
  });

  test("says nothing of an open security list that no gateway leads to", () => {
    const stack = ociStack(
      dataNetwork({
        oci_core_security_list: { data: securityList(["0.0.0.0/0", "::/0"], []) },
        oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
      }),
    );
    expect(judge({ test: stack }).findings).toEqual([]);
  });

  test("fails echo requests from anywhere, which can carry data", () => {
    const list = {
      ...securityList([], []),
      ingress_security_rules: { protocol: "1", source: "0.0.0.0/0", icmp_options: { type: 8 } },
    };
    expect(ofRule(reachable({ oci_core_security_list: { data: list } }))).toEqual([
      `${RULE} outside ${DATA}`,
    ]);
  });

  test("fails the two halves of everything as it fails everything", () => {
    const list = securityList(["0.0.0.0/1", "128.0.0.0/1"], []);
    expect(ofRule(reachable({ oci_core_security_list: { data: list } }))).toEqual([
      `${RULE} outside ${DATA}`,
    ]);
  });

  test("leaves a narrow public range unproven: an address tells no place", () => {
    const list = securityList(["203.0.113.0/24"], []);
    expect(ofRule(reachable({ oci_core_security_list: { data: list } }))).toEqual([
      `${RULE} unproven ${DATA}`,
    ]);
  });

  test("does not take public ranges of the input's own networks for the internet", () => {
    const own = {
      oci_core_vcn: { v: { cidr_blocks: ["10.0.0.0/16", "198.51.100.0/24"] } },
      oci_core_security_list: { data: securityList(["198.51.100.0/25"], []) },
    };
    expect(ofRule(reachable(own))).toEqual([]);
  });

  test.each([
    [
      "the source of a rule",
      { oci_core_security_list: { data: securityList(["${var.office}"], []) } },
    ],
    ["the flag", { oci_core_subnet: { data: { prohibit_public_ip_on_vnic: "${var.private}" } } }],
    ["the security list", { oci_core_subnet: { data: { security_list_ids: ["${var.list}"] } } }],
  ])("leaves the subnet unproven where %s is a variable", (_what, change) => {
    expect(ofRule(reachable(change))).toEqual([`${RULE} unproven ${DATA}`]);
  });

  test("does not ask for a variable that decides nothing", () => {
    const change = {
      oci_core_security_list: { data: securityList(["${var.office}"], []) },
      oci_core_subnet: { data: { prohibit_public_ip_on_vnic: true } },
    };
    expect(ofRule(reachable(change))).toEqual([]);
  });

  test("judges both values of a conditional", () => {
    const list = securityList(['${var.open ? "0.0.0.0/0" : "10.0.0.0/8"}'], []);
    expect(ofRule(reachable({ oci_core_security_list: { data: list } }))).toEqual([
      `${RULE} outside ${DATA}`,
    ]);
  });

  test("finds an opening in a network security group of what stands in the subnet", () => {
    const closed = securityList([], []);
    const group = (source: string): Resources => ({
      oci_core_security_list: { data: closed },
      oci_core_network_security_group: {
        g: { compartment_id: "c", vcn_id: "${oci_core_vcn.v.id}" },
      },
      oci_core_network_security_group_security_rule: {
        r: {
          network_security_group_id: "${oci_core_network_security_group.g.id}",
          direction: "INGRESS",
          protocol: "6",
          source,
        },
      },
      oci_mysql_mysql_db_system: { db: { nsg_ids: ["${oci_core_network_security_group.g.id}"] } },
    });
    expect(ofRule(reachable(group("0.0.0.0/0")))).toEqual([`${RULE} outside ${DATA}`]);
    expect(ofRule(reachable(group("10.0.0.0/16")))).toEqual([]);
  });

  test("finds an opening that a dynamic block makes", () => {
    const list = {
      ...securityList([], []),
      ingress_security_rules: undefined,
      dynamic: {
        ingress_security_rules: {
          for_each: ["10.0.0.0/8", "0.0.0.0/0"],
          content: { protocol: "6", source: "${ingress_security_rules.value}" },
        },
      },
    };
    expect(ofRule(reachable({ oci_core_security_list: { data: list } }))).toEqual([
      `${RULE} outside ${DATA}`,
    ]);
  });

  test("knows that Oracle's default security list admits SSH from anywhere", () => {
    const untouched = { oci_core_subnet: { data: { security_list_ids: null } } };
    const managed = {
      oci_core_default_security_list: {
        d: {
          ...securityList(["10.0.0.0/16"], []),
          manage_default_resource_id: "${oci_core_vcn.v.default_security_list_id}",
        },
      },
    };
    expect(ofRule(reachable(untouched))).toEqual([`${RULE} outside ${DATA}`]);
    expect(ofRule(reachable(untouched, managed))).toEqual([]);
  });

  test("follows a default route table to the subnets that name none", () => {
    const change = { oci_core_subnet: { data: { route_table_id: null } } };
    const table = {
      oci_core_default_route_table: {
        d: {
          ...routeTable(["0.0.0.0/0", IGW]),
          manage_default_resource_id: "${oci_core_vcn.v.default_route_table_id}",
        },
      },
    };
    expect(ofRule(reachable(change))).toEqual([]);
    expect(ofRule(reachable(change, table))).toEqual([`${RULE} outside ${DATA}`]);
  });

  test("follows a route table that is attached from elsewhere", () => {
    const attachment = {
      oci_core_route_table: { data: routeTable(), open: routeTable(["0.0.0.0/0", IGW]) },
      oci_core_route_table_attachment: {
        a: {
          subnet_id: "${oci_core_subnet.data.id}",
          route_table_id: "${oci_core_route_table.open.id}",
        },
      },
    };
    expect(ofRule(reachable(attachment))).toEqual([`${RULE} outside ${DATA}`]);
  });

  test("follows references through locals and the dotted attribute of another block", () => {
    const stack = reachable({
      oci_core_subnet: { data: { security_list_ids: ["${local.lists[0]}"] } },
    });
    const locals = { lists: ["${oci_core_security_list.data.id}"] };
    expect(ofRule({ ...stack, locals })).toEqual([`${RULE} outside ${DATA}`]);
  });

  test("fails IPv6 from anywhere, and passes it where the subnet is private", () => {
    const six: Resources = {
      oci_core_vcn: { v: { is_ipv6enabled: true } },
      oci_core_route_table: { data: routeTable(["::/0", IGW]) },
      oci_core_security_list: { data: securityList(["::/0"], []) },
      oci_core_subnet: {
        data: { ipv6cidr_block: "${cidrsubnet(oci_core_vcn.v.ipv6cidr_blocks[0], 8, 1)}" },
      },
    };
    expect(ofRule(reachable(six))).toEqual([`${RULE} outside ${DATA}`]);
    const isPrivate = {
      oci_core_subnet: {
        data: { prohibit_internet_ingress: true, prohibit_public_ip_on_vnic: null },
      },
    };
    expect(ofRule(reachable(six, isPrivate))).toEqual([]);
    // IPv4 rules open nothing to IPv6.
    const four = { oci_core_security_list: { data: securityList(["0.0.0.0/0"], []) } };
    expect(ofRule(reachable(six, four))).toEqual([]);
  });

  test("leaves two flags that contradict each other unproven", () => {
    const change = {
      oci_core_subnet: {
        data: { prohibit_internet_ingress: true, prohibit_public_ip_on_vnic: false },
      },
    };
    expect(ofRule(reachable(change))).toEqual([`${RULE} unproven ${DATA}`]);
  });

  test("counts an empty subnet as a data subnet, and one with only a load balancer as an edge", () => {
    const empty: Resources = {
      oci_core_route_table: { edge: routeTable(["0.0.0.0/0", IGW]) },
      oci_core_security_list: { edge: securityList(["0.0.0.0/0"], []) },
      oci_core_subnet: { edge: subnet("edge", 0) },
    };
    const { findings } = judge({ test: ociStack(merge(GATEWAYS, empty)) });
    expect(findings).toEqual([
      expect.objectContaining({ rule: RULE, status: "outside", address: "oci_core_subnet.edge" }),
    ]);
    expect(findings[0]?.message).toContain("counts as a data subnet");
    const edge = ociStack(edgeNetwork(waf()));
    expect(judge({ test: edge }).findings).toEqual([]);
    expect(proofOf({ test: edge }, "oci_core_subnet.edge").role).toBe("edge");
  });

  test("counts a subnet where a host stands beside the load balancer as a data subnet", () => {
    const host = {
      oci_core_instance: {
        h: {
          compartment_id: "c",
          create_vnic_details: { subnet_id: "${oci_core_subnet.edge.id}" },
        },
      },
    };
    expect(ofRule(ociStack(edgeNetwork(waf(), host)))).toEqual([
      `${RULE} outside oci_core_subnet.edge`,
    ]);
  });

  describe("of a network that is not in the input", () => {
    const elsewhere = (residents: Resources) =>
      judge({
        test: ociStack({
          oci_core_subnet: {
            s: {
              compartment_id: "c",
              vcn_id: "ocid1.vcn.oc1.iad.aaaa",
              cidr_block: "10.0.0.0/24",
            },
          },
          ...residents,
        }),
      });

    test("leaves a subnet unproven in which something stands, once", () => {
      const database = {
        oci_mysql_mysql_db_system: { db: { subnet_id: "${oci_core_subnet.s.id}" } },
      };
      expect(said(elsewhere(database))).toEqual([`${RULE} unproven oci_core_subnet.s`]);
    });

    test("notes a subnet that is empty", () => {
      const { findings, notes } = elsewhere({});
      expect(findings).toEqual([]);
      expect(notes).toEqual([
        expect.objectContaining({ rule: RULE, address: "oci_core_subnet.s" }),
      ]);
    });
  });

  test("finds the gateway of another stack by its remote state", () => {
    const network = {
      ...ociStack(GATEWAYS, {
        output: { igw: { value: IGW }, vcn: { value: "${oci_core_vcn.v.id}" } },
      }),
      terraform: { backend: { local: { path: "network.tfstate" } } },
    };
    const remote = "${data.terraform_remote_state.network.outputs";
    const app = ociStack(
      {
        oci_core_route_table: {
          t: {
            compartment_id: "c",
            vcn_id: `${remote}.vcn}`,
            route_rules: { destination: "0.0.0.0/0", network_entity_id: `${remote}.igw}` },
          },
        },
        oci_core_security_list: { l: securityList(["0.0.0.0/0"], []) },
        oci_core_subnet: {
          s: {
            compartment_id: "c",
            vcn_id: `${remote}.vcn}`,
            cidr_block: "10.0.9.0/24",
            route_table_id: "${oci_core_route_table.t.id}",
            security_list_ids: ["${oci_core_security_list.l.id}"],
          },
        },
      },
      {
        data: {
          terraform_remote_state: {
            network: { backend: "local", config: { path: "network.tfstate" } },
          },
        },
      },
    );
    expect(said(judge({ network, app }))).toContain(`${RULE} outside oci_core_subnet.s`);
  });

  test.each([
    [{ oci_core_subnet: { data: { vcn_id: 5, route_table_id: 7, security_list_ids: { a: 1 } } } }],
    [{ oci_core_route_table: { data: { route_rules: "${local.rules}" } } }],
    [{ oci_core_route_table: { data: { route_rules: [null, 3, "x", [[]]] } } }],
    [{ oci_core_security_list: { data: { ingress_security_rules: 9 } } }],
    [{ oci_core_subnet: { data: { prohibit_public_ip_on_vnic: [] } } }],
  ])("throws at nothing that stands where it should not: %j", (change) => {
    expect(() => judge({ test: reachable(change as Resources) })).not.toThrow();
  });
});
