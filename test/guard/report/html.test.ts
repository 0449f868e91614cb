import { createHash } from "node:crypto";
import { reportHtml } from "../../../guard/report/html";
import { printable } from "../../../guard/report/printable";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketIn, checkJson } from "../../support/check-json";
import { finding, HOSTILE, resultOf, resultWith } from "../../support/hostile-result";
import { variedResult } from "../../support/varied-estate";
import { checkWith, WAIVER } from "../../support/waivers";

/** Text of a page as a reader sees it, roughly: without markup, style and script. */
function textOf(page: string): string {
  return page
    .replace(/<(style|script)>.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#96;/g, "`")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

/** Opening tags of elements that a page must have no more of than its own. */
function count(page: string, tag: string): number {
  return page.split(`<${tag}`).length - 1;
}

/** Characters that a reader does not see, but for those that lay out the page's own source. */
const UNSEEN = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const OWN = reportHtml(resultWith());

describe("reportHtml", () => {
  test("says first that a proven estate is proven, and that there is nothing to do", () => {
    const text = textOf(reportHtml(checkJson(bucketIn("us-ashburn-1"))));
    expect(text).toMatch(/as of 2026-01-01 Proven /);
    expect(text).toContain("What to do Nothing.");
    expect(text).not.toContain("Not proven");
  });

  test("says first that an estate is not proven, with counts and what to do by rule", () => {
    const page = reportHtml(checkJson(bucketIn("eu-frankfurt-1")));
    const text = textOf(page);
    expect(page).toMatch(/<title>Not proven: data residency in US, 2026-01-01<\/title>/);
    expect(text).toMatch(/Not proven 1 resource lies outside US\. \d+ findings are open\./);
    expect(text).toMatch(/Outside 1 finding of resource-inside Every resource and data source/);
    expect(text.indexOf("What to do")).toBeLessThan(text.indexOf("Where it lies"));
  });

  test("gives a finding's message, value, repair, construct, source line and JSON pointer", () => {
    const page = reportHtml(
      resultWith({
        findings: [
          finding({
            constructPath: "shop/archive/bucket",
            source: { file: "stacks/shop.ts", line: 27 },
          }),
        ],
      }),
    );
    expect(textOf(page)).toMatch(
      /The bucket lies in Frankfurt\. .*Got eu-frankfurt-1 .*Fix Move it\. .*Where shop\/archive\/bucket stacks\/shop\.ts:27 shop: oci_objectstorage_bucket\.b stacks\/shop\/cdk\.tf\.json#\/provider\/oci\/0\/region/,
    );
  });

  test("puts what is outside before what is unproven, and what is waived last", () => {
    const text = textOf(
      reportHtml(
        resultWith({
          findings: [
            finding({ waiver: "retire", message: "third" }),
            finding({ status: "unproven", message: "second" }),
            finding({ message: "first" }),
          ],
        }),
      ),
    );
    const order = ["first", "second", "third"].map((word) => text.indexOf(word));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  test("shows a waived finding as waived, with its waiver and what it would be", () => {
    const text = textOf(reportHtml(checkWith([WAIVER])));
    expect(text).toContain("outside, waived by retire");
  });

  test("shows every way into and out of a subnet, station by station", () => {
    const text = textOf(reportHtml(variedResult()));
    expect(text).toMatch(
      /Through a WAF oci_core_subnet\.edge edge subnet · network · us-ashburn-1 In .*internet .*oci_core_internet_gateway\.igw .*oci_load_balancer_load_balancer\.lb .*oci_waf_web_app_firewall\.w .*Out No way out\./,
    );
  });

  test("shows the key that a resource uses, and where it lies", () => {
    const text = textOf(reportHtml(variedResult()));
    expect(text).toContain("Key: oci_kms_key.storage , us-ashburn-1");
  });

  test("names the tool's version where it is told, and none where it is not", () => {
    expect(textOf(reportHtml(resultWith(), { toolVersion: "1.2.3" }))).toContain("Onshore 1.2.3");
    expect(textOf(OWN)).toContain("Made by Onshore, result version 1");
  });

  test("gives the same bytes for the same result", () => {
    expect(reportHtml(variedResult())).toBe(reportHtml(variedResult()));
  });

  test("says that flows were not listed where the result holds none, which is not that there are none", () => {
    expect(textOf(OWN)).toContain("The result lists no flows: the check was not asked to.");
    expect(textOf(reportHtml(resultWith({ flows: [] })))).not.toContain("was not asked to");
  });
});

describe("the map", () => {
  test("shades the allowed countries and no other", () => {
    const page = reportHtml(
      checkJson(
        bucketIn("eu-frankfurt-1"),
        Jurisdiction.define({
          name: "DACH",
          countries: ["DE", "CH"],
          regions: ["eu-frankfurt-1", "eu-zurich-1"],
        }),
      ),
    );
    expect(page.match(/class="land is-allowed"/g)).toHaveLength(2);
  });

  test("draws a line from a resource to the place outside that its finding names", () => {
    const json = {
      provider: { oci: [{ region: "us-ashburn-1" }] },
      resource: {
        oci_objectstorage_replication_policy: {
          r: {
            bucket: "b",
            destination_bucket_name: "b",
            destination_region_name: "ap-singapore-1",
          },
        },
      },
    };
    const page = reportHtml(checkJson(json));
    expect(page).toMatch(/<path class="route is-outside" d="M/);
    expect(page).toContain("1 flow from us-ashburn-1 to ap-singapore-1, outside");
  });

  test("draws no line where everything stays in its region", () => {
    expect(reportHtml(checkJson(bucketIn("us-ashburn-1")))).not.toContain(
      'class="route is-inside" d="M1',
    );
    expect(reportHtml(checkJson(bucketIn("us-ashburn-1")))).not.toMatch(/1 flow from/);
  });

  test("lists a place that has no point, such as a realm, beside the map", () => {
    const text = textOf(reportHtml(resultWith({ findings: [finding({ region: "oc19" })] })));
    expect(text).toMatch(/oc19 not on the map 0 0 named by 1 finding/);
  });

  test("says in words what it shows", () => {
    const page = reportHtml(variedResult());
    const [, description] = /<desc id="map-near-text">([^<]*)/.exec(page) ?? [];
    expect(description).toMatch(
      /us-ashburn-1: \d+ resources, outside; .*from us-ashburn-1 to us-phoenix-1, inside/,
    );
  });
});

describe("a page with texts that mean harm", () => {
  test.each(HOSTILE)("shows %s as text", (_what, text) => {
    const page = reportHtml(resultOf(text));
    for (const tag of ["script", "img", "style", "iframe", "!--", "meta"]) {
      expect(count(page, tag)).toBe(count(OWN, tag));
    }
    expect(page).not.toMatch(/ (?:onerror|onfocus|onload)="?[^"&]*globalThis/);
    expect(page).not.toMatch(UNSEEN);
    if (text.length < 600) {
      expect(textOf(page)).toContain(printable(text).replace(/\s+/g, " "));
    }
  });

  test("writes out a character that turns the direction of a line", () => {
    expect(reportHtml(resultOf("invoice\u202egnp.exe"))).toContain("invoice\\u{202e}gnp.exe");
  });

  test("keeps emoji and right-to-left letters as they are", () => {
    expect(reportHtml(resultOf("🪣 דלי"))).toContain("🪣 דלי");
  });

  test("says how much of a long text it leaves out", () => {
    const page = reportHtml(resultOf("x".repeat(10_000)));
    expect(page).toContain("9480 characters left out");
    expect(page.length).toBeLessThan(OWN.length + 60_000);
  });

  test("lets only its own style and script act", () => {
    const page = reportHtml(resultOf('</script><script>globalThis.owned = "script"</script>'));
    const [, policy = ""] =
      /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    for (const tag of ["style", "script"]) {
      const [, body = ""] = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page) ?? [];
      const hash = createHash("sha256").update(body).digest("base64");
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain("unsafe");
  });

  test("asks for nothing from elsewhere", () => {
    const page = reportHtml(variedResult());
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b/);
    expect(page).not.toMatch(/\bsrc=|@import|url\((?!#)/);
    expect(page.match(/ href="[^#]/g)).toBeNull();
  });
});

describe("a page of many or no findings", () => {
  test.each([0, 1, 5000])("lists %i findings", (many) => {
    const findings = Array.from({ length: many }, (_, index) =>
      finding({
        address: `oci_objectstorage_bucket.b${index}`,
        status: index % 2 === 0 ? "outside" : "unproven",
      }),
    );
    const page = reportHtml(resultWith({ findings }));
    expect(page.match(/<li class="finding /g) ?? []).toHaveLength(many);
    expect(textOf(page)).toContain(many === 0 ? "No rule found anything." : `Findings ${many} `);
  });

  test("lists ten thousand resources in tables that a browser can leave out", () => {
    const placements = Array.from({ length: 10_000 }, (_, index) => ({
      kind: "resource" as const,
      stack: "big",
      address: `oci_objectstorage_bucket.b${index}`,
      region: "us-ashburn-1",
      status: "inside" as const,
      evidence: "provider.oci sets region us-ashburn-1",
    }));
    const page = reportHtml(resultWith({ placements }));
    expect(page.match(/<table class="rows blocks/g)).toHaveLength(100);
    expect(page.match(/<tr data-item="inside"/g)).toHaveLength(10_000);
  });
});
