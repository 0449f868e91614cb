import { isList, isMap, just, type Result, unknown, type Value } from "./value";

/** A binary operator of two known values. */
export function binary(operator: string, left: Value, right: Value): Result {
  switch (operator) {
    case "==":
    case "!=":
      return equality(operator, left, right);
    case "&&":
    case "||": {
      const [a, b] = [toBoolean(left), toBoolean(right)];
      return a === undefined || b === undefined
        ? unknown(`${operator} stands between what is no condition`)
        : just(operator === "&&" ? a && b : a || b);
    }
    default:
      return arithmetic(operator, toNumber(left), toNumber(right));
  }
}

export function unary(operator: string, value: Value): Result {
  const result = operator === "!" ? negate(toBoolean(value)) : minus(toNumber(value));
  return result === undefined
    ? unknown(`${operator} stands before what it cannot change`)
    : just(result);
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function minus(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

function equality(operator: string, left: Value, right: Value): Result {
  if ([left, right].some((value) => isList(value) || isMap(value))) {
    return unknown("lists and maps are compared only when Terraform runs");
  }
  return just((left === right) === (operator === "=="));
}

function arithmetic(operator: string, left: number | undefined, right: number | undefined): Result {
  if (left === undefined || right === undefined) {
    return unknown(`${operator} stands between what is no number`);
  }
  const result = compute(operator, left, right);
  return typeof result === "number" && !Number.isSafeInteger(result)
    ? unknown("it is no whole number")
    : just(result);
}

function compute(operator: string, left: number, right: number): number | boolean {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    default:
      return left >= right;
  }
}

function toBoolean(value: Value): boolean | undefined {
  return value === true || value === "true"
    ? true
    : value === false || value === "false"
      ? false
      : undefined;
}

function toNumber(value: Value): number | undefined {
  return typeof value === "number"
    ? value
    : typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value)
      ? Number(value)
      : undefined;
}
