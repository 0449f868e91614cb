import { createHash } from "node:crypto";
import {
  type CheckResult,
  check,
  evidencePack,
  verifyPack,
  type WaiverSource,
} from "../../../guard";
import { csv } from "../../../guard/evidence/csv";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { bucket, buckets, madeBy, waiver } from "../diff/sides";
import { HOSTILE } from "../report/results";

const ABROAD = buckets(
  {
    b: bucket("ap-singapore-1", madeBy("data/b")),
    home: bucket("us-ashburn-1", { kms_key_id: "${oci_kms_key.k.id}" }),
  },
  ["us-ashburn-1", "ap-singapore-1"],
) as { resource: object };

const ESTATE = {
  ...ABROAD,
  resource: {
    ...ABROAD.resource,
    oci_kms_key: {
      k: {
        display_name: "k",
        protection_mode: "HSM",
        key_shape: { algorithm: "AES", length: 32 },
        provider: "oci.us-ashburn-1",
      },
    },
    oci_limits_quota: {
      q: {
        name: "q",
        statements: ["zero kms quotas in tenancy"],
        provider: "oci.us-ashburn-1",
      },
    },
  },
  output: {
    retirement_manifest: { value: JSON.stringify({ version: 1, goneBy: "2026-02-27" }) },
    other: { value: "x" },
  },
};

interface PackOptions {
  readonly waivers?: readonly unknown[];
  readonly stack?: string;
  readonly jurisdiction?: Jurisdiction;
  /** Null for a version that is not known. */
  readonly toolVersion?: string | null;
}

const FILES = [
  "README.md",
  "controls.json",
  "controls.md",
  "decommission.json",
  "manifest.json",
  "quota-coverage.json",
  "quota-coverage.md",
  "reachability.json",
  "reachability.md",
  "report.html",
  "residency-manifest.csv",
  "residency-manifest.json",
  "result.json",
  "tool.json",
  "waivers.json",
  "waivers.md",
];

function pack(json: object = ESTATE, options: PackOptions = {}) {
  const { jurisdiction = Jurisdiction.US, stack = "data", toolVersion = "1.2.3" } = options;
  const source = {
    documents: [{ stack, file: `stacks/${stack}/cdk.tf.json`, json: json as JsonObject }],
    unread: [],
  };
  const waivers: WaiverSource | undefined =
    options.waivers === undefined ? undefined : { file: "waivers.json", entries: options.waivers };
  const given = waivers === undefined ? {} : { waivers };
  const result: CheckResult = check(source, {
    jurisdiction,
    asOf: "2026-01-15",
    flows: true,
    ...given,
  });
  const version = toolVersion === null ? {} : { toolVersion };
  return evidencePack({ source, jurisdiction, result, ...version, ...given });
}

const read = (files: ReadonlyMap<string, string>, path: string) => files.get(path) ?? "";
const parsed = (files: ReadonlyMap<string, string>, path: string) => JSON.parse(read(files, path));

const entriesOf = (files: ReadonlyMap<string, string>) =>
  new Map([...files].map(([path, content]) => [path, Buffer.from(content)] as const));

