import type { Family } from "../evasion";
import { COMPARTMENT, OCI_KEY, OCI_KEY_ID, outside, twins, unproven, withOci } from "./builders";

const ARGUMENT = "argument-inside";

/** One resource `r` of `type`, without storage around it. */
const one = (type: string, body: object) => withOci({ [type]: { r: body } });

export const REPLICATION_OCI_DATABASES: Family = {
  title: "Copies of databases, secrets and identities on Oracle Cloud",
  evasions: [
    twins({
      id: "oci-nosql-replica-abroad",
      tries: "Adds a regional replica to a NoSQL table.",
      make: (region: string) =>
        one("oci_nosql_table_replica", {
          table_name_or_id: "t",
          compartment_id: COMPARTMENT,
          region,
        }),
      abroad: "ap-hyderabad-1",
      home: "us-phoenix-1",
      expected: outside(ARGUMENT, "/resource/oci_nosql_table_replica/r/region"),
      because: "the replica is in Phoenix",
    }),
    twins({
      id: "oci-mysql-backup-copy-abroad",
      tries: "Copies backups of a MySQL system to a region abroad.",
      make: (copy_to_region: string) =>
        withOci({
          ...OCI_KEY,
          oci_mysql_mysql_db_system: {
            d: {
              compartment_id: COMPARTMENT,
              availability_domain: "Uocm:US-ASHBURN-AD-1",
              shape_name: "MySQL.4",
              subnet_id: "ocid1.subnet.oc1.iad.aaaa",
              encrypt_data: { key_generation_type: "BYOK", key_id: OCI_KEY_ID },
            },
          },
          oci_mysql_mysql_backup: {
            r: { db_system_id: "${oci_mysql_mysql_db_system.d.id}", copy_to_region },
          },
        }),
      abroad: "eu-madrid-1",
      home: "us-chicago-1",
      expected: outside(ARGUMENT, "/resource/oci_mysql_mysql_backup/r/copy_to_region"),
      because: "the copy lies in Chicago",
    }),
    twins({
      id: "oci-postgresql-backup-copy-abroad",
      tries: "Copies PostgreSQL backups to a list of regions, one of them abroad.",
      make: (second: string) =>
        one("oci_psql_backup", {
          db_system_id: "ocid1.postgresqldbsystem.oc1.iad.aaaa",
          compartment_id: COMPARTMENT,
          display_name: "b",
          copy_policy: { regions: ["us-phoenix-1", second] },
        }),
      abroad: "me-jeddah-1",
      home: "us-sanjose-1",
      expected: outside(ARGUMENT, "/resource/oci_psql_backup/r/copy_policy/regions/1"),
      because: "both of the list are allowed",
    }),
    twins({
      id: "oci-identity-domain-abroad",
      tries: "Replicates an identity domain, with its users, to a region abroad.",
      make: (replica_region: string) =>
        one("oci_identity_domain_replication_to_region", {
          domain_id: "ocid1.domain.oc1..aaaa",
          replica_region,
        }),
      abroad: "eu-zurich-1",
      home: "us-phoenix-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_identity_domain_replication_to_region/r/replica_region",
      ),
      because: "the replica is in Phoenix",
    }),
    twins({
      id: "oci-secret-replication-abroad",
      tries: "Replicates a secret into a vault abroad.",
      make: (target_region: string) =>
        one("oci_vault_secret", {
          compartment_id: COMPARTMENT,
          vault_id: "ocid1.vault.oc1.iad.v.aaaa",
          key_id: "ocid1.key.oc1.iad.v.aaaa",
          secret_name: "s",
          replication_config: {
            replication_targets: [
              {
                target_region,
                target_vault_id: "ocid1.vault.oc1.phx.v.aaaa",
                target_key_id: "ocid1.key.oc1.phx.v.aaaa",
              },
            ],
          },
        }),
      abroad: "sa-bogota-1",
      home: "us-phoenix-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_vault_secret/r/replication_config/replication_targets/0/target_region",
      ),
      because: "the target is in Phoenix",
    }),
    twins({
      id: "oci-disaster-recovery-abroad",
      tries: "Pairs a protection group with one abroad, which takes over all that it protects.",
      make: (peer_region: string) =>
        one("oci_disaster_recovery_dr_protection_group", {
          compartment_id: COMPARTMENT,
          display_name: "g",
          log_location: { namespace: "ns", bucket: "logs" },
          association: {
            role: "PRIMARY",
            peer_id: "ocid1.drprotectiongroup.oc1.phx.aaaa",
            peer_region,
          },
        }),
      abroad: "uk-london-1",
      home: "us-phoenix-1",
      expected: outside(
        ARGUMENT,
        "/resource/oci_disaster_recovery_dr_protection_group/r/association/peer_region",
      ),
      because: "the standby is in Phoenix",
    }),
    twins({
      id: "oci-data-guard-abroad",
      tries: "Sets up a standby database in a database system abroad.",
      make: (peer_db_system_id: string) =>
        one("oci_database_data_guard_association", {
          creation_type: "ExistingDbSystem",
          database_id: "ocid1.database.oc1.iad.aaaa",
          database_admin_password: "${var.password}",
          delete_standby_db_home_on_delete: true,
          protection_mode: "MAXIMUM_PERFORMANCE",
          transport_type: "ASYNC",
          peer_db_system_id,
        }),
      abroad: "ocid1.dbsystem.oc1.eu-marseille-1.aaaa",
      home: "ocid1.dbsystem.oc1.phx.aaaa",
      expected: outside(
        ARGUMENT,
        "/resource/oci_database_data_guard_association/r/peer_db_system_id",
      ),
      because: "the standby is in Phoenix",
    }),
    twins({
      id: "oci-backup-destination-unknown",
      tries: "Sends database backups to a recovery service whose place a variable holds.",
      make: (id: string) =>
        withOci({
          oci_database_backup_destination: {
            r: {
              compartment_id: COMPARTMENT,
              display_name: "d",
              type: "RECOVERY_APPLIANCE",
              connection_string: id,
              vpc_users: ["u"],
            },
          },
        }),
      abroad: "${var.appliance}",
      home: "appliance.internal:1521/zdlra",
      expected: unproven(
        "flow-inside",
        "/resource/oci_database_backup_destination/r/connection_string",
      ),
      because: "a host of one's own network",
    }),
  ],
};
