/**
 * One row per AWS region: id, partition, country (ISO 3166-1 alpha-2), and the prefix of its
 * Availability Zone ids (`use1` in `use1-az4`), where AWS publishes one.
 */
export type AwsRegionRow = readonly [
  id: string,
  partition: string,
  country: string,
  zonePrefix: string | undefined,
];

/**
 * The AWS regions of every partition.
 *
 * The list is an allow-list: a region that is missing is unknown, never inside.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html
 */
export const AWS_REGIONS: readonly AwsRegionRow[] = [
  ["af-south-1", "aws", "ZA", "afs1"],
  ["ap-east-1", "aws", "HK", "ape1"],
  ["ap-east-2", "aws", "TW", "ape2"],
  ["ap-northeast-1", "aws", "JP", "apne1"],
  ["ap-northeast-2", "aws", "KR", "apne2"],
  ["ap-northeast-3", "aws", "JP", "apne3"],
  ["ap-south-1", "aws", "IN", "aps1"],
  ["ap-south-2", "aws", "IN", "aps2"],
  ["ap-southeast-1", "aws", "SG", "apse1"],
  ["ap-southeast-2", "aws", "AU", "apse2"],
  ["ap-southeast-3", "aws", "ID", "apse3"],
  ["ap-southeast-4", "aws", "AU", "apse4"],
  ["ap-southeast-5", "aws", "MY", "apse5"],
  ["ap-southeast-6", "aws", "NZ", "apse6"],
  ["ap-southeast-7", "aws", "TH", "apse7"],
  ["ca-central-1", "aws", "CA", "cac1"],
  ["ca-west-1", "aws", "CA", "caw1"],
  ["eu-central-1", "aws", "DE", "euc1"],
  ["eu-central-2", "aws", "CH", "euc2"],
  ["eu-north-1", "aws", "SE", "eun1"],
  ["eu-south-1", "aws", "IT", "eus1"],
  ["eu-south-2", "aws", "ES", "eus2"],
  ["eu-west-1", "aws", "IE", "euw1"],
  ["eu-west-2", "aws", "GB", "euw2"],
  ["eu-west-3", "aws", "FR", "euw3"],
  ["il-central-1", "aws", "IL", "ilc1"],
  ["me-central-1", "aws", "AE", "mec1"],
  ["me-south-1", "aws", "BH", "mes1"],
  ["me-west-1", "aws", "SA", "mew1"],
  ["mx-central-1", "aws", "MX", "mxc1"],
  ["sa-east-1", "aws", "BR", "sae1"],
  ["sa-west-1", "aws", "CL", "saw1"],
  ["us-east-1", "aws", "US", "use1"],
  ["us-east-2", "aws", "US", "use2"],
  ["us-west-1", "aws", "US", "usw1"],
  ["us-west-2", "aws", "US", "usw2"],
  ["cn-north-1", "aws-cn", "CN", "cnn1"],
  ["cn-northwest-1", "aws-cn", "CN", "cnnw1"],
  ["eusc-de-east-1", "aws-eusc", "DE", undefined],
  ["us-iso-east-1", "aws-iso", "US", undefined],
  ["us-iso-west-1", "aws-iso", "US", undefined],
  ["us-isob-east-1", "aws-iso-b", "US", undefined],
  ["us-isob-west-1", "aws-iso-b", "US", undefined],
  ["eu-isoe-west-1", "aws-iso-e", "GB", undefined],
  ["us-isof-east-1", "aws-iso-f", "US", undefined],
  ["us-isof-south-1", "aws-iso-f", "US", undefined],
  ["us-gov-east-1", "aws-us-gov", "US", "usge1"],
  ["us-gov-west-1", "aws-us-gov", "US", "usgw1"],
];
