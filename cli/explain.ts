import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../guard";
import { nearest } from "../jurisdiction";
import type { Streams } from "./streams";
import { UsageError } from "./usage-error";

/** Pages stand beside their rules. */
const PAGES = join(__dirname, "..", "guard", "rules");

/**
 * Runs `onshore explain`: prints the page of the rule that `words` names, or the list of rules.
 *
 * @returns the exit code, or undefined where the words ask for help
 * @throws UsageError for an unknown rule
 */
export function explain(words: readonly string[], streams: Streams): number | undefined {
  if (words.some((word) => word === "--help" || word === "-h")) {
    return undefined;
  }
  streams.out(explanation(words));
  return 0;
}

function explanation(words: readonly string[]): string {
  const [id, ...others] = words;
  if (others.length > 0) {
    throw new UsageError(`explain takes one rule, got ${words.length}`);
  }
  if (id === undefined) {
    const width = Math.max(...RULES.map((rule) => rule.id.length));
    return RULES.map((rule) => `${rule.id.padEnd(width)}  ${rule.title}\n`).join("");
  }
  const ids = RULES.map((rule) => rule.id);
  if (!ids.includes(id)) {
    const [near] = nearest(id, ids, 1);
    throw new UsageError(
      `unknown rule ${JSON.stringify(id)}${near === undefined ? "" : `; the nearest is ${near}`}; onshore explain lists all`,
    );
  }
  return readFileSync(join(PAGES, `${id}.md`), "utf8");
}
