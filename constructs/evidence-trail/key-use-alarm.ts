import { MonitoringAlarm } from "@cdktf/provider-oci/lib/monitoring-alarm";
import { SchServiceConnector } from "@cdktf/provider-oci/lib/sch-service-connector";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { ServicePolicies } from "../service-policies";
import { postMetricsStatement } from "./statements";

/** Namespace and metric that the uses of keys are counted in. */
export const KEY_USE_NAMESPACE = "onshore_key_use";
export const KEY_USE_METRIC = "KeyUse";

export interface KeyUseAlarmProps {
  readonly compartmentId: string;
  readonly region: Region;
  readonly logGroupId: string;
  /** The logs of key use. */
  readonly logIds: readonly string[];
  readonly topicId: string;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/**
 * Counts each use of a key, by key, operation and status, and raises an alarm for a refused one.
 *
 * The count is a metric, since OCI has no alarm over log entries.
 */
export class KeyUseAlarm extends Construct {
  constructor(scope: Construct, id: string, props: KeyUseAlarmProps) {
    super(scope, id);
    const provider = GuardedStack.guarding(this).providerFor(props.region);
    const tags = props.freeformTags === undefined ? {} : { freeformTags: props.freeformTags };
    const mayPost = ServicePolicies.of(this).allow(
      postMetricsStatement(
        { connectorCompartmentId: props.compartmentId, region: props.region },
        props.compartmentId,
        KEY_USE_NAMESPACE,
      ),
    );
    new SchServiceConnector(this, "connector", {
      provider,
      compartmentId: props.compartmentId,
      displayName: "key-use",
      description: "Counts the uses of keys",
      source: {
        kind: "logging",
        logSources: props.logIds.map((logId) => ({
          compartmentId: props.compartmentId,
          logGroupId: props.logGroupId,
          logId,
        })),
      },
      target: {
        kind: "monitoring",
        compartmentId: props.compartmentId,
        metric: KEY_USE_METRIC,
        metricNamespace: KEY_USE_NAMESPACE,
        dimensions: [
          dimension("key", "logContent.subject"),
          dimension("action", "logContent.data.requestAction"),
          dimension("statusCode", "logContent.data.statusCode"),
        ],
      },
      ...tags,
      dependsOn: [mayPost],
    });
    new MonitoringAlarm(this, "refused", {
      provider,
      compartmentId: props.compartmentId,
      metricCompartmentId: props.compartmentId,
      displayName: "Key use refused",
      body: "Somebody or something tried to use a key and was refused. The log of key use says who.",
      isEnabled: true,
      namespace: KEY_USE_NAMESPACE,
      query: `${KEY_USE_METRIC}[1m]{statusCode =~ "4*|5*"}.grouping().count() > 0`,
      severity: "WARNING",
      messageFormat: "ONS_OPTIMIZED",
      destinations: [props.topicId],
      ...tags,
    });
  }
}

function dimension(name: string, path: string) {
  return { name, dimensionValue: { kind: "jmesPath", path } };
}
