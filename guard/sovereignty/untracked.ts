/** Why what a type brings about is not in the configuration. */
export interface Untracked {
  readonly kind: "resource" | "data" | "both";
  /** The end of a sentence after the block's address. */
  readonly says: string;
  readonly fix: string;
}

const TEMPLATE: Untracked = {
  kind: "resource",
  says: "makes the resources of a template",
  fix: "Write its resources as resources of Terraform.",
};

const CALL: Untracked = {
  kind: "both",
  says: "runs code",
  fix: "Run it outside of Terraform, or say what it does as a resource.",
};

/** Since Terraform 1.14 a configuration may have actions; the guard reads them as data sources. */
const ACTION: Untracked = { ...CALL, kind: "data" };

/** Types that run code, or make resources, which a reader of the configuration does not see. */
export const UNTRACKED: Readonly<Record<string, Untracked>> = {
  aws_cloudcontrolapi_resource: {
    kind: "resource",
    says: "makes a resource of any type",
    fix: "Use the resource type of the provider.",
  },
  aws_cloudformation_stack: TEMPLATE,
  aws_cloudformation_stack_instances: TEMPLATE,
  aws_cloudformation_stack_set: TEMPLATE,
  aws_cloudformation_stack_set_instance: TEMPLATE,
  aws_codebuild_start_build: ACTION,
  aws_lambda_invocation: CALL,
  aws_lambda_invoke: ACTION,
  aws_serverlessapplicationrepository_cloudformation_stack: TEMPLATE,
  aws_servicecatalog_provisioned_product: TEMPLATE,
  aws_sfn_start_execution: ACTION,
  aws_ssm_association: {
    kind: "resource",
    says: "runs a document on instances",
    fix: "Put it into an image that is built and reviewed elsewhere.",
  },
  external: {
    kind: "data",
    says: "runs a program on the machine that runs Terraform",
    fix: "Write its result out, or give it as a variable with a validation.",
  },
  http: {
    kind: "data",
    says: "sends a request whenever Terraform plans, and takes what comes back",
    fix: "Write the response out, or give it as a variable with a validation.",
  },
  local_command: {
    kind: "data",
    says: "runs a program on the machine that runs Terraform",
    fix: "Run it outside of Terraform.",
  },
  oci_bds_bds_instance_execute_bootstrap_script_action: CALL,
  oci_dataflow_invoke_run: CALL,
  oci_dataflow_run_statement: CALL,
  oci_datascience_job_run: CALL,
  oci_datascience_pipeline_run: CALL,
  oci_devops_build_run: CALL,
  oci_devops_deployment: CALL,
  oci_dif_stack: TEMPLATE,
  oci_disaster_recovery_dr_plan_execution: CALL,
  oci_functions_invoke_function: CALL,
};
