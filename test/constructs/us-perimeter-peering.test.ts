import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformOutput } from "cdktf";
import { GuardedStack, StateBackend } from "../../constructs";
import {
  type ConnectPeerProps,
  Port,
  UsPerimeter,
  type UsPerimeterProps,
} from "../../constructs/us-perimeter";
import { Jurisdiction } from "../../jurisdiction";
import {
  DATA,
  onlyResource,
  resourcesOf,
  type Synthesized,
  synthesize,
  TENANCY,
  usStack,
} from "../support/synth";
import { violations } from "../support/violations";

function perimeterIn(
  stack: GuardedStack,
  id: string,
  props: Partial<UsPerimeterProps> = {},
): UsPerimeter {
  return new UsPerimeter(stack, id, { compartmentId: DATA, name: id, ...props });
}

function pairIn(stack = usStack(), far: Partial<UsPerimeterProps> = {}) {
  const home = perimeterIn(stack, "home");
  const away = perimeterIn(stack, "away", {
    region: "us-phoenix-1",
    vcnCidr: "10.1.0.0/16",
    ...far,
  });
  return { stack, home, away };
}

/** The body whose name in the JSON contains `part`. */
const named = (json: Synthesized, type: string, part: string): Synthesized =>
  Object.entries(json.resource[type]).find(([name]) => name.includes(part))?.[1];

