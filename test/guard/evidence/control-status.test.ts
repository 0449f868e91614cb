import type { CheckResult, Finding } from "../../../guard";
import {
  type ControlMapping,
  controlMapping,
  controlsPage,
  type RuleStatus,
} from "../../../guard/evidence/control-status";
import { checkJson } from "../../support/check-json";

const NOTHING = checkJson({});

function finding(rule: string, waiver?: string): Finding {
  return {
    rule,
    status: "outside",
    stack: "data",
    file: "cdk.tf.json",
    address: "oci_objectstorage_bucket.b",
    path: "/resource",
    value: "eu-frankfurt-1",
    region: "eu-frankfurt-1",
    message: "m",
    fix: "f",
    ...(waiver === undefined ? {} : { waiver }),
  };
}

function mapping(findings: readonly Finding[], countries: readonly string[] = ["US"]) {
  const jurisdiction: CheckResult["jurisdiction"] = { name: "j", countries, regions: [] };
  return controlMapping({ ...NOTHING, findings, jurisdiction });
}

const control = (of: ControlMapping, id: string) => of.controls.find((each) => each.id === id);

describe("what a rule found", () => {
  test.each<[string, readonly Finding[], Partial<RuleStatus>]>([
    ["nothing", [], { status: "no-finding", open: 0, waived: 0 }],
    [
      "nothing where another rule has one",
      [finding("state-inside")],
      { status: "no-finding", open: 0, waived: 0 },
    ],
    ["an open finding", [finding("state-encrypted")], { status: "finding", open: 1, waived: 0 }],
    [
      "a waived finding",
      [finding("state-encrypted", "w")],
      { status: "waived", open: 0, waived: 1 },
    ],
    [
      "both",
      [
        finding("state-encrypted", "w"),
        finding("state-encrypted"),
        finding("state-encrypted", "v"),
      ],
      { status: "finding", open: 1, waived: 2 },
    ],
  ])("is %s", (_what, findings, expected) => {
    expect(control(mapping(findings), "SC-28")?.rules).toEqual([
      {
        rule: "state-encrypted",
        title: "Terraform state is encrypted with a key of the customer's, and sent over TLS.",
        serves: "Terraform state is encrypted where it is kept.",
        ...expected,
      },
    ]);
  });
});

test.each<[string, readonly Finding[]]>([
  ["no-finding", [finding("no-preauthenticated-request")]],
  ["waived", [finding("state-encrypted", "w")]],
  ["finding", [finding("state-encrypted", "w"), finding("customer-managed-key")]],
])("a requirement is as bad as the worst of its rules: %s", (expected, findings) => {
  expect(control(mapping(findings), "SC-28(1)")?.status).toBe(expected);
});

test("requirements come in the order of their frameworks, whatever rules serve them", () => {
  const some = ["§ 202.1001", "Section II", "AC-4", "SA-9(5)", "SC-7", "SC-7(10)", "5.1.2"];
  const ids = mapping([]).controls.map(({ id, framework }) =>
    framework === "fedramp-high" ? "" : id,
  );
  expect(ids.filter((id) => some.includes(id))).toEqual(some);
});

describe("a requirement of one country", () => {
  test.each<[string, readonly string[], boolean]>([
    ["that country", ["US"], true],
    ["another", ["CA"], false],
    ["that and another", ["US", "CA"], false],
  ])("is served against a jurisdiction of %s: %j, %s", (_what, countries, isServed) => {
    expect(control(mapping([], countries), "SA-9(8)") !== undefined).toBe(isServed);
    expect(control(mapping([], countries), "SA-9(5)")).toBeDefined();
  });
});

test("lists each rule without a mapping, with what it found", () => {
  const { unmapped } = mapping([finding("module-proven")]);
  expect(unmapped.find(({ rule }) => rule === "module-proven")).toEqual({
    rule: "module-proven",
    title: "No module brings in resources that the guard has not seen.",
    status: "finding",
    open: 1,
    waived: 0,
  });
  expect(unmapped.map(({ rule }) => rule)).not.toContain("resource-inside");
});

const RULE = { rule: "r-1", title: "t", status: "no-finding", open: 0, waived: 0 } as const;

test("the page has each framework with its requirements and their rules", () => {
  const url = "https://example.com/";
  expect(
    controlsPage({
      version: 1,
      frameworks: [
        { id: "a", title: "Frame *A*", url: `${url}a` },
        { id: "b", title: "Frame B", url: `${url}b` },
      ],
      controls: [
        {
          framework: "b",
          id: "B-1",
          title: "Second",
          url,
          status: "no-finding",
          rules: [{ ...RULE, serves: "Nothing yet." }],
        },
        {
          framework: "a",
          id: "A_1",
          title: "First",
          url,
          status: "finding",
          rules: [
            { ...RULE, status: "finding", open: 1, serves: "Some of it." },
            { ...RULE, rule: "r-2", status: "waived", waived: 2, serves: "The rest." },
          ],
        },
        { framework: "a", id: "A-2", title: "Third", url, status: "waived", rules: [] },
      ],
      unmapped: [
        { ...RULE, rule: "r-3", title: "Left_over" },
        { ...RULE, rule: "r-4", title: "Both", status: "finding", open: 3, waived: 3 },
      ],
    }),
  ).toBe(`# Controls

Each requirement, and what the rules that serve it found. A rule is evidence for a requirement and never all of it. "No finding" says that nothing in this configuration breaks the rule, be it that there is nothing for it to look at.

## Frame \\*A\\*

Source: <https://example.com/a>

- A\\_1, First: **finding**
  - \`r-1\` (**finding**, 1 open, 0 waived): Some of it.
  - \`r-2\` (waived, 0 open, 2 waived): The rest.
- A-2, Third: waived

## Frame B

Source: <https://example.com/b>

- B-1, Second: no finding
  - \`r-1\` (no finding): Nothing yet.

## Rules without a mapping

- \`r-3\` (no finding): Left\\_over
- \`r-4\` (**finding**, 3 open, 3 waived): Both
`);
});
