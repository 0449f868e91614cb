import type { Finding } from "../result";
import type { ReadWaiver } from "./parse-waivers";

export interface Waived {
  /** All findings; those that a waiver covers carry its id. */
  readonly findings: readonly Finding[];
  /** Waivers that cover nothing. */
  readonly unmatched: readonly ReadWaiver[];
}

/** Marks each finding that a waiver in force covers. No finding is ever left out. */
export function waive(findings: readonly Finding[], waivers: readonly ReadWaiver[]): Waived {
  if (waivers.length === 0) {
    return { findings, unmatched: [] };
  }
  const bySubject = new Map<string, ReadWaiver>();
  for (const read of waivers) {
    bySubject.set(`${read.waiver.rule} ${read.waiver.subject}`, read);
  }
  const used = new Set<ReadWaiver>();
  const marked = findings.map((finding) => {
    const read = subjectsOf(finding)
      .map((subject) => bySubject.get(`${finding.rule} ${subject}`))
      .find((candidate) => candidate !== undefined);
    if (read === undefined) {
      return finding;
    }
    used.add(read);
    return { ...finding, waiver: read.waiver.id };
  });
  return { findings: marked, unmatched: waivers.filter((read) => !used.has(read)) };
}

/** The subjects that cover `finding`, the narrowest first. */
function subjectsOf({ stack, address, path }: Finding): readonly string[] {
  return [`${stack}:${address}#${path}`, `${stack}:${address}`, stack];
}
