import { Construct } from "constructs";
import { PropsError } from "../../../constructs/validation";
import {
  requireAvailabilityDomainIn,
  requireKeyIn,
  requireNsgsIn,
  requireOcidIn,
} from "../../../constructs/validation/require-key";
import { Region } from "../../../jurisdiction";
import { usStack } from "../../support/synth";

const ASHBURN = Region.of("us-ashburn-1");
const PHOENIX = Region.of("us-phoenix-1");

const scope = new Construct(usStack(), "thing");

const nsg = (name: string, region = "iad") =>
  `ocid1.networksecuritygroup.oc1.${region}.aaaaaaaa${name}`;

/** What is thrown: always a PropsError that names the construct and the prop. */
function refusal(check: () => void): string {
  try {
    check();
  } catch (error) {
    expect(error).toBeInstanceOf(PropsError);
    const { message } = error as PropsError;
    expect(message).toMatch(/^stack\/thing \(Construct\): prop/);
    expect(message).toMatch(/Fix: .+\.$/);
    return message;
  }
  throw new Error("nothing was refused");
}

describe("requireKeyIn", () => {
  test("takes a key of the region of what it encrypts", () => {
    expect(() =>
      requireKeyIn(scope, "prop", { region: ASHBURN }, ASHBURN, "a bucket"),
    ).not.toThrow();
  });

  test("fails for a key of another allowed region, naming both", () => {
    const message = refusal(() =>
      requireKeyIn(scope, "prop", { region: PHOENIX }, ASHBURN, "a bucket"),
    );
    expect(message).toContain('"a key in us-phoenix-1"');
    expect(message).toContain("encrypts a bucket with a key of its own region only, us-ashburn-1");
  });
});

describe("requireAvailabilityDomainIn", () => {
  test.each([
    ["Uocm:US-ASHBURN-AD-1"],
    ["Uocm:US-ASHBURN-AD-3"],
    ["${data.oci_identity_availability_domains.all.availability_domains[0].name}"],
  ])("takes %s in Ashburn", (domain) => {
    expect(() => requireAvailabilityDomainIn(scope, "prop", domain, ASHBURN)).not.toThrow();
  });

  test.each([
    [
      "of another region",
      "Uocm:PHX-AD-1",
      /lies in us-phoenix-1, and this must lie in us-ashburn-1/,
    ],
    ["of a region abroad", "Uocm:EU-FRANKFURT-1-AD-1", /lies in eu-frankfurt-1/],
    ["that names no region", "AD-1", /no availability domain of a region that is known/],
    ["that is a region's name", "us-ashburn-1", /no availability domain/],
    ["that is empty", "", /no availability domain/],
  ])("fails for one %s", (_what, domain, message) => {
    expect(refusal(() => requireAvailabilityDomainIn(scope, "prop", domain, ASHBURN))).toMatch(
      message,
    );
  });
});

describe("requireOcidIn", () => {
  test.each([
    ["with the key of its region", "ocid1.subnet.oc1.iad.aaaaaaaaexample"],
    ["with the name of its region", "ocid1.subnet.oc1.us-ashburn-1.aaaaaaaaexample"],
    ["of a second type that is allowed", "ocid1.vlan.oc1.iad.aaaaaaaaexample"],
    ["that Terraform fills in", "${oci_core_subnet.data.id}"],
  ])("takes an OCID %s", (_what, ocid) => {
    expect(() => requireOcidIn(scope, "prop", ocid, ["subnet", "vlan"], ASHBURN)).not.toThrow();
  });

  test.each([
    ["of another type", "ocid1.vcn.oc1.iad.aaaaaaaaexample", /no OCID of type subnet or vlan/],
    ["of another region", "ocid1.subnet.oc1.phx.aaaaaaaaexample", /lies in us-phoenix-1/],
    ["of a region abroad", "ocid1.subnet.oc1.eu-frankfurt-1.aaaa", /lies in eu-frankfurt-1/],
    ["of a region that nobody knows", "ocid1.subnet.oc1.atlantis-1.aaaa", /names no region/],
    ["without a region", "ocid1.subnet.oc1..aaaaaaaaexample", /names no region/],
    ["that is none", "subnet-1", /no OCID of type subnet or vlan/],
  ])("fails for one %s", (_what, ocid, message) => {
    expect(refusal(() => requireOcidIn(scope, "prop", ocid, ["subnet", "vlan"], ASHBURN))).toMatch(
      message,
    );
  });
});

describe("requireNsgsIn", () => {
  test("takes one to five groups of the region", () => {
    const groups = ["a", "b", "c", "d", "e"].map((name) => nsg(name));
    expect(() => requireNsgsIn(scope, "prop", groups.slice(0, 1), ASHBURN)).not.toThrow();
    expect(() => requireNsgsIn(scope, "prop", groups, ASHBURN)).not.toThrow();
  });

  test("takes none where none is needed", () => {
    expect(() => requireNsgsIn(scope, "prop", [], ASHBURN, 0)).not.toThrow();
  });

  test.each([
    ["none", [], /in 1 to 5 different network security groups/],
    ["six", ["a", "b", "c", "d", "e", "f"].map((name) => nsg(name)), /in 1 to 5/],
    ["one twice", [nsg("a"), nsg("a")], /different/],
  ])("fails for %s", (_what, groups, message) => {
    expect(refusal(() => requireNsgsIn(scope, "prop", groups, ASHBURN))).toMatch(message);
  });

  test("fails for one of another region, and says which", () => {
    const groups = [nsg("a"), nsg("b", "phx")];
    expect(refusal(() => requireNsgsIn(scope, "prop", groups, ASHBURN))).toMatch(
      /prop\[1\] is .*lies in us-phoenix-1/,
    );
  });
});
