import type { Resources } from "../topology";
import {
  DATA,
  edge,
  IGW,
  IN_V,
  IN_W,
  id,
  lines,
  proof,
  route,
  TABLE,
  TO_INTERNET,
  told,
  vpc,
  waysOut,
} from "./vpc";

const MAIN = "aws_main_route_table_association";
const DATA_BLOCKS = {
  data: {
    aws_internet_gateway: { d: {} },
    aws_instance: { d: {} },
    aws_route_table: { d: {} },
    aws_nat_gateway: { d: {} },
  },
};

const leads = (gateway: object, ...more: readonly Resources[]) =>
  waysOut(vpc(route("0.0.0.0/0", gateway), ...more), DATA_BLOCKS);

const ROUTE = "the route of aws_route.r to 0.0.0.0/0";
const LETS = "the default network ACL admits traffic to 0.0.0.0/0.";
const internet = (name: string) => [
  [
    `open: aws_subnet.data -> ${name} -> internet`,
    `T${ROUTE.slice(1)} leads to the internet by ${name}. ${LETS}`,
  ],
];
const unknown = (value: string, reason: string) => [
  [`unproven: aws_subnet.data -> ${value}`, `Nothing tells where ${ROUTE} leads: ${reason}.`],
];
const premises = (name: string) => [
  [
    `unproven: aws_subnet.data -> ${name}`,
    `Nothing tells where ${ROUTE} leads: it leads to a network whose place nothing tells.`,
  ],
];

