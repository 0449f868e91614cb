import { prepare } from "../../../../../guard/report/html/report";
import { networksSection } from "../../../../../guard/report/html/sections/networks";
import { resultWith } from "../../../../support/hostile-result";
import { fullResult, proof } from "../../made";
import { linesOf } from "../lines";

test("a subnet has every way in and out, station by station, and why there is none", () => {
  expect(linesOf(networksSection(prepare(fullResult())))).toEqual([
    '<section id="networks" class="list" data-list="Networks" aria-labelledby="networks-heading">',
    '<h2 id="networks-heading">Networks <span class="count" data-count>1</span></h2>',
    '<p class="lead">Every way into and out of each subnet, by its routes, gateways and security rules.</p>',
    '<ul role="list" class="subnets">',
    '<li class="subnet is-outside" data-item="outside" data-stack="1" data-region="2">',
    '<div class="head">[outside: Open]<h3><code>oci_core_subnet.data</code></h3><p>data subnet · net · us-ashburn-1</p></div>',
    '<div class="ways"><h4>In</h4><div><div class="way is-outside"><p class="says">[outside: Open] The internet reaches it.</p>',
    '<ol class="hops"><li><code>internet</code> <span>Anybody may come.</span></li><li><code>oci_core_internet_gateway.g</code> <span>The gateway lets it in.</span></li></ol></div></div></div>',
    '<div class="ways"><h4>Out</h4><div><p class="no-way">No way out.</p></div></div>',
    '<ul class="evidence"><li>It holds a database.</li></ul>',
    "</li>",
    "</ul>",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});

test("the page says that there is no subnet where there is none", () => {
  expect(linesOf(networksSection(prepare(resultWith())))).toContain(
    '<p class="lead">What was checked holds no subnet.</p>',
  );
});

test("a subnet whose region is not known has none, and without evidence no list of it", () => {
  const lines = linesOf(networksSection(prepare(resultWith({ reachability: [proof()] }))));
  expect(lines.slice(4, 10)).toEqual([
    '<li class="subnet is-inside" data-item="inside" data-stack="0">',
    '<div class="head">[inside: Closed]<h3><code>oci_core_subnet.data</code></h3><p>data subnet · shop</p></div>',
    '<div class="ways"><h4>In</h4><div><p class="no-way">No way in.</p></div></div>',
    '<div class="ways"><h4>Out</h4><div><p class="no-way">No way out.</p></div></div>',
    "",
    "</li>",
  ]);
});

test.each([
  ["closed", "[inside: Closed]"],
  ["inside", "[inside: Inside]"],
  ["cloud-services-only", "[inside: Cloud services only]"],
  ["peered-inside", "[inside: Peered inside]"],
  ["through-waf", "[inside: Through a WAF]"],
  ["unproven", "[unproven: Unproven]"],
  ["open", "[outside: Open]"],
] as const)("a subnet that is %s has the badge %s", (verdict, badge) => {
  const section = networksSection(prepare(resultWith({ reachability: [proof({ verdict })] })));
  expect(linesOf(section).join()).toContain(`<div class="head">${badge}<h3>`);
});

test("subnets stand worst first, and those that hold data before those at the edge", () => {
  const reachability = [
    proof({ address: "6", verdict: "through-waf", role: "edge" }),
    proof({ address: "5", verdict: "closed" }),
    proof({ address: "4", verdict: "unproven", role: "edge" }),
    proof({ address: "3", verdict: "unproven" }),
    proof({ address: "2", verdict: "open", role: "edge" }),
    proof({ address: "1", verdict: "open" }),
  ];
  const text = linesOf(networksSection(prepare(resultWith({ reachability })))).join();
  expect([...text.matchAll(/<h3><code>(\d)/g)].map(([, address]) => address).join("")).toBe(
    "123456",
  );
});

test.each([
  [50, '<ul role="list" class="subnets">'],
  [51, '<ul role="list" class="subnets is-long">'],
])("a list of %i subnets is laid out as %s", (count, list) => {
  const reachability = Array.from({ length: count }, () => proof());
  expect(linesOf(networksSection(prepare(resultWith({ reachability }))))).toContain(list);
});
