import { DIFF_REPORTERS } from "../../../../guard";
import { WHOLE } from "./whole";

const parts = (DIFF_REPORTERS.find(({ id }) => id === "markdown")?.load()(WHOLE) ?? "")
  .trimEnd()
  .split("\n\n");

describe("the diff as a comment", () => {
  test("has a heading for each section that holds something", () => {
    expect(parts.filter((part) => part.startsWith("#"))).toEqual([
      "## Residency: worse than before",
      "### Worse",
      "### Moved",
      "### Allowed regions",
      "### Waivers",
      "### Also changed",
      "### Flows",
      "### Appeared and left",
      "### Better",
    ]);
  });

  test("says what is worse, item by item", () => {
    const from = parts.indexOf("### Worse");
    expect(
      parts.slice(from + 1, parts.indexOf("### Moved")).map((part) => part.split("<br>\n  ")),
    ).toEqual([
      [
        "- **OUTSIDE** `resource-inside` `data/bucket`",
        "bucket lies abroad.",
        "region: `eu-frankfurt-1`",
        "got: `eu-frankfurt-1`",
        "fix: Move bucket.",
        "at: `data/cdk.tf.json#/resource/oci_x/bucket`",
        "made by: `stacks/data.ts:31`",
      ],
      [
        "- **UNPROVEN** `resource-inside` `oci_x.bare`",
        "bare lies abroad.",
        "at: `data/cdk.tf.json#/resource/oci_x/bare`",
      ],
      [
        "- **OUTSIDE, worse** `resource-inside` `data: oci_x.worse`",
        "worse lies abroad.",
        "It was unproven before.",
        "region: `eu-frankfurt-1`",
        "got: `eu-frankfurt-1`",
        "fix: Move worse.",
        "at: `data/cdk.tf.json#/resource/oci_x/worse`",
      ],
      [
        "- **OUTSIDE, worse** `resource-inside` `data: oci_x.unwaived`",
        "unwaived lies abroad.",
        "was waived by: `w1`",
        "region: `eu-frankfurt-1`",
        "got: `eu-frankfurt-1`",
        "fix: Move unwaived.",
        "at: `data/cdk.tf.json#/resource/oci_x/unwaived`",
      ],
      ["- **UNPROVEN, appeared** `data: oci_x.doubtful`", "region: `none`", "doubtful says so."],
      [
        "- **UNPROVEN, lost its proof** `data: oci_x.loser`",
        "region: `none`",
        "loser says nothing.",
        "before: loser says so.",
      ],
      [
        "- **data subnet inside -> open** `net: oci_core_subnet.a`",
        "opened in, open: `oci_x.gateway -> internet`",
        "internet is at the end.",
      ],
    ]);
  });

  test("says in one line each what appeared and left", () => {
    const from = parts.indexOf("### Appeared and left");
    expect(parts.slice(from + 1, parts.indexOf("### Better"))).toEqual([
      "- **appeared** `data: oci_x.new`, region: `us-ashburn-1`",
      "- **appeared** `data: oci_x.doubtful`, region: `none`",
      "- **left** `data: oci_x.old`, region: `none`",
    ]);
  });

  test("ends with the counts of both sides", () => {
    expect(parts.slice(-2)).toEqual([
      "2 appeared, 1 moved, 1 left; 1 finding gone; waivers: 1 came, 1 cover more, 1 renewed, 1 changed, 1 ran out, 1 removed",
      "Before, as of `2026-01-15`: PROVEN 0 resources: 0 inside, 0 outside, 0 unproven, 0 waived; no open finding<br>\nAfter, as of `2026-02-15`: NOT PROVEN 7 resources: 3 inside, 2 outside, 1 unproven, 1 waived; 2 open findings",
    ]);
  });
});
