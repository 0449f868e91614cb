import { createHash } from "node:crypto";
import assets from "../../../../guard/report/html/assets.json";
import { html } from "../../../../guard/report/html/escape";
import { iconSheet } from "../../../../guard/report/html/icons";
import { page } from "../../../../guard/report/html/page";

const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

test("a page has its title, contents and parts, and lets nothing act but its own style and script", () => {
  expect(
    page({
      title: "A & B",
      standing: "unproven",
      contents: [
        ["verdict", "Verdict"],
        ["findings", "Findings", 1234],
      ],
      main: html`<p>main</p>`,
    })
      .replace(assets.style, "STYLE")
      .replace(assets.script, "SCRIPT"),
  ).toBe(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hash(assets.style)}'; script-src '${hash(assets.script)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>A &amp; B</title>
<style>STYLE</style>
</head>
<body class="is-unproven">
${iconSheet().text}
<a class="skip" href="#main">Skip to the verdict</a>
<header class="top"><p class="brand">Onshore <span>residency report</span></p><button type="button" id="theme" hidden></button></header>
<div class="frame-of-page">
<nav class="contents" aria-label="Contents"><ol>
<li><a href="#verdict">Verdict</a></li>
<li><a href="#findings">Findings <span class="count">1,234</span></a></li>
</ol></nav>
<main id="main" tabindex="-1">
<p>main</p>
</main>
</div>
<script>SCRIPT</script>
</body>
</html>
`);
});
