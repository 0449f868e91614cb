import type { IConstruct } from "constructs";
import { parseOcid } from "../../jurisdiction";
import { PropsError } from "./props-error";

/**
 * Checks that `value` is an OCID of one of `types`.
 *
 * A value that Terraform knows only when it runs (a token of another resource) is let through: the
 * guard follows the reference in the synthesized JSON.
 *
 * @throws PropsError for any other text
 */
export function requireOcid(
  scope: IConstruct,
  prop: string,
  value: string,
  types: readonly string[],
): void {
  if (isToken(value)) {
    return;
  }
  const type = parseOcid(value).value?.type;
  if (type === undefined || !types.includes(type)) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: `it is no OCID of type ${types.join(" or ")}`,
      fix: `give one that starts with ocid1.${types[0]}.`,
    });
  }
}

/** True where Terraform fills the value in: a CDK token or an HCL template. */
export function isToken(value: string): boolean {
  return value.includes("${");
}

/** @throws PropsError where `value` does not match `pattern` */
export function requireMatch(
  scope: IConstruct,
  prop: string,
  value: string,
  pattern: RegExp,
  because: string,
): void {
  if (!isToken(value) && !pattern.test(value)) {
    throw new PropsError(scope, { prop, got: value, because, fix: `match ${pattern.source}` });
  }
}

/** @throws PropsError where `value` is no whole number from `min` to `max` */
export function requireWhole(
  scope: IConstruct,
  prop: string,
  value: number,
  min: number,
  max: number,
  unit: string,
): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: `it must be a whole number of ${unit} from ${min} to ${max}`,
      fix: `write ${value < min ? min : Math.min(max, Math.round(value) || min)}`,
    });
  }
}
