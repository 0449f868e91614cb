import { merge, type Resources } from "../topology";
import { DATA, EDGE, edge, IN_V, id, lines, proof, told, vpc, ways, waysIn } from "./vpc";

const RULE = "internet-only-through-waf";
const OPEN =
  "the route of aws_route_table.edge to 0.0.0.0/0 leads to the internet by aws_internet_gateway.igw. the default network ACL admits traffic from 0.0.0.0/0. Interfaces in aws_subnet.edge can have public addresses.";
const FIX =
  "Set internal, or make it an application load balancer with an aws_wafv2_web_acl_association whose web ACL turns away every country that is not allowed.";

const OUTSIDE = `outside aws_lb.lb: Whoever is outside US can connect to aws_lb.lb: ${OPEN} No web ACL stands before aws_lb.lb.`;

const balancer = (...more: readonly Resources[]) => lines(RULE, vpc(edge(...more)));

/** A web ACL that turns away every country but one. */
const WAF: Resources = {
  aws_wafv2_web_acl: {
    acl: {
      default_action: { block: {} },
      rule: {
        name: "home",
        priority: 1,
        action: { allow: {} },
        statement: { geo_match_statement: { country_codes: ["US"] } },
      },
    },
  },
  aws_wafv2_web_acl_association: {
    a: {
      resource_arn: id("aws_lb", "lb", "arn"),
      web_acl_arn: id("aws_wafv2_web_acl", "acl", "arn"),
    },
  },
};

/** The data subnet admits what comes from the addresses of the edge subnet. */
const ADMITS_EDGE: Resources = {
  aws_security_group: { g: { ingress: [{ cidr_blocks: ["10.0.0.0/24"] }] } },
};

