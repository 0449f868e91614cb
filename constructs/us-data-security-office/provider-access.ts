import { ApiaccesscontrolPrivilegedApiControl } from "@cdktf/provider-oci/lib/apiaccesscontrol-privileged-api-control";
import { DelegateAccessControlDelegationControl } from "@cdktf/provider-oci/lib/delegate-access-control-delegation-control";
import { DelegateAccessControlDelegationSubscription } from "@cdktf/provider-oci/lib/delegate-access-control-delegation-subscription";
import { OperatorAccessControlOperatorControl } from "@cdktf/provider-oci/lib/operator-access-control-operator-control";
import { OperatorAccessControlOperatorControlAssignment } from "@cdktf/provider-oci/lib/operator-access-control-operator-control-assignment";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { PropsError, requireMatch, requireOcid, requireOciInside } from "../validation";
import type {
  DelegationControlProps,
  OperatorControlProps,
  PrivilegedApiControlProps,
} from "./provider-access-props";

/** What the office gives to each of its controls. */
export interface ControlContext {
  readonly displayName: string;
  readonly compartmentId: string;
  readonly approverGroupIds: readonly string[];
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

function placed(scope: Construct, value: Region | string | undefined) {
  const stack = GuardedStack.guarding(scope);
  const region = requireOciInside(scope, "region", value ?? stack.region, stack.jurisdiction);
  return { provider: stack.providerFor(region) };
}

function common(scope: Construct, context: ControlContext, region: Region | string | undefined) {
  return {
    ...placed(scope, region),
    ...(context.freeformTags === undefined ? {} : { freeformTags: { ...context.freeformTags } }),
  };
}

function requireSome(scope: Construct, prop: string, list: readonly unknown[]): void {
  if (list.length === 0) {
    throw new PropsError(scope, {
      prop,
      got: list,
      because: "the control would bind nobody",
      fix: "list at least one",
    });
  }
}

function requireOcids(
  scope: Construct,
  prop: string,
  ids: readonly string[],
  types: readonly string[],
): void {
  requireSome(scope, prop, ids);
  for (const [index, id] of ids.entries()) {
    requireOcid(scope, `${prop}[${index}]`, id, types);
  }
}

function approversOf(
  scope: Construct,
  given: readonly string[] | undefined,
  context: ControlContext,
): string[] {
  if (given !== undefined) {
    requireOcids(scope, "approverGroupIds", given, ["group"]);
  }
  return [...(given ?? context.approverGroupIds)];
}

/** Oracle's operators ask before they act: nothing is approved in advance, nor during maintenance. */
export class OperatorControl extends Construct {
  readonly resource: OperatorAccessControlOperatorControl;

  /** @throws PropsError where the region lies outside, or where no resource is named */
  constructor(scope: Construct, id: string, props: OperatorControlProps, context: ControlContext) {
    super(scope, id);
    requireSome(this, "resources", props.resources);
    const compartmentId = props.compartmentId ?? context.compartmentId;
    requireOcid(this, "compartmentId", compartmentId, ["compartment", "tenancy"]);
    const shared = common(this, context, props.region);
    this.resource = new OperatorAccessControlOperatorControl(this, "control", {
      ...shared,
      compartmentId,
      operatorControlName: context.displayName,
      description: "Every action of an Oracle operator needs approval",
      resourceType: props.resourceType,
      approverGroupsList: approversOf(this, props.approverGroupIds, context),
      numberOfApprovers: props.numberOfApprovers ?? 2,
      isFullyPreApproved: false,
      preApprovedOpActionList: [],
      ...(props.systemMessage === undefined ? {} : { systemMessage: props.systemMessage }),
    });
    for (const [index, each] of props.resources.entries()) {
      const compartment = `resources[${index}].resourceCompartmentId`;
      requireOcid(this, compartment, each.resourceCompartmentId, ["compartment", "tenancy"]);
      new OperatorAccessControlOperatorControlAssignment(this, `assignment-${index + 1}`, {
        ...shared,
        compartmentId,
        operatorControlId: this.resource.id,
        resourceType: props.resourceType,
        resourceId: each.resourceId,
        resourceName: each.resourceName,
        resourceCompartmentId: each.resourceCompartmentId,
        isEnforcedAlways: true,
        isAutoApproveDuringMaintenance: false,
      });
    }
  }
}

/** A service provider asks before it acts: nothing is approved in advance, nor during maintenance. */
export class DelegationControl extends Construct {
  readonly resource: DelegateAccessControlDelegationControl;

