/** The side of the key manager that one region's Vault service talks to. */
export interface KeyManagerAccess {
  /**
   * OCID of the subnet, in the vault's region, that holds Oracle's private endpoint. Keep it without
   * a route to the internet: the endpoint needs the way to the key manager only.
   */
  readonly subnetId: string;
  /** Private IPv4 address of the key manager, or of the private API gateway before it. */
  readonly ipAddress: string;
  /** TCP port. @default 443 */
  readonly port?: number;
  /** Certificates that the key manager's TLS certificate is checked with: PEM text, no private key. */
  readonly caBundle: string;
  /**
   * URL of the identity domain that issues the tokens that Oracle shows to the key manager:
   * `https://idcs-<32 hexadecimal digits>.identity.oraclecloud.com`.
   */
  readonly identityDomainUrl: string;
}

export interface ExternalKeyManagerProps extends KeyManagerAccess {
  /**
   * URL of the vault in the key manager:
   * `https://10.0.0.31/api/v1/cckm/oci/ekm/v1/vaults/<id>`. Its host is `ipAddress` or a name that
   * resolves in your own network only (`oraclevcn.com`, `internal`, `local`).
   */
  readonly vaultUrl: string;
  /** Client id of the confidential application of the identity domain. */
  readonly clientAppId: string;
  /**
   * Country that the key manager stands in, ISO 3166-1 alpha-2: one of the jurisdiction's. Nothing in
   * a configuration can prove it, so that it is your declaration; it stands on the private endpoint
   * as a tag.
   */
  readonly country: string;
  /** Who runs the key manager, and where, for the reviewer: written on the private endpoint. */
  readonly operator: string;
  /**
   * The way to the key manager from the replica's region: needed with `replicaRegion`, because that
   * region's Vault service asks the key manager by itself.
   * @default none
   */
  readonly replicaAccess?: KeyManagerAccess;
}
