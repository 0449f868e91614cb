import { findingsIn, policySays, withStatements } from "./oci-findings";

const INSIDE = "us-ashburn-1, us-chicago-1, us-phoenix-1, us-saltlake-2, us-sanjose-1";
const NAME_SERVICE = `Name the service of one of: ${INSIDE}.`;
const service = (name: string, more = "") =>
  `Allow service ${name} to use keys in compartment K${more}`;
const onKey = (where: string) => `Allow group G to read keys in compartment K where ${where}`;
const ABROAD = "ocid1.key.oc1.eu-frankfurt-1.v.a";

describe("judgeServices", () => {
  test.each([
    [
      "objectstorage-eu-frankfurt-1",
      "outside",
      "grants to objectstorage-eu-frankfurt-1, the service of eu-frankfurt-1, outside US.",
      NAME_SERVICE,
    ],
    [
      "FssOc4Prod",
      "outside",
      "grants to FssOc4Prod, the service of oc4, outside US.",
      NAME_SERVICE,
    ],
    [
      "objectstorage-us-nowhere-9",
      "unproven",
      "grants to objectstorage-us-nowhere-9, the service of a region that is not known.",
      NAME_SERVICE,
    ],
    [
      "objectstorage-${var.region}",
      "unproven",
      "grants to a service whose name, which carries its region, is not in the file: objectstorage-${var.region}.",
      "Write the region out in the service's name.",
    ],
  ])("says where the service %s is", (name, ...said) => {
    expect(policySays(service(name))).toEqual([said]);
  });

  test.each([
    ["of a region inside", service("objectstorage-us-phoenix-1")],
    ["of every region", service("blockstorage")],
    [
      "that is not in the file, where the condition holds inside only",
      service("objectstorage-${var.region}", " where request.region = 'iad'"),
    ],
  ])("finds nothing in a service %s", (_what, statement) => {
    expect(policySays(statement)).toEqual([]);
  });

  test("goes on to the next after a service whose name is not in the file", () => {
    const statement = service(
      "objectstorage-${var.region}, objectstorage-uk-london-1",
      " where request.region = 'iad'",
    );
    expect(policySays(statement).map(([, message]) => message)).toEqual([
      "grants to objectstorage-uk-london-1, the service of uk-london-1, outside US.",
    ]);
  });

  test("says once what a service is of whose name is an OCID", () => {
    expect(policySays(service(`'${ABROAD}'`)).map(([, message]) => message)).toEqual([
      `grants to ${ABROAD}, the service of eu-frankfurt-1, outside US.`,
    ]);
  });
});

describe("judgeIdentifiers", () => {
  const GROUP = "ocid1.group.oc19..a";
  const COMPARTMENT = "ocid1.compartment.oc19..a";

  test.each([
    [`Allow group id ${GROUP} to read vcns in tenancy`, "outside", GROUP, "oc19"],
    [
      `Allow group 'ocid1.group.oc1..a', '${GROUP}' to read vcns in tenancy`,
      "outside",
      GROUP,
      "oc19",
    ],
    [`Allow group G to read vcns in compartment id ${COMPARTMENT}`, "outside", COMPARTMENT, "oc19"],
    [
      `Allow service objectstorage-us-ashburn-1 to read vcns in compartment id ${COMPARTMENT}`,
      "outside",
      COMPARTMENT,
      "oc19",
    ],
    [onKey(`target.key.id = '${ABROAD}'`), "outside", ABROAD, "eu-frankfurt-1"],
    [onKey(`target.key.id in ('${ABROAD}')`), "outside", ABROAD, "eu-frankfurt-1"],
    [
      onKey("target.key.id = 'OCID1.KEY.OC1.eu-frankfurt-1.V.A'"),
      "outside",
      "OCID1.KEY.OC1.eu-frankfurt-1.V.A",
      "eu-frankfurt-1",
    ],
    [
      onKey("target.key.id = 'ocid1.key.oc1.xx-nowhere-1.v.a'"),
      "unproven",
      "ocid1.key.oc1.xx-nowhere-1.v.a",
      "xx-nowhere-1",
    ],
  ])("says of %s what it names abroad", (statement, status, ocid, place) => {
    expect(policySays(statement)).toEqual([
      [
        status,
        `grants to or on ${ocid}, of ${place}, outside US.`,
        "Name a principal, compartment or resource inside.",
      ],
    ]);
  });

  test("says what the second place of an association is", () => {
    const statement = `Endorse group G to associate drgs in compartment C with drgs in compartment id ${COMPARTMENT}`;
    expect(policySays(statement)[0]?.[1]).toBe(
      `grants to or on ${COMPARTMENT}, of oc19, outside US.`,
    );
  });

  test.each([
    onKey(`target.key.id != '${ABROAD}'`),
    onKey(`target.key.id not in ('${ABROAD}')`),
    onKey("target.key.id = 'ocid1.key.oc1.us-phoenix-1.v.a'"),
    onKey("target.key.name = 'eu-frankfurt-1'"),
    onKey("target.key.name = 'ocid of eu-frankfurt-1'"),
    "Allow group id ocid1.group.oc1..a to read vcns in compartment id ocid1.compartment.oc1..a",
  ])("finds nothing in %s", (statement) => {
    expect(policySays(statement)).toEqual([]);
  });

  test("names the places that findings are about", () => {
    const json = withStatements("oci_identity_policy", [
      service("objectstorage-eu-frankfurt-1"),
      service("objectstorage-us-nowhere-9"),
      service("objectstorage-${var.region}"),
      onKey(`target.key.id = '${ABROAD}'`),
    ]);
    expect(findingsIn("oci_identity_policy", json).map(({ region }) => region)).toEqual([
      "eu-frankfurt-1",
      "us-nowhere-9",
      null,
      "eu-frankfurt-1",
    ]);
  });
});
