import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PropsError } from "../../constructs";
import { type CheckResult, check, readSource } from "../../guard";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import { describeEstate, type Estate } from "../../stacks";
import {
  AS_OF,
  DEADLINE,
  exampleEstate,
  type Mutable,
  synthesizeTo,
  waiversOf,
} from "../support/estate";

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "onshore-"));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** Synthesizes the example as `change` makes it, and judges it with its own waivers. */
function synthesizeEstate(
  change: (estate: Mutable<Estate>) => void = () => {},
  asOf = AS_OF,
): CheckResult {
  const composed = synthesizeTo(outdir, exampleEstate(change));
  return check(readSource(outdir), {
    jurisdiction: Jurisdiction.US,
    asOf,
    waivers: waiversOf(composed),
  });
}

const openFindings = ({ findings }: CheckResult) =>
  findings.filter(({ waiver }) => waiver === undefined);

const STACKS = [
  "example-aws-source",
  "example-singapore-retirement",
  "example-tenancy",
  "example-us-data",
  "example-us-recovery",
];

function stackJson(name: string) {
  return JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
}

describe("the example estate", () => {
  test("is proven inside with the waivers of its retirement stack and no others", () => {
    const result = synthesizeEstate();
    expect(openFindings(result)).toEqual([]);
    const waived = result.findings.filter(({ waiver }) => waiver !== undefined);
    expect(waived.length).toBeGreaterThan(5);
    expect(new Set(waived.map(({ stack }) => stack))).toEqual(
      new Set(["example-singapore-retirement"]),
    );
  });

  test("keeps every stack in its own regions", () => {
    const result = synthesizeEstate();
    const regions = new Map<string, Set<string | null>>();
    for (const { stack, region, address, kind } of result.placements) {
      // IAM objects are made in the home region, whichever stack they are for.
      if (kind === "resource" && !address.startsWith("oci_identity_")) {
        regions.set(stack, (regions.get(stack) ?? new Set()).add(region));
      }
    }
    expect(regions).toEqual(
      new Map([
        ["example-aws-source", new Set(["us-east-1"])],
        ["example-singapore-retirement", new Set(["us-east-1", "ap-southeast-1"])],
        ["example-tenancy", new Set(["us-ashburn-1"])],
        ["example-us-data", new Set(["us-ashburn-1"])],
        ["example-us-recovery", new Set(["us-phoenix-1"])],
      ]),
    );
  });

  test("turns red as a whole on the day after the deadline", () => {
    expect(openFindings(synthesizeEstate(() => {}, DEADLINE))).toEqual([]);
    const late = openFindings(synthesizeEstate(() => {}, "2026-03-03"));
    expect(late.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["waiver-current"]));
    expect(late.some(({ status }) => status === "outside")).toBe(true);
  });

  test("is proven without any waiver once nothing is retired", () => {
    const result = synthesizeEstate((estate) => {
      delete estate.aws?.retirement;
    });
    expect(result.findings).toEqual([]);
  });

  test("proves of every data subnet that the internet does not reach it, and it nothing outside", () => {
    const data = synthesizeEstate().reachability.filter(({ role }) => role === "data");
    expect(data.length).toBeGreaterThan(1);
    for (const { verdict, inbound } of data) {
      expect(["closed", "inside", "cloud-services-only"]).toContain(verdict);
      expect(inbound.flatMap(({ hops }) => hops.map(({ address }) => address))).not.toContain(
        "internet",
      );
    }
  });

  test("lets nobody in but through the web application firewall", () => {
    const edge = synthesizeEstate().reachability.filter(({ role }) => role === "edge");
    expect(edge.map(({ verdict }) => verdict)).toEqual(["through-waf"]);
  });

  test("says which service families are locked, and in which order its stacks are deployed", () => {
    const text = describeEstate(synthesizeTo(outdir, exampleEstate()));
    expect(text).toMatch(/^Quotas: \d+ of \d+ service families have no capacity outside$/m);
    expect(text).toMatch(/locked .*block-storage/);
    expect(text).toMatch(/not lockable .*dns/);
    const order = [...text.matchAll(/cdktf deploy (\S+)/g)].map(([, name]) => name);
    expect(order).toEqual([
      "example-tenancy",
      "example-us-recovery",
      "example-us-data",
      "example-aws-source",
      "example-singapore-retirement",
    ]);
  });

  test("keeps each stack's state apart", () => {
    synthesizeEstate();
    const paths = STACKS.map((stack) => stackJson(stack).terraform.backend.local.path);
    expect(new Set(paths).size).toBe(STACKS.length);
  });

  test("looks the namespace up where the estate does not give it", () => {
    const result = synthesizeEstate((estate) => {
      delete estate.namespace;
      // AWS cannot look it up, and asks for it.
      delete estate.aws;
    });
    expect(openFindings(result)).toEqual([]);
    expect(Object.keys(stackJson("example-us-data").data)).toContain("oci_objectstorage_namespace");
  });

  test("deploys the bucket that receives before the policy that sends", () => {
    synthesizeEstate();
    const manifest = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    expect(manifest.stacks["example-us-data"].dependencies).toContain("example-us-recovery");
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
      delete estate.aws;
      const [first] = estate.data.buckets;
      if (first !== undefined) {
        first.storageTier = "Archive";
      }
      estate.data.vault = { replicaRegion: "us-chicago-1" };
    });
    const violations: string[] = [];
    let checked = 0;
    for (const stack of ["example-tenancy", "example-us-data", "example-us-recovery"]) {
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
    expect(checked).toBeGreaterThan(100);
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
    expect(openFindings(result)).toEqual([]);
    const local = result.notes.filter(({ message }) => message.includes("stays on the machine"));
    expect(local.filter(({ stack }) => !/aws|singapore/.test(stack))).toEqual([]);
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
