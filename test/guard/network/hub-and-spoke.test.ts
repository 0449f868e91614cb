import { COMPARTMENT } from "../../support/check-json";
import { judge, merge, ociStack, paths, proofOf, type Resources, SERVICES, said } from "./topology";

const id = (type: string, name: string) => `\${${type}.${name}.id}`;
const of = (vcn: string) => ({ compartment_id: COMPARTMENT, vcn_id: id("oci_core_vcn", vcn) });
const rule = (destination: string, network_entity_id: string) => ({
  destination,
  network_entity_id,
});

const DRG = id("oci_core_drg", "hub");

/** A spoke VCN `10.<n>.0.0/16` whose only subnet routes `range` to the hub. */
function spoke(name: string, n: number, range: string): Resources {
  return {
    oci_core_vcn: { [name]: { compartment_id: COMPARTMENT, cidr_blocks: [`10.${n}.0.0/16`] } },
    oci_core_route_table: { [name]: { ...of(name), route_rules: [rule(range, DRG)] } },
    oci_core_security_list: {
      [name]: {
        ...of(name),
        ingress_security_rules: [{ protocol: "6", source: "10.0.0.0/8" }],
        egress_security_rules: [{ protocol: "all", destination: "0.0.0.0/0" }],
      },
    },
    oci_core_subnet: {
      [name]: {
        ...of(name),
        cidr_block: `10.${n}.1.0/24`,
        prohibit_public_ip_on_vnic: true,
        route_table_id: id("oci_core_route_table", name),
        security_list_ids: [id("oci_core_security_list", name)],
      },
    },
    oci_core_instance: {
      [name]: {
        compartment_id: COMPARTMENT,
        create_vnic_details: { subnet_id: id("oci_core_subnet", name), assign_public_ip: "false" },
      },
    },
    oci_core_drg_attachment: {
      [name]: {
        drg_id: DRG,
        network_details: { type: "VCN", id: id("oci_core_vcn", name) },
      },
    },
  };
}

const SPOKES = (range = "10.0.0.0/8"): Resources =>
  merge(
    { oci_core_drg: { hub: { compartment_id: COMPARTMENT } } },
    spoke("a", 1, range),
    spoke("b", 2, range),
  );

/** A hub VCN that sends what comes from the gateway on to the internet by address translation. */
const TRANSIT: Resources = {
  oci_core_vcn: { hub: { compartment_id: COMPARTMENT, cidr_blocks: ["10.0.0.0/16"] } },
  oci_core_nat_gateway: { nat: of("hub") },
  oci_core_route_table: {
    transit: {
      ...of("hub"),
      route_rules: [rule("0.0.0.0/0", id("oci_core_nat_gateway", "nat"))],
    },
  },
  oci_core_drg_attachment: {
    hub: {
      drg_id: DRG,
      network_details: {
        type: "VCN",
        id: id("oci_core_vcn", "hub"),
        route_table_id: id("oci_core_route_table", "transit"),
      },
    },
  },
};

/** What hangs on the gateway beside the VCNs. */
const VPN: Resources = {
  oci_core_cpe: { office: { compartment_id: COMPARTMENT, ip_address: "203.0.113.1" } },
  oci_core_ipsec: {
    office: {
      compartment_id: COMPARTMENT,
      cpe_id: id("oci_core_cpe", "office"),
      drg_id: DRG,
      static_routes: ["192.168.0.0/16"],
    },
  },
};

