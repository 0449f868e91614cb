import { awsStack, judge, merge, paths, proofOf, type Resources, said } from "./topology";

const id = (type: string, name: string, attribute = "id") => `\${${type}.${name}.${attribute}}`;
const VPC = { vpc_id: id("aws_vpc", "v") };

/** A VPC with an edge subnet, in which a load balancer stands, and a data subnet with a database. */
function network(...more: readonly Resources[]): Resources {
  return merge(
    {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_internet_gateway: { igw: VPC },
      aws_eip: { e: {} },
      aws_nat_gateway: {
        nat: { subnet_id: id("aws_subnet", "edge"), allocation_id: id("aws_eip", "e") },
      },
      aws_subnet: {
        edge: { ...VPC, cidr_block: "10.0.0.0/24", map_public_ip_on_launch: true },
        data: { ...VPC, cidr_block: "10.0.1.0/24" },
      },
      aws_route_table: {
        edge: {
          ...VPC,
          route: [
            {
              cidr_block: "0.0.0.0/0",
              gateway_id: id("aws_internet_gateway", "igw"),
              nat_gateway_id: "",
            },
          ],
        },
        data: VPC,
      },
      aws_route_table_association: {
        edge: {
          subnet_id: id("aws_subnet", "edge"),
          route_table_id: id("aws_route_table", "edge"),
        },
        data: {
          subnet_id: id("aws_subnet", "data"),
          route_table_id: id("aws_route_table", "data"),
        },
      },
      aws_security_group: {
        lb: {
          ...VPC,
          ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["0.0.0.0/0"] }],
        },
        db: { ...VPC },
      },
      aws_vpc_security_group_ingress_rule: {
        db: {
          security_group_id: id("aws_security_group", "db"),
          referenced_security_group_id: id("aws_security_group", "lb"),
          ip_protocol: "tcp",
          from_port: 5432,
        },
      },
      aws_lb: {
        lb: {
          subnets: [id("aws_subnet", "edge")],
          security_groups: [id("aws_security_group", "lb")],
        },
      },
      aws_db_subnet_group: { g: { subnet_ids: [id("aws_subnet", "data")] } },
      aws_db_instance: {
        db: {
          db_subnet_group_name: id("aws_db_subnet_group", "g", "name"),
          vpc_security_group_ids: [id("aws_security_group", "db")],
        },
      },
    },
    ...more,
  );
}

/** A web ACL that blocks requests of every country but `codes`. */
function webAcl(codes: readonly string[], more: object = {}): Resources {
  return {
    aws_wafv2_web_acl: {
      acl: {
        scope: "REGIONAL",
        default_action: { allow: {} },
        rule: [
          {
            name: "abroad",
            priority: 1,
            action: { block: {} },
            statement: {
              not_statement: { statement: { geo_match_statement: { country_codes: codes } } },
            },
          },
        ],
        ...more,
      },
    },
    aws_wafv2_web_acl_association: {
      a: {
        resource_arn: id("aws_lb", "lb", "arn"),
        web_acl_arn: id("aws_wafv2_web_acl", "acl", "arn"),
      },
    },
  };
}

const findings = (...more: readonly Resources[]) =>
  said(judge({ test: awsStack(network(...more)) }));
const dataProof = (...more: readonly Resources[]) =>
  proofOf({ test: awsStack(network(...more)) }, "aws_subnet.data");