describe("a load balancer that faces the internet", () => {
  test.each<[string, object, object]>([
    ["not set", {}, { path: "/resource/aws_lb/lb", value: "" }],
    ["false", { internal: false }, { path: "/resource/aws_lb/lb/internal", value: "false" }],
  ])("is found at internal, which is %s", (_what, more, place) => {
    expect(told(RULE, vpc(edge({ aws_lb: { lb: more } })))).toEqual([
      {
        status: "outside",
        address: "aws_lb.lb",
        ...place,
        message: OUTSIDE.slice("outside aws_lb.lb: ".length),
        fix: FIX,
      },
    ]);
  });

  test("is unproven where a variable makes it internal, and none where it is", () => {
    expect(balancer({ aws_lb: { lb: { internal: "${var.internal}" } } })).toEqual([
      `unproven aws_lb.lb: Nothing proves that only US can connect to aws_lb.lb: ${OPEN} No web ACL stands before aws_lb.lb.`,
    ]);
    expect(balancer({ aws_lb: { lb: { internal: true } } })).toEqual([]);
  });

  test.each(["aws_alb", "aws_elb"])("is found as %s too", (type) => {
    const other: Resources = {
      aws_lb: { lb: { internal: true } },
      [type]: { x: { subnets: [EDGE], security_groups: [id("aws_security_group", "lb")] } },
    };
    expect(balancer(other)).toEqual([OUTSIDE.replaceAll("aws_lb.lb", `${type}.x`)]);
    expect(balancer(merge(other, { [type]: { x: { internal: true } } }))).toEqual([]);
  });

  test("is found by the subnets that it maps", () => {
    const mapped = (subnet: string): Resources => ({
      aws_lb: { lb: { subnets: null, subnet_mapping: [{ subnet_id: subnet }] } },
    });
    expect(balancer(mapped(EDGE))).toEqual([OUTSIDE]);
    expect(balancer(mapped(DATA))).toEqual([]);
  });

  const UNKNOWN =
    "outside aws_lb.lb: Whoever is outside US can connect to aws_lb.lb: the subnets of aws_lb.lb, which faces the internet unless it is internal, are not in the input. No web ACL stands before aws_lb.lb.";

  test.each<[string, unknown]>([
    ["are not given", null],
    ["are given by an ID", ["subnet-0a1b2c3d"]],
    ["are given by an ID in part", [DATA, "subnet-0a1b2c3d"]],
  ])("is taken for reachable where its subnets %s", (_what, subnets) => {
    expect(balancer({ aws_lb: { lb: { subnets } } })).toEqual([UNKNOWN]);
    expect(balancer(WAF, { aws_lb: { lb: { subnets } } })).toEqual([]);
  });

  test("is reached where one of its subnets is open, of several", () => {
    const office: Resources = {
      aws_subnet: { office: { ...IN_V, cidr_block: "10.0.2.0/24" } },
      aws_route_table_association: {
        office: {
          subnet_id: id("aws_subnet", "office"),
          route_table_id: id("aws_route_table", "edge"),
        },
      },
      aws_network_acl: {
        office: {
          ...IN_V,
          subnet_ids: [id("aws_subnet", "office")],
          ingress: [{ action: "allow", cidr_block: "203.0.113.0/24" }],
        },
      },
    };
    const at = (...subnets: readonly string[]) => balancer(office, { aws_lb: { lb: { subnets } } });
    expect(at(DATA, EDGE)).toEqual([OUTSIDE]);
    expect(at(id("aws_subnet", "office"), EDGE)).toEqual([OUTSIDE]);
    expect(at(DATA, id("aws_subnet", "office"))).toEqual([
      "unproven aws_lb.lb: Nothing proves that only US can connect to aws_lb.lb: the route of aws_route_table.edge to 0.0.0.0/0 leads to the internet by aws_internet_gateway.igw. aws_network_acl.office admits traffic from 203.0.113.0/24, and nothing tells where those addresses are. Interfaces in aws_subnet.office can have public addresses. No web ACL stands before aws_lb.lb.",
    ]);
    expect(at(DATA)).toEqual([]);
  });

  test.each<[string, object, readonly string[]]>([
    ["an application load balancer without a group", { security_groups: null }, []],
    [
      "a network load balancer without a group",
      { security_groups: null, load_balancer_type: "network" },
      [OUTSIDE],
    ],
    [
      "a network load balancer with a closed group",
      { security_groups: [id("aws_security_group", "g")], load_balancer_type: "network" },
      [],
    ],
    [
      "an application load balancer by its type",
      { security_groups: null, load_balancer_type: "application" },
      [],
    ],
    [
      "one of a type that is a variable",
      { security_groups: null, load_balancer_type: "${var.type}" },
      [OUTSIDE],
    ],
    [
      "one of a type that is a variable, with a closed group",
      { security_groups: [id("aws_security_group", "g")], load_balancer_type: "${var.type}" },
      [],
    ],
  ])("is open as far as %s lets it", (_what, more, expected) => {
    expect(balancer({ aws_lb: { lb: more } })).toEqual(expected);
  });

  test("is a way into what admits it, on from where it is reached", () => {
    expect(waysIn(vpc(edge(ADMITS_EDGE)))).toEqual([
      [
        "open: internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_subnet.data",
        `T${OPEN.slice(1)} No web ACL stands before aws_lb.lb.`,
      ],
    ]);
    expect(waysIn(vpc(edge()))).toEqual([]);
  });

  test("is a way into a subnet by its security group", () => {
    const admits = (group: string) =>
      waysIn(
        vpc(
          edge({
            aws_security_group: { g: { ingress: [{ security_groups: [group] }] }, x: IN_V },
          }),
        ),
      ).map(([way]) => way);
    expect(admits(id("aws_security_group", "lb"))).toEqual([
      "open: internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_subnet.data",
    ]);
    expect(admits(id("aws_security_group", "x"))).toEqual([]);
  });

  test("stands in each of its subnets, and is reached in those that are open", () => {
    // None of the addresses that the load balancer takes requests from is its own.
    const both = vpc(
      edge({
        aws_lb: { lb: { subnets: [DATA, EDGE] } },
        aws_security_group: { lb: { ingress: [{ cidr_blocks: ["128.0.0.0/1"] }] } },
      }),
    );
    expect(waysIn(both)).toEqual([]);
    expect(ways(proof(both, {}, "aws_subnet.edge").inbound).map(([way]) => way)).toEqual([
      "open: internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_subnet.edge",
    ]);
  });

  test("shows what stands before it, stop by stop", () => {
    const { inbound } = proof(vpc(edge(WAF, ADMITS_EDGE)));
    expect(inbound).toEqual([
      {
        verdict: "through-waf",
        evidence: "aws_wafv2_web_acl.acl turns away requests of every country but US.",
        hops: [
          { stack: "", address: "internet", says: "Any place in the world." },
          {
            stack: "test",
            address: "aws_internet_gateway.igw",
            says: "The route of aws_route_table.edge to 0.0.0.0/0 leads to it.",
          },
          { stack: "test", address: "aws_lb.lb", says: "It can be reached from the internet." },
          {
            stack: "test",
            address: "aws_wafv2_web_acl.acl",
            says: "It reads requests before they are passed on.",
          },
          {
            stack: "test",
            address: "aws_subnet.data",
            says: "Its security rules admit the traffic.",
          },
        ],
      },
    ]);
  });

  test("has the internet before it where nothing tells the way", () => {
    const resources = vpc(
      edge(ADMITS_EDGE, { aws_lb: { lb: { subnets: [EDGE, "subnet-0a1b2c3d"] } } }),
      { aws_route_table: { edge: { route: [] } } },
    );
    expect(waysIn(resources).map(([way]) => way)).toEqual([
      "open: internet -> aws_lb.lb -> aws_subnet.data",
    ]);
  });
});

