import { EventsRule } from "@cdktf/provider-oci/lib/events-rule";
import { LoggingLog } from "@cdktf/provider-oci/lib/logging-log";
import { LoggingLogGroup } from "@cdktf/provider-oci/lib/logging-log-group";
import { MonitoringAlarm } from "@cdktf/provider-oci/lib/monitoring-alarm";
import { SchServiceConnector } from "@cdktf/provider-oci/lib/sch-service-connector";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { RegionLockedBucket } from "../region-locked-bucket";
import { claimServiceLog } from "../service-logs";
import { ServicePolicies } from "../service-policies";
import { AlertTopic } from "./alert-topic";
import { checkTrailProps, watchesOf } from "./check-props";
import { KeyUseAlarm } from "./key-use-alarm";
import { LogSource } from "./log-source";
import { archiveStatement, notifyStatement } from "./statements";
import type { EvidenceTrailProps } from "./trail-props";
import { AUDITED_OPERATIONS, auditFilter, EVENT_TYPES, type Watch } from "./watches";

/**
 * What is recorded of an estate, kept where nobody can change it, and told to whoever must know: the
 * audit log and service logs go to a locked bucket, acts that concern where data and keys lie to a
 * topic. All of it lies in the stack's region.
 */
export class EvidenceTrail extends Construct {
  readonly region: Region;
  /** What is watched. */
  readonly watches: readonly Watch[];
  /** OCID of the log group, or its token. */
  readonly logGroupId: string;
  /** OCID of the topic, or its token: for alarms of your own. */
  readonly topicId: string;
  /** The archive. */
  readonly archive: RegionLockedBucket;

  private readonly provider: TerraformProvider;
  private readonly props: EvidenceTrailProps;
  private readonly stack: GuardedStack;

  /**
   * @throws PropsError when a source or the key lies in another region, when somebody is told whose
   *   place nothing tells, when a watch needs the home region, and for what OCI would refuse
   */
  constructor(scope: Construct, id: string, props: EvidenceTrailProps) {
    super(scope, id);
    this.stack = GuardedStack.guarding(this);
    this.props = props;
    this.region = this.stack.region;
    checkTrailProps(this, props);
    this.watches = watchesOf(this, props);
    this.provider = this.stack.providerFor(this.region);
    this.archive = this.addArchive();
    this.topicId = new AlertTopic(this, "alerts", {
      compartmentId: props.compartmentId,
      region: this.region,
      name: `${this.name}-alerts`,
      subscriptions: props.subscriptions,
      freeformTags: props.freeformTags,
    }).topicId;
    this.logGroupId = this.addLogGroup().id;
    for (const [log, source] of Object.entries(props.logs ?? {})) {
      this.addLog(log, source);
    }
    this.addKeyUse();
    this.addArchiving();
    this.addWatches();
  }

  /**
   * Records what `source` logs; the archive takes it, as it does all logs of the group.
   *
   * @param name unique in the trail
   * @throws PropsError when the source lies in another region, and when something else of the app
   *   records it, as a bucket with an `accessLog` does
   */
  addLog(name: string, source: LogSource): LoggingLog {
    source.check(this, `logs.${name}`, this.region);
    claimServiceLog(this, `logs.${name}`, source);
    return new LoggingLog(this, `log-${name}`, {
      provider: this.provider,
      logGroupId: this.logGroupId,
      displayName: name,
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: this.props.logRetentionDays ?? 90,
      configuration: {
        source: {
          sourceType: "OCISERVICE",
          service: source.service,
          category: source.category,
          resource: source.resource,
          ...(source.parameters === undefined ? {} : { parameters: { ...source.parameters } }),
        },
      },
      ...this.tags,
      lifecycle: { preventDestroy: this.props.deletionProtection ?? true },
    });
  }

  /** Beginning of the names of what a trail makes: topics are unique in a tenancy and region. */
  private get name(): string {
    return `${this.stack.node.id}-${this.node.id}`;
  }

  private get tags() {
    const { freeformTags } = this.props;
    return freeformTags === undefined ? {} : { freeformTags: { ...freeformTags } };
  }

  private get connectorScope() {
    return { connectorCompartmentId: this.props.compartmentId, region: this.region };
  }

