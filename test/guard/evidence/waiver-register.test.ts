import type { CheckResult, WaiverSource } from "../../../guard";
import {
  type RegisteredWaiver,
  waiverRegister,
  waiversPage,
} from "../../../guard/evidence/waiver-register";
import { bucket, buckets, side, waiver } from "../diff/sides";

const ESTATE = buckets(
  { b: bucket("ap-singapore-1"), c: bucket("ap-singapore-1"), home: bucket("us-ashburn-1") },
  ["us-ashburn-1", "ap-singapore-1"],
);

function register(entries: unknown, more: Partial<WaiverSource> = {}) {
  const waivers = Array.isArray(entries) ? entries : [];
  return waiverRegister(side(ESTATE, { waivers }), { file: "waivers.json", entries, ...more });
}

const COVERED: RegisteredWaiver["covers"][number] = {
  rule: "resource-inside",
  stack: "data",
  address: "oci_objectstorage_bucket.b",
  path: "/provider/oci/1/region",
  status: "outside",
};

test("lists each waiver as it is written, with what it covers", () => {
  expect(register([waiver("b"), waiver("home")])).toEqual({
    version: 1,
    asOf: "2026-01-15",
    file: "waivers.json",
    maxDays: 90,
    modules: [],
    waivers: [
      {
        path: "/waivers/0",
        state: "in-force",
        entry: waiver("b"),
        problems: [],
        covers: [COVERED],
      },
      {
        path: "/waivers/1",
        state: "unmatched",
        entry: waiver("home"),
        problems: [],
        covers: [],
      },
    ],
  });
});

test("has nothing where no waiver file was given, and says so", () => {
  const given = waiverRegister(side(ESTATE), undefined);
  expect(given).toEqual({
    version: 1,
    asOf: "2026-01-15",
    file: null,
    maxDays: 90,
    modules: [],
    waivers: [],
  });
  expect(waiversPage(given)).toBe("# Waivers\n\nNo waiver file was given: nothing is waived.\n");
});

test("lists the modules that somebody has read as they are declared", () => {
  expect(register([], { modules: [{ source: "x" }] }).modules).toEqual([{ source: "x" }]);
});

const state = ({ path, state: is, problems, covers }: RegisteredWaiver) => ({
  path,
  state: is,
  problems,
  covers: covers.length,
});

test.each<[string, unknown, readonly string[]]>([
  [
    "has ended",
    waiver("b", { expires: "2026-01-14" }),
    ["The waiver retire-b of storage-team (RES-12) ended on 2026-01-14."],
  ],
  [
    "runs too long",
    waiver("b", { expires: "2026-04-16" }),
    ["The waiver retire-b runs for 91 days; it may run for 90."],
  ],
  [
    "lacks fields",
    waiver("b", { owner: "", ticket: 5 }),
    ["The waiver has no owner.", "The waiver has no ticket."],
  ],
  ["is a text", "b", ["A waiver is an object."]],
  ["is null", null, ["A waiver is an object."]],
])("a waiver that %s is not in force and covers nothing", (_what, entry, problems) => {
  const { waivers } = register([entry]);
  expect(waivers.map(state)).toEqual([
    { path: "/waivers/0", state: "not-in-force", problems, covers: 0 },
  ]);
  expect(waivers[0]?.entry).toEqual(entry);
});

test("a hole in the list is a null in the register", () => {
  expect(register([undefined]).waivers[0]?.entry).toBeNull();
});

test("a problem of the eleventh waiver is none of the second", () => {
  const many = Array.from({ length: 11 }, (_, index) => waiver("home", { id: `w${index}` }));
  const { waivers } = register([...many.slice(0, 10), { ...many[10], owner: "" }]);
  expect(waivers.filter(({ problems }) => problems.length > 0).map(({ path }) => path)).toEqual([
    "/waivers/10",
  ]);
});

test("a file without a list is one waiver that is not in force", () => {
  expect(register({ id: "x" }).waivers).toEqual([
    {
      path: "/waivers",
      state: "not-in-force",
      entry: { id: "x" },
      problems: ["The waiver file holds no list of waivers."],
      covers: [],
    },
  ]);
});

test("the page has every waiver with its fields, its problems and what it covers", () => {
  const waivers: RegisteredWaiver[] = [
    {
      path: "/waivers/0",
      state: "in-force",
      entry: waiver("b", { reason: "old *backups*" }),
      problems: [],
      covers: [COVERED, { ...COVERED, address: "a.b", status: "unproven" }],
    },
    {
      path: "/waivers/1",
      state: "not-in-force",
      entry: { rule: 5, toString: "x" },
      problems: ["No owner.", "No_day."],
      covers: [],
    },
    { path: "/waivers/2", state: "not-in-force", entry: "text", problems: ["None."], covers: [] },
  ];
  const result: Pick<CheckResult, "asOf"> = { asOf: "2026-01-15" };
  expect(
    waiversPage({ version: 1, file: "w.json", maxDays: 90, modules: [], waivers, ...result }),
  ).toBe(`# Waivers

From \`w.json\`, as of 2026-01-15. A waiver ends 90 days from the day of the check at the latest.

## \`retire-b\`: in-force

- rule: \`resource-inside\`
- subject: \`data:oci_objectstorage_bucket.b\`
- reason: old \\*backups\\*
- owner: \`storage-team\`
- ticket: \`RES-12\`
- expires: \`2026-03-31\`
- covers outside \`resource-inside\` at \`data:oci_objectstorage_bucket.b#/provider/oci/1/region\`
- covers unproven \`resource-inside\` at \`data:a.b#/provider/oci/1/region\`

## \`/waivers/1\`: not-in-force

- rule: (empty)
- subject: (empty)
- reason: 
- owner: (empty)
- ticket: (empty)
- expires: (empty)
- **No owner.**
- **No\\_day.**

## \`/waivers/2\`: not-in-force

- rule: (empty)
- subject: (empty)
- reason: 
- owner: (empty)
- ticket: (empty)
- expires: (empty)
- **None.**
`);
});
