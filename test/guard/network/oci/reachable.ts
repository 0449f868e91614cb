import {
  dataNetwork,
  IGW,
  ociStack,
  proofOf,
  type Resources,
  routeTable,
  securityList,
} from "../topology";
import { lines } from "./told";

/** A data subnet with public addresses and a route to the internet, which admits nothing. */
export function reachable(...more: readonly Resources[]): Resources {
  return dataNetwork(
    {
      oci_core_route_table: { data: routeTable(["0.0.0.0/0", IGW]) },
      oci_core_security_list: { data: securityList([], []) },
      oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
    },
    ...more,
  );
}

const START =
  "the route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_internet_gateway.igw. ";
const END =
  " Interfaces in oci_core_subnet.data can have public addresses: it does not set prohibit_public_ip_on_vnic.";
const LEADS = [
  "outside: The internet can connect to oci_core_subnet.data: ",
  "unproven: Nothing proves that the internet cannot connect to oci_core_subnet.data: ",
];

/** What is said of the rules that let the internet in; empty where nothing does. */
export function admitted(resources: Resources, more: object = {}): string {
  return lines("data-subnet-unreachable", resources, more)
    .map((line) => {
      const lead = LEADS.find((each) => line.startsWith(each + START));
      return lead === undefined ? line : line.slice(lead.length + START.length).replace(END, "");
    })
    .join("\n");
}

/** What the proof of the data subnet says of it: why its role, and why there is no way. */
export function evidence(resources: Resources, more: object = {}): readonly string[] {
  return proofOf({ test: ociStack(resources, more) }, "oci_core_subnet.data").evidence;
}
