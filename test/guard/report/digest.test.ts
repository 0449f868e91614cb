import {
  answersOf,
  countLine,
  digestStacks,
  findingsWorstFirst,
  groupNotes,
  repositoryLine,
  stateOf,
  subjectOf,
} from "../../../guard/report/digest";
import type { CheckResult, Finding, Placement } from "../../../guard/result";
import type { Waiver } from "../../../guard/waive/waiver";
import { finding, resultWith } from "../../support/hostile-result";
import { note, placement } from "./made";

const outside = (more: Partial<Finding>) => finding({ status: "outside", ...more });
const unproven = (more: Partial<Finding>) => finding({ status: "unproven", ...more });
const waived = (more: Partial<Finding>) => finding({ waiver: "w", ...more });

const names = (result: Partial<CheckResult>) =>
  digestStacks(resultWith(result)).map(({ name }) => name);

describe("the stacks of a result", () => {
  test.each<[string, readonly Finding[], readonly string[]]>([
    [
      "an outside one before an unproven one",
      [unproven({ stack: "a" }), outside({ stack: "b" })],
      ["b", "a"],
    ],
    [
      "an unproven one before a waived one",
      [waived({ stack: "a" }), unproven({ stack: "b" })],
      ["b", "a"],
    ],
    [
      "an outside one before one whose outside finding is waived",
      [waived({ stack: "a" }), outside({ stack: "b" })],
      ["b", "a"],
    ],
    [
      "equal ones by name, capital letters first",
      [outside({ stack: "b" }), outside({ stack: "a" }), outside({ stack: "B" })],
      ["B", "a", "b"],
    ],
    [
      "one by the worst of its findings",
      [unproven({ stack: "a" }), waived({ stack: "b" }), outside({ stack: "b" })],
      ["b", "a"],
    ],
  ])("stand %s", (_what, findings, order) => {
    expect(names({ findings })).toEqual(order);
  });

  test.each<[string, Partial<Placement>, Partial<Placement>]>([
    ["an inside", { status: "inside" }, { status: "outside" }],
    ["an inside", { status: "inside" }, { status: "unproven" }],
    ["an inside", { status: "inside" }, { status: "outside", waivers: ["w"] }],
    ["a waived", { status: "outside", waivers: ["w"] }, { status: "unproven" }],
    ["an unproven", { status: "unproven" }, { status: "outside" }],
  ])("put %s placement after a worse one: %j, %j", (_what, better, worse) => {
    const placements = [placement({ stack: "a", ...better }), placement({ stack: "b", ...worse })];
    expect(names({ placements })).toEqual(["b", "a"]);
  });

  test("rank one without findings by its placements, and one without placements by its findings", () => {
    expect(
      names({
        placements: [placement({ stack: "placed" })],
        findings: [waived({ stack: "found" })],
      }),
    ).toEqual(["found", "placed"]);
    expect(
      names({
        placements: [placement({ stack: "placed", status: "unproven" })],
        findings: [waived({ stack: "found" })],
      }),
    ).toEqual(["placed", "found"]);
  });

  test("hold what is theirs, worst first, and otherwise as the result orders it", () => {
    const inside = placement({ address: "1" });
    const covered = placement({ address: "2", status: "outside", waivers: ["w"] });
    const unknown = placement({ address: "3", status: "unproven" });
    const abroad = placement({ address: "4", status: "outside" });
    const other = placement({ stack: "other" });
    const findings = [
      waived({ address: "5" }),
      unproven({ address: "6" }),
      outside({ address: "7" }),
      outside({ address: "8" }),
    ];
    expect(
      digestStacks(resultWith({ placements: [inside, covered, other, unknown, abroad], findings })),
    ).toEqual([
      {
        name: "shop",
        findings: [findings[2], findings[3], findings[1], findings[0]],
        placements: [abroad, unknown, covered, inside],
      },
      { name: "other", findings: [], placements: [other] },
    ]);
  });
});

test("findings of all stacks stand worst first, and otherwise as the result orders them", () => {
  const findings = [
    waived({ stack: "a" }),
    unproven({ stack: "b" }),
    outside({ stack: "c" }),
    outside({ stack: "a" }),
  ];
  expect(findingsWorstFirst(resultWith({ findings }))).toEqual([
    findings[2],
    findings[3],
    findings[1],
    findings[0],
  ]);
});

describe("notes", () => {
  const of = (address: string, more = {}) =>
    note({ address, message: `${address} is small.`, ...more });

  test("that say the same of several blocks stand together", () => {
    const [a, b, c] = [of("x.a"), of("x.b"), of("x.c")];
    expect(groupNotes([a, b, c])).toEqual([[a, b, c]]);
  });

  test.each([
    ["rule", of("x.b", { rule: "resource-inside" })],
    ["stack", of("x.b", { stack: "other" })],
    ["sentence", of("x.b", { message: "x.b is large." })],
  ])("of another %s stand apart", (_what, other) => {
    expect(groupNotes([of("x.a"), other])).toEqual([[of("x.a")], [other]]);
  });

  test("that do not name their block stand apart, one for each block", () => {
    const [a, b] = [of("x.a", { message: "Small." }), of("x.b", { message: "Small." })];
    expect(groupNotes([a, b, a])).toEqual([[a, a], [b]]);
  });
});

