import type { Cloud } from "../../jurisdiction";
import type { Json } from "../json/json";
import type { Block } from "../model/block";
import { dottedReference, hasTemplate } from "../model/template";
import { namesForeignPlace } from "../rules/argument-inside";
import { allowedRegions } from "../rules/describe";
import type { RuleContext, Verdict } from "../rules/rule";
import { BUCKET_ARGUMENT } from "./buckets";
import { FLOW_POLICIES, type FlowClass } from "./flow-class";
import { Follower } from "./follower";
import type { Outcome } from "./outcome";

/** One value of one argument. */
export interface FlowValue {
  readonly value: Json;
  readonly pointer: string;
  /** Name of the argument. */
  readonly argument: string;
  readonly flow: FlowClass;
}

const followers = new WeakMap<RuleContext["stacks"], Follower>();
const ofContext = new WeakMap<RuleContext, Follower>();

/** One follower an input: what one stack resolved, another that refers to it can use. */
function followerOf(context: RuleContext): Follower {
  let follower = ofContext.get(context);
  if (follower === undefined) {
    const shared = followers.get(context.stacks);
    follower =
      shared?.jurisdiction === context.jurisdiction
        ? shared
        : new Follower(context.stacks, context.jurisdiction);
    follower.use(context.stack, context.placeOf);
    followers.set(context.stacks, follower);
    ofContext.set(context, follower);
  }
  return follower;
}

/** True where {@link judgeFlow} has nothing to say of a text, as of nearly all of an estate's. */
export function isPlainlyInside(text: string, flow: FlowClass, context: RuleContext): boolean {
  const policy = FLOW_POLICIES[flow];
  if (policy === undefined || !(policy.mustBeProven || hasTemplate(text))) {
    return true;
  }
  const reference = dottedReference(text);
  return (
    reference !== undefined && followerOf(context).isPlainlyInside(reference, flow, context.stack)
  );
}

const ADDRESS_ARGUMENT = /(?:^|_)(?:endpoint|url|uri|host|server|address|ip|broker)$/;

/** What `flow-inside` says of a value, or undefined where it leads inside. */
export function judgeFlow(
  flowValue: FlowValue,
  block: Block,
  context: RuleContext,
): Verdict | undefined {
  const { value, pointer, argument, flow } = flowValue;
  const policy = FLOW_POLICIES[flow];
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // What a literal names is for argument-inside to report; here it must name something at all.
  if (policy === undefined || !(policy.mustBeProven || hasTemplate(text))) {
    return undefined;
  }
  const cloud = cloudOf(block);
  const outcome = followerOf(context).follow(value, {
    flow,
    cloud,
    stack: context.stack,
    block,
    hops: 0,
    isBucket: cloud === "aws" && flow !== "region" && BUCKET_ARGUMENT.test(argument),
    isAddress: flow === "endpoint" || ADDRESS_ARGUMENT.test(argument),
  });
  if (
    outcome.status === "inside" ||
    (outcome.status === "unproven" && !policy.mustBeProven) ||
    isReportedAlready(pointer, block, context)
  ) {
    return undefined;
  }
  return outcome.status === "outside"
    ? {
        status: "outside",
        path: pointer,
        value: text,
        region: outcome.region,
        message: `${argument} of ${block.address}, ${policy.noun}, leads to ${outcome.region}, outside ${context.jurisdiction.name}: ${outcome.because}.`,
        fix: fixOf(flow, cloud, context),
      }
    : unprovenVerdict(flowValue, text, outcome, block, context);
}

function unprovenVerdict(
  { pointer, argument, flow }: FlowValue,
  text: string,
  outcome: Exclude<Outcome, { status: "inside" }>,
  block: Block,
  context: RuleContext,
): Verdict {
  const noun = FLOW_POLICIES[flow]?.noun ?? "data";
  return {
    status: "unproven",
    path: pointer,
    value: text,
    message: `Nothing proves that ${argument} of ${block.address}, ${noun}, lies inside ${context.jurisdiction.name}: ${outcome.because}.`,
    fix: fixOf(flow, cloudOf(block), context),
  };
}

/** True where `argument-inside` reports the value, because it names a place that is not allowed. */
function isReportedAlready(pointer: string, block: Block, context: RuleContext): boolean {
  return block.places.some(
    (leaf) => leaf.pointer === pointer && namesForeignPlace(leaf, block, context),
  );
}

function cloudOf(block: Block): Cloud | undefined {
  return block.type.startsWith("oci_") || block.type === "oci"
    ? "oci"
    : block.type.startsWith("aws_") || block.type === "aws"
      ? "aws"
      : undefined;
}

function fixOf(flow: FlowClass, cloud: Cloud | undefined, context: RuleContext): string {
  const allowed = allowedRegions(context.jurisdiction, cloud);
  switch (flow) {
    case "region":
      return `Write it out, or give its variable a validation that lists the allowed values: ${allowed}.`;
    case "endpoint":
      return `Write out an address that names one of ${allowed}, refer to a resource that lies there, or waive it with who runs that address and where.`;
    default:
      return `Refer to a resource that lies in one of ${allowed}, write out an identifier that names one, or give its variable a validation that lists the allowed values.`;
  }
}
