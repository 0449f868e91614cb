import type { CheckResult } from "../../../guard";
import { quotaPage, reachabilityPage, readmePage } from "../../../guard/evidence/pages";
import type { FamilyCoverage } from "../../../guard/evidence/quota-coverage";
import { toolRecord } from "../../../guard/evidence/tool-record";
import { bucket, buckets, side, waiver } from "../diff/sides";

const PROVEN = side(buckets({ b: bucket("us-ashburn-1") }));
const ABROAD = buckets({ b: bucket("ap-singapore-1"), home: bucket("us-ashburn-1") }, [
  "us-ashburn-1",
  "ap-singapore-1",
]);

describe("the README", () => {
  const of = (result: CheckResult, version?: string, gone: Parameters<typeof readmePage>[2] = []) =>
    readmePage(result, toolRecord(result, version), gone);
  const verdictOf = (result: CheckResult) => of(result).split("\n")[2];

  test("begins with the verdict and its counts", () => {
    expect(verdictOf(PROVEN)).toBe(
      "**Proven** as of 2026-01-15, against the jurisdiction `US`: 1 resources, of which 1 are inside, 0 outside, 0 unproven and 0 waived; 0 open findings.",
    );
    expect(verdictOf(side(ABROAD))).toBe(
      "**Not proven** as of 2026-01-15, against the jurisdiction `US`: 2 resources, of which 1 are inside, 1 outside, 0 unproven and 0 waived; 2 open findings.",
    );
  });

  test("counts no finding as open that is waived", () => {
    expect(verdictOf(side(ABROAD, { waivers: [waiver("b")] }))).toBe(
      "**Not proven** as of 2026-01-15, against the jurisdiction `US`: 2 resources, of which 1 are inside, 0 outside, 0 unproven and 1 waived; 1 open findings.",
    );
  });

  test("lists the allowed regions, and the version where it is known", () => {
    const jurisdiction = { ...PROVEN.jurisdiction, regions: ["us-ashburn-1", "us-east-1"] };
    const lines = of({ ...PROVEN, jurisdiction }, "1.2.3").split("\n");
    expect(lines[4]).toBe("Allowed regions: `us-ashburn-1`, `us-east-1`.");
    expect(lines[6]).toMatch(/ by onshore `1\.2\.3`, without access to any cloud\. /);
    expect(of(PROVEN)).toMatch(/ by onshore \(version not known\), without access to any cloud\. /);
  });

  test("names the decommission record where the pack has one, and is the same page else", () => {
    const line =
      "| `decommission.json` | what is on its way out of a region outside, by which day, and what proves it |\n";
    const record = { stack: "old", address: "output.manifest", manifest: { goneBy: "2026-02-27" } };
    const page = of(PROVEN, undefined, [record]);
    expect(page).toContain(`outside |\n${line}| \`result.json\` |`);
    expect(of(PROVEN)).toBe(page.replace(line, ""));
  });
});

describe("the page of reachability", () => {
  const HEAD = "# Reachability\n\nEvery way into and out of each subnet of the configuration.\n";
  const hop = (address: string) => ({ stack: "net", address, says: "s" });

  test("says where there is no subnet", () => {
    expect(reachabilityPage([])).toBe(`${HEAD}\nThe configuration has no subnet.\n`);
  });

  test("has each subnet with why, and every way by its stations", () => {
    expect(
      reachabilityPage([
        {
          stack: "net",
          address: "oci_core_subnet.a",
          role: "data",
          verdict: "open",
          inbound: [],
          outbound: [
            {
              verdict: "open",
              hops: [hop("oci_core_route_table.r"), hop("internet")],
              evidence: "A route leads *out*.",
            },
            { verdict: "unproven", hops: [hop("oci_core_drg.d")], evidence: "Nothing tells." },
          ],
          evidence: ["It has no load_balancer.", "It is private."],
        },
        {
          stack: "net",
          address: "oci_core_subnet.b",
          role: "edge",
          verdict: "through-waf",
          inbound: [{ verdict: "through-waf", hops: [hop("internet")], evidence: "By a WAF." }],
          outbound: [],
          evidence: [],
        },
      ]),
    ).toBe(`${HEAD}
## \`net: oci_core_subnet.a\`: open

A data subnet.

- It has no load\\_balancer.
- It is private.
- in: none
- out, **open**: \`oci_core_route_table.r\` → \`internet\`. A route leads \\*out\\*.
- out, **unproven**: \`oci_core_drg.d\`. Nothing tells.

## \`net: oci_core_subnet.b\`: through-waf

An edge subnet.

- in, **through-waf**: \`internet\`. By a WAF.
- out: none
`);
  });
});

