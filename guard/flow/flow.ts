import type { Status } from "../result";
import type { FlowClass } from "./flow-class";

/** Something that leads, or can lead, from a block of the configuration to another place. */
export interface Flow {
  readonly stack: string;
  /** Terraform address of the block that the flow starts at. */
  readonly address: string;
  /** JSON pointer (RFC 6901) of the value, into the file that holds the block. */
  readonly path: string;
  /** What it carries. */
  readonly kind: FlowClass;
  /** Region of the block, or its regions, joined by ` or `; null where none is proven. */
  readonly from: string | null;
  /** Region or realm that it leads to, or several, joined by ` or `; null where none is proven. */
  readonly to: string | null;
  /** Terraform address of the block that the value refers to, where the input holds it. */
  readonly target?: string;
  /** Stack of `target`. */
  readonly targetStack?: string;
  /**
   * `unproven` where nothing tells where it leads. That is a finding for what carries data or keys
   * away, and none for what brings something in, such as the image of a virtual machine.
   */
  readonly status: Status;
}