describe("a route leads", () => {
  test.each<[string, string, Resources, string]>([
    ["gateway_id", IGW, {}, "aws_internet_gateway.igw"],
    ["gateway_id", "igw-1", {}, "igw-1"],
    ["gateway_id", "${data.aws_internet_gateway.d.id}", {}, "data.aws_internet_gateway.d"],
    ["nat_gateway_id", "nat-1", {}, "nat-1"],
    ["nat_gateway_id", "${var.nat}", {}, "what nat_gateway_id names"],
    [
      "nat_gateway_id",
      "${aws_nat_gateway.n.id}",
      { aws_nat_gateway: { n: { connectivity_type: "public" } } },
      "aws_nat_gateway.n",
    ],
    [
      "nat_gateway_id",
      "${aws_nat_gateway.n.id}",
      { aws_nat_gateway: { n: { connectivity_type: "${var.type}" } } },
      "aws_nat_gateway.n",
    ],
    [
      "nat_gateway_id",
      "${aws_nat_gateway.n.id}",
      { aws_nat_gateway: { n: { connectivity_type: '${var.x ? "private" : "public"}' } } },
      "aws_nat_gateway.n",
    ],
    ["egress_only_gateway_id", "eigw-1", {}, "eigw-1"],
    ["egress_only_gateway_id", "${var.gateway}", {}, "what egress_only_gateway_id names"],
    [
      "carrier_gateway_id",
      "${aws_ec2_carrier_gateway.c.id}",
      { aws_ec2_carrier_gateway: { c: IN_V } },
      "aws_ec2_carrier_gateway.c",
    ],
  ])("to the internet by %s, %s", (argument, value, more, name) => {
    expect(leads({ [argument]: value }, more)).toEqual(internet(name));
  });

  test.each<[string, string, Resources, string]>([
    ["gateway_id", "vgw-1", {}, "vgw-1"],
    [
      "gateway_id",
      "${aws_vpn_gateway.g.id}",
      { aws_vpn_gateway: { g: IN_V } },
      "aws_vpn_gateway.g",
    ],
    ["local_gateway_id", "lgw-1", {}, "lgw-1"],
  ])("to a network that is not in the cloud by %s, %s", (argument, value, more, name) => {
    expect(leads({ [argument]: value }, more)).toEqual(premises(name));
  });

  test.each<[string, string, string]>([
    ["gateway_id", "vpce-1", "what vpce-1 leads to is not in the input"],
    ["gateway_id", "${aws_vpc.v.id}", "what aws_vpc.v leads to is not in the input"],
    ["vpc_endpoint_id", "vpce-1", "what vpce-1 leads to is not in the input"],
    ["core_network_arn", "arn:core", "what arn:core leads to is not in the input"],
    ["instance_id", "i-1", "where i-1 stands is not in the input"],
    [
      "instance_id",
      "${data.aws_instance.d.id}",
      "where data.aws_instance.d stands is not in the input",
    ],
    ["network_interface_id", "eni-1", "where eni-1 stands is not in the input"],
  ])("to what the input does not hold by %s, %s", (argument, value, reason) => {
    expect(leads({ [argument]: value })).toEqual(unknown(value, reason));
  });

  test.each(["gateway_id", "transit_gateway_id", "vpc_peering_connection_id", "instance_id"])(
    "nowhere known by %s that is a variable",
    (argument) => {
      const [[way, evidence] = ["", ""], ...others] = leads({ [argument]: "${var.target}" });
      expect(others).toEqual([]);
      expect(way).toBe("unproven: aws_subnet.data -> ${var.target}");
      expect(evidence).toMatch(
        /^Nothing tells where the route of aws_route\.r to 0\.0\.0\.0\/0 leads: .*var\.target/,
      );
    },
  );

  test("nowhere by local, or by arguments that are empty", () => {
    expect(leads({ gateway_id: "local" })).toEqual([]);
    expect(leads({ gateway_id: "", nat_gateway_id: null, instance_id: "" })).toEqual([]);
    expect(leads({ gateway_id: "", nat_gateway_id: "nat-1" })).toEqual(internet("nat-1"));
  });

  test("to services of the cloud by an endpoint", () => {
    const endpoint = { aws_vpc_endpoint: { e: { ...IN_V, vpc_endpoint_type: "Gateway" } } };
    expect(leads({ gateway_id: id("aws_vpc_endpoint", "e") }, endpoint)).toEqual([
      [
        "cloud-services-only: aws_subnet.data -> aws_vpc_endpoint.e",
        "aws_vpc_endpoint.e reaches services of its own region only: services of the cloud.",
      ],
    ]);
  });

  test("to a host, and on by the routes of the subnet that it stands in", () => {
    const way = (name: string) => [
      [
        `open: aws_subnet.data -> ${name} -> aws_internet_gateway.igw -> internet`,
        `The route of aws_route_table.edge to 0.0.0.0/0 leads to the internet by aws_internet_gateway.igw. ${LETS}`,
      ],
    ];
    const inEdge = { subnet_id: id("aws_subnet", "edge") };
    const hosts = edge({
      aws_instance: { fw: inEdge, closed: { subnet_id: DATA } },
      aws_network_interface: { eni: inEdge },
      aws_nat_gateway: { private: { ...inEdge, connectivity_type: "private" } },
    });
    const to = (argument: string, type: string, name: string) =>
      leads({ [argument]: id(type, name) }, hosts);
    expect(to("instance_id", "aws_instance", "fw")).toEqual(way("aws_instance.fw"));
    expect(to("network_interface_id", "aws_network_interface", "eni")).toEqual(
      way("aws_network_interface.eni"),
    );
    expect(to("nat_gateway_id", "aws_nat_gateway", "private")).toEqual(
      way("aws_nat_gateway.private"),
    );
    expect(to("instance_id", "aws_instance", "closed")).toEqual([]);
  });

  test.each<[string, Resources, string]>([
    ["subnet-1", {}, "the subnet subnet-1 is not in the input"],
    ["${aws_vpc.v.id}", {}, "the subnet aws_vpc.v is not in the input"],
    [
      "${aws_subnet.lost.id}",
      { aws_subnet: { lost: { cidr_block: "10.0.9.0/24" } } },
      "its network, whose main route table it has, is not in the input",
    ],
  ])("to a host in %s, from where nothing tells where it goes on", (subnet_id, more, reason) => {
    expect(
      leads(
        { instance_id: id("aws_instance", "fw") },
        { aws_instance: { fw: { subnet_id } } },
        more,
      ),
    ).toEqual([
      [
        "unproven: aws_subnet.data -> aws_instance.fw",
        `Nothing tells where its routes lead: ${reason}.`,
      ],
    ]);
  });
});

describe("a finding about a route", () => {
  test("points at the argument that says where it leads", () => {
    expect(
      told("data-subnet-egress-inside", vpc(route("0.0.0.0/0", { nat_gateway_id: "nat-1" }))),
    ).toEqual([
      {
        status: "outside",
        address: "aws_subnet.data",
        path: "/resource/aws_route/r/nat_gateway_id",
        value: "nat-1",
        message: `Data can leave aws_subnet.data for any place in the world: ${ROUTE} leads to the internet by nat-1. ${LETS}`,
        fix: "Remove the route, or narrow it and the security rules to networks that lie inside; reach the cloud's own services by a service gateway or an endpoint.",
      },
    ]);
  });

  test("points at the route in the table", () => {
    const [finding] = told(
      "data-subnet-egress-inside",
      vpc({
        aws_route_table: {
          t: {
            route: [
              { cidr_block: "10.0.0.0/16", gateway_id: "local" },
              { cidr_block: "0.0.0.0/0", gateway_id: IGW },
            ],
          },
        },
      }),
    );
    expect(finding?.path).toBe("/resource/aws_route_table/t/route/1/gateway_id");
    expect(finding?.value).toBe(IGW);
  });
});