describe("the page of quotas", () => {
  const HEAD = `# Quota coverage

A quota takes a service's capacity in a region away from everybody, administrators included. Locked: no capacity. Unproven: a statement or a condition that cannot be told may give some. Open: all that the service gives. Services of Oracle Cloud whose family no page of Oracle's is known to state are not listed; IAM and DNS are global, and no region of theirs can be locked.

`;
  const NONE = { locked: [], unproven: [], open: [] };
  const family = (name: string, more: Partial<FamilyCoverage> = {}): FamilyCoverage => ({
    family: name,
    service: null,
    source: null,
    outside: NONE,
    unlisted: "locked",
    inside: { ...NONE, open: ["us-ashburn-1"] },
    ...more,
  });

  test("says where there is no quota", () => {
    expect(quotaPage({ version: 1, quotas: [], unread: [], families: [] })).toBe(
      `${HEAD}The configuration has no quota: nothing is locked by one.

## Outside

`,
    );
  });

  test.each<[string, FamilyCoverage["outside"], string]>([
    [
      "all locked",
      { ...NONE, locked: ["a-1", "b-1"] },
      "2 of 2 regions locked; a region that opens tomorrow: locked",
    ],
    [
      "all open",
      { ...NONE, open: ["a-1", "b-1"] },
      "0 of 2 regions locked; **open in all**; a region that opens tomorrow: locked",
    ],
    [
      "all unproven",
      { ...NONE, unproven: ["a-1"] },
      "0 of 1 regions locked; **unproven in all**; a region that opens tomorrow: locked",
    ],
    [
      "some of each",
      { locked: ["a-1"], unproven: ["b-1", "c-1"], open: ["d-1", "e-1", "f-1"] },
      "1 of 6 regions locked; **unproven** in b-1, c-1; **open** in d-1, e-1, f-1; a region that opens tomorrow: locked",
    ],
  ])("says what is left of a family with %s", (_what, outside, sentence) => {
    const families = [family("kms", { outside })];
    expect(quotaPage({ version: 1, quotas: ["t:q"], unread: [], families })).toBe(
      `${HEAD}Quotas: \`t:q\`.

## Outside

- \`kms\`: ${sentence}
`,
    );
  });

  test("names the quotas, what could not be read, the services, and what is shut inside", () => {
    expect(
      quotaPage({
        version: 1,
        quotas: ["t:q", "t:r"],
        unread: [
          { stack: "t", address: "oci_limits_quota.q", path: "/a/0" },
          { stack: "t", address: "oci_limits_quota.r", path: "/b" },
        ],
        families: [
          family("kms", { service: "Vault *", unlisted: "open", inside: NONE }),
          family("vcn"),
          family("nosql", { inside: { ...NONE, locked: ["us-ashburn-1"] } }),
        ],
      }),
    ).toBe(`${HEAD}Quotas: \`t:q\`, \`t:r\`.

- **Not read:** \`t:oci_limits_quota.q#/a/0\`

- **Not read:** \`t:oci_limits_quota.r#/b\`

## Outside

- \`kms\` (Vault \\*): 0 of 0 regions locked; a region that opens tomorrow: open
- \`vcn\`: 0 of 0 regions locked; a region that opens tomorrow: locked
- \`nosql\`: 0 of 0 regions locked; a region that opens tomorrow: locked

## Inside

No allowed region has capacity for: \`kms\`, \`nosql\`.
`);
  });
});
