import type { Construct } from "constructs";
import type { Jurisdiction } from "../jurisdiction";
import type { Estate } from "./estate";
import { UsDataStack } from "./us-data-stack";
import { UsRecoveryStack } from "./us-recovery-stack";

/** Makes every stack of `estate` in `app`. */
export function composeEstate(app: Construct, estate: Estate, jurisdiction: Jurisdiction): void {
  const data = new UsDataStack(app, `${estate.name}-us-data`, { estate, jurisdiction });
  const recovery = new UsRecoveryStack(app, `${estate.name}-us-recovery`, { estate, jurisdiction });
  // A replication policy needs its destination bucket to exist.
  data.addDependency(recovery);
}
