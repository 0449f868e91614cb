export {
  type IStateBackend,
  type LocalStateProps,
  type OciStateProps,
  type S3StateProps,
  StateBackend,
} from "./state-backend";
