import { GuardedApp } from "../../constructs";
import example from "../../estate";
import type { WaiverSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { type ComposedEstate, composeEstate, type Estate, parseEstate } from "../../stacks";

/** The day that the tests' estate is synthesized for. */
export const AS_OF = "2026-01-01";

/** The last day of its exception. */
export const DEADLINE = "2026-03-02";

export type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

/** The example estate with a deadline of the calendar, and what `change` makes of it. */
export function exampleEstate(change: (estate: Mutable<Estate>) => void = () => {}): Estate {
  const estate = parseEstate(structuredClone(example)) as Mutable<Estate>;
  if (estate.aws?.retirement !== undefined) {
    estate.aws.retirement.deadline = DEADLINE;
  }
  change(estate);
  return estate as Estate;
}

/** Synthesizes `estate` to `outdir`. */
export function synthesizeTo(
  outdir: string,
  estate: Estate,
  { jurisdiction = Jurisdiction.US, asOf = AS_OF } = {},
): ComposedEstate {
  const app = new GuardedApp({ outdir });
  const composed = composeEstate(app, estate, jurisdiction, asOf);
  app.synth();
  return composed;
}

export function waiversOf({ waivers }: ComposedEstate): WaiverSource {
  return { file: "waivers.json", entries: waivers };
}
