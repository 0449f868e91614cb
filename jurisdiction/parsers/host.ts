import {
  hasRegionShape,
  type Parsed,
  type PlaceProof,
  provesNothing,
  provesRealm,
  provesRegion,
  provesRegionIn,
  provesUnknown,
} from "../proof";
import { type Cloud, Realm } from "../realm";
import { Region } from "../region";
import { parseAvailabilityZone, regionOfZonePrefix } from "./availability-zone";

/** A host name of one of the clouds. */
export interface CloudHost {
  /** The host, lower case, without port and trailing dot. */
  readonly host: string;
  /** The cloud that serves it. */
  readonly cloud: Cloud;
  /** The domain it ends with: `oraclecloud.com`. */
  readonly domain: string;
  /** The realms that this domain may belong to; empty where the realm is not known. */
  readonly realms: readonly Realm[];
}

/**
 * Parses a host name or URL of a cloud service: OCI service endpoints, S3-compatible and dedicated
 * Object Storage hosts, pre-authenticated request URLs, Vault endpoints, AWS regional, dual-stack and
 * legacy endpoints.
 *
 * The region is the rightmost label that names one. In a global S3 host (`<bucket>.s3.amazonaws.com`)
 * every label to the left is the bucket's name and proves nothing.
 */
export function parseHost(text: string): Parsed<CloudHost> {
  const host = hostOf(text);
  const value = host === "" ? undefined : cloudHost(host);
  if (value === undefined) {
    return { value, proof: provesNothing("not a host of Oracle Cloud or AWS") };
  }
  return { value, proof: value.cloud === "oci" ? ociPlace(value) : awsPlace(value) };
}

/** The host of a URL or `host[:port][/path]`, lower case, or "" where there is none. */
export function hostOf(text: string): string {
  const trimmed = text.trim();
  const scheme = trimmed.indexOf("://");
  let rest = scheme >= 0 && scheme < 32 ? trimmed.slice(scheme + 3) : trimmed;
  const end = rest.search(/[/?#\\]/);
  rest = end < 0 ? rest : rest.slice(0, end);
  rest = rest.slice(rest.lastIndexOf("@") + 1);
  const port = rest.indexOf(":");
  rest = (port < 0 ? rest : rest.slice(0, port)).toLowerCase();
  let last = rest.length;
  while (last > 0 && rest[last - 1] === ".") {
    last--;
  }
  // RFC 1035 allows 253 characters; a template in a host may be longer.
  return last > MAX_HOST ? "" : rest.slice(0, last);
}

const MAX_HOST = 1024;
const NUMBERED_REALM_DOMAIN = /(?:^|\.)(oraclecloud(\d+)\.com)$/;

/** `host` if one of the clouds serves it. Expects lower case. */
function cloudHost(host: string): CloudHost | undefined {
  const domain = Realm.domainOf(host);
  if (domain !== undefined) {
    const realms = Realm.findByDomain(domain);
    const cloud = realms[0]?.cloud;
    return cloud === undefined ? undefined : { host, cloud, domain, realms };
  }
  const [, numbered] = NUMBERED_REALM_DOMAIN.exec(host) ?? [];
  return numbered === undefined ? undefined : { host, cloud: "oci", domain: numbered, realms: [] };
}

function labelsBefore({ host, domain }: CloudHost): readonly string[] {
  return host === domain ? [] : host.slice(0, -domain.length - 1).split(".");
}

function ociPlace(host: CloudHost): PlaceProof {
  const { domain, realms } = host;
  if (realms.length === 0) {
    return provesUnknown(domain, `${domain} belongs to a realm that is not known`);
  }
  const labels = labelsBefore(host);
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i] ?? "";
    const region = Region.find(label);
    if (region?.cloud === "oci") {
      return provesRegionIn(region, realms, `the domain ${domain}`);
    }
    if (hasRegionShape(label)) {
      return provesUnknown(
        label,
        `the host names the region ${label}, which OCI is not known to have`,
      );
    }
  }
  const [realm] = realms;
  return realm !== undefined && realms.length === 1
    ? provesRealm(realm, `the host names no region under ${domain}`)
    : provesUnknown(domain, `the host names no region and ${realms.join(" and ")} share ${domain}`);
}

// Labels that end in a region: s3-eu-west-1, s3-website-us-east-1, s3-fips-us-gov-west-1.
const LEGACY_LABEL = /^s3(?:-[a-z]+)*?-((?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)-[a-z0-9-]+)$/;
const GLOBAL_S3_LABELS: ReadonlySet<string> = new Set(["s3", "s3-accelerate", "s3-global"]);

function awsPlace(host: CloudHost): PlaceProof {
  const { domain, realms } = host;
  const labels = labelsBefore(host);
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i] ?? "";
    const written = LEGACY_LABEL.exec(label)?.[1] ?? label;
    const region = Region.find(written) ?? regionOfZonePrefix(written);
    if (region?.cloud === "aws") {
      return provesRegionIn(region, realms, `the domain ${domain}`);
    }
    const zone = parseAvailabilityZone(written);
    if (zone.value !== undefined && zone.value.form !== "id") {
      return zone.proof;
    }
    if (label === "compute-1" && domain === "amazonaws.com") {
      return provesRegion(Region.of("us-east-1"));
    }
    if (hasRegionShape(written)) {
      return provesUnknown(
        written,
        `the host names the region ${written}, which AWS is not known to have`,
      );
    }
    if (GLOBAL_S3_LABELS.has(label) && i === labels.length - 1) {
      break;
    }
  }
  const [realm] = realms;
  return realm !== undefined && realms.length === 1 && realm.id !== "aws"
    ? provesRealm(realm, `the host names no region under ${domain}`)
    : provesNothing(`the host names no region under ${domain}`);
}
