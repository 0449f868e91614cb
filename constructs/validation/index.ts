export { PropsError, type Refusal } from "./props-error";
export {
  isToken,
  requireInside,
  requireMatch,
  requireOcid,
  requireOciInside,
  requireWhole,
} from "./validate";
