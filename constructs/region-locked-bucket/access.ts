import { LoggingLog } from "@cdktf/provider-oci/lib/logging-log";
import type { ObjectstorageBucket } from "@cdktf/provider-oci/lib/objectstorage-bucket";
import { ObjectstoragePrivateEndpoint } from "@cdktf/provider-oci/lib/objectstorage-private-endpoint";
import type { TerraformProvider } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import { claimServiceLog } from "../service-logs";
import { isToken, PropsError, requireMatch, requireNsgsIn, requireOcidIn } from "../validation";
import type { BucketPrivateEndpoint, RegionLockedBucketProps } from "./bucket-props";

/** Longest label of a host name. Source: RFC 1035, 2.3.4. */
const MAX_LABEL = 63;

const RETENTION_DAYS: readonly number[] = [30, 60, 90, 120, 150, 180];

/**
 * Checks the private endpoint and the logs of a bucket.
 *
 * @throws PropsError for what lies in another region, and for what OCI would refuse
 */
export function checkAccess(
  scope: IConstruct,
  props: RegionLockedBucketProps,
  region: Region,
): void {
  const { accessLog, privateEndpoint } = props;
  if (privateEndpoint !== undefined) {
    checkPrivateEndpoint(scope, props, privateEndpoint, region);
  }
  if (accessLog === undefined) {
    return;
  }
  requireOcidIn(scope, "accessLog.logGroupId", accessLog.logGroupId, ["loggroup"], region);
  const { retentionDays = 180 } = accessLog;
  if (!RETENTION_DAYS.includes(retentionDays)) {
    throw new PropsError(scope, {
      prop: "accessLog.retentionDays",
      got: retentionDays,
      because: "OCI Logging keeps entries for 30, 60, 90, 120, 150 or 180 days",
      fix: "write one of those; a log archive keeps them longer",
    });
  }
}

function checkPrivateEndpoint(
  scope: IConstruct,
  props: RegionLockedBucketProps,
  endpoint: BucketPrivateEndpoint,
  region: Region,
): void {
  requireOcidIn(scope, "privateEndpoint.subnetId", endpoint.subnetId, ["subnet"], region);
  requireNsgsIn(scope, "privateEndpoint.nsgIds", endpoint.nsgIds, region);
  requireMatch(
    scope,
    "privateEndpoint.prefix",
    endpoint.prefix,
    /^[A-Za-z0-9]+$/,
    "the first part of a host name has letters and digits here",
  );
  const label = `${endpoint.prefix}-${props.namespace}`;
  if (!isToken(label) && label.length > MAX_LABEL) {
    throw new PropsError(scope, {
      prop: "privateEndpoint.prefix",
      got: endpoint.prefix,
      because: `with the namespace it makes a label of ${label.length} characters, and a host name's has ${MAX_LABEL} at most`,
      fix: `shorten it by ${label.length - MAX_LABEL}`,
    });
  }
  requireMatch(
    scope,
    "privateEndpoint.name",
    endpointName(props.name, endpoint),
    /^[A-Za-z0-9.-]+$/,
    "a private endpoint's name has letters, digits, hyphens and periods",
  );
}

function endpointName(bucketName: string, endpoint: BucketPrivateEndpoint): string {
  return endpoint.name ?? `${bucketName.replaceAll("_", "-")}-endpoint`;
}

/**
 * Adds the private endpoint and the logs to a bucket.
 *
 * @throws PropsError where something else records the bucket already
 */
export function addAccess(
  scope: Construct,
  props: RegionLockedBucketProps,
  provider: TerraformProvider,
  bucket: ObjectstorageBucket,
): void {
  const { accessLog, compartmentId, freeformTags, namespace, privateEndpoint } = props;
  const common = {
    provider,
    ...(freeformTags === undefined ? {} : { freeformTags: { ...freeformTags } }),
  };
  if (privateEndpoint !== undefined) {
    new ObjectstoragePrivateEndpoint(scope, "private-endpoint", {
      ...common,
      compartmentId,
      namespace,
      name: endpointName(props.name, privateEndpoint),
      subnetId: privateEndpoint.subnetId,
      nsgIds: [...privateEndpoint.nsgIds],
      prefix: privateEndpoint.prefix,
      accessTargets: [{ namespace, compartmentId, bucket: bucket.name }],
    });
  }
  if (accessLog === undefined) {
    return;
  }
  for (const category of ["read", "write"]) {
    const source = { service: "objectstorage", category, resource: bucket.name };
    claimServiceLog(scope, "accessLog", source);
    new LoggingLog(scope, `log-${category}`, {
      ...common,
      displayName: `${props.name}-${category}`,
      logGroupId: accessLog.logGroupId,
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: accessLog.retentionDays ?? 180,
      configuration: {
        compartmentId,
        source: { sourceType: "OCISERVICE", ...source },
      },
    });
  }
}
