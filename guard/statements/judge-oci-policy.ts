import { type Jurisdiction, scan } from "../../jurisdiction";
import type { Stack } from "../model/block";
import { type Carrier, carriersOf } from "./oci-carriers";
import { extentOf, namesPrincipals, namesTargets } from "./oci-grant";
import { judgeIdentifiers, judgeServices, placesAbroad } from "./oci-identifiers";
import { reachOfCondition, regionProblems, speaksOfRegions } from "./oci-regions";
import { isPeering, keepsData, MANAGE, READ, USE } from "./oci-resource-types";
import type { DefineStatement, GrantStatement, PolicyStatement } from "./policy-statement";
import { listRegions, type Reach, regionField } from "./reach";
import { blockOf } from "./resolve";
import type { StatementVerdict } from "./statement-verdict";
import type { Token } from "./tokenize";

/** What a statement is judged against. */
export interface PolicySurroundings {
  readonly jurisdiction: Jurisdiction;
  readonly stack: Stack;
  /** True where a Deny of the estate already closes every region outside for this grant. */
  isFenced(grant: GrantStatement): boolean;
  /** Operations that a Deny of the estate takes from everybody, wherever they are requested. */
  readonly denied: ReadonlySet<Carrier>;
}

/** Judges one parsed statement of an IAM policy. */
export function judgePolicyStatement(
  statement: PolicyStatement,
  surroundings: PolicySurroundings,
): readonly StatementVerdict[] {
  if (statement.kind === "define") {
    return judgeDefine(statement, surroundings.jurisdiction);
  }
  return statement.denies
    ? judgeDeny(statement, surroundings.jurisdiction)
    : judgeGrant(statement, surroundings);
}

/** An alias grants nothing; the OCID behind it may be of another realm. */
function judgeDefine(
  { ocid, what }: DefineStatement,
  jurisdiction: Jurisdiction,
): readonly StatementVerdict[] {
  return placesAbroad(ocid, jurisdiction).map((place) => ({
    status: place.status,
    region: place.name,
    message: `gives a name to a ${what} of ${place.name}, outside ${jurisdiction.name}`,
    fix: "Name one of this realm.",
  }));
}

function judgeDeny(grant: GrantStatement, jurisdiction: Jurisdiction): readonly StatementVerdict[] {
  const { spared } = reachOfCondition(grant.condition, jurisdiction);
  const sparing =
    spared.length === 0
      ? []
      : [
          {
            status: "outside" as const,
            ...regionField(spared),
            message: `denies every region but some, and ${listRegions(spared)}, outside ${jurisdiction.name}, is among those it spares`,
            fix: `Take ${listRegions(spared)} out of the condition.`,
          },
        ];
  return [...sparing, ...formProblems(grant)];
}

function formProblems(grant: GrantStatement): readonly StatementVerdict[] {
  return regionProblems(grant.condition, "key").map(({ message, fix }) => ({
    status: "unproven",
    message: `has a condition that proves nothing: ${message}`,
    fix,
  }));
}

function judgeGrant(
  grant: GrantStatement,
  surroundings: PolicySurroundings,
): readonly StatementVerdict[] {
  const { jurisdiction } = surroundings;
  const reach = reachOfCondition(grant.condition, jurisdiction);
  const found: StatementVerdict[] = [];
  if (grant.subject.kind === "service") {
    found.push(...judgeServices(grant.subject.principals, jurisdiction, reach));
  }
  judgeIdentifiers(grant, jurisdiction, found);
  found.push(
    ...judgeFavored(grant, jurisdiction, reach),
    // A region abroad was meant, whether or not it is written in the form that matches.
    ...(reach.favored.length > 0 ? [] : formProblems(grant)),
    ...judgeCrossing(grant),
    ...judgeAnyone(grant),
  );
  if (found.length === 0) {
    found.push(...judgeOpen(grant, surroundings, reach));
  }
  // Of what is held to regions inside, or is fenced: what is open is reported as that.
  if (found.length === 0) {
    found.push(...judgeCarrying(grant, surroundings));
  }
  return found;
}

function judgeFavored(
  grant: GrantStatement,
  jurisdiction: Jurisdiction,
  { favored, open }: Reach,
): readonly StatementVerdict[] {
  if (favored.length === 0) {
    return [];
  }
  const where = listRegions(favored);
  return [
    {
      status: "outside",
      ...regionField(favored),
      message: `${grant.kind === "allow" ? "grants" : `${grant.kind}s`} in ${where}, outside ${jurisdiction.name}${open ? ", and in any region that opens" : ""}`,
      fix: `Name the regions inside by their keys: ${keysOf(jurisdiction)}.`,
    },
  ];
}

