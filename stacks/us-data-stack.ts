import type { Construct } from "constructs";
import {
  EvidenceTrail,
  type IMasterEncryptionKey,
  LogSource,
  Port,
  RegionLockedAutonomousDatabase,
  RegionLockedBucket,
  RegionLockedFileSystem,
  SovereignSecret,
  SovereignVault,
  Subscription,
  UsPerimeter,
} from "../constructs";
import { definedOnly } from "./defined-only";
import { type Estate, EstateError } from "./estate";
import { EstateStack, type EstateStackProps } from "./estate-stack";

type Data = Estate["data"];

/** The data itself: a vault with its keys, a network, and all that is stored. */
export class UsDataStack extends EstateStack {
  readonly vault: SovereignVault;
  readonly perimeter: UsPerimeter | undefined;
  readonly trail: EvidenceTrail | undefined;

  /**
   * @throws EstateError when something needs a network and the estate has none
   * @throws PropsError for what a construct of it refuses
   */
  constructor(scope: Construct, id: string, props: EstateStackProps) {
    const { data } = props.estate;
    super(scope, id, data.region, props);
    this.vault = new SovereignVault(this, "vault", {
      compartmentId: this.compartments.keys,
      displayName: `${this.estate.name}-data`,
      ...definedOnly(data.vault ?? {}),
      ...this.tags,
    });
    const key = this.vault.addKey("storage", { displayName: `${this.estate.name}-data-storage` });
    this.trail = this.addTrail();
    this.perimeter = this.addPerimeter(data.network);
    for (const bucket of data.buckets) {
      this.addBucket(bucket, key);
    }
    for (const [index, fileSystem] of (data.fileSystems ?? []).entries()) {
      this.addFileSystem(fileSystem, key, this.networkFor(`data.fileSystems[${index}]`));
    }
    for (const [index, database] of (data.databases ?? []).entries()) {
      this.addDatabase(database, key, this.networkFor(`data.databases[${index}]`));
    }
  }

  private addTrail(): EvidenceTrail | undefined {
    const { evidence } = this.estate;
    if (evidence === undefined) {
      return undefined;
    }
    const { subscriptions, ...settings } = definedOnly(evidence);
    return new EvidenceTrail(this, "evidence", {
      compartmentId: this.compartments.logArchive,
      namespace: this.namespace,
      key: this.vault.addKey("evidence", {
        displayName: `${this.estate.name}-evidence`,
      }),
      subscriptions: subscriptions.map(toSubscription),
      keyUseOf: [this.vault],
      ...settings,
      ...this.tags,
    });
  }

  private addPerimeter(network: Data["network"]): UsPerimeter | undefined {
    if (network === undefined) {
      return undefined;
    }
    const { flowLogs, ...settings } = definedOnly(network);
    const perimeter = new UsPerimeter(this, "perimeter", {
      compartmentId: this.compartments.network,
      name: `${this.estate.name}-data`,
      ...settings,
      flowLogs: {
        ...flowLogs,
        ...(this.trail === undefined ? {} : { logGroupId: this.trail.logGroupId }),
      },
      ...this.tags,
    });
    return perimeter;
  }

  private networkFor(key: string): UsPerimeter {
    if (this.perimeter === undefined) {
      throw new EstateError(
        `${key} needs a private subnet, and data.network is not set: set it, if only to {}`,
      );
    }
    return this.perimeter;
  }

  private addBucket(bucket: Data["buckets"][number], key: IMasterEncryptionKey): void {
    const { replica, ...settings } = definedOnly(bucket);
    const made = new RegionLockedBucket(this, bucket.name, {
      compartmentId: this.compartments.data,
      namespace: this.namespace,
      key,
      ...settings,
      ...(replica === undefined
        ? {}
        : { replicaRegion: replica.region, replicaBucketName: replica.name }),
      ...this.tags,
    });
    this.trail?.addLog(`${bucket.name}-reads`, LogSource.bucketReads(made));
    this.trail?.addLog(`${bucket.name}-writes`, LogSource.bucketWrites(made));
  }

  private addFileSystem(
    fileSystem: NonNullable<Data["fileSystems"]>[number],
    key: IMasterEncryptionKey,
    perimeter: UsPerimeter,
  ): void {
    new RegionLockedFileSystem(this, fileSystem.displayName, {
      compartmentId: this.compartments.data,
      key,
      subnetId: perimeter.dataSubnet.id,
      nsgIds: [perimeter.dataNsg.id],
      // Who may mount it is a range of addresses; the security groups let nobody else through anyway.
      clients: [{ source: perimeter.appSubnet.cidrBlockInput ?? "" }],
      ...definedOnly(fileSystem),
      ...this.tags,
    });
    perimeter.allowAppToData(...Port.FILE_STORAGE);
  }

  private addDatabase(
    database: NonNullable<Data["databases"]>[number],
    key: IMasterEncryptionKey,
    perimeter: UsPerimeter,
  ): void {
    const { adminPasswordSecretId, ...settings } = definedOnly(database);
    new RegionLockedAutonomousDatabase(this, database.dbName, {
      compartmentId: this.compartments.data,
      key,
      vaultId: this.vault.vaultId,
      adminPasswordSecretId: adminPasswordSecretId ?? this.addPassword(database.dbName),
      subnetId: perimeter.dataSubnet.id,
      nsgIds: [perimeter.dataNsg.id],
      ...settings,
      ...this.tags,
    });
    perimeter.allowAppToData(Port.AUTONOMOUS_DATABASE);
  }

  /** A password that nobody has seen: OCI makes it, and it stands in the vault alone. */
  private addPassword(dbName: string): string {
    const name = `${this.estate.name}-${dbName}-admin`;
    return new SovereignSecret(this, `${dbName}-admin`, {
      vault: this.vault,
      key: this.secretKey,
      name,
      ...this.tags,
    }).secretId;
  }

  private get secretKey() {
    const existing = this.vault.node.tryFindChild("secrets");
    return existing === undefined
      ? this.vault.addKey("secrets", { displayName: `${this.estate.name}-secrets` })
      : (existing as ReturnType<SovereignVault["addKey"]>);
  }
}

function toSubscription(
  given: NonNullable<Estate["evidence"]>["subscriptions"][number],
): Subscription {
  return "functionId" in given
    ? Subscription.function(given.functionId)
    : "url" in given
      ? Subscription.https(given.url)
      : Subscription.mail(given);
}
