import type { Resources } from "../topology";
import { attachment, DRG, id, onGateway, reached, transit, vcn, waysOut } from "./joined";

const RPC = "oci_core_remote_peering_connection";

const FIRST = "oci_core_drg.d: The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.";
const ways = (...more: readonly Resources[]) => waysOut(onGateway("0.0.0.0/0", ...more));

/** A peer that leads no further. */
const peer = (verdict: string, hop: string, evidence: string) => ({
  verdict,
  hops: [FIRST, hop],
  evidence,
});

describe("what hangs on a dynamic routing gateway", () => {
  test("is nothing more than the network itself, which is no way out", () => {
    expect(ways()).toEqual([]);
  });

  test.each<[string, Resources, string, string]>([
    [
      "a VPN",
      { oci_core_ipsec: { x: { drg_id: DRG } } },
      "oci_core_ipsec.x: It is a Site-to-Site VPN, whose other end can stand anywhere.",
      "Nothing tells where the network behind oci_core_ipsec.x stands.",
    ],
    [
      "a virtual circuit",
      { oci_core_virtual_circuit: { x: { gateway_id: DRG } } },
      "oci_core_virtual_circuit.x: It is a FastConnect circuit, whose other end can stand anywhere.",
      "Nothing tells where the network behind oci_core_virtual_circuit.x stands.",
    ],
    [
      "a peering that waits",
      { [RPC]: { x: { drg_id: DRG } } },
      `${RPC}.x: It is a remote peering connection that no other in the input names.`,
      `Nothing tells where the network behind ${RPC}.x stands.`,
    ],
    [
      "a tunnel that is attached by its OCID",
      {
        oci_core_drg_attachment: {
          x: {
            drg_id: DRG,
            network_details: { type: "IPSEC_TUNNEL", id: "ocid1.ipsectunnel.oc1..a" },
          },
        },
      },
      "oci_core_drg_attachment.x: It is a connection to a network that is not in the cloud.",
      "Nothing tells where the network behind oci_core_drg_attachment.x stands.",
    ],
    [
      "a circuit that is attached by a variable",
      {
        oci_core_drg_attachment: {
          x: { drg_id: DRG, network_details: { type: "VIRTUAL_CIRCUIT", id: "${var.circuit}" } },
        },
      },
      "oci_core_drg_attachment.x: It is a connection to a network that is not in the cloud.",
      "Nothing tells where the network behind oci_core_drg_attachment.x stands.",
    ],
  ])("is unproven where it is %s", (_what, more, hop, evidence) => {
    expect(ways(more)).toEqual([peer("unproven", hop, evidence)]);
  });

  test.each<[string, object]>([
    [
      "a connection of the input, which is judged itself",
      { type: "IPSEC_TUNNEL", id: "${oci_core_ipsec.x.id}" },
    ],
    ["of a kind that there is not", { type: "LOOPBACK", id: "ocid1.loopback.oc1..a" }],
    ["a kind without anything", { type: "IPSEC_TUNNEL" }],
  ])("is not counted where an attachment is of %s", (_what, network_details) => {
    const more = {
      oci_core_ipsec: { x: { drg_id: "ocid1.drg.oc1..other" } },
      oci_core_drg_attachment: { x: { drg_id: DRG, network_details } },
    };
    expect(ways(more)).toEqual([]);
  });

  test.each<[string, object]>([
    ["by its argument", { vcn_id: id("oci_core_vcn", "b") }],
    ["by its network details", { network_details: { type: "VCN", id: id("oci_core_vcn", "b") } }],
  ])("is a VCN that is attached %s", (_how, more) => {
    const attached = { oci_core_drg_attachment: { b: { drg_id: DRG, ...more } } };
    expect(ways(vcn("b", 1), attached)).toEqual([
      {
        verdict: "inside",
        hops: [FIRST, "oci_core_vcn.b: It joins oci_core_vcn.b."],
        evidence: "oci_core_drg.d joins oci_core_vcn.b, which lie inside.",
      },
    ]);
  });

  test.each<[string, string, string, string]>([
    [
      "ocid1.vcn.oc1.phx.a",
      "peered-inside",
      "ocid1.vcn.oc1.phx.a",
      "The peer ocid1.vcn.oc1.phx.a lies inside US; what it leads to is not in the input.",
    ],
    [
      "ocid1.vcn.oc1.eu-frankfurt-1.a",
      "open",
      "ocid1.vcn.oc1.eu-frankfurt-1.a",
      "The peer ocid1.vcn.oc1.eu-frankfurt-1.a lies outside US.",
    ],
    [
      "${var.vcn}",
      "unproven",
      "a peer that is not in the input",
      "Nothing tells where the peer of oci_core_drg_attachment.b lies.",
    ],
  ])("is a VCN of elsewhere, %s, that is %s", (vcn_id, verdict, name, evidence) => {
    const attached = { oci_core_drg_attachment: { b: { drg_id: DRG, vcn_id } } };
    expect(ways(attached)).toEqual([
      peer(verdict, `oci_core_drg_attachment.b: It is peered with ${name}.`, evidence),
    ]);
  });
});

describe("a VCN with other ranges than the route's", () => {
  const toSeven = (more: object) =>
    reached(onGateway("10.7.0.0/16", vcn("b", 1, more), attachment("b")));

  test.each<[string, object, readonly string[]]>([
    ["is not met", {}, []],
    [
      "is met where another of its ranges is",
      { cidr_blocks: ["10.1.0.0/16", "10.7.1.0/24"] },
      ["oci_core_vcn.b"],
    ],
    [
      "is met where a variable gives one of its ranges",
      { cidr_blocks: ["10.1.0.0/16", "${var.more}"] },
      ["oci_core_vcn.b"],
    ],
    ["is met where Oracle gives it a range", { is_ipv6enabled: true }, ["oci_core_vcn.b"]],
  ])("%s", (_what, more, expected) => {
    expect(toSeven(more)).toEqual(expected);
  });
});

describe("a VCN that sends on what comes from the gateway", () => {
  const TABLE = id("oci_core_route_table", "b");
  const ID = id("oci_core_vcn", "b");

  test.each<[string, object]>([
    ["by its argument", { vcn_id: ID, route_table_id: TABLE }],
    ["by its network details", { network_details: { type: "VCN", id: ID, route_table_id: TABLE } }],
  ])("is a way to the internet where the attachment names the table %s", (_how, more) => {
    const attached = { oci_core_drg_attachment: { b: { drg_id: DRG, ...more } } };
    expect(ways(vcn("b", 1), transit("b"), attached)[0]).toEqual({
      verdict: "open",
      hops: [
        FIRST,
        "oci_core_vcn.b: It sends on what is not for itself.",
        "oci_core_nat_gateway.b: The route of oci_core_route_table.b to 0.0.0.0/0 leads to it.",
        "internet: Any place in the world.",
      ],
      evidence:
        "The route of oci_core_route_table.b to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.b. oci_core_security_list.data admits traffic to 0.0.0.0/0.",
    });
  });
});
