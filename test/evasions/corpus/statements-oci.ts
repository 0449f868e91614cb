import type { Evasion, ExpectedFinding, Family } from "../evasion";
import { COMPARTMENT, outside, twins, unproven, withOci } from "./builders";

const POLICY = "/resource/oci_identity_policy/p/statements/0";
const QUOTA = "/resource/oci_limits_quota/q/statements/0";

const policy = (statements: string | readonly string[]) =>
  withOci(
    {
      oci_identity_policy: {
        p: {
          compartment_id: COMPARTMENT,
          name: "p",
          description: "d",
          statements: typeof statements === "string" ? [statements] : statements,
        },
      },
    },
    { variable: { group: {}, region_key: {} } },
  );

const quota = (statement: string) =>
  withOci({
    oci_limits_quota: {
      q: { compartment_id: COMPARTMENT, name: "q", description: "d", statements: [statement] },
    },
  });

function statement(
  id: string,
  tries: string,
  expected: ExpectedFinding,
  [abroad, home]: readonly [string, string],
  because: string,
): Evasion {
  const make = expected.rule === "oci-quota-inside" ? quota : policy;
  return twins({ id, tries, make, abroad, home, expected, because });
}

const GRANTED = outside("oci-policy-inside", POLICY);
const DOUBTED = unproven("oci-policy-inside", POLICY);
const CAPACITY = outside("oci-quota-inside", QUOTA);

