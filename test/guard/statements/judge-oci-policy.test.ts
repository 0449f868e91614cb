import { Jurisdiction } from "../../../jurisdiction";
import { findingsIn, notesIn, policySays, withStatements } from "./oci-findings";

const KEYS =
  "iad (us-ashburn-1), ord (us-chicago-1), phx (us-phoenix-1), aga (us-saltlake-2), sjc (us-sanjose-1)";
const NAME_KEYS = `Name the regions inside by their keys: ${KEYS}.`;
const ADD_CONDITION =
  "Add \"where any {request.region = 'iad', request.region = 'ord', request.region = 'phx', request.region = 'aga', request.region = 'sjc'}\", or a Deny for all other regions in the tenancy.";
const ELSEWHERE =
  "Keep the data in this tenancy; waive it where the other tenancy is proven by itself.";
const SHARE_INSIDE =
  "Share inside this tenancy; waive it where the other tenancy is proven by itself.";
const NAME_GROUP =
  "Name a group, or add a condition on request.principal.type and request.principal.id.";
const TO_PARTNER =
  "lets principals of the tenancy Partner reach data of this one, and nothing here proves where they take it.";
const EVERYONE =
  "is open to every user, instance, function and Oracle service of the tenancy, whoever they are: nothing in it says who may ask.";
const everyRegion = (what: string) =>
  `lets its principals put data (${what}) into every region that the tenancy subscribes to.`;
const otherRegions = (what: string) =>
  `lets its principals put data (${what}) into regions that its condition does not leave out.`;
const writesTo = (where: string) =>
  `lets principals of this tenancy write to ${where}, whose regions nothing here proves.`;

