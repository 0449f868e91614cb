import { workflowCommand } from "../../../guard/report/github-command";

describe("a workflow command", () => {
  test.each([
    [
      "points at a line and a column",
      workflowCommand("error", { file: "a.ts", line: 3, column: 5 }, "t", ["m"]),
      "::error file=a.ts,line=3,col=5,title=t::m",
    ],
    [
      "points at a line where no column is known",
      workflowCommand("error", { file: "a.ts", line: 3 }, "t", ["m"]),
      "::error file=a.ts,line=3,title=t::m",
    ],
    [
      "has a title only where no line is known, and joins the lines of its message",
      workflowCommand("notice", undefined, "t", ["a", "b"]),
      "::notice title=t::a%0Ab",
    ],
    [
      "escapes in a property what would end it",
      workflowCommand("error", { file: "a,b:c%.ts", line: 3 }, "x, y: z", ["m"]),
      "::error file=a%2Cb%3Ac%25.ts,line=3,title=x%2C y%3A z::m",
    ],
    [
      "escapes in the message a percent sign only, and writes a line break out",
      workflowCommand("error", undefined, "t", ["50%, a: b\r\nc"]),
      "::error title=t::50%25, a: b\\u{d}\\u{a}c",
    ],
  ])("%s", (_what, command, expected) => {
    expect(command).toBe(expected);
  });

  test("cuts a title at 200 characters and each line of the message and the file at 4,000", () => {
    expect(
      workflowCommand("error", { file: "f".repeat(5000), line: 1 }, "t".repeat(5000), [
        "m".repeat(5000),
      ]),
    ).toBe(
      `::error file=${"f".repeat(3999)}…,line=1,title=${"t".repeat(199)}…::${"m".repeat(3999)}…`,
    );
  });
});
