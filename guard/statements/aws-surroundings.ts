import type { Jurisdiction } from "../../jurisdiction";
import type { Block, Stack } from "../model/block";
import { parseReference, referencesIn } from "../model/template";
import type { Place } from "../place/place";
import type { AwsStatement } from "./aws-statement";
import { blockOf, resolverOf } from "./resolve";
import type { Resolve } from "./source-text";
import { POLICY_DOCUMENT } from "./statement-arguments";

/** What a statement is judged against. */
export interface AwsSurroundings {
  readonly jurisdiction: Jurisdiction;
  readonly stack: Stack;
  /** Accounts that the estate declares as its own. */
  readonly accounts: ReadonlySet<string>;
  /** True for the policy of an endpoint, which only its network's own hosts can reach. */
  readonly ofEndpoint: boolean;
  /** The other statements of the document: one can deny what another allows. */
  readonly document: readonly AwsStatement[];
}

/**
 * Resolves what a policy document is usually put together from: what the file says, the region that
 * the AWS provider reports about itself among it, and the partition of that region.
 */
export function awsResolver(stack: Stack, placeOf: (block: Block) => Place): Resolve {
  const resolve = resolverOf(stack);
  return (expression) => {
    const block = blockOf(expression, stack);
    if (block?.kind === "data" && block.type === "aws_partition") {
      const attribute = parseReference(expression)?.attribute ?? "";
      const [region, ...others] = placeOf(block).regions;
      if (region !== undefined && others.length === 0 && /^(?:id|partition)$/.test(attribute)) {
        return [region.realm.id];
      }
    }
    return resolve(expression);
  };
}

const ENDPOINT = /^aws_(?:odb_network|vpc_endpoint(?:_policy)?)$/;

/** True for a resource whose policy says what a network's own hosts may reach through an endpoint. */
export function isEndpointType(type: string): boolean {
  return ENDPOINT.test(type);
}

const users = new WeakMap<Stack, ReadonlyMap<string, ReadonlySet<string>>>();

/** True for a policy document that VPC endpoints use, and nothing else. */
export function isEndpointDocument(document: Block, stack: Stack): boolean {
  if (document.kind !== "data") {
    return false;
  }
  // By the address inside of its module, as references write it.
  const types = usersOf(stack).get(`data.${document.type}.${document.name}`);
  return types !== undefined && [...types].every(isEndpointType);
}

/** Types of the blocks that refer to each policy document of the stack, by its address in the module. */
function usersOf(stack: Stack): ReadonlyMap<string, ReadonlySet<string>> {
  const known = users.get(stack);
  if (known !== undefined) {
    return known;
  }
  const found = new Map<string, Set<string>>();
  for (const block of stack.blocks) {
    if (block.outline?.templateArguments.length === 0) {
      continue;
    }
    for (const { value } of block.templates) {
      if (value.includes(POLICY_DOCUMENT)) {
        for (const { address } of referencesIn(value)) {
          const types = found.get(address) ?? new Set();
          found.set(address, types.add(block.kind === "resource" ? block.type : block.kind));
        }
      }
    }
  }
  users.set(stack, found);
  return found;
}