describe("judgePolicyStatement", () => {
  test.each([
    [
      "Define tenancy Partner as ocid1.tenancy.oc19..aaaa",
      "outside",
      "gives a name to a tenancy of oc19, outside US.",
      "Name one of this realm.",
    ],
    [
      "Deny any-user to inspect all-resources in tenancy where all {request.region != 'iad', request.region != 'fra'}",
      "outside",
      "denies every region but some, and eu-frankfurt-1, outside US, is among those it spares.",
      "Take eu-frankfurt-1 out of the condition.",
    ],
    [
      "Deny any-user to inspect all-resources in tenancy where request.region = 'eu-frankfurt-1'",
      "unproven",
      "has a condition that proves nothing: an IAM policy compares request.region with the region's key, so that 'eu-frankfurt-1' never matches.",
      "Write 'fra' for eu-frankfurt-1.",
    ],
    [
      "Allow group G to manage vcns in tenancy where request.region = 'fra'",
      "outside",
      "grants in eu-frankfurt-1, outside US.",
      NAME_KEYS,
    ],
    [
      "Allow group G to manage buckets in tenancy where any {request.region = 'fra', target.bucket.name = 'b'}",
      "outside",
      "grants in eu-frankfurt-1, outside US, and in any region that opens.",
      NAME_KEYS,
    ],
    [
      "Endorse group G to read buckets in any-tenancy where request.region = 'fra'",
      "outside",
      "endorses in eu-frankfurt-1, outside US.",
      NAME_KEYS,
    ],
    [
      "Admit group G of tenancy T to inspect buckets in tenancy where request.region = 'fra'",
      "outside",
      "admits in eu-frankfurt-1, outside US.",
      NAME_KEYS,
    ],
    [
      "Endorse group G to use buckets in any-tenancy",
      "outside",
      writesTo("any other tenancy"),
      ELSEWHERE,
    ],
    [
      "Endorse group G to use buckets in tenancy Partner",
      "unproven",
      writesTo("the tenancy Partner"),
      ELSEWHERE,
    ],
    [
      "Endorse group G to use buckets in tenancy",
      "unproven",
      writesTo("the tenancy that it names"),
      ELSEWHERE,
    ],
    [
      "Endorse group G to use buckets in compartment C",
      "unproven",
      writesTo("the tenancy that it names"),
      ELSEWHERE,
    ],
    [
      "Endorse group G to associate drgs in compartment C with drgs in tenancy Partner",
      "unproven",
      writesTo("the tenancy Partner"),
      ELSEWHERE,
    ],
    [
      "Endorse group G to associate drgs in tenancy with drgs in tenancy Partner",
      "unproven",
      writesTo("the tenancy Partner"),
      ELSEWHERE,
    ],
    [
      "Endorse group G to associate drgs in compartment C with drgs in any-tenancy",
      "outside",
      writesTo("any other tenancy"),
      ELSEWHERE,
    ],
    [
      "Endorse group G to manage buckets in tenancy Partner where request.region = 'iad'",
      "unproven",
      writesTo("the tenancy Partner"),
      ELSEWHERE,
    ],
    [
      "Admit group G of tenancy Partner to read buckets in tenancy",
      "unproven",
      TO_PARTNER,
      SHARE_INSIDE,
    ],
    [
      "Admit group G of any-tenancy to read buckets in tenancy",
      "outside",
      "lets principals of any other tenancy reach data of this one, and nothing here proves where they take it.",
      SHARE_INSIDE,
    ],
    [
      "Admit group G of tenancy Partner to use remote-peering-connections in tenancy",
      "unproven",
      TO_PARTNER,
      SHARE_INSIDE,
    ],
    [
      "Admit group G of tenancy Partner to use subnets, local-peering-to in tenancy",
      "unproven",
      TO_PARTNER,
      SHARE_INSIDE,
    ],
    [
      "Admit group G of tenancy Partner to use drgs in tenancy",
      "unproven",
      TO_PARTNER,
      SHARE_INSIDE,
    ],
    [
      "Admit group G of tenancy Partner to manage subnets in tenancy",
      "unproven",
      TO_PARTNER,
      SHARE_INSIDE,
    ],
    [
      "Admit group G of tenancy Partner to {OBJECT_READ} in tenancy",
      "unproven",
      TO_PARTNER,
      SHARE_INSIDE,
    ],
    [
      "Admit group G of tenancy Partner to {SUBNET_CREATE} in tenancy",
      "unproven",
      TO_PARTNER,
      SHARE_INSIDE,
    ],
    ["Allow any-user to read objects in tenancy", "outside", EVERYONE, NAME_GROUP],
    ["Allow any-user to manage groups in tenancy", "outside", EVERYONE, NAME_GROUP],
    ["Allow any-user to {OBJECT_READ} in tenancy", "outside", EVERYONE, NAME_GROUP],
    [
      "Allow any-group to read objects in tenancy",
      "outside",
      "is open to every user, instance and function of the tenancy, whoever they are: nothing in it says who may ask.",
      NAME_GROUP,
    ],
    [
      "Allow group G to use vcns, volumes in tenancy",
      "unproven",
      everyRegion("volumes"),
      ADD_CONDITION,
    ],
    [
      "Allow group G to {OBJECT_CREATE} in tenancy",
      "unproven",
      everyRegion("permissions on data"),
      ADD_CONDITION,
    ],
    [
      "Allow group G to use volumes in tenancy where target.volume.name = 'v'",
      "unproven",
      everyRegion("volumes"),
      ADD_CONDITION,
    ],
    [
      "Allow group G to use volumes in tenancy where request.region != 'fra'",
      "unproven",
      otherRegions("volumes"),
      ADD_CONDITION,
    ],
    [
      "Allow group G to use volumes in tenancy where request.ad = 'mine'",
      "unproven",
      otherRegions("volumes"),
      ADD_CONDITION,
    ],
  ])("says what %s does, and how to keep it inside", (statement, ...said) => {
    expect(policySays(statement)).toEqual([said]);
  });

  test.each([
    "Endorse group G to read buckets in tenancy Partner",
    "Endorse any-user to read buckets in tenancy Partner",
    "Admit group G of tenancy Partner to read local-peering-to in tenancy",
    "Admit group G of tenancy Partner to use subnets in tenancy",
    "Admit group G of tenancy Partner to manage drgs in tenancy where request.permission = 'DRG_READ'",
    "Admit group G of tenancy Partner to {SUBNET_READ} in tenancy",
    "Allow any-user to use groups in tenancy",
    "Allow any-user to {OBJECT_INSPECT} in tenancy",
    "Allow service objectstorage-us-ashburn-1 to manage objects in tenancy",
    "Deny group G to manage objects in tenancy",
  ])("finds nothing in %s", (statement) => {
    expect(policySays(statement)).toEqual([]);
  });

  test("says both what another tenancy gets and that anybody of it may ask", () => {
    expect(
      policySays("Admit any-user of tenancy Partner to manage subnets in tenancy").map(
        ([, message]) => message,
      ),
    ).toEqual([TO_PARTNER, EVERYONE]);
  });

  test("writes the one condition of a jurisdiction with one region without any", () => {
    const chicago = Jurisdiction.define({
      name: "CHICAGO",
      countries: ["US"],
      regions: ["us-chicago-1"],
    });
    expect(policySays("Allow group G to use volumes in tenancy", chicago)).toEqual([
      [
        "unproven",
        everyRegion("volumes"),
        "Add \"where request.region = 'ord'\", or a Deny for all other regions in the tenancy.",
      ],
    ]);
  });

  test("names the region of an alias, of a spared region and of a region that is granted", () => {
    const regions = [
      "Define tenancy Partner as ocid1.tenancy.oc19..aaaa",
      "Deny any-user to inspect all-resources in tenancy where all {request.region != 'iad', request.region != 'lhr'}",
      "Allow group G to manage vcns in tenancy where request.region = 'fra'",
    ];
    const json = withStatements("oci_identity_policy", regions);
    expect(findingsIn("oci_identity_policy", json).map(({ region }) => region)).toEqual([
      "oc19",
      "uk-london-1",
      "eu-frankfurt-1",
    ]);
  });

  test("notes no copies of an Oracle service, whose region is in its name", () => {
    const service =
      "Allow service objectstorage-us-ashburn-1 to manage object-family in compartment C";
    expect(
      notesIn("oci_identity_policy", withStatements("oci_identity_policy", [service])),
    ).toEqual([]);
  });

  describe("a resource by its OCID", () => {
    const use = (where: string) => `Allow group G to use keys in compartment K where ${where}`;
    const KEY = "ocid1.key.oc1.iad.v.a";

    test.each([
      `target.key.id = '${KEY}'`,
      `target.vault.key.id = '${KEY}'`,
      `any {target.key.id = '${KEY}', target.key.id = 'ocid1.key.oc1.phx.v.a'}`,
    ])("is in one region: %s", (where) => {
      expect(policySays(use(where))).toEqual([]);
    });

    test.each([
      ["an OCID without a region", "target.key.id = 'ocid1.key.oc1..a'"],
      ["what is no OCID", "target.key.id = 'iad'"],
      ["the name of a region", "target.key.id = 'key-us-ashburn-1'"],
      ["one of two that may be anything", `target.key.id in ('${KEY}', 'mine')`],
      ["all but one", `target.key.id != '${KEY}'`],
      ["a compartment, which is in every region", `target.compartment.id = '${KEY}'`],
      ["a variable that is no id", `target.key.identity = '${KEY}'`],
      ["a variable that only ends like one", `some.target.key.id = '${KEY}'`],
      ["a reference beside one that is not known", "target.key.id = '${oci_kms_key.k.id}${var.x}'"],
    ])("is open where the condition names %s", (_what, where) => {
      const json = withStatements("oci_identity_policy", [use(where)], {
        resource: { oci_kms_key: { k: {} } },
      });
      expect(findingsIn("oci_identity_policy", json).map(({ status }) => status)).toEqual([
        "unproven",
      ]);
    });
  });
});
