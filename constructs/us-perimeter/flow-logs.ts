import { LoggingLog } from "@cdktf/provider-oci/lib/logging-log";
import { LoggingLogGroup } from "@cdktf/provider-oci/lib/logging-log-group";
import { Construct } from "constructs";
import { claimServiceLog } from "../service-logs";
import type { FlowLogProps } from "./perimeter-props";
import { common, type Site, tagsOf } from "./site";

/** Longest retention of a log and its step, days. Source: OCI API, CreateLogDetails. */
export const RETENTION = { step: 30, max: 180, default: 90 } as const;

/** Logs of what passes, and of what is turned away, in one log group. */
export class PerimeterLogs extends Construct {
  readonly logGroupId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly site: Site,
    private readonly props: FlowLogProps,
  ) {
    super(scope, id);
    this.logGroupId = props.logGroupId ?? this.addGroup().id;
  }

  /**
   * Logs `category` of an Oracle service's resource.
   *
   * @throws PropsError where something else of the app records it
   */
  addLog(name: string, service: string, category: string, resourceId: string): void {
    const { site } = this;
    claimServiceLog(this, "flowLogs", { service, category, resource: resourceId });
    new LoggingLog(this, name, {
      provider: site.provider,
      ...tagsOf(site.freeformTags),
      logGroupId: this.logGroupId,
      displayName: `${site.name}-${name}`,
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: this.props.retentionDays ?? RETENTION.default,
      configuration: {
        compartmentId: site.compartmentId,
        source: { sourceType: "OCISERVICE", service, category, resource: resourceId },
      },
    });
  }

  private addGroup(): LoggingLogGroup {
    return new LoggingLogGroup(this, "group", {
      ...common(this.site),
      displayName: `${this.site.name}-perimeter`,
      description: `What passes the network of ${this.site.name}, and what is turned away`,
      lifecycle: { preventDestroy: this.site.deletionProtection },
    });
  }
}
