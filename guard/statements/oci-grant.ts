import {
  ALWAYS,
  byOperator,
  type ConditionTest,
  globMatches,
  NEVER,
  PERHAPS,
  type Truth,
  testsOf,
  truth,
} from "./condition";
import { globOf } from "./oci-regions";
import {
  INSPECT,
  keepsData,
  type Level,
  levelOfPermission,
  levelOfVerb,
  permissionOnData,
} from "./oci-resource-types";
import type { GrantStatement } from "./policy-statement";
import type { Token } from "./tokenize";

/** What a grant allows at most, its condition included. */
export interface Extent {
  readonly level: Level;
  /** The highest level on resource-types that keep data; to list them, where it grants none. */
  readonly dataLevel: Level;
}

/** How far `grant` goes. */
export function extentOf(grant: GrantStatement): Extent {
  if (grant.verb === undefined) {
    const named = grant.permissions.map((token) => token.text);
    return extentOfPermissions(named.filter((name) => admitsPermission(grant, name)));
  }
  const onData = grant.resources.some(({ lower }) => keepsData(lower));
  const verbLevel = levelOfVerb(grant.verb.lower);
  // A condition on request.permission can narrow "manage" to what "inspect" would grant.
  const named = namedPermissions(grant);
  const narrowed =
    named !== undefined
      ? extentOfPermissions(named.filter((name) => admitsPermission(grant, name))).level
      : verbLevel;
  const level = Math.min(narrowed, verbLevel) as Level;
  return { level, dataLevel: onData ? level : INSPECT };
}

function extentOfPermissions(permissions: readonly string[]): Extent {
  const max = (levels: readonly Level[]): Level =>
    levels.reduce<Level>((a, b) => Math.max(a, b) as Level, INSPECT);
  return {
    level: max(permissions.map(levelOfPermission)),
    dataLevel: max(permissions.filter(permissionOnData).map(levelOfPermission)),
  };
}

/** Every permission that the condition names, where it admits no other. */
function namedPermissions(grant: GrantStatement): readonly string[] | undefined {
  if (admitsPermission(grant, undefined)) {
    return undefined;
  }
  const tests = testsOf(grant.condition).filter((test) => test.variable === "request.permission");
  const values = tests.flatMap((test) => test.values);
  return values.every((value) => value.holes.length === 0 && globOf(value) === undefined)
    ? values.map((value) => value.text)
    : undefined;
}

/** Can the condition hold for this permission; for one that nobody named, where undefined? */
function admitsPermission(grant: GrantStatement, permission: string | undefined): boolean {
  return holdsFor(grant, (test) =>
    test.variable === "request.permission" ? compareTest(test, permission?.toLowerCase()) : PERHAPS,
  );
}

/** Variables that say who asks; a second factor says how, not who. */
const PRINCIPAL_VARIABLE = /^request\.(?:principal|user|groups|resource|service)\.(?!mfa)/;

/** True where the condition can hold only for principals that it names. */
export function namesPrincipals(grant: GrantStatement): boolean {
  return !holdsFor(grant, (test) =>
    PRINCIPAL_VARIABLE.test(test.variable) ? compareTest(test, undefined) : PERHAPS,
  );
}

/** `target.key.id`, `target.vault.id` …: OCIDs of single resources, which lie in one region. */
const TARGET_ID = /^target\.(?!compartment\.)(?:[a-z0-9_-]+\.)+id$/;

/** True where the condition can hold only for resources whose OCID it names and `isPlaced` accepts. */
export function namesTargets(grant: GrantStatement, isPlaced: (value: Token) => boolean): boolean {
  return !holdsFor(grant, (test) =>
    TARGET_ID.test(test.variable) && test.values.every(isPlaced)
      ? compareTest(test, undefined)
      : PERHAPS,
  );
}

function holdsFor(grant: GrantStatement, truthOf: (test: ConditionTest) => Truth): boolean {
  return truth(grant.condition, truthOf) !== NEVER;
}

/** Whether `test` holds for `actual`; undefined stands for a value that no test names. */
export function compareTest(test: ConditionTest, actual: string | undefined): Truth {
  let matches: Truth = NEVER;
  for (const value of test.values) {
    const glob = globOf(value);
    const here =
      glob === undefined
        ? value.lower === actual
          ? ALWAYS
          : actual !== undefined && value.holes.length > 0
            ? PERHAPS
            : NEVER
        : globMatches(glob, actual ?? "")
          ? ALWAYS
          : NEVER;
    matches = here > matches ? here : matches;
  }
  return byOperator(test, matches);
}
