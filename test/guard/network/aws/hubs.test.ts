import { merge, type Resources } from "../topology";
import { DATA, edge, IN_V, IN_W, id, proof, route, vpc, waysOut } from "./vpc";

const TGW = "aws_ec2_transit_gateway";
const ATTACHMENT = "aws_ec2_transit_gateway_vpc_attachment";
const TGW_PEERING = "aws_ec2_transit_gateway_peering_attachment";
const PEERING = "aws_vpc_peering_connection";

const T = id(TGW, "t");
const HUB: Resources = { [TGW]: { t: {} } };
const TO_T = route("10.0.0.0/8", { transit_gateway_id: T });

/** A second VPC with a subnet `far`. */
const SECOND: Resources = {
  aws_vpc: { w: { cidr_block: "10.1.0.0/16" } },
  aws_subnet: { far: { ...IN_W, cidr_block: "10.1.0.0/24" } },
};
const FAR = id("aws_subnet", "far");
const attached = (name: string, more: object): Resources => ({
  [ATTACHMENT]: { [name]: { transit_gateway_id: T, ...more } },
});
const BOTH = merge(
  attached("v", { ...IN_V, subnet_ids: [DATA] }),
  attached("w", { ...IN_W, subnet_ids: [FAR] }),
);

/** Providers of two regions. */
const regions = (far: string) => ({
  provider: { aws: [{ region: "us-east-1" }, { alias: "far", region: far }] },
});

describe("VPCs on a transit gateway", () => {
  test("are joined, each way", () => {
    const { outbound, inbound } = proof(
      vpc(HUB, SECOND, BOTH, TO_T, {
        aws_security_group: { g: { ingress: [{ cidr_blocks: ["10.0.0.0/8"] }] } },
      }),
    );
    const [out] = outbound;
    expect(outbound).toHaveLength(1);
    expect(out).toEqual({
      verdict: "inside",
      evidence: `${TGW}.t joins aws_vpc.w, which lie inside.`,
      hops: [
        { stack: "test", address: "aws_subnet.data", says: expect.any(String) },
        {
          stack: "test",
          address: `${TGW}.t`,
          says: "The route of aws_route.r to 10.0.0.0/8 leads to it.",
        },
        { stack: "test", address: "aws_vpc.w", says: "It joins aws_vpc.w." },
      ],
    });
    expect(inbound.map(({ hops }) => hops.map(({ address }) => address))).toEqual([
      ["aws_vpc.w", `${TGW}.t`, "aws_subnet.data"],
    ]);
  });

  test("are not joined where one of them is attached to another gateway", () => {
    const other = merge(HUB, { [TGW]: { o: {} } }, SECOND, BOTH, TO_T);
    expect(waysOut(vpc(other, attached("w", { transit_gateway_id: id(TGW, "o") })))).toEqual([]);
  });

  test("lead to a VPC that the input does not hold, in the region of the attachment", () => {
    const unheld = (more: object, providers: object = {}) =>
      waysOut(vpc(HUB, TO_T, attached("x", { vpc_id: "vpc-0a1b2c3d", ...more })), providers);
    expect(unheld({})).toEqual([
      [
        `peered-inside: aws_subnet.data -> ${TGW}.t -> ${ATTACHMENT}.x`,
        `The peer vpc-0a1b2c3d of ${ATTACHMENT}.x lies in us-east-1.`,
      ],
    ]);
    expect(unheld({ provider: "aws.far" }, regions("eu-west-1"))).toEqual([
      [
        `open: aws_subnet.data -> ${TGW}.t -> ${ATTACHMENT}.x`,
        `The peer vpc-0a1b2c3d of ${ATTACHMENT}.x lies in eu-west-1.`,
      ],
    ]);
    expect(unheld({ provider: "aws.far" }, regions("${var.region}"))).toEqual([
      [
        `unproven: aws_subnet.data -> ${TGW}.t -> ${ATTACHMENT}.x`,
        `The peer vpc-0a1b2c3d of ${ATTACHMENT}.x lies in a region that nothing tells.`,
      ],
    ]);
  });

  test.each([
    ["aws_vpn_connection", "transit_gateway_id"],
    ["aws_dx_gateway_association", "associated_gateway_id"],
  ])("lead to a network that is not in the cloud by %s", (type, argument) => {
    const [way, ...others] = proof(vpc(HUB, TO_T, { [type]: { x: { [argument]: T } } })).outbound;
    expect(others).toEqual([]);
    expect(way).toEqual(
      expect.objectContaining({
        verdict: "unproven",
        evidence: `Nothing tells where the network behind ${type}.x stands.`,
      }),
    );
    expect(way?.hops.at(-1)).toEqual({
      stack: "test",
      address: `${type}.x`,
      says: "It leads to a network that is not in the cloud.",
    });
    expect(waysOut(vpc(HUB, TO_T, { [type]: { x: { [argument]: "tgw-1" } } }))).toEqual([]);
  });
});