describe("peerWith", () => {
  test("joins two perimeters: one asks, the other waits", () => {
    const { stack, home, away } = pairIn();
    home.peerWith(away);
    const json = synthesize(stack);
    const [waiting] = Object.keys(json.resource.oci_core_remote_peering_connection).filter((name) =>
      name.startsWith("away"),
    );
    expect(named(json, "oci_core_remote_peering_connection", "home_peering")).toMatchObject({
      provider: "oci.us-ashburn-1",
      peer_id: `\${oci_core_remote_peering_connection.${waiting}.id}`,
      peer_region_name: "us-phoenix-1",
    });
    const acceptor = named(json, "oci_core_remote_peering_connection", "away_peering");
    expect(acceptor.provider).toBe("oci.us-phoenix-1");
    expect(acceptor).not.toHaveProperty("peer_id");
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("joins perimeters of two stacks, of which each keeps its own state", () => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), "perimeters-")) });
    const stackIn = (id: string, region: string) =>
      new GuardedStack(app, id, {
        jurisdiction: Jurisdiction.US,
        region,
        homeRegion: "us-ashburn-1",
        tenancyOcid: TENANCY,
        state: StateBackend.oci({ bucket: "state", namespace: "ns", region: "us-ashburn-1" }),
      });
    const home = perimeterIn(stackIn("near", "us-ashburn-1"), "home");
    const away = perimeterIn(stackIn("far", "us-chicago-1"), "away", { vcnCidr: "10.1.0.0/16" });
    const { here } = home.peerWith(away);
    home.allowToPeer(here, "data", 1522);
    app.synth();
    expect(app.outdir).toStayWithin(Jurisdiction.US);
    rmSync(app.outdir, { recursive: true });
  });

  test("learns no route but to the subnets of either, by gateways that import none", () => {
    const { stack, home, away } = pairIn();
    home.peerWith(away);
    const json = synthesize(stack);
    expect(
      resourcesOf(json, "oci_core_drg_route_table_route_rule")
        .map(({ destination }) => destination)
        .sort(),
    ).toEqual(
      ["10.0.0.0/19", "10.0.32.0/19", "10.1.0.0/19", "10.1.32.0/19"].flatMap((cidr) => [
        cidr,
        cidr,
      ]),
    );
    for (const table of resourcesOf(json, "oci_core_drg_route_table")) {
      expect(table).not.toHaveProperty("import_drg_route_distribution_id");
    }
    for (const type of ["oci_core_drg_attachment", "oci_core_drg_attachment_management"]) {
      for (const attachment of resourcesOf(json, type)) {
        expect(attachment.drg_route_table_id).toMatch(/^\${oci_core_drg_route_table\..+\.id}$/);
      }
    }
    expect(resourcesOf(json, "oci_core_drg_attachment_management")).toHaveLength(2);
  });

  test("admits nothing until a rule is added, at the end that is named", () => {
    const { stack, home, away } = pairIn();
    const { here, there } = home.peerWith(away);
    const before = resourcesOf(
      synthesize(stack),
      "oci_core_network_security_group_security_rule",
    ).filter(({ destination_type: to, source_type: from }) => [to, from].includes("CIDR_BLOCK"));
    expect(before).toEqual([]);
    home.allowToPeer(here, "data", 1522);
    away.allowFromPeer(there, "data", Port.tcp(1522));
    const rules = resourcesOf(
      synthesize(stack),
      "oci_core_network_security_group_security_rule",
    ).filter(({ destination_type: to, source_type: from }) => [to, from].includes("CIDR_BLOCK"));
    expect(
      rules.map(({ provider, source, destination }) => [provider, source ?? destination]),
    ).toEqual(
      expect.arrayContaining([
        ["oci.us-ashburn-1", "10.1.0.0/19"],
        ["oci.us-ashburn-1", "10.1.32.0/19"],
        ["oci.us-phoenix-1", "10.0.0.0/19"],
        ["oci.us-phoenix-1", "10.0.32.0/19"],
      ]),
    );
    expect(rules).toHaveLength(4);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("admits nobody who only looks like a peer", () => {
    const { home, away } = pairIn();
    const { here, there } = home.peerWith(away);
    expect(() => home.allowFromPeer({ ...here, cidrs: ["0.0.0.0/0"] }, "data", 22)).toThrow(
      "it is no peer of this perimeter",
    );
    expect(() => home.allowToPeer(there, "data", 1522)).toThrow("it is no peer of this perimeter");
    expect(() => away.allowToPeer(there, "data", 1522)).not.toThrow();
  });

  test("hangs several peers on one gateway, from which none leads to another", () => {
    const { stack, home, away } = pairIn();
    const third = perimeterIn(stack, "third", { region: "us-chicago-1", vcnCidr: "10.2.0.0/16" });
    home.peerWith(away);
    home.peerWith(third);
    const json = synthesize(stack);
    const ofHome = (type: string) =>
      Object.keys(json.resource[type]).filter((name) => name.startsWith("home"));
    expect(ofHome("oci_core_drg")).toHaveLength(1);
    const inward = Object.entries(json.resource.oci_core_drg_route_table_route_rule)
      .filter(([name]) => name.startsWith("home_peering_rule-inward"))
      .map(([, body]) => (body as { destination: string }).destination);
    expect(inward).toEqual(["10.0.0.0/19", "10.0.32.0/19"]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("fails where both use the same addresses", () => {
    const { home, away } = pairIn(usStack(), { vcnCidr: "10.0.0.0/17" });
    expect(() => home.peerWith(away)).toThrow("it overlaps this VCN's own block, 10.0.0.0/16");
  });

  test("fails the second time, and with itself", () => {
    const { home, away } = pairIn();
    home.peerWith(away);
    expect(() => home.peerWith(away)).toThrow("a peer of this name is connected already");
    expect(() => away.peerWith(home)).toThrow("a peer of this name is connected already");
    expect(() => home.peerWith(home)).toThrow("it overlaps this VCN's own block");
  });
});

describe("connectPeer", () => {
  const PEER: ConnectPeerProps = {
    connectionId: "ocid1.remotepeeringconnection.oc1.phx.aaaaexample",
    region: "us-phoenix-1",
    cidrs: ["10.1.0.0/19"],
  };

  test("asks a connection that another configuration made, in an allowed region", () => {
    const stack = usStack();
    const home = perimeterIn(stack, "home");
    const peer = home.connectPeer("recovery", PEER);
    home.allowFromPeer(peer, "data", 1522);
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_core_remote_peering_connection")).toMatchObject({
      peer_id: PEER.connectionId,
      peer_region_name: "us-phoenix-1",
    });
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test.each<[Partial<ConnectPeerProps>, string]>([
    [
      {
        connectionId: "ocid1.remotepeeringconnection.oc1.eu-frankfurt-1.aaaa",
        region: "eu-frankfurt-1",
      },
      "it lies outside US",
    ],
    [
      { connectionId: "ocid1.remotepeeringconnection.oc1.eu-frankfurt-1.aaaa" },
      "it lies in eu-frankfurt-1, and this must lie in us-phoenix-1",
    ],
    [{ connectionId: "ocid1.drg.oc1.phx.aaaa" }, "it is no OCID of type remotepeeringconnection"],
    [{ connectionId: "ocid1.remotepeeringconnection.oc1..aaaa" }, "it names no region"],
    [{ region: "us-east-1" }, "it is no region of Oracle Cloud"],
    [{ cidrs: [] }, "nothing of the peer could be reached"],
    [{ cidrs: ["0.0.0.0/0"] }, "the internet routes addresses of it"],
    [{ cidrs: ["10.0.128.0/19"] }, "it overlaps this VCN's own block"],
    [{ cidrs: ["10.1.0.0/16", "10.1.5.0/24"] }, "it overlaps 10.1.0.0/16, which is a peer's"],
    [{ cidrs: ["10.1.0.1/16"] }, "Fix: write 10.1.0.0/16"],
  ])("is refused with %j", (props, message) => {
    const home = perimeterIn(usStack(), "home");
    expect(() => home.connectPeer("recovery", { ...PEER, ...props })).toThrow(message);
  });

  test("is refused for addresses that another peer has", () => {
    const home = perimeterIn(usStack(), "home");
    home.connectPeer("recovery", PEER);
    expect(() => home.connectPeer("copy", { ...PEER, cidrs: ["10.1.16.0/20"] })).toThrow(
      "it overlaps 10.1.0.0/19, which is a peer's already",
    );
    expect(() => home.connectPeer("recovery", { ...PEER, cidrs: ["10.2.0.0/19"] })).toThrow(
      "a peer of this name is connected already",
    );
  });

  test("is refused for another realm, though the jurisdiction allows it", () => {
    const both = Jurisdiction.define({
      name: "both",
      countries: ["US"],
      regions: ["us-ashburn-1", "us-langley-1"],
    });
    const home = perimeterIn(usStack({ jurisdiction: both }), "home");
    expect(() =>
      home.connectPeer("government", {
        connectionId: "ocid1.remotepeeringconnection.oc2.us-langley-1.aaaa",
        region: "us-langley-1",
        cidrs: ["10.1.0.0/19"],
      }),
    ).toThrow("networks are peered inside their own realm, oc1, only");
  });
});

describe("zero trust", () => {
  const trustIn = (props: Partial<UsPerimeterProps> = {}, stack = usStack()) => ({
    stack,
    perimeter: perimeterIn(stack, "acme", { zeroTrust: {}, ...props }),
  });
  const statementsOf = (stack: GuardedStack): readonly string[] =>
    onlyResource(synthesize(stack), "oci_zpr_zpr_policy").statements;

  test("admits by attribute what the rules admit, and nothing else", () => {
    const { stack, perimeter } = trustIn();
    perimeter.allowAppToData(1522, Port.udp(2048, 2050));
    expect(statementsOf(stack)).toEqual([
      "in acme.network:vcn VCN allow acme.tier:app endpoints to connect to 'osn-services-ip-addresses' with protocol='tcp/443'",
      "in acme.network:vcn VCN allow acme.tier:app endpoints to connect to acme.tier:data endpoints with protocol='tcp/1522'",
      "in acme.network:vcn VCN allow acme.tier:app endpoints to connect to acme.tier:data endpoints with protocol='udp/2048-2050'",
    ]);
    expect(violations(synthesize(stack))).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("names by their addresses what carries no attribute: the edge, the bastion, peers", () => {
    const { stack, perimeter } = trustIn({
      oracleServices: "none",
      edge: { certificateId: "ocid1.certificate.oc1.iad.aaaa", backendPort: 8443 },
      bastion: { clientCidrs: ["198.51.100.0/24"] },
    });
    const peer = perimeter.connectPeer("recovery", {
      connectionId: "ocid1.remotepeeringconnection.oc1.phx.aaaa",
      region: "us-phoenix-1",
      cidrs: ["10.1.0.0/19"],
    });
    perimeter.allowFromPeer(peer, "data", 1522);
    perimeter.allowToPeer(peer, "data", 1522);
    expect(statementsOf(stack)).toEqual([
      "in acme.network:vcn VCN allow '10.0.64.0/19' to connect to acme.tier:app endpoints with protocol='tcp/8443'",
      "in acme.network:vcn VCN allow '10.0.128.0/19' to connect to acme.tier:app endpoints with protocol='tcp/22'",
      "in acme.network:vcn VCN allow '10.1.0.0/19' to connect to acme.tier:data endpoints with protocol='tcp/1522'",
      "in acme.network:vcn VCN allow acme.tier:data endpoints to connect to '10.1.0.0/19' with protocol='tcp/1522'",
    ]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is kept in the home region and the root compartment, wherever the network lies", () => {
    const stack = usStack({ region: "us-chicago-1", homeRegion: "us-phoenix-1" });
    trustIn({ zeroTrust: { onboardTenancy: true } }, stack);
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_zpr_zpr_policy")).toMatchObject({
      provider: "oci.us-phoenix-1",
      compartment_id: TENANCY,
    });
    expect(onlyResource(json, "oci_zpr_configuration")).toMatchObject({
      provider: "oci.us-phoenix-1",
      compartment_id: TENANCY,
      zpr_status: "ENABLED",
    });
    for (const attribute of resourcesOf(json, "oci_security_attribute_security_attribute")) {
      expect(attribute.provider).toBe("oci.us-phoenix-1");
    }
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("turns the service on in the tenancy only where that is asked for", () => {
    expect(synthesize(trustIn().stack).resource).not.toHaveProperty("oci_zpr_configuration");
  });

  test("enforces the VCN's attribute, once the attribute is there", () => {
    const vcn = onlyResource(synthesize(trustIn().stack), "oci_core_vcn");
    expect(vcn.security_attributes).toEqual({
      "acme.network.value": "vcn",
      "acme.network.mode": "enforce",
    });
    expect(vcn.depends_on).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^oci_security_attribute_security_attribute\./),
      ]),
    );
  });

  test("gives what is placed in a tier the attribute to carry", () => {
    const { stack, perimeter } = trustIn();
    for (const tier of ["data", "app"] as const) {
      new TerraformOutput(stack, tier, { value: perimeter[`${tier}SecurityAttributes`] });
    }
    const { output } = synthesize(stack);
    expect(output.data.value).toEqual({ "acme.tier.value": "data", "acme.tier.mode": "enforce" });
    expect(output.app.value).toEqual({ "acme.tier.value": "app", "acme.tier.mode": "enforce" });
    expect(perimeterIn(usStack(), "plain").dataSecurityAttributes).toBeUndefined();
  });

  test("makes no policy without a statement", () => {
    const json = synthesize(trustIn({ oracleServices: "none" }).stack);
    expect(json.resource).not.toHaveProperty("oci_zpr_zpr_policy");
  });

  test("stops at the number of statements that a policy holds", () => {
    const { perimeter } = trustIn({ oracleServices: "none" });
    perimeter.allowAppToData(...Array.from({ length: 50 }, (_, index) => 20_000 + index));
    expect(() => perimeter.allowAppToData(1522)).toThrow("at most 50 statements");
  });
});
