import {
  edgeNetwork,
  IGW,
  merge,
  ociStack,
  paths,
  proofOf,
  type Resources,
  routeTable,
  securityList,
  subnet,
  waf,
} from "../topology";
import { type Told, told } from "./told";

const RULE = "internet-only-through-waf";
const LB = "oci_load_balancer_load_balancer.lb";
const W = "oci_waf_web_app_firewall.w";
const EDGE = "${oci_core_subnet.edge.id}";

const found = (...more: readonly Resources[]): readonly Told[] => told(RULE, edgeNetwork(...more));
const messages = (...more: readonly Resources[]) => found(...more).map(({ message }) => message);
const proof = (address: string, ...more: readonly Resources[]) =>
  proofOf({ test: ociStack(edgeNetwork(...more)) }, address);

/** What makes the subnet `edge` reachable. */
const ROUTED =
  "the route of oci_core_route_table.edge to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw.";
const PUBLIC =
  "Interfaces in oci_core_subnet.edge can have public addresses: it does not set prohibit_public_ip_on_vnic.";
const REACHED = `${ROUTED} oci_core_security_list.edge admits traffic from 0.0.0.0/0. ${PUBLIC}`;
const OFFICE: Resources = {
  oci_core_security_list: { edge: securityList(["203.0.113.0/24"], []) },
};
const REACHED_BY_OFFICE = `${ROUTED} oci_core_security_list.edge admits traffic from 203.0.113.0/24, and nothing tells where those addresses are. ${PUBLIC}`;

const open = (address: string) => `Whoever is outside US can connect to ${address}: `;
const unproven = (address: string) => `Nothing proves that only US can connect to ${address}: `;

/** The load balancer of the network is taken out, so that the other entrance stands alone. */
const ALONE: Resources = { oci_load_balancer_load_balancer: { lb: { count: 0 } } };

