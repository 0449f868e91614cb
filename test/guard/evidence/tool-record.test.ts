import { createHash } from "node:crypto";
import { toolRecord } from "../../../guard/evidence/tool-record";
import { RULES } from "../../../guard/rules/registry";
import { Region } from "../../../jurisdiction";
import { checkJson } from "../../support/check-json";

const hashOf = (lines: readonly string[]) =>
  createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("hex");

function recordOf(regions: readonly string[], version?: string) {
  const jurisdiction = { name: "J", countries: ["US"], regions };
  return toolRecord({ ...checkJson({}), jurisdiction }, version);
}

test("says what made the pack, for which day and against what", () => {
  const { regionTable, rules, ...record } = recordOf(["us-phoenix-1", "us-ashburn-1"], "1.2.3");
  expect(record).toEqual({
    version: 1,
    tool: "onshore",
    toolVersion: "1.2.3",
    asOf: "2026-01-01",
    jurisdiction: {
      name: "J",
      countries: ["US"],
      regions: ["us-phoenix-1", "us-ashburn-1"],
      sha256: hashOf(["us-ashburn-1", "us-phoenix-1"]),
    },
  });
});

test("has no version of the tool where none is known", () => {
  expect(recordOf([]).toolVersion).toBeNull();
});

test("hashes the allowed regions whatever order they stand in, and one less is another hash", () => {
  const hash = recordOf(["us-phoenix-1", "us-ashburn-1"]).jurisdiction.sha256;
  expect(recordOf(["us-ashburn-1", "us-phoenix-1"]).jurisdiction.sha256).toBe(hash);
  expect(recordOf(["us-ashburn-1"]).jurisdiction.sha256).not.toBe(hash);
});

test("hashes every region of both clouds as the form of the record says", () => {
  const { regionTable } = recordOf([]);
  const lines = Region.all().map(
    ({ cloud, id, key, realm, country }) => `${cloud} ${id} ${key ?? "-"} ${realm} ${country}`,
  );
  expect(lines).toContain("oci us-ashburn-1 iad oc1 US");
  expect(lines).toContain("aws us-east-1 - aws US");
  expect(regionTable).toEqual({ regions: lines.length, sha256: hashOf(lines.sort()) });
});

test("names every rule with its title, and nothing else of it", () => {
  const { rules } = recordOf([]);
  expect(rules).toHaveLength(RULES.length);
  expect(rules.find(({ id }) => id === "module-proven")).toEqual({
    id: "module-proven",
    title: "No module brings in resources that the guard has not seen.",
  });
});
