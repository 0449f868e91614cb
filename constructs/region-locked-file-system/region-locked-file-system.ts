import { FileStorageExport } from "@cdktf/provider-oci/lib/file-storage-export";
import { FileStorageFileSystem } from "@cdktf/provider-oci/lib/file-storage-file-system";
import { FileStorageFilesystemSnapshotPolicy } from "@cdktf/provider-oci/lib/file-storage-filesystem-snapshot-policy";
import { FileStorageMountTarget } from "@cdktf/provider-oci/lib/file-storage-mount-target";
import { FileStorageReplication } from "@cdktf/provider-oci/lib/file-storage-replication";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { ResourcePrincipals } from "../resource-principals";
import { ServicePolicies } from "../service-policies";
import type { IMasterEncryptionKey } from "../sovereign-vault";
import { requireOciInside } from "../validation";
import { checkFileSystemProps, exportPathOf } from "./check-props";
import { checkReplica } from "./check-replica";
import type {
  FileSystemClient,
  RegionLockedFileSystemProps,
  SnapshotSchedule,
} from "./file-system-props";
import { useFileSystemKeyStatement } from "./statements";

const SECONDS_A_DAY = 86_400;

/**
 * A file system in one availability domain of an allowed region, encrypted with a customer-managed
 * key of that region, and mounted from declared private addresses only. What it replicates goes to an
 * allowed region, under a key of that region.
 */
export class RegionLockedFileSystem extends Construct {
  readonly region: Region;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: FileStorageFileSystem;
  /** What clients mount; undefined where the file system is not exported. */
  readonly mountTarget: FileStorageMountTarget | undefined;
  /** The target of the replication, where this construct made it. */
  readonly replica: FileStorageFileSystem | undefined;

  private readonly provider: TerraformProvider;
  private readonly props: RegionLockedFileSystemProps;

  /**
   * @throws PropsError when a region, an availability domain, a subnet, a key or a replica lies
   *   outside or in the wrong region, for clients beyond private addresses, and for what OCI would
   *   refuse
   */
  constructor(scope: Construct, id: string, props: RegionLockedFileSystemProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    const { jurisdiction } = stack;
    this.props = props;
    this.region = requireOciInside(this, "region", props.region ?? stack.region, jurisdiction);
    const replicaRegion =
      props.replicaRegion === undefined
        ? undefined
        : requireOciInside(this, "replicaRegion", props.replicaRegion, jurisdiction);
    checkFileSystemProps(this, props, this.region);
    checkReplica(this, props, this.region, replicaRegion);

    this.provider = stack.providerFor(this.region);
    this.resource = this.addFileSystem("file-system", {
      provider: this.provider,
      availabilityDomain: props.availabilityDomain,
      displayName: props.displayName,
      key: props.key,
      snapshotPolicy: this.addSnapshotPolicy(),
    });
    this.mountTarget = props.subnetId === undefined ? undefined : this.addExport(props.subnetId);
    this.replica =
      replicaRegion === undefined ? undefined : this.addReplication(stack, replicaRegion);
  }

  private addFileSystem(
    id: string,
    made: {
      readonly provider: TerraformProvider;
      readonly availabilityDomain: string;
      readonly displayName: string;
      readonly key: IMasterEncryptionKey;
      readonly snapshotPolicy?: FileStorageFilesystemSnapshotPolicy | undefined;
    },
  ): FileStorageFileSystem {
    const { compartmentId, deletionProtection } = this.props;
    const { key, provider, availabilityDomain, displayName, snapshotPolicy } = made;
    const mayUseKey = ServicePolicies.of(this).allow(
      useFileSystemKeyStatement(
        ResourcePrincipals.of(this).subject("filesystem", compartmentId),
        key.compartmentId,
        key.keyId,
      ),
    );
    return new FileStorageFileSystem(this, id, {
      provider,
      compartmentId,
      availabilityDomain,
      displayName,
      kmsKeyId: key.keyId,
      ...(snapshotPolicy === undefined ? {} : { filesystemSnapshotPolicyId: snapshotPolicy.id }),
      ...this.tags(),
      dependsOn: [mayUseKey, ...(key.dependables ?? [])],
      lifecycle: { preventDestroy: deletionProtection ?? true },
    });
  }

