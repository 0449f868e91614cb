export { PropsError } from "./props-error";
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
  requireOciInside,
  requireWhole,
} from "./validate";
