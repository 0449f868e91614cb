/** Syntax tree of a Terraform expression, as far as the guard evaluates one. */
export type Node =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "template"; readonly parts: readonly Node[] }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: Node, value: Node])[] }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "attribute"; readonly of: Node; readonly name: string }
  | { readonly kind: "index"; readonly of: Node; readonly index: Node }
  | { readonly kind: "splat"; readonly of: Node; readonly each: Node }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "conditional"; readonly test: Node; readonly yes: Node; readonly no: Node }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | ForNode;

/** `[for k, v in from : value if test]`, or `{for k, v in from : key => value}`. */
export interface ForNode {
  readonly kind: "for";
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly from: Node;
  /** Present where the result is an object. */
  readonly key: Node | undefined;
  readonly value: Node;
  readonly test: Node | undefined;
  /** `...` after the value: values of one key are collected in a list. */
  readonly groups: boolean;
}

/** Name that stands for the item inside of a splat. No identifier is spelled so. */
export const SPLAT_ITEM = "*";

/** The expressions that `node` is made of; not those that a `for` repeats. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "template":
      return node.parts;
    case "list":
      return node.items;
    case "object":
      return node.entries.flat();
    case "index":
      return [node.of, node.index];
    case "splat":
    case "attribute":
      return [node.of];
    case "call":
      return node.args;
    case "conditional":
      return [node.test, node.yes, node.no];
    case "binary":
      return [node.left, node.right];
    case "unary":
      return [node.operand];
    case "for":
      return [node.from];
    default:
      return [];
  }
}
