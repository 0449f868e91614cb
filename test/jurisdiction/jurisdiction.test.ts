import {
  type InvalidJurisdictionError,
  Jurisdiction,
  OutsideJurisdictionError,
  Realm,
  Region,
} from "../../jurisdiction";

const allowed = (id: string) => Jurisdiction.US.allows(Region.of(id));

describe("Jurisdiction.US", () => {
  test.each(["us-ashburn-1", "us-phoenix-1", "us-saltlake-2", "us-east-1", "us-west-2"])(
    "allows %s",
    (id) => {
      expect(allowed(id)).toBe(true);
    },
  );

  test.each([
    "eu-frankfurt-1",
    "ca-toronto-1",
    "ca-central-1",
    "mx-central-1",
    "us-gov-ashburn-1",
    "us-gov-east-1",
    "us-langley-1",
    "us-somerset-1",
    "us-ashburn-2",
    "us-newark-1",
    "us-iso-east-1",
    "us-dcc-phoenix-1",
  ])("does not allow %s", (id) => {
    expect(allowed(id)).toBe(false);
  });

  test("keeps the clouds apart", () => {
    expect(Jurisdiction.US.regionsOf("oci").map(String)).toContain("us-chicago-1");
    expect(Jurisdiction.US.regionsOf("oci").map(String)).not.toContain("us-east-1");
    expect(Jurisdiction.US.regionsOf("aws").map(String)).toContain("us-east-2");
  });

  test("cannot be widened from outside", () => {
    expect(() => (Jurisdiction.US.regions as Region[]).push(Region.of("eu-paris-1"))).toThrow();
    expect(allowed("eu-paris-1")).toBe(false);
  });
});

describe("the jurisdictions that come with Onshore", () => {
  const predefined = Jurisdiction.predefined();

  test("have names of their own", () => {
    expect(new Set(predefined.map(String)).size).toBe(predefined.length);
  });

  test.each(predefined.map((jurisdiction) => [jurisdiction.name, jurisdiction] as const))(
    "lie in their own countries only, region by region: %s",
    (name, { regions, countries }) => {
      const area = name.split("_")[0];
      const expected = area === "US" ? ["US"] : area === "UK" ? ["GB"] : countries;
      expect(regions.filter((region) => !expected.includes(region.country))).toEqual([]);
    },
  );

  test("are found by their names", () => {
    expect(Jurisdiction.find("EU")).toBe(Jurisdiction.EU);
    expect(Jurisdiction.find("eu")).toBeUndefined();
  });

  test.each(["eu-zurich-1", "uk-london-1", "eu-west-2", "eu-central-2", "eu-frankfurt-2"])(
    "leave %s out of the European Union's commercial regions",
    (id) => {
      expect(Jurisdiction.EU.allows(Region.of(id))).toBe(false);
    },
  );

  test("hold every known commercial region of their area", () => {
    for (const [jurisdiction, realms] of [
      [Jurisdiction.US, ["oc1", "aws"]],
      [Jurisdiction.EU, ["oc1", "aws"]],
      [Jurisdiction.UK, ["oc1", "aws"]],
      [Jurisdiction.EU_SOVEREIGN, ["oc19", "aws-eusc"]],
      [Jurisdiction.UK_GOVERNMENT, ["oc4"]],
    ] as const) {
      const all = Jurisdiction.define({
        name: "all",
        countries: jurisdiction.countries,
        realms,
      });
      expect([...jurisdiction.regions].map(String).sort()).toEqual(
        [...all.regions].map(String).sort(),
      );
    }
  });

  test("share no OCI region", () => {
    const regions = predefined.flatMap((jurisdiction) => jurisdiction.regionsOf("oci"));
    expect(new Set(regions).size).toBe(regions.length);
  });
});

