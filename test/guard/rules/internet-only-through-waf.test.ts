import {
  edgeNetwork,
  judge,
  merge,
  ONLY_US,
  ociStack,
  proofOf,
  type Resources,
  said,
  securityList,
  waf,
  wafPolicy,
} from "../network/topology";

const RULE = "internet-only-through-waf";
const LB = "oci_load_balancer_load_balancer.lb";

const findings = (...more: readonly Resources[]) =>
  said(judge({ test: ociStack(edgeNetwork(...more)) }));

describe(RULE, () => {
  test("fails a public load balancer without a web application firewall", () => {
    const result = judge({ test: ociStack(edgeNetwork()) });
    expect(result.findings).toEqual([
      expect.objectContaining({ rule: RULE, status: "outside", address: LB }),
    ]);
    expect(result.findings[0]?.fix).toContain("oci_waf_web_app_firewall");
  });

  test("passes it behind a firewall that turns away every other country", () => {
    expect(findings(waf())).toEqual([]);
  });

  test.each<[string, Resources]>([
    ["private", { oci_load_balancer_load_balancer: { lb: { is_private: true } } }],
    [
      "in a subnet that prohibits public addresses",
      { oci_core_subnet: { edge: { prohibit_public_ip_on_vnic: true } } },
    ],
    [
      "in a subnet that admits private ranges alone",
      { oci_core_security_list: { edge: securityList(["10.0.0.0/8"], []) } },
    ],
    [
      "in a network without an internet gateway",
      { oci_core_internet_gateway: { igw: { enabled: false } } },
    ],
  ])("passes it without a firewall where it is %s", (_where, change) => {
    expect(findings(change)).toEqual([]);
  });

  test("finds an opening in the load balancer's own security group", () => {
    const group = (source: string): Resources => ({
      oci_core_security_list: { edge: securityList([], []) },
      oci_core_network_security_group: { g: { compartment_id: "c" } },
      oci_core_network_security_group_security_rule: {
        r: {
          network_security_group_id: "${oci_core_network_security_group.g.id}",
          direction: "INGRESS",
          protocol: "6",
          source_type: "CIDR_BLOCK",
          source,
        },
      },
      oci_load_balancer_load_balancer: {
        lb: { network_security_group_ids: ["${oci_core_network_security_group.g.id}"] },
      },
    });
    expect(findings(group("0.0.0.0/0"))).toEqual([`${RULE} outside ${LB}`]);
    expect(findings(group("10.1.0.0/16"))).toEqual([]);
  });

  test("fails a policy that admits another country, at its access control", () => {
    const policy = wafPolicy("!i_contains(['US', 'DE'], connection.source.geo.countryCode)");
    expect(judge({ test: ociStack(edgeNetwork(waf(policy))) }).findings).toEqual([
      expect.objectContaining({
        rule: RULE,
        status: "outside",
        address: LB,
        path: "/resource/oci_waf_web_app_firewall_policy/p/request_access_control",
        message: expect.stringContaining("requests of DE"),
      }),
    ]);
  });

  test.each<[string, object, string]>([
    ["has no access control", { request_access_control: null }, "outside"],
    [
      "only logs requests of other countries",
      {
        request_access_control: {
          default_action_name: "pass",
          rules: [{ name: "r", type: "ACCESS_CONTROL", action_name: "log", condition: ONLY_US }],
        },
      },
      "outside",
    ],
    [
      "inspects for attacks and not for countries",
      { request_access_control: { default_action_name: "pass" }, request_protection: {} },
      "outside",
    ],
    ["has a condition that is a variable", wafPolicy("${var.condition}"), "unproven"],
    [
      "has dynamic rules",
      {
        request_access_control: {
          default_action_name: "pass",
          dynamic: { rules: { for_each: [1], content: {} } },
        },
      },
      "unproven",
    ],
    [
      "names an action that it does not have",
      { request_access_control: { default_action_name: "nothing" } },
      "unproven",
    ],
    [
      "has a condition in another language",
      {
        request_access_control: {
          default_action_name: "pass",
          rules: {
            name: "r",
            action_name: "refuse",
            condition: ONLY_US,
            condition_language: "REGO",
          },
        },
      },
      "unproven",
    ],
  ])("does not pass a policy that %s", (_what, change, status) => {
    expect(findings(waf(wafPolicy(ONLY_US, change)))).toEqual([`${RULE} ${status} ${LB}`]);
  });

  test("passes a policy that refuses by default and admits one country", () => {
    const policy = wafPolicy("", {
      request_access_control: {
        default_action_name: "refuse",
        rules: [
          {
            name: "home",
            type: "ACCESS_CONTROL",
            action_name: "pass",
            condition: "connection.source.geo.countryCode == 'US'",
          },
        ],
      },
    });
    expect(findings(waf(policy))).toEqual([]);
  });

  test("leaves a policy that the input does not hold unproven", () => {
    const elsewhere = merge(waf(), {
      oci_waf_web_app_firewall: {
        w: { web_app_firewall_policy_id: "ocid1.webappfirewallpolicy.oc1.iad.aaaa" },
      },
    });
    expect(findings(elsewhere)).toEqual([`${RULE} unproven ${LB}`]);
  });

  test("fails a listener of TCP, which no firewall reads", () => {
    const tcp = (protocol: string): Resources => ({
      oci_load_balancer_listener: {
        raw: {
          load_balancer_id: "${oci_load_balancer_load_balancer.lb.id}",
          default_backend_set_name: "db",
          name: "raw",
          port: 1521,
          protocol,
        },
      },
    });
    const result = judge({ test: ociStack(edgeNetwork(waf(), tcp("TCP"))) });
    expect(result.findings).toEqual([
      expect.objectContaining({
        status: "outside",
        path: "/resource/oci_load_balancer_listener/raw/protocol",
        value: "TCP",
      }),
    ]);
    expect(findings(waf(), tcp("HTTP2"))).toEqual([]);
    expect(findings(waf(), tcp("${var.protocol}"))).toEqual([`${RULE} unproven ${LB}`]);
  });

  test("fails a firewall that stands before another load balancer", () => {
    const other = merge(waf(), {
      oci_load_balancer_load_balancer: {
        other: { subnet_ids: ["${oci_core_subnet.edge.id}"], is_private: true },
      },
      oci_waf_web_app_firewall: {
        w: { load_balancer_id: "${oci_load_balancer_load_balancer.other.id}" },
      },
    });
    expect(findings(other)).toEqual([`${RULE} outside ${LB}`]);
  });

  test("fails a network load balancer, before which no firewall can stand, unless it is private", () => {
    const nlb = (more: object): Resources => ({
      oci_network_load_balancer_network_load_balancer: {
        n: { compartment_id: "c", subnet_id: "${oci_core_subnet.edge.id}", ...more },
      },
    });
    const address = "oci_network_load_balancer_network_load_balancer.n";
    expect(findings(waf(), nlb({}))).toEqual([`${RULE} outside ${address}`]);
    expect(findings(waf(), nlb({ is_private: true }))).toEqual([]);
    expect(findings(waf(), nlb({ is_private: "${var.private}" }))).toEqual([
      `${RULE} unproven ${address}`,
    ]);
  });

  test("takes a load balancer in a subnet that the input does not hold for reachable", () => {
    const elsewhere = {
      oci_load_balancer_load_balancer: { lb: { subnet_ids: ["ocid1.subnet.oc1.iad.aaaa"] } },
    };
    expect(findings(elsewhere)).toContain(`${RULE} outside ${LB}`);
    expect(findings(elsewhere, waf())).not.toContain(`${RULE} outside ${LB}`);
  });

  test("leaves addresses of an office unproven, whose place nothing tells", () => {
    const office = { oci_core_security_list: { edge: securityList(["203.0.113.0/24"], []) } };
    expect(findings(office)).toEqual([`${RULE} unproven ${LB}`]);
  });

  test("shows a bastion as a way in, and leaves its finding to the rule about endpoints", () => {
    const bastion = (list: readonly string[]): Resources => ({
      oci_bastion_bastion: {
        b: {
          bastion_type: "STANDARD",
          compartment_id: "c",
          target_subnet_id: "${oci_core_subnet.data.id}",
          client_cidr_block_allow_list: list,
        },
      },
      oci_core_security_list: { data: securityList(["10.0.2.0/24"], []) },
    });
    const verdict = (list: readonly string[]) =>
      proofOf({ test: ociStack(edgeNetwork(waf(), bastion(list))) }, "oci_core_subnet.data")
        .verdict;
    expect(verdict(["0.0.0.0/0"])).toBe("open");
    expect(verdict(["203.0.113.0/24"])).toBe("unproven");
    expect(verdict(["10.0.0.0/8"])).toBe("closed");
    expect(findings(waf(), bastion(["0.0.0.0/0"]))).toEqual([]);
  });
});
