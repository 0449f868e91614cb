/**
 * Resource-types of OCI IAM policies that keep no data of a customer's in a region: identity,
 * governance, telemetry and network. Every other one, known or not, is taken to keep data.
 *
 * `key-delegate` lets a resource use a key; the resource has a place of its own. Network types move
 * data but keep none; gateways and peerings are judged as resources.
 *
 * Source: OCI documentation, "Policy Reference": "Details for IAM", "… the Core Services"
 * (Networking), "… Load Balancing", "… the DNS Service", "… Monitoring", "… the Audit Service",
 * "… the Quotas Service", "… the Announcements Service", "… the WAF Service", "… Object Storage".
 */
const WITHOUT_DATA = new Set([
  // Identity
  "authentication-policies",
  "compartments",
  "credentials",
  "domains",
  "dynamic-groups",
  "groups",
  "iamworkrequest",
  "iamworkrequests",
  "identity-providers",
  "network-sources",
  "policies",
  "policy",
  "tag-defaults",
  "tag-namespaces",
  "tags",
  "tenancies",
  "users",
  "workrequest",
  // Governance and telemetry
  "alarms",
  "announcements",
  "app-catalog-listing",
  "audit-events",
  "cloud-guard-family",
  "cloudevents-rules",
  "metrics",
  "optimizer-api-family",
  "organizations-family",
  "quota",
  "quotas",
  "resource-availability",
  "resource-schedule-family",
  "security-recipe",
  "security-zone",
  "ticket",
  "tickets",
  "usage-budgets",
  "usage-report",
  "usage-reports",
  "work-requests",
  // Keys: the right to name one
  "key-delegate",
  "key-delegates",
  // Object Storage: reading and setting the namespace's metadata
  "objectstorage-namespace",
  "objectstorage-namespaces",
  // Network
  "bastion",
  "bastion-family",
  "bastion-session",
  "byoiprange",
  "capture-filters",
  "cpes",
  "cross-connect-groups",
  "cross-connects",
  "dhcp-options",
  "dns",
  "dns-family",
  "dns-policies",
  "dns-policy-attachments",
  "dns-records",
  "dns-resolver-endpoint",
  "dns-resolvers",
  "dns-steering-policies",
  "dns-steering-policy-attachments",
  "dns-traffic",
  "dns-tsig-keys",
  "dns-views",
  "dns-zones",
  "drg-attachments",
  "drg-object",
  "drg-route-distributions",
  "drg-route-tables",
  "drgs",
  "health-check-family",
  "internet-gateways",
  "ipam",
  "ipsec-connections",
  "ipv6s",
  "load-balancers",
  "local-peering-from",
  "local-peering-gateways",
  "local-peering-to",
  "nat-gateways",
  "network-firewall",
  "network-firewall-family",
  "network-firewall-policy",
  "network-load-balancers",
  "network-security-groups",
  "private-ips",
  "public-ips",
  "publicippool",
  "remote-peering-connections",
  "remote-peering-from",
  "remote-peering-to",
  "route-tables",
  "security-attribute-namespaces",
  "security-lists",
  "service-gateways",
  "subnets",
  "vcns",
  "virtual-circuits",
  "virtual-network-family",
  "vlans",
  "vnic-attachments",
  "vnics",
  "vtaps",
  "waas-family",
  "waf-family",
  "waf-network-address-list",
  "waf-policy",
  "web-app-firewall",
  "zpr-configuration",
  "zpr-family",
  "zpr-policy",
]);

/** False for a resource-type that keeps no data of a customer's in a region. */
export function keepsData(resourceType: string): boolean {
  return !WITHOUT_DATA.has(resourceType);
}

/** Resource-types whose use opens a network path to whoever is granted it. */
export function isPeering(resourceType: string): boolean {
  return /peering|^drg|^virtual-network-family$/.test(resourceType);
}

/** Beginnings of permissions on the resource-types without data: `VCN_CREATE`, `USER_UPDATE`. */
const PREFIXES_WITHOUT_DATA =
  /^(?:ALARM|ANNOUNCEMENT|AUDIT_EVENT|AUTHENTICATION_POLICY|BUDGET|COMPARTMENT|CREDENTIAL|DHCP|DNS|DOMAIN|DRG|DYNAMIC_GROUP|GROUP|IDENTITY_PROVIDER|INTERNET_GATEWAY|IPSEC|IPV6|LOAD_BALANCER|LOCAL_PEERING|METRIC|NAT_GATEWAY|NETWORK|OBJECTSTORAGE_NAMESPACE|POLICY|PRIVATE_IP|PUBLIC_IP|QUOTA|REMOTE_PEERING|ROUTE_TABLE|SECURITY_LIST|SERVICE_GATEWAY|SUBNET|TAG|TENANCY|USER|VCN|VIRTUAL_CIRCUIT|VLAN|VNIC|WORK_?REQUEST)_|^KEY_(?:ASSOCIATE|DISASSOCIATE)$/;

/** False for a permission on a resource-type that keeps no data. */
export function permissionOnData(permission: string): boolean {
  return !PREFIXES_WITHOUT_DATA.test(permission.toUpperCase());
}

/** How much a verb or a permission allows, from listing to creating. */
export const INSPECT = 0;
export const READ = 1;
export const USE = 2;
export const MANAGE = 3;
export type Level = typeof INSPECT | typeof READ | typeof USE | typeof MANAGE;

const LEVELS: Readonly<Record<string, Level>> = {
  inspect: INSPECT,
  read: READ,
  use: USE,
  manage: MANAGE,
};

/** Level of a verb; one that is not known, or not in the file, may allow anything. */
export function levelOfVerb(verb: string): Level {
  return (Object.hasOwn(LEVELS, verb) ? LEVELS[verb] : undefined) ?? MANAGE;
}

/** Level of a permission, by its last word: `OBJECT_INSPECT`, `BUCKET_READ`, `OBJECT_CREATE`. */
export function levelOfPermission(permission: string): Level {
  const upper = permission.toUpperCase();
  return upper.endsWith("_INSPECT") ? INSPECT : upper.endsWith("_READ") ? READ : MANAGE;
}
