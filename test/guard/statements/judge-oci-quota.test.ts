import { findingsIn, notesIn, quotaSays, withStatements } from "./oci-findings";

const INSIDE = "us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1";
const WRONG_FORM = [
  "unproven",
  "has a condition over several regions, a form that Oracle documents for IAM policies and not for quotas.",
  'Zero the family in the tenancy, then unset it for each region inside: "zero F quotas in tenancy", "unset F quotas in tenancy where request.region = \'…\'".',
];
const KEY_OF_ASHBURN = [
  "unproven",
  "has a condition that proves nothing: a quota compares request.region with the region's name, so that 'iad' never matches.",
  "Write 'us-ashburn-1'.",
];
const spares = (region: string) => [
  "outside",
  `takes capacity away in every region but some, and ${region}, outside US, is among those it spares.`,
  `Take ${region} out of the condition.`,
];
const gives = (where: string) => [
  "outside",
  `gives capacity in ${where}, outside US.`,
  `Name one of: ${INSIDE}.`,
];

describe("judgeQuotaStatement", () => {
  test.each([
    [
      "zero compute-core quotas in tenancy where request.region != 'uk-london-1'",
      [spares("uk-london-1")],
    ],
    [
      "unset object-storage quotas in tenancy where request.region = 'ap-tokyo-1'",
      [gives("ap-tokyo-1")],
    ],
    [
      "set compute-core quota x to 10 in tenancy where request.region = 'uk-london-1'",
      [gives("uk-london-1")],
    ],
    [
      "set compute-core quota x to 1 in tenancy where request.region = 'fra'",
      [gives("eu-frankfurt-1")],
    ],
    ["set compute-core quota x to 1 in tenancy where request.region = 'iad'", [KEY_OF_ASHBURN]],
    [
      "zero compute-core quotas in tenancy where all {request.region != 'uk-london-1', request.region != 'iad'}",
      [spares("uk-london-1"), KEY_OF_ASHBURN],
    ],
    [
      "set compute-core quota x to 01 in tenancy where request.region != 'us-ashburn-1'",
      [gives("af-casablanca-1, af-johannesburg-1, ap-batam-1 and 89 more")],
    ],
    [
      "zero vcn quotas in tenancy where all {request.region != 'us-ashburn-1', request.region != 'us-phoenix-1'}",
      [WRONG_FORM],
    ],
    [
      "zero vcn quotas in tenancy where any {request.region = 'us-ashburn-1', request.ad = 'Uocm:US-ASHBURN-AD-1'}",
      [WRONG_FORM],
    ],
    [
      "zero vcn quotas in tenancy where all {request.region = 'us-ashburn-1', all {request.ad = 'Uocm:US-ASHBURN-AD-1'}}",
      [WRONG_FORM],
    ],
  ])("says what %s does, and how to keep it inside", (statement, said) => {
    expect(quotaSays(statement)).toEqual(said);
  });

  test.each([
    "zero vcn quotas in tenancy where all {request.region = 'us-ashburn-1', request.ad = 'Uocm:US-ASHBURN-AD-1'}",
    "zero vcn quotas in tenancy where any {request.compartment.name = 'a', request.user.name = 'b'}",
    "set compute-core quota x to 00 in tenancy where request.region != 'us-ashburn-1'",
    "set compute-core quota x to 0 in tenancy where request.region = 'uk-london-1'",
  ])("finds nothing in %s", (statement) => {
    expect(quotaSays(statement)).toEqual([]);
  });

  test("names the region that it is about", () => {
    const json = withStatements("oci_limits_quota", [
      "unset object-storage quotas in tenancy where request.region = 'ap-tokyo-1'",
    ]);
    expect(findingsIn("oci_limits_quota", json).map(({ region }) => region)).toEqual([
      "ap-tokyo-1",
    ]);
  });
});

