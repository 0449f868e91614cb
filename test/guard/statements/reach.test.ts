import { ALWAYS, NEVER, PERHAPS, type Truth } from "../../../guard/statements/condition";
import {
  listRegions,
  reachOf,
  regionField,
  regionsMatching,
} from "../../../guard/statements/reach";
import { Jurisdiction, Region } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";
import { allowWhere } from "./aws-findings";

const regions = (...ids: readonly string[]) => ids.map((id) => Region.of(id));

/** The reach of a condition that holds as `truths` say in the regions named, and else as `unlisted`. */
function reach(truths: Readonly<Record<string, Truth>>, unlisted: Truth, of = Jurisdiction.US) {
  const named = new Set(regions(...Object.keys(truths)));
  const truthIn = (region: Region | undefined) =>
    region === undefined ? unlisted : (truths[region.id] ?? unlisted);
  const { favored, spared, open, covers } = reachOf(truthIn, named, "aws", of);
  return { favored: favored.map(String), spared: spared.map(String), open, covers };
}

const US: Readonly<Record<string, Truth>> = {
  "us-east-1": ALWAYS,
  "us-east-2": ALWAYS,
  "us-west-1": ALWAYS,
  "us-west-2": ALWAYS,
};

describe("a condition", () => {
  test("that holds everywhere favors and spares nothing", () => {
    expect(reach({}, ALWAYS)).toEqual({ favored: [], spared: [], open: true, covers: true });
  });

  test("that holds inside only favors and spares nothing, also of what it names", () => {
    const inside = { favored: [], spared: [], open: false, covers: false };
    expect(reach(US, NEVER)).toEqual(inside);
    expect(reach({ ...US, "eu-west-1": NEVER }, NEVER)).toEqual(inside);
  });

  test("favors a region abroad in which it rather holds than in one inside", () => {
    expect(reach({ "eu-west-1": ALWAYS }, NEVER).favored).toEqual(["eu-west-1"]);
    expect(reach({ ...US, "eu-west-1": PERHAPS }, NEVER).favored).toEqual([]);
    expect(reach({ ...US, "us-west-2": NEVER, "eu-west-1": PERHAPS }, NEVER).favored).toEqual([
      "eu-west-1",
    ]);
  });

  test("favors all regions abroad where it leaves one inside out", () => {
    const { favored, covers } = reach({ "us-east-1": NEVER }, ALWAYS);
    expect(favored).toHaveLength(Region.all("aws").length - 4);
    expect(covers).toBe(true);
  });

  test("spares a region abroad in which it never holds, though it does in others", () => {
    const spared = { favored: [], spared: ["eu-west-1"], open: true, covers: false };
    expect(reach({ "eu-west-1": NEVER }, ALWAYS)).toEqual(spared);
    expect(reach({ "eu-west-1": NEVER, "eu-west-2": ALWAYS }, ALWAYS)).toEqual(spared);
    expect(reach({ "eu-west-1": PERHAPS }, ALWAYS)).toEqual({ ...spared, spared: [] });
  });

  test("does not cover what it holds in only perhaps", () => {
    expect(reach({}, PERHAPS)).toEqual({ favored: [], spared: [], open: true, covers: false });
    expect(reach({ "eu-west-1": ALWAYS }, PERHAPS).covers).toBe(false);
  });

  test("favors whatever it names for a jurisdiction without a region of the cloud", () => {
    const none = Jurisdiction.US_DEDICATED_OC23;
    expect(reach({ "us-east-1": ALWAYS }, NEVER, none).favored).toEqual(["us-east-1"]);
    const policy = JSON.stringify({
      Statement: allowWhere("StringEquals", "aws:RequestedRegion", "us-east-1"),
    });
    const document = {
      provider: { aws: [{ region: "us-east-1" }] },
      resource: { aws_iam_policy: { p: { policy } } },
    };
    expect(checkJson(document, none).findings).toContainEqual(
      expect.objectContaining({
        rule: "aws-policy-inside",
        message: expect.stringContaining("allows requests to us-east-1, outside"),
      }),
    );
  });
});

describe("regions in a finding", () => {
  const four = ["eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1"];

  test.each([
    [four.slice(0, 1), "eu-west-1", { region: "eu-west-1" }],
    [
      four.slice(0, 3),
      "eu-west-1, eu-west-2, eu-west-3",
      { region: "eu-west-1, eu-west-2, eu-west-3" },
    ],
    [four, "eu-west-1, eu-west-2, eu-west-3 and 1 more", {}],
  ])("are listed up to three: %j", (ids, list, field) => {
    expect(listRegions(regions(...ids))).toBe(list);
    expect(regionField(regions(...ids))).toEqual(field);
  });
});

describe("the regions of a wildcard", () => {
  const ids = (start: string, of = Jurisdiction.US) =>
    [...regionsMatching("aws", ({ id }) => id.startsWith(start), of)].map(String).sort();

  test("are those of the jurisdiction's partition", () => {
    expect(ids("us-gov-")).toEqual(["us-gov-east-1", "us-gov-west-1"]);
    expect(ids("us-")).toEqual(["us-east-1", "us-east-2", "us-west-1", "us-west-2"]);
    expect(ids("us-", Jurisdiction.US_GOVERNMENT)).toEqual(["us-gov-east-1", "us-gov-west-1"]);
  });

  test("are those of others where it takes in none of that one", () => {
    expect(ids("cn-")).toEqual(["cn-north-1", "cn-northwest-1"]);
    expect(ids("zz-")).toEqual([]);
  });
});
