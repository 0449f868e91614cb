import type { Framework, Requirement } from "./requirement";

/** Every framework that a rule is mapped to. */
export const FRAMEWORKS: readonly Framework[] = [
  {
    id: "28-cfr-202",
    title:
      "28 CFR Part 202, Access to U.S. Sensitive Personal Data and Government-Related Data by Countries of Concern or Covered Persons",
    url: "https://www.ecfr.gov/current/title-28/chapter-I/part-202",
  },
  {
    id: "cisa-eo-14117",
    title:
      "CISA Security Requirements for Restricted Transactions, E.O. 14117 (January 2025), which 28 CFR § 202.248 incorporates",
    url: "https://www.cisa.gov/resources-tools/resources/EO-14117-security-requirements",
  },
  {
    id: "nist-sp-800-53-r5",
    title: "NIST SP 800-53 Revision 5, Security and Privacy Controls",
    url: "https://doi.org/10.6028/NIST.SP.800-53r5",
  },
  {
    id: "fedramp-high",
    title: "FedRAMP Rev. 5 High baseline",
    url: "https://github.com/GSA/fedramp-automation/tree/master/src/content/rev5/baselines",
  },
  {
    id: "cis-oci-3.1.0",
    title: "CIS Oracle Cloud Infrastructure Foundations Benchmark v3.1.0",
    url: "https://www.cisecurity.org/benchmark/oracle_cloud",
  },
];

function cfr(section: string, title: string): Requirement {
  return {
    framework: "28-cfr-202",
    id: `§ 202.${section}`,
    title,
    url: `https://www.ecfr.gov/current/title-28/chapter-I/part-202#202.${section}`,
    country: "US",
  };
}

const CISA_PDF =
  "https://www.cisa.gov/sites/default/files/2025-01/Security_Requirements_for_Restricted_Transaction-EO_14117_Implementation508.pdf";

function cisa(id: string, title: string): Requirement {
  return { framework: "cisa-eo-14117", id, title, url: CISA_PDF, country: "US" };
}

function nist(id: string, title: string): Requirement {
  return {
    framework: "nist-sp-800-53-r5",
    id,
    title,
    url: "https://doi.org/10.6028/NIST.SP.800-53r5",
  };
}

function cis(id: string, title: string): Requirement {
  return {
    framework: "cis-oci-3.1.0",
    id,
    title,
    url: "https://www.cisecurity.org/benchmark/oracle_cloud",
  };
}

/** The requirements that rules serve, each with the number and the title that its source gives. */
export const REQUIREMENTS = {
  dueDiligence: cfr("1001", "Due diligence for restricted transactions"),
  cisaSystem: cisa("Section I", "Organizational- and covered system-level requirements"),
  cisaData: cisa("Section II", "Data-level requirements"),
  accessEnforcement: nist("AC-3", "Access Enforcement"),
  informationFlow: nist("AC-4", "Information Flow Enforcement"),
  leastPrivilege: nist("AC-6", "Least Privilege"),
  accessPoints: nist("AC-17(3)", "Managed Access Control Points"),
  externalSystems: nist("AC-20", "Use of External Systems"),
  location: nist("SA-9(5)", "Processing, Storage, and Service Location"),
  usLocation: {
    ...nist("SA-9(8)", "Processing and Storage Location — U.S. Jurisdiction"),
    country: "US",
  },
  boundary: nist("SC-7", "Boundary Protection"),
  denyByDefault: nist("SC-7(5)", "Deny by Default — Allow by Exception"),
  exfiltration: nist("SC-7(10)", "Prevent Exfiltration"),
  incoming: nist("SC-7(11)", "Restrict Incoming Communications Traffic"),
  keyManagement: nist("SC-12", "Cryptographic Key Establishment and Management"),
  atRest: nist("SC-28", "Protection of Information at Rest"),
  atRestCryptography: nist("SC-28(1)", "Cryptographic Protection"),
  fedrampLocation: {
    framework: "fedramp-high",
    id: "SA-9(5)",
    title:
      "Processing, Storage, and Service Location: the United States, its territories, or where there is U.S. jurisdiction",
    url: "https://github.com/GSA/fedramp-automation/tree/master/src/content/rev5/baselines",
    country: "US",
  },
  cisIntegration: cis(
    "2.6",
    "Ensure Oracle Integration Cloud (OIC) access is restricted to allowed sources",
  ),
  cisAnalytics: cis(
    "2.7",
    "Ensure Oracle Analytics Cloud (OAC) access is restricted to allowed sources or deployed within a Virtual Cloud Network",
  ),
  cisAutonomous: cis(
    "2.8",
    "Ensure Oracle Autonomous Shared Databases (ADB) access is restricted to allowed sources or deployed within a Virtual Cloud Network",
  ),
  cisPublicBucket: cis("5.1.1", "Ensure no Object Storage buckets are publicly visible"),
  cisBucketKey: cis(
    "5.1.2",
    "Ensure Object Storage Buckets are encrypted with a Customer Managed Key (CMK)",
  ),
  cisVolumeKey: cis("5.2.1", "Ensure Block Volumes are encrypted with Customer Managed Keys (CMK)"),
  cisBootKey: cis("5.2.2", "Ensure boot volumes are encrypted with Customer Managed Key (CMK)"),
  cisFileKey: cis(
    "5.3.1",
    "Ensure File Storage Systems are encrypted with Customer Managed Keys (CMK)",
  ),
} as const satisfies Readonly<Record<string, Requirement>>;
