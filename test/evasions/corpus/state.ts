import type { Family } from "../evasion";
import { outside, twins, unproven, withOci } from "./builders";

const RULE = "state-inside";

const backend = (type: string, config: object) => ({ terraform: { backend: { [type]: config } } });

const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111";

const oci = (config: object) => backend("oci", { bucket: "state", namespace: "ns", ...config });

const s3 = (config: object) =>
  backend("s3", {
    bucket: "state",
    key: "x.tfstate",
    region: "us-east-1",
    encrypt: true,
    kms_key_id: KEY,
    ...config,
  });

const remote = (type: string, config: unknown) =>
  withOci({}, { data: { terraform_remote_state: { r: { backend: type, config } } } });

export const STATE: Family = {
  title: "Terraform state",
  evasions: [
    twins({
      id: "state-abroad",
      tries: "Keeps the state, secrets included, in a bucket abroad.",
      make: (region: string) => oci({ region }),
      abroad: "eu-frankfurt-1",
      home: "us-ashburn-1",
      expected: outside(RULE, "/terraform/backend/oci/region"),
      because: "the state is in Ashburn",
    }),
    twins({
      id: "state-abroad-on-aws",
      tries: "Keeps the state in an S3 bucket abroad.",
      make: (region: string) => s3({ region }),
      abroad: "ca-west-1",
      home: "us-west-2",
      expected: outside(RULE, "/terraform/backend/s3/region"),
      because: "the state is in Oregon",
    }),
    twins({
      id: "state-by-profile",
      tries: "Leaves the state's region to a profile.",
      make: (config: object) => oci({ config_file_profile: "EU", ...config }),
      abroad: {},
      home: { region: "us-phoenix-1" },
      expected: unproven(RULE, "/terraform/backend/oci"),
      because: "the profile gives credentials and the region is written out",
    }),
    twins({
      id: "state-region-key",
      tries: "Names the state's region by a word that is no id.",
      make: (region: string) => oci({ region, key: "k" }),
      abroad: "fra",
      home: "us-chicago-1",
      expected: unproven(RULE, "/terraform/backend/oci/region"),
      because: "the id is written out",
    }),
    twins({
      id: "state-endpoint-abroad",
      tries: "Names an allowed region beside an S3 endpoint abroad, which is stronger.",
      make: (region: string) => s3({ endpoints: { s3: `https://s3.${region}.amazonaws.com` } }),
      abroad: "eu-west-1",
      home: "us-east-1",
      expected: outside(RULE, "/terraform/backend/s3/endpoints/s3"),
      because: "endpoint and region agree",
    }),
    twins({
      id: "state-compatible-endpoint-abroad",
      tries: "Keeps the state by the S3-compatible endpoint of Oracle Cloud abroad.",
      make: (region: string) =>
        s3({ endpoint: `https://ns.compat.objectstorage.${region}.oraclecloud.com` }),
      abroad: "ap-sydney-1",
      home: "us-ashburn-1",
      expected: outside(RULE, "/terraform/backend/s3/endpoint"),
      because: "the endpoint of Ashburn",
    }),
    twins({
      id: "state-endpoint-unknown",
      tries: "Names an allowed region beside an endpoint that can stand anywhere.",
      make: (endpoint: string) => s3({ endpoints: { s3: endpoint }, use_path_style: true }),
      abroad: "https://minio.example.com",
      home: "https://s3.us-east-1.amazonaws.com",
      expected: unproven(RULE, "/terraform/backend/s3/endpoints/s3"),
      because: "the service's own endpoint",
    }),
    twins({
      id: "state-access-point-abroad",
      tries: "Names an access point abroad for the state's bucket.",
      make: (bucket: string) => s3({ bucket }),
      abroad: "arn:aws:s3:eu-central-1:123456789012:accesspoint/state",
      home: "state-of-eu-central-1",
      expected: outside(RULE, "/terraform/backend/s3/bucket"),
      because: "a bucket may be called after any region",
    }),
    twins({
      id: "state-key-abroad",
      tries: "Encrypts the state with a key abroad.",
      make: (region: string) => s3({ kms_key_id: `arn:aws:kms:${region}:123456789012:key/1` }),
      abroad: "eu-central-1",
      home: "us-east-1",
      expected: outside(RULE, "/terraform/backend/s3/kms_key_id"),
      because: "the key lies beside the state",
    }),
    ...(
      [
        ["http", { address: "https://state.us-ashburn-1.example.com" }],
        ["gcs", { bucket: "state" }],
        ["azurerm", { storage_account_name: "state" }],
        ["pg", { conn_str: "postgres://db.us-east-1.example.com/state" }],
      ] as const
    ).map(([type, config]) => ({
      id: `state-in-${type}`,
      tries: `Keeps the state in the backend ${type}, which names no region that is known.`,
      config: backend(type, config),
      expected: [unproven(RULE, `/terraform/backend/${type}`)],
      lookAlikes: [
        {
          because: "local state is a note: it stays with whoever runs Terraform",
          config: backend("local", { path: `${type}.tfstate` }),
        },
      ],
    })),
    {
      id: "state-in-hcp",
      tries: "Keeps the state with HCP Terraform, whose place no configuration tells.",
      config: { terraform: { cloud: { organization: "o", workspaces: { name: "us" } } } },
      expected: [unproven(RULE, "/terraform/cloud")],
      lookAlikes: [
        {
          because: "a required version is a setting",
          config: { terraform: { required_version: ">= 1.12" } },
        },
      ],
    },
    twins({
      id: "remote-state-abroad",
      tries: "Reads another stack's state from abroad.",
      make: (region: string) => remote("s3", { bucket: "state", key: "other.tfstate", region }),
      abroad: "eu-north-1",
      home: "us-east-1",
      expected: outside(RULE, "/data/terraform_remote_state/r/config/region"),
      because: "the other state is at home",
    }),
    twins({
      id: "remote-state-by-variable",
      tries: "Reads another stack's state from wherever a variable says.",
      make: (region: string) =>
        withOci(
          {},
          {
            variable: { state_region: {} },
            data: {
              terraform_remote_state: {
                r: { backend: "oci", config: { bucket: "state", namespace: "ns", region } },
              },
            },
          },
        ),
      abroad: "${var.state_region}",
      home: "us-phoenix-1",
      expected: unproven(RULE, "/data/terraform_remote_state/r/config/region"),
      because: "its region is written out",
    }),
    twins({
      id: "remote-state-configuration-unknown",
      tries: "Takes the whole configuration of the remote state from a variable.",
      make: (config: unknown) => remote("oci", config),
      abroad: "${var.state}",
      home: { bucket: "state", namespace: "ns", region: "us-sanjose-1" },
      expected: unproven(RULE, "/data/terraform_remote_state/r/config"),
      because: "it is written out",
    }),
    twins({
      id: "remote-state-elsewhere",
      tries: "Reads another stack's state from a server that can stand anywhere.",
      make: ([type, config]: readonly [string, object]) => remote(type, config),
      abroad: ["http", { address: "https://state.example.com" }],
      home: ["local", { path: "../other.tfstate" }],
      expected: unproven(RULE, "/data/terraform_remote_state/r/config"),
      because: "the other state is on the same machine",
    }),
    twins({
      id: "state-without-key",
      tries: "Keeps the state under the key of S3.",
      make: (kms_key_id: string) => s3({ key: "keyless.tfstate", kms_key_id }),
      abroad: "alias/aws/s3",
      home: "alias/state",
      expected: unproven("state-encrypted", "/terraform/backend/s3/kms_key_id"),
      because: "a key of the estate's own",
    }),
    twins({
      id: "state-key-not-used",
      tries: "Names a key and leaves encryption off, so that the key is not used.",
      make: (encrypt: boolean) => s3({ key: "plain.tfstate", encrypt }),
      abroad: false,
      home: true,
      expected: unproven("state-encrypted", "/terraform/backend/s3/encrypt"),
      because: "encryption is on",
    }),
  ],
};
