import type { Flow } from "./flow/flow";
import type { ReachabilityProof } from "./network";
import type { Waiver } from "./waive/waiver";

/**
 * What the guard can say of one thing.
 *
 * - `inside`: proven to lie in an allowed region
 * - `outside`: names a region that is not allowed
 * - `unproven`: nothing proves where it lies; fails like `outside`
 */
export type Status = "inside" | "outside" | "unproven";

/** What kind of block of the configuration a placement or a finding speaks of. */
export type SubjectKind = "resource" | "data" | "provider" | "module" | "backend" | "document";

/** The line of the user's code that made a construct. Lines and columns start at 1. */
export interface SourceLine {
  /** Path relative to the project's folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Where one block of the configuration lies, and what proves it. */
export interface Placement {
  readonly kind: SubjectKind;
  readonly stack: string;
  /** Terraform address, unique in its stack: `oci_kms_vault.master`, `provider.oci.us-ashburn-1`. */
  readonly address: string;
  /** Path of the construct that made it; absent where the JSON was not written by CDK for Terraform. */
  readonly constructPath?: string;
  /** Present where the app recorded it, as `GuardedApp` does. */
  readonly source?: SourceLine;
  /** Region id; null where none is proven. */
  readonly region: string | null;
  /** The worst of the block's own place and of the findings about it. */
  readonly status: Status;
  /** One sentence: what proves the region, or why nothing does. */
  readonly evidence: string;
  /** Present where every finding about the block is waived: ids of the waivers. */
  readonly waivers?: readonly string[];
}

/** One way out of the jurisdiction, or one thing that nothing proves to be inside. */
export interface Finding {
  /** Id of the rule; a public contract that is never reused. */
  readonly rule: string;
  readonly status: Exclude<Status, "inside">;
  readonly stack: string;
  /** File that holds the block, relative to the path that was checked. */
  readonly file: string;
  readonly address: string;
  readonly constructPath?: string;
  /** Present where the app recorded it, as `GuardedApp` does. */
  readonly source?: SourceLine;
  /** JSON pointer (RFC 6901) into `file`. */
  readonly path: string;
  /** The offending value, as it is written; cut at 200 characters. */
  readonly value: string;
  /** The region or realm that the value names; null where it names none. */
  readonly region: string | null;
  readonly message: string;
  readonly fix: string;
  /** Id of the waiver that covers it; a waived finding stays in every report. */
  readonly waiver?: string;
}

/** Something a reviewer should know that is no finding. */
export interface Note {
  readonly rule: string;
  readonly stack: string;
  readonly file: string;
  readonly address: string;
  readonly path: string;
  readonly message: string;
}

/** Counts of resources and data sources; the last four add up to the first. */
export interface Summary {
  readonly resources: number;
  readonly inside: number;
  readonly outside: number;
  readonly unproven: number;
  /** Those that would be outside or unproven, and whose findings are all waived. */
  readonly waived: number;
}

/** All that one run of the guard found out. Plain data: `JSON.stringify` gives the documented form. */
export interface CheckResult {
  /** Version of this form; grows when a field is removed or changes its meaning. */
  readonly version: 1;
  /** The day that time-bound checks were made for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly jurisdiction: {
    readonly name: string;
    readonly countries: readonly string[];
    readonly regions: readonly string[];
  };
  readonly summary: Summary;
  readonly placements: readonly Placement[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  /** The ways into and out of every subnet of the input, data subnets and edge subnets alike. */
  readonly reachability: readonly ReachabilityProof[];
  /** Every flow that the catalogue knows, where it was asked for. */
  readonly flows?: readonly Flow[];
  /** The waivers in force, by id, whether they cover anything or not; absent where none were given. */
  readonly waivers?: readonly Waiver[];
}

/** True where every resource is proven inside or waived, and no rule found another way out. */
export function isProven(result: CheckResult): boolean {
  return result.findings.every((finding) => finding.waiver !== undefined);
}
