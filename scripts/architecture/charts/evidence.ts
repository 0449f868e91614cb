import type { Architecture } from "../architecture";
import type { Resource } from "../blocks";
import { literalAt, textsAt } from "../json";
import { Drawing, groupBy } from "./drawing";

const ALONE = [
  "oci_logging_log_group",
  "oci_sch_service_connector",
  "oci_ons_notification_topic",
  "oci_ons_subscription",
  "oci_monitoring_alarm",
];

/** How OCI's audit log is named as a source of a connector; `_Include_Subcompartment` may follow. */
const AUDIT = "_Audit";

/** What is recorded in Oracle Cloud, where it goes, and who is told. */
export function evidenceChart(architecture: Architecture): string {
  const drawing = new Drawing(architecture, "LR");
  const { resources } = architecture;
  const logs = resources.of("oci_logging_log");
  addSources(drawing, logs);
  for (const [service, ofService] of groupBy(logs, serviceOf)) {
    for (const [, inOneStack] of groupBy(ofService, ({ stack }) => stack)) {
      const [first] = inOneStack;
      if (first !== undefined) {
        drawing.several(inOneStack, `logs ${service}`, drawing.stack(first), [`of ${service}`]);
      }
    }
  }
  for (const resource of resources.of(...ALONE)) {
    drawing.one(resource, drawing.stack(resource));
  }
  for (const [, rules] of groupBy(resources.of("oci_events_rule"), ({ stack }) => stack)) {
    const [first] = rules;
    if (first !== undefined) {
      drawing.several(rules, "event rules", drawing.stack(first), ["of audit events"]);
    }
  }
  addConnectors(drawing);
  drawing.connect();
  return drawing.toString();
}

function serviceOf({ body }: Resource): string {
  return literalAt(body, "configuration.source.service") ?? "";
}

/** What the logs are of: buckets, subnets, a vault. */
function addSources(drawing: Drawing, logs: readonly Resource[]): void {
  const { resources } = drawing.architecture;
  const sources = new Set(
    logs.flatMap((log) => resources.targets(log, "configuration.source.resource")),
  );
  for (const [type, ofType] of groupBy([...sources], ({ type }) => type)) {
    const [first] = ofType;
    if (first !== undefined) {
      drawing.several(ofType, type, drawing.stack(first));
    }
  }
}

/** What a connector reads or writes that is no resource of the estate, and its archive. */
function addConnectors(drawing: Drawing): void {
  const { resources } = drawing.architecture;
  for (const connector of resources.of("oci_sch_service_connector")) {
    const node = drawing.nodeOf(connector) ?? "";
    const within = drawing.stack(connector);
    for (const bucket of resources.targets(connector, "target.bucket")) {
      if (drawing.nodeOf(bucket) === undefined) {
        drawing.one(bucket, within);
      }
    }
    if (
      textsAt(connector.body, "source.log_sources.log_group_id").some((id) => id.startsWith(AUDIT))
    ) {
      const audit = `${connector.region} audit log`;
      drawing.other(audit, ["audit log of the tenancy"], drawing.region(connector.region), "box");
      drawing.chart.edge(audit, node);
    }
    const namespace = literalAt(connector.body, "target.metric_namespace");
    if (namespace !== undefined) {
      const metric = `${connector.stack} metric ${namespace}`;
      drawing.other(metric, [`metric ${literalAt(connector.body, "target.metric")}`], within);
      drawing.chart.edge(node, metric);
      for (const alarm of resources.of("oci_monitoring_alarm")) {
        if (literalAt(alarm.body, "namespace") === namespace) {
          drawing.chart.edge(metric, drawing.nodeOf(alarm) ?? "");
        }
      }
    }
  }
}
