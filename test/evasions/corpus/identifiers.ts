import type { Family } from "../evasion";
import { ociResource, outside, twins, withAws } from "./builders";

const ARGUMENT = "argument-inside";

const aws = (type: string, body: object) => withAws({ [type]: { r: body } });

/** A reservation of compute capacity, which holds no data. */
const reservation = (availability_domain: string) =>
  ociResource("oci_core_compute_capacity_reservation", { availability_domain });

const subnet = (body: object) =>
  aws("aws_subnet", { vpc_id: "vpc-0a1b2c3d", cidr_block: "10.0.0.0/24", ...body });

const AD = "/resource/oci_core_compute_capacity_reservation/r/availability_domain";

export const IDENTIFIERS: Family = {
  title: "Identifiers and zones",
  evasions: [
    twins({
      id: "ocid-with-region-id",
      tries: "Names a resource abroad by an OCID that writes the region out.",
      make: (region: string) =>
        ociResource("oci_load_balancer_backend_set", {
          load_balancer_id: `ocid1.loadbalancer.oc1.${region}.aaaa`,
          name: "s",
          policy: "ROUND_ROBIN",
          health_checker: { protocol: "TCP" },
        }),
      abroad: "ap-delhi-1",
      home: "us-sanjose-1",
      expected: outside(ARGUMENT, "/resource/oci_load_balancer_backend_set/r/load_balancer_id"),
      because: "the OCID names San Jose",
    }),
    twins({
      id: "ocid-with-region-key",
      tries: "Names a resource abroad by an OCID that writes the region's key.",
      make: (key: string) =>
        ociResource("oci_dns_resolver_endpoint", {
          name: "e",
          resolver_id: `ocid1.dnsresolver.oc1.${key}.aaaa`,
          subnet_id: "ocid1.subnet.oc1.iad.aaaa",
          is_forwarding: true,
          is_listening: false,
        }),
      abroad: "nrt",
      home: "sjc",
      expected: outside(ARGUMENT, "/resource/oci_dns_resolver_endpoint/r/resolver_id"),
      because: "the key is San Jose's",
    }),
    twins({
      id: "ocid-in-upper-case",
      tries: "Writes the OCID in upper case.",
      make: (text: string) => ociResource("oci_core_route_table", { vcn_id: text }),
      abroad: "OCID1.VCN.OC1.FRA.AAAA",
      home: "ocid1.vcn.oc1.iad.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_core_route_table/r/vcn_id"),
      because: "the OCID of a network in Ashburn",
    }),
    twins({
      id: "ocid-in-map-key",
      tries: "Writes the OCID as the key of a map that for_each goes through.",
      make: (id: string) =>
        ociResource("oci_core_route_table_attachment", {
          for_each: { [id]: "ocid1.routetable.oc1.iad.aaaa" },
          route_table_id: "${each.value}",
          subnet_id: "${each.key}",
        }),
      abroad: "ocid1.subnet.oc1.eu-paris-1.aaaa",
      home: "ocid1.subnet.oc1.iad.aaaa",
      expected: outside(ARGUMENT),
      because: "the key is a subnet in Ashburn",
    }),
    twins({
      id: "ocid-in-json-text",
      tries: "Writes the OCID into JSON text inside an argument.",
      make: (id: string) =>
        ociResource("oci_identity_tag_default", {
          tag_definition_id: "ocid1.tagdefinition.oc1..aaaa",
          value: JSON.stringify({ owner: "ops", backup: [id] }),
        }),
      abroad: "ocid1.bucket.oc1.ap-mumbai-1.aaaa",
      home: "ocid1.bucket.oc1.phx.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_identity_tag_default/r/value"),
      because: "the bucket is in Phoenix",
    }),
    twins({
      id: "availability-domain-abroad",
      tries: "Places capacity in an availability domain abroad.",
      make: reservation,
      abroad: "Uocm:EU-FRANKFURT-1-AD-1",
      home: "Uocm:US-ASHBURN-AD-1",
      expected: outside(ARGUMENT, AD),
      because: "Ashburn writes no number",
    }),
    twins({
      id: "availability-domain-without-prefix",
      tries: "Leaves the tenancy's prefix out.",
      make: reservation,
      abroad: "AP-TOKYO-1-AD-1",
      home: "PHX-AD-3",
      expected: outside(ARGUMENT, AD),
      because: "Phoenix writes its key",
    }),
    twins({
      id: "aws-zone-abroad",
      tries: "Places a subnet in an availability zone abroad.",
      make: (availability_zone: string) => subnet({ availability_zone }),
      abroad: "eu-west-1a",
      home: "us-east-1f",
      expected: outside(ARGUMENT, "/resource/aws_subnet/r/availability_zone"),
      because: "a zone of N. Virginia",
    }),
    twins({
      id: "aws-zone-id-abroad",
      tries: "Places a subnet by the id of a zone abroad.",
      make: (availability_zone_id: string) => subnet({ availability_zone_id }),
      abroad: "euc1-az2",
      home: "use1-az2",
      expected: outside(ARGUMENT, "/resource/aws_subnet/r/availability_zone_id"),
      because: "a zone of N. Virginia",
    }),
    twins({
      id: "aws-local-zone-abroad",
      tries: "Places a subnet in a Local Zone in Argentina, whose parent region is allowed.",
      make: (availability_zone: string) => subnet({ availability_zone }),
      abroad: "us-east-1-bue-1a",
      home: "us-east-1-mia-1a",
      expected: outside(ARGUMENT, "/resource/aws_subnet/r/availability_zone"),
      because: "the Local Zone is in Miami",
    }),
    twins({
      id: "aws-local-zone-mexico",
      tries: "Places capacity in a Local Zone in Mexico by its group.",
      make: (group_name: string) =>
        aws("aws_ec2_availability_zone_group", { group_name, opt_in_status: "opted-in" }),
      abroad: "us-east-1-qro-1",
      home: "us-west-2-lax-1",
      expected: outside(ARGUMENT, "/resource/aws_ec2_availability_zone_group/r/group_name"),
      because: "the group is in Los Angeles",
    }),
    twins({
      id: "aws-wavelength-zone-abroad",
      tries: "Places a subnet in a Wavelength Zone abroad.",
      make: (availability_zone: string) => subnet({ availability_zone, tags: { edge: "5g" } }),
      abroad: "eu-west-2-wl1-lon-wlz-1",
      home: "us-east-1-wl1-bos-wlz-1",
      expected: outside(ARGUMENT, "/resource/aws_subnet/r/availability_zone"),
      because: "the zone is in Boston",
    }),
    twins({
      id: "arn-for-bucket-abroad",
      tries: "Names an access point abroad where the name of a bucket is expected.",
      make: (region: string) =>
        aws("aws_s3_object", {
          bucket: `arn:aws:s3:${region}:123456789012:accesspoint/a`,
          key: "k",
          kms_key_id: "arn:aws:kms:us-east-1:123456789012:key/1",
        }),
      abroad: "eu-west-1",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_s3_object/r/bucket"),
      because: "the access point is in N. Virginia",
    }),
    twins({
      id: "arn-abroad",
      tries: "Names a resource abroad by its ARN.",
      make: (region: string) =>
        aws("aws_lb_listener_certificate", {
          listener_arn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/b/c",
          certificate_arn: `arn:aws:acm:${region}:123456789012:certificate/11111111`,
        }),
      abroad: "eu-west-3",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_lb_listener_certificate/r/certificate_arn"),
      because: "the certificate is of N. Virginia",
    }),
    twins({
      id: "arn-of-parts",
      tries: "Puts the ARN together of a local region and an account.",
      make: (region: string) =>
        withAws(
          {
            aws_lb_listener_certificate: {
              r: {
                listener_arn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/x",
                certificate_arn: "arn:aws:acm:${local.region}:${local.account}:certificate/1",
              },
            },
          },
          { locals: { region, account: "123456789012" } },
        ),
      abroad: "ap-southeast-5",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_lb_listener_certificate/r/certificate_arn"),
      because: "the local region is N. Virginia",
    }),
    twins({
      id: "region-in-container-environment",
      tries: "Tells a container by an environment variable to work abroad.",
      make: (value: string) =>
        aws("aws_ecs_task_definition", {
          family: "f",
          container_definitions: JSON.stringify([
            { name: "a", environment: [{ name: "AWS_REGION", value }] },
          ]),
        }),
      abroad: "eu-north-1",
      home: "us-east-1",
      expected: outside(ARGUMENT, "/resource/aws_ecs_task_definition/r/container_definitions"),
      because: "it works in N. Virginia",
    }),
    twins({
      id: "region-in-deep-nesting",
      tries: "Buries the region in lists of objects of an argument that nobody knows.",
      make: (region: string) =>
        aws("aws_appconfig_extension", {
          name: "e",
          parameter: [{ name: "p", more: [[{ a: { b: [{ c: region }] } }]] }],
        }),
      abroad: "us-gov-west-1",
      home: "us-west-2",
      expected: outside(
        ARGUMENT,
        "/resource/aws_appconfig_extension/r/parameter/0/more/0/0/a/b/0/c",
      ),
      because: "the region is allowed",
    }),
  ],
};
