/**
 * What an argument carries to another place.
 *
 * - `region`: a region's id, key or name
 * - `place`: a zone of the resource's own region; the service refuses any other
 * - `key`: an encryption key, or where one is kept
 * - `secret`: a secret that the resource reads
 * - `source`: where data comes from
 * - `image`: where software comes from
 * - `destination`: where data goes
 * - `replica`, `backup`, `log`: where a copy of that kind goes
 * - `group`: a group whose members, in any region, hold copies of one another's data
 * - `model`: a model, which is sent what it answers
 * - `peer`: the other side of a connection that data crosses both ways
 * - `endpoint`: an address that data is sent to
 * - `address`: the address of something outside the cloud, which no configuration can place
 * - `identity`: who may act
 * - `statement`: a policy, which rules of its own read
 * - `none`: reviewed, and carries nothing to another place
 */
export type FlowClass =
  | "region"
  | "place"
  | "key"
  | "secret"
  | "source"
  | "image"
  | "destination"
  | "replica"
  | "backup"
  | "log"
  | "group"
  | "model"
  | "peer"
  | "endpoint"
  | "address"
  | "identity"
  | "statement"
  | "none";

/** What a value of a class must show. */
export interface FlowPolicy {
  /** How messages speak of the counterpart. */
  readonly noun: string;
  /** True where a value that nothing tells lets data, or the keys to it, leave. */
  readonly mustBeProven: boolean;
}

/** What each class that is judged demands; the others are judged elsewhere or not at all. */
export const FLOW_POLICIES: Readonly<Partial<Record<FlowClass, FlowPolicy>>> = {
  region: { noun: "a region", mustBeProven: true },
  place: { noun: "a zone", mustBeProven: false },
  key: { noun: "an encryption key", mustBeProven: true },
  secret: { noun: "a secret", mustBeProven: false },
  source: { noun: "a source of data", mustBeProven: false },
  image: { noun: "software", mustBeProven: false },
  destination: { noun: "a destination of data", mustBeProven: true },
  replica: { noun: "a replica", mustBeProven: true },
  backup: { noun: "a backup", mustBeProven: true },
  log: { noun: "a destination of logs", mustBeProven: true },
  group: { noun: "a group that shares data", mustBeProven: true },
  model: { noun: "a model that is sent data", mustBeProven: true },
  peer: { noun: "a peer", mustBeProven: true },
  endpoint: { noun: "an address that data is sent to", mustBeProven: true },
};
