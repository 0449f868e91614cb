import {
  TenancyGuardrails,
  type TenancyGuardrailsProps,
} from "../../constructs/tenancy-guardrails";
import { parseQuotaStatement } from "../../guard/statements";
import { Jurisdiction, Region } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import {
  onlyResource,
  resourcesOf,
  type Synthesized,
  synthesize,
  TENANCY,
  usStack,
} from "../support/synth";

const US_REGIONS = [
  "us-ashburn-1",
  "us-chicago-1",
  "us-phoenix-1",
  "us-saltlake-2",
  "us-sanjose-1",
];
const DETECTOR = "ocid1.cloudguarddetectorrecipe.oc1.iad.aaaaexample";
const RESPONDER = "ocid1.cloudguardresponderrecipe.oc1.iad.aaaaexample";

const FULL: Partial<TenancyGuardrailsProps> = {
  allowedRegions: ["us-ashburn-1", "us-phoenix-1"],
  additionalFamilies: ["nosql"],
  exemptFamilies: [
    { family: "notifications", reason: "alarms of another estate are sent from Zurich" },
  ],
  denyOutsideRegions: true,
  requiredTags: [
    { name: "classification", description: "How sensitive it is", values: ["internal", "secret"] },
  ],
  securityZonePolicies: ["deny public_buckets"],
  cloudGuardReportingRegion: "us-phoenix-1",
  detectorRecipeIds: [DETECTOR],
  responderRecipeIds: [RESPONDER],
  freeformTags: { estate: "acme" },
};

function guardrailsIn(props: Partial<TenancyGuardrailsProps> = {}, stack = usStack()) {
  const guardrails = new TenancyGuardrails(stack, "guardrails", { name: "acme", ...props });
  return { stack, guardrails };
}

/** A tenancy of the US government's realm, in a jurisdiction of two realms. */
function govStack() {
  const regions = ["us-gov-ashburn-1", "us-gov-phoenix-1", "us-ashburn-1"];
  const jurisdiction = Jurisdiction.define({ name: "Both", countries: ["US"], regions });
  return usStack({
    jurisdiction,
    region: "us-gov-ashburn-1",
    homeRegion: "us-gov-ashburn-1",
    tenancyOcid: "ocid1.tenancy.oc3..aaaa",
  });
}

/**
 * The region whose capacity of `family` the quotas leave at more than zero, as OCI reads them: in
 * their order, a later statement superseding an earlier one.
 */
function openRegions(json: Synthesized, family: string): readonly string[] {
  const open = new Set(Region.all("oci").map(String));
  for (const { statements } of resourcesOf(json, "oci_limits_quota")) {
    for (const text of statements) {
      const parse = parseQuotaStatement(text);
      if (!parse.ok) {
        throw new Error(`${text}: ${parse.problem.message}`);
      }
      const { action, condition, ...statement } = parse.value;
      if (statement.family.lower !== family) {
        continue;
      }
      const named = condition?.kind === "test" ? condition.values[0]?.lower : undefined;
      for (const region of Region.all("oci").map(String)) {
        if (named === undefined || named === region) {
          open[action === "zero" ? "delete" : "add"](region);
        }
      }
    }
  }
  return [...open].sort();
}

describe("TenancyGuardrails", () => {
  test("stays inside without a waiver", () => {
    expect(guardrailsIn().stack).toStayWithin(Jurisdiction.US);
    expect(guardrailsIn(FULL).stack).toStayWithin(Jurisdiction.US);
  });

  test.each([[{}], [FULL]])("writes only what the provider's schema takes", (props) => {
    const json = synthesize(guardrailsIn(props).stack);
    const violations = (kind: "resource" | "data") =>
      Object.entries(json[kind] ?? {}).flatMap(([type, blocks]) =>
        Object.values(blocks as object).flatMap((body) => conformance(type, body, kind)),
      );
    expect(violations("resource")).toEqual([]);
    expect(violations("data")).toEqual([]);
  });

  test("makes IAM objects through the home region, whatever the stack's region", () => {
    const stack = usStack({ region: "us-chicago-1", homeRegion: "us-phoenix-1" });
    const json = synthesize(guardrailsIn({ denyOutsideRegions: true }, stack).stack);
    for (const [type, blocks] of Object.entries(json.resource)) {
      for (const body of Object.values(blocks as Record<string, { provider: string }>)) {
        expect({ type, provider: body.provider }).toEqual({ type, provider: "oci.us-phoenix-1" });
      }
    }
  });
});

