import { Construct } from "constructs";
import { requireAwsInside, requireOciInside } from "../../../constructs/validation";
import { Jurisdiction } from "../../../jurisdiction";
import { usStack } from "../../support/synth";

const scope = new Construct(usStack(), "thing");

const onlyOci = Jurisdiction.define({
  name: "an allowed place",
  countries: ["US"],
  regions: ["us-ashburn-1"],
});

function refusal(check: () => void): string {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("nothing was refused");
}

describe.each([
  ["requireOciInside", requireOciInside, "us-ashburn-1", "Oracle Cloud", "us-east-1"],
  ["requireAwsInside", requireAwsInside, "us-east-1", "AWS", "us-ashburn-1"],
] as const)("%s", (_name, requireInside, inside, cloud, ofTheOther) => {
  test("takes a region of its cloud that the jurisdiction allows", () => {
    expect(requireInside(scope, "region", inside, Jurisdiction.US).id).toBe(inside);
  });

  test("refuses a region of the other cloud, though it lies inside", () => {
    expect(refusal(() => requireInside(scope, "region", ofTheOther, Jurisdiction.US))).toContain(
      `it is no region of ${cloud}`,
    );
  });

  test("refuses a misspelled region, and names the nearest", () => {
    const message = refusal(() =>
      requireInside(scope, "region", inside.replace("-1", "-l"), Jurisdiction.US),
    );
    expect(message).toContain(`it is no region that is known (nearest: ${inside})`);
    expect(message).toContain("Fix: write one of ");
  });
});

test("a jurisdiction without a region of the cloud is named as what is wrong", () => {
  expect(refusal(() => requireAwsInside(scope, "region", "us-east-1", onlyOci))).toContain(
    "has no region of AWS: use a jurisdiction that has one",
  );
});