describe("judgeQuotaList", () => {
  const FENCE = "zero vcn quotas in tenancy where request.region != 'us-ashburn-1'";
  const FENCE_OF_A = "zero vcn quotas in compartment A where request.region != 'us-ashburn-1'";
  const ON_PHOENIX = "zero vcn quotas in tenancy where request.region != 'us-phoenix-1'";

  function said(...statements: readonly string[]) {
    const json = withStatements("oci_limits_quota", statements);
    const found = findingsIn("oci_limits_quota", json);
    return {
      findings: found.map(({ path, message, fix }) => [path.split("/").at(-1), message, fix]),
      notes: notesIn("oci_limits_quota", json),
    };
  }

  test.each([
    [FENCE, "unset vcn quotas in tenancy"],
    [FENCE, "set vcn quota vcn-count to 5 in tenancy"],
    [FENCE_OF_A, "unset vcn quotas in compartment a"],
    [
      "zero vcn quotas a, /b*/ in tenancy where request.region != 'us-ashburn-1'",
      "unset vcn quota c in tenancy",
    ],
    [
      "zero vcn quotas a in tenancy where request.region != 'us-ashburn-1'",
      "unset vcn quota c, /a/ in tenancy",
    ],
    [
      "zero vcn quotas in tenancy where request.ad = 'Uocm:UK-LONDON-1-AD-1'",
      "unset vcn quotas in tenancy",
    ],
  ])("fails where %s is followed by %s", (fence, later) => {
    expect(said(fence, later)).toEqual({
      findings: [
        [
          "1",
          `${JSON.stringify(later)} of oci_limits_quota.p comes after ${JSON.stringify(fence)} and supersedes it, so that its quotas are given in every region outside US too.`,
          "Put it before that statement, or add a condition on request.region.",
        ],
      ],
      notes: [],
    });
  });

  test.each([
    [FENCE, "unset vcn quotas in tenancy where request.region = 'us-phoenix-1'"],
    [FENCE, "unset vcn quotas in compartment A"],
    [FENCE_OF_A, "unset vcn quotas in tenancy"],
    [FENCE_OF_A, "unset vcn quotas in compartment B"],
    ["zero vcn quotas in tenancy", "unset vcn quotas in tenancy"],
    ["zero vcn quotas in tenancy where request.user.name = 'x'", "unset vcn quotas in tenancy"],
    [FENCE, "zero vcn quotas in tenancy"],
  ])("passes where %s is followed by %s", (earlier, later) => {
    expect(said(earlier, later)).toEqual({ findings: [], notes: [] });
  });

  const together = (later: string, earlier: string) =>
    `${JSON.stringify(later)} of oci_limits_quota.p and ${JSON.stringify(earlier)} together take the capacity away in every region: each of the two regions is "not" the other.`;

  test.each([
    ["one after the other", [FENCE, ON_PHOENIX]],
    ["with the first said twice", [FENCE, FENCE.replaceAll("'", ""), ON_PHOENIX]],
    [
      "with a statement about every region between",
      [FENCE, "zero vcn quotas in tenancy", ON_PHOENIX],
    ],
  ])("notes two exceptions that leave no region, %s", (_how, statements) => {
    expect(said(...statements)).toEqual({ findings: [], notes: [together(ON_PHOENIX, FENCE)] });
  });

  test("notes two exceptions for one of the quotas that they name", () => {
    const first = FENCE.replace("quotas", "quotas a");
    const second = ON_PHOENIX.replace("quotas", "quotas b, a");
    expect(said(first, second).notes).toEqual([together(second, first)]);
  });

  test.each([
    ["the same exception", FENCE, FENCE],
    ["a region that is taken away, not spared", FENCE, ON_PHOENIX.replace("!=", "=")],
    ["a statement about every region", "zero vcn quotas in tenancy", ON_PHOENIX],
    [
      "exceptions for different compartments",
      FENCE,
      ON_PHOENIX.replace("tenancy", "compartment A"),
    ],
    ["exceptions of different families", FENCE, ON_PHOENIX.replace("vcn", "dns")],
    [
      "an exception of another kind",
      FENCE.replace(/request.region.*/, "request.user.name != 'x'"),
      ON_PHOENIX,
    ],
  ])("notes nothing on %s", (_what, ...statements) => {
    expect(said(...statements)).toEqual({ findings: [], notes: [] });
  });
});
