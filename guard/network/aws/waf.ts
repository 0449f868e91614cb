import { asList, isObject, type Json, type JsonObject, own } from "../../json/json";
import type { Block } from "../../model/block";
import type { Source } from "../graph";
import { type Inventory, type Located, nestedBlocks } from "../inventory";
import { push } from "../memo";
import { judgeRules, type WafAction, type WafOutcome, type WafRule } from "../waf/admitted";
import type { CountryCondition } from "../waf/condition";
import type { Truth } from "../waf/condition-values";

/** Nesting of statements. Source: WAF allows no more than a few levels. */
const MAX_DEPTH = 16;

/** Web ACLs by the load balancer that they are associated with. */
export class AwsWafs {
  private readonly associations = new Map<Block, Located[]>();

  constructor(private readonly inventory: Inventory) {
    for (const located of inventory.of("aws_wafv2_web_acl_association")) {
      for (const target of inventory.targets(located, "resource_arn")) {
        if (target.kind === "block") {
          push(this.associations, target.block, located);
        }
      }
    }
  }

  of(
    balancer: Block,
  ):
    | { readonly located: Located; readonly outcome: WafOutcome; readonly source: Source }
    | undefined {
    const [association] = this.associations.get(balancer) ?? [];
    if (association === undefined) {
      return undefined;
    }
    const [acl] = this.inventory.targets(association, "web_acl_arn");
    if (
      acl?.kind !== "block" ||
      acl.block.kind !== "resource" ||
      acl.block.type !== "aws_wafv2_web_acl"
    ) {
      return {
        located: association,
        outcome: { status: "unproven", because: "its web ACL is not in the input" },
        source: {
          ...association,
          pointer: `${association.block.pointer}/web_acl_arn`,
          value: "",
        },
      };
    }
    const located = { block: acl.block, stack: acl.stack };
    return {
      located,
      outcome: this.outcomeOf(located),
      source: { ...located, pointer: located.block.pointer, value: "" },
    };
  }

  private outcomeOf(acl: Located): WafOutcome {
    const { blocks, isWhole } = this.inventory.nested(acl, "rule");
    if (!isWhole || this.inventory.argument(acl, "rule_json") !== undefined) {
      return {
        status: "unproven",
        because: `an expression makes the rules of ${acl.block.address}`,
      };
    }
    if (own(acl.block.body, "dynamic") !== undefined) {
      return { status: "unproven", because: `the rules of ${acl.block.address} are dynamic` };
    }
    const rules: { readonly priority: number; readonly rule: WafRule }[] = [];
    for (const { value } of blocks) {
      const texts = this.inventory.texts(own(value, "priority"), acl);
      const priority = texts?.length === 1 ? Number(texts[0]) : Number.NaN;
      if (Number.isNaN(priority)) {
        return {
          status: "unproven",
          because: `the order of the rules of ${acl.block.address} is not in the input`,
        };
      }
      rules.push({ priority, rule: this.rule(value, acl) });
    }
    rules.sort((a, b) => a.priority - b.priority);
    const [fallback] = this.inventory.nested(acl, "default_action").blocks;
    return judgeRules(
      rules.map(({ rule }) => rule),
      fallback === undefined ? "unknown" : actionOf(fallback.value),
      this.inventory.jurisdiction.countries,
    );
  }

  private rule(value: JsonObject, acl: Located): WafRule {
    const name = this.inventory.texts(own(value, "name"), acl)?.[0] ?? "(unnamed)";
    const statements = nestedBlocks(value, "statement", "").blocks;
    const [statement] = statements;
    const [action, ...actions] = nestedBlocks(value, "action", "").blocks;
    if (action === undefined) {
      // A group of rules: those that AWS manages turn requests away, others can let them in.
      const isManaged =
        statement !== undefined &&
        own(statement.value, "managed_rule_group_statement") !== undefined;
      return { name, action: isManaged ? "continue" : "unknown", condition: undefined };
    }
    const condition =
      statement === undefined || statements.length > 1
        ? undefined
        : this.condition(statement.value, acl, 0);
    // Of several, each made by a condition of its own, nothing tells which there will be.
    return { name, action: actions.length > 0 ? "unknown" : actionOf(action.value), condition };
  }

  private condition(
    statement: JsonObject,
    acl: Located,
    depth: number,
  ): CountryCondition | undefined {
    const kinds = Object.keys(statement).filter((key) => own(statement, key) !== null);
    const [kind = ""] = kinds;
    if (kinds.length !== 1 || depth > MAX_DEPTH) {
      return undefined;
    }
    const [body, ...more] = asList(own(statement, kind));
    if (more.length > 0 || !isObject(body)) {
      return undefined;
    }
    switch (kind) {
      case "geo_match_statement":
        return this.geoMatch(body, acl);
      case "not_statement":
      case "and_statement":
      case "or_statement":
        return own(body, "dynamic") === undefined
          ? this.logical(kind, own(body, "statement"), acl, depth)
          : undefined;
      default:
        return { countries: new Set(), of: () => "depends" };
    }
  }

  private geoMatch(body: JsonObject, acl: Located): CountryCondition | undefined {
    // Whoever sends a request can write the header that this would read.
    if (nestedBlocks(body, "forwarded_ip_config", "").blocks.length > 0) {
      return undefined;
    }
    const targets = this.inventory.resolver.targets(
      own(body, "country_codes"),
      acl.stack,
      acl.block,
    );
    const countries = new Set<string>();
    for (const target of targets) {
      if (target.kind !== "text") {
        return undefined;
      }
      countries.add(target.text);
    }
    return {
      countries,
      of: (country) => country !== undefined && countries.has(country),
    };
  }

  private logical(
    kind: "not_statement" | "and_statement" | "or_statement",
    value: Json | undefined,
    acl: Located,
    depth: number,
  ): CountryCondition | undefined {
    const parts: CountryCondition[] = [];
    for (const inner of asList(value)) {
      const part = isObject(inner) ? this.condition(inner, acl, depth + 1) : undefined;
      if (part === undefined) {
        return undefined;
      }
      parts.push(part);
    }
    const countries = new Set(parts.flatMap((part) => [...part.countries]));
    const [first, ...others] = parts;
    if (first === undefined) {
      return undefined;
    }
    if (kind === "not_statement") {
      return others.length > 0
        ? undefined
        : {
            countries,
            of: (country) => {
              const truth = first.of(country);
              return truth === "depends" ? truth : !truth;
            },
          };
    }
    const decisive = kind === "or_statement";
    return {
      countries,
      of: (country): Truth => {
        const truths = parts.map((part) => part.of(country));
        return truths.includes(decisive)
          ? decisive
          : truths.includes("depends")
            ? "depends"
            : !decisive;
      },
    };
  }
}

function actionOf(value: JsonObject): WafAction {
  const kinds = Object.keys(value).filter((key) => own(value, key) !== null);
  const [kind] = kinds;
  if (kinds.length !== 1) {
    return "unknown";
  }
  switch (kind) {
    case "allow":
      return "allow";
    case "block":
      return "block";
    case "count":
    case "captcha":
    case "challenge":
      return "continue";
    default:
      return "unknown";
  }
}
