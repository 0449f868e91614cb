import type { Family } from "../evasion";
import { OCI_KEY, twins, unproven, withAws, withAwsAnd, withOci } from "./builders";

const RULE = "hsm-protected-key";

const key = (more: object, root: object = {}) =>
  withOci({ oci_kms_key: { k: { ...OCI_KEY.oci_kms_key.k, ...more } } }, root);

export const SOFTWARE_KEYS: Family = {
  title: "Keys that can leave an HSM",
  evasions: [
    twins({
      id: "key-in-software",
      tries: "Protects a key by software, so that it can be exported.",
      make: (protection_mode: string) => key({ protection_mode }),
      abroad: "SOFTWARE",
      home: "HSM",
      expected: unproven(RULE, "/resource/oci_kms_key/k/protection_mode"),
      because: "the key never leaves its HSM in the clear",
    }),
    twins({
      id: "key-protection-from-variable",
      tries: "Leaves it to a variable what protects the key.",
      make: (protection_mode: string) =>
        key({ protection_mode }, { variable: { mode: { default: "HSM" } } }),
      abroad: "${var.mode}",
      home: '${upper("hsm")}',
      expected: unproven(RULE, "/resource/oci_kms_key/k/protection_mode"),
      because: "the expression makes HSM",
    }),
    twins({
      id: "key-in-software-or-not",
      tries: "Protects a key by software in one branch of a conditional.",
      make: (otherwise: string) =>
        key(
          { protection_mode: `\${var.cheap ? "${otherwise}" : "HSM"}` },
          { variable: { cheap: { type: "bool" } } },
        ),
      abroad: "SOFTWARE",
      home: "HSM",
      expected: unproven(RULE, "/resource/oci_kms_key/k/protection_mode"),
      because: "both branches are HSM",
    }),
    twins({
      id: "key-too-short",
      tries: "Makes a key of 128 bits.",
      make: (length: number) => key({ key_shape: { algorithm: "AES", length } }),
      abroad: 16,
      home: 32,
      expected: unproven(RULE),
      because: "the key has 256 bits",
    }),
    twins({
      id: "aws-key-material-from-outside",
      tries: "Takes the material of a key from the configuration.",
      make: (body: object) =>
        withAws(
          { aws_kms_external_key: { k: { description: "k", ...body } } },
          { variable: { material: { sensitive: true } } },
        ),
      abroad: { key_material_base64: "${var.material}" },
      home: { enabled: false },
      expected: unproven(RULE, "/resource/aws_kms_external_key/k/key_material_base64"),
      because: "the material is imported elsewhere, and noted",
    }),
    twins({
      id: "aws-key-in-unknown-store",
      tries: "Keeps a key in a custom store that no stack makes.",
      make: (custom_key_store_id: string | null) =>
        withAws({ aws_kms_key: { k: { description: "k", custom_key_store_id } } }),
      abroad: "cks-0a1b2c3d",
      home: null,
      expected: unproven(RULE, "/resource/aws_kms_key/k/custom_key_store_id"),
      because: "the key is in the service's own HSMs",
    }),
    twins({
      id: "aws-key-for-any-region",
      tries: "Makes a multi-Region key, whose replicas somebody else can make anywhere.",
      make: (replicas: object) =>
        withAwsAnd("us-west-2", {
          aws_kms_key: { k: { multi_region: true, enable_key_rotation: true } },
          ...replicas,
        }),
      abroad: {},
      home: {
        aws_kms_replica_key: {
          r: { provider: "aws.other", primary_key_arn: "${aws_kms_key.k.arn}" },
        },
      },
      expected: unproven(RULE, "/resource/aws_kms_key/k/multi_region"),
      because: "its replica is in Oregon",
    }),
  ],
};
