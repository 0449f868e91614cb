import { IdentityDynamicGroup } from "@cdktf/provider-oci/lib/identity-dynamic-group";
import { Construct } from "constructs";
import { GuardedStack } from "../guarded-stack";

/** Resources that act under their own name, by the `resource.type` that a matching rule compares. */
export type PrincipalType = "autonomousdatabase" | "filesystem";

/**
 * The dynamic groups of one stack: the resources of one type in one compartment, as the principal of
 * a statement.
 *
 * They match by compartment, since a resource has no OCID before it is made and needs its key then. A
 * stack has one group for each type and compartment, as a tenancy limits their number.
 * They are made in the home region, as all IAM objects are, and in the default identity domain.
 *
 * Source: OCI documentation, "Writing Matching Rules to Define Dynamic Groups".
 */
export class ResourcePrincipals extends Construct {
  /** Kept as text: each reading of `id` is another token, and a statement would be there twice. */
  private readonly subjects = new Map<string, string>();

  /** The one instance of the stack that `scope` stands in. */
  static of(scope: Construct): ResourcePrincipals {
    const stack = GuardedStack.guarding(scope);
    const existing = stack.node.tryFindChild("resource-principals");
    return existing instanceof ResourcePrincipals
      ? existing
      : new ResourcePrincipals(stack, "resource-principals");
  }

  /** The subject of a statement: the resources of `type` in the compartment. */
  subject(type: PrincipalType, compartmentId: string): string {
    const key = `${type} ${compartmentId}`;
    const known = this.subjects.get(key);
    if (known !== undefined) {
      return known;
    }
    const subject = `dynamic-group id ${this.addGroup(type, compartmentId).id}`;
    this.subjects.set(key, subject);
    return subject;
  }

  private addGroup(type: PrincipalType, compartmentId: string): IdentityDynamicGroup {
    const stack = GuardedStack.guarding(this);
    const number = this.subjects.size + 1;
    return new IdentityDynamicGroup(this, `group-${number}`, {
      provider: stack.providerFor(stack.homeRegion),
      compartmentId: stack.tenancyOcid,
      name: `${stack.node.id}-${type}-${number}`,
      description: `Resources of type ${type} that the stack ${stack.node.id} lets use its keys`,
      matchingRule: `ALL {resource.type = '${type}', resource.compartment.id = '${compartmentId}'}`,
    });
  }
}
