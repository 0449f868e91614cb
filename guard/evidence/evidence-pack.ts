import type { Jurisdiction } from "../../jurisdiction";
import { buildModel } from "../model/build-model";
import type { Source } from "../read/source";
import { reportJson } from "../report/json";
import type { ReportOptions } from "../report/options";
import type { CheckResult } from "../result";
import type { WaiverSource } from "../waive/waiver";
import { controlMapping, controlsPage } from "./control-status";
import { decommissionRecords } from "./decommission";
import { filesOf, MANIFEST, manifestText } from "./pack-manifest";
import { quotaPage, reachabilityPage, readmePage } from "./pages";
import { quotaCoverage } from "./quota-coverage";
import { residencyCsv, residencyManifest } from "./residency-manifest";
import { toolRecord } from "./tool-record";
import { waiverRegister, waiversPage } from "./waiver-register";

/** What a pack is made of. */
export interface EvidenceInput {
  readonly source: Source;
  readonly jurisdiction: Jurisdiction;
  /** What `check` says of `source`, asked for its flows, with the same jurisdiction and waivers. */
  readonly result: CheckResult;
  /** @default none */
  readonly waivers?: WaiverSource;
  /** @default not named */
  readonly toolVersion?: string;
}

/**
 * A pack of files that shows an auditor where data lies and why, and that stands on its own.
 *
 * A pure function: the same input gives the same bytes.
 *
 * @returns contents by path, in the order of the paths
 */
export function evidencePack(input: EvidenceInput): ReadonlyMap<string, string> {
  const { source, jurisdiction, result, waivers, toolVersion } = input;
  const stacks = buildModel(source);
  const options: ReportOptions = toolVersion === undefined ? {} : { toolVersion };
  const { reportHtml } = require("../report/html") as typeof import("../report/html");
  const manifest = residencyManifest(result);
  const controls = controlMapping(result);
  const register = waiverRegister(result, waivers);
  const quotas = quotaCoverage(stacks, jurisdiction);
  const decommissioned = decommissionRecords(stacks);
  const tool = toolRecord(result, toolVersion);
  const { reachability } = result;
  const contents = new Map([
    ["README.md", readmePage(result, tool, decommissioned)],
    ["controls.json", json(controls)],
    ["controls.md", controlsPage(controls)],
    ["quota-coverage.json", json(quotas)],
    ["quota-coverage.md", quotaPage(quotas)],
    ["reachability.json", json({ version: 1, subnets: reachability })],
    ["reachability.md", reachabilityPage(reachability)],
    ["report.html", reportHtml(result, options)],
    ["residency-manifest.csv", residencyCsv(manifest)],
    ["residency-manifest.json", json(manifest)],
    ["result.json", reportJson(result)],
    ["tool.json", json(tool)],
    ["waivers.json", json(register)],
    ["waivers.md", waiversPage(register)],
    ...(decommissioned.length === 0
      ? []
      : [["decommission.json", json({ version: 1, records: decommissioned })] as const]),
  ]);
  contents.set(
    MANIFEST,
    manifestText({
      version: 1,
      tool: "onshore",
      toolVersion: tool.toolVersion,
      asOf: result.asOf,
      jurisdiction: jurisdiction.name,
      files: filesOf(contents),
    }),
  );
  return new Map([...contents].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
