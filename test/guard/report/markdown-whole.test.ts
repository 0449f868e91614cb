import { reportMarkdown, reportMarkdownWithin } from "../../../guard/report/markdown";
import type { CheckResult } from "../../../guard/result";
import { finding, resultWith } from "../../support/hostile-result";
import { fullResult, note, placement, proof } from "./made";

describe("the whole of a comment", () => {
  test("has the stacks, their open findings, then waivers, what is waived, network and notes", () => {
    const markdown = reportMarkdown(fullResult(), { sourceRoot: "infra" });
    expect(markdown.split("\n")).toEqual([
      "<!-- onshore check -->",
      "",
      "## Residency: not proven",
      "",
      "**NOT PROVEN 4 resources: 1 inside, 1 outside, 1 unproven, 1 waived; 3 findings** in `US` as of `2026-01-15`",
      "",
      "| Stack | Outside | Unproven | Waived | Inside | Regions |",
      "| :-- | --: | --: | --: | --: | :-- |",
      "| <code>shop</code> | 1 | 1 | 1 | 0 | <code>eu-frankfurt-1</code> <code>eu-paris-1</code> |",
      "| <code>net</code> | 0 | 0 | 0 | 1 | <code>us-ashburn-1</code> |",
      "",
      "### Findings",
      "",
      "#### Stack `shop`",
      "",
      "- **OUTSIDE** `resource-inside` `shop/b`<br>",
      "  The bucket lies in Frankfurt.<br>",
      "  Got `eu-frankfurt-1`.<br>",
      "  Fix: Move it.<br>",
      "  At `infra/stacks/shop.ts:27`, `stacks/shop/cdk.tf.json#/provider/oci/0/region`.",
      "",
      "#### Of no stack",
      "",
      "- **UNPROVEN** `state-inside` `terraform.backend`<br>",
      "  Nothing says where the state lies.<br>",
      "  At `waivers.json#`.",
      "",
      "#### Stack `net`",
      "",
      "- **UNPROVEN** `state-inside` `net: terraform.backend`<br>",
      "  Nothing says where the state lies.<br>",
      "  Got `eu-frankfurt-1`.<br>",
      "  Fix: Move it.<br>",
      "  At `infra/stacks/net.ts:3`, `stacks/shop/cdk.tf.json#/terraform`.",
      "",
      "### Waivers",
      "",
      "- 1 finding until **2026-03-31** by storage team (RES-12): it moves soon",
      "",
      "### Waived findings",
      "",
      "#### Stack `shop`",
      "",
      "- **OUTSIDE** `resource-inside` `shop: oci_kms_key.k`, waived by `retire`<br>",
      "  The key lies in Paris.<br>",
      "  Got `eu-frankfurt-1`.<br>",
      "  Fix: Move it.<br>",
      "  At `stacks/shop/cdk.tf.json#/provider/oci/0/region`.",
      "",
      "### Network",
      "",
      "Every way into and out of each subnet.",
      "",
      "- `net`: `oci_core_subnet.data (data subnet): open`<br>",
      "  in  open\\: internet -&gt; oci\\_core\\_internet\\_gateway.g<br>",
      "  The internet reaches it.<br>",
      "  out none<br>",
      "  It holds a database.",
      "",
      "### Notes",
      "",
      "- A file was not read.",
      "",
      "- `shop`: oci\\_objectstorage\\_bucket.b is small.",
      "",
      "- `shop`: oci\\_objectstorage\\_bucket.c is small.",
      "",
    ]);
  });

  test("has nothing but the verdict where nothing was checked", () => {
    expect(reportMarkdown(resultWith())).toBe(
      [
        "<!-- onshore check -->",
        "## Residency: proven",
        "**PROVEN 0 resources: 0 inside, 0 outside, 0 unproven, 0 waived** in `US` as of `2026-01-15`\n",
      ].join("\n\n"),
    );
  });

  test("says several findings that one person answers for, and a file's own notes", () => {
    const [waiver] = fullResult().waivers ?? [];
    const markdown = reportMarkdown(
      resultWith({
        findings: [finding({ waiver: "retire" }), finding({ waiver: "retire" })],
        waivers: waiver === undefined ? [] : [waiver],
      }),
    );
    expect(markdown).toContain("\n- 2 findings until **2026-03-31** by storage team");
    expect(markdown).not.toContain("### Findings");
  });

  test("names each region of a stack once, in order, also of a block that lies in several", () => {
    const markdown = reportMarkdown(
      resultWith({
        placements: [
          placement({ region: "us-phoenix-1 or eu-paris-1" }),
          placement({ region: "us-phoenix-1" }),
          placement({ region: "ap-tokyo-1" }),
          placement({ region: null }),
        ],
      }),
    );
    expect(markdown).toContain(
      "| 4 | <code>ap-tokyo-1</code> <code>eu-paris-1</code> <code>us-phoenix-1</code> |\n",
    );
  });

  test("has no table where the only findings are of no stack", () => {
    const markdown = reportMarkdown(resultWith({ findings: [finding({ stack: "" })] }));
    expect(markdown).not.toContain("| Stack |");
    expect(markdown).toContain("\n#### Of no stack\n");
  });
});

