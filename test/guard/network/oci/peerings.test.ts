import type { Resources } from "../topology";
import { lines, told } from "./told";

const RULE = "peering-inside";
const RPC = "oci_core_remote_peering_connection";
const LPG = "oci_core_local_peering_gateway";
const ATTACHMENT = "oci_core_drg_attachment";

const found = (resources: Resources, more: object = {}) => told(RULE, resources, more);
const said = (resources: Resources, more: object = {}) => lines(RULE, resources, more);

const DRG = "${oci_core_drg.d.id}";
const VCN = "${oci_core_vcn.v.id}";
const NETWORK: Resources = {
  oci_core_drg: { d: { compartment_id: "c" } },
  oci_core_vcn: { v: { compartment_id: "c", cidr_block: "10.0.0.0/16" } },
};

const connection = (more: object): Resources => ({
  [RPC]: { a: { compartment_id: "c", drg_id: DRG, ...more } },
});
const gateway = (more: object): Resources => ({
  [LPG]: { a: { compartment_id: "c", vcn_id: VCN, ...more } },
});

describe("a peering that waits for its peer", () => {
  test.each<[string, string, Resources]>([
    [RPC, "remote peering connection", connection({})],
    [LPG, "local peering gateway", gateway({})],
  ])("is unproven where it is an %s", (type, what, resources) => {
    expect(found({ ...NETWORK, ...resources })).toEqual([
      {
        status: "unproven",
        address: `${type}.a`,
        path: `/resource/${type}/a`,
        value: "",
        message: `The ${what} ${type}.a waits for a peer that the input does not hold: nothing proves where that lies, or whose it is.`,
        fix: "Name its peer in peer_id, or check the stack that holds the peer in the same run.",
      },
    ]);
  });
});

describe("a peer that names the connection from another region", () => {
  const named = (region: string, more: object = {}): object => ({
    resource: {
      ...NETWORK,
      [RPC]: {
        a: { compartment_id: "c", drg_id: DRG, ...more },
        b: {
          provider: "oci.far",
          compartment_id: "c",
          drg_id: "ocid1.drg.oc1..b",
          peer_id: `\${${RPC}.a.id}`,
        },
      },
    },
    provider: { oci: [{ region: "us-ashburn-1" }, { alias: "far", region }] },
  });

  test("is found at the connection that it names, with its address and its region", () => {
    expect(found({}, named("eu-frankfurt-1"))).toEqual([
      {
        status: "outside",
        address: `${RPC}.a`,
        path: `/resource/${RPC}/a`,
        value: `${RPC}.b`,
        message: `${RPC}.b peers with ${RPC}.a from outside: provider.oci.far sets region eu-frankfurt-1.`,
        fix: "Peer with networks in allowed regions only.",
      },
    ]);
  });

  test("is found where one of two peers lies outside", () => {
    const two = named("eu-frankfurt-1") as { resource: Record<string, Record<string, object>> };
    const connections = two.resource[RPC] as Record<string, object>;
    connections.near = { compartment_id: "c", drg_id: DRG, peer_id: `\${${RPC}.a.id}` };
    expect(found({}, two).map(({ value }) => value)).toEqual([`${RPC}.b`]);
  });

  test("is left to the rule about arguments where the connection names it itself", () => {
    expect(found({}, named("eu-frankfurt-1", { peer_id: `\${${RPC}.b.id}` }))).toEqual([]);
  });

  test("passes where its region is allowed", () => {
    expect(found({}, named("us-phoenix-1"))).toEqual([]);
  });

  test("passes where its region is not known, which the rule about regions reports", () => {
    expect(found({}, named("${var.region}"))).toEqual([]);
  });
});

describe("a peer that the input does not hold", () => {
  test("is noted where a remote connection names an allowed region", () => {
    const peer_id = "ocid1.remotepeeringconnection.oc1.phx.aaaa";
    const resources = connection({ peer_id, peer_region_name: "us-phoenix-1" });
    expect(found({ ...NETWORK, ...resources })).toEqual([
      {
        status: "note",
        address: `${RPC}.a`,
        path: `/resource/${RPC}/a/peer_id`,
        message: `${RPC}.a joins a network of an allowed region that the input does not hold (${peer_id}): what that leads to is not judged.`,
      },
    ]);
  });

  test("is unproven where a local gateway names a variable", () => {
    const [verdict, ...more] = found({ ...NETWORK, ...gateway({ peer_id: "${var.peer}" }) });
    expect(more).toEqual([]);
    expect(verdict).toEqual({
      status: "unproven",
      address: `${LPG}.a`,
      path: `/resource/${LPG}/a/peer_id`,
      value: "${var.peer}",
      message: `Nothing proves what network ${LPG}.a joins: var.peer is not declared.`,
      fix: "Check the stack that holds the peer in the same run.",
    });
  });

  test("is left to the rules about places where a remote connection names a variable", () => {
    expect(found({ ...NETWORK, ...connection({ peer_id: "${var.peer}" }) })).toEqual([]);
  });

  test.each(["oc1.fra", "oc1."])(
    "is left to the rule about arguments where it is of %s and a region outside",
    (realm) => {
      const peer_id = `ocid1.remotepeeringconnection.${realm}.aaaa`;
      const more = { peer_id, peer_region_name: "eu-frankfurt-1" };
      expect(found({ ...NETWORK, ...connection(more) })).toEqual([]);
    },
  );

  test("passes a data source, which is looked up where the connection itself is", () => {
    const resources = { ...NETWORK, ...gateway({ peer_id: `\${data.${LPG}s.far.id}` }) };
    expect(found(resources, { data: { [`${LPG}s`]: { far: { vcn_id: "v" } } } })).toEqual([]);
  });
});

