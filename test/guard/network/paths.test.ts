import { drawnProof } from "./drawn";
import {
  dataNetwork,
  edgeNetwork,
  IGW,
  NAT,
  ociStack,
  paths,
  proofOf,
  type Resources,
  routeTable,
  securityList,
  subnet,
  waf,
} from "./topology";

/** Destination and gateway. */
type Route = readonly [string, string];

/** A data subnet on a way to the internet: public addresses, a route, and a rule that admits it. */
function reachable(...more: readonly Resources[]): Resources {
  return dataNetwork(
    {
      oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
      ...routes(["0.0.0.0/0", IGW]),
      ...list(["0.0.0.0/0"], ["10.0.0.0/16"]),
    },
    ...more,
  );
}

const HUB = "${oci_core_drg.hub.id}";

/** A hub that joins the network to another, `10.9.0.0/16`. */
function hub(): Resources {
  const attachment = (vcn: string) => ({
    drg_id: HUB,
    network_details: { type: "VCN", id: `\${oci_core_vcn.${vcn}.id}` },
  });
  return {
    oci_core_drg: { hub: {} },
    oci_core_vcn: { other: { cidr_blocks: ["10.9.0.0/16"] } },
    oci_core_drg_attachment: { v: attachment("v"), other: attachment("other") },
  };
}

function list(ingress: readonly string[], egress: readonly string[]): Resources {
  return { oci_core_security_list: { data: securityList(ingress, egress) } };
}

function routes(...all: readonly Route[]): Resources {
  return { oci_core_route_table: { data: routeTable(...all) } };
}

function edgeRoutes(...all: readonly Route[]): Resources {
  return { oci_core_route_table: { edge: routeTable(...all) } };
}

function instances(...names: readonly string[]): Resources {
  const body = { subnet_id: "${oci_core_subnet.data.id}" };
  return { oci_core_instance: Object.fromEntries(names.map((name) => [name, body])) };
}

const APP: Resources = {
  oci_core_route_table: { app: routeTable(["0.0.0.0/0", NAT]) },
  oci_core_security_list: { app: securityList(["10.0.0.0/24"], ["0.0.0.0/0"]) },
  oci_core_subnet: { app: subnet("app", 1, { prohibit_public_ip_on_vnic: true }) },
};

