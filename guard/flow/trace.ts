import type { Cloud } from "../../jurisdiction";
import { type Block, type Stack, sets } from "../model/block";
import type { Reference } from "../model/template";
import { ANY_PLACE, isConnectString, isOfItself, OF_ANOTHER } from "./attributes";
import { flowClass } from "./catalogue";
import type { FlowClass } from "./flow-class";

/** What is followed: the argument's class, and where the value stands. */
export interface Trace {
  readonly flow: FlowClass;
  readonly cloud: Cloud | undefined;
  readonly stack: Stack;
  /** The block that holds the value: `each.value` is its own. */
  readonly block: Block;
  readonly hops: number;
  /** True where the value is an S3 bucket's name. */
  readonly isBucket: boolean;
  /** True where the value is a URL or a host. */
  readonly isAddress: boolean;
}

/** What a reference begins with that speaks of no resource. */
const NAMES = new Set(["each", "local", "module", "var", "aws_region"]);

/**
 * The resource behind a reference to an attribute that the configuration does not set, as most are:
 * where it leads is told at once, without following anything.
 */
export function makerOf({ address, attribute }: Reference, stack: Stack): Block | undefined {
  const block = stack.byAddress.get(address);
  return block?.kind === "resource" &&
    !NAMES.has(block.type) &&
    /^[A-Za-z_][A-Za-z_-]*$/.test(attribute) &&
    !sets(block, attribute)
    ? block
    : undefined;
}

/** True where the attribute `path` of a block, called `name`, tells where the block itself lies. */
export function speaksOfItself(
  { type }: Block,
  path: string,
  name: string | undefined,
  flow: FlowClass,
): boolean {
  return (
    !ANY_PLACE.has(type) &&
    !OF_ANOTHER.has(flowClass(type, path)) &&
    (isOfItself(name, flow) || isConnectString(path, flow))
  );
}

/** All that an outcome depends on, apart from the stack. */
export function keyOf({ address, attribute }: Reference, trace: Trace): string {
  // `each` is of the block; every other reference means the same in all of a stack.
  const block = address.startsWith("each.") ? trace.block.address : "";
  const how = `${trace.flow} ${trace.cloud ?? ""} ${trace.isBucket ? "b" : ""}${trace.isAddress ? "a" : ""}`;
  return `${how} ${block} ${address} ${attribute}`;
}
