import { asList, isObject, own } from "../../json/json";
import type { Block } from "../block";
import { parseTemplateText } from "./parse";
import type { Node } from "./syntax";
import { isList, type Result, toText } from "./value";

/**
 * The values that the validations of a variable admit, where they list them: `contains([…], var.x)`,
 * `var.x == "a"`, and these with `&&`, `||` and parentheses.
 *
 * @param declared blocks of the variable; those of override files come last
 * @param evaluate what a part of a condition can be, such as the list of `contains`
 * @returns undefined where no validation lists its values
 */
export function admittedValues(
  name: string,
  declared: readonly Block[],
  evaluate: (node: Node) => Result,
): readonly string[] | undefined {
  // Terraform takes the validations of the last file that has any.
  const validations = declared
    .map((block) => asList(own(block.body, "validation")))
    .filter((list) => list.length > 0)
    .at(-1);
  let admitted: readonly string[] | undefined;
  for (const validation of validations ?? []) {
    const condition = isObject(validation) ? own(validation, "condition") : undefined;
    const node = typeof condition === "string" ? conditionOf(condition) : undefined;
    admitted = node === undefined ? admitted : both(admitted, admittedBy(node, name, evaluate));
  }
  return admitted;
}

/** In Terraform JSON a condition is a template; `"contains(…)"` alone is a text that Terraform refuses. */
function conditionOf(condition: string): Node | undefined {
  return parseTemplateText(condition.includes("${") ? condition : `\${${condition}}`);
}

function admittedBy(
  node: Node,
  name: string,
  evaluate: (node: Node) => Result,
): readonly string[] | undefined {
  if (node.kind === "call" && node.name === "contains") {
    const [list, value] = node.args;
    return list !== undefined && value !== undefined && isVariable(value, name)
      ? textsIn(list, evaluate)
      : undefined;
  }
  if (node.kind !== "binary") {
    return undefined;
  }
  const { operator, left, right } = node;
  switch (operator) {
    case "==":
      return isVariable(left, name)
        ? textOf(right)
        : isVariable(right, name)
          ? textOf(left)
          : undefined;
    case "&&":
      return both(admittedBy(left, name, evaluate), admittedBy(right, name, evaluate));
    case "||": {
      const [a, b] = [admittedBy(left, name, evaluate), admittedBy(right, name, evaluate)];
      return a === undefined || b === undefined ? undefined : [...new Set([...a, ...b])];
    }
    default:
      return undefined;
  }
}

/** What two conditions that must both hold admit; one that lists nothing takes nothing away. */
function both(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  return a === undefined || b === undefined ? (a ?? b) : a.filter((value) => b.includes(value));
}

function isVariable(node: Node, name: string): boolean {
  return (
    node.kind === "attribute" &&
    node.name === name &&
    node.of.kind === "variable" &&
    node.of.name === "var"
  );
}

function textOf(node: Node): readonly string[] | undefined {
  return node.kind === "literal" && typeof node.value === "string" ? [node.value] : undefined;
}

/** Every text that the items of a list can be. */
function textsIn(list: Node, evaluate: (node: Node) => Result): readonly string[] | undefined {
  const result = evaluate(list);
  const texts: string[] = [];
  for (const value of result.known ? result.values : [null]) {
    if (!isList(value)) {
      return undefined;
    }
    for (const item of value.map((lazy) => lazy())) {
      const found = item.known ? item.values.map(toText) : [undefined];
      if (!found.every((text) => text !== undefined)) {
        return undefined;
      }
      texts.push(...found);
    }
  }
  return texts;
}
