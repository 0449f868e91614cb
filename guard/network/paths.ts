import { MAX_LISTED } from "./entrance-index";
import type { Exit } from "./exits";
import { admitsRange, admitsServices } from "./exposure";
import type { Subnet } from "./graph";
import { enumerate } from "./names";
import { type Hop, isWorse, type Path } from "./reachability";
import { hopOf, INTERNET } from "./stations";
import type { Tools } from "./tools";

/** Paths of one kind that a proof lists; the worst come first. */
const MAX_PATHS = 20;

interface Paths {
  readonly paths: readonly Path[];
  /** Sentences about paths that there are not. */
  readonly says: readonly string[];
}

/**
 * A subnet is an edge subnet where its residents show it: load balancers, firewalls, gateways, and
 * nothing else. An empty one shows nothing.
 */
export function roleOf({ residents, block }: Subnet): {
  readonly role: "data" | "edge";
  readonly says: string;
} {
  if (residents.length === 0) {
    return {
      role: "data",
      says: `Nothing in the input stands in ${block.address}, so that it counts as a data subnet.`,
    };
  }
  const data = residents.filter(({ isEdge }) => !isEdge);
  const names = (list: typeof residents) =>
    enumerate(list.map((each) => each.block.address).sort());
  return data.length > 0
    ? {
        role: "data",
        says: `${names(data)} ${data.length === 1 ? "stands" : "stand"} in ${block.address}.`,
      }
    : { role: "edge", says: `Nothing but ${names(residents)} stands in ${block.address}.` };
}

export function inboundPaths(subnet: Subnet, role: "data" | "edge", tools: Tools): Paths {
  const { layers } = subnet;
  const exits = tools.directs.exitsOf(subnet);
  const entrances = tools.index.admittedBy(subnet, layers.at(-1) ?? []);
  const direct = role === "data" ? tools.directs.of(subnet, layers) : undefined;
  if (exits.length === 0 && entrances.length === 0 && direct?.status === "closed") {
    // Most subnets of an input that holds no gateway: nothing leads in.
    return { paths: NO_PATHS, says: [direct.says] };
  }
  const end = hopOf(subnet, "Its security rules admit the traffic.");
  const paths: Path[] = [];
  const says: string[] = [];
  if (entrances.length >= MAX_LISTED) {
    says.push(`Of what the internet can connect to, the worst ${MAX_LISTED} are listed.`);
  }
  for (const entrance of entrances) {
    const { verdict, evidence, hops } = entrance;
    paths.push({ verdict, evidence, hops: [...hops, end] });
  }
  if (direct !== undefined) {
    if (direct.status === "closed") {
      says.push(direct.says);
    } else {
      paths.push({
        verdict: direct.status,
        hops: [...(direct.hops.length === 0 ? [INTERNET] : [...direct.hops].reverse()), end],
        evidence: direct.says,
      });
    }
  }
  for (const exit of exits) {
    const isJoint = exit.to === "network" || exit.to === "peer";
    if (isJoint && admitsRange(layers, "ingress", exit.range)) {
      paths.push(pathOf(exit, [...[...exit.hops].reverse(), end]));
    }
  }
  return { paths: listed(paths), says: says.sort() };
}

export function outboundPaths(subnet: Subnet, role: "data" | "edge", tools: Tools): Paths {
  const exits = tools.directs.exitsOf(subnet);
  if (exits.length === 0) {
    return { paths: NO_PATHS, says: [noRoute(subnet)] };
  }
  const start = hopOf(subnet, "Its security rules admit the traffic.");
  const paths: Path[] = [];
  const says: string[] = [];
  for (const exit of exits) {
    const judged = judgeExit(exit, subnet, role, tools);
    if (judged.path !== undefined) {
      paths.push({ ...judged.path, hops: [start, ...exit.hops] });
    } else {
      says.push(judged.says);
    }
  }
  return { paths: listed(paths), says: [...new Set(says)].sort() };
}

function noRoute({ tables }: Subnet): string {
  return `No route of ${enumerate(tables.map(({ name }) => name))} leads out of its network.`;
}

/** Whether an exit of a subnet's route tables is a way out of the subnet. */
export function judgeExit(
  exit: Exit,
  subnet: Subnet,
  role: "data" | "edge",
  { exposures }: Tools,
): { readonly path: Path } | { readonly path?: undefined; readonly says: string } {
  const { layers } = subnet;
  if (exit.to === "internet") {
    if (exit.isDirect && subnet.publicAddresses === "prohibited") {
      return { says: subnet.publicSays };
    }
    if (exit.isDirect && role === "edge") {
      return { says: "What stands in it answers the internet, and opens no connection to it." };
    }
    const exposure = exposures.toInternet(layers, "egress", exit.range);
    if (exposure.status === "closed") {
      return { says: exposure.says };
    }
    const verdict = exposure.status === "open" ? exit.verdict : "unproven";
    return { path: { verdict, hops: exit.hops, evidence: `${exit.evidence} ${exposure.says}` } };
  }
  const isAdmitted =
    exit.to === "services" ? admitsServices(layers) : admitsRange(layers, "egress", exit.range);
  return isAdmitted
    ? { path: pathOf(exit, exit.hops) }
    : {
        says: `Its security rules admit no traffic to where ${exit.hops[0]?.address ?? "it"} leads.`,
      };
}

function pathOf({ verdict, evidence }: Exit, hops: readonly Hop[]): Path {
  return { verdict, evidence, hops };
}

const NO_PATHS: readonly Path[] = [];

function listed(paths: readonly Path[]): readonly Path[] {
  if (paths.length === 0) {
    return NO_PATHS;
  }
  // Then by what they say: the order of a file's keys must not show.
  const sorted = paths
    .map((path) => ({ path, says: saysOf(path) }))
    .sort((a, b) =>
      isWorse(a.path.verdict, b.path.verdict)
        ? -1
        : isWorse(b.path.verdict, a.path.verdict)
          ? 1
          : a.says < b.says
            ? -1
            : a.says > b.says
              ? 1
              : 0,
    );
  return sorted.slice(0, MAX_PATHS).map(({ path }) => path);
}

function saysOf({ hops, evidence }: Path): string {
  return [...hops.map(({ stack, address }) => `${stack}:${address}`), evidence].join(" ");
}
