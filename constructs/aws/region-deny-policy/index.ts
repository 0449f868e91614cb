export { GLOBAL_SERVICES, type GlobalServiceExemption } from "./global-services";
export { RegionDenyPolicy, type RegionDenyPolicyProps } from "./region-deny-policy";
