import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import {
  awsStack,
  dataNetwork,
  edgeNetwork,
  IGW,
  judge,
  merge,
  NAT,
  ociStack,
  type Resources,
  routeTable,
  securityList,
  waf,
  wafPolicy,
} from "./topology";

/** Destination and gateway. */
type Route = readonly [string, string];

const DATA = "oci_core_subnet.data";
const AT_RULE = "/resource/oci_core_security_list/data/ingress_security_rules/0/source";
const AT_ROUTE = "/resource/oci_core_route_table/data/route_rules/0/network_entity_id";
const AT_SUBNET = "/resource/oci_core_subnet/data";

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

function list(ingress: readonly string[], egress: readonly string[]): Resources {
  return { oci_core_security_list: { data: securityList(ingress, egress) } };
}

function routes(...all: readonly Route[]): Resources {
  return { oci_core_route_table: { data: routeTable(...all) } };
}

/** The subnet's route to a hub that sends on what it gets by the routes `all`. */
function transit(...all: readonly Route[]): Resources {
  const attachment = (vcn: string, more: object = {}) => ({
    drg_id: "${oci_core_drg.hub.id}",
    network_details: { type: "VCN", id: `\${oci_core_vcn.${vcn}.id}`, ...more },
  });
  return merge(routes(["0.0.0.0/0", "${oci_core_drg.hub.id}"]), {
    oci_core_drg: { hub: {} },
    oci_core_vcn: { hub: { cidr_blocks: ["10.9.0.0/16"] } },
    oci_core_route_table: { transit: routeTable(...all) },
    oci_core_drg_attachment: {
      v: attachment("v"),
      hub: attachment("hub", { route_table_id: "${oci_core_route_table.transit.id}" }),
    },
  });
}

const NOBODY: Resources = { oci_mysql_mysql_db_system: { db: { subnet_id: "elsewhere" } } };
const UNROUTED: Resources = { oci_core_subnet: { data: { route_table_id: "${var.table}" } } };
const UNSURE: Resources = {
  oci_core_subnet: { data: { prohibit_public_ip_on_vnic: "${var.private}" } },
};
const ANY: Resources = list([], ["0.0.0.0/0"]);

/** Findings and notes of `rule`. */
function of(rule: string, stack: object) {
  const { findings, notes } = judge({ test: stack });
  return [
    ...findings
      .filter((finding) => finding.rule === rule)
      .map(({ status, address, path, value, message }) => [status, address, path, value, message]),
    ...notes
      .filter((note) => note.rule === rule)
      .map(({ address, path, message }) => ["note", address, path, "", message]),
  ];
}

const ROUTE =
  "the route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw.";
const PUBLIC =
  "Interfaces in oci_core_subnet.data can have public addresses: it does not set prohibit_public_ip_on_vnic.";
const EMPTY =
  "Nothing in the input stands in oci_core_subnet.data, so that it counts as a data subnet.";
const RULE = "oci_core_security_list.data admits traffic from 0.0.0.0/0.";
const NARROW =
  "oci_core_security_list.data admits traffic from 203.0.113.0/24, and nothing tells where those addresses are.";
const UNKNOWN_TABLE =
  "nothing tells where its routes lead: which route table it has is not known: var.table is not declared.";
const UNKNOWN_GATEWAY =
  "nothing tells where the route of oci_core_route_table.data to 0.0.0.0/0 leads: var.gateway is not declared.";

