import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../guard";

const ROOT = join(__dirname, "..", "..");
const FOLDER = join(ROOT, "guard", "rules");

/** Headings of a rule's page, in their order. */
const HEADINGS = ["Why", "Checks", "Does not check", "Failing", "Passing", "Fix"];

const pages = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));

test("every page in the rules folder is a registered rule's, so that none is forgotten", () => {
  expect(pages.map((name) => name.replace(/\.md$/, "")).sort()).toEqual(
    RULES.map((rule) => rule.id).sort(),
  );
});

test("no two rules share an id", () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))("the rule %s", (id, rule) => {
  test("is called in kebab-case and titled with a sentence", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(rule.title).toMatch(/^[A-Z].*\.$/);
  });

  test("stands in a file of its own name", () => {
    const source = readFileSync(join(FOLDER, `${id}.ts`), "utf8");
    expect(source).toContain(`id: "${id}"`);
  });

  test("has a page with every heading, its title, and an example on each side", () => {
    const page = readFileSync(join(FOLDER, `${id}.md`), "utf8");
    expect(page.startsWith(`# ${id}\n\n${rule.title}\n`)).toBe(true);
    const found = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(found).toEqual(HEADINGS);
    expect([...page.matchAll(/^```json$/gm)].length).toBeGreaterThanOrEqual(2);
  });

  test("has a test file", () => {
    expect(existsSync(join(ROOT, "test", "guard", "rules", `${id}.test.ts`))).toBe(true);
  });
});
