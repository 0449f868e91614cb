import {
  Generate,
  SovereignSecret,
  type SovereignSecretProps,
} from "../../constructs/sovereign-secret";
import { SovereignVault } from "../../constructs/sovereign-vault";
import { Jurisdiction } from "../../jurisdiction";
import { conformance } from "../../providers/oci/scripts/schema";
import { KEYS, onlyResource, synthesize, usStack } from "../support/synth";

const DATABASE = "ocid1.autonomousdatabase.oc1.iad.aaaaaaaaapp";

interface Made {
  readonly vault: SovereignVault;
  readonly vaultIn: (region: string) => SovereignVault;
}

type Change = Partial<SovereignSecretProps> | ((made: Made) => Partial<SovereignSecretProps>);

function secretIn(change: Change = {}) {
  const stack = usStack();
  const vaultIn = (region: string) =>
    new SovereignVault(stack, `vault-${stack.node.children.length}`, {
      compartmentId: KEYS,
      displayName: "keys",
      region,
    });
  const vault = vaultIn("us-ashburn-1");
  const secret = new SovereignSecret(stack, "password", {
    vault,
    key: vault.addKey("secrets"),
    name: "app-password",
    ...(typeof change === "function" ? change({ vault, vaultIn }) : change),
  });
  return { stack, secret };
}

const replicaIn = (made: Made, region: string) => {
  const vault = made.vaultIn(region);
  return { vault, key: vault.addKey("secrets") };
};

