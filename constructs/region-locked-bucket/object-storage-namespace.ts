import { DataOciObjectstorageNamespace } from "@cdktf/provider-oci/lib/data-oci-objectstorage-namespace";
import type { Construct } from "constructs";
import { GuardedStack } from "../guarded-stack";

/**
 * The tenancy's Object Storage namespace, read when Terraform runs. Write the namespace out where it
 * is known: a plan then needs no account.
 *
 * @returns the token that Terraform replaces by it
 */
export function lookUpNamespace(scope: Construct): string {
  const stack = GuardedStack.guarding(scope);
  const id = "object-storage-namespace";
  const existing = stack.node.tryFindChild(id);
  if (existing instanceof DataOciObjectstorageNamespace) {
    return existing.namespace;
  }
  return new DataOciObjectstorageNamespace(stack, id, {
    provider: stack.providerFor(stack.region),
    compartmentId: stack.tenancyOcid,
  }).namespace;
}
