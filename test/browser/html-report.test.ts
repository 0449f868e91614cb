import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { CheckResult } from "../../guard";
import { reportHtml } from "../../guard/report/html";
import { findChromium, launchChromium } from "../support/chromium";
import { finding, HOSTILE, resultOf, resultWith } from "../support/hostile-result";
import { variedResult } from "../support/varied-estate";

const chromium = findChromium();

/** Named so that the output says why they did not run. */
const inBrowser =
  chromium === undefined
    ? describe.skip.bind(
        describe,
        "the HTML report (skipped: no Chromium on PATH or in CHROME_PATH)",
      )
    : describe.bind(describe, "the HTML report in Chromium");

jest.setTimeout(60_000);

interface Opened {
  readonly page: Page;
  /** Errors of the page and of the console. */
  readonly errors: string[];
  /** Requests for anything but the file itself. */
  readonly requests: string[];
}

inBrowser(() => {
  const folder = mkdtempSync(join(tmpdir(), "onshore-report-"));
  let browser: Browser;
  let opened: Opened[] = [];

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? "");
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  // Whatever a test looks at: no page may complain or ask for anything.
  afterEach(async () => {
    const seen = opened;
    opened = [];
    for (const { page } of seen) {
      await page.context().close();
    }
    for (const { errors, requests } of seen) {
      expect({ errors, requests }).toEqual({ errors: [], requests: [] });
    }
  });

  async function open(result: CheckResult, options: BrowserContextOptions = {}): Promise<Page> {
    const file = join(folder, "report.html");
    writeFileSync(file, reportHtml(result));
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const record: Opened = { page, errors: [], requests: [] };
    opened.push(record);
    page.on("pageerror", (error) => record.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        record.errors.push(message.text());
      }
    });
    page.on("request", (request) => {
      if (request.url() !== pathToFileURL(file).href) {
        record.requests.push(request.url());
      }
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  const shown = (page: Page) => page.locator("#shown");
  const findings = (page: Page) => page.locator(".finding:visible");

  /** Presses Tab until `wanted` has the focus, as a reader without a mouse does. */
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) {
        return;
      }
    }
    throw new Error("The Tab key does not lead there.");
  }

  const waitUntilShown = (page: Page, text: RegExp) =>
    page.locator("#shown", { hasText: text }).waitFor({ timeout: 5_000 });

  test("filters by text with the keyboard, and says how much is left", async () => {
    const page = await open(variedResult());
    await expect(shown(page).textContent()).resolves.toBe("Showing all");
    await tabTo(page, page.locator("#filter-text"));
    await page.keyboard.type("ledger");
    await waitUntilShown(page, /Showing 1 of \d+ findings/);
    expect(await findings(page).count()).toBe(1);
    expect(await findings(page).textContent()).toContain("ledger");
    expect(await page.locator("#networks [data-nothing]").isVisible()).toBe(true);
    expect(await shown(page).getAttribute("role")).toBe("status");
  });

  test("filters by stack, rule and status with the keyboard, and takes all of it back", async () => {
    const page = await open(variedResult());
    const all = await findings(page).count();
    await tabTo(page, page.locator("#filter-stack"));
    await page.keyboard.type("orders");
    await waitUntilShown(page, /findings/);
    const ofStack = await findings(page).count();
    expect(ofStack).toBeGreaterThan(0);
    expect(ofStack).toBeLessThan(all);
    await tabTo(page, page.locator("#filter-rule"));
    await page.keyboard.type("bucket-not");
    await waitUntilShown(page, /Showing 1 of/);
    expect(await findings(page).textContent()).toContain("bucket-not-public");
    await tabTo(page, page.locator("input[value=outside]"));
    await page.keyboard.press("Space");
    await waitUntilShown(page, /Showing 0 of/);
    expect(await page.locator("#findings [data-nothing]").isVisible()).toBe(true);
    await tabTo(page, page.locator("#filter-reset"));
    await page.keyboard.press("Enter");
    await waitUntilShown(page, /^Showing all$/);
    expect(await findings(page).count()).toBe(all);
    expect(await page.evaluate("document.activeElement.id")).toBe("filter-text");
  });

  test("filters by a region of the table below the map, and again shows all", async () => {
    const page = await open(variedResult());
    const button = page.getByRole("button", { name: "ap-singapore-1" });
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await waitUntilShown(page, /Showing 1 of \d+ findings/);
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Enter");
    await waitUntilShown(page, /^Showing all$/);
  });

  test("shows a finding that the list of what to do links to, though a filter hides it", async () => {
    const page = await open(variedResult());
    await page.locator("#filter-text").fill("ledger");
    await waitUntilShown(page, /Showing 1 of/);
    await page.getByRole("link", { name: "bucket-not-public" }).click();
    await waitUntilShown(page, /^Showing all$/);
    expect(await page.locator(".finding:target").isVisible()).toBe(true);
  });

  test("stays on the page where Enter is pressed in the search", async () => {
    const page = await open(variedResult());
    const before = page.url();
    await page.locator("#filter-text").fill("ledger");
    await page.keyboard.press("Enter");
    await waitUntilShown(page, /Showing 1 of/);
    expect(page.url()).toBe(before);
  });

  const SCHEMES = ["light", "dark"] as const;

  async function violationsOf(page: Page): Promise<readonly string[]> {
    await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    const results = (await page.evaluate("axe.run(document)")) as AxeResults;
    expect(results.passes.length).toBeGreaterThan(20);
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }

  test.each(SCHEMES)("has no accessibility violation in %s", async (colorScheme) => {
    const page = await open(variedResult(), { colorScheme });
    expect(await violationsOf(page)).toEqual([]);
  });

  test.each(SCHEMES)("has none on a narrow screen in %s", async (colorScheme) => {
    const page = await open(variedResult(), { colorScheme, viewport: { width: 360, height: 740 } });
    expect(await violationsOf(page)).toEqual([]);
  });

  test("has none where there is nothing to show", async () => {
    expect(await violationsOf(await open(resultWith()))).toEqual([]);
  });

  test("follows the system's theme until the reader chooses the other", async () => {
    const page = await open(variedResult(), { colorScheme: "dark" });
    const background = () =>
      page.evaluate("getComputedStyle(document.body).backgroundColor") as Promise<string>;
    const dark = await background();
    const button = page.getByRole("button", { name: "Light theme" });
    await button.press("Enter");
    const light = await background();
    expect(light).not.toBe(dark);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Dark theme" }).press("Enter");
    expect(await background()).toBe(dark);
  });

  test.each([1280, 768, 360, 320])("needs no sideways scrolling at %i pixels", async (width) => {
    const page = await open(variedResult(), { viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });

  test("prints all of it, in light colours and without controls, whatever a filter hides", async () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      kind: "resource" as const,
      stack: "big",
      address: `oci_objectstorage_bucket.b${index}`,
      region: "us-ashburn-1",
      status: "inside" as const,
      evidence: "provider.oci sets region us-ashburn-1",
    }));
    const page = await open(
      resultWith({ placements: many, findings: [finding(), finding({ stack: "other" })] }),
      { colorScheme: "dark" },
    );
    await page.locator("#filter-text").fill("no such thing");
    await waitUntilShown(page, /Showing 0 of 2 findings, 0 of 400 resources/);
    await page.emulateMedia({ media: "print" });
    expect(await findings(page).count()).toBe(2);
    expect(await page.locator("#resources tbody tr:visible").count()).toBe(400);
    expect(await page.locator("#filters:visible, .contents:visible, #theme:visible").count()).toBe(
      0,
    );
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    );
  });

  test("can be read without its script", async () => {
    const page = await open(variedResult(), { javaScriptEnabled: false });
    expect(await findings(page).count()).toBe(variedResult().findings.length);
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.locator("h1").textContent()).toBe("Not proven");
  });

  test.each(HOSTILE)(
    "runs nothing of %s, and keeps to the width of the screen",
    async (_what, text) => {
      const page = await open(resultOf(text), { viewport: { width: 360, height: 740 } });
      expect(await page.evaluate("globalThis.owned")).toBeUndefined();
      expect(await page.locator("main img, main script, main iframe").count()).toBe(0);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      // A filter by that name must still find what has it.
      await page.locator("#filter-stack").selectOption({ index: 1 });
      expect(await findings(page).count()).toBe(2);
    },
  );

  test("filters five thousand findings", async () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      finding({ address: `oci_objectstorage_bucket.b${index}` }),
    );
    const page = await open(resultWith({ findings: many }));
    await page.locator("#filter-text").fill("bucket.b499");
    await waitUntilShown(page, /Showing 11 of 5000 findings/);
    expect(await findings(page).count()).toBe(11);
  });
});
