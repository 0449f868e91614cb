import type { CheckResult, Finding, Placement } from "../../../guard";
import { bucketBody, checkJson } from "../../support/check-json";

/** Names that a configuration may hold, and that act on a reader who does not expect them. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ["markup", `<script>alert(1)</script><img src=x onerror="alert('&')"></td></tr>`],
  [
    "Markdown",
    "**b** [l](https://evil.example) ![i](http://evil.example/i.png) <b>| c | \\| `x` ``",
  ],
  ["mentions and references", "@octocat #12 www.evil.example me@evil.example :x:"],
  ["line breaks", "a\r\nb\n\n# heading\n- item\u2028c\u0085d"],
  ["workflow commands", "::error::x\n::add-mask::y %0A::stop-commands::z ##[error]w ##vso[task.x]"],
  ["ANSI escapes", "\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u009b2J\b\b"],
  ["emoji", "🏴‍☠️👩‍💻❤️🇺🇸"],
  ["right-to-left text", "\u202egpj.exe\u202c \u2066x\u2069 שלום"],
  ["10,000 characters", "x".repeat(10_000)],
  ["10,000 wide characters", "界".repeat(10_000)],
  ["halves of surrogate pairs", "\ud800a\udfff\ufffe"],
  ["ends of character data", "]]>]]></system-out><failure/>]]>"],
  ["invisible characters", "a\u200bb\u00adc\ufeffd\u3164e\u{e0041}"],
  ["placeholders", "SARIF_BUILDER_INVALID {0} $& $1 __proto__ %s"],
];

/** Every string of a result that can come from a configuration is `name`. */
export function resultNamed(name: string): CheckResult {
  const where = { stack: name, file: name, address: name, path: `/${name}` };
  const finding: Finding = {
    ...where,
    rule: "resource-inside",
    status: "outside",
    constructPath: name,
    source: { file: name, line: 3, column: 5 },
    value: name,
    region: name,
    message: `${name} names ${name}.`,
    fix: `Remove ${name}.`,
  };
  const { source: _source, constructPath: _path, ...unplaced } = finding;
  const placement: Placement = {
    kind: "resource",
    stack: name,
    address: name,
    constructPath: name,
    region: name,
    status: "outside",
    evidence: `${name} says so.`,
  };
  const path = {
    verdict: "open",
    hops: [{ stack: name, address: name, says: name }],
    evidence: name,
  } as const;
  return {
    ...checkJson({}),
    placements: [placement, { ...placement, address: "waived", waivers: [name] }],
    findings: [
      finding,
      { ...unplaced, status: "unproven", stack: "" },
      { ...finding, address: "waived", waiver: name },
    ],
    notes: [{ ...where, rule: "state-inside", message: name }],
    reachability: [
      {
        stack: name,
        address: name,
        role: "data",
        verdict: "open",
        inbound: [path],
        outbound: [],
        evidence: [name],
      },
    ],
  };
}

/** The result of `count` buckets that everybody can read, each one finding; judged for real. */
export function resultWith(count: number): CheckResult {
  const body = bucketBody({ provider: "oci.home", access_type: "ObjectRead" });
  const buckets = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`b${index}`, body]),
  );
  const result = checkJson({
    provider: { oci: [{ alias: "home", region: "us-ashburn-1" }] },
    resource: { oci_objectstorage_bucket: buckets },
  });
  expect(result.findings).toHaveLength(count);
  return result;
}
