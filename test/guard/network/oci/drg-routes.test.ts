import { merge, type Resources } from "../topology";
import { attachment, DRG, id, onGateway, reached, vcn } from "./joined";

const TABLE = "oci_core_drg_route_table";
const RULE = "oci_core_drg_route_table_route_rule";
const DISTRIBUTION = "oci_core_drg_route_distribution";
const STATEMENT = "oci_core_drg_route_distribution_statement";
const MANAGEMENT = "oci_core_drg_attachment_management";

const VCN = "oci_core_vcn.b";
const VPN = "oci_core_ipsec.office";
const CIRCUIT = "oci_core_virtual_circuit.line";
const RPC = "oci_core_remote_peering_connection.far";
const ALL = [VPN, RPC, VCN, CIRCUIT];

/** One of each kind hangs on the gateway; the table `t` is that of the data subnet's VCN. */
const gateway = (range: string, ...more: readonly Resources[]): Resources =>
  onGateway(
    range,
    vcn("b", 1),
    attachment("b"),
    attachment("v", { drg_route_table_id: id(TABLE, "t") }),
    {
      oci_core_ipsec: { office: { drg_id: DRG } },
      oci_core_virtual_circuit: { line: { gateway_id: DRG } },
      oci_core_remote_peering_connection: { far: { drg_id: DRG } },
      [TABLE]: { t: { drg_id: DRG } },
    },
    ...more,
  );

const TO_B = id("oci_core_drg_attachment", "b");

describe("the table of a VCN's attachment", () => {
  test("leads nowhere where it has no rule and imports nothing", () => {
    expect(reached(gateway("0.0.0.0/0"))).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["is not named: Oracle's own imports everything", null],
    ["is not in the input", "ocid1.drgroutetable.oc1.iad.a"],
    ["is a variable", "${var.table}"],
    ["is a block of another type", DRG],
    ["is one of two", `\${var.x ? ${TABLE}.t.id : ${TABLE}.u.id}`],
  ])("leads to all where it %s", (_what, drg_route_table_id) => {
    const change = attachment("v", { drg_route_table_id });
    const resources = gateway("0.0.0.0/0", change, { [TABLE]: { u: { drg_id: DRG } } });
    expect(reached(resources)).toEqual(ALL);
  });
});

test("a table that a data source finds leads to all: its rules are elsewhere", () => {
  const change = attachment("v", { drg_route_table_id: `\${data.${TABLE}.far.id}` });
  const data = { [TABLE]: { far: { drg_route_table_id: "ocid1.drgroutetable.oc1.iad.a" } } };
  expect(reached(gateway("0.0.0.0/0", change), { data })).toEqual(ALL);
});

