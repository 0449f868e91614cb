import type { Region } from "../../jurisdiction";

/** A resource that an operator control is enforced on. */
export interface ControlledResource {
  /** OCID. */
  readonly resourceId: string;
  readonly resourceName: string;
  /** OCID of the resource's compartment. */
  readonly resourceCompartmentId: string;
}

/**
 * How Oracle's own operators reach Exadata Cloud@Customer, dedicated Autonomous Database and Compute
 * Cloud@Customer. No other service has operator access control.
 */
export interface OperatorControlProps {
  /** Source: OCI API, `CreateOperatorControlDetails.resourceType`. */
  readonly resourceType:
    | "AUTONOMOUSVMCLUSTER"
    | "CCCINFRASTRUCTURE"
    | "CLOUDAUTONOMOUSVMCLUSTER"
    | "EXACC"
    | "EXADATAINFRASTRUCTURE";
  /** Resources of that type; each is enforced on at all times. */
  readonly resources: readonly ControlledResource[];
  /** People who must agree to an operator's request. @default 2 */
  readonly numberOfApprovers?: 1 | 2;
  /** OCIDs of the groups that they are of. @default the data custodians */
  readonly approverGroupIds?: readonly string[];
  /** Shown to the operator who signs in. @default none */
  readonly systemMessage?: string;
  /** OCID. @default the data compartment */
  readonly compartmentId?: string;
  /** @default the stack's region */
  readonly region?: Region | string;
}

/** How a service provider outside the tenancy reaches VM clusters of Exadata. */
export interface DelegationControlProps {
  /** Source: OCI API, `CreateDelegationControlDetails.resourceType`. */
  readonly resourceType: "VMCLUSTER" | "CLOUDVMCLUSTER";
  /** OCIDs of the VM clusters. */
  readonly resourceIds: readonly string[];
  /** OCID of the service provider. */
  readonly serviceProviderId: string;
  /** Source: OCI API, `ServiceProviderServiceType`. */
  readonly serviceType: "TROUBLESHOOTING" | "ASSISTED_PATCHING" | "MANAGED_SOFTWARE_UPDATES";
  /** OCID of the topic that announces every request. */
  readonly notificationTopicId: string;
  /** Approvals that a request needs. @default 2 */
  readonly numberOfApprovals?: 1 | 2;
  /**
   * OCID of the vault that keeps the SSH keys of the access. OCI asks for it with `CLOUDVMCLUSTER`.
   * @default none
   */
  readonly vaultId?: string;
  /** OCID of the key in that vault. @default none */
  readonly vaultKeyId?: string;
  /** OCID. @default the data compartment */
  readonly compartmentId?: string;
  /** @default the stack's region */
  readonly region?: Region | string;
}

/** Operations of the control plane that need somebody else's approval. */
export interface PrivilegedApiControlProps {
  /**
   * Resource type in OCI's form, capital letters without a separator: `EXADATAINFRASTRUCTURE`. The
   * service's own metadata list those that it knows.
   */
  readonly resourceType: string;
  /** OCIDs of the resources. */
  readonly resourceIds: readonly string[];
  readonly operations: readonly PrivilegedOperation[];
  /** OCID of the topic that announces every request. */
  readonly notificationTopicId: string;
  /** People who must agree. @default 2 */
  readonly numberOfApprovers?: 1 | 2;
  /** OCIDs of the groups that they are of. @default the data custodians */
  readonly approverGroupIds?: readonly string[];
  /** OCID. @default the data compartment */
  readonly compartmentId?: string;
  /** @default the stack's region */
  readonly region?: Region | string;
}

export interface PrivilegedOperation {
  /** Name of the API operation. */
  readonly apiName: string;
  /** Entity that the operation is of, where the service names one. @default none */
  readonly entityType?: string;
  /** Arguments of the operation that need approval. @default the whole operation */
  readonly attributeNames?: readonly string[];
}
