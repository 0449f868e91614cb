import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App, type TerraformStack, Testing } from "cdktf";
import { GuardedStack, type GuardedStackProps, StateBackend } from "../../constructs";
import { Jurisdiction } from "../../jurisdiction";

export const TENANCY = "ocid1.tenancy.oc1..aaaaaaaaexample";
export const KEYS = "ocid1.compartment.oc1..aaaaaaaakeys";
export const DATA = "ocid1.compartment.oc1..aaaaaaaadata";

/** A stack in Ashburn, home region Ashburn, unless `props` says otherwise. */
export function usStack(props: Partial<GuardedStackProps> = {}): GuardedStack {
  return new GuardedStack(new App(), "stack", {
    jurisdiction: Jurisdiction.US,
    region: "us-ashburn-1",
    homeRegion: "us-ashburn-1",
    tenancyOcid: TENANCY,
    state: StateBackend.local(),
    ...props,
  });
}

// biome-ignore lint/suspicious/noExplicitAny: tests reach into JSON of any shape
export type Synthesized = any;

/** The JSON that Terraform would read. */
export function synthesize(stack: TerraformStack): Synthesized {
  const outdir = Testing.fullSynth(stack);
  try {
    return JSON.parse(readFileSync(join(outdir, "stacks", stack.node.id, "cdk.tf.json"), "utf8"));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Every resource of `type`, by name, without the comment that cdktf adds. */
export function resourcesOf(json: Synthesized, type: string): Synthesized[] {
  return Object.values(json.resource?.[type] ?? {}).map((body) => {
    const { "//": _comment, ...rest } = body as Record<string, unknown>;
    return rest;
  });
}

/** The only resource of `type`. */
export function onlyResource(json: Synthesized, type: string): Synthesized {
  const found = resourcesOf(json, type);
  expect(found).toHaveLength(1);
  return found[0];
}
