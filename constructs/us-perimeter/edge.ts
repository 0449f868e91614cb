import { CoreInternetGateway } from "@cdktf/provider-oci/lib/core-internet-gateway";
import { LoadBalancerBackend } from "@cdktf/provider-oci/lib/load-balancer-backend";
import { LoadBalancerBackendSet } from "@cdktf/provider-oci/lib/load-balancer-backend-set";
import { LoadBalancerListener } from "@cdktf/provider-oci/lib/load-balancer-listener";
import { LoadBalancerLoadBalancer } from "@cdktf/provider-oci/lib/load-balancer-load-balancer";
import { Construct } from "constructs";
import type { Foundation } from "./foundation";
import type { Ipv4Block } from "./ipv4";
import type { EdgeProps } from "./perimeter-props";
import { Port } from "./port";
import type { SecurityGroup } from "./security-group";
import { common, type Site } from "./site";
import type { VcnSubnet } from "./vcn-subnet";
import { WebFirewall } from "./web-firewall";

/** TLS 1.2 and 1.3, forward secrecy only. Source: OCI API, SSLCipherSuite, predefined suites. */
const TLS = {
  protocols: ["TLSv1.2", "TLSv1.3"],
  cipherSuiteName: "oci-default-http2-tls-12-13-ssl-cipher-suite-v1",
};

const HTTPS = Port.tcp(443);

export const DEFAULT_BANDWIDTH = { min: 10, max: 100 } as const;

export interface EdgeParts {
  readonly foundation: Foundation;
  readonly block: Ipv4Block;
  /** Countries that requests may come from, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Whether a network firewall stands between the load balancer and the hosts. */
  readonly isInspected: boolean;
}

/** The only door to the internet: an internet gateway, a load balancer, and its firewall. */
export class Edge extends Construct {
  readonly subnet: VcnSubnet;
  readonly loadBalancer: LoadBalancerLoadBalancer;
  readonly webFirewall: WebFirewall;

  private readonly backendSet: LoadBalancerBackendSet;
  private readonly backendPort: number;
  private readonly site: Site;

  constructor(scope: Construct, id: string, parts: EdgeParts, props: EdgeProps) {
    super(scope, id);
    const { foundation, block } = parts;
    const { site } = foundation;
    const group = foundation.addGroup("edge");
    this.subnet = foundation.addSubnet("edge", block, undefined, true);
    this.site = site;
    this.backendPort = props.backendPort;
    const gateway = new CoreInternetGateway(this, "internet-gateway", {
      ...common(site),
      vcnId: foundation.vcnId,
      displayName: `${site.name}-edge`,
      enabled: true,
    });
    this.subnet.addRoute("0.0.0.0/0", "CIDR_BLOCK", gateway.id, "Answers of the load balancer");
    for (const cidr of props.clientCidrs ?? ["0.0.0.0/0"]) {
      group.allowFrom({ cidr }, HTTPS, "Clients, whose country the web firewall checks");
    }
    this.allowToHosts(parts, group);
    this.loadBalancer = this.addLoadBalancer(group, props);
    this.backendSet = this.addBackendSet(props);
    this.addListener(props);
    this.webFirewall = new WebFirewall(this, "web-firewall", {
      site,
      loadBalancerId: this.loadBalancer.id,
      countries: parts.countries,
      clientCidrs: props.clientCidrs,
    });
  }

  /** Adds a host of the app subnet that answers requests. */
  addBackend(id: string, ipAddress: string): void {
    new LoadBalancerBackend(this, `backend-${id}`, {
      provider: this.site.provider,
      loadBalancerId: this.loadBalancer.id,
      backendsetName: this.backendSet.name,
      ipAddress,
      port: this.backendPort,
    });
  }

  private allowToHosts({ foundation, block, isInspected }: EdgeParts, group: SecurityGroup): void {
    const port = Port.tcp(this.backendPort);
    const cidr = String(block);
    // What the firewall hands on comes from its interface, which is in neither group: there, rules go
    // by addresses.
    const toHosts = isInspected
      ? { cidr: String(foundation.layout.app) }
      : { group: foundation.groups.app };
    group.allowTo(toHosts, port, "Hosts that answer requests");
    const fromEdge = isInspected ? { cidr } : { group };
    foundation.allowIn("app", fromEdge, { cidr }, port, "Requests of the load balancer");
  }

  private addLoadBalancer(group: SecurityGroup, props: EdgeProps) {
    const { site } = this;
    return new LoadBalancerLoadBalancer(this, "load-balancer", {
      ...common(site),
      displayName: `${site.name}-edge`,
      shape: "flexible",
      shapeDetails: {
        minimumBandwidthInMbps: props.minBandwidthMbps ?? DEFAULT_BANDWIDTH.min,
        maximumBandwidthInMbps: props.maxBandwidthMbps ?? DEFAULT_BANDWIDTH.max,
      },
      ipMode: "IPV4",
      isPrivate: false,
      isDeleteProtectionEnabled: site.deletionProtection,
      subnetIds: [this.subnet.resource.id],
      networkSecurityGroupIds: [group.resource.id],
    });
  }

  private addBackendSet(props: EdgeProps) {
    const { backendCaBundleId } = props;
    return new LoadBalancerBackendSet(this, "backends", {
      provider: this.site.provider,
      loadBalancerId: this.loadBalancer.id,
      name: "app",
      policy: "ROUND_ROBIN",
      healthChecker: {
        protocol: "HTTP",
        port: props.backendPort,
        urlPath: props.healthPath ?? "/health",
        returnCode: 200,
        isForcePlainText: false,
      },
      ...(backendCaBundleId === undefined
        ? {}
        : {
            sslConfiguration: {
              ...TLS,
              trustedCertificateAuthorityIds: [backendCaBundleId],
              verifyPeerCertificate: true,
              verifyDepth: 3,
            },
          }),
    });
  }

  private addListener(props: EdgeProps): void {
    new LoadBalancerListener(this, "listener", {
      provider: this.site.provider,
      loadBalancerId: this.loadBalancer.id,
      defaultBackendSetName: this.backendSet.name,
      name: "https",
      // A web application firewall reads HTTP listeners only.
      protocol: "HTTP",
      port: HTTPS.min,
      sslConfiguration: {
        ...TLS,
        certificateIds: [props.certificateId],
        verifyPeerCertificate: false,
        serverOrderPreference: "ENABLED",
      },
    });
  }
}
