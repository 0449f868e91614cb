import {
  dataNetwork,
  merge,
  ociStack,
  proofOf,
  type Resources,
  routeTable,
  securityList,
} from "../topology";

export const id = (type: string, name: string) => `\${${type}.${name}.id}`;

export const DRG = id("oci_core_drg", "d");

/** The attachment of the VCN `name` to the gateway `d`. */
export function attachment(name: string, more: object = {}): Resources {
  const network_details = { type: "VCN", id: id("oci_core_vcn", name) };
  return { oci_core_drg_attachment: { [name]: { drg_id: DRG, network_details, ...more } } };
}

/** Another VCN, `10.<index>.0.0/16`. */
export function vcn(name: string, index: number, more: object = {}): Resources {
  return {
    oci_core_vcn: {
      [name]: { compartment_id: "c", cidr_blocks: [`10.${index}.0.0/16`], ...more },
    },
  };
}

/** A table of the VCN `name` that leads to the internet by address translation. */
export const transit = (name: string): Resources => ({
  oci_core_nat_gateway: { [name]: { vcn_id: id("oci_core_vcn", name) } },
  oci_core_route_table: { [name]: routeTable(["0.0.0.0/0", id("oci_core_nat_gateway", name)]) },
});

/** The data subnet of a VCN `v` on a dynamic routing gateway `d`, to which it routes `range`. */
export function onGateway(range: string, ...more: readonly Resources[]): Resources {
  return merge(
    dataNetwork(
      {
        oci_core_route_table: { data: routeTable([range, DRG]) },
        oci_core_security_list: { data: securityList(["10.0.0.0/8"], ["0.0.0.0/0"]) },
        oci_core_drg: { d: { compartment_id: "c" } },
      },
      attachment("v"),
    ),
    ...more,
  );
}

/** The ways out of the data subnet: verdict, stations after the subnet, and why. */
export function waysOut(resources: Resources, more: object = {}) {
  const { outbound } = proofOf({ test: ociStack(resources, more) }, "oci_core_subnet.data");
  return outbound.map(({ verdict, hops, evidence }) => ({
    verdict,
    hops: hops.slice(1).map(({ address, says }) => `${address}: ${says}`),
    evidence,
  }));
}

/** Addresses of the last stations of the ways out. */
export function reached(resources: Resources, more: object = {}): readonly string[] {
  const { outbound } = proofOf({ test: ociStack(resources, more) }, "oci_core_subnet.data");
  return outbound.map(({ hops }) => hops.at(-1)?.address ?? "").sort();
}
