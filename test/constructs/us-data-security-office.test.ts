import {
  type DelegationControlProps,
  type OperatorControlProps,
  type PrivilegedApiControlProps,
  UsDataSecurityOffice,
  type UsDataSecurityOfficeProps,
} from "../../constructs/us-data-security-office";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import {
  DATA,
  KEYS,
  onlyResource,
  resourcesOf,
  type Synthesized,
  synthesize,
  TENANCY,
  usStack,
} from "../support/synth";

const SECURITY = "ocid1.compartment.oc1..aaaaaaaasecurity";
const VCN = "ocid1.vcn.oc1.iad.aaaaexample";
const TOPIC = "ocid1.onstopic.oc1.iad.aaaaexample";
const CLUSTER = "ocid1.cloudvmcluster.oc1.iad.aaaaexample";
const EXADATA = "ocid1.exadatainfrastructure.oc1.iad.aaaaexample";

const WINDOW: Partial<UsDataSecurityOfficeProps> = {
  breakGlassFrom: "2026-03-01T08:00:00Z",
  breakGlassUntil: "2026-03-02T08:00:00Z",
  breakGlassReason: "INC-4711: vault unreachable",
};

const FULL: Partial<UsDataSecurityOfficeProps> = {
  ...WINDOW,
  vcnSources: [{ vcnId: VCN, ipRanges: ["10.0.4.0/24"] }],
  regions: ["us-ashburn-1", "us-phoenix-1"],
  domainRegion: "us-phoenix-1",
  domainLicenseType: "premium",
  administratorEmail: "office@example.com",
  administratorFirstName: "Ada",
  administratorLastName: "Byron",
  administratorUserName: "ada",
  dataResourceTypes: ["object-family", "volume-groups"],
  freeformTags: { estate: "acme" },
};

const OPERATOR: OperatorControlProps = {
  resourceType: "EXADATAINFRASTRUCTURE",
  resources: [{ resourceId: EXADATA, resourceName: "exa", resourceCompartmentId: DATA }],
};
const DELEGATION: DelegationControlProps = {
  resourceType: "CLOUDVMCLUSTER",
  resourceIds: [CLUSTER],
  serviceProviderId: "ocid1.delegateaccesscontrolserviceprovider.oc1.iad.aaaa",
  serviceType: "TROUBLESHOOTING",
  notificationTopicId: TOPIC,
  vaultId: "ocid1.vault.oc1.iad.aaaa.bbbb",
  vaultKeyId: "ocid1.key.oc1.iad.aaaa.bbbb",
};
const PRIVILEGED: PrivilegedApiControlProps = {
  resourceType: "EXADATAINFRASTRUCTURE",
  resourceIds: [EXADATA],
  operations: [{ apiName: "DeleteExadataInfrastructure" }],
  notificationTopicId: TOPIC,
};

function officeIn(props: Partial<UsDataSecurityOfficeProps> = {}, stack = usStack()) {
  const office = new UsDataSecurityOffice(stack, "office", {
    name: "office",
    compartmentId: SECURITY,
    dataCompartmentId: DATA,
    keysCompartmentId: KEYS,
    publicSourceRanges: ["198.51.100.0/24", "203.0.113.7"],
    ...props,
  });
  return { stack, office };
}

function fullOffice() {
  const made = officeIn(FULL);
  made.office.addOperatorControl("operators", OPERATOR);
  made.office.addDelegationControl("provider", DELEGATION);
  made.office.addPrivilegedApiControl("apis", PRIVILEGED);
  return made;
}

/** Statements of the policy that ends with `-<name>`. */
function statementsOf(json: Synthesized, name: string): readonly string[] {
  const policy = resourcesOf(json, "oci_identity_policy").find(
    (each) => each.name === `office-${name}`,
  );
  return policy?.statements ?? [];
}