describe("those who answer for what is waived", () => {
  const waiver = (id: string, more: Partial<Waiver> = {}): Waiver => ({
    id,
    rule: "resource-inside",
    subject: "shop",
    reason: "it moves",
    owner: "team",
    ticket: "T-1",
    expires: "2026-03-31",
    ...more,
  });
  const answers = (waivers: readonly Waiver[], ...ids: readonly (string | undefined)[]) =>
    answersOf(
      resultWith({
        waivers,
        findings: ids.map((id) => finding(id === undefined ? {} : { waiver: id })),
      }),
    );
  const answer = { owner: "team", ticket: "T-1", expires: "2026-03-31", reason: "it moves" };

  test("are named with the number of findings, for all waivers that say the same", () => {
    expect(answers([waiver("a"), waiver("b"), waiver("unused")], "a", "b", "a", undefined)).toEqual(
      [{ ...answer, findings: 3 }],
    );
  });

  test.each([
    ["owner", { owner: "the other" }],
    ["ticket", { ticket: "T-2" }],
    ["last day", { expires: "2026-04-01" }],
    ["reason", { reason: "it goes" }],
  ])("are named apart where the %s differs", (_what, more) => {
    expect(answers([waiver("a"), waiver("b", more)], "a", "b")).toEqual([
      { ...answer, findings: 1 },
      { ...answer, ...more, findings: 1 },
    ]);
  });

  test("stand by the day that they answer until, then by owner", () => {
    const order = answers(
      [
        waiver("a", { expires: "2026-02-01", owner: "b" }),
        waiver("b", { expires: "2026-01-20", owner: "z" }),
        waiver("c", { expires: "2026-02-01", owner: "a" }),
      ],
      "a",
      "b",
      "c",
    ).map(({ owner }) => owner);
    expect(order).toEqual(["z", "a", "b"]);
  });

  test("are none where the result lists no waiver, or not the one of the finding", () => {
    expect(answersOf(resultWith({ findings: [finding({ waiver: "a" })] }))).toEqual([]);
    expect(answers([waiver("b")], "a")).toEqual([]);
  });
});

describe("the line of counts", () => {
  const summary = { resources: 10, inside: 4, outside: 3, unproven: 2, waived: 1 };
  const counts = "10 resources: 4 inside, 3 outside, 2 unproven, 1 waived";

  test.each<[string, readonly Finding[], string]>([
    ["proven without a finding", [], `PROVEN ${counts}`],
    ["proven where each finding is waived", [waived({})], `PROVEN ${counts}`],
    [
      "not proven with one open finding",
      [waived({}), outside({})],
      `NOT PROVEN ${counts}; 1 finding`,
    ],
    ["not proven with two", [unproven({}), outside({})], `NOT PROVEN ${counts}; 2 findings`],
  ])("says %s", (_what, findings, line) => {
    expect(countLine(resultWith({ summary, findings }))).toBe(line);
  });
});

test.each([
  ["its construct", { constructPath: "shop/b", address: "x.b" }, "shop/b"],
  ["its stack and address", { stack: "shop", address: "x.b" }, "shop: x.b"],
  ["its address where it is of no stack", { stack: "", address: "waivers" }, "waivers"],
])("a finding is about %s", (_what, more, subject) => {
  expect(subjectOf(finding(more))).toBe(subject);
});

test("the state of a finding is waived before it is anything else", () => {
  expect([outside({}), unproven({}), waived({})].map(stateOf)).toEqual([
    "outside",
    "unproven",
    "waived",
  ]);
});

describe("the line in the repository", () => {
  test.each([
    ["of a project that is the repository", "stacks/a.ts", undefined, "stacks/a.ts"],
    ["of a project in a folder of it", "stacks/a.ts", "infra", "infra/stacks/a.ts"],
    ["beside the project", "../shared/a.ts", "infra", "shared/a.ts"],
    ["of a file whose name begins with two dots", "..a.ts", undefined, "..a.ts"],
    ["above the repository", "../a.ts", undefined, undefined],
    ["further above it", "../../a.ts", "infra", undefined],
    ["that is the folder above the repository", "..", undefined, undefined],
    ["by an absolute path", "/a.ts", undefined, undefined],
  ])("%s: %s in %s is %s", (_what, file, sourceRoot, known) => {
    const options = sourceRoot === undefined ? {} : { sourceRoot };
    expect(repositoryLine({ source: { file, line: 3, column: 5 } }, options)).toEqual(
      known === undefined ? undefined : { file: known, line: 3, column: 5 },
    );
  });

  test("is none where no source is known, and has no column where none is", () => {
    expect(repositoryLine({}, {})).toBeUndefined();
    expect(repositoryLine({ source: { file: "a.ts", line: 3 } }, {})).toEqual({
      file: "a.ts",
      line: 3,
    });
  });
});
