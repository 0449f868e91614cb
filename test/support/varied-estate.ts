import { type CheckResult, check } from "../../guard";
import type { JsonObject } from "../../guard/json/json";
import { Jurisdiction } from "../../jurisdiction";
import { edgeNetwork, merge, ociStack, waf } from "../guard/network/topology";
import { COMPARTMENT } from "./check-json";

/** What cdktf keeps with a resource: its construct, and the line that made it. */
const madeBy = (path: string, line: number) => ({
  "//": {
    metadata: {
      path,
      uniqueId: path.replaceAll("/", "_"),
      stackTrace: [`stacks/orders.ts:${line}:5`],
    },
  },
});

const vault = (region: string) => ({
  oci_kms_vault: {
    vault: {
      compartment_id: COMPARTMENT,
      display_name: "orders",
      vault_type: "DEFAULT",
      provider: `oci.${region}`,
    },
  },
  oci_kms_key: {
    storage: {
      ...madeBy("orders/vault/storage/key", 31),
      compartment_id: COMPARTMENT,
      display_name: "storage",
      protection_mode: "HSM",
      key_shape: { algorithm: "AES", length: 32 },
      management_endpoint: "${oci_kms_vault.vault.management_endpoint}",
      provider: `oci.${region}`,
    },
  },
});

const bucket = (name: string, region: string, more: object = {}) => ({
  compartment_id: COMPARTMENT,
  namespace: "orders",
  name,
  access_type: "NoPublicAccess",
  kms_key_id: "${oci_kms_key.storage.id}",
  provider: `oci.${region}`,
  ...more,
});

const provider = (...regions: readonly string[]) => ({
  provider: { oci: regions.map((region) => ({ alias: region, region })) },
});

const replication = (name: string, bucketName: string, to: string) => ({
  ...madeBy(`orders/${name}`, 58),
  name,
  namespace: "orders",
  bucket: bucketName,
  destination_bucket_name: `${bucketName}-replica`,
  destination_region_name: to,
  provider: "oci.us-ashburn-1",
});

const orders = {
  ...provider("us-ashburn-1", "us-chicago-1"),
  resource: {
    ...vault("us-ashburn-1"),
    oci_objectstorage_bucket: {
      orders: { ...bucket("orders", "us-ashburn-1"), ...madeBy("orders/orders/bucket", 40) },
      invoices: { ...bucket("invoices", "us-ashburn-1"), ...madeBy("orders/invoices/bucket", 44) },
      exports: {
        ...bucket("exports", "us-ashburn-1", { access_type: "ObjectRead" }),
        ...madeBy("orders/exports/bucket", 48),
      },
    },
    oci_objectstorage_replication_policy: {
      orders: replication("orders-replica", "orders", "us-phoenix-1"),
      invoices: replication("invoices-replica", "invoices", "ap-singapore-1"),
    },
  },
};

const recovery = {
  ...provider("us-phoenix-1"),
  resource: {
    ...vault("us-phoenix-1"),
    oci_objectstorage_bucket: {
      orders: bucket("orders-replica", "us-phoenix-1"),
    },
    oci_database_autonomous_database: {
      ledger: {
        compartment_id: COMPARTMENT,
        db_name: "ledger",
        kms_key_id: "${var.ledger_key}",
        subnet_id: "ocid1.subnet.oc1.phx.aaaaaaaaexample",
        provider: "oci.us-phoenix-1",
      },
    },
  },
  variable: { ledger_key: { type: "string" } },
};

const archive = {
  provider: { oci: [{ alias: "eu-frankfurt-1", region: "eu-frankfurt-1" }] },
  resource: {
    oci_objectstorage_bucket: {
      old: bucket("old-backups", "eu-frankfurt-1", {
        kms_key_id: "ocid1.key.oc1.eu-frankfurt-1.vault.aaaaaaaaexample",
      }),
    },
  },
};

const analytics = {
  provider: {
    aws: [
      { region: "us-east-1" },
      { alias: "west", region: "us-west-2" },
      { alias: "home", region: "${var.home_region}" },
    ],
  },
  variable: { home_region: { type: "string" } },
  resource: {
    aws_kms_key: { lake: { enable_key_rotation: true }, west: { provider: "aws.west" } },
    aws_s3_bucket: {
      lake: { bucket: "orders-lake" },
      mirror: { bucket: "orders-lake-mirror", provider: "aws.west" },
      scratch: { bucket: "orders-scratch", provider: "aws.home" },
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      lake: {
        bucket: "${aws_s3_bucket.lake.id}",
        rule: {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${aws_kms_key.lake.arn}",
          },
        },
      },
      mirror: {
        bucket: "${aws_s3_bucket.mirror.id}",
        provider: "aws.west",
        rule: {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${aws_kms_key.west.arn}",
          },
        },
      },
    },
    aws_s3_bucket_replication_configuration: {
      lake: {
        bucket: "${aws_s3_bucket.lake.id}",
        role: "arn:aws:iam::111122223333:role/replication",
        rule: {
          status: "Enabled",
          destination: {
            bucket: "${aws_s3_bucket.mirror.arn}",
            encryption_configuration: { replica_kms_key_id: "${aws_kms_key.west.arn}" },
          },
        },
      },
    },
  },
};

const WAIVERS = [
  {
    id: "retire-frankfurt",
    rule: "resource-inside",
    subject: "archive:oci_objectstorage_bucket.old",
    reason: "the old backups are deleted from here",
    owner: "storage-team",
    ticket: "RES-12",
    expires: "2026-03-31",
  },
];

/** An estate with something of everything: two clouds, outside, unproven, waived, networks, flows. */
export function variedResult(): CheckResult {
  const stacks: Record<string, object> = {
    orders,
    recovery,
    archive,
    analytics,
    network: ociStack(
      merge(edgeNetwork(waf()), {
        oci_core_subnet: { data: {} },
      }),
    ),
  };
  const documents = Object.entries(stacks).map(([stack, json]) => ({
    stack,
    file: `stacks/${stack}/cdk.tf.json`,
    json: json as JsonObject,
  }));
  return check(
    { documents, unread: [] },
    {
      jurisdiction: Jurisdiction.US,
      asOf: "2026-01-15",
      waivers: { file: "waivers.json", entries: WAIVERS },
      flows: true,
    },
  );
}