describe("the proof of a subnet", () => {
  test.each<[string, string, Resources, ...string[]]>([
    [
      "that reaches the services of its region alone",
      "data",
      dataNetwork(),
      "data cloud-services-only",
      "out cloud-services-only: oci_core_service_gateway.sgw reaches services of its own region only: all-iad-services-in-oracle-services-network.",
      "out test:oci_core_subnet.data Its security rules admit the traffic.",
      "out test:oci_core_service_gateway.sgw The route of oci_core_route_table.data to all-iad-services-in-oracle-services-network leads to it.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
    ],
    [
      "that the internet reaches",
      "data",
      reachable(),
      "data open",
      "in open: The route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.data admits traffic from 0.0.0.0/0. Interfaces in oci_core_subnet.data can have public addresses: it does not set prohibit_public_ip_on_vnic.",
      "in :internet Any place in the world.",
      "in test:oci_core_internet_gateway.igw The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.",
      "in test:oci_core_subnet.data Its security rules admit the traffic.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "No rule of oci_core_security_list.data admits traffic to the internet.",
    ],
    [
      "that the internet reaches, and that reaches it",
      "data",
      reachable(list(["0.0.0.0/0"], ["0.0.0.0/0"])),
      "data open",
      "in open: The route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.data admits traffic from 0.0.0.0/0. Interfaces in oci_core_subnet.data can have public addresses: it does not set prohibit_public_ip_on_vnic.",
      "in :internet Any place in the world.",
      "in test:oci_core_internet_gateway.igw The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.",
      "in test:oci_core_subnet.data Its security rules admit the traffic.",
      "out open: The route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.data admits traffic to 0.0.0.0/0.",
      "out test:oci_core_subnet.data Its security rules admit the traffic.",
      "out test:oci_core_internet_gateway.igw The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.",
      "out :internet Any place in the world.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
    ],
    [
      "behind a load balancer with a firewall",
      "app",
      edgeNetwork(waf(), APP),
      "data open",
      "in through-waf: oci_waf_web_app_firewall.w turns away requests of every country but US.",
      "in :internet Any place in the world.",
      "in test:oci_core_internet_gateway.igw The route of oci_core_route_table.edge to 0.0.0.0/0 leads to it.",
      "in test:oci_load_balancer_load_balancer.lb It can be reached from the internet.",
      "in test:oci_waf_web_app_firewall.w It reads requests before they are passed on.",
      "in test:oci_core_subnet.app Its security rules admit the traffic.",
      "out open: The route of oci_core_route_table.app to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.app admits traffic to 0.0.0.0/0.",
      "out test:oci_core_subnet.app Its security rules admit the traffic.",
      "out test:oci_core_nat_gateway.nat The route of oci_core_route_table.app to 0.0.0.0/0 leads to it.",
      "out :internet Any place in the world.",
      "Nothing in the input stands in oci_core_subnet.app, so that it counts as a data subnet.",
      "oci_core_subnet.app sets prohibit_public_ip_on_vnic.",
    ],
    [
      "in which the load balancer stands",
      "edge",
      edgeNetwork(waf()),
      "edge through-waf",
      "in through-waf: oci_waf_web_app_firewall.w turns away requests of every country but US.",
      "in :internet Any place in the world.",
      "in test:oci_core_internet_gateway.igw The route of oci_core_route_table.edge to 0.0.0.0/0 leads to it.",
      "in test:oci_load_balancer_load_balancer.lb It can be reached from the internet.",
      "in test:oci_waf_web_app_firewall.w It reads requests before they are passed on.",
      "in test:oci_core_subnet.edge Its security rules admit the traffic.",
      "Nothing but oci_load_balancer_load_balancer.lb stands in oci_core_subnet.edge.",
      "What stands in it answers the internet, and opens no connection to it.",
    ],
    [
      "in which the load balancer stands, and which goes out by address translation",
      "edge",
      edgeNetwork(waf(), edgeRoutes(["0.0.0.0/0", NAT]), {
        oci_core_security_list: { edge: securityList(["0.0.0.0/0"], ["0.0.0.0/0"]) },
      }),
      "edge open",
      "out open: The route of oci_core_route_table.edge to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.edge admits traffic to 0.0.0.0/0.",
      "out test:oci_core_subnet.edge Its security rules admit the traffic.",
      "out test:oci_core_nat_gateway.nat The route of oci_core_route_table.edge to 0.0.0.0/0 leads to it.",
      "out :internet Any place in the world.",
      "Nothing but oci_load_balancer_load_balancer.lb stands in oci_core_subnet.edge.",
    ],
    [
      "whose route table is not known",
      "data",
      reachable({ oci_core_subnet: { data: { route_table_id: "${var.table}" } } }),
      "data unproven",
      "in unproven: Nothing tells where its routes lead: which route table it has is not known: var.table is not declared.",
      "in :internet Any place in the world.",
      "in test:oci_core_subnet.data Its security rules admit the traffic.",
      "out unproven: Nothing tells where its routes lead: which route table it has is not known: var.table is not declared.",
      "out test:oci_core_subnet.data Its security rules admit the traffic.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
    ],
    [
      "whose route table is not known, and whose rules admit nothing",
      "data",
      reachable(list([], []), { oci_core_subnet: { data: { route_table_id: "${var.table}" } } }),
      "data closed",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "No rule of oci_core_security_list.data admits traffic from the internet.",
      "Its security rules admit no traffic to where it leads.",
    ],
    [
      "whose gateway is not known",
      "data",
      reachable(list(["0.0.0.0/0"], ["0.0.0.0/0"]), routes(["0.0.0.0/0", "${var.gateway}"])),
      "data unproven",
      "in unproven: Nothing tells where the route of oci_core_route_table.data to 0.0.0.0/0 leads: var.gateway is not declared.",
      "in test:${var.gateway} The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.",
      "in test:oci_core_subnet.data Its security rules admit the traffic.",
      "out unproven: Nothing tells where the route of oci_core_route_table.data to 0.0.0.0/0 leads: var.gateway is not declared.",
      "out test:oci_core_subnet.data Its security rules admit the traffic.",
      "out test:${var.gateway} The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
    ],
    [
      "that goes out nowhere",
      "data",
      dataNetwork(routes()),
      "data closed",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
      "No route of oci_core_route_table.data leads out of its network.",
    ],
    [
      "of two route tables that lead nowhere",
      "data",
      dataNetwork(routes(), {
        oci_core_route_table: { own: routeTable() },
        oci_core_instance: {
          h: {
            subnet_id: "${oci_core_subnet.data.id}",
            create_vnic_details: { route_table_id: "${oci_core_route_table.own.id}" },
          },
        },
      }),
      "data closed",
      "oci_core_instance.h, oci_mysql_mysql_db_system.db stand in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
      "No route of oci_core_route_table.data, oci_core_route_table.own leads out of its network.",
    ],
    [
      "whose rules admit nothing of the internet",
      "data",
      reachable(
        list(["10.0.0.0/16"], ["10.0.0.0/16"]),
        routes(["0.0.0.0/0", NAT], ["128.0.0.0/1", NAT]),
      ),
      "data closed",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "No route of oci_core_route_table.data leads to an internet gateway.",
      "No rule of oci_core_security_list.data admits traffic to the internet.",
    ],
    [
      "whose rules admit nothing to services",
      "data",
      dataNetwork(list([], ["10.0.0.0/16"])),
      "data closed",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
      "Its security rules admit no traffic to where oci_core_service_gateway.sgw leads.",
    ],
    [
      "with a route to the internet that no address can use",
      "data",
      dataNetwork(
        routes(["0.0.0.0/0", IGW], ["128.0.0.0/1", IGW]),
        list(["0.0.0.0/0"], ["0.0.0.0/0"]),
      ),
      "data closed",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
    ],
    [
      "on a hub",
      "data",
      dataNetwork(hub(), routes(["10.0.0.0/8", HUB]), list(["10.9.0.0/24"], ["10.9.0.0/24"])),
      "data inside",
      "in inside: oci_core_drg.hub joins oci_core_vcn.other, which lie inside.",
      "in test:oci_core_vcn.other It joins oci_core_vcn.other.",
      "in test:oci_core_drg.hub The route of oci_core_route_table.data to 10.0.0.0/8 leads to it.",
      "in test:oci_core_subnet.data Its security rules admit the traffic.",
      "out inside: oci_core_drg.hub joins oci_core_vcn.other, which lie inside.",
      "out test:oci_core_subnet.data Its security rules admit the traffic.",
      "out test:oci_core_drg.hub The route of oci_core_route_table.data to 10.0.0.0/8 leads to it.",
      "out test:oci_core_vcn.other It joins oci_core_vcn.other.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
    ],
    [
      "on a hub whose rules admit what it leads to in one direction",
      "data",
      dataNetwork(hub(), routes(["10.0.0.0/8", HUB]), list(["172.16.0.0/12"], ["10.9.0.0/24"])),
      "data inside",
      "out inside: oci_core_drg.hub joins oci_core_vcn.other, which lie inside.",
      "out test:oci_core_subnet.data Its security rules admit the traffic.",
      "out test:oci_core_drg.hub The route of oci_core_route_table.data to 10.0.0.0/8 leads to it.",
      "out test:oci_core_vcn.other It joins oci_core_vcn.other.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
    ],
    [
      "on a hub whose rules admit what it leads to in the other direction",
      "data",
      dataNetwork(hub(), routes(["10.0.0.0/8", HUB]), list(["10.9.0.0/24"], ["172.16.0.0/12"])),
      "data inside",
      "in inside: oci_core_drg.hub joins oci_core_vcn.other, which lie inside.",
      "in test:oci_core_vcn.other It joins oci_core_vcn.other.",
      "in test:oci_core_drg.hub The route of oci_core_route_table.data to 10.0.0.0/8 leads to it.",
      "in test:oci_core_subnet.data Its security rules admit the traffic.",
      "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
      "Its security rules admit no traffic to where oci_core_drg.hub leads.",
    ],
    [
      "in which several things stand",
      "data",
      dataNetwork(routes(), instances("c", "a", "b")),
      "data closed",
      "oci_core_instance.a, oci_core_instance.b, oci_core_instance.c and 1 more stand in oci_core_subnet.data.",
      "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
      "No route of oci_core_route_table.data leads out of its network.",
    ],
  ])("%s", (_which, name, resources, ...expected) => {
    const proof = proofOf({ test: ociStack(resources) }, `oci_core_subnet.${name}`);
    expect(drawnProof(proof)).toEqual(expected);
  });
});

