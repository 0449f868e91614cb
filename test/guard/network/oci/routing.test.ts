import {
  dataNetwork,
  IGW,
  merge,
  NAT,
  type Resources,
  routeTable,
  SERVICES,
  SGW,
  securityList,
} from "../topology";
import { DRG, id, waysOut } from "./joined";

const TABLE = "oci_core_route_table.data";

/** The data subnet with these rules in its route table, and everything admitted. */
const ruled = (route_rules: unknown, ...more: readonly Resources[]): Resources =>
  dataNetwork(
    {
      oci_core_route_table: { data: { vcn_id: id("oci_core_vcn", "v"), route_rules } },
      oci_core_security_list: { data: securityList([], ["0.0.0.0/0", SERVICES]) },
    },
    ...more,
  );
const rule = (network_entity_id: unknown, more: object = { destination: "0.0.0.0/0" }) => ({
  network_entity_id,
  ...more,
});
/** Verdict, first station, and why, of each way out. */
const ways = (resources: Resources, more: object = {}) =>
  waysOut(resources, more).map(({ verdict, hops, evidence }) => [verdict, hops[0], evidence]);
const to = (name: string, destination = "0.0.0.0/0") =>
  `${name}: The route of ${TABLE} to ${destination} leads to it.`;
const ADMITTED = " oci_core_security_list.data admits traffic to 0.0.0.0/0.";
const out = (name: string) => [
  "open",
  to(name),
  `The route of ${TABLE} to 0.0.0.0/0 leads to the internet by ${name}.${ADMITTED}`,
];
const nowhereKnown = (entity: string, name: string) => [
  "unproven",
  to(entity),
  `Nothing tells where the route of ${TABLE} to 0.0.0.0/0 leads: what ${name} leads to is not in the input.`,
];
const services = (name: string, label = "services of the cloud") => [
  "cloud-services-only",
  to(name, label === "services of the cloud" ? "0.0.0.0/0" : label),
  `${name} reaches services of its own region only: ${label}.`,
];
const lost = (reason: string) => [
  "unproven",
  undefined,
  `Nothing tells where its routes lead: ${reason}.`,
];
const PUBLIC: Resources = { oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } } };

