/** What a service that is no region's own keeps, and where. */
export interface GlobalService {
  /**
   * `edge`: copies of data or code lie at edge locations in many countries. `control`: only settings
   * are kept, in one region of the partition; data goes no further than what the resource's own
   * arguments say, which `flow-inside` follows.
   */
  readonly keeps: "edge" | "control";
  /** One sentence for messages. */
  readonly says: string;
}

const EDGE_CACHE = "CloudFront keeps copies at edge locations in many countries";

/**
 * Resource types of services that keep copies at the edge. A restriction by country (`geo_restriction`)
 * decides who may read, and a price class which edges serve most: neither keeps copies in one country.
 *
 * Sources: AWS whitepaper "AWS Fault Isolation Boundaries", sections Points of presence, Global
 * services and Appendix B; the user guides of CloudFront, Lightsail, Amplify Hosting and Amazon ECR
 * Public; OCI documentation, WAF, "Caching Rules" and "Getting Started with Edge Policies"; OCI
 * Media Services, "Distribution Channels".
 */
const EDGE: Readonly<Record<string, string>> = {
  aws_amplify_app: `Amplify serves an app by CloudFront: ${EDGE_CACHE}`,
  aws_cloudfront_function: "CloudFront runs functions at edge locations in many countries",
  aws_cloudfront_key_value_store: EDGE_CACHE,
  aws_cloudfrontkeyvaluestore_key: EDGE_CACHE,
  aws_cloudfrontkeyvaluestore_keys_exclusive: EDGE_CACHE,
  aws_ecrpublic_repository:
    "Amazon ECR Public serves images to everyone, from copies in many countries",
  aws_lightsail_distribution: `Lightsail distributes by CloudFront: ${EDGE_CACHE}`,
  oci_media_services_stream_cdn_config:
    "a content delivery network keeps copies of streams in many countries",
  oci_waas_waas_policy: "an edge policy is answered, and cached, by edge servers in many countries",
};

/**
 * Prefixes of types whose service is global and keeps settings only. They are placed like any other:
 * by the region that their provider configuration calls, which the service accepts.
 *
 * Sources: AWS whitepaper "AWS Fault Isolation Boundaries", Global services (IAM, Organizations,
 * Account Management, Route 53, Network Manager, Application Recovery Controller, Global Accelerator,
 * Shield Advanced); Amazon S3 user guide, Multi-Region Access Points (requests are routed, objects stay
 * in their buckets); the user guides of Cost Management and Budgets.
 */
const CONTROL: readonly (readonly [prefix: string, says: string])[] = [
  ["aws_account_", "account settings are kept in the partition's home region"],
  ["aws_bcmdataexports_", "an export is written to the bucket that it names"],
  ["aws_budgets_", "budgets are kept in the partition's home region"],
  ["aws_ce_", "cost settings are kept in the partition's home region"],
  ["aws_cloudfront_", "CloudFront settings hold no content"],
  ["aws_cur_", "a report is written to the bucket that it names"],
  ["aws_globalaccelerator_", "Global Accelerator passes traffic on and keeps none"],
  ["aws_iam_", "IAM entities are copied to every region of the partition and hold no data"],
  ["aws_networkmanager_", "Network Manager holds settings of networks"],
  ["aws_organizations_", "organization settings are kept in the partition's home region"],
  ["aws_ram_", "a share grants access and copies nothing"],
  ["aws_route53_", "DNS records are public, or answered inside the VPCs that they are tied to"],
  ["aws_route53domains_", "a registration is public"],
  ["aws_route53recoverycontrolconfig_", "routing controls hold on/off states"],
  ["aws_route53recoveryreadiness_", "readiness checks hold references to resources"],
  ["aws_s3control_multi_region_access_point", "requests are routed; objects stay in their buckets"],
  ["aws_shield_", "Shield settings hold no data"],
];

/** Every kind of distribution; providers newer than 6.25 bring more. */
const DISTRIBUTION = /^aws_cloudfront_(?:\w+_)?distribution(?:_tenant)?$/;

/** The global service that a resource type belongs to; undefined for a regional one. */
export function globalService(type: string): GlobalService | undefined {
  const edge = Object.hasOwn(EDGE, type)
    ? EDGE[type]
    : DISTRIBUTION.test(type)
      ? EDGE_CACHE
      : undefined;
  if (edge !== undefined) {
    return { keeps: "edge", says: edge };
  }
  const control = CONTROL.find(([prefix]) => type.startsWith(prefix));
  return control === undefined ? undefined : { keeps: "control", says: control[1] };
}
