import type { IConstruct } from "constructs";
import type { Region } from "../../jurisdiction";
import type { RegionLockedBucket } from "../region-locked-bucket";
import type { SovereignVault } from "../sovereign-vault";
import { PropsError, requireOcidIn } from "../validation";

/**
 * What writes a service log: a resource of the trail's region and one category of its log.
 *
 * Source: OCI documentation, Logging reference, "Details for VCN Flow Logs", "Details for Load Balancer
 * Logs" and "Details for Key Management" for the categories. The ids of the services, and the categories
 * of Object Storage and the web application firewall, are those that public configurations use; that the
 * id of key management is `keymanagementservice` follows from the type of its entries,
 * `com.oraclecloud.keymanagementservice…`, and is not confirmed by a page.
 */
export class LogSource {
  /**
   * The flows in all subnets of a VCN that a capture filter lets through. Source: OCI documentation,
   * "Enabling Flow Logs": a filter has to be there before.
   *
   * @param vcnId OCID
   * @param captureFilterId OCID of a filter for flow logs, in the VCN's region
   */
  static vcnFlows(vcnId: string, captureFilterId: string): LogSource {
    const check: LogSource["check"] = (scope, prop, region) => {
      requireOcidIn(scope, prop, vcnId, ["vcn"], region);
      requireOcidIn(scope, `${prop}.captureFilterId`, captureFilterId, ["capturefilter"], region);
    };
    const parameters = { capture_filter: captureFilterId };
    return new LogSource("flowlogs", "vcn", vcnId, check, parameters);
  }

  /** Each flow in a subnet, accepted or rejected. @param subnetId OCID */
  static subnetFlows(subnetId: string): LogSource {
    return new LogSource("flowlogs", "all", subnetId, ofType(subnetId, "subnet"));
  }

  /** Each request that changes a bucket. OCI delivers these logs as well as it can, not surely. */
  static bucketWrites(bucket: RegionLockedBucket): LogSource {
    return new LogSource(
      "objectstorage",
      "write",
      bucket.resource.name,
      liesIn(bucket, "a bucket"),
    );
  }

  /** Each request that reads a bucket. OCI delivers these logs as well as it can, not surely. */
  static bucketReads(bucket: RegionLockedBucket): LogSource {
    return new LogSource("objectstorage", "read", bucket.resource.name, liesIn(bucket, "a bucket"));
  }

  /** Each request to a load balancer. @param loadBalancerId OCID */
  static loadBalancerAccess(loadBalancerId: string): LogSource {
    const check = ofType(loadBalancerId, "loadbalancer");
    return new LogSource("loadbalancer", "access", loadBalancerId, check);
  }

  /** The errors of a load balancer. @param loadBalancerId OCID */
  static loadBalancerErrors(loadBalancerId: string): LogSource {
    const check = ofType(loadBalancerId, "loadbalancer");
    return new LogSource("loadbalancer", "error", loadBalancerId, check);
  }

  /** What a web application firewall decides. @param firewallId OCID */
  static webAppFirewall(firewallId: string): LogSource {
    return new LogSource("waf", "all", firewallId, ofType(firewallId, "webappfirewall"));
  }

  /** Who encrypts and decrypts with which key of a vault, from which address. */
  static keyUse(vault: SovereignVault): LogSource {
    return new LogSource(
      "keymanagementservice",
      "cryptooperations",
      vault.vaultId,
      liesIn(vault, "a vault"),
    );
  }

  /** @internal */
  private constructor(
    readonly service: string,
    readonly category: string,
    readonly resource: string,
    /** Refuses a resource of another region than the trail's: OCI keeps a log where its source is. */
    readonly check: (scope: IConstruct, prop: string, region: Region) => void,
    readonly parameters?: Readonly<Record<string, string>>,
  ) {}
}

function ofType(ocid: string, type: string): LogSource["check"] {
  return (scope, prop, region) => requireOcidIn(scope, prop, ocid, [type], region);
}

function liesIn(source: { readonly region: Region }, what: string): LogSource["check"] {
  return (scope, prop, region) => {
    if (source.region !== region) {
      throw new PropsError(scope, {
        prop,
        got: `${what} in ${source.region.id}`,
        because: `OCI keeps a log in the region of its source, and this trail is in ${region.id}`,
        fix: `make a trail in ${source.region.id} for it`,
      });
    }
  };
}
