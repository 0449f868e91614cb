import { own } from "../../json/json";
import type { Block } from "../../model/block";
import type { Source } from "../graph";
import { type Inventory, type Located, type Nested, nestedBlocks } from "../inventory";
import { push } from "../memo";
import { written } from "../names";
import { ALWAYS, judgeRules, type WafAction, type WafOutcome, type WafRule } from "../waf/admitted";
import { parseCondition } from "../waf/condition";

/** A firewall before a load balancer, and what its policy admits. */
export interface Waf {
  readonly located: Located;
  readonly outcome: WafOutcome;
  /** What decides: the policy's access control, or else what names the policy. */
  readonly source: Source;
}

/** Listeners whose requests the firewall reads. */
const INSPECTED = new Set(["HTTP", "HTTP2"]);

/** Web application firewalls by the load balancer that enforces them. */
export class OciWafs {
  private readonly wafs = new Map<Block, Located[]>();
  private readonly listeners = new Map<Block, Located[]>();

  constructor(private readonly inventory: Inventory) {
    for (const [type, into] of [
      ["oci_waf_web_app_firewall", this.wafs],
      ["oci_load_balancer_listener", this.listeners],
    ] as const) {
      for (const located of inventory.of(type)) {
        for (const target of inventory.targets(located, "load_balancer_id")) {
          if (target.kind === "block") {
            push(into, target.block, located);
          }
        }
      }
    }
  }

  /** The firewall of a load balancer: of several, any that does not keep others out. */
  of(balancer: Block): Waf | undefined {
    const found = (this.wafs.get(balancer) ?? []).map((located) => ({
      located,
      outcome: this.outcomeOf(located),
      source: this.sourceOf(located),
    }));
    return found.find(({ outcome }) => outcome.status !== "through-waf") ?? found[0];
  }

  /** A listener whose traffic no firewall reads. */
  passedBy(
    balancer: Block,
  ): { readonly located: Located; readonly outcome: WafOutcome } | undefined {
    let doubtful: { readonly located: Located; readonly outcome: WafOutcome } | undefined;
    for (const located of this.listeners.get(balancer) ?? []) {
      const protocols = this.inventory.texts(own(located.block.body, "protocol"), located);
      const { address } = located.block;
      if (protocols?.some((protocol) => protocol.toUpperCase() === "TCP")) {
        const because = `its listener ${address} takes TCP, which the firewall does not read`;
        return { located, outcome: { status: "open", because } };
      }
      if (!protocols?.every((protocol) => INSPECTED.has(protocol.toUpperCase()))) {
        const because = `whether the firewall reads what its listener ${address} takes is not known`;
        doubtful ??= { located, outcome: { status: "unproven", because } };
      }
    }
    return doubtful;
  }

  private sourceOf(waf: Located): Source {
    const [policy] = this.inventory.targets(waf, "web_app_firewall_policy_id");
    if (policy?.kind === "block" && policy.block.kind === "resource") {
      const { block, stack } = policy;
      const isSet = own(block.body, "request_access_control") !== undefined;
      const pointer = isSet ? `${block.pointer}/request_access_control` : block.pointer;
      return { block, stack, pointer, value: "" };
    }
    const value = written(own(waf.block.body, "web_app_firewall_policy_id"));
    return { ...waf, pointer: `${waf.block.pointer}/web_app_firewall_policy_id`, value };
  }

  private outcomeOf(waf: Located): WafOutcome {
    const policies = this.inventory.targets(waf, "web_app_firewall_policy_id");
    const outcomes = policies.map(
      (policy): WafOutcome =>
        policy.kind === "block" &&
        policy.block.kind === "resource" &&
        policy.block.type === "oci_waf_web_app_firewall_policy"
          ? this.ofPolicy(policy)
          : { status: "unproven", because: "its policy is not in the input" },
    );
    return (
      outcomes.find(({ status }) => status === "open") ??
      outcomes.find(({ status }) => status === "unproven") ??
      outcomes[0] ?? { status: "unproven", because: "it names no policy" }
    );
  }

  private ofPolicy({ block, stack }: Located): WafOutcome {
    const policy = { block, stack };
    const control = this.inventory.nested(policy, "request_access_control");
    const actions = this.actionsOf(policy);
    const [module, ...others] = control.blocks;
    if (!control.isWhole || others.length > 0) {
      return {
        status: "unproven",
        because: `an expression makes the access control of ${block.address}`,
      };
    }
    if (module === undefined) {
      return { status: "open", because: `${block.address} has no request_access_control` };
    }
    const rules = nestedRules(module);
    if (rules === undefined) {
      return { status: "unproven", because: `an expression makes the rules of ${block.address}` };
    }
    return judgeRules(
      rules.map((rule) => this.rule(rule, policy, actions)),
      this.action(own(module.value, "default_action_name"), policy, actions),
      this.inventory.jurisdiction.countries,
    );
  }

  private actionsOf(policy: Located): ReadonlyMap<string, WafAction> {
    const actions = new Map<string, WafAction>();
    for (const { value } of this.inventory.nested(policy, "actions").blocks) {
      const names = this.inventory.texts(own(value, "name"), policy) ?? [];
      const types = this.inventory.texts(own(value, "type"), policy) ?? [];
      const [type] = types;
      for (const name of names) {
        actions.set(
          name,
          types.length !== 1 || actions.has(name)
            ? "unknown"
            : type === "ALLOW"
              ? "allow"
              : type === "CHECK"
                ? "continue"
                : type === "RETURN_HTTP_RESPONSE"
                  ? "block"
                  : "unknown",
        );
      }
    }
    return actions;
  }

  private action(
    name: Parameters<Inventory["texts"]>[0],
    policy: Located,
    actions: ReadonlyMap<string, WafAction>,
  ): WafAction {
    const names = this.inventory.texts(name, policy);
    return names?.length === 1 ? (actions.get(names[0] ?? "") ?? "unknown") : "unknown";
  }

  private rule(
    { value }: Nested,
    policy: Located,
    actions: ReadonlyMap<string, WafAction>,
  ): WafRule {
    const name = this.inventory.texts(own(value, "name"), policy)?.[0] ?? "(unnamed)";
    const action = this.action(own(value, "action_name"), policy, actions);
    const condition = own(value, "condition");
    if (condition === undefined || condition === null || condition === "") {
      return { name, action, condition: ALWAYS };
    }
    const language = own(value, "condition_language");
    const texts = this.inventory.texts(condition, policy);
    const isUnderstood =
      texts?.length === 1 &&
      (language === undefined || language === null || language === "JMESPATH");
    return { name, action, condition: isUnderstood ? parseCondition(texts[0] ?? "") : undefined };
  }
}

/** The rules in their order; undefined where an expression or a `dynamic` block makes them. */
function nestedRules(module: Nested): readonly Nested[] | undefined {
  const { blocks, isWhole } = nestedBlocks(module.value, "rules", module.pointer);
  return isWhole && own(module.value, "dynamic") === undefined ? blocks : undefined;
}