  private addSnapshotPolicy(): FileStorageFilesystemSnapshotPolicy | undefined {
    const { availabilityDomain, compartmentId, displayName, snapshotSchedules = [] } = this.props;
    return snapshotSchedules.length === 0
      ? undefined
      : new FileStorageFilesystemSnapshotPolicy(this, "snapshots", {
          provider: this.provider,
          compartmentId,
          availabilityDomain,
          displayName: `${displayName}-snapshots`,
          schedules: snapshotSchedules.map(toScheduleBlock),
          ...this.tags(),
        });
  }

  private addExport(subnetId: string): FileStorageMountTarget {
    const { props, provider } = this;
    const mountTarget = new FileStorageMountTarget(this, "mount-target", {
      provider,
      compartmentId: props.compartmentId,
      availabilityDomain: props.availabilityDomain,
      displayName: `${props.displayName}-mount-target`,
      subnetId,
      nsgIds: [...(props.nsgIds ?? [])],
      ...(props.hostnameLabel === undefined ? {} : { hostnameLabel: props.hostnameLabel }),
      ...this.tags(),
    });
    new FileStorageExport(this, "export", {
      provider,
      exportSetId: mountTarget.exportSetId,
      fileSystemId: this.resource.id,
      path: exportPathOf(props),
      exportOptions: (props.clients ?? []).map(toExportOption),
    });
    return mountTarget;
  }

  private addReplication(stack: GuardedStack, region: Region): FileStorageFileSystem | undefined {
    const { props } = this;
    const target = this.addReplica(stack, region);
    const targetId = target?.id ?? props.replicaFileSystemId;
    if (targetId !== undefined) {
      new FileStorageReplication(this, "replication", {
        provider: this.provider,
        compartmentId: props.compartmentId,
        displayName: `${props.displayName}-to-${region.id}`,
        sourceId: this.resource.id,
        targetId,
        replicationInterval: String(props.replicationIntervalMinutes ?? 60),
        ...this.tags(),
      });
    }
    return target;
  }

  private addReplica(stack: GuardedStack, region: Region): FileStorageFileSystem | undefined {
    const { displayName, replicaAvailabilityDomain, replicaKey } = this.props;
    return replicaAvailabilityDomain === undefined || replicaKey === undefined
      ? undefined
      : this.addFileSystem("replica", {
          provider: stack.providerFor(region),
          availabilityDomain: replicaAvailabilityDomain,
          displayName: `${displayName}-replica`,
          key: replicaKey,
        });
  }

  private tags() {
    const { freeformTags } = this.props;
    return freeformTags === undefined ? {} : { freeformTags: { ...freeformTags } };
  }
}

function toExportOption(client: FileSystemClient) {
  return {
    source: client.source,
    access: client.access ?? "READ_WRITE",
    identitySquash: client.identitySquash ?? "ROOT",
    // Only a client's superuser opens a port below 1024, so that no program of a user speaks for it.
    requirePrivilegedSourcePort: true,
    isAnonymousAccessAllowed: false,
  };
}

function toScheduleBlock(schedule: SnapshotSchedule) {
  return {
    period: schedule.period,
    timeZone: "UTC",
    retentionDurationInSeconds: String(schedule.retentionDays * SECONDS_A_DAY),
    ...(schedule.period === "HOURLY" ? {} : { hourOfDay: schedule.hourOfDay ?? 0 }),
    ...(schedule.prefix === undefined ? {} : { schedulePrefix: schedule.prefix }),
    ...(schedule.dayOfWeek === undefined ? {} : { dayOfWeek: schedule.dayOfWeek }),
    ...(schedule.dayOfMonth === undefined ? {} : { dayOfMonth: schedule.dayOfMonth }),
    ...(schedule.month === undefined ? {} : { month: schedule.month }),
  };
}