describe("a VPC", () => {
  test("lets the internet to its data subnet by a load balancer behind a web ACL only", () => {
    const proof = dataProof(webAcl(["US"]));
    expect(proof.verdict).toBe("through-waf");
    expect(paths(proof.inbound)).toEqual([
      "through-waf: internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_wafv2_web_acl.acl -> aws_subnet.data",
    ]);
    expect(proof.outbound).toEqual([]);
    expect(findings(webAcl(["US"]))).toEqual([]);
  });

  test.each<[string, readonly Resources[], string]>([
    ["no web ACL", [], "outside"],
    ["a web ACL that admits another country", [webAcl(["US", "GB"])], "outside"],
    ["a web ACL without rules", [webAcl([], { rule: [] })], "outside"],
    [
      "a web ACL that counts",
      [
        webAcl(["US"], {
          rule: {
            name: "r",
            priority: 1,
            action: { count: {} },
            statement: { geo_match_statement: { country_codes: ["US"] } },
          },
        }),
      ],
      "outside",
    ],
    [
      "a country that the sender can write",
      [
        webAcl(["US"], {
          rule: {
            name: "r",
            priority: 1,
            action: { block: {} },
            statement: {
              not_statement: {
                statement: {
                  geo_match_statement: {
                    country_codes: ["US"],
                    forwarded_ip_config: {
                      header_name: "X-Forwarded-For",
                      fallback_behavior: "MATCH",
                    },
                  },
                },
              },
            },
          },
        }),
      ],
      "unproven",
    ],
    [
      "a rule group before the refusal",
      [
        webAcl(["US"], {
          rule: [
            {
              name: "g",
              priority: 0,
              override_action: { none: {} },
              statement: {
                rule_group_reference_statement: {
                  arn: "arn:aws:wafv2:us-east-1:1:regional/rulegroup/g/1",
                },
              },
            },
          ],
        }),
      ],
      "unproven",
    ],
    ["countries that are a variable", [webAcl(["${var.countries}"])], "unproven"],
  ])("does not pass a load balancer with %s", (_what, more, status) => {
    expect(findings(...more)).toEqual([`internet-only-through-waf ${status} aws_lb.lb`]);
  });

  test("passes a refusal by default, and managed rules beside the refusal", () => {
    const us = { geo_match_statement: { country_codes: ["US"] } };
    const byDefault = webAcl([], {
      default_action: { block: {} },
      rule: { name: "home", priority: 1, action: { allow: {} }, statement: us },
    });
    expect(findings(byDefault)).toEqual([]);
    const managed = webAcl([], {
      rule: [
        {
          name: "abroad",
          priority: 5,
          action: { block: {} },
          statement: { not_statement: { statement: us } },
        },
        {
          name: "core",
          priority: 1,
          override_action: { none: {} },
          statement: {
            managed_rule_group_statement: {
              name: "AWSManagedRulesCommonRuleSet",
              vendor_name: "AWS",
            },
          },
        },
      ],
    });
    expect(findings(managed)).toEqual([]);
  });

  test.each<[string, Resources]>([
    ["internal", { aws_lb: { lb: { internal: true } } }],
    [
      "closed by its security group",
      { aws_security_group: { lb: { ingress: [{ cidr_blocks: ["10.0.0.0/8"] }] } } },
    ],
    [
      "closed by a network ACL",
      {
        aws_network_acl: {
          n: {
            ...VPC,
            subnet_ids: [id("aws_subnet", "edge")],
            ingress: [{ rule_no: 1, action: "allow", cidr_block: "10.0.0.0/8" }],
          },
        },
      },
    ],
    ["in a subnet without a route to the internet", { aws_route_table: { edge: { route: [] } } }],
  ])("passes a load balancer without a web ACL that is %s", (_what, change) => {
    expect(findings(change)).toEqual([]);
  });

  test("fails a network load balancer, which no web ACL protects", () => {
    const nlb = { aws_lb: { lb: { load_balancer_type: "network", security_groups: null } } };
    expect(findings(nlb)).toEqual(["internet-only-through-waf outside aws_lb.lb"]);
  });

  test.each<[string, Resources]>([
    [
      "a route of its own",
      {
        aws_route: {
          r: {
            route_table_id: id("aws_route_table", "data"),
            destination_cidr_block: "0.0.0.0/0",
            nat_gateway_id: id("aws_nat_gateway", "nat"),
          },
        },
      },
    ],
    [
      "a route in its table",
      {
        aws_route_table: {
          data: {
            ...VPC,
            route: [
              {
                cidr_block: "0.0.0.0/0",
                nat_gateway_id: id("aws_nat_gateway", "nat"),
                gateway_id: "",
              },
            ],
          },
        },
      },
    ],
    [
      "an egress-only gateway",
      {
        aws_egress_only_internet_gateway: { e: VPC },
        aws_route: {
          r: {
            route_table_id: id("aws_route_table", "data"),
            destination_ipv6_cidr_block: "::/0",
            egress_only_gateway_id: id("aws_egress_only_internet_gateway", "e"),
          },
        },
      },
    ],
  ])("fails data that leaves by %s, where the security group admits it", (_what, route) => {
    const open = {
      aws_security_group: {
        db: {
          egress: [{ protocol: "-1", cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] }],
        },
      },
    };
    expect(findings(webAcl(["US"]), route, open)).toEqual([
      "data-subnet-egress-inside outside aws_subnet.data",
    ]);
    // A security group without an egress rule admits nothing out: Terraform removes AWS's own.
    expect(findings(webAcl(["US"]), route)).toEqual([]);
  });

  test.each<[string, Resources]>([
    [
      "in the old form",
      {
        aws_security_group_rule: {
          r: {
            type: "ingress",
            security_group_id: id("aws_security_group", "db"),
            cidr_blocks: ["0.0.0.0/0"],
            protocol: "tcp",
            from_port: 1,
          },
        },
      },
    ],
    [
      "in the new form",
      {
        aws_vpc_security_group_ingress_rule: {
          r: {
            security_group_id: id("aws_security_group", "db"),
            cidr_ipv4: "0.0.0.0/0",
            ip_protocol: "-1",
          },
        },
      },
    ],
    [
      "in the group itself",
      { aws_security_group: { db: { ingress: { cidr_blocks: ["0.0.0.0/0"] } } } },
    ],
  ])("fails a data subnet that a rule opens %s", (_form, rule) => {
    const route = {
      aws_route_table_association: { data: { route_table_id: id("aws_route_table", "edge") } },
    };
    expect(findings(webAcl(["US"]), rule, route)).toEqual([
      "data-subnet-unreachable outside aws_subnet.data",
    ]);
    expect(findings(webAcl(["US"]), rule)).toEqual([]);
    expect(findings(webAcl(["US"]), route)).toEqual([]);
  });

  test("takes the main route table for subnets without an association", () => {
    const without = { aws_route_table_association: { data: { count: 0 } } };
    const open = { aws_security_group: { db: { ingress: [{ cidr_blocks: ["0.0.0.0/0"] }] } } };
    const main = {
      aws_main_route_table_association: {
        m: { ...VPC, route_table_id: id("aws_route_table", "edge") },
      },
    };
    const managed = {
      aws_default_route_table: {
        m: {
          default_route_table_id: id("aws_vpc", "v", "default_route_table_id"),
          route: [{ cidr_block: "0.0.0.0/0", gateway_id: id("aws_internet_gateway", "igw") }],
        },
      },
    };
    expect(findings(webAcl(["US"]), without, open)).toEqual([]);
    for (const table of [main, managed]) {
      expect(findings(webAcl(["US"]), without, open, table)).toEqual([
        "data-subnet-unreachable outside aws_subnet.data",
      ]);
    }
  });

  test("reaches services of the cloud by a gateway endpoint, and shows no more", () => {
    const endpoint = {
      aws_vpc_endpoint: {
        s3: {
          ...VPC,
          service_name: "com.amazonaws.us-east-1.s3",
          route_table_ids: [id("aws_route_table", "data")],
        },
      },
      aws_vpc_security_group_egress_rule: {
        e: {
          security_group_id: id("aws_security_group", "db"),
          prefix_list_id: id("aws_vpc_endpoint", "s3", "prefix_list_id"),
          ip_protocol: "tcp",
        },
      },
    };
    const proof = dataProof({ aws_lb: { lb: { internal: true } } }, endpoint);
    expect(proof.verdict).toBe("cloud-services-only");
  });

  test("leaves a subnet unproven whose VPC the input does not hold, where something stands in it", () => {
    const host = { aws_instance: { h: { subnet_id: id("aws_subnet", "s") } } };
    const unheld = { aws_subnet: { s: { vpc_id: "vpc-0a1b2c3d", cidr_block: "10.0.0.0/24" } } };
    const held = {
      aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      aws_subnet: { s: { ...VPC, cidr_block: "10.0.0.0/24" } },
    };
    expect(said(judge({ test: awsStack({ ...unheld, ...host }) }))).toEqual([
      "data-subnet-unreachable unproven aws_subnet.s",
    ]);
    expect(said(judge({ test: awsStack(unheld) }))).toEqual([]);
    expect(said(judge({ test: awsStack({ ...held, ...host }) }))).toEqual([]);
  });
});

