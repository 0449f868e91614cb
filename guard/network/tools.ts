import type { Directs } from "./direct";
import type { EntranceIndex } from "./entrance-index";
import type { Exposures } from "./exposure";

/** What the paths of a subnet are worked out with. */
export interface Tools {
  readonly directs: Directs;
  readonly exposures: Exposures;
  readonly index: EntranceIndex;
}
