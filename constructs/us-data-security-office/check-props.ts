import type { IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import type { GuardedStack } from "../guarded-stack";
import { PropsError, requireMatch, requireOcid, requireOciInside } from "../validation";
import { MAX_BREAK_GLASS_HOURS, type UsDataSecurityOfficeProps } from "./office-props";

/**
 * Resource-types that would give a data custodian somebody else's duty: keys, people and what they
 * may do, and the network.
 */
const NOT_DATA = new RegExp(
  `^(?:${[
    "all-resources",
    "(?:key|vault|hsm|ekms|tag|drg|bastion|cloud-guard|operator-control|delegation|privileged-api)(?:-.*)?",
    "(?:keys|vaults|hsms|tags|drgs|bastions)",
    "(?:policy|policies|authentication-policies|groups|dynamic-groups|users|domains|credentials)",
    "(?:identity-providers|network-sources|compartments|tenancies|quotas?|audit-events)",
    "(?:security-zone|security-recipe|virtual-network-family|vcns|subnets|.+-gateways|zpr-.+)",
  ].join("|")})$`,
);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

const HOUR = 3_600_000;

/** @throws PropsError for the first prop that is wrong */
export function checkOfficeProps(scope: IConstruct, props: UsDataSecurityOfficeProps): void {
  const because = "it must be 1 to 60 letters, digits, underscores and hyphens, a letter first";
  requireMatch(scope, "name", props.name, /^[A-Za-z][A-Za-z0-9_-]{0,59}$/, because);
  requireOcid(scope, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  // Not the tenancy: a grant there would reach every compartment.
  requireOcid(scope, "dataCompartmentId", props.dataCompartmentId, ["compartment"]);
  requireOcid(scope, "keysCompartmentId", props.keysCompartmentId, ["compartment"]);
  if (props.dataCompartmentId === props.keysCompartmentId) {
    throw new PropsError(scope, {
      prop: "keysCompartmentId",
      got: props.keysCompartmentId,
      because: "it is the data's compartment too, so that nothing parts the two duties",
      fix: "keep vaults and keys in a compartment of their own",
    });
  }
  checkDataTypes(scope, props.dataResourceTypes);
  checkAdministrator(scope, props);
}

function checkDataTypes(scope: IConstruct, types: readonly string[] | undefined): void {
  for (const [index, type] of (types ?? []).entries()) {
    const prop = `dataResourceTypes[${index}]`;
    requireMatch(scope, prop, type, /^[a-z][a-z0-9-]*$/, "it is no resource-type of a policy");
    if (NOT_DATA.test(type)) {
      throw new PropsError(scope, {
        prop,
        got: type,
        because: "data custodians manage what keeps data, not keys, people or networks",
        fix: "take it out; key custodians manage keys",
      });
    }
  }
  if (types?.length === 0) {
    throw new PropsError(scope, {
      prop: "dataResourceTypes",
      got: types,
      because: "nobody could manage the data",
      fix: "leave it out, or name at least one type such as object-family",
    });
  }
}

function checkAdministrator(scope: IConstruct, props: UsDataSecurityOfficeProps): void {
  const parts = {
    administratorEmail: props.administratorEmail,
    administratorFirstName: props.administratorFirstName,
    administratorLastName: props.administratorLastName,
    administratorUserName: props.administratorUserName,
  };
  const given = Object.values(parts).filter((part) => part !== undefined);
  if (given.length === 0) {
    return;
  }
  for (const [prop, value] of Object.entries(parts)) {
    if (value === undefined || value.trim() === "") {
      throw new PropsError(scope, {
        prop,
        got: value,
        because: "OCI makes an administrator from e-mail, first name, last name and user name",
        fix: "give all four, or none",
      });
    }
  }
}

/**
 * The regions in which the custodians may act.
 *
 * @throws PropsError where one lies outside or in another realm, or where there is none
 */
export function officeRegions(
  scope: IConstruct,
  { regions }: UsDataSecurityOfficeProps,
  { jurisdiction, region, homeRegion }: GuardedStack,
): readonly Region[] {
  if (regions === undefined) {
    return [...new Set([region, homeRegion])];
  }
  if (regions.length === 0) {
    throw new PropsError(scope, {
      prop: "regions",
      got: regions,
      because: "without a region the grants would hold in every one",
      fix: "leave regions out, or name at least one",
    });
  }
  const allowed = regions.map((value, index) => {
    const found = requireOciInside(scope, `regions[${index}]`, value, jurisdiction);
    if (found.realm !== homeRegion.realm) {
      throw new PropsError(scope, {
        prop: `regions[${index}]`,
        got: found.id,
        because: `it is of the realm ${found.realm.id}, and the tenancy of ${homeRegion.realm.id}`,
        fix: "name a region of the tenancy's realm",
      });
    }
    return found;
  });
  return [...new Set(allowed)];
}

/** A window in which the break-glass group may act. */
export interface BreakGlassWindow {
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/**
 * The window, or undefined where none is open.
 *
 * @throws PropsError where a part of it is missing, where it ends before it starts, and where it is
 *   longer than 72 hours
 */
export function breakGlassWindow(
  scope: IConstruct,
  props: UsDataSecurityOfficeProps,
): BreakGlassWindow | undefined {
  const { breakGlassFrom: from, breakGlassUntil: until, breakGlassReason: reason } = props;
  if (from === undefined && until === undefined && reason === undefined) {
    return undefined;
  }
  const start = instantOf(scope, "breakGlassFrom", from);
  const end = instantOf(scope, "breakGlassUntil", until);
  const hours = (end - start) / HOUR;
  if (hours <= 0 || hours > MAX_BREAK_GLASS_HOURS) {
    throw new PropsError(scope, {
      prop: "breakGlassUntil",
      got: until,
      because: `the window must end after ${from}, by ${MAX_BREAK_GLASS_HOURS} hours at most`,
      fix: `write ${new Date(start + MAX_BREAK_GLASS_HOURS * HOUR).toISOString().replace(".000", "")} or earlier`,
    });
  }
  if (reason === undefined || !/^[^\n]{1,200}$/.test(reason.trim())) {
    throw new PropsError(scope, {
      prop: "breakGlassReason",
      got: reason,
      because: "whoever reviews the window must see why it was opened",
      fix: "write the incident's number or one sentence of 200 characters at most",
    });
  }
  return { from: from as string, until: until as string, reason: reason.trim() };
}

function instantOf(scope: IConstruct, prop: string, value: string | undefined): number {
  const instant = value !== undefined && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  // Date.parse takes the 31st of February for the 3rd of March.
  if (Number.isNaN(instant) || new Date(instant).toISOString().replace(".000", "") !== value) {
    throw new PropsError(scope, {
      prop,
      got: value,
      because: "a window is written as an instant of UTC, to the second",
      fix: "write it as 2026-03-01T08:00:00Z",
    });
  }
  return instant;
}