describe("a VPC on a transit gateway sends on what comes from there", () => {
  const NAT: Resources = { aws_nat_gateway: { n: { subnet_id: FAR } } };
  const TO_ALL = route("0.0.0.0/0", { transit_gateway_id: T });
  const farTable = (routes: unknown, ...more: readonly Resources[]) =>
    waysOut(
      vpc(
        HUB,
        SECOND,
        BOTH,
        TO_ALL,
        NAT,
        {
          aws_route_table: { far: { ...IN_W, route: routes } },
          aws_route_table_association: {
            far: { subnet_id: FAR, route_table_id: id("aws_route_table", "far") },
          },
        },
        ...more,
      ),
    );
  const to = (gateway: object) => [{ cidr_block: "0.0.0.0/0", ...gateway }];
  const JOINED = [
    `inside: aws_subnet.data -> ${TGW}.t -> aws_vpc.w`,
    `${TGW}.t joins aws_vpc.w, which lie inside.`,
  ];
  const BACK = [
    `inside: aws_subnet.data -> ${TGW}.t -> aws_vpc.w -> ${TGW}.t -> aws_vpc.v`,
    `${TGW}.t joins aws_vpc.v, which lie inside.`,
  ];
  const ONWARD = [
    `open: aws_subnet.data -> ${TGW}.t -> aws_vpc.w -> aws_nat_gateway.n -> internet`,
    "The route of aws_route_table.far to 0.0.0.0/0 leads to the internet by aws_nat_gateway.n. the default network ACL admits traffic to 0.0.0.0/0.",
  ];

  test.each<[string, unknown, readonly unknown[]]>([
    ["no route", [], [JOINED]],
    ["a route back to the gateway", to({ transit_gateway_id: T }), [JOINED]],
    ["a route within itself", to({ gateway_id: "local" }), [JOINED]],
    [
      "a route to a NAT gateway",
      to({ nat_gateway_id: id("aws_nat_gateway", "n") }),
      [ONWARD, JOINED],
    ],
    [
      "a route to a NAT gateway, and one back",
      [
        ...to({ nat_gateway_id: id("aws_nat_gateway", "n") }),
        { cidr_block: "10.0.0.0/8", transit_gateway_id: T },
      ],
      [ONWARD, JOINED, BACK],
    ],
    [
      "routes that an expression makes",
      "${var.routes}",
      [
        [
          `unproven: aws_subnet.data -> ${TGW}.t -> aws_vpc.w`,
          "Nothing tells where its routes lead: an expression makes the routes of aws_route_table.far.",
        ],
        JOINED,
      ],
    ],
  ])("by %s", (_how, routes, ways) => {
    expect(farTable(routes)).toEqual(ways);
  });

  test("once, where two of its subnets share a table", () => {
    const two: Resources = {
      aws_subnet: { more: { ...IN_W, cidr_block: "10.1.1.0/24" } },
      aws_route_table_association: {
        more: {
          subnet_id: id("aws_subnet", "more"),
          route_table_id: id("aws_route_table", "far"),
        },
      },
      [ATTACHMENT]: { w: { subnet_ids: [FAR, id("aws_subnet", "more")] } },
    };
    const routes = to({ nat_gateway_id: id("aws_nat_gateway", "n") });
    expect(farTable(routes, two)).toHaveLength(2);
  });

  test("as nothing tells, where a subnet of it is not in the input", () => {
    expect(farTable([], { [ATTACHMENT]: { w: { subnet_ids: ["subnet-1"] } } })).toEqual([
      [
        `unproven: aws_subnet.data -> ${TGW}.t -> aws_vpc.w`,
        "Nothing tells where its routes lead: the subnet subnet-1 is not in the input.",
      ],
      JOINED,
    ]);
  });
});

