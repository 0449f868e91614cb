import { policySays, quotaSays } from "./oci-findings";

const vcns = (where: string) => `Allow group G to manage vcns in tenancy where ${where}`;
const volumes = (where: string) => `Allow group G to manage volumes in tenancy where ${where}`;
const quota = (where: string) => `zero vcn quotas in tenancy where ${where}`;
const unproven = (message: string, fix: string) => [
  "unproven",
  `has a condition that proves nothing: ${message}.`,
  fix,
];
const CORRECT = "Correct it, or take it out.";
const WRITE_OUT = "Write the region out, or give the variable a validation that lists its values.";

describe("a condition on regions", () => {
  test.each([
    [
      "target.region = 'iad'",
      "target.region is no variable that Oracle documents, and a condition on an unknown variable never holds",
      "Use request.region.",
    ],
    [
      "request.region in ('iad', 'phx')",
      "request.region in … is no form that Oracle documents for regions",
      "Use any {request.region = '…', …} or all {request.region != '…', …}.",
    ],
    [
      "request.region = 'us-ashburn-1'",
      "an IAM policy compares request.region with the region's key, so that 'us-ashburn-1' never matches",
      "Write 'iad' for us-ashburn-1.",
    ],
    [
      "request.region = 'idd'",
      "idd is no key of an OCI region that is known (nearest: iad)",
      CORRECT,
    ],
    [
      "request.region = 'zzzzzzzzzz'",
      "zzzzzzzzzz is no key of an OCI region that is known",
      CORRECT,
    ],
    ["request.region = 'us-east-1'", "us-east-1 is no key of an OCI region that is known", CORRECT],
    [
      "request.region != '/fra'",
      "/fra is no key of an OCI region that is known (nearest: fra)",
      CORRECT,
    ],
    [
      "request.region != 'fra/'",
      "fra/ is no key of an OCI region that is known (nearest: fra)",
      CORRECT,
    ],
    [
      "request.region = '${var.r}'",
      "the region that request.region is compared with is not in the file: ${var.r}",
      WRITE_OUT,
    ],
  ])("proves nothing of a policy where %s", (where, message, fix) => {
    expect(policySays(vcns(where))).toEqual([unproven(message, fix)]);
  });

  test.each([
    [
      "target.region != 'us-ashburn-1'",
      "target.region is no variable that Oracle documents, and a condition on an unknown variable never holds",
      "Use request.region.",
    ],
    [
      "request.region in ('us-ashburn-1')",
      "request.region in … is no form that Oracle documents for regions",
      "Write one statement for each region, with request.region = '…'.",
    ],
    [
      "request.region = /us-ash*/",
      "quotas document no pattern for request.region",
      "Write one statement for each region, with its name.",
    ],
    [
      "request.region = 'us-ashbern-1'",
      "us-ashbern-1 is no name of an OCI region that is known (nearest: us-ashburn-1)",
      CORRECT,
    ],
    [
      "request.region != 'iad'",
      "a quota compares request.region with the region's name, so that 'iad' never matches",
      "Write 'us-ashburn-1'.",
    ],
    [
      "request.region != '${var.r}'",
      "the region that request.region is compared with is not in the file: ${var.r}",
      WRITE_OUT,
    ],
  ])("proves nothing of a quota where %s", (where, message, fix) => {
    expect(quotaSays(quota(where))).toEqual([unproven(message, fix)]);
  });

  test.each([
    ["request.region = /*a/", "eu-frankfurt-1"],
    ["request.region = '/fr*/'", "eu-frankfurt-1"],
    ["request.region = /*frankfurt-1/", "eu-frankfurt-1"],
    ["any {request.region = 'iad', request.region = /lhr/}", "uk-london-1"],
    ["request.ad = 'Uocm:EU-FRANKFURT-1-AD-1'", "eu-frankfurt-1"],
  ])("grants abroad where %s", (where, region) => {
    expect(policySays(vcns(where))).toMatchObject([
      ["outside", `grants in ${region}, outside US.`, expect.any(String)],
    ]);
  });

  test.each([
    "request.region = '/ia*/'",
    "request.region = /*/",
    "request.region != 'fra'",
    "request.ad != 'Uocm:EU-FRANKFURT-1-AD-1'",
    "request.ad in ('Uocm:EU-FRANKFURT-1-AD-1')",
    "request.ad = 'mine'",
    "target.vcn.name = 'Uocm:EU-FRANKFURT-1-AD-1'",
    "target.vcn.name = 'fra'",
  ])("grants nothing abroad where %s", (where) => {
    expect(policySays(vcns(where))).toEqual([]);
  });

  const OPEN =
    "lets its principals put data (volumes) into regions that its condition does not leave out.";

  test.each([
    "request.region = /*/",
    "request.region = /**/",
    "any {request.region = /*/, request.region = /ia*/}",
    "request.region != 'fra'",
    "request.ad = 'mine'",
    "request.ad != 'Uocm:EU-FRANKFURT-1-AD-1'",
    "any {request.region = 'iad', request.ad = 'mine'}",
  ])("is open to other regions where %s", (where) => {
    expect(policySays(volumes(where)).map(([, message]) => message)).toEqual([OPEN]);
  });

  test.each([
    "request.region = /ia*/",
    "request.ad = 'Uocm:US-ASHBURN-AD-1'",
    "all {request.region = 'iad', request.ad = 'mine'}",
  ])("is held inside where %s", (where) => {
    expect(policySays(volumes(where))).toEqual([]);
  });

  test("leaves the region of a service open where it is not in the file either", () => {
    expect(
      policySays(
        "Allow service objectstorage-${var.s} to use keys in compartment K where request.region = '${var.r}'",
      ).map(([, message]) => message),
    ).toEqual([
      "grants to a service whose name, which carries its region, is not in the file: objectstorage-${var.s}.",
      "has a condition that proves nothing: the region that request.region is compared with is not in the file: ${var.r}.",
    ]);
  });
});
