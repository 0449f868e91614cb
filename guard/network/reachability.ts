/**
 * What can be said of a way into or out of a subnet, or of a subnet as a whole.
 *
 * - `closed`: there is none
 * - `inside`: to networks of the input that are joined in the same region
 * - `cloud-services-only`: to services of the cloud in the subnet's own region
 * - `peered-inside`: to a network, not in the input or in another region, that lies inside
 * - `through-waf`: from the internet, by a web application firewall that admits allowed countries only
 * - `unproven`: nothing proves where it leads
 * - `open`: to or from the internet, or a place outside
 */
export type Verdict =
  | "closed"
  | "inside"
  | "cloud-services-only"
  | "peered-inside"
  | "through-waf"
  | "unproven"
  | "open";

/** One station of a path, in the order in which traffic passes it. */
export interface Hop {
  readonly stack: string;
  /** Terraform address; `internet` for the internet. */
  readonly address: string;
  /** What lets the traffic pass here, as one sentence. */
  readonly says: string;
}

/** One way into or out of a subnet. */
export interface Path {
  readonly verdict: Exclude<Verdict, "closed">;
  readonly hops: readonly Hop[];
  /** Why the verdict, as one sentence. */
  readonly evidence: string;
}

/** The ways into and out of one subnet. Plain data. */
export interface ReachabilityProof {
  readonly stack: string;
  /** Terraform address of the subnet. */
  readonly address: string;
  readonly constructPath?: string;
  /**
   * `edge` where load balancers, firewalls and the like stand in it and nothing else does; `data` for
   * every other subnet, whatever is known of it.
   */
  readonly role: "data" | "edge";
  /** The worst of its paths; `closed` where there are none. */
  readonly verdict: Verdict;
  readonly inbound: readonly Path[];
  readonly outbound: readonly Path[];
  /** Sentences: why the role, and why there is no path where there is none. */
  readonly evidence: readonly string[];
}

const RANK: Readonly<Record<Verdict, number>> = {
  closed: 0,
  inside: 1,
  "cloud-services-only": 2,
  "peered-inside": 3,
  "through-waf": 4,
  unproven: 5,
  open: 6,
};

export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = "closed";
  for (const verdict of verdicts) {
    if (RANK[verdict] > RANK[worst]) {
      worst = verdict;
    }
  }
  return worst;
}

export function isWorse(a: Verdict, b: Verdict): boolean {
  return RANK[a] > RANK[b];
}
