export { FRAMEWORKS, REQUIREMENTS } from "./frameworks";
export { MAPPINGS } from "./mappings";
export type { Framework, Mapping, Requirement } from "./requirement";

import { MAPPINGS } from "./mappings";

/** Ids of `rules` that no mapping names, in their order. */
export function unmappedRules(rules: readonly { readonly id: string }[]): readonly string[] {
  const mapped = new Set(MAPPINGS.map(({ rule }) => rule));
  return rules.map(({ id }) => id).filter((id) => !mapped.has(id));
}
