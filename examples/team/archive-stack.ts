import { MonitoringAlarm } from "@cdktf/provider-oci/lib/monitoring-alarm";
import { OnsNotificationTopic } from "@cdktf/provider-oci/lib/ons-notification-topic";
import type { Construct } from "constructs";
import { GuardedStack, type GuardedStackProps, RegionLockedBucket, SovereignVault } from "onshore";

export interface ArchiveStackProps extends GuardedStackProps {
  /** OCID of the compartment that everything is made in. */
  readonly compartmentId: string;
}

/** Letters that are kept for seven years, and an alarm when somebody cannot read them. */
export class ArchiveStack extends GuardedStack {
  readonly topic: OnsNotificationTopic;

  constructor(scope: Construct, id: string, props: ArchiveStackProps) {
    super(scope, id, props);
    const { compartmentId } = props;
    const vault = new SovereignVault(this, "vault", { compartmentId, displayName: "archive" });
    const letters = new RegionLockedBucket(this, "letters", {
      compartmentId,
      namespace: "ns",
      name: "letters",
      key: vault.addKey("storage"),
      retentionRules: [{ displayName: "seven-years", timeAmount: 7, timeUnit: "YEARS" }],
    });

    // Resources of the provider itself: the guard judges them like any other.
    const provider = this.providerFor(this.region);
    this.topic = new OnsNotificationTopic(this, "operators", {
      provider,
      compartmentId,
      name: "archive-operators",
    });
    new MonitoringAlarm(this, "errors", {
      provider,
      compartmentId,
      metricCompartmentId: compartmentId,
      displayName: `errors of ${letters.bucketName}`,
      namespace: "oci_objectstorage",
      query: "ClientErrors[5m].sum() > 10",
      severity: "WARNING",
      isEnabled: true,
      destinations: [this.topic.id],
    });
  }
}
