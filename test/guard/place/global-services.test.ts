import { globalService } from "../../../guard/place/global-services";
import { checkJson } from "../../support/check-json";

const inUs = (type: string, body: object = {}) =>
  checkJson({ provider: { aws: { region: "us-east-1" } }, resource: { [type]: { r: body } } });

const CLOUDFRONT = "CloudFront keeps copies at edge locations in many countries";

test.each<[type: string, says: string]>([
  ["aws_amplify_app", `Amplify serves an app by CloudFront: ${CLOUDFRONT}`],
  ["aws_cloudfront_distribution", CLOUDFRONT],
  ["aws_cloudfront_distribution_tenant", CLOUDFRONT],
  ["aws_cloudfront_function", "CloudFront runs functions at edge locations in many countries"],
  ["aws_cloudfront_key_value_store", CLOUDFRONT],
  ["aws_cloudfront_multitenant_distribution", CLOUDFRONT],
  ["aws_cloudfrontkeyvaluestore_key", CLOUDFRONT],
  ["aws_cloudfrontkeyvaluestore_keys_exclusive", CLOUDFRONT],
  [
    "aws_ecrpublic_repository",
    "Amazon ECR Public serves images to everyone, from copies in many countries",
  ],
  ["aws_lightsail_distribution", `Lightsail distributes by CloudFront: ${CLOUDFRONT}`],
])("%s is outside though its provider is set to a region of the United States", (type, says) => {
  expect(inUs(type).findings).toMatchObject([
    {
      rule: "resource-inside",
      status: "outside",
      path: `/resource/${type}/r`,
      message: `${type}.r lies in edge locations worldwide, outside US: ${says}.`,
    },
  ]);
});

test.each<[type: string, says: string]>([
  [
    "oci_media_services_stream_cdn_config",
    "a content delivery network keeps copies of streams in many countries",
  ],
  [
    "oci_waas_waas_policy",
    "an edge policy is answered, and cached, by edge servers in many countries",
  ],
])("%s is outside though its provider is set to Ashburn", (type, says) => {
  const json = { provider: { oci: { region: "us-ashburn-1" } }, resource: { [type]: { r: {} } } };
  expect(checkJson(json).findings.map(({ message }) => message)).toContain(
    `${type}.r lies in edge locations worldwide, outside US: ${says}.`,
  );
});

test("a restriction of viewers and a price class keep no copy in one country", () => {
  const body = {
    price_class: "PriceClass_100",
    restrictions: { geo_restriction: { restriction_type: "whitelist", locations: ["US"] } },
  };
  expect(inUs("aws_cloudfront_distribution", body).summary).toMatchObject({ outside: 1 });
});

test.each<[type: string, says: string]>([
  ["aws_account_region", "account settings are kept in the partition's home region"],
  ["aws_bcmdataexports_export", "an export is written to the bucket that it names"],
  ["aws_budgets_budget", "budgets are kept in the partition's home region"],
  ["aws_ce_cost_category", "cost settings are kept in the partition's home region"],
  ["aws_cloudfront_origin_access_control", "CloudFront settings hold no content"],
  ["aws_cloudfront_continuous_deployment_policy", "CloudFront settings hold no content"],
  ["aws_cloudfront_distribution_tenant_alias", "CloudFront settings hold no content"],
  ["aws_cur_report_definition", "a report is written to the bucket that it names"],
  ["aws_globalaccelerator_accelerator", "Global Accelerator passes traffic on and keeps none"],
  ["aws_iam_role", "IAM entities are copied to every region of the partition and hold no data"],
  ["aws_networkmanager_site", "Network Manager holds settings of networks"],
  ["aws_organizations_account", "organization settings are kept in the partition's home region"],
  ["aws_ram_resource_share", "a share grants access and copies nothing"],
  ["aws_route53_zone", "DNS records are public, or answered inside the VPCs that they are tied to"],
  ["aws_route53domains_domain", "a registration is public"],
  ["aws_route53recoverycontrolconfig_cluster", "routing controls hold on/off states"],
  ["aws_route53recoveryreadiness_cell", "readiness checks hold references to resources"],
  ["aws_s3control_multi_region_access_point", "requests are routed; objects stay in their buckets"],
  ["aws_shield_protection", "Shield settings hold no data"],
])("%s keeps settings only, and the placement says so: %s", (type, says) => {
  const placement = inUs(type).placements.find(({ kind }) => kind === "resource");
  expect(placement).toMatchObject({
    status: "inside",
    region: "us-east-1",
    evidence: `provider.aws sets region us-east-1; ${says}`,
  });
});

test("a global service's provider must be proven inside like any other", () => {
  const result = checkJson({
    provider: { aws: { region: "eu-west-1" } },
    resource: { aws_iam_role: { r: {} } },
  });
  expect(result.summary).toMatchObject({ outside: 1 });
});

test.each([
  "aws_s3_bucket",
  "aws_s3control_bucket",
  "aws_ecr_repository",
  "aws_lightsail_instance",
  "aws_route53profiles_profile",
  "aws_cell",
  "oci_waas_address_list",
  "other_aws_cloudfront_distribution",
  "aws_cloudfrontdistribution",
  "constructor",
])("%s only looks like a type of a global service", (type) => {
  expect(globalService(type)).toBeUndefined();
});
