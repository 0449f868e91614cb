import { edgeNetwork, merge, ONLY_US, type Resources, waf, wafPolicy } from "../topology";
import { type Told, told } from "./told";

const RULE = "internet-only-through-waf";
const LB = "oci_load_balancer_load_balancer.lb";
const W = "oci_waf_web_app_firewall.w";
const P = "oci_waf_web_app_firewall_policy.p";
const POLICY_PATH = "/resource/oci_waf_web_app_firewall_policy/p";
const ID = "web_app_firewall_policy_id";
const FIX =
  "Give its policy a rule that returns a response where !i_contains(['US'], connection.source.geo.countryCode), before every rule that allows.";

const found = (resources: Resources, more: object = {}): readonly Told[] =>
  told(RULE, edgeNetwork(resources), more);
const LEAD = {
  outside: `Whoever is outside US can connect to ${LB}: ${W} does not keep other countries out: `,
  unproven: `Nothing proves that only US can connect to ${LB}: ${W} does not keep other countries out: `,
};

/** `status: because` of the one finding; empty for none. */
function because(resources: Resources, more: object = {}): string {
  return found(resources, more)
    .map(({ status, message }) => {
      const lead = LEAD[status as keyof typeof LEAD];
      return message.startsWith(lead)
        ? `${status}: ${message.slice(lead.length)}`
        : `${status}: ${message}`;
    })
    .join("\n");
}

const ofPolicy = (more: object) => because(waf(wafPolicy(ONLY_US, more)));
const RULES = [{ name: "abroad", action_name: "refuse", condition: ONLY_US }];
const control = (more: object) => ({
  request_access_control: { default_action_name: "pass", rules: RULES, ...more },
});
const rule = (more: object) =>
  control({ rules: [{ name: "abroad", action_name: "refuse", condition: ONLY_US, ...more }] });

describe("the access control of a policy", () => {
  test("is reported in full where it admits everyone", () => {
    const policy = wafPolicy(ONLY_US, control({ rules: [] }));
    expect(found(waf(policy))).toEqual([
      {
        status: "outside",
        address: LB,
        path: `${POLICY_PATH}/request_access_control`,
        value: "",
        message: `${LEAD.outside}its default action admits requests of every other country.`,
        fix: FIX,
      },
    ]);
  });

  test("is reported at the policy where there is none", () => {
    const policy = { compartment_id: "c" };
    expect(found(waf(policy))).toEqual([
      {
        status: "outside",
        address: LB,
        path: POLICY_PATH,
        value: "",
        message: `${LEAD.outside}${P} has no request_access_control.`,
        fix: FIX,
      },
    ]);
  });

  test.each<[string, object, string]>([
    ["keeps others out", control({}), ""],
    ["refuses by default", control({ default_action_name: "refuse", rules: [] }), ""],
    ["goes on by default to nothing", control({ default_action_name: "nowhere" }), ""],
    [
      "is an expression",
      { request_access_control: "${local.control}" },
      `unproven: an expression makes the access control of ${P}.`,
    ],
    [
      "is written twice",
      { request_access_control: [control({}), control({})] },
      `unproven: an expression makes the access control of ${P}.`,
    ],
    [
      "has rules by an expression",
      control({ rules: "${local.rules}" }),
      `unproven: an expression makes the rules of ${P}.`,
    ],
    [
      "has a dynamic block beside its rules",
      control({ dynamic: { rules: { for_each: [1], content: {} } } }),
      `unproven: an expression makes the rules of ${P}.`,
    ],
  ])("of a policy that %s", (_what, more, expected) => {
    expect(ofPolicy(more)).toBe(expected);
  });
});

describe("a rule", () => {
  test.each<[string, object, string]>([
    ["without a language", {}, ""],
    ["in JMESPath", { condition_language: "JMESPATH" }, ""],
    ["whose language is null", { condition_language: null }, ""],
    [
      "in another language",
      { condition_language: "REGO" },
      "unproven: the condition of its rule abroad is not understood.",
    ],
    [
      "that refuses by one of two conditions",
      { condition: `\${var.strict ? "${ONLY_US}" : "\`true\`"}` },
      "unproven: the condition of its rule abroad is not understood.",
    ],
    [
      "with a variable for a condition",
      { condition: "${var.condition}" },
      "unproven: the condition of its rule abroad is not understood.",
    ],
    [
      "without a name",
      { name: undefined, condition: "${var.condition}" },
      "unproven: the condition of its rule (unnamed) is not understood.",
    ],
    ["that always refuses", { condition: undefined }, ""],
    ["that always refuses, by null", { condition: null }, ""],
    ["that always refuses, by an empty text", { condition: "" }, ""],
    [
      "that always admits",
      { condition: undefined, action_name: "pass" },
      "outside: its rule abroad admits requests of every other country.",
    ],
    [
      "that only logs",
      { action_name: "log" },
      "outside: its default action admits requests of every other country.",
    ],
    [
      "whose action the policy does not have",
      { action_name: "nothing" },
      "unproven: what its rule abroad does is not known.",
    ],
    [
      "whose action is one of two",
      { action_name: '${var.strict ? "refuse" : "pass"}' },
      "unproven: what its rule abroad does is not known.",
    ],
    [
      "whose action is a variable",
      { action_name: "${var.action}" },
      "unproven: what its rule abroad does is not known.",
    ],
    [
      "without an action",
      { action_name: undefined },
      "unproven: what its rule abroad does is not known.",
    ],
  ])("%s", (_what, more, expected) => {
    expect(ofPolicy(rule(more))).toBe(expected);
  });
});

