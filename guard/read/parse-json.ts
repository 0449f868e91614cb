import { UnreadableInputError } from "../errors";
import { isObject, type JsonObject } from "../json/json";
import { measureText } from "./measure-text";
import { NameWatch } from "./name-watch";

/** Nesting that no honest configuration reaches; deeper input would exhaust the call stack. */
const MAX_DEPTH = 200;

/** Values of an honest configuration of 300,000 resources; more would exhaust the memory. */
const MAX_VALUES = 16_000_000;

/**
 * Parses one JSON file of Terraform configuration.
 *
 * @param text the file's content
 * @param file how the file is called in errors
 * @param bytes the same content in UTF-8, where it is at hand
 * @param watch is told of every property name
 * @throws UnreadableInputError when it is not one JSON object, nests deeper than 200 levels, names a
 *   property twice in one object, or holds a number that is not finite
 */
export function parseConfiguration(
  text: string,
  file: string,
  bytes?: Uint8Array,
  watch = new NameWatch(),
): JsonObject {
  // Before parsing: ten million brackets would cost a parser more memory than there is.
  const measure = measureText(bytes ?? text, watch);
  if (measure.depth > MAX_DEPTH) {
    throw new UnreadableInputError(
      `${file} nests deeper than ${MAX_DEPTH} levels; no Terraform configuration does.`,
    );
  }
  if (measure.values > MAX_VALUES) {
    throw new UnreadableInputError(
      `${file} holds more than ${MAX_VALUES} values; no Terraform configuration does.`,
    );
  }
  const json = parse(text, file);
  if (!isObject(json)) {
    throw new UnreadableInputError(
      `${file} holds ${describe(json)}, not an object; give a cdktf.out folder, a Terraform JSON file or a plan.`,
    );
  }
  // Of nearly every text the watch has seen that no name is repeated and no number too large.
  if (!watch.mayRepeat && !watch.mayOverflow) {
    return json;
  }
  const counted = countNames(json);
  if (!counted.isFinite) {
    throw new UnreadableInputError(`${file} holds a number that is too large to be read.`);
  }
  if (measure.names !== counted.names) {
    // Terraform merges repeated properties where JSON.parse keeps the last: what it would apply and
    // what the guard would see are then two different configurations.
    throw new UnreadableInputError(
      `${file} names a property twice in one object: Terraform would read both, a JSON parser only the last; write each once.`,
    );
  }
  return json;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (/^\s*\{"@level"/.test(text)) {
      throw new UnreadableInputError(
        `${file} is the log of terraform plan -json; give what terraform show -json PLAN writes.`,
      );
    }
    if (/\.(?:tf|tofu|tfvars|hcl)$/.test(file)) {
      throw new UnreadableInputError(
        `${file} is HCL, which the guard reads in a plan only; give what terraform show -json PLAN writes.`,
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableInputError(`${file} is not JSON: ${oneLine(reason).slice(0, 160)}`);
  }
}

/** A parser's message quotes the text, which may hold line ends and control characters. */
function oneLine(message: string): string {
  return message.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ");
}

function describe(value: unknown): string {
  if (value === null) {
    return "null";
  }
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}

/** Counts property names; comments may stand more than once in a block, as Terraform reads none. */
function countNames(root: JsonObject): { readonly names: number; readonly isFinite: boolean } {
  let names = 0;
  let finite = true;
  const visit = (value: unknown): void => {
    if (typeof value === "number") {
      finite &&= Number.isFinite(value);
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        visit(value[index]);
      }
    } else if (typeof value === "object" && value !== null) {
      // Objects of JSON.parse inherit nothing that can be enumerated, and for-in makes no list of keys.
      for (const key in value) {
        names += key === "//" ? 0 : 1;
        const inner = (value as JsonObject)[key];
        if (typeof inner !== "string") {
          visit(inner);
        }
      }
    }
  };
  visit(root);
  return { names, isFinite: finite };
}
