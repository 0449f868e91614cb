import { isObject, type Json, own } from "../json/json";
import { code, prose } from "../report/markdown-text";
import type { CheckResult, Finding } from "../result";
import { RULES } from "../rules/registry";
import { readWaivers } from "../waive/parse-waivers";
import { MAX_WAIVER_DAYS, type WaiverSource } from "../waive/waiver";

/** One entry of the waiver file, as it is written, and what has become of it. */
export interface RegisteredWaiver {
  /** JSON pointer into the waiver file. */
  readonly path: string;
  /**
   * - `in-force`: it covers findings
   * - `unmatched`: it is in force and covers nothing
   * - `not-in-force`: it is malformed, has ended, or runs too long
   */
  readonly state: "in-force" | "unmatched" | "not-in-force";
  readonly entry: unknown;
  /** Why it is not in force. */
  readonly problems: readonly string[];
  /** What it covers. */
  readonly covers: readonly Pick<Finding, "rule" | "stack" | "address" | "path" | "status">[];
}

export interface WaiverRegister {
  readonly version: 1;
  readonly asOf: string;
  /** Null where no waiver file was given. */
  readonly file: string | null;
  readonly maxDays: number;
  readonly waivers: readonly RegisteredWaiver[];
  /** Remote modules that somebody has read, as they are declared. */
  readonly modules: unknown;
}

/** The waivers that `result` was made with, each with what it covers. */
export function waiverRegister(
  { asOf, findings }: CheckResult,
  source: WaiverSource | undefined,
): WaiverRegister {
  const base = { version: 1, asOf, maxDays: MAX_WAIVER_DAYS } as const;
  if (source === undefined) {
    return { ...base, file: null, waivers: [], modules: [] };
  }
  const { inForce, defects } = readWaivers(source, new Set(RULES.map(({ id }) => id)), asOf);
  const ids = new Map(inForce.map(({ waiver, path }) => [path, waiver.id]));
  const entries = Array.isArray(source.entries) ? source.entries : [source.entries];
  const waivers = entries.map((entry: unknown, index): RegisteredWaiver => {
    const path = Array.isArray(source.entries) ? `/waivers/${index}` : "/waivers";
    const id = ids.get(path);
    const covers =
      id === undefined
        ? []
        : findings
            .filter(({ waiver }) => waiver === id)
            .map(({ rule, stack, address, path: at, status }) => ({
              rule,
              stack,
              address,
              path: at,
              status,
            }));
    return {
      path,
      state: id === undefined ? "not-in-force" : covers.length > 0 ? "in-force" : "unmatched",
      entry: entry ?? null,
      problems: defects
        .filter((defect) => defect.path === path || defect.path.startsWith(`${path}/`))
        .map(({ message }) => message),
      covers,
    };
  });
  return { ...base, file: source.file, waivers, modules: source.modules ?? [] };
}

const FIELDS = ["rule", "subject", "reason", "owner", "ticket", "expires"] as const;

/** The register for people who read it. */
export function waiversPage({ asOf, file, maxDays, waivers }: WaiverRegister): string {
  const lines = [
    "# Waivers",
    "",
    file === null
      ? "No waiver file was given: nothing is waived."
      : `From ${code(file)}, as of ${asOf}. A waiver ends ${maxDays} days from the day of the check at the latest.`,
  ];
  for (const { path, state, entry, problems, covers } of waivers) {
    const field = (name: string): string => {
      const value = isObject(entry)
        ? own(entry as { readonly [key: string]: Json }, name)
        : undefined;
      return typeof value === "string" ? value : "";
    };
    lines.push("", `## ${code(field("id") || path)}: ${state}`, "");
    for (const name of FIELDS) {
      const value = field(name);
      lines.push(`- ${name}: ${name === "reason" ? prose(value) : code(value)}`);
    }
    for (const problem of problems) {
      lines.push(`- **${prose(problem)}**`);
    }
    for (const { rule, status, stack, address, path: at } of covers) {
      lines.push(`- covers ${status} ${code(rule)} at ${code(`${stack}:${address}#${at}`)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
