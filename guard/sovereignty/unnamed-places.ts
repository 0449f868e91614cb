/** A choice that sends data to a place which no argument needs to name. */
export interface UnnamedPlace {
  /** Nested block that holds the arguments: each one is judged. @default the resource itself */
  readonly block?: string;
  /** Argument that makes the choice. */
  readonly argument: string;
  /** Values of `argument` that make it, in lower case. */
  readonly values: readonly string[];
  /** Arguments any of which names the place: then `flow-inside` reads that. */
  readonly namedBy?: readonly string[];
  /** The region that the service itself chooses, by key of the resource's own. */
  readonly pairs?: Readonly<Record<string, string>>;
  /** What the choice does, as the end of a sentence after the block's address. */
  readonly says: string;
  readonly fix: string;
}

const DESTINATION = "backup_destination_details";

const remote = (block: string, argument = "is_remote"): UnnamedPlace => ({
  block,
  argument,
  values: ["true"],
  namedBy: ["remote_region"],
  says: "keeps backups in another region",
  fix: "Write remote_region with an allowed region, or keep the backups in the database's own.",
});

const PEER = `peer_autonomous_container_database_backup_config.${DESTINATION}`;

/**
 * Regions that Oracle runs the secondary instance in.
 *
 * Source: Oracle Integration 3, "Disaster Recovery Availability".
 */
const INTEGRATION_PAIRS: Readonly<Record<string, string>> = {
  ams: "fra",
  auh: "dxb",
  cwl: "lhr",
  dxb: "auh",
  fra: "ams",
  iad: "phx",
  jed: "ruh",
  lhr: "cwl",
  mel: "syd",
  nrt: "sin",
  phx: "iad",
  ruh: "jed",
  sin: "nrt",
  syd: "mel",
  yul: "yyz",
  yyz: "yul",
};

const OTHER_CLOUD = {
  says: "writes to a service of another cloud",
  fix: "Name the region or an endpoint of one, or waive it with where the data is kept there.",
};

/**
 * Resource types of Oracle Cloud with such a choice.
 *
 * Source: argument references of the provider oracle/oci 8.28, and the API reference of Database
 * ("isRemote: whether the backup destination is cross-region or local region") and of GoldenGate,
 * whose connections to these services name an account or a project, and the endpoint at will.
 */
export const UNNAMED_PLACES: Readonly<Record<string, readonly UnnamedPlace[]>> = {
  oci_database_autonomous_container_database: [
    remote(`backup_config.${DESTINATION}`),
    remote(PEER),
  ],
  oci_database_autonomous_container_database_dataguard_association: [remote(PEER)],
  oci_database_autonomous_database_backup: [remote(DESTINATION)],
  oci_database_database: [remote(`database.db_backup_config.${DESTINATION}`)],
  oci_database_db_home: [remote(`database.db_backup_config.${DESTINATION}`)],
  oci_database_db_system: [remote(`db_home.database.db_backup_config.${DESTINATION}`)],
  oci_distributed_database_distributed_autonomous_database: [
    remote(`db_backup_config.${DESTINATION}`),
  ],
  oci_distributed_database_distributed_database: [
    remote("db_backup_config", "is_remote_backup_enabled"),
    remote(`db_backup_config.${DESTINATION}`),
  ],
  oci_golden_gate_connection: [
    {
      argument: "connection_type",
      values: [
        "amazon_kinesis",
        "amazon_s3",
        "azure_data_lake_storage",
        "google_bigquery",
        "google_cloud_storage",
        "google_pubsub",
        "microsoft_fabric",
      ],
      namedBy: ["endpoint", "region"],
      ...OTHER_CLOUD,
    },
    {
      block: "storage",
      argument: "storage_type",
      values: ["amazon_s3", "azure_data_lake_storage", "google_cloud_storage"],
      namedBy: ["endpoint", "region"],
      ...OTHER_CLOUD,
    },
  ],
  oci_integration_integration_instance: [
    {
      argument: "is_disaster_recovery_enabled",
      values: ["true"],
      pairs: INTEGRATION_PAIRS,
      says: "is copied to the region that Oracle pairs with its own",
      fix: "Leave is_disaster_recovery_enabled out, or make a second instance in an allowed region.",
    },
  ],
};
