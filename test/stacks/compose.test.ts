import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GuardedApp, PropsError } from "../../constructs";
import example from "../../estate";
import { check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import { composeEstate, type Estate, parseEstate } from "../../stacks";

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };

function synthesizeEstate(change: (estate: Mutable<Estate>) => void = () => {}) {
  const estate = parseEstate(structuredClone(example)) as Mutable<Estate>;
  change(estate);
  const app = new GuardedApp({ outdir });
  composeEstate(app, estate as Estate, Jurisdiction.US);
  app.synth();
  return check(readSource(outdir), { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" });
}

function stackJson(name: string) {
  return JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
}

describe("the example estate", () => {
  test("is proven inside, each stack in its own region", () => {
    const result = synthesizeEstate();
    expect(result.findings).toEqual([]);
    const regions = new Map<string, Set<string | null>>();
    for (const { stack, region, address } of result.placements) {
      // IAM objects are made in the home region, whichever stack they are for.
      if (!address.startsWith("oci_identity_") && !address.startsWith("provider.")) {
        regions.set(stack, (regions.get(stack) ?? new Set()).add(region));
      }
    }
    expect(regions).toEqual(
      new Map([
        ["example-us-data", new Set(["us-ashburn-1"])],
        ["example-us-recovery", new Set(["us-phoenix-1"])],
      ]),
    );
  });

  test("reads nothing from the network: no data source, no remote backend", () => {
    synthesizeEstate();
    for (const stack of ["example-us-data", "example-us-recovery"]) {
      const json = stackJson(stack);
      expect(json).not.toHaveProperty("data");
      expect(Object.keys(json.terraform.backend)).toEqual(["local"]);
    }
  });

  test("looks the namespace up where the estate does not give it", () => {
    const result = synthesizeEstate((estate) => {
      delete estate.namespace;
    });
    expect(result.findings).toEqual([]);
    expect(Object.keys(stackJson("example-us-data").data)).toEqual(["oci_objectstorage_namespace"]);
  });

  test("deploys the bucket that receives before the policy that sends", () => {
    synthesizeEstate();
    const manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    expect(manifest.stacks["example-us-data"].dependencies).toEqual(["example-us-recovery"]);
  });

  test("gives every replication a destination bucket of that name in that region", () => {
    synthesizeEstate();
    const policies = Object.values(
      stackJson("example-us-data").resource.oci_objectstorage_replication_policy,
    ) as { destination_bucket_name: string; destination_region_name: string }[];
    const buckets = Object.values(
      stackJson("example-us-recovery").resource.oci_objectstorage_bucket,
    ) as { name: string; provider: string }[];
    expect(policies.length).toBeGreaterThan(0);
    for (const policy of policies) {
      expect(buckets).toContainEqual(
        expect.objectContaining({
          name: policy.destination_bucket_name,
          provider: `oci.${policy.destination_region_name}`,
        }),
      );
    }
  });

  test("conforms to the provider's schema in every resource and data source", () => {
    synthesizeEstate((estate) => {
      delete estate.namespace;
      const [first] = estate.data.buckets;
      if (first !== undefined) {
        first.storageTier = "Archive";
      }
      estate.data.vault = { replicaRegion: "us-chicago-1" };
    });
    const violations: string[] = [];
    let checked = 0;
    for (const stack of ["example-us-data", "example-us-recovery"]) {
      const json = stackJson(stack);
      for (const kind of ["resource", "data"] as const) {
        for (const [type, bodies] of Object.entries(json[kind] ?? {})) {
          for (const body of Object.values(bodies as Record<string, unknown>)) {
            checked += 1;
            violations.push(...conformance(type, body as Record<string, unknown>, kind));
          }
        }
      }
    }
    expect(violations).toEqual([]);
    expect(checked).toBeGreaterThan(12);
  });

  test("keeps remote state inside, and fails when the estate names a place abroad for it", () => {
    const state = {
      backend: "oci",
      bucket: "state",
      region: "us-ashburn-1",
      kmsKeyId: "ocid1.key.oc1.iad.vault.aaaaaaaaexample",
    } as const;
    const result = synthesizeEstate((estate) => {
      estate.state = { ...state };
    });
    expect(result.findings).toEqual([]);
    expect(result.notes).toEqual([]);
    expect(() =>
      synthesizeEstate((estate) => {
        estate.state = { ...state, region: "eu-frankfurt-1" };
      }),
    ).toThrow(/state\.region is "eu-frankfurt-1": it lies outside US/);
  });
});

describe("an estate that leaves the United States", () => {
  test("fails with the construct path, the region and the allowed ones", () => {
    const compose = () =>
      synthesizeEstate((estate) => {
        const [first] = estate.data.buckets;
        if (first?.replica !== undefined) {
          first.replica.region = "ap-singapore-1";
        }
      });
    expect(compose).toThrow(PropsError);
    expect(compose).toThrow(
      /^example-us-data\/us-user-content \(RegionLockedBucket\): replicaRegion is "ap-singapore-1": it lies outside US\. Fix: write one of .*us-phoenix-1/,
    );
  });

  test("fails when a replica goes to an allowed region where no stack receives it", () => {
    expect(() =>
      synthesizeEstate((estate) => {
        const [first] = estate.data.buckets;
        if (first?.replica !== undefined) {
          first.replica.region = "us-chicago-1";
        }
      }),
    ).toThrow(/data\.buckets\[0\]\.replica\.region is "us-chicago-1".*allowed: recovery\.region/);
  });
});
