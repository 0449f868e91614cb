import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

const ROOT = join(__dirname, "..", "..");

/** Each room, and the rooms that it may import. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  jurisdiction: [],
  guard: ["jurisdiction"],
  constructs: ["jurisdiction", "guard"],
  stacks: ["jurisdiction", "guard", "constructs"],
  cli: ["jurisdiction", "guard"],
  testing: ["jurisdiction", "guard"],
};

/** Packages that each room may import; `node:` modules are listed by room too. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  jurisdiction: /^node:zlib$|^ipaddr\.js$/,
  guard:
    /^node:(buffer|fs|path|util|crypto)$|^(ipaddr\.js|junit-report-builder|node-sarif-builder|sarif)$/,
  constructs:
    /^node:(fs|path|module|url)$|^ipaddr\.js$|^cdktf$|^constructs$|^@cdktf\/provider-(oci|aws)\/lib\/[a-z0-9-]+$/,
  stacks: /^cdktf$|^constructs$|^zod$/,
  cli: /^node:/,
  testing: /^node:|^cdktf$/,
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const pattern =
    /\bfrom\s+"([^"\s]+)"|\bimport\s+"([^"\s]+)"|\b(?:import|require)\(\s*"([^"\s]+)"\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    file: relative(ROOT, file),
    specifier: match[1] ?? match[2] ?? match[3] ?? "",
  }));
}

function roomOf(file: string, specifier: string): string | undefined {
  return specifier.startsWith(".")
    ? relative(ROOT, join(dirname(join(ROOT, file)), specifier)).split(sep)[0]
    : undefined;
}

describe.each(Object.keys(ROOMS))("the room %s", (room) => {
  const imports = sourcesOf(join(ROOT, room)).flatMap(importsOf);

  test("holds sources that import something or stand alone", () => {
    expect(sourcesOf(join(ROOT, room)).length).toBeGreaterThan(0);
  });

  test("imports its own files and the rooms before it only", () => {
    const allowed = [room, ...(ROOMS[room] ?? [])];
    const wrong = imports.filter(({ file, specifier }) => {
      const target = roomOf(file, specifier);
      return target !== undefined && !allowed.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  test("reaches another room by its index only", () => {
    const deep = imports.filter(({ file, specifier }) => {
      const target = roomOf(file, specifier);
      return target !== undefined && target !== room && !specifier.endsWith(`../${target}`);
    });
    expect(deep).toEqual([]);
  });

  test("imports the packages that it needs, and providers by their deep path", () => {
    const wrong = imports.filter(
      ({ specifier }) => !specifier.startsWith(".") && !PACKAGES[room]?.test(specifier),
    );
    expect(wrong).toEqual([]);
  });
});

test("no construct reads the environment", () => {
  const reading = sourcesOf(join(ROOT, "constructs")).filter((file) =>
    readFileSync(file, "utf8").includes("process.env"),
  );
  expect(reading.map((file) => relative(ROOT, file))).toEqual([]);
});

test("no part of the guard reads the clock", () => {
  const reading = sourcesOf(join(ROOT, "guard")).filter((file) =>
    /Date\.now\(|new Date\(\)/.test(readFileSync(file, "utf8")),
  );
  expect(reading.map((file) => relative(ROOT, file))).toEqual([]);
});