describe("data-subnet-unreachable says", () => {
  const unrouted = `Nothing proves what ${DATA} can reach, and what can reach it: ${UNKNOWN_TABLE}`;
  const unproven = `Nothing proves that the internet cannot connect to ${DATA}:`;

  test.each<[string, Resources, ...(readonly string[])[]]>([
    [
      "what admits the internet",
      reachable(),
      [
        "outside",
        DATA,
        AT_RULE,
        "0.0.0.0/0",
        `The internet can connect to ${DATA}: ${ROUTE} ${RULE} ${PUBLIC}`,
      ],
    ],
    [
      "why an empty subnet counts",
      reachable(NOBODY),
      [
        "outside",
        DATA,
        AT_RULE,
        "0.0.0.0/0",
        `The internet can connect to ${DATA}: ${ROUTE} ${RULE} ${PUBLIC} ${EMPTY}`,
      ],
    ],
    [
      "what admits addresses of an unknown place",
      reachable(list(["203.0.113.0/24"], [])),
      ["unproven", DATA, AT_RULE, "203.0.113.0/24", `${unproven} ${ROUTE} ${NARROW} ${PUBLIC}`],
    ],
    [
      "why an empty subnet counts whose rules admit addresses of an unknown place",
      reachable(NOBODY, list(["203.0.113.0/24"], [])),
      [
        "unproven",
        DATA,
        AT_RULE,
        "203.0.113.0/24",
        `${unproven} ${ROUTE} ${NARROW} ${PUBLIC} ${EMPTY}`,
      ],
    ],
    [
      "that public addresses are not known to be prohibited",
      reachable(UNSURE),
      [
        "unproven",
        DATA,
        AT_RULE,
        "0.0.0.0/0",
        `${unproven} ${ROUTE} ${RULE} What ${DATA} sets prohibit_public_ip_on_vnic to is known only when Terraform runs.`,
      ],
    ],
    [
      "that the gateway is not known",
      reachable(routes(["0.0.0.0/0", "${var.gateway}"])),
      ["unproven", DATA, AT_ROUTE, "${var.gateway}", `${unproven} ${UNKNOWN_GATEWAY}`],
    ],
    [
      "that the route table is not known",
      reachable(UNROUTED),
      ["unproven", DATA, AT_SUBNET, "", unrouted],
    ],
    [
      "no more than a note where nothing stands there",
      reachable(NOBODY, UNROUTED),
      ["note", DATA, AT_SUBNET, "", unrouted],
    ],
    ["nothing where no rule admits it", reachable(list([], []))],
    ["nothing where no rule admits it, whatever its routes", reachable(list([], []), UNROUTED)],
    // The known way is worse than the unknown one, whichever stands first.
    [
      "what admits the internet beside a gateway that is not known",
      reachable(routes(["128.0.0.0/1", "${var.gateway}"], ["0.0.0.0/0", IGW])),
      [
        "outside",
        DATA,
        AT_RULE,
        "0.0.0.0/0",
        `The internet can connect to ${DATA}: ${ROUTE} ${RULE} ${PUBLIC}`,
      ],
    ],
    [
      "what admits the internet before a gateway that is not known",
      reachable(routes(["0.0.0.0/0", IGW], ["128.0.0.0/1", "${var.gateway}"])),
      [
        "outside",
        DATA,
        AT_RULE,
        "0.0.0.0/0",
        `The internet can connect to ${DATA}: ${ROUTE} ${RULE} ${PUBLIC}`,
      ],
    ],
    [
      "the first of two ways of which nothing proves more",
      reachable(UNSURE, routes(["0.0.0.0/0", IGW], ["128.0.0.0/1", "${var.gateway}"])),
      [
        "unproven",
        DATA,
        AT_RULE,
        "0.0.0.0/0",
        `${unproven} ${ROUTE} ${RULE} What ${DATA} sets prohibit_public_ip_on_vnic to is known only when Terraform runs.`,
      ],
    ],
    [
      "that the destination is not known",
      reachable(routes(["${var.where}", IGW])),
      [
        "unproven",
        DATA,
        AT_RULE,
        "0.0.0.0/0",
        `${unproven} nothing tells what the route of oci_core_route_table.data to a destination that is not in the input leads to by oci_core_internet_gateway.igw. ${RULE} ${PUBLIC}`,
      ],
    ],
  ])("%s", (_what, resources, ...expected) => {
    expect(of("data-subnet-unreachable", ociStack(resources))).toEqual(expected);
  });
});

