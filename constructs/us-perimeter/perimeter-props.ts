import type { Region } from "../../jurisdiction";

/** Blocks of the subnets, in CIDR notation. Those that are left out are cut from the VCN's block. */
export interface SubnetCidrs {
  /** @default the first eighth of the VCN */
  readonly data?: string;
  /** @default the second eighth of the VCN */
  readonly app?: string;
  /** @default the third eighth of the VCN */
  readonly edge?: string;
  /** @default the fourth eighth of the VCN */
  readonly firewall?: string;
  /** @default the fifth eighth of the VCN */
  readonly bastion?: string;
}

/** A load balancer that the internet reaches by a web application firewall only. */
export interface EdgeProps {
  /** OCID of the TLS certificate, of the Certificates service in the perimeter's region. */
  readonly certificateId: string;
  /** Port that the hosts of the app subnet listen on. */
  readonly backendPort: number;
  /**
   * Addresses that requests may come from, IPv4 CIDR blocks of prefix 8 or longer; 1 to 50. They
   * narrow the allowed countries down: a request must come from both.
   * @default every address of an allowed country
   */
  readonly clientCidrs?: readonly string[];
  /** Path that the load balancer asks each host for to see whether it is well. @default "/health" */
  readonly healthPath?: string;
  /**
   * OCID of the CA bundle that the hosts' certificates are checked against; traffic to them is then
   * encrypted too.
   * @default plain HTTP between the load balancer and the hosts, inside the VCN
   */
  readonly backendCaBundleId?: string;
  /**
   * Least bandwidth, Mbps: 10 to 8,000. Source: OCI documentation, "Load Balancer Shapes".
   * @default 10
   */
  readonly minBandwidthMbps?: number;
  /** Greatest bandwidth, Mbps: `minBandwidthMbps` to 8,000. @default 100 */
  readonly maxBandwidthMbps?: number;
}

/** A network firewall on the way from the edge to the app subnet, and from there to Oracle services. */
export interface FirewallProps {
  /**
   * Hosts of Oracle services that the app subnet may reach, by TLS; `*.` before a host admits its
   * subdomains. Each names the perimeter's own region, the only one that a service gateway reaches.
   * At most 1,000. Source: OCI documentation, "Create a URL List".
   */
  readonly allowedHosts: readonly string[];
}

/** Time-limited SSH sessions to hosts of the app subnet. */
export interface BastionProps {
  /**
   * Addresses that sessions start from, IPv4 CIDR blocks of prefix 8 or longer; 1 to 20. Source: OCI
   * API, CreateBastionDetails.
   */
  readonly clientCidrs: readonly string[];
  /**
   * Longest session, seconds: 1,800 to 10,800. Source: OCI documentation, "Managing Bastions".
   * @default 1,800
   */
  readonly maxSessionTtlSeconds?: number;
  /** TCP port of the hosts that sessions reach. @default 22 */
  readonly targetPort?: number;
}

/** Names that a DNS server of your own answers for. */
export interface DnsForwarding {
  /** Domains whose names, and names below, are asked for there: `corp.example.com`. At least one. */
  readonly domains: readonly string[];
  /** IPv4 address of the server, in the VCN or in a block of `reachableCidrs`. */
  readonly serverAddress: string;
}

export interface DnsProps {
  /** At least one. */
  readonly forwarding: readonly DnsForwarding[];
  /** Blocks of peered networks that servers may stand in; private. @default the VCN only */
  readonly reachableCidrs?: readonly string[];
}

/** Zero Trust Packet Routing: what the network admits by who asks, whatever its rules become. */
export interface ZeroTrustProps {
  /**
   * Turns the service on in the tenancy, once for all its perimeters: leave it out where it is on.
   * @default false
   */
  readonly onboardTenancy?: boolean;
}

export interface FlowLogProps {
  /** OCID of the log group in the perimeter's region. @default one of the perimeter's own */
  readonly logGroupId?: string;
  /**
   * Days that logs are kept: 30, 60, 90, 120, 150 or 180. Source: OCI API, CreateLogDetails.
   * @default 90
   */
  readonly retentionDays?: number;
}

/**
 * Oracle services of the perimeter's own region that its service gateway leads to: Object Storage
 * alone, all that the Oracle Services Network holds, or none.
 */
export type OracleServices = "object-storage" | "all" | "none";

export interface UsPerimeterProps {
  /** OCID of the compartment of everything that the perimeter consists of. */
  readonly compartmentId: string;
  /** First part of every name. 1 to 60 letters, digits and hyphens, a letter first. */
  readonly name: string;
  /** @default the stack's region */
  readonly region?: Region | string;
  /** Block of the VCN: private, prefix 16 to 24. @default "10.0.0.0/16" */
  readonly vcnCidr?: string;
  /** @default cut from `vcnCidr` */
  readonly subnetCidrs?: SubnetCidrs;
  /** @default "object-storage" */
  readonly oracleServices?: OracleServices;
  /** Whether the data subnet reaches them too, and not the app subnet alone. @default false */
  readonly dataReachesServices?: boolean;
  /** Door for requests from the internet. @default none: no internet gateway at all */
  readonly edge?: EdgeProps;
  /** @default none */
  readonly firewall?: FirewallProps;
  /** @default none */
  readonly bastion?: BastionProps;
  /** @default none: names are resolved by the VCN's resolver alone */
  readonly dns?: DnsProps;
  /** @default none */
  readonly zeroTrust?: ZeroTrustProps;
  /** Flow logs of every subnet are always on; this says where and how long. */
  readonly flowLogs?: FlowLogProps;
  /** Makes Terraform refuse to destroy the VCN and its logs. @default true */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly freeformTags?: Readonly<Record<string, string>>;
}
