import { merge, type Resources } from "../topology";
import { id } from "./joined";
import { admitted, evidence, reachable } from "./reachable";
import { told } from "./told";

const NSG = "oci_core_network_security_group";
const RULE = `${NSG}_security_rule`;
const LIST = "oci_core_security_list.data";
const ANY = { protocol: "6", source: "0.0.0.0/0" };

const NOTHING = (name: string) => `No rule of ${name} admits traffic from the internet.`;
const unknown = (name: string, reason: string) =>
  `What ${name} admits traffic from is not known: ${reason}.`;

describe("the lists of a subnet", () => {
  const listed = (security_list_ids: unknown, ...more: readonly Resources[]): Resources =>
    merge(reachable(...more), { oci_core_subnet: { data: { security_list_ids } } });
  const DEFAULT_ID = "${oci_core_vcn.v.default_security_list_id}";
  const managed = (source: string): Resources => ({
    oci_core_default_security_list: {
      d: {
        manage_default_resource_id: DEFAULT_ID,
        ingress_security_rules: { protocol: "6", source },
      },
    },
  });
  const UNTOUCHED =
    "the default security list of oci_core_vcn.v, as Oracle creates it admits traffic from 0.0.0.0/0.";
  const MANAGED = "oci_core_default_security_list.d admits traffic from 0.0.0.0/0.";

  test.each<[string, unknown]>([
    ["are none", null],
    ["are an empty list", []],
    ["are named by the attribute of the VCN", [DEFAULT_ID]],
  ])("are Oracle's default one where they %s, or what manages that", (_what, ids) => {
    expect(admitted(listed(ids))).toBe(UNTOUCHED);
    expect(admitted(listed(ids, managed("0.0.0.0/0")))).toBe(MANAGED);
    expect(admitted(listed(ids, managed("10.0.0.0/8")))).toBe("");
  });

  test("are reported at the subnet where Oracle's default list lets the internet in", () => {
    expect(told("data-subnet-unreachable", listed(null))).toEqual([
      expect.objectContaining({ path: "/resource/oci_core_subnet/data", value: "" }),
    ]);
  });

  test("are a default list that is named by what manages it", () => {
    const ids = [id("oci_core_default_security_list", "d")];
    expect(admitted(listed(ids, managed("0.0.0.0/0")))).toBe(MANAGED);
  });

  test("let Oracle's default list send everything out", () => {
    const out = told("data-subnet-egress-inside", listed(null)).map(({ message }) => message);
    expect(out).toEqual([
      "Data can leave oci_core_subnet.data for any place in the world: the route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. the default security list of oci_core_vcn.v, as Oracle creates it admits traffic to 0.0.0.0/0.",
    ]);
  });

  test.each<[string, unknown, string]>([
    [
      "an OCID",
      ["ocid1.securitylist.oc1.iad.a"],
      "ocid1.securitylist.oc1.iad.a is not in the input",
    ],
    ["a variable", ["${var.list}"], "var.list is not declared"],
    ["a block of another type", [id("oci_core_vcn", "v")], "oci_core_vcn.v is not in the input"],
    [
      "a data source",
      ["${data.oci_core_security_lists.all.security_lists[0].id}"],
      "data.oci_core_security_lists.all is not in the input",
    ],
    [
      "a data source of the name of a resource",
      ["${data.oci_core_security_list.one.id}"],
      "data.oci_core_security_list.one is not in the input",
    ],
  ])("are not known where one is %s", (_what, ids, reason) => {
    const data = {
      oci_core_security_lists: { all: { compartment_id: "c" } },
      oci_core_security_list: { one: { compartment_id: "c" } },
    };
    expect(admitted(listed(ids), { data })).toBe(unknown("its security list", reason));
  });

  test("are reported at the argument where one is not known", () => {
    expect(told("data-subnet-unreachable", listed(["${var.list}"]))).toEqual([
      expect.objectContaining({
        status: "unproven",
        path: "/resource/oci_core_subnet/data/security_list_ids",
        value: '["${var.list}"]',
      }),
    ]);
  });

  test.each<[string, unknown, string]>([
    ["default list, of a VCN elsewhere", null, "ocid1.vcn.oc1.iad.a"],
    ["default list, of a VCN that is looked up", null, "${data.oci_core_vcn.far.id}"],
    [
      "default list of a VCN that is looked up, by its attribute",
      ["${data.oci_core_vcn.far.default_security_list_id}"],
      id("oci_core_vcn", "v"),
    ],
  ])("are not known where they are the %s", (_what, security_list_ids, vcn_id) => {
    const data = { oci_core_vcn: { far: { vcn_id: "ocid1.vcn.oc1.iad.a" } } };
    const resources = merge(reachable(), {
      oci_core_subnet: { data: { security_list_ids, vcn_id } },
    });
    expect(admitted(resources, { data })).toBe(
      unknown("the default security list of its VCN", "the VCN is not in the input"),
    );
    expect(told("data-subnet-unreachable", resources, { data })).toEqual([
      expect.objectContaining({ path: "/resource/oci_core_subnet/data", value: "" }),
    ]);
  });
});

