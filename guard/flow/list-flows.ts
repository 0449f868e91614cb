import { placeName, Region } from "../../jurisdiction";
import type { Block } from "../model/block";
import type { Place } from "../place/place";
import type { Status } from "../result";
import { judge } from "../rules/describe";
import type { RuleContext } from "../rules/rule";
import type { Referred } from "../sovereignty/referred-block";
import { isOwnRegion } from "./attributes";
import { flowArguments, flowClass } from "./catalogue";
import type { Flow } from "./flow";
import { FLOW_POLICIES, type FlowClass } from "./flow-class";
import { FlowTargets } from "./flow-targets";
import { type FlowValue, judgeFlow } from "./judge-flow";
import { valuesAt } from "./values-at";

/**
 * Every flow that the catalogue knows in the stacks of `contexts`: each argument of a resource, a
 * data source or a provider configuration through which data, keys, copies or logs reach another
 * place.
 *
 * @returns by stack, address and path
 */
export function listFlows(contexts: readonly RuleContext[]): readonly Flow[] {
  const [first] = contexts;
  if (first === undefined) {
    return [];
  }
  const targets = new FlowTargets(first.stacks);
  return contexts
    .flatMap((context) =>
      context.stack.blocks.flatMap((block) =>
        valuesOf(block).map((value) => toFlow(value, block, context, targets)),
      ),
    )
    .sort(byPosition);
}

const NONE: readonly never[] = [];

/** Names a zone of the block's own region, and so leads nowhere. */
const PLACE: FlowClass = "place";

function valuesOf(block: Block): readonly FlowValue[] {
  switch (block.kind) {
    case "resource":
    case "data":
      return argumentsOf(block).flatMap(({ path, flow }) =>
        valuesAt(block.body, path, block.pointer)
          .filter(({ value }) => value !== "")
          .map(({ value, pointer }) => ({ value, pointer, argument: path.at(-1) ?? "", flow })),
      );
    case "provider":
      return valuesAt(block.body, ["endpoints"], block.pointer).map(({ value, pointer }) => ({
        value,
        pointer,
        argument: pointer.slice(pointer.lastIndexOf("/") + 1),
        flow: "endpoint",
      }));
    default:
      return NONE;
  }
}

interface Argument {
  readonly path: readonly string[];
  readonly flow: FlowClass;
}

/** The arguments of a block's type that lead somewhere, of which it sets the first name. */
function argumentsOf(block: Block): readonly Argument[] {
  const known = block.kind === "resource" ? flowArguments(block.type) : undefined;
  if (known === undefined) {
    return argumentsByName(block);
  }
  const isDynamic = Object.hasOwn(block.body, "dynamic");
  const found: Argument[] = [];
  for (const { path, class: flow } of known) {
    // Most blocks set few of what their type could.
    if (flow !== PLACE && (isDynamic || Object.hasOwn(block.body, path[0] ?? ""))) {
      found.push({ path, flow });
    }
  }
  return found;
}

/** A type that the catalogue does not hold: its arguments are known by their names alone. */
function argumentsByName(block: Block): readonly Argument[] {
  const found = new Map<string, Argument>();
  for (const leaves of [block.templates, block.places]) {
    for (const { pointer } of leaves) {
      const path = pointer
        .slice(block.pointer.length + 1)
        .split("/")
        .filter((token) => !/^\d+$/.test(token));
      const name = path.join(".");
      const flow = flowClass(block.type, name);
      // A data source reads: what it is asked for comes in.
      const counts = block.kind === "resource" || flow === "region" || flow === "key";
      // The argument `region` of a block of the AWS provider says where the block itself lies.
      if (
        counts &&
        !isOwnRegion(block, path) &&
        flow !== PLACE &&
        FLOW_POLICIES[flow] !== undefined
      ) {
        found.set(name, { path, flow });
      }
    }
  }
  return [...found.values()];
}

function toFlow(value: FlowValue, block: Block, context: RuleContext, targets: FlowTargets): Flow {
  const target = targets.blockOf(value, block, context.stack);
  const flow: Flow = {
    stack: block.stack,
    address: block.address,
    path: value.pointer,
    kind: value.flow,
    from: regionsOf(context.placeOf(block)),
    ...leadOf(value, target, block, context, targets),
  };
  return target === undefined
    ? flow
    : { ...flow, target: target.block.address, targetStack: target.block.stack };
}

type Lead = Pick<Flow, "to" | "status">;

function leadOf(
  value: FlowValue,
  target: Referred | undefined,
  block: Block,
  context: RuleContext,
  targets: FlowTargets,
): Lead {
  const place = target === undefined ? undefined : targets.placeOf(target, context);
  const to = place === undefined ? targets.regionOf(value, block, context.stack) : regionsOf(place);
  const verdict = judgeFlow(value, block, context);
  if (verdict !== undefined && verdict.status !== "note") {
    return { to: verdict.region ?? to, status: verdict.status };
  }
  const named = namedPlace(value, block, context);
  if (named !== undefined) {
    return { to: to ?? named.to, status: named.status };
  }
  if (place !== undefined) {
    return { to, status: place.status };
  }
  if (to !== null) {
    return { to, status: statusOf(to, context) };
  }
  // What must be proven and passed leads nowhere else, such as an address of the network's own.
  const isProven = FLOW_POLICIES[value.flow]?.mustBeProven === true;
  return { to, status: isProven ? "inside" : "unproven" };
}

/** A place outside, or an unknown one, that the value itself names: another rule reports it. */
function namedPlace(
  { pointer }: FlowValue,
  { places }: Block,
  { jurisdiction }: RuleContext,
): Lead | undefined {
  let worst: Lead | undefined;
  for (const { pointer: at, evidence } of places) {
    const status = at === pointer ? judge(evidence.proof, jurisdiction) : "inside";
    if (status === "outside" || (status === "unproven" && worst === undefined)) {
      const isKnown = evidence.proof.proves !== "unknown-place";
      worst = { to: isKnown ? (placeName(evidence.proof) ?? null) : null, status };
    }
  }
  return worst;
}

function statusOf(to: string, { jurisdiction }: RuleContext): Status {
  const regions = to.split(OR).map((id) => Region.find(id));
  return regions.every((region) => region !== undefined && jurisdiction.allows(region))
    ? "inside"
    : "outside";
}

const OR = " or ";

function regionsOf({ regions }: Place): string | null {
  return regions.length === 0 ? null : regions.map(String).join(OR);
}

function byPosition(a: Flow, b: Flow): number {
  return compare(a.stack, b.stack) || compare(a.address, b.address) || compare(a.path, b.path);
}

/** By code unit: the order must not depend on the machine's locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
