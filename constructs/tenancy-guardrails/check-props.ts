import type { IConstruct } from "constructs";
import { QUOTA_FAMILIES } from "../../guard";
import type { Region } from "../../jurisdiction";
import type { GuardedStack } from "../guarded-stack";
import { PropsError, requireMatch, requireOcid, requireOciInside } from "../validation";
import type { TenancyGuardrailsProps } from "./guardrails-props";

const FAMILY = /^[a-z][a-z0-9-]*$/;
const ZONE_POLICY = /^deny [a-z0-9_]+$/;

/**
 * Checks what OCI would refuse, and what would leave a region open without saying so.
 *
 * @throws PropsError for the first prop that is wrong
 */
export function checkGuardrailsProps(scope: IConstruct, props: TenancyGuardrailsProps): void {
  const because = "it must be 1 to 80 letters, digits, underscores and hyphens, a letter first";
  requireMatch(scope, "name", props.name, /^[A-Za-z][A-Za-z0-9_-]{0,79}$/, because);
  if (props.parentCompartmentId !== undefined) {
    requireOcid(scope, "parentCompartmentId", props.parentCompartmentId, [
      "compartment",
      "tenancy",
    ]);
  }
  checkFamilies(scope, props);
  checkRequiredTags(scope, props);
  for (const [index, policy] of (props.securityZonePolicies ?? []).entries()) {
    const prop = `securityZonePolicies[${index}]`;
    requireMatch(scope, prop, policy, ZONE_POLICY, "it is no friendly name of a zone policy");
  }
  if (props.securityZonePolicies?.length === 0) {
    throw new PropsError(scope, {
      prop: "securityZonePolicies",
      got: [],
      because: "a security zone without a policy denies nothing",
      fix: "leave securityZonePolicies out, or name at least one policy",
    });
  }
  checkRecipes(scope, props);
}

function checkFamilies(scope: IConstruct, props: TenancyGuardrailsProps): void {
  const inTable = new Set(QUOTA_FAMILIES.map(({ family }) => family));
  const seen = new Set<string>();
  for (const [index, family] of (props.additionalFamilies ?? []).entries()) {
    const prop = `additionalFamilies[${index}]`;
    requireMatch(scope, prop, family, FAMILY, "it is no name of a quota family");
    if (inTable.has(family) || seen.has(family)) {
      throw new PropsError(scope, {
        prop,
        got: family,
        because: "that family is locked already",
        fix: "take it out",
      });
    }
    seen.add(family);
  }
  for (const [index, { family, reason }] of (props.exemptFamilies ?? []).entries()) {
    const prop = `exemptFamilies[${index}]`;
    if (!inTable.has(family)) {
      throw new PropsError(scope, {
        prop: `${prop}.family`,
        got: family,
        because: "no lock is set on it",
        fix: `name one of ${[...inTable].join(", ")}`,
      });
    }
    if (reason.trim() === "") {
      throw new PropsError(scope, {
        prop: `${prop}.reason`,
        got: reason,
        because: "a family that stays open needs a reason that a reviewer can judge",
        fix: "say in one sentence why it must be open",
      });
    }
  }
}

function checkRequiredTags(scope: IConstruct, props: TenancyGuardrailsProps): void {
  const names = new Set(["residency"]);
  for (const [index, tag] of (props.requiredTags ?? []).entries()) {
    const prop = `requiredTags[${index}]`;
    const because = "a tag key has 1 to 100 characters without spaces and periods";
    requireMatch(scope, `${prop}.name`, tag.name, /^[^\s.]{1,100}$/, because);
    if (names.has(tag.name.toLowerCase())) {
      throw new PropsError(scope, {
        prop: `${prop}.name`,
        got: tag.name,
        because: "tag keys are compared without case, and another tag has this one",
        fix: "give each tag a name of its own",
      });
    }
    names.add(tag.name.toLowerCase());
    if (tag.values.length === 0) {
      throw new PropsError(scope, {
        prop: `${prop}.values`,
        got: [],
        because: "a required tag without an accepted value would stop every resource",
        fix: "list the values that are accepted",
      });
    }
  }
}

function checkRecipes(scope: IConstruct, props: TenancyGuardrailsProps): void {
  for (const [index, id] of (props.detectorRecipeIds ?? []).entries()) {
    requireOcid(scope, `detectorRecipeIds[${index}]`, id, ["cloudguarddetectorrecipe"]);
  }
  for (const [index, id] of (props.responderRecipeIds ?? []).entries()) {
    requireOcid(scope, `responderRecipeIds[${index}]`, id, ["cloudguardresponderrecipe"]);
  }
  const names = props.detectorRecipeNames ?? [];
  for (const [index, name] of names.entries()) {
    const prop = `detectorRecipeNames[${index}]`;
    // A token too: the name stands in a text of Terraform's, which would end in its quotes.
    if (!/^[^"$%\\\p{Cc}]{1,255}$/u.test(name)) {
      throw new PropsError(scope, {
        prop,
        got: name,
        because: "it is no display name: 1 to 255 characters without quotes, $, % and backslashes",
        fix: "write the name as the console shows it",
      });
    }
    if (names.indexOf(name) !== index) {
      throw new PropsError(scope, {
        prop,
        got: name,
        because: "the target has that recipe already",
        fix: "take it out",
      });
    }
  }
  if (
    (props.responderRecipeIds?.length ?? 0) > 0 &&
    (props.detectorRecipeIds?.length ?? 0) + names.length === 0
  ) {
    throw new PropsError(scope, {
      prop: "responderRecipeIds",
      got: props.responderRecipeIds,
      because: "a responder acts on what a detector found, and the target has no detector",
      fix: "give detectorRecipeIds or detectorRecipeNames too",
    });
  }
}

/**
 * The regions that keep their capacity.
 *
 * @throws PropsError where one lies outside, belongs to another realm or is listed twice, and where
 *   the home region is missing
 */
export function allowedRegions(
  scope: IConstruct,
  props: TenancyGuardrailsProps,
  { jurisdiction, homeRegion }: GuardedStack,
): readonly Region[] {
  const inRealm = jurisdiction.regionsOf("oci").filter(({ realm }) => realm === homeRegion.realm);
  if (props.allowedRegions === undefined) {
    return inRealm;
  }
  const regions: Region[] = [];
  for (const [index, value] of props.allowedRegions.entries()) {
    const prop = `allowedRegions[${index}]`;
    const region = requireOciInside(scope, prop, value, jurisdiction);
    const refuse = (because: string, fix: string) =>
      new PropsError(scope, { prop, got: region.id, because, fix });
    if (region.realm !== homeRegion.realm) {
      throw refuse(
        `it is of the realm ${region.realm.id}, and a tenancy has regions of one realm only`,
        `name one of ${inRealm.map(String).join(", ")}`,
      );
    }
    if (regions.includes(region)) {
      throw refuse("it is listed twice", "take one of them out");
    }
    regions.push(region);
  }
  if (!regions.includes(homeRegion)) {
    throw new PropsError(scope, {
      prop: "allowedRegions",
      got: regions.map(String),
      because: `the home region, ${homeRegion.id}, would be locked, where IAM and Cloud Guard are administered`,
      fix: `add ${homeRegion.id}`,
    });
  }
  return regions;
}
