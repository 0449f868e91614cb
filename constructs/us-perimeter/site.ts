import type { TerraformProvider } from "cdktf";
import type { Region } from "../../jurisdiction";

/** What all parts of a perimeter have in common. */
export interface Site {
  readonly name: string;
  readonly compartmentId: string;
  readonly region: Region;
  readonly provider: TerraformProvider;
  readonly deletionProtection: boolean;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/** Arguments that every resource with tags in the perimeter's compartment takes. */
export function common({ provider, compartmentId, freeformTags }: Site) {
  return { provider, compartmentId, ...tagsOf(freeformTags) };
}

export function tagsOf(freeformTags: Site["freeformTags"]) {
  return freeformTags === undefined ? {} : { freeformTags: { ...freeformTags } };
}
