import type { IConstruct } from "constructs";

/** What a construct says of a prop that it refuses. */
export interface Refusal {
  /** Name of the prop, as the caller wrote it: `replicaRegion`, `retentionRules[0].timeUnit`. */
  readonly prop: string;
  /** The value got. */
  readonly got: unknown;
  /** Why it is refused, or what is allowed instead; one sentence without its full stop. */
  readonly because: string;
  /** What to write instead; one sentence without its full stop. */
  readonly fix: string;
}

/** A construct was given props that would not stay inside, or that the cloud would refuse. */
export class PropsError extends Error {
  override readonly name = "PropsError";

  constructor(scope: IConstruct, refusal: Refusal) {
    super(
      `${scope.node.path} (${scope.constructor.name}): ${refusal.prop} is ${show(refusal.got)}: ${refusal.because}. Fix: ${refusal.fix}.`,
    );
  }
}

function show(value: unknown): string {
  if (value === undefined) {
    return "not set";
  }
  const text =
    typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
