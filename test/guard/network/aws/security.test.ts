import { merge, type Resources } from "../topology";
import { DATA, GROUP, IN_V, IN_W, id, proof, TO_INTERNET, told, vpc, ways } from "./vpc";

const IN = "data-subnet-unreachable";
const WORLD = { cidr_blocks: ["0.0.0.0/0"] };
const DATA_BLOCKS = {
  data: {
    aws_security_group: { d: {} },
    aws_network_acls: { d: {} },
    aws_vpc: { d: {} },
  },
};

/** The data subnet with a route to the internet: all depends on its security rules. */
const exposed = (...more: readonly Resources[]) => vpc(TO_INTERNET, ...more);
const verdicts = (...more: readonly Resources[]) => {
  const { inbound, outbound } = proof(exposed(...more), DATA_BLOCKS);
  return [inbound[0]?.verdict ?? "none", outbound[0]?.verdict ?? "none"];
};

/** What is said of traffic in and out of the subnet, without what is said of its route. */
function says(...more: readonly Resources[]): readonly string[] {
  const { inbound, outbound, evidence } = proof(exposed(...more), DATA_BLOCKS);
  return [...ways(inbound), ...ways(outbound)]
    .map(([, text]) =>
      text
        .replace(/^The route of .* leads to the internet by aws_internet_gateway\.igw\. /, "")
        .replace(" Interfaces in aws_subnet.data can have public addresses.", ""),
    )
    .concat(evidence.filter((text) => !text.includes("stands in")));
}

describe("rules of a security group", () => {
  const CLOSED = { aws_security_group: { g: { ingress: [], egress: [] } } };

  test.each<[string, Resources, readonly string[]]>([
    ["no rule", {}, ["none", "none"]],
    ["an inline ingress rule", { aws_security_group: { g: { ingress: WORLD } } }, ["open", "none"]],
    ["an inline egress rule", { aws_security_group: { g: { egress: [WORLD] } } }, ["none", "open"]],
    [
      "an ingress rule",
      {
        aws_vpc_security_group_ingress_rule: {
          r: { security_group_id: GROUP, cidr_ipv4: "0.0.0.0/0" },
        },
      },
      ["open", "none"],
    ],
    [
      "an egress rule",
      {
        aws_vpc_security_group_egress_rule: {
          r: { security_group_id: GROUP, cidr_ipv4: "0.0.0.0/0" },
        },
      },
      ["none", "open"],
    ],
    ...(
      [
        ["ingress", ["open", "none"]],
        ["egress", ["none", "open"]],
        ["${var.type}", ["open", "open"]],
        ['${var.in ? "ingress" : "egress"}', ["open", "open"]],
      ] as const
    ).map(([type, expected]): [string, Resources, readonly string[]] => [
      `a rule of the type ${type}`,
      { aws_security_group_rule: { r: { type, security_group_id: GROUP, ...WORLD } } },
      expected,
    ]),
    [
      "a rule of another group",
      {
        aws_security_group: { x: IN_V },
        aws_security_group_rule: {
          r: { type: "ingress", security_group_id: id("aws_security_group", "x"), ...WORLD },
        },
      },
      ["none", "none"],
    ],
    [
      "a rule of a group that is not in the input",
      {
        aws_security_group_rule: {
          r: { type: "ingress", security_group_id: "sg-1", ...WORLD },
        },
      },
      ["none", "none"],
    ],
  ])("admit what %s admits", (_what, rules, expected) => {
    expect(verdicts(CLOSED, rules)).toEqual(expected);
  });

  test("are not known where an expression makes them, and a finding points at it", () => {
    const rules = { aws_security_group: { g: { ingress: "${var.rules}", egress: [] } } };
    expect(told(IN, exposed(ACL({ ingress: "${var.rules}" }), rules))).toEqual([
      {
        status: "unproven",
        address: "aws_subnet.data",
        path: "/resource/aws_security_group/g/ingress",
        value: "${var.rules}",
        message:
          "Nothing proves that the internet cannot connect to aws_subnet.data: the route of aws_route.r to 0.0.0.0/0 leads to the internet by aws_internet_gateway.igw. What aws_security_group.g admits traffic from is not known: an expression makes its rules. Interfaces in aws_subnet.data can have public addresses.",
        fix: "Route it to no internet gateway; let the internet reach a load balancer in a subnet of its own, behind a web ACL.",
      },
    ]);
    expect(says(rules)).toEqual([
      "What aws_security_group.g admits traffic from is not known: an expression makes its rules.",
      "No rule of aws_security_group.g admits traffic to the internet.",
    ]);
  });

  test.each<[string, object, string]>([
    ["an undeliverable packet", { protocol: "icmp", from_port: 3 }, "none"],
    ["an undeliverable packet, in the new form", { ip_protocol: "icmp", from_port: "3" }, "none"],
    ["other messages of ICMP", { protocol: "icmp", from_port: 8 }, "open"],
    ["all messages of ICMP", { protocol: "icmp" }, "open"],
    ["a port of TCP", { protocol: "tcp", from_port: 3 }, "open"],
    ["one of two protocols", { protocol: '${var.x ? "icmp" : "tcp"}', from_port: 3 }, "open"],
    ["a protocol that is a variable", { protocol: "${var.protocol}", from_port: 3 }, "open"],
  ])("that admit %s from anywhere", (_what, rule, verdict) => {
    const ingress = [{ ...rule, ...WORLD }];
    expect(verdicts({ aws_security_group: { g: { ingress } } })[0]).toBe(verdict);
  });
});