describe("spokes on a dynamic routing gateway", () => {
  test("reach each other and nothing else", () => {
    const stacks = { net: ociStack(SPOKES()) };
    const proof = proofOf(stacks, "oci_core_subnet.a");
    expect(proof.verdict).toBe("inside");
    expect(paths(proof.outbound)).toEqual([
      "inside: oci_core_subnet.a -> oci_core_drg.hub -> oci_core_vcn.b",
    ]);
    expect(paths(proof.inbound)).toEqual([
      "inside: oci_core_vcn.b -> oci_core_drg.hub -> oci_core_subnet.a",
    ]);
    expect(judge(stacks).findings).toEqual([]);
  });

  test("reach nothing at all where a gateway has one network only", () => {
    const alone = merge(
      { oci_core_drg: { hub: { compartment_id: COMPARTMENT } } },
      spoke("a", 1, "10.0.0.0/8"),
    );
    expect(proofOf({ net: ociStack(alone) }, "oci_core_subnet.a").verdict).toBe("closed");
  });

  test("are found open where a hub sends them on to the internet", () => {
    const stacks = { net: ociStack(merge(SPOKES("0.0.0.0/0"), TRANSIT)) };
    const proof = proofOf(stacks, "oci_core_subnet.a");
    expect(paths(proof.outbound)[0]).toBe(
      "open: oci_core_subnet.a -> oci_core_drg.hub -> oci_core_vcn.hub -> oci_core_nat_gateway.nat -> internet",
    );
    expect(said(judge(stacks))).toEqual([
      "data-subnet-egress-inside outside oci_core_subnet.a",
      "data-subnet-egress-inside outside oci_core_subnet.b",
    ]);
  });

  test("are not sent on where their route is for private ranges", () => {
    const stacks = { net: ociStack(merge(SPOKES("10.0.0.0/8"), TRANSIT)) };
    expect(proofOf(stacks, "oci_core_subnet.a").verdict).toBe("inside");
    expect(judge(stacks).findings).toEqual([]);
  });

  test("are not sent on where the hub's attachment has no route table of its own", () => {
    const plain = merge(TRANSIT, {
      oci_core_drg_attachment: {
        hub: { network_details: { type: "VCN", id: id("oci_core_vcn", "hub") } },
      },
    });
    expect(judge({ net: ociStack(merge(SPOKES("0.0.0.0/0"), plain)) }).findings).toEqual([]);
  });

  test("have a VPN's other end as a path that nothing proves, reported where the VPN is", () => {
    const stacks = { net: ociStack(merge(SPOKES("0.0.0.0/0"), VPN)) };
    const proof = proofOf(stacks, "oci_core_subnet.a");
    expect(proof.verdict).toBe("unproven");
    expect(paths(proof.outbound)).toContain(
      "unproven: oci_core_subnet.a -> oci_core_drg.hub -> oci_core_ipsec.office",
    );
    expect(said(judge(stacks))).toEqual(["peering-inside unproven oci_core_ipsec.office"]);
  });

  test.each([
    ["VCN", "ocid1.vcn.oc1.iad.aaaa", "peered-inside"],
    ["REMOTE_PEERING_CONNECTION", "ocid1.remotepeeringconnection.oc1.phx.aaaa", "peered-inside"],
    ["REMOTE_PEERING_CONNECTION", "ocid1.remotepeeringconnection.oc1.fra.aaaa", "open"],
    ["REMOTE_PEERING_CONNECTION", "${var.peer}", "unproven"],
    ["VIRTUAL_CIRCUIT", "ocid1.virtualcircuit.oc1.iad.aaaa", "unproven"],
  ])("see a %s that is attached by its OCID, %s, as %s", (type, ocid, verdict) => {
    const attached: Resources = {
      oci_core_drg_attachment: { more: { drg_id: DRG, network_details: { type, id: ocid } } },
    };
    const stacks = { net: ociStack(merge(SPOKES(), attached)) };
    expect(proofOf(stacks, "oci_core_subnet.a").verdict).toBe(verdict);
  });

  test("reach what their own table of the gateway imports, and no more", () => {
    const limited = (type: string): Resources => ({
      oci_core_drg_route_table: {
        t: {
          drg_id: DRG,
          import_drg_route_distribution_id: id("oci_core_drg_route_distribution", "d"),
        },
      },
      oci_core_drg_route_distribution: { d: { drg_id: DRG, distribution_type: "IMPORT" } },
      oci_core_drg_route_distribution_statement: {
        s: {
          action: "ACCEPT",
          priority: 1,
          drg_route_distribution_id: id("oci_core_drg_route_distribution", "d"),
          match_criteria: { match_type: "DRG_ATTACHMENT_TYPE", attachment_type: type },
        },
      },
      oci_core_drg_attachment: { a: { drg_route_table_id: id("oci_core_drg_route_table", "t") } },
    });
    const verdict = (type: string) =>
      proofOf(
        { net: ociStack(merge(SPOKES("0.0.0.0/0"), VPN, limited(type))) },
        "oci_core_subnet.a",
      ).verdict;
    expect(verdict("VCN")).toBe("inside");
    expect(verdict("IPSEC_TUNNEL")).toBe("unproven");
  });

  test("follow a static route of the gateway's table to the hub", () => {
    const fixed: Resources = {
      oci_core_drg_route_table: { t: { drg_id: DRG } },
      oci_core_drg_route_table_route_rule: {
        r: {
          drg_route_table_id: id("oci_core_drg_route_table", "t"),
          destination: "0.0.0.0/0",
          destination_type: "CIDR_BLOCK",
          next_hop_drg_attachment_id: id("oci_core_drg_attachment", "hub"),
        },
      },
      oci_core_drg_attachment: {
        a: { drg_route_table_id: id("oci_core_drg_route_table", "t") },
        b: { drg_route_table_id: id("oci_core_drg_route_table", "t") },
      },
    };
    const stacks = { net: ociStack(merge(SPOKES("0.0.0.0/0"), TRANSIT, fixed)) };
    expect(proofOf(stacks, "oci_core_subnet.a").verdict).toBe("open");
    const toSpoke = merge(fixed, {
      oci_core_drg_route_table_route_rule: {
        r: { next_hop_drg_attachment_id: id("oci_core_drg_attachment", "b") },
      },
    });
    expect(
      proofOf({ net: ociStack(merge(SPOKES("0.0.0.0/0"), TRANSIT, toSpoke)) }, "oci_core_subnet.a")
        .verdict,
    ).toBe("inside");
  });

  test("see the load balancer of the hub, through its firewall", () => {
    const edge: Resources = {
      oci_core_internet_gateway: { igw: of("hub") },
      oci_core_route_table: {
        edge: {
          ...of("hub"),
          route_rules: [
            rule("0.0.0.0/0", id("oci_core_internet_gateway", "igw")),
            rule("10.0.0.0/8", DRG),
          ],
        },
      },
      oci_core_security_list: {
        edge: {
          ...of("hub"),
          ingress_security_rules: [{ protocol: "6", source: "0.0.0.0/0" }],
          egress_security_rules: [{ protocol: "6", destination: "10.0.0.0/8" }],
        },
      },
      oci_core_subnet: {
        edge: {
          ...of("hub"),
          cidr_block: "10.0.0.0/24",
          route_table_id: id("oci_core_route_table", "edge"),
          security_list_ids: [id("oci_core_security_list", "edge")],
        },
      },
      oci_load_balancer_load_balancer: {
        lb: { compartment_id: COMPARTMENT, subnet_ids: [id("oci_core_subnet", "edge")] },
      },
    };
    const proof = proofOf({ net: ociStack(merge(SPOKES(), TRANSIT, edge)) }, "oci_core_subnet.a");
    expect(paths(proof.inbound)[0]).toBe(
      "open: internet -> oci_core_internet_gateway.igw -> oci_load_balancer_load_balancer.lb -> oci_core_subnet.a",
    );
    const other = merge(SPOKES(), TRANSIT, edge, {
      oci_core_drg_attachment: { hub: { drg_id: "ocid1.drg.oc1.iad.other" } },
    });
    expect(proofOf({ net: ociStack(other) }, "oci_core_subnet.a").verdict).toBe("inside");
  });

  test("end in a circle of route tables without harm", () => {
    const circle = merge(TRANSIT, {
      oci_core_route_table: { transit: { route_rules: [rule("0.0.0.0/0", DRG)] } },
    });
    expect(
      proofOf({ net: ociStack(merge(SPOKES("0.0.0.0/0"), circle)) }, "oci_core_subnet.a").verdict,
    ).toBe("inside");
  });
});

