import type { Family } from "../evasion";
import {
  COMPARTMENT,
  ociResource,
  outside,
  twins,
  unproven,
  withAws,
  withAwsAnd,
  withOci,
} from "./builders";

const ARGUMENT = "argument-inside";
const FLOW = "flow-inside";

const aws = (type: string, body: object) => withAws({ [type]: { r: body } });

export const PEERING: Family = {
  title: "Peerings and networks of other regions",
  evasions: [
    twins({
      id: "remote-peering-region-abroad",
      tries: "Joins the network to one in a region abroad.",
      make: (peer_region_name: string) =>
        ociResource("oci_core_remote_peering_connection", {
          drg_id: "ocid1.drg.oc1.iad.aaaa",
          peer_id: "ocid1.remotepeeringconnection.oc1.phx.aaaa",
          peer_region_name,
        }),
      abroad: "uk-london-1",
      home: "us-phoenix-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_core_remote_peering_connection/r/peer_region_name",
      ),
      because: "the peer is in Phoenix",
    }),
    twins({
      id: "remote-peering-id-abroad",
      tries: "Names an allowed peer region beside a peer whose OCID is abroad.",
      make: (key: string) =>
        ociResource("oci_core_remote_peering_connection", {
          drg_id: "ocid1.drg.oc1.iad.aaaa",
          peer_id: `ocid1.remotepeeringconnection.oc1.${key}.aaaa`,
          peer_region_name: "us-chicago-1",
        }),
      abroad: "ams",
      home: "ord",
      expected: outside(ARGUMENT, "/resource/oci_core_remote_peering_connection/r/peer_id"),
      because: "both say Chicago",
    }),
    twins({
      id: "remote-peering-id-unknown",
      tries: "Leaves the peer to a variable.",
      make: (peer_id: string) =>
        withOci(
          {
            oci_core_remote_peering_connection: {
              a: { compartment_id: COMPARTMENT, drg_id: "ocid1.drg.oc1.iad.aaaa" },
              r: { compartment_id: COMPARTMENT, drg_id: "ocid1.drg.oc1.iad.bbbb", peer_id },
            },
          },
          { variable: { peer: {} } },
        ),
      abroad: "${var.peer}",
      home: "${oci_core_remote_peering_connection.a.id}",
      expected: unproven(FLOW, "/resource/oci_core_remote_peering_connection/r/peer_id"),
      because: "the peer is of the same stack",
    }),
    twins({
      id: "drg-attachment-abroad",
      tries: "Attaches a network that its OCID places abroad.",
      make: (id: string) =>
        ociResource("oci_core_drg_attachment", {
          drg_id: "ocid1.drg.oc1.iad.aaaa",
          network_details: { type: "REMOTE_PEERING_CONNECTION", id },
        }),
      abroad: "ocid1.remotepeeringconnection.oc1.ap-melbourne-1.aaaa",
      home: "ocid1.remotepeeringconnection.oc1.iad.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_core_drg_attachment/r/network_details/id"),
      because: "it is of Ashburn",
    }),
    twins({
      id: "service-gateway-abroad",
      tries: "Routes to Oracle's services of a region abroad.",
      make: (destination: string) =>
        ociResource("oci_core_route_table", {
          vcn_id: "ocid1.vcn.oc1.iad.aaaa",
          route_rules: {
            destination,
            destination_type: "SERVICE_CIDR_BLOCK",
            network_entity_id: "ocid1.servicegateway.oc1.iad.aaaa",
          },
        }),
      abroad: "all-fra-services-in-oracle-services-network",
      home: "all-iad-services-in-oracle-services-network",
      expected: outside(ARGUMENT, "/resource/oci_core_route_table/r/route_rules/destination"),
      because: "the services of Ashburn",
    }),
    twins({
      id: "aws-vpc-peering-abroad",
      tries: "Peers with a network in a region abroad.",
      make: (peer_region: string) =>
        aws("aws_vpc_peering_connection", {
          vpc_id: "vpc-0a1b2c3d",
          peer_vpc_id: "vpc-9a8b7c6d",
          peer_region,
        }),
      abroad: "eu-west-1",
      home: "us-west-2",
      expected: outside(ARGUMENT, "/resource/aws_vpc_peering_connection/r/peer_region"),
      because: "the peer is in Oregon",
    }),
    twins({
      id: "aws-vpc-peering-unknown",
      tries: "Asks a data source for the peer's region, whose provider stands abroad.",
      make: (region: string) =>
        withAwsAnd(
          region,
          {
            aws_vpc_peering_connection: {
              r: {
                vpc_id: "vpc-0a1b2c3d",
                peer_vpc_id: "vpc-9a8b7c6d",
                peer_region: "${data.aws_region.peer.region}",
              },
            },
          },
          { data: { aws_region: { peer: { provider: "aws.other" } } } },
        ),
      abroad: "ap-southeast-3",
      home: "us-west-1",
      expected: outside(FLOW, "/resource/aws_vpc_peering_connection/r/peer_region"),
      because: "the other provider is in California",
    }),
    twins({
      id: "aws-transit-gateway-peering-abroad",
      tries: "Peers a transit gateway with one abroad.",
      make: (peer_region: string) =>
        withAws({
          aws_ec2_transit_gateway: { b: { description: "b" } },
          aws_ec2_transit_gateway_peering_attachment: {
            r: {
              transit_gateway_id: "tgw-0a1b2c3d",
              peer_transit_gateway_id: "${aws_ec2_transit_gateway.b.id}",
              peer_region,
            },
          },
        }),
      abroad: "sa-east-1",
      home: "us-east-2",
      expected: outside(
        ARGUMENT,
        "/resource/aws_ec2_transit_gateway_peering_attachment/r/peer_region",
      ),
      because: "the peer is in Ohio",
    }),
    twins({
      id: "aws-endpoint-service-abroad",
      tries: "Reaches a service of a region abroad by an interface endpoint.",
      make: (region: string) =>
        aws("aws_vpc_endpoint", {
          vpc_id: "vpc-0a1b2c3d",
          vpc_endpoint_type: "Interface",
          service_name: `com.amazonaws.${region}.sqs`,
        }),
      abroad: "eu-west-2",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_vpc_endpoint/r/service_name"),
      because: "the service of N. Virginia",
    }),
    twins({
      id: "aws-endpoint-service-region-abroad",
      tries: "Names the other region in service_region, and a service without one.",
      make: (service_region: string) =>
        aws("aws_vpc_endpoint", {
          vpc_id: "vpc-0a1b2c3d",
          vpc_endpoint_type: "Interface",
          service_name: "com.amazonaws.vpce.us-east-1.vpce-svc-0a1b2c3d",
          service_region,
        }),
      abroad: "ap-east-1",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_vpc_endpoint/r/service_region"),
      because: "the service is in the same region",
    }),
    twins({
      id: "aws-global-accelerator-abroad",
      tries: "Spreads traffic to endpoints of a region abroad.",
      make: (endpoint_group_region: string) =>
        aws("aws_globalaccelerator_endpoint_group", {
          listener_arn: "arn:aws:globalaccelerator::123456789012:accelerator/a/listener/l",
          endpoint_group_region,
        }),
      abroad: "eu-south-1",
      home: "us-west-2",
      expected: outside(
        ARGUMENT,
        "/resource/aws_globalaccelerator_endpoint_group/r/endpoint_group_region",
      ),
      because: "the endpoints are in Oregon",
    }),
    twins({
      id: "aws-private-zone-abroad",
      tries: "Ties a private zone to a network abroad.",
      make: (vpc_region: string) =>
        aws("aws_route53_zone", {
          name: "corp.internal",
          vpc: { vpc_id: "vpc-0a1b2c3d", vpc_region },
        }),
      abroad: "ap-southeast-4",
      home: "us-west-1",
      expected: outside(ARGUMENT, "/resource/aws_route53_zone/r/vpc/vpc_region"),
      because: "the network is in California",
    }),
    twins({
      id: "aws-core-network-edge-abroad",
      tries: "Gives a core network an edge location abroad.",
      make: (location: string) =>
        withAws(
          {},
          {
            data: {
              aws_networkmanager_core_network_policy_document: {
                d: {
                  core_network_configuration: {
                    asn_ranges: ["64512-64555"],
                    edge_locations: [{ location: "us-east-1" }, { location }],
                  },
                  segments: [{ name: "s" }],
                },
              },
            },
          },
        ),
      abroad: "eu-central-1",
      home: "us-west-2",
      expected: outside(
        ARGUMENT,
        "/data/aws_networkmanager_core_network_policy_document/d/core_network_configuration/edge_locations/1/location",
      ),
      because: "both edges are at home",
    }),
  ],
};
