import { type Json, own } from "../../json/json";
import type { Block, Stack } from "../block";
import { bindingsOf } from "../providers";
import { admittedValues } from "./admitted";
import { iteratorsOf } from "./iterators";
import { fromJson } from "./json-values";
import type { Scope, Step } from "./scope";
import type { Node } from "./syntax";
import { anyOf, combine, isList, isMap, just, known, type Result, unknown } from "./value";

/** What names stand for is worked out by whoever works out the rest. */
export interface Evaluator {
  json(value: Json | undefined, scope: Scope): Result;
  node(node: Node, scope: Scope): Result;
  access(start: Result, steps: readonly Step[], scope: Scope): Result;
}

/** Works out the names of Terraform: `local`, `var`, `each`, `count`, `module`, `data`, iterators. */
export class Names {
  constructor(private readonly evaluator: Evaluator) {}

  /** What `root` with the attributes and indices behind it can be. */
  ofRoot(root: string, steps: readonly Step[], scope: Scope): Result {
    const [first, ...rest] = steps;
    const name = nameOf(first);
    const path = written(root, steps);
    if (name !== undefined) {
      switch (root) {
        case "local":
          return this.evaluator.access(this.ofLocal(name, scope.stack), rest, scope);
        case "var":
          return this.evaluator.access(this.ofVariable(name, scope.stack), rest, scope);
        case "each":
        case "count":
          return this.evaluator.access(this.ofRepetition(`${root}.${name}`, scope), rest, scope);
        case "module":
          return this.ofModule(name, rest, scope);
        case "data":
          return this.ofData(name, rest, path, scope);
      }
      const iterated = (name === "key" || name === "value") && this.ofIterator(root, name, scope);
      if (iterated) {
        return this.evaluator.access(iterated, rest, scope);
      }
    }
    return unknown(`${path} has a value only when Terraform runs`);
  }

  private ofLocal(name: string, stack: Stack): Result {
    const address = `local.${name}`;
    return remember(address, stack, () => {
      const found = definitionsOf(stack).locals.get(name);
      if (found === undefined) {
        return unknown(`${address} is not ${stack.origin === "plan" ? "in a plan" : "defined"}`);
      }
      const results = found.map(({ value, block }) => this.evaluator.json(value, { stack, block }));
      return anyOf(results, address);
    });
  }

  /**
   * A default of a root module proves nothing: whoever runs Terraform can give another value. A
   * validation does, as Terraform refuses what it does not admit.
   */
  private ofVariable(name: string, stack: Stack): Result {
    const address = `var.${name}`;
    return remember(address, stack, () => this.variable(name, address, stack));
  }

  private variable(name: string, address: string, stack: Stack): Result {
    const input = stack.inputs?.get(name);
    if (input !== undefined) {
      const { value, from } = input;
      return from === undefined
        ? withVia(literal(value), `the value of ${address}`)
        : withVia(this.evaluator.json(value, from), address);
    }
    const declared = stack.blocks.filter(
      (block) => block.kind === "variable" && block.name === name,
    );
    if (declared.length === 0) {
      return unknown(`${address} is not declared`);
    }
    if (stack.parent !== undefined) {
      // The call does not set it, so that nobody can.
      const defaults = declared.map((block) => own(block.body, "default") ?? null);
      return withVia(anyOf(defaults.map(literal)), `the default of ${address}`);
    }
    if (stack.origin === "plan") {
      return unknown(`the plan holds no value of ${address}`);
    }
    const admitted = admittedValues(name, declared, (node) =>
      this.evaluator.node(node, { stack, block: undefined }),
    );
    return admitted === undefined
      ? unknown(
          `${address} can be set to anything when Terraform runs: it has no validation that lists its values`,
        )
      : known(admitted, `the validation of ${address}`);
  }

  /** `each.key`, `each.value` and `count.index`: any of what the block is repeated for. */
  private ofRepetition(path: string, scope: Scope): Result {
    const body = scope.block?.body;
    if (body === undefined) {
      return unknown(`${path} has a value only when Terraform runs`);
    }
    const within = { stack: scope.stack, block: undefined };
    if (path === "count.index") {
      return combine([this.evaluator.json(own(body, "count"), within)], ([count]) => {
        const number = Number(count ?? Number.NaN);
        return number >= 1 && number <= 256
          ? known(
              Array.from({ length: number }, (_, index) => index),
              "count",
            )
          : unknown("count has a value only when Terraform runs");
      });
    }
    return withVia(
      ofIteration(
        this.evaluator.json(own(body, "for_each"), within),
        path === "each.key" ? "key" : "value",
      ),
      path,
    );
  }

  /** `replica.value` inside of a `dynamic` block `replica`. */
  private ofIterator(name: string, side: "key" | "value", scope: Scope): Result | undefined {
    const sets = scope.block === undefined ? [] : (iteratorsOf(scope.block).get(name) ?? []);
    return sets.length === 0
      ? undefined
      : withVia(
          anyOf(sets.map((set) => ofDynamic(this.evaluator.json(set, scope), side))),
          `${name}.${side}`,
        );
  }