describe("a static rule", () => {
  const ruled = (range: string, ...rules: readonly object[]): Resources =>
    gateway(range, {
      [RULE]: Object.fromEntries(
        rules.map((rule, index) => [`r${index}`, { drg_route_table_id: id(TABLE, "t"), ...rule }]),
      ),
    });
  const to = (destination: unknown, next_hop_drg_attachment_id: unknown = TO_B) => ({
    destination,
    next_hop_drg_attachment_id,
  });

  test.each<[string, string, unknown]>([
    ["the same range", "10.1.0.0/16", "10.1.0.0/16"],
    ["a wider range", "10.1.0.0/16", "0.0.0.0/0"],
    ["a part of the range", "10.0.0.0/8", "10.1.0.0/24"],
    ["two ranges, one of which is met", "10.1.0.0/16", '${var.x ? "10.7.0.0/16" : "10.1.0.0/16"}'],
    ["a variable", "10.1.0.0/16", "${var.range}"],
    ["what is no range", "10.1.0.0/16", "everywhere"],
    ["nothing", "10.1.0.0/16", null],
  ])("for %s leads to its next hop", (_what, range, destination) => {
    expect(reached(ruled(range, to(destination)))).toEqual([VCN]);
  });

  test("for another range leads nowhere", () => {
    expect(reached(ruled("10.1.0.0/16", to("10.7.0.0/16")))).toEqual([]);
  });

  test("leads to its next hop where the route into the gateway is a variable", () => {
    expect(reached(ruled("${var.range}", to("10.7.0.0/16")))).toEqual([VCN]);
  });

  test("is of its own table alone", () => {
    const other = { ...to("0.0.0.0/0"), drg_route_table_id: "ocid1.drgroutetable.oc1.iad.a" };
    expect(reached(ruled("0.0.0.0/0", other))).toEqual([]);
  });

  test("leads each of two ranges to its own next hop", () => {
    const resources = merge(
      ruled(
        "10.1.0.0/16",
        to("10.1.0.0/16"),
        to("10.2.0.0/16", id("oci_core_drg_attachment", "c")),
      ),
      vcn("c", 2),
      attachment("c"),
      {
        oci_core_route_table: {
          data: {
            route_rules: ["10.1.0.0/16", "10.2.0.0/16"].map((destination) => ({
              destination,
              network_entity_id: DRG,
            })),
          },
        },
      },
    );
    expect(reached(resources)).toEqual([VCN, "oci_core_vcn.c"]);
  });

  const MANAGED = (network_id: unknown): Resources => ({
    [MANAGEMENT]: { m: { drg_id: DRG, network_id } },
  });
  const BY_MANAGEMENT = id(MANAGEMENT, "m");
  const FOUND = "${data.oci_core_drg_attachments.all.drg_attachments[0].id}";

  test.each<[string, unknown, Resources, readonly string[]]>([
    ["an attachment", TO_B, {}, [VCN]],
    [
      "one of two attachments",
      "${var.x ? oci_core_drg_attachment.b.id : oci_core_drg_attachment.v.id}",
      {},
      [VCN],
    ],
    ["a variable", "${var.attachment}", {}, ALL],
    ["an OCID", "ocid1.drgattachment.oc1.iad.a", {}, ALL],
    [
      "an attachment or an OCID",
      '${var.x ? oci_core_drg_attachment.b.id : "ocid1.drgattachment.oc1.iad.a"}',
      {},
      ALL,
    ],
    [
      "the attachment that came with a VPN",
      BY_MANAGEMENT,
      MANAGED(id("oci_core_ipsec", "office")),
      [VPN],
    ],
    [
      "the attachment that came with a circuit",
      BY_MANAGEMENT,
      MANAGED(id("oci_core_virtual_circuit", "line")),
      [CIRCUIT],
    ],
    [
      "what manages the attachment of a VPN or a circuit",
      BY_MANAGEMENT,
      MANAGED("${var.x ? oci_core_ipsec.office.id : oci_core_virtual_circuit.line.id}"),
      [VPN, CIRCUIT],
    ],
    ["what manages an attachment by a variable", BY_MANAGEMENT, MANAGED("${var.network}"), ALL],
    ["what manages nothing of the input", BY_MANAGEMENT, MANAGED(id("oci_core_cpe", "c")), []],
  ])("leads by %s to what it is", (_what, hop, more, expected) => {
    const cpe = { oci_core_cpe: { c: { compartment_id: "c" } } };
    expect(reached(merge(ruled("0.0.0.0/0", to("0.0.0.0/0", hop)), cpe, more))).toEqual(expected);
  });

  test("leads by an attachment that a data source finds to all that came with a connection", () => {
    const data = { oci_core_drg_attachments: { all: { compartment_id: "c" } } };
    expect(reached(ruled("0.0.0.0/0", to("0.0.0.0/0", FOUND)), { data })).toEqual([
      VPN,
      RPC,
      CIRCUIT,
    ]);
  });
});

