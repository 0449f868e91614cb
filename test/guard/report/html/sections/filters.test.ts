import { prepare } from "../../../../../guard/report/html/report";
import { filterBar } from "../../../../../guard/report/html/sections/filters";
import { fullResult } from "../../made";
import { linesOf } from "../lines";

test("the filters offer what the page has: stacks, rules, regions and standings", () => {
  expect(linesOf(filterBar(prepare(fullResult())))).toEqual([
    '<form id="filters" class="filters" role="search" aria-label="Filter the report" hidden>',
    '<div class="fields">',
    '<label class="text">Search<input id="filter-text" type="search" autocomplete="off" spellcheck="false" placeholder="address, construct, message"></label>',
    '<label>Stack<select id="filter-stack"><option value="">all</option><option value="0">(none)</option><option value="1">net</option><option value="2">shop</option></select></label>',
    '<label>Rule<select id="filter-rule"><option value="">all</option><option value="0">resource-inside</option><option value="1">state-inside</option></select></label>',
    '<label>Region<select id="filter-region"><option value="">all</option><option value="0">eu-frankfurt-1</option><option value="1">eu-paris-1</option><option value="2">us-ashburn-1</option></select></label>',
    "</div>",
    '<div class="line"><fieldset class="statuses"><legend>Status</legend><label><input type="checkbox" name="status" value="outside" checked>(outside)Outside</label><label><input type="checkbox" name="status" value="unproven" checked>(unproven)Unproven</label><label><input type="checkbox" name="status" value="waived" checked>(waived)Waived</label><label><input type="checkbox" name="status" value="inside" checked>(inside)Inside</label></fieldset>',
    '<p id="shown" class="shown" role="status"></p>',
    '<button type="reset" id="filter-reset" disabled>Clear</button></div>',
    "</form>",
  ]);
});