describe("a group that is named", () => {
  const inGroup = (group: string, ...more: readonly Resources[]) =>
    says({ aws_instance: { h: { vpc_security_group_ids: [group] } } }, ...more);
  const unknown = (name: string) => [
    `What a security group admits traffic from is not known: the security group ${name} is not in the input.`,
    `What a security group admits traffic to is not known: the security group ${name} is not in the input.`,
  ];

  test.each<[string, string, Resources]>([
    ["sg-1", "sg-1", {}],
    ["${data.aws_security_group.d.id}", "data.aws_security_group.d", {}],
    ["${data.aws_vpc.d.default_security_group_id}", "data.aws_vpc.d", {}],
    [
      "${aws_security_group_rule.r.id}",
      "aws_security_group_rule.r",
      { aws_security_group_rule: { r: { type: "ingress" } } },
    ],
    ["${aws_vpc_endpoint.e.id}", "aws_vpc_endpoint.e", { aws_vpc_endpoint: { e: IN_V } }],
    [
      "${aws_redshift_security_group.r.id}",
      "aws_redshift_security_group.r",
      { aws_redshift_security_group: { r: {} } },
    ],
  ])("by %s is not in the input", (group, name, more) => {
    expect(inGroup(group, more)).toEqual(unknown(name));
  });

  test.each([
    ["aws_vpc", "v"],
    ["aws_default_vpc", "d"],
  ])("as the default one of %s lets everything out, and nothing in", (type, name) => {
    const more = { aws_default_vpc: { d: {} } };
    expect(inGroup(id(type, name, "default_security_group_id"), more)).toEqual([
      "the default network ACL admits traffic to 0.0.0.0/0.",
      `No rule of the default security group of ${type}.${name} admits traffic from the internet.`,
    ]);
  });
});

describe("the default security group of a VPC", () => {
  const INTERNET = "the default network ACL admits traffic from 0.0.0.0/0.";
  const OUT = "the default network ACL admits traffic to 0.0.0.0/0.";
  const BY_DEFAULT = { aws_instance: { h: { vpc_security_group_ids: null } } };
  const managed = (body: object): Resources => ({
    aws_default_security_group: { d: { ...IN_V, ...body } },
  });
  const rule = (group: string): Resources => ({
    aws_vpc_security_group_ingress_rule: {
      r: { security_group_id: group, cidr_ipv4: "0.0.0.0/0" },
    },
  });
  const OWN = id("aws_vpc", "v", "default_security_group_id");
  const NOT_IN = "No rule of aws_default_security_group.d admits traffic from the internet.";
  const NOT_OUT = "No rule of aws_default_security_group.d admits traffic to the internet.";

  test.each<[string, readonly Resources[], readonly string[]]>([
    [
      "as AWS makes it",
      [],
      [OUT, "No rule of the default security group of aws_vpc.v admits traffic from the internet."],
    ],
    ["with a rule that is added to it", [rule(OWN)], [INTERNET, OUT]],
    ["managed without a rule", [managed({})], [NOT_IN, NOT_OUT]],
    ["managed with rules", [managed({ ingress: [WORLD], egress: [WORLD] })], [INTERNET, OUT]],
    [
      "managed, with a rule that is added to it",
      [managed({}), rule(id("aws_default_security_group", "d"))],
      [INTERNET, NOT_OUT],
    ],
    [
      "managed, with a rule that is added to it by the VPC",
      [managed({}), rule(OWN)],
      [INTERNET, NOT_OUT],
    ],
    [
      "where another VPC's is managed",
      [managed(IN_W), { aws_vpc: { w: {} } }],
      [OUT, "No rule of the default security group of aws_vpc.v admits traffic from the internet."],
    ],
  ])("is that of what names none, %s", (_what, more, expected) => {
    expect(says(BY_DEFAULT, ...more)).toEqual(expected);
  });

  test("takes no rules that name the VPC of a group of one's own", () => {
    expect(verdicts({ aws_security_group: { g: { ingress: [] } } }, rule(OWN))[0]).toBe("none");
  });
});

