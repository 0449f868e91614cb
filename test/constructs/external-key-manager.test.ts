import {
  type ExternalKeyManagerProps,
  SovereignVault,
  type SovereignVaultProps,
} from "../../constructs/sovereign-vault";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import { KEYS, onlyResource, resourcesOf, synthesize, usStack } from "../support/synth";

const CA = "-----BEGIN CERTIFICATE-----\nMIIBexample\n-----END CERTIFICATE-----\n";
const DOMAIN = "https://idcs-0123456789abcdef0123456789abcdef.identity.oraclecloud.com";
const MANAGER: ExternalKeyManagerProps = {
  subnetId: "ocid1.subnet.oc1.iad.aaaaaaaakeys",
  ipAddress: "10.0.0.31",
  caBundle: CA,
  identityDomainUrl: DOMAIN,
  vaultUrl: "https://10.0.0.31/api/v1/cckm/oci/ekm/v1/vaults/af872d6e",
  clientAppId: "3977f2b65fca4c56",
  country: "US",
  operator: "Keys Ltd, Reston, Virginia",
};

function vaultIn(
  manager: Partial<ExternalKeyManagerProps> = {},
  props: Partial<SovereignVaultProps> = {},
) {
  const stack = usStack();
  const vault = new SovereignVault(stack, "held-keys", {
    compartmentId: KEYS,
    displayName: "keys",
    externalKeyManager: { ...MANAGER, ...manager },
    ...props,
  });
  return { stack, vault };
}

const REPLICA = {
  subnetId: "ocid1.subnet.oc1.phx.aaaaaaaakeys",
  ipAddress: "10.1.0.31",
  caBundle: CA,
  identityDomainUrl: DOMAIN,
};

