import type { Evasion, Family } from "../evasion";
import { COMPARTMENT, outside, withAws, withOci } from "./builders";

/** A service that keeps copies at the edge, and a resource of the same kind that does not. */
function edge(
  id: string,
  tries: string,
  [type, body]: readonly [string, object],
  because: string,
  alike: object,
): Evasion {
  const make = type.startsWith("oci_") ? withOci : withAws;
  return {
    id,
    tries,
    config: make({ [type]: { r: body } }),
    expected: [outside("resource-inside", `/resource/${type}/r`)],
    lookAlikes: [{ because, config: make(alike) }],
  };
}

const origin = (restriction: object) => ({
  enabled: true,
  origin: { origin_id: "o", domain_name: "b.s3.us-east-1.amazonaws.com" },
  default_cache_behavior: {
    target_origin_id: "o",
    viewer_protocol_policy: "https-only",
    allowed_methods: ["GET", "HEAD"],
    cached_methods: ["GET", "HEAD"],
  },
  restrictions: { geo_restriction: restriction },
  viewer_certificate: { cloudfront_default_certificate: true },
});

export const GLOBAL_SERVICES: Family = {
  title: "Services without a region",
  evasions: [
    edge(
      "cloudfront-restricted",
      "Serves by CloudFront to US visitors only; the copies lie everywhere all the same.",
      ["aws_cloudfront_distribution", origin({ restriction_type: "whitelist", locations: ["US"] })],
      "settings of CloudFront hold no content",
      {
        aws_cloudfront_origin_access_control: {
          r: {
            name: "o",
            origin_access_control_origin_type: "s3",
            signing_behavior: "always",
            signing_protocol: "sigv4",
          },
        },
      },
    ),
    edge(
      "cloudfront-function",
      "Runs code at edge locations.",
      [
        "aws_cloudfront_function",
        { name: "f", runtime: "cloudfront-js-2.0", code: "function handler(e){}" },
      ],
      "a function of a region",
      {
        aws_lambda_function: {
          r: { function_name: "f", role: "arn:aws:iam::123456789012:role/r", handler: "i.h" },
        },
      },
    ),
    edge(
      "cloudfront-key-value-store",
      "Keeps data in a store that is copied to edge locations.",
      ["aws_cloudfront_key_value_store", { name: "s" }],
      "a parameter of a region",
      { aws_ssm_parameter: { r: { name: "s", type: "String", value: "v" } } },
    ),
    edge(
      "amplify-app",
      "Hosts a web app, which Amplify serves by CloudFront.",
      ["aws_amplify_app", { name: "a" }],
      "an application's settings, of a region",
      { aws_appconfig_application: { r: { name: "a" } } },
    ),
    edge(
      "lightsail-distribution",
      "Caches content by a distribution of Lightsail.",
      ["aws_lightsail_distribution", { name: "d", bundle_id: "small_1_0" }],
      "a static address of a region",
      { aws_lightsail_static_ip: { r: { name: "d" } } },
    ),
    edge(
      "public-image-gallery",
      "Publishes images in a gallery that is copied to many countries.",
      ["aws_ecrpublic_repository", { repository_name: "app" }],
      "a cache rule of the private registry",
      {
        aws_ecr_pull_through_cache_rule: {
          r: { ecr_repository_prefix: "q", upstream_registry_url: "quay.io" },
        },
      },
    ),
    edge(
      "oci-edge-policy",
      "Answers web requests from Oracle's edge servers.",
      ["oci_waas_waas_policy", { compartment_id: COMPARTMENT, domain: "www.example.com" }],
      "a firewall policy of a region",
      {
        oci_waf_web_app_firewall_policy: {
          r: { compartment_id: COMPARTMENT, display_name: "w" },
        },
      },
    ),
    edge(
      "oci-stream-network",
      "Distributes video by a content delivery network.",
      [
        "oci_media_services_stream_cdn_config",
        {
          distribution_channel_id: "ocid1.d.oc1.iad.aaaa",
          display_name: "c",
          config: { type: "EDGE" },
        },
      ],
      "the channel itself is of a region",
      {
        oci_media_services_stream_distribution_channel: {
          r: { compartment_id: COMPARTMENT, display_name: "c" },
        },
      },
    ),
  ],
};
