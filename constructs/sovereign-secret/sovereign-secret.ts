import { VaultSecret } from "@cdktf/provider-oci/lib/vault-secret";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { checkSecretProps } from "./check-props";
import { Generate } from "./secret-generation";
import type { SovereignSecretProps } from "./secret-props";

/**
 * A secret whose content OCI makes in the vault, encrypts with a customer-managed key and replicates
 * to allowed regions or nowhere. No prop takes the content: it would stand in the code, the plan and
 * the state.
 */
export class SovereignSecret extends Construct {
  readonly region: Region;
  /** OCID of the secret, or the token that Terraform replaces by it. */
  readonly secretId: string;
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: VaultSecret;

  /**
   * @throws PropsError when a key is of another vault, when two copies would lie in one region, and for
   *   what OCI would refuse
   */
  constructor(scope: Construct, id: string, props: SovereignSecretProps) {
    super(scope, id);
    checkSecretProps(this, props);
    this.region = props.vault.region;
    this.resource = new VaultSecret(this, "secret", {
      provider: GuardedStack.guarding(this).providerFor(this.region),
      compartmentId: props.compartmentId ?? props.vault.compartmentId,
      vaultId: props.vault.vaultId,
      keyId: props.key.keyId,
      secretName: props.name,
      ...(props.description === undefined ? {} : { description: props.description }),
      enableAutoGeneration: true,
      secretGenerationContext: props.generate ?? Generate.passphrase(),
      secretRules: rulesOf(props),
      ...rotationOf(props),
      ...replicationOf(props),
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    this.secretId = this.resource.id;
  }
}

/** No content is used twice, deleted versions included; the rest is asked for. */
function rulesOf({ versionExpiryDays, expiresAt, blockExpired }: SovereignSecretProps) {
  const reuse = { ruleType: "SECRET_REUSE_RULE", isEnforcedOnDeletedSecretVersions: true };
  if (versionExpiryDays === undefined && expiresAt === undefined) {
    return [reuse];
  }
  return [
    reuse,
    {
      ruleType: "SECRET_EXPIRY_RULE",
      isSecretContentRetrievalBlockedOnExpiry: blockExpired ?? true,
      ...(versionExpiryDays === undefined
        ? {}
        : { secretVersionExpiryInterval: `P${versionExpiryDays}D` }),
      ...(expiresAt === undefined ? {} : { timeOfAbsoluteExpiry: expiresAt }),
    },
  ];
}

function rotationOf({ rotation }: SovereignSecretProps) {
  if (rotation === undefined) {
    return {};
  }
  const { autonomousDatabaseId, functionId, intervalDays } = rotation;
  return {
    rotationConfig: {
      isScheduledRotationEnabled: true,
      rotationInterval: `P${intervalDays}D`,
      targetSystemDetails:
        autonomousDatabaseId === undefined
          ? { targetSystemType: "FUNCTION", ...(functionId === undefined ? {} : { functionId }) }
          : { targetSystemType: "ADB", adbId: autonomousDatabaseId },
    },
  };
}

function replicationOf({ replicas = [] }: SovereignSecretProps) {
  if (replicas.length === 0) {
    return {};
  }
  return {
    replicationConfig: {
      // What is changed is changed at the source, where its administrators are.
      isWriteForwardEnabled: false,
      replicationTargets: replicas.map(({ vault, key }) => ({
        targetRegion: vault.region.id,
        targetVaultId: vault.vaultId,
        targetKeyId: key.keyId,
      })),
    },
  };
}
