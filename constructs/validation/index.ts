export { PropsError } from "./props-error";
export { requireAwsInside, requireOciInside } from "./require-inside";
export {
  requireAvailabilityDomainIn,
  requireKeyIn,
  requireNsgsIn,
  requireOcidIn,
} from "./require-key";
export {
  isToken,
  requireMatch,
  requireOcid,
  requireWhole,
} from "./validate";
