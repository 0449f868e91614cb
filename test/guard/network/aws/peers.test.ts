import type { Resources } from "../topology";
import { edge, GROUP, IN_V, id, route, TO_INTERNET, vpc, waysIn, waysOut } from "./vpc";

const DATA_BLOCKS = {
  data: {
    aws_prefix_list: { s3: {} },
    aws_ec2_managed_prefix_list: { d: {} },
    aws_subnet: { d: {} },
  },
};

/** The data subnet behind address translation; its group lets out what `rule` says. */
const lets = (rule: object, ...more: readonly Resources[]) =>
  waysOut(
    vpc(
      { aws_nat_gateway: { n: { subnet_id: "subnet-1" } } },
      route("0.0.0.0/0", { nat_gateway_id: id("aws_nat_gateway", "n") }),
      { aws_security_group: { g: { egress: [rule] } } },
      ...more,
    ),
    DATA_BLOCKS,
  ).map(([way, evidence]) => [way.split(":", 1)[0], evidence.split("aws_nat_gateway.n. ")[1]]);

const ACL = "the default network ACL admits traffic to 0.0.0.0/0.";
const OPEN = [["open", ACL]];
const unproven = (reason: string) => [
  ["unproven", `What aws_security_group.g admits traffic to is not known: ${reason}.`],
];

describe("addresses that a rule names", () => {
  test.each(["cidr_block", "cidr_blocks", "cidr_ipv4"])("are those of %s", (argument) => {
    expect(lets({ [argument]: "0.0.0.0/0" })).toEqual(OPEN);
    expect(lets({ [argument]: "10.0.0.0/8" })).toEqual([]);
    expect(lets({ [argument]: null })).toEqual([]);
  });

  test.each(["cidr_ipv6", "ipv6_cidr_block", "ipv6_cidr_blocks"])(
    "are those of %s, which open no way for addresses of the other kind",
    (argument) => {
      const out = (value: string) =>
        waysOut(
          vpc(
            { aws_egress_only_internet_gateway: { e: IN_V } },
            route("::/0", { egress_only_gateway_id: id("aws_egress_only_internet_gateway", "e") }),
            { aws_security_group: { g: { egress: [{ [argument]: value }] } } },
          ),
        ).map(([way]) => way);
      expect(out("::/0")).toEqual([
        "open: aws_subnet.data -> aws_egress_only_internet_gateway.e -> internet",
      ]);
      expect(out("fd00::/8")).toEqual([]);
      expect(lets({ [argument]: "::/0" })).toEqual([]);
    },
  );

  test("are none where an argument that is not used is empty", () => {
    const unused = {
      cidr_ipv4: "",
      cidr_ipv6: "",
      ipv6_cidr_blocks: [],
      prefix_list_id: "",
      prefix_list_ids: null,
      security_groups: [],
      self: false,
    };
    expect(lets({ cidr_blocks: ["10.0.0.0/8"], ...unused })).toEqual([]);
  });

  test("are not known where they are no CIDR block", () => {
    expect(lets({ cidr_blocks: ["anywhere"] })).toEqual(unproven('"anywhere" is no CIDR block'));
  });

  test.each<[string, Resources]>([
    ["${aws_vpc.ipam.cidr_block}", { aws_vpc: { ipam: { ipv4_ipam_pool_id: "pool" } } }],
    ["${aws_default_vpc.d.cidr_block}", { aws_default_vpc: { d: {} } }],
    ["${aws_default_subnet.d.cidr_block}", { aws_default_subnet: { d: {} } }],
    ["${data.aws_subnet.d.cidr_block}", {}],
  ])("of a network, %s, are none of the internet", (value, more) => {
    expect(lets({ cidr_blocks: [value] }, more)).toEqual([]);
  });

  test.each<[string, string, Resources]>([
    [
      "${aws_vpc_ipam_pool_cidr.p.cidr}",
      "aws_vpc_ipam_pool_cidr.p",
      { aws_vpc_ipam_pool_cidr: { p: {} } },
    ],
    ["${aws_eip.e.cidr_block}", "aws_eip.e", { aws_eip: { e: {} } }],
    ["${aws_vpc.v.id}", "aws_vpc.v", {}],
  ])("of %s are known only when Terraform runs", (value, address, more) => {
    expect(lets({ cidr_blocks: [value] }, more)).toEqual(
      unproven(`${address} has its addresses only when Terraform runs`),
    );
  });
});