describe("UsDataSecurityOffice", () => {
  test("stays inside without a waiver", () => {
    expect(officeIn().stack).toStayWithin(Jurisdiction.US);
    expect(fullOffice().stack).toStayWithin(Jurisdiction.US);
  });

  test("writes only what the provider's schema takes", () => {
    const violations = [officeIn(), fullOffice()].flatMap(({ stack }) =>
      Object.entries(synthesize(stack).resource).flatMap(([type, blocks]) =>
        Object.values(blocks as object).flatMap((body) => conformance(type, body)),
      ),
    );
    expect(violations).toEqual([]);
  });

  test("makes IAM objects through the home region, whatever the stack's region", () => {
    const stack = usStack({ region: "us-chicago-1", homeRegion: "us-phoenix-1" });
    const json = synthesize(officeIn(WINDOW, stack).stack);
    for (const [type, blocks] of Object.entries(json.resource)) {
      for (const body of Object.values(blocks as Record<string, { provider: string }>)) {
        expect({ type, provider: body.provider }).toEqual({ type, provider: "oci.us-phoenix-1" });
      }
    }
  });
});

describe("identity domain", () => {
  test("is kept in one region inside and replicated nowhere", () => {
    const json = synthesize(officeIn({ domainRegion: "us-phoenix-1" }).stack);
    expect(onlyResource(json, "oci_identity_domain")).toMatchObject({
      home_region: "us-phoenix-1",
      license_type: "free",
      lifecycle: { prevent_destroy: true },
    });
    expect(resourcesOf(json, "oci_identity_domain_replication_to_region")).toEqual([]);
  });

  test("holds the groups, whose members Terraform leaves alone", () => {
    const groups = resourcesOf(synthesize(officeIn().stack), "oci_identity_domains_group");
    expect(groups.map(({ display_name }) => display_name).sort()).toEqual([
      "office-auditors",
      "office-break-glass",
      "office-data-custodians",
      "office-key-custodians",
    ]);
    for (const group of groups) {
      expect(group.idcs_endpoint).toMatch(/^\$\{oci_identity_domain\.\w+\.url\}$/);
      expect(group.lifecycle.ignore_changes).toContain("members");
    }
  });
});

describe("network source", () => {
  test("lists the declared addresses, in the tenancy, and every statement depends on it", () => {
    const json = synthesize(officeIn(FULL).stack);
    expect(onlyResource(json, "oci_identity_network_source")).toMatchObject({
      compartment_id: TENANCY,
      name: "office-people",
      public_source_list: ["198.51.100.0/24", "203.0.113.7"],
      virtual_source_list: [{ vcn_id: VCN, ip_ranges: ["10.0.4.0/24"] }],
    });
    for (const policy of resourcesOf(json, "oci_identity_policy")) {
      expect(policy.depends_on).toEqual([expect.stringMatching(/^oci_identity_network_source\./)]);
      for (const statement of policy.statements) {
        expect(statement).toContain("request.networkSource.name = 'office-people'");
      }
    }
  });

  test("may be of VCNs alone", () => {
    const { stack } = officeIn({
      publicSourceRanges: [],
      vcnSources: [{ vcnId: VCN, ipRanges: ["10.0.0.0/16"] }],
    });
    expect(onlyResource(synthesize(stack), "oci_identity_network_source")).not.toHaveProperty(
      "public_source_list",
    );
    expect(stack).toStayWithin(Jurisdiction.US);
  });
});

