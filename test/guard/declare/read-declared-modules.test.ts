import { DeclaredModules } from "../../../guard/declare/read-declared-modules";

const SHA1 = "0123456789abcdef0123456789abcdef01234567";
const SHA256 = SHA1 + SHA1.slice(0, 24);

const REGISTRY = {
  source: "example/archive/oci",
  version: "1.2.3",
  reason: "two buckets by the provider that the call passes",
  owner: "storage-team",
  reviewed: "2025-12-01",
};

const { version: _, ...UNVERSIONED } = REGISTRY;

const git = (source: string) => ({ ...UNVERSIONED, source });

const defectsOf = (...entries: readonly unknown[]) => new DeclaredModules(entries).defects;

test("declares nothing where the file says nothing", () => {
  expect(new DeclaredModules(undefined).defects).toEqual([]);
  expect(new DeclaredModules(undefined).unmatched()).toEqual([]);
  expect(DeclaredModules.NONE.find(REGISTRY.source, REGISTRY.version)).toBeUndefined();
});

test.each<[unknown, string]>([
  [{}, "{}"],
  ["all", "all"],
  [null, "null"],
])("refuses %j in place of the list", (entries, value) => {
  const declared = new DeclaredModules(entries);
  expect(declared.defects).toEqual([
    {
      path: "/modules",
      value,
      message: "modules is no list.",
      fix: 'Write "modules": [ { … } ].',
    },
  ]);
  expect(declared.unmatched()).toEqual([]);
});

describe("a call of a declared module", () => {
  test.each<[string, string]>([
    ["the version", "1.2.3"],
    ["the version with an operator", "= 1.2.3"],
    ["an operator without a space", "=1.2.3"],
    ["spaces around all", "  =  1.2.3 "],
  ])("finds the declaration by %s", (_name, version) => {
    const declared = new DeclaredModules([REGISTRY]);
    expect(declared.find(REGISTRY.source, version)).toEqual(REGISTRY);
    expect(declared.unmatched()).toEqual([]);
  });

  test.each<[string, string, string | undefined]>([
    ["another version", REGISTRY.source, "1.2.4"],
    ["a range", REGISTRY.source, "~> 1.2.3"],
    ["at least that version", REGISTRY.source, ">= 1.2.3"],
    ["two operators", REGISTRY.source, "= = 1.2.3"],
    ["no version", REGISTRY.source, undefined],
    ["another module", "example/archives/oci", "1.2.3"],
  ])("finds nothing by %s, and the declaration is unmatched", (_name, source, version) => {
    const declared = new DeclaredModules([REGISTRY]);
    expect(declared.find(source, version)).toBeUndefined();
    expect(declared.unmatched()).toEqual([
      {
        path: "/modules/0/source",
        value: REGISTRY.source,
        message: "No module call names example/archive/oci in version 1.2.3.",
        fix: "Remove the declaration, or correct its source and version.",
      },
    ]);
  });

  test("without a version finds the declaration that pins its source", () => {
    const module = git(`git::https://git.example/archive.git?ref=${SHA1}`);
    const declared = new DeclaredModules([module]);
    expect(declared.find(module.source, undefined)).toEqual(module);
    expect(declared.find(module.source, "1.2.3")).toBeUndefined();
    expect(declared.unmatched()).toEqual([]);
  });

  test("is reported without a version where the declaration has none", () => {
    const module = git(`git::https://git.example/archive.git?ref=${SHA1}`);
    expect(new DeclaredModules([module]).unmatched()[0]?.message).toBe(
      `No module call names ${module.source}.`,
    );
  });

  test("leaves the other declarations unmatched, with their places in the list", () => {
    const other = { ...REGISTRY, version: "2.0.0" };
    const declared = new DeclaredModules([REGISTRY, "broken", other]);
    declared.find(REGISTRY.source, "1.2.3");
    expect(declared.unmatched().map(({ path }) => path)).toEqual(["/modules/2/source"]);
  });
});

test.each<[string, object]>([
  ["a registry's version", REGISTRY],
  ["a pre-release", { ...REGISTRY, version: "10.20.30-rc.1" }],
  ["a commit", git(`git::https://git.example/a.git?ref=${SHA1}`)],
  ["a commit in capitals", git(`git::https://git.example/a.git?ref=${SHA1.toUpperCase()}`)],
  ["a commit after other words", git(`git::https://git.example/a.git?depth=1&ref=${SHA1}`)],
  ["a commit before other words", git(`git::https://git.example/a.git?ref=${SHA1}&depth=1`)],
  ["an archive with its checksum", git(`https://x.example/a.zip?checksum=sha256:${SHA256}`)],
  ["a source that only looks like a folder", { ...REGISTRY, source: "a./b/oci" }],
])("accepts a declaration that names %s", (_name, entry) => {
  expect(defectsOf(entry)).toEqual([]);
});