describe("a load balancer without a firewall", () => {
  const NO_WAF = ` No web application firewall stands before ${LB}.`;
  const FIX =
    "Give it an oci_waf_web_app_firewall whose policy turns away every country that is not allowed, or set is_private.";

  test("is reported in full, at the block where nothing says that it is public", () => {
    expect(found()).toEqual([
      {
        status: "outside",
        address: LB,
        path: "/resource/oci_load_balancer_load_balancer/lb",
        value: "",
        message: `${open(LB)}${REACHED}${NO_WAF}`,
        fix: FIX,
      },
    ]);
  });

  test("is reported at the argument that says so", () => {
    expect(found({ oci_load_balancer_load_balancer: { lb: { is_private: false } } })).toEqual([
      expect.objectContaining({
        path: "/resource/oci_load_balancer_load_balancer/lb/is_private",
        value: "false",
      }),
    ]);
  });

  test("is found by its older type too", () => {
    const old: Resources = { oci_load_balancer: { old: { subnet_ids: [EDGE] } } };
    expect(found(ALONE, old).map(({ address }) => address)).toEqual(["oci_load_balancer.old"]);
  });

  test("is unproven where a variable says whether it is private", () => {
    const change = { oci_load_balancer_load_balancer: { lb: { is_private: "${var.private}" } } };
    expect(messages(change)).toEqual([
      `${unproven(LB)}whether ${LB} is private is known only when Terraform runs.${NO_WAF}`,
    ]);
  });

  const ELSEWHERE = `the subnet of ${LB}, which can be reached from the internet unless it is private, is not in the input.${NO_WAF}`;
  const CLOSED: Resources = { oci_core_security_list: { edge: securityList([], []) } };

  test.each<[string, unknown, readonly string[]]>([
    ["names no subnet", null, [`${open(LB)}${ELSEWHERE}`]],
    ["names a subnet by OCID", ["ocid1.subnet.oc1.iad.a"], [`${open(LB)}${ELSEWHERE}`]],
    [
      "stands in a closed subnet and in one that is not in the input",
      [EDGE, "ocid1.subnet.oc1.iad.a"],
      [`${open(LB)}${ELSEWHERE}`],
    ],
    ["stands in a closed subnet", [EDGE], []],
  ])("that %s", (_where, subnet_ids, expected) => {
    const lb = { oci_load_balancer_load_balancer: { lb: { subnet_ids } } };
    expect(messages(CLOSED, lb)).toEqual(expected);
  });

  /** A second subnet, and the load balancer in both. */
  const two = (
    ingress: readonly string[],
    order: (a: string, b: string) => string[],
  ): Resources => ({
    oci_core_route_table: { more: routeTable(["0.0.0.0/0", IGW]) },
    oci_core_security_list: { more: securityList(ingress, []) },
    oci_core_subnet: { more: subnet("more", 8) },
    oci_load_balancer_load_balancer: {
      lb: { subnet_ids: order(EDGE, "${oci_core_subnet.more.id}") },
    },
  });
  const OPEN_MORE = REACHED.replaceAll(".edge", ".more");

  test.each([
    ["first", (a: string, b: string) => [b, a]],
    ["last", (a: string, b: string) => [a, b]],
  ])("is judged by the worse of two subnets, which is the %s", (_where, order) => {
    const result = messages(OFFICE, two(["0.0.0.0/0"], order));
    expect(result).toEqual([`${open(LB)}${OPEN_MORE}${NO_WAF}`]);
  });

  test("is judged by the one of two subnets that lets anything in", () => {
    expect(
      messages(
        OFFICE,
        two([], (a, b) => [b, a]),
      ),
    ).toEqual([`${unproven(LB)}${REACHED_BY_OFFICE}${NO_WAF}`]);
  });

  test("is shown on the way into its subnet, station by station", () => {
    const { inbound } = proof("oci_core_subnet.edge");
    expect(inbound).toEqual([
      {
        verdict: "open",
        evidence: `T${REACHED.slice(1)}${NO_WAF}`,
        hops: [
          { stack: "", address: "internet", says: "Any place in the world." },
          {
            stack: "test",
            address: "oci_core_internet_gateway.igw",
            says: "The route of oci_core_route_table.edge to 0.0.0.0/0 leads to it.",
          },
          { stack: "test", address: LB, says: "It can be reached from the internet." },
          {
            stack: "test",
            address: "oci_core_subnet.edge",
            says: "Its security rules admit the traffic.",
          },
        ],
      },
    ]);
  });

  test("begins at the internet where its subnet is not in the input", () => {
    const lb = {
      oci_load_balancer_load_balancer: { lb: { subnet_ids: [EDGE, "ocid1.subnet.oc1..a"] } },
    };
    const { inbound } = proof("oci_core_subnet.edge", lb, {
      oci_core_security_list: { edge: securityList(["10.0.0.0/24"], []) },
    });
    expect(paths(inbound)).toEqual([`open: internet -> ${LB} -> oci_core_subnet.edge`]);
  });

  test("is a way into a subnet that admits its security group", () => {
    const NSG = "oci_core_network_security_group";
    const id = (name: string) => `\${${NSG}.${name}.id}`;
    const admits = (name: string): Resources => ({
      [NSG]: {
        lb: { compartment_id: "c" },
        other: { compartment_id: "c" },
        db: { compartment_id: "c" },
      },
      [`${NSG}_security_rule`]: {
        r: {
          network_security_group_id: id("db"),
          direction: "INGRESS",
          protocol: "6",
          source: id(name),
          source_type: "NETWORK_SECURITY_GROUP",
        },
      },
      oci_load_balancer_load_balancer: { lb: { network_security_group_ids: [id("lb")] } },
      oci_mysql_mysql_db_system: { db: { nsg_ids: [id("db")] } },
      oci_core_security_list: { data: securityList([], []) },
    });
    expect(paths(proof("oci_core_subnet.data", admits("lb")).inbound)).toEqual([
      `open: internet -> oci_core_internet_gateway.igw -> ${LB} -> oci_core_subnet.data`,
    ]);
    expect(proof("oci_core_subnet.data", admits("other")).inbound).toEqual([]);
  });
});

