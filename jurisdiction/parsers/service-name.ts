import {
  findByIdOrKey,
  hasRegionShape,
  type Parsed,
  provesNothing,
  provesRealm,
  provesRegion,
  provesUnknown,
} from "../proof";
import { Realm } from "../realm";
import { Region } from "../region";
import { parseHost } from "./host";

/** A service that a policy may name as its subject. */
export interface ServicePrincipal {
  /** The service without its region: `objectstorage`, `logs`. */
  readonly service: string;
  /** The region as written, or undefined where the principal names none. */
  readonly region: string | undefined;
}

const OCI_PRINCIPAL = /^([a-z][a-z0-9]{1,40}?)-([a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2})$/;
const FILE_STORAGE_PRINCIPAL = /^fss(oc\d+)prod$/;

/**
 * Parses a service principal: OCI `objectstorage-us-ashburn-1` and `FssOc1Prod` (File Storage, names
 * its realm), AWS `logs.us-east-1.amazonaws.com` and `s3.amazonaws.com` (no region).
 */
export function parseServicePrincipal(text: string): Parsed<ServicePrincipal> {
  const written = text.trim().toLowerCase();
  if (written.length > 256) {
    return { value: undefined, proof: provesNothing("not a service principal") };
  }
  const [, realmId] = FILE_STORAGE_PRINCIPAL.exec(written) ?? [];
  if (realmId !== undefined) {
    const realm = Realm.find(realmId);
    return {
      value: { service: "fss", region: undefined },
      proof:
        realm === undefined
          ? provesUnknown(realmId, `the principal names the realm ${realmId}, which is not known`)
          : provesRealm(realm, "the principal names a realm and no region"),
    };
  }
  const [, service, id = ""] = OCI_PRINCIPAL.exec(written) ?? [];
  if (service !== undefined) {
    const region = Region.find(id);
    return {
      value: { service, region: id },
      proof:
        region?.cloud === "oci"
          ? provesRegion(region)
          : provesUnknown(
              id,
              `the principal names the region ${id}, which OCI is not known to have`,
            ),
    };
  }
  const { value: host, proof } = parseHost(written);
  if (host?.cloud !== "aws" || host.host !== written) {
    return { value: undefined, proof: provesNothing("not a service principal") };
  }
  const named = proof.proves === "region" ? proof.region.id : undefined;
  return { value: { service: written.split(".")[0] ?? "", region: named }, proof };
}

/** A VPC endpoint service: what `service_name` of an AWS VPC endpoint holds. */
export interface EndpointService {
  /** Everything after the region: `s3`, `vpce-svc-0123456789abcdef0`. */
  readonly service: string;
  /** The region as written. */
  readonly region: string;
}

const ENDPOINT_SERVICE =
  /^((?:[a-z]{2,3}\.)?com\.amazonaws(?:\.vpce)?|eu\.amazonaws(?:\.vpce)?|aws\.(?:api|sagemaker))\.([a-z0-9-]{1,40})\.([^\s]{1,200})$/;

/**
 * Parses the name of an AWS VPC endpoint service: `com.amazonaws.us-east-1.s3`,
 * `cn.com.amazonaws.cn-north-1.ecr.api`, `com.amazonaws.vpce.us-east-1.vpce-svc-0123`,
 * `aws.sagemaker.us-east-1.notebook`.
 */
export function parseEndpointService(text: string): Parsed<EndpointService> {
  const written = text.trim().toLowerCase();
  const [, , id, service] = written.length > 256 ? [] : (ENDPOINT_SERVICE.exec(written) ?? []);
  if (id === undefined || service === undefined) {
    return { value: undefined, proof: provesNothing("not an AWS endpoint service") };
  }
  const value: EndpointService = { service, region: id };
  const region = Region.find(id);
  if (region?.cloud === "aws") {
    return { value, proof: provesRegion(region) };
  }
  return hasRegionShape(id)
    ? { value, proof: provesUnknown(id, `the endpoint service names ${id}, which is not known`) }
    : { value, proof: provesNothing("the endpoint service names no region") };
}

/** A service CIDR label: the services that an OCI service gateway or route rule reaches. */
export interface ServiceCidrLabel {
  /** `objectstorage`, or `all` for every service in the Oracle Services Network. */
  readonly service: string;
  /** The region as written, key or id. */
  readonly region: string;
}

const CIDR_LABEL =
  /^(?:oci-([a-z]{3}|[a-z]{2,4}(?:-[a-z]+)+-\d+)-(objectstorage)|all-([a-z]{3}|[a-z]{2,4}(?:-[a-z]+)+-\d+)-services-in-oracle-services-network)$/;

/**
 * Parses a service CIDR label: `oci-iad-objectstorage`,
 * `all-iad-services-in-oracle-services-network`.
 */
export function parseServiceCidrLabel(text: string): Parsed<ServiceCidrLabel> {
  const written = text.trim().toLowerCase();
  const match = written.length > 128 ? null : CIDR_LABEL.exec(written);
  const named = match?.[1] ?? match?.[3];
  if (named === undefined) {
    return { value: undefined, proof: provesNothing("not a service CIDR label") };
  }
  const value: ServiceCidrLabel = { service: match?.[2] ?? "all", region: named };
  const region = findByIdOrKey(named);
  return {
    value,
    proof:
      region?.cloud === "oci"
        ? provesRegion(region)
        : provesUnknown(named, `the label names ${named}, which is not a known region`),
  };
}