describe("data-subnet-egress-inside says", () => {
  const out = (by: string) =>
    `Data can leave ${DATA} for any place in the world: the route of oci_core_route_table.${by} oci_core_security_list.data admits traffic to 0.0.0.0/0.`;
  const unproven = `Nothing proves that data cannot leave ${DATA} for a place outside:`;
  const byNat = "leads to the internet by oci_core_nat_gateway.nat.";

  test.each<[string, Resources, ...(readonly string[])[]]>([
    [
      "by what route",
      reachable(routes(["0.0.0.0/0", NAT]), ANY),
      ["outside", DATA, AT_ROUTE, NAT, out(`data to 0.0.0.0/0 ${byNat}`)],
    ],
    [
      "each of two routes",
      reachable(routes(["0.0.0.0/0", NAT], ["128.0.0.0/1", NAT]), ANY),
      ["outside", DATA, AT_ROUTE, NAT, out(`data to 0.0.0.0/0 ${byNat}`)],
      ["outside", DATA, AT_ROUTE.replace("/0/", "/1/"), NAT, out(`data to 128.0.0.0/1 ${byNat}`)],
    ],
    [
      "that nothing tells the place of what a rule admits",
      reachable(routes(["0.0.0.0/0", NAT]), list([], ["203.0.113.0/24"])),
      [
        "unproven",
        DATA,
        AT_ROUTE,
        NAT,
        `${unproven} the route of oci_core_route_table.data to 0.0.0.0/0 ${byNat} oci_core_security_list.data admits traffic to 203.0.113.0/24, and nothing tells where those addresses are.`,
      ],
    ],
    [
      "that the gateway is not known, of an empty subnet too",
      reachable(NOBODY, routes(["0.0.0.0/0", "${var.gateway}"]), ANY),
      ["unproven", DATA, AT_ROUTE, "${var.gateway}", `${unproven} ${UNKNOWN_GATEWAY}`],
    ],
    [
      "that the route table is not known",
      reachable(UNROUTED, ANY),
      ["unproven", DATA, AT_SUBNET, "", `${unproven} ${UNKNOWN_TABLE}`],
    ],
    [
      "no more than a note of an empty subnet whose route table is not known",
      reachable(NOBODY, UNROUTED, ANY),
      ["note", DATA, AT_SUBNET, "", `${unproven} ${UNKNOWN_TABLE}`],
    ],
    [
      "nothing of a route table that the other rule reports",
      reachable(UNROUTED, list(["0.0.0.0/0"], ["0.0.0.0/0"])),
    ],
    // One route, behind which are several ways: the worst of them is said.
    ...(
      [
        [
          ["0.0.0.0/0", "${var.gateway}"],
          ["0.0.0.0/0", NAT],
        ],
        [
          ["0.0.0.0/0", NAT],
          ["0.0.0.0/0", "${var.gateway}"],
        ],
        [
          ["0.0.0.0/0", NAT],
          ["128.0.0.0/1", NAT],
        ],
      ] as const
    ).map((all): [string, Resources, readonly string[]] => [
      `the worst of ${JSON.stringify(all)}`,
      reachable(transit(...all), ANY),
      ["outside", DATA, AT_ROUTE, "${oci_core_drg.hub.id}", out(`transit to 0.0.0.0/0 ${byNat}`)],
    ]),
    [
      "the first of two unproven ways",
      reachable(transit(["0.0.0.0/0", "${var.a}"], ["0.0.0.0/0", "${var.b}"]), ANY),
      [
        "unproven",
        DATA,
        AT_ROUTE,
        "${oci_core_drg.hub.id}",
        `${unproven} nothing tells where the route of oci_core_route_table.transit to 0.0.0.0/0 leads: var.a is not declared.`,
      ],
    ],
    ["nothing of networks that are joined inside", reachable(transit(), ANY)],
    ["nothing where no rule admits it", reachable(routes(["0.0.0.0/0", NAT]))],
    ["nothing without a route", reachable(routes(), ANY)],
  ])("%s", (_what, resources, ...expected) => {
    expect(of("data-subnet-egress-inside", ociStack(resources))).toEqual(expected);
  });
});

