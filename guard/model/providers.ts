import { asList, asString, isObject, type Json, type JsonObject, own } from "../json/json";
import type { Block, Stack } from "./block";
import { hasTemplate, soleExpression } from "./template";

/** A provider configuration, with the module whose expressions it holds. */
export interface ProviderBinding {
  readonly block: Block;
  readonly stack: Stack;
}

const NONE: readonly ProviderBinding[] = [];

/** Registries whose namespaces hashicorp and oracle are the vendors' own. */
const REGISTRIES = new Set(["registry.terraform.io", "registry.opentofu.org", "terraform.io"]);

/** Vendors' providers that the guard knows, by source address without the registry. */
const KNOWN = /^(?:hashicorp\/[a-z0-9-]+|oracle\/oci|builtin\/terraform)$/;

/**
 * What a source address names: `oci`, `aws`, `random` …, or the address itself where it is of
 * another namespace. A provider `evil/aws` is not `aws`, whatever its local name.
 */
export function providerOfSource(source: string): string {
  const parts = source.toLowerCase().split("/");
  const path = parts.length === 3 && REGISTRIES.has(parts[0] ?? "") ? parts.slice(1) : parts;
  return KNOWN.test(path.join("/")) ? (path[1] ?? source) : source;
}

/** The provider behind a local name in `sources`; Terraform takes hashicorp where none is given. */
export function providerOfLocalName(
  localName: string,
  sources: ReadonlyMap<string, string> | undefined,
): string {
  const source = sources?.get(localName);
  return source === undefined ? localName : providerOfSource(source);
}

/** Adds the source addresses that a `terraform` block requires, by local name. */
export function addRequiredSources(settings: JsonObject, sources: Map<string, string>): void {
  for (const required of asList(own(settings, "required_providers"))) {
    if (isObject(required)) {
      for (const name of Object.keys(required)) {
        const [entry] = asList(own(required, name));
        const source = isObject(entry) ? asString(own(entry, "source")) : undefined;
        if (source !== undefined) {
          sources.set(name, source);
        }
      }
    }
  }
}

/** `oci.us-ashburn-1` of a provider argument, which may also be written as a template. */
function providerName(value: Json): string | undefined {
  if (typeof value !== "string") {
    return undefined;
  }
  const name = hasTemplate(value) ? soleExpression(value) : value;
  // OpenTofu: aws.by_region["us-east-1"] is one of the configurations of aws.by_region.
  return name?.replace(/\[[^\]]*\]$/, "");
}

/** The name of the provider configuration that a resource or a data source uses. */
export function providerNameOf(block: Block): string | undefined {
  if (block.providerKey !== undefined) {
    return block.providerKey.name;
  }
  const written = own(block.body, "provider");
  return written === undefined || written === null
    ? block.type.split("_", 1)[0]
    : providerName(written);
}

/** The provider configurations that a resource or a data source uses: one, unless files disagree. */
export function bindingsOf(block: Block, stack: Stack): readonly ProviderBinding[] {
  const name = providerNameOf(block);
  return name === undefined ? NONE : lookUp(name, stack);
}

const memo = new WeakMap<Stack, Map<string, readonly ProviderBinding[]>>();

/** The provider configurations that `name` means inside `stack`. */
function lookUp(name: string, stack: Stack): readonly ProviderBinding[] {
  let known = memo.get(stack);
  if (known === undefined) {
    known = ownProviders(stack);
    memo.set(stack, known);
  }
  let found = known.get(name);
  if (found === undefined) {
    found = inherited(name, stack);
    known.set(name, found);
  }
  return found;
}

function ownProviders(stack: Stack): Map<string, readonly ProviderBinding[]> {
  const found = new Map<string, ProviderBinding[]>();
  for (const block of stack.blocks) {
    if (block.kind === "provider") {
      const same = found.get(block.name);
      if (same === undefined) {
        found.set(block.name, [{ block, stack }]);
      } else {
        same.push({ block, stack });
      }
    }
  }
  return found;
}

/** What the call passes by that name; else, for a name without an alias, what the caller means by it. */
function inherited(name: string, stack: Stack): readonly ProviderBinding[] {
  const { parent, call } = stack;
  if (parent === undefined || call === undefined) {
    return NONE;
  }
  if (stack.origin === "plan") {
    return lookUp(name, parent);
  }
  for (const providers of asList(own(call.body, "providers"))) {
    const passed = isObject(providers) ? own(providers, name) : undefined;
    if (passed !== undefined) {
      const theirs = providerName(passed);
      return theirs === undefined ? NONE : lookUp(theirs, parent);
    }
  }
  if (name.includes(".")) {
    return NONE;
  }
  // Inheritance goes by provider: the caller may know it under another local name.
  const provider = providerOfLocalName(name, stack.providerSources);
  const names = new Set([name, ...(parent.providerSources?.keys() ?? [])]);
  for (const theirs of names) {
    if (providerOfLocalName(theirs, parent.providerSources) === provider) {
      const found = lookUp(theirs, parent);
      if (found.length > 0) {
        return found;
      }
    }
  }
  return NONE;
}
