import type { Architecture } from "../architecture";
import type { Resource } from "../blocks";
import { compareKinds, kindOf } from "../kinds";
import { counted } from "../text";
import { Drawing, groupBy } from "./drawing";

/** Every stack in every region that it has something in, and what goes from one to another. */
export function overviewChart(architecture: Architecture): string {
  const drawing = new Drawing(architecture, "LR");
  const { all } = architecture.resources;
  const cell = ({ stack, region }: Resource) => `${region} ${stack}`;
  for (const { name } of architecture.stacks) {
    const ofStack = all.filter(({ stack }) => stack === name);
    for (const [key, resources] of groupBy(ofStack, cell)) {
      const [{ region } = { region: "" }] = resources;
      drawing.chart.node(key, [name, ...holdings(resources)], { within: drawing.region(region) });
    }
  }
  for (const { from, to, label, line } of architecture.resources.links()) {
    if (cell(from) !== cell(to)) {
      drawing.chart.edge(cell(from), cell(to), label, line);
    }
  }
  return drawing.toString();
}

/** What a reader looks for among `resources`, two a line, and how many others there are. */
export function holdings(resources: readonly Resource[], perLine = 2): readonly string[] {
  const headline = resources.filter(({ type }) => kindOf(type).isHeadline === true);
  const counts = [...groupBy(headline, ({ type }) => type)]
    .sort(([a], [b]) => compareKinds(a, b))
    .map(([type, { length }]) => {
      const { one, many } = kindOf(type);
      return counted(length, one, many);
    });
  const others = resources.length - headline.length;
  if (others > 0) {
    counts.push(headline.length === 0 ? counted(others, "resource") : `${others} more`);
  }
  const lines: string[] = [];
  for (let at = 0; at < counts.length; at += perLine) {
    lines.push(counts.slice(at, at + perLine).join(", "));
  }
  return lines;
}
