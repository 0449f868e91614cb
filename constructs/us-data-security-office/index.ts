export type { UsDataSecurityOfficeProps, VcnSource } from "./office-props";
export { DelegationControl, OperatorControl, PrivilegedApiControl } from "./provider-access";
export type {
  ControlledResource,
  DelegationControlProps,
  OperatorControlProps,
  PrivilegedApiControlProps,
  PrivilegedOperation,
} from "./provider-access-props";
export { type OfficeGroupIds, UsDataSecurityOffice } from "./us-data-security-office";
