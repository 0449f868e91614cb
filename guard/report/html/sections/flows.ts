import type { Flow } from "../../../flow/flow";
import type { FlowClass } from "../../../flow/flow-class";
import { type Html, html, shortened } from "../escape";
import { badge, STANDINGS, type Standing } from "../icons";
import { itemAttributes, listSection } from "../items";
import { keyOf, type Report, regionsOf } from "../report";
import { type Column, table } from "../table";

/** How a reader calls what a flow carries. */
const CARRIES: Readonly<Record<FlowClass, string>> = {
  region: "a named region",
  place: "zone",
  key: "key",
  secret: "secret",
  source: "data, inward",
  image: "software, inward",
  destination: "data",
  replica: "replica",
  backup: "backup",
  log: "log",
  group: "shared data",
  model: "data, to a model",
  peer: "network traffic",
  endpoint: "data, to an address",
  address: "address",
  identity: "identity",
  statement: "policy",
  none: "nothing",
};

const COLUMNS: readonly Column[] = [
  ["Status", "w-status"],
  ["From", "w-block"],
  ["Carries", "w-region"],
  ["To", "w-rest"],
];

/** Every flow that the result lists: those that leave their region first, worst first. */
export function flowsSection(report: Report): Html {
  const { flows } = report.result;
  if (flows === undefined) {
    return listSection(
      "flows",
      "Flows and keys",
      0,
      "The result lists no flows: the check was not asked to. Those that lead out are among the findings.",
      [],
    );
  }
  const waived = new Map(
    report.findings.map((finding) => [`${keyOf(finding)}#${finding.path}`, finding.waiver]),
  );
  const rows = flows
    .map((flow) => {
      const isWaived = waived.get(`${keyOf(flow)}#${flow.path}`) !== undefined;
      return [flow, isWaived ? "waived" : flow.status] as const;
    })
    .sort(([a, first], [b, second]) => rankOf(a, first) - rankOf(b, second));
  return listSection(
    "flows",
    "Flows and keys",
    flows.length,
    "Each argument through which data, a key, a copy or a log reaches another block or place. Where a key or a destination is unproven, a finding says so.",
    table(
      "flows",
      COLUMNS,
      rows.map(([flow, standing]) => row(flow, standing, report)),
      "Flows",
    ),
  );
}

function rankOf({ from, to }: Flow, standing: Standing): number {
  return 2 * STANDINGS.indexOf(standing) + (from === to || to === null ? 1 : 0);
}

function row(flow: Flow, standing: Standing, report: Report): Html {
  const { stack, address, path, kind, from, to, target, targetStack } = flow;
  const item = { stack, standing, regions: [...regionsOf(from), ...regionsOf(to)] };
  const argument = path
    .split("/")
    .filter((token) => !/^\d+$/.test(token))
    .at(-1);
  return html`<tr ${itemAttributes(item, report)}><td>${badge(standing)}</td><td><code>${shortened(address)}</code><span class="sub">${shortened(stack)}${
    from === null ? undefined : ` · ${shortened(from)}`
  }</span></td><td>${CARRIES[kind]}<span class="sub"><code>${shortened(argument ?? "")}</code></span></td><td>${
    to === null ? html`<span class="none">no region proven</span>` : shortened(to)
  }${
    target === undefined
      ? undefined
      : html`<span class="sub"><code>${shortened(target)}</code>${targetStack === stack ? undefined : ` · ${shortened(targetStack ?? "")}`}</span>`
  }</td></tr>
`;
}
