import { rmSync } from "node:fs";
import { FileStorageMountTarget } from "@cdktf/provider-oci/lib/file-storage-mount-target";
import { TerraformOutput, Testing } from "cdktf";
import { Port, UsPerimeter, type UsPerimeterProps } from "../../constructs/us-perimeter";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { DATA, onlyResource, resourcesOf, synthesize, usStack } from "../support/synth";
import { violations } from "../support/violations";

const LOG_GROUP = "ocid1.loggroup.oc1.iad.aaaaexample";

function perimeterIn(props: Partial<UsPerimeterProps> = {}, stack = usStack()) {
  const perimeter = new UsPerimeter(stack, "perimeter", {
    compartmentId: DATA,
    name: "acme",
    ...props,
  });
  return { stack, perimeter };
}

/** Puts one thing into the data subnet and one into the app subnet, each in its group. */
function populate(perimeter: UsPerimeter, stack: ReturnType<typeof usStack>): void {
  for (const [tier, subnet, nsg] of [
    ["data", perimeter.dataSubnet, perimeter.dataNsg],
    ["app", perimeter.appSubnet, perimeter.appNsg],
  ] as const) {
    new FileStorageMountTarget(stack, `in-${tier}`, {
      provider: stack.providerFor(perimeter.region),
      compartmentId: DATA,
      availabilityDomain: "Uocm:US-ASHBURN-AD-1",
      subnetId: subnet.id,
      nsgIds: [nsg.id],
    });
  }
}