describe("a load balancer behind a firewall", () => {
  test("is shown with it on the way in, and with the countries that it lets in", () => {
    const [way, ...others] = proof("oci_core_subnet.edge", waf()).inbound;
    expect(others).toEqual([]);
    expect(way?.verdict).toBe("through-waf");
    expect(way?.evidence).toBe(`${W} turns away requests of every country but US.`);
    expect(way?.hops.slice(2)).toEqual([
      { stack: "test", address: LB, says: "It can be reached from the internet." },
      { stack: "test", address: W, says: "It reads requests before they are passed on." },
      {
        stack: "test",
        address: "oci_core_subnet.edge",
        says: "Its security rules admit the traffic.",
      },
    ]);
  });

  test("is shown with it too where it keeps nobody out", () => {
    const policy = { compartment_id: "c" };
    expect(paths(proof("oci_core_subnet.edge", waf(policy)).inbound)).toEqual([
      `open: internet -> oci_core_internet_gateway.igw -> ${LB} -> ${W} -> oci_core_subnet.edge`,
    ]);
  });

  test("keeps others out even where nothing tells whether it is private", () => {
    const change = { oci_load_balancer_load_balancer: { lb: { is_private: "${var.private}" } } };
    expect(found(merge(waf(), change))).toEqual([]);
  });
});

describe("a network load balancer", () => {
  const TYPE = "oci_network_load_balancer_network_load_balancer";
  const NLB = `${TYPE}.n`;
  const nlb = (more: object = {}): Resources => ({
    ...ALONE,
    [TYPE]: { n: { compartment_id: "c", subnet_id: EDGE, ...more } },
  });
  const AS_THEY_ARE =
    " A network load balancer passes on connections as they are: no web application firewall can stand before it.";

  test("is reported in full", () => {
    expect(found(nlb())).toEqual([
      {
        status: "outside",
        address: NLB,
        path: `/resource/${TYPE}/n`,
        value: "",
        message: `${open(NLB)}${REACHED}${AS_THEY_ARE}`,
        fix: "Set is_private, and put a load balancer with a web application firewall before it.",
      },
    ]);
  });

  test.each<[string, object, readonly string[]]>([
    ["private", { is_private: true }, []],
    ["private, by a text", { is_private: "true" }, []],
    [
      "private by a variable",
      { is_private: "${var.private}" },
      [
        `${unproven(NLB)}whether ${NLB} is private is known only when Terraform runs.${AS_THEY_ARE}`,
      ],
    ],
    [
      "in a subnet that is not in the input",
      { subnet_id: "ocid1.subnet.oc1.iad.a" },
      [
        `${open(NLB)}the subnet of ${NLB}, which can be reached from the internet unless it is private, is not in the input.${AS_THEY_ARE}`,
      ],
    ],
  ])("that is %s", (_where, more, expected) => {
    expect(messages(nlb(more))).toEqual(expected);
  });

  test("is unproven where its subnet admits an office alone", () => {
    expect(messages(OFFICE, nlb())).toEqual([`${unproven(NLB)}${REACHED_BY_OFFICE}${AS_THEY_ARE}`]);
  });
});

