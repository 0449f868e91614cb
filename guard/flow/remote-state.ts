import { asString, isObject, type Json, type JsonObject, own } from "../json/json";
import type { Block, Stack } from "../model/block";

/**
 * The arguments that tell one state from another, by backend type. Others (credentials, locking,
 * encryption) may differ between who writes a state and who reads it.
 */
const IDENTIFYING: Readonly<Record<string, readonly string[]>> = {
  local: ["path", "workspace_dir"],
  oci: ["bucket", "namespace", "key", "region", "workspace_key_prefix"],
  s3: ["bucket", "key", "region", "workspace_key_prefix", "endpoint", "endpoints"],
};

/** The stack whose backend a `terraform_remote_state` reads, if it is in the input and only one. */
export function stackOfRemoteState(block: Block, stacks: readonly Stack[]): Stack | undefined {
  const type = asString(own(block.body, "backend")) ?? "";
  const config = own(block.body, "config");
  const identifying = Object.hasOwn(IDENTIFYING, type) ? IDENTIFYING[type] : undefined;
  if (identifying === undefined || !isObject(config)) {
    return undefined;
  }
  const found = stacks.filter((stack) =>
    stack.blocks.some(
      (other) =>
        other.kind === "backend" && other.type === type && isSame(other.body, config, identifying),
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}

function isSame(a: JsonObject, b: JsonObject, names: readonly string[]): boolean {
  return (
    names.every((name) => canonical(own(a, name)) === canonical(own(b, name))) &&
    names.some((name) => own(a, name) !== undefined)
  );
}

function canonical(value: Json | undefined): string {
  if (isObject(value)) {
    const pairs = Object.keys(value).sort();
    return `{${pairs.map((key) => `${JSON.stringify(key)}:${canonical(own(value, key))}`).join()}}`;
  }
  return value === undefined || value === null ? "" : JSON.stringify(value);
}