describe("the action of a rule", () => {
  const UNKNOWN = "unproven: what its rule abroad does is not known.";
  test.each<[string, readonly object[] | string, string]>([
    ["returns a response", [{ name: "refuse", type: "RETURN_HTTP_RESPONSE" }], ""],
    [
      "allows",
      [{ name: "refuse", type: "ALLOW" }],
      "outside: its rule abroad admits requests of every other country.",
    ],
    [
      "checks",
      [{ name: "refuse", type: "CHECK" }],
      "outside: its default action admits requests of every other country.",
    ],
    ["is of a type that is not known", [{ name: "refuse", type: "TARPIT" }], UNKNOWN],
    ["has no type", [{ name: "refuse" }], UNKNOWN],
    [
      "has one of two types",
      [{ name: "refuse", type: '${var.strict ? "RETURN_HTTP_RESPONSE" : "CHECK"}' }],
      UNKNOWN,
    ],
    [
      "is written twice",
      [
        { name: "refuse", type: "RETURN_HTTP_RESPONSE" },
        { name: "refuse", type: "RETURN_HTTP_RESPONSE" },
      ],
      UNKNOWN,
    ],
    ["has a variable for a name", [{ name: "${var.name}", type: "RETURN_HTTP_RESPONSE" }], UNKNOWN],
    [
      "has one of two names",
      [{ name: '${var.long ? "refuse" : "no"}', type: "RETURN_HTTP_RESPONSE" }],
      "",
    ],
    ["is made by an expression", "${local.actions}", UNKNOWN],
  ])("that %s", (_what, actions, expected) => {
    const all =
      typeof actions === "string" ? actions : [{ name: "pass", type: "ALLOW" }, ...actions];
    expect(ofPolicy({ ...control({}), actions: all })).toBe(expected);
  });
});

describe("the policy of a firewall", () => {
  const named = (id: unknown): Resources =>
    merge(waf(), { oci_waf_web_app_firewall: { w: { [ID]: id } } });
  const at = (value: string, text: string) => [
    {
      status: "unproven",
      address: LB,
      path: `/resource/oci_waf_web_app_firewall/w/${ID}`,
      value,
      message: `${LEAD.unproven}${text}.`,
      fix: FIX,
    },
  ];

  test.each([
    ["an OCID", "ocid1.webappfirewallpolicy.oc1.iad.aaaa"],
    ["a variable", "${var.policy}"],
    ["a data source", "${data.oci_waf_web_app_firewall_policy.far.id}"],
  ])("is not in the input where %s names it", (_what, id) => {
    const data = { oci_waf_web_app_firewall_policy: { far: { name: "far" } } };
    expect(found(named(id), { data })).toEqual(at(id, "its policy is not in the input"));
  });

  test("is not in the input where a block of another type is named", () => {
    expect(because(named("${oci_core_vcn.v.id}"))).toBe(
      "unproven: its policy is not in the input.",
    );
  });

  test("is missing where the firewall names none", () => {
    expect(found(named(null)).map(({ message }) => message)).toEqual([
      `${LEAD.unproven}it names no policy.`,
    ]);
  });

  const OPEN = { compartment_id: "c" };
  const two = (first: string, second: string) =>
    because(
      merge(named(`\${var.x ? ${first} : ${second}}`), {
        oci_waf_web_app_firewall_policy: { q: OPEN },
      }),
    );
  const GOOD = `${P}.id`;
  const BAD = "oci_waf_web_app_firewall_policy.q.id";
  const AWAY = '"ocid1.webappfirewallpolicy.oc1.iad.aaaa"';
  const SAYS = "outside: oci_waf_web_app_firewall_policy.q has no request_access_control.";

  test.each([
    [GOOD, BAD, SAYS],
    [BAD, GOOD, SAYS],
    [AWAY, BAD, SAYS],
    [GOOD, AWAY, "unproven: its policy is not in the input."],
    [AWAY, GOOD, "unproven: its policy is not in the input."],
    [GOOD, GOOD, ""],
  ])("is the worse of two: %s or %s", (first, second, expected) => {
    expect(two(first, second)).toBe(expected);
  });
});

