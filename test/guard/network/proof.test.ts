import fc from "fast-check";
import { buildModel } from "../../../guard/model/build-model";
import { describeReachability, proveReachability } from "../../../guard/network";
import { readSource } from "../../../guard/read/read-source";
import { Jurisdiction } from "../../../jurisdiction";
import { judgePath, temporaryFolder, write } from "../../support/judge-path";
import {
  dataNetwork,
  edgeNetwork,
  IGW,
  judge,
  NAT,
  ociStack,
  paths,
  proofOf,
  proofsOf,
  type Resources,
  routeTable,
  SERVICES,
  SGW,
  securityList,
  subnet,
  waf,
} from "./topology";

describe("a proof", () => {
  const app: Resources = {
    oci_core_route_table: { app: routeTable(["0.0.0.0/0", NAT]) },
    oci_core_security_list: { app: securityList(["10.0.0.0/24"], ["0.0.0.0/0"]) },
    oci_core_subnet: { app: subnet("app", 1, { prohibit_public_ip_on_vnic: true }) },
  };
  const stacks = { test: ociStack(edgeNetwork(waf(), app)) };

  test("tells each subnet's ways in and out, hop by hop", () => {
    const proof = proofOf(stacks, "oci_core_subnet.app");
    expect(paths(proof.inbound)).toEqual([
      "through-waf: internet -> oci_core_internet_gateway.igw -> oci_load_balancer_load_balancer.lb -> oci_waf_web_app_firewall.w -> oci_core_subnet.app",
    ]);
    expect(paths(proof.outbound)).toEqual([
      "open: oci_core_subnet.app -> oci_core_nat_gateway.nat -> internet",
    ]);
    expect(proof.verdict).toBe("open");
    for (const path of [...proof.inbound, ...proof.outbound]) {
      for (const hop of path.hops) {
        expect(hop.says).toMatch(/^[A-Za-z].*\.$/);
      }
      expect(path.evidence).toMatch(/\.$/);
    }
  });

  test("says why there is no way where there is none", () => {
    const proof = proofOf(stacks, "oci_core_subnet.data");
    expect(proof.inbound).toEqual([]);
    expect(proof.evidence).toEqual(
      expect.arrayContaining([
        "oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
        "oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
      ]),
    );
  });

  test("stands for every subnet of the input, edge subnets too", () => {
    expect([...proofsOf(stacks).keys()].sort()).toEqual([
      "oci_core_subnet.app",
      "oci_core_subnet.data",
      "oci_core_subnet.edge",
    ]);
    expect(proofOf(stacks, "oci_core_subnet.edge")).toMatchObject({
      role: "edge",
      verdict: "through-waf",
    });
  });

  describe("of a subnet whose load balancer takes requests of some clients only", () => {
    const CLIENTS = "203.0.113.0/24";
    const narrow: Resources = {
      oci_core_security_list: { edge: securityList([CLIENTS], ["10.0.0.0/16"]) },
    };
    const edge = (...more: readonly Resources[]) =>
      proofOf({ test: ociStack(edgeNetwork(narrow, ...more)) }, "oci_core_subnet.edge");

    test("lists the way in by its own load balancer, as it is judged", () => {
      const proof = edge();
      expect(proof.role).toBe("edge");
      expect(proof.verdict).toBe("unproven");
      expect(paths(proof.inbound)).toEqual([
        "unproven: internet -> oci_core_internet_gateway.igw -> oci_load_balancer_load_balancer.lb -> oci_core_subnet.edge",
      ]);
    });

    test("lists it through the firewall before it", () => {
      expect(paths(edge(waf()).inbound)).toEqual([
        "through-waf: internet -> oci_core_internet_gateway.igw -> oci_load_balancer_load_balancer.lb -> oci_waf_web_app_firewall.w -> oci_core_subnet.edge",
      ]);
    });

    test("lists none where the load balancer is private", () => {
      const proof = edge({ oci_load_balancer_load_balancer: { lb: { is_private: true } } });
      expect(proof.inbound).toEqual([]);
    });

    test("lists none where the rules admit private clients only", () => {
      const lists = { edge: securityList(["10.1.0.0/16"], ["10.0.0.0/16"]) };
      expect(edge({ oci_core_security_list: lists }).inbound).toEqual([]);
    });

    test("lists none for another subnet of it that the internet does not reach", () => {
      const two: Resources = {
        oci_core_route_table: { back: routeTable() },
        oci_core_security_list: { back: securityList([CLIENTS], []) },
        oci_core_subnet: { back: subnet("back", 7) },
        oci_load_balancer_load_balancer: {
          lb: { subnet_ids: ["${oci_core_subnet.edge.id}", "${oci_core_subnet.back.id}"] },
        },
      };
      const stack = { test: ociStack(edgeNetwork(narrow, two)) };
      expect(proofOf(stack, "oci_core_subnet.edge").inbound).toHaveLength(1);
      expect(proofOf(stack, "oci_core_subnet.back").inbound).toEqual([]);
    });
  });

  describe("of a subnet whose traffic goes by a firewall that reaches the services", () => {
    const behind = (destination: string, more: object = {}) => {
      const resources: Resources = {
        oci_core_route_table: {
          app: routeTable([destination, "${data.oci_core_private_ips.fw.private_ips[0].id}"]),
          fw: routeTable([SERVICES, SGW]),
        },
        oci_core_security_list: {
          app: securityList(["10.0.0.0/24"], ["0.0.0.0/0"]),
          fw: securityList(["10.0.0.0/16"], ["0.0.0.0/0"]),
        },
        oci_core_subnet: {
          app: subnet("app", 1, { prohibit_public_ip_on_vnic: true }),
          fw: subnet("fw", 5, { prohibit_public_ip_on_vnic: true }),
        },
        oci_network_firewall_network_firewall: {
          fw: {
            compartment_id: "c",
            subnet_id: "${oci_core_subnet.fw.id}",
            network_firewall_policy_id: "${oci_network_firewall_network_firewall_policy.p.id}",
          },
        },
        oci_network_firewall_network_firewall_policy: { p: { compartment_id: "c" } },
      };
      const found = {
        oci_core_private_ips: {
          fw: {
            ip_address: "${oci_network_firewall_network_firewall.fw.ipv4address}",
            subnet_id: "${oci_core_subnet.fw.id}",
          },
        },
      };
      const stack = ociStack(dataNetwork(resources, more as Resources), { data: found });
      return paths(proofOf({ test: stack }, "oci_core_subnet.app").outbound);
    };

    test.each(["0.0.0.0/0", "134.70.0.0/16"])("lists the services that %s leads to", (range) => {
      expect(behind(range)).toEqual([
        "cloud-services-only: oci_core_subnet.app -> oci_network_firewall_network_firewall.fw -> oci_core_service_gateway.sgw",
      ]);
    });

    test("lists none for a private range, which holds no address of a service", () => {
      expect(behind("10.8.0.0/16")).toEqual([]);
    });

    test("lists services of a region outside as open", () => {
      const abroad = "all-fra-services-in-oracle-services-network";
      expect(
        behind("0.0.0.0/0", { oci_core_route_table: { fw: routeTable([abroad, SGW]) } }),
      ).toEqual([
        "open: oci_core_subnet.app -> oci_network_firewall_network_firewall.fw -> oci_core_service_gateway.sgw",
      ]);
    });
  });

  test("is plain data, and the same for the same input", () => {
    const proofs = [...proofsOf(stacks).values()];
    expect(JSON.parse(JSON.stringify(proofs))).toEqual(proofs);
    expect([...proofsOf(stacks).values()]).toEqual(proofs);
  });

  test("names the construct that made the subnet", () => {
    const made = ociStack(
      dataNetwork({
        oci_core_subnet: { data: { "//": { metadata: { path: "us-data/network/data" } } } },
      }),
    );
    expect(proofOf({ test: made }, "oci_core_subnet.data").constructPath).toBe(
      "us-data/network/data",
    );
  });

  test("reads as text: the verdict, the paths, and the reasons", () => {
    const text = describeReachability(proofOf(stacks, "oci_core_subnet.data")).join("\n");
    expect(text).toContain("oci_core_subnet.data (data subnet): cloud-services-only");
    expect(text).toContain("in  none");
    expect(text).toContain("oci_core_subnet.data -> oci_core_service_gateway.sgw");
  });

  test("lists no more than the worst of very many load balancers, and says so", () => {
    const balancers = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `lb${index}`,
        { compartment_id: "c", subnet_ids: ["${oci_core_subnet.edge.id}"] },
      ]),
    );
    const many = {
      test: ociStack(edgeNetwork(waf(), app, { oci_load_balancer_load_balancer: balancers })),
    };
    const proof = proofOf(many, "oci_core_subnet.app");
    expect(proof.inbound.length).toBeLessThan(40);
    expect(proof.inbound.every(({ verdict }) => verdict === "open")).toBe(true);
    expect(proof.evidence.join(" ")).toContain("the worst");
    expect(
      judge(many).findings.filter(({ rule }) => rule === "internet-only-through-waf"),
    ).toHaveLength(40);
  });
});

