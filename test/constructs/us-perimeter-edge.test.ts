import { rmSync } from "node:fs";
import { FileStorageMountTarget } from "@cdktf/provider-oci/lib/file-storage-mount-target";
import { Testing } from "cdktf";
import {
  type BastionProps,
  type DnsProps,
  type EdgeProps,
  type FirewallProps,
  UsPerimeter,
  type UsPerimeterProps,
} from "../../constructs/us-perimeter";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import {
  DATA,
  onlyResource,
  resourcesOf,
  type Synthesized,
  synthesize,
  usStack,
} from "../support/synth";
import { violations } from "../support/violations";

const EDGE: EdgeProps = {
  certificateId: "ocid1.certificate.oc1.iad.aaaaexample",
  backendPort: 8443,
};
const FIREWALL: FirewallProps = { allowedHosts: ["objectstorage.us-ashburn-1.oraclecloud.com"] };
const OFFICE = "198.51.100.0/24";

function perimeterIn(props: Partial<UsPerimeterProps> = {}, stack = usStack()) {
  const perimeter = new UsPerimeter(stack, "perimeter", {
    compartmentId: DATA,
    name: "acme",
    ...props,
  });
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
  return { stack, perimeter };
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
      reachability.map(({ constructPath, role, inbound, outbound }) => [
        constructPath?.split("/").at(-2),
        {
          role,
          in: inbound.map(({ verdict }) => verdict),
          out: outbound.map(({ verdict }) => verdict),
        },
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const rulesOf = (json: Synthesized) =>
  resourcesOf(json, "oci_core_network_security_group_security_rule");

const routesOf = (json: Synthesized, name: string) =>
  resourcesOf(json, "oci_core_route_table").find(({ display_name }) => display_name === name)
    .route_rules;

const NEXT_HOP = expect.stringMatching(
  /^\${data\.oci_core_private_ips\.\w+[-\w]*\.private_ips\[0\]\.id}$/,
);

describe("edge", () => {
  test("lets the internet reach the load balancer, through the web firewall, and nothing else", () => {
    const { stack } = perimeterIn({ edge: EDGE });
    expect(reachOf(stack)).toEqual({
      data: { role: "data", in: [], out: [] },
      app: { role: "data", in: ["through-waf"], out: ["cloud-services-only"] },
      edge: { role: "edge", in: ["through-waf"], out: [] },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("turns every other country away before anything is admitted", () => {
    const json = synthesize(perimeterIn({ edge: EDGE }).stack);
    expect(onlyResource(json, "oci_waf_web_app_firewall_policy")).toMatchObject({
      actions: [
        { name: "pass", type: "ALLOW" },
        { name: "refuse", type: "RETURN_HTTP_RESPONSE", code: 403 },
      ],
      request_access_control: {
        default_action_name: "pass",
        rules: [
          {
            type: "ACCESS_CONTROL",
            action_name: "refuse",
            condition_language: "JMESPATH",
            condition: "!i_contains(['US'], connection.source.geo.countryCode)",
          },
        ],
      },
    });
    expect(onlyResource(json, "oci_core_internet_gateway").enabled).toBe(true);
    expect(violations(json)).toEqual([]);
  });

  test("listens for TLS with a managed certificate, as HTTP that the web firewall can read", () => {
    const json = synthesize(perimeterIn({ edge: EDGE }).stack);
    const listeners = resourcesOf(json, "oci_load_balancer_listener");
    expect(listeners).toEqual([
      expect.objectContaining({
        port: 443,
        protocol: "HTTP",
        ssl_configuration: expect.objectContaining({
          certificate_ids: [EDGE.certificateId],
          protocols: ["TLSv1.2", "TLSv1.3"],
        }),
      }),
    ]);
    expect(onlyResource(json, "oci_load_balancer_load_balancer")).toMatchObject({
      shape: "flexible",
      shape_details: { minimum_bandwidth_in_mbps: 10, maximum_bandwidth_in_mbps: 100 },
      is_delete_protection_enabled: true,
    });
  });

  test("encrypts to the hosts, and checks them, where a CA bundle is given", () => {
    const backendCaBundleId = "ocid1.cabundle.oc1.iad.aaaaexample";
    const plain = synthesize(perimeterIn({ edge: EDGE }).stack);
    const { stack } = perimeterIn({ edge: { ...EDGE, backendCaBundleId } });
    const json = synthesize(stack);
    expect(onlyResource(plain, "oci_load_balancer_backend_set")).not.toHaveProperty(
      "ssl_configuration",
    );
    expect(onlyResource(json, "oci_load_balancer_backend_set").ssl_configuration).toMatchObject({
      trusted_certificate_authority_ids: [backendCaBundleId],
      verify_peer_certificate: true,
    });
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("takes requests from declared addresses only, of an allowed country still", () => {
    const { stack } = perimeterIn({ edge: { ...EDGE, clientCidrs: [OFFICE, "203.0.113.7/32"] } });
    const json = synthesize(stack);
    const [list] = Object.keys(json.resource.oci_waf_network_address_list);
    expect(onlyResource(json, "oci_waf_network_address_list").addresses).toEqual([
      OFFICE,
      "203.0.113.7/32",
    ]);
    expect(
      onlyResource(json, "oci_waf_web_app_firewall_policy").request_access_control.rules.map(
        ({ condition }: { condition: string }) => condition,
      ),
    ).toEqual([
      "!i_contains(['US'], connection.source.geo.countryCode)",
      `!address_in_network_address_list(connection.source.address, ['\${oci_waf_network_address_list.${list}.id}'])`,
    ]);
    expect(rulesOf(json).map(({ source }) => source)).not.toContain("0.0.0.0/0");
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is logged: who asked, what failed and what was turned away", () => {
    const json = synthesize(perimeterIn({ edge: EDGE }).stack);
    expect(
      resourcesOf(json, "oci_logging_log").map(({ configuration: { source } }) => [
        source.service,
        source.category,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["loadbalancer", "access"],
        ["loadbalancer", "error"],
        ["waf", "all"],
      ]),
    );
  });

  test("passes requests on to hosts of the app subnet", () => {
    const { stack, perimeter } = perimeterIn({ edge: EDGE });
    perimeter.addBackend("web-1", "10.0.32.10");
    expect(onlyResource(synthesize(stack), "oci_load_balancer_backend")).toMatchObject({
      ip_address: "10.0.32.10",
      port: 8443,
      backendset_name: expect.stringMatching(/^\${oci_load_balancer_backend_set\..+\.name}$/),
    });
    expect(() => perimeter.addBackend("web-2", "${var.address}")).not.toThrow();
  });

  test.each([["10.0.64.10"], ["10.0.0.10"], ["203.0.113.5"], ["web-1"]])(
    "takes no backend at %s",
    (address) => {
      const { perimeter } = perimeterIn({ edge: EDGE });
      expect(() => perimeter.addBackend("web", address)).toThrow(
        "backends stand in the app subnet, 10.0.32.0/19",
      );
    },
  );

  test("is needed for a backend", () => {
    expect(() => perimeterIn().perimeter.addBackend("web", "10.0.32.10")).toThrow(
      "edge is not set: there is no load balancer",
    );
  });

  test.each<[Partial<EdgeProps>, string]>([
    [{ certificateId: "ocid1.certificate.oc1.phx.aaaa" }, "it lies in us-phoenix-1"],
    [{ certificateId: "ocid1.key.oc1.iad.aaaa" }, "it is no OCID of type certificate"],
    [{ backendCaBundleId: "ocid1.certificate.oc1.iad.aaaa" }, "it is no OCID of type cabundle"],
    [{ backendPort: 0 }, "edge.backendPort is 0"],
    [{ healthPath: "health" }, "it must be a path, a slash first"],
    [{ minBandwidthMbps: 5 }, "a whole number of Mbps from 10 to 8000"],
    [{ minBandwidthMbps: 200 }, "a whole number of Mbps from 200 to 8000"],
    [{ clientCidrs: [] }, "it must list 1 to 50 blocks"],
    [{ clientCidrs: ["0.0.0.0/0"] }, "takes in hosts of many countries"],
    [{ clientCidrs: ["0.0.0.0/1", "128.0.0.0/1"] }, "takes in hosts of many countries"],
    [{ clientCidrs: ["8.0.0.0/7"] }, "Fix: write blocks of prefix 8 or longer"],
    [{ clientCidrs: [OFFICE, "198.51.100.8/29"] }, "it overlaps a block that is listed before"],
    [{ clientCidrs: ["198.51.100.1/24"] }, "Fix: write 198.51.100.0/24"],
  ])("is refused with %j", (edge, message) => {
    expect(() => perimeterIn({ edge: { ...EDGE, ...edge } })).toThrow(message);
  });

  test("takes blocks as wide as an organisation's", () => {
    const { stack } = perimeterIn({ edge: { ...EDGE, clientCidrs: ["9.0.0.0/8"] } });
    expect(stack).toStayWithin(Jurisdiction.US);
  });
});

describe("firewall", () => {
  test("stands on every way between the edge, the app subnet and Oracle services", () => {
    const { stack } = perimeterIn({ edge: EDGE, firewall: FIREWALL });
    const json = synthesize(stack);
    expect(routesOf(json, "acme-edge")).toContainEqual(
      expect.objectContaining({ destination: "10.0.32.0/19", network_entity_id: NEXT_HOP }),
    );
    expect(routesOf(json, "acme-app")).toEqual([
      expect.objectContaining({ destination: "10.0.64.0/19", network_entity_id: NEXT_HOP }),
      expect.objectContaining({
        destination: "0.0.0.0/0",
        destination_type: "CIDR_BLOCK",
        network_entity_id: NEXT_HOP,
      }),
    ]);
    expect(routesOf(json, "acme-firewall-onward")).toEqual([
      expect.objectContaining({
        destination: "oci-iad-objectstorage",
        network_entity_id: expect.stringMatching(/^\${oci_core_service_gateway\./),
      }),
    ]);
    expect(routesOf(json, "acme-service-answers")).toEqual([
      expect.objectContaining({ destination: "10.0.32.0/19", network_entity_id: NEXT_HOP }),
    ]);
    expect(onlyResource(json, "oci_core_service_gateway").route_table_id).toMatch(
      /service-answers/,
    );
    expect(reachOf(stack)).toMatchObject({
      data: { in: [], out: [] },
      app: { in: ["through-waf"] },
      firewall: { role: "edge", out: ["cloud-services-only"] },
    });
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("looks its private address up, for routes to name", () => {
    const json = synthesize(perimeterIn({ firewall: FIREWALL }).stack);
    const [firewall] = Object.keys(json.resource.oci_network_firewall_network_firewall);
    expect(Object.values(json.data.oci_core_private_ips)).toEqual([
      expect.objectContaining({
        ip_address: `\${oci_network_firewall_network_firewall.${firewall}.ipv4address}`,
        subnet_id: expect.stringMatching(/^\${oci_core_subnet\..*firewall.*\.id}$/),
      }),
    ]);
  });

  test("does not wait for itself: its subnet gets its routes by an attachment", () => {
    const json = synthesize(perimeterIn({ firewall: FIREWALL }).stack);
    const subnet = resourcesOf(json, "oci_core_subnet").find(
      ({ dns_label }) => dns_label === "firewall",
    );
    expect(subnet).not.toHaveProperty("route_table_id");
    expect(onlyResource(json, "oci_core_route_table_attachment")).toEqual({
      provider: "oci.us-ashburn-1",
      subnet_id: expect.stringMatching(/firewall/),
      route_table_id: expect.stringMatching(/onward/),
    });
  });

  test("lets through what it lists, and has no rule that lists nothing", () => {
    const { stack } = perimeterIn({ edge: EDGE, firewall: FIREWALL });
    const json = synthesize(stack);
    const rules = resourcesOf(json, "oci_network_firewall_network_firewall_policy_security_rule");
    expect(rules).toHaveLength(2);
    expect(rules).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: "edge-to-app",
          action: "INSPECT",
          inspection: "INTRUSION_PREVENTION",
          condition: {
            source_address: ["edge"],
            destination_address: ["app"],
            service: ["backend"],
          },
        }),
        expect.objectContaining({
          name: "app-to-services",
          action: "ALLOW",
          condition: { source_address: ["app"], service: ["https"], url: ["allowed-hosts"] },
        }),
      ]),
    );
    expect(
      onlyResource(json, "oci_network_firewall_network_firewall_policy_url_list").urls,
    ).toEqual([{ type: "SIMPLE", pattern: "objectstorage.us-ashburn-1.oraclecloud.com" }]);
  });

  test("starts with its whole policy", () => {
    const json = synthesize(perimeterIn({ edge: EDGE, firewall: FIREWALL }).stack);
    const parts = Object.entries(json.resource).filter(([type]) =>
      type.startsWith("oci_network_firewall_network_firewall_policy"),
    );
    const needed = new Map<string, string[]>();
    for (const [type, blocks] of [
      ...parts,
      [
        "oci_network_firewall_network_firewall",
        json.resource.oci_network_firewall_network_firewall,
      ],
    ] as [string, Record<string, { depends_on?: string[] }>][]) {
      for (const [name, { depends_on = [] }] of Object.entries(blocks)) {
        needed.set(`${type}.${name}`, depends_on);
      }
    }
    const reached = new Set<string>();
    const follow = (address: string): void => {
      reached.add(address);
      for (const next of needed.get(address) ?? []) {
        follow(next);
      }
    };
    const [firewall] = Object.keys(json.resource.oci_network_firewall_network_firewall);
    follow(`oci_network_firewall_network_firewall.${firewall}`);
    expect([...reached].sort()).toEqual([...needed.keys()].sort());
  });

  test("can stand before Oracle services alone", () => {
    const { stack } = perimeterIn({ firewall: FIREWALL, oracleServices: "all" });
    expect(reachOf(stack)).toMatchObject({
      app: { in: [] },
      firewall: { in: [], out: ["cloud-services-only"] },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("without a listed host, leaves the app subnet no way to Oracle services", () => {
    const { stack } = perimeterIn({ edge: EDGE, firewall: { allowedHosts: [] } });
    expect(synthesize(stack).resource).not.toHaveProperty("oci_core_service_gateway");
    expect(reachOf(stack)).toMatchObject({ app: { in: ["through-waf"], out: [] } });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("does not stand between the data subnet and Oracle services", () => {
    const { stack } = perimeterIn({ firewall: FIREWALL, dataReachesServices: true });
    expect(routesOf(synthesize(stack), "acme-data")).toEqual([
      expect.objectContaining({
        network_entity_id: expect.stringMatching(/^\${oci_core_service_gateway\./),
      }),
    ]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test.each([
    ["auth.us-ashburn-1.oraclecloud.com"],
    ["*.kms.us-ashburn-1.oraclecloud.com"],
    ["acme.objectstorage.us-ashburn-1.oci.customer-oci.com"],
  ])("takes the host %s", (host) => {
    expect(perimeterIn({ firewall: { allowedHosts: [host] } }).stack).toStayWithin(Jurisdiction.US);
  });

  test.each([
    ["objectstorage.eu-frankfurt-1.oraclecloud.com", "it lies in eu-frankfurt-1"],
    ["objectstorage.us-phoenix-1.oraclecloud.com", "services of us-ashburn-1 only"],
    ["s3.us-east-1.amazonaws.com", "it is no host of an Oracle service"],
    ["www.example.com", "it is no host of an Oracle service"],
    ["*.oraclecloud.com", "it is no host of an Oracle service that names its region"],
    ["*", "it must be a host in lower case"],
    ["*.com", "it must be a host in lower case"],
    ["https://objectstorage.us-ashburn-1.oraclecloud.com", "it must be a host in lower case"],
    ["objectstorage.us-ashburn-1.oraclecloud.com/n/*", "and no path"],
    [
      "objectstorage.us-ashburn-1.oraclecloud.com.example.com",
      "it is no host of an Oracle service",
    ],
    ["", "it must be a host in lower case"],
  ])("refuses the host %j", (host, message) => {
    expect(() => perimeterIn({ firewall: { allowedHosts: [host] } })).toThrow(message);
  });

  test.each<[Partial<UsPerimeterProps>, string]>([
    [{ firewall: { allowedHosts: [] } }, "nothing would pass the firewall"],
    [{ firewall: FIREWALL, oracleServices: "none" }, "the firewall has no way to any of them"],
    [
      { firewall: { allowedHosts: [...FIREWALL.allowedHosts, ...FIREWALL.allowedHosts] } },
      "it is listed twice",
    ],
  ])("is refused with %j", (props, message) => {
    expect(() => perimeterIn(props)).toThrow(message);
  });
});

describe("bastion", () => {
  const bastionIn = (bastion: Partial<BastionProps> = {}) =>
    perimeterIn({ bastion: { clientCidrs: [OFFICE], ...bastion } });

  test("takes short sessions from declared addresses", () => {
    const { stack } = bastionIn();
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_bastion_bastion")).toMatchObject({
      client_cidr_block_allow_list: [OFFICE],
      max_session_ttl_in_seconds: 1800,
      dns_proxy_status: "DISABLED",
      target_subnet_id: expect.stringMatching(/^\${oci_core_subnet\..*bastion.*\.id}$/),
    });
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("reaches one port of hosts in the app subnet, and nothing that holds data", () => {
    const { stack } = bastionIn({ targetPort: 2222 });
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_core_security_list")).toMatchObject({
      egress_security_rules: [
        {
          destination: "10.0.32.0/19",
          protocol: "6",
          tcp_options: { min: 2222, max: 2222 },
        },
      ],
    });
    expect(onlyResource(json, "oci_core_security_list")).not.toHaveProperty(
      "ingress_security_rules",
    );
    expect(rulesOf(json).filter(({ direction }) => direction === "INGRESS")).toEqual([
      expect.objectContaining({
        network_security_group_id: expect.stringMatching(/app-nsg/),
        source: "10.0.128.0/19",
        tcp_options: { destination_port_range: { min: 2222, max: 2222 } },
      }),
    ]);
    expect(reachOf(stack)).toMatchObject({
      data: { in: [], out: [] },
      bastion: { in: [], out: [] },
    });
  });

  test.each([[1_800], [10_800]])("takes sessions of %d seconds", (maxSessionTtlSeconds) => {
    expect(
      onlyResource(synthesize(bastionIn({ maxSessionTtlSeconds }).stack), "oci_bastion_bastion")
        .max_session_ttl_in_seconds,
    ).toBe(maxSessionTtlSeconds);
  });

  test.each<[Partial<BastionProps>, string]>([
    [{ clientCidrs: ["0.0.0.0/0"] }, "takes in hosts of many countries"],
    [{ clientCidrs: ["0.0.0.0/1", "128.0.0.0/1"] }, "takes in hosts of many countries"],
    [{ clientCidrs: [] }, "it must list 1 to 20 blocks"],
    [{ clientCidrs: ["::/0"] }, "it is no IPv4 block"],
    [{ maxSessionTtlSeconds: 10_801 }, "a whole number of seconds from 1800 to 10800"],
    [{ maxSessionTtlSeconds: 1_799 }, "a whole number of seconds from 1800 to 10800"],
    [{ targetPort: 70_000 }, "bastion.targetPort is 70000"],
  ])("is refused with %j", (bastion, message) => {
    expect(() => bastionIn(bastion)).toThrow(message);
  });
});

describe("names", () => {
  const dnsIn = (dns: Partial<DnsProps>) =>
    perimeterIn({
      dns: {
        forwarding: [{ domains: ["corp.example.com"], serverAddress: "10.0.32.53" }],
        ...dns,
      },
    });

  test("are resolved by the VCN alone unless something else is asked for", () => {
    const json = synthesize(perimeterIn().stack);
    expect(json.resource).not.toHaveProperty("oci_dns_resolver");
    expect(json.resource).not.toHaveProperty("oci_dns_resolver_endpoint");
  });

  test("of declared domains are asked for at a server inside", () => {
    const { stack } = dnsIn({});
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_dns_resolver")).toMatchObject({
      scope: "PRIVATE",
      resolver_id: expect.stringMatching(
        /^\${data\.oci_core_vcn_dns_resolver_association\..+\.dns_resolver_id}$/,
      ),
      rules: [
        {
          action: "FORWARD",
          destination_addresses: ["10.0.32.53"],
          qname_cover_conditions: ["corp.example.com"],
        },
      ],
    });
    expect(onlyResource(json, "oci_dns_resolver_endpoint")).toMatchObject({
      is_forwarding: true,
      is_listening: false,
    });
    expect(rulesOf(json).filter(({ destination }) => destination === "10.0.32.53/32")).toHaveLength(
      2,
    );
    expect(violations(json)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("can be asked for in a declared block of a peer", () => {
    const forwarding = [{ domains: ["dr.example.com"], serverAddress: "10.1.0.53" }];
    const { stack } = dnsIn({ forwarding, reachableCidrs: ["10.1.0.0/24"] });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test.each<[Partial<DnsProps>, string]>([
    [{ forwarding: [] }, "dns.forwarding.length is 0"],
    [
      { forwarding: [{ domains: ["corp.example.com"], serverAddress: "8.8.8.8" }] },
      "names are asked for inside only: in 10.0.0.0/16",
    ],
    [
      { forwarding: [{ domains: ["corp.example.com"], serverAddress: "10.1.0.53" }] },
      "dns.forwarding[0].serverAddress",
    ],
    [
      { forwarding: [{ domains: ["corp.example.com"], serverAddress: "dns.example.com" }] },
      "names are asked for inside only",
    ],
    [{ forwarding: [{ domains: [], serverAddress: "10.0.32.53" }] }, "domains.length is 0"],
    [{ forwarding: [{ domains: ["Corp!"], serverAddress: "10.0.32.53" }] }, "it is no domain"],
    [{ reachableCidrs: ["0.0.0.0/0"] }, "the internet routes addresses of it"],
  ])("are refused with %j", (dns, message) => {
    expect(() => dnsIn(dns)).toThrow(message);
  });
});
