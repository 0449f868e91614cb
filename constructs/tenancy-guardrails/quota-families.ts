/** Whether a compartment quota can take a service's capacity away region by region. */
export type QuotaStatus = "locked" | "not-lockable";

/** What the quotas of a tenancy do about one service family. Plain data. */
export interface QuotaCoverage {
  /** Family of a quota statement; for a service without a confirmed one, the service's own name. */
  readonly family: string;
  readonly status: QuotaStatus;
  /** Why it is locked or not, in one sentence without a full stop. */
  readonly reason: string;
  /** Where that is documented. */
  readonly source: string;
}

const page = (title: string): string => `OCI documentation, "${title}"`;

/** Month in which the table was compared with Oracle's pages. */
export const QUOTA_FAMILIES_AS_OF = "2026-09";

const UNCONFIRMED =
  "no page of Oracle's is known here to state its family, and a name that OCI does not know makes it refuse the whole quota; where `oci limits definition list` shows that quotas are supported, name it in additionalFamilies";

const TWO_NAMES = "Oracle's page states one family and its example writes another";

/** What no quota here locks: listed, so that nobody takes the lock for complete. */
export const NOT_LOCKABLE: readonly QuotaCoverage[] = [
  open(
    "dns",
    "its quotas are global, so that a region condition does not apply and zero would end DNS inside too",
    "DNS Quotas",
  ),
  open(
    "identity",
    "IAM is one for the tenancy and has no regional quota",
    "Available Quotas by Service",
  ),
  open(
    "compute-memory",
    "no page of Oracle's is known here to state its name; no instance starts without cores, which compute-core locks",
    "Quota Policy Syntax",
  ),
  open("recovery-service-family", TWO_NAMES, "Autonomous Recovery Quotas"),
  open("odms", TWO_NAMES, "Database Migration Quotas"),
  open("integration", "Oracle's page states no family", "Integration Quotas"),
  open("blockchain", "Oracle's page states no family", "Blockchain Platform Quotas"),
  ...[
    "artifacts",
    "bastion",
    "big-data",
    "cache",
    "container-instances",
    "data-flow",
    "data-safe",
    "data-science",
    "events",
    "fast-connect",
    "functions",
    "generative-ai",
    "logging",
    "logging-analytics",
    "monitoring",
    "mysql",
    "network-firewall",
    "nosql",
    "opensearch",
    "postgresql",
    "queue",
    "secrets",
    "service-connector-hub",
    "vmware",
  ].map((service) => open(service, UNCONFIRMED, "Available Quotas by Service")),
];

function open(family: string, reason: string, title: string): QuotaCoverage {
  return { family, status: "not-lockable", reason, source: page(title) };
}
