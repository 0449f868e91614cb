import type { Cloud, RealmKind } from "../realm";

/**
 * One row per OCI realm or AWS partition: cloud, id, kind, title, domains. The first domain is the
 * one that service endpoints use; the others belong to the same realm.
 */
export type RealmRow = readonly [
  cloud: Cloud,
  id: string,
  kind: RealmKind,
  title: string,
  domains: readonly string[],
];

/**
 * OCI realms and AWS partitions, with the domains under which each serves its endpoints.
 *
 * Domains may be shared: `oraclegovcloud.com` serves `oc2` and `oc3`, `amazonaws.com` serves `aws`
 * and `aws-us-gov`.
 *
 * @see https://docs.oracle.com/en-us/iaas/Content/General/Concepts/regions.htm
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export const REALMS: readonly RealmRow[] = [
  [
    "oci",
    "oc1",
    "commercial",
    "OCI commercial",
    ["oraclecloud.com", "customer-oci.com", "oraclecloudapps.com"],
  ],
  ["oci", "oc2", "government", "Oracle US Government Cloud (FedRAMP High)", ["oraclegovcloud.com"]],
  [
    "oci",
    "oc3",
    "government",
    "Oracle US Defense Cloud (DISA Impact Level 5)",
    ["oraclegovcloud.com"],
  ],
  ["oci", "oc4", "government", "Oracle UK Government Cloud", ["oraclegovcloud.uk"]],
  ["oci", "oc5", "dedicated", "OCI dedicated (Tacoma)", ["oraclecloud5.com"]],
  ["oci", "oc8", "dedicated", "OCI dedicated (Japan)", ["oraclecloud8.com"]],
  ["oci", "oc9", "dedicated", "OCI dedicated (Oman)", ["oraclecloud9.com"]],
  ["oci", "oc10", "dedicated", "OCI dedicated (Australia)", ["oraclecloud10.com"]],
  ["oci", "oc14", "dedicated", "OCI dedicated (Ireland, Italy, Germany)", ["oraclecloud14.com"]],
  ["oci", "oc15", "dedicated", "OCI dedicated (Bangladesh)", ["oraclecloud15.com"]],
  ["oci", "oc16", "dedicated", "OCI dedicated (Utah)", ["oraclecloud16.com"]],
  ["oci", "oc17", "dedicated", "OCI dedicated (Phoenix)", ["oraclecloud17.com"]],
  ["oci", "oc19", "sovereign", "Oracle EU Sovereign Cloud", ["oraclecloud.eu"]],
  ["oci", "oc20", "dedicated", "OCI dedicated (Serbia)", ["oraclecloud20.com"]],
  ["oci", "oc21", "dedicated", "OCI dedicated (Qatar)", ["oraclecloud21.com"]],
  ["oci", "oc22", "dedicated", "OCI dedicated (Italy)", ["psn-pco.it"]],
  ["oci", "oc23", "dedicated", "OCI dedicated (US)", ["oraclecloud23.com"]],
  ["oci", "oc24", "dedicated", "OCI dedicated (Switzerland)", ["oraclecloud24.com"]],
  ["oci", "oc25", "dedicated", "OCI dedicated (Japan)", ["nricloud.jp"]],
  ["oci", "oc26", "dedicated", "OCI dedicated (UAE)", ["oraclecloud26.com"]],
  ["oci", "oc27", "dedicated", "OCI dedicated (Utah)", ["oraclecloud27.com"]],
  ["oci", "oc28", "dedicated", "OCI dedicated (Utah)", ["oraclecloud28.com"]],
  ["oci", "oc29", "dedicated", "OCI dedicated (UAE)", ["oraclecloud29.com"]],
  ["oci", "oc31", "dedicated", "OCI dedicated (New Zealand)", ["sovereigncloud.nz"]],
  ["oci", "oc35", "dedicated", "OCI dedicated (South Korea)", ["oraclecloud35.com"]],
  ["oci", "oc42", "dedicated", "OCI dedicated (US)", ["oraclecloud42.com"]],
  ["oci", "oc51", "dedicated", "OCI dedicated (Hungary)", ["oraclecloud51.com"]],
  ["oci", "oc52", "dedicated", "OCI dedicated (Brazil)", ["oraclecloud52.com"]],
  [
    "aws",
    "aws",
    "commercial",
    "AWS commercial",
    [
      "amazonaws.com",
      "api.aws",
      "on.aws",
      "aws.amazon.com",
      "amazoncognito.com",
      "awsapprunner.com",
      "elasticbeanstalk.com",
    ],
  ],
  [
    "aws",
    "aws-cn",
    "commercial",
    "AWS China",
    ["amazonaws.com.cn", "api.amazonwebservices.com.cn", "amazonwebservices.com.cn"],
  ],
  [
    "aws",
    "aws-eusc",
    "sovereign",
    "AWS European Sovereign Cloud",
    ["amazonaws.eu", "api.amazonwebservices.eu", "amazonwebservices.eu"],
  ],
  ["aws", "aws-us-gov", "government", "AWS GovCloud (US)", ["amazonaws.com", "api.aws", "on.aws"]],
  [
    "aws",
    "aws-iso",
    "government",
    "AWS ISO (US)",
    ["c2s.ic.gov", "api.aws.ic.gov", "on.aws.ic.gov"],
  ],
  [
    "aws",
    "aws-iso-b",
    "government",
    "AWS ISOB (US)",
    ["sc2s.sgov.gov", "api.aws.scloud", "on.aws.scloud"],
  ],
  [
    "aws",
    "aws-iso-e",
    "government",
    "AWS ISOE (UK)",
    ["cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "on.cloud-aws.adc-e.uk"],
  ],
  [
    "aws",
    "aws-iso-f",
    "government",
    "AWS ISOF (US)",
    ["csp.hci.ic.gov", "api.aws.hci.ic.gov", "on.aws.hci.ic.gov"],
  ],
];
