import { globalService } from "../../../guard/place/global-services";
import { checkJson } from "../../support/check-json";

const inUs = (type: string, body: object = {}) =>
  checkJson({ provider: { aws: { region: "us-east-1" } }, resource: { [type]: { r: body } } });

test.each([
  ["aws_cloudfront_distribution"],
  ["aws_cloudfront_multitenant_distribution"],
  ["aws_cloudfront_function"],
  ["aws_cloudfrontkeyvaluestore_key"],
  ["aws_ecrpublic_repository"],
])("%s is outside though its provider is set to a region of the United States", (type) => {
  expect(inUs(type).findings).toMatchObject([{ rule: "resource-inside", status: "outside" }]);
});

test("a restriction of viewers and a price class keep no copy in one country", () => {
  const body = {
    price_class: "PriceClass_100",
    restrictions: { geo_restriction: { restriction_type: "whitelist", locations: ["US"] } },
  };
  expect(inUs("aws_cloudfront_distribution", body).summary).toMatchObject({ outside: 1 });
});

test.each([
  ["aws_cloudfront_origin_access_control"],
  ["aws_cloudfront_continuous_deployment_policy"],
  ["aws_iam_role"],
  ["aws_route53_zone"],
  ["aws_organizations_account"],
  ["aws_globalaccelerator_accelerator"],
])("%s keeps settings only, and the placement says so", (type) => {
  const result = inUs(type);
  expect(result.findings).toEqual([]);
  const placement = result.placements.find(({ kind }) => kind === "resource");
  expect(placement).toMatchObject({ status: "inside", region: "us-east-1" });
  expect(placement?.evidence).toContain(globalService(type)?.says);
});

test("a global service's provider must be proven inside like any other", () => {
  const result = checkJson({
    provider: { aws: { region: "eu-west-1" } },
    resource: { aws_iam_role: { r: {} } },
  });
  expect(result.summary).toMatchObject({ outside: 1 });
});

test("types that only begin alike are regional", () => {
  expect(
    ["aws_s3_bucket", "aws_ecr_repository", "oci_waas_address_list"].map(globalService),
  ).toEqual([undefined, undefined, undefined]);
});
