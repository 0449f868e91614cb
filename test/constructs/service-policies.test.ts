import { ServicePolicies } from "../../constructs/service-policies";
import { Jurisdiction } from "../../jurisdiction";
import { onlyResource, resourcesOf, synthesize, TENANCY, usStack } from "../support/synth";

const allow = (index: number) =>
  `Allow service blockstorage to use keys in compartment id ocid1.compartment.oc1..a${index}`;

describe("ServicePolicies", () => {
  test("writes each statement once, whoever asks and however often", () => {
    const stack = usStack();
    const policy = ServicePolicies.of(stack).allow(allow(1));
    expect(ServicePolicies.of(stack).allow(allow(2))).toBe(policy);
    expect(ServicePolicies.of(stack).allow(allow(1))).toBe(policy);
    expect(onlyResource(synthesize(stack), "oci_identity_policy").statements).toEqual([
      allow(1),
      allow(2),
    ]);
  });

  test("fills a policy with the 50 statements that OCI takes, and begins another", () => {
    const stack = usStack();
    const policies = ServicePolicies.of(stack);
    const first = policies.allow(allow(0));
    for (let index = 1; index < 120; index += 1) {
      policies.allow(allow(index));
    }
    const made = resourcesOf(synthesize(stack), "oci_identity_policy");
    expect(made.map(({ name, statements }) => [name, statements.length])).toEqual([
      ["stack-services-1", 50],
      ["stack-services-2", 50],
      ["stack-services-3", 20],
    ]);
    expect(made.flatMap(({ statements }) => statements)).toEqual(
      Array.from({ length: 120 }, (_, index) => allow(index)),
    );
    expect(policies.allow(allow(49))).toBe(first);
    expect(policies.allow(allow(50))).not.toBe(first);
  });

  test("makes them in the home region, for the tenancy", () => {
    const stack = usStack({ region: "us-phoenix-1", homeRegion: "us-ashburn-1" });
    ServicePolicies.of(stack).allow(allow(1));
    expect(onlyResource(synthesize(stack), "oci_identity_policy")).toMatchObject({
      provider: "oci.us-ashburn-1",
      compartment_id: TENANCY,
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });
});
