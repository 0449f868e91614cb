import { describeReachability } from "../network";
import type { CheckResult, Finding, Note, Placement } from "../result";

/** The result for people who read a terminal or a log: stacks, then findings, then one line of counts. */
export function reportText(result: CheckResult): string {
  const lines = [
    `Residency of ${result.placements.length} blocks in ${result.jurisdiction.name} as of ${result.asOf}`,
    `Allowed: ${result.jurisdiction.regions.join(", ")}`,
  ];
  for (const [stack, placements] of groupByStack(result.placements)) {
    lines.push("", `Stack ${printable(stack)}`, ...placementTable(placements));
  }
  if (result.reachability.length > 0) {
    lines.push("", "Network: every way into and out of each subnet");
    for (const proof of result.reachability) {
      const [subnet = "", ...paths] = describeReachability(proof);
      lines.push(`  ${printable(`${proof.stack}: ${subnet}`)}`);
      lines.push(...paths.map((line) => `  ${printable(line)}`));
    }
  }
  if (result.notes.length > 0) {
    lines.push("", "Notes", ...result.notes.map(noteLine));
  }
  if (result.findings.length > 0) {
    lines.push("", "Findings");
    for (const finding of [...result.findings].sort(worstFirst)) {
      lines.push(...findingLines(finding));
    }
  }
  lines.push("", countLine(result), "");
  return lines.join("\n");
}

function groupByStack(placements: readonly Placement[]): Map<string, Placement[]> {
  const groups = new Map<string, Placement[]>();
  for (const placement of placements) {
    const group = groups.get(placement.stack);
    if (group === undefined) {
      groups.set(placement.stack, [placement]);
    } else {
      group.push(placement);
    }
  }
  return groups;
}

function placementTable(placements: readonly Placement[]): string[] {
  const rows = placements.map((placement) => [
    placement.status,
    placement.region ?? "-",
    printable(placement.address),
    printable(placement.evidence),
  ]);
  const widths = [0, 1, 2].map((column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}

function noteLine(note: Note): string {
  return `  ${printable(note.stack)}: ${printable(note.message)}`;
}

function findingLines(finding: Finding): string[] {
  const where = finding.constructPath ?? `${finding.stack}: ${finding.address}`;
  const waived = finding.waiver === undefined ? "" : `WAIVED by ${printable(finding.waiver)}: `;
  return [
    `  ${waived}${finding.status.toUpperCase()} ${finding.rule}: ${printable(where)}`,
    `    ${printable(finding.message)}`,
    `    at   ${printable(finding.file)}#${printable(finding.path)}`,
    ...(finding.value === "" ? [] : [`    got  ${printable(finding.value)}`]),
    ...(finding.fix === "" ? [] : [`    fix  ${printable(finding.fix)}`]),
  ];
}

function worstFirst(a: Finding, b: Finding): number {
  const rank = ({ waiver, status }: Finding) =>
    waiver !== undefined ? 2 : status === "outside" ? 0 : 1;
  return rank(a) - rank(b);
}

function countLine({ summary, findings }: CheckResult): string {
  const counts = `${summary.resources} resources: ${summary.inside} inside, ${summary.outside} outside, ${summary.unproven} unproven, ${summary.waived} waived`;
  const open = findings.filter((finding) => finding.waiver === undefined).length;
  return open === 0
    ? `PROVEN ${counts}`
    : `NOT PROVEN ${counts}; ${open} ${open === 1 ? "finding" : "findings"}`;
}

/** Names come from configurations: control characters and bidi overrides must not reach a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
