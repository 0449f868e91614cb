import {
  type Jurisdiction,
  type PlaceProof,
  parseServicePrincipal,
  scan,
} from "../../jurisdiction";
import { testsOf } from "./condition";
import type { GrantStatement } from "./policy-statement";
import type { Reach } from "./reach";
import type { StatementVerdict } from "./statement-verdict";
import type { Token } from "./tokenize";

/** The services that a statement grants to, which carry their region in their name. */
export function* judgeServices(
  services: readonly Token[],
  jurisdiction: Jurisdiction,
  reach: Reach,
): Iterable<StatementVerdict> {
  for (const service of services) {
    if (service.holes.length > 0) {
      // A condition that holds inside only places whatever service it is.
      if (reach.open) {
        yield {
          status: "unproven",
          message: `grants to a service whose name, which carries its region, is not in the file: ${service.text}`,
          fix: "Write the region out in the service's name.",
        };
      }
      continue;
    }
    for (const proof of proofsOfService(service.text)) {
      const place = placeAbroad(proof, jurisdiction);
      if (place !== undefined) {
        yield {
          status: place.status,
          region: place.name,
          message:
            place.status === "outside"
              ? `grants to ${service.text}, the service of ${place.name}, outside ${jurisdiction.name}`
              : `grants to ${service.text}, the service of a region that is not known`,
          fix: `Name the service of one of: ${jurisdiction.regionsOf("oci").map(String).join(", ")}.`,
        };
      }
    }
  }
}

/** What the name of a service says of a place; a form that is not known may still name a region. */
export function proofsOfService(name: string): readonly PlaceProof[] {
  let proofs = knownServices.get(name);
  if (proofs === undefined) {
    const { proof } = parseServicePrincipal(name);
    proofs = proof.proves === "nothing" ? scan(name).map((evidence) => evidence.proof) : [proof];
    if (knownServices.size >= MAX_SERVICES) {
      knownServices.clear();
    }
    knownServices.set(name, proofs);
  }
  return proofs;
}

/** Names seen before: an estate repeats a few. */
const knownServices = new Map<string, readonly PlaceProof[]>();
const MAX_SERVICES = 1024;

/** OCIDs that the statement names: of principals, of the compartment, of targets. */
export function judgeIdentifiers(
  grant: GrantStatement,
  jurisdiction: Jurisdiction,
  found: StatementVerdict[],
): void {
  if (grant.subject.kind !== "service") {
    judgeTokens(grant.subject.principals, jurisdiction, found);
  }
  for (const name of [grant.scope.name, grant.with?.scope.name]) {
    if (name !== undefined) {
      judgeTokens([name], jurisdiction, found);
    }
  }
  for (const { operator, values } of testsOf(grant.condition)) {
    if (operator === "=" || operator === "in") {
      judgeTokens(values, jurisdiction, found);
    }
  }
}

function judgeTokens(
  tokens: readonly Token[],
  jurisdiction: Jurisdiction,
  found: StatementVerdict[],
): void {
  for (const token of tokens) {
    for (const place of placesAbroad(token, jurisdiction)) {
      found.push({
        status: place.status,
        region: place.name,
        message: `grants to or on ${token.text}, of ${place.name}, outside ${jurisdiction.name}`,
        fix: "Name a principal, compartment or resource inside.",
      });
    }
  }
}

interface PlaceAbroad {
  readonly status: "outside" | "unproven";
  readonly name: string;
}

const NO_PLACES: readonly PlaceAbroad[] = [];

/** The places outside that an OCID in `token` names. */
export function placesAbroad(token: Token, jurisdiction: Jurisdiction): readonly PlaceAbroad[] {
  if (!token.lower.includes("ocid")) {
    return NO_PLACES;
  }
  return scan(token.text)
    .filter(({ kind }) => kind === "ocid")
    .map(({ proof }) => placeAbroad(proof, jurisdiction))
    .filter((place) => place !== undefined);
}

function placeAbroad(proof: PlaceProof, jurisdiction: Jurisdiction): PlaceAbroad | undefined {
  switch (proof.proves) {
    case "region":
      return jurisdiction.allows(proof.region)
        ? undefined
        : { status: "outside", name: proof.region.id };
    case "realm":
      return jurisdiction.allowsRealm(proof.realm) === "none"
        ? { status: "outside", name: proof.realm.id }
        : undefined;
    case "unknown-place":
      return { status: "unproven", name: proof.text };
    default:
      return undefined;
  }
}
