import { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { App, TerraformStack } from "cdktf";
import { RegionLockedBucket, StateBackend } from "../../constructs";
import { Jurisdiction, Region } from "../../jurisdiction";
import { DATA, KEYS, synthesize, usStack } from "../support/synth";

describe("GuardedStack", () => {
  test("makes one provider configuration a region, called after it, however often it is asked for", () => {
    const stack = usStack();
    const first = stack.providerFor("us-phoenix-1");
    expect(stack.providerFor(Region.of("us-phoenix-1"))).toBe(first);
    stack.providerFor("us-ashburn-1");
    const { provider } = synthesize(stack);
    expect(provider.oci.map((p: { alias: string; region: string }) => [p.alias, p.region])).toEqual(
      [
        ["us-phoenix-1", "us-phoenix-1"],
        ["us-ashburn-1", "us-ashburn-1"],
      ],
    );
  });

  test("fails for a provider configuration abroad, naming the stack, the region and the allowed ones", () => {
    expect(() => usStack().providerFor("ap-singapore-1")).toThrow(
      /stack \(GuardedStack\): provider region is "ap-singapore-1": it lies outside US\. Fix: write one of .*us-ashburn-1/,
    );
  });

  test.each(["region", "homeRegion"] as const)("fails when %s lies abroad", (prop) => {
    expect(() => usStack({ [prop]: "eu-frankfurt-1" })).toThrow(
      new RegExp(`${prop} is "eu-frankfurt-1": it lies outside US`),
    );
  });

  test("fails for a US government region, which is another jurisdiction", () => {
    expect(() => usStack({ region: "us-gov-ashburn-1" })).toThrow(/lies outside US/);
  });

  test("fails for a region of AWS, where Oracle's provider is wanted", () => {
    expect(() => usStack({ region: "us-east-1" })).toThrow(/no region of Oracle Cloud/);
  });

  test("fails for a tenancy that is no OCID of a tenancy", () => {
    expect(() => usStack({ tenancyOcid: "ocid1.compartment.oc1..a" })).toThrow(
      /tenancyOcid is "ocid1.compartment.oc1..a": it is no OCID of type tenancy/,
    );
  });

  test("refuses a construct in a stack that guards nothing, and says what to change", () => {
    const plain = new TerraformStack(new App(), "plain");
    expect(
      () =>
        new RegionLockedBucket(plain, "b", {
          compartmentId: DATA,
          namespace: "ns",
          name: "b",
          key: { keyId: "${x}", compartmentId: KEYS, region: Region.of("us-ashburn-1") },
        }),
    ).toThrow(
      /^plain\/b \(RegionLockedBucket\): scope is "plain": that stack is no GuardedStack.*Fix/,
    );
  });

  test("leaves no default provider configuration for a resource that forgets to name one", () => {
    const stack = usStack();
    stack.providerFor("us-ashburn-1");
    new ObjectstorageBucket(stack, "raw", { compartmentId: DATA, namespace: "ns", name: "raw" });
    expect(stack).not.toStayWithin(Jurisdiction.US);
  });
});

describe("StateBackend", () => {
  test("keeps state in the named bucket, under the stack's name, and asks for a Terraform that can", () => {
    const state = StateBackend.oci({ bucket: "state", namespace: "ns", region: "us-phoenix-1" });
    const { terraform } = synthesize(usStack({ state }));
    expect(terraform.backend).toEqual({
      oci: {
        bucket: "state",
        namespace: "ns",
        region: "us-phoenix-1",
        key: "onshore/stack.tfstate",
      },
    });
    expect(terraform.required_version).toBe(">= 1.12.0");
  });

  test("fails when the state would be kept abroad", () => {
    const state = StateBackend.oci({ bucket: "state", namespace: "ns", region: "uk-london-1" });
    expect(() => usStack({ state })).toThrow(/state.region is "uk-london-1": it lies outside US/);
  });

  test("fails for a bucket name that Terraform's backend refuses", () => {
    const state = StateBackend.oci({ bucket: "my.state", namespace: "ns", region: "us-phoenix-1" });
    expect(() => usStack({ state })).toThrow(/state.bucket is "my.state"/);
  });

  test("fails when the state's key lies abroad", () => {
    const state = StateBackend.oci({
      bucket: "state",
      namespace: "ns",
      region: "us-phoenix-1",
      kmsKeyId: "ocid1.key.oc1.fra.aaaa.bbbb",
    });
    expect(() => usStack({ state })).toThrow(/state.kmsKeyId.*outside US/);
  });

  test("writes no path of the machine into the plan with local state", () => {
    const { terraform } = synthesize(usStack());
    expect(terraform.backend.local.path).toBe("../../../terraform.stack.tfstate");
  });
});
