import { KmsEkmsPrivateEndpoint } from "@cdktf/provider-oci/lib/kms-ekms-private-endpoint";
import { TerraformVariable } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import ipaddr from "ipaddr.js";
import type { Region } from "../../jurisdiction";
import { GuardedStack } from "../guarded-stack";
import { isToken, PropsError, requireMatch, requireOcidIn, requireWhole } from "../validation";
import type { ExternalKeyManagerProps, KeyManagerAccess } from "./external-key-manager-props";

/** Tags of the private endpoint, which hold what was declared. */
const DECLARED_COUNTRY = "external-key-manager-country";
const DECLARED_OPERATOR = "external-key-manager-operator";

export interface KeyManagerLinkProps {
  readonly manager: ExternalKeyManagerProps;
  readonly access: KeyManagerAccess;
  /** Path of `access` for messages: `externalKeyManager`. */
  readonly prop: string;
  readonly region: Region;
  readonly compartmentId: string;
  readonly displayName: string;
  readonly freeformTags: Readonly<Record<string, string>> | undefined;
}

/**
 * Oracle's private endpoint to a key manager, in a subnet of one region.
 *
 * What is proven: the address is a private one, so that Oracle reaches it over the subnet and the
 * gateways of its VCN, which the guard judges. What lies behind a gateway is declared.
 */
export class KeyManagerLink extends Construct {
  readonly resource: KmsEkmsPrivateEndpoint;

  constructor(scope: Construct, id: string, props: KeyManagerLinkProps) {
    super(scope, id);
    const { access, manager, region } = props;
    checkAccess(scope, props.prop, access, region);
    this.resource = new KmsEkmsPrivateEndpoint(this, "private-endpoint", {
      provider: GuardedStack.guarding(this).providerFor(region),
      compartmentId: props.compartmentId,
      displayName: props.displayName,
      subnetId: access.subnetId,
      externalKeyManagerIp: access.ipAddress,
      port: access.port ?? 443,
      caBundle: access.caBundle,
      freeformTags: {
        ...props.freeformTags,
        [DECLARED_COUNTRY]: manager.country,
        [DECLARED_OPERATOR]: manager.operator,
      },
    });
  }
}

/**
 * Checks what is said of the key manager itself.
 *
 * @throws PropsError for a country outside, and for a vault that public names or addresses reach
 */
export function checkKeyManager(scope: IConstruct, manager: ExternalKeyManagerProps): void {
  const { countries, name } = GuardedStack.guarding(scope).jurisdiction;
  if (!countries.includes(manager.country)) {
    throw new PropsError(scope, {
      prop: "externalKeyManager.country",
      got: manager.country,
      because: `who holds the key manager holds the keys, and ${name} is ${countries.join(", ")}`,
      fix: `use a key manager that stands in ${countries.join(" or ")}, and write its country so`,
    });
  }
  for (const prop of ["operator", "clientAppId"] as const) {
    if (manager[prop].trim() === "") {
      throw new PropsError(scope, {
        prop: `externalKeyManager.${prop}`,
        got: manager[prop],
        because: "it is empty",
        fix:
          prop === "operator"
            ? "write who runs the key manager, and where"
            : "write the client id of the confidential application",
      });
    }
  }
  checkVaultUrl(scope, manager);
}

const PRIVATE_NAME = /\.(?:oraclevcn\.com|internal|local|lan)$/i;

function checkVaultUrl(scope: IConstruct, { vaultUrl, ipAddress }: ExternalKeyManagerProps): void {
  if (isToken(vaultUrl)) {
    return;
  }
  const refuse = (because: string) =>
    new PropsError(scope, {
      prop: "externalKeyManager.vaultUrl",
      got: vaultUrl,
      because,
      fix: `write it as https://${ipAddress}/…, as the key manager shows it`,
    });
  const url = URL.canParse(vaultUrl) ? new URL(vaultUrl) : undefined;
  if (url?.protocol !== "https:") {
    throw refuse("it is no https URL");
  }
  if (url.username !== "" || url.password !== "") {
    throw refuse("it holds credentials, which would stand in the code and in the state");
  }
  if (url.hostname !== ipAddress && !PRIVATE_NAME.test(url.hostname)) {
    throw refuse(
      "its host is neither the address of the private endpoint nor a name of a private network, so that it may stand anywhere",
    );
  }
}

function checkAccess(
  scope: IConstruct,
  prop: string,
  access: KeyManagerAccess,
  region: Region,
): void {
  requireOcidIn(scope, `${prop}.subnetId`, access.subnetId, ["subnet"], region);
  if (!isPrivateAddress(access.ipAddress)) {
    throw new PropsError(scope, {
      prop: `${prop}.ipAddress`,
      got: access.ipAddress,
      because:
        "it is no private IPv4 address (RFC 1918), written out, and a public one may be anywhere",
      fix: "reach the key manager over the VCN, and write its private address",
    });
  }
  requireWhole(scope, `${prop}.port`, access.port ?? 443, 1, 65_535, "TCP ports");
  if (!isToken(access.caBundle) && !/-----BEGIN CERTIFICATE-----/.test(access.caBundle)) {
    throw new PropsError(scope, {
      prop: `${prop}.caBundle`,
      got: access.caBundle.slice(0, 40),
      because: "it holds no certificate",
      fix: "give the PEM text of the authority that signed the key manager's certificate",
    });
  }
  if (/PRIVATE KEY-----/.test(access.caBundle)) {
    throw new PropsError(scope, {
      prop: `${prop}.caBundle`,
      // The value is a secret: its kind is all that a message may hold.
      got: "a private key",
      because: "a bundle of authorities holds certificates only, and it stands in the state",
      fix: "give the certificates alone, and replace that key",
    });
  }
  requireMatch(
    scope,
    `${prop}.identityDomainUrl`,
    access.identityDomainUrl,
    /^https:\/\/idcs-[0-9a-f]{32}\.(?:[a-z0-9-]+\.secure\.)?identity\.oracle(?:gov)?cloud[0-9]*\.(?:com|eu|uk)(?::443)?\/?$/,
    "it is no URL of one of Oracle's identity domains",
  );
}

function isPrivateAddress(address: string): boolean {
  return (
    ipaddr.IPv4.isValidFourPartDecimal(address) && ipaddr.IPv4.parse(address).range() === "private"
  );
}

/**
 * The variable that Terraform reads the client's secret from, so that it stands in no code.
 *
 * Its name holds no hyphen: a shell cannot export one in `TF_VAR_…`.
 */
export function clientSecretVariable(scope: Construct): TerraformVariable {
  const variable = new TerraformVariable(scope, "client-secret", {
    type: "string",
    sensitive: true,
    nullable: false,
    description: `Secret of the confidential application that ${scope.node.path} shows to its key manager`,
  });
  const path = scope.node.path.split("/").slice(1).join("_");
  variable.overrideLogicalId(`${path.replace(/[^A-Za-z0-9_]/g, "_")}_client_secret`);
  return variable;
}