  /** An output of a called module, whose blocks are in the input. */
  private ofModule(label: string, steps: readonly Step[], scope: Scope): Result {
    const [first, ...others] = steps;
    // module.m["a"].x: every instance returns what the one set of blocks says.
    const [output, ...rest] = first !== undefined && "index" in first ? others : steps;
    const name = nameOf(output);
    const stack = scope.stack.modules?.get(label)?.stack;
    const block = name === undefined ? undefined : stack?.byAddress.get(`output.${name}`);
    return block === undefined || stack === undefined
      ? unknown(`what module.${label} returns is not in the file`)
      : withVia(
          this.evaluator.access(
            this.evaluator.json(own(block.body, "value"), { stack, block }),
            rest,
            scope,
          ),
          `module.${label}.${name}`,
        );
  }

  /** `data.aws_region.here.name`: the region that is asked for, or that of the provider configuration. */
  private ofData(type: string, steps: readonly Step[], path: string, scope: Scope): Result {
    const [first, ...others] = steps;
    const [next, ...rest] =
      others[0] !== undefined && "index" in others[0] ? others.slice(1) : others;
    const name = nameOf(first);
    const block =
      name === undefined ? undefined : scope.stack.byAddress.get(`data.${type}.${name}`);
    if (
      type !== "aws_region" ||
      block === undefined ||
      rest.length > 0 ||
      !REGION_ATTRIBUTES.has(nameOf(next) ?? "")
    ) {
      return unknown(`${path} has a value only when Terraform runs`);
    }
    return withVia(this.regionOf(block, scope.stack), `data.${type}.${name}`);
  }

  private regionOf(block: Block, stack: Stack): Result {
    if (own(block.body, "endpoint") !== undefined) {
      return unknown(`${block.address} is found by an endpoint`);
    }
    const written = own(block.body, "region") ?? own(block.body, "name");
    if (written !== undefined && written !== null) {
      return this.evaluator.json(written, { stack, block });
    }
    const bindings = bindingsOf(block, stack);
    return bindings.length === 0
      ? unknown(`${block.address} has no provider configuration`)
      : anyOf(
          bindings.map((binding) => {
            const region = own(binding.block.body, "region");
            return region === undefined || region === null
              ? unknown(`${binding.block.address} sets no region`)
              : this.evaluator.json(region, binding);
          }),
        );
  }
}

/** Name that a step gives: `local.a` and `local["a"]` are the same. */
function nameOf(step: Step | undefined): string | undefined {
  if (step === undefined || "name" in step) {
    return step?.name;
  }
  const { index } = step;
  return index.kind === "literal" && typeof index.value === "string" ? index.value : undefined;
}

interface Definitions {
  readonly locals: Map<string, { readonly value: Json; readonly block: Block }[]>;
  readonly results: Map<string, Result>;
}

const definitions = new WeakMap<Stack, Definitions>();

function definitionsOf(stack: Stack): Definitions {
  const memo = definitions.get(stack);
  if (memo !== undefined) {
    return memo;
  }
  const locals: Definitions["locals"] = new Map();
  for (const block of stack.blocks) {
    if (block.kind === "locals") {
      for (const name of Object.keys(block.body)) {
        const value = own(block.body, name) as Json;
        const same = locals.get(name);
        if (same === undefined) {
          locals.set(name, [{ value, block }]);
        } else {
          // An override file gives it another value; both are judged.
          same.push({ value, block });
        }
      }
    }
  }
  const made = { locals, results: new Map<string, Result>() };
  definitions.set(stack, made);
  return made;
}

/** Works a name out once; names that refer to one another in a circle are unknown. */
function remember(name: string, stack: Stack, evaluate: () => Result): Result {
  const { results } = definitionsOf(stack);
  const memo = results.get(name);
  if (memo !== undefined) {
    return memo;
  }
  results.set(name, unknown(`${name} refers to itself`));
  try {
    const result = evaluate();
    results.set(name, result);
    return result;
  } catch (error) {
    // Whatever asks for it next must not do the same work again.
    results.set(name, unknown(`${name} is too complex to work out`));
    throw error;
  }
}

function literal(value: Json): Result {
  const found = fromJson(value);
  return found === undefined ? unknown("it nests too deep") : just(found);
}

function withVia(result: Result, via: string): Result {
  return result.known ? { ...result, via } : result;
}

/** Any key, or any value, of what is gone through. */
function ofIteration(set: Result, side: "key" | "value"): Result {
  return combine([set], ([value = null]) => {
    if (isMap(value)) {
      return side === "key"
        ? known([...value.keys()])
        : anyOf([...value.values()].map((item) => item()));
    }
    return isList(value)
      ? anyOf(value.map((item) => item()))
      : unknown("for_each has a value only when Terraform runs");
  });
}

/** The keys of a list are its indices here. */
function ofDynamic(set: Result, side: "key" | "value"): Result {
  return side === "value"
    ? ofIteration(set, side)
    : combine([set], ([value = null]) =>
        isList(value) ? known(value.map((_item, index) => index)) : ofIteration(just(value), side),
      );
}

const REGION_ATTRIBUTES = new Set(["id", "name", "region"]);

/** `steps` as they are written, for messages. */
function written(root: string, steps: readonly Step[]): string {
  return steps.reduce<string>(
    (text, step) => ("name" in step ? `${text}.${step.name}` : `${text}[…]`),
    root,
  );
}
