import { FRAMEWORKS, MAPPINGS, REQUIREMENTS, type Requirement, unmappedRules } from "../controls";
import { code, prose } from "../report/markdown-text";
import type { CheckResult } from "../result";
import { RULES } from "../rules/registry";

/** What one rule found. */
export interface RuleStatus {
  readonly rule: string;
  readonly title: string;
  /** `finding` where one is open, `waived` where every one is waived, `no-finding` otherwise. */
  readonly status: "finding" | "waived" | "no-finding";
  readonly open: number;
  readonly waived: number;
}

/** One requirement, and what the rules that serve it found. */
export interface ControlStatus extends Requirement {
  /** The worst of its rules. */
  readonly status: RuleStatus["status"];
  readonly rules: readonly (RuleStatus & { readonly serves: string })[];
}

export interface ControlMapping {
  readonly version: 1;
  readonly frameworks: typeof FRAMEWORKS;
  readonly controls: readonly ControlStatus[];
  /** Rules that no requirement is known for. */
  readonly unmapped: readonly RuleStatus[];
}

/** What `result` says of each requirement that a rule serves. */
export function controlMapping({ findings, jurisdiction }: CheckResult): ControlMapping {
  const statuses = new Map(
    RULES.map(({ id, title }) => {
      const own = findings.filter(({ rule }) => rule === id);
      const open = own.filter(({ waiver }) => waiver === undefined).length;
      const waived = own.length - open;
      const status = open > 0 ? "finding" : waived > 0 ? "waived" : "no-finding";
      return [id, { rule: id, title, status, open, waived } satisfies RuleStatus];
    }),
  );
  const controls = new Map<Requirement, (RuleStatus & { readonly serves: string })[]>();
  for (const { rule, requirement, serves } of MAPPINGS) {
    const status = statuses.get(rule);
    if (status !== undefined && isServed(requirement, jurisdiction)) {
      const of = controls.get(requirement) ?? [];
      controls.set(requirement, [...of, { ...status, serves }]);
    }
  }
  const order: readonly Requirement[] = Object.values(REQUIREMENTS);
  const unmapped = new Set(unmappedRules(RULES));
  return {
    version: 1,
    frameworks: FRAMEWORKS,
    controls: [...controls]
      .map(([requirement, rules]) => ({ requirement, rules }))
      .sort((a, b) => order.indexOf(a.requirement) - order.indexOf(b.requirement))
      .map(({ requirement, rules }) => ({ ...requirement, status: worst(rules), rules })),
    unmapped: [...statuses.values()].filter(({ rule }) => unmapped.has(rule)),
  };
}

function isServed({ country }: Requirement, { countries }: CheckResult["jurisdiction"]): boolean {
  return country === undefined || countries.every((each) => each === country);
}

function worst(rules: readonly RuleStatus[]): RuleStatus["status"] {
  const has = (status: RuleStatus["status"]) => rules.some((rule) => rule.status === status);
  return has("finding") ? "finding" : has("waived") ? "waived" : "no-finding";
}

const SHOWN: Readonly<Record<RuleStatus["status"], string>> = {
  finding: "**finding**",
  waived: "waived",
  "no-finding": "no finding",
};

/** The mapping for people who read it. */
export function controlsPage({ frameworks, controls, unmapped }: ControlMapping): string {
  const lines = [
    "# Controls",
    "",
    'Each requirement, and what the rules that serve it found. A rule is evidence for a requirement and never all of it. "No finding" says that nothing in this configuration breaks the rule, be it that there is nothing for it to look at.',
  ];
  for (const { id, title, url } of frameworks) {
    lines.push("", `## ${prose(title)}`, "", `Source: <${url}>`, "");
    for (const control of controls.filter(({ framework }) => framework === id)) {
      lines.push(`- ${prose(control.id)}, ${prose(control.title)}: ${SHOWN[control.status]}`);
      for (const rule of control.rules) {
        lines.push(
          `  - ${code(rule.rule)} (${SHOWN[rule.status]}${counts(rule)}): ${prose(rule.serves)}`,
        );
      }
    }
  }
  lines.push("", "## Rules without a mapping", "");
  for (const rule of unmapped) {
    lines.push(`- ${code(rule.rule)} (${SHOWN[rule.status]}${counts(rule)}): ${prose(rule.title)}`);
  }
  return `${lines.join("\n")}\n`;
}

function counts({ open, waived }: RuleStatus): string {
  return open + waived === 0 ? "" : `, ${open} open, ${waived} waived`;
}
