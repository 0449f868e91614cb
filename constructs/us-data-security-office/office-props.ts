import type { Region } from "../../jurisdiction";

/** Addresses of one VCN from which people may ask. */
export interface VcnSource {
  /** OCID of a VCN in an allowed region. */
  readonly vcnId: string;
  /** Private addresses and CIDR blocks of the VCN. */
  readonly ipRanges: readonly string[];
}

export interface UsDataSecurityOfficeProps {
  /**
   * First part of the names of the identity domain, the groups, the policies and the network source,
   * which must be unique in the tenancy. 1 to 60 letters, digits, underscores and hyphens, a letter
   * first.
   */
  readonly name: string;
  /** OCID of the compartment of the identity domain. */
  readonly compartmentId: string;
  /** OCID of the compartment whose data the data custodians manage. */
  readonly dataCompartmentId: string;
  /** OCID of the compartment whose vaults and keys the key custodians manage; not the data's. */
  readonly keysCompartmentId: string;
  /**
   * Public addresses and CIDR blocks that people work from: of offices, or of a VPN. No block may be
   * wider than /8 of IPv4 or /16 of IPv6, and none private. That they lie in the jurisdiction is
   * nothing that a configuration can prove.
   * @default none; then `vcnSources` must name some
   */
  readonly publicSourceRanges?: readonly string[];
  /** Addresses of VCNs that people work from, through a service gateway. @default none */
  readonly vcnSources?: readonly VcnSource[];
  /**
   * Regions in which the custodians may act.
   * @default the stack's region and the home region
   */
  readonly regions?: readonly (Region | string)[];
  /**
   * Region that keeps the domain's users, groups and credentials. It is not replicated anywhere: only
   * the Default domain replicates by itself.
   *
   * Source: OCI documentation, "Creating an Identity Domain".
   * @default the home region of the tenancy
   */
  readonly domainRegion?: Region | string;
  /**
   * Type of the identity domain. Source: OCI documentation, "IAM Identity Domain Types"; Oracle Apps
   * types cannot be made directly, and external-user is for customers, not for staff.
   * @default "free"
   */
  readonly domainLicenseType?: "free" | "premium";
  /**
   * First administrator of the domain, who gets an invitation by e-mail. All four belong together.
   * @default none: the tenancy's administrators manage the domain
   */
  readonly administratorEmail?: string;
  readonly administratorFirstName?: string;
  readonly administratorLastName?: string;
  readonly administratorUserName?: string;
  /**
   * Resource-types that the data custodians manage in the data compartment. Types of identity, keys
   * and the network, and `all-resources`, are refused.
   * @default object-family, volume-family, file-family, database-family, autonomous-database-family
   */
  readonly dataResourceTypes?: readonly string[];
  /**
   * Start of the window in which the break-glass group may act, in UTC: `2026-03-01T08:00:00Z`.
   * Written by whoever opens the window; the clock is never read.
   * @default no window: the group exists and may do nothing
   */
  readonly breakGlassFrom?: string;
  /** End of the window, in UTC, at most 72 hours after its start. OCI is exact to five minutes. */
  readonly breakGlassUntil?: string;
  /** Why the glass is broken, for instance the number of the incident; shown in the policy. */
  readonly breakGlassReason?: string;
  /**
   * Makes Terraform refuse to destroy the domain and its groups.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}

/** Longest window, hours. A choice of Onshore's: a weekend, not a standing grant. */
export const MAX_BREAK_GLASS_HOURS = 72;

/** Source: OCI documentation, "Policy Reference", details for each service. */
export const DEFAULT_DATA_TYPES = [
  "object-family",
  "volume-family",
  "file-family",
  "database-family",
  "autonomous-database-family",
] as const;
