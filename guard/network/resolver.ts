import { operandsOf } from "../flow/expression";
import { stackOfRemoteState } from "../flow/remote-state";
import { segmentsOf, valueIn } from "../flow/value-in";
import { isObject, type Json, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import {
  dottedReference,
  hasTemplate,
  type Reference,
  referencesIn,
  soleExpression,
} from "../model/template";
import { evaluate } from "../place/evaluate";
import { push } from "./memo";

/** What a value names. */
export type Target =
  | {
      readonly kind: "block";
      readonly block: Block;
      readonly stack: Stack;
      /** Attribute of the block, without indices: `id`, `default_route_table_id`; empty for none. */
      readonly attribute: string;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unknown"; readonly reason: string };

const MAX_HOPS = 32;

/** More than any honest list has; hostile locals double at every step. */
const MAX_TARGETS = 4096;

const NOTHING: readonly Target[] = [];

/** Finds the blocks that values of arguments refer to, in all stacks of the input. */
export class Resolver {
  private readonly locals = new Map<Stack, ReadonlyMap<string, { value: Json; block: Block }>>();
  private readonly memo = new Map<Stack, Map<string, readonly Target[]>>();
  private readonly planned = new Map<Stack, ReadonlyMap<string, readonly Block[]>>();

  constructor(private readonly stacks: readonly Stack[]) {}

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
    const direct = ofAttribute(reference, stack);
    if (direct !== undefined) {
      return direct;
    }
    if (address.startsWith("each.")) {
      return this.ofEach(reference, stack, block, hops);
    }
    let known = this.memo.get(stack);
    if (known === undefined) {
      known = new Map();
      this.memo.set(stack, known);
    }
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
      const local = this.localsOf(stack).get(address.slice("local.".length));
      return local === undefined
        ? unknown(`${address} is not defined`)
        : this.part(local.value, attribute, address, stack, local.block, hops);
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
      this.instancesOf(found, address, attribute, stack, block).flatMap((instance) =>
        this.ofBlock(instance, segments, stack, hops),
      ),
    );
  }

  /**
   * A plan has a block for each instance of a resource; elsewhere one block stands for all of them.
   * Where the reference does not say which it means, it can mean any.
   */
  private instancesOf(
    found: Block,
    address: string,
    attribute: string,
    stack: Stack,
    block: Block,
  ): readonly Block[] {
    if (stack.origin !== "plan") {
      return [found];
    }
    const own = /^\[(?:each\.key|count\.index)\]/.test(attribute)
      ? /\[[^\]]*\]$/.exec(block.address)?.[0]
      : /^\[[^\]]*\]/.exec(attribute)?.[0];
    const exact = own === undefined ? undefined : stack.byAddress.get(`${address}${own}`);
    return exact === undefined ? (this.instances(stack).get(address) ?? [found]) : [exact];
  }

  private instances(stack: Stack): ReadonlyMap<string, readonly Block[]> {
    let known = this.planned.get(stack);
    if (known === undefined) {
      const found = new Map<string, Block[]>();
      for (const [key, block] of stack.byAddress) {
        if (key.endsWith("]")) {
          push(found, key.replace(/\[[^\]]*\]$/, ""), block);
        }
      }
      known = found;
      this.planned.set(stack, known);
    }
    return known;
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
        ? valueIn(block.body, segments)
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
    const output = stack.byAddress.get(`output.${name}`);
    const value =
      output === undefined ? undefined : valueIn(own(output.body, "value") ?? null, rest);
    if (output === undefined || value === undefined || value === null) {
      return output !== undefined && rest.length > 0
        ? this.targets(own(output.body, "value"), stack, output, hops + 1)
        : unknown(`${from} has no output ${name}`);
    }
    return this.targets(value, stack, output, hops + 1);
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

  private localsOf(stack: Stack): ReadonlyMap<string, { value: Json; block: Block }> {
    let locals = this.locals.get(stack);
    if (locals === undefined) {
      const found = new Map<string, { value: Json; block: Block }>();
      for (const block of stack.blocks) {
        if (block.kind === "locals") {
          for (const name of Object.keys(block.body)) {
            if (!found.has(name)) {
              found.set(name, { value: own(block.body, name) ?? null, block });
            }
          }
        }
      }
      locals = found;
      this.locals.set(stack, locals);
    }
    return locals;
  }
}

/** An attribute that the configuration does not set, of a resource that it makes: most are. */
function ofAttribute(
  { address, attribute }: Reference,
  stack: Stack,
): readonly Target[] | undefined {
  const block = stack.byAddress.get(address);
  return block?.kind === "resource" &&
    !NAMES.has(block.type) &&
    stack.origin !== "plan" &&
    attribute !== "" &&
    (attribute === "id" || (isName(attribute) && own(block.body, attribute) === undefined))
    ? [{ kind: "block", block, stack, attribute }]
    : undefined;
}

/** What a reference begins with that speaks of no resource. */
const NAMES = new Set(["each", "local", "module", "var"]);

/** True for one name, without a path or an index. */
function isName(attribute: string): boolean {
  return /^[A-Za-z_][A-Za-z_-]*$/.test(attribute);
}

function unknown(reason: string): readonly Target[] {
  return [{ kind: "unknown", reason }];
}

function join(address: string, attribute: string): string {
  return attribute === ""
    ? address
    : attribute.startsWith("[")
      ? address + attribute
      : `${address}.${attribute}`;
}

function withoutIndex(attribute: string): string {
  return attribute.replace(/^\[[^\]]*\]\.?/, "");
}

function distinct(targets: readonly Target[]): readonly Target[] {
  if (targets.length < 2) {
    return targets;
  }
  const blocks = new Map<Block, Set<string>>();
  const texts = new Set<string>();
  const kept: Target[] = [];
  for (const target of targets) {
    if (kept.length >= MAX_TARGETS) {
      kept.push({ kind: "unknown", reason: "it names too many resources" });
      break;
    }
    if (target.kind === "block") {
      const attributes = blocks.get(target.block) ?? new Set();
      blocks.set(target.block, attributes);
      if (attributes.has(target.attribute)) {
        continue;
      }
      attributes.add(target.attribute);
    } else {
      const text = target.kind === "text" ? `=${target.text}` : `?${target.reason}`;
      if (texts.has(text)) {
        continue;
      }
      texts.add(text);
    }
    kept.push(target);
  }
  return kept;
}
