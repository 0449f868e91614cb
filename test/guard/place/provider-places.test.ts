import {
  inStateOnly,
  inside,
  outside,
  type Placed,
  placed,
  placesIn,
  stackOf,
  unproven,
} from "./placed";

const REGION = "/provider/oci/region";
const SETS = "provider.oci sets";

describe("a provider configuration lies", () => {
  test.each<[title: string, body: object, expected: Placed]>([
    [
      "inside by a region that is allowed",
      { region: "us-ashburn-1" },
      inside("us-ashburn-1", REGION, `${SETS} region us-ashburn-1`),
    ],
    [
      "outside by a region abroad",
      { region: "eu-frankfurt-1" },
      outside("eu-frankfurt-1", REGION, `${SETS} region eu-frankfurt-1`),
    ],
    [
      "where a local says, which is named",
      { region: "${local.home}" },
      inside("us-phoenix-1", REGION, `${SETS} region us-phoenix-1, by local.home`),
    ],
    [
      "in each of several regions, in the order of their names",
      { region: "${each.value}", for_each: { a: "us-phoenix-1", b: "us-ashburn-1" } },
      inside(
        "us-ashburn-1 or us-phoenix-1",
        REGION,
        `${SETS} region us-ashburn-1 or us-phoenix-1, by each.value`,
      ),
    ],
    [
      "outside where one of its regions is abroad",
      { region: "${each.value}", for_each: { a: "us-phoenix-1", b: "uk-london-1" } },
      outside(
        "uk-london-1 or us-phoenix-1",
        REGION,
        `${SETS} region uk-london-1 or us-phoenix-1, by each.value`,
      ),
    ],
    [
      "nowhere that is proven without a region",
      { tenancy_ocid: "ocid1.tenancy.oc1..a" },
      unproven(
        "",
        "/provider/oci",
        "provider.oci sets no region: the environment or a profile of whoever runs Terraform decides",
      ),
    ],
    [
      "nowhere that is proven by a region that is null",
      { region: null },
      unproven("null", REGION, `${SETS} a region that is not in the file: it is not set`),
    ],
    [
      "nowhere that is proven by a region that is a number",
      { region: 1 },
      unproven("1", REGION, `${SETS} a region that is not in the file: it is a number`),
    ],
    [
      "nowhere that is proven by a region that is a list",
      { region: ["us-ashburn-1"] },
      unproven(
        '["us-ashburn-1"]',
        REGION,
        `${SETS} a region that is not in the file: it is a list`,
      ),
    ],
    [
      "nowhere that is proven by a region that Terraform works out when it runs",
      { region: "${x.y.z}" },
      unproven(
        "${x.y.z}",
        REGION,
        `${SETS} a region that is not in the file: x.y.z has a value only when Terraform runs`,
      ),
    ],
    [
      "nowhere that is proven by a region that is mistyped",
      { region: "us-ashburm-1" },
      unproven(
        "us-ashburm-1",
        REGION,
        `${SETS} "us-ashburm-1", which is no OCI region that is known (nearest: us-ashburn-1)`,
      ),
    ],
    [
      "nowhere that is proven by a word that is like no region",
      { region: "q" },
      unproven("q", REGION, `${SETS} "q", which is no OCI region that is known`),
    ],
    [
      "nowhere that is proven by another cloud's region",
      { region: "us-east-1" },
      unproven(
        "us-east-1",
        REGION,
        `${SETS} "us-east-1", which is no OCI region that is known (nearest: us-luke-1)`,
      ),
    ],
    [
      "nowhere that is proven if it goes through an empty map",
      { region: "${each.value}", for_each: {} },
      unproven("", REGION, `${SETS} a region that no value is left for`),
    ],
  ])("%s", (_, body, expected) => {
    const json = { locals: { home: "us-phoenix-1" }, provider: { oci: body } };
    expect(placed(json, "provider.oci")).toEqual(expected);
  });

  test("inside by an AWS region, and nowhere by the name of an OCI one", () => {
    const aws = (region: string) => placed({ provider: { aws: { region } } }, "provider.aws");
    expect(aws("us-west-2")).toEqual(
      inside("us-west-2", "/provider/aws/region", "provider.aws sets region us-west-2"),
    );
    expect(aws("us-ashburn-1")).toEqual(
      unproven(
        "us-ashburn-1",
        "/provider/aws/region",
        'provider.aws sets "us-ashburn-1", which is no AWS region that is known (nearest: us-east-1)',
      ),
    );
  });

  test.each(["random", "time", "null", "terraform", "tls", "assert"])(
    "in the state alone if it is of %s, whatever region it names",
    (name) => {
      const json = { provider: { [name]: { region: "eu-frankfurt-1" } } };
      expect(placed(json, `provider.${name}`)).toEqual(inStateOnly(`/provider/${name}`));
    },
  );

  test.each(["google", "local", "external", "constructor"])(
    "nowhere that is proven if it is of %s, whatever region it names",
    (name) => {
      const json = { provider: { [name]: { region: "us-east-1" } } };
      expect(placed(json, `provider.${name}`)).toEqual(
        unproven(
          name,
          `/provider/${name}`,
          `nothing is known about where the provider ${name} keeps data`,
        ),
      );
    },
  );
});

describe("a provider configuration of an override file", () => {
  const of = (body: object) =>
    placesIn(
      stackOf({
        "a.tf.json": { provider: { oci: { region: "us-ashburn-1" } } },
        "override.tf.json": { provider: { oci: body } },
      }),
      "provider.oci",
    );

  test("leaves the region that it does not set, and is pointed to itself", () => {
    expect(of({ fingerprint: "x" })).toEqual([
      inside("us-ashburn-1", "/provider/oci", `${SETS} region us-ashburn-1`),
    ]);
  });

  test("lies in the region that it sets", () => {
    expect(of({ region: "eu-frankfurt-1" })).toEqual([
      outside("eu-frankfurt-1", REGION, `${SETS} region eu-frankfurt-1`),
    ]);
  });
});
