import { merge, NAT, type Resources, routeTable, securityList, subnet } from "../topology";
import { id, onGateway, reached, waysOut } from "./joined";

const FIREWALL = "oci_network_firewall_network_firewall";
const POLICY = "oci_network_firewall_network_firewall_policy";
const RULE = `${POLICY}_security_rule`;
const IP = "oci_core_private_ip";

/** The data subnet routes everything to `entity`; the subnet `out` leads on to the internet. */
const sentTo = (entity: string, ...more: readonly Resources[]): Resources =>
  onGateway(
    "0.0.0.0/0",
    {
      oci_core_route_table: {
        data: routeTable(["0.0.0.0/0", entity]),
        out: routeTable(["0.0.0.0/0", NAT]),
      },
      oci_core_security_list: { out: securityList([], []) },
      oci_core_subnet: { out: subnet("out", 5, { prohibit_public_ip_on_vnic: true }) },
    },
    ...more,
  );
const OUT = id("oci_core_subnet", "out");
const start = (name: string) =>
  `${name}: The route of oci_core_route_table.data to 0.0.0.0/0 leads to it.`;
const VIA = [
  "oci_core_nat_gateway.nat: The route of oci_core_route_table.out to 0.0.0.0/0 leads to it.",
  "internet: Any place in the world.",
];
const ADMITTED = " oci_core_security_list.data admits traffic to 0.0.0.0/0.";
const OPEN =
  "The route of oci_core_route_table.out to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat.";

/** The one way out, by `name` and on to the internet. */
const onward = (name: string, verdict = "open", evidence = OPEN) => [
  { verdict, hops: [start(name), ...VIA], evidence: evidence + ADMITTED },
];
/** A way that ends at `name`: where that sends things on to is not known. */
const lost = (name: string, reason: string) => [
  {
    verdict: "unproven",
    hops: [start(name)],
    evidence: `Nothing tells where its routes lead: ${reason}.`,
  },
];
/** A way that ends where nothing tells what the private address is. */
const unknown = (entity: string, name: string) => [
  {
    verdict: "unproven",
    hops: [start(entity)],
    evidence: `Nothing tells where the route of oci_core_route_table.data to 0.0.0.0/0 leads: what ${name} leads to is not in the input.`,
  },
];

const ADDRESS = id(IP, "ip");

describe("a private address", () => {
  const HOST = { create_vnic_details: { subnet_id: OUT } };
  const owned = (ip: object, ...more: readonly Resources[]) =>
    sentTo(ADDRESS, { [IP]: { ip } }, ...more);

  test.each<[string, object, Resources, string]>([
    [
      "a host, by its interface",
      { vnic_id: id("oci_core_instance", "h") },
      { oci_core_instance: { h: HOST } },
      "oci_core_instance.h",
    ],
    [
      "a host, by its address",
      { ip_address: "${oci_core_instance.h.private_ip}" },
      { oci_core_instance: { h: HOST } },
      "oci_core_instance.h",
    ],
    [
      "a host whose subnet is written as it was before",
      { vnic_id: id("oci_core_instance", "h") },
      { oci_core_instance: { h: { subnet_id: OUT } } },
      "oci_core_instance.h",
    ],
    [
      "a second interface",
      { vnic_id: "${oci_core_vnic_attachment.a.vnic_id}" },
      { oci_core_vnic_attachment: { a: HOST } },
      "oci_core_vnic_attachment.a",
    ],
    [
      "a host that another address names",
      { vnic_id: id(IP, "other") },
      {
        oci_core_instance: { h: HOST },
        [IP]: { other: { vnic_id: id("oci_core_instance", "h") } },
      },
      "oci_core_instance.h",
    ],
    ["nobody that is known, in a known subnet", { subnet_id: OUT }, {}, `${IP}.ip`],
    [
      "what the input does not hold, in a known subnet",
      { vnic_id: "ocid1.vnic.oc1.iad.a", subnet_id: OUT },
      {},
      `${IP}.ip`,
    ],
    [
      "what is no host, in a known subnet",
      { vnic_id: id("oci_core_vcn", "v"), subnet_id: OUT },
      {},
      `${IP}.ip`,
    ],
  ])("of %s leads on by that subnet's table", (_whose, ip, more, name) => {
    expect(waysOut(owned(ip, more))).toEqual(onward(name));
  });

  test("of a host in two subnets leads on by both tables", () => {
    const two = owned(
      { vnic_id: id("oci_core_instance", "h") },
      {
        oci_core_instance: {
          h: { subnet_id: OUT, create_vnic_details: { subnet_id: "ocid1.subnet.oc1.iad.a" } },
        },
      },
    );
    expect(waysOut(two).map(({ verdict }) => verdict)).toEqual(["open", "unproven"]);
  });

  test.each<[string, object, Resources]>([
    ["nobody", {}, {}],
    ["itself", { vnic_id: ADDRESS }, {}],
    [
      "an address that names it in turn",
      { vnic_id: id(IP, "other") },
      { [IP]: { other: { vnic_id: ADDRESS } } },
    ],
    ["what the input does not hold", { vnic_id: "ocid1.vnic.oc1.iad.a" }, {}],
    ["what is no host", { vnic_id: id("oci_core_vcn", "v") }, {}],
    ["nobody in no subnet", { subnet_id: null }, {}],
    // Other types whose names begin or end alike.
    [
      "a configuration of hosts",
      { vnic_id: id("oci_core_instance_configuration", "h") },
      { oci_core_instance_configuration: { h: HOST } },
    ],
  ])("of %s leads to what nothing proves", (_whose, ip, more) => {
    expect(waysOut(owned(ip, more))).toEqual(unknown(ADDRESS, `${IP}.ip`));
  });

  test("that a data source finds is whose the data source says", () => {
    const entity = "${data.oci_core_private_ips.all.private_ips[0].id}";
    const data = { oci_core_private_ips: { all: { ip_address: "10.0.5.9", subnet_id: OUT } } };
    expect(waysOut(sentTo(entity), { data })).toEqual(onward("data.oci_core_private_ips.all"));
  });

  test.each<[string, string, object]>([
    [
      "a firewall",
      "${data.oci_network_firewall_network_firewall.far.ipv4address}",
      { [FIREWALL]: { far: { network_firewall_id: "ocid1.networkfirewall.oc1.iad.a" } } },
    ],
    [
      "a host",
      "${data.oci_core_instance.far.private_ip}",
      { oci_core_instance: { far: { instance_id: "ocid1.instance.oc1.iad.a" } } },
    ],
  ])(
    "of %s that another configuration makes leads to what nothing proves",
    (_what, ip_address, data) => {
      expect(waysOut(owned({ ip_address }), { data })).toEqual(unknown(ADDRESS, `${IP}.ip`));
    },
  );
});

