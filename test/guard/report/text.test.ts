import { reportText } from "../../../guard";
import { displayWidth } from "../../../guard/report/layout";
import { bucketIn, checkJson } from "../../support/check-json";
import { checkWith, WAIVER } from "../../support/waivers";
import { dataNetwork, ociStack } from "../network/topology";
import { HOSTILE, resultNamed, resultWith } from "./results";

describe("reportText", () => {
  test("names every resource with its region and the evidence, and ends with one line of counts", () => {
    const lines = reportText(checkJson(bucketIn("us-ashburn-1"))).split("\n");
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^ {2}inside +us-ashburn-1 +oci_objectstorage_bucket\.b +provider\.oci\.us-ashburn-1 sets region us-ashburn-1$/,
      ),
    );
    expect(lines.at(-2)).toMatch(/^PROVEN \d+ resources: /);
    expect(lines.at(-1)).toBe("");
  });

  test("puts what is outside before what is unproven", () => {
    const json = {
      provider: { oci: [{ alias: "a" }, { alias: "b", region: "eu-paris-1" }] },
    };
    const text = reportText(checkJson(json));
    expect(text.indexOf("OUTSIDE")).toBeGreaterThan(0);
    expect(text.indexOf("OUTSIDE")).toBeLessThan(text.indexOf("UNPROVEN"));
  });

  test.each([
    ["an ANSI escape", "\u001b[31mred", "\\u{1b}[31mred"],
    ["a line break", "a\nPROVEN", "a\\u{a}PROVEN"],
    ["a right-to-left override", "a\u202eb", "a\\u{202e}b"],
    ["a zero-width space", "a\u200bb", "a\\u{200b}b"],
    ["a line separator", "a\u2028b", "a\\u{2028}b"],
  ])("shows %s in a name as text, never as what it is", (_what, name, shown) => {
    const resource = { oci_objectstorage_bucket: { [name]: {} } };
    const text = reportText(checkJson({ resource }));
    expect(text).toContain(shown);
    expect(text).not.toContain(name);
  });

  test("keeps every finding short, however long a value is", () => {
    const provider = { oci: [{ region: "x".repeat(100_000) }] };
    expect(reportText(checkJson({ provider })).length).toBeLessThan(110_000 * 3);
  });

  test("prints the paths of each subnet into and out of it, or that there are none", () => {
    const lines = reportText(checkJson(ociStack(dataNetwork()))).split("\n");
    const at = lines.findIndex((line) => line.includes("oci_core_subnet.data (data subnet): "));
    expect(lines.slice(at, at + 3)).toEqual([
      expect.stringMatching(/^ {2}test: oci_core_subnet\.data \(data subnet\): /),
      expect.stringMatching(/^ +in +none$/),
      expect.stringMatching(/^ +out +/),
    ]);
  });

  test("says nothing of a network where there is none", () => {
    expect(reportText(checkJson(bucketIn("us-ashburn-1")))).not.toContain("Network");
  });
});

