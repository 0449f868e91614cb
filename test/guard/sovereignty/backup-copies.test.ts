import { check } from "../../../guard";
import type { JsonObject } from "../../../guard/json/json";
import { Jurisdiction } from "../../../jurisdiction";
import { at } from "../../support/of-rule";
import { lacks, told } from "./told";

const TYPE = "oci_core_volume_backup_policy_assignment";
const FIX =
  "Set xrc_kms_key_id to a key of your own vault in the region that the backups are copied to, or copy none.";
const P = "oci_core_volume_backup_policy.p";
const ASHBURN = { oci: [{ region: "us-ashburn-1" }, { alias: "phx", region: "us-phoenix-1" }] };

/** What is said of an assignment of `policy_id`, where the policy `p` is as given. */
function assigned(policy_id: unknown, policy: object = {}, more: object = {}): readonly string[] {
  return told("customer-managed-key", {
    provider: ASHBURN,
    ...more,
    resource: {
      oci_core_volume_backup_policy: { p: policy, same: { destination_region: null } },
      [TYPE]: { r: { policy_id } },
    },
  }).map(({ path, message, fix }) => `${path}: ${message} ${fix}`);
}

const because = (why: string) => [lacks(TYPE, at(TYPE), `${why}; xrc_kms_key_id is not set`, FIX)];

const copiesTo = (where: string) =>
  because(`${P} copies the backups to ${where}, and a key is not copied with them`);