describe("networks of two regions", () => {
  const RPC = "oci_core_remote_peering_connection";
  const twoRegions = (region: string) => ({
    provider: { oci: [{ region: "us-ashburn-1" }, { alias: "far", region }] },
    resource: merge(SPOKES("10.0.0.0/8"), {
      oci_core_drg: { far: { provider: "oci.far", compartment_id: COMPARTMENT } },
      [RPC]: {
        here: {
          compartment_id: COMPARTMENT,
          drg_id: DRG,
          peer_id: id(RPC, "there"),
          peer_region_name: region,
        },
        there: {
          provider: "oci.far",
          compartment_id: COMPARTMENT,
          drg_id: id("oci_core_drg", "far"),
        },
      },
    }),
  });

  test("are peered inside where both regions are allowed", () => {
    const stacks = { net: twoRegions("us-phoenix-1") };
    const proof = proofOf(stacks, "oci_core_subnet.a");
    expect(proof.verdict).toBe("peered-inside");
    expect(judge(stacks).findings).toEqual([]);
  });

  test("are open where the other region is not allowed", () => {
    expect(proofOf({ net: twoRegions("eu-frankfurt-1") }, "oci_core_subnet.a").verdict).toBe(
      "open",
    );
  });
});

describe("two networks with local peering gateways", () => {
  const LPG = "oci_core_local_peering_gateway";
  const pair = (more: Resources = {}): Resources =>
    merge(
      spoke("a", 1, "10.2.0.0/16"),
      spoke("b", 2, "10.1.0.0/16"),
      {
        oci_core_drg_attachment: { a: { count: 0 }, b: { count: 0 } },
        oci_core_drg: { hub: { compartment_id: COMPARTMENT } },
        [LPG]: { a: { ...of("a"), peer_id: id(LPG, "b") }, b: of("b") },
        oci_core_route_table: {
          a: { ...of("a"), route_rules: [rule("10.2.0.0/16", id(LPG, "a"))] },
          b: { ...of("b"), route_rules: [rule("10.1.0.0/16", id(LPG, "b"))] },
        },
      },
      more,
    );

  test("reach each other", () => {
    const proof = proofOf({ net: ociStack(pair()) }, "oci_core_subnet.b");
    expect(paths(proof.outbound)).toEqual([
      `inside: oci_core_subnet.b -> ${LPG}.b -> oci_core_vcn.a`,
    ]);
  });

  test("reach nothing by a route that the peer does not hold", () => {
    const elsewhere = pair({
      oci_core_route_table: { a: { route_rules: [rule("10.9.0.0/16", id(LPG, "a"))] } },
    });
    expect(proofOf({ net: ociStack(elsewhere) }, "oci_core_subnet.a").verdict).toBe("closed");
  });
});

