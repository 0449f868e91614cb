import { Follower } from "../../../guard/flow/follower";
import type { Trace } from "../../../guard/flow/trace";
import type { JsonObject } from "../../../guard/json/json";
import type { Block, BlockKind, CalledModule, Input, Stack } from "../../../guard/model/block";
import { Jurisdiction } from "../../../jurisdiction";

function block(kind: BlockKind, address: string, body: object): Block {
  const [type = "", name = ""] = address.split(".");
  return {
    kind,
    stack: "s",
    file: "f",
    address,
    type,
    name,
    pointer: `/${address}`,
    body: body as JsonObject,
    constructPath: undefined,
    places: [],
    templates: [],
  };
}

interface StackParts {
  readonly modules?: ReadonlyMap<string, CalledModule>;
  readonly inputs?: ReadonlyMap<string, Input>;
}

function stack(blocks: readonly Block[], parts: StackParts = {}): Stack {
  return {
    name: "s",
    blocks,
    byAddress: new Map(blocks.map((each) => [each.address, each])),
    ...parts,
  };
}

const PROVIDER = {
  ...block("provider", "provider.oci", { region: "eu-frankfurt-1" }),
  type: "oci",
  name: "oci",
};
const KEY = block("resource", "oci_kms_key.k", {});
const USER = block("resource", "oci_objectstorage_bucket.b", {});

function statusOf(value: string, of: Stack): string {
  const trace: Trace = {
    flow: "key",
    cloud: "oci",
    stack: of,
    block: USER,
    hops: 0,
    isBucket: false,
    isAddress: false,
  };
  return new Follower([of], Jurisdiction.US).follow(value, trace).status;
}

describe("a variable", () => {
  const own = stack([PROVIDER, KEY]);
  const taking = (input: Input) =>
    statusOf("${var.key}", stack([PROVIDER, KEY], { inputs: new Map([["key", input]]) }));

  test("that a module call sets to a reference is followed", () => {
    const from = { stack: own, block: USER };
    expect(taking({ value: "${oci_kms_key.k.id}", from })).toBe("outside");
  });

  test("that a plan sets is text, whatever it looks like", () => {
    expect(taking({ value: "${oci_kms_key.k.id}" })).toBe("inside");
    expect(taking({ value: "ocid1.key.oc1.eu-frankfurt-1.aaaa" })).toBe("outside");
    expect(taking({ value: ["ocid1.key.oc1.iad.v.a", "ocid1.key.oc1.eu-frankfurt-1.a"] })).toBe(
      "outside",
    );
  });
});

describe("a module that the input holds", () => {
  const module = stack([
    PROVIDER,
    KEY,
    block("output", "output.key", { value: "${oci_kms_key.k.id}" }),
  ]);
  const root = stack([USER], { modules: new Map([["keys", { stack: module }]]) });

  test("is followed by its output", () => {
    expect(statusOf("${module.keys.key}", root)).toBe("outside");
    expect(statusOf('${module.keys["a"].key}', root)).toBe("outside");
    expect(statusOf("${module.keys[0].key}", root)).toBe("outside");
  });

  test("proves nothing by an output that it has not, nor where it was not read", () => {
    expect(statusOf("${module.keys.other}", root)).toBe("unproven");
    const unread = stack([USER], { modules: new Map([["keys", { unproven: "not read" }]]) });
    expect(statusOf("${module.keys.key}", unread)).toBe("unproven");
    expect(statusOf("${module.keys.key}", stack([USER]))).toBe("unproven");
  });
});

test("a variable that the calling module sets is followed to what it is set to", () => {
  const caller = stack([PROVIDER, KEY]);
  const called = (value: string) =>
    stack([USER], { inputs: new Map([["key", { value, from: { stack: caller, block: KEY } }]]) });
  expect(statusOf("${var.key}", called("${oci_kms_key.k.id}"))).toBe("outside");
  expect(statusOf("${var.key}", called("ocid1.key.oc1.iad.aaaa"))).toBe("inside");
  expect(statusOf("${var.key}", called("${var.other}"))).toBe("unproven");
});

test("an index of a block does not hide what its arguments say", () => {
  const replication = block("resource", "oci_kms_vault_replication.r", {
    replica_region: "${var.unknown}",
  });
  const of = stack([replication, { ...PROVIDER, body: { region: "us-ashburn-1" } }]);
  const trace = { flow: "region", cloud: "oci", stack: of, block: USER, hops: 0 } as const;
  const follow = (value: string) =>
    new Follower([of], Jurisdiction.US).follow(value, {
      ...trace,
      isBucket: false,
      isAddress: false,
    });
  expect(follow('${oci_kms_vault_replication.r["a"].replica_region}').status).toBe("unproven");
  expect(follow("${oci_kms_vault_replication.r[0].replica_region}").status).toBe("unproven");
});
