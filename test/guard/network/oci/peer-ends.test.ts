import { DRG, onGateway, waysOut } from "./joined";

const RPC = "oci_core_remote_peering_connection";
const PHX = "ocid1.remotepeeringconnection.oc1.phx.aaaa";
const FRA = "ocid1.remotepeeringconnection.oc1.eu-frankfurt-1.aaaa";
const ANYWHERE = "ocid1.remotepeeringconnection.oc1..aaaa";
const UNSEEN = "a peer that is not in the input";

/** The one way out, by a peer that only `peer_id` and `peer_region_name` tell of. */
function way(peer_id: string, peer_region_name?: unknown) {
  const resources = onGateway("0.0.0.0/0", {
    [RPC]: { a: { drg_id: DRG, peer_id, peer_region_name } },
  });
  return waysOut(resources).map(({ verdict, hops, evidence }) => [verdict, hops[1], evidence]);
}
const hop = (name: string) => `${RPC}.a: It is peered with ${name}.`;
const open = (name: string) => [["open", hop(name), `The peer ${name} lies outside US.`]];
const inside = (name: string) => [
  [
    "peered-inside",
    hop(name),
    `The peer ${name} lies inside US; what it leads to is not in the input.`,
  ],
];
const unproven = (name: string) => [
  ["unproven", hop(name), `Nothing tells where the peer of ${RPC}.a lies.`],
];

describe("a peer that is not in the input", () => {
  test.each<[string, unknown, unknown]>([
    [PHX, undefined, inside(PHX)],
    [PHX, "us-phoenix-1", inside(PHX)],
    [PHX, "${var.region}", inside(PHX)],
    [ANYWHERE, "us-phoenix-1", inside(ANYWHERE)],
    [ANYWHERE, '${var.x ? "us-phoenix-1" : "us-ashburn-1"}', inside(ANYWHERE)],
    ["${var.peer}", "us-phoenix-1", inside(UNSEEN)],
  ])("%s of region %j lies inside", (peer, region, expected) => {
    expect(way(peer, region)).toEqual(expected);
  });

  test.each<[string, unknown, unknown]>([
    [FRA, undefined, open(FRA)],
    [FRA, "us-phoenix-1", open(FRA)],
    [PHX, "eu-frankfurt-1", open(PHX)],
    [ANYWHERE, "eu-frankfurt-1", open(ANYWHERE)],
    [ANYWHERE, '${var.x ? "us-phoenix-1" : "eu-frankfurt-1"}', open(ANYWHERE)],
    [ANYWHERE, '${var.x ? "mars-1" : "eu-frankfurt-1"}', open(ANYWHERE)],
    ["${var.peer}", "eu-frankfurt-1", open(UNSEEN)],
  ])("%s of region %j lies outside", (peer, region, expected) => {
    expect(way(peer, region)).toEqual(expected);
  });

  test.each<[string, unknown, unknown]>([
    [ANYWHERE, undefined, unproven(ANYWHERE)],
    [ANYWHERE, "${var.region}", unproven(ANYWHERE)],
    [ANYWHERE, "mars-1", unproven(ANYWHERE)],
    [ANYWHERE, '${var.x ? "us-phoenix-1" : "mars-1"}', unproven(ANYWHERE)],
    ["peer", undefined, unproven("peer")],
    ["${var.peer}", undefined, unproven(UNSEEN)],
  ])("%s of region %j lies where nothing tells", (peer, region, expected) => {
    expect(way(peer, region)).toEqual(expected);
  });
});
