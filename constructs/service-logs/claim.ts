import { DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, PropsError } from "../validation";

/** What writes a log: one category of a resource of an Oracle service. */
export interface ServiceLog {
  readonly service: string;
  readonly category: string;
  /** OCID or name of the resource, or the token that Terraform replaces by it. */
  readonly resource: string;
}

/** Path of the construct that has a log, by the log, for each app. */
const claims = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Notes that `scope` records `log`, and refuses that a second construct of the app does: OCI Logging has
 * one log for each category of a resource, and refuses another when the plan is applied.
 *
 * @throws PropsError where the log is there already
 */
export function claimServiceLog(scope: IConstruct, prop: string, log: ServiceLog): void {
  const key = keyOf(scope, log);
  const known = claims.get(scope.node.root) ?? new Map<string, string>();
  const owner = known.get(key);
  if (owner !== undefined) {
    throw new PropsError(scope, {
      prop,
      got: `the log ${log.category} of ${log.service}`,
      because: `${owner} records that of the same resource, and OCI has one log for each category of a resource`,
      fix: "leave it out in one of the two places",
    });
  }
  known.set(key, scope.node.path);
  claims.set(scope.node.root, known);
}

/** A token stands for a resource of its stack, and each reading of it is another text. */
function keyOf(scope: IConstruct, { service, category, resource }: ServiceLog): string {
  if (!isToken(resource)) {
    return JSON.stringify([service, category, resource]);
  }
  const stack = TerraformStack.of(scope);
  const meaning = Tokenization.resolve(resource, {
    scope: stack,
    preparing: false,
    resolver: new DefaultTokenResolver(new StringConcat()),
  });
  return JSON.stringify([service, category, stack.node.path, String(meaning)]);
}
