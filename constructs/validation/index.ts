export { PropsError, type Refusal } from "./props-error";
export {
  isToken,
  requireMatch,
  requireOcid,
  requireOciInside,
  requireWhole,
} from "./validate";