/** A network ACL of the data subnet; `in` and `out` admit everything unless they are given. */
function ACL(body: object): Resources {
  const all = [{ action: "allow", cidr_block: "0.0.0.0/0" }];
  return {
    aws_network_acl: { n: { ...IN_V, subnet_ids: [DATA], ingress: all, egress: all, ...body } },
  };
}
const OPEN: Resources = { aws_security_group: { g: { ingress: [WORLD] } } };

describe("a network ACL", () => {
  const entry = (action: unknown) => ({
    ingress: [{ action, cidr_block: "0.0.0.0/0" }],
  });

  test.each<[string, object, readonly string[]]>([
    ["that allows", {}, ["open", "open"]],
    ["without rules", { ingress: [], egress: [] }, ["none", "none"]],
    ["without a rule for traffic in", { ingress: [] }, ["none", "open"]],
    ["without a rule for traffic out", { egress: [] }, ["open", "none"]],
    ["that denies", entry("deny"), ["none", "open"]],
    ["that denies in capitals", entry("DENY"), ["none", "open"]],
    ["that may deny", entry('${var.x ? "allow" : "deny"}'), ["open", "open"]],
    ["that does what a variable says", entry("${var.action}"), ["open", "open"]],
    ["that says nothing", entry(null), ["open", "open"]],
    ["whose rules an expression makes", { ingress: "${var.rules}" }, ["unproven", "open"]],
    [
      "that denies before it allows",
      {
        ingress: [
          { action: "deny", cidr_block: "0.0.0.0/0" },
          { action: "allow", cidr_block: "0.0.0.0/0" },
        ],
      },
      ["open", "open"],
    ],
    ["of another subnet", { subnet_ids: ["subnet-1"], ingress: [] }, ["open", "open"]],
  ])("%s", (_what, body, expected) => {
    expect(verdicts(OPEN, ACL(body))).toEqual(expected);
  });

  test("has its name in what is said of it", () => {
    expect(says(OPEN, ACL({}))).toEqual([
      "aws_network_acl.n admits traffic from 0.0.0.0/0.",
      "aws_network_acl.n admits traffic to 0.0.0.0/0.",
    ]);
    expect(says(OPEN, ACL({ egress: "${var.rules}", ingress: [] }))).toEqual([
      "What aws_network_acl.n admits traffic to is not known: an expression makes its rules.",
      "No rule of aws_network_acl.n admits traffic from the internet.",
    ]);
  });

  test("is where a finding points at, which it shares with the group", () => {
    expect(told(IN, exposed(OPEN, ACL({})))).toEqual([
      expect.objectContaining({
        status: "outside",
        path: "/resource/aws_network_acl/n/ingress/0/cidr_block",
        value: "0.0.0.0/0",
      }),
    ]);
  });

  test.each<[string, object, readonly string[]]>([
    ["without egress", {}, ["open", "none"]],
    ["that is not for egress", { egress: false }, ["open", "none"]],
    ["for egress", { egress: true }, ["none", "open"]],
    ["for what a variable says", { egress: "${var.egress}" }, ["open", "open"]],
    ["that denies", { rule_action: "deny" }, ["none", "none"]],
    ["of another ACL", { network_acl_id: "acl-1" }, ["none", "none"]],
    [
      "of the VPC's default one",
      { network_acl_id: id("aws_vpc", "v", "default_network_acl_id") },
      ["none", "none"],
    ],
  ])("has a rule of its own %s", (_what, more, expected) => {
    const rule: Resources = {
      aws_network_acl_rule: {
        r: {
          network_acl_id: id("aws_network_acl", "n"),
          rule_action: "allow",
          cidr_block: "0.0.0.0/0",
          ...more,
        },
      },
    };
    expect(verdicts(OPEN, ACL({ ingress: [], egress: [] }), rule)).toEqual(expected);
  });
});

