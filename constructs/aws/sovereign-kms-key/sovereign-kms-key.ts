import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { KmsReplicaKey } from "@cdktf/provider-aws/lib/kms-replica-key";
import { Construct } from "constructs";
import type { Region } from "../../../jurisdiction";
import { PropsError, requireMatch, requireWhole } from "../../validation";
import { GuardedAwsStack } from "../guarded-aws-stack";
import { requireAwsInside, requireIamPrincipal } from "../validation";
import { type KeyPolicyProps, type KmsKeyService, keyPolicy } from "./key-policy";

/** A customer-managed key that other constructs encrypt with. */
export interface IKmsKey {
  /** ARN of the key, or the token that Terraform replaces by it. */
  readonly keyArn: string;
  /** Region of the key; what it encrypts must lie in the same. */
  readonly region: Region;
}

export interface SovereignKmsKeyProps {
  /** Name of the alias, without `alias/`: letters, digits, `/`, `_` and `-`; not `aws/…`. */
  readonly alias: string;
  /**
   * ARNs of the roles or users who manage the key and cannot use it. The one that runs Terraform must
   * be among them, or KMS refuses a policy that locks its author out.
   */
  readonly administrators: readonly string[];
  /** ARNs of the roles or users who encrypt and decrypt, and cannot manage. @default none */
  readonly users?: readonly string[];
  /** Services that use the key on the account's behalf. @default none */
  readonly services?: readonly KmsKeyService[];
  /** @default the alias */
  readonly description?: string;
  /** @default the stack's region */
  readonly region?: Region | string;
  /**
   * Other allowed regions that get a replica with the same key material, which makes this a
   * multi-Region primary key for good: KMS cannot change that later.
   * @default none, a key of one region
   */
  readonly replicaRegions?: readonly (Region | string)[];
  /**
   * Days between two rotations: 90 to 2,560. Source: KMS API, `EnableKeyRotation`.
   * @default 365
   */
  readonly rotationPeriodDays?: number;
  /**
   * Days between the order to delete the key and its end: 7 to 30. Source: KMS API,
   * `ScheduleKeyDeletion`.
   * @default 30
   */
  readonly deletionWindowDays?: number;
  /**
   * Makes Terraform refuse to destroy the key: whatever it encrypted is lost with it.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /** @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A symmetric key of AWS KMS in one allowed region, whose administrators cannot use it and whose users
 * cannot administer it, with replicas in other allowed regions or none. KMS keeps its keys in hardware
 * security modules (FIPS 140).
 */
export class SovereignKmsKey extends Construct implements IKmsKey {
  readonly keyArn: string;
  readonly region: Region;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: KmsKey;

  private readonly replicas = new Map<Region, IKmsKey>();
  private readonly props: SovereignKmsKeyProps;

  /**
   * @throws PropsError when a region lies outside, when a principal is a wildcard, the account itself
   *   or of another account, when somebody is administrator and user, and for periods out of range
   */
  constructor(scope: Construct, id: string, props: SovereignKmsKeyProps) {
    super(scope, id);
    const stack = GuardedAwsStack.guarding(this);
    this.props = props;
    this.region = requireAwsInside(
      this,
      "region",
      props.region ?? stack.region,
      stack.jurisdiction,
    );
    this.checkProps(stack);
    const replicaRegions = this.checkReplicas(stack);
    this.resource = new KmsKey(this, "key", {
      provider: stack.providerFor(this.region),
      region: this.region.id,
      description: props.description ?? props.alias,
      keyUsage: "ENCRYPT_DECRYPT",
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      enableKeyRotation: true,
      rotationPeriodInDays: props.rotationPeriodDays ?? 365,
      deletionWindowInDays: props.deletionWindowDays ?? 30,
      multiRegion: replicaRegions.length > 0,
      policy: keyPolicy(this.policyProps(stack, this.region, replicaRegions.length > 0)),
      ...this.tags,
      lifecycle: { preventDestroy: this.isProtected },
    });
    this.keyArn = this.resource.arn;
    this.addAlias(stack, this.region, this.resource.keyId);
    for (const region of replicaRegions) {
      this.addReplica(stack, region);
    }
  }

