import type { DeclaredModules } from "../declare/read-declared-modules";
import type { Finding } from "../result";
import { moduleProven } from "../rules/module-proven";
import { RULES } from "../rules/registry";
import { waiverMatched } from "../rules/waiver-matched";
import { type ReadWaiver, readWaivers, type WaiverDefect } from "../waive/parse-waivers";
import { waive } from "../waive/waive";
import type { Waiver, WaiverSource } from "../waive/waiver";
import { cut } from "./findings";
import { compare } from "./position";

export interface Waived {
  readonly findings: Finding[];
  /** By id; undefined where no waivers were given. */
  readonly inForce?: readonly Waiver[];
}

/**
 * Which findings somebody answers for, and what is wrong with the waivers themselves.
 *
 * @param declared what stands under `modules` in the waiver file, once every stack has been judged
 */
export function applyWaivers(
  findings: readonly Finding[],
  declared: DeclaredModules,
  { waivers, asOf }: { readonly waivers?: WaiverSource; readonly asOf: string },
): Waived {
  if (waivers === undefined) {
    return { findings: [...findings] };
  }
  const { file } = waivers;
  const declarations = [...declared.defects, ...declared.unmatched()].map((defect) =>
    waiverFinding(file, { ...defect, rule: moduleProven.id }),
  );
  const rules = new Set(RULES.map((rule) => rule.id));
  const { inForce, defects } = readWaivers(waivers, rules, asOf);
  const waived = waive([...findings, ...declarations], inForce);
  return {
    findings: [
      ...waived.findings,
      ...defects.map((defect) => waiverFinding(file, defect)),
      ...waived.unmatched.map((read) => waiverFinding(file, unmatched(read))),
    ],
    inForce: inForce.map(({ waiver }) => waiver).sort((a, b) => compare(a.id, b.id)),
  };
}

type Defect = Omit<WaiverDefect, "rule"> & { readonly rule: string };

function unmatched({ waiver, path }: ReadWaiver): Defect {
  return {
    rule: waiverMatched.id,
    path: `${path}/subject`,
    value: waiver.subject,
    message: `The waiver ${waiver.id} covers no finding of ${waiver.rule} at ${waiver.subject}.`,
    fix: "Remove it, or correct its subject: <stack>, <stack>:<address> or <stack>:<address>#<JSON pointer>.",
  };
}

/** A finding about an entry of the waiver file. */
function waiverFinding(file: string, defect: Defect): Finding {
  return {
    rule: defect.rule,
    status: "unproven",
    stack: "",
    file,
    address: `${file}#${defect.path}`,
    path: defect.path,
    value: cut(defect.value),
    region: null,
    message: defect.message,
    fix: defect.fix,
  };
}