describe("what a comment leaves out", () => {
  const cutOf = (result: CheckResult, bytes: number) =>
    /\n\n\*\*Cut ([\s\S]*)\n$/.exec(reportMarkdownWithin(result, bytes))?.[1];
  const tail = ".** The formats `json` and `html` leave nothing out.";
  const head = "to stay within the size that GitHub takes: ";
  const many = <T>(count: number, of: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => of(index));

  test.each<[string, CheckResult, string]>([
    [
      "a stack beyond the hundredth",
      resultWith({ placements: many(101, (at) => placement({ stack: `s${at}` })) }),
      "1 stack",
    ],
    [
      "stacks beyond the hundredth",
      resultWith({ placements: many(102, (at) => placement({ stack: `s${at}` })) }),
      "2 stacks",
    ],
  ])("is %s", (_what, result, cut) => {
    expect(cutOf(result, 1_000_000)).toBe(`${head}${cut}${tail}`);
  });

  test("is nothing with a hundred stacks", () => {
    const placements = many(100, (at) => placement({ stack: `s${at}` }));
    expect(cutOf(resultWith({ placements }), 1_000_000)).toBeUndefined();
  });

  test("is everything but the verdict where there is room for no more, and no heading stays", () => {
    expect(reportMarkdownWithin(fullResult(), 1024)).toBe(
      [
        "<!-- onshore check -->",
        "## Residency: not proven",
        "**NOT PROVEN 4 resources: 1 inside, 1 outside, 1 unproven, 1 waived; 3 findings** in `US` as of `2026-01-15`",
        "### Findings",
        "### Waivers",
        "### Waived findings",
        `**Cut ${head}2 stacks, 4 findings, 1 waiver, 1 subnet, 3 notes${tail}\n`,
      ].join("\n\n"),
    );
  });

  test("is the last of a kind, never one between, whatever would still fit", () => {
    const notes = [
      note({ message: "a" }),
      note({ message: "b".repeat(500) }),
      note({ message: "c" }),
    ];
    const whole = Buffer.byteLength(reportMarkdown(resultWith({ notes })));
    const markdown = reportMarkdownWithin(resultWith({ notes }), whole + 1024 - 100);
    expect(markdown).toContain("\n### Notes\n\n- `shop`: a\n\n**Cut ");
    expect(markdown).toContain("2 notes");
  });

  test("is nothing of what fits to the byte, with a blank line after each block", () => {
    const notes = [note({ message: "é".repeat(100) })];
    const whole = Buffer.byteLength(reportMarkdown(resultWith({ notes })));
    // The last block ends with one line break, and is counted with two.
    expect(cutOf(resultWith({ notes }), whole + 1 + 1024)).toBeUndefined();
    expect(cutOf(resultWith({ notes }), whole + 1024)).toBe(`${head}1 note${tail}`);
  });

  test("are subnets, with their heading where none fits", () => {
    const reachability = many(3, (at) => proof({ address: `oci_core_subnet.s${at}` }));
    const whole = Buffer.byteLength(reportMarkdown(resultWith({ reachability })));
    const cut = reportMarkdownWithin(resultWith({ reachability }), whole + 1024 - 80);
    expect(cut).toContain("\n### Network\n\nEvery way into and out of each subnet.\n\n- `shop`: ");
    expect(cut).toContain(": 1 subnet.**");
    expect(reportMarkdownWithin(resultWith({ reachability }), 1200)).not.toContain("### Network");
  });
});
