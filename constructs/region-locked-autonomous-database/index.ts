export type {
  LongTermBackup,
  RegionLockedAutonomousDatabaseProps,
} from "./autonomous-database-props";
export { RegionLockedAutonomousDatabase } from "./region-locked-autonomous-database";
