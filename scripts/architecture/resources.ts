import type { CheckResult } from "../../guard";
import { keyOf, type Resource, readDataSources, readResources } from "./blocks";
import type { Line } from "./chart";
import { type JsonObject, literalAt, textsAt, textsOf } from "./json";
import { kindOf } from "./kinds";
import { BY_NAME, ruleFor } from "./links";

/** An arrow between two resources, of which neither is a part of another. */
interface Link {
  readonly from: Resource;
  readonly to: Resource;
  readonly label: string;
  readonly line: Line;
}

interface Reference {
  readonly argument: string;
  readonly target: Resource;
}

/** Arguments of Terraform itself, and what cdktf keeps for people. */
const NOT_ARGUMENTS = new Set(["//", "depends_on", "lifecycle", "provider"]);

/** A Terraform address within an expression; a name can hold hyphens. */
const ADDRESS = /\b[a-z0-9_]+\.[A-Za-z_][A-Za-z0-9_-]*/g;

/** All resources of all stacks, and what leads from one to another. */
export class Resources {
  /** By stack and address. */
  readonly all: readonly Resource[];
  /** Types of the data sources, one entry for each. */
  readonly dataSources: readonly { readonly stack: string; readonly type: string }[];

  private readonly byKey: ReadonlyMap<string, Resource>;
  private readonly references = new Map<Resource, readonly Reference[]>();
  private readonly owners = new Map<Resource, Resource>();

  constructor(documents: ReadonlyMap<string, JsonObject>, result: CheckResult) {
    this.all = readResources(documents, result);
    this.byKey = new Map(this.all.map((resource) => [resource.key, resource]));
    this.dataSources = readDataSources(documents);
    const flows = groupFlows(result);
    for (const resource of this.all) {
      this.references.set(resource, this.read(resource, flows.get(resource.key) ?? []));
    }
    for (const resource of this.all) {
      const { partOf } = kindOf(resource.type);
      const owner = partOf === undefined ? undefined : this.target(resource, partOf);
      if (owner !== undefined) {
        this.owners.set(resource, owner);
      }
    }
  }

  of(...types: readonly string[]): readonly Resource[] {
    return this.all.filter(({ type }) => types.includes(type));
  }

  find(stack: string, address: string): Resource | undefined {
    return this.byKey.get(keyOf(stack, address));
  }

  /** What the argument of a resource leads to, in this stack or another. */
  targets(resource: Resource, argument: string): readonly Resource[] {
    return (this.references.get(resource) ?? [])
      .filter((reference) => reference.argument === argument)
      .map(({ target }) => target);
  }

  target(resource: Resource, argument: string): Resource | undefined {
    return this.targets(resource, argument)[0];
  }

  /** The resource that `resource` is a part of, or itself. */
  ownerOf(resource: Resource): Resource {
    let owner = resource;
    for (let next = this.owners.get(owner); next !== undefined; next = this.owners.get(owner)) {
      owner = next;
    }
    return owner;
  }

  /** Its own name, or else that of a part of it, such as a key's alias; empty without one. */
  nameOf(resource: Resource): string {
    const named = [resource, ...this.all.filter((part) => this.owners.get(part) === resource)];
    return named.map(({ name }) => name).find((name) => name !== "") ?? "";
  }

  /** Every arrow that the rules know, between owners. */
  links(): readonly Link[] {
    return this.all.flatMap((resource) =>
      (this.references.get(resource) ?? []).flatMap(({ argument, target }) => {
        const rule = ruleFor(resource.type, argument, target.type);
        const here = this.ownerOf(resource);
        const there = this.ownerOf(target);
        if (rule === undefined || here === there) {
          return [];
        }
        const category =
          rule.namesCategory === true
            ? literalAt(resource.body, "configuration.source.category")
            : undefined;
        return {
          from: rule.isInward === true ? there : here,
          to: rule.isInward === true ? here : there,
          label: category ?? rule.label,
          line: rule.line,
        };
      }),
    );
  }

  private read(resource: Resource, flows: readonly Flow[]): readonly Reference[] {
    const found: Reference[] = [];
    const add = (argument: string, target: Resource | undefined): void => {
      const isKnown = found.some((item) => item.argument === argument && item.target === target);
      if (target !== undefined && !isKnown) {
        found.push({ argument, target });
      }
    };
    for (const [argument, text] of argumentsOf(resource)) {
      for (const [address] of text.includes("${") ? text.matchAll(ADDRESS) : []) {
        add(argument, this.byKey.get(keyOf(resource.stack, address)));
      }
    }
    // The guard follows what a reference in this stack does not tell: state of other stacks, ARNs.
    for (const { path, target, targetStack } of flows) {
      if (target !== undefined && targetStack !== undefined) {
        add(argumentOf(path), this.byKey.get(keyOf(targetStack, target)));
      }
    }
    for (const rule of BY_NAME.filter(({ type }) => type === resource.type)) {
      const flow = flows.find(({ path }) => argumentOf(path) === rule.region);
      const region = rule.region === undefined ? resource.region : flow?.to;
      for (const name of textsAt(resource.body, rule.argument)) {
        add(
          rule.argument,
          this.all.find(
            (other) =>
              other.type === rule.target &&
              other.region === region &&
              literalAt(other.body, rule.name) === name,
          ),
        );
      }
    }
    return found;
  }
}

type Flow = NonNullable<CheckResult["flows"]>[number];

function groupFlows({ flows = [] }: CheckResult): ReadonlyMap<string, readonly Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    const key = keyOf(flow.stack, flow.address);
    groups.set(key, [...(groups.get(key) ?? []), flow]);
  }
  return groups;
}

function* argumentsOf({ body }: Resource): Generator<readonly [argument: string, text: string]> {
  for (const [argument, value] of Object.entries(body)) {
    if (!NOT_ARGUMENTS.has(argument)) {
      yield* textsOf(value, argument);
    }
  }
}

/** `/resource/type/name/rule/0/kms_key_id` is the argument `rule.kms_key_id`. */
function argumentOf(pointer: string): string {
  return pointer
    .split("/")
    .slice(4)
    .filter((token) => !/^\d+$/.test(token))
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}
