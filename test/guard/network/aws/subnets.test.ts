import { awsStack, merge, proofsOf, type Resources } from "../topology";
import {
  DATA,
  edge,
  IN_V,
  IN_W,
  id,
  proof,
  route,
  TO_INTERNET,
  told,
  vpc,
  waysIn,
  waysOut,
} from "./vpc";

const PUBLIC = "Interfaces in aws_subnet.data can have public addresses.";
const ROUTE =
  "the route of aws_route.r to 0.0.0.0/0 leads to the internet by aws_internet_gateway.igw.";

describe("what stands in a subnet", () => {
  /** The sentence about what stands in the subnet `data`, without the instance. */
  const stands = (resources: Resources) => {
    const { role, evidence } = proof(
      merge(vpc(resources), { aws_instance: { h: { subnet_id: "subnet-1" } } }),
    );
    return `${role}: ${evidence.find((text) => text.includes("stand"))}`;
  };
  const NOTHING =
    "data: Nothing in the input stands in aws_subnet.data, so that it counts as a data subnet.";

  test.each([
    ["aws_lb", { subnets: [DATA], internal: true }],
    ["aws_alb", { subnets: [DATA], internal: true }],
    ["aws_elb", { subnets: [DATA], internal: true }],
    ["aws_nat_gateway", { subnet_id: DATA }],
    ["aws_networkfirewall_firewall", { subnet_mapping: [{ subnet_id: DATA }] }],
  ])("makes it an edge subnet where it is %s", (type, body) => {
    expect(stands({ [type]: { x: body } })).toBe(
      `edge: Nothing but ${type}.x stands in aws_subnet.data.`,
    );
  });

  test.each([
    ["aws_instance", { subnet_id: DATA }],
    ["aws_lambda_function", { vpc_config: [{ subnet_ids: [DATA] }] }],
    ["aws_autoscaling_group", { vpc_zone_identifier: [DATA] }],
    ["aws_db_subnet_group", { subnet_ids: [DATA] }],
    ["aws_redshift_subnet_group", { subnet_ids: [DATA] }],
    ["aws_vpclattice_thing", { subnet_ids: [DATA] }],
  ])("makes it a data subnet where it is %s", (type, body) => {
    expect(stands({ [type]: { x: body } })).toBe(`data: ${type}.x stands in aws_subnet.data.`);
  });

  test("is what uses a group of subnets too", () => {
    const database = {
      aws_db_subnet_group: { g: { subnet_ids: [DATA] } },
      aws_db_instance: { db: { db_subnet_group_name: id("aws_db_subnet_group", "g", "name") } },
    };
    expect(stands(database)).toBe(
      "data: aws_db_instance.db, aws_db_subnet_group.g stand in aws_subnet.data.",
    );
  });

  test.each([
    ["aws_network_acl", { subnet_ids: [DATA] }],
    ["aws_default_network_acl", { default_network_acl_id: "acl-1", subnet_ids: [DATA] }],
    ["aws_network_acl_association", { subnet_id: DATA, network_acl_id: "acl-1" }],
    ["aws_ec2_transit_gateway_vpc_attachment", { subnet_ids: [DATA] }],
    ["aws_vpc_endpoint", { subnet_ids: [DATA] }],
    ["aws_vpc_endpoint_subnet_association", { subnet_id: DATA }],
    ["aws_flow_log", { subnet_id: DATA }],
    ["aws_ec2_client_vpn_network_association", { subnet_id: DATA }],
    ["aws_network_interface_attachment", { subnet_id: DATA }],
    ["aws_ram_resource_association", { subnet_arn: DATA }],
    ["aws_route53_resolver_endpoint", { ip_address: [{ subnet_id: DATA }], subnet_ids: [DATA] }],
    ["terraform_data", { subnet_id: DATA }],
  ])("is nothing where %s names it", (type, body) => {
    expect(stands({ [type]: { x: body } })).toBe(NOTHING);
  });
});

