import type { Finding } from "../../../guard";
import { Jurisdiction } from "../../../jurisdiction";
import { COMPARTMENT, checkJson } from "../../support/check-json";

const POLICY = "/resource/oci_identity_policy/p/statements";

function withPolicy(statements: unknown, more: object = {}): object {
  const body = { compartment_id: COMPARTMENT, name: "p", description: "d", statements };
  return {
    provider: { oci: [{ region: "us-ashburn-1" }] },
    resource: { oci_identity_policy: { p: body } },
    ...more,
  };
}

function findings(json: object, jurisdiction = Jurisdiction.US): readonly Finding[] {
  return checkJson(json, jurisdiction).findings.filter(({ rule }) => rule === "oci-policy-inside");
}

function statuses(...statements: readonly string[]): readonly string[] {
  return findings(withPolicy(statements)).map(({ status }) => status);
}

const REGIONS = "any {request.region = 'iad', request.region = 'phx'}";
const OUTSIDE_FENCE =
  "request.region != 'iad', request.region != 'ord', request.region != 'phx', request.region != 'aga', request.region != 'sjc'";

describe("oci-policy-inside", () => {
  describe("a statement that differs from others in a reference alone", () => {
    const onKey = (key: string) =>
      `Allow group Storage to manage objects in compartment a where target.key.id = '\${oci_kms_key.${key}.id}'`;
    const keys = (...names: readonly string[]) => ({
      provider: { oci: [{ region: "us-ashburn-1" }] },
      resource: {
        oci_identity_policy: {
          p: {
            compartment_id: COMPARTMENT,
            name: "p",
            description: "d",
            statements: [onKey("a"), onKey("gone"), onKey("b"), onKey("gone")],
          },
        },
        oci_kms_key: Object.fromEntries(names.map((name) => [name, {}])),
      },
    });

    test("is found where the stack makes no such block", () => {
      expect(findings(keys("a", "b")).map(({ path }) => path)).toEqual([
        `${POLICY}/1`,
        `${POLICY}/3`,
      ]);
    });

    test("is left alone where the stack makes it", () => {
      expect(findings(keys("a", "b", "gone"))).toEqual([]);
    });
  });

  describe("requests made inside that carry data elsewhere", () => {
    /** The note of the policy of these statements, and its findings. */
    const said = (...statements: readonly string[]) => {
      const json = withPolicy(statements);
      const notes = checkJson(json).notes.filter(({ rule }) => rule === "oci-policy-inside");
      return { notes, findings: findings(json) };
    };

    test.each([
      ["manage vaults", ["CreateVaultReplica (VAULT_REPLICATE)", "BackupVault (VAULT_BACKUP)"]],
      ["manage key-family", ["CreateVaultReplica (VAULT_REPLICATE)", "BackupKey (KEY_BACKUP)"]],
      ["manage buckets", ["CreateReplicationPolicy (BUCKET_UPDATE)"]],
      ["use buckets", ["CreateReplicationPolicy (BUCKET_UPDATE)"]],
      ["manage object-family", ["CopyObject", "CreateReplicationPolicy"]],
      ["manage volume-family", ["CreateVolumeBackupPolicy", "UpdateVolumeBackupPolicy"]],
      ["manage all-resources", ["CopyObject", "CreateVaultReplica", "CreateVolumeBackupPolicy"]],
      ["{VAULT_READ, VAULT_REPLICATE}", ["CreateVaultReplica (VAULT_REPLICATE)"]],
    ])("are noted, and fail nothing, where a grant to %s is held inside", (grant, operations) => {
      const { notes, findings: failures } = said(
        `Allow group G to ${grant} in compartment C where request.region = 'iad'`,
      );
      expect(failures).toEqual([]);
      expect(notes).toMatchObject([{ path: `${POLICY}/0` }]);
      for (const operation of operations) {
        expect(notes[0]?.message).toContain(operation);
      }
      expect(notes[0]?.message).toContain("request.permission or request.operation");
    });

    test.each([
      ["a verb that does not hold the permission", "use vaults", "request.region = 'iad'"],
      ["types that no request carries elsewhere", "manage volumes", "request.region = 'iad'"],
      [
        "the permissions of other operations",
        "manage vaults",
        "all {request.region = 'iad', any {request.permission = 'VAULT_READ', request.permission = 'VAULT_UPDATE'}}",
      ],
      [
        "all permissions but these",
        "manage vaults",
        "all {request.region = 'iad', request.permission != 'VAULT_REPLICATE', request.permission != 'VAULT_BACKUP'}",
      ],
      [
        "other operations",
        "manage vaults",
        "all {request.region = 'iad', request.operation = 'UpdateVault'}",
      ],
      [
        "half of the permissions that a copy takes",
        "manage objects",
        "all {request.region = 'iad', request.permission != 'OBJECT_READ'}",
      ],
    ])("are not noted for a grant of %s", (_what, grant, where) => {
      const { notes, findings: failures } = said(
        `Allow group G to ${grant} in compartment C where ${where}`,
      );
      expect([...notes, ...failures]).toEqual([]);
    });

    test("are named one by one, where a condition leaves the others out", () => {
      const { notes } = said(
        "Allow group G to manage vaults in compartment C where all {request.region = 'iad', request.permission != 'VAULT_BACKUP'}",
      );
      expect(notes[0]?.message).toContain("VAULT_REPLICATE");
      expect(notes[0]?.message).not.toContain("VAULT_BACKUP");
    });

    test("are noted once a policy, at its first such statement", () => {
      const { notes } = said(
        "Allow group G to read buckets in tenancy",
        "Allow group G to manage buckets in compartment C where request.region = 'iad'",
        "Allow group H to manage keys in compartment K where request.region = 'iad'",
      );
      expect(notes).toMatchObject([{ path: `${POLICY}/1` }]);
      expect(notes[0]?.message).toMatch(/BackupKey.*CreateReplicationPolicy/);
    });

    const MANAGE = "Allow group G to manage vaults in compartment C where request.region = 'iad'";

    test.each([
      "Deny any-user to manage vaults in tenancy where any {request.permission = 'VAULT_REPLICATE', request.permission = 'VAULT_BACKUP'}",
      "Deny any-user to manage vaults in tenancy where any {request.operation = 'CreateVaultReplica', request.operation = 'BackupVault'}",
      "Deny any-user to {VAULT_REPLICATE, VAULT_BACKUP} in tenancy",
      "Deny any-user to manage vaults in tenancy",
    ])("are not noted where the estate denies them: %s", (deny) => {
      expect(said(MANAGE, deny)).toEqual({ notes: [], findings: [] });
    });

    test.each([
      "Deny group G to manage vaults in tenancy",
      "Deny any-user to manage vaults in compartment C",
      "Deny any-user to manage keys in tenancy",
      "Deny any-user to manage vaults in tenancy where all {request.permission = 'VAULT_REPLICATE', request.region != 'iad'}",
    ])("are noted where a Deny leaves some of them: %s", (deny) => {
      expect(said(MANAGE, deny).notes).toHaveLength(1);
    });

    test("are not noted for a connector, which makes no request but its own", () => {
      const grant = (type: string) =>
        `Allow any-user to manage objects in compartment C where all {request.principal.type = '${type}', request.region = 'iad'}`;
      expect(said(grant("serviceconnector")).notes).toEqual([]);
      expect(said(grant("instance")).notes).toHaveLength(1);
    });

    test("are not noted beside a failure of the same statement", () => {
      const { notes, findings: failures } = said("Allow group G to manage vaults in tenancy");
      expect(failures).toHaveLength(1);
      expect(notes).toEqual([]);
    });
  });

  describe.each([
    [
      "the service of a region",
      "Allow service objectstorage-eu-frankfurt-1 to manage object-family in tenancy",
      "Allow service objectstorage-us-phoenix-1 to manage object-family in tenancy",
      "outside",
    ],
    [
      "one service of several",
      "Allow service blockstorage, objectstorage-uk-london-1 to use keys in compartment K",
      "Allow service blockstorage, objectstorage-us-ashburn-1 to use keys in compartment K",
      "outside",
    ],
    [
      "the File Storage service of a realm",
      "Allow service FssOc4Prod to use keys in compartment K",
      "Allow service FssOc1Prod to use keys in compartment K",
      "outside",
    ],
    [
      "the service of a region that is not known",
      "Allow service objectstorage-us-nowhere-9 to use keys in compartment K",
      "Allow service loganalytics to use keys in compartment K",
      "unproven",
    ],
    [
      "a service of some other form that names a region",
      "Allow service 'eu-frankfurt-1/objectstorage' to use keys in compartment K",
      "Allow service 'us-ashburn-1/objectstorage' to use keys in compartment K",
      "outside",
    ],
    [
      "a service whose region is not in the file",
      "Allow service objectstorage-${var.region} to use keys in compartment K",
      "Allow service keymanagementservice to manage vaults in tenancy",
      "unproven",
    ],
    [
      "a region abroad in a condition",
      "Allow group G to manage object-family in tenancy where request.region = 'fra'",
      "Allow group G to manage object-family in tenancy where request.region = 'iad'",
      "outside",
    ],
    [
      "a region abroad, upper case and without spaces",
      "ALLOW GROUP G TO MANAGE OBJECT-FAMILY IN TENANCY WHERE REQUEST.REGION='LHR'",
      "ALLOW GROUP G TO MANAGE OBJECT-FAMILY IN TENANCY WHERE REQUEST.REGION='PHX'",
      "outside",
    ],
    [
      "one region abroad of several",
      "Allow group G to manage object-family in tenancy where any {request.region = 'iad', request.region = 'fra'}",
      `Allow group G to manage object-family in tenancy where ${REGIONS}`,
      "outside",
    ],
    [
      "a region abroad on resources that keep no data",
      "Allow group G to manage virtual-network-family in tenancy where request.region = 'fra'",
      "Allow group G to manage virtual-network-family in tenancy",
      "outside",
    ],
    [
      "a region abroad inside other conditions",
      "Allow group G to manage buckets in tenancy where all {request.permission = 'BUCKET_CREATE', any {request.region = 'fra', request.region = 'iad'}}",
      "Allow group G to manage buckets in tenancy where all {request.permission = 'BUCKET_CREATE', any {request.region = 'phx', request.region = 'iad'}}",
      "outside",
    ],
    [
      "regions abroad by a pattern",
      "Allow group G to manage buckets in tenancy where request.region = /f*/",
      "Allow group G to manage buckets in tenancy where request.region = /ia*/",
      "outside",
    ],
    [
      "an availability domain abroad",
      "Allow group G to manage volumes in tenancy where request.ad = 'Uocm:EU-FRANKFURT-1-AD-1'",
      "Allow group G to manage volumes in tenancy where request.ad = 'Uocm:US-ASHBURN-AD-1'",
      "outside",
    ],
    [
      "everything but a region inside",
      "Allow group G to manage buckets in tenancy where request.region != 'iad'",
      `Allow group G to manage buckets in tenancy where all {request.region = 'iad', request.region != 'fra'}`,
      "outside",
    ],
    [
      "a name of a region where its key is compared",
      "Allow group G to manage buckets in tenancy where request.region = 'us-ashburn-1'",
      "Allow group G to manage buckets in tenancy where request.region = 'IAD'",
      "unproven",
    ],
    [
      "a name of a region abroad where its key is compared",
      "Allow group G to manage buckets in tenancy where request.region = 'eu-frankfurt-1'",
      "Allow group G to manage buckets in tenancy where request.region = 'phx'",
      "outside",
    ],
    [
      "a key that no region has",
      "Allow group G to manage buckets in tenancy where request.region = 'idd'",
      "Allow group G to manage buckets in tenancy where request.region = 'ord'",
      "unproven",
    ],
    [
      "a region that is not in the file",
      "Allow group G to manage buckets in tenancy where request.region = '${var.region}'",
      "Allow group ${oci_identity_group.g.name} to manage buckets in compartment id ${var.c} where request.region = 'iad'",
      "unproven",
    ],
    [
      "a list of regions, which Oracle documents for other variables",
      "Allow group G to manage buckets in tenancy where request.region in ('iad', 'phx')",
      "Allow group G to manage vcns in tenancy where request.utc-timestamp.month-of-year in ('6', '7')",
      "unproven",
    ],
    [
      "a variable that Oracle does not document",
      "Allow group G to manage buckets in tenancy where target.region = 'iad'",
      "Allow group G to manage buckets in tenancy where all {request.region = 'iad', target.bucket.name = 'b'}",
      "unproven",
    ],
    [
      "data in every region",
      "Allow group G to manage object-family in tenancy",
      "Allow group G to inspect object-family in tenancy",
      "unproven",
    ],
    [
      "data of one compartment in every region",
      "Allow group G to use volumes in compartment Data",
      "Allow group G to read volumes in compartment Data",
      "unproven",
    ],
    [
      "everything, in every region",
      "Allow group G to manage all-resources in compartment Data",
      "Allow group Auditors to read all-resources in tenancy",
      "unproven",
    ],
    [
      "data to machines, in every region",
      "Allow dynamic-group D to manage secret-family in compartment Data",
      "Allow dynamic-group D to read secret-family in compartment Data",
      "unproven",
    ],
    [
      "a resource-type that is not known",
      "Allow group G to manage brand-new-family in tenancy",
      "Allow group G to manage groups in tenancy",
      "unproven",
    ],
    [
      "permissions on data",
      "Allow group G to {OBJECT_CREATE, OBJECT_INSPECT} in tenancy",
      "Allow group G to {OBJECT_INSPECT, OBJECT_READ, VCN_CREATE} in tenancy",
      "unproven",
    ],
    [
      "one permission that creates, of several",
      "Allow group G to manage objects in tenancy where any {request.permission = 'OBJECT_INSPECT', request.permission = 'OBJECT_CREATE'}",
      "Allow group G to manage objects in tenancy where any {request.permission = 'OBJECT_INSPECT', request.permission = 'OBJECT_READ'}",
      "unproven",
    ],
    [
      "a condition that does not always speak of the region",
      "Allow group G to manage buckets in tenancy where any {request.region = 'iad', target.bucket.name = 'b'}",
      "Allow group G to manage buckets in tenancy where all {request.region = 'iad', target.bucket.name = 'b'}",
      "unproven",
    ],
    [
      "a region abroad left out, and every other kept",
      "Allow group G to manage buckets in tenancy where request.region != 'fra'",
      "Allow group G to manage subnets in tenancy where request.region != 'fra'",
      "unproven",
    ],
    [
      "keys by a name, which every region can have",
      "Allow group G to use keys in compartment K where target.key.name = 'k'",
      "Allow group G to use keys in compartment K where target.key.id = 'ocid1.key.oc1.iad.vaultid.abcdef'",
      "unproven",
    ],
    [
      "a key of a region abroad",
      "Allow group G to use keys in compartment K where target.key.id = 'ocid1.key.oc1.eu-frankfurt-1.vaultid.abcdef'",
      "Allow group G to use key-delegate in compartment K where target.key.id = 'ocid1.key.oc1.us-ashburn-1.vaultid.abcdef'",
      "outside",
    ],
    [
      "data to anybody in the tenancy",
      `Allow any-user to read objects in compartment Web where ${REGIONS}`,
      `Allow any-user to manage objects in compartment Web where all {request.principal.type = 'serviceconnector', ${REGIONS}}`,
      "outside",
    ],
    [
      "data to any group",
      "Allow any-group to read secret-family in tenancy",
      "Allow any-group to inspect secret-family in tenancy",
      "outside",
    ],
    [
      "policies to anybody in the tenancy",
      "Allow any-user to manage policies in tenancy",
      "Allow any-user to read metrics in tenancy",
      "outside",
    ],
    [
      "data to anybody whose second factor was asked for",
      "Allow any-user to read objects in tenancy where request.user.mfaTotpVerified = 'true'",
      "Allow any-user to read objects in tenancy where request.user.name = 'backup'",
      "outside",
    ],
    [
      "data to anybody but one",
      "Allow any-user to read objects in tenancy where request.principal.id != 'ocid1.user.oc1..a'",
      "Allow any-user to read objects in tenancy where request.principal.id = 'ocid1.user.oc1..a'",
      "outside",
    ],
    [
      "data to another tenancy's group",
      "Admit group G of tenancy Partner to read objects in compartment Share",
      "Admit group G of tenancy Partner to inspect objects in compartment Share",
      "unproven",
    ],
    [
      "data to a group of any tenancy",
      "Admit group G of any-tenancy to read objects in compartment Share",
      "Admit group G of any-tenancy to inspect compartments in tenancy",
      "outside",
    ],
    [
      "a peering to another tenancy",
      "Admit group G of tenancy Partner to associate local-peering-gateways in tenancy with local-peering-gateways in tenancy Partner",
      "Admit group G of tenancy Partner to read virtual-network-family in compartment N",
      "unproven",
    ],
    [
      "writing into another tenancy",
      "Endorse group G to manage object-family in tenancy Partner",
      "Endorse group G to read objects in tenancy usage-report",
      "unproven",
    ],
    [
      "writing into any tenancy",
      "Endorse group G to manage object-family in any-tenancy",
      "Deny endorse group G to manage object-family in any-tenancy",
      "outside",
    ],
    [
      "an alias of a tenancy of another realm",
      "Define tenancy Partner as ocid1.tenancy.oc19..aaaa",
      "Define tenancy Partner as ocid1.tenancy.oc1..aaaa",
      "outside",
    ],
    [
      "a denial that spares a region abroad",
      `Deny any-user to inspect all-resources in tenancy where all {request.region != 'iad', request.region != 'fra'}`,
      `Deny any-user to inspect all-resources in tenancy where all {request.region != 'iad', request.region != 'phx'}`,
      "outside",
    ],
    [
      "a denial that never matches",
      "Deny any-user to inspect all-resources in tenancy where request.region = 'eu-frankfurt-1'",
      "Deny any-user to inspect all-resources in tenancy where request.region = 'fra'",
      "unproven",
    ],
    [
      "what is no statement",
      "Allow group G to manage buckets in tenancy unless request.region = 'fra'",
      "Allow group G to manage policies in tenancy where target.policy.name = 'unless in fra'",
      "unproven",
    ],
  ])("%s", (_name, violation, lookAlike, status) => {
    test(`fails: ${violation}`, () => {
      expect(findings(withPolicy([lookAlike, violation]))).toEqual([
        expect.objectContaining({
          status,
          path: `${POLICY}/1`,
          value: violation,
          address: "oci_identity_policy.p",
        }),
      ]);
    });

    test(`passes: ${lookAlike}`, () => {
      expect(statuses(lookAlike)).toEqual([]);
    });
  });

  test("says which key to write for a region's name", () => {
    const [finding] = findings(
      withPolicy([
        "Allow group G to manage buckets in tenancy where request.region='us-phoenix-1'",
      ]),
    );
    expect(finding?.message).toContain("'us-phoenix-1' never matches");
    expect(finding?.fix).toContain("'phx'");
  });

  test("says where a statement cannot be read, and what was expected there", () => {
    const [finding] = findings(withPolicy(["Allow group G to mange buckets in tenancy"]));
    expect(finding?.message).toContain('at character 18, after "Allow group G to"');
    expect(finding?.message).toContain('"manage"');
  });

  test("names the region that a finding is about", () => {
    const [finding] = findings(
      withPolicy(["Allow group G to manage vcns in tenancy where request.region = 'fra'"]),
    );
    expect(finding?.region).toBe("eu-frankfurt-1");
  });

  test("offers a condition with the keys of the jurisdiction's own regions", () => {
    const json = withPolicy(["Allow group G to manage buckets in tenancy"]);
    expect(findings(json, Jurisdiction.US_GOVERNMENT)[0]?.fix).toMatch(/request\.region = 'lfi'/);
  });

  test("judges by the jurisdiction that it is given", () => {
    const json = withPolicy([
      "Allow service objectstorage-us-ashburn-1 to manage object-family in tenancy",
    ]);
    expect(findings(json)).toEqual([]);
    expect(findings(json, Jurisdiction.US_GOVERNMENT).map(({ status }) => status)).toEqual([
      "outside",
    ]);
  });

  describe("a denial of every region outside", () => {
    const open = "Allow group G to manage all-resources in compartment Data";
    const fence = `Deny any-user to inspect all-resources in tenancy where all {${OUTSIDE_FENCE}}`;

    test("closes grants on data that name no region", () => {
      expect(statuses(open, fence)).toEqual([]);
    });

    test("closes grants of another policy of the estate", () => {
      const json = withPolicy([open]) as { resource: { oci_identity_policy: object } };
      Object.assign(json.resource.oci_identity_policy, { fence: { statements: [fence] } });
      expect(findings(json)).toEqual([]);
    });

    test.each([
      ["denies only what manage adds", fence.replace("inspect", "manage")],
      ["holds in one compartment", fence.replace("in tenancy", "in compartment Data")],
      ["binds one group", fence.replace("any-user", "group G")],
      ["speaks of other resources", fence.replace("all-resources", "volume-family")],
      [
        "has an exception",
        fence.replace("all {", "all {request.principal.id != 'ocid1.user.oc1..a', "),
      ],
    ])("closes nothing where it %s", (_name, weak) => {
      expect(statuses(open, weak)).toEqual(["unproven"]);
    });
  });

  describe("what is not written out", () => {
    const variable = (condition: string) => ({
      variable: { region: { type: "string", validation: { condition, error_message: "no" } } },
    });
    const statement = "Allow service objectstorage-${var.region} to use keys in compartment K";

    test("follows a variable whose validation lists its values", () => {
      const inside = variable('${contains(["us-ashburn-1", "us-phoenix-1"], var.region)}');
      const mixed = variable('${contains(["us-ashburn-1", "ap-tokyo-1"], var.region)}');
      expect(findings(withPolicy([statement], inside))).toEqual([]);
      expect(findings(withPolicy([statement], mixed)).map(({ status }) => status)).toEqual([
        "outside",
      ]);
    });

    test("follows local values, for a word and for the whole list", () => {
      const locals = {
        locals: {
          region: "eu-frankfurt-1",
          statements: ["Allow service objectstorage-${local.region} to use keys in tenancy"],
        },
      };
      expect(findings(withPolicy("${local.statements}", locals))).toMatchObject([
        { status: "outside", path: POLICY, region: "eu-frankfurt-1" },
      ]);
    });

    test("takes a key of this stack for placed, and a key from a variable for open", () => {
      const use = (key: string) =>
        withPolicy([`Allow group G to use keys in compartment K where target.key.id = '${key}'`]);
      const key = { compartment_id: COMPARTMENT, display_name: "k" };
      const own = use("${oci_kms_key.k.id}") as { resource: object };
      Object.assign(own.resource, { oci_kms_key: { k: key } });
      expect(findings(own)).toEqual([]);
      const given = { ...use("${var.key_id}"), variable: { key_id: { type: "string" } } };
      expect(findings(given).map(({ status }) => status)).toEqual(["unproven"]);
    });

    test.each([["${var.statements}"], ["${concat(var.a, var.b)}"], [[7]], [["${var.statement}"]]])(
      "leaves the statements %j unproven",
      (statements) => {
        expect(findings(withPolicy(statements))).toMatchObject([{ status: "unproven" }]);
      },
    );

    test("reads a list that is written as an expression", () => {
      const list =
        '${["Allow group G to manage vcns in tenancy", "Allow any-user to manage all-resources in tenancy"]}';
      expect(findings(withPolicy(list)).map(({ status }) => status)).toEqual(["outside"]);
    });
  });

  test.each([[null], [{}], [[]], [[null]], [[{ a: 1 }]], [true]])(
    "does not throw on statements that are %j",
    (statements) => {
      expect(() => checkJson(withPolicy(statements))).not.toThrow();
    },
  );
});
