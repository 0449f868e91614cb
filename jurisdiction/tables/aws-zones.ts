/** One row per place that an AWS Local Zone or Wavelength Zone stands in. */
export type AwsZoneRow = readonly [region: string, location: string, country: string];

/**
 * The locations of AWS Local Zones, by parent region and location code, with the country that the
 * zone itself stands in: a zone's country need not be its region's. The number after a location code
 * (`us-east-1-atl-2a`) counts sites of one metropolitan area, so it is left out here.
 *
 * @see https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html
 */
export const AWS_LOCAL_ZONES: readonly AwsZoneRow[] = [
  ["af-south-1", "los", "NG"],
  ["ap-northeast-1", "tpe", "TW"],
  ["ap-south-1", "ccu", "IN"],
  ["ap-south-1", "del", "IN"],
  ["ap-southeast-1", "bkk", "TH"],
  ["ap-southeast-1", "han", "VN"],
  ["ap-southeast-1", "mnl", "PH"],
  ["ap-southeast-2", "akl", "NZ"],
  ["ap-southeast-2", "per", "AU"],
  ["eu-central-1", "ham", "DE"],
  ["eu-central-1", "ist", "TR"],
  ["eu-central-1", "waw", "PL"],
  ["eu-north-1", "cph", "DK"],
  ["eu-north-1", "hel", "FI"],
  ["eu-west-3", "cmn", "MA"],
  ["me-south-1", "mct", "OM"],
  ["us-east-1", "atl", "US"],
  ["us-east-1", "bos", "US"],
  ["us-east-1", "bue", "AR"],
  ["us-east-1", "chi", "US"],
  ["us-east-1", "dfw", "US"],
  ["us-east-1", "iah", "US"],
  ["us-east-1", "lim", "PE"],
  ["us-east-1", "mci", "US"],
  ["us-east-1", "mia", "US"],
  ["us-east-1", "msp", "US"],
  ["us-east-1", "nyc", "US"],
  ["us-east-1", "phl", "US"],
  ["us-east-1", "qro", "MX"],
  ["us-east-1", "scl", "CL"],
  ["us-west-2", "den", "US"],
  ["us-west-2", "hnl", "US"],
  ["us-west-2", "las", "US"],
  ["us-west-2", "lax", "US"],
  ["us-west-2", "pdx", "US"],
  ["us-west-2", "phx", "US"],
  ["us-west-2", "sea", "US"],
];

/**
 * The locations of AWS Wavelength Zones (inside carriers' networks), by parent region.
 *
 * @see https://docs.aws.amazon.com/wavelength/latest/developerguide/available-wavelength-zones.html
 */
export const AWS_WAVELENGTH_ZONES: readonly AwsZoneRow[] = [
  ["ap-northeast-1", "kix", "JP"],
  ["ap-northeast-1", "nrt", "JP"],
  ["ap-northeast-2", "cjj", "KR"],
  ["ap-northeast-2", "sel", "KR"],
  ["ca-central-1", "yto", "CA"],
  ["eu-central-1", "ber", "DE"],
  ["eu-central-1", "dtm", "DE"],
  ["eu-central-1", "muc", "DE"],
  ["eu-west-2", "lon", "GB"],
  ["eu-west-2", "man", "GB"],
  ["eu-west-3", "cmn", "MA"],
  ["eu-west-3", "dss", "SN"],
  ["us-east-1", "atl", "US"],
  ["us-east-1", "bna", "US"],
  ["us-east-1", "bos", "US"],
  ["us-east-1", "chi", "US"],
  ["us-east-1", "clt", "US"],
  ["us-east-1", "dfw", "US"],
  ["us-east-1", "dtw", "US"],
  ["us-east-1", "iah", "US"],
  ["us-east-1", "mia", "US"],
  ["us-east-1", "msp", "US"],
  ["us-east-1", "nyc", "US"],
  ["us-east-1", "tpa", "US"],
  ["us-east-1", "was", "US"],
  ["us-west-2", "den", "US"],
  ["us-west-2", "las", "US"],
  ["us-west-2", "lax", "US"],
  ["us-west-2", "phx", "US"],
  ["us-west-2", "sea", "US"],
  ["us-west-2", "sfo", "US"],
];
