import type { IConstruct } from "constructs";
import type { MasterEncryptionKey, SovereignVault } from "../sovereign-vault";
import { PropsError, requireMatch, requireOcid, requireOcidIn, requireWhole } from "../validation";
import type { SovereignSecretProps } from "./secret-props";

/** Replicas that OCI makes of one secret by default. Source: OCI API, ReplicationConfig. */
const MAX_REPLICAS = 3;

/** Bytes of a secret's content. Source: OCI documentation, "Managing Secrets". */
const MAX_CONTENT = 25_600;

const MIN_PASSPHRASE = 15;

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Checks what OCI would refuse when the plan is applied, and replicas that are none.
 *
 * @throws PropsError for the first prop that it would refuse
 */
export function checkSecretProps(scope: IConstruct, props: SovereignSecretProps): void {
  requireOcid(scope, "compartmentId", props.compartmentId ?? props.vault.compartmentId, [
    "compartment",
    "tenancy",
  ]);
  requireMatch(
    scope,
    "name",
    props.name,
    /^[A-Za-z0-9._-]{1,255}$/,
    "a secret's name has 1 to 255 letters, digits, hyphens, underscores and periods",
  );
  requireKeyOf(scope, "key", props.key, props.vault);
  checkGeneration(scope, props);
  checkExpiry(scope, props);
  checkRotation(scope, props);
  checkReplicas(scope, props);
}

function requireKeyOf(
  scope: IConstruct,
  prop: string,
  key: MasterEncryptionKey,
  vault: SovereignVault,
): void {
  if (key.node.scope !== vault) {
    throw new PropsError(scope, {
      prop,
      got: key.node.path,
      because: `OCI encrypts a secret with a key of its own vault only, ${vault.node.path}`,
      fix: "give a key that the vault's addKey returned",
    });
  }
}

function checkGeneration(scope: IConstruct, { generate }: SovereignSecretProps): void {
  if (generate?.passphraseLength !== undefined) {
    requireWhole(
      scope,
      "generate.length",
      generate.passphraseLength,
      MIN_PASSPHRASE,
      MAX_CONTENT,
      "characters",
    );
  }
  const template = generate?.secretTemplate;
  if (template !== undefined && !template.includes("%GENERATED_PASSPHRASE%")) {
    throw new PropsError(scope, {
      prop: "generate.template",
      // What is no template may well be the secret itself.
      got: `${template.length} characters`,
      because: "it has no place for the passphrase, so that the secret would be what the code says",
      fix: "write %GENERATED_PASSPHRASE% where the passphrase goes",
    });
  }
}

function checkExpiry(scope: IConstruct, props: SovereignSecretProps): void {
  const { versionExpiryDays, expiresAt, blockExpired } = props;
  if (versionExpiryDays !== undefined) {
    requireWhole(scope, "versionExpiryDays", versionExpiryDays, 1, 90, "days");
  }
  if (expiresAt !== undefined) {
    requireMatch(scope, "expiresAt", expiresAt, RFC_3339, "it must be an RFC 3339 instant");
  }
  if (blockExpired !== undefined && versionExpiryDays === undefined && expiresAt === undefined) {
    throw new PropsError(scope, {
      prop: "blockExpired",
      got: blockExpired,
      because: "the secret never expires",
      fix: "set versionExpiryDays or expiresAt, or leave blockExpired out",
    });
  }
}

function checkRotation(scope: IConstruct, props: SovereignSecretProps): void {
  const { rotation, vault, versionExpiryDays } = props;
  if (rotation === undefined) {
    return;
  }
  const { autonomousDatabaseId: database, functionId } = rotation;
  requireWhole(scope, "rotation.intervalDays", rotation.intervalDays, 1, 360, "days");
  if ((database === undefined) === (functionId === undefined)) {
    throw new PropsError(scope, {
      prop: "rotation",
      got: rotation,
      because: "OCI hands a new content to one system, an autonomous database or a function",
      fix: "set autonomousDatabaseId or functionId",
    });
  }
  if (database !== undefined) {
    const prop = "rotation.autonomousDatabaseId";
    requireOcidIn(scope, prop, database, ["autonomousdatabase"], vault.region);
  }
  if (functionId !== undefined) {
    requireOcidIn(scope, "rotation.functionId", functionId, ["fnfunc"], vault.region);
  }
  if (versionExpiryDays !== undefined && rotation.intervalDays > versionExpiryDays) {
    throw new PropsError(scope, {
      prop: "rotation.intervalDays",
      got: rotation.intervalDays,
      because: `a version expires after ${versionExpiryDays} days, before the next one is made`,
      fix: `rotate at least every ${versionExpiryDays} days`,
    });
  }
}

function checkReplicas(scope: IConstruct, { replicas = [], vault }: SovereignSecretProps): void {
  requireWhole(scope, "replicas.length", replicas.length, 0, MAX_REPLICAS, "replicas");
  const taken = new Set([vault.region]);
  for (const [index, replica] of replicas.entries()) {
    const { region } = replica.vault;
    const refuse = (because: string) =>
      new PropsError(scope, {
        prop: `replicas[${index}].vault`,
        got: `a vault in ${region.id}`,
        because,
        fix: "give a vault in another allowed region",
      });
    if (region.realm !== vault.region.realm) {
      throw refuse(`OCI replicates inside a realm, ${vault.region.realm.id}, only`);
    }
    if (taken.has(region)) {
      throw refuse(
        region === vault.region
          ? "the secret itself lies there"
          : "another replica of the secret lies there",
      );
    }
    taken.add(region);
    requireKeyOf(scope, `replicas[${index}].key`, replica.key, replica.vault);
  }
}
