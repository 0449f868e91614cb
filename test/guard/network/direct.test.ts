import { waysIn } from "./drawn";
import {
  dataNetwork,
  IGW,
  NAT,
  ociStack,
  proofOf,
  type Resources,
  routeTable,
  SERVICES,
  SGW,
  securityList,
} from "./topology";

/** Destination and gateway. */
type Route = readonly [string, string];

/** A data subnet with public addresses and an open rule, of which one interface has its own table. */
function subnetWith(...more: readonly Resources[]) {
  const proof = proofOf(
    {
      test: ociStack(
        dataNetwork(
          {
            oci_core_route_table: { data: routeTable(), own: routeTable() },
            oci_core_security_list: { data: securityList(["0.0.0.0/0"], []) },
            oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
            oci_core_instance: {
              h: {
                create_vnic_details: {
                  subnet_id: "${oci_core_subnet.data.id}",
                  route_table_id: "${oci_core_route_table.own.id}",
                },
              },
            },
          },
          ...more,
        ),
      ),
    },
    "oci_core_subnet.data",
  );
  return [...waysIn(proof), ...proof.evidence.slice(1)];
}

const table = (name: string, ...all: readonly Route[]): Resources => ({
  oci_core_route_table: { [name]: routeTable(...all) },
});

const NO_EXIT =
  "No route of oci_core_route_table.data, oci_core_route_table.own leads to an internet gateway.";
const NO_WAY =
  "No route of oci_core_route_table.data, oci_core_route_table.own leads out of its network.";
const NO_RULE_IN = "No rule of oci_core_security_list.data admits traffic from the internet.";
const NO_RULE_OUT = "No rule of oci_core_security_list.data admits traffic to the internet.";

const open = (name: string) => [
  `open: The route of oci_core_route_table.${name} to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.data admits traffic from 0.0.0.0/0. Interfaces in oci_core_subnet.data can have public addresses: it does not set prohibit_public_ip_on_vnic.`,
  ":internet Any place in the world.",
  `test:oci_core_internet_gateway.igw The route of oci_core_route_table.${name} to 0.0.0.0/0 leads to it.`,
  "test:oci_core_subnet.data Its security rules admit the traffic.",
];

describe("the internet reaches a subnet of two route tables", () => {
  test.each<[string, readonly Resources[], ...string[]]>([
    ["by neither", [], NO_EXIT, NO_WAY],
    ["by the subnet's own", [table("data", ["0.0.0.0/0", IGW])], ...open("data"), NO_RULE_OUT],
    ["by an interface's own", [table("own", ["0.0.0.0/0", IGW])], ...open("own"), NO_RULE_OUT],
    ["not by address translation", [table("own", ["0.0.0.0/0", NAT])], NO_EXIT, NO_RULE_OUT],
    [
      "not by services",
      [table("own", [SERVICES, SGW])],
      NO_EXIT,
      "Its security rules admit no traffic to where oci_core_service_gateway.sgw leads.",
    ],
    [
      "not where no rule admits it",
      [
        table("own", ["0.0.0.0/0", IGW]),
        { oci_core_security_list: { data: securityList([], []) } },
      ],
      NO_RULE_IN,
      NO_RULE_OUT,
    ],
    [
      "not by a gateway that is not known, where no rule admits it",
      [
        table("own", ["0.0.0.0/0", "${var.gateway}"]),
        { oci_core_security_list: { data: securityList([], []) } },
      ],
      NO_RULE_IN,
      "Its security rules admit no traffic to where ${var.gateway} leads.",
    ],
    [
      "by the one of several ways that is open",
      [
        table("data", ["8.8.8.0/24", IGW], ["0.0.0.0/0", IGW], ["128.0.0.0/1", IGW]),
        table("own", ["10.9.0.0/16", "${var.gateway}"]),
      ],
      "open: The route of oci_core_route_table.data to 128.0.0.0/1 leads to the internet by oci_core_internet_gateway.igw. oci_core_security_list.data admits traffic from 0.0.0.0/0. Interfaces in oci_core_subnet.data can have public addresses: it does not set prohibit_public_ip_on_vnic.",
      ":internet Any place in the world.",
      "test:oci_core_internet_gateway.igw The route of oci_core_route_table.data to 128.0.0.0/1 leads to it.",
      "test:oci_core_subnet.data Its security rules admit the traffic.",
      "Its security rules admit no traffic to where ${var.gateway} leads.",
      NO_RULE_OUT,
    ],
  ])("%s", (_by, more, ...expected) => {
    expect(subnetWith(...more)).toEqual(expected);
  });
});
