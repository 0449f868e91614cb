import type { Hop, Path, ReachabilityProof } from "../network";
import { code, prose } from "../report/markdown-text";
import { type CheckResult, isProven } from "../result";
import type { DecommissionRecord } from "./decommission";
import type { FamilyCoverage, QuotaCoverage } from "./quota-coverage";
import type { ToolRecord } from "./tool-record";

/** What an auditor reads first: the verdict, what each file is, and what none of them says. */
export function readmePage(
  result: CheckResult,
  tool: ToolRecord,
  decommissioned: readonly DecommissionRecord[],
): string {
  const { summary, findings, jurisdiction } = result;
  const open = findings.filter(({ waiver }) => waiver === undefined).length;
  return `# Evidence of data residency

**${isProven(result) ? "Proven" : "Not proven"}** as of ${result.asOf}, against the jurisdiction ${code(jurisdiction.name)}: ${summary.resources} resources, of which ${summary.inside} are inside, ${summary.outside} outside, ${summary.unproven} unproven and ${summary.waived} waived; ${open} open findings.

Allowed regions: ${jurisdiction.regions.map((region) => code(region)).join(", ")}.

The pack was made from a Terraform configuration by onshore ${tool.toolVersion === null ? "(version not known)" : code(tool.toolVersion)}, without access to any cloud. The same configuration, waivers, day and version give the same bytes.

| File | What it is |
| :-- | :-- |
| \`report.html\` | the whole result as one page, with a map; opens in any browser, offline |
| \`residency-manifest.csv\`, \`.json\` | every resource with its region, its keys and what leads away from it |
| \`controls.md\`, \`.json\` | each requirement that a rule serves, and what the rule found |
| \`waivers.md\`, \`.json\` | who answers for what is not inside, until when, and what that covers |
| \`reachability.md\`, \`.json\` | every way into and out of each subnet |
| \`quota-coverage.md\`, \`.json\` | which services have no capacity in which region outside |
${decommissioned.length === 0 ? "" : "| `decommission.json` | what is on its way out of a region outside, by which day, and what proves it |\n"}| \`result.json\` | the whole result, for programs |
| \`tool.json\` | versions, rules, and hashes of the tables that the configuration was held against |
| \`manifest.json\` | SHA-256 of every file but itself |

## How to check it

\`onshore evidence verify DIR\` holds every file against \`manifest.json\` and names what is missing, changed or added. Whoever can change the files can change the manifest too: compare its SHA-256, which the command prints, with one that was kept elsewhere on the day the pack was made.

## What it does not say

- It speaks of the configuration, not of what runs: what somebody changed in a console is not in it. \`terraform plan\` shows that.
- A resource in AWS may take its key from another resource: the key of an S3 bucket stands in the row of its encryption configuration.
- A rule is evidence for a requirement and never all of it. Nothing here is a legal opinion.
`;
}

/** The ways into and out of every subnet, for people who read them. */
export function reachabilityPage(proofs: readonly ReachabilityProof[]): string {
  const lines = [
    "# Reachability",
    "",
    "Every way into and out of each subnet of the configuration.",
  ];
  if (proofs.length === 0) {
    lines.push("", "The configuration has no subnet.");
  }
  for (const { stack, address, role, verdict, inbound, outbound, evidence } of proofs) {
    const kind = role === "edge" ? "An edge subnet." : "A data subnet.";
    lines.push("", `## ${code(`${stack}: ${address}`)}: ${verdict}`, "", kind, "");
    for (const sentence of evidence) {
      lines.push(`- ${prose(sentence)}`);
    }
    lines.push(...ways("in", inbound), ...ways("out", outbound));
  }
  return `${lines.join("\n")}\n`;
}

function ways(direction: string, paths: readonly Path[]): readonly string[] {
  return paths.length === 0
    ? [`- ${direction}: none`]
    : paths.map(
        ({ verdict, hops, evidence }) =>
          `- ${direction}, **${verdict}**: ${hops.map(hop).join(" → ")}. ${prose(evidence)}`,
      );
}

function hop({ address }: Hop): string {
  return code(address);
}

/** What the quotas lock, for people who read it. */
export function quotaPage({ quotas, unread, families }: QuotaCoverage): string {
  const lines = [
    "# Quota coverage",
    "",
    "A quota takes a service's capacity in a region away from everybody, administrators included. Locked: no capacity. Unproven: a statement or a condition that cannot be told may give some. Open: all that the service gives. Services of Oracle Cloud whose family no page of Oracle's is known to state are not listed; IAM and DNS are global, and no region of theirs can be locked.",
    "",
    quotas.length === 0
      ? "The configuration has no quota: nothing is locked by one."
      : `Quotas: ${quotas.map((quota) => code(quota)).join(", ")}.`,
  ];
  for (const { stack, address, path } of unread) {
    lines.push("", `- **Not read:** ${code(`${stack}:${address}#${path}`)}`);
  }
  lines.push("", "## Outside", "");
  for (const family of families) {
    lines.push(
      `- ${code(family.family)}${family.service === null ? "" : ` (${prose(family.service)})`}: ${sentence(family)}`,
    );
  }
  const shut = families.filter(({ inside }) => inside.open.length === 0);
  if (shut.length > 0) {
    lines.push(
      "",
      `## Inside`,
      "",
      `No allowed region has capacity for: ${shut.map(({ family }) => code(family)).join(", ")}.`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function sentence({ outside, unlisted }: FamilyCoverage): string {
  const all = outside.locked.length + outside.unproven.length + outside.open.length;
  const parts = [`${outside.locked.length} of ${all} regions locked`];
  for (const state of ["unproven", "open"] as const) {
    const regions = outside[state];
    if (regions.length > 0) {
      parts.push(
        regions.length === all ? `**${state} in all**` : `**${state}** in ${regions.join(", ")}`,
      );
    }
  }
  parts.push(`a region that opens tomorrow: ${unlisted}`);
  return parts.join("; ");
}
