import type { Region } from "../../jurisdiction";

/**
 * What a connector may do: the principal is any connector of one compartment, in one region, since a
 * connector has no OCID before its policy is needed.
 *
 * Source: OCI documentation, "Connector Hub", "Access to Source, Task, and Target Services": the
 * conditions on the type and the compartment of the principal, and on the target.
 */
interface ConnectorScope {
  readonly connectorCompartmentId: string;
  readonly region: Region;
}

/** Writes objects into one bucket. */
export function archiveStatement(
  scope: ConnectorScope,
  bucketCompartmentId: string,
  bucketName: string,
): string {
  return statement(scope, "manage objects", bucketCompartmentId, [
    `target.bucket.name = '${bucketName}'`,
  ]);
}

/** Sends messages to the topics of a compartment. */
export function notifyStatement(scope: ConnectorScope, topicCompartmentId: string): string {
  return statement(scope, "use ons-topics", topicCompartmentId, []);
}

/** Posts to one namespace of metrics. */
export function postMetricsStatement(
  scope: ConnectorScope,
  metricCompartmentId: string,
  namespace: string,
): string {
  return statement(scope, "use metrics", metricCompartmentId, [
    `target.metrics.namespace = '${namespace}'`,
  ]);
}

function statement(
  { connectorCompartmentId, region }: ConnectorScope,
  grant: string,
  compartmentId: string,
  more: readonly string[],
): string {
  const conditions = [
    "request.principal.type = 'serviceconnector'",
    `request.principal.compartment.id = '${connectorCompartmentId}'`,
    `request.region = '${region.key}'`,
    ...more,
  ];
  return `Allow any-user to ${grant} in compartment id ${compartmentId} where all {${conditions.join(", ")}}`;
}