describe("allowsRealm", () => {
  test.each([
    ["oc1", "some"],
    ["aws", "some"],
    ["oc19", "none"],
    ["aws-cn", "none"],
    ["oc2", "none"],
  ])("finds of %s that the US hold %s", (id, share) => {
    expect(Jurisdiction.US.allowsRealm(Realm.of(id))).toBe(share);
  });

  test("finds all of a realm whose every region is listed", () => {
    expect(Jurisdiction.US_GOVERNMENT.allowsRealm(Realm.of("oc2"))).toBe("all");
    expect(Jurisdiction.US_GOVERNMENT.allowsRealm(Realm.of("aws-us-gov"))).toBe("all");
    expect(Jurisdiction.US_DEFENSE.allowsRealm(Realm.of("oc3"))).toBe("all");
    expect(Jurisdiction.US_DEFENSE.allowsRealm(Realm.of("oc2"))).toBe("none");
  });
});

describe("require", () => {
  const error = (region: Region | string) => {
    try {
      Jurisdiction.US.require(region, "The replica region");
    } catch (thrown) {
      return thrown as OutsideJurisdictionError;
    }
    throw new Error("nothing was thrown");
  };

  test("returns a region that is inside, by id or object", () => {
    const phoenix = Region.of("us-phoenix-1");
    expect(Jurisdiction.US.require("us-phoenix-1", "x")).toBe(phoenix);
    expect(Jurisdiction.US.require(phoenix, "x")).toBe(phoenix);
  });

  test("fails when the region is outside and says what, the value, what is allowed, the repair", () => {
    const { message, allowed: list } = error(Region.of("eu-frankfurt-1"));
    expect(message).toContain("The replica region is outside the jurisdiction US");
    expect(message).toContain('got "eu-frankfurt-1"');
    expect(message).toContain("DE");
    expect(message).toContain("us-chicago-1");
    expect(message).toMatch(/Choose one of the allowed regions/);
    expect(list).toEqual(Jurisdiction.US.regionsOf("oci").map(String));
  });

  test("offers regions of the same cloud", () => {
    expect(error("eu-west-1").allowed).toEqual(Jurisdiction.US.regionsOf("aws").map(String));
  });

  test("fails on a typo and names the region that was meant", () => {
    expect(error("us-pheonix-1").message).toContain("Did you mean us-phoenix-1?");
  });

  test("fails on a region key and names its id", () => {
    expect(error("phx").message).toContain("Did you mean us-phoenix-1?");
  });

  test("fails on an empty string", () => {
    expect(error("")).toBeInstanceOf(OutsideJurisdictionError);
  });
});

