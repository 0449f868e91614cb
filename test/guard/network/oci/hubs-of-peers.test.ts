import {
  edgeNetwork,
  merge,
  ociStack,
  paths,
  proofOf,
  type Resources,
  routeTable,
} from "../topology";
import { attachment, DRG, id, onGateway, transit, vcn, waysOut } from "./joined";

const RPC = "oci_core_remote_peering_connection";
const LPG = "oci_core_local_peering_gateway";

const FIRST = "oci_core_drg.d: The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.";

/** A peer that leads no further. */
const peer = (verdict: string, hop: string, evidence: string) => ({
  verdict,
  hops: [FIRST, hop],
  evidence,
});

describe("two regions that are joined by remote peering", () => {
  const FAR = "oci.far";
  const remote = (more: object = {}, end: object = {}): Resources =>
    merge(vcn("far", 9, { provider: FAR }), transit("far"), {
      oci_core_drg: { far: { provider: FAR } },
      [RPC]: {
        near: { drg_id: DRG, ...end },
        far: { provider: FAR, drg_id: id("oci_core_drg", "far"), peer_id: id(RPC, "near") },
      },
      oci_core_drg_attachment: {
        far: {
          provider: FAR,
          drg_id: id("oci_core_drg", "far"),
          vcn_id: id("oci_core_vcn", "far"),
          ...more,
        },
      },
    });
  const inRegion = (region: string, ...more: readonly Resources[]) =>
    waysOut(onGateway("0.0.0.0/0", ...more), {
      provider: { oci: [{ region: "us-ashburn-1" }, { alias: "far", region }] },
    });
  const HOP = `${RPC}.near: It is peered with ${RPC}.far.`;

  test.each([
    ["us-phoenix-1", "peered-inside", `The peer ${RPC}.far lies in us-phoenix-1.`],
    [
      "eu-frankfurt-1",
      "open",
      `Of the peer ${RPC}.far, provider.oci.far sets region eu-frankfurt-1.`,
    ],
    [
      "${var.region}",
      "unproven",
      `Of the peer ${RPC}.far, provider.oci.far sets a region that is not in the file: var.region is not declared.`,
    ],
  ])("lead to %s, %s", (region, verdict, evidence) => {
    expect(inRegion(region, remote())).toEqual([peer(verdict, HOP, evidence)]);
  });

  test("lead on to the internet where the far VCN sends on what comes from the gateway", () => {
    const more = { route_table_id: id("oci_core_route_table", "far") };
    expect(
      inRegion("us-phoenix-1", remote(more)).map(({ verdict, hops }) => [
        verdict,
        ...hops.slice(1),
      ]),
    ).toEqual([
      [
        "open",
        HOP,
        "oci_core_nat_gateway.far: The route of oci_core_route_table.far to 0.0.0.0/0 leads to it.",
        "internet: Any place in the world.",
      ],
      ["peered-inside", HOP],
    ]);
  });

  test("are judged by the worse of two peers, whichever is named first", () => {
    const here = { provider: "oci" };
    const two: Resources = {
      [RPC]: { other: { ...here, drg_id: "ocid1.drg.oc1.iad.b", peer_id: id(RPC, "near") } },
    };
    const OUTSIDE = `Of the peer ${RPC}.far, provider.oci.far sets region eu-frankfurt-1.`;
    const evidence = (...more: readonly Resources[]) =>
      inRegion("eu-frankfurt-1", ...more).map((way) => way.evidence);
    expect(evidence(remote(), two)).toEqual([OUTSIDE]);
    expect(evidence(two, remote())).toEqual([OUTSIDE]);
  });

  test("are judged by the first of two peers where both lie inside", () => {
    const two: Resources = {
      [RPC]: { other: { drg_id: "ocid1.drg.oc1.iad.b", peer_id: id(RPC, "near") } },
    };
    expect(inRegion("us-phoenix-1", remote(), two).map(({ evidence }) => evidence)).toEqual([
      `The peer ${RPC}.far lies in us-phoenix-1.`,
    ]);
  });

  test("lead nowhere further where nothing is known of the far gateway", () => {
    const end = { drg_id: "ocid1.drg.oc1.phx.a" };
    const resources = merge(remote({ route_table_id: id("oci_core_route_table", "far") }), {
      [RPC]: { far: end },
    });
    expect(inRegion("us-phoenix-1", resources).map(({ verdict }) => verdict)).toEqual([
      "peered-inside",
    ]);
  });

  test("lead nowhere further by what else hangs on the far gateway", () => {
    const vpn = { oci_core_ipsec: { far: { provider: FAR, drg_id: id("oci_core_drg", "far") } } };
    expect(inRegion("us-phoenix-1", remote(), vpn).map(({ verdict }) => verdict)).toEqual([
      "peered-inside",
    ]);
  });
});

