export type { CompartmentIds } from "./compartment-tree";
export type { ExemptFamily, RequiredTag, TenancyGuardrailsProps } from "./guardrails-props";
export { QUOTA_FAMILIES_AS_OF, type QuotaCoverage, type QuotaStatus } from "./quota-families";
export { TenancyGuardrails } from "./tenancy-guardrails";
