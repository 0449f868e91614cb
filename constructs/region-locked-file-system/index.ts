export type {
  FileSystemClient,
  RegionLockedFileSystemProps,
  SnapshotSchedule,
} from "./file-system-props";
export { RegionLockedFileSystem } from "./region-locked-file-system";
