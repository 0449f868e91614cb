import { prepare } from "../../../../../guard/report/html/report";
import { findingsSection } from "../../../../../guard/report/html/sections/findings";
import { finding, resultWith } from "../../../../support/hostile-result";
import { fullResult } from "../../made";
import { linesOf } from "../lines";

test("findings stand by how they stand, each with all that it takes to judge and mend it", () => {
  expect(linesOf(findingsSection(prepare(fullResult())))).toEqual([
    '<section id="findings" class="list" data-list="Findings" aria-labelledby="findings-heading">',
    '<h2 id="findings-heading">Findings <span class="count" data-count>4</span></h2>',
    "",
    '<div class="group" data-group>',
    '<h3>Outside <span class="count">1</span></h3>',
    '<p class="lead">They name a place that is not allowed, or are open to the world.</p>',
    '<ul role="list" class="findings">',
    '<li class="finding is-outside" id="finding-1" data-item="outside" data-stack="2" data-rule="0" data-region="0">',
    '<p class="head">[outside: Outside]<code class="rule">resource-inside</code><span class="region">eu-frankfurt-1</span></p>',
    '<p class="message">The bucket lies in Frankfurt.</p>',
    "<dl>",
    '<div><dt>Got</dt><dd class="got"><code>eu-frankfurt-1</code></dd></div>',
    '<div><dt>Fix</dt><dd class="fix">Move it.</dd></div>',
    '<div><dt>Where</dt><dd class="where"><code class="construct">shop/b</code><code class="source">stacks/shop.ts:27</code><code>shop: oci_objectstorage_bucket.b</code><code class="pointer">stacks/shop/cdk.tf.json#/provider/oci/0/region</code></dd></div>',
    "</dl>",
    "</li>",
    '</ul></div><div class="group" data-group>',
    '<h3>Unproven <span class="count">2</span></h3>',
    '<p class="lead">Nothing proves where they lie or lead; they fail as what is outside does.</p>',
    '<ul role="list" class="findings">',
    '<li class="finding is-unproven" id="finding-2" data-item="unproven" data-stack="1" data-rule="1">',
    '<p class="head">[unproven: Unproven]<code class="rule">state-inside</code></p>',
    '<p class="message">Nothing says where the state lies.</p>',
    "<dl>",
    '<div><dt>Got</dt><dd class="got"><code>eu-frankfurt-1</code></dd></div>',
    '<div><dt>Fix</dt><dd class="fix">Move it.</dd></div>',
    '<div><dt>Where</dt><dd class="where"><code class="source">stacks/net.ts:3</code><code>net: terraform.backend</code><code class="pointer">stacks/shop/cdk.tf.json#/terraform</code></dd></div>',
    "</dl>",
    "</li>",
    '<li class="finding is-unproven" id="finding-3" data-item="unproven" data-stack="0" data-rule="1">',
    '<p class="head">[unproven: Unproven]<code class="rule">state-inside</code></p>',
    '<p class="message">Nothing says where the state lies.</p>',
    "<dl>",
    '<div><dt>Where</dt><dd class="where"><code class="pointer">waivers.json#</code></dd></div>',
    "</dl>",
    "</li>",
    '</ul></div><div class="group" data-group>',
    '<h3>Waived <span class="count">1</span></h3>',
    '<p class="lead">Somebody has answered for them until a day; they fail nothing until then.</p>',
    '<ul role="list" class="findings">',
    '<li class="finding is-waived" id="finding-4" data-item="waived" data-stack="2" data-rule="0" data-region="0 1">',
    '<p class="head">[waived: Waived]<code class="rule">resource-inside</code><span class="region">eu-frankfurt-1</span><span class="waiver">outside, waived by <code>retire</code></span></p>',
    '<p class="message">The key lies in Paris.</p>',
    "<dl>",
    '<div><dt>Got</dt><dd class="got"><code>eu-frankfurt-1</code></dd></div>',
    '<div><dt>Fix</dt><dd class="fix">Move it.</dd></div>',
    '<div><dt>Where</dt><dd class="where"><code>shop: oci_kms_key.k</code><code class="pointer">stacks/shop/cdk.tf.json#/provider/oci/0/region</code></dd></div>',
    "</dl>",
    "</li>",
    "</ul></div>",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});

test("the page says that there is no finding where there is none", () => {
  expect(linesOf(findingsSection(prepare(resultWith())))).toEqual([
    '<section id="findings" class="list" data-list="Findings" aria-labelledby="findings-heading">',
    '<h2 id="findings-heading">Findings <span class="count" data-count>0</span></h2>',
    '<p class="lead">No rule found anything.</p>',
    "",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});

test.each([
  [100, '<ul role="list" class="findings">'],
  [101, '<ul role="list" class="findings is-long">'],
])("a list of %i findings is laid out as %s", (count, list) => {
  const findings = Array.from({ length: count }, () => finding());
  expect(linesOf(findingsSection(prepare(resultWith({ findings }))))).toContain(list);
});
