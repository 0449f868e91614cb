export { BackupMigration } from "./backup-migration";
export {
  type BackupMigrationProps,
  MigrationDestination,
  type MigrationSource,
  type OracleDestinationProps,
} from "./migration-props";
export { migrationRoleArns } from "./migration-roles";
