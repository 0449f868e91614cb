import { IdentityGroup } from "@cdktf/provider-oci/lib/identity-group";
import { KeyDuties, type KeyDutiesProps, SovereignVault } from "../../constructs/sovereign-vault";
import { Jurisdiction } from "../../jurisdiction";
import { KEYS, onlyResource, synthesize, TENANCY, usStack } from "../support/synth";

const ADMINS = "ocid1.group.oc1..aaaaaaaaadmins";
const USERS = "ocid1.group.oc1..aaaaaaaausers";
const ATTACH = "ocid1.group.oc1..aaaaaaaaattach";
const SECRETS = "ocid1.group.oc1..aaaaaaaasecrets";
const READERS = "ocid1.group.oc1..aaaaaaaareaders";

type Change = Partial<KeyDutiesProps>;

function dutiesIn(
  change: Change | ((vault: SovereignVault) => Change) = {},
  replicaRegion?: string,
) {
  const stack = usStack({ region: "us-phoenix-1", homeRegion: "us-ashburn-1" });
  const vault = new SovereignVault(stack, "vault", {
    compartmentId: KEYS,
    displayName: "keys",
    ...(replicaRegion === undefined ? {} : { replicaRegion }),
  });
  const key = vault.addKey("data");
  const duties = new KeyDuties(stack, "duties", {
    vault,
    keys: [key],
    administrators: [ADMINS],
    ...(typeof change === "function" ? change(vault) : change),
  });
  return { stack, vault, key, duties };
}

function statementsOf(stack: ReturnType<typeof dutiesIn>["stack"], group: string): string[] {
  const { oci_identity_policy: policies } = synthesize(stack).resource;
  return Object.values<{ statements: string[] }>(policies)
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.includes(group));
}

/** What a statement grants of its verb. */
const permissionsOf = (statement = ""): string[] =>
  Array.from(statement.matchAll(/request\.permission = '(\w+)'/g), ([, name = ""]) => name);

