import { prepare } from "../../../../../guard/report/html/report";
import { resourcesSection } from "../../../../../guard/report/html/sections/resources";
import type { CheckResult } from "../../../../../guard/result";
import { finding, resultWith } from "../../../../support/hostile-result";
import { flow, fullResult, placement } from "../../made";
import { linesOf } from "../lines";

const section = (result: Partial<CheckResult>) =>
  linesOf(resourcesSection(prepare(resultWith(result))));

test("each stack has its blocks, worst first, with where they lie and what proves it", () => {
  expect(linesOf(resourcesSection(prepare(fullResult())))).toEqual([
    '<section id="resources" class="list" data-list="Resources" aria-labelledby="resources-heading">',
    '<h2 id="resources-heading">Resources <span class="count" data-count>4</span></h2>',
    '<p class="lead">Resources, data sources, and the provider configurations and states that place them.</p>',
    '<details class="stack" data-group open><summary><h3>net</h3> <span class="parts"><span class="part">(inside)1 inside</span></span> <span class="unseen">of 1 block</span></summary>',
    '<div class="chunk" data-group><table class="rows blocks">',
    '<caption class="unseen">Blocks of the stack net</caption>',
    '<thead><tr><th scope="col" class="w-status">Status</th><th scope="col" class="w-block">Block</th><th scope="col" class="w-region">Region</th><th scope="col" class="w-rest">What proves it</th></tr></thead>',
    "<tbody>",
    '<tr data-item="inside" data-stack="1" data-region="2"><td>[inside: Inside]</td><td><code>oci_core_subnet.data</code></td><td>us-ashburn-1</td><td><code>provider.oci</code> sets region <span class="region-id">us-ashburn-1</span>.</td></tr>',
    "</tbody></table></div>",
    "</details>",
    '<details class="stack" data-group open><summary><h3>shop</h3> <span class="parts"><span class="part">(outside)1 outside</span><span class="part">(unproven)1 unproven</span><span class="part">(waived)1 waived</span></span> <span class="unseen">of 3 blocks</span></summary>',
    '<div class="chunk" data-group><table class="rows blocks">',
    '<caption class="unseen">Blocks of the stack shop</caption>',
    '<thead><tr><th scope="col" class="w-status">Status</th><th scope="col" class="w-block">Block</th><th scope="col" class="w-region">Region</th><th scope="col" class="w-rest">What proves it</th></tr></thead>',
    "<tbody>",
    '<tr data-item="outside" data-stack="2" data-rule="0" data-region="0"><td>[outside: Outside]</td><td><code>oci_objectstorage_bucket.b</code><span class="sub">shop/b</span></td><td>eu-frankfurt-1</td><td><code>provider.oci</code> sets region <span class="region-id">eu-frankfurt-1</span>.</td></tr>',
    '<tr data-item="unproven" data-stack="2"><td>[unproven: Unproven]</td><td><code>oci_core_vcn.v</code></td><td><span class="none">none</span></td><td>-</td></tr>',
    '<tr data-item="waived" data-stack="2" data-rule="0" data-region="1"><td>[waived: Waived]</td><td><code>oci_kms_key.k</code></td><td>eu-paris-1</td><td><code>provider.oci</code> sets region <span class="region-id">us-ashburn-1</span>.<span class="sub">Waived by retire</span></td></tr>',
    "</tbody></table></div>",
    "</details>",
    "",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});

test("the page says that nothing was checked that lies anywhere", () => {
  expect(section({}).slice(2)).toEqual([
    '<p class="lead">What was checked holds no block that lies anywhere.</p>',
    "",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});

test("a block has the keys that it uses, and where they lie", () => {
  const lines = section({
    placements: [placement()],
    flows: [
      flow({ kind: "key", path: "/kms_key_id", target: "oci_kms_key.k", to: "us-phoenix-1" }),
      flow({ kind: "key", path: "/second_key_id", to: null }),
      flow({ kind: "key", path: "/management_endpoint", target: "oci_kms_vault.v" }),
      flow({ kind: "replica", target: "oci_objectstorage_bucket.c" }),
      flow({ kind: "key", address: "oci_kms_key.other", target: "oci_kms_key.of_another" }),
    ],
  });
  expect(lines.filter((line) => line.startsWith("<tr "))).toEqual([
    '<tr data-item="inside" data-stack="0" data-region="0"><td>[inside: Inside]</td><td><code>oci_objectstorage_bucket.b</code></td><td>us-ashburn-1</td><td><code>provider.oci</code> sets region <span class="region-id">us-ashburn-1</span>.<span class="sub">Key: <code>oci_kms_key.k</code>, us-phoenix-1</span><span class="sub">Key: not in the input, no region proven</span></td></tr>',
  ]);
});

test("a block has its construct, its source line, the rules that found something and its waivers", () => {
  const lines = section({
    placements: [
      placement({
        constructPath: "shop/b",
        source: { file: "stacks/shop.ts", line: 27 },
        status: "outside",
        waivers: ["a", "b"],
        evidence: "It lies.",
      }),
    ],
    findings: [
      finding({ rule: "r2", waiver: "a" }),
      finding({ rule: "r1", waiver: "b" }),
      finding({ rule: "r2", waiver: "b" }),
      finding({ rule: "r3", address: "x.y" }),
    ],
  });
  expect(lines).toContain(
    '<tr data-item="waived" data-stack="0" data-rule="1 0" data-region="1"><td>[waived: Waived]</td><td><code>oci_objectstorage_bucket.b</code><span class="sub">shop/b</span><span class="sub">stacks/shop.ts:27</span></td><td>us-ashburn-1</td><td>It lies.<span class="sub">Waived by a, b</span></td></tr>',
  );
});

test("the blocks of a stack stand worst first", () => {
  const lines = section({
    placements: [
      placement(),
      placement({ status: "outside", waivers: ["w"] }),
      placement({ status: "unproven" }),
      placement({ status: "outside" }),
    ],
  });
  expect(lines.join().match(/(?<=<tr data-item=")\w+/g)).toEqual([
    "outside",
    "unproven",
    "waived",
    "inside",
  ]);
});

test.each([
  [300, '<details class="stack" data-group open>'],
  [301, '<details class="stack" data-group>'],
])("stacks with %i blocks in all begin as %s", (count, details) => {
  const placements = Array.from({ length: count }, (_, at) =>
    placement({ stack: at === 0 ? "a" : "b" }),
  );
  expect(
    section({ placements })
      .join()
      .match(/<details[^>]*>/g),
  ).toEqual([details, details]);
});