const CHANGEABLE = {
  message: "What it names can change after it was read.",
  fix: "Name one version of a registry's module (1.2.3), a Git commit (?ref= and 40 hexadecimal digits) or an archive with its checksum=sha256:….",
};

test.each([
  "~> 1.2",
  ">= 1.2.3",
  "1.2",
  "1.2.x",
  "v1.2.3",
  "1.2.3, 1.2.4",
  "x1.2.3",
  "1.2.3+build 4",
  "1.2.3-",
  "",
])("refuses the version %j, which more than one can meet", (version) => {
  expect(defectsOf({ ...REGISTRY, version })).toEqual([
    { path: "/modules/0/version", value: version, ...CHANGEABLE },
  ]);
});

test.each([
  "git::https://git.example/a.git",
  "git::https://git.example/a.git?ref=main",
  `git::https://git.example/a.git?ref=${SHA1.slice(1)}`,
  `git::https://git.example/a.git?ref=${SHA1}0`,
  `git::https://git.example/a.git?preref=${SHA1}`,
  `git::https://git.example/ref=${SHA1}`,
  `https://x.example/a.zip?checksum=md5:${SHA1.slice(8)}`,
  `https://x.example/a.zip?checksum=sha256:${SHA256.slice(1)}`,
  "example/archive/oci",
])("refuses the source %s without a version, since its content can change", (source) => {
  expect(defectsOf(git(source))).toEqual([
    { path: "/modules/0/source", value: source, ...CHANGEABLE },
  ]);
});

test.each(["./archive", "../archive", "/archive"])(
  "refuses the folder %s, which is read instead",
  (source) => {
    expect(defectsOf({ ...REGISTRY, source })).toEqual([
      {
        path: "/modules/0/source",
        value: source,
        message: "A module in a folder is read, not declared.",
        fix: "Keep it as Terraform JSON beside its caller.",
      },
    ]);
  },
);

describe.each(["source", "reason", "owner", "reviewed"] as const)("the field %s", (field) => {
  test.each<[string, unknown, string]>([
    ["missing", undefined, ""],
    ["empty", "", ""],
    ["blank", " ", " "],
    ["a number", 7, "7"],
  ])("is a defect where it is %s", (_name, value, shown) => {
    const { [field]: __, ...others } = REGISTRY;
    expect(defectsOf(value === undefined ? others : { ...others, [field]: value })).toEqual([
      {
        path: `/modules/0/${field}`,
        value: shown,
        message: `The declaration has no ${field}.`,
        fix: `Give it a ${field}.`,
      },
    ]);
  });
});

test("refuses a field that no declaration has, and lists those there are", () => {
  expect(defectsOf({ ...REGISTRY, approved: true })).toEqual([
    {
      path: "/modules/0/approved",
      value: "approved",
      message: "A declaration has no field approved.",
      fix: "Fields: source, version, reason, owner, reviewed.",
    },
  ]);
});

test.each(["last week", "2025-12-1", "x2025-12-01", "2025-12-01T10:00:00Z", "12025-12-01"])(
  "refuses %j as the day of the review",
  (reviewed) => {
    expect(defectsOf({ ...REGISTRY, reviewed })).toEqual([
      {
        path: "/modules/0/reviewed",
        value: reviewed,
        message: "reviewed is no day.",
        fix: "Write it as YYYY-MM-DD.",
      },
    ]);
  },
);

test("refuses a day of the review after the day of the check, and takes that day itself", () => {
  const declaredOn = (asOf: string) => new DeclaredModules([REGISTRY], asOf).defects;
  expect(declaredOn("2025-11-30")).toEqual([
    {
      path: "/modules/0/reviewed",
      value: "2025-12-01",
      message: "reviewed lies after 2025-11-30, the day of the check.",
      fix: "Write the day on which it was read.",
    },
  ]);
  expect(declaredOn("2025-12-01")).toEqual([]);
});

test.each<[unknown, string]>([
  ["example/archive/oci", "example/archive/oci"],
  [null, "null"],
  [[], "[]"],
])("refuses %j in place of a declaration, and reads the next one", (entry, value) => {
  const declared = new DeclaredModules([entry, REGISTRY]);
  expect(declared.defects).toEqual([
    {
      path: "/modules/0",
      value,
      message: "A declaration is an object.",
      fix: "Write one object a module.",
    },
  ]);
  expect(declared.find(REGISTRY.source, REGISTRY.version)).toEqual(REGISTRY);
});
