import type { Finding, Note } from "../../../../guard";
import { judge, ociStack, type Resources } from "../topology";

/** What a reader is told of one block; a note has no value and nothing to fix. */
export type Told = Pick<Finding, "address" | "path" | "message"> & {
  readonly status: Finding["status"] | "note";
  readonly value?: string;
  readonly fix?: string;
};

function ofFinding({ status, address, path, value, message, fix }: Finding): Told {
  return { status, address, path, value, message, fix };
}

function ofNote({ address, path, message }: Note): Told {
  return { status: "note", address, path, message };
}

/** Findings and notes of `rule` about one stack in Ashburn, in full. */
export function told(rule: string, resources: Resources, more: object = {}): readonly Told[] {
  const { findings, notes } = judge({ test: ociStack(resources, more) });
  const isOfRule = (each: { readonly rule: string }) => each.rule === rule;
  return [...findings.filter(isOfRule).map(ofFinding), ...notes.filter(isOfRule).map(ofNote)];
}

/** `status: message` of each. */
export function lines(rule: string, resources: Resources, more: object = {}): readonly string[] {
  return told(rule, resources, more).map(({ status, message }) => `${status}: ${message}`);
}
