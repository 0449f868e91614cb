// Builds the documentation site into docs/site/out: the docstrings of what a team can import, with the
// pages of docs/, of the rules and of CONTRIBUTING beside them. TypeDoc needs a compiler older than the
// project's, so both are installed in docs/site, once, from its own lock file. Whatever TypeDoc warns
// of fails the build: a link that leads nowhere, something exported without a docstring.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const SITE = join(ROOT, "docs", "site");
const OUT = join(SITE, "out");
const STAMP = join(SITE, "node_modules", ".installed");

/** The groups of pages, in the order of the menu. */
const GROUPS = [
  ["Guides", "docs"],
  ["Constructs", "docs/constructs"],
  ["Rules", "guard/rules"],
  ["Decisions", "docs/decisions"],
  ["Project", "."],
];
const ENTRIES = join(SITE, "entries");

function install() {
  const lock = readFileSync(join(SITE, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) {
    return;
  }
  console.log("Installing TypeDoc in docs/site ...");
  const { status, error } = spawnSync(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
    { cwd: SITE, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" },
  );
  if (error || status !== 0) {
    console.error(`npm ci failed in docs/site${error ? `: ${error.message}` : "."}`);
    process.exit(1);
  }
  writeFileSync(STAMP, hash);
}

/** Stand in signatures of what is exported, and are no contract: nobody but Onshore makes one. */
const INTERNAL = [
  "constructs/aws/guarded-aws-stack/guarded-aws-stack.ts:Waivable",
  "constructs/aws/guarded-aws-stack/region-exception.ts:CheckedException",
  "constructs/sovereign-vault/master-encryption-key.ts:MasterEncryptionKeyProps",
  "constructs/us-data-security-office/provider-access.ts:ControlContext",
  "constructs/validation/props-error.ts:Refusal",
  // How a rule judges.
  "guard/model/block.ts:Block",
  "guard/model/block.ts:BlockKind",
  "guard/rules/rule.ts:BlockVerdict",
  "guard/rules/rule.ts:RuleContext",
  "guard/rules/rule.ts:Verdict",
];

/** What a page is called in the menu: its first heading, a decision's after its number. */
function titleOf(file) {
  const heading = /^# (.+)$/m.exec(readFileSync(file, "utf8"))?.[1]?.replaceAll("`", "");
  const number = /^(\d{4})-/.exec(basename(file))?.[1];
  return number === undefined ? heading : `${number} ${heading?.replace(/^\d+\.? /, "")}`;
}

function stopOnWarnings() {
  if (app.logger.hasErrors() || app.logger.hasWarnings()) {
    process.exit(1);
  }
}

install();
const { Application, Converter, OptionDefaults } = await import(
  pathToFileURL(createRequire(join(SITE, "package.json")).resolve("typedoc")).href
);

const app = await Application.bootstrap({
  name: "Onshore",
  entryPoints: [join(ENTRIES, "onshore.ts"), join(ENTRIES, "onshore", "*.ts")],
  tsconfig: join(SITE, "tsconfig.json"),
  basePath: ROOT,
  displayBasePath: ENTRIES,
  readme: join(ROOT, "README.md"),
  projectDocuments: [
    ...GROUPS.slice(0, -1).map(([, folder]) => join(ROOT, folder, "*.md")),
    join(ROOT, "{CONTRIBUTING,SECURITY,CHANGELOG}.md"),
    join(ROOT, "{examples,providers/oci}", "README.md"),
  ],
  out: OUT,
  includeVersion: true,
  excludeExternals: true,
  excludePrivate: true,
  excludeInternal: true,
  disableSources: true,
  githubPages: false,
  searchInDocuments: true,
  searchInComments: true,
  highlightLanguages: [...OptionDefaults.highlightLanguages, "hcl", "mermaid"],
  headings: { readme: false, document: false },
  sortEntryPoints: true,
  groupOrder: ["Modules", ...GROUPS.map(([group]) => group), "*"],
  navigation: { includeGroups: true, includeFolders: false },
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  validation: {
    notExported: true,
    invalidLink: true,
    // linkFolders tells what is not there from what is a folder.
    invalidPath: false,
    rewrittenLink: true,
    notDocumented: true,
    unusedMergeModuleWith: true,
  },
  intentionallyNotExported: INTERNAL,
  // Not interfaces: those of props say it at each property.
  requiredToBeDocumented: ["Class", "Enum", "Function", "TypeAlias", "Variable"],
  // Of what the matcher returns, which is jest's shape.
  intentionallyNotDocumented: ["onshore/testing.toStayWithin.__type.message"],
});

// TypeDoc takes a page's name and group from a front matter, which these pages have not.
app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, page) => {
  const file = join(ENTRIES, `${page.name}.md`);
  const folder = relative(ROOT, dirname(file)).replaceAll("\\", "/") || ".";
  page.name = titleOf(file) ?? page.name;
  page.frontmatter.group = GROUPS.find(([, each]) => each === folder)?.[0] ?? "Project";
});

/** A folder has no page: a link to one that holds pages leads to the list of them. */
function linkFolders(parts, root) {
  for (const part of parts.filter(({ kind }) => kind === "relative-link")) {
    const target = part.target && project.files.resolve(part.target, project);
    if (typeof target === "object") {
      continue;
    }
    if (target === undefined || !existsSync(target)) {
      app.logger.error(`A link leads to ${part.text}, which is not there.`);
    } else if (statSync(target).isDirectory()) {
      const folder = relative(ROOT, target).replaceAll("\\", "/");
      const group = GROUPS.find(([, each]) => each === folder)?.[0].toLowerCase();
      part.kind = "text";
      part.text = `${root}modules.html${group === undefined ? "" : `#${group}`}`;
    }
  }
}

const project = await app.convert();
if (project === undefined) {
  process.exit(1);
}
// TypeDoc finds the manifest of the folder that it is installed in.
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
project.packageName = manifest.name;
project.packageVersion = manifest.version;
linkFolders(project.readme ?? [], "");
for (const page of project.documents ?? []) {
  linkFolders(page.content, "../");
}
app.validate(project);
stopOnWarnings();
rmSync(OUT, { recursive: true, force: true });
await app.generateOutputs(project);
stopOnWarnings();

/** A browser takes .ts for a film; sources that a page links to are served as text. */
const media = join(OUT, "media");
const sources = readdirSync(media).filter((name) => name.endsWith(".ts"));
for (const name of sources) {
  renameSync(join(media, name), join(media, `${name}.txt`));
}
const pages = readdirSync(OUT, { recursive: true }).filter((name) => name.endsWith(".html"));
for (const page of pages) {
  const text = readFileSync(join(OUT, page), "utf8");
  const linked = sources.reduce(
    (html, name) => html.replaceAll(`media/${name}"`, `media/${name}.txt"`),
    text,
  );
  if (linked !== text) {
    writeFileSync(join(OUT, page), linked);
  }
}
console.log(`${pages.length} pages in docs/site/out`);
