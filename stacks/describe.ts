import type { ComposedEstate } from "./compose";

/**
 * What a person who deploys an estate must know beside the proof: which service families have no
 * capacity outside and which could have, and in which order the stacks go.
 */
export function describeEstate({ stacks, coverage }: ComposedEstate): string {
  const lines: string[] = [];
  if (coverage.length > 0) {
    const locked = coverage.filter(({ status }) => status === "locked");
    lines.push(
      `Quotas: ${locked.length} of ${coverage.length} service families have no capacity outside`,
      ...wrapped(
        "locked",
        locked.map(({ family }) => family),
      ),
    );
    for (const [reason, families] of byReason(coverage)) {
      lines.push(...wrapped("not lockable", families), `    ${reason}`);
    }
    lines.push("");
  }
  lines.push("Deploy in this order:");
  for (const [index, stack] of stacks.entries()) {
    lines.push(`  ${index + 1}. npx cdktf deploy ${stack.node.id}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Families that cannot be locked, those of one reason together. */
function byReason(coverage: ComposedEstate["coverage"]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { family, reason } of coverage.filter(({ status }) => status !== "locked")) {
    groups.set(reason, [...(groups.get(reason) ?? []), family]);
  }
  return groups;
}

const WIDTH = 80;

function wrapped(title: string, words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = `  ${title} `;
  for (const [index, word] of words.entries()) {
    const next = ` ${word}${index === words.length - 1 ? "" : ","}`;
    if (line.length + next.length > WIDTH) {
      lines.push(line);
      line = " ".repeat(title.length + 3);
    }
    line += next;
  }
  return [...lines, line];
}