describe("an external vault", () => {
  test("reaches its key manager by a private address over a private endpoint", () => {
    const { stack } = vaultIn();
    const json = synthesize(stack);
    const [endpoint] = Object.keys(json.resource.oci_kms_ekms_private_endpoint);
    expect(onlyResource(json, "oci_kms_ekms_private_endpoint")).toMatchObject({
      provider: "oci.us-ashburn-1",
      subnet_id: MANAGER.subnetId,
      external_key_manager_ip: "10.0.0.31",
      port: 443,
      freeform_tags: {
        "external-key-manager-country": "US",
        "external-key-manager-operator": MANAGER.operator,
      },
    });
    expect(onlyResource(json, "oci_kms_vault")).toMatchObject({
      vault_type: "EXTERNAL",
      external_key_manager_metadata: {
        external_vault_endpoint_url: MANAGER.vaultUrl,
        private_endpoint_id: `\${oci_kms_ekms_private_endpoint.${endpoint}.id}`,
      },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("reads the client's secret from a sensitive variable that a shell can export", () => {
    const json = synthesize(vaultIn().stack);
    expect(json.variable.held_keys_client_secret).toMatchObject({ sensitive: true });
    expect(json.variable.held_keys_client_secret).not.toHaveProperty("default");
    expect(
      onlyResource(json, "oci_kms_vault").external_key_manager_metadata.oauth_metadata
        .client_app_secret,
    ).toBe("${var.held_keys_client_secret}");
  });

  test("holds references to the key manager's keys, which do not rotate by themselves", () => {
    const { stack, vault } = vaultIn();
    const key = vault.addKey("storage", { externalKeyId: "f3cf68ae" });
    key.addVersion("2027-01", "version-2");
    const json = synthesize(stack);
    const resource = onlyResource(json, "oci_kms_key");
    expect(resource).toMatchObject({
      protection_mode: "EXTERNAL",
      key_shape: { algorithm: "AES", length: 32 },
      external_key_reference: { external_key_id: "f3cf68ae" },
    });
    expect(resource).not.toHaveProperty("is_auto_rotation_enabled");
    expect(onlyResource(json, "oci_kms_key_version").external_key_version_id).toBe("version-2");
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("is replicated with a private endpoint of the replica's region", () => {
    const { stack } = vaultIn({ replicaAccess: REPLICA }, { replicaRegion: "us-phoenix-1" });
    const json = synthesize(stack);
    const endpoints = resourcesOf(json, "oci_kms_ekms_private_endpoint");
    expect(endpoints.map(({ provider, external_key_manager_ip: ip }) => [provider, ip])).toEqual([
      ["oci.us-ashburn-1", "10.0.0.31"],
      ["oci.us-phoenix-1", "10.1.0.31"],
    ]);
    expect(onlyResource(json, "oci_kms_vault_replication")).toMatchObject({
      replica_region: "us-phoenix-1",
      replica_vault_metadata: { vault_type: "EXTERNAL", idcs_account_name_url: DOMAIN },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("writes nothing that the provider does not take", () => {
    const { stack, vault } = vaultIn(
      { replicaAccess: REPLICA, port: 8443 },
      { replicaRegion: "us-phoenix-1", freeformTags: { team: "keys" } },
    );
    vault.addKey("storage", { externalKeyId: "a" }).addVersion("2027-01", "b");
    const { resource } = synthesize(stack);
    const violations = Object.entries<Record<string, unknown>>(resource).flatMap(([type, bodies]) =>
      Object.values(bodies).flatMap((body) => conformance(type, body)),
    );
    expect(violations).toEqual([]);
  });

  test.each([
    ["a name of the VCN", { vaultUrl: "https://keys.sub.vcn.oraclevcn.com/vaults/1" }],
    ["another private range", { ipAddress: "172.16.4.4", vaultUrl: "https://172.16.4.4/vaults/1" }],
  ])("takes %s", (_what, manager) => {
    expect(vaultIn(manager).stack).toStayWithin(Jurisdiction.US);
  });

  test.each<[string, Partial<ExternalKeyManagerProps>, RegExp]>([
    ["a key manager abroad", { country: "SG" }, /country is "SG": who holds the key manager/],
    ["nobody who answers for it", { operator: " " }, /operator is " "/],
    ["a public address", { ipAddress: "198.51.100.7" }, /ipAddress is "198.51.100.7".*private/],
    ["an address of no host", { ipAddress: "10.0.0" }, /ipAddress is "10.0.0"/],
    ["a public name", { vaultUrl: "https://keys.example.com/v" }, /may stand anywhere/],
    ["another private address", { vaultUrl: "https://10.9.9.9/v" }, /neither the address of/],
    ["plain HTTP", { vaultUrl: "http://10.0.0.31/v" }, /no https URL/],
    ["credentials in the URL", { vaultUrl: "https://a:b@10.0.0.31/v" }, /holds credentials/],
    [
      "a subnet abroad",
      { subnetId: "ocid1.subnet.oc1.eu-frankfurt-1.aaaa" },
      /subnetId is .*eu-frankfurt-1, and this must lie in us-ashburn-1/,
    ],
    ["no certificate", { caBundle: "MIIB" }, /caBundle is "MIIB": it holds no certificate/],
    [
      "a private key among the certificates",
      { caBundle: `${CA}-----BEGIN PRIVATE KEY-----\nsecretmaterial\n-----END PRIVATE KEY-----` },
      /^(?!.*secretmaterial).*caBundle is "a private key"/,
    ],
    [
      "tokens of somebody else",
      { identityDomainUrl: "https://login.example.com" },
      /identity domains/,
    ],
    ["a port that is none", { port: 0 }, /port is 0/],
  ])("fails for %s", (_what, manager, message) => {
    expect(() => vaultIn(manager)).toThrow(message);
    expect(() => vaultIn(manager)).toThrow(/^stack\/held-keys \(SovereignVault\): /);
  });

  test("fails without a key manager, and another vault fails with one", () => {
    const make = (props: Partial<SovereignVaultProps>) =>
      new SovereignVault(usStack(), "v", { compartmentId: KEYS, displayName: "k", ...props });
    expect(() => make({ vaultType: "EXTERNAL" })).toThrow(/externalKeyManager is not set/);
    expect(() => make({ vaultType: "DEFAULT", externalKeyManager: MANAGER })).toThrow(
      /vaultType is "DEFAULT": only an external vault/,
    );
  });

  test("fails for a replica that nothing lets reach the key manager, or over a subnet elsewhere", () => {
    const replicaRegion = "us-phoenix-1";
    expect(() => vaultIn({}, { replicaRegion })).toThrow(/replicaAccess is not set/);
    const replicaAccess = { ...REPLICA, subnetId: MANAGER.subnetId };
    expect(() => vaultIn({ replicaAccess }, { replicaRegion })).toThrow(
      /replicaAccess\.subnetId .*must lie in us-phoenix-1/,
    );
  });

  test("fails for rotation, for a key without its id there, and for a version without its own", () => {
    expect(() => vaultIn({}, { rotationIntervalDays: 90 })).toThrow(/virtual private vaults only/);
    const { vault } = vaultIn();
    expect(() => vault.addKey("k")).toThrow(/externalKeyId is not set/);
    const key = vault.addKey("held", { externalKeyId: "a" });
    expect(() => key.addVersion("v")).toThrow(/externalKeyVersionId is not set/);
  });
});

describe("a vault whose keys OCI makes", () => {
  test("rotates a key of a default vault by one more version each time", () => {
    const stack = usStack();
    const vault = new SovereignVault(stack, "vault", {
      compartmentId: KEYS,
      displayName: "keys",
      vaultType: "DEFAULT",
    });
    const key = vault.addKey("k");
    key.addVersion("2027-01");
    key.addVersion("2027-04");
    const json = synthesize(stack);
    const [name] = Object.keys(json.resource.oci_kms_key);
    const versions = resourcesOf(json, "oci_kms_key_version");
    expect(versions).toHaveLength(2);
    for (const version of versions) {
      expect(version).toMatchObject({
        key_id: `\${oci_kms_key.${name}.id}`,
        lifecycle: { prevent_destroy: true },
      });
    }
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("refuses ids of a key manager that it has not", () => {
    const vault = new SovereignVault(usStack(), "v", { compartmentId: KEYS, displayName: "k" });
    expect(() => vault.addKey("k", { externalKeyId: "a" })).toThrow(/externalKeyId is "a"/);
    expect(() => vault.addKey("l").addVersion("v", "b")).toThrow(/externalKeyVersionId is "b"/);
  });
});
