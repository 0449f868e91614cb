import type { Block, Stack } from "../../../guard/model/block";
import { type Cidr, parseCidr } from "../../../guard/network/cidr";
import { CidrIndex } from "../../../guard/network/cidr-index";
import { admitsRange, admitsServices, Exposures } from "../../../guard/network/exposure";
import type { Admission, Direction, Filter, Network, Peer } from "../../../guard/network/graph";

const stack = { name: "net" } as Stack;
const block = { address: "aws_x.y", file: "net.tf.json", pointer: "/x" } as Block;

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (parsed === undefined) {
    throw new Error(text);
  }
  return parsed;
}

const PEERS: Readonly<Record<string, Peer>> = {
  network: { kind: "network", block },
  group: { kind: "group", block },
  services: { kind: "services", label: "services", status: "inside" },
  unknown: { kind: "unknown", reason: "var.x is not declared" },
};

function admission(direction: Direction, peer: string): Admission {
  return {
    direction,
    peer: PEERS[peer] ?? { kind: "range", range: cidr(peer) },
    located: { block, stack },
    rule: { value: { at: peer }, pointer: "/x/rule" },
    argument: "at",
  };
}

/** `list: in 0.0.0.0/0, out services`: a filter of that name, and what it admits. */
function filter(text: string): Filter {
  const [name = "", rules = ""] = text.split(": ");
  return {
    name,
    admissions: rules
      .split(", ")
      .filter((rule) => rule !== "")
      .map((rule) => {
        const [direction, peer = ""] = rule.split(" ");
        return admission(direction === "in" ? "ingress" : "egress", peer);
      }),
  };
}

const layersOf = (layers: readonly (readonly string[])[]) => layers.map((each) => each.map(filter));

function exposures(): Exposures {
  const own = new CidrIndex<Network>();
  own.add(cidr("198.51.100.0/24"), { block, stack, cidrs: [], isWhole: true });
  return new Exposures(own);
}

function exposed(
  layers: readonly (readonly string[])[],
  range?: string,
  direction: Direction = "ingress",
) {
  const found = exposures().toInternet(
    layersOf(layers),
    direction,
    range === undefined ? undefined : cidr(range),
  );
  return found.status === "closed"
    ? `closed: ${found.says}`
    : `${found.status} at ${found.source.value}: ${found.says}`;
}

