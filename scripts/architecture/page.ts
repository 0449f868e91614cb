import { type Architecture, isInside } from "./architecture";
import { amazonChart } from "./charts/amazon";
import { dataChart } from "./charts/data";
import { evidenceChart } from "./charts/evidence";
import { networkChart } from "./charts/network";
import { orderChart } from "./charts/order";
import { overviewChart } from "./charts/overview";
import { guardChart, roomsChart } from "./charts/program";
import { tenancyChart } from "./charts/tenancy";
import { HOME_REGION, howItIsBuilt } from "./prose";
import { dataSourcesTable, homeTable, providersTable, stacksTable, typesTable } from "./tables";
import { markdownCode } from "./text";

/**
 * The page docs/architecture.md.
 *
 * @param architecture the example estate
 * @param moved the same with another home region, which tells what goes there
 */
export function architecturePage(architecture: Architecture, moved: Architecture): string {
  const { asOf, jurisdiction, result } = architecture;
  const { summary } = result;
  const regions = [...new Set(architecture.resources.all.map(({ region }) => region))];
  const outside = regions.filter((region) => !isInside(architecture, region));
  return `${[
    "# Architecture",
    `The [example estate](../estate.ts) as it is synthesized for the day ${asOf}: ${architecture.stacks.length} stacks with ${summary.resources} resources and data sources in ${regions.length} regions. The guard proves ${summary.inside} of them inside ${jurisdiction.name}; ${summary.waived} lie outside, or lead there${outside.length === 0 ? "" : ` (${outside.map(markdownCode).join(", ")})`}, under waivers that end.`,
    "Generated from the synthesized JSON by `npm run architecture:docs`; a test holds it. Only the words beside the charts and tables are written by hand.",
    "In the charts a thick arrow carries data, a thin one requests, logs or messages, and a dotted one nothing: it says which key encrypts what, who may act, and which route is set. A region with a dashed frame lies outside.",
    "## Overview",
    "Each box is what one stack has in one region. Arrows are the arguments that lead from one box to another.",
    mermaid(overviewChart(architecture)),
    "## Stacks",
    stacksTable(architecture),
    "An arrow leads from a stack to one that needs it.",
    mermaid(orderChart(architecture)),
    ...chartSection(
      "Keys and data",
      "Oracle Cloud's vaults with their keys, and everything that is encrypted with them.",
      dataChart(architecture),
    ),
    ...chartSection(
      "Network",
      "The ways into and out of each subnet; `proven` is the guard's verdict on it ([result.md](result.md)). A security group without a member waits for the application, which is not part of the estate.",
      networkChart(architecture),
    ),
    ...chartSection(
      "Evidence",
      "What is recorded, where it is archived, and who is told.",
      evidenceChart(architecture),
    ),
    ...chartSection(
      "AWS",
      "What is left there, and its way to Oracle Cloud in two hops ([decision 13](decisions/0013-out-of-singapore-in-two-hops.md)).",
      amazonChart(architecture),
    ),
    ...chartSection(
      "Tenancy and access",
      "What holds for the whole tenancy, and who may act in it. Compartments are drawn as they enclose each other.",
      tenancyChart(architecture),
    ),
    "## Provider configurations",
    "No resource takes a region from the environment: each names a provider configuration, which is called after its region. The region of a stack is where its data lies.",
    providersTable(architecture),
    "## What goes to the home region",
    HOME_REGION,
    homeTable(moved),
    "## Resource types",
    typesTable(architecture),
    "Data sources are read when Terraform runs, and are judged like resources; the state of another stack (`terraform_remote_state`) by where that state lies.",
    dataSourcesTable(architecture),
    howItIsBuilt(mermaid(roomsChart()), mermaid(guardChart())),
  ].join("\n\n")}\n`;
}

/** A chart under its heading; nothing where the estate has nothing to draw. */
function chartSection(title: string, says: string, chart: string): readonly string[] {
  return chart.includes("\n") ? [`## ${title}`, says, mermaid(chart)] : [];
}

function mermaid(chart: string): string {
  return `\`\`\`mermaid\n${chart}\n\`\`\``;
}