describe("a prefix list that a rule names", () => {
  const list = (body: object): Resources => ({ aws_ec2_managed_prefix_list: { l: body } });
  const L = id("aws_ec2_managed_prefix_list", "l");

  test.each<[string, readonly (readonly string[])[], object]>([
    ["a range of the internet", OPEN, { entry: [{ cidr: "0.0.0.0/0" }] }],
    ["a range of one's own", [], { entry: [{ cidr: "10.0.0.0/8" }] }],
    ["nothing", [], {}],
    ["several ranges", OPEN, { entry: [{ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }] }],
    [
      "a range that is a variable",
      unproven("an entry of aws_ec2_managed_prefix_list.l is not in the input"),
      { entry: [{ cidr: "${var.cidr}" }] },
    ],
    [
      "one of two ranges",
      unproven("an entry of aws_ec2_managed_prefix_list.l is not in the input"),
      { entry: [{ cidr: '${var.all ? "0.0.0.0/0" : "10.0.0.0/8"}' }] },
    ],
    [
      "no range",
      unproven("an entry of aws_ec2_managed_prefix_list.l is not in the input"),
      { entry: [{ description: "office" }] },
    ],
    [
      "entries that an expression makes",
      unproven("an expression makes aws_ec2_managed_prefix_list.l"),
      { entry: "${var.entries}" },
    ],
  ])("stands for %s, where the input makes it so", (_what, expected, body) => {
    expect(lets({ prefix_list_ids: [L] }, list(body), {})).toEqual(expected);
    expect(lets({ prefix_list_id: L }, list(body), {})).toEqual(expected);
  });

  test.each([
    ["pl-0a1b2c3d", "what pl-0a1b2c3d lists is not in the input"],
    ["${data.aws_ec2_managed_prefix_list.d.id}", "what a prefix list lists is not in the input"],
    ["${aws_vpc.v.id}", "what a prefix list lists is not in the input"],
  ])("is not known where it is %s", (value, reason) => {
    expect(lets({ prefix_list_ids: [value] })).toEqual(unproven(reason));
  });

  test.each(["${data.aws_prefix_list.s3.id}", "${aws_vpc_endpoint.s3.prefix_list_id}"])(
    "of a service, %s, is none of the internet",
    (value) => {
      const endpoint: Resources = {
        aws_vpc_endpoint: {
          s3: { ...IN_V, route_table_ids: [id("aws_route_table", "t")] },
        },
      };
      const out = waysOut(
        vpc(TO_INTERNET, endpoint, {
          aws_security_group: { g: { egress: [{ prefix_list_ids: [value] }] } },
        }),
        DATA_BLOCKS,
      );
      expect(out.map(([way]) => way)).toEqual([
        "cloud-services-only: aws_subnet.data -> aws_vpc_endpoint.s3",
      ]);
    },
  );

  test("is where a route leads to", () => {
    const to = (cidr: string) =>
      waysOut(
        vpc(list({ entry: [{ cidr }] }), {
          aws_route: {
            r: {
              route_table_id: id("aws_route_table", "t"),
              destination_prefix_list_id: L,
              nat_gateway_id: "nat-1",
            },
          },
        }),
      ).map(([way]) => way);
    expect(to("0.0.0.0/0")).toEqual(["open: aws_subnet.data -> nat-1 -> internet"]);
    expect(to("10.0.0.0/8")).toEqual([]);
  });
});

describe("a security group that a rule names", () => {
  const LB = "open: internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_subnet.data";
  /** Paths in, where the load balancer is in the group `g` too. */
  const into = (ingress: object, ...more: readonly Resources[]) =>
    waysIn(
      vpc(
        edge({
          aws_lb: { lb: { security_groups: [id("aws_security_group", "lb"), GROUP] } },
          aws_security_group: { g: { ingress: [ingress] }, x: IN_V },
        }),
        ...more,
      ),
    ).map(([way]) => way);

  test.each<[string, object]>([
    ["security_groups", { security_groups: [id("aws_security_group", "lb")] }],
    ["source_security_group_id", { source_security_group_id: id("aws_security_group", "lb") }],
    [
      "referenced_security_group_id",
      { referenced_security_group_id: id("aws_security_group", "lb") },
    ],
    ["self", { self: true }],
    ["self that a variable gives", { self: "${var.self}" }],
    ["an ID, which may be its own", { security_groups: ["sg-0a1b2c3d"] }],
  ])("lets in its members by %s", (_how, rule) => {
    expect(into(rule)).toEqual([LB]);
  });

  test.each<[string, object]>([
    ["is another one", { security_groups: [id("aws_security_group", "x")] }],
    ["is not itself", { self: false }],
  ])("lets in nobody where it %s", (_what, rule) => {
    expect(into(rule)).toEqual([]);
  });

  test("is the one that a rule of its own is for", () => {
    const rule = (more: object): Resources => ({
      aws_security_group_rule: { s: { type: "ingress", security_group_id: GROUP, ...more } },
    });
    expect(into({}, rule({ self: true }))).toEqual([LB]);
    expect(into({}, rule({ self: false }))).toEqual([]);
    expect(
      into({}, rule({ self: true, security_group_id: id("aws_security_group", "x") })),
    ).toEqual([]);
  });
});
