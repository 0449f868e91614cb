import { awsStack, judge, ociStack, type Resources, said } from "../network/topology";

const RULE = "peering-inside";

const oci = (resources: Resources, more: object = {}) => judge({ test: ociStack(resources, more) });
const aws = (resources: Resources, more: object = {}) => judge({ test: awsStack(resources, more) });

const RPC = "oci_core_remote_peering_connection";
const DRG = { oci_core_drg: { d: { compartment_id: "c" }, e: { compartment_id: "c" } } };

describe(RULE, () => {
  test("leaves a remote peering connection unproven that waits for an unknown peer", () => {
    const waiting = { [RPC]: { a: { compartment_id: "c", drg_id: "${oci_core_drg.d.id}" } } };
    expect(said(oci({ ...DRG, ...waiting }))).toEqual([`${RULE} unproven ${RPC}.a`]);
  });

  test("passes two connections of the input that peer with each other", () => {
    const paired = {
      [RPC]: {
        a: { compartment_id: "c", drg_id: "${oci_core_drg.d.id}" },
        b: {
          compartment_id: "c",
          drg_id: "${oci_core_drg.e.id}",
          peer_id: `\${${RPC}.a.id}`,
          peer_region_name: "us-ashburn-1",
        },
      },
    };
    expect(said(oci({ ...DRG, ...paired }))).toEqual([]);
  });

  test("fails a connection that another one, which lies outside, names as its peer", () => {
    const from = (region: string) => ({
      provider: { oci: [{ region: "us-ashburn-1" }, { alias: "far", region }] },
      resource: {
        ...DRG,
        [RPC]: {
          a: { compartment_id: "c", drg_id: "${oci_core_drg.d.id}" },
          b: {
            provider: "oci.far",
            compartment_id: "c",
            drg_id: "ocid1.drg.oc1..b",
            peer_id: `\${${RPC}.a.id}`,
          },
        },
      },
    });
    expect(said(judge({ test: from("eu-frankfurt-1") }))).toEqual([`${RULE} outside ${RPC}.a`]);
    expect(said(judge({ test: from("us-phoenix-1") }))).toEqual([]);
  });

  test("notes a peer of an allowed region that the input does not hold", () => {
    const result = oci({
      [RPC]: {
        a: {
          compartment_id: "c",
          drg_id: "ocid1.drg.oc1.iad.aaaa",
          peer_id: "ocid1.remotepeeringconnection.oc1.phx.aaaa",
          peer_region_name: "us-phoenix-1",
        },
      },
    });
    expect(result.findings).toEqual([]);
    expect(result.notes).toEqual([expect.objectContaining({ rule: RULE, address: `${RPC}.a` })]);
  });

  test("says of a local peering gateway what it says of a remote connection", () => {
    const LPG = "oci_core_local_peering_gateway";
    const gateway = (more: object) => ({
      compartment_id: "c",
      vcn_id: "ocid1.vcn.oc1.iad.a",
      ...more,
    });
    expect(said(oci({ [LPG]: { a: gateway({}) } }))).toEqual([`${RULE} unproven ${LPG}.a`]);
    expect(said(oci({ [LPG]: { a: gateway({ peer_id: "${var.peer}" }) } }))).toEqual([
      `${RULE} unproven ${LPG}.a`,
    ]);
    expect(
      said(oci({ [LPG]: { a: gateway({}), b: gateway({ peer_id: `\${${LPG}.a.id}` }) } })),
    ).toEqual([]);
  });

  test("leaves the other end of a VPN unproven, at its customer-premises equipment", () => {
    const { findings } = oci({
      ...DRG,
      oci_core_cpe: { c: { compartment_id: "c", ip_address: "203.0.113.1" } },
      oci_core_ipsec: {
        v: {
          compartment_id: "c",
          cpe_id: "${oci_core_cpe.c.id}",
          drg_id: "${oci_core_drg.d.id}",
          static_routes: ["192.168.0.0/16"],
        },
      },
    });
    expect(findings).toEqual([
      expect.objectContaining({ status: "unproven", path: "/resource/oci_core_ipsec/v/cpe_id" }),
    ]);
  });

  test("leaves a private virtual circuit unproven, and passes a public one", () => {
    const circuit = (type: string) =>
      said(oci({ oci_core_virtual_circuit: { c: { compartment_id: "c", type } } }));
    expect(circuit("PRIVATE")).toEqual([`${RULE} unproven oci_core_virtual_circuit.c`]);
    expect(circuit("PUBLIC")).toEqual([]);
  });

  test("leaves an attachment to a gateway unproven that the input does not hold", () => {
    const attachment = (drg_id: string) =>
      said(
        oci({
          ...DRG,
          oci_core_vcn: { v: { compartment_id: "c", cidr_block: "10.0.0.0/16" } },
          oci_core_drg_attachment: {
            a: { drg_id, network_details: { type: "VCN", id: "${oci_core_vcn.v.id}" } },
          },
        }),
      );
    expect(attachment("ocid1.drg.oc1.iad.aaaa")).toEqual([
      `${RULE} unproven oci_core_drg_attachment.a`,
    ]);
    expect(attachment("${oci_core_drg.d.id}")).toEqual([]);
  });

  test("leaves a VPC peering with another account unproven, and passes one's own", () => {
    const peering = (more: object) =>
      said(
        aws(
          {
            aws_vpc_peering_connection: {
              p: { vpc_id: "vpc-0a1b2c3d", peer_vpc_id: "vpc-9a8b7c6d", ...more },
            },
          },
          { data: { aws_caller_identity: { me: {} } } },
        ),
      );
    expect(peering({ peer_owner_id: "123456789012" })).toEqual([
      `${RULE} unproven aws_vpc_peering_connection.p`,
    ]);
    expect(peering({ peer_owner_id: "${data.aws_caller_identity.me.account_id}" })).toEqual([]);
    expect(peering({})).toEqual([]);
  });

  test.each<[string, Resources]>([
    ["aws_vpn_connection.x", { aws_vpn_connection: { x: { type: "ipsec.1" } } }],
    ["aws_dx_private_virtual_interface.x", { aws_dx_private_virtual_interface: { x: {} } }],
    [
      "aws_vpc_peering_connection_accepter.x",
      { aws_vpc_peering_connection_accepter: { x: { vpc_peering_connection_id: "pcx-1" } } },
    ],
    [
      "aws_ec2_transit_gateway_vpc_attachment.x",
      {
        aws_ec2_transit_gateway_vpc_attachment: {
          x: { transit_gateway_id: "tgw-1", vpc_id: "vpc-1", subnet_ids: [] },
        },
      },
    ],
  ])("leaves %s unproven", (address, resources) => {
    expect(said(aws(resources))).toEqual([`${RULE} unproven ${address}`]);
  });

  test("passes an attachment to a transit gateway of the input, and an accepter of its peering", () => {
    expect(
      said(
        aws({
          aws_ec2_transit_gateway: { t: {} },
          aws_ec2_transit_gateway_vpc_attachment: {
            x: { transit_gateway_id: "${aws_ec2_transit_gateway.t.id}", vpc_id: "vpc-1" },
          },
          aws_vpc_peering_connection: { p: { vpc_id: "vpc-1", peer_vpc_id: "vpc-2" } },
          aws_vpc_peering_connection_accepter: {
            x: { vpc_peering_connection_id: "${aws_vpc_peering_connection.p.id}" },
          },
        }),
      ),
    ).toEqual([]);
  });
});