describe("the rules of a list", () => {
  const ruled = (ingress_security_rules: unknown, more: object = {}): Resources =>
    reachable({ oci_core_security_list: { data: { ingress_security_rules, ...more } } });

  test("are not known where an expression makes them", () => {
    const resources = ruled("${local.rules}");
    expect(admitted(resources)).toBe(unknown(LIST, "an expression makes its rules"));
    expect(told("data-subnet-unreachable", resources)).toEqual([
      expect.objectContaining({
        path: "/resource/oci_core_security_list/data/ingress_security_rules",
        value: "${local.rules}",
      }),
    ]);
  });

  test("are those that are written, and what an expression may add", () => {
    expect(admitted(ruled([{ protocol: "6", source: "10.0.0.0/8" }, "${local.more}"]))).toBe(
      unknown(LIST, "an expression makes its rules"),
    );
    expect(admitted(ruled([ANY, "${local.more}"]))).toBe(`${LIST} admits traffic from 0.0.0.0/0.`);
  });

  test("admit nothing where only what goes out is an expression", () => {
    const resources = ruled([], { egress_security_rules: "${local.rules}" });
    expect(admitted(resources)).toBe("");
    expect(evidence(resources)).toContain(NOTHING(LIST));
  });
});

describe("reports of undeliverable packets", () => {
  const icmp = (protocol: unknown, ...types: readonly unknown[]) => ({
    protocol,
    icmp_options: types.map((type) => ({ type })),
  });
  const said = (rule: object) =>
    admitted(
      reachable({
        oci_core_security_list: {
          data: { ingress_security_rules: { source: "0.0.0.0/0", ...rule } },
        },
      }),
    );

  test.each<[string, object]>([
    ["by ICMP", icmp("1", 3)],
    ["by ICMP, in a text", icmp("1", "3")],
    ["by ICMP, as a number", icmp(1, 3)],
    ["by ICMP for IPv6, unreachable", icmp("58", 1)],
    ["by ICMP for IPv6, too big", icmp("58", 2)],
    ["by ICMP for IPv6, of either type", icmp("58", '${var.x ? "1" : "2"}')],
  ])("are no way in %s", (_how, rule) => {
    expect(said(rule)).toBe("");
  });

  test.each<[string, object]>([
    ["echo requests", icmp("1", 8)],
    ["echo requests of IPv6", icmp("58", 128)],
    ["a type of IPv6 in ICMP", icmp("1", 1)],
    ["a type of ICMP in IPv6", icmp("58", 3)],
    ["the same number in TCP", icmp("6", 3)],
    ["all of ICMP", { protocol: "1" }],
    ["all of ICMP, by an empty list", icmp("1")],
    ["ICMP without a type", icmp("1", undefined)],
    ["ICMP of a type that is a variable", icmp("1", "${var.type}")],
    ["ICMP of one of two types", icmp("1", '${var.x ? "3" : "8"}')],
    ["two types of ICMP", icmp("1", 3, 8)],
    ["ICMP or TCP", icmp('${var.x ? "1" : "6"}', 3)],
    ["a protocol that is a variable", icmp("${var.protocol}", 3)],
    ["no protocol", icmp(undefined, 3)],
    ["ICMP by an expression", { protocol: "1", icmp_options: "${local.options}" }],
    ["ICMP, partly by an expression", { protocol: "1", icmp_options: [{ type: 3 }, "${local.o}"] }],
  ])("are not %s", (_what, rule) => {
    expect(said(rule)).toBe(`${LIST} admits traffic from 0.0.0.0/0.`);
  });
});

