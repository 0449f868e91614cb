import type { CheckResult, Finding } from "../../guard";

/** Texts that a configuration can hold and that must show as what they are. */
export const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ["the end of a script", '</script><script>globalThis.owned = "script"</script>'],
  ["an element with a handler", '<img src=x onerror="globalThis.owned = 1">'],
  ["the end of an attribute", `" onfocus="globalThis.owned = 2" autofocus x='`],
  ["a comment", "<!-- a --><![CDATA[ b ]]>"],
  ["an entity", "&lt;b&gt; &#x41; &amp;amp;"],
  ["a line break", "one\nPROVEN\r\ntwo"],
  ["an ANSI escape", "\u001b[31mred\u001b[0m"],
  ["a right-to-left override", "invoice\u202egnp.exe"],
  ["right-to-left letters", "דלי-ראשי مخزن"],
  ["a zero-width space", "us\u200b-ashburn-1"],
  ["a line separator", "a\u2028b\u2029c"],
  ["half of a surrogate pair", "a\ud800b"],
  ["emoji", "🪣👩‍💻🇺🇸"],
  ["a template", "${alert(1)} {{ 7 * 7 }}"],
  ["a URL with code", "javascript:alert(1)"],
  ["a name of Object.prototype", "__proto__"],
  ["10,000 characters", "x".repeat(10_000)],
  ["10,000 combining marks", `a${"\u0301".repeat(10_000)}`],
];

/** A finding; by default an open one that tells of Frankfurt. */
export function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: "resource-inside",
    status: "outside",
    stack: "shop",
    file: "stacks/shop/cdk.tf.json",
    address: "oci_objectstorage_bucket.b",
    path: "/provider/oci/0/region",
    value: "eu-frankfurt-1",
    region: "eu-frankfurt-1",
    message: "The bucket lies in Frankfurt.",
    fix: "Move it.",
    ...more,
  };
}

/** A result with nothing in it but what is given. */
export function resultWith(more: Partial<CheckResult> = {}): CheckResult {
  return {
    version: 1,
    asOf: "2026-01-15",
    jurisdiction: { name: "US", countries: ["US"], regions: ["us-ashburn-1", "us-phoenix-1"] },
    summary: { resources: 0, inside: 0, outside: 0, unproven: 0, waived: 0 },
    placements: [],
    findings: [],
    notes: [],
    reachability: [],
    ...more,
  };
}

/** A result in which every text that a configuration gives is `text`. */
export function resultOf(text: string): CheckResult {
  return resultWith({
    summary: { resources: 1, inside: 0, outside: 1, unproven: 0, waived: 0 },
    placements: [
      {
        kind: "resource",
        stack: text,
        address: text,
        constructPath: text,
        source: { file: text, line: 7 },
        region: text,
        status: "outside",
        evidence: text,
        waivers: [text],
      },
    ],
    findings: [
      finding({
        stack: text,
        file: text,
        address: text,
        constructPath: text,
        source: { file: text, line: 7 },
        path: text,
        value: text,
        region: text,
        message: text,
        fix: text,
        waiver: text,
      }),
      finding({ stack: text, address: text, rule: text, message: text, fix: text }),
    ],
    notes: [{ rule: text, stack: text, file: text, address: text, path: text, message: text }],
    reachability: [
      {
        stack: text,
        address: text,
        role: "data",
        verdict: "open",
        inbound: [
          { verdict: "open", hops: [{ stack: text, address: text, says: text }], evidence: text },
        ],
        outbound: [],
        evidence: [text],
      },
    ],
    flows: [
      {
        stack: text,
        address: text,
        path: text,
        kind: "replica",
        from: text,
        to: `${text}2`,
        target: text,
        targetStack: text,
        status: "outside",
      },
    ],
  });
}
