import { type Body, COMMENT, isObject, isTemplate, join, show, typeViolations } from "./literals";
import type { AttributeSchema, BlockSchema, BlockTypeSchema } from "./schema-types";

type NestedType = NonNullable<AttributeSchema["nested_type"]>;

/**
 * Checks a body of Terraform's JSON syntax against a block's schema.
 *
 * @param schema the block's schema
 * @param body the JSON object
 * @param metaArguments arguments of this body that Terraform itself reads
 * @returns one line per violation: `path: what is wrong`
 */
export function bodyViolations(
  schema: BlockSchema,
  body: unknown,
  metaArguments: readonly string[] = [],
): string[] {
  if (!isObject(body)) return [`(body): must be an object, is ${show(body)}`];
  const own = Object.fromEntries(
    Object.entries(body).filter(([name]) => !metaArguments.includes(name)),
  );
  return blockViolations(schema, own, "");
}

function blockViolations(schema: BlockSchema, body: Body, path: string): string[] {
  const attributes = schema.attributes ?? {};
  const blockTypes = schema.block_types ?? {};
  const dynamic = dynamicBlocks(
    body.dynamic,
    attributes.dynamic !== undefined,
    join(path, "dynamic"),
  );
  const violations = [...dynamic.violations];
  for (const [name, value] of Object.entries(body)) {
    if (name === COMMENT || value === null) continue;
    if (name === "dynamic" && !attributes.dynamic) continue;
    if (!Object.hasOwn(attributes, name) && !Object.hasOwn(blockTypes, name)) {
      violations.push(`${join(path, name)}: is not an argument here`);
    }
  }
  for (const [name, attribute] of Object.entries(attributes)) {
    violations.push(...attributeViolations(attribute, body[name], join(path, name)));
  }
  for (const [name, type] of Object.entries(blockTypes)) {
    const generated = dynamic.blocks.filter((block) => block.name === name);
    violations.push(...blockTypeViolations(type, body[name], join(path, name), generated));
  }
  for (const { name, path: at } of dynamic.blocks) {
    if (!Object.hasOwn(blockTypes, name)) violations.push(`${at}: is not a block here`);
  }
  return violations;
}

interface DynamicBlock {
  readonly name: string;
  readonly content: unknown;
  readonly path: string;
}

/** Reads `"dynamic": { "<block>": { "for_each": ..., "content": {...} } }`, or a list of those. */
function dynamicBlocks(
  dynamic: unknown,
  isAttribute: boolean,
  path: string,
): { blocks: DynamicBlock[]; violations: string[] } {
  const blocks: DynamicBlock[] = [];
  const violations: string[] = [];
  if (dynamic === undefined || dynamic === null || isAttribute) return { blocks, violations };
  for (const group of asList(dynamic)) {
    if (!isObject(group)) {
      violations.push(`${path}: must hold blocks, holds ${show(group)}`);
      continue;
    }
    for (const [name, definitions] of Object.entries(group)) {
      if (name === COMMENT) continue;
      const at = join(path, name);
      for (const definition of asList(definitions)) {
        if (!isObject(definition)) {
          violations.push(`${at}: must be an object, is ${show(definition)}`);
          continue;
        }
        if (definition.for_each === undefined) violations.push(`${at}.for_each: is required`);
        if (definition.content === undefined) violations.push(`${at}.content: is required`);
        for (const key of Object.keys(definition)) {
          if (!["for_each", "iterator", "labels", "content", COMMENT].includes(key)) {
            violations.push(`${at}.${key}: is not an argument of a dynamic block`);
          }
        }
        blocks.push({ name, content: definition.content, path: at });
      }
    }
  }
  return { blocks, violations };
}

function blockTypeViolations(
  type: BlockTypeSchema,
  value: unknown,
  path: string,
  generated: readonly DynamicBlock[],
): string[] {
  const violations: string[] = [];
  const inside = (content: unknown, at: string) => {
    if (isObject(content)) violations.push(...blockViolations(type.block, content, at));
    else violations.push(`${at}: is a block and must be an object, is ${show(content)}`);
  };
  const written = writtenBlocks(type, value, path);
  for (const { content, path: at } of written) inside(content, at);
  for (const { content, path: at } of generated) {
    if (content !== undefined) inside(content, `${at}.content`);
  }
  // How many blocks a dynamic block makes is known only to Terraform.
  const minimum = generated.length > 0 ? 0 : (type.min_items ?? 0);
  const isOne = type.nesting_mode === "single" || type.nesting_mode === "group";
  const maximum = isOne ? 1 : type.max_items || Number.POSITIVE_INFINITY;
  if (written.length < minimum) {
    violations.push(`${path}: needs at least ${blocks(minimum)}, has ${written.length}`);
  }
  if (written.length > maximum) {
    violations.push(`${path}: takes at most ${blocks(maximum)}, has ${written.length}`);
  }
  return violations;
}

function writtenBlocks(
  type: BlockTypeSchema,
  value: unknown,
  path: string,
): { content: unknown; path: string }[] {
  if (value === undefined || value === null) return [];
  if (type.nesting_mode === "map" && isObject(value)) {
    return Object.entries(value)
      .filter(([label]) => label !== COMMENT)
      .flatMap(([label, content]) =>
        asList(content).map((item) => ({ content: item, path: `${path}["${label}"]` })),
      );
  }
  if (!Array.isArray(value)) return [{ content: value, path }];
  return value.map((content, index) => ({ content, path: `${path}[${index}]` }));
}

function attributeViolations(attribute: AttributeSchema, value: unknown, path: string): string[] {
  if (value === undefined || value === null) {
    return attribute.required ? [`${path}: is required`] : [];
  }
  if (!attribute.required && !attribute.optional) {
    return [`${path}: is computed by the provider and can't be set`];
  }
  if (attribute.nested_type) return nestedViolations(attribute.nested_type, value, path);
  return attribute.type === undefined ? [] : typeViolations(attribute.type, value, path);
}

function nestedViolations(nested: NestedType, value: unknown, path: string): string[] {
  if (isTemplate(value)) return [];
  const inside = (item: unknown, at: string) => {
    if (isTemplate(item)) return [];
    return isObject(item)
      ? blockViolations({ attributes: nested.attributes }, item, at)
      : [`${at}: must be an object, is ${show(item)}`];
  };
  if (nested.nesting_mode === "single") return inside(value, path);
  if (nested.nesting_mode === "map") {
    if (!isObject(value)) return [`${path}: must be a map of objects, is ${show(value)}`];
    return Object.entries(value).flatMap(([key, item]) => inside(item, `${path}["${key}"]`));
  }
  if (!Array.isArray(value)) return [`${path}: must be a list of objects, is ${show(value)}`];
  return value.flatMap((item, index) => inside(item, `${path}[${index}]`));
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const blocks = (count: number): string => `${count} block${count === 1 ? "" : "s"}`;
