import { UnreadableInputError } from "../errors";
import { isObject, type JsonObject, own } from "../json/json";
import { requireBlockShape } from "./require-shape";

/** Blocks that stand at the root of a Terraform configuration. */
const ROOT_BLOCKS = new Set([
  "action",
  "check",
  "data",
  "ephemeral",
  "import",
  "locals",
  "module",
  "moved",
  "output",
  "provider",
  "removed",
  "resource",
  "terraform",
  "variable",
]);

function isRootBlock(key: string): boolean {
  return key === "//" || ROOT_BLOCKS.has(key);
}

/** True where `json` is what `terraform show -json PLAN` writes. */
export function isPlan(json: JsonObject): boolean {
  return typeof own(json, "format_version") === "string" && isObject(own(json, "planned_values"));
}

const GIVE_PLAN = "give the plan that makes it: terraform show -json PLAN";

/**
 * Refuses JSON that Terraform or cdktf writes and that is neither configuration nor a plan: it would
 * hold no resource in the guard's eyes, and nothing would be proven of anything.
 *
 * @throws UnreadableInputError
 */
export function requireKnownForm(json: JsonObject, file: string): void {
  if (isPlan(json)) {
    requireWholePlan(json, file);
  } else if (isState(json)) {
    throw new UnreadableInputError(
      `${file} is a Terraform state, which holds no provider configuration and so proves no region; ${GIVE_PLAN}.`,
    );
  } else if (!Object.keys(json).some((key) => key !== "//" && isRootBlock(key))) {
    const keys = Object.keys(json)
      .slice(0, 3)
      .map((key) => JSON.stringify(key.slice(0, 40)));
    throw new UnreadableInputError(
      `${file} holds no block of Terraform ${keys.length === 0 ? "at all" : `but ${keys.join(", ")}`}; give a cdktf.out folder, a Terraform JSON file or a plan.`,
    );
  } else {
    requireBlockShape(json, file);
  }
}

/** Root properties that Terraform of today does not know, or undefined. */
export function unknownRootBlocks(json: JsonObject): readonly string[] {
  return isPlan(json) ? [] : Object.keys(json).filter((key) => !isRootBlock(key));
}

/** `terraform show -json` of a state, or a state file. */
function isState(json: JsonObject): boolean {
  const isShown =
    typeof own(json, "format_version") === "string" &&
    (own(json, "values") !== undefined || own(json, "terraform_version") !== undefined);
  const isFile =
    typeof own(json, "lineage") === "string" ||
    (typeof own(json, "serial") === "number" && own(json, "terraform_version") !== undefined);
  return isShown || isFile;
}

function requireWholePlan(json: JsonObject, file: string): void {
  const version = own(json, "format_version") as string;
  if (!/^[01]\./.test(version)) {
    throw new UnreadableInputError(
      `${file} is a plan of format version ${JSON.stringify(version.slice(0, 20))}; the guard reads version 1.`,
    );
  }
  const configuration = own(json, "configuration");
  if (!isObject(configuration) || !isObject(own(configuration, "root_module"))) {
    throw new UnreadableInputError(
      `${file} is a plan without its configuration, which names the provider of every resource; ${GIVE_PLAN}.`,
    );
  }
  if (own(json, "errored") === true) {
    throw new UnreadableInputError(`${file} is a plan that ended with an error; make it again.`);
  }
}

/** Why a plan does not hold all that Terraform would apply, or undefined. */
export function deferral(json: JsonObject): string | undefined {
  const deferred = own(json, "deferred_changes");
  return isPlan(json) &&
    (own(json, "complete") === false || (Array.isArray(deferred) && deferred.length > 0))
    ? "a plan that puts off changes until a later one"
    : undefined;
}