describe("to the internet", () => {
  test.each<[readonly (readonly string[])[], string | undefined, string]>([
    [[["a: in 0.0.0.0/0"]], undefined, "open at 0.0.0.0/0: a admits traffic from 0.0.0.0/0."],
    [[["a: in 0.0.0.0/0"]], "0.0.0.0/0", "open at 0.0.0.0/0: a admits traffic from 0.0.0.0/0."],
    [[["a: in ::/0"]], undefined, "open at ::/0: a admits traffic from ::/0."],
    [
      [["a: in 0.0.0.0/0"]],
      "203.0.113.0/24",
      "unproven at 0.0.0.0/0: a admits traffic from 203.0.113.0/24, and nothing tells where those addresses are.",
    ],
    [
      [["a: in 203.0.113.0/24"]],
      undefined,
      "unproven at 203.0.113.0/24: a admits traffic from 203.0.113.0/24, and nothing tells where those addresses are.",
    ],
    [
      [["a: in unknown"]],
      undefined,
      "unproven at unknown: What a admits traffic from is not known: var.x is not declared.",
    ],
    [
      [["a: in unknown, in 203.0.113.0/24"]],
      undefined,
      "unproven at unknown: What a admits traffic from is not known: var.x is not declared.",
    ],
    // The worst of one layer counts: one filter of it is enough.
    [
      [["a: in unknown, in 10.0.0.0/8", "b: in 203.0.113.0/24, in 0.0.0.0/0"]],
      undefined,
      "open at 0.0.0.0/0: b admits traffic from 0.0.0.0/0.",
    ],
    // Every layer must admit it: the narrowest counts.
    [
      [["a: in 0.0.0.0/0"], ["b: in ::/0"]],
      undefined,
      "open at 0.0.0.0/0: a admits traffic from 0.0.0.0/0.",
    ],
    [
      [["a: in 0.0.0.0/0"], ["b: in 203.0.113.0/24"]],
      undefined,
      "unproven at 203.0.113.0/24: b admits traffic from 203.0.113.0/24, and nothing tells where those addresses are.",
    ],
    [
      [["a: in 203.0.113.0/24"], ["b: in 0.0.0.0/0"]],
      undefined,
      "unproven at 203.0.113.0/24: a admits traffic from 203.0.113.0/24, and nothing tells where those addresses are.",
    ],
    [
      [["a: in 0.0.0.0/0"], ["b: in 10.0.0.0/8", "c: "]],
      undefined,
      "closed: No rule of b, c admits traffic from the internet.",
    ],
    // nothing of the internet
    [[["a: in 10.0.0.0/8"]], undefined, "closed: No rule of a admits traffic from the internet."],
    [[["a: in 0.0.0.0/0"]], "10.0.0.0/8", "closed: No rule of a admits traffic from the internet."],
    [[["a: in 0.0.0.0/0"]], "::/0", "closed: No rule of a admits traffic from the internet."],
    [
      [["a: in network, in group, in services"]],
      undefined,
      "closed: No rule of a admits traffic from the internet.",
    ],
    [[["a: out 0.0.0.0/0"]], undefined, "closed: No rule of a admits traffic from the internet."],
    [
      [["a: in 198.51.100.0/25"]],
      undefined,
      "closed: No rule of a admits traffic from the internet.",
    ],
    [
      [["a: ", "b: ", "c: ", "d: "]],
      undefined,
      "closed: No rule of a, b, c admits traffic from the internet.",
    ],
    [[[]], undefined, "closed: No security rule admits traffic from the internet."],
    [[], undefined, "closed: No security rule admits traffic from the internet."],
  ])("the layers %j with addresses in %s are %s", (layers, range, expected) => {
    expect(exposed(layers, range)).toBe(expected);
  });

  test.each<[readonly (readonly string[])[], string]>([
    [[["a: out 0.0.0.0/0"]], "open at 0.0.0.0/0: a admits traffic to 0.0.0.0/0."],
    [
      [["a: out 203.0.113.0/24"]],
      "unproven at 203.0.113.0/24: a admits traffic to 203.0.113.0/24, and nothing tells where those addresses are.",
    ],
    [
      [["a: out unknown"]],
      "unproven at unknown: What a admits traffic to is not known: var.x is not declared.",
    ],
    [[["a: in 0.0.0.0/0"]], "closed: No rule of a admits traffic to the internet."],
    [[], "closed: No security rule admits traffic to the internet."],
  ])("the layers %j lead %s", (layers, expected) => {
    expect(exposed(layers, undefined, "egress")).toBe(expected);
  });

  test.each([
    ["203.0.113.0/24", true],
    ["0.0.0.0/0", true],
    ["198.51.100.0/24", false],
    ["198.51.100.7/32", false],
    ["198.51.0.0/16", true],
    ["10.0.0.0/8", false],
  ])("%s has addresses of the internet that no network of the input has: %s", (range, expected) => {
    expect(exposures().isInternet(cidr(range))).toBe(expected);
  });
});

describe("traffic", () => {
  test.each<[readonly (readonly string[])[], string | undefined, boolean]>([
    [[["a: in 10.0.0.0/8"]], "10.1.0.0/16", true],
    [[["a: in 10.1.0.0/16"]], "10.0.0.0/8", true],
    [[["a: in 10.1.0.0/16"]], undefined, true],
    [[["a: in 10.1.0.0/16"]], "10.2.0.0/16", false],
    [[["a: in unknown"]], "10.2.0.0/16", true],
    [[["a: in network"]], "10.2.0.0/16", true],
    [[["a: in group"]], "10.2.0.0/16", false],
    [[["a: in services"]], undefined, false],
    [[["a: out 10.0.0.0/8"]], "10.1.0.0/16", false],
    [[["a: in 10.0.0.0/8, out 10.0.0.0/8"]], "10.1.0.0/16", true],
    [[["a: ", "b: in 10.0.0.0/8"]], "10.1.0.0/16", true],
    [[["a: in 10.0.0.0/8"], ["b: "]], "10.1.0.0/16", false],
    [[["a: in 10.0.0.0/8"], ["b: in unknown"]], "10.1.0.0/16", true],
    [[[]], "10.1.0.0/16", false],
  ])("is admitted by the layers %j from %s: %s", (layers, range, expected) => {
    const parsed = range === undefined ? undefined : cidr(range);
    expect(admitsRange(layersOf(layers), "ingress", parsed)).toBe(expected);
  });

  test.each<[readonly (readonly string[])[], boolean]>([
    [[["a: out services"]], true],
    [[["a: out unknown"]], true],
    [[["a: out 0.0.0.0/0"]], true],
    [[["a: out 134.70.0.0/16"]], true],
    [[["a: out 10.0.0.0/8"]], false],
    [[["a: out network"]], false],
    [[["a: in services"]], false],
    [[["a: in services, out services"]], true],
    [[["a: ", "b: out services"]], true],
    [[["a: out services"], ["b: "]], false],
    [[[]], false],
  ])("is admitted by the layers %j to services: %s", (layers, expected) => {
    expect(admitsServices(layersOf(layers))).toBe(expected);
  });
});
