import { isObject, type Json, own } from "../json/json";
import { appendToken } from "../json/pointer";
import type { Block } from "../model/block";

/** A `provisioner` or `connection` of a resource, or of a `removed` block. */
export interface Provisioner {
  readonly name: string;
  readonly pointer: string;
}

const NONE: readonly Provisioner[] = [];

/**
 * The provisioners of a resource: `local-exec`, `remote-exec`, `file`, and any that a plugin brings;
 * or the connection of one that has none, which nothing else would be for. A `removed` block may have
 * them too, and runs them when its resource is destroyed.
 *
 * Source: Terraform documentation, "Destroy a resource".
 */
export function provisionersOf(block: Block): readonly Provisioner[] {
  if (block.type === "provisioner" && block.kind === "document") {
    // A plan keeps them apart from the resources.
    return planned(block);
  }
  const mayHave =
    block.kind === "resource" || (block.kind === "document" && block.type === "removed");
  const written = mayHave ? own(block.body, "provisioner") : undefined;
  const connection = mayHave ? own(block.body, "connection") : undefined;
  if (written === undefined && connection === undefined) {
    return NONE;
  }
  const found: Provisioner[] = [];
  if (written !== undefined && written !== null) {
    visit(written, appendToken(block.pointer, "provisioner"), found);
  }
  if (found.length === 0 && isObject(connection)) {
    found.push({ name: "connection", pointer: appendToken(block.pointer, "connection") });
  }
  return found;
}

function visit(value: Json, pointer: string, found: Provisioner[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      visit(item, appendToken(pointer, index), found);
    }
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      if (name !== "//") {
        found.push({ name: `provisioner ${name}`, pointer: appendToken(pointer, name) });
      }
    }
  }
}

function planned(block: Block): readonly Provisioner[] {
  const list = own(block.body, "provisioners");
  return Array.isArray(list)
    ? list.map((_item, index) => ({
        name: "a provisioner",
        pointer: appendToken(block.pointer, index),
      }))
    : NONE;
}