describe("several firewalls before one load balancer", () => {
  const bad = (name: string): Resources => ({
    oci_waf_web_app_firewall: {
      [name]: {
        load_balancer_id: `\${${LB}.id}`,
        [ID]: "${oci_waf_web_app_firewall_policy.q.id}",
      },
    },
    oci_waf_web_app_firewall_policy: { q: { compartment_id: "c" } },
  });

  test.each<[string, Resources]>([
    ["after", merge(waf(), bad("z"))],
    ["before", merge(bad("z"), waf())],
  ])("are judged by the one that keeps nobody out, %s the good one", (_where, resources) => {
    expect(found(resources).map(({ message }) => message)).toEqual([
      `Whoever is outside US can connect to ${LB}: oci_waf_web_app_firewall.z does not keep other countries out: oci_waf_web_app_firewall_policy.q has no request_access_control.`,
    ]);
  });
});

describe("a firewall that names its load balancer by OCID", () => {
  test("stands before none of the input", () => {
    const elsewhere = merge(waf(), {
      oci_waf_web_app_firewall: { w: { load_balancer_id: "ocid1.loadbalancer.oc1.iad.aaaa" } },
    });
    expect(found(elsewhere).map(({ fix }) => fix)).toEqual([
      "Give it an oci_waf_web_app_firewall whose policy turns away every country that is not allowed, or set is_private.",
    ]);
  });
});

describe("a listener", () => {
  const listeners = (...protocols: readonly unknown[]): Resources =>
    merge(waf(), {
      oci_load_balancer_listener: Object.fromEntries(
        protocols.map((protocol, index) => [
          `l${index}`,
          { load_balancer_id: `\${${LB}.id}`, port: index, protocol },
        ]),
      ),
    });
  const TCP = (n: number) =>
    `outside: its listener oci_load_balancer_listener.l${n} takes TCP, which the firewall does not read.`;
  const DOUBT = (n: number) =>
    `unproven: whether the firewall reads what its listener oci_load_balancer_listener.l${n} takes is not known.`;

  test.each<[readonly unknown[], string]>([
    [["HTTP"], ""],
    [["http"], ""],
    [["HTTP2", "Http2"], ""],
    [["TCP"], TCP(0)],
    [["tcp"], TCP(0)],
    [["HTTP", "TCP"], TCP(1)],
    [["GRPC"], DOUBT(0)],
    [["${var.protocol}"], DOUBT(0)],
    [[undefined], DOUBT(0)],
    [["${var.protocol}", "GRPC"], DOUBT(0)],
    [["HTTP", "GRPC", "HTTP"], DOUBT(1)],
    [["${var.protocol}", "TCP"], TCP(1)],
    [["GRPC", "HTTP", "TCP"], TCP(2)],
    [['${var.raw ? "TCP" : "HTTP"}'], TCP(0)],
    [['${var.raw ? "HTTP2" : "HTTP"}'], ""],
    [['${var.raw ? "GRPC" : "HTTP"}'], DOUBT(0)],
  ])("of %j", (protocols, expected) => {
    expect(because(listeners(...protocols))).toBe(expected);
  });

  test("of another load balancer counts for that one alone", () => {
    const other = merge(listeners("TCP"), {
      oci_load_balancer_listener: { l0: { load_balancer_id: "ocid1.loadbalancer.oc1.iad.a" } },
    });
    expect(because(other)).toBe("");
  });

  const FIX_LISTENER = "Make it an HTTP listener: a web application firewall reads no other.";

  test.each([
    ["TCP", "outside"],
    ["${var.protocol}", "unproven"],
  ])("of %s is reported at its protocol", (protocol, status) => {
    expect(found(listeners(protocol))).toEqual([
      expect.objectContaining({
        status,
        path: "/resource/oci_load_balancer_listener/l0/protocol",
        value: protocol,
        fix: FIX_LISTENER,
      }),
    ]);
  });

  test("that nothing tells of yields to a policy that keeps nobody out", () => {
    const open = merge(listeners("${var.protocol}"), {
      oci_waf_web_app_firewall_policy: { p: { request_access_control: null } },
    });
    expect(because(open)).toBe(`outside: ${P} has no request_access_control.`);
  });

  test("of TCP decides before a policy that keeps nobody out", () => {
    const open = merge(listeners("TCP"), {
      oci_waf_web_app_firewall_policy: { p: { request_access_control: null } },
    });
    expect(because(open)).toBe(TCP(0));
  });
});
