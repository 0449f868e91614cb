import type { Region } from "../../jurisdiction";

/** A tag that a resource must be given when it is made. */
export interface RequiredTag {
  /** 1 to 100 characters, no space and no period. */
  readonly name: string;
  readonly description: string;
  /** The only values that are accepted. */
  readonly values: readonly string[];
}

/** A family that the quotas leave alone. */
export interface ExemptFamily {
  readonly family: string;
  /** Why, in one sentence; `coverage()` repeats it. */
  readonly reason: string;
}

export interface TenancyGuardrailsProps {
  /**
   * Name of the enclosing compartment, and first part of every name that must be unique in the
   * tenancy. 1 to 80 letters, digits, underscores and hyphens, a letter first.
   */
  readonly name: string;
  /** OCID of the compartment that the enclosing one is made in. @default the tenancy */
  readonly parentCompartmentId?: string;
  /**
   * Regions that keep their capacity; all others are zeroed.
   * @default every region of the jurisdiction in the realm of the home region
   */
  readonly allowedRegions?: readonly (Region | string)[];
  /**
   * Families to lock beside those of the table, by the name that `oci limits` shows. A name that OCI
   * does not know makes it refuse the quota.
   * @default none
   */
  readonly additionalFamilies?: readonly string[];
  /** Families of the table to leave open, each with its reason. @default none */
  readonly exemptFamilies?: readonly ExemptFamily[];
  /**
   * Denies every request outside the allowed regions by an IAM policy too. Deny policies must have
   * been enabled in the tenancy before, by the default administrator and for ever; OCI refuses the
   * policy otherwise. They do not bind the default Administrators group.
   *
   * Source: OCI documentation, "Deny Policies".
   * @default false
   */
  readonly denyOutsideRegions?: boolean;
  /**
   * Tags that whoever makes a resource in the enclosing compartment must set: OCI refuses the
   * resource otherwise. Every stack of the estate has to set them before they are asked for.
   * @default none
   */
  readonly requiredTags?: readonly RequiredTag[];
  /**
   * Policies of the security zone on the data compartment, by friendly name.
   * @default public buckets and databases, and storage without a vault key, are denied
   */
  readonly securityZonePolicies?: readonly string[];
  /**
   * Region that Cloud Guard reports to. It cannot be changed without disabling Cloud Guard.
   * @default the home region
   */
  readonly cloudGuardReportingRegion?: Region | string;
  /**
   * OCIDs of the detector recipes of the Cloud Guard target on the tenancy, Oracle's or your own.
   * @default no target on the tenancy; OCI itself makes one, with Oracle's recipes, for the security
   *   zone
   */
  readonly detectorRecipeIds?: readonly string[];
  /**
   * Display names of detector recipes in the tenancy's root compartment, in place of their OCIDs or
   * beside them: `OCI Configuration Detector Recipe (Oracle managed)`. OCI is asked when Terraform runs;
   * a name that it does not know, or knows twice, ends the plan.
   * @default none
   */
  readonly detectorRecipeNames?: readonly string[];
  /** OCIDs of the target's responder recipes. @default none */
  readonly responderRecipeIds?: readonly string[];
  /**
   * Makes Terraform refuse to destroy the compartments, the tag namespace and the quotas.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}

/**
 * Policies that every zone has by default.
 *
 * Source: OCI documentation, "Security Zone Policies"; the choice is that of Level 2 of the CIS OCI
 * Foundations Benchmark in Oracle's security zones module.
 */
export const DEFAULT_ZONE_POLICIES = [
  "deny public_buckets",
  "deny db_instance_public_access",
  "deny block_volume_without_vault_key",
  "deny boot_volume_without_vault_key",
  "deny buckets_without_vault_key",
  "deny file_system_without_vault_key",
] as const;
