import { reportText } from "../../../guard/report/text";
import { finding, resultWith } from "../../support/hostile-result";
import { fullResult, note, placement, proof } from "./made";

describe("the whole of a text", () => {
  test("has each stack with its findings, and the network, waivers, notes and counts after them", () => {
    expect(reportText(fullResult()).split("\n")).toEqual([
      "Residency of 4 blocks in US as of 2026-01-15",
      "Allowed: us-ashburn-1, us-phoenix-1",
      "",
      "Stack shop: 1 finding",
      "  OUTSIDE resource-inside: shop/b",
      "    The bucket lies in Frankfurt.",
      "    from stacks/shop.ts:27:5",
      "    at   stacks/shop/cdk.tf.json#/provider/oci/0/region",
      "    got  eu-frankfurt-1",
      "    fix  Move it.",
      "  WAIVED by retire: OUTSIDE resource-inside: shop: oci_kms_key.k",
      "    The key lies in Paris.",
      "    at   stacks/shop/cdk.tf.json#/provider/oci/0/region",
      "    got  eu-frankfurt-1",
      "    fix  Move it.",
      "  outside   eu-frankfurt-1  oci_objectstorage_bucket.b  provider.oci sets region eu-frankfurt-1.",
      "  unproven  -               oci_core_vcn.v              -",
      "  outside   eu-paris-1      oci_kms_key.k               provider.oci sets region us-ashburn-1.",
      "",
      "Of no stack: 1 finding",
      "  UNPROVEN state-inside: terraform.backend",
      "    Nothing says where the state lies.",
      "    at   waivers.json#",
      "",
      "Stack net: 1 finding",
      "  UNPROVEN state-inside: net: terraform.backend",
      "    Nothing says where the state lies.",
      "    from stacks/net.ts:3:1",
      "    at   stacks/shop/cdk.tf.json#/terraform",
      "    got  eu-frankfurt-1",
      "    fix  Move it.",
      "  inside  us-ashburn-1  oci_core_subnet.data  provider.oci sets region us-ashburn-1.",
      "",
      "Network: every way into and out of each subnet",
      "  net: oci_core_subnet.data (data subnet): open",
      "    in  open: internet -> oci_core_internet_gateway.g",
      "        The internet reaches it.",
      "    out none",
      "    It holds a database.",
      "",
      "Waived",
      "  1 finding, until 2026-03-31, by storage team (RES-12): it moves soon",
      "",
      "Notes",
      "  A file was not read.",
      "  shop: oci_objectstorage_bucket.b and 1 more is small.",
      "",
      "NOT PROVEN 4 resources: 1 inside, 1 outside, 1 unproven, 1 waived; 3 findings",
      "",
    ]);
  });

  test("has what everything hangs on painted by how it stands", () => {
    const painted = reportText(fullResult(), { colour: true })
      .split("\n")
      .filter((line) => line.includes("\u001b"));
    const of = (code: number, text: string) => `\u001b[${code}m${text}\u001b[0m`;
    expect(painted).toEqual([
      of(1, "Residency of 4 blocks in US as of 2026-01-15"),
      of(1, "Stack shop: 1 finding"),
      `  ${of(31, "OUTSIDE resource-inside: shop/b")}`,
      `  ${of(36, "WAIVED by retire: OUTSIDE resource-inside: shop: oci_kms_key.k")}`,
      `  ${of(31, "outside   ")}eu-frankfurt-1  oci_objectstorage_bucket.b  provider.oci sets region eu-frankfurt-1.`,
      `  ${of(33, "unproven  ")}-               oci_core_vcn.v              -`,
      `  ${of(36, "outside   ")}eu-paris-1      oci_kms_key.k               provider.oci sets region us-ashburn-1.`,
      of(1, "Of no stack: 1 finding"),
      `  ${of(33, "UNPROVEN state-inside: terraform.backend")}`,
      of(1, "Stack net: 1 finding"),
      `  ${of(33, "UNPROVEN state-inside: net: terraform.backend")}`,
      `  ${of(32, "inside  ")}us-ashburn-1  oci_core_subnet.data  provider.oci sets region us-ashburn-1.`,
      of(1, "Network: every way into and out of each subnet"),
      of(1, "Waived"),
      of(1, "Notes"),
      of(31, "NOT PROVEN 4 resources: 1 inside, 1 outside, 1 unproven, 1 waived; 3 findings"),
    ]);
  });

  test("has its counts in the colour of what is inside where each finding is waived", () => {
    const result = resultWith({ findings: [finding({ waiver: "w" })] });
    expect(reportText(result, { colour: true }).split("\n").at(-2)).toBe(
      "\u001b[32mPROVEN 0 resources: 0 inside, 0 outside, 0 unproven, 0 waived\u001b[0m",
    );
  });

  test("has nothing but the jurisdiction and the counts where nothing was checked", () => {
    expect(reportText(resultWith())).toBe(
      [
        "Residency of 0 blocks in US as of 2026-01-15",
        "Allowed: us-ashburn-1, us-phoenix-1",
        "",
        "PROVEN 0 resources: 0 inside, 0 outside, 0 unproven, 0 waived",
        "",
      ].join("\n"),
    );
  });

  test("counts the open findings of a stack, in the plural where they are several", () => {
    const findings = [finding(), finding(), finding({ waiver: "w" })];
    const lines = reportText(resultWith({ findings, placements: [placement({ stack: "a" })] }));
    expect(lines).toContain("\nStack shop: 2 findings\n");
    expect(lines).toContain("\nStack a\n");
  });

  test("is broken at the terminal's width, further lines below the first word", () => {
    const result = resultWith({
      findings: [finding({ message: "It lies in Frankfurt, which is not where it must lie." })],
      notes: [note({ message: "A note that is long enough to be broken once." })],
      reachability: [
        proof({ evidence: ["Its routes lead nowhere, and so nothing can come back by them."] }),
      ],
    });
    expect(reportText(result, { columns: 44 }).split("\n").slice(3)).toEqual([
      "Stack shop: 1 finding",
      "  OUTSIDE resource-inside: shop: oci_objectstorage_bucket.b",
      "    It lies in Frankfurt, which is not where",
      "    it must lie.",
      "    at   stacks/shop/cdk.tf.json#/provider/oci/0/region",
      "    got  eu-frankfurt-1",
      "    fix  Move it.",
      "",
      "Network: every way into and out of each",
      "subnet",
      "  shop: oci_core_subnet.data (data subnet):",
      "  closed",
      "    in  none",
      "    out none",
      "    Its routes lead nowhere, and so nothing",
      "    can come back by them.",
      "",
      "Notes",
      "  shop: A note that is long enough to be",
      "  broken once.",
      "",
      "NOT PROVEN 0 resources: 0 inside, 0 outside, 0 unproven, 0 waived; 1 finding",
      "",
    ]);
  });

  test("is not broken below 40 columns", () => {
    const result = resultWith({ notes: [note({ message: "word ".repeat(20).trim() })] });
    expect(reportText(result, { columns: 10 })).toBe(reportText(result, { columns: 40 }));
    expect(reportText(result, { columns: 40 })).not.toBe(reportText(result, { columns: 50 }));
  });

  test.each([
    ["::error::x", "\\u{3a}:error::x"],
    ["  ::error::x", "  \\u{3a}:error::x"],
    ["a ::b", "a ::b"],
    [":a", ":a"],
    ["##[error]x", "#\\u{23}[error]x"],
    ["a ##vso[x]", "a #\\u{23}vso[x]"],
    ["a ##VSO[x]", "a #\\u{23}VSO[x]"],
    ["## a", "## a"],
  ])("shows a message %j as %j, no command to a CI runner", (message, shown) => {
    const text = reportText(resultWith({ notes: [note({ stack: "", message })] }));
    expect(text).toContain(`\nNotes\n  ${shown}\n\n`);
  });

  test("has a name of at most 1,000 characters", () => {
    const result = resultWith({ notes: [note({ stack: "", message: "x".repeat(1001) })] });
    expect(reportText(result)).toContain(`\n  ${"x".repeat(999)}…\n`);
  });
});