describe("a Site-to-Site VPN", () => {
  const vpn = (more: object): Resources => ({
    ...NETWORK,
    oci_core_ipsec: { v: { compartment_id: "c", drg_id: DRG, ...more } },
  });

  test.each([
    [{ cpe_id: "ocid1.cpe.oc1.iad.a" }, "/resource/oci_core_ipsec/v/cpe_id", "ocid1.cpe.oc1.iad.a"],
    [{}, "/resource/oci_core_ipsec/v", ""],
  ])("with %j is unproven at %s", (more, path, value) => {
    expect(found(vpn(more))).toEqual([
      {
        status: "unproven",
        address: "oci_core_ipsec.v",
        path,
        value,
        message:
          "Nothing proves where the other end of the Site-to-Site VPN oci_core_ipsec.v stands: an address of customer-premises equipment names no place.",
        fix: "Waive it with where that equipment stands and who runs it.",
      },
    ]);
  });
});

describe("a FastConnect virtual circuit", () => {
  const circuit = (more: object): Resources => ({
    oci_core_virtual_circuit: { c: { compartment_id: "c", ...more } },
  });
  const UNPROVEN = {
    status: "unproven",
    address: "oci_core_virtual_circuit.c",
    path: "/resource/oci_core_virtual_circuit/c",
    value: "",
    message:
      "Nothing proves where the network behind the FastConnect virtual circuit oci_core_virtual_circuit.c stands: a circuit names where it enters the cloud, and no more.",
    fix: "Waive it with where that network stands and who runs it.",
  };

  test.each([
    [{ type: "PRIVATE" }],
    [{ type: "public" }],
    [{ type: "${var.type}" }],
    [{ type: '${var.open ? "PUBLIC" : "PRIVATE"}' }],
    [{}],
  ])("with %j is unproven", (more) => {
    expect(found(circuit(more))).toEqual([UNPROVEN]);
  });

  test.each([[{ type: "PUBLIC" }], [{ type: '${"PUBLIC"}' }]])(
    "with %j reaches no network of one's own",
    (more) => {
      expect(found(circuit(more))).toEqual([]);
    },
  );
});

describe("an attachment of a VCN", () => {
  const details = (type: string, id = VCN) => ({ network_details: { type, id } });
  const attached = (more: object): Resources => ({
    ...NETWORK,
    [ATTACHMENT]: { a: { drg_id: "ocid1.drg.oc1.iad.aaaa", ...more } },
  });

  test.each([
    ["by its argument", { vcn_id: VCN }],
    ["by its network details", details("VCN")],
    ["by its OCID", details("VCN", "ocid1.vcn.oc1.iad.aaaa")],
  ])("%s is unproven where the input does not hold the gateway", (_how, more) => {
    expect(found(attached(more))).toEqual([
      {
        status: "unproven",
        address: `${ATTACHMENT}.a`,
        path: `/resource/${ATTACHMENT}/a/drg_id`,
        value: "ocid1.drg.oc1.iad.aaaa",
        message: `${ATTACHMENT}.a attaches a VCN to a dynamic routing gateway that the input does not hold (ocid1.drg.oc1.iad.aaaa): nothing proves what else hangs on it.`,
        fix: "Check the stack that makes the dynamic routing gateway in the same run.",
      },
    ]);
  });

  test("is unproven where a data source finds the gateway", () => {
    const drg_id = "${data.oci_core_drgs.all.drgs[0].id}";
    const data = { oci_core_drgs: { all: { compartment_id: "c" } } };
    expect(said(attached({ ...details("VCN"), drg_id }), { data })).toEqual([
      `unproven: ${ATTACHMENT}.a attaches a VCN to a dynamic routing gateway that the input does not hold (data.oci_core_drgs.all): nothing proves what else hangs on it.`,
    ]);
  });

  test("is unproven where the gateway is a variable", () => {
    expect(said(attached({ ...details("VCN"), drg_id: "${var.drg}" }))).toEqual([
      `unproven: ${ATTACHMENT}.a attaches a VCN to a dynamic routing gateway that the input does not hold (what is not in the input): nothing proves what else hangs on it.`,
    ]);
  });

  test.each([
    ["whose gateway the input holds", { ...details("VCN"), drg_id: DRG }],
    ["that is of a virtual circuit", details("VIRTUAL_CIRCUIT")],
    ["that names no network", {}],
  ])("passes %s", (_what, more) => {
    expect(found(attached(more))).toEqual([]);
  });
});