describe("the route table of a subnet", () => {
  /** The ways out of the subnet, whose association is with `table`. */
  const associated = (table: string, ...more: readonly Resources[]) =>
    waysOut(
      vpc({ aws_route_table_association: { t: { route_table_id: table } } }, ...more),
      DATA_BLOCKS,
    );
  const untold = (reason: string) => [
    ["unproven: aws_subnet.data", `Nothing tells where its routes lead: ${reason}.`],
  ];
  const inline = (table: string) => [
    [
      "open: aws_subnet.data -> aws_internet_gateway.igw -> internet",
      `The route of ${table} to 0.0.0.0/0 leads to the internet by aws_internet_gateway.igw. ${LETS}`,
    ],
  ];
  const OPEN = { route: [{ cidr_block: "0.0.0.0/0", gateway_id: IGW }] };

  test.each([
    ["rtb-1", "rtb-1"],
    ["${data.aws_route_table.d.id}", "data.aws_route_table.d"],
    ["${aws_vpc.v.id}", "aws_vpc.v"],
    ["${aws_route_table_association.t.id}", "aws_route_table_association.t"],
    ["${var.table}", "what is not in the input"],
  ])("is not in the input where it is %s", (table, name) => {
    expect(associated(table)).toEqual(untold(`the route table ${name} is not in the input`));
  });

  test("is the default one that the input manages", () => {
    const managed = {
      aws_default_route_table: {
        d: { default_route_table_id: "rtb-1", ...OPEN },
      },
    };
    expect(associated(id("aws_default_route_table", "d"), managed)).toEqual(
      inline("aws_default_route_table.d"),
    );
  });

  test.each(["main_route_table_id", "default_route_table_id"])(
    "is the main one of the VPC, by its %s",
    (attribute) => {
      const main = { [MAIN]: { m: { ...IN_V, route_table_id: id("aws_route_table", "main") } } };
      const table = { aws_route_table: { main: { ...IN_V, ...OPEN } } };
      const named = id("aws_vpc", "v", attribute);
      expect(associated(named, main, table)).toEqual(inline("aws_route_table.main"));
      expect(associated(named, table)).toEqual([]);
      expect(
        associated(named, {
          aws_route: {
            r: { route_table_id: named, destination_cidr_block: "0.0.0.0/0", gateway_id: IGW },
          },
        }),
      ).toEqual(inline("aws_route.r"));
    },
  );

  test("is not known where the VPC whose main table it is is not", () => {
    expect(
      associated(id("aws_default_vpc", "d", "main_route_table_id"), { aws_default_vpc: { d: {} } }),
    ).toEqual(untold("its network, whose main route table it has, is not in the input"));
  });

  test("is every one that an association may name", () => {
    const tables = {
      aws_route_table: { a: { ...IN_V, ...OPEN }, b: IN_V },
    };
    const { evidence, outbound } = proof(
      vpc(tables, {
        aws_route_table_association: {
          t: { route_table_id: [id("aws_route_table", "a"), id("aws_route_table", "b")] },
        },
      }),
    );
    expect(outbound).toHaveLength(1);
    expect(evidence).toEqual([
      "aws_instance.h stands in aws_subnet.data.",
      "No rule of aws_security_group.g admits traffic from the internet.",
    ]);
  });

  test("is made by an expression", () => {
    expect(waysOut(vpc({ aws_route_table: { t: { route: "${var.routes}" } } }))).toEqual(
      untold("an expression makes the routes of aws_route_table.t"),
    );
  });
});

