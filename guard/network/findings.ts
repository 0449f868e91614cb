import type { Jurisdiction } from "../../jurisdiction";
import type { Block } from "../model/block";
import { type BlockVerdict, NOTHING } from "../rules/rule";
import type { Entrance, Source, Subnet } from "./graph";
import { judgeExit, roleOf } from "./paths";
import type { Tools } from "./tools";

/** What `data-subnet-unreachable` says of a data subnet. */
export function ingressFindings(subnet: Subnet, { directs }: Tools): readonly BlockVerdict[] {
  const { block } = subnet;
  const direct = directs.of(subnet, subnet.layers);
  if (direct.status === "closed") {
    return NOTHING;
  }
  const { role, says } = roleOf(subnet);
  const why = role === "data" && subnet.residents.length === 0 ? ` ${says}` : "";
  const message = direct.isUnrouted
    ? `Nothing proves what ${block.address} can reach, and what can reach it: ${lowered(direct.says)}`
    : direct.status === "open"
      ? `The internet can connect to ${block.address}: ${lowered(direct.says)}${why}`
      : `Nothing proves that the internet cannot connect to ${block.address}: ${lowered(direct.says)}${why}`;
  return [
    {
      block,
      status:
        direct.status === "open" ? "outside" : direct.isUnrouted ? unrouted(subnet) : "unproven",
      ...at(direct.source, block),
      message,
      fix: direct.isUnrouted
        ? "Check the stack that makes its network and its route table in the same run, or refer to a route table that the input holds."
        : fixOf(subnet),
    },
  ];
}

/** Of a subnet that is empty as far as the input shows, unknown routes carry nothing yet. */
function unrouted({ residents }: Subnet): "unproven" | "note" {
  return residents.length === 0 ? "note" : "unproven";
}

function fixOf({ cloud }: Subnet): string {
  return cloud === "oci"
    ? "Set prohibit_public_ip_on_vnic, or route it to no internet gateway; let the internet reach a load balancer in a subnet of its own, behind a web application firewall."
    : "Route it to no internet gateway; let the internet reach a load balancer in a subnet of its own, behind a web ACL.";
}

/** What `data-subnet-egress-inside` says of a data subnet. */
export function egressFindings(subnet: Subnet, tools: Tools): readonly BlockVerdict[] {
  const { block } = subnet;
  const exits = tools.directs.exitsOf(subnet);
  if (exits.length === 0) {
    return NOTHING;
  }
  const found = new Map<string, BlockVerdict>();
  const direct = tools.directs.of(subnet, subnet.layers);
  // Unknown routes of the whole subnet are one thing, which is said once.
  const isSaid = direct.status !== "closed" && direct.isUnrouted;
  for (const exit of exits) {
    // Joints are reported where they are made.
    if (exit.to !== "internet" && exit.to !== "unknown") {
      continue;
    }
    if (exit.source === undefined && isSaid) {
      continue;
    }
    const { path } = judgeExit(exit, subnet, "data", tools);
    if (path === undefined) {
      continue;
    }
    const isOpen = path.verdict === "open";
    const verdict: BlockVerdict = {
      block,
      status: isOpen ? "outside" : exit.source === undefined ? unrouted(subnet) : "unproven",
      ...at(exit.source, block),
      message: isOpen
        ? `Data can leave ${block.address} for any place in the world: ${lowered(path.evidence)}`
        : `Nothing proves that data cannot leave ${block.address} for a place outside: ${lowered(path.evidence)}`,
      fix: "Remove the route, or narrow it and the security rules to networks that lie inside; reach the cloud's own services by a service gateway or an endpoint.",
    };
    const before = found.get(verdict.path);
    if (before === undefined || (before.status === "unproven" && isOpen)) {
      found.set(verdict.path, verdict);
    }
  }
  return [...found.values()];
}

/** What `internet-only-through-waf` says of an entrance. */
export function entranceFinding(
  { block, verdict, evidence, fix, source, isReported }: Entrance,
  jurisdiction: Jurisdiction,
): readonly BlockVerdict[] {
  if (verdict === "through-waf" || isReported) {
    return [];
  }
  const isOpen = verdict === "open";
  return [
    {
      block,
      status: isOpen ? "outside" : "unproven",
      ...at(source, block),
      message: isOpen
        ? `Whoever is outside ${jurisdiction.name} can connect to ${block.address}: ${lowered(evidence)}`
        : `Nothing proves that only ${jurisdiction.name} can connect to ${block.address}: ${lowered(evidence)}`,
      fix,
    },
  ];
}

/** A pointer leads into the file of the block that is judged. */
function at(
  source: Source | undefined,
  block: Block,
): { readonly path: string; readonly value: string } {
  return source !== undefined && source.block.file === block.file
    ? { path: source.pointer, value: source.value }
    : { path: block.pointer, value: "" };
}

/** Sentences follow a colon here; names of resources keep their case anyway. */
function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