describe("VPCs that are joined", () => {
  const second: Resources = {
    aws_vpc: { w: { cidr_block: "10.1.0.0/16" } },
    aws_security_group: { db: { egress: [{ cidr_blocks: ["0.0.0.0/0"] }] } },
    aws_lb: { lb: { internal: true } },
  };
  const routed = (destination: string, gateway: object): Resources => ({
    aws_route: {
      r: {
        route_table_id: id("aws_route_table", "data"),
        destination_cidr_block: destination,
        ...gateway,
      },
    },
  });

  test("reach each other by a peering", () => {
    const peering = (more: object): Resources => ({
      aws_vpc_peering_connection: { p: { ...VPC, peer_vpc_id: id("aws_vpc", "w"), ...more } },
    });
    const route = routed("10.1.0.0/16", {
      vpc_peering_connection_id: id("aws_vpc_peering_connection", "p"),
    });
    expect(paths(dataProof(second, route, peering({})).outbound)).toEqual([
      "inside: aws_subnet.data -> aws_vpc_peering_connection.p -> aws_vpc.w",
    ]);
    const away = (region: string) =>
      dataProof(second, route, peering({ peer_vpc_id: "vpc-9", peer_region: region })).verdict;
    expect(away("us-west-2")).toBe("peered-inside");
    expect(away("eu-west-1")).toBe("open");
  });

  test("leave by another VPC's address translation, behind a transit gateway", () => {
    const TGW = "aws_ec2_transit_gateway";
    const ATTACHMENT = "aws_ec2_transit_gateway_vpc_attachment";
    const egress: Resources = {
      [TGW]: { t: {} },
      aws_subnet: { out: { vpc_id: id("aws_vpc", "w"), cidr_block: "10.1.0.0/24" } },
      aws_nat_gateway: { out: { subnet_id: "subnet-1" } },
      aws_route_table: {
        out: {
          vpc_id: id("aws_vpc", "w"),
          route: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: id("aws_nat_gateway", "out") }],
        },
      },
      aws_route_table_association: {
        out: { subnet_id: id("aws_subnet", "out"), route_table_id: id("aws_route_table", "out") },
      },
      [ATTACHMENT]: {
        v: { ...VPC, transit_gateway_id: id(TGW, "t"), subnet_ids: [id("aws_subnet", "data")] },
        w: {
          vpc_id: id("aws_vpc", "w"),
          transit_gateway_id: id(TGW, "t"),
          subnet_ids: [id("aws_subnet", "out")],
        },
      },
    };
    const everything = routed("0.0.0.0/0", { transit_gateway_id: id(TGW, "t") });
    expect(paths(dataProof(second, egress, everything).outbound)).toContain(
      "open: aws_subnet.data -> aws_ec2_transit_gateway.t -> aws_vpc.w -> aws_nat_gateway.out -> internet",
    );
    const inner = routed("10.0.0.0/8", { transit_gateway_id: id(TGW, "t") });
    expect(dataProof(second, egress, inner).verdict).toBe("inside");
  });

  test("leave the other end of a VPN unproven", () => {
    const vpn: Resources = {
      aws_vpn_gateway: { g: VPC },
      ...routed("192.168.0.0/16", { gateway_id: id("aws_vpn_gateway", "g") }),
    };
    expect(dataProof(second, vpn).verdict).toBe("unproven");
  });
});

test("a subnet's own load balancer is a way into it, whatever clients it takes", () => {
  const clients = (cidr: string) =>
    proofOf(
      {
        test: awsStack(
          network({
            aws_security_group: {
              lb: {
                ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: [cidr] }],
              },
            },
          }),
        ),
      },
      "aws_subnet.edge",
    );
  expect(paths(clients("203.0.113.0/24").inbound)).toEqual([
    "unproven: internet -> aws_internet_gateway.igw -> aws_lb.lb -> aws_subnet.edge",
  ]);
  expect(clients("10.1.0.0/16").inbound).toEqual([]);
});
