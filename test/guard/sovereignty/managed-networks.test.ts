import { at } from "../../support/of-rule";
import { exposed, nested } from "./told";

const said = (type: string, body: object) => exposed("data-subnet-egress-inside", type, body);

const SUBNET = "ocid1.subnet.oc1.iad.aaaa";

const reaches = (type: string, path: string, subnet: string) =>
  `outside ${path}: ${type}.r works in a network of Oracle's own, from which it reaches the internet. Set ${subnet} to a subnet without a way to the internet.`;

describe.each<[string, string, readonly string[]]>([
  [
    "oci_datascience_job",
    "job_infrastructure_configuration_details.subnet_id",
    ["job_node_configuration_details.job_network_configuration.subnet_id"],
  ],
  [
    "oci_datascience_model_deployment",
    "model_deployment_configuration_details.model_configuration_details.instance_configuration.subnet_id",
    [
      "model_deployment_configuration_details.infrastructure_configuration_details.instance_configuration.subnet_id",
    ],
  ],
  [
    "oci_datascience_notebook_session",
    "notebook_session_config_details.subnet_id",
    ["notebook_session_configuration_details.subnet_id"],
  ],
  [
    "oci_generative_ai_hosted_application",
    "networking_config.outbound_networking_config.custom_subnet_id",
    [],
  ],
  [
    "oci_generative_ai_hosted_application_iam",
    "networking_config.outbound_networking_config.custom_subnet_id",
    [],
  ],
  [
    "oci_datascience_pipeline",
    "infrastructure_configuration_details.subnet_id",
    ["step_details.step_infrastructure_configuration_details.subnet_id"],
  ],
])("%s", (type, subnet, others) => {
  test("reaches the internet where it is given no subnet", () => {
    expect(said(type, {})).toEqual([reaches(type, `/resource/${type}/r`, subnet)]);
  });

  test.each([null, "", "${var.a ? null : null}"])(
    "reaches the internet where its subnet is %j",
    (value) => {
      expect(said(type, nested(subnet, value))).toHaveLength(1);
    },
  );

  test("works in the subnet that it is given", () => {
    for (const path of [subnet, ...others]) {
      expect(said(type, nested(path, SUBNET))).toEqual([]);
      expect(said(type, nested(path, "${oci_core_subnet.s.id}"))).toEqual([]);
    }
  });
});

test("a job can choose Oracle's network although a subnet is named", () => {
  const job = (job_infrastructure_type: string) =>
    said("oci_datascience_job", {
      job_infrastructure_configuration_details: { job_infrastructure_type, subnet_id: SUBNET },
    });
  const path = at(
    "oci_datascience_job",
    "job_infrastructure_configuration_details/job_infrastructure_type",
  );
  expect(job("ME_STANDALONE")).toEqual([
    reaches("oci_datascience_job", path, "job_infrastructure_configuration_details.subnet_id"),
  ]);
  expect(job("me_standalone")).toHaveLength(1);
  expect(job("STANDALONE")).toEqual([]);
  expect(job("${var.type}")).toEqual([
    expect.stringContaining(`unproven ${path}: Nothing proves that oci_datascience_job.r works in`),
  ]);
});

test("a hosted application can choose Oracle's network although a subnet is named", () => {
  const application = (network_mode: string) =>
    said("oci_generative_ai_hosted_application", {
      networking_config: {
        outbound_networking_config: { network_mode, custom_subnet_id: SUBNET },
      },
    });
  expect(application("MANAGED")).toHaveLength(1);
  expect(application("CUSTOM")).toEqual([]);
});

test("a cluster of Big Data Service has a NAT gateway of Oracle's where it asks for one", () => {
  const type = "oci_bds_bds_instance";
  const cluster = (is_nat_gateway_required: unknown) =>
    said(type, { network_config: { is_nat_gateway_required } });
  expect(cluster(true)).toEqual([
    `outside ${at(type, "network_config/is_nat_gateway_required")}: ${type}.r works in a network of Oracle's own, from which it reaches the internet. Set network_config.is_nat_gateway_required to false, and use the gateways of your own network.`,
  ]);
  expect(cluster(false)).toEqual([]);
  expect(said(type, {})).toEqual([]);
});
