import { DIFF_REPORTERS } from "../../../../guard";
import type { ReportOptions } from "../../../../guard/report/options";
import { WHOLE } from "./whole";

function report(options?: ReportOptions): string {
  const text = DIFF_REPORTERS.find(({ id }) => id === "text")?.load()(WHOLE, options);
  return text ?? "";
}

/** The parts of the report, which blank lines divide. */
const PARTS = report().trimEnd().split("\n\n");

describe("the diff as text", () => {
  test("says the verdict first, and the counts of both sides last", () => {
    expect(PARTS.at(0)).toBe(
      "WORSE: 2 new findings, 2 worse findings, 1 block without proof, 1 lost proof, 1 subnet more open",
    );
    expect(PARTS.at(-1)?.split("\n")).toEqual([
      "2 appeared, 1 moved, 1 left; 1 finding gone; waivers: 1 came, 1 cover more, 1 renewed, 1 changed, 1 ran out, 1 removed",
      "Before, as of 2026-01-15: PROVEN 0 resources: 0 inside, 0 outside, 0 unproven, 0 waived; no open finding",
      "After, as of 2026-02-15: NOT PROVEN 7 resources: 3 inside, 2 outside, 1 unproven, 1 waived; 2 open findings",
    ]);
    expect(report().endsWith("\n")).toBe(true);
  });

  test("has its sections in the order in which they matter", () => {
    expect(PARTS.slice(1, -1).map((part) => part.split("\n")[0])).toEqual([
      "Worse",
      "Moved",
      "Allowed regions",
      "Waivers",
      "Also changed",
      "Flows",
      "Appeared and left",
      "Better",
    ]);
  });

  test.each<[string, readonly string[]]>([
    [
      "Worse",
      [
        "  OUTSIDE resource-inside: data/bucket",
        "    bucket lies abroad.",
        "    region  eu-frankfurt-1",
        "    got     eu-frankfurt-1",
        "    fix     Move bucket.",
        "    at      data/cdk.tf.json#/resource/oci_x/bucket",
        "    made by stacks/data.ts:31:1",
        "  UNPROVEN resource-inside: oci_x.bare",
        "    bare lies abroad.",
        "    at      data/cdk.tf.json#/resource/oci_x/bare",
        "  OUTSIDE, worse resource-inside: data: oci_x.worse",
        "    worse lies abroad.",
        "    It was unproven before.",
        "    region  eu-frankfurt-1",
        "    got     eu-frankfurt-1",
        "    fix     Move worse.",
        "    at      data/cdk.tf.json#/resource/oci_x/worse",
        "  OUTSIDE, worse resource-inside: data: oci_x.unwaived",
        "    unwaived lies abroad.",
        "    was waived by w1",
        "    region  eu-frankfurt-1",
        "    got     eu-frankfurt-1",
        "    fix     Move unwaived.",
        "    at      data/cdk.tf.json#/resource/oci_x/unwaived",
        "  UNPROVEN, appeared: data: oci_x.doubtful",
        "    region  none",
        "    doubtful says so.",
        "  UNPROVEN, lost its proof: data: oci_x.loser",
        "    region  none",
        "    loser says nothing.",
        "    before  loser says so.",
        "  data subnet inside -> open: net: oci_core_subnet.a",
        "    opened in, open oci_x.gateway -> internet",
        "    internet is at the end.",
      ],
    ],
    [
      "Moved",
      [
        "  moved: data/mover",
        "    from    us-ashburn-1",
        "    to      us-phoenix-1",
        "    mover says so.",
      ],
    ],
    [
      "Allowed regions",
      [
        "  the two sides were judged against different regions: US and Canada",
        "    before  US",
        "    now allowed ca-toronto-1, ca-montreal-1",
        "    no longer allowed us-west-1",
      ],
    ],
    [
      "Waivers",
      [
        "  came: w-came",
        "    rule    resource-inside",
        "    subject data",
        "    reason  it is deleted soon",
        "    owner   storage-team",
        "    ticket  RES-12",
        "    ends    2026-04-01",
        "    covers  outside resource-inside data: oci_x.covered",
        "  covers more: w-covers-more",
        "    rule    resource-inside",
        "    subject data",
        "    reason  it is deleted soon",
        "    owner   storage-team",
        "    ticket  RES-12",
        "    ends    2026-04-01",
        "    covers  outside resource-inside data: oci_x.covered",
        "  renewed: w-renewed",
        "    rule    resource-inside",
        "    subject data",
        "    reason  it is deleted soon",
        "    owner   storage-team",
        "    ticket  RES-12",
        "    ends    2026-04-01",
        "    ended before 2026-03-01",
        "    covers  outside resource-inside data: oci_x.covered",
        "  changed: w-changed",
        "    rule    resource-inside",
        "    subject data",
        "    reason  it is deleted soon",
        "    owner   storage-team",
        "    ticket  RES-12",
        "    ends    2026-04-01",
        "    It covers no finding.",
        "  ran out: w-ran-out",
        "    rule    resource-inside",
        "    subject data",
        "    reason  it is deleted soon",
        "    owner   storage-team",
        "    ticket  RES-12",
        "    ends    2026-03-01",
        "    covered outside resource-inside data: oci_x.covered",
        "  removed: w-removed",
        "    rule    resource-inside",
        "    subject data",
        "    reason  it is deleted soon",
        "    owner   storage-team",
        "    ticket  RES-12",
        "    ends    2026-03-01",
        "    It covered no finding.",
      ],
    ],
    [
      "Also changed",
      [
        "  data subnet new and inside: net: oci_core_subnet.b",
        "    opened out, inside oci_x.gateway -> oci_x.service",
        "    oci_x.service is at the end.",
        "  data subnet open -> open: net: oci_core_subnet.d",
        "    waived by w3",
        "  outside, another value resource-inside: data: oci_x.other",
        "    other lies abroad.",
        "    before  eu-madrid-1",
        "    region  eu-frankfurt-1",
        "    got     eu-frankfurt-1",
        "    fix     Move other.",
        "    at      data/cdk.tf.json#/resource/oci_x/other",
      ],
    ],
    [
      "Flows",
      [
        "  replica appeared: data: oci_x.crossing",
        "    from    us-ashburn-1",
        "    to      us-phoenix-1",
        "    target  oci_x.copy",
        "    at      /resource/oci_x/crossing/to",
        "  replica appeared: data: oci_x.nowhere",
        "    from    nowhere proven",
        "    to      nowhere proven",
        "    at      /resource/oci_x/nowhere/to",
        "  replica changed: data: oci_x.turned",
        "    from    us-ashburn-1",
        "    to      us-phoenix-1",
        "    led to  nowhere proven",
        "    at      /resource/oci_x/turned/to",
        "  replica gone: data: oci_x.ended",
        "    from    us-ashburn-1",
        "    to      eu-frankfurt-1",
        "    at      /resource/oci_x/ended/to",
      ],
    ],
    [
      "Appeared and left",
      [
        "  appeared: data: oci_x.new, region us-ashburn-1",
        "  appeared: data: oci_x.doubtful, region none",
        "  left: data: oci_x.old, region none",
      ],
    ],
    [
      "Better",
      [
        "  outside, gone resource-inside: data: oci_x.gone",
        "    gone lies abroad.",
        "    region  eu-frankfurt-1",
        "    got     eu-frankfurt-1",
        "    fix     Move gone.",
        "    at      data/cdk.tf.json#/resource/oci_x/gone",
        "  outside -> unproven resource-inside: data: oci_x.better",
        "    better lies abroad.",
        "    region  eu-frankfurt-1",
        "    got     eu-frankfurt-1",
        "    fix     Move better.",
        "    at      data/cdk.tf.json#/resource/oci_x/better",
        "  outside, waived resource-inside: data: oci_x.waived",
        "    waived lies abroad.",
        "    region  eu-frankfurt-1",
        "    got     eu-frankfurt-1",
        "    fix     Move waived.",
        "    at      data/cdk.tf.json#/resource/oci_x/waived",
        "  proven: data: oci_x.gainer",
        "    region  us-ashburn-1",
        "    gainer says so.",
        "  data subnet open -> inside: net: oci_core_subnet.c",
        "    closed in, open oci_x.gateway -> internet",
      ],
    ],
  ])("says under %s what changed", (title, lines) => {
    const part = PARTS.find((each) => each.startsWith(`${title}\n`));
    expect(part?.split("\n").slice(1)).toEqual(lines);
  });

  test.each<[string, string]>([
    [
      "31",
      "WORSE: 2 new findings, 2 worse findings, 1 block without proof, 1 lost proof, 1 subnet more open",
    ],
    ["1", "Worse"],
    ["31", "OUTSIDE resource-inside: data/bucket"],
    ["33", "UNPROVEN resource-inside: oci_x.bare"],
    ["33", "UNPROVEN, lost its proof: data: oci_x.loser"],
    ["31", "data subnet inside -> open: net: oci_core_subnet.a"],
    ["32", "moved: data/mover"],
    ["33", "the two sides were judged against different regions: US and Canada"],
    ["36", "came: w-came"],
    ["1", "ran out: w-ran-out"],
    ["1", "removed: w-removed"],
    ["1", "data subnet new and inside: net: oci_core_subnet.b"],
    ["32", "replica appeared: data: oci_x.crossing"],
    ["33", "replica appeared: data: oci_x.nowhere"],
    ["1", "replica gone: data: oci_x.ended"],
    ["32", "appeared: data: oci_x.new, region us-ashburn-1"],
    ["1", "left: data: oci_x.old, region none"],
    ["32", "outside, gone resource-inside: data: oci_x.gone"],
    ["33", "outside -> unproven resource-inside: data: oci_x.better"],
    ["36", "outside, waived resource-inside: data: oci_x.waived"],
    ["32", "data subnet open -> inside: net: oci_core_subnet.c"],
  ])("paints with %s: %s", (style, text) => {
    expect(report({ colour: true })).toContain(`\u001b[${style}m${text}\u001b[0m\n`);
  });
});