describe("the network ACL of a subnet", () => {
  const associated = (network_acl_id: string, ...more: readonly Resources[]) =>
    says(
      OPEN,
      { aws_network_acl_association: { a: { subnet_id: DATA, network_acl_id } } },
      ...more,
    );
  const UNTOUCHED = [
    "the default network ACL admits traffic from 0.0.0.0/0.",
    "the default network ACL admits traffic to 0.0.0.0/0.",
  ];
  const UNKNOWN = [
    "What its network ACL admits traffic from is not known: it is not in the input.",
    "What its network ACL admits traffic to is not known: it is not in the input.",
  ];
  const closed = (name: string) => [
    `No rule of ${name} admits traffic from the internet.`,
    `No rule of ${name} admits traffic to the internet.`,
  ];
  const managed = (body: object = {}): Resources => ({
    aws_default_network_acl: {
      d: { default_network_acl_id: id("aws_vpc", "v", "default_network_acl_id"), ...body },
    },
  });
  const N: Resources = { aws_network_acl: { n: IN_V } };

  test.each<[string, readonly Resources[], readonly string[]]>([
    ["acl-1", [], UNKNOWN],
    ["${data.aws_network_acls.d.ids[0]}", [], UNKNOWN],
    ["${data.aws_vpc.d.default_network_acl_id}", [], UNKNOWN],
    ["${aws_network_acl_rule.r.id}", [{ aws_network_acl_rule: { r: {} } }], UNKNOWN],
    ["${aws_vpc_endpoint.e.id}", [{ aws_vpc_endpoint: { e: IN_V } }], UNKNOWN],
    ["${var.acl}", [], UNKNOWN],
    ["${aws_network_acl.n.id}", [N], closed("aws_network_acl.n")],
    ["${aws_default_network_acl.d.id}", [managed()], closed("aws_default_network_acl.d")],
    ["${aws_vpc.v.default_network_acl_id}", [], UNTOUCHED],
    ["${aws_default_vpc.d.default_network_acl_id}", [{ aws_default_vpc: { d: {} } }], UNTOUCHED],
    ["${aws_vpc.v.default_network_acl_id}", [managed()], closed("aws_default_network_acl.d")],
  ])("is the one of its association, %s", (acl, more, expected) => {
    expect(associated(acl, ...more)).toEqual(expected);
  });

  test("is not known, at the subnet, where the association names one of elsewhere", () => {
    const [finding] = told(
      IN,
      exposed(OPEN, {
        aws_network_acl_association: { a: { subnet_id: DATA, network_acl_id: "acl-1" } },
      }),
    );
    expect(finding?.status).toBe("unproven");
    expect(finding?.path).toBe("/resource/aws_subnet/data");
  });

  test.each<[string, readonly Resources[], readonly string[]]>([
    ["as AWS makes it", [], UNTOUCHED],
    ["managed", [managed()], closed("aws_default_network_acl.d")],
    [
      "managed for another VPC",
      [
        managed({ default_network_acl_id: id("aws_vpc", "w", "default_network_acl_id") }),
        { aws_vpc: { w: {} } },
      ],
      UNTOUCHED,
    ],
    [
      "managed, with rules that are added to it by the VPC",
      [
        managed({ egress: [{ action: "allow", cidr_block: "0.0.0.0/0" }] }),
        {
          aws_network_acl_rule: {
            r: {
              network_acl_id: id("aws_vpc", "v", "default_network_acl_id"),
              rule_action: "allow",
              cidr_block: "0.0.0.0/0",
            },
          },
        },
      ],
      [
        "aws_default_network_acl.d admits traffic from 0.0.0.0/0.",
        "aws_default_network_acl.d admits traffic to 0.0.0.0/0.",
      ],
    ],
    [
      "managed by its ID, with the subnet",
      [managed({ default_network_acl_id: "acl-1", subnet_ids: [DATA] })],
      closed("aws_default_network_acl.d"),
    ],
  ])("is the default one of its VPC, %s", (_what, more, expected) => {
    expect(says(OPEN, ...more)).toEqual(expected);
  });

  test("is one of several that associations name, of which any may be", () => {
    const two = merge(N, {
      aws_network_acl: { n: { subnet_ids: [DATA] }, o: ACL({}).aws_network_acl?.n ?? {} },
    });
    expect(says(OPEN, two)).toEqual([
      "aws_network_acl.o admits traffic from 0.0.0.0/0.",
      "aws_network_acl.o admits traffic to 0.0.0.0/0.",
    ]);
  });
});