describe("a rule of a group", () => {
  const G = `${NSG}.g`;
  const grouped = (rule: object, nsg_ids: unknown = [id(NSG, "g")]): Resources =>
    reachable({
      [NSG]: { g: { compartment_id: "c" }, other: { compartment_id: "c" } },
      [RULE]: {
        r: {
          network_security_group_id: id(NSG, "g"),
          direction: "INGRESS",
          protocol: "6",
          source: "0.0.0.0/0",
          ...rule,
        },
      },
      oci_mysql_mysql_db_system: { db: { nsg_ids } },
    });
  const IN = `${G} admits traffic from 0.0.0.0/0.`;

  test.each<[string, object, string]>([
    ["lets in", {}, IN],
    ["may let in, by a variable", { direction: "${var.direction}" }, IN],
    ["lets in or out", { direction: '${var.x ? "EGRESS" : "INGRESS"}' }, IN],
    ["has no direction", { direction: null }, IN],
    ["lets out", { direction: "EGRESS", destination: "0.0.0.0/0" }, ""],
    ["lets in by its other group", { network_security_group_id: id(NSG, "other") }, ""],
    ["lets in by a group elsewhere", { network_security_group_id: "ocid1.nsg.x" }, ""],
    [
      "lets in a type of source that a variable gives",
      { source_type: "${var.type}" },
      unknown(G, "its source_type is known only when Terraform runs"),
    ],
    ["lets in reports of undeliverable packets", { protocol: "1", icmp_options: { type: 3 } }, ""],
  ])("that %s", (_what, rule, expected) => {
    expect(admitted(grouped(rule))).toBe(expected);
  });

  test("is reported at its source where that is in the file of the subnet", () => {
    expect(told("data-subnet-unreachable", grouped({}))).toEqual([
      expect.objectContaining({ path: `/resource/${RULE}/r/source`, value: "0.0.0.0/0" }),
    ]);
  });

  test.each([
    ["EGRESS", ["outside"]],
    ["${var.direction}", ["outside"]],
    ["INGRESS", []],
  ])("of direction %s lets out", (direction, expected) => {
    const out = grouped({ direction, source: "10.0.0.0/8", destination: "0.0.0.0/0" });
    expect(told("data-subnet-egress-inside", out).map(({ status }) => status)).toEqual(expected);
  });

  test("whose destination is of a type that a variable gives lets out what nothing tells", () => {
    const out = grouped({
      direction: "EGRESS",
      destination: "0.0.0.0/0",
      destination_type: "${var.type}",
    });
    expect(told("data-subnet-egress-inside", out).map(({ message }) => message)).toEqual([
      `Nothing proves that data cannot leave oci_core_subnet.data for a place outside: the route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. What ${G} admits traffic to is not known: its destination_type is known only when Terraform runs.`,
    ]);
  });

  const UNKNOWN = (reason: string) => unknown("a network security group", reason);

  test.each<[string, unknown, string]>([
    ["an OCID", ["ocid1.nsg.x"], UNKNOWN("the security group ocid1.nsg.x is not in the input")],
    ["a variable", ["${var.group}"], UNKNOWN("var.group is not declared")],
    [
      "a block of another type",
      [id("oci_core_vcn", "v")],
      UNKNOWN("the security group oci_core_vcn.v is not in the input"),
    ],
    [
      "a data source",
      [`\${data.${NSG}.far.id}`],
      UNKNOWN(`the security group data.${NSG}.far is not in the input`),
    ],
    ["none", [], ""],
  ])("is not known where the group is %s", (_what, nsg_ids, expected) => {
    const data = { [NSG]: { far: { network_security_group_id: "ocid1.nsg.x" } } };
    const resources = grouped({}, nsg_ids);
    expect(admitted(resources, { data })).toBe(expected);
    const found = told("data-subnet-unreachable", resources, { data });
    // Of the interface's own block: no argument of the subnet says it.
    expect(found.map(({ path, value }) => [path, value])).toEqual(
      expected === "" ? [] : [["/resource/oci_mysql_mysql_db_system/db", ""]],
    );
  });
});
