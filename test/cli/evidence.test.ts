import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { run, type Streams } from "../../cli/main";
import { bucketIn } from "../support/check-json";
import { AS_OF, exampleEstate, synthesizeTo, waiversOf } from "../support/estate";
import { temporaryFolder, write } from "../support/judge-path";

const root = temporaryFolder();
const good = () => write(root, "good.tf.json", bucketIn("us-ashburn-1"));
const bad = () => write(root, "bad.tf.json", bucketIn("ap-singapore-1"));

let count = 0;
const newFolder = () => {
  count += 1;
  return join(root, `pack-${count}`);
};

function onshore(words: readonly string[], more: Partial<Streams> = {}) {
  let out = "";
  let err = "";
  const streams: Streams = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...more,
  };
  const code = run(["evidence", ...words], streams, AS_OF, { toolVersion: "1.2.3" });
  return { code, out, err };
}

/** A new pack of a proven input. */
function pack(): string {
  const folder = newFolder();
  expect(onshore([good(), "--output", folder]).code).toBe(0);
  return folder;
}

const contents = (folder: string) =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);

describe("onshore evidence of the example estate", () => {
  test("makes the same pack twice, which verifies", () => {
    const estate = join(root, "estate");
    const composed = synthesizeTo(estate, exampleEstate());
    const waivers = write(root, "waivers.json", { waivers: waiversOf(composed).entries });
    const [first, second] = [newFolder(), newFolder()];
    for (const folder of [first, second]) {
      const made = onshore([estate, "--output", folder, "--waivers", waivers]);
      expect(made.code).toBe(0);
      expect(made.out).toMatch(/^PROVEN 16 files in /);
    }
    expect(contents(first)).toEqual(contents(second));
    expect(onshore(["verify", first])).toMatchObject({ code: 0, err: "" });
    const { families } = JSON.parse(readFileSync(join(first, "quota-coverage.json"), "utf8"));
    // The estate's guardrails lock every family that Onshore knows.
    expect(
      families.every(({ outside }: { outside: { open: string[] } }) => outside.open.length === 0),
    ).toBe(true);
    expect(readFileSync(join(first, "decommission.json"), "utf8")).toContain("example-sg-backups");
  });
});

