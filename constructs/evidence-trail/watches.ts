/**
 * Acts that a trail tells of.
 *
 * - `keys`: vaults and keys are made, changed, disabled, rotated, replicated or scheduled for deletion
 * - `identity`: policies, groups, users, identity providers, dynamic groups and network sources change
 * - `buckets`: a bucket is made, deleted or changed, its visibility included
 * - `network`: VCNs, gateways, route tables, security lists and groups, and DRGs change
 * - `ways-out`: replication, pre-authenticated requests, retention, peerings, connections, secrets and
 *   the trail itself change, which OCI raises no event for and only its audit log knows
 */
export type Watch = "keys" | "identity" | "buckets" | "network" | "ways-out";

/** Watches that are rules of the Events service. */
export type EventWatch = Exclude<Watch, "ways-out">;

const named = (service: string, ...types: string[]): readonly string[] =>
  types.map((type) => `com.oraclecloud.${service}.${type}`);

const changes = (service: string, resource: string): readonly string[] =>
  named(service, `create${resource}`, `update${resource}`, `delete${resource}`);

/**
 * Event types of each watch. They are written out, as scanners for the CIS benchmark compare them so;
 * only for keys a wildcard stands, since none may be missed that OCI adds.
 *
 * Source: OCI documentation, "Services that Produce Events", "Events for Vaults and Keys", and
 * "Matching Events with Filters" for the wildcard.
 */
export const EVENT_TYPES: Readonly<Record<EventWatch, readonly string[]>> = {
  keys: [
    ...named("keymanagementservice", "*"),
    ...named(
      "KeyManagementService",
      "CreateVaultReplica.begin",
      "CreateVaultReplica.end",
      "DeleteVaultReplica.begin",
      "DeleteVaultReplica.end",
    ),
  ],
  identity: [
    ...changes("identitycontrolplane", "identityprovider"),
    ...named(
      "identitycontrolplane",
      "createidpgroupmapping",
      "addidpgroupmapping",
      "updateidpgroupmapping",
      "deleteidpgroupmapping",
      "addusertogroup",
      "removeuserfromgroup",
    ),
    ...changes("identitycontrolplane", "group"),
    ...changes("identitycontrolplane", "policy"),
    ...changes("identitycontrolplane", "user"),
    ...named("identitycontrolplane", "updateusercapabilities", "updateuserstate"),
    ...changes("identitycontrolplane", "dynamicgroup"),
    ...changes("identitycontrolplane", "networksource"),
    ...named("identitycontrolplane", "updateauthenticationpolicy"),
  ],
  buckets: changes("objectstorage", "bucket"),
  network: [
    ...changes("virtualnetwork", "vcn"),
    ...changes("virtualnetwork", "routetable"),
    ...named("virtualnetwork", "changeroutetablecompartment"),
    ...changes("virtualnetwork", "securitylist"),
    ...named("virtualnetwork", "changesecuritylistcompartment"),
    ...changes("virtualnetwork", "networksecuritygroup"),
    ...named(
      "virtualnetwork",
      "updatenetworksecuritygroupsecurityrules",
      "changenetworksecuritygroupcompartment",
    ),
    ...changes("virtualnetwork", "drg"),
    ...changes("virtualnetwork", "drgattachment"),
    ...changes("virtualnetwork", "internetgateway"),
    ...named("virtualnetwork", "changeinternetgatewaycompartment"),
    ...named(
      "virtualnetwork",
      "createlocalpeeringgateway",
      "updatelocalpeeringgateway",
      "deletelocalpeeringgateway.end",
      "changelocalpeeringgatewaycompartment",
    ),
    ...changes("natgateway", "natgateway"),
    ...named("natgateway", "changenatgatewaycompartment"),
    ...named(
      "servicegateway",
      "createservicegateway",
      "updateservicegateway",
      "deleteservicegateway.end",
      "attachserviceid",
      "detachserviceid",
      "changeservicegatewaycompartment",
    ),
  ],
};

/**
 * Operations of OCI's APIs that `ways-out` looks for in the audit log, by its field `data.eventName`.
 *
 * Source: OCI documentation, "Contents of an Audit Log Event": `eventName` is the API operation; and of
 * the operations "Details for" Object Storage, the Core Services, the Vault Service, Logging, Connector
 * Hub, the Events Service and Notifications, "Permissions Required for Each API Operation", and the OCI
 * API, Monitoring. That the log writes each name as these pages do is not confirmed for every one.
 */
export const AUDITED_OPERATIONS: readonly string[] = [
  // Copies and doors of buckets
  "CreateReplicationPolicy",
  "DeleteReplicationPolicy",
  "MakeBucketWritable",
  "CreatePreauthenticatedRequest",
  "UpdateRetentionRule",
  "DeleteRetentionRule",
  // Ways to other networks
  "CreateRemotePeeringConnection",
  "ConnectRemotePeeringConnections",
  "ConnectLocalPeeringGateways",
  "CreateVirtualCircuit",
  "CreateIPSecConnection",
  // Secrets
  "ScheduleSecretDeletion",
  "ChangeSecretCompartment",
  // The trail itself
  "DeleteLog",
  "UpdateLog",
  "DeleteLogGroup",
  "ChangeLogGroupCompartment",
  "DeactivateServiceConnector",
  "UpdateServiceConnector",
  "DeleteServiceConnector",
  "DeleteRule",
  "UpdateRule",
  "DeleteSubscription",
  "UpdateSubscription",
  "DeleteTopic",
  "DeleteAlarm",
  "UpdateAlarm",
  "CreateAlarmSuppression",
];

/** The condition of a connector's log filter: one of `operations`. */
export function auditFilter(operations: readonly string[]): string {
  return operations.map((operation) => `data.eventName='${operation}'`).join(" OR ");
}
