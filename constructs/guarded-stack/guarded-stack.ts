import { OciProvider } from "@cdktf/provider-oci/lib/provider";
import { type TerraformProvider, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { Jurisdiction, Region } from "../../jurisdiction";
import { recordSourceLines } from "../guarded-app/source-lines";
import type { IStateBackend } from "../state-backend";
import { PropsError, requireOcid, requireOciInside } from "../validation";

export interface GuardedStackProps {
  /** What the stack must not leave. */
  readonly jurisdiction: Jurisdiction;
  /** Region of the stack's resources; a construct may name another that is allowed. */
  readonly region: Region | string;
  /** Home region of the tenancy: IAM objects can be changed there only, and are kept there. */
  readonly homeRegion: Region | string;
  /** OCID of the tenancy. */
  readonly tenancyOcid: string;
  /** Where the Terraform state is kept. */
  readonly state: IStateBackend;
}

/**
 * A stack that can reach allowed regions only.
 *
 * It makes one provider configuration for each region that is used, called after the region
 * (`oci.us-ashburn-1`), and none without a region: what forgets to name its provider has none to fall
 * back to, which the guard reports.
 *
 * Each resource carries the line of the sources that made it, whatever app the stack is of; an app that
 * is made with `stackTraces: false` leaves them out.
 */
export class GuardedStack extends TerraformStack {
  readonly jurisdiction: Jurisdiction;
  readonly region: Region;
  readonly homeRegion: Region;
  readonly tenancyOcid: string;

  private readonly providers = new Map<Region, OciProvider>();

  /**
   * @throws PropsError when a region or the state lies outside the jurisdiction
   */
  constructor(scope: Construct, id: string, props: GuardedStackProps) {
    super(scope, id);
    recordSourceLines(this);
    this.jurisdiction = props.jurisdiction;
    this.region = requireOciInside(this, "region", props.region, props.jurisdiction);
    this.homeRegion = requireOciInside(this, "homeRegion", props.homeRegion, props.jurisdiction);
    requireOcid(this, "tenancyOcid", props.tenancyOcid, ["tenancy"]);
    this.tenancyOcid = props.tenancyOcid;
    props.state.bind(this, props.jurisdiction);
  }

  /**
   * The stack that `construct` stands in.
   *
   * @throws PropsError when that is no GuardedStack
   */
  static guarding(construct: IConstruct): GuardedStack {
    const stack = TerraformStack.of(construct);
    if (stack instanceof GuardedStack) {
      return stack;
    }
    throw new PropsError(construct, {
      prop: "scope",
      got: stack.node.id,
      because:
        "that stack is no GuardedStack, so that nothing would keep the construct inside a jurisdiction",
      fix: "let the stack extend GuardedStack",
    });
  }

  /**
   * The provider configuration of `region`, made when it is first asked for.
   *
   * @throws PropsError when the region lies outside the jurisdiction
   */
  providerFor(region: Region | string): TerraformProvider {
    const allowed = requireOciInside(this, "provider region", region, this.jurisdiction);
    const known = this.providers.get(allowed);
    if (known !== undefined) {
      return known;
    }
    const provider = new OciProvider(this, `oci-${allowed.id}`, {
      alias: allowed.id,
      region: allowed.id,
      tenancyOcid: this.tenancyOcid,
    });
    this.providers.set(allowed, provider);
    return provider;
  }
}
