import type { Jurisdiction } from "../../jurisdiction";
import { asString, isObject, type Json, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { localOf, localValue } from "../model/local-value";
import {
  dottedReference,
  hasTemplate,
  parseTemplate,
  type Reference,
  soleExpression,
} from "../model/template";
import { evaluate } from "../place/evaluate";
import { parseHclValue } from "../statements/hcl-value";
import { isAsWritten, isJudgedItself, isOwnRegion, withoutIndex } from "./attributes";
import { BucketIndex, bucketNameOf } from "./buckets";
import { flowClass } from "./catalogue";
import { operandsOf } from "./expression";
import { FLOW_POLICIES, type FlowClass } from "./flow-class";
import { evidenceOutcome, literalOutcome } from "./literal";
import { INSIDE, type Outcome, unproven, worst } from "./outcome";
import { PlacedBlocks, type PlaceOf } from "./placed-blocks";
import { stackOfRemoteState } from "./remote-state";
import { composedOutcome } from "./template-outcome";
import { keyOf, makerOf, speaksOfItself, type Trace } from "./trace";
import { segmentsOf, valueIn } from "./value-in";

/** Buckets of every kind that S3 has. */
const BUCKET_TYPE = /^aws_s3\w*_bucket$/;

/** No honest chain of references is longer. */
const MAX_HOPS = 64;

/** Follows values of all stacks of an input to the blocks that they name. */
export class Follower {
  private readonly placed: PlacedBlocks;
  private readonly buckets: BucketIndex;
  /** What references led to: values that refer to many others would be followed over and over. */
  private readonly followed = new Map<Stack, Map<string, Outcome>>();

  constructor(
    private readonly stacks: readonly Stack[],
    readonly jurisdiction: Jurisdiction,
  ) {
    this.buckets = new BucketIndex(stacks);
    this.placed = new PlacedBlocks(jurisdiction);
  }

  /** Where `value` leads. */
  follow(value: Json, trace: Trace): Outcome {
    if (trace.hops > MAX_HOPS) {
      return unproven("its references lead on and on");
    }
    if (Array.isArray(value)) {
      return worst((value as readonly Json[]).map((item) => this.follow(item, trace)));
    }
    if (isObject(value)) {
      return worst(Object.keys(value).map((key) => this.follow(own(value, key) ?? null, trace)));
    }
    if (typeof value !== "string") {
      return value === null || trace.flow !== "region"
        ? INSIDE
        : unproven(`${String(value)} is no region`);
    }
    if (!hasTemplate(value)) {
      return this.ofText(value, trace);
    }
    const reference = dottedReference(value);
    if (reference !== undefined) {
      return this.ofReference(reference, trace);
    }
    const expression = soleExpression(value);
    if (expression !== undefined) {
      return this.ofExpression(expression, trace);
    }
    const document = documentIn(value);
    return document === undefined
      ? composedOutcome(parseTemplate(value), trace, this)
      : this.follow(document, { ...trace, hops: trace.hops + 1 });
  }

  /** Where an expression leads that is the whole value. */
  ofExpression(expression: string, trace: Trace): Outcome {
    const operands = operandsOf(expression);
    if (operands === undefined) {
      const encoded = /^jsonencode\s*\(([\s\S]*)\)$/.exec(expression.trim())?.[1];
      const document = encoded === undefined ? undefined : parseHclValue(encoded);
      if (document !== undefined) {
        return this.follow(document, { ...trace, hops: trace.hops + 1 });
      }
      const result = evaluate(`\${${expression}}`, trace.stack, trace.block);
      return result.known
        ? worst(result.values.map((text) => this.ofText(text, trace)))
        : unproven(`the expression ${expression} has a value only when Terraform runs`);
    }
    return worst(
      operands.map((operand) =>
        operand.kind === "reference"
          ? this.ofReference(operand.reference, trace)
          : operand.kind === "text"
            ? this.ofText(operand.text, trace)
            : this.follow(operand.text, { ...trace, hops: trace.hops + 1 }),
      ),
    );
  }

  /** Where literal text leads. */
  ofText(text: string, trace: Trace): Outcome {
    const bucket = trace.cloud === "aws" ? bucketNameOf(text, trace.isBucket) : undefined;
    if (bucket === undefined || FLOW_POLICIES[trace.flow]?.mustBeProven !== true) {
      return literalOutcome(text, trace, this.jurisdiction);
    }
    const evident = evidenceOutcome(text, this.jurisdiction);
    if (evident !== undefined) {
      return evident;
    }
    const found = this.buckets.blocksNamed(bucket);
    return found.length === 0
      ? unproven(`the name of the S3 bucket ${bucket} names no region, and no stack makes it`)
      : worst(found.map(([block, stack]) => this.placed.ofPlace(block, stack)));
  }

  /**
   * True for a reference to a resource that lies inside, by an attribute that tells no other place.
   * What is not so plain is false, and has to be followed.
   */
  isPlainlyInside(reference: Reference, flow: FlowClass, stack: Stack): boolean {
    const { attribute } = reference;
    const maker = makerOf(reference, stack);
    return (
      maker !== undefined &&
      speaksOfItself(maker, attribute, attribute, flow) &&
      this.placed.ofPlace(maker, stack).status === "inside"
    );
  }

  private ofReference(reference: Reference, trace: Trace): Outcome {
    const maker = makerOf(reference, trace.stack);
    if (maker !== undefined) {
      return this.ofMade(maker, [reference.attribute], trace);
    }
    let known = this.followed.get(trace.stack);
    if (known === undefined) {
      known = new Map();
      this.followed.set(trace.stack, known);
    }
    const key = keyOf(reference, trace);
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    known.set(key, unproven(`${reference.address} refers to itself`));
    const outcome = this.resolve(reference, trace);
    known.set(key, outcome);
    return outcome;
  }

  private resolve(reference: Reference, trace: Trace): Outcome {
    const { address, attribute } = reference;
    if (address.startsWith("local.")) {
      return this.ofLocal(address.slice("local.".length), attribute, trace);
    }
    if (address.startsWith("var.")) {
      return this.ofVariable(reference, trace);
    }
    if (address.startsWith("module.")) {
      return this.ofModule(address, attribute, trace);
    }
    if (address === "each.value" || address === "each.key") {
      return this.ofEach(address, attribute, trace);
    }
    const block = trace.stack.byAddress.get(address);
    if (block === undefined || (block.kind !== "resource" && block.kind !== "data")) {
      return this.ofIterator(reference, trace);
    }
    return block.type === "terraform_remote_state"
      ? this.ofRemoteState(block, attribute, trace)
      : this.ofBlock(block, withoutIndex(attribute), trace);
  }

  /** What is no block can be the iterator of a dynamic block: `replica.value`. */
  private ofIterator({ address, attribute }: Reference, trace: Trace): Outcome {
    const expression = attribute === "" ? address : `${address}.${attribute}`;
    return this.ofEvaluated(expression, trace, `${address} is not in the file`);
  }

  private ofEvaluated(expression: string, trace: Trace, otherwise: string): Outcome {
    const result = evaluate(`\${${expression}}`, trace.stack, trace.block);
    return result.known
      ? worst(result.values.map((text) => this.ofText(text, trace)))
      : unproven(otherwise);
  }

  private ofLocal(name: string, attribute: string, trace: Trace): Outcome {
    const value = localValue(name, trace.stack);
    return value === undefined
      ? unproven(`local.${name} is not defined`)
      : this.part(value, attribute, `local.${name}`, trace);
  }

  private part(value: Json, attribute: string, from: string, trace: Trace): Outcome {
    const part = valueIn(value, segmentsOf(attribute));
    return part === undefined
      ? unproven(`${from} holds no ${attribute} that is in the file`)
      : this.follow(part, { ...trace, hops: trace.hops + 1 });
  }

  private ofVariable({ address, attribute }: Reference, trace: Trace): Outcome {
    const input = trace.stack.inputs?.get(address.slice("var.".length));
    if (input !== undefined) {
      return input.from === undefined
        ? this.literalPart(input.value, attribute, address, trace)
        : this.part(input.value, attribute, address, { ...trace, ...input.from });
    }
    const result = evaluate(`\${${address}}`, trace.stack);
    if (!result.known || attribute !== "") {
      return unproven(result.known ? `${address} is no text` : result.reason);
    }
    return worst(result.values.map((text) => this.ofText(text, trace)));
  }

  /** A part of a value that a plan fixes: `${` in it is text. */
  private literalPart(value: Json, attribute: string, from: string, trace: Trace): Outcome {
    const part = valueIn(value, segmentsOf(attribute));
    return part === undefined
      ? unproven(`${from} holds no ${attribute} that is in the plan`)
      : this.ofLiteral(part, trace);
  }

  private ofLiteral(value: Json, trace: Trace): Outcome {
    if (typeof value === "string") {
      return this.ofText(value, trace);
    }
    return Array.isArray(value)
      ? worst((value as readonly Json[]).map((item) => this.ofLiteral(item, trace)))
      : isObject(value)
        ? worst(Object.values(value).map((item) => this.ofLiteral(item as Json, trace)))
        : this.follow(value, trace);
  }

  /** An output of a module that the input holds. */
  private ofModule(address: string, attribute: string, trace: Trace): Outcome {
    const called = trace.stack.modules?.get(address.slice("module.".length));
    return called?.stack === undefined
      ? unproven(`${address} is not in the file`)
      : this.ofOutput(called.stack, segmentsOf(withoutIndex(attribute)), address, trace);
  }

  private ofOutput(
    stack: Stack,
    [name = "", ...rest]: readonly string[],
    from: string,
    trace: Trace,
  ): Outcome {
    const output = stack.byAddress.get(`output.${name}`);
    const value =
      output === undefined ? undefined : valueIn(own(output.body, "value") ?? null, rest);
    return output === undefined || value === undefined
      ? unproven(`${from} has no output ${name}`)
      : this.follow(value, { ...trace, stack, block: output, hops: trace.hops + 1 });
  }

  /** `for_each` of the block: what it goes through is what `each` can be. */
  private ofEach(address: string, attribute: string, trace: Trace): Outcome {
    const written = own(trace.block.body, "for_each");
    if (written === undefined) {
      return unproven(`${address} stands in a block without for_each`);
    }
    const reference = typeof written === "string" ? dottedReference(written) : undefined;
    const set = localOf(reference, trace.stack) ?? written;
    if (isObject(set)) {
      const keys = Object.keys(set);
      return address === "each.key"
        ? worst(keys.map((key) => this.ofText(key, trace)))
        : worst(keys.map((key) => this.part(set[key] as Json, attribute, address, trace)));
    }
    if (attribute === "") {
      return this.follow(written, { ...trace, hops: trace.hops + 1 });
    }
    // Of a resource with instances of its own, each value is one of them.
    const isBlock = reference?.attribute === "" && trace.stack.byAddress.has(reference.address);
    return isBlock && address === "each.value"
      ? this.ofReference({ address: reference.address, attribute }, trace)
      : this.ofEvaluated(
          `${address}.${attribute}`,
          trace,
          `${address}.${attribute} has a value only when Terraform runs`,
        );
  }

  private ofRemoteState(block: Block, attribute: string, trace: Trace): Outcome {
    const [outputs, ...output] = segmentsOf(withoutIndex(attribute));
    const stack = stackOfRemoteState(block, this.stacks);
    return outputs === "outputs" && stack !== undefined
      ? this.ofOutput(stack, output, `the stack ${stack.name}`, trace)
      : unproven(`${block.address} is the state of a stack that is not in the input`);
  }

  private ofBlock(block: Block, attribute: string, trace: Trace): Outcome {
    const segments = segmentsOf(attribute);
    const carries = flowClass(block.type, segments.join("."));
    const configured = segments.length === 0 ? undefined : valueIn(block.body, segments);
    if (block.type === "aws_region" && trace.flow === "region") {
      return this.ofRegionSource(block, trace);
    }
    const isText = isAsWritten(segments);
    const passesOn =
      FLOW_POLICIES[carries]?.mustBeProven === true ||
      trace.flow === "region" ||
      isText ||
      // A name is that of a bucket where the block is one; elsewhere it is a text.
      (trace.isBucket && !BUCKET_TYPE.test(block.type));
    if (configured !== undefined && passesOn && !isOwnRegion(block, segments)) {
      return this.follow(configured, { ...trace, block, hops: trace.hops + 1 });
    }
    return isText
      ? unproven(`${[block.address, ...segments].join(".")} is a text that anybody can write`)
      : this.ofMade(block, segments, trace);
  }

  /** An attribute that only the run of Terraform gives a value. */
  private ofMade(block: Block, segments: readonly string[], trace: Trace): Outcome {
    if (isJudgedItself(block, segments)) {
      return this.placed.ofPlace(block, trace.stack);
    }
    if (!speaksOfItself(block, segments.join("."), segments.at(-1), trace.flow)) {
      return unproven(
        `${[block.address, ...segments].join(".")} has a value only when Terraform runs`,
      );
    }
    if (block.type === "aws_s3_bucket" && block.kind === "data") {
      return this.ofFoundBucket(block, trace);
    }
    return this.placed.ofPlace(block, trace.stack);
  }

  /** `aws_region` speaks of the region that it is asked for, or else of its own. */
  private ofRegionSource(block: Block, trace: Trace): Outcome {
    const asked = own(block.body, "name");
    if (own(block.body, "endpoint") !== undefined) {
      return unproven(`${block.address} finds a region by an endpoint`);
    }
    return asked === undefined
      ? this.placed.ofPlace(block, trace.stack)
      : this.follow(asked, { ...trace, block, hops: trace.hops + 1 });
  }

  /** The data source finds a bucket wherever it lies; only the bucket's name can tell. */
  private ofFoundBucket(block: Block, trace: Trace): Outcome {
    const name = asString(own(block.body, "bucket"));
    return name === undefined
      ? unproven(`${block.address} can lie anywhere`)
      : this.follow(name, {
          ...trace,
          // Of whichever cloud the block is that refers to it: the name is one of S3.
          cloud: "aws",
          isBucket: true,
          block,
          hops: trace.hops + 1,
        });
  }

  /** Takes the places of a stack that are resolved already. */
  use(stack: Stack, placeOf: PlaceOf): void {
    this.placed.use(stack, placeOf);
  }
}

/** JSON text with expressions in its strings, such as a policy: each value leads somewhere. */
function documentIn(text: string): Json | undefined {
  if (!/^\s*\{/.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
