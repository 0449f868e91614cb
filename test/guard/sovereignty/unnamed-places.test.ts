import { flowArguments } from "../../../guard/flow/catalogue";
import { UNNAMED_PLACES, type UnnamedPlace } from "../../../guard/sovereignty/unnamed-places";
import { Jurisdiction, Region } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";
import { at } from "../../support/of-rule";
import { nested, told } from "./told";

const RULE = "flow-inside";

const inRegion = (region: string, type: string, body: object) => ({
  provider: { oci: [{ region }] },
  resource: { [type]: { r: body } },
});

const said = (type: string, body: object, more: object = {}) =>
  told(RULE, { ...inRegion("us-ashburn-1", type, body), ...more });

const CHOICES = Object.entries(UNNAMED_PLACES).flatMap(([type, choices]) =>
  choices.map((choice): [string, string, UnnamedPlace] => [
    type,
    [choice.block, choice.argument].filter((part) => part !== undefined).join("."),
    choice,
  ]),
);

const named = CHOICES.filter(([, , { namedBy }]) => namedBy !== undefined);

function bodyOf({ block, argument }: UnnamedPlace, value: unknown, more: object = {}): object {
  const inner = { [argument]: value, ...more };
  return block === undefined ? inner : nested(block, inner);
}

test("names resource types that the provider has", () => {
  expect(Object.keys(UNNAMED_PLACES).filter((type) => flowArguments(type) === undefined)).toEqual(
    [],
  );
});

describe.each(named)("%s with %s", (type, path, choice) => {
  const [value = ""] = choice.values;
  const [name = ""] = choice.namedBy ?? [];

  test("is unproven where nothing names the place, and tells what to do", () => {
    expect(said(type, bodyOf(choice, value))).toEqual([
      {
        status: "unproven",
        path: at(type, path.replaceAll(".", "/")),
        value,
        message: `${type}.r ${choice.says}, and nothing proves that it lies inside US.`,
        fix: choice.fix,
      },
    ]);
  });

  test.each([
    ["null", null],
    ["an empty text", ""],
    ["an expression that can be null", "${var.a ? null : null}"],
  ])("is unproven where the place is %s", (_name, place) => {
    expect(said(type, bodyOf(choice, value, { [name]: place }))).toHaveLength(1);
  });

  test("is unproven where a variable makes the choice", () => {
    const more = { variable: { choice: {} } };
    expect(said(type, bodyOf(choice, "${var.choice}"), more)).toMatchObject([
      { status: "unproven", value: "${var.choice}" },
    ]);
  });

  test("leaves another choice, and none, alone", () => {
    expect(said(type, bodyOf(choice, "other"))).toEqual([]);
    expect(said(type, bodyOf(choice, null))).toEqual([]);
    expect(said(type, {})).toEqual([]);
  });
});

test("leaves a place that is named to the argument that names it", () => {
  const backup = (remote_region: string) =>
    said("oci_database_autonomous_database_backup", {
      backup_destination_details: { is_remote: true, remote_region },
    });
  expect(backup("us-phoenix-1")).toEqual([]);
  expect(backup("${var.region}")).toMatchObject([
    {
      path: at(
        "oci_database_autonomous_database_backup",
        "backup_destination_details/remote_region",
      ),
    },
  ]);
});

describe("a second instance that Oracle runs", () => {
  const TYPE = "oci_integration_integration_instance";
  const INSTANCE = { is_disaster_recovery_enabled: true };
  const JAPAN = Jurisdiction.define({
    name: "Japan",
    countries: ["JP"],
    regions: ["ap-tokyo-1", "ap-osaka-1"],
  });
  const flows = (region: string, jurisdiction: Jurisdiction) =>
    checkJson(inRegion(region, TYPE, INSTANCE), jurisdiction)
      .findings.filter(({ rule }) => rule === RULE)
      .map(({ status, path, region: to, message }) => ({ status, path, region: to, message }));

  test("lies inside where its pair does", () => {
    expect(flows("us-ashburn-1", Jurisdiction.US)).toEqual([]);
    expect(flows("us-phoenix-1", Jurisdiction.US)).toEqual([]);
  });

  test("lies outside where its pair is in another country", () => {
    expect(flows("ap-tokyo-1", JAPAN)).toEqual([
      {
        status: "outside",
        path: at(TYPE, "is_disaster_recovery_enabled"),
        region: "ap-singapore-1",
        message: `${TYPE}.r is copied to the region that Oracle pairs with its own, ap-singapore-1, outside Japan.`,
      },
    ]);
  });

  test("is unproven in a region without a pair that is known, and in an unknown one", () => {
    expect(flows("us-chicago-1", Jurisdiction.US)).toMatchObject([{ status: "unproven" }]);
    expect(flows("${var.region}", Jurisdiction.US)).toMatchObject([{ status: "unproven" }]);
  });

  test("knows its regions by their keys", () => {
    const pairs = UNNAMED_PLACES[TYPE]?.[0]?.pairs ?? {};
    for (const [key, other] of Object.entries(pairs)) {
      expect([Region.findByKey(key)?.key, Region.findByKey(other)?.key]).toEqual([key, other]);
      expect(pairs[other]).toBe(key);
    }
  });
});
