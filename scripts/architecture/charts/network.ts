import type { Architecture } from "../architecture";
import type { Resource } from "../blocks";
import { literalAt, textsAt } from "../json";
import { Drawing } from "./drawing";
import { portsOf } from "./ports";

/** Types whose resources stand in a subnet, and the argument that names it. */
const RESIDENTS: Readonly<Record<string, string>> = {
  oci_load_balancer_load_balancer: "subnet_ids",
  oci_file_storage_mount_target: "subnet_id",
  oci_database_autonomous_database: "subnet_id",
};

/** Arguments that put a resource into network security groups. */
const GUARDED_BY = ["nsg_ids", "network_security_group_ids"];

const GATEWAYS = ["oci_core_internet_gateway", "oci_core_service_gateway"];

const INTERNET = "internet";

/** The networks of Oracle Cloud: subnets, what stands in them, and every way in and out. */
export function networkChart(architecture: Architecture): string {
  const drawing = new Drawing(architecture, "LR");
  const { resources } = architecture;
  for (const vcn of resources.of("oci_core_vcn")) {
    drawing.box(vcn, drawing.stack(vcn));
  }
  for (const gateway of resources.of(...GATEWAYS)) {
    drawing.one(gateway, networkOf(drawing, gateway));
  }
  for (const firewall of resources.of("oci_waf_web_app_firewall")) {
    drawing.one(firewall, networkOf(drawing, firewall), proofOf(architecture, firewall));
  }
  for (const subnet of resources.of("oci_core_subnet")) {
    const proof = architecture.result.reachability.find(
      ({ stack, address }) => stack === subnet.stack && address === subnet.address,
    );
    drawing.box(subnet, networkOf(drawing, subnet), [`proven ${proof?.verdict ?? "nothing"}`]);
  }
  for (const [type, argument] of Object.entries(RESIDENTS)) {
    for (const resident of resources.of(type)) {
      const subnet = resources.target(resident, argument);
      drawing.one(resident, (subnet && drawing.nodeOf(subnet)) ?? drawing.stack(resident));
    }
  }
  for (const group of resources.of("oci_core_network_security_group")) {
    addSecurityGroup(drawing, group);
  }
  for (const rule of resources.of("oci_core_network_security_group_security_rule")) {
    addRule(drawing, rule);
  }
  for (const subnet of resources.of("oci_core_subnet")) {
    addRoutes(drawing, subnet);
  }
  addEntrances(drawing);
  drawing.connect();
  return drawing.toString();
}

function networkOf(drawing: Drawing, resource: Resource): string {
  const { resources } = drawing.architecture;
  const balancer = resources.target(resource, "load_balancer_id");
  const subnet = balancer && resources.target(balancer, "subnet_ids");
  const vcn = resources.target(subnet ?? resource, "vcn_id");
  return (vcn && drawing.nodeOf(vcn)) ?? drawing.stack(resource);
}

/** A security group stands in the subnet of its members, where they share one. */
function addSecurityGroup(drawing: Drawing, group: Resource): void {
  const { resources } = drawing.architecture;
  const members = Object.keys(RESIDENTS)
    .flatMap((type) => resources.of(type))
    .filter((resident) =>
      GUARDED_BY.some((argument) => resources.targets(resident, argument).includes(group)),
    );
  const subnets = new Set(
    members.map((member) => resources.target(member, RESIDENTS[member.type] ?? "")),
  );
  const [subnet] = subnets;
  const box = subnets.size === 1 && subnet !== undefined ? drawing.nodeOf(subnet) : undefined;
  drawing.one(group, box ?? networkOf(drawing, group), members.length === 0 ? ["no member"] : []);
  for (const member of members) {
    drawing.chart.edge(
      drawing.nodeOf(group) ?? "",
      drawing.nodeOf(member) ?? "",
      "guards",
      "support",
    );
  }
}

