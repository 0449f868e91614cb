import type { Html } from "../../../../guard/report/html/escape";

/** Lines of a part of the page, with `(outside)` for an icon and `[outside: Outside]` for a badge. */
export function linesOf({ text }: Html): readonly string[] {
  return text
    .replace(
      /<svg class="icon is-(\w+)" aria-hidden="true" focusable="false"><use href="#i-\1"\/><\/svg>/g,
      "($1)",
    )
    .replace(/<span class="badge is-(\w+)">\(\1\)([^<]*)<\/span>/g, "[$1: $2]")
    .split("\n");
}
