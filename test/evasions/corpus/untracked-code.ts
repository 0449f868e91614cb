import type { Evasion, Family } from "../evasion";
import { COMPARTMENT, unproven, withAws, withOci } from "./builders";

const RULE = "no-untracked-code";

function code(
  id: string,
  tries: string,
  config: object,
  path: string,
  [because, alike]: readonly [string, object],
): Evasion {
  return {
    id,
    tries,
    config,
    expected: [unproven(RULE, path)],
    lookAlikes: [{ because, config: alike }],
  };
}

const nothing = (more: object) => ({ resource: { null_resource: { r: more } } });

const data = (more: object) => ({ resource: { terraform_data: { r: more } } });

const subnet = (more: object) =>
  withOci({
    oci_core_dhcp_options: {
      r: { compartment_id: COMPARTMENT, vcn_id: "ocid1.vcn.oc1.iad.aaaa", ...more },
    },
  });

export const UNTRACKED_CODE: Family = {
  title: "Code that the configuration does not show",
  evasions: [
    code(
      "provisioner-local",
      "Runs a program on the machine that runs Terraform.",
      nothing({ provisioner: { "local-exec": { command: "sh deploy.sh" } } }),
      "/resource/null_resource/r/provisioner/local-exec",
      ["a trigger runs nothing", nothing({ triggers: { version: "1" } })],
    ),
    code(
      "provisioner-in-list",
      "Runs several programs, written as a list.",
      data({ provisioner: [{ "local-exec": { command: "true" } }, { file: { source: "a" } }] }),
      "/resource/terraform_data/r/provisioner/1/file",
      ["a value runs nothing", data({ input: { provisioner: "local-exec" } })],
    ),
    code(
      "provisioner-at-destruction",
      "Runs a program when the resource is destroyed.",
      nothing({ provisioner: [{ "local-exec": { when: "destroy", command: "sh bye.sh" } }] }),
      "/resource/null_resource/r/provisioner/0/local-exec",
      ["an order of destruction runs nothing", nothing({ lifecycle: { prevent_destroy: true } })],
    ),
    code(
      "provisioner-of-removed",
      "Runs a program when a resource is destroyed that the configuration holds no more.",
      {
        removed: [
          {
            from: "${aws_instance.old}",
            provisioner: [{ "local-exec": { when: "destroy", command: "sh bye.sh" } }],
          },
        ],
      },
      "/removed/0/provisioner/0/local-exec",
      ["it is removed and runs nothing", { removed: [{ from: "${aws_instance.old}" }] }],
    ),
    code(
      "provisioner-remote",
      "Runs a program on a machine that a connection names.",
      subnet({
        provisioner: { "remote-exec": { inline: ["sh /tmp/x"] } },
        connection: { host: "10.0.0.5" },
      }),
      "/resource/oci_core_dhcp_options/r/provisioner/remote-exec",
      ["options of the network run nothing", subnet({ display_name: "remote-exec" })],
    ),
    code(
      "program-as-data",
      "Takes values from a program, as a data source.",
      { data: { external: { r: { program: ["python3", "regions.py"] } } } },
      "/data/external/r",
      [
        "a template of the configuration",
        data({ input: '${join(" ", ["python3", "regions.py"])}' }),
      ],
    ),
    code(
      "request-as-data",
      "Takes values from a server, whenever Terraform plans.",
      { data: { http: { r: { url: "https://config.example.com/regions.json" } } } },
      "/data/http/r",
      ["the value is written out", data({ input: '${jsondecode("{\\"a\\":1}")}' })],
    ),
    code(
      "template-of-other-tool",
      "Makes resources by a template of another tool.",
      withAws({ aws_cloudformation_stack: { r: { name: "s", template_body: "{}" } } }),
      "/resource/aws_cloudformation_stack/r",
      [
        "a group of resources makes none",
        withAws({
          aws_resourcegroups_group: { r: { name: "s", resource_query: { query: "{}" } } },
        }),
      ],
    ),
    code(
      "function-called",
      "Calls a function whenever Terraform applies.",
      withAws({ aws_lambda_invocation: { r: { function_name: "f", input: "{}" } } }),
      "/resource/aws_lambda_invocation/r",
      [
        "an alias calls nothing",
        withAws({
          aws_lambda_alias: { r: { function_name: "f", name: "a", function_version: "1" } },
        }),
      ],
    ),
    code(
      "oci-function-called",
      "Calls a function of Oracle Cloud whenever Terraform applies.",
      withOci({
        oci_functions_invoke_function: { r: { function_id: "ocid1.fnfunc.oc1.iad.aaaa" } },
      }),
      "/resource/oci_functions_invoke_function/r",
      [
        "a function is made and not called",
        withOci({
          oci_functions_function: {
            r: {
              application_id: "ocid1.fnapp.oc1.iad.aaaa",
              display_name: "f",
              memory_in_mbs: 256,
              image: "iad.ocir.io/ns/app:3",
            },
          },
        }),
      ],
    ),
    code(
      "commands-on-instances",
      "Runs commands on instances by a document.",
      withAws({ aws_ssm_association: { r: { name: "AWS-RunShellScript" } } }),
      "/resource/aws_ssm_association/r",
      [
        "a document runs nothing by itself",
        withAws({
          aws_ssm_document: { r: { name: "d", document_type: "Command", content: "{}" } },
        }),
      ],
    ),
    code(
      "action-calls-function",
      "Calls a function by an action, as Terraform 1.14 can.",
      withAws(
        {},
        { action: { aws_lambda_invoke: { r: { config: { function_name: "f", payload: "{}" } } } } },
      ),
      "/action/aws_lambda_invoke/r",
      [
        "an action that stops an instance runs no code",
        withAws(
          {},
          { action: { aws_ec2_stop_instance: { r: { config: { instance_id: "i-0a1b" } } } } },
        ),
      ],
    ),
    code(
      "oci-job-run",
      "Runs a job whenever Terraform makes the resource.",
      withOci({
        oci_datascience_job_run: {
          r: {
            compartment_id: COMPARTMENT,
            job_id: "ocid1.datasciencejob.oc1.iad.aaaa",
            project_id: "ocid1.datascienceproject.oc1.iad.aaaa",
          },
        },
      }),
      "/resource/oci_datascience_job_run/r",
      [
        "a project runs nothing",
        withOci({ oci_datascience_project: { r: { compartment_id: COMPARTMENT } } }),
      ],
    ),
    code(
      "oci-build-run",
      "Runs a build pipeline, whose steps stand in a repository.",
      withOci({
        oci_devops_build_run: {
          r: { build_pipeline_id: "ocid1.devopsbuildpipeline.oc1.iad.aaaa" },
        },
      }),
      "/resource/oci_devops_build_run/r",
      [
        "a pipeline is made and not run",
        withOci({
          oci_devops_build_pipeline: { r: { project_id: "ocid1.devopsproject.oc1.iad.aaaa" } },
        }),
      ],
    ),
    code(
      "oci-script-on-cluster",
      "Runs a script of any URL on every node of a cluster.",
      withOci({
        oci_bds_bds_instance_execute_bootstrap_script_action: {
          r: {
            bds_instance_id: "ocid1.bigdataservice.oc1.iad.aaaa",
            bootstrap_script_url: "https://scripts.example.com/a.sh",
            cluster_admin_password: "secret",
          },
        },
      }),
      "/resource/oci_bds_bds_instance_execute_bootstrap_script_action/r",
      [
        "a limit of resources runs nothing",
        withOci({
          oci_bds_bds_instance_resource_principal_configuration: {
            r: {
              bds_instance_id: "ocid1.bigdataservice.oc1.iad.aaaa",
              cluster_admin_password: "secret",
              display_name: "p",
            },
          },
        }),
      ],
    ),
  ],
};