describe("two VCNs with local peering gateways", () => {
  const pair = (near: object, far: object, ...more: readonly Resources[]): Resources =>
    onGateway(
      "0.0.0.0/0",
      vcn("b", 1),
      transit("b"),
      {
        oci_core_route_table: { data: routeTable(["0.0.0.0/0", id(LPG, "near")]) },
        [LPG]: {
          near: { vcn_id: id("oci_core_vcn", "v"), ...near },
          far: { vcn_id: id("oci_core_vcn", "b"), ...far },
        },
      },
      ...more,
    );
  const START = `${LPG}.near: The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.`;
  const JOINED = {
    verdict: "inside",
    hops: [START, "oci_core_vcn.b: It joins oci_core_vcn.b."],
    evidence: `${LPG}.near joins oci_core_vcn.b, which lie inside.`,
  };

  test.each<[string, object, object]>([
    ["names the other", { peer_id: id(LPG, "far") }, {}],
    ["is named by the other", {}, { peer_id: id(LPG, "near") }],
  ])("are joined where the gateway %s", (_how, near, far) => {
    expect(waysOut(pair(near, far))).toEqual([JOINED]);
  });

  test("lead on to the internet where the far gateway has a table that leads there", () => {
    const far = { route_table_id: id("oci_core_route_table", "b") };
    expect(waysOut(pair({ peer_id: id(LPG, "far") }, far)).map(({ hops }) => hops.at(-1))).toEqual([
      "internet: Any place in the world.",
      "oci_core_vcn.b: It joins oci_core_vcn.b.",
    ]);
  });

  const UNPROVEN = (name: string) => ({
    verdict: "unproven",
    hops: [START, `${LPG}.near: It is peered with ${name}.`],
    evidence: `Nothing tells where the peer of ${LPG}.near lies.`,
  });

  test.each<[string, object, object, string]>([
    ["a variable", { peer_id: "${var.peer}" }, {}, "a peer that is not in the input"],
    ["what is no OCID", { peer_id: "far" }, {}, "far"],
    [
      "a block of another type",
      { peer_id: id("oci_core_vcn", "b") },
      {},
      "a peer that is not in the input",
    ],
    [
      "a gateway of a VCN that is not in the input",
      { peer_id: id(LPG, "far") },
      { vcn_id: "ocid1.vcn.oc1.iad.a" },
      "a peer that is not in the input",
    ],
  ])("lead to what nothing proves where the peer is %s", (_what, near, far, name) => {
    expect(waysOut(pair(near, far))).toEqual([UNPROVEN(name)]);
  });

  test("lead to what nothing proves where there is no peer", () => {
    expect(waysOut(pair({}, {}))).toEqual([
      {
        verdict: "unproven",
        hops: [START],
        evidence:
          "Nothing tells where the route of oci_core_route_table.data to 0.0.0.0/0 leads: no peer of it is in the input.",
      },
    ]);
  });
});

describe("a load balancer of another network", () => {
  const SPOKE: Resources = merge(vcn("w", 1), {
    oci_core_security_list: {
      w: {
        vcn_id: id("oci_core_vcn", "w"),
        ingress_security_rules: [{ protocol: "6", source: "10.0.0.0/24" }],
      },
    },
    oci_core_route_table: { w: { vcn_id: id("oci_core_vcn", "w") } },
    oci_core_subnet: {
      w: {
        vcn_id: id("oci_core_vcn", "w"),
        cidr_block: "10.1.0.0/24",
        prohibit_public_ip_on_vnic: true,
        route_table_id: id("oci_core_route_table", "w"),
        security_list_ids: [id("oci_core_security_list", "w")],
      },
    },
    oci_core_drg: { d: {}, e: {} },
  });
  const into = (...more: readonly Resources[]) =>
    paths(proofOf({ test: ociStack(edgeNetwork(SPOKE, ...more)) }, "oci_core_subnet.w").inbound);
  const WAY =
    "open: internet -> oci_core_internet_gateway.igw -> oci_load_balancer_load_balancer.lb -> oci_core_subnet.w";

  test.each<[string, Resources]>([
    ["on one gateway", merge(attachment("v"), attachment("w"))],
    [
      "with local peering gateways",
      {
        [LPG]: {
          v: { vcn_id: id("oci_core_vcn", "v"), peer_id: id(LPG, "w") },
          w: { vcn_id: id("oci_core_vcn", "w") },
        },
      },
    ],
    [
      "with gateways that are peered",
      merge(attachment("v"), attachment("w", { drg_id: id("oci_core_drg", "e") }), {
        [RPC]: {
          v: { drg_id: DRG, peer_id: id(RPC, "w") },
          w: { drg_id: id("oci_core_drg", "e") },
        },
      }),
    ],
  ])("is a way into a subnet that admits it, %s", (_how, more) => {
    expect(into(more)).toEqual([WAY]);
  });

  test.each<[string, Resources]>([
    ["joined by nothing", {}],
    [
      "on two gateways",
      merge(attachment("v"), attachment("w", { drg_id: id("oci_core_drg", "e") })),
    ],
    [
      "with local peering gateways that do not name each other",
      {
        [LPG]: { v: { vcn_id: id("oci_core_vcn", "v") }, w: { vcn_id: id("oci_core_vcn", "w") } },
      },
    ],
    [
      "with a local peering gateway of a VCN that is not in the input",
      {
        [LPG]: {
          v: { vcn_id: "ocid1.vcn.oc1.iad.a", peer_id: id(LPG, "w") },
          w: { vcn_id: id("oci_core_vcn", "w") },
        },
      },
    ],
  ])("is none where the networks are %s", (_how, more) => {
    expect(into(more)).toEqual([]);
  });
});