describe("the security groups of what stands in a subnet", () => {
  /** What is said of traffic in, where a resource has `body`. */
  const says = (type: string, body: object) => {
    const [way] = waysIn(
      merge(vpc(TO_INTERNET, { [type]: { x: { subnet_ids: [DATA], ...body } } }), {
        aws_instance: { h: { subnet_id: "subnet-1" } },
      }),
    );
    return way?.[1].slice(ROUTE.length + 1).replace(` ${PUBLIC}`, "");
  };

  test.each<[string, object]>([
    ["security_groups", { security_groups: ["sg-1"] }],
    ["security_group_ids", { vpc_config: [{ security_group_ids: ["sg-1"] }] }],
    ["vpc_security_group_ids", { vpc_security_group_ids: ["sg-1"] }],
    ["security_group_id", { security_group_id: "sg-1" }],
    ["cluster_security_group", { cluster_security_group: "sg-1" }],
  ])("are those of %s", (_argument, body) => {
    expect(says("aws_thing", body)).toBe(
      "What a security group admits traffic from is not known: the security group sg-1 is not in the input.",
    );
  });

  test.each(["security_group_names", "insecurity_groups", "security_group_ids_count"])(
    "are not those of %s, but the default one",
    (argument) => {
      expect(says("aws_thing", { [argument]: ["sg-1"] })).toBeUndefined();
    },
  );

  test("are none of a group of subnets, which has no interface", () => {
    expect(says("aws_db_subnet_group", {})).toBe(
      "What the security group of what will stand in it admits traffic from is not known: nothing in the input stands in it yet.",
    );
  });

  test.each<[string, Resources, string]>([
    [
      "the one that it names",
      { aws_instance: { h: { vpc_security_group_ids: ["sg-1"] } } },
      "What a security group admits traffic from is not known: the security group sg-1 is not in the input.",
    ],
    [
      "one that is a variable",
      { aws_instance: { h: { vpc_security_group_ids: ["${aws_security_group.lost.id}"] } } },
      "What a security group admits traffic from is not known: ",
    ],
    [
      "the default one of a VPC that is not in the input",
      {
        aws_instance: { h: { vpc_security_group_ids: null } },
        aws_subnet: { data: { vpc_id: "vpc-1" } },
      },
      "What the default security group of its VPC admits traffic from is not known: the VPC is not in the input.",
    ],
  ])(
    "are not known where it is %s, and a finding points at what stands there",
    (_what, change, says) => {
      // The network ACL and the routes leave the security group alone to say it.
      const findings = told("data-subnet-unreachable", vpc(TO_INTERNET, change));
      expect(findings).toHaveLength(1);
      expect(findings[0]?.status).toBe("unproven");
      expect(findings[0]?.path).toBe("/resource/aws_instance/h");
      expect(findings[0]?.value).toBe("");
      expect(findings[0]?.message).toContain(says);
    },
  );
});

test("an empty subnet is judged as if anything could stand in it", () => {
  const empty = merge(vpc(TO_INTERNET), { aws_instance: { h: { subnet_id: "subnet-1" } } });
  const nothing =
    "Nothing in the input stands in aws_subnet.data, so that it counts as a data subnet.";
  const { fix, ...rest } = told("data-subnet-unreachable", empty)[0] ?? { fix: "" };
  expect(rest).toEqual({
    status: "unproven",
    address: "aws_subnet.data",
    path: "/resource/aws_subnet/data",
    value: "",
    message: `Nothing proves that the internet cannot connect to aws_subnet.data: ${ROUTE} What the security group of what will stand in it admits traffic from is not known: nothing in the input stands in it yet. ${PUBLIC} ${nothing}`,
  });
  expect(fix).toBe(
    "Route it to no internet gateway; let the internet reach a load balancer in a subnet of its own, behind a web ACL.",
  );
});

describe("the ranges of a VPC", () => {
  const TGW = id("aws_ec2_transit_gateway", "t");
  /** Whether VPC w, which is like `second`, is met by a route to `range`. */
  const isMet = (range: string, second: object, more: Resources = {}) =>
    waysOut(
      vpc(
        {
          aws_vpc: { w: second },
          aws_ec2_transit_gateway: { t: {} },
          aws_ec2_transit_gateway_vpc_attachment: {
            v: { ...IN_V, transit_gateway_id: TGW },
            w: { ...IN_W, transit_gateway_id: TGW },
          },
        },
        route(range, { transit_gateway_id: TGW }),
        more,
      ),
    ).length === 1;

  test.each<[string, boolean, string, object]>([
    ["its block", true, "10.1.0.0/16", { cidr_block: "10.1.0.0/16" }],
    ["a part of its block", true, "10.1.2.0/24", { cidr_block: "10.1.0.0/16" }],
    ["another block", false, "10.2.0.0/16", { cidr_block: "10.1.0.0/16" }],
    ["its IPv6 block", true, "fd00:1::/32", { ipv6_cidr_block: "fd00:1::/32" }],
    ["a block that it may have", true, "10.2.0.0/16", { cidr_block: "${var.cidr}" }],
    ["a block that a pool gives", true, "10.2.0.0/16", { ipv4_ipam_pool_id: "pool" }],
    [
      "a block other than the one that it takes from a pool",
      false,
      "10.2.0.0/16",
      { ipv4_ipam_pool_id: "pool", cidr_block: "10.1.0.0/16" },
    ],
    [
      "an IPv6 block that a pool gives",
      true,
      "fd00:2::/32",
      { cidr_block: "10.1.0.0/16", ipv6_ipam_pool_id: "pool" },
    ],
    [
      "an IPv6 block other than the one that it takes from a pool",
      false,
      "fd00:2::/32",
      { cidr_block: "10.1.0.0/16", ipv6_ipam_pool_id: "pool", ipv6_cidr_block: "fd00:1::/32" },
    ],
    [
      "an IPv6 block that AWS gives",
      true,
      "fd00:2::/32",
      { cidr_block: "10.1.0.0/16", assign_generated_ipv6_cidr_block: true },
    ],
    [
      "an IPv6 block that AWS may give",
      true,
      "fd00:2::/32",
      { cidr_block: "10.1.0.0/16", assign_generated_ipv6_cidr_block: "${var.ipv6}" },
    ],
    [
      "an IPv6 block that AWS does not give",
      false,
      "fd00:2::/32",
      { cidr_block: "10.1.0.0/16", assign_generated_ipv6_cidr_block: false },
    ],
  ])("are met by %s: %s", (_what, expected, range, second) => {
    expect(isMet(range, second)).toBe(expected);
  });

  test.each<[string, boolean, string, Resources]>([
    [
      "an IPv4 block",
      true,
      "10.2.0.0/16",
      { aws_vpc_ipv4_cidr_block_association: { a: { ...IN_W, cidr_block: "10.2.0.0/16" } } },
    ],
    [
      "an IPv6 block",
      true,
      "fd00:2::/32",
      { aws_vpc_ipv6_cidr_block_association: { a: { ...IN_W, ipv6_cidr_block: "fd00:2::/32" } } },
    ],
    [
      "an IPv6 block of a pool",
      true,
      "fd00:2::/32",
      { aws_vpc_ipv6_cidr_block_association: { a: { ...IN_W, ipv6_pool: "pool" } } },
    ],
    [
      "a block that is a variable",
      true,
      "10.2.0.0/16",
      { aws_vpc_ipv4_cidr_block_association: { a: { ...IN_W, cidr_block: "${var.more}" } } },
    ],
    [
      "a block of another VPC",
      false,
      "10.2.0.0/16",
      { aws_vpc_ipv4_cidr_block_association: { a: { ...IN_V, cidr_block: "10.2.0.0/16" } } },
    ],
    [
      "a block of a VPC that is not in the input",
      false,
      "10.2.0.0/16",
      {
        aws_vpc_ipv4_cidr_block_association: { a: { vpc_id: "vpc-1", cidr_block: "10.2.0.0/16" } },
      },
    ],
  ])("are more by an association of %s: %s", (_what, expected, range, more) => {
    expect(isMet(range, { cidr_block: "10.1.0.0/16" }, more)).toBe(expected);
  });

  test("are no addresses of the internet, whoever else has them", () => {
    const rules = { aws_security_group: { g: { ingress: [{ cidr_blocks: ["203.0.113.0/24"] }] } } };
    const own = { aws_vpc: { w: { cidr_block: "203.0.113.0/24" } } };
    expect(waysIn(vpc(TO_INTERNET, rules)).map(([way]) => way)).toEqual([
      "unproven: internet -> aws_internet_gateway.igw -> aws_subnet.data",
    ]);
    expect(waysIn(vpc(TO_INTERNET, rules, own))).toEqual([]);
  });
});

