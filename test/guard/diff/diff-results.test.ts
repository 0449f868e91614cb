import { type CheckResult, diffResults, isWorse, worseningsOf } from "../../../guard";
import { Jurisdiction } from "../../../jurisdiction";
import { COMPARTMENT } from "../../support/check-json";
import { bucket, buckets, madeBy, providers, side, waiver } from "./sides";

const HOME = "us-ashburn-1";
const ABROAD = "ap-singapore-1";
const BOTH = [HOME, ABROAD];

const addresses = (list: readonly { readonly address: string }[]) =>
  list.map(({ address }) => address);

const briefly = (list: CheckResult["findings"]) =>
  list.map(({ rule, status, address }) => `${status} ${rule} ${address}`);

const replication = (to: string) => ({
  name: "copy",
  namespace: "ns",
  bucket: "b",
  destination_bucket_name: "copy",
  destination_region_name: to,
  provider: `oci.${HOME}`,
});

describe("a diff of the same input", () => {
  test("has nothing in it, and is no worse", () => {
    const same = side(buckets({ a: bucket(HOME), b: bucket(HOME, { access_type: "ObjectRead" }) }));
    const diff = diffResults(same, structuredClone(same));
    expect(diff.placements).toEqual({
      appeared: [],
      left: [],
      moved: [],
      lostProof: [],
      gainedProof: [],
    });
    expect(diff.findings).toEqual({ appeared: [], gone: [], changed: [] });
    expect(diff.flows).toEqual({ appeared: [], gone: [], changed: [] });
    expect([diff.reachability, diff.waivers]).toEqual([[], []]);
    expect(isWorse(diff)).toBe(false);
  });

  test("has nothing in it when the order of its properties is another", () => {
    const base = side(buckets({ a: bucket(HOME), b: bucket(ABROAD) }, BOTH));
    const head = side(buckets({ b: bucket(ABROAD), a: bucket(HOME) }, BOTH));
    const diff = diffResults(base, head);
    expect([diff.findings.appeared, diff.findings.gone, diff.placements.moved]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe("blocks", () => {
  test("are told apart as appeared, left and moved inside, which is no worsening", () => {
    const regions = [HOME, "us-phoenix-1"];
    const base = side(buckets({ stays: bucket(HOME), goes: bucket(HOME) }, regions));
    const head = side(buckets({ stays: bucket("us-phoenix-1"), comes: bucket(HOME) }, regions));
    const { placements } = diffResults(base, head);
    expect(addresses(placements.appeared)).toEqual(["oci_objectstorage_bucket.comes"]);
    expect(addresses(placements.left)).toEqual(["oci_objectstorage_bucket.goes"]);
    expect(placements.moved.map(({ before, after }) => [before.region, after.region])).toEqual([
      [HOME, "us-phoenix-1"],
    ]);
    expect([placements.lostProof, placements.gainedProof]).toEqual([[], []]);
    expect(isWorse(diffResults(base, head))).toBe(false);
  });

  test("lose their proof where they move abroad, and gain it on the way back", () => {
    const inside = side(buckets({ b: bucket(HOME) }, BOTH));
    const outside = side(buckets({ b: bucket(ABROAD) }, BOTH));
    const there = diffResults(inside, outside);
    expect(there.placements.lostProof).toHaveLength(1);
    expect(there.placements.moved).toHaveLength(1);
    expect(isWorse(there)).toBe(true);
    const back = diffResults(outside, inside);
    expect(back.placements.gainedProof).toHaveLength(1);
    expect(back.findings.gone.length).toBeGreaterThan(0);
    expect(isWorse(back)).toBe(false);
  });

  test("are the same under another address where their construct path stays", () => {
    const base = side(buckets({ old_1A2B: bucket(HOME, madeBy("data/b/bucket")) }));
    const head = side(buckets({ renamed: bucket(HOME, madeBy("data/b/bucket")) }));
    const { placements } = diffResults(base, head);
    expect([placements.appeared, placements.left]).toEqual([[], []]);
  });

  test("are others under another address without a construct path", () => {
    const base = side(buckets({ a: bucket(HOME) }));
    const head = side(buckets({ b: bucket(HOME) }));
    const { placements } = diffResults(base, head);
    expect([placements.appeared.length, placements.left.length]).toEqual([1, 1]);
  });

  test("are those of one stack where each side is one stack that is called after its file", () => {
    const content = buckets({ b: bucket(HOME, { access_type: "ObjectRead" }) });
    const diff = diffResults(side(content, { stack: "before" }), side(content, { stack: "after" }));
    expect([diff.placements.appeared, diff.findings.appeared]).toEqual([[], []]);
  });
});

describe("findings", () => {
  test("are new where something public comes, and that is worse", () => {
    const base = side(buckets({ b: bucket(HOME) }));
    const head = side(buckets({ b: bucket(HOME, { access_type: "ObjectRead" }) }));
    const diff = diffResults(base, head);
    expect(briefly(diff.findings.appeared)).toEqual([
      "outside bucket-not-public oci_objectstorage_bucket.b",
    ]);
    // The finding tells it: the lost proof is not told twice.
    expect(worseningsOf(diff).lostProof).toEqual([]);
    expect(isWorse(diff)).toBe(true);
  });

  test("stay the same where the block gets another place in the file", () => {
    const base = side(buckets({ b: bucket(ABROAD) }, [ABROAD]));
    const head = side(buckets({ b: bucket(ABROAD) }, [HOME, ABROAD]));
    expect(base.findings.map(({ path }) => path)).not.toEqual(
      head.findings.map(({ path }) => path),
    );
    expect(diffResults(base, head).findings).toEqual({ appeared: [], gone: [], changed: [] });
  });

  test("stay the same behind an entry that is put before theirs in a list", () => {
    const policy = (...statements: readonly string[]) => ({
      ...providers(HOME),
      resource: {
        oci_identity_policy: {
          p: { compartment_id: COMPARTMENT, name: "p", description: "p", statements },
        },
      },
    });
    const first = "Allow service objectstorage-eu-frankfurt-1 to use keys in tenancy";
    const second = "Allow service objectstorage-ap-singapore-1 to use keys in tenancy";
    const diff = diffResults(side(policy(second)), side(policy(first, second)));
    expect(diff.findings.gone).toEqual([]);
    expect(diff.findings.appeared.map(({ value }) => value)).toEqual(
      diff.findings.appeared.map(() => first),
    );
    expect(diff.findings.appeared.length).toBeGreaterThan(0);
  });

  test("are new where the same argument leads to another country", () => {
    const to = (region: string) =>
      side({
        ...providers(HOME),
        resource: { oci_objectstorage_replication_policy: { p: replication(region) } },
      });
    const diff = diffResults(to(ABROAD), to("eu-frankfurt-1"));
    expect(diff.findings.appeared.map(({ region }) => region)).toEqual(["eu-frankfurt-1"]);
    expect(diff.findings.gone.map(({ region }) => region)).toEqual([ABROAD]);
    expect(isWorse(diff)).toBe(true);
  });

  test("get worse where what was not proven turns out to lie abroad, and better the other way", () => {
    const unproven = side({
      ...providers(HOME),
      variable: { to: { type: "string" } },
      resource: { oci_objectstorage_replication_policy: { p: replication("${var.to}") } },
    });
    const [finding] = unproven.findings;
    expect(finding?.status).toBe("unproven");
    const outside: CheckResult = {
      ...unproven,
      findings: unproven.findings.map((each) => ({ ...each, status: "outside", region: ABROAD })),
    };
    expect(diffResults(unproven, outside).findings.changed).toMatchObject([{ change: "worse" }]);
    expect(isWorse(diffResults(unproven, outside))).toBe(true);
    expect(diffResults(outside, unproven).findings.changed).toMatchObject([{ change: "better" }]);
    expect(isWorse(diffResults(outside, unproven))).toBe(false);
  });

  test("are no worse with another value that proves as little", () => {
    const to = (name: string) =>
      side({
        ...providers(HOME),
        variable: { a: { type: "string" }, b: { type: "string" } },
        resource: { oci_objectstorage_replication_policy: { p: replication(`\${var.${name}}`) } },
      });
    const diff = diffResults(to("a"), to("b"));
    expect(diff.findings.changed).toMatchObject([{ change: "other-value" }]);
    expect(isWorse(diff)).toBe(false);
  });

  test("about the waiver file are the same whatever the file is called", () => {
    const result = side(buckets({ b: bucket(HOME) }), { waivers: [waiver("b")] });
    const renamed: CheckResult = {
      ...result,
      findings: result.findings.map((finding) => ({
        ...finding,
        file: "old/waivers.json",
        address: `old/waivers.json#${finding.path}`,
      })),
    };
    expect(result.findings.map(({ rule }) => rule)).toEqual(["waiver-matched"]);
    expect(diffResults(renamed, result).findings).toEqual({
      appeared: [],
      gone: [],
      changed: [],
    });
  });
});

describe("waivers", () => {
  const abroad = buckets({ b: bucket(ABROAD) }, [ABROAD]);
  // The provider configuration is a finding of its own.
  const provider = {
    ...waiver("b"),
    id: "retire-provider",
    rule: "provider-inside",
    subject: "data:provider.oci.ap-singapore-1",
  };
  const waived = (more: object = {}, asOf?: string) =>
    side(abroad, {
      waivers: [waiver("b", more), provider],
      ...(asOf === undefined ? {} : { asOf }),
    });

  test("that come with what they cover are shown, and are no worsening", () => {
    const diff = diffResults(side(buckets({ a: bucket(HOME) })), waived());
    expect(diff.waivers.map(({ change, id }) => [change, id])).toEqual([
      ["came", "retire-b"],
      ["came", "retire-provider"],
    ]);
    expect(briefly(diff.waivers[0]?.findings ?? [])).toEqual([
      "outside resource-inside oci_objectstorage_bucket.b",
    ]);
    expect(diff.waivers[0]?.after?.owner).toBe("storage-team");
    expect(isWorse(diff)).toBe(false);
  });

  test("that are renewed say when they ended before", () => {
    const diff = diffResults(waived({ expires: "2026-02-15" }), waived());
    expect(diff.waivers).toMatchObject([
      { change: "renewed", before: { expires: "2026-02-15" }, after: { expires: "2026-03-31" } },
    ]);
    expect(isWorse(diff)).toBe(false);
  });

  test("that end earlier or have another owner are changed and not renewed", () => {
    expect(diffResults(waived(), waived({ expires: "2026-02-15" })).waivers).toMatchObject([
      { change: "changed" },
    ]);
    expect(diffResults(waived(), waived({ owner: "someone-else" })).waivers).toMatchObject([
      { change: "changed" },
    ]);
  });

  test("that run out leave what they covered open, which is worse", () => {
    const diff = diffResults(
      waived({ expires: "2026-02-15" }),
      waived({ expires: "2026-02-15" }, "2026-02-16"),
    );
    expect(diff.waivers).toMatchObject([{ change: "ran-out", id: "retire-b" }]);
    expect(diff.findings.changed).toMatchObject([{ change: "worse" }]);
    expect(isWorse(diff)).toBe(true);
  });

  test("that are removed with what they covered are no worsening", () => {
    const diff = diffResults(waived(), side(buckets({ a: bucket(HOME) }), { waivers: [] }));
    expect(diff.waivers.map(({ change }) => change)).toEqual(["removed", "removed"]);
    expect(isWorse(diff)).toBe(false);
  });

  test("of a whole stack are shown where they cover something new", () => {
    const stackWaivers = ["resource-inside", "provider-inside"].map((rule) => ({
      ...waiver("b"),
      id: rule,
      rule,
      subject: "data",
    }));
    const base = side(abroad, { waivers: stackWaivers });
    const head = side(buckets({ b: bucket(ABROAD), c: bucket(ABROAD) }, [ABROAD]), {
      waivers: stackWaivers,
    });
    const diff = diffResults(base, head);
    expect(diff.waivers).toMatchObject([{ change: "covers-more", id: "resource-inside" }]);
    expect(addresses(diff.waivers[0]?.findings ?? [])).toEqual(["oci_objectstorage_bucket.c"]);
    expect(isWorse(diff)).toBe(false);
  });

  test("are known by their ids where a result names them and does not hold them", () => {
    const { waivers: _waivers, ...head } = waived();
    const diff = diffResults(side(abroad), head);
    expect(diff.waivers).toMatchObject([
      { change: "came", id: "retire-b" },
      { change: "came", id: "retire-provider" },
    ]);
    expect(diff.waivers[0]?.after).toBeUndefined();
  });
});

describe("the jurisdiction", () => {
  test("is named where it allows more than before, without being a worsening by itself", () => {
    const wider = Jurisdiction.define({
      name: "US and Singapore",
      countries: ["US", "SG"],
      regions: [...Jurisdiction.US.regions, ABROAD],
    });
    const content = buckets({ b: bucket(ABROAD) }, [ABROAD]);
    const diff = diffResults(side(content), side(content, { jurisdiction: wider }));
    expect(diff.jurisdiction).toEqual({ regionsAdded: [ABROAD], regionsRemoved: [] });
    expect(isWorse(diff)).toBe(false);
    expect(diffResults(side(content, { jurisdiction: wider }), side(content)).jurisdiction).toEqual(
      {
        regionsAdded: [],
        regionsRemoved: [ABROAD],
      },
    );
  });
});

describe("flows", () => {
  const withReplica = (to?: string) =>
    side({
      ...providers(HOME),
      resource: {
        oci_objectstorage_bucket: { b: bucket(HOME) },
        ...(to === undefined
          ? {}
          : { oci_objectstorage_replication_policy: { p: replication(to) } }),
      },
    });

  test("appear, change and go with the arguments that they are", () => {
    const led = (list: readonly { readonly to: string | null }[] = []) => list.map(({ to }) => to);
    const none = withReplica();
    const phoenix = withReplica("us-phoenix-1");
    const chicago = withReplica("us-chicago-1");
    expect(led(diffResults(none, phoenix).flows?.appeared)).toContain("us-phoenix-1");
    expect(led(diffResults(phoenix, none).flows?.gone)).toContain("us-phoenix-1");
    expect(
      diffResults(phoenix, chicago).flows?.changed.map(({ before, after }) => [
        before.to,
        after.to,
      ]),
    ).toEqual([["us-phoenix-1", "us-chicago-1"]]);
  });

  test("are compared only where both sides list them", () => {
    const content = buckets({ b: bucket(HOME) });
    expect(diffResults(side(content, { flows: false }), side(content)).flows).toBeUndefined();
  });
});

test("10,000 findings are paired with 10,000 others by what they are about", () => {
  const many = (reverse: boolean) => {
    const names = Array.from({ length: 10_000 }, (_, index) => `b${index}`);
    const ordered = reverse ? [...names].reverse() : names;
    return side(
      buckets(
        Object.fromEntries(
          ordered.map((name) => [name, bucket(HOME, { access_type: "ObjectRead" })]),
        ),
      ),
      { flows: false },
    );
  };
  const diff = diffResults(many(false), many(true));
  expect([diff.findings.appeared, diff.findings.gone, diff.placements.appeared]).toEqual([
    [],
    [],
    [],
  ]);
});