describe("define", () => {
  const problems = (props: Parameters<typeof Jurisdiction.define>[0]) => {
    try {
      Jurisdiction.define(props);
    } catch (thrown) {
      return (thrown as InvalidJurisdictionError).problems.join("\n");
    }
    throw new Error("nothing was thrown");
  };

  test("makes a jurisdiction of several countries, by id or object", () => {
    const dach = Jurisdiction.define({
      name: "DACH",
      countries: ["DE", "CH"],
      regions: ["eu-frankfurt-1", Region.of("eu-zurich-1")],
    });
    expect(dach.allows(Region.of("eu-zurich-1"))).toBe(true);
    expect(dach.allows(Region.of("eu-central-1"))).toBe(false);
    expect(`${dach}`).toBe("DACH");
  });

  test("fails when a region lies in a country that is not listed", () => {
    expect(
      problems({ name: "EU", countries: ["DE"], regions: ["eu-frankfurt-1", "eu-zurich-1"] }),
    ).toContain("eu-zurich-1 lies in CH");
  });

  test("fails on an unknown region and names the nearest", () => {
    expect(problems({ name: "X", countries: ["DE"], regions: ["eu-frankfrut-1"] })).toContain(
      "Did you mean eu-frankfurt-1",
    );
  });

  test("fails on a region that is listed twice", () => {
    expect(
      problems({ name: "X", countries: ["DE"], regions: ["eu-central-1", "eu-central-1"] }),
    ).toContain("eu-central-1 is listed twice");
  });

  test("takes the known regions of a realm that lie in its countries, but for exceptions", () => {
    const nordic = Jurisdiction.define({
      name: "X",
      countries: ["SE", "DE", "DK"],
      realms: ["oc1", Realm.of("aws")],
      exceptions: ["eu-frankfurt-1"],
    });
    expect(nordic.regions.map(String)).toEqual(["eu-stockholm-1", "eu-central-1", "eu-north-1"]);
  });

  test("takes one cloud only where it is told so", () => {
    const { regions } = Jurisdiction.define({
      name: "X",
      countries: ["SE"],
      realms: ["oc1", "aws"],
      clouds: ["oci"],
    });
    expect(regions.map(String)).toEqual(["eu-stockholm-1"]);
    expect(
      problems({ name: "X", countries: ["SE"], regions: ["eu-north-1"], clouds: ["oci"] }),
    ).toContain("eu-north-1 is of aws");
  });

  test.each([
    ["an unknown realm", { realms: ["oc91"] }, "Did you mean"],
    ["a realm that lies elsewhere", { realms: ["oc2"] }, "oc2 has no known region in SE"],
    [
      "an exception to nothing",
      { realms: ["oc1"], exceptions: ["us-ashburn-1"] },
      "no listed realm puts it inside",
    ],
    [
      "an exception to what it lists",
      { regions: ["eu-stockholm-1"], exceptions: ["eu-stockholm-1"] },
      "it is listed among the regions",
    ],
  ])("fails on %s", (_what, props, message) => {
    expect(problems({ name: "X", countries: ["SE"], ...props })).toContain(message);
  });

  test.each([["de"], ["DEU"], [""], ["Germany"]])("fails on the country %j", (country) => {
    expect(problems({ name: "X", countries: [country], regions: ["eu-central-1"] })).toContain(
      "ISO 3166-1",
    );
  });

  test("fails on an empty definition and lists every problem at once", () => {
    const text = problems({ name: " ", countries: [], regions: [] });
    expect(text).toContain("The name is empty.");
    expect(text).toContain("It lists no country.");
    expect(text).toContain("It lists no region.");
  });

  test("does not change when the arrays that it was made of do", () => {
    const regions = ["eu-central-1"];
    const jurisdiction = Jurisdiction.define({ name: "X", countries: ["DE"], regions });
    regions.push("eu-west-1");
    expect(jurisdiction.regions.map(String)).toEqual(["eu-central-1"]);
  });
});

