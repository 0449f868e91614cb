import {
  edgeNetwork,
  merge,
  ociStack,
  proofOf,
  type Resources,
  routeTable,
  securityList,
  subnet,
} from "./topology";

const id = (type: string, name: string, attribute = "id") => `\${${type}.${name}.${attribute}}`;

/** A subnet `app` of which the list admits `ingress`. */
function app(ingress: readonly string[], more: object = {}): Resources {
  return {
    oci_core_route_table: { app: routeTable() },
    oci_core_security_list: { app: securityList(ingress, []) },
    oci_core_subnet: { app: subnet("app", 1, { prohibit_public_ip_on_vnic: true, ...more }) },
  };
}

/** Entrances by which the internet comes to `app`. */
function entrances(...resources: readonly Resources[]): readonly string[] {
  const proof = proofOf({ test: ociStack(merge(...resources)) }, "oci_core_subnet.app");
  return proof.inbound.map(({ verdict, hops }) => `${verdict} ${hops.at(-2)?.address}`);
}

const LB = ["open oci_load_balancer_load_balancer.lb"];

const rule = (source: string, source_type?: string): Resources => ({
  oci_core_security_list: {
    app: {
      vcn_id: id("oci_core_vcn", "v"),
      ingress_security_rules: { protocol: "6", source, source_type },
    },
  },
});

/** An edge subnet whose range only the run of Terraform tells. */
const RANGELESS: Resources = { oci_core_subnet: { edge: { cidr_block: "${var.edge}" } } };

describe("an entrance leads to a subnet whose rules admit", () => {
  test.each<[string, ...Resources[]]>([
    ["its subnet's range", app(["10.0.0.0/24"])],
    ["a part of its subnet's range", app(["10.0.0.128/25"])],
    ["a wider range", app(["10.0.0.0/8"])],
    ["what is not in the input", app(["${var.source}"])],
    [
      "its network, by addresses that are not known",
      app([]),
      rule(id("oci_core_vcn", "v", "ipv6cidr_blocks")),
    ],
    [
      "its subnet, by addresses that are not known",
      app([]),
      rule(id("oci_core_subnet", "edge", "ipv6cidr_block")),
    ],
    ["its network's range, where its subnet's is not known", app(["10.0.7.0/24"]), RANGELESS],
  ])("%s", (_what, ...more) => {
    expect(entrances(edgeNetwork(), ...more)).toEqual(LB);
  });

  test("its security group", () => {
    const grouped = (group: string): Resources => ({
      oci_core_network_security_group: { lb: {}, other: {} },
      oci_load_balancer_load_balancer: {
        lb: { network_security_group_ids: [id("oci_core_network_security_group", "lb")] },
      },
      oci_core_instance: {
        h: {
          subnet_id: id("oci_core_subnet", "app"),
          nsg_ids: [id("oci_core_network_security_group", "app")],
        },
      },
      oci_core_network_security_group_security_rule: {
        r: {
          network_security_group_id: id("oci_core_network_security_group", "app"),
          direction: "INGRESS",
          protocol: "6",
          source_type: "NETWORK_SECURITY_GROUP",
          source: id("oci_core_network_security_group", group),
        },
      },
    });
    const app_: Resources = { oci_core_network_security_group: { app: {} } };
    expect(entrances(edgeNetwork(), app([]), app_, grouped("lb"))).toEqual(LB);
    expect(entrances(edgeNetwork(), app([]), app_, grouped("other"))).toEqual([]);
  });
});

describe("an entrance leads to no subnet", () => {
  const OTHER: Resources = {
    oci_core_vcn: { other: { cidr_blocks: ["10.0.0.0/16"] } },
    oci_core_subnet: { app: { vcn_id: id("oci_core_vcn", "other") } },
  };

  test.each<[string, ...Resources[]]>([
    ["whose rules admit another range", app(["10.0.7.0/24"])],
    ["whose rules admit nothing", app([])],
    [
      "whose rules admit services",
      app([]),
      rule("all-iad-services-in-oracle-services-network", "SERVICE_CIDR_BLOCK"),
    ],
    [
      "whose rules admit another subnet",
      app([]),
      rule(id("oci_core_subnet", "data", "ipv6cidr_block")),
    ],
    [
      "whose rules only let out to it",
      app([]),
      { oci_core_security_list: { app: securityList([], ["10.0.0.0/24"]) } },
    ],
    ["of a network that is not joined to its own", app(["10.0.0.0/24"]), OTHER],
    [
      "whose rules admit another network, where its subnet's range is not known",
      app(["10.9.0.0/16"]),
      RANGELESS,
    ],
  ])("%s", (_what, ...more) => {
    expect(entrances(edgeNetwork(), ...more)).toEqual([]);
  });

  test("of its own network, where that is joined by a gateway, it leads to", () => {
    const attachment = (vcn: string) => ({
      drg_id: id("oci_core_drg", "d"),
      network_details: { type: "VCN", id: id("oci_core_vcn", vcn) },
    });
    const joined: Resources = {
      oci_core_drg: { d: {} },
      oci_core_drg_attachment: { v: attachment("v"), other: attachment("other") },
    };
    expect(entrances(edgeNetwork(), app(["10.0.0.0/24"]), OTHER, joined)).toEqual(LB);
  });
});

describe("of a network that is not in the input", () => {
  const vcn_id = "ocid1.vcn.oc1.iad.aaaa";
  const elsewhere = (own: string): Resources => ({
    oci_core_subnet: { edge: { vcn_id }, app: { vcn_id: own } },
  });

  test("an entrance leads to the other subnets of that network", () => {
    const of = (own: string) => entrances(edgeNetwork(), app(["10.0.0.0/24"]), elsewhere(own));
    expect(of(vcn_id)).toEqual(LB);
    expect(of("ocid1.vcn.oc1.iad.bbbb")).toEqual([]);
  });

  test("an entrance whose range is not known may be meant by a rule for any range", () => {
    const of = (...sources: readonly string[]) =>
      entrances(edgeNetwork(), app(sources), elsewhere(vcn_id), RANGELESS);
    expect(of("${var.source}")).toEqual(LB);
    expect(of("10.9.0.0/16")).toEqual(LB);
    expect(of()).toEqual([]);
  });
});

test("an entrance may be meant by a rule for any range where its network's are not all known", () => {
  const network: Resources = {
    oci_core_vcn: { v: { cidr_blocks: ["10.0.0.0/16", "${var.more}"] } },
  };
  const of = (...more: readonly Resources[]) =>
    entrances(edgeNetwork(), app(["10.9.0.0/16"]), network, ...more);
  expect(of(RANGELESS)).toEqual(LB);
  expect(of()).toEqual([]);
});
