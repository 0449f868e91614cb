import {
  DatabaseAutonomousDatabase,
  type DatabaseAutonomousDatabaseConfig,
} from "@cdktf/provider-oci/lib/database-autonomous-database";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { ResourcePrincipals } from "../resource-principals";
import { ServicePolicies } from "../service-policies";
import { requireOciInside } from "../validation";
import type { RegionLockedAutonomousDatabaseProps } from "./autonomous-database-props";
import { checkDatabaseProps, storageOf } from "./check-props";
import { checkStandby, type Standby } from "./check-standby";
import { useDatabaseKeyStatements } from "./statements";

/**
 * An Autonomous Database Serverless in one allowed region, encrypted with a customer-managed key, with
 * a private endpoint and no other, that takes connections by mutual TLS only. A standby lies in the
 * same region or in another allowed one.
 */
export class RegionLockedAutonomousDatabase extends Construct {
  readonly region: Region;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: DatabaseAutonomousDatabase;
  /** The standby in another region, where there is one. */
  readonly standby: DatabaseAutonomousDatabase | undefined;

  private readonly props: RegionLockedAutonomousDatabaseProps;

  /**
   * @throws PropsError when a region, a key, a subnet or a secret lies outside or in the wrong region,
   *   when the standby's key is not the database's own, and for what OCI would refuse
   */
  constructor(scope: Construct, id: string, props: RegionLockedAutonomousDatabaseProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    const { jurisdiction } = stack;
    this.props = props;
    this.region = requireOciInside(this, "region", props.region ?? stack.region, jurisdiction);
    const standbyRegion =
      props.standbyRegion === undefined
        ? undefined
        : requireOciInside(this, "standbyRegion", props.standbyRegion, jurisdiction);
    checkDatabaseProps(this, props, this.region);
    const standby = checkStandby(this, props, this.region, standbyRegion);
    const mayUseKey = this.allowKey();
    this.resource = this.addDatabase(stack, mayUseKey);
    this.standby = standby === undefined ? undefined : this.addStandby(stack, standby, mayUseKey);
  }

  private allowKey(): ITerraformDependable[] {
    const { compartmentId, key, vaultId } = this.props;
    const policies = ServicePolicies.of(this);
    const statements = useDatabaseKeyStatements(
      ResourcePrincipals.of(this).subject("autonomousdatabase", compartmentId),
      key.compartmentId,
      vaultId,
      key.keyId,
    );
    return [...new Set(statements.map((statement) => policies.allow(statement)))];
  }

  private addDatabase(
    stack: GuardedStack,
    mayUseKey: ITerraformDependable[],
  ): DatabaseAutonomousDatabase {
    const { props } = this;
    const { adminPasswordSecretVersion, longTermBackup, privateEndpointLabel } = props;
    return new DatabaseAutonomousDatabase(this, "database", {
      ...this.common([...mayUseKey, ...(props.key.dependables ?? [])]),
      provider: stack.providerFor(this.region),
      displayName: props.displayName ?? props.dbName,
      dbWorkload: props.dbWorkload ?? "OLTP",
      ...(props.dbVersion === undefined ? {} : { dbVersion: props.dbVersion }),
      computeModel: "ECPU",
      computeCount: props.computeCount ?? 2,
      isAutoScalingEnabled: props.autoScaling ?? false,
      ...this.storage(),
      licenseModel: props.licenseModel ?? "LICENSE_INCLUDED",
      secretId: props.adminPasswordSecretId,
      ...(adminPasswordSecretVersion === undefined
        ? {}
        : { secretVersionNumber: adminPasswordSecretVersion }),
      subnetId: props.subnetId,
      nsgIds: [...props.nsgIds],
      ...(privateEndpointLabel === undefined ? {} : { privateEndpointLabel }),
      backupRetentionPeriodInDays: props.backupRetentionDays ?? 60,
      ...(props.backupRetentionLocked === undefined
        ? {}
        : { isBackupRetentionLocked: props.backupRetentionLocked }),
      ...(longTermBackup === undefined
        ? {}
        : {
            longTermBackupSchedule: [
              {
                isDisabled: false,
                repeatCadence: longTermBackup.repeatCadence,
                timeOfBackup: longTermBackup.timeOfBackup,
                retentionPeriodInDays: longTermBackup.retentionDays,
              },
            ],
          }),
      isLocalDataGuardEnabled: props.localStandby ?? false,
    });
  }

  private storage() {
    const gigabytes = storageOf(this.props);
    return this.props.dbWorkload === "DW"
      ? { dataStorageSizeInTbs: gigabytes / 1024 }
      : { dataStorageSizeInGb: gigabytes };
  }

  private addStandby(
    stack: GuardedStack,
    standby: Standby,
    mayUseKey: ITerraformDependable[],
  ): DatabaseAutonomousDatabase {
    const { props } = this;
    return new DatabaseAutonomousDatabase(this, "standby", {
      // Its key is there once the vault is replicated.
      ...this.common([...mayUseKey, ...(standby.key.dependables ?? [])]),
      // The standby is asked for in its own region; the primary's would make no remote one.
      provider: stack.providerFor(standby.region),
      displayName: `${props.displayName ?? props.dbName}-standby`,
      ...(props.standbyType === "BACKUP_BASED"
        ? {
            source: "CROSS_REGION_DISASTER_RECOVERY",
            remoteDisasterRecoveryType: "BACKUP_BASED",
          }
        : { source: "CROSS_REGION_DATAGUARD" }),
      sourceId: this.resource.id,
      subnetId: standby.subnetId,
      nsgIds: [...standby.nsgIds],
      ...(props.replicateBackups === undefined
        ? {}
        : { isReplicateAutomaticBackups: props.replicateBackups }),
    });
  }

  /** What the database and its standby must say alike. */
  private common(mayUseKey: ITerraformDependable[]) {
    const { props } = this;
    return {
      compartmentId: props.compartmentId,
      dbName: props.dbName,
      kmsKeyId: props.key.keyId,
      vaultId: props.vaultId,
      isMtlsConnectionRequired: true,
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
      dependsOn: mayUseKey,
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    } satisfies Partial<DatabaseAutonomousDatabaseConfig>;
  }
}
