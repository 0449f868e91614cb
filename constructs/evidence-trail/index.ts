export { EvidenceTrail } from "./evidence-trail";
export { KEY_USE_METRIC, KEY_USE_NAMESPACE } from "./key-use-alarm";
export type { KeyUseHours } from "./key-use-hours";
export { LogSource } from "./log-source";
export { type MailSubscriptionProps, Subscription } from "./subscription";
export type { EvidenceTrailProps } from "./trail-props";
export type { Watch } from "./watches";
