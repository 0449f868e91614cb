import { isObject, type JsonObject, own } from "../json/json";
import type { Stack } from "../model/block";

/** What is on its way out, as a stack states it in one of its outputs. */
export interface DecommissionRecord {
  readonly stack: string;
  /** Terraform address of the output. */
  readonly address: string;
  readonly manifest: JsonObject;
}

/**
 * The outputs of the input that hold a manifest of what is retired, as `BackupRetirement` writes them:
 * named so, with JSON that says by which day it must be gone.
 */
export function decommissionRecords(stacks: readonly Stack[]): readonly DecommissionRecord[] {
  return stacks.flatMap((stack) =>
    stack.blocks.flatMap((block): readonly DecommissionRecord[] => {
      const value = block.kind === "output" ? own(block.body, "value") : undefined;
      if (typeof value !== "string" || !/manifest/i.test(block.name)) {
        return [];
      }
      const manifest = parsed(value);
      return manifest === undefined
        ? []
        : [{ stack: block.stack, address: block.address, manifest }];
    }),
  );
}

function parsed(text: string): JsonObject | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isObject(json) && typeof own(json, "goneBy") === "string" ? json : undefined;
}
