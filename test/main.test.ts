import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import example from "../estate";

const ROOT = join(__dirname, "..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: the tests write estates that the types would refuse
function runMain(change: (estate: any) => void) {
  const estate = structuredClone(example);
  change(estate);
  const file = join(folder, "estate.json");
  writeFileSync(file, JSON.stringify(estate));
  const outdir = join(folder, "cdktf.out");
  const run = spawnSync(process.execPath, ["--require", "tsx/cjs", "main.ts"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ONSHORE_ESTATE: file, CDKTF_OUTDIR: outdir },
  });
  return { ...run, outdir };
}

describe("main.ts", () => {
  test("ends with the report of all stacks and exits 0 for the example estate", () => {
    const { status, stdout, stderr } = runMain(() => {});
    expect(stderr).toBe("");
    expect(stdout).toContain("Stack example-us-data");
    expect(stdout).toContain("Stack example-us-recovery");
    expect(stdout).toMatch(
      /^PROVEN \d+ resources: \d+ inside, 0 outside, 0 unproven, \d+ waived$/m,
    );
    expect(stdout).toMatch(/oci_core_subnet\.perimeter_network_data_subnet_\w+ \(data subnet\): /);
    expect(stdout).toMatch(/^Quotas: \d+ of \d+ service families/m);
    expect(stdout).toMatch(/1\. npx cdktf deploy example-tenancy$/m);
    expect(status).toBe(0);
  });

  test("exits 1 for a replica in Singapore and names construct path, region and allowed ones", () => {
    const { status, stdout, stderr, outdir } = runMain((estate) => {
      estate.data.buckets[0].replica.region = "ap-singapore-1";
    });
    expect(status).toBe(1);
    expect(stdout).not.toContain("PROVEN");
    expect(stderr).toMatch(/example-us-data\/us-user-content.*ap-singapore-1.*us-phoenix-1/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(join(outdir, "manifest.json"))).toBe(false);
  });

  test("exits 1 for an invalid estate and names every wrong key, without a stack trace", () => {
    const { status, stderr } = runMain((estate) => {
      estate.homeRegion = "us-nowhere-9";
      estate.compartments.data = "prod";
    });
    expect(status).toBe(1);
    expect(stderr).toContain('homeRegion is "us-nowhere-9"');
    expect(stderr).toContain('compartments.data is "prod"');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
