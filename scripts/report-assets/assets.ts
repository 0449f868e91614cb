import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "..", "..", "guard", "report", "html");
const CLIENT = join(FOLDER, "client");

export const ASSETS_FILE = join(FOLDER, "assets.json");

/** Style sheets in the order in which they hold. */
const STYLES = [
  "light",
  "dark",
  "text",
  "page",
  "standing",
  "verdict",
  "map",
  "table",
  "filters",
  "findings",
  "networks",
  "rest",
  "narrow",
  "print",
] as const;

/** What {@link ASSETS_FILE} must hold: the sources in client/, readable in a report as they are. */
export function assets(): string {
  const style = STYLES.map((name) => {
    const text = readFileSync(join(CLIENT, "style", `${name}.css`), "utf8");
    return name === "dark" ? forWhoPrefersIt(text) : text;
  }).join("");
  const script = readFileSync(join(CLIENT, "report.js"), "utf8");
  return `${JSON.stringify({ style, script }, undefined, 2)}\n`;
}

const CHOSEN = ':root[data-theme="dark"]';

/** Dark where the reader chose it, and where the system prefers it and the reader did not choose. */
function forWhoPrefersIt(dark: string): string {
  if (!dark.includes(CHOSEN)) {
    throw new Error(`dark.css has no rule for ${CHOSEN}.`);
  }
  const preferred = dark.replace(CHOSEN, ':root:not([data-theme="light"])');
  return `@media screen {\n${dark}}\n@media screen and (prefers-color-scheme: dark) {\n${preferred}}\n`;
}