describe("the main route table", () => {
  const WITHOUT = { aws_route_table_association: { t: { count: 0 } } };
  const main = (...more: readonly Resources[]) => proof(vpc(WITHOUT, ...more));

  test("is the one that AWS makes, where nothing else is set", () => {
    expect(main().evidence).toEqual([
      "aws_instance.h stands in aws_subnet.data.",
      "No route of the main route table of aws_vpc.v leads to an internet gateway.",
      "No route of the main route table of aws_vpc.v leads out of its network.",
    ]);
  });

  test("is the one that AWS makes, where it is named as the VPC's own", () => {
    const own = {
      [MAIN]: { m: { ...IN_V, route_table_id: id("aws_vpc", "v", "main_route_table_id") } },
    };
    expect(main(own)).toEqual(main());
  });

  test.each<[string, string, string]>([
    ["an ID", "rtb-1", "rtb-1"],
    ["another VPC's", id("aws_vpc", "w", "main_route_table_id"), "aws_vpc.w"],
  ])("is not in the input where it is %s", (_what, route_table_id, name) => {
    const other = { [MAIN]: { m: { ...IN_V, route_table_id } }, aws_vpc: { w: {} } };
    expect(main(other).outbound.map(({ evidence }) => evidence)).toEqual([
      `Nothing tells where its routes lead: the route table ${name} is not in the input.`,
    ]);
  });

  test("of another VPC does not count", () => {
    const open = { route: [{ cidr_block: "0.0.0.0/0", gateway_id: IGW }] };
    const resources = (of: object, vpcName: string) =>
      main({
        aws_vpc: { w: { cidr_block: "10.1.0.0/16" } },
        aws_route_table: { m: { ...of, ...open } },
        [MAIN]: { m: { ...of, route_table_id: id("aws_route_table", "m") } },
        aws_default_route_table: {
          d: { default_route_table_id: id("aws_vpc", vpcName, "default_route_table_id"), ...open },
        },
      }).outbound.length;
    expect(resources(IN_W, "w")).toBe(0);
    expect(resources(IN_W, "v")).toBe(1);
    expect(resources(IN_V, "w")).toBe(1);
  });

  test("is not known of a subnet whose VPC is not in the input", () => {
    const lost = { aws_subnet: { data: { vpc_id: "vpc-1" } } };
    expect(main(lost).outbound.map(({ evidence }) => evidence)).toEqual([
      "Nothing tells where its routes lead: its network, whose main route table it has, is not in the input.",
    ]);
  });
});

describe("routes that AWS adds to a table", () => {
  const S3: Resources = { aws_vpc_endpoint: { s3: { ...IN_V, route_table_ids: [TABLE] } } };

  test.each<[string, Resources, string]>([
    ["an endpoint that names it", S3, "aws_vpc_endpoint.s3"],
    [
      "the association of an endpoint",
      {
        aws_vpc_endpoint: { s3: IN_V },
        aws_vpc_endpoint_route_table_association: {
          a: { route_table_id: TABLE, vpc_endpoint_id: id("aws_vpc_endpoint", "s3") },
        },
      },
      "aws_vpc_endpoint_route_table_association.a",
    ],
  ])("lead to services of the cloud for %s", (_what, resources, address) => {
    expect(waysOut(vpc(resources))).toEqual([
      [
        `cloud-services-only: aws_subnet.data -> ${address}`,
        `${address} reaches services of its own region only: ${address}.`,
      ],
    ]);
  });

  test("are not those of an endpoint that names another table", () => {
    const other = { aws_vpc_endpoint: { s3: { ...IN_V, route_table_ids: ["rtb-1"] } } };
    expect(waysOut(vpc(other))).toEqual([]);
  });

  test.each<[string, Resources, string, string]>([
    [
      "the table lists",
      { aws_route_table: { t: { propagating_vgws: [id("aws_vpn_gateway", "g")] } } },
      "aws_route_table.t",
      "aws_vpn_gateway.g",
    ],
    [
      "the table lists by its ID",
      { aws_route_table: { t: { propagating_vgws: ["vgw-1"] } } },
      "aws_route_table.t",
      "vgw-1",
    ],
    [
      "a propagation names",
      {
        aws_vpn_gateway_route_propagation: {
          p: { route_table_id: TABLE, vpn_gateway_id: id("aws_vpn_gateway", "g") },
        },
      },
      "aws_vpn_gateway_route_propagation.p",
      "aws_vpn_gateway.g",
    ],
  ])("are learned from a gateway that %s", (_how, resources, source, name) => {
    expect(waysOut(vpc({ aws_vpn_gateway: { g: IN_V } }, resources))).toEqual([
      [
        `unproven: aws_subnet.data -> ${name}`,
        `Nothing tells where the route of ${source} to a destination that is not in the input leads: it leads to a network whose place nothing tells.`,
      ],
    ]);
  });

  test("are not learned by a propagation to another table", () => {
    const other = {
      aws_vpn_gateway_route_propagation: {
        p: { route_table_id: "rtb-1", vpn_gateway_id: "vgw-1" },
      },
    };
    expect(waysOut(vpc(other))).toEqual([]);
  });
});

test("what a subnet cannot be reached by directly is no way in", () => {
  const open = { aws_security_group: { g: { ingress: [{ cidr_blocks: ["0.0.0.0/0"] }] } } };
  const rule = (gateway: object) =>
    lines("data-subnet-unreachable", vpc(open, route("0.0.0.0/0", gateway))).length;
  expect(lines("data-subnet-unreachable", vpc(open, TO_INTERNET))).toHaveLength(1);
  expect(rule({ carrier_gateway_id: "cagw-1" })).toBe(1);
  expect(rule({ nat_gateway_id: "nat-1" })).toBe(0);
  expect(rule({ egress_only_gateway_id: "eigw-1" })).toBe(0);
  expect(rule({ egress_only_gateway_id: "${var.gateway}" })).toBe(0);
});