/** Verdicts of the paths into and out of each subnet, by its name. */
function reachOf(stack: ReturnType<typeof usStack>) {
  const outdir = Testing.fullSynth(stack);
  try {
    const { reachability = [] } = check(readSource(outdir), {
      jurisdiction: Jurisdiction.US,
      asOf: "1970-01-01",
    });
    return Object.fromEntries(
      reachability.map(({ constructPath, inbound, outbound }) => [
        constructPath?.split("/").at(-2),
        {
          in: inbound.map(({ verdict }) => verdict),
          out: outbound.map(({ verdict }) => verdict),
        },
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

describe("UsPerimeter", () => {
  test("makes a network that only Oracle services of its region can be reached from", () => {
    const { stack, perimeter } = perimeterIn();
    populate(perimeter, stack);
    expect(reachOf(stack)).toEqual({
      data: { in: [], out: [] },
      app: { in: [], out: ["cloud-services-only"] },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("has no gateway to the internet and none that translates addresses", () => {
    const json = synthesize(
      perimeterIn({ oracleServices: "all", dataReachesServices: true }).stack,
    );
    expect(json.resource).not.toHaveProperty("oci_core_internet_gateway");
    expect(json.resource).not.toHaveProperty("oci_core_nat_gateway");
    expect(json.resource).not.toHaveProperty("oci_core_drg");
    expect(violations(json)).toEqual([]);
  });

  test("empties what Oracle opens by default, and gives no subnet any other list", () => {
    const json = synthesize(perimeterIn().stack);
    const [list] = Object.keys(json.resource.oci_core_default_security_list);
    const body = onlyResource(json, "oci_core_default_security_list");
    expect(body.manage_default_resource_id).toMatch(/\.default_security_list_id}$/);
    expect(body).not.toHaveProperty("ingress_security_rules");
    expect(body).not.toHaveProperty("egress_security_rules");
    expect(onlyResource(json, "oci_core_default_route_table")).not.toHaveProperty("route_rules");
    expect(json.resource).not.toHaveProperty("oci_core_security_list");
    for (const subnet of resourcesOf(json, "oci_core_subnet")) {
      expect(subnet).toMatchObject({
        security_list_ids: [`\${oci_core_default_security_list.${list}.id}`],
        prohibit_public_ip_on_vnic: true,
        prohibit_internet_ingress: true,
      });
    }
  });

  test("lies in another allowed region where that is asked for", () => {
    const { stack } = perimeterIn({ region: "us-chicago-1" });
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_core_vcn").provider).toBe("oci.us-chicago-1");
    expect(Object.values(json.data.oci_core_services)).toEqual([
      expect.objectContaining({
        filter: [{ name: "cidr_block", values: ["oci-ord-objectstorage"] }],
      }),
    ]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("fails in a region outside the jurisdiction", () => {
    expect(() => perimeterIn({ region: "eu-frankfurt-1" })).toThrow(
      'stack/perimeter (UsPerimeter): region is "eu-frankfurt-1": it lies outside US. Fix: write one of us-ashburn-1',
    );
  });

  test("takes its countries and regions from the stack's jurisdiction", () => {
    const stack = usStack({
      jurisdiction: Jurisdiction.EU,
      region: "eu-frankfurt-1",
      homeRegion: "eu-frankfurt-1",
    });
    perimeterIn(
      {
        edge: { certificateId: "ocid1.certificate.oc1.eu-frankfurt-1.aaaa", backendPort: 8443 },
      },
      stack,
    );
    const [rule] = onlyResource(synthesize(stack), "oci_waf_web_app_firewall_policy")
      .request_access_control.rules;
    for (const country of Jurisdiction.EU.countries) {
      expect(rule.condition).toContain(`'${country}'`);
    }
    expect(rule.condition).not.toContain("'US'");
    expect(stack).toStayWithin(Jurisdiction.EU);
  });

  test("refuses to destroy the VCN, the data subnet and the logs, unless that is allowed", () => {
    const types = ["oci_core_vcn", "oci_logging_log_group"] as const;
    const kept = synthesize(perimeterIn().stack);
    const free = synthesize(perimeterIn({ deletionProtection: false }).stack);
    for (const type of types) {
      expect(onlyResource(kept, type).lifecycle).toEqual({ prevent_destroy: true });
      expect(onlyResource(free, type).lifecycle).toEqual({ prevent_destroy: false });
    }
    const protectedTiers = resourcesOf(kept, "oci_core_subnet")
      .filter(({ lifecycle }) => lifecycle?.prevent_destroy === true)
      .map(({ dns_label }) => dns_label);
    expect(protectedTiers).toEqual(["data"]);
  });

  test("tags everything that takes tags", () => {
    const json = synthesize(perimeterIn({ freeformTags: { estate: "acme" } }).stack);
    const untagged = Object.entries(json.resource).flatMap(([type, blocks]) =>
      Object.values(blocks as Record<string, { freeform_tags?: unknown }>)
        .filter(({ freeform_tags }) => freeform_tags === undefined)
        .map(() => type),
    );
    expect([...new Set(untagged)]).toEqual(["oci_core_network_security_group_security_rule"]);
  });
});

describe("services", () => {
  test.each([
    ["object-storage", "oci-iad-objectstorage"],
    ["all", "all-iad-services-in-oracle-services-network"],
  ] as const)(
    "%s are reached by the label %s, by TLS, from the app subnet",
    (oracleServices, label) => {
      const json = synthesize(perimeterIn({ oracleServices }).stack);
      const routed = resourcesOf(json, "oci_core_route_table").flatMap(
        (table) => table.route_rules ?? [],
      );
      expect(routed).toEqual([
        expect.objectContaining({ destination: label, destination_type: "SERVICE_CIDR_BLOCK" }),
      ]);
      expect(onlyResource(json, "oci_core_network_security_group_security_rule")).toMatchObject({
        direction: "EGRESS",
        destination: label,
        destination_type: "SERVICE_CIDR_BLOCK",
        protocol: "6",
        tcp_options: { destination_port_range: { min: 443, max: 443 } },
      });
    },
  );

  test("are out of reach where none are asked for", () => {
    const { stack, perimeter } = perimeterIn({ oracleServices: "none" });
    populate(perimeter, stack);
    expect(synthesize(stack).resource).not.toHaveProperty("oci_core_service_gateway");
    expect(reachOf(stack)).toMatchObject({ app: { out: [] }, data: { out: [] } });
  });

  test("are within reach of the data subnet only where that is asked for", () => {
    const { stack, perimeter } = perimeterIn({ dataReachesServices: true });
    populate(perimeter, stack);
    expect(reachOf(stack)).toMatchObject({ data: { in: [], out: ["cloud-services-only"] } });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("cannot be both none and within reach of the data subnet", () => {
    expect(() => perimeterIn({ oracleServices: "none", dataReachesServices: true })).toThrow(
      "dataReachesServices is true: oracleServices is none",
    );
  });
});

describe("rules between tiers", () => {
  test("go from group to group, at both ends", () => {
    const { stack, perimeter } = perimeterIn({ oracleServices: "none" });
    perimeter.allowAppToData(Port.AUTONOMOUS_DATABASE);
    const json = synthesize(stack);
    const [app, data] = ["app", "data"].map((tier) => {
      const [name] = Object.entries(json.resource.oci_core_network_security_group).find(
        ([, body]) => (body as { display_name: string }).display_name === `acme-${tier}`,
      ) ?? [""];
      return `\${oci_core_network_security_group.${name}.id}`;
    });
    expect(resourcesOf(json, "oci_core_network_security_group_security_rule")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          network_security_group_id: app,
          direction: "EGRESS",
          destination: data,
          destination_type: "NETWORK_SECURITY_GROUP",
          stateless: false,
          tcp_options: { destination_port_range: { min: 1522, max: 1522 } },
        }),
        expect.objectContaining({
          network_security_group_id: data,
          direction: "INGRESS",
          source: app,
          source_type: "NETWORK_SECURITY_GROUP",
          tcp_options: { destination_port_range: { min: 1522, max: 1522 } },
        }),
      ]),
    );
    expect(violations(json)).toEqual([]);
  });

  test("admit TCP and UDP of a mount target", () => {
    const { stack, perimeter } = perimeterIn({ oracleServices: "none" });
    perimeter.allowAppToData(...Port.FILE_STORAGE);
    const rules = resourcesOf(
      synthesize(stack),
      "oci_core_network_security_group_security_rule",
    ).filter(({ direction }) => direction === "INGRESS");
    expect(
      rules.map(({ protocol, tcp_options: tcp, udp_options: udp }) => [
        protocol,
        (tcp ?? udp).destination_port_range,
      ]),
    ).toEqual([
      ["6", { min: 111, max: 111 }],
      ["6", { min: 2048, max: 2050 }],
      ["17", { min: 111, max: 111 }],
      ["17", { min: 2048, max: 2048 }],
    ]);
  });

  test("are made once, however often they are asked for", () => {
    const { stack, perimeter } = perimeterIn({ oracleServices: "none" });
    perimeter.allowAppToData(1522, 1522);
    perimeter.allowAppToData(1522);
    perimeter.allowWithinData(1522);
    expect(
      resourcesOf(synthesize(stack), "oci_core_network_security_group_security_rule"),
    ).toHaveLength(4);
  });

  test("stop at the number that a group of OCI holds", () => {
    const { perimeter } = perimeterIn({ oracleServices: "none" });
    const ports = Array.from({ length: 120 }, (_, index) => 20_000 + index);
    expect(() => perimeter.allowAppToData(...ports)).not.toThrow();
    expect(() => perimeter.allowAppToData(1522)).toThrow(
      "a network security group of OCI has at most 120 rules",
    );
  });

  test.each([[0], [65_536], [1.5]])("take no port %d", (port) => {
    expect(() => perimeterIn().perimeter.allowAppToData(port)).toThrow(RangeError);
  });

  test("take no range that ends before it starts", () => {
    expect(() => Port.tcp(2050, 2048)).toThrow("tcp ports 2050 to 2048 are none");
  });
});

describe("addresses", () => {
  const blocksOf = (props: Partial<UsPerimeterProps>) =>
    Object.fromEntries(
      resourcesOf(synthesize(perimeterIn(props).stack), "oci_core_subnet").map((subnet) => [
        subnet.dns_label,
        subnet.cidr_block,
      ]),
    );

  test.each([
    [undefined, { data: "10.0.0.0/19", app: "10.0.32.0/19" }],
    ["172.16.0.0/20", { data: "172.16.0.0/23", app: "172.16.2.0/23" }],
    ["192.168.255.0/24", { data: "192.168.255.0/27", app: "192.168.255.32/27" }],
  ])("of the subnets are eighths of %s", (vcnCidr, blocks) => {
    expect(blocksOf(vcnCidr === undefined ? {} : { vcnCidr })).toEqual(blocks);
  });

  test("can be given", () => {
    const subnetCidrs = { data: "10.0.255.0/24", app: "10.0.254.0/30" };
    expect(blocksOf({ subnetCidrs })).toEqual(subnetCidrs);
  });

  test.each<[Partial<UsPerimeterProps>, string]>([
    [{ vcnCidr: "10.0.0.0" }, 'vcnCidr is "10.0.0.0": it is no IPv4 block in CIDR notation'],
    [{ vcnCidr: "10.0.0.0/033" }, "it is no IPv4 block"],
    [{ vcnCidr: "10.0.256.0/16" }, "it is no IPv4 block"],
    [{ vcnCidr: "fd00::/48" }, "it is no IPv4 block"],
    [
      { vcnCidr: "10.0.0.1/16" },
      "its address is not the first one of the block. Fix: write 10.0.0.0/16",
    ],
    [{ vcnCidr: "8.8.0.0/16" }, "the internet routes addresses of it"],
    [{ vcnCidr: "172.32.0.0/16" }, "the internet routes addresses of it"],
    [{ vcnCidr: "10.0.0.0/15" }, "OCI takes prefix 16 or longer"],
    [{ vcnCidr: "10.0.0.0/25" }, "Fix: write a block of prefix 16 to 24"],
    [{ subnetCidrs: { data: "10.1.0.0/24" } }, "it lies outside of the VCN's block, 10.0.0.0/16"],
    [{ subnetCidrs: { data: "10.0.0.0/31" } }, "a prefix of 30 or shorter"],
    [{ subnetCidrs: { data: "10.0.32.0/24" } }, "it overlaps the data subnet, 10.0.32.0/24"],
    [
      { subnetCidrs: { data: "10.0.1.0/24", app: "10.0.0.0/16" } },
      'subnetCidrs.app is "10.0.0.0/16": it overlaps the data subnet, 10.0.1.0/24',
    ],
    [
      { subnetCidrs: { edge: "10.0.1.0/24" } },
      "the perimeter has no edge subnet. Fix: set edge too",
    ],
  ])("are refused: %j", (props, message) => {
    expect(() => perimeterIn(props)).toThrow(message);
  });
});

describe("logs", () => {
  test("of flows are kept for every subnet, in a group of the perimeter's own", () => {
    const { stack, perimeter } = perimeterIn({
      bastion: { clientCidrs: ["198.51.100.0/24"] },
    });
    new TerraformOutput(stack, "logs", { value: perimeter.logGroupId });
    const json = synthesize(stack);
    const logs = resourcesOf(json, "oci_logging_log");
    const subnets = Object.keys(json.resource.oci_core_subnet);
    expect(logs.map(({ configuration }) => configuration.source)).toEqual(
      subnets.map((name) => ({
        service: "flowlogs",
        category: "all",
        source_type: "OCISERVICE",
        resource: `\${oci_core_subnet.${name}.id}`,
      })),
    );
    expect(subnets).toHaveLength(3);
    const [group] = Object.keys(json.resource.oci_logging_log_group);
    for (const log of logs) {
      expect(log).toMatchObject({
        is_enabled: true,
        log_type: "SERVICE",
        retention_duration: 90,
        log_group_id: `\${oci_logging_log_group.${group}.id}`,
      });
    }
    expect(json.output.logs.value).toBe(`\${oci_logging_log_group.${group}.id}`);
  });

  test("go to a group that exists, for as long as is asked for", () => {
    const flowLogs = { logGroupId: LOG_GROUP, retentionDays: 180 };
    const { stack } = perimeterIn({ flowLogs });
    const json = synthesize(stack);
    expect(json.resource).not.toHaveProperty("oci_logging_log_group");
    for (const log of resourcesOf(json, "oci_logging_log")) {
      expect(log).toMatchObject({ log_group_id: LOG_GROUP, retention_duration: 180 });
    }
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test.each<[UsPerimeterProps["flowLogs"] & object, string]>([
    [
      { logGroupId: "ocid1.loggroup.oc1.eu-frankfurt-1.aaaaexample" },
      "it lies in eu-frankfurt-1, and this must lie in us-ashburn-1",
    ],
    [{ logGroupId: "ocid1.bucket.oc1.iad.aaaa" }, "it is no OCID of type loggroup"],
    [{ retentionDays: 29 }, "a whole number of days from 30 to 180"],
    [{ retentionDays: 181 }, "a whole number of days from 30 to 180"],
    [{ retentionDays: 100 }, "OCI keeps logs for a multiple of 30 days. Fix: write 120"],
  ])("are refused: %j", (flowLogs, message) => {
    expect(() => perimeterIn({ flowLogs })).toThrow(message);
  });
});

test.each<[Partial<UsPerimeterProps>, string]>([
  [{ name: "1acme" }, "1 to 60 letters, digits and hyphens, a letter first"],
  [{ name: "${var.name}" }, "1 to 60 letters, digits and hyphens"],
  [{ name: "acme-" }, "1 to 60 letters, digits and hyphens"],
  [{ name: "a".repeat(61) }, "1 to 60 letters, digits and hyphens"],
  [{ compartmentId: "acme" }, "it is no OCID of type compartment or tenancy"],
])("UsPerimeter refuses %j", (props, message) => {
  expect(() => perimeterIn(props)).toThrow(message);
});

test("UsPerimeter takes the longest name", () => {
  const json = synthesize(perimeterIn({ name: `a${"-b".repeat(29)}c` }).stack);
  expect(onlyResource(json, "oci_core_vcn").dns_label).toMatch(/^[a-z][a-z0-9]{0,14}$/);
});
