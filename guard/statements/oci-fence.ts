import type { Jurisdiction } from "../../jurisdiction";
import { type Json, own } from "../json/json";
import type { Block, Stack } from "../model/block";
import { reachOfCondition, regionProblems } from "./oci-regions";
import { levelOfVerb, USE } from "./oci-resource-types";
import { type GrantStatement, parsePolicyStatement } from "./policy-statement";
import { resolverOf, stringsOf } from "./resolve";
import { toSourceTexts } from "./source-text";

/** The resource-types that a tenancy-wide Deny closes outside the jurisdiction. */
export type Fence = ReadonlySet<string>;

const fences = new WeakMap<readonly Stack[], Map<Jurisdiction, Fence>>();

/**
 * The Deny statements of the estate that close every region outside, for any user, in the whole
 * tenancy, without another condition. "Deny … to manage" leaves out what "use" grants, so that only
 * the lower verbs count. The estate is taken to be one tenancy.
 *
 * Source: OCI documentation, "Deny Policies": a Deny is stronger than any Allow, must be enabled once
 * in the tenancy, and does not bind the default Administrators group.
 */
export function fenceOf(stacks: readonly Stack[], jurisdiction: Jurisdiction): Fence {
  const known = fences.get(stacks)?.get(jurisdiction);
  if (known !== undefined) {
    return known;
  }
  const fence = new Set<string>();
  for (const stack of stacks) {
    for (const grant of denialsOf(stack)) {
      if (closes(grant, jurisdiction)) {
        for (const resource of grant.resources) {
          fence.add(resource.lower);
        }
      }
    }
  }
  const byJurisdiction = fences.get(stacks) ?? new Map<Jurisdiction, Fence>();
  fences.set(stacks, byJurisdiction.set(jurisdiction, fence));
  return fence;
}

/** True where the fence closes every resource-type of `grant`. */
export function isFenced(grant: GrantStatement, fence: Fence): boolean {
  return (
    fence.has("all-resources") ||
    (grant.resources.length > 0 && grant.resources.every(({ lower }) => fence.has(lower)))
  );
}

const denials = new WeakMap<Stack, readonly GrantStatement[]>();

/** The statements of a stack's policies that deny. */
export function denialsOf(stack: Stack): readonly GrantStatement[] {
  let found = denials.get(stack);
  if (found === undefined) {
    found = [...readDenials(stack)];
    denials.set(stack, found);
  }
  return found;
}

function* readDenials(stack: Stack): Iterable<GrantStatement> {
  const { blocks } = stack;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    if (block.kind !== "resource" || block.type !== "oci_identity_policy") {
      continue;
    }
    if (!mayDeny(own(block.body, "statements"))) {
      continue;
    }
    for (const { text } of stringsOf(block, "statements", stack)) {
      if (text === undefined || !DENY.test(text)) {
        continue;
      }
      const [source, ...others] = toSourceTexts(text, resolverOf(stack));
      const parse =
        source === undefined || others.length > 0 ? undefined : parsePolicyStatement(source);
      if (parse?.ok && parse.value.kind === "allow") {
        yield parse.value;
      }
    }
  }
}

const DENY = /^\s*deny\b/i;

/** False for a list of statements that are written out and deny nothing, as nearly all do. */
function mayDeny(statements: Json | undefined): boolean {
  return (
    !Array.isArray(statements) ||
    statements.some((text) => typeof text !== "string" || text.startsWith("${") || DENY.test(text))
  );
}

function closes(grant: GrantStatement, jurisdiction: Jurisdiction): boolean {
  return (
    grant.subject.kind === "any-user" &&
    grant.scope.kind === "tenancy" &&
    grant.verb !== undefined &&
    levelOfVerb(grant.verb.lower) <= USE &&
    regionProblems(grant.condition, "key").length === 0 &&
    reachOfCondition(grant.condition, jurisdiction).covers
  );
}