  /** @throws PropsError where the region lies outside, or where OCI asks for a vault and none is given */
  constructor(
    scope: Construct,
    id: string,
    props: DelegationControlProps,
    context: ControlContext,
  ) {
    super(scope, id);
    requireSome(this, "resourceIds", props.resourceIds);
    requireOcid(this, "notificationTopicId", props.notificationTopicId, ["onstopic"]);
    this.checkVault(props);
    const compartmentId = props.compartmentId ?? context.compartmentId;
    requireOcid(this, "compartmentId", compartmentId, ["compartment", "tenancy"]);
    const shared = common(this, context, props.region);
    const subscription = new DelegateAccessControlDelegationSubscription(this, "subscription", {
      ...shared,
      compartmentId,
      serviceProviderId: props.serviceProviderId,
      subscribedServiceType: props.serviceType,
    });
    this.resource = new DelegateAccessControlDelegationControl(this, "control", {
      ...shared,
      compartmentId,
      displayName: context.displayName,
      description: "Every action of the service provider needs approval",
      resourceType: props.resourceType,
      resourceIds: [...props.resourceIds],
      delegationSubscriptionIds: [subscription.id],
      numApprovalsRequired: props.numberOfApprovals ?? 2,
      preApprovedServiceProviderActionNames: [],
      isAutoApproveDuringMaintenance: false,
      notificationTopicId: props.notificationTopicId,
      notificationMessageFormat: "JSON",
      ...(props.vaultId === undefined ? {} : { vaultId: props.vaultId }),
      ...(props.vaultKeyId === undefined ? {} : { vaultKeyId: props.vaultKeyId }),
    });
  }

  private checkVault({ resourceType, vaultId, vaultKeyId }: DelegationControlProps): void {
    const needed = resourceType === "CLOUDVMCLUSTER";
    for (const [prop, value, type] of [
      ["vaultId", vaultId, "vault"],
      ["vaultKeyId", vaultKeyId, "key"],
    ] as const) {
      if (value !== undefined) {
        requireOcid(this, prop, value, [type]);
      } else if (needed) {
        throw new PropsError(this, {
          prop,
          got: value,
          because: "OCI keeps the SSH keys to a CLOUDVMCLUSTER in a vault of yours",
          fix: `give the OCID of a ${type} in the cluster's region`,
        });
      }
    }
  }
}

/** Operations of the control plane that wait for somebody else's approval. */
export class PrivilegedApiControl extends Construct {
  readonly resource: ApiaccesscontrolPrivilegedApiControl;

  /** @throws PropsError where the region lies outside, or where no operation or resource is named */
  constructor(
    scope: Construct,
    id: string,
    props: PrivilegedApiControlProps,
    context: ControlContext,
  ) {
    super(scope, id);
    const because = "a resource type is written in capital letters";
    requireMatch(this, "resourceType", props.resourceType, /^[A-Z][A-Z0-9_]*$/, because);
    requireSome(this, "operations", props.operations);
    requireSome(this, "resourceIds", props.resourceIds);
    requireOcid(this, "notificationTopicId", props.notificationTopicId, ["onstopic"]);
    const compartmentId = props.compartmentId ?? context.compartmentId;
    requireOcid(this, "compartmentId", compartmentId, ["compartment", "tenancy"]);
    this.resource = new ApiaccesscontrolPrivilegedApiControl(this, "control", {
      ...common(this, context, props.region),
      compartmentId,
      displayName: context.displayName,
      description: "These operations need approval",
      resourceType: props.resourceType,
      resources: [...props.resourceIds],
      approverGroupIdList: approversOf(this, props.approverGroupIds, context),
      numberOfApprovers: props.numberOfApprovers ?? 2,
      notificationTopicId: props.notificationTopicId,
      privilegedOperationList: props.operations.map(({ apiName, entityType, attributeNames }) => ({
        apiName,
        ...(entityType === undefined ? {} : { entityType }),
        ...(attributeNames === undefined ? {} : { attributeNames: [...attributeNames] }),
      })),
    });
  }
}