describe("the VPC of a subnet", () => {
  const LB = "open: internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_subnet.data";
  /** Paths in from the load balancer, with the subnets in these VPCs. */
  const into = (data: unknown, other: unknown) =>
    waysIn(
      vpc(
        edge({
          aws_security_group: { g: { ingress: [{ cidr_blocks: ["10.0.0.0/24"] }] } },
          aws_subnet: { data: { vpc_id: data }, edge: { vpc_id: other } },
        }),
      ),
    ).map(([way]) => way);

  test.each<[string, string, string, readonly string[]]>([
    ["the same", IN_V.vpc_id, IN_V.vpc_id, [LB]],
    ["the same, by its ID", "vpc-1", "vpc-1", [LB]],
    ["another, by its ID", "vpc-1", "vpc-2", []],
    ["another, of which the input holds one", IN_V.vpc_id, "vpc-2", []],
  ])("is %s as a load balancer's: %s, %s", (_what, data, other, expected) => {
    expect(into(data, other)).toEqual(expected);
  });

  test("is not one of itself where none is given", () => {
    expect(into(null, null)).toEqual([]);
  });

  test("is not known where it may be one of two", () => {
    const resources = vpc({
      aws_vpc: { w: { cidr_block: "10.1.0.0/16" } },
      aws_subnet: { data: { vpc_id: ["${aws_vpc.v.id}", "${aws_vpc.w.id}"] } },
      aws_route_table_association: { t: { count: 0 } },
    });
    expect(waysOut(resources)).toEqual([
      [
        "unproven: aws_subnet.data",
        "Nothing tells where its routes lead: its network, whose main route table it has, is not in the input.",
      ],
    ]);
  });
});

test("default subnets have a proof too, of which their VPC is not known", () => {
  const proofs = proofsOf({
    test: awsStack({ aws_default_subnet: { d: { availability_zone: "us-east-1a" } } }),
  });
  expect([...proofs.keys()]).toEqual(["aws_default_subnet.d"]);
  expect(proofs.get("aws_default_subnet.d")?.verdict).toBe("unproven");
});

test.each([
  ["${aws_default_subnet.d.id}", "aws_instance.i stands in aws_default_subnet.d."],
  [
    "subnet-1",
    "Nothing in the input stands in aws_default_subnet.d, so that it counts as a data subnet.",
  ],
])("of an instance in %s a default subnet says: %s", (subnet, sentence) => {
  const [proof] = proofsOf({
    test: awsStack({
      aws_default_subnet: { d: { availability_zone: "us-east-1a" } },
      aws_instance: { i: { subnet_id: subnet } },
    }),
  }).values();
  expect(proof?.evidence).toContain(sentence);
});