describe("what a rule leads to", () => {
  const nat = (more: object): Resources => ({ oci_core_nat_gateway: { nat: more } });
  const igw = (more: object): Resources => ({
    ...PUBLIC,
    oci_core_internet_gateway: { igw: more },
  });
  const IG = "oci_core_internet_gateway.igw";
  const NG = "oci_core_nat_gateway.nat";

  test.each<[string, string, Resources, readonly unknown[]]>([
    ["an internet gateway", IGW, igw({}), [out(IG)]],
    ["an internet gateway that is switched on", IGW, igw({ enabled: true }), [out(IG)]],
    ["an internet gateway that a variable switches", IGW, igw({ enabled: "${var.on}" }), [out(IG)]],
    ["an internet gateway that is switched off", IGW, igw({ enabled: false }), []],
    ["a NAT gateway", NAT, {}, [out(NG)]],
    ["a NAT gateway that lets traffic pass", NAT, nat({ block_traffic: false }), [out(NG)]],
    ["a NAT gateway that a variable blocks", NAT, nat({ block_traffic: "${var.b}" }), [out(NG)]],
    ["a NAT gateway that blocks traffic", NAT, nat({ block_traffic: true }), []],
    ["a service gateway", SGW, {}, [services("oci_core_service_gateway.sgw")]],
    [
      "a network, which is no gateway",
      id("oci_core_vcn", "v"),
      {},
      [nowhereKnown(id("oci_core_vcn", "v"), "oci_core_vcn.v")],
    ],
  ])("is %s", (_what, entity, more, expected) => {
    expect(ways(ruled(rule(entity), more))).toEqual(expected);
  });

  test.each<[string, string, object, (entity: string, name: string) => unknown]>([
    ["oci_core_internet_gateways", "gateways[0].id", { enabled: false }, (_, name) => out(name)],
    [
      "oci_core_nat_gateways",
      "nat_gateways[0].id",
      { block_traffic: true },
      (_, name) => out(name),
    ],
    ["oci_core_nat_gateway", "id", { block_traffic: true }, (_, name) => out(name)],
    ["oci_core_service_gateways", "service_gateways[0].id", {}, (_, name) => services(name)],
    ["oci_core_drgs", "drgs[0].id", {}, nowhereKnown],
    ["oci_core_local_peering_gateways", "local_peering_gateways[0].id", {}, nowhereKnown],
  ])("is what a data source %s finds", (type, attribute, body, expected) => {
    const entity = `\${data.${type}.far.${attribute}}`;
    const data = { [type]: { far: { compartment_id: "c", ...body } } };
    expect(ways(ruled(rule(entity), PUBLIC), { data })).toEqual([
      expected(entity, `data.${type}.far`),
    ]);
  });

  test.each<[string, (ocid: string) => unknown]>([
    ["internetgateway", out],
    ["natgateway", out],
    ["servicegateway", services],
    ["drg", (ocid) => nowhereKnown(ocid, ocid)],
  ])("is told by the OCID of a %s", (type, expected) => {
    const ocid = `ocid1.${type}.oc1.iad.aaaa`;
    expect(ways(ruled(rule(ocid), PUBLIC))).toEqual([expected(ocid)]);
  });

  test("is not told by what is no OCID", () => {
    expect(ways(ruled(rule("gateway")))).toEqual([nowhereKnown("gateway", "gateway")]);
  });

  test("is not told by a variable", () => {
    expect(ways(ruled(rule("${var.gateway}")))).toEqual([
      [
        "unproven",
        to("${var.gateway}"),
        `Nothing tells where the route of ${TABLE} to 0.0.0.0/0 leads: var.gateway is not declared.`,
      ],
    ]);
  });

  test("is each of two that a conditional names", () => {
    const entity = "${var.x ? oci_core_nat_gateway.nat.id : oci_core_service_gateway.sgw.id}";
    expect(ways(ruled(rule(entity)))).toEqual([
      out("oci_core_nat_gateway.nat"),
      services("oci_core_service_gateway.sgw"),
    ]);
  });
});

describe("the destination of a rule", () => {
  test.each<[string, object]>([
    ["in its argument", { destination: "0.0.0.0/0" }],
    ["in the argument that was there before", { cidr_block: "0.0.0.0/0" }],
    ["in the older argument, beside null", { cidr_block: "0.0.0.0/0", destination: null }],
    ["in the older argument, beside an empty text", { cidr_block: "0.0.0.0/0", destination: "" }],
    ["in both, of which the newer counts", { cidr_block: "10.9.0.0/16", destination: "0.0.0.0/0" }],
  ])("is read %s", (_where, more) => {
    expect(ways(ruled(rule(NAT, more)))).toEqual([out("oci_core_nat_gateway.nat")]);
  });

  const label = (destination: unknown) => ({ destination, destination_type: "SERVICE_CIDR_BLOCK" });
  const ABROAD = "all-fra-services-in-oracle-services-network";

  test.each<[string, object, unknown]>([
    ["services of its region", label(SERVICES), services("oci_core_service_gateway.sgw", SERVICES)],
    [
      "services of a region outside",
      label(ABROAD),
      [
        "open",
        to("oci_core_service_gateway.sgw", ABROAD),
        `${ABROAD} are services of a region outside.`,
      ],
    ],
    [
      "services that a data source finds",
      label("${data.oci_core_services.all.services[0].cidr_block}"),
      services("oci_core_service_gateway.sgw", "data.oci_core_services.all"),
    ],
    [
      "services that a variable names",
      label("${var.services}"),
      services("oci_core_service_gateway.sgw", "a service CIDR label"),
    ],
  ])("is %s", (_what, more, expected) => {
    const data = { oci_core_services: { all: {} } };
    expect(ways(ruled(rule(SGW, more)), { data })).toEqual([expected]);
  });

  test("is not the internet where a rule leads services to a NAT gateway", () => {
    expect(ways(ruled(rule(NAT, label(SERVICES))))).toEqual([]);
  });
});

