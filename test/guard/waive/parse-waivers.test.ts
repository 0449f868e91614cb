import { readWaivers } from "../../../guard/waive/parse-waivers";
import { MAX_WAIVER_DAYS, type Waiver } from "../../../guard/waive/waiver";

const AS_OF = "2026-01-15";
const RULES = new Set(["resource-inside", "state-inside"]);

const WAIVER: Waiver = {
  id: "retire",
  rule: "resource-inside",
  subject: "test:oci_objectstorage_bucket.b",
  reason: "the old backups are deleted from here",
  owner: "storage-team",
  ticket: "RES-12",
  expires: "2026-03-31",
};

const read = (entries: unknown) => readWaivers({ file: "waivers.json", entries }, RULES, AS_OF);

test("puts waivers in force with their place in the file", () => {
  const second = { ...WAIVER, id: "state", rule: "state-inside" };
  expect(read([WAIVER, second])).toEqual({
    inForce: [
      { waiver: WAIVER, path: "/waivers/0" },
      { waiver: second, path: "/waivers/1" },
    ],
    defects: [],
  });
});

test("holds nothing where the list is empty", () => {
  expect(read([])).toEqual({ inForce: [], defects: [] });
});

test.each<[unknown, string]>([
  [undefined, ""],
  [{ all: true }, '{"all":true}'],
  ["all", '"all"'],
  [null, "null"],
])("refuses %j in place of the list", (entries, value) => {
  expect(read(entries)).toEqual({
    inForce: [],
    defects: [
      {
        rule: "waiver-well-formed",
        path: "/waivers",
        value,
        message: "The waiver file holds no list of waivers.",
        fix: 'Write { "waivers": [ … ] }.',
      },
    ],
  });
});

test.each<[unknown, string]>([
  ["all", '"all"'],
  [null, "null"],
  [[WAIVER], JSON.stringify([WAIVER])],
])("refuses %j in place of a waiver, and reads the next one", (entry, value) => {
  expect(read([entry, WAIVER])).toEqual({
    inForce: [{ waiver: WAIVER, path: "/waivers/1" }],
    defects: [
      {
        rule: "waiver-well-formed",
        path: "/waivers/0",
        value,
        message: "A waiver is an object.",
        fix: "Write one object a waiver.",
      },
    ],
  });
});

describe.each(["id", "rule", "subject", "reason", "owner", "ticket", "expires"] as const)(
  "the field %s",
  (field) => {
    test.each<[string, unknown, string]>([
      ["missing", undefined, ""],
      ["empty", "", '""'],
      ["blank", " \t", '" \\t"'],
      ["a number", 7, "7"],
      ["a list", ["a"], '["a"]'],
    ])("is a defect where it is %s", (_, value, shown) => {
      const { [field]: __, ...others } = WAIVER;
      const entry = value === undefined ? others : { ...others, [field]: value };
      expect(read([entry])).toEqual({
        inForce: [],
        defects: [
          {
            rule: "waiver-well-formed",
            path: `/waivers/0/${field}`,
            value: shown,
            message: `The waiver has no ${field}.`,
            fix: `Give it a ${field}.`,
          },
        ],
      });
    });

    test("is not taken from what objects inherit", () => {
      const { [field]: value, ...others } = WAIVER;
      const entry = Object.assign(Object.create({ [field]: value }), others);
      expect(read([entry]).defects.map(({ path }) => path)).toEqual([`/waivers/0/${field}`]);
    });
  },
);

test("reports every field that is missing, not only the first", () => {
  const { owner: _, ticket: __, ...rest } = WAIVER;
  expect(read([rest]).defects.map(({ path }) => path)).toEqual([
    "/waivers/0/owner",
    "/waivers/0/ticket",
  ]);
});

test("refuses a field that no waiver has, and lists those there are", () => {
  expect(read([{ ...WAIVER, approved: "yes" }])).toEqual({
    inForce: [],
    defects: [
      {
        rule: "waiver-well-formed",
        path: "/waivers/0/approved",
        value: "approved",
        message: "A waiver has no field approved.",
        fix: "Fields: id, rule, subject, reason, owner, ticket, expires.",
      },
    ],
  });
});

test("refuses an id that an earlier waiver has, and keeps the earlier one in force", () => {
  const { inForce, defects } = read([WAIVER, { ...WAIVER, rule: "state-inside" }]);
  expect(inForce).toEqual([{ waiver: WAIVER, path: "/waivers/0" }]);
  expect(defects).toEqual([
    {
      rule: "waiver-well-formed",
      path: "/waivers/1/id",
      value: "retire",
      message: "Another waiver has this id.",
      fix: "Give it its own.",
    },
  ]);
});

test("refuses an id that an earlier waiver has, though that one is not in force", () => {
  const { inForce, defects } = read([{ ...WAIVER, expires: "2026-01-01" }, WAIVER]);
  expect(inForce).toEqual([]);
  expect(defects.map(({ path }) => path)).toEqual(["/waivers/0/expires", "/waivers/1/id"]);
});

test("refuses a rule that does not exist", () => {
  expect(read([{ ...WAIVER, rule: "no-such-rule" }]).defects).toEqual([
    {
      rule: "waiver-well-formed",
      path: "/waivers/0/rule",
      value: "no-such-rule",
      message: "There is no rule no-such-rule.",
      fix: "Name a rule of the report.",
    },
  ]);
});

test.each(["2026-02-30", "31.03.2026", "2026-3-1", "2026-03-31T00:00:00Z", "always"])(
  "refuses %s as the last day",
  (expires) => {
    expect(read([{ ...WAIVER, expires }])).toEqual({
      inForce: [],
      defects: [
        {
          rule: "waiver-well-formed",
          path: "/waivers/0/expires",
          value: expires,
          message: "The waiver's expires is no day.",
          fix: "Write it as YYYY-MM-DD.",
        },
      ],
    });
  },
);

test("puts nothing in force where the day of the check is no day", () => {
  const source = { file: "waivers.json", entries: [WAIVER] };
  expect(readWaivers(source, RULES, "today").inForce).toEqual([]);
});

describe("the last day", () => {
  const on = (expires: string) => read([{ ...WAIVER, expires }]);

  test("is still in force", () => {
    expect(on(AS_OF).inForce).toHaveLength(1);
  });

  test("lies in the past once it is yesterday, and the defect says whose waiver it was", () => {
    expect(on("2026-01-14")).toEqual({
      inForce: [],
      defects: [
        {
          rule: "waiver-current",
          path: "/waivers/0/expires",
          value: "2026-01-14",
          message: "The waiver retire of storage-team (RES-12) ended on 2026-01-14.",
          fix: "Remove what it covered and the waiver, or renew it in a reviewed change.",
        },
      ],
    });
  });

  test("may be 90 days ahead and no more", () => {
    expect(MAX_WAIVER_DAYS).toBe(90);
    expect(on("2026-04-15").defects).toEqual([]);
    expect(on("2026-04-16")).toEqual({
      inForce: [],
      defects: [
        {
          rule: "waiver-current",
          path: "/waivers/0/expires",
          value: "2026-04-16",
          message: "The waiver retire runs for 91 days; it may run for 90.",
          fix: "Let it end 90 days from now at the latest, and renew it if it must go on.",
        },
      ],
    });
  });
});
