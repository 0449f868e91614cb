import { statusesOf } from "./oci-findings";

/** What the administrators of a landing zone are granted who keep no data, by their task. */
const TASKS: Readonly<Record<string, readonly string[]>> = {
  identity: [
    "authentication-policies",
    "compartments",
    "credentials",
    "domains",
    "dynamic-groups",
    "groups",
    "identity-providers",
    "network-sources",
    "policies",
    "policy",
    "tag-defaults",
    "tag-namespaces",
    "tags",
    "tenancies",
    "users",
  ],
  "requests of work": ["iamworkrequest", "iamworkrequests", "workrequest", "work-requests"],
  cost: [
    "optimizer-api-family",
    "organizations-family",
    "quota",
    "quotas",
    "resource-availability",
    "usage-budgets",
    "usage-report",
    "usage-reports",
  ],
  operations: [
    "alarms",
    "announcements",
    "app-catalog-listing",
    "audit-events",
    "cloudevents-rules",
    "metrics",
    "objectstorage-namespace",
    "objectstorage-namespaces",
    "resource-schedule-family",
    "ticket",
    "tickets",
  ],
  security: [
    "bastion",
    "bastion-family",
    "bastion-session",
    "cloud-guard-family",
    "key-delegate",
    "key-delegates",
    "network-firewall",
    "network-firewall-family",
    "network-firewall-policy",
    "security-attribute-namespaces",
    "security-recipe",
    "security-zone",
    "waas-family",
    "waf-family",
    "waf-network-address-list",
    "waf-policy",
    "web-app-firewall",
    "zpr-configuration",
    "zpr-family",
    "zpr-policy",
  ],
  names: [
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
    "health-check-family",
  ],
  networks: [
    "byoiprange",
    "capture-filters",
    "dhcp-options",
    "internet-gateways",
    "ipam",
    "ipv6s",
    "load-balancers",
    "nat-gateways",
    "network-load-balancers",
    "network-security-groups",
    "private-ips",
    "public-ips",
    "publicippool",
    "route-tables",
    "security-lists",
    "service-gateways",
    "subnets",
    "vcns",
    "virtual-network-family",
    "vlans",
    "vnic-attachments",
    "vnics",
    "vtaps",
  ],
  connections: [
    "cpes",
    "cross-connect-groups",
    "cross-connects",
    "drg-attachments",
    "drg-object",
    "drg-route-distributions",
    "drg-route-tables",
    "drgs",
    "ipsec-connections",
    "local-peering-from",
    "local-peering-gateways",
    "local-peering-to",
    "remote-peering-connections",
    "remote-peering-from",
    "remote-peering-to",
    "virtual-circuits",
  ],
};

const manage = (...types: readonly string[]) =>
  `Allow group Administrators to manage ${types.join(", ")} in tenancy`;

describe("a grant in every region", () => {
  test.each(Object.entries(TASKS))("passes for administrators of %s", (_task, types) => {
    expect(statusesOf(manage(...types))).toEqual([]);
  });

  test.each(Object.entries(TASKS))("fails where those of %s get data too", (_task, types) => {
    expect(statusesOf(manage(...types, "buckets"))).toEqual(["unproven 0"]);
  });

  test.each([
    "subnet",
    "vcns-and-more",
    "stream-family",
    "autonomous-database-family",
    "all-resources",
  ])("fails for %s, which is no type that is known to keep no data", (type) => {
    expect(statusesOf(manage(type))).toEqual(["unproven 0"]);
  });

  const permit = (...permissions: readonly string[]) =>
    `Allow group Administrators to {${permissions.join(", ")}} in tenancy`;

  test.each([
    ["of networks", ["VCN_CREATE", "subnet_create", "IPV6_CREATE", "DRG_ATTACH", "VNIC_CREATE"]],
    ["of identity", ["USER_UPDATE", "GROUP_CREATE", "POLICY_CREATE", "DYNAMIC_GROUP_CREATE"]],
    ["on requests of work", ["WORK_REQUEST_UPDATE", "WORKREQUEST_UPDATE"]],
    ["to name a key", ["KEY_ASSOCIATE", "KEY_DISASSOCIATE"]],
    ["to read and list", ["OBJECT_READ", "OBJECT_INSPECT", "bucket_read"]],
  ])("passes for permissions %s", (_what, permissions) => {
    expect(statusesOf(permit(...permissions))).toEqual([]);
  });

  test.each([
    "OBJECT_CREATE",
    "VOLUME_UPDATE",
    "KEY_CREATE",
    "KEY_ASSOCIATES",
    "MY_KEY_ASSOCIATE",
    "MY_VCN_CREATE",
    "VCNS",
    "OBJECT_READY",
    "OBJECT_READ_ALL",
  ])("fails for the permission %s", (permission) => {
    expect(statusesOf(permit("VCN_CREATE", permission))).toEqual(["unproven 0"]);
  });
});
