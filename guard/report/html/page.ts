import { createHash } from "node:crypto";
import { type Html, html, trusted } from "./escape";
import { iconSheet, type Standing } from "./icons";
import { grouped } from "./report";

/** What fills the page. */
export interface Page {
  readonly title: string;
  /** How the result stands as a whole. */
  readonly standing: Standing;
  /** Sections by id, in order, with how many items they list. */
  readonly contents: readonly (readonly [id: string, title: string, count?: number])[];
  readonly main: Html;
}

/** The page's own style and script, as scripts/report-assets took them from client/. */
interface Assets {
  readonly style: string;
  readonly script: string;
}

export function page({ title, standing, contents, main }: Page): string {
  // Loaded with the first page: other formats need none.
  const { style, script } = require("./assets.json") as Assets;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy(style, script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body class="is-${standing}">
${iconSheet()}
<a class="skip" href="#main">Skip to the verdict</a>
<header class="top"><p class="brand">Onshore <span>residency report</span></p><button type="button" id="theme" hidden></button></header>
<div class="frame-of-page">
<nav class="contents" aria-label="Contents"><ol>
${contents.map(
  ([id, name, count]) =>
    html`<li><a href="#${id}">${name}${count === undefined ? undefined : html` <span class="count">${grouped(count)}</span>`}</a></li>
`,
)}</ol></nav>
<main id="main" tabindex="-1">
${main}
</main>
</div>
<script>${trusted(script)}</script>
</body>
</html>
`.text;
}

/** Nothing but the page's own style and script may act, whatever a name in the page says. */
function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
