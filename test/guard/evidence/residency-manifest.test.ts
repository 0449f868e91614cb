import type { CheckResult, Placement } from "../../../guard";
import { residencyCsv, residencyManifest } from "../../../guard/evidence/residency-manifest";
import { checkJson } from "../../support/check-json";

type Flow = NonNullable<CheckResult["flows"]>[number];

const NOTHING = checkJson({});
const HOME: Placement = {
  kind: "resource",
  stack: "data",
  address: "oci_objectstorage_bucket.home",
  region: "us-ashburn-1",
  status: "inside",
  evidence: "The provider lies in us-ashburn-1.",
};
const FLOW: Flow = {
  stack: "data",
  address: HOME.address,
  path: "/resource/x",
  kind: "replica",
  from: "us-ashburn-1",
  to: "us-phoenix-1",
  status: "inside",
};
const KEY: Flow = {
  ...FLOW,
  path: "/resource/k",
  kind: "key",
  to: "us-ashburn-1",
  target: "oci_kms_key.k",
  targetStack: "keys",
};

function manifestOf(placements: readonly Placement[], flows?: readonly Flow[]) {
  return residencyManifest({ ...NOTHING, placements, ...(flows === undefined ? {} : { flows }) });
}

const rowOf = (flows: readonly Flow[], more: Partial<Placement> = {}) =>
  manifestOf([{ ...HOME, ...more }], flows).rows[0];

const ROW = {
  stack: "data",
  address: "oci_objectstorage_bucket.home",
  kind: "resource",
  region: "us-ashburn-1",
  status: "inside",
  waivers: [],
  evidence: "The provider lies in us-ashburn-1.",
  keys: [],
  flows: [],
};

test("says what it was made for", () => {
  const { asOf, jurisdiction, summary } = NOTHING;
  expect(manifestOf([])).toEqual({ version: 1, asOf, jurisdiction, summary, rows: [] });
});

test("has a row without keys and flows where the check was not asked for them", () => {
  // `toStrictEqual`: a construct's path is absent where it is not known, not undefined.
  expect(manifestOf([HOME]).rows).toStrictEqual([ROW]);
});

test("has the construct and the waivers of a block that has them", () => {
  expect(rowOf([], { constructPath: "data/home", waivers: ["w"] })).toStrictEqual({
    ...ROW,
    constructPath: "data/home",
    waivers: ["w"],
  });
});

test("tells the keys of a block from what leads away from it", () => {
  const { stack: _stack, address: _address, ...way } = FLOW;
  const abroad = { ...way, path: "/resource/y", to: "eu-frankfurt-1", status: "outside" } as const;
  expect(rowOf([FLOW, KEY, { ...FLOW, ...abroad }])).toStrictEqual({
    ...ROW,
    keys: [
      {
        path: "/resource/k",
        key: "oci_kms_key.k",
        stack: "keys",
        region: "us-ashburn-1",
        status: "inside",
      },
    ],
    flows: [way, abroad],
  });
});

test("has nulls for a key that the input does not hold", () => {
  const { target: _target, targetStack: _stack, ...elsewhere } = KEY;
  expect(rowOf([{ ...elsewhere, to: null, status: "unproven" }])).toStrictEqual({
    ...ROW,
    keys: [{ path: "/resource/k", key: null, stack: null, region: null, status: "unproven" }],
  });
});

test.each<[string, Partial<Flow>]>([
  ["another stack", { stack: "other" }],
  ["another address", { address: "oci_objectstorage_bucket.hom" }],
])("gives a block no flow of %s", (_what, other) => {
  expect(rowOf([{ ...FLOW, ...other }])).toStrictEqual(ROW);
});

test("says the same as a table, a cell for what is not known left empty", () => {
  const { target: _target, targetStack: _stack, ...elsewhere } = KEY;
  const bare: Placement = { ...HOME, address: "provider.oci.x", kind: "provider", region: null };
  const flows: Flow[] = [
    KEY,
    { ...elsewhere, to: null },
    FLOW,
    { ...FLOW, kind: "log", to: null, target: "oci_logging_log.l" },
  ];
  const home = { ...HOME, constructPath: "data/home", waivers: ["w", "v"] };
  expect(residencyCsv(manifestOf([home, bare], flows)).split("\r\n")).toEqual([
    "stack,address,construct path,kind,region,status,waivers,keys,flows,evidence",
    "data,oci_objectstorage_bucket.home,data/home,resource,us-ashburn-1,inside,w; v," +
      "oci_kms_key.k in us-ashburn-1; /resource/k in ?," +
      "replica /resource/x to us-phoenix-1; log oci_logging_log.l to ?," +
      "The provider lies in us-ashburn-1.",
    "data,provider.oci.x,,provider,,inside,,,,The provider lies in us-ashburn-1.",
    "",
  ]);
});