describe("an API gateway", () => {
  const API = "oci_apigateway_gateway.api";
  const gateway = (more: object = {}): Resources => ({
    ...ALONE,
    oci_apigateway_gateway: {
      api: { compartment_id: "c", subnet_id: EDGE, endpoint_type: "PUBLIC", ...more },
    },
  });
  const NO_WAF = ` No web application firewall stands before the API gateway ${API}.`;
  const ways = (...more: readonly Resources[]) =>
    proof("oci_core_subnet.edge", ...more).inbound.map(({ verdict, evidence }) => [
      verdict,
      evidence,
    ]);

  test("is a way into its subnet, and is reported by the rule about endpoints", () => {
    expect(ways(gateway())).toEqual([["open", `T${REACHED.slice(1)}${NO_WAF}`]]);
    expect(found(gateway())).toEqual([]);
    expect(paths(proof("oci_core_subnet.edge", gateway()).inbound)).toEqual([
      `open: internet -> oci_core_internet_gateway.igw -> ${API} -> oci_core_subnet.edge`,
    ]);
  });

  const DOUBT = [
    "unproven",
    `Whether ${API} is private is known only when Terraform runs.${NO_WAF}`,
  ];

  test.each<[unknown, readonly (readonly string[])[]]>([
    ["PRIVATE", []],
    ['${var.open ? "PRIVATE" : "PUBLIC"}', [["open", `T${REACHED.slice(1)}${NO_WAF}`]]],
    ["${var.type}", [DOUBT]],
    [null, [DOUBT]],
  ])("of type %j", (endpoint_type, expected) => {
    expect(ways(gateway({ endpoint_type }))).toEqual(expected);
  });

  test("is no way into a subnet that lets nothing in", () => {
    expect(ways(gateway(), { oci_core_security_list: { edge: securityList([], []) } })).toEqual([]);
  });
});

describe("a bastion", () => {
  const BASTION = "oci_bastion_bastion.b";
  const ARGUMENT = "client_cidr_block_allow_list";
  const bastion = (list: unknown): Resources => ({
    ...ALONE,
    oci_bastion_bastion: {
      b: { compartment_id: "c", target_subnet_id: "${oci_core_subnet.data.id}", [ARGUMENT]: list },
    },
    oci_core_security_list: { data: securityList(["10.0.2.0/24"], []) },
  });
  const ways = (list: unknown) =>
    proof("oci_core_subnet.data", bastion(list)).inbound.map(({ verdict, evidence }) => [
      verdict,
      evidence,
    ]);
  const takes = (range: string) => [["open", `${BASTION} takes sessions from ${range}.`]];
  const DOUBT = [
    ["unproven", `Nothing tells where the clients are that ${BASTION} takes sessions from.`],
  ];

  test.each<[unknown, readonly (readonly string[])[]]>([
    [["0.0.0.0/0"], takes("0.0.0.0/0")],
    [["10.0.0.0/8", "::/0"], takes("::/0")],
    [["203.0.113.0/24", "128.0.0.0/1"], takes("128.0.0.0/1")],
    [["203.0.113.0/24"], DOUBT],
    [["10.0.0.0/8", "203.0.113.0/24"], DOUBT],
    [["${var.range}"], DOUBT],
    [["${oci_core_vcn.v.cidr_block}"], DOUBT],
    [["anywhere"], DOUBT],
    [["10.0.0.0/8"], []],
    [["10.0.0.0/8", "192.168.0.0/16"], []],
    [["224.0.0.0/4"], []],
    [[], [["unproven", `${BASTION} does not say from where it takes sessions.`]]],
    [null, [["unproven", `${BASTION} does not say from where it takes sessions.`]]],
  ])("with the list %j", (list, expected) => {
    expect(ways(list)).toEqual(expected);
  });

  test("is shown station by station, and is reported by the rule about endpoints", () => {
    const [way] = proof("oci_core_subnet.data", bastion(["0.0.0.0/0"])).inbound;
    expect(way?.hops).toEqual([
      { stack: "", address: "internet", says: "Any place in the world." },
      {
        stack: "test",
        address: BASTION,
        says: "It lets clients in whose address is in its list.",
      },
      {
        stack: "test",
        address: "oci_core_subnet.data",
        says: "Its security rules admit the traffic.",
      },
    ]);
    expect(found(bastion(["0.0.0.0/0"]))).toEqual([]);
  });

  test("is no way into its subnet where the rules there do not admit the subnet's own range", () => {
    const closed = merge(bastion(["0.0.0.0/0"]), {
      oci_core_security_list: { data: securityList(["10.0.7.0/24"], []) },
    });
    expect(proof("oci_core_subnet.data", closed).inbound).toEqual([]);
  });
});