describe("KeyDuties", () => {
  test("lets administrators manage keys without a permission to work with one", () => {
    const { stack } = dutiesIn();
    const [vaults, keys, ...others] = statementsOf(stack, ADMINS);
    expect(others).toEqual([]);
    expect(vaults).toMatch(
      new RegExp(
        `^Allow group id ${ADMINS} to manage vaults in compartment id ${KEYS} where all {`,
      ),
    );
    expect(keys).toContain(`to manage keys in compartment id ${KEYS} where all {`);
    expect(permissionsOf(keys)).toEqual([
      "KEY_INSPECT",
      "KEY_READ",
      "KEY_CREATE",
      "KEY_UPDATE",
      "KEY_ROTATE",
    ]);
    expect(permissionsOf(vaults)).toContain("VAULT_CREATE_KEY");
  });

  test("lists what each duty may, and never what it may not, so that a new permission stays out", () => {
    const { stack } = dutiesIn((vault) => ({
      users: [USERS],
      secretAdministrators: [SECRETS],
      secretKey: vault.addKey("secrets"),
      administratorsMayDelete: true,
    }));
    const statements = [ADMINS, USERS, SECRETS].flatMap((group) => statementsOf(stack, group));
    expect(statements).toHaveLength(6);
    for (const statement of statements) {
      expect(statement).not.toContain("!=");
      expect(permissionsOf(statement).length).toBeGreaterThan(0);
    }
  });

  test("keeps vaults and keys where they are, whoever administers", () => {
    const { stack } = dutiesIn({ administratorsMayDelete: true });
    for (const permission of statementsOf(stack, ADMINS).flatMap(permissionsOf)) {
      expect(permission).not.toMatch(/_(?:REPLICATE|BACKUP|RESTORE|MOVE|IMPORT|IMPORT_KEY)$/);
    }
  });

  test("lets administrators delete only where that is asked for", () => {
    const deletions = (stack: ReturnType<typeof dutiesIn>["stack"]) =>
      statementsOf(stack, ADMINS)
        .flatMap(permissionsOf)
        .filter((permission) => permission.endsWith("_DELETE"));
    expect(deletions(dutiesIn().stack)).toEqual([]);
    expect(deletions(dutiesIn({ administratorsMayDelete: true }).stack)).toEqual([
      "VAULT_DELETE",
      "KEY_DELETE",
    ]);
  });

  test("lets users work with the named key, without a verb that changes it", () => {
    const { stack } = dutiesIn({ users: [USERS], associators: [ATTACH] });
    const [key] = Object.keys(synthesize(stack).resource.oci_kms_key);
    const id = `\${oci_kms_key.${key}.id}`;
    expect(statementsOf(stack, USERS)).toEqual([
      `Allow group id ${USERS} to use keys in compartment id ${KEYS} where all {request.region = 'phx', any {request.permission = 'KEY_READ', request.permission = 'KEY_ENCRYPT', request.permission = 'KEY_DECRYPT'}, target.key.id = '${id}'}`,
    ]);
    expect(statementsOf(stack, ATTACH)).toEqual([
      `Allow group id ${ATTACH} to use key-delegate in compartment id ${KEYS} where all {request.region = 'phx', target.key.id = '${id}'}`,
    ]);
  });

  test("grants in the vault's region, and the use of keys in the replica's too", () => {
    const { stack } = dutiesIn({ users: [USERS] }, "us-chicago-1");
    const regionsOf = (group: string) =>
      statementsOf(stack, group).map(
        (statement) => /request\.region = '(\w+)'/.exec(statement)?.[1],
      );
    expect(new Set(regionsOf(ADMINS))).toEqual(new Set(["phx"]));
    expect(regionsOf(USERS)).toEqual(["phx", "ord"]);
  });

  test("lets secret administrators make secrets and not read them, and readers the reverse", () => {
    const { stack } = dutiesIn((vault) => ({
      secretAdministrators: [SECRETS],
      secretReaders: [READERS],
      secretKey: vault.addKey("secrets"),
    }));
    const [vaults, keys, secrets] = statementsOf(stack, SECRETS);
    expect(vaults).toContain("to use vaults in");
    expect(permissionsOf(vaults)).toEqual(["VAULT_READ", "VAULT_CREATE_SECRET"]);
    expect(keys).toContain("to use keys in");
    expect(secrets).toContain("to manage secret-family in");
    expect(permissionsOf(secrets)).toContain("SECRET_CREATE");
    expect(permissionsOf(secrets)).not.toContain("SECRET_BUNDLE_READ");
    expect(permissionsOf(secrets)).not.toContain("SECRET_MOVE");
    expect(statementsOf(stack, READERS)).toEqual([
      `Allow group id ${READERS} to read secret-family in compartment id ${KEYS} where request.region = 'phx'`,
    ]);
  });

  test("asks for the network source in every statement", () => {
    const { stack } = dutiesIn({ users: [USERS], networkSourceName: "offices" });
    const statements = [...statementsOf(stack, ADMINS), ...statementsOf(stack, USERS)];
    expect(statements).toHaveLength(3);
    for (const statement of statements) {
      expect(statement).toContain("request.networkSource.name = 'offices'");
    }
  });

  test("is a policy of the tenancy, made in the home region, that the guard finds inside", () => {
    const { stack } = dutiesIn((vault) => ({
      users: [USERS],
      associators: [ATTACH],
      secretAdministrators: [SECRETS],
      secretReaders: [READERS],
      secretKey: vault.addKey("secrets"),
      networkSourceName: "offices",
    }));
    expect(onlyResource(synthesize(stack), "oci_identity_policy")).toMatchObject({
      provider: "oci.us-ashburn-1",
      compartment_id: TENANCY,
      name: "stack-duties",
    });
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("takes groups of the same stack, and knows one by whatever token names it", () => {
    const { stack, vault, key } = dutiesIn();
    const group = new IdentityGroup(stack, "group", {
      provider: stack.providerFor("us-ashburn-1"),
      compartmentId: TENANCY,
      name: "key-admins",
      description: "Key administrators",
    });
    const other = new IdentityGroup(stack, "other", {
      provider: stack.providerFor("us-ashburn-1"),
      compartmentId: TENANCY,
      name: "key-users",
      description: "Key users",
    });
    const make = (id: string, users: string) =>
      new KeyDuties(stack, id, { vault, keys: [key], administrators: [group.id], users: [users] });
    expect(() => make("same", group.id)).toThrow(
      /users\[0\].*the same group is one of administrators/,
    );
    expect(() => make("apart", other.id)).not.toThrow();
  });

  test.each<[string, Change | ((vault: SovereignVault) => Change), RegExp]>([
    ["one group that administers and uses", { users: [ADMINS] }, /users\[0\] is .*administrators/],
    ["one group that administers and attaches", { associators: [ADMINS] }, /associators\[0\]/],
    ["one group that administers and reads secrets", { secretReaders: [ADMINS] }, /secretReaders/],
    [
      "one group that makes and reads secrets",
      (vault) => ({
        secretAdministrators: [SECRETS],
        secretReaders: [SECRETS],
        secretKey: vault.addKey("s"),
      }),
      /secretReaders\[0\] is .*one of secretAdministrators/,
    ],
    ["nobody who administers", { administrators: [] }, /nobody could disable or rotate/],
    ["users of no key", { keys: [], users: [USERS] }, /never at whatever a compartment holds/],
    ["secrets without their key", { secretAdministrators: [SECRETS] }, /secretKey is not set/],
    [
      "a user instead of a group",
      { users: ["ocid1.user.oc1..aaaaaaaaalice"] },
      /users\[0\] is .*no OCID of type group/,
    ],
    [
      "a name that would end the statement's text",
      { networkSourceName: "x', target.key.id = 'y" },
      /networkSourceName is /,
    ],
    [
      "a key of another vault",
      (vault) => ({
        keys: [
          new SovereignVault(vault, "other", { compartmentId: KEYS, displayName: "o" }).addKey("k"),
        ],
      }),
      /keys\[0\] is "stack\/vault\/other\/k": it is no key of the vault stack\/vault/,
    ],
    [
      "more statements than a policy takes",
      (vault) => ({
        keys: Array.from({ length: 25 }, (_, index) => vault.addKey(`k${index}`)),
        users: [USERS],
        associators: [ATTACH],
      }),
      /52 statements for 25 keys.*50 statements a policy/,
    ],
  ])("fails for %s", (_what, change, message) => {
    expect(() => dutiesIn(change)).toThrow(message);
    expect(() => dutiesIn(change)).toThrow(/^stack\/duties \(KeyDuties\): /);
  });
});
