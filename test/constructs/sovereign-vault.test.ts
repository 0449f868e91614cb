import {
  type AddKeyProps,
  existingKey,
  RegionLockedBucket,
  SovereignVault,
  type SovereignVaultProps,
} from "../../constructs";
import { Jurisdiction } from "../../jurisdiction";
import {
  DATA,
  KEYS,
  onlyResource,
  resourcesOf,
  synthesize,
  TENANCY,
  usStack,
} from "../support/synth";

function vaultIn(props: Partial<SovereignVaultProps> = {}) {
  const stack = usStack();
  const vault = new SovereignVault(stack, "vault", {
    compartmentId: KEYS,
    displayName: "keys",
    ...props,
  });
  return { stack, vault };
}

describe("SovereignVault", () => {
  test("makes AES-256 keys that hardware protects and that rotate by themselves", () => {
    const { stack, vault } = vaultIn();
    vault.addKey("storage");
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_kms_vault")).toMatchObject({
      provider: "oci.us-ashburn-1",
      vault_type: "VIRTUAL_PRIVATE",
      lifecycle: { prevent_destroy: true },
    });
    expect(onlyResource(json, "oci_kms_key")).toMatchObject({
      provider: "oci.us-ashburn-1",
      protection_mode: "HSM",
      key_shape: { algorithm: "AES", length: 32 },
      is_auto_rotation_enabled: true,
      auto_key_rotation_details: { rotation_interval_in_days: 90 },
      lifecycle: { prevent_destroy: true },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("takes another allowed region than the stack's", () => {
    const { stack, vault } = vaultIn({ region: "us-chicago-1" });
    expect(vault.addKey("k").region.id).toBe("us-chicago-1");
    expect(onlyResource(synthesize(stack), "oci_kms_key").provider).toBe("oci.us-chicago-1");
  });

  test("lets a key have an interval of its own", () => {
    const { stack, vault } = vaultIn({ rotationIntervalDays: 365 });
    vault.addKey("slow");
    vault.addKey("fast", { rotationIntervalDays: 60 });
    const days = resourcesOf(synthesize(stack), "oci_kms_key").map(
      (key) => key.auto_key_rotation_details.rotation_interval_in_days,
    );
    expect(days.sort()).toEqual([365, 60]);
  });

  test("does not ask a default vault to rotate, which OCI would refuse", () => {
    const { stack, vault } = vaultIn({ vaultType: "DEFAULT" });
    vault.addKey("k");
    const key = onlyResource(synthesize(stack), "oci_kms_key");
    expect(key).not.toHaveProperty("is_auto_rotation_enabled");
    expect(key).not.toHaveProperty("auto_key_rotation_details");
  });

  test("makes a key of a single version where that is asked for, and says so to OCI", () => {
    const { stack, vault } = vaultIn();
    const key = vault.addKey("volumes", { rotation: false });
    expect(key.isAutoRotationEnabled).toBe(false);
    const body = onlyResource(synthesize(stack), "oci_kms_key");
    expect(body.is_auto_rotation_enabled).toBe(false);
    expect(body).not.toHaveProperty("auto_key_rotation_details");
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("leaves a key alone that does not rotate, whatever interval the vault has", () => {
    const { stack, vault } = vaultIn({ rotationIntervalDays: 60 });
    vault.addKey("volumes", { rotation: false });
    expect(onlyResource(synthesize(stack), "oci_kms_key").is_auto_rotation_enabled).toBe(false);
  });

  test.each<[string, Partial<SovereignVaultProps>, AddKeyProps, RegExp]>([
    [
      "a rotation that a default vault has not",
      { vaultType: "DEFAULT" },
      { rotation: true },
      /rotation is true: OCI rotates keys by itself in virtual private vaults only/,
    ],
    [
      "an interval of a key that does not rotate",
      {},
      { rotation: false, rotationIntervalDays: 90 },
      /rotationIntervalDays is 90: rotation is false/,
    ],
  ])("fails for %s", (_what, vaultProps, keyProps, message) => {
    expect(() => vaultIn(vaultProps).vault.addKey("k", keyProps)).toThrow(message);
  });

  test("gives a key in the replica's region, which is there once the vault is replicated", () => {
    const { stack, vault } = vaultIn({ replicaRegion: "us-phoenix-1" });
    const key = vault.addKey("data");
    const replica = key.inReplica();
    expect([replica.keyId, replica.region.id]).toEqual([key.keyId, "us-phoenix-1"]);
    new RegionLockedBucket(stack, "west", {
      compartmentId: DATA,
      namespace: "ns",
      name: "west",
      region: "us-phoenix-1",
      key: replica,
    });
    const json = synthesize(stack);
    const [replication] = Object.keys(json.resource.oci_kms_vault_replication);
    expect(onlyResource(json, "oci_objectstorage_bucket")).toMatchObject({
      provider: "oci.us-phoenix-1",
      kms_key_id: expect.stringMatching(/^\${oci_kms_key\./),
      depends_on: expect.arrayContaining([`oci_kms_vault_replication.${replication}`]),
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("fails for the replica of a key whose vault has none", () => {
    expect(() => vaultIn().vault.addKey("data").inReplica()).toThrow(
      /^stack\/vault\/data \(MasterEncryptionKey\): replicaRegion is not set: .*not replicated/,
    );
  });

  test("replicates inside, after the statement that lets the Vault service do so", () => {
    const { stack } = vaultIn({ replicaRegion: "us-phoenix-1" });
    const json = synthesize(stack);
    expect(onlyResource(json, "oci_kms_vault_replication")).toMatchObject({
      provider: "oci.us-ashburn-1",
      replica_region: "us-phoenix-1",
      depends_on: [expect.stringMatching(/^oci_identity_policy\./)],
    });
    expect(onlyResource(json, "oci_identity_policy")).toMatchObject({
      compartment_id: TENANCY,
      statements: [`Allow service keymanagementservice to manage vaults in compartment id ${KEYS}`],
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test.each<[string, Partial<SovereignVaultProps>, RegExp]>([
    [
      "a replica abroad",
      { replicaRegion: "ap-singapore-1" },
      /replicaRegion is "ap-singapore-1": it lies outside US.*us-phoenix-1/,
    ],
    [
      "a replica in a region that does not exist",
      { replicaRegion: "us-nowhere-9" },
      /no region that is known/,
    ],
    [
      "a replica in its own region",
      { replicaRegion: "us-ashburn-1" },
      /the vault itself lies there/,
    ],
    [
      "a replica of a default vault",
      { vaultType: "DEFAULT", replicaRegion: "us-phoenix-1" },
      /virtual private vaults only/,
    ],
    [
      "rotation of a default vault",
      { vaultType: "DEFAULT", rotationIntervalDays: 90 },
      /virtual private vaults only/,
    ],
    ["a rotation that is too frequent", { rotationIntervalDays: 59 }, /from 60 to 365/],
    ["a rotation that is too rare", { rotationIntervalDays: 366 }, /from 60 to 365/],
    [
      "a region abroad",
      { region: "eu-frankfurt-1" },
      /region is "eu-frankfurt-1": it lies outside US/,
    ],
    ["a compartment that is no OCID", { compartmentId: "keys" }, /compartmentId is "keys"/],
  ])("fails for %s, naming the construct", (_what, props, message) => {
    expect(() => vaultIn(props)).toThrow(message);
    expect(() => vaultIn(props)).toThrow(/^stack\/vault \(SovereignVault\): /);
  });
});

describe("existingKey", () => {
  test("knows the region of a key by its OCID", () => {
    const key = existingKey(usStack(), {
      keyId: "ocid1.key.oc1.phx.aaaa.bbbb",
      compartmentId: KEYS,
    });
    expect(key.region.id).toBe("us-phoenix-1");
  });

  test("takes a replica's region, as a replicated key keeps its OCID", () => {
    const key = existingKey(usStack(), {
      keyId: "ocid1.key.oc1.iad.aaaa.bbbb",
      compartmentId: KEYS,
      replicaRegion: "us-phoenix-1",
    });
    expect(key.region.id).toBe("us-phoenix-1");
  });

  test.each([
    ["a key abroad", "ocid1.key.oc1.fra.aaaa.bbbb", /outside US/],
    ["a key without a region", "ocid1.key.oc1..aaaa", /no OCID of a key with a region/],
    ["an OCID of something else", "ocid1.vault.oc1.iad.aaaa.bbbb", /no OCID of a key/],
    ["a token, whose region nobody can know", "${oci_kms_key.k.id}", /no OCID of a key/],
  ])("fails for %s", (_what, keyId, message) => {
    expect(() => existingKey(usStack(), { keyId, compartmentId: KEYS })).toThrow(message);
  });
});