describe("compartments", () => {
  test("keep the keys under security and the logs apart, and cannot be deleted by accident", () => {
    const json = synthesize(guardrailsIn().stack);
    const byName = new Map(
      resourcesOf(json, "oci_identity_compartment").map((each) => [each.name, each]),
    );
    expect([...byName.keys()].sort()).toEqual([
      "acme",
      "data",
      "keys",
      "log-archive",
      "network",
      "security",
    ]);
    expect(byName.get("acme").compartment_id).toBe(TENANCY);
    expect(byName.get("keys").compartment_id).toMatch(/compartments_security_\w+\.id}$/);
    expect(byName.get("log-archive").compartment_id).toMatch(/compartments_enclosing_\w+\.id}$/);
    for (const compartment of byName.values()) {
      expect(compartment).toMatchObject({
        enable_delete: false,
        lifecycle: { prevent_destroy: true },
      });
    }
  });

  test("give their OCIDs to the stack that makes outputs of them", () => {
    const { compartments } = guardrailsIn().guardrails;
    expect(Object.keys(compartments).sort()).toEqual([
      "data",
      "enclosing",
      "keys",
      "logArchive",
      "network",
      "security",
    ]);
    expect(new Set(Object.values(compartments)).size).toBe(6);
  });
});

describe("quotas", () => {
  test("leave every locked family its capacity in the allowed regions and nowhere else", () => {
    const { stack, guardrails } = guardrailsIn();
    const json = synthesize(stack);
    const locked = guardrails.coverage().filter(({ status }) => status === "locked");
    expect(locked.length).toBeGreaterThan(20);
    for (const { family } of locked) {
      expect({ family, open: openRegions(json, family) }).toEqual({ family, open: US_REGIONS });
    }
  });

  test("follow a narrower list, a family of the caller's and an exempt one", () => {
    const { stack, guardrails } = guardrailsIn(FULL);
    const json = synthesize(stack);
    expect(openRegions(json, "object-storage")).toEqual(["us-ashburn-1", "us-phoenix-1"]);
    expect(openRegions(json, "nosql")).toEqual(["us-ashburn-1", "us-phoenix-1"]);
    expect(openRegions(json, "notifications")).toContain("eu-zurich-1");
    const rows = new Map(guardrails.coverage().map((each) => [each.family, each]));
    expect(rows.get("nosql")).toMatchObject({
      status: "locked",
      source: expect.stringContaining("additionalFamilies"),
    });
    expect(rows.get("notifications")).toMatchObject({
      status: "not-lockable",
      reason: expect.stringContaining("sent from Zurich"),
    });
  });

  test("keep the statements of one family together in one quota, in order, with 50 at most", () => {
    for (const { statements } of resourcesOf(
      synthesize(guardrailsIn().stack),
      "oci_limits_quota",
    )) {
      expect(statements.length).toBeLessThanOrEqual(50);
      const families = statements.map((text: string) => text.split(" ")[1]);
      const starts = statements.filter((text: string) => text.startsWith("zero "));
      expect(new Set(families).size).toBe(starts.length);
      expect(statements[0]).toMatch(/^zero /);
    }
  });

  test("use one condition a statement, by a region's name and not its key", () => {
    const all = resourcesOf(synthesize(guardrailsIn().stack), "oci_limits_quota").flatMap(
      ({ statements }) => statements,
    );
    for (const text of all) {
      expect(text).toMatch(
        /^(?:zero [a-z-]+ quotas in tenancy|unset [a-z-]+ quotas in tenancy where request\.region = 'us-[a-z]+-\d')$/,
      );
    }
  });

  test("are those of the home region's realm, as a tenancy lies in one realm", () => {
    const guardrails = guardrailsIn({}, govStack()).guardrails;
    expect(guardrails.allowedRegions.map(String)).toEqual(["us-gov-ashburn-1", "us-gov-phoenix-1"]);
    expect(() =>
      guardrailsIn({ allowedRegions: ["us-gov-ashburn-1", "us-ashburn-1"] }, govStack()),
    ).toThrow(
      /allowedRegions\[1\] is "us-ashburn-1": it is of the realm oc1.*name one of us-gov-ashburn-1/,
    );
  });
});