describe("SovereignSecret", () => {
  test("lets OCI make the content, so that none stands in the JSON", () => {
    const { stack } = secretIn();
    const secret = onlyResource(synthesize(stack), "oci_vault_secret");
    expect(secret).toMatchObject({
      provider: "oci.us-ashburn-1",
      enable_auto_generation: true,
      secret_generation_context: {
        generation_type: "PASSPHRASE",
        generation_template: "SECRETS_DEFAULT_PASSWORD",
      },
      lifecycle: { prevent_destroy: true },
    });
    expect(secret).not.toHaveProperty("secret_content");
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("never lets a content be used twice, even where its version was deleted", () => {
    expect(onlyResource(synthesize(secretIn().stack), "oci_vault_secret").secret_rules).toEqual([
      { rule_type: "SECRET_REUSE_RULE", is_enforced_on_deleted_secret_versions: true },
    ]);
  });

  test("gives an expired content to nobody", () => {
    const { stack } = secretIn({ versionExpiryDays: 30 });
    expect(onlyResource(synthesize(stack), "oci_vault_secret").secret_rules).toContainEqual({
      rule_type: "SECRET_EXPIRY_RULE",
      is_secret_content_retrieval_blocked_on_expiry: true,
      secret_version_expiry_interval: "P30D",
    });
  });

  test.each([
    ["a database's password", Generate.databasePassword(), "DBAAS_DEFAULT_PASSWORD"],
    ["an SSH key", Generate.sshKey(), "RSA_4096"],
    ["bytes", Generate.bytes(1024), "BYTES_1024"],
  ])("generates %s", (_what, generate, template) => {
    const secret = onlyResource(synthesize(secretIn({ generate }).stack), "oci_vault_secret");
    expect(secret.secret_generation_context.generation_template).toBe(template);
  });

  test("rotates into a database of its region", () => {
    const { stack } = secretIn({
      versionExpiryDays: 30,
      rotation: { intervalDays: 30, autonomousDatabaseId: DATABASE },
    });
    expect(onlyResource(synthesize(stack), "oci_vault_secret").rotation_config).toEqual({
      is_scheduled_rotation_enabled: true,
      rotation_interval: "P30D",
      target_system_details: { target_system_type: "ADB", adb_id: DATABASE },
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("replicates to vaults of other allowed regions", () => {
    const { stack } = secretIn((made) => ({
      replicas: [replicaIn(made, "us-phoenix-1"), replicaIn(made, "us-chicago-1")],
    }));
    const { replication_config: replication } = onlyResource(synthesize(stack), "oci_vault_secret");
    expect(replication.is_write_forward_enabled).toBe(false);
    expect(
      replication.replication_targets.map((t: { target_region: string }) => t.target_region),
    ).toEqual(["us-phoenix-1", "us-chicago-1"]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("writes nothing that the provider does not take", () => {
    const { stack } = secretIn((made) => ({
      description: "Password of the application",
      generate: Generate.passphrase({ length: 32, template: "%GENERATED_PASSPHRASE%" }),
      versionExpiryDays: 60,
      expiresAt: "2027-01-31T00:00:00Z",
      rotation: { intervalDays: 30, functionId: "ocid1.fnfunc.oc1.iad.aaaa" },
      replicas: [replicaIn(made, "us-phoenix-1")],
      freeformTags: { team: "app" },
    }));
    const secret = onlyResource(synthesize(stack), "oci_vault_secret");
    expect(conformance("oci_vault_secret", secret)).toEqual([]);
  });

  test("takes the place for a passphrase in a template, and no text without one", () => {
    const template = '{"user":"app","password":"%GENERATED_PASSPHRASE%"}';
    const { stack } = secretIn({ generate: Generate.passphrase({ template, length: 32 }) });
    expect(
      onlyResource(synthesize(stack), "oci_vault_secret").secret_generation_context,
    ).toMatchObject({ secret_template: template, passphrase_length: 32 });
    const written = Generate.passphrase({ template: "hunter2hunter2" });
    expect(() => secretIn({ generate: written })).toThrow(
      /template is "14 characters"(?!.*hunter)/,
    );
  });

  test.each<[string, Change, RegExp]>([
    [
      "a replica in the secret's own region",
      (made) => ({ replicas: [replicaIn(made, "us-ashburn-1")] }),
      /replicas\[0\]\.vault is "a vault in us-ashburn-1": the secret itself lies there/,
    ],
    [
      "two replicas in one region",
      (made) => ({ replicas: [replicaIn(made, "us-phoenix-1"), replicaIn(made, "us-phoenix-1")] }),
      /replicas\[1\]\.vault .*another replica/,
    ],
    [
      "a replica with a key of another vault",
      (made) => ({
        replicas: [{ vault: made.vaultIn("us-phoenix-1"), key: made.vault.addKey("k") }],
      }),
      /replicas\[0\]\.key is .*of its own vault only/,
    ],
    [
      "a key of another vault",
      (made) => ({ key: made.vaultIn("us-ashburn-1").addKey("k") }),
      /key is .*of its own vault only/,
    ],
    ["a version that lives too long", { versionExpiryDays: 91 }, /from 1 to 90/],
    ["an expiry that is no instant", { expiresAt: "soon" }, /RFC 3339/],
    ["blocking what never expires", { blockExpired: true }, /blockExpired is true/],
    ["a short passphrase", { generate: Generate.passphrase({ length: 8 }) }, /from 15 to/],
    ["rotation of nothing", { rotation: { intervalDays: 30 } }, /rotation is /],
    [
      "rotation of two systems",
      {
        rotation: {
          intervalDays: 30,
          autonomousDatabaseId: DATABASE,
          functionId: "ocid1.fnfunc.oc1.iad.aaaa",
        },
      },
      /one system/,
    ],
    [
      "a database abroad",
      {
        rotation: {
          intervalDays: 30,
          autonomousDatabaseId: "ocid1.autonomousdatabase.oc1.ap-singapore-1.aaaa",
        },
      },
      /autonomousDatabaseId .*lies in ap-singapore-1/,
    ],
    [
      "rotation after the version has expired",
      { versionExpiryDays: 7, rotation: { intervalDays: 30, autonomousDatabaseId: DATABASE } },
      /expires after 7 days/,
    ],
    ["a name that OCI refuses", { name: "a/b" }, /name is "a\/b"/],
  ])("fails for %s", (_what, change, message) => {
    expect(() => secretIn(change)).toThrow(message);
    expect(() => secretIn(change)).toThrow(/^stack\/password \(SovereignSecret\): /);
  });

  test("fails for a replica's vault abroad before there is a secret", () => {
    expect(() => secretIn((made) => ({ replicas: [replicaIn(made, "eu-frankfurt-1")] }))).toThrow(
      /region is "eu-frankfurt-1": it lies outside US/,
    );
  });
});
