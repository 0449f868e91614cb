import { IdentityPolicy } from "@cdktf/provider-oci/lib/identity-policy";
import { Lazy } from "cdktf";
import { Construct } from "constructs";
import { GuardedStack } from "../guarded-stack";

/** Statements in one policy: OCI's default limit. Source: IAM service limits, "statements in a policy". */
const MAX_STATEMENTS = 50;

/**
 * The IAM policies of one stack that let Oracle's own services work on its behalf.
 *
 * A stack has as few of them as it can: a tenancy holds 100 policies by default, so that one policy
 * a bucket would end at a hundred buckets. They are attached to the tenancy, because one policy
 * speaks of several compartments, and made in the home region, because IAM objects can be changed
 * there only.
 */
export class ServicePolicies extends Construct {
  /** The policy of each statement: a thousand buckets ask three thousand times. */
  private readonly holders = new Map<string, IdentityPolicy>();
  /** The policy that takes the next statement; the ones before it are full. */
  private open: { readonly policy: IdentityPolicy; readonly statements: string[] } | undefined;
  private count = 0;

  /** The one instance of the stack that `scope` stands in. */
  static of(scope: Construct): ServicePolicies {
    const stack = GuardedStack.guarding(scope);
    const existing = stack.node.tryFindChild("service-policies");
    return existing instanceof ServicePolicies
      ? existing
      : new ServicePolicies(stack, "service-policies");
  }

  /**
   * Adds `statement`, once, and returns the policy that holds it, for `dependsOn`: Oracle answers
   * "not authorized or not found" to whatever needs it earlier.
   */
  allow(statement: string): IdentityPolicy {
    const holder = this.holders.get(statement);
    if (holder !== undefined) {
      return holder;
    }
    if (this.open === undefined || this.open.statements.length === MAX_STATEMENTS) {
      this.open = this.addPolicy();
    }
    this.open.statements.push(statement);
    this.holders.set(statement, this.open.policy);
    return this.open.policy;
  }

  private addPolicy() {
    const stack = GuardedStack.guarding(this);
    this.count += 1;
    const number = this.count;
    const statements: string[] = [];
    const policy = new IdentityPolicy(this, `policy-${number}`, {
      provider: stack.providerFor(stack.homeRegion),
      compartmentId: stack.tenancyOcid,
      name: `${stack.node.id}-services-${number}`,
      description: `Lets Oracle services use keys and objects for the stack ${stack.node.id}`,
      statements: Lazy.listValue({ produce: () => statements }),
    });
    return { policy, statements };
  }
}
