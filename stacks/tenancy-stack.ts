import type { Construct } from "constructs";
import { type QuotaCoverage, TenancyGuardrails, UsDataSecurityOffice } from "../constructs";
import { definedOnly } from "./defined-only";
import { EstateStack, type EstateStackProps } from "./estate-stack";

/** What holds for the whole tenancy, in its home region: guardrails, and the office of the data. */
export class TenancyStack extends EstateStack {
  /** Undefined where another configuration guards the tenancy. */
  readonly guardrails: TenancyGuardrails | undefined;

  /** @throws PropsError for what a construct of it refuses */
  constructor(scope: Construct, id: string, props: EstateStackProps) {
    super(scope, id, props.estate.homeRegion, props);
    const { tenancy, office, name } = this.estate;
    this.guardrails =
      tenancy === undefined
        ? undefined
        : new TenancyGuardrails(this, "guardrails", {
            name,
            ...definedOnly(tenancy),
            ...this.tags,
          });
    if (office !== undefined) {
      new UsDataSecurityOffice(this, "office", {
        name: `${name}-office`,
        compartmentId: this.compartments.security,
        dataCompartmentId: this.compartments.data,
        keysCompartmentId: this.compartments.keys,
        regions: this.regions,
        ...definedOnly(office),
        ...this.tags,
      });
    }
  }

  /** Which service families have no capacity outside; empty without guardrails. */
  coverage(): readonly QuotaCoverage[] {
    return this.guardrails?.coverage() ?? [];
  }

  /** Where the office works: where the data is, where its copies are, and where IAM is changed. */
  private get regions(): readonly string[] {
    const { data, recovery, homeRegion } = this.estate;
    return [...new Set([data.region, recovery.region, homeRegion])];
  }
}
