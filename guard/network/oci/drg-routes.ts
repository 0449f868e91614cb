import { own } from "../../json/json";
import type { Block } from "../../model/block";
import { type Cidr, overlapOf, parseCidr } from "../cidr";
import type { Link } from "../graph";
import type { Inventory, Located } from "../inventory";
import { push } from "../memo";
import type { Target } from "../targets";

/** An attachment of a dynamic routing gateway, and the kind that route distributions match. */
export interface Attachment {
  readonly kind: "VCN" | "REMOTE_PEERING_CONNECTION" | "IPSEC_TUNNEL" | "VIRTUAL_CIRCUIT";
  readonly located: Located;
  readonly link: Link;
}

/** Adds the blocks of `type` to those that their `argument` names. */
export function addByTarget(
  inventory: Inventory,
  type: string,
  argument: string,
  into: Map<Block, Located[]>,
): void {
  for (const located of inventory.of(type)) {
    for (const target of inventory.targets(located, argument)) {
      if (target.kind === "block") {
        push(into, target.block, located);
      }
    }
  }
}

/** Route tables of dynamic routing gateways: static rules, and what they import of attachments. */
export class DrgRoutes {
  private readonly staticRules = new Map<Block, Located[]>();
  private readonly statements = new Map<Block, Located[]>();

  constructor(private readonly inventory: Inventory) {
    addByTarget(
      inventory,
      "oci_core_drg_route_table_route_rule",
      "drg_route_table_id",
      this.staticRules,
    );
    addByTarget(
      inventory,
      "oci_core_drg_route_distribution_statement",
      "drg_route_distribution_id",
      this.statements,
    );
  }

  /** The attachments that a DRG route table leads traffic to `range` to, of all of its gateway. */
  ofTable(
    table: Located,
    all: readonly Attachment[],
    range: Cidr | undefined,
  ): readonly Attachment[] {
    const found: Attachment[] = [];
    for (const rule of this.staticRules.get(table.block) ?? []) {
      const ranges = this.inventory.texts(own(rule.block.body, "destination"), rule);
      if (
        ranges === undefined ||
        range === undefined ||
        ranges.some((each) => meets(each, range))
      ) {
        const hops = this.inventory.targets(rule, "next_hop_drg_attachment_id");
        const isKnown = hops.every((hop) => hop.kind === "block");
        found.push(
          ...(isKnown
            ? all.filter(({ located }) =>
                hops.some((hop) => hop.kind === "block" && this.isOf(hop, located)),
              )
            : all),
        );
      }
    }
    for (const target of this.inventory.targets(table, "import_drg_route_distribution_id")) {
      found.push(
        ...(target.kind === "block" && target.block.kind === "resource"
          ? this.imported(this.statements.get(target.block) ?? [], all)
          : all),
      );
    }
    return found;
  }

  /** A next hop names the attachment, or what manages the attachment that a connection came with. */
  private isOf(hop: Target & { kind: "block" }, located: Located): boolean {
    if (hop.block === located.block) {
      return true;
    }
    if (hop.block.type !== "oci_core_drg_attachment_management") {
      return (
        hop.block.type !== "oci_core_drg_attachment" &&
        located.block.type !== "oci_core_drg_attachment"
      );
    }
    const managed = this.inventory.targets({ block: hop.block, stack: hop.stack }, "network_id");
    return managed.some((target) => target.kind !== "block" || target.block === located.block);
  }

  private imported(
    statements: readonly Located[],
    all: readonly Attachment[],
  ): readonly Attachment[] {
    const found = new Set<Attachment>();
    for (const statement of statements) {
      const { blocks, isWhole } = this.inventory.nested(statement, "match_criteria");
      for (const attachment of all) {
        const matches =
          !isWhole ||
          blocks.length === 0 ||
          blocks.some(({ value, pointer }) => {
            const kinds = this.inventory.texts(own(value, "match_type"), statement);
            const nested = { value, pointer };
            if (kinds?.[0] === "DRG_ATTACHMENT_TYPE") {
              const types = this.inventory.texts(own(value, "attachment_type"), statement);
              return types === undefined || types.includes(attachment.kind);
            }
            if (kinds?.[0] === "DRG_ATTACHMENT_ID") {
              return this.inventory
                .targetsIn(nested, "drg_attachment_id", statement)
                .some((hop) => hop.kind !== "block" || this.isOf(hop, attachment.located));
            }
            return true;
          });
        if (matches) {
          found.add(attachment);
        }
      }
    }
    return [...found];
  }
}

function meets(text: string, range: Cidr): boolean {
  const cidr = parseCidr(text);
  return cidr === undefined || overlapOf(cidr, range) !== undefined;
}
