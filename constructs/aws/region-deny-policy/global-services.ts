/** Actions of a service whose requests go to a fixed region, wherever the caller works. */
export interface GlobalServiceExemption {
  /** Actions, as `NotAction` takes them. */
  readonly actions: readonly string[];
  /**
   * Regions of the partition `aws` that `aws:RequestedRegion` can hold for them. The exemption is
   * needed only where one of these is not allowed.
   */
  readonly regions: readonly string[];
  readonly why: string;
}

/** Version of the table: raised whenever an entry changes, so that a reviewer sees it in the plan. */
export const GLOBAL_SERVICES_VERSION = 1;

/**
 * Services of the partition `aws` that answer from fixed regions.
 *
 * AWS's own example of a service control policy by region exempts all of them everywhere. Here an
 * entry is exempted only where one of its regions is not allowed: in the United States nearly all of
 * these requests go to us-east-1 and us-west-2, which are, so that nothing has to be left open.
 * `kms`, `config`, `acm` and `wafv2`, which that example exempts too, keep keys, records and settings
 * in whatever region they are asked in: they are left out but for the actions that CloudFront needs.
 *
 * Sources: AWS Organizations User Guide and AWS's service-control-policy-examples, "Deny access to AWS
 * based on the requested AWS Region"; AWS whitepaper "AWS Fault Isolation Boundaries", Global services
 * and Appendix A; AWS General Reference, service endpoints. Checked 2026-11.
 */
export const GLOBAL_SERVICES: readonly GlobalServiceExemption[] = [
  {
    actions: ["account:*", "iam:*", "organizations:*"],
    regions: ["us-east-1"],
    why: "the partition's control planes of identity and accounts",
  },
  {
    actions: ["sts:*"],
    regions: ["us-east-1"],
    why: "the global endpoint of older SDKs is answered as us-east-1",
  },
  {
    actions: [
      "aws-marketplace:*",
      "billing:*",
      "budgets:*",
      "ce:*",
      "consolidatedbilling:*",
      "cur:*",
      "freetier:*",
      "invoicing:*",
      "payments:*",
      "tax:*",
    ],
    regions: ["us-east-1"],
    why: "billing and the marketplace are served from us-east-1",
  },
  {
    actions: ["health:*"],
    regions: ["us-east-1", "us-east-2"],
    why: "AWS Health is active in one of two regions",
  },
  {
    actions: ["support:*", "supportplans:*", "trustedadvisor:*"],
    regions: ["us-east-1", "us-west-2"],
    why: "AWS Support is served from two regions",
  },
  {
    actions: ["cloudfront:*", "shield:*", "waf:*"],
    regions: ["us-east-1"],
    why: "the control planes of the edge",
  },
  {
    actions: ["route53:*", "route53domains:*"],
    regions: ["us-east-1"],
    why: "the control planes of DNS and domains",
  },
  {
    actions: ["globalaccelerator:*", "networkmanager:*", "route53-recovery-control-config:*"],
    regions: ["us-west-2"],
    why: "control planes that are served from us-west-2",
  },
  {
    actions: ["route53-recovery-readiness:*"],
    regions: ["us-west-2"],
    why: "readiness checks are served from us-west-2",
  },
  {
    actions: ["s3:ListAllMyBuckets", "s3:ListMultiRegionAccessPoints"],
    regions: ["us-east-1", "us-west-2"],
    why: "lists of what a whole account has",
  },
];
