import { prepare } from "../../../../../guard/report/html/report";
import { notesSection } from "../../../../../guard/report/html/sections/notes";
import { resultWith } from "../../../../support/hostile-result";
import { fullResult } from "../../made";
import { linesOf } from "../lines";

test("a note says what a reviewer should know, and where", () => {
  expect(linesOf(notesSection(prepare(fullResult())))).toEqual([
    '<section id="notes" class="list" data-list="Notes" aria-labelledby="notes-heading">',
    '<h2 id="notes-heading">Notes <span class="count" data-count>3</span></h2>',
    '<p class="lead">What a reviewer should know; a note fails nothing.</p>',
    '<ul role="list" class="notes">',
    '<li data-item="any" data-stack="0" data-rule="1"><p>A file was not read.</p><p class="sub"><code class="rule">state-inside</code> <code>stacks/shop/cdk.tf.json#/resource</code></p></li>',
    '<li data-item="any" data-stack="2" data-rule="1"><p><code>oci_objectstorage_bucket.b</code> is small.</p><p class="sub"><code class="rule">state-inside</code> <code>stacks/shop/cdk.tf.json#/resource</code></p></li>',
    '<li data-item="any" data-stack="2" data-rule="1"><p><code>oci_objectstorage_bucket.c</code> is small.</p><p class="sub"><code class="rule">state-inside</code> <code>stacks/shop/cdk.tf.json#/resource</code></p></li>',
    "</ul>",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});

test("the page says that there is no note where there is none", () => {
  expect(linesOf(notesSection(prepare(resultWith()))).slice(2)).toEqual([
    '<p class="lead">There is none.</p>',
    '<ul role="list" class="notes">',
    "</ul>",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});
