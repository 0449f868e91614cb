import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FRAMEWORKS, MAPPINGS, RULES, unmappedRules } from "../../../guard";
import { controlsMarkdown } from "../../../scripts/controls/markdown";

const RULE_IDS = RULES.map(({ id }) => id);

test("every mapping names a rule that exists, so that a renamed one is not lost", () => {
  expect(MAPPINGS.map(({ rule }) => rule).filter((rule) => !RULE_IDS.includes(rule))).toEqual([]);
});

test("every requirement is of a listed framework, with a section and a source on the web", () => {
  const frameworks = FRAMEWORKS.map(({ id }) => id);
  for (const { requirement, serves } of MAPPINGS) {
    expect(frameworks).toContain(requirement.framework);
    expect(requirement.id).toMatch(
      /^(?:§ 202\.\d+|Section I{1,2}|[A-Z]{2}-\d+(?:\(\d+\))?|\d(?:\.\d+){1,2})$/,
    );
    expect(requirement.url).toMatch(
      /^https:\/\/(?:www\.)?(?:ecfr\.gov|cisa\.gov|doi\.org|github\.com\/GSA|cisecurity\.org)\//,
    );
    expect(serves).toMatch(/^[A-Z].*\.$/);
  }
});

test("every framework is served by a rule", () => {
  const served = new Set(MAPPINGS.map(({ requirement }) => requirement.framework));
  expect(FRAMEWORKS.map(({ id }) => id).filter((id) => !served.has(id))).toEqual([]);
});

test("no rule serves the same requirement twice", () => {
  const pairs = MAPPINGS.map(
    ({ rule, requirement }) => `${rule} ${requirement.framework} ${requirement.id}`,
  );
  expect(new Set(pairs).size).toBe(pairs.length);
});

test("a rule is mapped or listed as unmapped, and never both", () => {
  const mapped = new Set(MAPPINGS.map(({ rule }) => rule));
  const unmapped = unmappedRules(RULES);
  expect([...mapped, ...unmapped].sort()).toEqual([...RULE_IDS].sort());
  expect(unmapped).toContain("waiver-current");
});

test("what only the United States has is served by its regions only", () => {
  const ofCountry = MAPPINGS.filter(({ requirement }) => requirement.country === "US");
  const frameworks = new Set(ofCountry.map(({ requirement }) => requirement.framework));
  expect([...frameworks].sort()).toEqual([
    "28-cfr-202",
    "cisa-eo-14117",
    "fedramp-high",
    "nist-sp-800-53-r5",
  ]);
});

test("docs/controls.md is what the tables say; npm run controls:docs writes it", () => {
  const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "controls.md"), "utf8");
  expect(page).toBe(controlsMarkdown());
});
