import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  TerraformOutput,
  type TerraformProvider,
  type TerraformResource,
  TerraformStack,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { Waiver } from "../../../guard";
import type { Jurisdiction, Region } from "../../../jurisdiction";
import { recordSourceLines } from "../../guarded-app/source-lines";
import type { IStateBackend } from "../../state-backend";
import { PropsError } from "../../validation";
import { requireAccountId, requireAwsInside } from "../validation";
import { type CheckedException, checkException, type RegionException } from "./region-exception";

export interface GuardedAwsStackProps {
  /** What the stack must not leave. */
  readonly jurisdiction: Jurisdiction;
  /** AWS region of the stack's resources; a construct may name another that is allowed. */
  readonly region: Region | string;
  /** Account that the stack is for, twelve digits; Terraform refuses to run in any other. */
  readonly accountId: string;
  /** Where the Terraform state is kept. */
  readonly state: IStateBackend;
  /** The one region outside that the stack may reach, until a day. @default none */
  readonly exception?: RegionException;
  /**
   * The day that the estate is synthesized for, `YYYY-MM-DD`; needed with `exception`. It is passed
   * in, because nothing here reads a clock.
   * @default none
   */
  readonly asOf?: string;
}

/** Rules whose findings an exception can answer for; the others are about more than a place. */
export type WaivableRule =
  | "argument-inside"
  | "aws-policy-inside"
  | "customer-managed-key"
  | "flow-inside"
  | "resource-inside";

type Waivable = TerraformResource | TerraformOutput;

/**
 * A stack that can reach allowed regions of one AWS account only.
 *
 * It makes one provider configuration for each region that is used, called after the region
 * (`aws.us-east-1`), and none without a region: what forgets to name its provider has none to fall
 * back to, which the guard reports.
 *
 * An `exception` lets it reach one region outside as well. What stands there is still found by the
 * guard; `waivers()` covers what constructs declared by `waive`, and nothing else.
 */
export class GuardedAwsStack extends TerraformStack {
  readonly jurisdiction: Jurisdiction;
  readonly region: Region;
  readonly accountId: string;
  /** Undefined where the stack stays inside. */
  readonly exception: CheckedException | undefined;

  private readonly providers = new Map<Region, AwsProvider>();
  private readonly waived = new Map<Waivable, Set<WaivableRule>>();

  /**
   * @throws PropsError when the region or the state lies outside the jurisdiction, and when the
   *   exception is inside, runs too long or names nobody
   */
  constructor(scope: Construct, id: string, props: GuardedAwsStackProps) {
    super(scope, id);
    recordSourceLines(this);
    this.jurisdiction = props.jurisdiction;
    this.region = requireAwsInside(this, "region", props.region, props.jurisdiction);
    requireAccountId(this, "accountId", props.accountId);
    this.accountId = props.accountId;
    this.exception =
      props.exception === undefined
        ? undefined
        : checkException(this, props.exception, props.asOf, props.jurisdiction);
    props.state.bind(this, props.jurisdiction);
  }

  /**
   * The stack that `construct` stands in.
   *
   * @throws PropsError when that is no GuardedAwsStack
   */
  static guarding(construct: IConstruct): GuardedAwsStack {
    const stack = TerraformStack.of(construct);
    if (stack instanceof GuardedAwsStack) {
      return stack;
    }
    throw new PropsError(construct, {
      prop: "scope",
      got: stack.node.id,
      because:
        "that stack is no GuardedAwsStack, so that nothing would keep the construct inside a jurisdiction",
      fix: "let the stack extend GuardedAwsStack",
    });
  }

  /** AWS partition: `aws`, `aws-us-gov`. */
  get partition(): string {
    return this.region.realm.id;
  }

  /**
   * The provider configuration of `region`, made when it is first asked for.
   *
   * @throws PropsError when the region lies outside the jurisdiction and is not the exception's
   */
  providerFor(region: Region | string): TerraformProvider {
    const allowed = this.isExcepted(region)
      ? this.exception.region
      : requireAwsInside(this, "provider region", region, this.jurisdiction);
    const known = this.providers.get(allowed);
    if (known !== undefined) {
      return known;
    }
    const provider = new AwsProvider(this, `aws-${allowed.id}`, {
      alias: allowed.id,
      region: allowed.id,
      allowedAccountIds: [this.accountId],
    });
    this.providers.set(allowed, provider);
    return provider;
  }

  /** True for the one region outside that the stack may reach. */
  isExcepted(region: Region | string): this is this & { readonly exception: CheckedException } {
    return this.exception !== undefined && String(region) === this.exception.region.id;
  }

  /**
   * Declares that the guard will find `element` under `rules`, and that the exception answers for it.
   *
   * @throws PropsError when the stack has no exception
   */
  waive(element: Waivable, ...rules: readonly WaivableRule[]): void {
    if (this.exception === undefined) {
      throw new PropsError(element, {
        prop: "scope",
        got: this.node.id,
        because: "that stack has no exception, so that nothing in it can be waived",
        fix: `give the stack an exception, or keep the resource inside ${this.jurisdiction.name}`,
      });
    }
    const known = this.waived.get(element) ?? new Set<WaivableRule>();
    for (const rule of rules) {
      known.add(rule);
    }
    this.waived.set(element, known);
  }

  /**
   * The waivers of the exception, one for each subject and rule: pass them to the check of the
   * estate, after everything is made. Each ends at the deadline.
   *
   * A provider configuration or resource outside that no construct has declared is not among them.
   */
  waivers(): Waiver[] {
    const { exception } = this;
    if (exception === undefined) {
      return [];
    }
    const subjects: [address: string, rule: string][] = [];
    if (this.providers.has(exception.region)) {
      subjects.push([`provider.aws.${exception.region.id}`, "provider-inside"]);
    }
    for (const [element, rules] of this.waived) {
      for (const rule of rules) {
        subjects.push([addressOf(element), rule]);
      }
    }
    return subjects.map(([address, rule]) => ({
      id: `${this.node.id}/${address}/${rule}`,
      rule,
      subject: `${this.node.id}:${address}`,
      reason: exception.reason,
      owner: exception.owner,
      ticket: exception.ticket,
      expires: exception.deadline,
    }));
  }
}

/** The address that Terraform, and the guard, know an element by. */
function addressOf(element: Waivable): string {
  return element instanceof TerraformOutput
    ? `output.${element.friendlyUniqueId}`
    : `${element.terraformResourceType}.${element.friendlyUniqueId}`;
}