  private addArchive(): RegionLockedBucket {
    const { props } = this;
    return new RegionLockedBucket(this, "archive", {
      compartmentId: props.compartmentId,
      namespace: props.namespace,
      name: props.bucketName,
      key: props.key,
      retentionRules: [
        { displayName: "evidence", timeAmount: props.retentionDays, lockFrom: props.lockFrom },
      ],
      ...(props.replicaRegion === undefined ? {} : { replicaRegion: props.replicaRegion }),
      ...(props.replicaBucketName === undefined
        ? {}
        : { replicaBucketName: props.replicaBucketName }),
      ...(props.deletionProtection === undefined
        ? {}
        : { deletionProtection: props.deletionProtection }),
      ...this.tags,
    });
  }

  private addLogGroup(): LoggingLogGroup {
    return new LoggingLogGroup(this, "log-group", {
      provider: this.provider,
      compartmentId: this.props.compartmentId,
      displayName: this.name,
      description: "Evidence of who reached and changed what",
      ...this.tags,
      lifecycle: { preventDestroy: this.props.deletionProtection ?? true },
    });
  }

  private get auditSources() {
    const { tenancyOcid } = this.stack;
    return (this.props.auditCompartmentIds ?? [tenancyOcid]).map((compartmentId) => ({
      compartmentId,
      logGroupId: compartmentId === tenancyOcid ? "_Audit_Include_Subcompartment" : "_Audit",
    }));
  }

  private addArchiving(): void {
    const { props } = this;
    const mayWrite = ServicePolicies.of(this).allow(
      archiveStatement(this.connectorScope, props.compartmentId, props.bucketName),
    );
    new SchServiceConnector(this, "archiving", {
      provider: this.provider,
      compartmentId: props.compartmentId,
      displayName: `${this.name}-archiving`,
      description: "Copies the audit log and the service logs to the archive",
      source: {
        kind: "logging",
        logSources: [
          ...this.auditSources,
          { compartmentId: props.compartmentId, logGroupId: this.logGroupId },
        ],
      },
      target: {
        kind: "objectStorage",
        namespace: props.namespace,
        bucket: this.archive.resource.name,
        objectNamePrefix: "logs",
      },
      ...this.tags,
      dependsOn: [mayWrite],
    });
    new MonitoringAlarm(this, "archiving-fails", {
      provider: this.provider,
      compartmentId: props.compartmentId,
      metricCompartmentId: props.compartmentId,
      displayName: `${this.name}: evidence is not archived`,
      body: "A connector reports errors: logs or alerts of this trail do not arrive. Connector Hub keeps its source's entries for a limited time.",
      isEnabled: true,
      namespace: "oci_service_connector_hub",
      query: "ServiceConnectorHubErrors[1m].sum() > 0",
      severity: "CRITICAL",
      messageFormat: "ONS_OPTIMIZED",
      destinations: [this.topicId],
      ...this.tags,
    });
  }

  private addKeyUse(): void {
    const { keyUseOf = [], keyUseHours, compartmentId, freeformTags } = this.props;
    if (keyUseOf.length === 0) {
      return;
    }
    new KeyUseAlarm(this, "key-use", {
      compartmentId,
      region: this.region,
      logGroupId: this.logGroupId,
      logIds: keyUseOf.map(
        (vault, index) => this.addLog(`key-use-${index + 1}`, LogSource.keyUse(vault)).id,
      ),
      topicId: this.topicId,
      hours: keyUseHours,
      freeformTags,
    });
  }

  private addWatches(): void {
    for (const watch of this.watches) {
      if (watch === "ways-out") {
        this.addAuditWatch();
        continue;
      }
      new EventsRule(this, `watch-${watch}`, {
        provider: this.provider,
        compartmentId: this.props.eventCompartmentId ?? this.stack.tenancyOcid,
        displayName: `${this.name}-${watch}`,
        isEnabled: true,
        condition: JSON.stringify({ eventType: EVENT_TYPES[watch] }),
        actions: {
          actions: [{ actionType: "ONS", isEnabled: true, topicId: this.topicId }],
        },
        ...this.tags,
      });
    }
  }

  private addAuditWatch(): void {
    const { compartmentId } = this.props;
    const maySend = ServicePolicies.of(this).allow(
      notifyStatement(this.connectorScope, compartmentId),
    );
    new SchServiceConnector(this, "watch-ways-out", {
      provider: this.provider,
      compartmentId,
      displayName: `${this.name}-ways-out`,
      description: "Tells of acts that the audit log alone knows",
      source: { kind: "logging", logSources: this.auditSources },
      tasks: [{ kind: "logRule", condition: auditFilter(AUDITED_OPERATIONS) }],
      target: { kind: "notifications", topicId: this.topicId },
      ...this.tags,
      dependsOn: [maySend],
    });
  }
}