describe("copies that a backup policy makes", () => {
  test.each<[object, string]>([
    [{ destination_region: "us-phoenix-1" }, "us-phoenix-1"],
    [
      { destination_region: '${x_y.z.on ? "us-phoenix-1" : "us-ashburn-1"}' },
      "us-phoenix-1 or us-ashburn-1",
    ],
    [{ destination_region: "${x_y.z.region}" }, "${x_y.z.region}"],
    [{ destination_region: "us-ashburn-1", provider: "oci.phx" }, "us-ashburn-1"],
  ])("need a key where the policy is %j", (policy, where) => {
    expect(assigned(`\${${P}.id}`, policy)).toEqual(copiesTo(where));
  });

  test.each<[object]>([
    [{}],
    [{ destination_region: "" }],
    [{ destination_region: "us-ashburn-1" }],
    [{ destination_region: "US-ASHBURN-1" }],
    [{ destination_region: "us-phoenix-1", provider: "oci.phx" }],
  ])("need none where the policy is %j", (policy) => {
    expect(assigned(`\${${P}.id}`, policy)).toEqual([]);
  });

  test("need a key where nothing tells in which region the policy lies", () => {
    const policy = { destination_region: "us-ashburn-1" };
    const provider = { oci: [{ region: "${x_y.z.region}" }] };
    expect(assigned(`\${${P}.id}`, policy, { provider })).toEqual(copiesTo("us-ashburn-1"));
    const either = { oci: [{ region: '${x_y.z.on ? "us-ashburn-1" : "us-phoenix-1"}' }] };
    expect(assigned(`\${${P}.id}`, policy, { provider: either })).toEqual(copiesTo("us-ashburn-1"));
  });

  test.each<[string, string]>([
    ["ocid1.policy", "ocid1.policy"],
    ["${var.policy}", "${var.policy}"],
    [
      '${x_y.z.on ? oci_core_volume_backup_policy.same.id : oci_core_volume_backup_policy.q["a"].id}',
      '${oci_core_volume_backup_policy.q["a"].id}',
    ],
    [
      "${x_y.z.on ? oci_core_volume_backup_policy.same.id : oci_core_volume_backup_policy.q.id}",
      "${oci_core_volume_backup_policy.q.id}",
    ],
    ['${x_y.z.on ? oci_core_volume_backup_policy.same.id : "ocid1.policy"}', "ocid1.policy"],
    ["${x_y.z.on ? oci_core_volume_backup_policy.same.id : local.policy}", "${local.policy}"],
  ])("may be made where the policy %s is not in the input", (policy_id, named) => {
    expect(assigned(policy_id)).toEqual(
      because(`its backup policy ${named} is not in the input, and may copy to another region`),
    );
  });

  test("are found in an arm of a conditional, and in none that copies nothing", () => {
    const choice = `\${x_y.z.on ? oci_core_volume_backup_policy.same.id : ${P}.id}`;
    expect(assigned(choice, { destination_region: "us-phoenix-1" })).toEqual(
      copiesTo("us-phoenix-1"),
    );
    expect(assigned(choice)).toEqual([]);
  });

  test("are not made without a policy", () => {
    expect(assigned(null)).toEqual([]);
    expect(assigned("")).toEqual([]);
  });

  test("may be made by what shows no policy", () => {
    const data = { oci_core_volume_backup_policies: { all: { compartment_id: "c" }, oracle: {} } };
    const of = (address: string) => assigned(`\${${address}.id}`, {}, { data });
    expect(of("data.oci_core_volume_backup_policies.oracle")).toEqual([]);
    expect(of("data.oci_core_volume_backup_policies.all")).toEqual(
      because(
        "nothing shows whether a policy that data.oci_core_volume_backup_policies.all finds copies to another region",
      ),
    );
  });

  test.each<[string, object]>([
    ["oci_core_volume_group.g", { resource: {} }],
    [
      "data.oci_core_volume_backup_policy.d",
      { data: { oci_core_volume_backup_policy: { d: {} } } },
    ],
    ["data.x_policies.d", { data: { x_policies: { d: {} } } }],
  ])("may be made by %s, which is no policy", (address, more) => {
    const json = {
      provider: ASHBURN,
      data: {},
      ...more,
      resource: {
        oci_core_volume_group: { g: {} },
        [TYPE]: { r: { policy_id: `\${${address}.id}` } },
      },
    };
    expect(
      told("customer-managed-key", json).map(
        ({ path, message, fix }) => `${path}: ${message} ${fix}`,
      ),
    ).toEqual(
      because(`${address} does not show whether its backup policy copies to another region`),
    );
  });

  describe("of a policy in another stack", () => {
    const backend = { local: { path: "backups.tfstate" } };
    const judged = (policy: object, policy_id: string, region: string, output: object = {}) =>
      check(
        {
          documents: [
            {
              stack: "backups",
              file: "backups/cdk.tf.json",
              json: {
                terraform: { backend },
                provider: { oci: [{ region }] },
                resource: { oci_core_volume_backup_policy: { p: policy } },
                output: { policy: { value: `\${${P}.id}` }, ...output },
              } as JsonObject,
            },
            {
              stack: "volumes",
              file: "volumes/cdk.tf.json",
              json: {
                provider: ASHBURN,
                data: {
                  terraform_remote_state: { s: { backend: "local", config: backend.local } },
                },
                resource: { [TYPE]: { r: { policy_id } } },
              } as JsonObject,
            },
          ],
          unread: [],
        },
        { jurisdiction: Jurisdiction.US, asOf: "2026-01-01" },
      )
        .findings.filter((each) => each.rule === "customer-managed-key")
        .map(({ path, message, fix }) => `${path}: ${message} ${fix}`);
    const OUTPUT = "${data.terraform_remote_state.s.outputs.policy}";

    test("are judged by the region of that stack", () => {
      const policy = { destination_region: "us-phoenix-1" };
      expect(judged(policy, OUTPUT, "us-phoenix-1")).toEqual([]);
      expect(judged(policy, OUTPUT, "us-ashburn-1")).toEqual(copiesTo("us-phoenix-1"));
      expect(judged({}, OUTPUT, "us-phoenix-1")).toEqual([]);
    });

    test.each(["outputs.other", "outputs", "outputs.policy.id", "policy", "outputs.text"])(
      "may be made where %s of that stack tells no policy",
      (attribute) => {
        const policy_id = `\${data.terraform_remote_state.s.${attribute}}`;
        const output = { text: { value: "ocid1.policy" } };
        expect(judged({}, policy_id, "us-ashburn-1", output)).toEqual(
          because(
            `its backup policy ${policy_id} is not in the input, and may copy to another region`,
          ),
        );
      },
    );
  });
});
