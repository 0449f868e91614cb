import { asString, isObject, type Json, own } from "../json/json";
import type { Stack } from "../model/block";
import { hasTemplate, parseReference, soleExpression } from "../model/template";

/** The values that an argument can take, as far as the configuration tells. */
export type Evaluation =
  | { readonly known: true; readonly values: readonly string[]; readonly via: string }
  | { readonly known: false; readonly reason: string };

/** Locals may refer to one another in a circle; no honest chain is longer. */
const MAX_HOPS = 16;

/** Evaluates `value` without running Terraform: literals, locals, and variables with a validation. */
export function evaluate(value: Json | undefined, stack: Stack, hops = 0): Evaluation {
  if (value === undefined || value === null) {
    return { known: false, reason: "it is not set" };
  }
  if (typeof value !== "string") {
    return {
      known: false,
      reason: `it is ${Array.isArray(value) ? "a list" : `a ${typeof value}`}`,
    };
  }
  if (!hasTemplate(value)) {
    return { known: true, values: [value], via: "" };
  }
  const expression = soleExpression(value);
  if (expression === undefined || hops >= MAX_HOPS) {
    return { known: false, reason: `${value} is put together when Terraform runs` };
  }
  return evaluateExpression(expression, stack, hops);
}

function evaluateExpression(expression: string, stack: Stack, hops: number): Evaluation {
  const literal = /^"([^"\\$%]*)"$/.exec(expression)?.[1];
  if (literal !== undefined) {
    return { known: true, values: [literal], via: "" };
  }
  const reference = parseReference(expression);
  if (reference === undefined) {
    return {
      known: false,
      reason: `the expression ${expression} has a value only when Terraform runs`,
    };
  }
  if (reference.attribute === "" && reference.address.startsWith("local.")) {
    return evaluateLocal(reference.address.slice("local.".length), stack, hops);
  }
  if (reference.attribute === "" && reference.address.startsWith("var.")) {
    return evaluateVariable(reference.address, stack);
  }
  return { known: false, reason: `${expression} has a value only when Terraform runs` };
}

function evaluateLocal(name: string, stack: Stack, hops: number): Evaluation {
  for (const block of stack.blocks) {
    const value = block.kind === "locals" ? own(block.body, name) : undefined;
    if (value !== undefined) {
      const result = evaluate(value, stack, hops + 1);
      return result.known ? { ...result, via: `local.${name}` } : result;
    }
  }
  return { known: false, reason: `local.${name} is not defined` };
}

/**
 * A default proves nothing: whoever runs Terraform can give another value. A validation does, as
 * Terraform refuses what it does not admit.
 */
function evaluateVariable(address: string, stack: Stack): Evaluation {
  const variable = stack.byAddress.get(address);
  if (variable === undefined) {
    return { known: false, reason: `${address} is not declared` };
  }
  const validations = own(variable.body, "validation");
  for (const validation of Array.isArray(validations) ? validations : [validations]) {
    const condition = isObject(validation) ? asString(own(validation, "condition")) : undefined;
    const admitted = condition === undefined ? undefined : admittedValues(condition, address);
    if (admitted !== undefined) {
      return { known: true, values: admitted, via: `the validation of ${address}` };
    }
  }
  return {
    known: false,
    reason: `${address} can be set to anything when Terraform runs: it has no validation that lists its values`,
  };
}

const QUOTED = /"([^"\\$%]*)"/g;

/** The values a validation admits, where it is a plain list or a plain comparison. */
function admittedValues(condition: string, address: string): readonly string[] | undefined {
  const source = soleExpression(condition) ?? condition;
  const name = address.replace(".", "\\.");
  const list = new RegExp(`^contains\\(\\s*\\[([^\\[\\]]*)\\]\\s*,\\s*${name}\\s*\\)$`).exec(
    source,
  )?.[1];
  if (list !== undefined && /^\s*(?:"[^"\\$%]*"\s*,?\s*)+$/.test(list)) {
    return [...list.matchAll(QUOTED)].map((match) => match[1] ?? "");
  }
  const comparisons = source.split("||").map((part) => part.trim());
  const values = comparisons.map(
    (part) =>
      new RegExp(`^${name}\\s*==\\s*"([^"\\\\$%]*)"$`).exec(part)?.[1] ??
      new RegExp(`^"([^"\\\\$%]*)"\\s*==\\s*${name}$`).exec(part)?.[1],
  );
  return values.every((value) => value !== undefined) ? (values as string[]) : undefined;
}
