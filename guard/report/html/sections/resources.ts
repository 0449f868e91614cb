import type { Flow } from "../../../flow/flow";
import type { Placement } from "../../../result";
import { type Html, html, shortened } from "../escape";
import { badge, icon, STANDING_TITLES, STANDINGS } from "../icons";
import { itemAttributes, listSection } from "../items";
import { prose } from "../prose";
import { counted, grouped, keyOf, type Report, regionsOf, standingOf } from "../report";
import { type Column, table } from "../table";

const COLUMNS: readonly Column[] = [
  ["Status", "w-status"],
  ["Block", "w-block"],
  ["Region", "w-region"],
  ["What proves it", "w-rest"],
];

/** Stacks start closed where their rows together are more than a reader wants to pass by. */
const OPEN_UP_TO = 300;

/** Every block of the configuration with where it lies and what proves it, by stack, worst first. */
export function resourcesSection(report: Report): Html {
  const { placements, flows = [] } = report.result;
  const stacks = new Map<string, Placement[]>();
  for (const placement of placements) {
    const there = stacks.get(placement.stack);
    if (there === undefined) {
      stacks.set(placement.stack, [placement]);
    } else {
      there.push(placement);
    }
  }
  const lookUp = {
    report,
    keys: byBlock(flows.filter(({ kind, path }) => kind === "key" && !path.endsWith("endpoint"))),
    rules: rulesByBlock(report),
  };
  const isOpen = placements.length <= OPEN_UP_TO;
  return listSection(
    "resources",
    "Resources",
    placements.length,
    placements.length === 0
      ? "What was checked holds no block that lies anywhere."
      : "Resources, data sources, and the provider configurations and states that place them.",
    [...stacks].map(([stack, there]) => stackOf(stack, there, isOpen, lookUp)),
  );
}

interface LookUp {
  readonly report: Report;
  /** The keys that a block uses. */
  readonly keys: ReadonlyMap<string, readonly Flow[]>;
  /** The rules that found something about a block. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
}

function byBlock(flows: readonly Flow[]): ReadonlyMap<string, readonly Flow[]> {
  const found = new Map<string, Flow[]>();
  for (const flow of flows) {
    const there = found.get(keyOf(flow));
    if (there === undefined) {
      found.set(keyOf(flow), [flow]);
    } else {
      there.push(flow);
    }
  }
  return found;
}

function rulesByBlock({ findings }: Report): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const finding of findings) {
    const rules = found.get(keyOf(finding)) ?? new Set();
    rules.add(finding.rule);
    found.set(keyOf(finding), rules);
  }
  return found;
}

function stackOf(
  stack: string,
  placements: readonly Placement[],
  isOpen: boolean,
  lookUp: LookUp,
): Html {
  const sorted = [...placements].sort(
    (a, b) => STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)),
  );
  const counts = STANDINGS.map((standing) => {
    const count = sorted.filter((placement) => standingOf(placement) === standing).length;
    return count === 0
      ? undefined
      : html`<span class="part">${icon(standing)}${grouped(count)} ${STANDING_TITLES[standing].toLowerCase()}</span>`;
  });
  return html`<details class="stack" data-group${isOpen ? html` open` : undefined}><summary><h3>${shortened(stack)}</h3> <span class="parts">${counts}</span> <span class="unseen">of ${counted(placements.length, "block")}</span></summary>
${table(
  "blocks",
  COLUMNS,
  sorted.map((placement) => row(placement, lookUp)),
  `Blocks of the stack ${shortened(stack)}`,
)}</details>
`;
}

function row(placement: Placement, { report, keys, rules }: LookUp): Html {
  const { address, constructPath, source, region, evidence, stack } = placement;
  const standing = standingOf(placement);
  const found = [...(rules.get(keyOf(placement)) ?? [])];
  const item = { stack, standing, rules: found, regions: regionsOf(region) };
  return html`<tr ${itemAttributes(item, report)}><td>${badge(standing)}</td><td><code>${shortened(address)}</code>${
    constructPath === undefined
      ? undefined
      : html`<span class="sub">${shortened(constructPath)}</span>`
  }${source === undefined ? undefined : html`<span class="sub">${shortened(source.file)}:${source.line}</span>`}</td><td>${
    region === null ? html`<span class="none">none</span>` : shortened(region)
  }</td><td>${prose(evidence)}${(keys.get(keyOf(placement)) ?? []).map(keyLine)}${
    placement.waivers === undefined
      ? undefined
      : html`<span class="sub">Waived by ${shortened(placement.waivers.join(", "))}</span>`
  }</td></tr>
`;
}

function keyLine({ target, to }: Flow): Html {
  const name = target === undefined ? "not in the input" : html`<code>${shortened(target)}</code>`;
  return html`<span class="sub">Key: ${name}, ${to === null ? "no region proven" : shortened(to)}</span>`;
}