describe("the message of a refusal", () => {
  const message = (run: () => unknown): string => {
    try {
      run();
    } catch (thrown) {
      return (thrown as Error).message;
    }
    throw new Error("nothing was thrown");
  };
  const required = (region: string) => message(() => Jurisdiction.UK.require(region, "The copy"));
  const defined = (props: Partial<Parameters<typeof Jurisdiction.define>[0]>) =>
    message(() => Jurisdiction.define({ name: "X", countries: ["SE"], ...props })).replace(
      'Jurisdiction "X" is not valid: ',
      "",
    );

  test("lists the regions of the cloud that the refused one is of", () => {
    expect(required("eu-paris-1")).toBe(
      'The copy is outside the jurisdiction UK: got "eu-paris-1" (OCI commercial, FR). ' +
        "Allowed: uk-cardiff-1, uk-london-1. " +
        "Choose one of the allowed regions, or define a jurisdiction that lists this one.",
    );
  });

  test("lists the regions of all clouds, and the nearest, for an id that no region has", () => {
    expect(required("uk-londno-1")).toBe(
      'The copy is outside the jurisdiction UK: got "uk-londno-1" (no known region has this id). ' +
        "Allowed: uk-cardiff-1, uk-london-1, eu-west-2. Did you mean uk-london-1?",
    );
  });

  test("names the region that a key stands for only where it is inside", () => {
    expect(required("LHR")).toMatch(/Did you mean uk-london-1\?$/);
    expect(required("iad")).not.toContain("us-ashburn-1");
  });

  test("guesses nothing where no id is alike", () => {
    expect(required("zzzzzzzzzzzzzzzzzzzz")).toMatch(/Choose one of the allowed regions, or /);
  });

  test.each<[string, Partial<Parameters<typeof Jurisdiction.define>[0]>]>([
    ["The name is empty.", { name: "", regions: ["eu-north-1"] }],
    [
      'Country "de" is not an ISO 3166-1 alpha-2 code such as "US".',
      { countries: ["SE", "de"], regions: ["eu-north-1"] },
    ],
    [
      'Country "SEE" is not an ISO 3166-1 alpha-2 code such as "US".',
      { countries: ["SE", "SEE"], regions: ["eu-north-1"] },
    ],
    ['Country "SE" is listed twice.', { countries: ["SE", "SE"], regions: ["eu-north-1"] }],
    ["Region eu-north-1 is listed twice.", { regions: ["eu-north-1", "eu-north-1"] }],
    [
      "Region eu-paris-1 lies in FR, which is not among its countries (SE, DK): add the country or drop the region.",
      { countries: ["SE", "DK"], regions: ["eu-paris-1"] },
    ],
    [
      "It lists no country. Region eu-paris-1 lies in FR, which is not among its countries (none): add the country or drop the region.",
      { countries: [], regions: ["eu-paris-1"] },
    ],
    [
      "Region eu-north-1 is of aws, which is not among its clouds.",
      { regions: ["eu-north-1"], clouds: ["oci"] },
    ],
    ['Region "zzzzzzzzzzzz" is unknown.', { regions: ["zzzzzzzzzzzz"] }],
    [
      'Region "eu-north-9" is unknown. Did you mean eu-north-1, cn-north-1, eu-south-1?',
      { regions: ["eu-north-9"] },
    ],
    ['Realm "zzzzzzzzzzzz" is unknown.', { realms: ["zzzzzzzzzzzz"] }],
    ["Realm oc2 has no known region in SE.", { realms: ["oc2"] }],
    [
      "It lists no country. Realm oc2 has no known region in it.",
      { countries: [], realms: ["oc2"] },
    ],
    [
      "Region eu-paris-1 is an exception to nothing: no listed realm puts it inside.",
      { realms: ["oc1"], exceptions: ["eu-paris-1"] },
    ],
    [
      "Region eu-stockholm-1 is an exception to nothing: it is listed among the regions.",
      { regions: ["eu-stockholm-1"], realms: ["oc1"], exceptions: ["eu-stockholm-1"] },
    ],
    ["It lists no region.", {}],
    ["It lists no region.", { realms: ["oc1"], exceptions: ["eu-stockholm-1"] }],
    ["It lists no region.", { realms: ["oc1"], clouds: ["aws"] }],
  ])("%s", (expected, props) => {
    expect(defined(props).replace('Jurisdiction "" is not valid: ', "")).toBe(expected);
  });
});

test("a jurisdiction cannot be changed", () => {
  expect(() => Object.assign(Jurisdiction.US, { name: "EU" })).toThrow(TypeError);
  expect(() => (Jurisdiction.US.countries as string[]).push("FR")).toThrow(TypeError);
});

test("every predefined jurisdiction is found by its name", () => {
  for (const jurisdiction of Jurisdiction.predefined()) {
    expect(Jurisdiction.find(jurisdiction.name)).toBe(jurisdiction);
  }
  expect(Jurisdiction.predefined().map(String)).toEqual([
    "US",
    "US_GOVERNMENT",
    "US_DEFENSE",
    "US_DEDICATED_OC23",
    "US_DEDICATED_OC42",
    "EU",
    "EU_SOVEREIGN",
    "UK",
    "UK_GOVERNMENT",
  ]);
});

test("the share of a realm is the same when it is asked for again", () => {
  for (const _ of [1, 2]) {
    expect(Jurisdiction.UK.allowsRealm(Realm.of("oc4"))).toBe("none");
    expect(Jurisdiction.UK.allowsRealm(Realm.of("oc1"))).toBe("some");
    expect(Jurisdiction.UK_GOVERNMENT.allowsRealm(Realm.of("oc4"))).toBe("all");
  }
});