describe("transit gateways that are peered", () => {
  const peered = (more: object, providers: object = {}) =>
    waysOut(
      vpc(HUB, TO_T, {
        [TGW_PEERING]: {
          p: { transit_gateway_id: T, peer_transit_gateway_id: "tgw-9", ...more },
        },
      }),
      {
        ...providers,
        data: { aws_caller_identity: { me: {} } },
        variable: { west: { type: "bool" } },
      },
    );
  const PATH = `aws_subnet.data -> ${TGW}.t -> ${TGW_PEERING}.p`;
  const lies = (where: string) => `The peer tgw-9 of ${TGW_PEERING}.p lies in ${where}.`;

  test.each<[string, object, string, string]>([
    ["no region", {}, "peered-inside", "us-east-1"],
    ["an allowed region", { peer_region: "us-west-2" }, "peered-inside", "us-west-2"],
    ["a region outside", { peer_region: "eu-west-1" }, "open", "eu-west-1"],
    [
      "a region that is a variable",
      { peer_region: "${var.region}" },
      "unproven",
      "a region that nothing tells",
    ],
    [
      "a region that there is not",
      { peer_region: "mars-north-1" },
      "unproven",
      "a region that nothing tells",
    ],
    [
      "one of two regions",
      { peer_region: '${var.west ? "us-west-2" : "eu-west-1"}' },
      "open",
      "us-west-2 or eu-west-1",
    ],
    [
      "one of two regions, of which one there is not",
      { peer_region: '${var.west ? "us-west-2" : "mars-north-1"}' },
      "unproven",
      "us-west-2 or a region that nothing tells",
    ],
    [
      "another account",
      { peer_account_id: "123456789012" },
      "unproven",
      "us-east-1, in another account",
    ],
    [
      "another account, and a region outside",
      { peer_account_id: "123456789012", peer_region: "eu-west-1" },
      "open",
      "eu-west-1, in another account",
    ],
    [
      "one's own account",
      { peer_account_id: "${data.aws_caller_identity.me.account_id}" },
      "peered-inside",
      "us-east-1",
    ],
  ])("with %s", (_what, more, verdict, where) => {
    expect(peered(more)).toEqual([[`${verdict}: ${PATH}`, lies(where)]]);
  });

  test("are stops of a path", () => {
    const { outbound } = proof(
      vpc(HUB, TO_T, {
        [TGW_PEERING]: { p: { transit_gateway_id: T, peer_transit_gateway_id: "tgw-9" } },
      }),
    );
    expect(outbound[0]?.hops.at(-1)).toEqual({
      stack: "test",
      address: `${TGW_PEERING}.p`,
      says: "It is a peering.",
    });
  });

  test("are found from the gateway that is asked, with the region of the one that asks", () => {
    const asked = {
      transit_gateway_id: "tgw-9",
      peer_transit_gateway_id: T,
      peer_region: "us-east-1",
    };
    expect(peered({ ...asked, peer_account_id: "123456789012" })).toEqual([
      [`peered-inside: ${PATH}`, lies("us-east-1")],
    ]);
    expect(peered({ ...asked, provider: "aws.far" }, regions("eu-west-1"))).toEqual([
      [`open: ${PATH}`, lies("eu-west-1")],
    ]);
  });
});

