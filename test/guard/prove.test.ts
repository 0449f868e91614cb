import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  check,
  isProven,
  type ProveOptions,
  proveOutput,
  readSource,
  reportText,
  UnreadableInputError,
} from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { bucketIn } from "../support/check-json";
import { WAIVER } from "../support/waivers";

const JUDGED = { jurisdiction: Jurisdiction.US, asOf: "2026-01-15" };

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** Writes what cdktf writes for an app of one stack, `test`, with a bucket. */
function synthesize(region: string): void {
  const stacks = { test: { name: "test", synthesizedStackPath: "stacks/test/cdk.tf.json" } };
  mkdirSync(join(outdir, "stacks", "test"), { recursive: true });
  writeFileSync(join(outdir, "stacks", "test", "cdk.tf.json"), JSON.stringify(bucketIn(region)));
  writeFileSync(join(outdir, "manifest.json"), JSON.stringify({ stacks }));
}

/** The result, and what was written to each side. */
function prove(options: Partial<ProveOptions> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const result = proveOutput(outdir, {
    ...JUDGED,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    ...options,
  });
  return { result, out, err };
}

describe("proveOutput", () => {
  test("reports a proven estate to where proofs go, once", () => {
    synthesize("us-ashburn-1");
    const { result, out, err } = prove();
    expect(isProven(result)).toBe(true);
    expect(result).toEqual(check(readSource(outdir), JUDGED));
    expect(out).toEqual([reportText(result)]);
    expect(err).toEqual([]);
  });

  test("reports an estate that is not proven to where errors go, once", () => {
    synthesize("ap-singapore-1");
    const { result, out, err } = prove();
    expect(isProven(result)).toBe(false);
    expect(result.findings.map(({ rule }) => rule)).toEqual(["resource-inside", "provider-inside"]);
    expect(err).toEqual([reportText(result)]);
    expect(out).toEqual([]);
  });

  test("takes an estate for proven whose findings are all waived, and for no other", () => {
    synthesize("ap-singapore-1");
    const provider = { ...WAIVER, id: "provider", rule: "provider-inside" };
    const entries = [WAIVER, { ...provider, subject: "test:provider.oci.ap-singapore-1" }];
    const all = prove({ waivers: { file: "waivers.json", entries } });
    const some = prove({ waivers: { file: "waivers.json", entries: [WAIVER] } });
    expect([all.out.length, all.err.length]).toEqual([1, 0]);
    expect([some.out.length, some.err.length]).toEqual([0, 1]);
  });

  test("shows the report as it is told to", () => {
    synthesize("us-ashburn-1");
    const { result, out } = prove({ report: { colour: true } });
    expect(out).toEqual([reportText(result, { colour: true })]);
    expect(out[0]).toContain("\u001b[");
    expect(prove().out[0]).not.toContain("\u001b[");
  });

  test("reports nothing of a synthesis that did not end, and fails", () => {
    synthesize("us-ashburn-1");
    rmSync(join(outdir, "manifest.json"));
    const told: string[] = [];
    const tell = (text: string) => told.push(text);
    expect(() => prove({ out: tell, err: tell })).toThrow(UnreadableInputError);
    expect(told).toEqual([]);
  });
});
