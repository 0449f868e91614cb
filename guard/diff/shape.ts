import { isObject } from "../json/json";

/**
 * Looks at one value of untrusted JSON.
 *
 * @param at JSON pointer of the value
 * @returns what is wrong with it, as one line, or undefined
 */
export type Shape = (value: unknown, at: string) => string | undefined;

/** Longest value that a message repeats, in characters. */
const MAX_SHOWN = 60;

function wrong(value: unknown, at: string, allowed: string): string {
  const shown = value === undefined ? "absent" : (JSON.stringify(value) ?? String(value));
  const cut = shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN - 1)}…` : shown;
  return `${at === "" ? "the whole of it" : at} is ${cut}; allowed: ${allowed}`;
}

export const text: Shape = (value, at) =>
  typeof value === "string" ? undefined : wrong(value, at, "a text");

export const textOrNull: Shape = (value, at) =>
  value === null || typeof value === "string" ? undefined : wrong(value, at, "a text or null");

export const count: Shape = (value, at) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0
    ? undefined
    : wrong(value, at, "a whole number from 0");

/** A value that passes `isAllowed`. */
export function matching(isAllowed: (value: string) => boolean, allowed: string): Shape {
  return (value, at) =>
    typeof value === "string" && isAllowed(value) ? undefined : wrong(value, at, allowed);
}

export function oneOf(...values: readonly (string | number)[]): Shape {
  return (value, at) =>
    values.includes(value as string | number)
      ? undefined
      : wrong(value, at, values.map((each) => JSON.stringify(each)).join(", "));
}

export function listOf(item: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) {
      return wrong(value, at, "a list");
    }
    for (let index = 0; index < value.length; index += 1) {
      const problem = item(value[index], `${at}/${index}`);
      if (problem !== undefined) {
        return problem;
      }
    }
    return undefined;
  };
}

/** Properties that are not named are allowed: later versions of a form add some. */
export function objectOf(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const requiredShapes = Object.entries(required);
  const optionalShapes = Object.entries(optional);
  return (value, at) => {
    if (!isObject(value)) {
      return wrong(value, at, "an object");
    }
    for (const [name, shape] of requiredShapes) {
      const own = Object.hasOwn(value, name) ? value[name] : undefined;
      const problem = shape(own, `${at}/${name}`);
      if (problem !== undefined) {
        return problem;
      }
    }
    for (const [name, shape] of optionalShapes) {
      const problem = Object.hasOwn(value, name) ? shape(value[name], `${at}/${name}`) : undefined;
      if (problem !== undefined) {
        return problem;
      }
    }
    return undefined;
  };
}