/** What a rule lets in. One that lets out to another group has its twin there. */
function addRule(drawing: Drawing, rule: Resource): void {
  const { resources } = drawing.architecture;
  const group = resources.ownerOf(rule);
  const here = drawing.nodeOf(group) ?? "";
  const isIngress = literalAt(rule.body, "direction") === "INGRESS";
  const [peer] = resources.targets(rule, isIngress ? "source" : "destination");
  const literal = literalAt(rule.body, isIngress ? "source" : "destination");
  if (isIngress) {
    const there = peer === undefined ? outsideNode(drawing, literal, rule) : drawing.nodeOf(peer);
    // What comes from the internet is drawn along its gateway and firewall.
    if (there !== undefined && there !== INTERNET) {
      drawing.chart.edge(there, here, portsOf(rule));
    }
  } else if (peer === undefined) {
    drawing.chart.edge(here, outsideNode(drawing, literal, rule), portsOf(rule));
  }
}

const EVERYWHERE = new Set(["0.0.0.0/0", "::/0"]);

/** What stands at the other side of a rule or route that names no resource. */
function outsideNode(drawing: Drawing, literal: string | undefined, { region }: Resource): string {
  if (literal === undefined || EVERYWHERE.has(literal)) {
    return internet(drawing);
  }
  const key = `${region} ${literal}`;
  const isService = !literal.includes("/");
  drawing.other(
    key,
    [isService ? `Oracle services ${literal}` : literal],
    isService ? drawing.region(region) : undefined,
  );
  return key;
}

/** Where the subnet's route table leads. */
function addRoutes(drawing: Drawing, subnet: Resource): void {
  const { resources } = drawing.architecture;
  for (const table of resources.targets(subnet, "route_table_id")) {
    const destinations = textsAt(table.body, "route_rules.destination");
    for (const gateway of resources.targets(table, "route_rules.network_entity_id")) {
      const label = `route to ${destinations.join(", ")}`;
      drawing.chart.edge(
        drawing.nodeOf(subnet) ?? "",
        drawing.nodeOf(gateway) ?? "",
        label,
        "support",
      );
      if (gateway.type === "oci_core_service_gateway") {
        for (const destination of destinations) {
          const service = outsideNode(drawing, destination, gateway);
          drawing.chart.edge(drawing.nodeOf(gateway) ?? "", service);
        }
      }
    }
  }
}

function internet(drawing: Drawing): string {
  drawing.other(INTERNET, ["the internet"]);
  return INTERNET;
}

/** The order in which the parts of an entrance are drawn; a subnet is the box around the last. */
const STAGES = [INTERNET, "oci_core_internet_gateway", "oci_waf_web_app_firewall"];

/** Each way in from the internet that the guard found. */
function addEntrances(drawing: Drawing): void {
  const { resources, result } = drawing.architecture;
  for (const { stack, inbound } of result.reachability) {
    for (const { hops } of inbound) {
      const parts = hops
        .map(({ address }) => resources.find(stack, address) ?? INTERNET)
        .filter((part) => part === INTERNET || part.type !== "oci_core_subnet")
        .sort((a, b) => stageOf(a) - stageOf(b))
        .map((part) => (part === INTERNET ? internet(drawing) : (drawing.nodeOf(part) ?? "")));
      for (const [index, part] of parts.slice(1).entries()) {
        drawing.chart.edge(parts[index] ?? "", part, index === 0 ? openPorts(drawing, stack) : "");
      }
    }
  }
}

function stageOf(part: Resource | typeof INTERNET): number {
  const stage = STAGES.indexOf(part === INTERNET ? part : part.type);
  return stage < 0 ? STAGES.length : stage;
}

/** What the security rules of a stack let in from anywhere. */
function openPorts({ architecture: { resources } }: Drawing, stack: string): string {
  const ports = resources
    .of("oci_core_network_security_group_security_rule")
    .filter((rule) => rule.stack === stack && EVERYWHERE.has(literalAt(rule.body, "source") ?? ""))
    .map(portsOf);
  return [...new Set(ports)].join(", ");
}

/** What a firewall does, in the words of the proof: the countries that it lets through. */
function proofOf({ result }: Architecture, firewall: Resource): readonly string[] {
  const says = result.reachability
    .filter(({ stack }) => stack === firewall.stack)
    .flatMap(({ inbound }) => inbound.map(({ evidence }) => evidence))
    .filter((evidence) => evidence.startsWith(`${firewall.address} `))
    .map((evidence) => evidence.slice(firewall.address.length + 1).replace(/\.$/, ""));
  return [...new Set(says)];
}
