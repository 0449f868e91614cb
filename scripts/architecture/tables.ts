import { type Architecture, isInside, lastDayOf, type Stack } from "./architecture";
import { groupBy } from "./charts/drawing";
import { holdings } from "./charts/overview";
import { kindOf } from "./kinds";
import { compare, markdownCode, markdownText, table } from "./text";

/** What each stack holds, where, and when it is deployed. */
export function stacksTable(architecture: Architecture): string {
  return table(
    ["Order", "Stack", "Holds", "Regions", "State", "After"],
    architecture.stacks.map((stack, index) => [
      `${index + 1}`,
      markdownCode(stack.name),
      markdownText(holdings(resourcesOf(architecture, stack)).join(", ")),
      regionsOf(architecture, stack)
        .map((region) => regionCell(architecture, region))
        .join(", "),
      stateCell(stack),
      stack.dependsOn.map(markdownCode).join(", ") || "none",
    ]),
  );
}

function resourcesOf({ resources }: Architecture, { name }: Stack) {
  return resources.all.filter(({ stack }) => stack === name);
}

/** Regions of a stack's resources, the one of its data first. */
function regionsOf(architecture: Architecture, stack: Stack): readonly string[] {
  const regions = new Set(resourcesOf(architecture, stack).map(({ region }) => region));
  return [...regions].sort(
    (a, b) => Number(b === stack.region) - Number(a === stack.region) || compare(a, b),
  );
}

function regionCell(architecture: Architecture, region: string): string {
  return isInside(architecture, region)
    ? markdownCode(region)
    : `${markdownCode(region)} (outside, waived until ${lastDayOf(architecture, region) ?? "nobody knows when"})`;
}

function stateCell({ backend, stateRegion }: Stack): string {
  return stateRegion === undefined
    ? `${markdownCode(backend)}, on the machine that runs Terraform`
    : `${markdownCode(backend)} in ${markdownCode(stateRegion)}`;
}

/** How many resources of each type each stack has. */
export function typesTable(architecture: Architecture): string {
  const { stacks, resources } = architecture;
  const types = groupBy(resources.all, ({ type }) => type);
  const rows = [...types]
    .sort(([a], [b]) => compare(a, b))
    .map(([type, ofType]) => [
      markdownCode(type),
      markdownText(kindOf(type).one),
      ...stacks.map(({ name }) => countCell(ofType.filter(({ stack }) => stack === name).length)),
      `${ofType.length}`,
    ]);
  const sums = stacks.map((stack) => `${resourcesOf(architecture, stack).length}`);
  return table(
    ["Resource type", "What it is", ...stacks.map(({ name }) => markdownCode(name)), "All"],
    [...rows, ["**All**", "", ...sums, `${resources.all.length}`]],
  );
}

/** The data sources, which are read and not made. */
export function dataSourcesTable({ stacks, resources }: Architecture): string {
  const types = groupBy(resources.dataSources, ({ type }) => type);
  return table(
    ["Data source", ...stacks.map(({ name }) => markdownCode(name))],
    [...types]
      .sort(([a], [b]) => compare(a, b))
      .map(([type, ofType]) => [
        markdownCode(type),
        ...stacks.map(({ name }) => countCell(ofType.filter(({ stack }) => stack === name).length)),
      ]),
  );
}

function countCell(count: number): string {
  return count === 0 ? "" : `${count}`;
}

/** Each provider configuration, and what is made through it. */
export function providersTable(architecture: Architecture): string {
  return table(
    ["Stack", "Provider configuration", "Provider", "Region", "Role", "Bound to", "Resources"],
    architecture.stacks.flatMap((stack) =>
      stack.providers.map((provider) => {
        const made = resourcesOf(architecture, stack).filter(
          (resource) => resource.provider === provider.address,
        );
        return [
          markdownCode(stack.name),
          markdownCode(provider.address),
          markdownText(provider.source),
          regionCell(architecture, provider.region),
          roleOf(architecture, stack, provider.region),
          provider.accounts.map(markdownCode).join(", "),
          `${made.length}`,
        ];
      }),
    ),
  );
}

function roleOf(architecture: Architecture, stack: Stack, region: string): string {
  if (!isInside(architecture, region)) {
    return "exception";
  }
  const roles = [
    ...(region === stack.region ? ["region of the stack"] : []),
    ...(region === architecture.homeRegion ? ["home region"] : []),
  ];
  return roles.join(", ") || "inside, beside the exception";
}

/** What goes to the home region: what moves with it, when the estate is synthesized for another. */
export function homeTable(moved: Architecture): string {
  const there = moved.resources.all.filter(({ region }) => region === moved.homeRegion);
  return table(
    ["Stack", "Made in the home region", "Other resources of the stack"],
    moved.stacks
      .map((stack) => {
        const types = groupBy(
          there.filter((resource) => resource.stack === stack.name),
          ({ type }) => type,
        );
        const others = resourcesOf(moved, stack).length - [...types.values()].flat().length;
        return [
          markdownCode(stack.name),
          [...types]
            .sort(([a], [b]) => compare(a, b))
            .map(([type, { length }]) => `${length} ${markdownCode(type)}`)
            .join(", "),
          `${others}`,
        ];
      })
      .filter(([, types]) => types !== ""),
  );
}