describe("a route to what the input does not hold", () => {
  const DATA_BLOCKS = {
    data: { [TGW]: { d: {} }, [PEERING]: { d: {} } },
  };
  const leads = (gateway: object, ...more: readonly Resources[]) =>
    waysOut(vpc(route("10.9.0.0/16", gateway), SECOND, ...more), DATA_BLOCKS).map(
      ([, evidence]) => evidence,
    );
  const nothing = (reason: string) => [
    `Nothing tells where the route of aws_route.r to 10.9.0.0/16 leads: ${reason}.`,
  ];

  test.each([
    ["tgw-1", "tgw-1"],
    [`\${data.${TGW}.d.id}`, `data.${TGW}.d`],
    ["${aws_vpc.w.id}", "aws_vpc.w"],
  ])("by the transit gateway %s leads nowhere known", (value, name) => {
    expect(leads({ transit_gateway_id: value })).toEqual(
      nothing(`what hangs on ${name} is not in the input`),
    );
  });

  test.each([
    ["pcx-1", "pcx-1"],
    [`\${data.${PEERING}.d.id}`, `data.${PEERING}.d`],
    ["${aws_vpc.w.id}", "aws_vpc.w"],
  ])("by the peering %s leads nowhere known", (value, name) => {
    expect(leads({ vpc_peering_connection_id: value })).toEqual(
      nothing(`the peer of ${name} is not in the input`),
    );
  });

  test.each<[string, Resources, string]>([
    [
      "an accepter of a peering of elsewhere",
      { [`${PEERING}_accepter`]: { a: { vpc_peering_connection_id: "pcx-1" } } },
      `${PEERING}_accepter`,
    ],
    ["an accepter of nothing", { [`${PEERING}_accepter`]: { a: {} } }, `${PEERING}_accepter`],
    [
      "options of a peering of elsewhere",
      { [`${PEERING}_options`]: { a: { vpc_peering_connection_id: "pcx-1" } } },
      `${PEERING}_options`,
    ],
    [
      "accepters that name each other",
      {
        [`${PEERING}_accepter`]: {
          a: { vpc_peering_connection_id: `\${${PEERING}_accepter.b.id}` },
          b: { vpc_peering_connection_id: `\${${PEERING}_accepter.a.id}` },
        },
      },
      `${PEERING}_accepter`,
    ],
  ])("by %s leads nowhere known", (_what, resources, type) => {
    expect(leads({ vpc_peering_connection_id: id(type, "a") }, resources)).toEqual(
      nothing(`${type}.a accepts a peering that is not in the input`),
    );
  });
});

describe("a VPC peering", () => {
  const TO_W = (value: string) => route("10.1.0.0/16", { vpc_peering_connection_id: value });
  const ASKS = { [PEERING]: { p: { ...IN_V, peer_vpc_id: id("aws_vpc", "w") } } };
  const WAY = [
    `inside: aws_subnet.data -> ${PEERING}.p -> aws_vpc.w`,
    `${PEERING}.p joins aws_vpc.w, which lie inside.`,
  ];

  test.each<[string, Resources, string]>([
    ["itself", {}, id(PEERING, "p")],
    [
      "its accepter",
      { [`${PEERING}_accepter`]: { a: { vpc_peering_connection_id: id(PEERING, "p") } } },
      id(`${PEERING}_accepter`, "a"),
    ],
    [
      "its options",
      { [`${PEERING}_options`]: { a: { vpc_peering_connection_id: id(PEERING, "p") } } },
      id(`${PEERING}_options`, "a"),
    ],
  ])("is met by %s", (_how, more, value) => {
    expect(waysOut(vpc(SECOND, ASKS, more, TO_W(value)))).toEqual([WAY]);
  });

  test("is met from the VPC that is asked, with the region of the one that asks", () => {
    const asked = (more: object, providers: object = {}) =>
      waysOut(
        vpc(TO_W(id(PEERING, "p")), {
          [PEERING]: {
            p: {
              vpc_id: "vpc-9",
              peer_vpc_id: id("aws_vpc", "v"),
              peer_owner_id: "123456789012",
              peer_region: "us-east-1",
              ...more,
            },
          },
        }),
        providers,
      );
    const PATH = `aws_subnet.data -> ${PEERING}.p -> ${PEERING}.p`;
    expect(asked({})).toEqual([
      [`peered-inside: ${PATH}`, `The peer vpc-9 of ${PEERING}.p lies in us-east-1.`],
    ]);
    expect(asked({ provider: "aws.far" }, regions("eu-west-1"))).toEqual([
      [`open: ${PATH}`, `The peer vpc-9 of ${PEERING}.p lies in eu-west-1.`],
    ]);
  });

  test("leads to one of the networks that it may be with", () => {
    const either = { [PEERING]: { p: { ...IN_V, peer_vpc_id: '${var.x ? "vpc-8" : "vpc-9"}' } } };
    const [way] = waysOut(vpc(either, TO_W(id(PEERING, "p"))), {
      variable: { x: { type: "bool" } },
    });
    expect(way?.[1]).toBe(`The peer vpc-8 or vpc-9 of ${PEERING}.p lies in us-east-1.`);
  });

  test("with another account is unproven", () => {
    const foreign = {
      [PEERING]: { p: { ...IN_V, peer_vpc_id: "vpc-9", peer_owner_id: "123456789012" } },
    };
    expect(waysOut(vpc(foreign, TO_W(id(PEERING, "p"))))).toEqual([
      [
        `unproven: aws_subnet.data -> ${PEERING}.p -> ${PEERING}.p`,
        `The peer vpc-9 of ${PEERING}.p lies in us-east-1, in another account.`,
      ],
    ]);
  });
});

