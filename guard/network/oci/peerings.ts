import { own } from "../../json/json";
import type { Stack } from "../../model/block";
import { judge } from "../../rules/describe";
import type { BlockVerdict } from "../../rules/rule";
import type { Inventory, Located } from "../inventory";
import { targetName, written } from "../names";
import type { OciNetworks } from "./subnets";

type Found = readonly [stack: Stack, verdict: BlockVerdict];

/** What joins a VCN to networks that do not provably lie inside. */
export function ociPeerings(inventory: Inventory, networks: OciNetworks): readonly Found[] {
  return [
    ...inventory
      .of("oci_core_remote_peering_connection", "oci_core_local_peering_gateway")
      .flatMap((located) => ofPeering(located, inventory, networks)),
    ...inventory.of("oci_core_ipsec").map((located) => ofVpn(located)),
    ...inventory.of("oci_core_virtual_circuit").flatMap((located) => ofCircuit(located, inventory)),
    ...inventory
      .of("oci_core_drg_attachment")
      .flatMap((located) => ofAttachment(located, inventory, networks)),
  ];
}

/**
 * A peer that is named by a place outside, or by what nothing tells, is reported by argument-inside
 * and flow-inside at the same argument.
 */
function ofPeering(
  located: Located,
  inventory: Inventory,
  networks: OciNetworks,
): readonly Found[] {
  const { block, stack } = located;
  const peers = networks.routing.hubs.peersOf(located);
  const isLocal = block.type === "oci_core_local_peering_gateway";
  const what = isLocal ? "local peering gateway" : "remote peering connection";
  if (peers.length === 0) {
    return [
      found(located, {
        status: "unproven",
        path: block.pointer,
        value: "",
        message: `The ${what} ${block.address} waits for a peer that the input does not hold: nothing proves where that lies, or whose it is.`,
        fix: "Name its peer in peer_id, or check the stack that holds the peer in the same run.",
      }),
    ];
  }
  return peers.flatMap((peer): readonly Found[] => {
    if (peer.kind === "block") {
      const other = { block: peer.block, stack: peer.stack };
      const place = peer.block.kind === "resource" ? inventory.placeOf(other) : undefined;
      const isOutside = place?.status === "outside" && own(block.body, "peer_id") === undefined;
      return isOutside
        ? [
            found(located, {
              status: "outside",
              path: block.pointer,
              value: peer.block.address,
              message: `${peer.block.address} peers with ${block.address} from outside: ${place.evidence}.`,
              fix: "Peer with networks in allowed regions only.",
            }),
          ]
        : [];
    }
    const isReported = block.places.some(
      ({ evidence }) => judge(evidence.proof, inventory.jurisdiction) !== "inside",
    );
    return isReported || (peer.kind === "unknown" && !isLocal)
      ? []
      : [
          [
            stack,
            {
              block,
              status: peer.kind === "unknown" ? "unproven" : "note",
              path: `${block.pointer}/peer_id`,
              value: written(own(block.body, "peer_id")),
              message:
                peer.kind === "unknown"
                  ? `Nothing proves what network ${block.address} joins: ${peer.reason}.`
                  : `${block.address} joins a network of an allowed region that the input does not hold (${targetName(peer)}): what that leads to is not judged.`,
              fix: "Check the stack that holds the peer in the same run.",
            },
          ],
        ];
  });
}

function ofVpn(located: Located): Found {
  const { block } = located;
  return found(located, {
    status: "unproven",
    path: own(block.body, "cpe_id") === undefined ? block.pointer : `${block.pointer}/cpe_id`,
    value: written(own(block.body, "cpe_id")),
    message: `Nothing proves where the other end of the Site-to-Site VPN ${block.address} stands: an address of customer-premises equipment names no place.`,
    fix: "Waive it with where that equipment stands and who runs it.",
  });
}

function ofCircuit(located: Located, inventory: Inventory): readonly Found[] {
  const { block } = located;
  const types = inventory.texts(own(block.body, "type"), located);
  // A public circuit reaches Oracle's public services and no VCN.
  if (types?.length === 1 && types[0] === "PUBLIC") {
    return [];
  }
  return [
    found(located, {
      status: "unproven",
      path: block.pointer,
      value: "",
      message: `Nothing proves where the network behind the FastConnect virtual circuit ${block.address} stands: a circuit names where it enters the cloud, and no more.`,
      fix: "Waive it with where that network stands and who runs it.",
    }),
  ];
}

function ofAttachment(
  located: Located,
  inventory: Inventory,
  networks: OciNetworks,
): readonly Found[] {
  const { block } = located;
  if (networks.routing.hubs.networkTargets(located).length === 0) {
    return [];
  }
  return inventory.targets(located, "drg_id").flatMap((target) =>
    target.kind === "block" && target.block.kind === "resource"
      ? []
      : [
          found(located, {
            status: "unproven",
            path: `${block.pointer}/drg_id`,
            value: written(own(block.body, "drg_id")),
            message: `${block.address} attaches a VCN to a dynamic routing gateway that the input does not hold (${targetName(target)}): nothing proves what else hangs on it.`,
            fix: "Check the stack that makes the dynamic routing gateway in the same run.",
          }),
        ],
  );
}

function found({ block, stack }: Located, verdict: Omit<BlockVerdict, "block">): Found {
  return [stack, { block, ...verdict }];
}
