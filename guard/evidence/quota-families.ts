/** A service family whose capacity a quota can take away region by region. */
export interface QuotaFamily {
  /** Name in a quota statement. */
  readonly family: string;
  readonly service: string;
  /** Title of the page of Oracle's documentation that states the name. */
  readonly source: string;
}

/**
 * The families that a quota can zero in a region, each as a page of Oracle's states it. Services whose
 * family no page is known to state are not here: whether a quota locks them cannot be told.
 */
export const QUOTA_FAMILIES: readonly QuotaFamily[] = [
  row("analytics", "Analytics Cloud", "Service Quotas (Oracle Analytics Cloud)"),
  row("api-gateway", "API Gateway", "API Gateway Quotas"),
  row("block-storage", "Block Volume", "Block Volume Quotas"),
  row("compute-core", "Compute", "Quota Policy Syntax"),
  row("container-engine", "Kubernetes Engine (virtual nodes)", "Kubernetes Engine Quotas"),
  row("data-catalog", "Data Catalog", "Data Catalog Quotas"),
  row("data-integration", "Data Integration", "Data Integration Quotas"),
  row(
    "database",
    "Base Database, Exadata and Autonomous Database",
    "Manage Resource Availability with Compartment Quotas",
  ),
  row("dbtools", "Database Tools", "Service Quotas (Database Tools)"),
  row("devops", "DevOps", "DevOps Quotas"),
  row("digital-media", "Media Services", "Media Services Quotas"),
  row("email-delivery", "Email Delivery", "Email Delivery Quotas"),
  row("filesystem", "File Storage", "File Storage Quotas"),
  row("goldengate", "GoldenGate", "GoldenGate Quotas"),
  row("kms", "Vault", "Vault Quotas"),
  row("load-balancer", "Load Balancing", "Load Balancing Quotas"),
  row("lustrefilestorage", "File Storage with Lustre", "File Storage with Lustre Quotas"),
  row("notifications", "Notifications", "Notifications Quotas"),
  row("object-storage", "Object Storage (bytes)", "Object Storage Quotas"),
  row("resource-manager", "Resource Manager", "Resource Manager Quotas"),
  row("streaming", "Streaming", "Streaming Quotas"),
  row("vcn", "Networking", "Networking Quotas"),
];

function row(family: string, service: string, title: string): QuotaFamily {
  return { family, service, source: `OCI documentation, "${title}"` };
}