describe("the subnet of a host", () => {
  const inSubnet = (subnet_id: unknown, more: object = {}, ...resources: readonly Resources[]) =>
    waysOut(
      sentTo(
        ADDRESS,
        {
          [IP]: { ip: { vnic_id: id("oci_core_instance", "h") } },
          oci_core_instance: { h: { create_vnic_details: { subnet_id } } },
        },
        ...resources,
      ),
      more,
    );
  const H = "oci_core_instance.h";

  test.each<[string, unknown, string]>([
    [
      "is not written",
      null,
      `which route table it has is not known: the subnet of ${H} is not in the input`,
    ],
    [
      "is an OCID",
      "ocid1.subnet.oc1.iad.a",
      "the route table ocid1.subnet.oc1.iad.a is not in the input",
    ],
    [
      "is a variable",
      "${var.subnet}",
      "which route table it has is not known: var.subnet is not declared",
    ],
    [
      "is a block of another type",
      id("oci_core_vcn", "v"),
      "the route table oci_core_vcn.v is not in the input",
    ],
    [
      "is found by a data source",
      "${data.oci_core_subnet.far.id}",
      "the route table data.oci_core_subnet.far is not in the input",
    ],
  ])("leads to what nothing proves where it %s", (_what, subnet_id, reason) => {
    const data = { oci_core_subnet: { far: { subnet_id: "ocid1.subnet.oc1.iad.a" } } };
    expect(inSubnet(subnet_id, { data })).toEqual(lost(H, reason));
  });

  test("leads on by the default table of its VCN where it names none", () => {
    const table: Resources = {
      oci_core_subnet: { out: { route_table_id: null } },
      oci_core_default_route_table: {
        d: {
          ...routeTable(["0.0.0.0/0", NAT]),
          manage_default_resource_id: "${oci_core_vcn.v.default_route_table_id}",
        },
      },
    };
    expect(inSubnet(OUT, {}, table).map(({ hops }) => hops.at(-1))).toEqual([VIA[1]]);
  });

  test("leads to what nothing proves where it names neither a table nor a VCN", () => {
    const bare: Resources = { oci_core_subnet: { out: { route_table_id: null, vcn_id: null } } };
    expect(inSubnet(OUT, {}, bare)).toEqual(
      lost(H, "its network, whose route table it has, is not in the input"),
    );
  });
});

