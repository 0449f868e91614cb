import { AuditConfiguration } from "@cdktf/provider-oci/lib/audit-configuration";
import { IdentityPolicy } from "@cdktf/provider-oci/lib/identity-policy";
import { LimitsQuota } from "@cdktf/provider-oci/lib/limits-quota";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { QUOTA_FAMILIES } from "../../guard";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { requireOciInside } from "../validation";
import { allowedRegions, checkGuardrailsProps } from "./check-props";
import { CloudGuard } from "./cloud-guard";
import { type CompartmentIds, CompartmentTree } from "./compartment-tree";
import { denyOutsideStatement } from "./deny-statement";
import { DEFAULT_ZONE_POLICIES, type TenancyGuardrailsProps } from "./guardrails-props";
import { NOT_LOCKABLE, type QuotaCoverage } from "./quota-families";
import { packStatements } from "./quota-statements";
import { ResidencyTags } from "./residency-tags";

/** Days; the longest that OCI keeps audit events. Source: OCI documentation, "Setting Audit Log Retention Period". */
const AUDIT_RETENTION_DAYS = 365;

/**
 * What holds for a whole tenancy, whoever asks: compartments, quotas that leave no capacity outside,
 * residency tags, a security zone on the data, Cloud Guard, and a year of audit events.
 */
export class TenancyGuardrails extends Construct {
  /** OCIDs of the compartments, or tokens. */
  readonly compartments: CompartmentIds;
  /** Regions that keep their capacity. */
  readonly allowedRegions: readonly Region[];
  /** Name of the tag namespace: defined tags are `<namespace>.residency` and the required ones. */
  readonly tagNamespaceName: string;
  /** The quotas, for what Onshore has no prop for. */
  readonly quotas: readonly LimitsQuota[];

  private readonly props: TenancyGuardrailsProps;
  private readonly home: TerraformProvider;

  /**
   * @throws PropsError when a region lies outside, when the home region would be locked, and for what
   *   OCI would refuse
   */
  constructor(scope: Construct, id: string, props: TenancyGuardrailsProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    this.props = props;
    checkGuardrailsProps(this, props);
    this.allowedRegions = allowedRegions(this, props, stack);
    const reportingRegion = requireOciInside(
      this,
      "cloudGuardReportingRegion",
      props.cloudGuardReportingRegion ?? stack.homeRegion,
      stack.jurisdiction,
    );
    this.tagNamespaceName = `${props.name}-residency`;
    this.home = stack.providerFor(stack.homeRegion);

    const tree = new CompartmentTree(this, "compartments", {
      provider: this.home,
      parentId: props.parentCompartmentId ?? stack.tenancyOcid,
      name: props.name,
      deletionProtection: this.deletionProtection,
      freeformTags: props.freeformTags,
    });
    this.compartments = tree.ids;
    this.quotas = this.addQuotas(stack.tenancyOcid);
    if (props.denyOutsideRegions === true) {
      this.addDeny(stack.tenancyOcid);
    }
    new ResidencyTags(this, "tags", {
      provider: this.home,
      tenancyOcid: stack.tenancyOcid,
      namespaceName: this.tagNamespaceName,
      residency: stack.jurisdiction.name,
      compartmentId: tree.ids.enclosing,
      after: tree.all,
      requiredTags: props.requiredTags ?? [],
      deletionProtection: this.deletionProtection,
      freeformTags: props.freeformTags,
    });
    new CloudGuard(this, "cloud-guard", {
      provider: stack.providerFor(reportingRegion),
      tenancyOcid: stack.tenancyOcid,
      name: props.name,
      reportingRegion,
      securityCompartmentId: tree.ids.security,
      zoneCompartmentId: tree.ids.data,
      zonePolicies: props.securityZonePolicies ?? DEFAULT_ZONE_POLICIES,
      detectorRecipeIds: props.detectorRecipeIds ?? [],
      detectorRecipeNames: props.detectorRecipeNames ?? [],
      responderRecipeIds: props.responderRecipeIds ?? [],
      freeformTags: props.freeformTags,
    });
    new AuditConfiguration(this, "audit", {
      provider: this.home,
      compartmentId: stack.tenancyOcid,
      retentionPeriodDays: AUDIT_RETENTION_DAYS,
    });
  }

  /** What the quotas lock outside the allowed regions, and what they cannot: one row a family. */
  coverage(): readonly QuotaCoverage[] {
    const exempt = new Map(
      (this.props.exemptFamilies ?? []).map(({ family, reason }) => [family, reason]),
    );
    const additional = this.props.additionalFamilies ?? [];
    const outside = `zero in every region but ${this.allowedRegions.map(String).join(", ")}`;
    return [
      ...QUOTA_FAMILIES.map(({ family, service, source }): QuotaCoverage => {
        const reason = exempt.get(family);
        return reason === undefined
          ? { family, status: "locked", reason: `${service}: ${outside}`, source }
          : {
              family,
              status: "not-lockable",
              reason: `${service}: left open by exemptFamilies: ${reason}`,
              source,
            };
      }),
      ...additional.map(
        (family): QuotaCoverage => ({
          family,
          status: "locked",
          reason: outside,
          source: "the caller, by additionalFamilies",
        }),
      ),
      ...NOT_LOCKABLE.filter(({ family }) => !additional.includes(family)),
    ];
  }

  private get deletionProtection(): boolean {
    return this.props.deletionProtection ?? true;
  }

  private addQuotas(tenancyOcid: string): readonly LimitsQuota[] {
    const families = this.coverage()
      .filter(({ status }) => status === "locked")
      .map(({ family }) => family);
    return packStatements(families, this.allowedRegions).map(
      (statements, index) =>
        new LimitsQuota(this, `quota-${index + 1}`, {
          provider: this.home,
          compartmentId: tenancyOcid,
          name: `${this.props.name}-regions-${index + 1}`,
          description: "No capacity outside the allowed regions, administrators included",
          statements: [...statements],
          ...this.tags,
          lifecycle: { preventDestroy: this.deletionProtection },
        }),
    );
  }

  private addDeny(tenancyOcid: string): void {
    new IdentityPolicy(this, "deny", {
      provider: this.home,
      compartmentId: tenancyOcid,
      name: `${this.props.name}-deny-outside-regions`,
      description: "Denies every request outside the allowed regions",
      statements: [denyOutsideStatement(this.allowedRegions)],
      ...this.tags,
      lifecycle: { preventDestroy: this.deletionProtection },
    });
  }

  private get tags(): { readonly freeformTags?: Record<string, string> } {
    const { freeformTags } = this.props;
    return freeformTags === undefined ? {} : { freeformTags: { ...freeformTags } };
  }
}
