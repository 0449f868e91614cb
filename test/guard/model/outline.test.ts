import { COMPARTMENT, checkJson } from "../../support/check-json";

const PROVIDER = { oci: [{ alias: "iad", region: "us-ashburn-1" }] };

/** Findings of argument-inside about applications with one setting each, by the application's name. */
function outsideOf(settings: Record<string, string>): readonly string[] {
  const applications = Object.entries(settings).map(([name, setting]) => [
    name,
    {
      provider: "oci.iad",
      compartment_id: COMPARTMENT,
      display_name: name,
      subnet_ids: ["ocid1.subnet.oc1.iad.aaaaaaaaexample"],
      config: { target: setting },
    },
  ]);
  const resource = { oci_functions_application: Object.fromEntries(applications) };
  return checkJson({ provider: PROVIDER, resource })
    .findings.filter(({ rule }) => rule === "argument-inside")
    .map(({ address, path, status }) => `${status} ${address} ${path}`);
}

function found(name: string): string {
  return `outside oci_functions_application.${name} /resource/oci_functions_application/${name}/config/target`;
}

describe("places in settings of many resources", () => {
  test("are found in the text beside a reference", () => {
    expect(
      outsideOf({
        a: `us-ashburn-1/\${oci_core_vcn.v.id}`,
        b: `eu-frankfurt-1/\${oci_core_vcn.v.id}`,
        c: `us-phoenix-1/\${oci_core_vcn.v.id}`,
      }),
    ).toEqual([found("b")]);
  });

  test("are found in a reference whose text others share", () => {
    expect(
      outsideOf({
        a: `copy to \${oci_core_vcn.near.id}`,
        b: `copy to \${oci_core_vcn.eu-frankfurt-1.id}`,
        c: `copy to \${oci_core_vcn.far.id}`,
      }),
    ).toEqual([found("b")]);
  });

  test("are found in an OCID with a reference inside", () => {
    expect(
      outsideOf({
        a: `ocid1.bucket.oc1.iad.\${oci_core_vcn.v.id}.aaaaaaaaexample`,
        b: `ocid1.bucket.oc1.eu-frankfurt-1.\${oci_core_vcn.v.id}.aaaaaaaaexample`,
      }),
    ).toEqual([found("b")]);
  });

  test("are found in one that is written unlike the others", () => {
    expect(
      outsideOf({
        a: "us-ashburn-1",
        b: "us-ashburn-1",
        c: "\uff45\uff55-frankfurt-1",
        d: "us-ashburn-1",
      }),
    ).toEqual([found("c")]);
  });

  test("are found where a local value completes them", () => {
    const application = {
      provider: "oci.iad",
      compartment_id: COMPARTMENT,
      display_name: "a",
      subnet_ids: ["ocid1.subnet.oc1.iad.aaaaaaaaexample"],
      config: { target: `eu-\${local.city}-1/\${oci_core_vcn.v.id}` },
    };
    const { findings } = checkJson({
      provider: PROVIDER,
      locals: { city: "frankfurt" },
      resource: { oci_functions_application: { a: application } },
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: "argument-inside", status: "outside" }),
    );
  });

  test("are not found in a reference alone, which names a block", () => {
    expect(outsideOf({ a: `\${oci_core_vcn.eu-frankfurt-1.id}` })).toEqual([]);
  });
});
