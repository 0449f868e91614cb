import { CoreVolumeBackupPolicy } from "@cdktf/provider-oci/lib/core-volume-backup-policy";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { PropsError, requireOcid, requireOciInside } from "../validation";
import type { VolumeBackupPolicyProps, VolumeBackupSchedule } from "./block-volume-props";
import { checkSchedules } from "./check-props";

const SECONDS_A_DAY = 86_400;

/** A schedule of backups for volumes of one allowed region, copied to another allowed one or nowhere. */
export class VolumeBackupPolicy extends Construct {
  readonly region: Region;
  /** Where each backup is copied to, if anywhere. */
  readonly copyRegion: Region | undefined;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: CoreVolumeBackupPolicy;

  /**
   * @throws PropsError when a region lies outside, and for schedules that OCI would refuse or ignore
   */
  constructor(scope: Construct, id: string, props: VolumeBackupPolicyProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    const { jurisdiction } = stack;
    requireOcid(this, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
    this.region = requireOciInside(this, "region", props.region ?? stack.region, jurisdiction);
    this.copyRegion =
      props.copyRegion === undefined
        ? undefined
        : requireOciInside(this, "copyRegion", props.copyRegion, jurisdiction);
    this.checkCopyRegion();
    checkSchedules(this, props.schedules);
    this.resource = new CoreVolumeBackupPolicy(this, "policy", {
      provider: stack.providerFor(this.region),
      compartmentId: props.compartmentId,
      displayName: props.displayName ?? id,
      schedules: props.schedules.map(toScheduleBlock),
      ...(this.copyRegion === undefined ? {} : { destinationRegion: this.copyRegion.id }),
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
    });
  }

  private checkCopyRegion(): void {
    const { copyRegion, region } = this;
    if (copyRegion === undefined) {
      return;
    }
    const refuse = (because: string, fix: string) =>
      new PropsError(this, { prop: "copyRegion", got: copyRegion.id, because, fix });
    if (copyRegion === region) {
      throw refuse(
        "the backups themselves lie there",
        "name another allowed region, or leave copyRegion out",
      );
    }
    if (copyRegion.realm !== region.realm) {
      throw refuse(
        `backups are copied inside their own realm, ${region.realm.id}, only`,
        "name an allowed region of that realm",
      );
    }
  }
}

function toScheduleBlock(schedule: VolumeBackupSchedule) {
  return {
    backupType: schedule.backupType ?? "INCREMENTAL",
    period: schedule.period,
    retentionSeconds: schedule.retentionDays * SECONDS_A_DAY,
    // The structured form: without it OCI ignores hour, day and month and counts seconds.
    offsetType: "STRUCTURED",
    timeZone: "UTC",
    hourOfDay: schedule.hourOfDay ?? 0,
    ...(schedule.dayOfWeek === undefined ? {} : { dayOfWeek: schedule.dayOfWeek }),
    ...(schedule.dayOfMonth === undefined ? {} : { dayOfMonth: schedule.dayOfMonth }),
    ...(schedule.month === undefined ? {} : { month: schedule.month }),
  };
}