describe("the ways out", () => {
  const waysOutBy = (...all: readonly Route[]) =>
    paths(
      proofOf(
        { test: ociStack(reachable(routes(...all), list([], ["0.0.0.0/0"]))) },
        "oci_core_subnet.data",
      ).outbound,
    ).map((path) => path.replace("oci_core_subnet.data -> ", ""));

  test("are listed with the worst first, and then by what they say", () => {
    const ranges = [
      ["10.2.0.0/16", "${var.b}"],
      ["10.3.0.0/16", "${var.c}"],
      ["0.0.0.0/0", NAT],
      ["10.1.0.0/16", "${var.a}"],
      ["128.0.0.0/1", IGW],
    ] as const;
    const expected = [
      "open: oci_core_internet_gateway.igw -> internet",
      "open: oci_core_nat_gateway.nat -> internet",
      "unproven: ${var.a}",
      "unproven: ${var.b}",
      "unproven: ${var.c}",
    ];
    expect(waysOutBy(...ranges)).toEqual(expected);
    expect(waysOutBy(...[...ranges].reverse())).toEqual(expected);
  });

  test("are listed up to twenty", () => {
    const unknown = Array.from(
      { length: 25 },
      (_, n) => [`10.${n}.0.0/16`, `\${var.g${String(n).padStart(2, "0")}}`] as const,
    );
    const found = waysOutBy(...unknown, ["0.0.0.0/0", NAT]);
    expect(found).toHaveLength(20);
    expect(found[0]).toBe("open: oci_core_nat_gateway.nat -> internet");
    expect(found.at(-1)).toBe("unproven: ${var.g18}");
  });
});

test("of many load balancers, the worst ten are listed", () => {
  const proofWith = (count: number) => {
    const balancers = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `more${n}`,
        { subnet_ids: ["${oci_core_subnet.edge.id}"] },
      ]),
    );
    const more = { oci_load_balancer_load_balancer: balancers };
    return proofOf({ test: ociStack(edgeNetwork(waf(), APP, more)) }, "oci_core_subnet.app");
  };
  const nine = proofWith(8);
  expect(nine.inbound.map(({ verdict }) => verdict)).toEqual([
    ...Array.from({ length: 8 }, () => "open"),
    "through-waf",
  ]);
  expect(nine.evidence).toHaveLength(2);
  const eleven = proofWith(10);
  expect(eleven.inbound.map(({ verdict }) => verdict)).toEqual(
    Array.from({ length: 10 }, () => "open"),
  );
  expect(eleven.evidence).toEqual([
    "Nothing in the input stands in oci_core_subnet.app, so that it counts as a data subnet.",
    "Of what the internet can connect to, the worst 10 are listed.",
    "oci_core_subnet.app sets prohibit_public_ip_on_vnic.",
  ]);
});