describe("a client VPN endpoint", () => {
  const endpoint = (association: object): Resources => ({
    aws_ec2_client_vpn_endpoint: { c: { description: "staff" }, d: { description: "others" } },
    aws_ec2_client_vpn_network_association: { a: association },
  });
  const C = id("aws_ec2_client_vpn_endpoint", "c");
  const inEdge = { client_vpn_endpoint_id: C, subnet_id: EDGE };
  const WITHOUT_LB: Resources = { aws_lb: { lb: { internal: true } } };

  test("is unproven, and so is every other one", () => {
    const finding = (name: string) => ({
      status: "unproven",
      address: `aws_ec2_client_vpn_endpoint.${name}`,
      path: `/resource/aws_ec2_client_vpn_endpoint/${name}`,
      value: "",
      message: `Nothing proves that only US can connect to aws_ec2_client_vpn_endpoint.${name}: nothing tells where the clients of aws_ec2_client_vpn_endpoint.${name} are.`,
      fix: "Waive it with who connects and from where.",
    });
    expect(told(RULE, vpc(edge(WITHOUT_LB, endpoint(inEdge))))).toEqual([
      finding("c"),
      finding("d"),
    ]);
  });

  test("is a way into what admits the subnet that it is associated with", () => {
    const { inbound } = proof(vpc(edge(WITHOUT_LB, ADMITS_EDGE, endpoint(inEdge))));
    expect(inbound).toEqual([
      {
        verdict: "unproven",
        evidence: "Nothing tells where the clients of aws_ec2_client_vpn_endpoint.c are.",
        hops: [
          { stack: "", address: "internet", says: "Any place in the world." },
          {
            stack: "test",
            address: "aws_ec2_client_vpn_endpoint.c",
            says: "It lets in clients that it authenticates.",
          },
          {
            stack: "test",
            address: "aws_subnet.data",
            says: "Its security rules admit the traffic.",
          },
        ],
      },
    ]);
  });

  test.each<[string, Resources]>([
    [
      "that admits other addresses",
      merge(endpoint(inEdge), { aws_security_group: { g: { ingress: [] } } }),
    ],
    [
      "where no endpoint is associated with it",
      endpoint({ client_vpn_endpoint_id: "cvpn-endpoint-1", subnet_id: EDGE }),
    ],
    ["where the association is with another subnet", endpoint({ ...inEdge, subnet_id: DATA })],
  ])("is no way into a subnet %s", (_what, change) => {
    expect(waysIn(vpc(edge(WITHOUT_LB, ADMITS_EDGE, change)))).toEqual([]);
  });

  test("is a way in where an association names it among others", () => {
    const both = endpoint({
      client_vpn_endpoint_id: [id("aws_ec2_client_vpn_endpoint", "d"), C],
      subnet_id: EDGE,
    });
    expect(waysIn(vpc(edge(WITHOUT_LB, ADMITS_EDGE, both))).map(([way]) => way)).toEqual([
      "unproven: internet -> aws_ec2_client_vpn_endpoint.c -> aws_subnet.data",
      "unproven: internet -> aws_ec2_client_vpn_endpoint.d -> aws_subnet.data",
    ]);
  });
});
