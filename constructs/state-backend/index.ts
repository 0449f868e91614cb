export { OciBackend, type OciBackendProps } from "./oci-backend";
export {
  type IStateBackend,
  type LocalStateProps,
  type OciStateProps,
  StateBackend,
} from "./state-backend";
