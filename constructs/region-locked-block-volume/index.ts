export type {
  DayOfWeek,
  Month,
  RegionLockedBlockVolumeProps,
  VolumeBackupPolicyProps,
  VolumeBackupSchedule,
  VolumePerformance,
  VolumeReplica,
} from "./block-volume-props";
export { RegionLockedBlockVolume } from "./region-locked-block-volume";
export { VolumeBackupPolicy } from "./volume-backup-policy";