describe("what a table imports", () => {
  const importing = (by: unknown, ...statements: readonly object[]): Resources =>
    gateway("0.0.0.0/0", {
      [TABLE]: { t: { import_drg_route_distribution_id: by } },
      [DISTRIBUTION]: { d: { drg_id: DRG }, e: { drg_id: DRG } },
      [STATEMENT]: Object.fromEntries(
        statements.map((statement, index) => [
          `s${index}`,
          { drg_route_distribution_id: id(DISTRIBUTION, "d"), ...statement },
        ]),
      ),
    });
  const D = id(DISTRIBUTION, "d");
  const criteria = (...match_criteria: readonly object[]) => ({ match_criteria });
  const ofType = (attachment_type: unknown) => ({
    match_type: "DRG_ATTACHMENT_TYPE",
    attachment_type,
  });
  const ofId = (drg_attachment_id: unknown) => ({
    match_type: "DRG_ATTACHMENT_ID",
    drg_attachment_id,
  });

  test.each<[string, unknown]>([
    ["is an OCID", "ocid1.drgroutedistribution.oc1.iad.a"],
    ["is a variable", "${var.distribution}"],
  ])("is everything where the distribution %s", (_what, by) => {
    expect(reached(importing(by))).toEqual(ALL);
  });

  test("is everything where a data source finds the distribution", () => {
    const data = { [DISTRIBUTION]: { far: { drg_route_distribution_id: "ocid1.x.y" } } };
    expect(reached(importing(`\${data.${DISTRIBUTION}.far.id}`), { data })).toEqual(ALL);
  });

  test("is nothing where the distribution has no statement", () => {
    expect(reached(importing(D))).toEqual([]);
  });

  test("is nothing by the statements of another distribution", () => {
    expect(reached(importing(id(DISTRIBUTION, "e"), criteria()))).toEqual([]);
  });

  test.each<[string, object, readonly string[]]>([
    ["without criteria", {}, ALL],
    ["with empty criteria", criteria(), ALL],
    ["with criteria by an expression", { match_criteria: "${local.criteria}" }, ALL],
    ["that matches all", criteria({ match_type: "MATCH_ALL" }), ALL],
    ["of a match that is a variable", criteria({ match_type: "${var.match}" }), ALL],
    ["without a type of match", criteria({ attachment_type: "VCN" }), ALL],
    ["for VCNs", criteria(ofType("VCN")), [VCN]],
    ["for tunnels", criteria(ofType("IPSEC_TUNNEL")), [VPN]],
    ["for circuits", criteria(ofType("VIRTUAL_CIRCUIT")), [CIRCUIT]],
    ["for remote peerings", criteria(ofType("REMOTE_PEERING_CONNECTION")), [RPC]],
    ["for one of two types", criteria(ofType('${var.x ? "VCN" : "IPSEC_TUNNEL"}')), [VPN, VCN]],
    ["for a type that is a variable", criteria(ofType("${var.type}")), ALL],
    ["for a type that there is none of", criteria(ofType("LOOPBACK")), []],
    ["for an attachment", criteria(ofId(TO_B)), [VCN]],
    ["for an attachment that is a variable", criteria(ofId("${var.attachment}")), ALL],
    [
      "for one of two attachments",
      criteria(ofId("${var.x ? oci_core_drg_attachment.b.id : oci_core_drg_attachment.v.id}")),
      [VCN],
    ],
    ["by any of two criteria", criteria(ofType("VCN"), ofType("VIRTUAL_CIRCUIT")), [VCN, CIRCUIT]],
    [
      "with criteria of which an expression makes some",
      { match_criteria: [ofType("VCN"), "${local.more}"] },
      ALL,
    ],
  ])("by a statement %s", (_what, statement, expected) => {
    expect(reached(importing(D, statement))).toEqual(expected);
  });

  test("is what its statements match together, each thing once", () => {
    const statements = [
      criteria(ofType("VCN")),
      criteria(ofType("IPSEC_TUNNEL")),
      criteria(ofId(TO_B)),
    ];
    expect(reached(importing(D, ...statements))).toEqual([VPN, VCN]);
  });
});
