export { GLOBAL_SERVICES } from "./global-services";
export { RegionDenyPolicy, type RegionDenyPolicyProps } from "./region-deny-policy";
