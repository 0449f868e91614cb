import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the pages at the top are for; another one is described by its own first sentence. */
const PAGES: Readonly<Record<string, string>> = {
  "architecture.md":
    "what the example estate is made of, drawn from its synthesized JSON, and how a proof is made",
  "catalogue.md": "how the arguments of all resource types were classified by what they carry",
  "cdk-terrain.md": "what a move from cdktf to its fork needs, and how it is tested",
  "controls.md": "which requirements of laws and standards each rule gives evidence for",
  "diff.md": "how to compare the residency of two versions of an estate",
  "evasions.md": "the ways out of a jurisdiction that the tests try, and what finds each",
  "evidence.md": "the pack of evidence for an auditor, and how to verify it",
  "known-gaps.md": "ways out that are known and not found yet",
  "pull-requests.md": "how a change is judged before it is merged",
  "result.md": "the JSON result, its formats and the exit codes",
  "versioning.md": "what a version promises",
};

/** Folders of docs/ that hold no pages: a program that makes a web site of them, and its packages. */
const NOT_PAGES = new Set(["site", "node_modules"]);

/** The page docs/README.md: every file below `docs` with a line. */
export function docsIndex(docs: string): string {
  const files = filesOf(docs).filter((file) => file !== "README.md");
  const top = files.filter((file) => !file.includes("/"));
  const below = files.filter((file) => file.includes("/"));
  const inFolder = (folder: string) => below.filter((file) => file.startsWith(`${folder}/`));
  const others = below.filter((file) => !/^(?:constructs|decisions)\//.test(file));
  return `${[
    "# Documentation",
    "[README](../README.md) says how to start, [CONTRIBUTING](../CONTRIBUTING.md) how to change something. The pages of the rules stand beside them, in [guard/rules/](../guard/rules/). This index is written by `npm run architecture:docs`.",
    list(top.map((file) => `[${file}](${file}): ${PAGES[file] ?? firstSentence(docs, file)}`)),
    "## Constructs",
    "What each makes and refuses, with examples that a test compiles, synthesizes and judges.",
    list(
      inFolder("constructs").map(
        (file) => `[${titleOf(docs, file)}](${file}): ${firstSentence(docs, file)}`,
      ),
    ),
    "## Decisions",
    "Why things are as they are.",
    list(inFolder("decisions").map((file) => `[${titleOf(docs, file)}](${file})`)),
    ...(others.length === 0
      ? []
      : ["## Other files", list(others.map((file) => `[${file}](${file})`))]),
  ].join("\n\n")}\n`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Every file that is indexed, by path relative to `docs`, with forward slashes. */
export function filesOf(docs: string, folder = ""): readonly string[] {
  return readdirSync(join(docs, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !NOT_PAGES.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesOf(docs, path) : [path];
    });
}

function titleOf(docs: string, file: string): string {
  return /^# (.+)$/m.exec(readFileSync(join(docs, file), "utf8"))?.[1] ?? file;
}

/** The first sentence of a page's first paragraph, with a small letter and without its full stop. */
function firstSentence(docs: string, file: string): string {
  const text = readFileSync(join(docs, file), "utf8");
  const [, paragraph = ""] = /^# .+\n+(?![#|`>-])(.+)$/m.exec(text) ?? [];
  const [sentence = ""] = /^.+?(?=\.(?:\s|$)|$)/.exec(paragraph) ?? [];
  return /^(?:A|An|The|What|How|One|Which)\b/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