describe("coverage", () => {
  test("names each family once, with a reason and a source", () => {
    const rows = guardrailsIn().guardrails.coverage();
    expect(new Set(rows.map(({ family }) => family)).size).toBe(rows.length);
    for (const { reason, source } of rows) {
      expect(reason).not.toBe("");
      expect(source).toMatch(/^OCI documentation, ".+"$/);
    }
  });

  test("says of DNS, whose quotas are global, that it is not locked", () => {
    const { stack, guardrails } = guardrailsIn();
    expect(guardrails.coverage()).toContainEqual(
      expect.objectContaining({ family: "dns", status: "not-lockable" }),
    );
    expect(JSON.stringify(resourcesOf(synthesize(stack), "oci_limits_quota"))).not.toMatch(/ dns /);
  });

  test("is plain data", () => {
    const rows = guardrailsIn(FULL).guardrails.coverage();
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });
});

describe("deny", () => {
  test("is left out unless it is asked for, as OCI refuses it where Deny was never enabled", () => {
    expect(JSON.stringify(synthesize(guardrailsIn().stack))).not.toMatch(/deny any-user/i);
  });

  test.each([
    [["us-ashburn-1"], "request.region != 'iad'"],
    [["us-ashburn-1", "us-phoenix-1"], "all {request.region != 'iad', request.region != 'phx'}"],
  ])("spares %j, by key", (allowedRegions, condition) => {
    const { stack } = guardrailsIn({ denyOutsideRegions: true, allowedRegions });
    const deny = resourcesOf(synthesize(stack), "oci_identity_policy").find(({ name }) =>
      name.endsWith("deny-outside-regions"),
    );
    expect(deny.statements).toEqual([
      `Deny any-user to inspect all-resources in tenancy where ${condition}`,
    ]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });
});

describe("tags", () => {
  test("set the residency by themselves and ask for the required ones, each of listed values", () => {
    const json = synthesize(guardrailsIn(FULL).stack);
    expect(onlyResource(json, "oci_identity_tag_namespace").name).toBe("acme-residency");
    const validators = resourcesOf(json, "oci_identity_tag").map(({ name, validator }) => [
      name,
      validator.validator_type,
      validator.values,
    ]);
    expect(validators.sort()).toEqual([
      ["classification", "ENUM", ["internal", "secret"]],
      ["residency", "ENUM", ["US"]],
    ]);
    const defaults = resourcesOf(json, "oci_identity_tag_default");
    expect(defaults.map(({ value, is_required }) => [value, is_required]).sort()).toEqual([
      ["US", false],
      ["internal", true],
    ]);
    for (const each of defaults) {
      expect(each.depends_on).toHaveLength(6);
    }
  });
});

describe("security zone and Cloud Guard", () => {
  test("look each policy up by its friendly name, so that an unknown name ends the plan", () => {
    const json = synthesize(guardrailsIn({ securityZonePolicies: ["deny public_buckets"] }).stack);
    expect(onlyResource(json, "oci_cloud_guard_security_recipe").security_policies).toEqual([
      expect.stringMatching(
        /^\$\{\{for p in data\.oci_cloud_guard_security_policies\.[\w-]+\.security_policy_collection\[0\]\.items : p\.friendly_name => p\.id\}\["deny public_buckets"\]\}$/,
      ),
    ]);
    expect(onlyResource(json, "oci_cloud_guard_security_zone")).toMatchObject({
      compartment_id: expect.stringMatching(/_data_\w+\.id}$/),
    });
  });

  test("report inside, after what Cloud Guard must be allowed", () => {
    const json = synthesize(guardrailsIn({ cloudGuardReportingRegion: "us-phoenix-1" }).stack);
    expect(onlyResource(json, "oci_cloud_guard_cloud_guard_configuration")).toMatchObject({
      provider: "oci.us-phoenix-1",
      reporting_region: "us-phoenix-1",
      status: "ENABLED",
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
    });
    expect(resourcesOf(json, "oci_cloud_guard_target")).toEqual([]);
  });

  test("watch the tenancy where recipes are given", () => {
    expect(
      onlyResource(synthesize(guardrailsIn(FULL).stack), "oci_cloud_guard_target"),
    ).toMatchObject({
      target_resource_id: TENANCY,
      target_resource_type: "COMPARTMENT",
      target_detector_recipes: [{ detector_recipe_id: DETECTOR }],
      target_responder_recipes: [{ responder_recipe_id: RESPONDER }],
    });
  });

  test("find detector recipes by their names, once Cloud Guard is enabled", () => {
    const name = "OCI Configuration Detector Recipe (Oracle managed)";
    const { stack } = guardrailsIn({ detectorRecipeNames: [name], detectorRecipeIds: [DETECTOR] });
    const json = synthesize(stack);
    const [lookup] = Object.keys(json.data.oci_cloud_guard_detector_recipes);
    const [configuration] = Object.keys(json.resource.oci_cloud_guard_cloud_guard_configuration);
    const { "//": _comment, ...body } = json.data.oci_cloud_guard_detector_recipes[lookup ?? ""];
    expect(body).toMatchObject({
      provider: "oci.us-ashburn-1",
      compartment_id: TENANCY,
      display_name: name,
      depends_on: [`oci_cloud_guard_cloud_guard_configuration.${configuration}`],
    });
    expect(onlyResource(json, "oci_cloud_guard_target").target_detector_recipes).toEqual([
      { detector_recipe_id: DETECTOR },
      {
        detector_recipe_id: `\${{for r in data.oci_cloud_guard_detector_recipes.${lookup}.detector_recipe_collection[0].items : r.display_name => r.id}["${name}"]}`,
      },
    ]);
    expect(conformance("oci_cloud_guard_detector_recipes", body, "data")).toEqual([]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("keep audit events for as long as OCI can", () => {
    expect(onlyResource(synthesize(guardrailsIn().stack), "oci_audit_configuration")).toMatchObject(
      {
        compartment_id: TENANCY,
        retention_period_days: 365,
      },
    );
  });
});

describe("refusals", () => {
  test.each<[string, Partial<TenancyGuardrailsProps>, RegExp]>([
    [
      "an allowed region abroad",
      { allowedRegions: ["us-ashburn-1", "eu-frankfurt-1"] },
      /allowedRegions\[1\] is "eu-frankfurt-1": it lies outside US/,
    ],
    [
      "an allowed region twice",
      { allowedRegions: ["us-ashburn-1", "us-ashburn-1"] },
      /listed twice/,
    ],
    [
      "a list without the home region",
      { allowedRegions: ["us-phoenix-1"] },
      /home region, us-ashburn-1, would be locked.*add us-ashburn-1/,
    ],
    ["an empty list of regions", { allowedRegions: [] }, /would be locked/],
    [
      "a reporting region abroad",
      { cloudGuardReportingRegion: "uk-london-1" },
      /cloudGuardReportingRegion is "uk-london-1": it lies outside US/,
    ],
    [
      "a family that is locked already",
      { additionalFamilies: ["object-storage"] },
      /locked already/,
    ],
    [
      "a family that is a statement",
      { additionalFamilies: ["nosql quotas in tenancy"] },
      /no name of a quota family/,
    ],
    [
      "an exempt family that is not locked",
      { exemptFamilies: [{ family: "dns", reason: "x" }] },
      /no lock is set on it/,
    ],
    [
      "an exempt family without a reason",
      { exemptFamilies: [{ family: "vcn", reason: " " }] },
      /needs a reason/,
    ],
    ["a zone without policies", { securityZonePolicies: [] }, /denies nothing/],
    [
      "a zone policy that breaks out of its quotes",
      { securityZonePolicies: ['deny x"]'] },
      /no friendly name/,
    ],
    ["responders without detectors", { responderRecipeIds: [RESPONDER] }, /no detector/],
    [
      "a recipe's name that Terraform would read as something else",
      { detectorRecipeNames: ['x"]}${var.y}'] },
      /detectorRecipeNames\[0\] is .*no display name/,
    ],
    [
      "a recipe that is named twice",
      { detectorRecipeNames: ["Ours", "Ours"] },
      /detectorRecipeNames\[1\] is "Ours": the target has that recipe already/,
    ],
    [
      "a recipe that is none",
      { detectorRecipeIds: ["ocid1.bucket.oc1.iad.a"] },
      /no OCID of type cloudguarddetectorrecipe/,
    ],
    [
      "a required tag without values",
      { requiredTags: [{ name: "class", description: "d", values: [] }] },
      /stop every resource/,
    ],
    [
      "a required tag named as the residency tag",
      { requiredTags: [{ name: "Residency", description: "d", values: ["a"] }] },
      /compared without case/,
    ],
    [
      "a tag key with a period",
      { requiredTags: [{ name: "a.b", description: "d", values: ["a"] }] },
      /without spaces and periods/,
    ],
    ["a name with a space", { name: "a b" }, /letters, digits/],
    [
      "a parent that is no compartment",
      { parentCompartmentId: "ocid1.vcn.oc1.iad.a" },
      /parentCompartmentId/,
    ],
  ])("fails for %s, naming the construct", (_what, props, message) => {
    expect(() => guardrailsIn(props)).toThrow(message);
    expect(() => guardrailsIn(props)).toThrow(/^stack\/guardrails \(TenancyGuardrails\): /);
  });
});
