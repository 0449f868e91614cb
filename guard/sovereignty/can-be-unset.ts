import { own } from "../json/json";
import type { Stack } from "../model/block";
import { parseReference, soleExpression } from "../model/template";

/** An arm of a conditional, or a fallback, that leaves an argument unset. */
const FALLBACK = /[?:,(]\s*null\b|[?:]\s*""/;

/** No honest chain of module calls is longer. */
const MAX_HOPS = 32;

/**
 * True where an expression whose value is not known may turn out null or empty: by an arm of a
 * conditional, a fallback, or a variable that nobody has to set.
 */
export function canBeUnset(template: string, stack: Stack, hops = 0): boolean {
  const expression = soleExpression(template);
  if (expression === undefined || hops > MAX_HOPS) {
    return false;
  }
  if (FALLBACK.test(expression)) {
    return true;
  }
  const reference = parseReference(expression);
  if (reference?.attribute !== "" || !reference.address.startsWith("var.")) {
    return false;
  }
  const input = stack.inputs?.get(reference.address.slice("var.".length));
  if (input !== undefined) {
    const { value, from } = input;
    return (
      value === null ||
      value === "" ||
      (typeof value === "string" && from !== undefined && canBeUnset(value, from.stack, hops + 1))
    );
  }
  const body = stack.byAddress.get(reference.address)?.body;
  const byDefault = body === undefined ? undefined : own(body, "default");
  return byDefault === null || byDefault === "";
}
