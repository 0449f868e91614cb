import { type Html, html } from "./escape";
import type { Standing } from "./icons";
import type { Report } from "./report";

/** What the filters ask of an item: a finding, a resource, a subnet, a flow or a note. */
export interface Item {
  readonly stack: string;
  /** Absent for what a filter by status leaves as it is. */
  readonly standing?: Standing;
  readonly rules?: readonly string[];
  readonly regions?: readonly string[];
}

/** The attributes by which the page's script finds an item; it names stacks and the rest by number. */
export function itemAttributes(item: Item, { stacks, rules, regions }: Report): Html {
  return html`data-item="${item.standing ?? "any"}" data-stack="${stacks.numberOf(item.stack)}"${
    item.rules === undefined || item.rules.length === 0
      ? undefined
      : html` data-rule="${numbers(item.rules, rules)}"`
  }${
    item.regions === undefined || item.regions.length === 0
      ? undefined
      : html` data-region="${numbers(item.regions, regions)}"`
  }`;
}

function numbers(values: readonly string[], choices: Report["rules"]): string {
  return values.map((value) => choices.numberOf(value)).join(" ");
}

/** Opens a section whose items the filters show or hide; its heading says how many are left. */
export function listSection(
  id: string,
  title: string,
  count: number,
  lead: Html | string | undefined,
  body: Html | readonly Html[],
): Html {
  return html`<section id="${id}" class="list" data-list="${title}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${title} <span class="count" data-count>${count}</span></h2>
${lead === undefined ? undefined : html`<p class="lead">${lead}</p>`}
${body}
<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>
</section>`;
}
