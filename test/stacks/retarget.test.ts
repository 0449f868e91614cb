import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import type { Estate } from "../../stacks";
import { AS_OF, exampleEstate, synthesizeTo, waiversOf } from "../support/estate";

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** What names a place in the example's estate file, and what an owner in another area writes there. */
const EU = {
  '"US"': '"EU"',
  "us-ashburn-1": "eu-frankfurt-1",
  "us-phoenix-1": "eu-amsterdam-1",
  "certificate.oc1.iad": "certificate.oc1.fra",
  "Exmp:US-ASHBURN-AD-1": "Exmp:EU-FRANKFURT-1-AD-1",
  '"us-east-1"': '"eu-central-1"',
} as const;

const UK = {
  '"US"': '"UK"',
  "us-ashburn-1": "uk-london-1",
  "us-phoenix-1": "uk-cardiff-1",
  "certificate.oc1.iad": "certificate.oc1.lhr",
  "Exmp:US-ASHBURN-AD-1": "Exmp:UK-LONDON-1-AD-1",
  '"us-east-1"': '"eu-west-2"',
} as const;

function retargeted(places: Readonly<Record<string, string>>): Estate {
  const text = Object.entries(places).reduce(
    (changed, [from, to]) => changed.replaceAll(from, to),
    JSON.stringify(exampleEstate()),
  );
  return JSON.parse(text);
}

function judge(estate: Estate, made: Jurisdiction, judged: Jurisdiction) {
  const composed = synthesizeTo(outdir, estate, { jurisdiction: made });
  const result = check(readSource(outdir), {
    jurisdiction: judged,
    asOf: AS_OF,
    waivers: waiversOf(composed),
  });
  return { ...result, open: result.findings.filter(({ waiver }) => waiver === undefined) };
}

describe.each([
  ["EU", Jurisdiction.EU, EU],
  ["UK", Jurisdiction.UK, UK],
] as const)("the estate retargeted to %s by its file alone", (_name, jurisdiction, places) => {
  test("is proven inside", () => {
    const { open, summary } = judge(retargeted(places), jurisdiction, jurisdiction);
    expect(open).toEqual([]);
    expect(summary.resources).toBeGreaterThan(100);
  });

  test("admits the countries of that area through its edge, and no others", () => {
    const { reachability } = judge(retargeted(places), jurisdiction, jurisdiction);
    expect(reachability.find(({ role }) => role === "edge")?.verdict).toBe("through-waf");
  });

  test("lies outside the United States, resource by resource", () => {
    const { open, summary } = judge(retargeted(places), jurisdiction, Jurisdiction.US);
    expect(summary.inside).toBe(0);
    expect(open.some(({ status }) => status === "outside")).toBe(true);
  });
});

test("the estate of the United States lies outside the EU, resource by resource", () => {
  const { summary, open } = judge(exampleEstate(), Jurisdiction.US, Jurisdiction.EU);
  expect(summary.inside).toBe(0);
  expect(open.filter(({ rule }) => rule === "resource-inside").length).toBeGreaterThan(100);
});

test("an estate of the EU that keeps one US region is refused with its path", () => {
  const estate = retargeted({ ...EU, "us-phoenix-1": "us-phoenix-1" });
  expect(() => synthesizeTo(outdir, estate, { jurisdiction: Jurisdiction.EU })).toThrow(
    /us-phoenix-1.*lies outside EU/,
  );
});

test("an estate in the EU's sovereign realm is proven, and lies outside the EU's commercial regions", () => {
  const { aws: _aws, ...estate } = retargeted({
    '"US"': '"EU_SOVEREIGN"',
    "us-ashburn-1": "eu-frankfurt-2",
    "us-phoenix-1": "eu-madrid-2",
    "certificate.oc1.iad": "certificate.oc19.str",
    ".oc1.": ".oc19.",
    "Exmp:US-ASHBURN-AD-1": "Exmp:EU-FRANKFURT-2-AD-1",
  });
  const sovereign = Jurisdiction.EU_SOVEREIGN;
  expect(judge(estate, sovereign, sovereign).open).toEqual([]);
  expect(judge(estate, sovereign, Jurisdiction.EU).summary.inside).toBe(0);
});