test("there is no proof of an input without subnets", () => {
  const stack = { resource: { oci_objectstorage_bucket: { b: { name: "b" } } } };
  expect([...proofsOf({ test: stack }).values()]).toEqual([]);
});

test("the order of keys changes nothing", () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, reversed(item)]),
          )
        : value;
  const open = { oci_core_route_table: { data: routeTable(["0.0.0.0/0", IGW]) } };
  const stack = ociStack(edgeNetwork(open));
  const said = (json: object) =>
    judge({ test: json }).findings.map(({ rule, path, message }) => [rule, path, message]);
  expect(said(reversed(stack) as object)).toEqual(said(stack));
});

describe("whatever stands in the arguments", () => {
  const TYPES: Readonly<Record<string, readonly string[]>> = {
    oci_core_vcn: ["cidr_block", "cidr_blocks", "is_ipv6enabled"],
    oci_core_subnet: [
      "vcn_id",
      "cidr_block",
      "route_table_id",
      "security_list_ids",
      "prohibit_public_ip_on_vnic",
    ],
    oci_core_route_table: ["vcn_id", "route_rules"],
    oci_core_security_list: ["ingress_security_rules", "egress_security_rules"],
    oci_core_drg_attachment: ["drg_id", "network_details", "drg_route_table_id"],
    oci_core_drg_route_table: ["import_drg_route_distribution_id"],
    oci_core_remote_peering_connection: ["peer_id", "peer_region_name", "drg_id"],
    oci_core_local_peering_gateway: ["peer_id", "vcn_id", "route_table_id"],
    oci_core_private_ip: ["ip_address", "subnet_id", "vnic_id"],
    oci_network_firewall_network_firewall: ["subnet_id", "network_firewall_policy_id"],
    oci_load_balancer_load_balancer: ["subnet_ids", "is_private", "network_security_group_ids"],
    oci_waf_web_app_firewall: ["load_balancer_id", "web_app_firewall_policy_id"],
    oci_waf_web_app_firewall_policy: ["actions", "request_access_control"],
    oci_bastion_bastion: ["target_subnet_id", "client_cidr_block_allow_list"],
    aws_vpc: ["cidr_block"],
    aws_subnet: ["vpc_id", "cidr_block"],
    aws_route_table: ["route", "vpc_id", "propagating_vgws"],
    aws_route: [
      "route_table_id",
      "gateway_id",
      "destination_cidr_block",
      "transit_gateway_id",
      "network_interface_id",
    ],
    aws_route_table_association: ["subnet_id", "route_table_id"],
    aws_security_group: ["ingress", "egress"],
    aws_network_acl: ["subnet_ids", "ingress", "egress"],
    aws_lb: ["subnets", "internal", "security_groups"],
    aws_wafv2_web_acl: ["rule", "default_action"],
    aws_wafv2_web_acl_association: ["resource_arn", "web_acl_arn"],
    aws_vpc_peering_connection: ["vpc_id", "peer_vpc_id", "peer_region", "peer_owner_id"],
    aws_ec2_transit_gateway_vpc_attachment: ["transit_gateway_id", "vpc_id", "subnet_ids"],
  };
  const reference = fc.constantFrom(...Object.keys(TYPES)).map((type) => `\${${type}.x.id}`);
  const scalar = fc.oneof(
    reference,
    fc.constantFrom<unknown>(
      "0.0.0.0/0",
      "10.0.0.0/8",
      "${var.x}",
      "",
      true,
      7,
      null,
      "${each.value}",
    ),
  );
  const rule = fc.dictionary(
    fc.constantFrom(
      "source",
      "destination",
      "cidr_block",
      "gateway_id",
      "network_entity_id",
      "id",
      "type",
      "rules",
      "name",
      "statement",
      "action",
      "allow",
      "geo_match_statement",
      "not_statement",
      "country_codes",
      "priority",
      "__proto__",
    ),
    fc.oneof(
      scalar,
      fc.array(scalar, { maxLength: 2 }),
      fc.dictionary(fc.constantFrom("statement", "rules", "block"), scalar),
    ),
  );
  const value = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    rule,
    fc.array(rule, { maxLength: 3 }),
  );
  const resources = fc.record(
    Object.fromEntries(
      Object.entries(TYPES).map(([type, names]) => [
        type,
        fc.record({
          x: fc.record(Object.fromEntries(names.map((name) => [name, value])), {
            requiredKeys: [],
          }),
        }),
      ]),
    ),
    { requiredKeys: [] },
  );

  test("nothing throws, and every verdict has a pointer", () => {
    fc.assert(
      fc.property(resources, (resource) => {
        const json = {
          provider: { oci: [{ region: "us-ashburn-1" }], aws: [{ region: "us-east-1" }] },
          resource,
        };
        const { findings } = judge({ test: json });
        for (const finding of findings) {
          expect(finding.path).toMatch(/^\/resource\//);
          expect(finding.message).toMatch(/\.$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("an estate of many joined networks has one path to all of them, and not one to each", () => {
  const networks = 400;
  const resource: Record<string, Record<string, object>> = {
    oci_core_drg: { hub: { compartment_id: "c" } },
    oci_core_vcn: {},
    oci_core_subnet: {},
    oci_core_route_table: {},
    oci_core_security_list: {},
    oci_core_drg_attachment: {},
  };
  for (let n = 0; n < networks; n += 1) {
    const vcn = `\${oci_core_vcn.v${n}.id}`;
    const into = (type: string, body: object) => {
      (resource[type] as Record<string, object>)[`v${n}`] = body;
    };
    into("oci_core_vcn", {
      compartment_id: "c",
      cidr_blocks: [`10.${n >> 4}.${(n & 15) * 16}.0/20`],
    });
    into("oci_core_route_table", {
      vcn_id: vcn,
      route_rules: [{ destination: "10.0.0.0/8", network_entity_id: "${oci_core_drg.hub.id}" }],
    });
    into("oci_core_security_list", {
      vcn_id: vcn,
      ingress_security_rules: [{ protocol: "6", source: "10.0.0.0/8" }],
      egress_security_rules: [{ protocol: "6", destination: "10.0.0.0/8" }],
    });
    into("oci_core_subnet", {
      vcn_id: vcn,
      cidr_block: `10.${n >> 4}.${(n & 15) * 16}.0/24`,
      prohibit_public_ip_on_vnic: true,
      route_table_id: `\${oci_core_route_table.v${n}.id}`,
      security_list_ids: [`\${oci_core_security_list.v${n}.id}`],
    });
    into("oci_core_drg_attachment", {
      drg_id: "${oci_core_drg.hub.id}",
      network_details: { type: "VCN", id: vcn },
    });
  }
  const document = {
    stack: "test",
    file: "cdk.tf.json",
    json: { provider: { oci: [{ region: "us-ashburn-1" }] }, resource } as never,
  };
  const { proofs } = proveReachability(
    buildModel({ documents: [document], unread: [] }),
    Jurisdiction.US,
  );
  expect(proofs).toHaveLength(networks);
  expect(proofs.every(({ verdict }) => verdict === "inside")).toBe(true);
  expect(proofs.every(({ outbound }) => outbound.length === 1)).toBe(true);
  expect(proofs[0]?.outbound[0]?.evidence).toContain("and 396 more");
});

describe("values that are put together", () => {
  const verdict = (source: string) => {
    const data = dataNetwork({
      oci_core_vcn: { v: { is_ipv6enabled: true } },
      oci_core_route_table: { data: routeTable(["::/0", IGW]) },
      oci_core_security_list: { data: securityList([source], []) },
      oci_core_subnet: {
        data: {
          prohibit_public_ip_on_vnic: false,
          ipv6cidr_block: "${cidrsubnet(oci_core_vcn.v.ipv6cidr_blocks[0], 8, 1)}",
        },
      },
    });
    return proofOf({ test: ociStack(data) }, "oci_core_subnet.data").verdict;
  };

  test("are ranges of a network where nothing else is in them", () => {
    expect(verdict("${oci_core_vcn.v.ipv6cidr_blocks[0]}")).toBe("closed");
    expect(verdict("${cidrsubnet(oci_core_vcn.v.ipv6cidr_blocks[0], 8, 7)}")).toBe("closed");
  });

  test("are unproven where a variable has a part in them", () => {
    expect(verdict("${lookup(var.ranges, oci_core_vcn.v.ipv6cidr_blocks[0])}")).toBe("unproven");
  });

  test("are unproven where they are of a host", () => {
    expect(verdict('${format("%s/128", oci_core_instance.h.public_ip)}')).toBe("unproven");
  });
});

describe("a module", () => {
  const root = temporaryFolder();

  test("is joined to its caller by its outputs and variables", () => {
    write(root, "main.tf.json", {
      provider: { oci: [{ region: "us-ashburn-1" }] },
      module: {
        network: { source: "./network" },
        app: { source: "./app", subnet: "${module.network.subnet}" },
      },
    });
    const open = dataNetwork({
      oci_mysql_mysql_db_system: { db: { count: 0, subnet_id: "elsewhere" } },
      oci_core_route_table: { data: routeTable(["0.0.0.0/0", "${local.gateway}"]) },
      oci_core_security_list: { data: securityList(["0.0.0.0/0"], []) },
      oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
    });
    write(root, "network/main.tf.json", {
      locals: { gateway: IGW },
      resource: open,
      output: { subnet: { value: "${oci_core_subnet.data.id}" } },
    });
    write(root, "app/main.tf.json", {
      variable: { subnet: {} },
      resource: {
        oci_core_instance: { h: { create_vnic_details: { subnet_id: "${var.subnet}" } } },
      },
    });
    const { findings } = judgePath(root);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: "data-subnet-unreachable",
        status: "outside",
        address: "module.network.oci_core_subnet.data",
      }),
    );
    const proofs = proveReachability(buildModel(readSource(root)), Jurisdiction.US).proofs;
    expect(proofs[0]?.evidence).toContain(
      "module.app.oci_core_instance.h stands in module.network.oci_core_subnet.data.",
    );
  });
});

describe("a plan", () => {
  const subnets = { edge: "10.0.0.0/24", data: "10.0.1.0/24" };
  const instances = (type: string, name: string, values: (key: string) => object) =>
    Object.keys(subnets).map((key) => ({
      address: `${type}.${name}["${key}"]`,
      mode: "managed",
      type,
      name,
      index: key,
      provider_name: "registry.terraform.io/hashicorp/aws",
      values: values(key),
    }));
  const single = (type: string, name: string, values: object) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    values,
  });
  const expression = (value: string) => ({ constant_value: value });
  const unknownAfter = (address: string, names: readonly string[]) => ({
    address,
    mode: "managed",
    type: address.split(".")[0],
    name: address.split(/[.[]/)[1],
    change: {
      actions: ["create"],
      after: {},
      after_unknown: Object.fromEntries(names.map((name) => [name, true])),
    },
  });

  /** Two subnets by for_each; the load balancer and the database each stand in one of them. */
  const plan = (routed: string) => ({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {
      root_module: {
        resources: [
          single("aws_vpc", "v", { cidr_block: "10.0.0.0/16" }),
          single("aws_internet_gateway", "igw", {}),
          single("aws_route_table", "open", {
            route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-0a1b2c3d" }],
          }),
          ...instances("aws_subnet", "s", (key) => ({
            cidr_block: subnets[key as keyof typeof subnets],
          })),
          single("aws_route_table_association", "a", {}),
          single("aws_security_group", "g", {
            ingress: [{ cidr_blocks: ["0.0.0.0/0"], protocol: "tcp", from_port: 1, to_port: 1 }],
            egress: [],
          }),
          single("aws_instance", "db", {}),
          single("aws_lb", "lb", { internal: true }),
        ],
      },
    },
    resource_changes: [
      unknownAfter('aws_subnet.s["edge"]', ["vpc_id"]),
      unknownAfter('aws_subnet.s["data"]', ["vpc_id"]),
      unknownAfter("aws_route_table_association.a", ["subnet_id", "route_table_id"]),
      unknownAfter("aws_instance.db", ["subnet_id", "vpc_security_group_ids"]),
      unknownAfter("aws_lb.lb", ["subnets"]),
    ],
    configuration: {
      provider_config: {
        aws: {
          name: "aws",
          full_name: "registry.terraform.io/hashicorp/aws",
          expressions: { region: expression("us-east-1") },
        },
      },
      root_module: {
        resources: [
          ["aws_vpc", "v", {}],
          ["aws_internet_gateway", "igw", {}],
          ["aws_route_table", "open", {}],
          ["aws_subnet", "s", { vpc_id: expression("${aws_vpc.v.id}") }],
          [
            "aws_route_table_association",
            "a",
            {
              subnet_id: expression(`\${aws_subnet.s["${routed}"].id}`),
              route_table_id: expression("${aws_route_table.open.id}"),
            },
          ],
          ["aws_security_group", "g", {}],
          [
            "aws_instance",
            "db",
            {
              subnet_id: expression('${aws_subnet.s["data"].id}'),
              vpc_security_group_ids: expression("${[aws_security_group.g.id]}"),
            },
          ],
          ["aws_lb", "lb", { subnets: expression('${[aws_subnet.s["edge"].id]}') }],
        ].map(([type, name, expressions]) => ({
          address: `${type}.${name}`,
          mode: "managed",
          type,
          name,
          provider_config_key: "aws",
          expressions,
        })),
      },
    },
  });

  test("is read instance by instance", () => {
    const said = (routed: string) =>
      judge({ test: plan(routed) }).findings.map(({ status, address }) => `${status} ${address}`);
    expect(said("data")).toEqual(['outside aws_subnet.s["data"]']);
    expect(said("edge")).toEqual([]);
    expect(proofOf({ test: plan("edge") }, 'aws_subnet.s["edge"]').role).toBe("edge");
  });
});
