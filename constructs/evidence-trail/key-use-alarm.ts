import { MonitoringAlarm } from "@cdktf/provider-oci/lib/monitoring-alarm";
import { MonitoringAlarmSuppressionA } from "@cdktf/provider-oci/lib/monitoring-alarm-suppression";
import { SchServiceConnector } from "@cdktf/provider-oci/lib/sch-service-connector";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { ServicePolicies } from "../service-policies";
import { type KeyUseHours, toSuppression } from "./key-use-hours";
import { postMetricsStatement } from "./statements";

/** Namespace of the metric that uses of keys are counted in. */
export const KEY_USE_NAMESPACE = "onshore_key_use";

/** Name of that metric. */
export const KEY_USE_METRIC = "KeyUse";

export interface KeyUseAlarmProps {
  readonly compartmentId: string;
  readonly region: Region;
  readonly logGroupId: string;
  /** The logs of key use. */
  readonly logIds: readonly string[];
  readonly topicId: string;
  /** Hours outside which every use raises an alarm. */
  readonly hours: KeyUseHours | undefined;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/**
 * Counts each use of a key, by key, operation, principal and status, and raises an alarm for a refused
 * one, and for one outside the declared hours.
 *
 * The count is a metric, since OCI has no alarm over log entries. Source: OCI documentation, "Details for
 * Key Management" of the Logging service, for the fields of an entry.
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
          dimension("principal", "logContent.data.principalId"),
          dimension("statusCode", "logContent.data.statusCode"),
        ],
      },
      ...tags,
      dependsOn: [mayPost],
    });
    const alarm = (id: string, displayName: string, body: string, dimensions: string) =>
      new MonitoringAlarm(this, id, {
        provider,
        compartmentId: props.compartmentId,
        metricCompartmentId: props.compartmentId,
        displayName,
        body,
        isEnabled: true,
        namespace: KEY_USE_NAMESPACE,
        query: `${KEY_USE_METRIC}[1m]${dimensions}.grouping().count() > 0`,
        severity: "WARNING",
        messageFormat: "ONS_OPTIMIZED",
        destinations: [props.topicId],
        ...tags,
      });
    alarm(
      "refused",
      "Key use refused",
      "Somebody or something tried to use a key and was refused. The log of key use says who.",
      '{statusCode =~ "4*|5*"}',
    );
    if (props.hours === undefined) {
      return;
    }
    const suppression = toSuppression(scope, "keyUseHours", props.hours);
    const outside = alarm(
      "outside-hours",
      "Key used outside the declared hours",
      "Somebody or something used a key at a time that is not declared for it. The log of key use says who.",
      props.hours.whose === "everyone" ? "" : `{principal =~ "${USERS.join("|")}"}`,
    );
    new MonitoringAlarmSuppressionA(this, "hours", {
      provider,
      displayName: "Hours in which keys are used",
      description: "The alarm tells of uses outside these hours only",
      alarmSuppressionTarget: { targetType: "ALARM", alarmId: outside.id },
      level: "ALARM",
      timeSuppressFrom: suppression.timeSuppressFrom,
      timeSuppressUntil: suppression.timeSuppressUntil,
      suppressionConditions: [
        {
          conditionType: "RECURRENCE",
          suppressionRecurrence: suppression.recurrence,
          suppressionDuration: suppression.duration,
        },
      ],
      ...tags,
    });
  }
}

/** OCIDs of users, of a domain's and of an identity provider's. */
const USERS = ["ocid1.user.*", "ocid1.saml2idp.*"];

function dimension(name: string, path: string) {
  return { name, dimensionValue: { kind: "jmesPath", path } };
}
