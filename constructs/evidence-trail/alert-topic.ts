import { OnsNotificationTopic } from "@cdktf/provider-oci/lib/ons-notification-topic";
import { OnsSubscription } from "@cdktf/provider-oci/lib/ons-subscription";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { PropsError } from "../validation";
import type { Subscription } from "./subscription";

export interface AlertTopicProps {
  readonly compartmentId: string;
  readonly region: Region;
  /** Unique in the tenancy. */
  readonly name: string;
  readonly subscriptions: readonly Subscription[];
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/** The topic that alarms and watched acts are sent to, with whoever is told. */
export class AlertTopic extends Construct {
  readonly topicId: string;
  readonly resource: OnsNotificationTopic;

  /** @throws PropsError when nobody is told, or somebody whose place nothing tells */
  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id);
    if (props.subscriptions.length === 0) {
      throw new PropsError(scope, {
        prop: "subscriptions",
        got: [],
        because: "nobody would be told of what is watched",
        fix: "add a Subscription.function, .https or .mail",
      });
    }
    const provider = GuardedStack.guarding(this).providerFor(props.region);
    this.resource = new OnsNotificationTopic(this, "topic", {
      provider,
      compartmentId: props.compartmentId,
      name: props.name,
      description: "Acts and alarms that concern where data and keys lie",
      ...(props.freeformTags === undefined ? {} : { freeformTags: props.freeformTags }),
    });
    this.topicId = this.resource.id;
    for (const [index, subscription] of props.subscriptions.entries()) {
      subscription.check(scope, `subscriptions[${index}]`, props.region);
      new OnsSubscription(this, `subscription-${index + 1}`, {
        provider,
        compartmentId: props.compartmentId,
        topicId: this.topicId,
        protocol: subscription.protocol,
        endpoint: subscription.endpoint,
        freeformTags: { ...props.freeformTags, ...subscription.tags },
      });
    }
  }
}