describe("a network firewall", () => {
  const POLICY_ID = id(POLICY, "p");
  const behind = (firewall: object, ...rules: readonly object[]): Resources =>
    sentTo(ADDRESS, {
      [IP]: { ip: { ip_address: `\${${FIREWALL}.fw.ipv4address}` } },
      [FIREWALL]: { fw: { subnet_id: OUT, network_firewall_policy_id: POLICY_ID, ...firewall } },
      [POLICY]: { p: { compartment_id: "c" }, q: { compartment_id: "c" } },
      [RULE]: Object.fromEntries(
        rules.map((rule, index) => [
          `r${index}`,
          { network_firewall_policy_id: POLICY_ID, action: "ALLOW", ...rule },
        ]),
      ),
    });
  const F = `${FIREWALL}.fw`;
  const LISTED = `${F} lets out what its policy lists, and nothing tells where that is.`;
  const SOME = onward(F, "unproven", LISTED);
  const ALL = onward(F);
  const listed = (condition: unknown) => ({ condition });

  test.each<[string, readonly object[], object]>([
    ["nothing, without a rule", [], []],
    ["nothing, by a rule that drops", [{ action: "DROP" }], []],
    ["nothing, by a rule that rejects", [{ action: "REJECT" }], []],
    ["nothing, by a rule that does either", [{ action: '${var.x ? "DROP" : "REJECT"}' }], []],
    ["nothing, by rules of another policy", [{ network_firewall_policy_id: id(POLICY, "q") }], []],
    ["nothing, by rules of a policy elsewhere", [{ network_firewall_policy_id: "ocid1.x.y" }], []],
    ["everything, by a rule without a condition", [{}], ALL],
    ["everything, by a rule with an empty condition", [listed({})], ALL],
    ["everything, by a rule that may drop", [{ action: '${var.x ? "DROP" : "ALLOW"}' }], ALL],
    ["everything, by a rule of which nothing tells", [{ action: "${var.action}" }], ALL],
    ["everything, by a rule without an action", [{ action: null }], ALL],
    ["everything, by a rule that inspects", [{ action: "INSPECT" }], ALL],
    ["everything, by a condition that is an expression", [listed("${local.condition}")], ALL],
    [
      "everything, by a condition of which an expression makes some",
      [listed([{ url: ["updates"] }, "${local.more}"])],
      ALL,
    ],
    ["everything, by an empty list of URLs", [listed({ url: [] })], ALL],
    ["everything, by an empty URL", [listed({ url: "" })], ALL],
    ["everything, by a list of sources", [listed({ source_address: ["app"] })], ALL],
    ["some, by a list of URLs", [listed({ url: ["updates"] })], SOME],
    ["some, by a list of URLs that is an expression", [listed({ url: "${local.urls}" })], SOME],
    ["some, by a list of destinations", [listed({ destination_address: ["partner"] })], SOME],
    ["some, by a list in one of two conditions", [listed([{}, { url: ["updates"] }])], SOME],
    ["some, by one of two rules", [{ action: "DROP" }, listed({ url: ["updates"] })], SOME],
    ["everything, by one of two rules", [listed({ url: ["updates"] }), {}], ALL],
  ])("lets out %s", (_what, rules, expected) => {
    expect(waysOut(behind({}, ...rules))).toEqual(expected);
  });

  test.each<[string, unknown, object]>([
    ["is an OCID", "ocid1.networkfirewallpolicy.oc1.iad.a", SOME],
    ["is a variable", "${var.policy}", SOME],
    ["is not written", null, SOME],
    ["is found by a data source", `\${data.${POLICY}.far.id}`, SOME],
    ["is one of two that let out nothing", `\${var.x ? ${POLICY}.p.id : ${POLICY}.q.id}`, []],
    ["is one of the input or an OCID", `\${var.x ? ${POLICY}.p.id : "ocid1.x.y"}`, SOME],
  ])("lets out what its policy does, which %s", (_what, network_firewall_policy_id, expected) => {
    const data = { [POLICY]: { far: { network_firewall_policy_id: "ocid1.x.y" } } };
    expect(waysOut(behind({ network_firewall_policy_id }), { data })).toEqual(expected);
  });

  test("lets out everything where one of its two policies does", () => {
    const either = { network_firewall_policy_id: `\${var.x ? ${POLICY}.q.id : ${POLICY}.p.id}` };
    expect(waysOut(behind(either, {}))).toEqual(ALL);
  });

  test("leads to what nothing proves where its subnet is not written", () => {
    expect(waysOut(behind({ subnet_id: null }, {}))).toEqual(
      lost(F, `which route table it has is not known: the subnet of ${F} is not in the input`),
    );
  });

  test("is where a route leads that names it itself", () => {
    const direct = merge(behind({}, {}), {
      oci_core_route_table: { data: routeTable(["0.0.0.0/0", id(FIREWALL, "fw")]) },
    });
    expect(reached(direct)).toEqual(["internet"]);
  });
});
