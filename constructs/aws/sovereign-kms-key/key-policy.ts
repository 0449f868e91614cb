import type { Region } from "../../../jurisdiction";

/**
 * A service of AWS that uses the key on the account's behalf, in the key's own region.
 *
 * - `s3`, `secretsmanager`: they use it as whoever asks them. Who may ask is decided by IAM policies of
 *   the account; the key itself cannot be used past the service.
 * - `logs`: CloudWatch Logs, for log groups of the account.
 * - `cloudwatch`: alarms that publish to an encrypted topic of the account.
 */
export type KmsKeyService = "s3" | "secretsmanager" | "logs" | "cloudwatch";

export interface KeyPolicyProps {
  readonly accountId: string;
  readonly partition: string;
  /** Region that the policy is for: a replica's policy names the services of its own region. */
  readonly region: Region;
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  readonly services: readonly KmsKeyService[];
  /** True for a primary that administrators may copy to its replicas' regions. */
  readonly multiRegion: boolean;
}

/**
 * What an administrator does with a key. No cryptographic operation is among them, and no CreateGrant,
 * by which an administrator could hand one to themselves.
 *
 * Source: AWS Key Management Service Developer Guide, "Allows key administrators to administer the
 * KMS key", without its wildcards.
 */
const ADMINISTER = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

const USE = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/** Services that use a key as their caller. */
const VIA: ReadonlySet<KmsKeyService> = new Set(["s3", "secretsmanager"]);

/** The policy of a key, as JSON text. In a key policy `"*"` as Resource is the key itself. */
export function keyPolicy(props: KeyPolicyProps): string {
  const { administrators, users, services, multiRegion } = props;
  const via = services.filter((service) => VIA.has(service));
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      allow("Administration", { AWS: administrators }, [
        ...ADMINISTER,
        ...(multiRegion ? ["kms:ReplicateKey"] : []),
      ]),
      ...(users.length === 0 ? [] : [allow("Use", { AWS: users }, USE)]),
      ...(via.length === 0 ? [] : [useThrough(via, props)]),
      ...(services.includes("logs") ? [useByLogs(props)] : []),
      ...(services.includes("cloudwatch") ? [useByAlarms(props)] : []),
    ],
  });
}

function allow(
  sid: string,
  principal: object,
  actions: readonly string[],
  condition?: object,
): object {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: principal,
    Action: actions,
    Resource: "*",
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

/** The account as a principal lets its IAM policies decide, and the condition keeps to the services. */
function useThrough(services: readonly KmsKeyService[], props: KeyPolicyProps): object {
  const { accountId, partition, region } = props;
  return allow("UseThroughServices", { AWS: `arn:${partition}:iam::${accountId}:root` }, USE, {
    StringEquals: {
      "kms:CallerAccount": accountId,
      "kms:ViaService": services.map((service) => `${service}.${region.id}.amazonaws.com`),
    },
  });
}

/** Source: Amazon CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using KMS". */
function useByLogs({ accountId, partition, region }: KeyPolicyProps): object {
  return allow("UseByLogs", { Service: `logs.${region.id}.amazonaws.com` }, USE, {
    ArnLike: {
      "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region.id}:${accountId}:log-group:*`,
    },
  });
}

/** Source: Amazon SNS Developer Guide, "Enable compatibility between event sources and encrypted topics". */
function useByAlarms({ accountId }: KeyPolicyProps): object {
  return allow(
    "UseByAlarms",
    { Service: "cloudwatch.amazonaws.com" },
    ["kms:Decrypt", "kms:GenerateDataKey"],
    { StringEquals: { "aws:SourceAccount": accountId } },
  );
}
