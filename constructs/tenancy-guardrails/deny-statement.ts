import type { Region } from "../../jurisdiction";

/**
 * A Deny of everything, to everybody, outside `regions`; `inspect` is the verb that denies all levels.
 *
 * Source: OCI documentation, "Deny Policies" (verbs, precedence) and "General Variables for All
 * Requests" (`request.region` takes the three-letter key). `all` of several `!=` is composed of
 * documented parts; no page of Oracle's shows it as a whole.
 */
export function denyOutsideStatement(regions: readonly Region[]): string {
  const tests = regions.map((region) => `request.region != '${region.key}'`);
  const condition = tests.length === 1 ? tests.join("") : `all {${tests.join(", ")}}`;
  return `Deny any-user to inspect all-resources in tenancy where ${condition}`;
}