describe("a pack", () => {
  test("is the same bytes for the same input, and for the same input in another order", () => {
    const reversed = Object.fromEntries(Object.entries(ESTATE).reverse());
    expect([...pack()]).toEqual([...pack()]);
    expect([...pack(reversed)].map(([path]) => path)).toEqual([...pack()].map(([path]) => path));
    expect(read(pack(reversed), "residency-manifest.json")).toBe(
      read(pack(), "residency-manifest.json"),
    );
  });

  test("lists each of its files with its hash, in order, and verifies", () => {
    const files = pack();
    const manifest = parsed(files, "manifest.json");
    expect(manifest).toMatchObject({ version: 1, tool: "onshore", toolVersion: "1.2.3" });
    expect(manifest).toMatchObject({ asOf: "2026-01-15", jurisdiction: "US" });
    const listed: { path: string; sha256: string; bytes: number }[] = manifest.files;
    expect(listed.map(({ path }) => path)).toEqual(
      [...files.keys()].filter((path) => path !== "manifest.json"),
    );
    for (const { path, sha256, bytes } of listed) {
      const content = read(files, path);
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
      expect(Buffer.byteLength(content)).toBe(bytes);
    }
    expect(verifyPack(entriesOf(files)).problems).toEqual([]);
  });

  test("has its files in the order of their paths", () => {
    expect([...pack().keys()]).toEqual(FILES);
    expect([...pack(buckets({ b: bucket("us-ashburn-1") })).keys()]).toEqual(
      FILES.filter((path) => path !== "decommission.json"),
    );
  });

  test("names the version of the tool where it is known, and is the same result else", () => {
    const [known, unknown] = [pack(), pack(ESTATE, { toolVersion: null })];
    expect(read(known, "report.html")).toContain("1.2.3");
    expect(read(unknown, "report.html")).not.toContain("1.2.3");
    expect(parsed(unknown, "manifest.json").toolVersion).toBeNull();
    expect(parsed(unknown, "tool.json").toolVersion).toBeNull();
    expect(read(unknown, "result.json")).toBe(read(known, "result.json"));
  });

  test("has the ways of each subnet, for programs and for people", () => {
    const subnet = { vcn_id: "v", cidr_block: "10.0.0.0/24", provider: "oci.us-ashburn-1" };
    const files = pack({ ...ESTATE, resource: { oci_core_subnet: { s: subnet } } });
    const { version, subnets } = parsed(files, "reachability.json");
    expect([version, subnets.length]).toEqual([1, 1]);
    expect(subnets[0]).toMatchObject({ stack: "data", address: "oci_core_subnet.s" });
    expect(read(files, "reachability.md")).toContain("## `data: oci_core_subnet.s`: ");
  });

  test("names no machine, no time of day and no path of the disk", () => {
    for (const [path, content] of pack()) {
      if (path !== "report.html") {
        expect(content).not.toMatch(/\d{2}:\d{2}:\d{2}/);
        expect(content).not.toContain(process.cwd());
      }
    }
  });

  test("says in its README how it stands and what each of its files is", () => {
    const files = pack();
    const readme = read(files, "README.md");
    expect(readme).toContain("**Not proven** as of 2026-01-15");
    for (const path of files.keys()) {
      const [name = "", extension = ""] = path.split(".");
      expect(
        path === "README.md" ||
          readme.includes(`\`${name}.`) ||
          readme.includes(`\`.${extension}\``),
      ).toBe(true);
    }
    expect(read(pack(buckets({ b: bucket("us-ashburn-1") })), "README.md")).toContain("**Proven**");
  });
});

