import type { Family } from "../evasion";
import { COMPARTMENT, outside, twins, withAws, withOci } from "./builders";

const RULE = "human-access-from-network-source";

export const ACCESS_POINTS: Family = {
  title: "Doors for people",
  evasions: [
    twins({
      id: "bastion-for-every-address",
      tries: "Lets sessions of a bastion start from any country.",
      make: (range: string) =>
        withOci({
          oci_bastion_bastion: {
            r: {
              compartment_id: COMPARTMENT,
              bastion_type: "STANDARD",
              target_subnet_id: "ocid1.subnet.oc1.iad.aaaa",
              client_cidr_block_allow_list: ["198.51.100.0/24", range],
            },
          },
        }),
      abroad: "0.0.0.0/0",
      home: "203.0.113.0/24",
      expected: outside(RULE),
      because: "two networks are declared",
    }),
    twins({
      id: "network-source-of-everything",
      tries: "Declares every address as a source.",
      make: (range: string) =>
        withOci({
          oci_identity_network_source: {
            r: {
              compartment_id: COMPARTMENT,
              name: "n",
              description: "d",
              public_source_list: [range],
            },
          },
        }),
      abroad: "0.0.0.0/0",
      home: "198.51.100.7/32",
      expected: outside(RULE),
      because: "one address is declared",
    }),
    twins({
      id: "desktops-for-every-address",
      tries: "Lets people sign in to desktops from any country.",
      make: (body: object) =>
        withAws({ aws_workspaces_directory: { r: { directory_id: "d-0a1b2c3d4e", ...body } } }),
      abroad: {},
      home: { ip_group_ids: ["wsipg-0a1b2c3d"] },
      expected: outside(RULE),
      because: "a group of addresses is named",
    }),
  ],
};
