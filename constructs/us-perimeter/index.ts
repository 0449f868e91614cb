export type { HostTier, Ports } from "./foundation";
export type { Peer } from "./peers";
export type {
  BastionProps,
  DnsForwarding,
  DnsProps,
  EdgeProps,
  FirewallProps,
  FlowLogProps,
  OracleServices,
  SubnetCidrs,
  UsPerimeterProps,
  ZeroTrustProps,
} from "./perimeter-props";
export { Port } from "./port";
export { type ConnectPeerProps, UsPerimeter } from "./us-perimeter";
