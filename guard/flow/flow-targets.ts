import { Region, scan } from "../../jurisdiction";
import { type Json, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { parseReference, soleExpression } from "../model/template";
import { evaluate } from "../place/evaluate";
import { type Place, Placer } from "../place/place";
import type { RuleContext } from "../rules/rule";
import { type Referred, referredBlock } from "../sovereignty/referred-block";
import { withoutIndex } from "./attributes";
import { BUCKET_ARGUMENT, BucketIndex, bucketNameOf } from "./buckets";
import type { FlowValue } from "./judge-flow";
import { stackOfRemoteState } from "./remote-state";
import { segmentsOf, valueIn } from "./value-in";

/** No honest chain of stacks that read each other's state is longer. */
const MAX_STACKS = 8;

/** Finds what values of flows refer to: a block of any stack of the input, or a region by itself. */
export class FlowTargets {
  private readonly buckets: BucketIndex;
  private readonly placers = new Map<Stack, Placer>();

  constructor(private readonly stacks: readonly Stack[]) {
    this.buckets = new BucketIndex(stacks);
  }

  /** The block that a value refers to, by reference, through another stack's state, or by an S3 name. */
  blockOf({ value, argument, flow }: FlowValue, holder: Block, stack: Stack): Referred | undefined {
    // A region is told by the attribute that is read, not by the block that has it.
    if (flow === "region") {
      return undefined;
    }
    return (
      this.referred(value, stack, holder, 0) ??
      (holder.type.startsWith("aws_") ? this.bucket(value, argument) : undefined)
    );
  }

  private referred(
    value: Json | undefined,
    stack: Stack,
    holder: Block,
    hops: number,
  ): Referred | undefined {
    const found = referredBlock(value, stack, holder);
    if (found?.block.type !== "terraform_remote_state") {
      return found;
    }
    const other = hops < MAX_STACKS ? stackOfRemoteState(found.block, this.stacks) : undefined;
    const reference = parseReference(soleExpression(String(value)) ?? "");
    const [outputs, name = "", ...rest] = segmentsOf(withoutIndex(reference?.attribute ?? ""));
    const output = other?.byAddress.get(`output.${name}`);
    return other === undefined || output === undefined || outputs !== "outputs"
      ? undefined
      : this.referred(valueIn(own(output.body, "value") ?? null, rest), other, output, hops + 1);
  }

  private bucket(value: Json, argument: string): Referred | undefined {
    const name =
      typeof value === "string" ? bucketNameOf(value, BUCKET_ARGUMENT.test(argument)) : undefined;
    const [only, ...others] = name === undefined ? [] : this.buckets.blocksNamed(name);
    return only === undefined || others.length > 0 ? undefined : { block: only[0], stack: only[1] };
  }

  placeOf({ block, stack }: Referred, context: RuleContext): Place {
    if (stack === context.stack) {
      return context.placeOf(block);
    }
    let placer = this.placers.get(stack);
    if (placer === undefined) {
      placer = new Placer(stack, context.jurisdiction);
      this.placers.set(stack, placer);
    }
    return placer.placeOf(block);
  }

  /** The region or regions that the text of a value names; null where it names none. */
  regionOf({ value, flow }: FlowValue, holder: Block, stack: Stack): string | null {
    const known = evaluate(value, stack, holder);
    const named = (known.known ? known.values : []).map((text) =>
      flow === "region" ? regionOfName(text) : regionOfText(text),
    );
    const regions = named.filter((region) => region !== undefined).map(String);
    return regions.length === 0 || regions.length < named.length
      ? null
      : [...new Set(regions)].sort().join(" or ");
  }
}

function regionOfName(text: string): Region | undefined {
  const name = text.trim().toLowerCase();
  return Region.find(name) ?? Region.findByKey(name) ?? regionOfText(text);
}

/** By an identifier or an address; a name that mentions a region tells nothing. */
function regionOfText(text: string): Region | undefined {
  for (const { kind, proof, text: found } of scan(text)) {
    const isMention = (kind === "region-id" || kind === "region-key") && found !== text;
    if (proof.proves === "region" && !isMention) {
      return proof.region;
    }
  }
  return undefined;
}
