import { IdentityPolicy } from "@cdktf/provider-oci/lib/identity-policy";
import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { PropsError, requireMatch, requireOcid } from "../validation";
import {
  administerSecretsStatements,
  administerStatements,
  associateStatement,
  type DutyScope,
  readSecretsStatement,
  useStatement,
} from "./duty-statements";
import type { KeyDutiesProps } from "./key-duties-props";
import type { MasterEncryptionKey } from "./master-encryption-key";
import type { SovereignVault } from "./sovereign-vault";

/** Statements in one policy: OCI's default limit. Source: IAM service limits. */
const MAX_STATEMENTS = 50;

/** Duties that one group cannot have together: who administers does not use. */
const APART = [
  ["administrators", "users"],
  ["administrators", "associators"],
  ["administrators", "secretReaders"],
  ["administrators", "secretAdministrators"],
  ["secretAdministrators", "secretReaders"],
] as const;

const DUTIES = [
  "administrators",
  "users",
  "associators",
  "secretAdministrators",
  "secretReaders",
] as const;

/**
 * The IAM policy that separates the duties of a vault: who administers its keys cannot use them, who
 * uses them cannot change them, and nobody takes them to another region.
 *
 * It is attached to the tenancy, so that no administrator of a compartment can change it, and holds in
 * the vault's region only, for using keys also in the replica's. It takes nothing away that another
 * policy of the tenancy grants: keep the compartment of the keys out of those.
 */
export class KeyDuties extends Construct {
  /** The Terraform resource, for what Onshore has no prop for. */
  readonly resource: IdentityPolicy;

  private readonly props: KeyDutiesProps;

  /**
   * @throws PropsError when a group has two duties that must be apart, when a key is of another vault,
   *   or when nobody administers
   */
  constructor(scope: Construct, id: string, props: KeyDutiesProps) {
    super(scope, id);
    const stack = GuardedStack.guarding(this);
    this.props = props;
    this.checkGroups(stack);
    this.checkKeys();
    if (props.networkSourceName !== undefined) {
      requireMatch(
        this,
        "networkSourceName",
        props.networkSourceName,
        /^[A-Za-z0-9._ -]{1,100}$/,
        "a statement cannot hold it as a name",
      );
    }
    const statements = this.statements();
    if (statements.length > MAX_STATEMENTS) {
      throw new PropsError(this, {
        prop: "keys",
        got: `${statements.length} statements for ${props.keys.length} keys`,
        because: `OCI takes ${MAX_STATEMENTS} statements a policy`,
        fix: "make several KeyDuties, each for some of the keys",
      });
    }
    this.resource = new IdentityPolicy(this, "policy", {
      provider: stack.providerFor(stack.homeRegion),
      compartmentId: stack.tenancyOcid,
      name: props.policyName ?? `${stack.node.id}-${id}`,
      description: `Separates who administers, uses and attaches the keys of ${props.vault.node.path}`,
      statements,
      ...(props.freeformTags === undefined ? {} : { freeformTags: { ...props.freeformTags } }),
    });
  }

  private statements(): string[] {
    const { props } = this;
    const { vault } = props;
    const compartmentId = vault.compartmentId;
    const at = (groupId: string, region: Region, compartment = compartmentId): DutyScope => ({
      groupId,
      compartmentId: compartment,
      region,
      networkSourceName: props.networkSourceName,
    });
    const regions =
      vault.replicaRegion === undefined ? [vault.region] : [vault.region, vault.replicaRegion];
    const forEachKey = (
      groups: readonly string[] = [],
      toStatement: (scope: DutyScope, keyId: string) => string,
    ) =>
      groups.flatMap((group) =>
        props.keys.flatMap((key) =>
          regions.map((region) => toStatement(at(group, region, key.compartmentId), key.keyId)),
        ),
      );
    // Keys may lie in compartments of their own; OCI administers a replica in the vault's region only.
    const compartments = [...new Set([compartmentId, ...props.keys.map((k) => k.compartmentId)])];
    return [
      ...new Set([
        ...props.administrators.flatMap((group) =>
          compartments.flatMap((compartment) =>
            administerStatements(
              at(group, vault.region, compartment),
              props.administratorsMayDelete ?? false,
            ),
          ),
        ),
        ...forEachKey(props.users, useStatement),
        ...forEachKey(props.associators, associateStatement),
        ...(props.secretAdministrators ?? []).flatMap((group) =>
          administerSecretsStatements(
            at(group, vault.region),
            vault.vaultId,
            props.secretKey?.keyId ?? "",
          ),
        ),
        ...(props.secretReaders ?? []).flatMap((group) =>
          regions.map((region) => readSecretsStatement(at(group, region))),
        ),
      ]),
    ];
  }

  private checkGroups(stack: GuardedStack): void {
    const { props } = this;
    if (props.administrators.length === 0) {
      throw new PropsError(this, {
        prop: "administrators",
        got: [],
        because: "nobody could disable or rotate a key",
        fix: "give the OCID of the group of key administrators",
      });
    }
    for (const duty of DUTIES) {
      for (const [index, group] of (props[duty] ?? []).entries()) {
        requireOcid(this, `${duty}[${index}]`, group, ["group"]);
      }
    }
    // Each time that a resource is asked for its id it makes another token of one meaning.
    const meaning = (group: string): string =>
      String(
        Tokenization.resolve(group, {
          scope: stack,
          preparing: false,
          resolver: new DefaultTokenResolver(new StringConcat()),
        }),
      );
    for (const [one, other] of APART) {
      const held = new Set((props[one] ?? []).map(meaning));
      for (const [index, group] of (props[other] ?? []).entries()) {
        if (held.has(meaning(group))) {
          throw new PropsError(this, {
            prop: `${other}[${index}]`,
            got: meaning(group),
            because: `the same group is one of ${one}, and these two duties belong to different people`,
            fix: `give ${other} a group of its own, and put nobody into both`,
          });
        }
      }
    }
  }

  private checkKeys(): void {
    const { keys, vault, secretKey, users = [], associators = [] } = this.props;
    for (const [index, key] of keys.entries()) {
      this.checkKey(`keys[${index}]`, key, vault);
    }
    if (secretKey !== undefined) {
      this.checkKey("secretKey", secretKey, vault);
    } else if ((this.props.secretAdministrators?.length ?? 0) > 0) {
      throw new PropsError(this, {
        prop: "secretKey",
        got: undefined,
        because: "whoever makes a secret encrypts it with a key",
        fix: "name the key that encrypts the secrets",
      });
    }
    if (keys.length === 0 && users.length + associators.length > 0) {
      throw new PropsError(this, {
        prop: "keys",
        got: [],
        because:
          "users and associators are let at single keys, never at whatever a compartment holds",
        fix: "name the keys",
      });
    }
  }

  private checkKey(prop: string, key: MasterEncryptionKey, vault: SovereignVault): void {
    if (key.node.scope !== vault) {
      throw new PropsError(this, {
        prop,
        got: key.node.path,
        because: `it is no key of the vault ${vault.node.path}`,
        fix: "give the other vault a KeyDuties of its own",
      });
    }
  }
}
