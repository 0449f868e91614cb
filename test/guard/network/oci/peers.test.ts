import type { Resources } from "../topology";
import { id } from "./joined";
import { admitted, evidence, reachable } from "./reachable";

const NSG = "oci_core_network_security_group";
const LIST = "oci_core_security_list.data";

/** The data subnet admits what `rule` says, over TCP. */
const admitting = (rule: object): Resources =>
  reachable({
    oci_core_security_list: { data: { ingress_security_rules: { protocol: "6", ...rule } } },
    [NSG]: { g: { compartment_id: "c" } },
  });
const DATA = {
  oci_core_subnets: { all: { compartment_id: "c" } },
  oci_core_subnet: { one: { subnet_id: "s" } },
  oci_core_vcns: { all: { compartment_id: "c" } },
  oci_core_vcn: { one: { vcn_id: "v" } },
  oci_core_subnet_pools: { all: { compartment_id: "c" } },
  oci_core_services: { all: {} },
};
const said = (rule: object) => admitted(admitting(rule), { data: DATA });
const unknown = (reason: string) => `What ${LIST} admits traffic from is not known: ${reason}.`;
const only = (source: unknown, source_type?: unknown) => ({ source, source_type });

describe("the source of a rule", () => {
  const ANY = `${LIST} admits traffic from 0.0.0.0/0.`;

  test.each<[string, object, string]>([
    ["a range", only("0.0.0.0/0"), ANY],
    ["a range of the type that there is by default", only("0.0.0.0/0", "CIDR_BLOCK"), ANY],
    ["a range whose type is null", only("0.0.0.0/0", null), ANY],
    ["a range whose type is an expression", only("0.0.0.0/0", '${"CIDR_BLOCK"}'), ANY],
    ["a range by an expression", only('${"0.0.0.0/0"}'), ANY],
    ["one of two ranges", only('${var.x ? "10.0.0.0/8" : "0.0.0.0/0"}'), ANY],
    ["a list of ranges", only(["10.0.0.0/8", "0.0.0.0/0"]), ANY],
    ["a private range", only("10.0.0.0/8"), ""],
    ["what is no range", only("office"), unknown('"office" is no CIDR block')],
    ["an empty text", only(""), unknown('"" is no CIDR block')],
    ["a variable", only("${var.range}"), unknown("var.range is not declared")],
    [
      "a range of a type that a variable gives",
      only("10.0.0.0/8", "${var.type}"),
      unknown("its source_type is known only when Terraform runs"),
    ],
    [
      "a range of one of two types",
      only("0.0.0.0/0", '${var.x ? "SERVICE_CIDR_BLOCK" : "CIDR_BLOCK"}'),
      ANY,
    ],
    ["nothing", {}, ""],
  ])("is %s", (_what, rule, expected) => {
    expect(said(rule)).toBe(expected);
  });

  test.each([
    "${oci_core_vcn.v.ipv6cidr_blocks[0]}",
    "${oci_core_subnet.data.ipv6cidr_block}",
    "${data.oci_core_vcn.one.cidr_block}",
    "${data.oci_core_vcns.all.virtual_networks[0].cidr_block}",
    "${data.oci_core_subnet.one.cidr_block}",
    "${data.oci_core_subnets.all.subnets[0].cidr_block}",
  ])("is the range of a network, which is not the internet: %s", (source) => {
    expect(said(only(source))).toBe("");
    expect(evidence(admitting(only(source)), { data: DATA })).toContain(
      `No rule of ${LIST} admits traffic from the internet.`,
    );
  });

  test.each([
    ["${oci_core_vcn.v.id}", "oci_core_vcn.v"],
    ["${data.oci_core_subnets.all.subnets[0].id}", "data.oci_core_subnets.all"],
    ["${oci_mysql_mysql_db_system.db.ip_address}", "oci_mysql_mysql_db_system.db"],
    ["${oci_mysql_mysql_db_system.db.cidr_block}", "oci_mysql_mysql_db_system.db"],
    ["${data.oci_core_subnet_pools.all.cidr_block}", "data.oci_core_subnet_pools.all"],
  ])("has addresses that only the run tells: %s", (source, name) => {
    expect(said(only(source))).toBe(unknown(`${name} has its addresses only when Terraform runs`));
  });

  test.each<[string, string]>([
    ["a label", "all-iad-services-in-oracle-services-network"],
    ["a label of a region outside", "all-fra-services-in-oracle-services-network"],
    ["what a data source finds", "${data.oci_core_services.all.services[0].cidr_block}"],
    ["a variable", "${var.services}"],
  ])("is services and not the internet, by %s", (_what, source) => {
    expect(said(only(source, "SERVICE_CIDR_BLOCK"))).toBe("");
    expect(said(only(source, "service_cidr_block"))).toBe("");
  });

  test.each<[string, string]>([
    [id(NSG, "g"), ""],
    [
      "ocid1.networksecuritygroup.oc1.iad.a",
      unknown(
        "the network security group ocid1.networksecuritygroup.oc1.iad.a is not in the input",
      ),
    ],
    ["${var.group}", unknown("var.group is not declared")],
  ])("is a group: %s", (source, expected) => {
    expect(said(only(source, "NETWORK_SECURITY_GROUP"))).toBe(expected);
    expect(said(only(source, "network_security_group"))).toBe(expected);
  });
});
