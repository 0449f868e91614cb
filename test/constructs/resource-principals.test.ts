import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { ResourcePrincipals } from "../../constructs/resource-principals";
import { ServicePolicies } from "../../constructs/service-policies";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import {
  DATA,
  KEYS,
  onlyResource,
  resourcesOf,
  synthesize,
  TENANCY,
  usStack,
} from "../support/synth";

describe("ResourcePrincipals", () => {
  test("makes a group of the resources of one type and compartment, in the home region", () => {
    const stack = usStack({ region: "us-phoenix-1", homeRegion: "us-ashburn-1" });
    ResourcePrincipals.of(stack).subject("filesystem", DATA);
    const group = onlyResource(synthesize(stack), "oci_identity_dynamic_group");
    expect(group).toMatchObject({
      provider: "oci.us-ashburn-1",
      compartment_id: TENANCY,
      name: "stack-filesystem-1",
      matching_rule: `ALL {resource.type = 'filesystem', resource.compartment.id = '${DATA}'}`,
    });
    expect(conformance("oci_identity_dynamic_group", group)).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is the subject of a statement, which Terraform completes with the group's OCID", () => {
    const stack = usStack();
    const subject = ResourcePrincipals.of(stack).subject("autonomousdatabase", DATA);
    ServicePolicies.of(stack).allow(`Allow ${subject} to use keys in compartment id ${KEYS}`);
    const json = synthesize(stack);
    const [group] = Object.keys(json.resource.oci_identity_dynamic_group);
    expect(onlyResource(json, "oci_identity_policy").statements).toEqual([
      `Allow dynamic-group id \${oci_identity_dynamic_group.${group}.id} to use keys in compartment id ${KEYS}`,
    ]);
  });

  test("says the same subject each time, from wherever in the stack it is asked", () => {
    const stack = usStack();
    const inner = new Construct(new Construct(stack, "outer"), "inner");
    const subject = ResourcePrincipals.of(stack).subject("filesystem", DATA);
    expect(ResourcePrincipals.of(inner)).toBe(ResourcePrincipals.of(stack));
    expect(ResourcePrincipals.of(inner).subject("filesystem", DATA)).toBe(subject);
    expect(resourcesOf(synthesize(stack), "oci_identity_dynamic_group")).toHaveLength(1);
  });

  test("keeps types, compartments and stacks apart", () => {
    const stack = usStack();
    const principals = ResourcePrincipals.of(stack);
    const subjects = [
      principals.subject("filesystem", DATA),
      principals.subject("autonomousdatabase", DATA),
      principals.subject("filesystem", KEYS),
    ];
    expect(new Set(subjects).size).toBe(3);
    expect(
      resourcesOf(synthesize(stack), "oci_identity_dynamic_group").map(({ name }) => name),
    ).toEqual(["stack-filesystem-1", "stack-autonomousdatabase-2", "stack-filesystem-3"]);
    expect(ResourcePrincipals.of(usStack())).not.toBe(principals);
  });

  test("fails in a stack that guards nothing", () => {
    const plain = new TerraformStack(new App(), "plain");
    expect(() => ResourcePrincipals.of(plain)).toThrow(/that stack is no GuardedStack/);
  });
});
