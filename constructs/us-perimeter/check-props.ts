import type { IConstruct } from "constructs";
import { parseHost, type Region } from "../../jurisdiction";
import { PropsError, requireMatch, requireOcid, requireOcidIn, requireWhole } from "../validation";
import { SESSION_TTL } from "./bastion";
import { requireClients, requirePrivateBlock } from "./check-cidrs";
import { DEFAULT_BANDWIDTH } from "./edge";
import { RETENTION } from "./flow-logs";
import { Ipv4Block } from "./ipv4";
import type {
  BastionProps,
  DnsProps,
  EdgeProps,
  FirewallProps,
  FlowLogProps,
  UsPerimeterProps,
} from "./perimeter-props";

/** A host, or all hosts below a domain. */
const HOST = /^(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

const DOMAIN = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/;

/** NSG rules of the edge are one a block, beside those to the hosts. */
const MAX_EDGE_CLIENTS = 50;

/**
 * Checks what OCI would refuse, and what would leave the perimeter open.
 *
 * @throws PropsError for the first prop that is wrong
 */
export function checkPerimeterProps(
  scope: IConstruct,
  props: UsPerimeterProps,
  region: Region,
  vcn: Ipv4Block,
): void {
  requireOcid(scope, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  checkName(scope, props.name);
  if (props.edge !== undefined) {
    checkEdge(scope, props.edge, region);
  }
  if (props.firewall !== undefined) {
    checkFirewall(scope, props.firewall, props, region);
  }
  if (props.bastion !== undefined) {
    checkBastion(scope, props.bastion);
  }
  if (props.dns !== undefined) {
    checkDns(scope, props.dns, vcn);
  }
  checkFlowLogs(scope, props.flowLogs ?? {}, region);
  if (props.dataReachesServices === true && props.oracleServices === "none") {
    throw new PropsError(scope, {
      prop: "dataReachesServices",
      got: true,
      because: "oracleServices is none, so that nothing reaches them",
      fix: "leave dataReachesServices out, or set oracleServices",
    });
  }
}

/** Names of statements and of DNS are made of it: an expression of Terraform is none. */
function checkName(scope: IConstruct, name: string): void {
  const pattern = /^[A-Za-z](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?$/;
  if (!pattern.test(name)) {
    throw new PropsError(scope, {
      prop: "name",
      got: name,
      because: "it must be 1 to 60 letters, digits and hyphens, a letter first",
      fix: `match ${pattern.source}`,
    });
  }
}

function checkEdge(scope: IConstruct, edge: EdgeProps, region: Region): void {
  requireOcidIn(scope, "edge.certificateId", edge.certificateId, ["certificate"], region);
  requireWhole(scope, "edge.backendPort", edge.backendPort, 1, 65_535, "a TCP port");
  if (edge.clientCidrs !== undefined) {
    requireClients(scope, "edge.clientCidrs", edge.clientCidrs, MAX_EDGE_CLIENTS);
  }
  if (edge.healthPath !== undefined) {
    const because = "it must be a path, a slash first";
    requireMatch(scope, "edge.healthPath", edge.healthPath, /^\/[\x21-\x7e]*$/, because);
  }
  if (edge.backendCaBundleId !== undefined) {
    const prop = "edge.backendCaBundleId";
    requireOcidIn(scope, prop, edge.backendCaBundleId, ["cabundle"], region);
  }
  const min = edge.minBandwidthMbps ?? DEFAULT_BANDWIDTH.min;
  requireWhole(scope, "edge.minBandwidthMbps", min, 10, 8_000, "Mbps");
  const max = edge.maxBandwidthMbps ?? DEFAULT_BANDWIDTH.max;
  requireWhole(scope, "edge.maxBandwidthMbps", max, min, 8_000, "Mbps");
}

function checkFirewall(
  scope: IConstruct,
  firewall: FirewallProps,
  props: UsPerimeterProps,
  region: Region,
): void {
  const hosts = firewall.allowedHosts;
  const prop = "firewall.allowedHosts";
  requireWhole(scope, `${prop}.length`, hosts.length, 0, 1_000, "hosts");
  if (hosts.length === 0 && props.edge === undefined) {
    throw new PropsError(scope, {
      prop,
      got: hosts,
      because: "without an edge and without a host, nothing would pass the firewall",
      fix: "list the hosts that the app subnet needs, or leave firewall out",
    });
  }
  if (hosts.length > 0 && props.oracleServices === "none") {
    throw new PropsError(scope, {
      prop,
      got: hosts,
      because: "oracleServices is none, so that the firewall has no way to any of them",
      fix: "set oracleServices, or list no host",
    });
  }
  const seen = new Set<string>();
  for (const [index, host] of hosts.entries()) {
    checkHost(scope, `${prop}[${index}]`, host, region);
    if (seen.has(host)) {
      throw new PropsError(scope, {
        prop: `${prop}[${index}]`,
        got: host,
        because: "it is listed twice",
        fix: "take it out",
      });
    }
    seen.add(host);
  }
}

function checkHost(scope: IConstruct, prop: string, host: string, region: Region): void {
  const refuse = (because: string) =>
    new PropsError(scope, {
      prop,
      got: host,
      because,
      fix: `write a host of ${region.id}, such as objectstorage.${region.id}.oraclecloud.com`,
    });
  if (!HOST.test(host)) {
    throw refuse(
      "it must be a host in lower case, with *. before it for its subdomains, and no path",
    );
  }
  const { proof, value } = parseHost(host.replace(/^\*\./, ""));
  if (value?.cloud !== "oci" || proof.proves !== "region") {
    throw refuse("it is no host of an Oracle service that names its region");
  }
  if (proof.region !== region) {
    throw refuse(
      `it lies in ${proof.region.id}, and a service gateway reaches services of ${region.id} only`,
    );
  }
}

function checkBastion(scope: IConstruct, bastion: BastionProps): void {
  requireClients(scope, "bastion.clientCidrs", bastion.clientCidrs, 20);
  if (bastion.maxSessionTtlSeconds !== undefined) {
    const { min, max } = SESSION_TTL;
    const prop = "bastion.maxSessionTtlSeconds";
    requireWhole(scope, prop, bastion.maxSessionTtlSeconds, min, max, "seconds");
  }
  if (bastion.targetPort !== undefined) {
    requireWhole(scope, "bastion.targetPort", bastion.targetPort, 1, 65_535, "a TCP port");
  }
}

function checkDns(scope: IConstruct, dns: DnsProps, vcn: Ipv4Block): void {
  requireWhole(scope, "dns.forwarding.length", dns.forwarding.length, 1, 100, "entries");
  const inside = [
    vcn,
    ...(dns.reachableCidrs ?? []).map((cidr, index) =>
      requirePrivateBlock(scope, `dns.reachableCidrs[${index}]`, cidr),
    ),
  ];
  for (const [index, { domains, serverAddress }] of dns.forwarding.entries()) {
    const prop = `dns.forwarding[${index}]`;
    requireWhole(scope, `${prop}.domains.length`, domains.length, 1, 100, "domains");
    for (const [at, domain] of domains.entries()) {
      const because = "it is no domain in lower case";
      requireMatch(scope, `${prop}.domains[${at}]`, domain, DOMAIN, because);
    }
    const address = Ipv4Block.parse(`${serverAddress}/32`);
    if (address === undefined || !inside.some((block) => block.holds(address))) {
      throw new PropsError(scope, {
        prop: `${prop}.serverAddress`,
        got: serverAddress,
        because: `names are asked for inside only: in ${inside.join(", ")}`,
        fix: "write the IPv4 address of a server there, or add its block to dns.reachableCidrs",
      });
    }
  }
}

function checkFlowLogs(scope: IConstruct, logs: FlowLogProps, region: Region): void {
  if (logs.logGroupId !== undefined) {
    requireOcidIn(scope, "flowLogs.logGroupId", logs.logGroupId, ["loggroup"], region);
  }
  const { retentionDays: days = RETENTION.default } = logs;
  requireWhole(scope, "flowLogs.retentionDays", days, RETENTION.step, RETENTION.max, "days");
  if (days % RETENTION.step !== 0) {
    throw new PropsError(scope, {
      prop: "flowLogs.retentionDays",
      got: days,
      because: `OCI keeps logs for a multiple of ${RETENTION.step} days`,
      fix: `write ${Math.ceil(days / RETENTION.step) * RETENTION.step}`,
    });
  }
}
