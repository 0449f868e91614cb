import { FRAMEWORKS, MAPPINGS, RULES, unmappedRules } from "../../guard";

/** The page docs/controls.md: which requirement each rule serves, and by which source. */
export function controlsMarkdown(): string {
  const lines = [
    "# Controls",
    "",
    "Which requirement each rule is evidence for. A rule is never all of a requirement, and nothing here is a legal opinion. Only what a source states is mapped; `onshore evidence` adds what the rules found.",
    "",
    "Generated from `guard/controls/` by `npm run controls:docs`.",
  ];
  for (const { id, title, url } of FRAMEWORKS) {
    const mappings = MAPPINGS.filter(({ requirement }) => requirement.framework === id);
    lines.push("", `## ${title}`, "", `Source: <${url}>`);
    if (mappings.some(({ requirement }) => requirement.country !== undefined)) {
      const all = mappings.every(({ requirement }) => requirement.country !== undefined);
      lines.push(
        "",
        all
          ? "Served only by a result against a jurisdiction in the United States."
          : "What is marked US is served only by a result against a jurisdiction in the United States.",
      );
    }
    lines.push("", "| Requirement | Rule | What it shows |", "| :-- | :-- | :-- |");
    for (const { rule, requirement, serves } of mappings) {
      const mark = requirement.country === undefined ? "" : ` (${requirement.country})`;
      lines.push(
        `| [${requirement.id}](${requirement.url}) ${requirement.title}${mark} | [${rule}](../guard/rules/${rule}.md) | ${serves} |`,
      );
    }
  }
  lines.push("", "## Rules without a mapping", "");
  const titles = new Map(RULES.map(({ id, title }) => [id, title]));
  for (const id of unmappedRules(RULES)) {
    lines.push(`- [${id}](../guard/rules/${id}.md): ${titles.get(id)}`);
  }
  return `${lines.join("\n")}\n`;
}
