import type { Status } from "../../result";
import { type Html, html, trusted } from "./escape";

/** How one thing stands: a status, or that its findings are waived. */
export type Standing = Status | "waived";

/** Worst first, as every list of the report is ordered. */
export const STANDINGS: readonly Standing[] = ["outside", "unproven", "waived", "inside"];

export const STANDING_TITLES: Readonly<Record<Standing, string>> = {
  outside: "Outside",
  unproven: "Unproven",
  waived: "Waived",
  inside: "Inside",
};

/**
 * One shape for each standing, so that none is told by colour alone: a square with a cross, a triangle
 * with a question mark, a broken ring, and a disc with a tick. Each fits a square of 16 units.
 */
const SHAPES: Readonly<Record<Standing, string>> = {
  outside:
    '<rect x="1" y="1" width="14" height="14" rx="1.5"/><path class="cut" d="M5 5l6 6M11 5l-6 6"/>',
  unproven:
    '<path d="M8 1.2 15.4 14.2H.6z"/><path class="cut" d="M6.4 7.3a1.7 1.7 0 1 1 2.4 1.5q-.8.4-.8 1.1M8 11.9v.2"/>',
  waived: '<circle class="ring" cx="8" cy="8" r="6.4"/><path class="dash" d="M4.9 8h6.2"/>',
  inside: '<circle cx="8" cy="8" r="7.2"/><path class="cut" d="m4.8 8.3 2.2 2.2 4.3-4.7"/>',
};

/** The shapes, once for the page; {@link icon} shows them. */
export function iconSheet(): Html {
  const symbols = STANDINGS.map(
    (standing) => `<symbol id="i-${standing}" viewBox="0 0 16 16">${SHAPES[standing]}</symbol>`,
  );
  // A key, drawn beside the shape of a region that holds some.
  symbols.push(
    '<symbol id="i-key" viewBox="0 0 16 16"><g class="key-shape"><circle cx="4.4" cy="8" r="3.2"/><path d="M7.6 8h7.6M11.4 8v3.2M15.2 8v2.6"/></g></symbol>',
  );
  return trusted(
    `<svg class="sheet" width="0" height="0" aria-hidden="true" focusable="false">${symbols.join("")}</svg>`,
  );
}

export function icon(standing: Standing): Html {
  return trusted(
    `<svg class="icon is-${standing}" aria-hidden="true" focusable="false"><use href="#i-${standing}"/></svg>`,
  );
}

/** The standing in a word, with its shape before it. */
export function badge(standing: Standing, title: string = STANDING_TITLES[standing]): Html {
  return html`<span class="badge is-${standing}">${icon(standing)}${title}</span>`;
}
