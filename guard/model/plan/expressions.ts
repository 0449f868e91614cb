import { isObject, type Json, type JsonObject, own } from "../../json/json";
import { KNOWN_AFTER_APPLY } from "../expression/evaluator";

/**
 * The configuration part of a plan writes an expression as `{ constant_value, references }`. Of HCL it
 * keeps the value of a constant, or what the expression refers to; of Terraform JSON, the template
 * itself as `constant_value`, with its references.
 */
export function isExpression(json: JsonObject): boolean {
  return Object.keys(json).every((key) => key === "constant_value" || key === "references");
}

/** True where the plan keeps the expression back and tells only what it refers to. */
export function isAbridged(value: Json | undefined): boolean {
  return isObject(value) && isExpression(value) && own(value, "constant_value") === undefined;
}

/** The arguments of a block whose expressions are known, as templates. */
export function toBlockBody(expressions: JsonObject): Record<string, Json> {
  return Object.fromEntries(
    Object.keys(expressions).map((name) => [name, ofArgument(own(expressions, name), name, 0)]),
  );
}

const MAX_DEPTH = 32;

function ofArgument(value: Json | undefined, name: string, depth: number): Json {
  if (depth > MAX_DEPTH) {
    return toTemplate(undefined);
  }
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) =>
      isObject(item) && !isExpression(item)
        ? Object.fromEntries(
            Object.keys(item).map((key) => [key, ofArgument(own(item, key), key, depth + 1)]),
          )
        : toTemplate(item, name),
    );
  }
  if (isObject(value) && !isExpression(value)) {
    return Object.fromEntries(
      Object.keys(value).map((key) => [key, ofArgument(own(value, key), key, depth + 1)]),
    );
  }
  return toTemplate(value, name);
}

/** Names of arguments and attributes that hold an address, most of which may be literal text. */
const ADDRESS =
  /(?:^|_)(?:urls?|uris?|endpoints?|hosts?|hostnames?|servers?|address|dns_name|domain|domain_name|fqdn|location)$/;

/**
 * An expression of a plan as a template.
 *
 * @param name the argument: an address that only ends in a reference to an identifier has a host
 *   that the plan keeps back
 */
export function toTemplate(expression: Json | undefined, name = ""): Json {
  const json = isObject(expression) ? expression : {};
  const constant = own(json, "constant_value");
  if (constant !== undefined) {
    return constant;
  }
  const references = referencesOf(json);
  const [only, ...others] = references;
  const isPlain =
    only !== undefined &&
    others.length === 0 &&
    (!ADDRESS.test(name) ||
      ADDRESS.test(only.split(".").at(-1) ?? "") ||
      /^(?:var|local)\./.test(only));
  return isPlain ? `\${${only}}` : `\${${KNOWN_AFTER_APPLY}(${references.join(", ")})}`;
}

/** What an expression refers to, each once and at full length: the plan lists `a.b.id` and `a.b`. */
function referencesOf(json: JsonObject): readonly string[] {
  const list = own(json, "references");
  const all = Array.isArray(list)
    ? (list as readonly Json[]).filter((item) => typeof item === "string")
    : [];
  return all.filter(
    (text) =>
      !all.some(
        (other) => other !== text && (other.startsWith(`${text}.`) || other.startsWith(`${text}[`)),
      ),
  );
}
