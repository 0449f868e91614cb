import { prepare } from "../../../../../guard/report/html/report";
import { flowsSection } from "../../../../../guard/report/html/sections/flows";
import type { CheckResult } from "../../../../../guard/result";
import { finding, resultWith } from "../../../../support/hostile-result";
import { flow } from "../../made";
import { linesOf } from "../lines";

const section = (result: Partial<CheckResult>) =>
  linesOf(flowsSection(prepare(resultWith(result))));
const rowsOf = (result: Partial<CheckResult>) =>
  section(result).filter((line) => line.startsWith("<tr "));

test("the page says that the result lists no flows, which is not that there are none", () => {
  expect(section({}).slice(1, 4)).toEqual([
    '<h2 id="flows-heading">Flows and keys <span class="count" data-count>0</span></h2>',
    '<p class="lead">The result lists no flows: the check was not asked to. Those that lead out are among the findings.</p>',
    "",
  ]);
});

test("flows have their status, where they come from, what they carry and where to", () => {
  expect(section({ flows: [flow()] })).toEqual([
    '<section id="flows" class="list" data-list="Flows and keys" aria-labelledby="flows-heading">',
    '<h2 id="flows-heading">Flows and keys <span class="count" data-count>1</span></h2>',
    '<p class="lead">Each argument through which data, a key, a copy or a log reaches another block or place. Where a key or a destination is unproven, a finding says so.</p>',
    '<div class="chunk" data-group><table class="rows flows">',
    '<caption class="unseen">Flows</caption>',
    '<thead><tr><th scope="col" class="w-status">Status</th><th scope="col" class="w-block">From</th><th scope="col" class="w-region">Carries</th><th scope="col" class="w-rest">To</th></tr></thead>',
    "<tbody>",
    '<tr data-item="inside" data-stack="-1" data-region="-1 -1"><td>[inside: Inside]</td><td><code>oci_objectstorage_bucket.b</code><span class="sub">shop · us-ashburn-1</span></td><td>replica<span class="sub"><code>replica</code></span></td><td>us-ashburn-1</td></tr>',
    "</tbody></table></div>",
    "",
    '<p class="nothing" data-nothing hidden>Nothing here fits the filters.</p>',
    "</section>",
  ]);
});

test.each([
  [
    "no region",
    flow({ from: null, to: null }),
    "shop</span>",
    '<span class="none">no region proven</span>',
  ],
  [
    "a block of the same stack",
    flow({ target: "x.y", targetStack: "shop" }),
    "shop · us-ashburn-1</span>",
    'us-ashburn-1<span class="sub"><code>x.y</code></span>',
  ],
  [
    "a block of another stack",
    flow({ target: "x.y", targetStack: "other" }),
    "shop · us-ashburn-1</span>",
    'us-ashburn-1<span class="sub"><code>x.y</code> · other</span>',
  ],
])("a flow to %s says so", (_what, each, from, to) => {
  expect(rowsOf({ flows: [each] })[0]).toMatch(
    new RegExp(`^<tr .*<span class="sub">${from}</td><td>.*</td><td>${to}</td></tr>$`),
  );
});

test.each([
  ["/resource/a/b/kms_key_id", "kms_key_id"],
  ["/resource/a/b/rules/0", "rules"],
  ["/resource/a/b/rules/0/x1", "x1"],
  ["/resource/a/b/rules/10/20", "rules"],
  ["", ""],
])("a flow at %s is called by the argument %s", (path, name) => {
  expect(rowsOf({ flows: [flow({ path })] })[0]).toContain(
    `<td>replica<span class="sub"><code>${name}</code></span></td>`,
  );
});

test.each([
  ["region", "a named region"],
  ["place", "zone"],
  ["key", "key"],
  ["secret", "secret"],
  ["source", "data, inward"],
  ["image", "software, inward"],
  ["destination", "data"],
  ["replica", "replica"],
  ["backup", "backup"],
  ["log", "log"],
  ["peer", "network traffic"],
  ["endpoint", "data, to an address"],
  ["address", "address"],
  ["identity", "identity"],
  ["statement", "policy"],
  ["none", "nothing"],
] as const)("a flow of the kind %s carries %s", (kind, carries) => {
  expect(rowsOf({ flows: [flow({ kind })] })[0]).toContain(`<td>${carries}<span class="sub">`);
});

test("flows stand worst first, and those that leave their region before those that stay", () => {
  const away = { from: "us-ashburn-1", to: "us-phoenix-1" };
  const flows = [
    flow({ address: "8", to: null }),
    flow({ address: "7" }),
    flow({ address: "6", ...away }),
    flow({ address: "5", path: "/waived", status: "outside" }),
    flow({ address: "4", path: "/waived", status: "outside", ...away }),
    flow({ address: "3", status: "unproven", to: null }),
    flow({ address: "2", status: "outside" }),
    flow({ address: "1", status: "outside", ...away }),
  ];
  const findings = ["4", "5"].map((address) => finding({ address, path: "/waived", waiver: "w" }));
  const order = rowsOf({ flows, findings }).map((row) =>
    /data-item="(\w+)".*<code>(\d)<\/code><span class="sub">shop/.exec(row)?.slice(1).join(" "),
  );
  expect(order).toEqual([
    "outside 1",
    "outside 2",
    "unproven 3",
    "waived 4",
    "waived 5",
    "inside 6",
    "inside 8",
    "inside 7",
  ]);
});

test.each([
  ["an open finding", finding({ path: "/p" })],
  ["a waived finding about another argument", finding({ path: "/q", waiver: "w" })],
  ["a waived finding about another block", finding({ path: "/p", address: "x.y", waiver: "w" })],
])("a flow is not waived by %s", (_what, each) => {
  const flows = [flow({ path: "/p", status: "outside" })];
  expect(rowsOf({ flows, findings: [each] })[0]).toContain("[outside: Outside]");
});
