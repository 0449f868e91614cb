import { type CheckResult, check, type Placement } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { bucketBody, bucketIn, checkJson } from "../../support/check-json";
import { checkWith, WAIVER } from "../../support/waivers";

const NEAR = { oci: [{ region: "us-ashburn-1" }] };
const BUCKET = "oci_objectstorage_bucket";
const KEY = "ocid1.key.oc1.iad.vault.aaaaaaaaexample";

/** Placements of what is named, the findings left alone. */
function placementsOf(json: object, ...addresses: readonly string[]): readonly Placement[] {
  return checkJson(json).placements.filter(({ address }) => addresses.includes(address));
}

function madeBy(path: string, ...stackTrace: readonly string[]): object {
  return { "//": { metadata: { path, uniqueId: "b", stackTrace } } };
}

/** Judges stacks, in the order given, with the folder `m` that a module call can name. */
function checkStacks(stacks: Readonly<Record<string, object>>): CheckResult {
  const module = {
    stack: "m",
    file: "m/m.tf.json",
    folder: "m",
    json: { variable: { region: {} } },
  };
  const documents = Object.entries(stacks).map(([stack, json]) => ({
    stack,
    file: `${stack}.tf.json`,
    folder: ".",
    json: json as JsonObject,
  }));
  return check(
    { documents, unread: [], modules: new Map([["m", { documents: [module] }]]) },
    { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
  );
}

describe("the placements of a result", () => {
  test("are of resources, data sources, providers and backends, and of nothing else", () => {
    const oci = { bucket: "s", namespace: "n", region: "us-ashburn-1", kms_key_id: KEY };
    const result = checkJson({
      terraform: { backend: { oci } },
      provider: NEAR,
      variable: { v: { default: "x" } },
      output: { o: { value: "x" } },
      locals: { l: "x" },
      data: { oci_core_images: { d: { compartment_id: "c" } } },
      resource: { [BUCKET]: { b: bucketBody({}) } },
    });
    const near = { stack: "test", region: "us-ashburn-1", status: "inside" };
    const set = "provider.oci sets region us-ashburn-1";
    expect(result.findings).toEqual([]);
    expect(result.placements).toStrictEqual([
      { ...near, kind: "data", address: "data.oci_core_images.d", evidence: set },
      { ...near, kind: "resource", address: `${BUCKET}.b`, evidence: set },
      { ...near, kind: "provider", address: "provider.oci", evidence: set },
      {
        ...near,
        kind: "backend",
        address: "terraform.backend.oci",
        evidence: "terraform.backend.oci keeps or brings in data",
      },
    ]);
  });

  test("come by stack and address, however the input orders them", () => {
    const buckets = { z: bucketBody({}), a: bucketBody({}) };
    const json = { provider: NEAR, resource: { [BUCKET]: buckets } };
    const { placements } = checkStacks({ shop: json, bank: json });
    expect(placements.map(({ stack, address }) => `${stack}:${address}`)).toEqual([
      `bank:${BUCKET}.a`,
      `bank:${BUCKET}.z`,
      "bank:provider.oci",
      `shop:${BUCKET}.a`,
      `shop:${BUCKET}.z`,
      "shop:provider.oci",
    ]);
  });

  test("are judged by stack, where two stacks have blocks of one address", () => {
    const near = { provider: NEAR, resource: { [BUCKET]: { b: bucketBody({}) } } };
    const open = bucketBody({ access_type: "ObjectRead" });
    const far = { provider: NEAR, resource: { [BUCKET]: { b: open } } };
    const { placements } = checkStacks({ near, far });
    const buckets = placements.filter(({ kind }) => kind === "resource");
    expect(buckets.map(({ stack, status }) => `${stack} ${status}`)).toEqual([
      "far outside",
      "near inside",
    ]);
  });

  test.each([
    ["nothing where nothing was recorded", {}, {}],
    ["the construct that made it", madeBy("shop/b"), { constructPath: "shop/b" }],
    [
      "the construct and the line that made it",
      madeBy("shop/b", "stacks/shop.ts:27:5"),
      { constructPath: "shop/b", source: { file: "stacks/shop.ts", line: 27, column: 5 } },
    ],
  ])("name %s", (_what, comment, made) => {
    const resource = { [BUCKET]: { b: bucketBody(comment) } };
    expect(placementsOf({ provider: NEAR, resource }, `${BUCKET}.b`)).toStrictEqual([
      {
        kind: "resource",
        stack: "test",
        address: `${BUCKET}.b`,
        ...made,
        region: "us-ashburn-1",
        status: "inside",
        evidence: "provider.oci sets region us-ashburn-1",
      },
    ]);
  });

  test.each([
    ["the region that is proven", "us-ashburn-1", "us-ashburn-1", "inside"],
    ["the region that is proven abroad", "eu-paris-1", "eu-paris-1", "outside"],
    ["no region where none is known", "us-nowhere-1", null, "unproven"],
    ["all regions that are possible", "${var.region}", "us-ashburn-1 or us-phoenix-1", "inside"],
  ])("name %s", (_what, region, expected, status) => {
    const condition = '${contains(["us-phoenix-1", "us-ashburn-1"], var.region)}';
    const json = {
      variable: { region: { validation: [{ condition, error_message: "Stay." }] } },
      provider: { oci: [{ region }] },
    };
    expect(placementsOf(json, "provider.oci")).toMatchObject([{ region: expected, status }]);
  });

  test("take the worse of the block's place and of what the findings say", () => {
    const { kms_key_id: _key, ...keyless } = bucketBody({}) as JsonObject;
    const buckets = {
      far: { ...keyless, provider: "oci.far" },
      good: bucketBody({}),
      keyless,
      public: bucketBody({ access_type: "ObjectRead" }),
      worse: { ...keyless, access_type: "ObjectRead" },
    };
    const provider = { oci: [...NEAR.oci, { alias: "far", region: "eu-paris-1" }] };
    const { placements } = checkJson({ provider, resource: { [BUCKET]: buckets } });
    const found = placements.filter(({ kind }) => kind === "resource");
    expect(found.map(({ address, status }) => `${address} ${status}`)).toEqual([
      `${BUCKET}.far outside`,
      `${BUCKET}.good inside`,
      `${BUCKET}.keyless unproven`,
      `${BUCKET}.public outside`,
      `${BUCKET}.worse outside`,
    ]);
  });
});

describe("the placement of what keeps or brings in data", () => {
  const remote = (region: string) => ({
    data: {
      terraform_remote_state: {
        r: { backend: "s3", config: { bucket: "s", key: "k", region, encrypt: true } },
      },
    },
  });
  const backend = (type: string, config: object) => ({
    terraform: { backend: { [type]: config } },
  });
  const s3 = { bucket: "s", key: "k", encrypt: true, kms_key_id: "alias/state" };
  const placed = (kind: string, address: string, region: string | null, status: string) => ({
    kind,
    stack: "test",
    address,
    region,
    status,
    evidence: `${address} keeps or brings in data`,
  });

  test.each([
    [
      "a module that was not read",
      { module: { m: { source: "./m" } } },
      placed("module", "module.m", null, "unproven"),
    ],
    [
      "remote state abroad",
      remote("eu-west-1"),
      placed("data", "data.terraform_remote_state.r", null, "outside"),
    ],
    [
      "a backend abroad",
      backend("s3", { ...s3, region: "eu-west-1" }),
      placed("backend", "terraform.backend.s3", "eu-west-1", "outside"),
    ],
    [
      "a backend whose region nothing proves",
      backend("s3", { ...s3, region: "${var.region}" }),
      placed("backend", "terraform.backend.s3", null, "unproven"),
    ],
    [
      "a backend without a region",
      backend("s3", s3),
      placed("backend", "terraform.backend.s3", null, "unproven"),
    ],
  ])("tells of %s", (_what, json, placement) => {
    expect(checkJson(json).placements).toStrictEqual([placement]);
  });

  test.each([
    ["local state", backend("local", { path: "x.tfstate" })],
    [
      "local state beside a region, which says nothing of it",
      backend("local", { region: "eu-west-1" }),
    ],
    ["remote state in an allowed region", remote("us-east-1")],
  ])("is left out for %s", (_what, json) => {
    const { findings, placements } = checkJson(json);
    expect([findings, placements]).toEqual([[], []]);
  });

  test.each([
    ["that was read", {}, []],
    ["that is told an allowed region", { region: "us-ashburn-1" }, ["us-ashburn-1 inside"]],
    ["that is told a region abroad", { region: "eu-paris-1" }, ["eu-paris-1 outside"]],
  ])("follows a module %s", (_what, call, expected) => {
    const { placements } = checkStacks({ shop: { module: { m: { source: "./m", ...call } } } });
    const modules = placements.filter(({ kind }) => kind === "module");
    expect(modules.map(({ region, status }) => `${region} ${status}`)).toEqual(expected);
  });
});

describe("the summary of a result", () => {
  test("counts resources and data sources by their status, and neither providers nor modules", () => {
    const provider = {
      oci: [...NEAR.oci, { alias: "far", region: "eu-paris-1" }, { alias: "unknown" }],
    };
    const result = checkJson({
      provider,
      module: { m: { source: "./m" } },
      data: {
        oci_core_images: {
          near: { compartment_id: "c" },
          far: { compartment_id: "c", provider: "oci.far" },
        },
      },
      resource: {
        [BUCKET]: {
          near: bucketBody({}),
          other: bucketBody({}),
          unknown: bucketBody({ provider: "oci.unknown" }),
        },
      },
    });
    expect(result.summary).toEqual({
      resources: 5,
      inside: 3,
      outside: 1,
      unproven: 1,
      waived: 0,
    });
  });

  test("counts what is waived apart from what it would be", () => {
    const { summary } = checkWith([WAIVER]);
    expect(summary).toEqual({ resources: 1, inside: 0, outside: 0, unproven: 0, waived: 1 });
    expect(checkJson(bucketIn("ap-singapore-1")).summary).toEqual({
      resources: 1,
      inside: 0,
      outside: 1,
      unproven: 0,
      waived: 0,
    });
  });
});
