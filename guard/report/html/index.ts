import type { CheckResult } from "../../result";
import { isProven } from "../../result";
import type { ReportOptions } from "../options";
import { html } from "./escape";
import { page } from "./page";
import { prepare } from "./report";
import { aboutSection } from "./sections/about";
import { filterBar } from "./sections/filters";
import { findingsSection } from "./sections/findings";
import { flowsSection } from "./sections/flows";
import { networksSection } from "./sections/networks";
import { notesSection } from "./sections/notes";
import { resourcesSection } from "./sections/resources";
import { verdictSection } from "./sections/verdict";
import { whereSection } from "./sections/where";

/**
 * The result as one HTML page for people who review or audit it. The page asks for nothing from
 * elsewhere, can be read without its script, and is printed whole.
 */
export function reportHtml(result: CheckResult, options: ReportOptions = {}): string {
  const report = prepare(result);
  const { findings, reachability, flows = [], placements, notes, jurisdiction, asOf } = result;
  return page({
    title: `${isProven(result) ? "Proven" : "Not proven"}: data residency in ${jurisdiction.name}, ${asOf}`,
    standing: report.standing,
    contents: [
      ["verdict", "Verdict"],
      ["todo", "What to do"],
      ["where", "Where it lies"],
      ["findings", "Findings", findings.length],
      ["networks", "Networks", reachability.length],
      ["flows", "Flows and keys", flows.length],
      ["resources", "Resources", placements.length],
      ["notes", "Notes", notes.length],
      ["about", "About this report"],
    ],
    main: html`${verdictSection(report)}
${whereSection(report)}
<div class="filtered">
${filterBar(report)}
${findingsSection(report)}
${networksSection(report)}
${flowsSection(report)}
${resourcesSection(report)}
${notesSection(report)}
</div>
${aboutSection(report, options.toolVersion)}`,
  });
}