describe("the rules of a table", () => {
  test("are not known where an expression makes them", () => {
    expect(ways(ruled("${local.rules}"))).toEqual([
      lost(`an expression makes the rules of ${TABLE}`),
    ]);
  });

  test("are those that are written, and what an expression may add", () => {
    expect(ways(ruled([rule(NAT), "${local.more}"]))).toEqual([
      out("oci_core_nat_gateway.nat"),
      lost(`an expression makes the rules of ${TABLE}`),
    ]);
  });

  test.each([[undefined], [[]], [null]])("are none where the argument is %j", (rules) => {
    expect(ways(ruled(rules))).toEqual([]);
  });
});

describe("the table of a subnet", () => {
  const withTable = (route_table_id: unknown, ...more: readonly Resources[]): Resources =>
    merge(ruled([]), { oci_core_subnet: { data: { route_table_id } } }, ...more);
  const MANAGED: Resources = {
    oci_core_default_route_table: {
      data: {
        ...routeTable(["0.0.0.0/0", NAT]),
        manage_default_resource_id: "${oci_core_vcn.v.default_route_table_id}",
      },
    },
  };
  const BY_DEFAULT = [
    [
      "open",
      "oci_core_nat_gateway.nat: The route of oci_core_default_route_table.data to 0.0.0.0/0 leads to it.",
      `The route of oci_core_default_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat.${ADMITTED}`,
    ],
  ];

  test.each<[string, unknown]>([
    ["the default one, where it names none", null],
    ["the default one, by the attribute of its VCN", "${oci_core_vcn.v.default_route_table_id}"],
    ["the default one, by what manages it", id("oci_core_default_route_table", "data")],
  ])("is %s", (_what, route_table_id) => {
    expect(ways(withTable(route_table_id, MANAGED))).toEqual(BY_DEFAULT);
  });

  test.each<[string, unknown, string]>([
    [
      "an OCID",
      "ocid1.routetable.oc1.iad.a",
      "the route table ocid1.routetable.oc1.iad.a is not in the input",
    ],
    [
      "a variable",
      "${var.table}",
      "which route table it has is not known: var.table is not declared",
    ],
    [
      "a data source",
      "${data.oci_core_route_tables.all.route_tables[0].id}",
      "the route table data.oci_core_route_tables.all is not in the input",
    ],
    [
      "a data source of the name of a resource",
      "${data.oci_core_route_table.all.id}",
      "the route table data.oci_core_route_table.all is not in the input",
    ],
    ["a block of another type", DRG, "the route table oci_core_drg.d is not in the input"],
    [
      "the default one of a VCN that is looked up",
      "${data.oci_core_vcn.far.default_route_table_id}",
      "its network, whose route table it has, is not in the input",
    ],
  ])("is not known where it is %s", (_what, route_table_id, reason) => {
    const data = {
      oci_core_route_tables: { all: { compartment_id: "c" } },
      oci_core_route_table: { all: { compartment_id: "c" } },
      oci_core_vcn: { far: { vcn_id: "ocid1.vcn.oc1.iad.a" } },
    };
    const resources = withTable(route_table_id, { oci_core_drg: { d: {} } });
    expect(ways(resources, { data })).toEqual([lost(reason)]);
  });

  test("is each of several that are attached to it", () => {
    const attached = withTable(id("oci_core_route_table", "data"), {
      oci_core_route_table: {
        one: routeTable(["0.0.0.0/0", NAT]),
        two: routeTable([SERVICES, SGW]),
      },
      oci_core_route_table_attachment: {
        one: {
          subnet_id: id("oci_core_subnet", "data"),
          route_table_id: id("oci_core_route_table", "one"),
        },
        two: {
          subnet_id: id("oci_core_subnet", "data"),
          route_table_id: id("oci_core_route_table", "two"),
        },
        // Of a subnet that is not in the input.
        three: {
          subnet_id: "ocid1.subnet.oc1.iad.a",
          route_table_id: "ocid1.routetable.oc1.iad.a",
        },
      },
    });
    expect(ways(attached).map(([, first]) => first)).toEqual([
      "oci_core_nat_gateway.nat: The route of oci_core_route_table.one to 0.0.0.0/0 leads to it.",
      `oci_core_service_gateway.sgw: The route of oci_core_route_table.two to ${SERVICES} leads to it.`,
    ]);
  });
});
