import type { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { QuotaCoverage } from "../constructs";
import type { Waiver } from "../guard";
import type { Jurisdiction } from "../jurisdiction";
import { addAwsStacks } from "./aws-stacks";
import type { Estate } from "./estate";
import { TenancyStack } from "./tenancy-stack";
import { UsDataStack } from "./us-data-stack";
import { UsRecoveryStack } from "./us-recovery-stack";

/** An estate that is made. */
export interface ComposedEstate {
  /** Every stack, each after those that it needs: the order to deploy them in. */
  readonly stacks: readonly TerraformStack[];
  /** Those of the stack that must still lie outside; each ends at its deadline. */
  readonly waivers: readonly Waiver[];
  /** Which service families have no capacity outside; empty without guardrails of the tenancy. */
  readonly coverage: readonly QuotaCoverage[];
}

/**
 * Makes every stack of `estate` in `app`.
 *
 * @param asOf the day of the synthesis, `YYYY-MM-DD`, from which deadlines are counted
 */
export function composeEstate(
  app: Construct,
  estate: Estate,
  jurisdiction: Jurisdiction,
  asOf: string,
): ComposedEstate {
  const props = { estate, jurisdiction };
  const { name } = estate;
  const tenancy =
    estate.tenancy === undefined && estate.office === undefined
      ? undefined
      : new TenancyStack(app, `${name}-tenancy`, props);
  const data = new UsDataStack(app, `${name}-us-data`, props);
  const recovery = new UsRecoveryStack(app, `${name}-us-recovery`, props);
  // A replication policy needs its destination bucket to exist.
  data.addDependency(recovery);
  if (tenancy !== undefined) {
    // Quotas and groups are there before what they are about.
    recovery.addDependency(tenancy);
    data.addDependency(tenancy);
  }
  const aws =
    estate.aws === undefined
      ? undefined
      : addAwsStacks(app, estate, estate.aws, jurisdiction, asOf);
  // The migration writes to a bucket of the data stack.
  aws?.source.addDependency(data);
  const stacks = [tenancy, recovery, data, aws?.source, aws?.retirement].filter(
    (stack) => stack !== undefined,
  );
  return {
    stacks,
    waivers: aws?.retirement?.waivers() ?? [],
    coverage: tenancy?.coverage() ?? [],
  };
}