/** Another tenancy is nobody's to place from here: data that goes there may go anywhere. */
function judgeCrossing(grant: GrantStatement): readonly StatementVerdict[] {
  const { level, dataLevel } = extentOf(grant);
  if (grant.kind === "endorse" && level >= USE) {
    // "associate … with …" has a place of each.
    const places = [grant.scope, ...(grant.with === undefined ? [] : [grant.with.scope])];
    const anywhere = places.some(({ kind }) => kind === "any-tenancy");
    const named = places.find(({ kind, name }) => kind === "tenancy" && name !== undefined);
    return [
      {
        status: anywhere ? "outside" : "unproven",
        message: `lets principals of this tenancy write to ${anywhere ? "any other tenancy" : `the tenancy ${named?.name?.text ?? "that it names"}`}, whose regions nothing here proves`,
        fix: "Keep the data in this tenancy; waive it where the other tenancy is proven by itself.",
      },
    ];
  }
  const reads = dataLevel >= READ;
  const connects = grant.resources.some((resource) => isPeering(resource.lower)) && level >= USE;
  const { ofTenancy } = grant;
  if (ofTenancy !== undefined && (reads || connects || level === MANAGE)) {
    const anyone = ofTenancy.lower === "any-tenancy";
    return [
      {
        status: anyone ? "outside" : "unproven",
        message: `lets principals of ${anyone ? "any other tenancy" : `the tenancy ${ofTenancy.text}`} reach data of this one, and nothing here proves where they take it`,
        fix: "Share inside this tenancy; waive it where the other tenancy is proven by itself.",
      },
    ];
  }
  return [];
}

function judgeAnyone(grant: GrantStatement): readonly StatementVerdict[] {
  const { kind } = grant.subject;
  if (
    (kind !== "any-user" && kind !== "any-group") ||
    grant.kind === "endorse" ||
    namesPrincipals(grant)
  ) {
    return [];
  }
  const { level, dataLevel } = extentOf(grant);
  if (level < MANAGE && dataLevel < READ) {
    return [];
  }
  const who =
    kind === "any-user"
      ? "every user, instance, function and Oracle service"
      : "every user, instance and function";
  return [
    {
      status: "outside",
      message: `is open to ${who} of the tenancy, whoever they are: nothing in it says who may ask`,
      fix: "Name a group, or add a condition on request.principal.type and request.principal.id.",
    },
  ];
}

/** A grant on data without a region holds in every region that the tenancy subscribes to. */
function* judgeOpen(
  grant: GrantStatement,
  { jurisdiction, stack, isFenced }: PolicySurroundings,
  reach: Reach,
): Iterable<StatementVerdict> {
  const { dataLevel } = extentOf(grant);
  if (
    grant.kind !== "allow" ||
    grant.subject.kind === "service" ||
    dataLevel < USE ||
    !reach.open ||
    namesTargets(grant, (value) => isPlaced(value, jurisdiction, stack)) ||
    isFenced(grant)
  ) {
    return;
  }
  const what =
    grant.verb === undefined
      ? "permissions on data"
      : grant.resources.find(({ lower }) => keepsData(lower))?.text;
  yield {
    status: "unproven",
    message: speaksOfRegions(grant.condition)
      ? `lets its principals put data (${what}) into regions that its condition does not leave out`
      : `lets its principals put data (${what}) into every region that the tenancy subscribes to`,
    fix: `Add "where ${regionCondition(jurisdiction)}", or a Deny for all other regions in the tenancy.`,
  };
}

/**
 * Requests made inside that copy data to another region. Whether anybody makes one is not for a
 * policy to tell, so that this is a note.
 */
function judgeCarrying(
  grant: GrantStatement,
  { denied }: PolicySurroundings,
): readonly StatementVerdict[] {
  if (grant.subject.kind === "service") {
    return NOTHING;
  }
  const admitted = carriersOf(grant).filter((each) => !denied.has(each));
  return admitted.length === 0
    ? NOTHING
    : [{ status: "note", message: "copies data to another region", fix: "", carries: admitted }];
}

const NOTHING: readonly StatementVerdict[] = [];

/** An OCID of a region inside, or a resource of this stack, which is judged by itself. */
function isPlaced(value: Token, jurisdiction: Jurisdiction, stack: Stack): boolean {
  if (value.holes.length > 0) {
    return value.holes.every((hole) => blockOf(hole, stack) !== undefined);
  }
  return scan(value.text).some(
    ({ kind, proof }) =>
      kind === "ocid" && proof.proves === "region" && jurisdiction.allows(proof.region),
  );
}

function keysOf(jurisdiction: Jurisdiction): string {
  return jurisdiction
    .regionsOf("oci")
    .map((region) => `${region.key} (${region.id})`)
    .join(", ");
}

/** The condition that keeps a grant inside, in the form that Oracle documents. */
function regionCondition(jurisdiction: Jurisdiction): string {
  const tests = jurisdiction.regionsOf("oci").map((region) => `request.region = '${region.key}'`);
  return tests.length === 1 ? (tests[0] as string) : `any {${tests.join(", ")}}`;
}