  /**
   * The copy of the key in `region`.
   *
   * @throws PropsError when there is none
   */
  replicaIn(region: Region | string): IKmsKey {
    const found = [...this.replicas.values()].find((key) => key.region.id === String(region));
    if (found === undefined) {
      throw new PropsError(this, {
        prop: "replicaIn",
        got: String(region),
        because: "the key has no replica there",
        fix: "name the region in replicaRegions",
      });
    }
    return found;
  }

  private get isProtected(): boolean {
    return this.props.deletionProtection ?? true;
  }

  private get tags(): { readonly tags?: Record<string, string> } {
    return this.props.tags === undefined ? {} : { tags: { ...this.props.tags } };
  }

  private checkProps({ accountId }: GuardedAwsStack): void {
    const { props } = this;
    requireMatch(
      this,
      "alias",
      props.alias,
      /^(?!aws\/|alias\/)[A-Za-z0-9/_-]{1,250}$/,
      "an alias has letters, digits, /, _ and -, and aws/ is reserved for AWS's own keys",
    );
    requireWhole(this, "rotationPeriodDays", props.rotationPeriodDays ?? 365, 90, 2560, "days");
    requireWhole(this, "deletionWindowDays", props.deletionWindowDays ?? 30, 7, 30, "days");
    if (props.administrators.length === 0) {
      throw new PropsError(this, {
        prop: "administrators",
        got: [],
        because: "a key that nobody administers can never be changed again",
        fix: "name the role that runs Terraform",
      });
    }
    const users = props.users ?? [];
    for (const [index, arn] of props.administrators.entries()) {
      requireIamPrincipal(this, `administrators[${index}]`, arn, accountId);
    }
    for (const [index, arn] of users.entries()) {
      requireIamPrincipal(this, `users[${index}]`, arn, accountId);
      if (props.administrators.includes(arn)) {
        throw new PropsError(this, {
          prop: `users[${index}]`,
          got: arn,
          because: "who manages the key must not use it as well",
          fix: "use one role to manage keys and another one to work with data",
        });
      }
    }
    if (users.length === 0 && (props.services?.length ?? 0) === 0) {
      throw new PropsError(this, {
        prop: "users",
        got: [],
        because: "nobody and no service could use the key",
        fix: "name users, or services such as s3",
      });
    }
  }

  private checkReplicas(stack: GuardedAwsStack): readonly Region[] {
    const regions: Region[] = [];
    for (const [index, value] of (this.props.replicaRegions ?? []).entries()) {
      const prop = `replicaRegions[${index}]`;
      const region = requireAwsInside(this, prop, value, stack.jurisdiction);
      const refuse = (because: string, fix: string) => {
        throw new PropsError(this, { prop, got: region.id, because, fix });
      };
      if (region === this.region) {
        refuse("the key itself lies there", "name another allowed region");
      }
      if (region.realm !== this.region.realm) {
        refuse(
          `a key is replicated inside its own partition, ${this.region.realm.id}, only`,
          "name an allowed region of that partition",
        );
      }
      if (regions.includes(region)) {
        refuse("it is named twice, and KMS keeps one replica a region", "name it once");
      }
      regions.push(region);
    }
    return regions;
  }

  private policyProps(
    stack: GuardedAwsStack,
    region: Region,
    multiRegion: boolean,
  ): KeyPolicyProps {
    return {
      accountId: stack.accountId,
      partition: stack.partition,
      region,
      administrators: this.props.administrators,
      users: this.props.users ?? [],
      services: this.props.services ?? [],
      multiRegion,
    };
  }

  private addReplica(stack: GuardedAwsStack, region: Region): void {
    const replica = new KmsReplicaKey(this, `replica-${region.id}`, {
      provider: stack.providerFor(region),
      region: region.id,
      primaryKeyArn: this.resource.arn,
      description: this.props.description ?? this.props.alias,
      deletionWindowInDays: this.props.deletionWindowDays ?? 30,
      policy: keyPolicy(this.policyProps(stack, region, false)),
      ...this.tags,
      lifecycle: { preventDestroy: this.isProtected },
    });
    this.addAlias(stack, region, replica.keyId);
    this.replicas.set(region, { keyArn: replica.arn, region });
  }

  private addAlias(stack: GuardedAwsStack, region: Region, keyId: string): void {
    new KmsAlias(this, `alias-${region.id}`, {
      provider: stack.providerFor(region),
      region: region.id,
      name: `alias/${this.props.alias}`,
      targetKeyId: keyId,
    });
  }
}
