import type { Family } from "../evasion";
import { AWS_KEY, AWS_KEY_ARN, outside, twins, withAws } from "./builders";

const IN = "data-subnet-unreachable";
const OUT = "data-subnet-egress-inside";
const EDGE = "internet-only-through-waf";

const VPC = "${aws_vpc.v.id}";
const INTERNET = { cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.i.id}" };
const NAT = { cidr_block: "0.0.0.0/0", nat_gateway_id: "${aws_nat_gateway.n.id}" };

interface Network {
  readonly routes?: readonly object[];
  readonly ingress?: readonly string[];
  readonly egress?: readonly string[];
  readonly database?: object;
}

const rules = (cidrs: readonly string[]) =>
  cidrs.map((cidr) => ({ protocol: "tcp", from_port: 5432, to_port: 5432, cidr_blocks: [cidr] }));

/** A database in a subnet whose doors `network` opens. */
const network = ({ routes = [], ingress = [], egress = [], database = {} }: Network) =>
  withAws({
    ...AWS_KEY,
    aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
    aws_internet_gateway: { i: { vpc_id: VPC } },
    aws_nat_gateway: { n: { subnet_id: "subnet-0123456789abcdef0", allocation_id: "eipalloc-1" } },
    aws_route_table: { data: { vpc_id: VPC, route: routes } },
    aws_subnet: { data: { vpc_id: VPC, cidr_block: "10.0.1.0/24" } },
    aws_route_table_association: {
      data: { subnet_id: "${aws_subnet.data.id}", route_table_id: "${aws_route_table.data.id}" },
    },
    aws_security_group: {
      data: { vpc_id: VPC, ingress: rules(ingress), egress: rules(egress) },
    },
    aws_db_subnet_group: { data: { subnet_ids: ["${aws_subnet.data.id}"] } },
    aws_db_instance: {
      d: {
        engine: "postgres",
        instance_class: "db.t4g.micro",
        storage_encrypted: true,
        kms_key_id: AWS_KEY_ARN,
        db_subnet_group_name: "${aws_db_subnet_group.data.name}",
        vpc_security_group_ids: ["${aws_security_group.data.id}"],
        ...database,
      },
    },
  });

/** A load balancer on the internet behind a web ACL that has `rule`. */
const edge = (rule: object) =>
  withAws({
    aws_lb: { l: { load_balancer_type: "application", internal: false } },
    aws_wafv2_web_acl: {
      w: {
        name: "w",
        scope: "REGIONAL",
        default_action: { block: {} },
        rule: [{ name: "countries", priority: 1, action: { allow: {} }, ...rule }],
        visibility_config: {
          cloudwatch_metrics_enabled: true,
          metric_name: "w",
          sampled_requests_enabled: true,
        },
      },
    },
    aws_wafv2_web_acl_association: {
      a: { resource_arn: "${aws_lb.l.arn}", web_acl_arn: "${aws_wafv2_web_acl.w.arn}" },
    },
  });

export const NETWORKS_AWS: Family = {
  title: "Networks on AWS",
  evasions: [
    twins({
      id: "vpc-database-internet-route",
      tries: "Routes the subnet of a database to the internet.",
      make: (routes: readonly object[]) =>
        network({ routes, ingress: ["0.0.0.0/0"], database: { publicly_accessible: false } }),
      abroad: [INTERNET],
      home: [],
      expected: outside(IN),
      because: "no route leads to the gateway",
    }),
    twins({
      id: "vpc-database-open-group",
      tries: "Admits every address to the database's security group.",
      make: (cidr: string) => network({ routes: [INTERNET], ingress: ["10.0.3.0/24", cidr] }),
      abroad: "0.0.0.0/0",
      home: "10.0.2.0/24",
      expected: outside(IN),
      because: "another subnet is admitted",
    }),
    twins({
      id: "vpc-database-nat-route",
      tries: "Lets the subnet of a database call out by a NAT gateway.",
      make: (routes: readonly object[]) => network({ routes, egress: ["0.0.0.0/0"] }),
      abroad: [NAT],
      home: [],
      expected: outside(OUT),
      because: "the gateway is there, and no route leads to it",
    }),
    twins({
      id: "vpc-database-open-egress",
      tries: "Lets a database send to every address behind a NAT gateway.",
      make: (cidr: string) => network({ routes: [NAT], egress: ["10.0.3.0/24", cidr] }),
      abroad: "0.0.0.0/0",
      home: "10.0.2.0/24",
      expected: outside(OUT),
      because: "it may send to another subnet only",
    }),
    twins({
      id: "web-acl-admits-abroad",
      tries: "Admits one country too many to a load balancer.",
      make: (country_codes: readonly string[]) =>
        edge({ statement: { geo_match_statement: { country_codes } } }),
      abroad: ["US", "SG"],
      home: ["US"],
      expected: outside(EDGE),
      because: "one country is admitted",
    }),
    twins({
      id: "web-acl-admits-all-but-one",
      tries: "Admits every country but one to a load balancer.",
      make: (action: object) =>
        edge({
          action,
          statement: {
            not_statement: {
              statement: { geo_match_statement: { country_codes: ["SG"] } },
            },
          },
        }),
      abroad: { allow: {} },
      home: { block: {} },
      expected: outside(EDGE),
      because: "nobody is admitted",
    }),
  ],
};