export const STATEMENTS_OCI: Family = {
  title: "Policies and quotas on Oracle Cloud",
  evasions: [
    statement(
      "policy-service-abroad",
      "Lets the object storage of a region abroad manage buckets, which replication needs.",
      GRANTED,
      [
        "Allow service objectstorage-eu-frankfurt-1 to manage object-family in tenancy",
        "Allow service objectstorage-us-ashburn-1 to manage object-family in tenancy",
      ],
      "the service of Ashburn",
    ),
    statement(
      "policy-condition-abroad",
      "Admits a region abroad beside allowed ones.",
      GRANTED,
      [
        "Allow group Data to manage buckets in tenancy where any {request.region = 'iad', request.region = 'fra'}",
        "Allow group Data to manage buckets in tenancy where any {request.region = 'iad', request.region = 'phx'}",
      ],
      "both keys are of allowed regions",
    ),
    statement(
      "policy-condition-all-but-one",
      "Admits every region but one inside.",
      GRANTED,
      [
        "Allow group Data to manage volumes in tenancy where request.region != 'iad'",
        "Deny group Data to manage volumes in tenancy where request.region != 'iad'",
      ],
      "a denial of the same regions",
    ),
    statement(
      "policy-condition-pattern",
      "Admits regions by a pattern of keys.",
      GRANTED,
      [
        "Allow group Data to manage volumes in tenancy where request.region = /*a*/",
        "Allow group Data to manage volumes in tenancy where request.region = 'sjc'",
      ],
      "one key of a region inside",
    ),
    statement(
      "policy-condition-region-name",
      "Compares with the region's name, which never matches its key.",
      DOUBTED,
      [
        "Allow group Data to manage buckets in tenancy where request.region = 'us-ashburn-1'",
        "Allow group Data to manage buckets in tenancy where request.region = 'iad'",
      ],
      "the key is what IAM compares",
    ),
    statement(
      "policy-without-condition",
      "Lets a group create storage wherever the tenancy is subscribed.",
      DOUBTED,
      [
        "Allow group Data to manage object-family in compartment Data",
        "Allow group Data to read object-family in compartment Data",
      ],
      "whoever reads puts nothing anywhere",
    ),
    statement(
      "policy-any-user",
      "Opens data to every user of the tenancy.",
      GRANTED,
      [
        "Allow any-user to read objects in compartment Data",
        "Allow any-user to read objects in compartment Data where request.principal.id = 'ocid1.fnfunc.oc1.iad.aaaa'",
      ],
      "one function alone is admitted",
    ),
    statement(
      "policy-endorse-any-tenancy",
      "Lets users take data into any other tenancy.",
      GRANTED,
      [
        "Endorse group Data to manage object-family in any-tenancy",
        "Endorse group Data to read object-family in any-tenancy",
      ],
      "it reads from other tenancies",
    ),
    {
      id: "policy-admit-any-tenancy",
      tries: "Lets every other tenancy at the data.",
      config: policy("Admit any-user of any-tenancy to read objects in compartment Data"),
      expected: [GRANTED],
      lookAlikes: [
        {
          because: "another tenancy may look at names",
          config: policy([
            "Define tenancy Partner as ocid1.tenancy.oc1..aaaa",
            "Define group Readers as ocid1.group.oc1..aaaa",
            "Admit group Readers of tenancy Partner to inspect buckets in compartment Data",
          ]),
        },
      ],
    },
    statement(
      "policy-target-abroad",
      "Grants on a vault abroad, by its OCID.",
      GRANTED,
      [
        "Allow group Keys to use keys in tenancy where target.vault.id = 'ocid1.vault.oc1.ap-tokyo-1.v.aaaa'",
        "Allow group Keys to use keys in tenancy where target.vault.id = 'ocid1.vault.oc1.iad.v.aaaa'",
      ],
      "the vault is in Ashburn",
    ),
    {
      id: "policy-deny-spares-abroad",
      tries: "Fences the tenancy in with one region too many.",
      config: policy(
        "Deny any-user to use all-resources in tenancy where all {request.region != 'iad', request.region != 'nrt'}",
      ),
      expected: [GRANTED],
      lookAlikes: [
        {
          because: "the fence holds, so that a grant without a condition stays inside",
          config: policy([
            "Deny any-user to inspect all-resources in tenancy where all {request.region != 'iad', request.region != 'phx'}",
            "Allow group Data to manage object-family in compartment Data",
          ]),
        },
      ],
    },
    statement(
      "policy-from-variable",
      "Leaves the region of the condition to a variable.",
      DOUBTED,
      [
        "Allow group ${var.group} to manage buckets in tenancy where request.region = '${var.region_key}'",
        "Allow group ${var.group} to manage buckets in tenancy where request.region = 'ord'",
      ],
      "only the group is a variable",
    ),
    statement(
      "policy-unreadable",
      "Writes a statement that no grammar of Oracle's reads.",
      DOUBTED,
      [
        "Allow group Data to manage buckets in tenancy where request.region is abroad",
        "allow GROUP Data TO manage buckets IN tenancy WHERE request.region='phx'",
      ],
      "case and blanks do not matter",
    ),
    statement(
      "quota-capacity-abroad",
      "Gives capacity in a region abroad.",
      CAPACITY,
      [
        "set compute-core quota standard-e4-core-count to 240 in tenancy where request.region = eu-zurich-1",
        "set compute-core quota standard-e4-core-count to 0 in tenancy where request.region = eu-zurich-1",
      ],
      "capacity of 0 is none",
    ),
    statement(
      "quota-unset-abroad",
      "Gives a region abroad the service's own limits back.",
      CAPACITY,
      [
        "unset object-storage quotas in tenancy where request.region = 'ap-batam-1'",
        "zero object-storage quotas in tenancy where request.region = 'ap-batam-1'",
      ],
      "a denial of the same region",
    ),
    statement(
      "quota-fence-around-abroad",
      "Takes capacity from every region but one abroad.",
      CAPACITY,
      [
        "zero database quotas in tenancy where request.region != 'me-abudhabi-1'",
        "zero database quotas in tenancy where request.region != 'us-ashburn-1'",
      ],
      "it spares Ashburn",
    ),
    statement(
      "quota-region-key",
      "Compares with the key, which never matches a quota's region name.",
      unproven("oci-quota-inside", QUOTA),
      [
        "zero block-storage quotas in tenancy where request.region != 'phx'",
        "zero block-storage quotas in tenancy where request.region != 'us-phoenix-1'",
      ],
      "the name is what quotas compare",
    ),
  ],
};