test("services of the region are the only way out of a subnet behind a service gateway", () => {
  const stack = ociStack({
    oci_core_vcn: { v: { compartment_id: COMPARTMENT, cidr_block: "10.0.0.0/16" } },
    oci_core_service_gateway: {
      s: { ...of("v"), services: { service_id: "${data.oci_core_services.all.services[0].id}" } },
    },
    oci_core_route_table: {
      t: {
        ...of("v"),
        route_rules: {
          destination: "${data.oci_core_services.all.services[0].cidr_block}",
          destination_type: "SERVICE_CIDR_BLOCK",
          network_entity_id: id("oci_core_service_gateway", "s"),
        },
      },
    },
    oci_core_security_list: {
      l: {
        ...of("v"),
        egress_security_rules: {
          protocol: "6",
          destination: SERVICES,
          destination_type: "SERVICE_CIDR_BLOCK",
        },
      },
    },
    oci_core_subnet: {
      s: {
        ...of("v"),
        cidr_block: "10.0.0.0/24",
        prohibit_public_ip_on_vnic: true,
        route_table_id: id("oci_core_route_table", "t"),
        security_list_ids: [id("oci_core_security_list", "l")],
      },
    },
  });
  const proof = proofOf({ net: stack }, "oci_core_subnet.s");
  expect(proof.verdict).toBe("cloud-services-only");
  expect(proof.inbound).toEqual([]);
});