describe("internet-only-through-waf says", () => {
  const LB = "oci_load_balancer_load_balancer.lb";
  const AT = "/resource/oci_load_balancer_load_balancer/lb";
  const route = ROUTE.replace("table.data", "table.edge");
  const rest = `${PUBLIC.replace("subnet.data", "subnet.edge")} No web application firewall stands before ${LB}.`;

  test.each<[string, Resources, ...(readonly string[])[]]>([
    [
      "who can connect",
      edgeNetwork(),
      [
        "outside",
        LB,
        AT,
        "",
        `Whoever is outside US can connect to ${LB}: ${route} ${RULE.replace("list.data", "list.edge")} ${rest}`,
      ],
    ],
    [
      "what nothing proves",
      edgeNetwork({ oci_core_security_list: { edge: securityList(["203.0.113.0/24"], []) } }),
      [
        "unproven",
        LB,
        AT,
        "",
        `Nothing proves that only US can connect to ${LB}: ${route} ${NARROW.replace("list.data", "list.edge")} ${rest}`,
      ],
    ],
    // A name is not put in lower case.
    [
      "what the firewall's condition admits",
      edgeNetwork(waf(wafPolicy("!i_contains(['US', 'DE'], connection.source.geo.countryCode)"))),
      [
        "outside",
        LB,
        "/resource/oci_waf_web_app_firewall_policy/p/request_access_control",
        expect.any(String) as unknown as string,
        `Whoever is outside US can connect to ${LB}: oci_waf_web_app_firewall.w does not keep other countries out: its default action admits requests of DE.`,
      ],
    ],
    ["nothing of one behind a firewall that turns away other countries", edgeNetwork(waf())],
  ])("%s", (_what, resources, ...expected) => {
    expect(of("internet-only-through-waf", ociStack(resources))).toEqual(expected);
  });
});

describe("what there is to do", () => {
  const fixes = (stack: object) =>
    judge({ test: stack }).findings.map(({ rule, fix }) => `${rule}: ${fix}`);
  const OUT =
    "data-subnet-egress-inside: Remove the route, or narrow it and the security rules to networks that lie inside; reach the cloud's own services by a service gateway or an endpoint.";

  test("is said of a subnet on Oracle Cloud", () => {
    expect(fixes(ociStack(reachable(ANY, list(["0.0.0.0/0"], ["0.0.0.0/0"]))))).toEqual([
      OUT,
      "data-subnet-unreachable: Set prohibit_public_ip_on_vnic, or route it to no internet gateway; let the internet reach a load balancer in a subnet of its own, behind a web application firewall.",
    ]);
  });

  test("is said of a subnet on AWS", () => {
    const vpc = { vpc_id: "${aws_vpc.v.id}" };
    const stack = awsStack({
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_internet_gateway: { igw: vpc },
      aws_subnet: { s: { ...vpc, cidr_block: "10.0.1.0/24" } },
      aws_route_table: {
        t: {
          ...vpc,
          route: { cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.igw.id}" },
        },
      },
      aws_route_table_association: {
        t: { subnet_id: "${aws_subnet.s.id}", route_table_id: "${aws_route_table.t.id}" },
      },
    });
    expect(fixes(stack)).toEqual([
      OUT,
      "data-subnet-unreachable: Route it to no internet gateway; let the internet reach a load balancer in a subnet of its own, behind a web ACL.",
    ]);
  });

  test("is said of a subnet whose route table is not known", () => {
    expect(fixes(ociStack(reachable(UNROUTED)))).toEqual([
      "data-subnet-unreachable: Check the stack that makes its network and its route table in the same run, or refer to a route table that the input holds.",
    ]);
  });
});

test("a finding points to the subnet itself where what admits it stands in another file", () => {
  const { oci_core_security_list, ...others } = reachable();
  const documents = [ociStack(others), { resource: { oci_core_security_list } }].map((json, n) => ({
    stack: "net",
    file: `net/${n}.tf.json`,
    json: json as JsonObject,
  }));
  const { findings } = check(
    { documents, unread: [] },
    { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
  );
  expect(
    findings
      .filter(({ rule }) => rule === "data-subnet-unreachable")
      .map(({ status, file, path, value }) => [status, file, path, value]),
  ).toEqual([["outside", "net/0.tf.json", AT_SUBNET, ""]]);
});