describe("separation of duties", () => {
  const json = synthesize(officeIn(FULL).stack);

  test("lets data custodians name a key and never manage one", () => {
    const statements = statementsOf(json, "data-custodians");
    expect(
      statements.filter((each) => / manage /.test(each)).map((each) => each.split(" ")[6]),
    ).toEqual(["object-family", "volume-groups"]);
    const onKeys = statements.filter((each) => each.includes(KEYS));
    expect(onKeys.map((each) => each.split(" ").slice(5, 7).join(" "))).toEqual([
      "use key-delegate",
      "inspect vaults",
      "inspect keys",
    ]);
  });

  test("grants key custodians nothing on data, nor to use a key or carry it away", () => {
    const statements = statementsOf(json, "key-custodians");
    for (const permission of ["VAULT_REPLICATE", "VAULT_BACKUP", "VAULT_RESTORE", "VAULT_MOVE"]) {
      expect(statements.join("\n")).not.toContain(permission);
    }
    expect(statements).toContainEqual(
      expect.stringMatching(/ to manage vaults .*any {.*request\.permission = 'VAULT_CREATE_KEY'/),
    );
    expect(statements.join("\n")).not.toContain(DATA);
    expect(statements.join("\n")).not.toMatch(/in tenancy/);
    const onKeys = statements.find((each) => each.includes(" manage keys "));
    const permissions = [...(onKeys ?? "").matchAll(/request\.permission = '(\w+)'/g)].map(
      ([, permission]) => permission,
    );
    expect(permissions).toContain("KEY_ROTATE");
    expect(permissions).not.toContain("KEY_DECRYPT");
    expect(permissions.join()).not.toMatch(/EXPORT|BACKUP|MOVE/);
    expect(onKeys).toMatch(
      /where all \{any \{request\.region = .+, any \{request\.permission = [^{}]+\}\}$/,
    );
  });

  test("lets auditors list, and read what was done, and no data", () => {
    const grants = statementsOf(json, "auditors").map((each) =>
      each.split(" ").slice(5, 7).join(" "),
    );
    expect(grants).toEqual([
      "inspect all-resources",
      "read audit-events",
      "read buckets",
      "read cloud-guard-family",
    ]);
  });

  test("names the groups by reference, each in its own policy only", () => {
    const seen = ["data-custodians", "key-custodians", "auditors", "break-glass"].map((name) => {
      const groups = new Set(
        statementsOf(json, name).map((each) => /group id \$\{(\S+?)\.ocid\}/.exec(each)?.[1]),
      );
      expect(groups.size).toBe(1);
      return [...groups][0];
    });
    expect(new Set(seen).size).toBe(4);
  });

  test("names regions by key, one alone or any of several", () => {
    expect(statementsOf(json, "auditors")[0]).toContain(
      "where all {any {request.region = 'iad', request.region = 'phx'}, request.networkSource",
    );
    expect(statementsOf(synthesize(officeIn().stack), "auditors")[0]).toContain(
      "where all {request.region = 'iad', request.networkSource",
    );
  });

  test("holds in the stack's region and the home region unless regions are named", () => {
    const stack = usStack({ region: "us-chicago-1", homeRegion: "us-phoenix-1" });
    expect(officeIn({}, stack).office.regions.map(String)).toEqual([
      "us-chicago-1",
      "us-phoenix-1",
    ]);
  });
});

describe("break-glass", () => {
  test("grants nothing while no window is open", () => {
    expect(statementsOf(synthesize(officeIn().stack), "break-glass")).toEqual([]);
  });

  test("grants within the window, the regions and the addresses, and says why", () => {
    const json = synthesize(officeIn(WINDOW).stack);
    const statements = statementsOf(json, "break-glass");
    expect(statements).toHaveLength(2);
    for (const statement of statements) {
      expect(statement).toMatch(
        /where all \{request\.region = 'iad', request\.networkSource\.name = 'office-people', request\.utc-timestamp after '2026-03-01T08:00:00Z', request\.utc-timestamp before '2026-03-02T08:00:00Z'\}$/,
      );
    }
    const policy = resourcesOf(json, "oci_identity_policy").find(
      ({ name }) => name === "office-break-glass",
    );
    expect(policy.description).toBe("Until 2026-03-02T08:00:00Z: INC-4711: vault unreachable");
  });

  test("takes a window of 72 hours", () => {
    const until = "2026-03-04T08:00:00Z";
    expect(() => officeIn({ ...WINDOW, breakGlassUntil: until })).not.toThrow();
  });

  test.each<[string, Partial<UsDataSecurityOfficeProps>, RegExp]>([
    [
      "one second more than 72 hours",
      { breakGlassUntil: "2026-03-04T08:00:01Z" },
      /72 hours at most.*2026-03-04T08:00:00Z or earlier/,
    ],
    [
      "an end before its start",
      { breakGlassUntil: "2026-03-01T07:59:59Z" },
      /must end after 2026-03-01T08:00:00Z/,
    ],
    ["a day that does not exist", { breakGlassUntil: "2026-02-31T08:00:00Z" }, /an instant of UTC/],
    [
      "an instant of another zone",
      { breakGlassUntil: "2026-03-02T08:00:00+01:00" },
      /an instant of UTC/,
    ],
    ["a blank reason", { breakGlassReason: " " }, /why it was opened/],
  ])("fails for %s", (_what, props, message) => {
    expect(() => officeIn({ ...WINDOW, ...props })).toThrow(message);
  });

  test.each(["breakGlassFrom", "breakGlassUntil", "breakGlassReason"] as const)(
    "fails for a window without %s",
    (prop) => {
      const { [prop]: _left, ...rest } = WINDOW;
      expect(() => officeIn(rest)).toThrow(new RegExp(`${prop} is not set`));
    },
  );
});

describe("access of providers", () => {
  test("makes Oracle's operators ask, always, and approves nothing in advance", () => {
    const json = synthesize(fullOffice().stack);
    expect(onlyResource(json, "oci_operator_access_control_operator_control")).toMatchObject({
      is_fully_pre_approved: false,
      pre_approved_op_action_list: [],
      number_of_approvers: 2,
      approver_groups_list: [expect.stringMatching(/data-custodians_\w+\.ocid}$/)],
    });
    expect(
      onlyResource(json, "oci_operator_access_control_operator_control_assignment"),
    ).toMatchObject({
      is_enforced_always: true,
      is_auto_approve_during_maintenance: false,
      resource_id: EXADATA,
    });
  });

  test("makes a service provider ask, and approves nothing in advance", () => {
    expect(
      onlyResource(
        synthesize(fullOffice().stack),
        "oci_delegate_access_control_delegation_control",
      ),
    ).toMatchObject({
      pre_approved_service_provider_action_names: [],
      is_auto_approve_during_maintenance: false,
      num_approvals_required: 2,
    });
  });

  test("makes privileged operations wait for approval", () => {
    expect(
      onlyResource(synthesize(fullOffice().stack), "oci_apiaccesscontrol_privileged_api_control"),
    ).toMatchObject({
      privileged_operation_list: [{ api_name: "DeleteExadataInfrastructure" }],
      resources: [EXADATA],
      number_of_approvers: 2,
    });
  });

  test("stand in the region that is named", () => {
    const { stack, office } = officeIn();
    office.addOperatorControl("operators", { ...OPERATOR, region: "us-phoenix-1" });
    expect(
      onlyResource(synthesize(stack), "oci_operator_access_control_operator_control").provider,
    ).toBe("oci.us-phoenix-1");
  });

  test.each<[string, (office: UsDataSecurityOffice) => unknown, RegExp]>([
    [
      "an operator control abroad",
      (o) => o.addOperatorControl("c", { ...OPERATOR, region: "eu-milan-1" }),
      /region is "eu-milan-1": it lies outside US/,
    ],
    [
      "an operator control of nothing",
      (o) => o.addOperatorControl("c", { ...OPERATOR, resources: [] }),
      /resources is \[\]: the control would bind nobody/,
    ],
    [
      "an operator control that nobody approves",
      (o) => o.addOperatorControl("c", { ...OPERATOR, approverGroupIds: [] }),
      /approverGroupIds is \[\]/,
    ],
    [
      "a delegation control without a vault",
      (o) => {
        const { vaultId: _v, ...rest } = DELEGATION;
        return o.addDelegationControl("c", rest);
      },
      /vaultId is not set: OCI keeps the SSH keys/,
    ],
    [
      "a delegation control with a topic that is none",
      (o) => o.addDelegationControl("c", { ...DELEGATION, notificationTopicId: CLUSTER }),
      /no OCID of type onstopic/,
    ],
    [
      "a privileged API control without operations",
      (o) => o.addPrivilegedApiControl("c", { ...PRIVILEGED, operations: [] }),
      /operations is \[\]/,
    ],
    [
      "a privileged API control of a type in small letters",
      (o) => o.addPrivilegedApiControl("c", { ...PRIVILEGED, resourceType: "exadata" }),
      /capital letters/,
    ],
  ])("fails for %s", (_what, add, message) => {
    expect(() => add(officeIn().office)).toThrow(message);
  });

  test("needs no vault for a VMCLUSTER", () => {
    const { vaultId: _v, vaultKeyId: _k, ...rest } = DELEGATION;
    const { office, stack } = officeIn();
    office.addDelegationControl("c", { ...rest, resourceType: "VMCLUSTER" });
    expect(stack).toStayWithin(Jurisdiction.US);
  });
});

describe("refusals", () => {
  test.each<[string, Partial<UsDataSecurityOfficeProps>, RegExp]>([
    ["no address at all", { publicSourceRanges: [] }, /from any address in the world/],
    [
      "the whole internet",
      { publicSourceRanges: ["0.0.0.0/0"] },
      /more addresses than one organisation/,
    ],
    [
      "half of the internet",
      { publicSourceRanges: ["128.0.0.0/1"] },
      /more addresses than one organisation/,
    ],
    ["the whole internet of IPv6", { publicSourceRanges: ["::/0"] }, /\/16 is the widest/],
    [
      "a private range as a public one",
      { publicSourceRanges: ["10.0.0.0/16"] },
      /OCI sees public addresses only/,
    ],
    [
      "a range that is a name",
      { publicSourceRanges: ["office.example.com"] },
      /no address and no CIDR block/,
    ],
    ["an address in short form", { publicSourceRanges: ["198.1"] }, /no address and no CIDR block/],
    [
      "a VCN abroad",
      { vcnSources: [{ vcnId: "ocid1.vcn.oc1.eu-frankfurt-1.aaaa", ipRanges: ["10.0.0.0/16"] }] },
      /vcnSources\[0\]\.vcnId is "eu-frankfurt-1": it lies outside US/,
    ],
    [
      "every address of a VCN",
      { vcnSources: [{ vcnId: VCN, ipRanges: ["0.0.0.0/0"] }] },
      /vcnSources\[0\]\.ipRanges\[0\]/,
    ],
    ["a VCN without addresses", { vcnSources: [{ vcnId: VCN, ipRanges: [] }] }, /admits nobody/],
    [
      "a domain abroad",
      { domainRegion: "uk-london-1" },
      /domainRegion is "uk-london-1": it lies outside US/,
    ],
    [
      "a region abroad",
      { regions: ["us-ashburn-1", "ca-toronto-1"] },
      /regions\[1\] is "ca-toronto-1": it lies outside US/,
    ],
    ["no region", { regions: [] }, /in every one/],
    ["keys in the data's compartment", { keysCompartmentId: DATA }, /nothing parts the two duties/],
    [
      "the tenancy as the data's compartment",
      { dataCompartmentId: TENANCY },
      /no OCID of type compartment/,
    ],
    ["all resources", { dataResourceTypes: ["all-resources"] }, /not keys, people or networks/],
    [
      "keys among the data",
      { dataResourceTypes: ["object-family", "keys"] },
      /dataResourceTypes\[1\] is "keys"/,
    ],
    ["vaults among the data", { dataResourceTypes: ["vaults"] }, /not keys, people or networks/],
    [
      "policies among the data",
      { dataResourceTypes: ["policies"] },
      /not keys, people or networks/,
    ],
    [
      "a type that goes on as a statement",
      { dataResourceTypes: ["objects in tenancy"] },
      /no resource-type/,
    ],
    ["no type", { dataResourceTypes: [] }, /nobody could manage the data/],
    [
      "an administrator without a name",
      { administratorEmail: "a@example.com" },
      /give all four, or none/,
    ],
    ["a name that closes the quotes", { name: "a' or" }, /letters, digits/],
  ])("fails for %s, naming the construct", (_what, props, message) => {
    expect(() => officeIn(props)).toThrow(message);
    expect(() => officeIn(props)).toThrow(/^stack\/office \(UsDataSecurityOffice\): /);
  });
});