describe("a load balancer of another network", () => {
  /** The load balancer in VPC v; `far` in VPC w admits what comes from v. */
  const reaches = (...joint: readonly Resources[]) => {
    const resources = merge(
      vpc(edge(), SECOND),
      {
        aws_security_group: { far: { ...IN_W, ingress: [{ cidr_blocks: ["10.0.0.0/16"] }] } },
        aws_instance: {
          far: { subnet_id: FAR, vpc_security_group_ids: [id("aws_security_group", "far")] },
        },
      },
      ...joint,
    );
    return proof(resources, {}, "aws_subnet.far").inbound.map(({ hops }) =>
      hops.map(({ address }) => address).join(" -> "),
    );
  };
  const WAY = "internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_subnet.far";

  test.each<[string, readonly Resources[]]>([
    ["a transit gateway", [HUB, BOTH]],
    ["a peering of VPCs", [{ [PEERING]: { p: { ...IN_V, peer_vpc_id: id("aws_vpc", "w") } } }]],
    [
      "a peering of transit gateways",
      [
        HUB,
        BOTH,
        { [TGW]: { o: {} } },
        attached("w", { transit_gateway_id: id(TGW, "o") }),
        { [TGW_PEERING]: { p: { transit_gateway_id: T, peer_transit_gateway_id: id(TGW, "o") } } },
      ],
    ],
  ])("is a way in by %s", (_joint, resources) => {
    expect(reaches(...resources)).toEqual([WAY]);
  });

  test.each<[string, readonly Resources[]]>([
    ["nothing", []],
    [
      "gateways that are not peered",
      [HUB, BOTH, { [TGW]: { o: {} } }, attached("w", { transit_gateway_id: id(TGW, "o") })],
    ],
    [
      "peerings with networks that are not in the input",
      [
        {
          [PEERING]: {
            p: { ...IN_V, peer_vpc_id: "vpc-9" },
            q: { ...IN_W, peer_vpc_id: "vpc-9" },
          },
        },
      ],
    ],
    [
      "attachments to gateways that are not in the input",
      [
        BOTH,
        attached("v", { transit_gateway_id: "tgw-1" }),
        attached("w", { transit_gateway_id: "tgw-1" }),
      ],
    ],
  ])("is none by %s", (_joint, resources) => {
    expect(reaches(...resources)).toEqual([]);
  });
});

test("a route that leads back into the same network is no way out", () => {
  const alone = merge(HUB, attached("v", { ...IN_V, subnet_ids: [DATA] }), TO_T);
  expect(waysOut(vpc(alone))).toEqual([]);
});
