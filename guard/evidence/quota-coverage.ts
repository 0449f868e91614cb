import { type Jurisdiction, Region } from "../../jurisdiction";
import type { Block, Stack } from "../model/block";
import { parseQuotaStatement } from "../statements";
import { resolverOf, stringsOf } from "../statements/resolve";
import { toSourceTexts } from "../statements/source-text";
import { QUOTA_FAMILIES } from "./quota-families";
import { type LockState, lockOf, type ReadStatement, strictest } from "./quota-lock";

/** What the quotas of the input do about one service family. Plain data. */
export interface FamilyCoverage {
  readonly family: string;
  /** Null for a family that the statements name and Onshore's table does not hold. */
  readonly service: string | null;
  /** The page that states the family's name; null where `service` is. */
  readonly source: string | null;
  /** Outside the jurisdiction, of its realms: each known region, by what is left of its capacity. */
  readonly outside: Readonly<Record<LockState, readonly string[]>>;
  /** In a region that is in no table yet, such as one that opens tomorrow. */
  readonly unlisted: LockState;
  /** In the allowed regions. */
  readonly inside: Readonly<Record<LockState, readonly string[]>>;
}

export interface QuotaCoverage {
  readonly version: 1;
  /** The quotas of the input: `stack:address`. */
  readonly quotas: readonly string[];
  /** Statements that could not be read; the locks of their quota are unproven from there on. */
  readonly unread: readonly {
    readonly stack: string;
    readonly address: string;
    readonly path: string;
  }[];
  /** By name. */
  readonly families: readonly FamilyCoverage[];
}

/** One quota: its statements in their order. */
interface Quota {
  readonly block: Block;
  readonly statements: readonly ReadStatement[];
}

/** What the `oci_limits_quota` resources of the input lock, family by family and region by region. */
export function quotaCoverage(stacks: readonly Stack[], jurisdiction: Jurisdiction): QuotaCoverage {
  const unread: { stack: string; address: string; path: string }[] = [];
  const quotas = stacks.flatMap((stack) =>
    stack.blocks
      .filter(({ kind, type }) => kind === "resource" && type === "oci_limits_quota")
      .map((block): Quota => {
        const statements = statementsOf(block, stack, (path) =>
          unread.push({ stack: block.stack, address: block.address, path }),
        );
        return { block, statements };
      }),
  );
  const regions = Region.all("oci").filter(
    ({ realm }) => jurisdiction.allowsRealm(realm) !== "none",
  );
  const known = new Map(QUOTA_FAMILIES.map((family) => [family.family, family]));
  const named = quotas.flatMap(({ statements }) =>
    statements.flatMap((statement) =>
      statement === undefined || statement.family.holes.length > 0 ? [] : statement.family.lower,
    ),
  );
  const families = [...new Set([...known.keys(), ...named])].sort().map((family) => {
    const stateIn = (region: Region | undefined) =>
      strictest(quotas.map(({ statements }) => lockOf(statements, family, region)));
    return {
      family,
      service: known.get(family)?.service ?? null,
      source: known.get(family)?.source ?? null,
      outside: byState(
        regions.filter((region) => !jurisdiction.allows(region)),
        stateIn,
      ),
      unlisted: stateIn(undefined),
      inside: byState(
        regions.filter((region) => jurisdiction.allows(region)),
        stateIn,
      ),
    };
  });
  return {
    version: 1,
    quotas: quotas.map(({ block }) => `${block.stack}:${block.address}`).sort(),
    unread,
    families,
  };
}

function byState(
  regions: readonly Region[],
  stateIn: (region: Region) => LockState,
): FamilyCoverage["outside"] {
  const of = (state: LockState) =>
    regions
      .filter((region) => stateIn(region) === state)
      .map(String)
      .sort();
  return { locked: of("locked"), unproven: of("unproven"), open: of("open") };
}

function statementsOf(
  block: Block,
  stack: Stack,
  unread: (path: string) => void,
): readonly ReadStatement[] {
  const resolve = resolverOf(stack);
  return stringsOf(block, "statements", stack).map(({ text, pointer }) => {
    // A text that an expression can give several forms is read as none of them.
    const [source, ...others] = text === undefined ? [] : toSourceTexts(text, resolve);
    const parse =
      source === undefined || others.length > 0 ? undefined : parseQuotaStatement(source);
    if (parse?.ok !== true) {
      unread(pointer);
      return undefined;
    }
    return parse.value;
  });
}
