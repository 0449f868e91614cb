import type { Family } from "../evasion";
import {
  COMPARTMENT,
  OCI_KEY,
  OCI_KEY_ID,
  ociBucket,
  outside,
  twins,
  unproven,
  withOci,
} from "./builders";

const ARGUMENT = "argument-inside";

/** One resource `r` of `type`, without storage around it. */
const one = (type: string, body: object) => withOci({ [type]: { r: body } });

export const REPLICATION_OCI: Family = {
  title: "Copies of storage on Oracle Cloud",
  evasions: [
    twins({
      id: "oci-bucket-replication-abroad",
      tries: "Replicates a bucket at home into one abroad.",
      make: (destination_region_name: string) =>
        withOci({
          ...OCI_KEY,
          oci_objectstorage_bucket: { b: ociBucket() },
          oci_objectstorage_replication_policy: {
            r: {
              bucket: "${oci_objectstorage_bucket.b.name}",
              namespace: "ns",
              name: "dr",
              destination_bucket_name: "b-copy",
              destination_region_name,
            },
          },
        }),
      abroad: "ap-singapore-1",
      home: "us-phoenix-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_objectstorage_replication_policy/r/destination_region_name",
      ),
      because: "the copy lies in Phoenix",
    }),
    twins({
      id: "oci-bucket-replication-unknown",
      tries: "Replicates a bucket into whatever region a variable names.",
      make: (destination_region_name: string) =>
        withOci(
          {
            oci_objectstorage_replication_policy: {
              r: { bucket: "b", destination_bucket_name: "copy", destination_region_name },
            },
          },
          { locals: { dr: "us-chicago-1" }, variable: { dr: {} } },
        ),
      abroad: "${var.dr}",
      home: "${local.dr}",
      expected: unproven(
        "flow-inside",
        "/resource/oci_objectstorage_replication_policy/r/destination_region_name",
      ),
      because: "a local value names it",
    }),
    twins({
      id: "oci-object-copied-abroad",
      tries: "Copies single objects into a bucket abroad.",
      make: (destination_region: string) =>
        one("oci_objectstorage_object", {
          bucket: "b",
          namespace: "ns",
          object: "o",
          source_uri_details: {
            region: "us-ashburn-1",
            namespace: "ns",
            bucket: "a",
            object: "o",
            destination_region,
          },
        }),
      abroad: "eu-turin-1",
      home: "us-sanjose-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_objectstorage_object/r/source_uri_details/destination_region",
      ),
      because: "both ends are at home",
    }),
    twins({
      id: "oci-volume-backup-policy-abroad",
      tries: "Copies every scheduled volume backup to another region.",
      make: (destination_region: string) =>
        one("oci_core_volume_backup_policy", {
          compartment_id: COMPARTMENT,
          destination_region,
          schedules: { backup_type: "FULL", period: "ONE_DAY", retention_seconds: 86400 },
        }),
      abroad: "ca-montreal-1",
      home: "us-saltlake-2",
      expected: outside(ARGUMENT, "/resource/oci_core_volume_backup_policy/r/destination_region"),
      because: "the copies stay in the country",
    }),
    twins({
      id: "oci-volume-replica-abroad",
      tries: "Keeps a replica of a block volume in an availability domain abroad.",
      make: (availability_domain: string) =>
        withOci({
          ...OCI_KEY,
          oci_core_volume: {
            r: {
              compartment_id: COMPARTMENT,
              availability_domain: "Uocm:US-ASHBURN-AD-1",
              kms_key_id: OCI_KEY_ID,
              block_volume_replicas: {
                availability_domain,
                xrr_kms_key_id: "ocid1.key.oc1.phx.v.aaaa",
              },
            },
          },
        }),
      abroad: "Uocm:AP-SYDNEY-1-AD-1",
      home: "Uocm:PHX-AD-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_core_volume/r/block_volume_replicas/availability_domain",
      ),
      because: "Phoenix writes its key",
    }),
    twins({
      id: "oci-volume-group-replica-abroad",
      tries: "Keeps replicas of a whole volume group abroad.",
      make: (availability_domain: string) =>
        one("oci_core_volume_group", {
          compartment_id: COMPARTMENT,
          availability_domain: "Uocm:US-ASHBURN-AD-1",
          source_details: { type: "volumeIds", volume_ids: [] },
          volume_group_replicas: [
            { availability_domain, xrr_kms_key_id: "ocid1.key.oc1.sjc.v.aaaa" },
          ],
        }),
      abroad: "Uocm:UK-LONDON-1-AD-2",
      home: "Uocm:US-SANJOSE-1-AD-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_core_volume_group/r/volume_group_replicas/0/availability_domain",
      ),
      because: "San Jose is allowed",
    }),
    twins({
      id: "oci-file-system-replication-abroad",
      tries:
        "Replicates a file system to one abroad; File Storage writes regions with underscores.",
      make: (target_id: string) =>
        one("oci_file_storage_replication", {
          compartment_id: COMPARTMENT,
          source_id: "ocid1.filesystem.oc1.iad.aaaa",
          target_id,
        }),
      abroad: "ocid1.filesystem.oc1.eu_frankfurt_1.aaaa",
      home: "ocid1.filesystem.oc1.us_sanjose_1.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_file_storage_replication/r/target_id"),
      because: "the OCID names San Jose, with underscores too",
    }),
    twins({
      id: "oci-file-system-replication-fra",
      tries: "Replicates a file system to one in Frankfurt, by the region's key.",
      make: (target_id: string) =>
        one("oci_file_storage_replication", {
          compartment_id: COMPARTMENT,
          display_name: "fra",
          source_id: "ocid1.filesystem.oc1.iad.aaaa",
          target_id,
        }),
      abroad: "ocid1.filesystem.oc1.fra.aaaa",
      home: "ocid1.filesystem.oc1.ord.aaaa",
      expected: outside(ARGUMENT, "/resource/oci_file_storage_replication/r/target_id"),
      because: "the OCID names Chicago",
    }),
  ],
};
