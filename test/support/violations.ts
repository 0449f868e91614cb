import { conformance } from "../../providers/oci/scripts/schema";
import type { Synthesized } from "./synth";

/** What the provider's schema refuses of every resource and data source of a stack. */
export function violations(json: Synthesized): readonly string[] {
  return (["resource", "data"] as const).flatMap((kind) =>
    Object.entries(json[kind] ?? {}).flatMap(([type, blocks]) =>
      Object.values(blocks as object).flatMap((body) => conformance(type, body, kind)),
    ),
  );
}