describe("onshore evidence", () => {
  test("makes the pack of what is not proven too, and exits 1", () => {
    const folder = newFolder();
    const { code, out } = onshore([bad(), "--output", folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/^NOT PROVEN /);
    expect(onshore(["verify", folder]).code).toBe(0);
  });

  test("prints the hash of the manifest, which verifies the manifest itself", () => {
    const folder = newFolder();
    const { out } = onshore([good(), "--output", folder]);
    const [, digest = ""] = /SHA-256 ([0-9a-f]{64})/.exec(out) ?? [];
    expect(onshore(["verify", folder, "--sha256", digest])).toMatchObject({
      code: 0,
      out: expect.stringContaining("the one that was kept"),
    });
    expect(onshore(["verify", folder, "--sha256", "0".repeat(64)])).toMatchObject({
      code: 1,
      out: expect.stringContaining("is not the one that was kept"),
    });
  });

  test("takes an empty folder, and one that is not there, with its parents", () => {
    const folder = newFolder();
    mkdirSync(folder);
    expect(onshore([good(), "--output", folder]).code).toBe(0);
    expect(onshore([good(), "--output", join(newFolder(), "a", "b")]).code).toBe(0);
  });

  test("judges against another jurisdiction that is named", () => {
    const folder = newFolder();
    expect(onshore([good(), "--output", folder, "--jurisdiction", "EU"]).code).toBe(1);
    expect(readFileSync(join(folder, "README.md"), "utf8")).toContain("`EU`");
  });

  test("says on a terminal what it does, and nothing of it in a pipe", () => {
    let err = "";
    onshore([good(), "--output", newFolder()], {
      errIsTerminal: true,
      err: (text) => {
        err += text;
      },
    });
    expect(err).toContain("writing the pack…");
    expect(err.endsWith("\r\u001b[K")).toBe(true);
    expect(onshore([good(), "--output", newFolder()]).err).toBe("");
  });

  test.each<[string, () => readonly string[], RegExp]>([
    ["no output", () => [good()], /needs --output DIR/],
    [
      "a folder that is not empty",
      () => [good(), "--output", root],
      /is not empty; name a new folder/,
    ],
    [
      "an output that is a file",
      () => [good(), "--output", good()],
      /is a file; name a new or empty folder/,
    ],
    [
      "an output below a file",
      () => [good(), "--output", join(good(), "x")],
      /good\.tf\.json\/x" (?:is a file|cannot be)/,
    ],
    [
      "an input that is not there",
      () => [join(root, "none"), "--output", newFolder()],
      /none does not exist/,
    ],
    [
      "a waiver file that is not there",
      () => [good(), "--output", newFolder(), "--waivers", join(root, "none")],
      /none cannot be read \(ENOENT\)/,
    ],
    [
      "a day that is none",
      () => [good(), "--output", newFolder(), "--as-of", "soon"],
      /--as-of "soon"/,
    ],
    [
      "a jurisdiction that is none",
      () => [good(), "--output", newFolder(), "--jurisdiction", "MOON"],
      /--jurisdiction "MOON"; allowed: US/,
    ],
    ["two inputs", () => [good(), bad(), "--output", newFolder()], /one PATH at a time, got 2/],
    ["an unknown option", () => ["--fast"], /--fast/],
    ["verify without a folder", () => ["verify"], /evidence verify takes one DIR, got 0/],
    ["verify of two folders", () => ["verify", "a", "b"], /evidence verify takes one DIR, got 2/],
    [
      "verify of nothing",
      () => ["verify", join(root, "none")],
      /cannot be read \(ENOENT\); give the folder/,
    ],
    [
      "verify of a file",
      () => ["verify", good()],
      /is not a folder; give that of an evidence pack/,
    ],
    [
      "a hash that is none",
      () => ["verify", root, "--sha256", "abc"],
      /--sha256 "abc"; give the 64/,
    ],
  ])("exits 2 with one line for %s", (_what, words, message) => {
    const { code, out, err } = onshore(words());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("leaves nothing behind where the input cannot be read", () => {
    const folder = newFolder();
    onshore([join(root, "none"), "--output", folder]);
    expect(() => readdirSync(folder)).toThrow("ENOENT");
  });
});

describe("onshore evidence verify", () => {
  test.each<[string, (folder: string) => void, RegExp]>([
    [
      "a changed file",
      (folder) => writeFileSync(join(folder, "controls.md"), "x"),
      /controls\.md has 1 bytes/,
    ],
    ["a missing file", (folder) => rmSync(join(folder, "tool.json")), /tool\.json is missing/],
    [
      "an added file",
      (folder) => writeFileSync(join(folder, "more.txt"), ""),
      /more\.txt is not in the manifest/,
    ],
    [
      "a file in a folder of its own",
      (folder) => {
        mkdirSync(join(folder, "deep", "er"), { recursive: true });
        writeFileSync(join(folder, "deep", "er", "x"), "");
      },
      /deep\/er\/x is not in the manifest/,
    ],
    [
      "a link to a copy of the file",
      (folder) => {
        cpSync(join(folder, "tool.json"), join(root, "copy.json"));
        rmSync(join(folder, "tool.json"));
        symlinkSync(join(root, "copy.json"), join(folder, "tool.json"));
      },
      /tool\.json is a link/,
    ],
    [
      "a named pipe",
      (folder) => execFileSync("mkfifo", [join(folder, "pipe")]),
      /pipe is not in the manifest/,
    ],
    ["no manifest", (folder) => rmSync(join(folder, "manifest.json")), /manifest\.json is missing/],
    [
      "a manifest that names a file elsewhere",
      (folder) => {
        const path = join(folder, "manifest.json");
        const text = readFileSync(path, "utf8");
        writeFileSync(path, text.replace('"README.md"', '"../good.tf.json"'));
      },
      /\/files\/0\/path is "\.\.\/good\.tf\.json"/,
    ],
    [
      "a file name that acts on the terminal",
      (folder) => writeFileSync(join(folder, "a\u001b[31m\nb"), ""),
      /a\\u\{1b\}\[31m\\u\{a\}b is not in the manifest/,
    ],
  ])("exits 1 and names %s", (_what, change, message) => {
    const folder = pack();
    change(folder);
    const { code, out, err } = onshore(["verify", folder]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(/^NOT INTACT \d+ problems?\n/);
    expect(out).toMatch(message);
    expect(out).not.toContain("\u001b");
  });

  test("exits 2 where the folder is no pack but a whole project", () => {
    const folder = newFolder();
    mkdirSync(folder);
    for (let index = 0; index < 1100; index += 1) {
      writeFileSync(join(folder, `f${index}`), "");
    }
    const { code, err } = onshore(["verify", folder]);
    expect(code).toBe(2);
    expect(err).toMatch(/holds more than 1000 files/);
  });
});
