import { operandsOf } from "../flow/expression";
import { stackOfRemoteState } from "../flow/remote-state";
import { segmentsOf, valueIn } from "../flow/value-in";
import { isObject, type Json, type JsonObject, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import {
  dottedReference,
  hasTemplate,
  type Reference,
  referencesIn,
  soleExpression,
} from "../model/template";
import { evaluate } from "../place/evaluate";
import { getOrMake, push } from "./memo";
import { PlannedInstances } from "./planned-instances";
import { distinct, join, ofAttribute, type Target, unknown, withoutIndex } from "./targets";

const MAX_HOPS = 32;

const NOTHING: readonly Target[] = [];

interface Definition {
  readonly value: Json;
  readonly block: Block;
}

/** Finds the blocks that values of arguments refer to, in all stacks of the input. */
export class Resolver {
  private readonly definitions = new Map<Stack, ReadonlyMap<string, readonly Definition[]>>();
  private readonly memo = new Map<Stack, Map<string, readonly Target[]>>();
  private readonly instances = new PlannedInstances();

  /** @param bodyOf arguments of a block, those that an override file sets included */
  constructor(
    private readonly stacks: readonly Stack[],
    private readonly bodyOf: (block: Block) => JsonObject = ({ body }) => body,
  ) {}

  /** Everything that `value` can be: blocks, texts, or what nothing tells. */
  targets(value: Json | undefined, stack: Stack, block: Block, hops = 0): readonly Target[] {
    if (value === undefined || value === null) {
      return NOTHING;
    }
    if (hops > MAX_HOPS) {
      return unknown("its references lead on and on");
    }
    if (Array.isArray(value)) {
      return distinct(
        (value as readonly Json[]).flatMap((item) => this.targets(item, stack, block, hops)),
      );
    }
    if (typeof value !== "string") {
      return isObject(value)
        ? distinct(
            Object.keys(value).flatMap((key) => this.targets(own(value, key), stack, block, hops)),
          )
        : [{ kind: "text", text: String(value) }];
    }
    if (!hasTemplate(value)) {
      return [{ kind: "text", text: value }];
    }
    const reference = dottedReference(value);
    if (reference !== undefined) {
      return distinct(this.ofReference(reference, stack, block, hops));
    }
    const expression = soleExpression(value);
    return expression === undefined
      ? this.evaluated(value, stack, block)
      : this.ofExpression(expression, stack, block, hops);
  }

  private ofExpression(
    expression: string,
    stack: Stack,
    block: Block,
    hops: number,
  ): readonly Target[] {
    const operands = operandsOf(expression);
    if (operands === undefined) {
      return this.mentioned(expression, stack, block, hops);
    }
    return distinct(
      operands.flatMap((operand) =>
        operand.kind === "text"
          ? [{ kind: "text", text: operand.text } as const]
          : operand.kind === "template"
            ? this.targets(operand.text, stack, block, hops + 1)
            : this.ofReference(operand.reference, stack, block, hops),
      ),
    );
  }

  /** An expression that only rearranges what it mentions: `values(oci_core_subnet.s)[*].id`. */
  private mentioned(
    expression: string,
    stack: Stack,
    block: Block,
    hops: number,
  ): readonly Target[] {
    const evaluated = this.evaluated(`\${${expression}}`, stack, block);
    if (evaluated.every((target) => target.kind !== "unknown")) {
      return evaluated;
    }
    // Names that are bound inside of the expression, and indices, name nothing by themselves.
    const found = referencesIn(expression)
      .filter(
        ({ address }) =>
          /^(?:var|local|module|data)\./.test(address) || stack.byAddress.has(address),
      )
      .flatMap((reference) => this.ofReference(reference, stack, block, hops));
    return found.some((target) => target.kind === "block") ? distinct(found) : evaluated;
  }

  private evaluated(value: string, stack: Stack, block: Block): readonly Target[] {
    const result = evaluate(value, stack, block);
    return result.known
      ? result.values.map((text) => ({ kind: "text", text }))
      : unknown(result.reason);
  }

  private ofReference(
    reference: Reference,
    stack: Stack,
    block: Block,
    hops: number,
  ): readonly Target[] {
    const { address, attribute } = reference;
    const direct = ofAttribute(reference, stack, this.bodyOf);
    if (direct !== undefined) {
      return direct;
    }
    if (address.startsWith("each.")) {
      return this.ofEach(reference, stack, block, hops);
    }
    const known = getOrMake(this.memo, stack, () => new Map<string, readonly Target[]>());
    // In a plan, an index that only the referring block knows means another instance in each.
    const from = stack.origin === "plan" && attribute.startsWith("[") ? block.address : "";
    const key = `${address} ${attribute} ${from}`;
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    known.set(key, unknown(`${address} refers to itself`));
    const targets = this.resolve(reference, stack, block, hops);
    // Names that only this block binds, such as an iterator's, mean something else in another.
    if (stack.byAddress.has(address) || /^(?:local|var|module)\./.test(address)) {
      known.set(key, targets);
    } else {
      known.delete(key);
    }
    return targets;
  }

  private resolve(
    { address, attribute }: Reference,
    stack: Stack,
    block: Block,
    hops: number,
  ): readonly Target[] {
    if (address.startsWith("local.")) {
      const defined = this.definedAs(address, stack);
      return defined.length === 0
        ? unknown(`${address} is not defined`)
        : distinct(
            defined.flatMap(({ value, block: holder }) =>
              this.part(value, attribute, address, stack, holder, hops),
            ),
          );
    }
    if (address.startsWith("var.")) {
      const input = stack.inputs?.get(address.slice("var.".length));
      return input === undefined
        ? this.evaluated(`\${${join(address, attribute)}}`, stack, block)
        : this.part(
            input.value,
            attribute,
            address,
            input.from?.stack ?? stack,
            input.from?.block ?? block,
            hops,
          );
    }
    if (address.startsWith("module.")) {
      const called = stack.modules?.get(address.slice("module.".length))?.stack;
      return called === undefined
        ? unknown(`${address} is not in the input`)
        : this.ofOutput(called, segmentsOf(withoutIndex(attribute)), address, hops);
    }
    const found = stack.byAddress.get(address);
    if (found === undefined || (found.kind !== "resource" && found.kind !== "data")) {
      return this.evaluated(`\${${join(address, attribute)}}`, stack, block);
    }
    if (found.type === "terraform_remote_state") {
      const [outputs, ...rest] = segmentsOf(withoutIndex(attribute));
      const other = stackOfRemoteState(found, this.stacks);
      return outputs === "outputs" && other !== undefined
        ? this.ofOutput(other, rest, `the stack ${other.name}`, hops)
        : unknown(`${found.address} is the state of a stack that is not in the input`);
    }
    const segments = segmentsOf(withoutIndex(attribute));
    return distinct(
      this.instances
        .of(found, address, attribute, stack, block)
        .flatMap((instance) => this.ofBlock(instance, segments, stack, hops)),
    );
  }

  private ofBlock(
    block: Block,
    segments: readonly string[],
    stack: Stack,
    hops: number,
  ): readonly Target[] {
    // An argument of the other block that the configuration sets is known by what it is set to.
    const configured =
      block.kind === "resource" && segments.length > 0 && segments[0] !== "id"
        ? valueIn(this.bodyOf(block), segments)
        : undefined;
    return configured === undefined
      ? [{ kind: "block", block, stack, attribute: segments.join(".") }]
      : this.targets(configured, stack, block, hops + 1);
  }

  private ofOutput(
    stack: Stack,
    [name = "", ...rest]: readonly string[],
    from: string,
    hops: number,
  ): readonly Target[] {
    const defined = this.definedAs(`output.${name}`, stack).filter(({ value }) => value !== null);
    return defined.length === 0
      ? unknown(`${from} has no output ${name}`)
      : distinct(
          defined.flatMap(({ value, block }) =>
            this.targets(valueIn(value, rest) ?? value, stack, block, hops + 1),
          ),
        );
  }

  private ofEach(
    { address, attribute }: Reference,
    stack: Stack,
    block: Block,
    hops: number,
  ): readonly Target[] {
    const set = own(block.body, "for_each");
    if (isObject(set) && address === "each.value") {
      const parts = Object.keys(set).flatMap((key) =>
        this.part(own(set, key) ?? null, attribute, address, stack, block, hops),
      );
      return distinct(parts);
    }
    const evaluated = this.evaluated(`\${${join(address, attribute)}}`, stack, block);
    return evaluated.some((target) => target.kind === "unknown") && typeof set === "string"
      ? this.targets(set, stack, block, hops + 1)
      : evaluated;
  }

  private part(
    value: Json,
    attribute: string,
    from: string,
    stack: Stack,
    block: Block,
    hops: number,
  ): readonly Target[] {
    const segments = segmentsOf(attribute);
    const part = valueIn(value, segments);
    if (part !== undefined) {
      return this.targets(part, stack, block, hops + 1);
    }
    // The value is an expression of which an attribute is taken.
    const expression = typeof value === "string" ? soleExpression(value) : undefined;
    return expression !== undefined && /^[\w.-]+$/.test(expression)
      ? this.targets(`\${${[expression, ...segments].join(".")}}`, stack, block, hops + 1)
      : unknown(`${from} holds no ${attribute} that is in the input`);
  }

  /** What a local value or an output is set to: an override file gives it another, and both are judged. */
  private definedAs(address: string, stack: Stack): readonly Definition[] {
    return getOrMake(this.definitions, stack, () => definitionsOf(stack)).get(address) ?? [];
  }
}

function definitionsOf(stack: Stack): ReadonlyMap<string, readonly Definition[]> {
  const found = new Map<string, Definition[]>();
  for (const block of stack.blocks) {
    if (block.kind === "locals") {
      for (const name of Object.keys(block.body)) {
        push(found, `local.${name}`, { value: own(block.body, name) ?? null, block });
      }
    } else if (block.kind === "output") {
      push(found, `output.${block.name}`, { value: own(block.body, "value") ?? null, block });
    }
  }
  return found;
}
