import type { JurisdictionProps } from "../jurisdiction";

/**
 * Member states of the European Union, ISO 3166-1 alpha-2 (`GR` for Greece).
 *
 * @see https://european-union.europa.eu/principles-countries-history/eu-countries_en
 */
const EU_MEMBERS = [
  "AT",
  "BE",
  "BG",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
] as const;

/**
 * The jurisdictions that come with Onshore, each a list that a person reviewed. Regions are written
 * out: what a cloud opens tomorrow is outside until someone adds it here.
 */
export const JURISDICTIONS = {
  US: {
    name: "US",
    countries: ["US"],
    regions: [
      "us-ashburn-1",
      "us-chicago-1",
      "us-phoenix-1",
      "us-saltlake-2",
      "us-sanjose-1",
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2",
    ],
  },
  US_GOVERNMENT: {
    name: "US_GOVERNMENT",
    countries: ["US"],
    regions: ["us-langley-1", "us-luke-1", "us-gov-east-1", "us-gov-west-1"],
  },
  US_DEFENSE: {
    name: "US_DEFENSE",
    countries: ["US"],
    regions: [
      "us-gov-ashburn-1",
      "us-gov-chicago-1",
      "us-gov-phoenix-1",
      "us-gov-east-1",
      "us-gov-west-1",
    ],
  },
  US_DEDICATED_OC23: {
    name: "US_DEDICATED_OC23",
    countries: ["US"],
    regions: ["us-somerset-1", "us-thames-1"],
  },
  US_DEDICATED_OC42: {
    name: "US_DEDICATED_OC42",
    countries: ["US"],
    regions: ["us-ashburn-2", "us-newark-1"],
  },
  EU: {
    name: "EU",
    countries: EU_MEMBERS,
    regions: [
      "eu-amsterdam-1",
      "eu-frankfurt-1",
      "eu-madrid-1",
      "eu-madrid-3",
      "eu-marseille-1",
      "eu-milan-1",
      "eu-paris-1",
      "eu-stockholm-1",
      "eu-turin-1",
      "eu-central-1",
      "eu-north-1",
      "eu-south-1",
      "eu-south-2",
      "eu-west-1",
      "eu-west-3",
    ],
  },
  EU_SOVEREIGN: {
    name: "EU_SOVEREIGN",
    countries: EU_MEMBERS,
    regions: ["eu-frankfurt-2", "eu-madrid-2", "eusc-de-east-1"],
  },
  UK: {
    name: "UK",
    countries: ["GB"],
    regions: ["uk-cardiff-1", "uk-london-1", "eu-west-2"],
  },
  UK_GOVERNMENT: {
    name: "UK_GOVERNMENT",
    countries: ["GB"],
    regions: ["uk-gov-cardiff-1", "uk-gov-london-1"],
  },
} as const satisfies Readonly<Record<string, JurisdictionProps>>;