describe("the residency manifest", () => {
  test("has each resource with its region, its key and its flows", () => {
    const { rows } = parsed(pack(), "residency-manifest.json");
    const home = rows.find(
      ({ address }: { address: string }) => address === "oci_objectstorage_bucket.home",
    );
    expect(home).toMatchObject({
      region: "us-ashburn-1",
      status: "inside",
      keys: [{ key: "oci_kms_key.k", stack: "data", region: "us-ashburn-1", status: "inside" }],
    });
    const abroad = rows.find(
      ({ address }: { address: string }) => address === "oci_objectstorage_bucket.b",
    );
    expect(abroad).toMatchObject({ region: "ap-singapore-1", status: "outside" });
  });

  test("says the same as a table", () => {
    const lines = read(pack(), "residency-manifest.csv").split("\r\n");
    expect(lines[0]).toBe(
      "stack,address,construct path,kind,region,status,waivers,keys,flows,evidence",
    );
    expect(lines.find((line) => line.includes("bucket.home"))).toMatch(
      /^data,oci_objectstorage_bucket\.home,,resource,us-ashburn-1,inside,,oci_kms_key\.k in us-ashburn-1,/,
    );
  });

  test.each([["=1+1"], ["+1"], ["-1"], ["@SUM(A1)"], ["\t=1"], ['a"b,c'], ["a\r\nb"]])(
    "puts %j into a cell that no spreadsheet takes for a formula or a row",
    (text) => {
      const written = csv([[text, "next"]]);
      expect(written.match(/\r\n/g)).toHaveLength(1);
      expect(written).not.toMatch(/^"?[=+\-@\t\r]/);
      expect(written).toMatch(/,next\r\n$/);
    },
  );
});

describe("the control mapping", () => {
  const control = (files: ReadonlyMap<string, string>, id: string) =>
    parsed(files, "controls.json").controls.find((each: { id: string }) => each.id === id);

  test("has the worst of what the rules of a control found", () => {
    expect(control(pack(), "SA-9(5)")).toMatchObject({ status: "finding" });
    expect(control(pack(), "SC-7")).toMatchObject({ status: "no-finding" });
    const both = [
      waiver("b"),
      {
        ...waiver("b"),
        id: "provider",
        rule: "provider-inside",
        subject: "data:provider.oci.ap-singapore-1",
      },
    ];
    expect(control(pack(ESTATE, { waivers: both }), "SA-9(8)")).toMatchObject({
      status: "waived",
    });
  });

  test("counts the findings of each rule, and lists the rules without a mapping", () => {
    const files = pack();
    const rule = control(files, "SA-9(5)").rules.find(
      (each: { rule: string }) => each.rule === "resource-inside",
    );
    expect(rule).toMatchObject({ open: 1, waived: 0, status: "finding" });
    expect(
      parsed(files, "controls.json").unmapped.map(({ rule: id }: { rule: string }) => id),
    ).toContain("module-proven");
  });

  test("claims nothing of the United States for another jurisdiction", () => {
    const files = pack(ESTATE, { jurisdiction: Jurisdiction.EU });
    expect(control(files, "SA-9(8)")).toBeUndefined();
    expect(control(files, "§ 202.1001")).toBeUndefined();
    expect(control(files, "SA-9(5)")).toBeDefined();
  });
});

describe("the waiver register", () => {
  const register = (entries: readonly unknown[]) =>
    parsed(pack(ESTATE, { waivers: entries }), "waivers.json").waivers.map(
      ({ state, problems, covers }: { state: string; problems: string[]; covers: object[] }) => ({
        state,
        problems: problems.length,
        covers: covers.length,
      }),
    );

  test("tells what is in force, what covers nothing, and what is not in force", () => {
    expect(
      register([
        waiver("b"),
        { ...waiver("home"), id: "nothing" },
        { ...waiver("b"), id: "late", expires: "2026-01-01" },
        { id: "half" },
        "no object",
      ]),
    ).toEqual([
      { state: "in-force", problems: 0, covers: 1 },
      { state: "unmatched", problems: 0, covers: 0 },
      { state: "not-in-force", problems: 1, covers: 0 },
      { state: "not-in-force", problems: 6, covers: 0 },
      { state: "not-in-force", problems: 1, covers: 0 },
    ]);
  });

  test("says where no waiver file was given", () => {
    expect(parsed(pack(), "waivers.json")).toMatchObject({ file: null, waivers: [] });
    expect(read(pack(), "waivers.md")).toContain("nothing is waived");
  });
});

test("the decommission record holds the manifests that outputs state, and is absent without", () => {
  expect(parsed(pack(), "decommission.json").records).toEqual([
    {
      stack: "data",
      address: "output.retirement_manifest",
      manifest: { version: 1, goneBy: "2026-02-27" },
    },
  ]);
  expect(pack(buckets({ b: bucket("us-ashburn-1") })).has("decommission.json")).toBe(false);
});

test("the record of the tool names its version, its rules and hashes of its tables", () => {
  const tool = parsed(pack(), "tool.json");
  expect(tool.toolVersion).toBe("1.2.3");
  expect(tool.rules.length).toBeGreaterThan(20);
  expect(tool.jurisdiction.sha256).toBe(
    createHash("sha256")
      .update(
        Jurisdiction.US.regions
          .map(String)
          .sort()
          .map((id) => `${id}\n`)
          .join(""),
      )
      .digest("hex"),
  );
  const other = parsed(pack(ESTATE, { jurisdiction: Jurisdiction.EU }), "tool.json");
  expect(other.jurisdiction.sha256).not.toBe(tool.jurisdiction.sha256);
  expect(other.regionTable).toEqual(tool.regionTable);
});

describe("hostile names", () => {
  const named = (name: string) =>
    pack(
      {
        provider: { oci: [{ alias: "x", region: "ap-singapore-1" }] },
        resource: {
          oci_objectstorage_bucket: { [name]: bucket("x", { provider: "oci.x" }) },
          oci_core_subnet: { [name]: { vcn_id: name, provider: "oci.x" } },
          oci_limits_quota: { [name]: { statements: [name] } },
        },
        output: { manifest: { value: JSON.stringify({ goneBy: name }) } },
      },
      {
        stack: name,
        waivers: [
          { ...waiver("b"), id: name, reason: name, owner: name, ticket: name },
          { [name]: name },
        ],
      },
    );

  const PAGES = ["README.md", "controls.md", "quota-coverage.md", "reachability.md", "waivers.md"];

  test.each(HOSTILE)("do nothing in the pages and the table for %s", (_what, name) => {
    const files = named(name);
    for (const path of PAGES) {
      const page = read(files, path);
      expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      const rest = page
        .replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "")
        .replace(/\\[\p{P}\p{S}]/gu, "")
        .replaceAll("<!-- -->", " ")
        .replace(/<https:\/\/[\w./#-]+>/g, "");
      expect(rest).not.toMatch(/<\w|\]\(|https?:\/\//);
    }
    const table = read(files, "residency-manifest.csv");
    expect(table).not.toMatch(/(?!\r\n|(?<=\r)\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    // A head, a bucket, a subnet, a quota and a provider configuration.
    expect(table.match(/\r\n/g)).toHaveLength(5);
    expect(verifyPack(entriesOf(files)).problems).toEqual([]);
  });
});
