import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readArchitecture } from "../../scripts/architecture/architecture";
import { Chart } from "../../scripts/architecture/chart";
import { docsIndex, filesOf } from "../../scripts/architecture/docs-index";
import { kindOf } from "../../scripts/architecture/kinds";
import { architecturePage } from "../../scripts/architecture/page";
import { readPage } from "../../scripts/architecture/read-page";
import { exampleEstate, synthesizeTo } from "../support/estate";
import type { Synthesized } from "../support/synth";

const ROOT = join(__dirname, "..", "..");
const DOCS = join(ROOT, "docs");
const REPAIR = "run `npm run architecture:docs`";

const page = readFileSync(join(DOCS, "architecture.md"), "utf8");

/** The JSON of each stack of the example estate, by name, and the manifest. */
let stacks: ReadonlyMap<string, Synthesized>;
let manifest: Synthesized;

beforeAll(() => {
  const outdir = mkdtempSync(join(tmpdir(), "onshore-"));
  try {
    synthesizeTo(outdir, exampleEstate());
    manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    stacks = new Map(
      Object.keys(manifest.stacks).map((name) => [
        name,
        JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8")),
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

/** The text from a heading to the next one. */
function section(title: string, text = page): string {
  const start = text.indexOf(`\n## ${title}\n`);
  expect(start).toBeGreaterThan(0);
  const end = text.indexOf("\n## ", start + 1);
  return text.slice(start, end < 0 ? undefined : end);
}

function chartsOf(text: string): readonly string[] {
  return [...text.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, chart = ""]) => chart);
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | "));
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A chart as Mermaid's grammar for flowcharts reads it, as far as the page uses it. */
interface Parsed {
  /** Labels by id, of nodes and boxes. */
  readonly labels: ReadonlyMap<string, string>;
  /** The ids of the boxes around each id, the nearest first. */
  readonly within: ReadonlyMap<string, readonly string[]>;
  readonly arrows: readonly Arrow[];
  readonly problems: readonly string[];
}

const ID = "([a-z][a-z0-9_]*)";
const LABEL = '"([^"]*)"';
const NODE = `${ID}(?:\\[${LABEL}\\]|\\[\\(${LABEL}\\)\\]|\\(\\[${LABEL}\\]\\)|\\{\\{${LABEL}\\}\\}|\\[\\[${LABEL}\\]\\])`;
const ARROW = `(?:-->|==>|-\\.->)`;
const LINES = {
  box: new RegExp(`^subgraph ${ID}\\[${LABEL}\\]$`),
  node: new RegExp(`^${NODE}$`),
  arrow: new RegExp(`^${ID} ${ARROW}(?:\\|${LABEL}\\|)? ${ID}$`),
  style: /^classDef [a-z]+ [a-z-]+:[#\w ]+(?:,[a-z-]+:[#\w ]+)*$/,
  styled: /^class ([a-z0-9_,]+) [a-z]+$/,
};
/** Words of the grammar that no id may be. */
const KEYWORDS = new Set([
  "end",
  "graph",
  "flowchart",
  "subgraph",
  "style",
  "class",
  "click",
  "default",
]);

function parse(chart: string): Parsed {
  const labels = new Map<string, string>();
  const within = new Map<string, readonly string[]>();
  const arrows: Arrow[] = [];
  const problems: string[] = [];
  const open: string[] = [];
  const styled: string[] = [];
  const define = (id: string, label: string): void => {
    if (labels.has(id) || KEYWORDS.has(id)) {
      problems.push(`${id} is taken`);
    }
    if (/[<>`*]/.test(label.replaceAll("<br/>", ""))) {
      problems.push(`the label of ${id} is not escaped: ${label}`);
    }
    labels.set(id, label);
    within.set(id, [...open].reverse());
  };
  const [head, ...lines] = chart.split("\n");
  if (!/^flowchart (?:LR|TB)$/.test(head ?? "")) {
    problems.push(`no flowchart: ${head}`);
  }
  for (const line of lines.map((text) => text.trim())) {
    const box = LINES.box.exec(line);
    const node = LINES.node.exec(line);
    const arrow = LINES.arrow.exec(line);
    const styledIds = LINES.styled.exec(line);
    if (box !== null) {
      define(box[1] ?? "", box[2] ?? "");
      open.push(box[1] ?? "");
    } else if (line === "end") {
      if (open.pop() === undefined) {
        problems.push("an end without a subgraph");
      }
    } else if (node !== null) {
      define(node[1] ?? "", node.slice(2).find((label) => label !== undefined) ?? "");
    } else if (arrow !== null) {
      arrows.push({ from: arrow[1] ?? "", label: arrow[2] ?? "", to: arrow[3] ?? "" });
    } else if (styledIds !== null) {
      styled.push(...(styledIds[1] ?? "").split(","));
    } else if (!LINES.style.test(line)) {
      problems.push(`no line of a flowchart: ${line}`);
    }
  }
  if (labels.size === 0) {
    problems.push("nothing is drawn");
  }
  if (open.length > 0) {
    problems.push(`without an end: ${open.join(", ")}`);
  }
  const ends = [...arrows.flatMap(({ from, to }) => [from, to]), ...styled];
  problems.push(...ends.filter((id) => !labels.has(id)).map((id) => `${id} is not defined`));
  return { labels, within, arrows, problems };
}

/** The arrows of the chart below a heading, by the first lines of the labels at their ends. */
function arrowsOf(title: string, text = page): readonly string[] {
  const [chart = ""] = chartsOf(section(title, text));
  const { labels, arrows } = parse(chart);
  const name = (id: string) => (labels.get(id) ?? "").split(/<br\/>|,/)[0];
  return arrows.map(({ from, label, to }) => `${name(from)} > ${label} > ${name(to)}`);
}

test("the page is the one that the example estate makes", () => {
  expect({ page, repair: REPAIR }).toEqual({ page: readPage(), repair: REPAIR });
});

describe("every chart", () => {
  test("is one that Mermaid can read", () => {
    const charts = chartsOf(page);
    expect(charts.length).toBeGreaterThanOrEqual(8);
    expect(page.match(/^```/gm)).toHaveLength(charts.length * 2);
    expect(charts.flatMap((chart) => parse(chart).problems)).toEqual([]);
  });

  test.each([
    ["a box that is not closed", 'subgraph a["A"]', "without an end: a"],
    ["an end too many", 'a["A"]\n  end', "an end without a subgraph"],
    ["two nodes of one id", 'a["A"]\n  a["B"]', "a is taken"],
    ["an arrow to nothing", 'a["A"]\n  a --> b', "b is not defined"],
    ["a style of nothing", 'b["B"]\n  class a outside', "a is not defined"],
    ["a label without quotes", 'b["B"]\n  a[A]', "no line of a flowchart: a[A]"],
    ["nothing in it", "classDef outside stroke:#c0392b", "nothing is drawn"],
  ])("would be refused with %s", (_what, lines, problem) => {
    expect(parse(`flowchart LR\n  ${lines}`).problems).toEqual([problem]);
  });
});

describe("the page", () => {
  test("shows every stack in every region that it has a provider configuration for", () => {
    const [chart = ""] = chartsOf(section("Overview"));
    const { labels, within } = parse(chart);
    const shown = [...labels]
      .filter(([id]) => (within.get(id) ?? []).length === 1)
      .map(([id, label]) => {
        const region = labels.get(within.get(id)?.[0] ?? "")?.split(" ")[0];
        return `${label.split("<br/>")[0]} in ${region}`;
      });
    const made = [...stacks].flatMap(([name, { provider }]) =>
      Object.values(provider as Record<string, { region: string }[]>)
        .flat()
        .map(({ region }) => `${name} in ${region}`),
    );
    expect([...shown].sort()).toEqual([...new Set(made)].sort());
  });

  test("marks the region outside, and no other", () => {
    const marked = chartsOf(page).flatMap((chart) => {
      const { labels } = parse(chart);
      return [...labels.values()].filter((label) => label.includes("): outside"));
    });
    expect(new Set(marked)).toEqual(
      new Set(["ap-southeast-1 (AWS, SG): outside, waived until 2026-03-02"]),
    );
  });

  test("names the stacks in an order in which each comes after those that it needs", () => {
    const rows = rowsOf(section("Stacks")).slice(2);
    const names = rows.map(([, name = ""]) => name.replaceAll("`", ""));
    expect([...names].sort()).toEqual([...stacks.keys()].sort());
    for (const [index, name] of names.entries()) {
      const { dependencies } = manifest.stacks[name];
      expect(names.slice(0, index)).toEqual(expect.arrayContaining(dependencies));
      expect(rows[index]?.[5]?.match(/[\w-]+/g) ?? []).toEqual(
        dependencies.length === 0 ? ["none"] : [...dependencies].sort(),
      );
    }
  });

  test("counts every resource of the JSON", () => {
    const [head = [], , ...rows] = rowsOf(section("Resource types"));
    const columns = head.map((cell) => cell.replaceAll("`", ""));
    for (const [name, { resource }] of stacks) {
      const column = columns.indexOf(name);
      const counted = Object.fromEntries(
        rows
          .filter((row) => row.length === head.length && /^\d+$/.test(row[column]?.trim() ?? ""))
          .map((row) => [row[0]?.replaceAll("`", ""), Number(row[column])]),
      );
      const made = Object.entries(resource as Record<string, object>).map(
        ([type, blocks]) => [type, Object.keys(blocks).length] as const,
      );
      expect(counted).toEqual({
        ...Object.fromEntries(made),
        "**All**": made.reduce((sum, [, count]) => sum + count, 0),
      });
    }
  });

  test("lists every provider configuration with how many resources name it", () => {
    const listed = rowsOf(section("Provider configurations"))
      .slice(2)
      .map((row) => [row[0], row[1], row[6]].map((cell) => cell?.replaceAll("`", "")).join(" "));
    const made = [...stacks].flatMap(([name, { provider, resource }]) => {
      const blocks = Object.values(resource as Record<string, Record<string, Synthesized>>).flatMap(
        (ofType) => Object.values(ofType),
      );
      return Object.entries(provider as Record<string, { alias: string }[]>).flatMap(
        ([local, configurations]) =>
          configurations.map(({ alias }) => {
            const address = `${local}.${alias}`;
            return `${name} ${address} ${blocks.filter((block) => block.provider === address).length}`;
          }),
      );
    });
    expect([...listed].sort()).toEqual(made.sort());
  });

  test("sends what is of IAM to the home region, and no data", () => {
    const rows = rowsOf(section("What goes to the home region")).slice(2);
    const data = rows.find(([name]) => name === "`example-us-data`")?.[1] ?? "";
    expect(data.match(/oci_\w+/g)).toEqual(["oci_identity_dynamic_group", "oci_identity_policy"]);
    expect(rows.map((row) => row[1]).join()).not.toMatch(/objectstorage|kms|file_storage|database/);
  });

  test("links to nothing that is not there", () => {
    for (const file of ["architecture.md", "README.md"]) {
      const text = readFileSync(join(DOCS, file), "utf8");
      const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter((link) => !existsSync(join(dirname(join(DOCS, file)), link)))).toEqual(
        [],
      );
    }
  });

  test("draws the guard from folders that it has", () => {
    const [chart = ""] = chartsOf(section("How the guard works"));
    const { labels } = parse(chart);
    expect(labels.size).toBeGreaterThan(5);
    expect([...labels.keys()].filter((id) => !existsSync(join(ROOT, "guard", id)))).toEqual([]);
  });
});

describe("an arrow", () => {
  const estate = exampleEstate();

  test("leads from each bucket to its replica", () => {
    const replicated = estate.data.buckets
      .filter(({ replica }) => replica !== undefined)
      .map(({ name, replica }) => `bucket ${name} > replication > bucket ${replica?.name}`);
    const drawn = arrowsOf("Keys and data").filter((arrow) => arrow.includes("replication"));
    expect(replicated).toHaveLength(2);
    expect([...drawn].sort()).toEqual([...replicated].sort());
  });

  test("leads from a key to everything that stores data", () => {
    const encrypted = arrowsOf("Keys and data")
      .filter((arrow) => arrow.startsWith("key ") && arrow.includes("> encrypts >"))
      .map((arrow) => arrow.split(" > ")[2]);
    for (const store of [
      ...estate.data.buckets.map(({ name }) => `bucket ${name}`),
      "bucket us-evidence",
      "file system us-exports",
      "autonomous database usprofiles",
      "secret example-usprofiles-admin",
    ]) {
      expect(encrypted).toContain(store);
    }
  });

  test("takes the objects from Singapore to Oracle Cloud in two hops", () => {
    const objects = arrowsOf("AWS").filter((arrow) => arrow.includes("> objects >"));
    expect([...objects].sort()).toEqual([
      "DataSync task example-sg-backups > objects > bucket example-us-landing",
      "DataSync task example-us-landing > objects > bucket us-backups",
      "bucket example-sg-backups > objects > DataSync task example-sg-backups",
      "bucket example-us-landing > objects > DataSync task example-us-landing",
    ]);
  });

  test("leads from the internet to the load balancer through the firewall alone", () => {
    const arrows = arrowsOf("Network");
    expect(arrows).toEqual(
      expect.arrayContaining([
        "the internet > TCP 443 > internet gateway example-data-edge",
        "internet gateway example-data-edge >  > web application firewall example-data-edge",
        "web application firewall example-data-edge >  > load balancer example-data-edge",
      ]),
    );
    expect(arrows.filter((arrow) => arrow.startsWith("the internet"))).toHaveLength(1);
    expect(arrows.filter((arrow) => arrow.endsWith("load balancer example-data-edge"))).toEqual([
      "network security group example-data-edge > guards > load balancer example-data-edge",
      "web application firewall example-data-edge >  > load balancer example-data-edge",
    ]);
  });

  test("takes every log to the archive, and alarms to somebody", () => {
    const arrows = arrowsOf("Evidence");
    const { resource } = stacks.get("example-us-data");
    const logs = arrows
      .filter((arrow) => arrow.endsWith("> log group example-us-data-evidence"))
      .map((arrow) => Number(/^(\d+) logs?/.exec(arrow)?.[1] ?? 1));
    expect(logs.reduce((sum, count) => sum + count, 0)).toBe(
      Object.keys(resource.oci_logging_log).length,
    );
    expect(arrows).toEqual(
      expect.arrayContaining([
        "log group example-us-data-evidence >  > service connector example-us-data-evidence-archiving",
        "audit log of the tenancy >  > service connector example-us-data-evidence-archiving",
        "service connector example-us-data-evidence-archiving > archived > bucket us-evidence",
        "topic example-us-data-evidence-alerts >  > subscription",
      ]),
    );
  });

  test("is drawn only where the JSON has what it stands for", () => {
    const changed = readArchitecture((changing) => {
      delete changing.aws;
      delete changing.data.network?.edge;
      for (const bucket of changing.data.buckets) {
        delete bucket.replica;
      }
    });
    const text = architecturePage(changed, changed);
    expect(chartsOf(text).flatMap((chart) => parse(chart).problems)).toEqual([]);
    expect(text).not.toContain("\n## AWS\n");
    expect(arrowsOf("Keys and data", text).join()).not.toContain("replication");
    expect(arrowsOf("Network", text).join()).not.toMatch(/the internet|firewall/);
    expect(text).not.toContain("ap-southeast-1");
    expect(text).not.toContain("us-east-1");
  });
});

describe("a chart", () => {
  test("shows names as they are, whatever Mermaid and HTML read in them", () => {
    const chart = new Chart("LR");
    const hostile = 'a"]; end --> b\n<script>`*_~%%{init}%% #35; &amp;';
    chart.container("box", hostile);
    chart.node("node", [hostile, "second"], { within: "box" });
    chart.node("other", ["plain (with) {brackets} | bars"]);
    chart.edge("node", "other", hostile);
    const { labels, arrows, problems } = parse(chart.toString());
    const shown = (label = "") =>
      label.replace(/#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
    const oneLine = hostile.replace("\n", " ");
    expect(problems).toEqual([]);
    expect(labels.size).toBe(3);
    expect(shown(labels.get("box"))).toBe(oneLine);
    expect(shown(labels.get("node"))).toBe(`${oneLine}<br/>second`);
    expect(labels.get("other")).toBe("plain (with) {brackets} | bars");
    expect(arrows.map(({ label }) => shown(label))).toEqual([oneLine]);
    expect(chart.toString()).not.toMatch(/<script|%%|&amp;/);
  });

  test("gives every key an id of its own that is no word of the grammar", () => {
    const chart = new Chart("TB");
    for (const key of ["end", "a-b", "a b", "1st", "click", "é"]) {
      chart.node(key, [key]);
    }
    const { labels, problems } = parse(chart.toString());
    expect(problems).toEqual([]);
    expect([...labels.values()]).toEqual(["end", "a-b", "a b", "1st", "click", "é"]);
  });

  test("refuses an arrow without an end, and a key that is taken", () => {
    const chart = new Chart("LR");
    chart.node("a", ["A"]);
    expect(() => chart.edge("a", "b")).toThrow("an arrow from a to b, and no b");
    expect(() => chart.node("a", ["A"])).toThrow("two of a");
  });

  test("refuses a resource type that nobody has described, and says where to", () => {
    expect(() => kindOf("oci_core_instance")).toThrow(
      /oci_core_instance.*scripts\/architecture\/kinds\.ts/,
    );
    expect(() => kindOf("constructor")).toThrow(/constructor/);
  });
});

describe("the index of the documentation", () => {
  const index = readFileSync(join(DOCS, "README.md"), "utf8");

  test("is the one that the pages make", () => {
    expect({ index, repair: REPAIR }).toEqual({ index: docsIndex(DOCS), repair: REPAIR });
  });

  test("links every file", () => {
    const tracked = readdirSync(DOCS, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(tracked.length).toBeGreaterThan(8);
    const missing = [...tracked.map(({ name }) => name), ...filesOf(DOCS)].filter(
      (file) => file !== "README.md" && !index.includes(`](${file})`),
    );
    expect(missing).toEqual([]);
  });

  test("says of every page what it is", () => {
    const lines = index
      .split("\n")
      .filter((line) => /^- \[.+\]\([^/]+\.md\)|\(constructs/.test(line));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !/\): \S.{10,}[^.]$/.test(line))).toEqual([]);
  });
});