describe("reportText of hostile names", () => {
  const tame = reportText(resultNamed("tame")).split("\n").length;

  test.each(HOSTILE)("has no line more and no control character for %s", (_what, name) => {
    const text = reportText(resultNamed(name));
    expect(text.split("\n")).toHaveLength(tame);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  test.each(HOSTILE)("has no line that a CI runner takes for a command for %s", (_what, name) => {
    const text = reportText(resultNamed(name));
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/##(?:\[|vso)/);
  });

  test.each(HOSTILE)("stays short for %s", (_what, name) => {
    expect(reportText(resultNamed(name)).length).toBeLessThan(60_000);
  });
});

describe("reportText by size", () => {
  test.each([0, 1, 5000])("shows each of %i findings once and ends with the counts", (count) => {
    const lines = reportText(resultWith(count)).trimEnd().split("\n");
    expect(lines.filter((line) => line.includes("OUTSIDE bucket-not-public"))).toHaveLength(count);
    expect(lines.at(-1)).toMatch(
      count === 0 ? /^PROVEN / : new RegExp(`^NOT PROVEN .*; ${count} `),
    );
  });

  test("puts the worst stack first, and under it findings before what they are about", () => {
    const one = resultWith(1);
    const [placement] = resultWith(1).placements;
    const placements = [
      { ...one.placements[0], stack: "a clean stack", status: "inside" },
      ...one.placements,
    ] as typeof one.placements;
    const text = reportText({ ...one, placements });
    const at = (part: string) => text.indexOf(part);
    expect(at("Stack test: 1 finding")).toBeLessThan(at("Stack a clean stack"));
    expect(at("OUTSIDE bucket-not-public")).toBeLessThan(at(`${placement?.status}  us-ashburn-1`));
  });

  test("does not let one long name push every row apart", () => {
    const one = resultWith(5000);
    const [first] = one.placements;
    const placements = [{ ...first, address: "x".repeat(10_000) }, ...one.placements];
    const text = reportText({ ...one, placements } as typeof one);
    expect(text.length).toBeLessThan(reportText(one).length + 500_000);
  });
});

describe("reportText on a terminal", () => {
  const columns = 72;

  test.each([...HOSTILE, ["ordinary names", "us-user-content"] as const])(
    "keeps every row of a table within the columns for %s",
    (_what, name) => {
      const rows = reportText(resultNamed(name), { columns })
        .split("\n")
        .filter((line) => /^ {2}(?:inside|outside) /.test(line));
      expect(rows).toHaveLength(2);
      for (const row of rows) {
        expect(displayWidth(row)).toBeLessThanOrEqual(columns);
      }
    },
  );

  test("breaks sentences between words, and keeps all of them", () => {
    const result = resultWith(1);
    const lines = reportText(result, { columns }).split("\n");
    const sentences = lines.filter((line) => line.startsWith("    "));
    for (const line of sentences.filter((each) => each.trim().includes(" "))) {
      expect(line.length).toBeLessThanOrEqual(columns);
    }
    const message = result.findings[0]?.message ?? "none";
    expect(sentences.map((line) => line.trim()).join(" ")).toContain(message);
  });

  test("cuts and breaks nothing where there is no terminal", () => {
    const result = resultNamed(`us-${"very-".repeat(60)}long`);
    const text = reportText(result);
    expect(text).not.toContain("…");
    expect(text).toContain(result.findings[0]?.message);
  });

  test("paints the verdicts when asked to, and nothing else", () => {
    const result = resultWith(1);
    const painted = reportText(result, { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences are what is looked for
    const plain = painted.replace(/\u001b\[\d+m/g, "");
    expect(painted).not.toBe(plain);
    expect(plain).toBe(reportText(result));
    expect(painted).toContain("\u001b[31mOUTSIDE bucket-not-public");
  });

  test("shows the source line of a finding", () => {
    expect(reportText(resultNamed("main.ts"))).toContain("from main.ts:3:5\n");
  });

  test("says once what holds of several blocks of a stack, and how many they are", () => {
    const log = { display_name: "l", log_group_id: "ocid1.loggroup.oc1.iad.a", log_type: "CUSTOM" };
    const text = reportText(
      checkJson({
        provider: { oci: [{ region: "us-ashburn-1" }] },
        resource: { oci_logging_log: { a: log, b: log, c: log } },
      }),
    );
    expect(text).toMatch(/oci_logging_log\.a and 2 more: the service takes no key/);
    expect(text.match(/the service takes no key/g)).toHaveLength(1);
  });

  test("says who answers for what is waived, until when and why", () => {
    const text = reportText(
      checkWith([WAIVER, { ...WAIVER, id: "p", rule: "provider-inside", subject: "test" }]),
    );
    expect(text).toMatch(
      /^ {2}\d+ findings, until 2026-03-31, by storage-team \(RES-12\): the old backups are deleted from here$/m,
    );
    expect(reportText(checkWith([]))).not.toContain("\nWaived\n");
  });
});
