import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { reportHtml } from "../guard/report/html";
import { findChromium, launchChromium } from "../test/support/chromium";
import { variedResult } from "../test/support/varied-estate";

/** Writes docs/images/report-{light,dark,narrow}.png: what the HTML report looks like. */

const IMAGES = join(__dirname, "..", "docs", "images");

/** A page of the documentation must stay quick to load. */
const MOST_BYTES = 300_000;

const VIEWS = [
  { name: "light", colorScheme: "light", viewport: { width: 1280, height: 1640 }, start: "main" },
  { name: "dark", colorScheme: "dark", viewport: { width: 1280, height: 1560 }, start: "#where" },
  { name: "narrow", colorScheme: "light", viewport: { width: 390, height: 1100 }, start: "main" },
] as const;

async function main(): Promise<void> {
  const executable = findChromium();
  if (executable === undefined) {
    throw new Error("No Chromium on PATH or in CHROME_PATH.");
  }
  const folder = mkdtempSync(join(tmpdir(), "onshore-screenshots-"));
  const file = join(folder, "report.html");
  writeFileSync(file, reportHtml(variedResult()));
  const browser = await launchChromium(executable);
  try {
    for (const { name, colorScheme, viewport, start } of VIEWS) {
      const page = await browser.newPage({ colorScheme, viewport });
      await page.goto(pathToFileURL(file).href);
      if (start !== "main") {
        await page.evaluate(`document.querySelector("${start}").scrollIntoView()`);
      }
      const path = join(IMAGES, `report-${name}.png`);
      await page.screenshot({ path });
      await page.close();
      const { size } = statSync(path);
      if (size > MOST_BYTES) {
        throw new Error(`${path} has ${size} bytes; at most ${MOST_BYTES} are allowed.`);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
