import { Follower } from "../../../guard/flow/follower";
import type { Trace } from "../../../guard/flow/trace";
import type { JsonObject } from "../../../guard/json/json";
import type { Block, BlockKind, CalledModule, Input, Stack } from "../../../guard/model/block";
import { Jurisdiction } from "../../../jurisdiction";
import { followIn, outcomeOf, PROVIDERS, stacksOf } from "./followed";

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

const DOCUMENT = {
  resource: {
    oci_kms_key: { near: {}, far: { provider: "oci.frankfurt" } },
    oci_kms_vault_replication: {
      v: { replica_region: "uk-london-1", vault_id: "${oci_kms_key.far.id}" },
    },
    aws_kms_key: { near: {}, far: { provider: "aws.ireland" } },
    aws_s3_bucket: {
      near: { bucket: "near" },
      far: { bucket: "far", provider: "aws.ireland" },
    },
    aws_backup_vault: { far: { provider: "aws.ireland" } },
    aws_backup_plan: {
      p: { rule: { copy_action: { destination_vault_arn: "${aws_backup_vault.far.arn}" } } },
    },
    aws_flow_log: { f: { log_destination: "${aws_s3_bucket.far.arn}" } },
    aws_lambda_function: { l: { region: "eu-west-1" }, near: { description: "eu-west-1" } },
    random_pet: { p: {} },
  },
  data: {
    aws_region: { own: {}, asked: { name: "eu-west-1" }, found: { endpoint: "x", name: "x" } },
    aws_s3_bucket: {
      far: { bucket: "far" },
      near: { bucket: "near" },
      other: { bucket: "other" },
      free: {},
      each: { for_each: ["far"], bucket: "${each.value}" },
    },
    aws_regions: { all: {} },
    terraform_remote_state: { s: { backend: "s3", config: { bucket: "x", key: "y" } } },
  },
  locals: {
    far: "${oci_kms_key.far.id}",
    map: { a: { id: "${oci_kms_key.far.id}" } },
    list: ["us-west-2", "eu-west-1"],
    loop: "${local.loop}",
    number: 7,
  },
  variable: {
    free: {},
    one: { validation: { condition: '${contains(["us-west-2", "eu-west-1"], var.one)}' } },
  },
};

const INSIDE = { status: "inside" };
const unproven = (because: string) => ({ status: "unproven", because });
const outside = (region: string, because: string) => ({ status: "outside", region, because });
const lies = (address: string, provider: string, region: string) =>
  outside(region, `${address} lies there: ${provider} sets region ${region}`);

const FAR_KEY = lies("oci_kms_key.far", "provider.oci.frankfurt", "eu-frankfurt-1");
const FAR_BUCKET = lies("aws_s3_bucket.far", "provider.aws.ireland", "eu-west-1");
const FREE = unproven(
  "var.free can be set to anything when Terraform runs: it has no validation that lists its values",
);
const onlyWhenRun = (what: string) => unproven(`${what} has a value only when Terraform runs`);

describe("where a value leads", () => {
  test.each([
    // Lists and maps lead wherever one of their items leads.
    [["alias/a", "${oci_kms_key.far.id}"], FAR_KEY],
    [{ a: "${oci_kms_key.far.id}", b: "${var.free}" }, FAR_KEY],
    [{ a: ["${oci_kms_key.near.id}"], b: null }, INSIDE],
    [7, INSIDE],
    // A reference to a block, by an attribute that speaks of the block itself.
    ["${oci_kms_key.far.id}", FAR_KEY],
    ["${oci_kms_key.far[0].id}", FAR_KEY],
    ["${oci_kms_key.far}", FAR_KEY],
    ["${oci_kms_key.near.id}", INSIDE],
    ["${oci_kms_key.near}", INSIDE],
    ["${oci_kms_key.near.tags}", onlyWhenRun("oci_kms_key.near.tags")],
    [
      '${oci_kms_key.near["a"].tags.x}',
      { status: "unproven", because: "oci_kms_key.near.tags.x is a text that anybody can write" },
    ],
    ["${oci_kms_key.none.id}", unproven("oci_kms_key.none is not in the file")],
    [
      "${random_pet.p.id}",
      unproven("random_pet.p is a value of the Terraform state, which has no place"),
    ],
    ["${data.aws_regions.all.id}", onlyWhenRun("data.aws_regions.all.id")],
    // By an attribute that is set to what leads on.
    ["${oci_kms_vault_replication.v.vault_id}", FAR_KEY],
    ["${oci_kms_vault_replication.v.id}", INSIDE],
    [
      "${aws_backup_plan.p.rule[0].copy_action[0].destination_vault_arn}",
      lies("aws_backup_vault.far", "provider.aws.ireland", "eu-west-1"),
    ],
    ["${aws_flow_log.f.log_destination}", FAR_BUCKET],
    // Local values.
    ["${local.far}", FAR_KEY],
    ["${local.map}", FAR_KEY],
    ["${local.map.a.id}", FAR_KEY],
    ['${local.map["a"].id}', FAR_KEY],
    ["${local.map.b.id}", unproven("local.map holds no b.id that is in the file")],
    ["${local.none}", unproven("local.none is not defined")],
    ["${local.loop}", unproven("local.loop refers to itself")],
    // What nothing in the file tells.
    ["${var.free}", FREE],
    ["${var.none}", unproven("var.none is not declared")],
    ["${module.m.x}", unproven("module.m is not in the file")],
    ["${each.value}", unproven("each.value stands in a block without for_each")],
    ["${each.key}", unproven("each.key stands in a block without for_each")],
    ["${replica.value}", unproven("replica.value is not in the file")],
    ["${provider.oci.region}", unproven("provider.oci is not in the file")],
    [
      "${data.terraform_remote_state.s.outputs.x}",
      unproven("data.terraform_remote_state.s is the state of a stack that is not in the input"),
    ],
    // Expressions.
    ["${coalesce(oci_kms_key.near.id, oci_kms_key.far.id)}", FAR_KEY],
    ['${coalesce("${oci_kms_key.far.id}")}', FAR_KEY],
    ['${try("${oci_kms_key.near.id}", null)}', INSIDE],
    ["${upper(var.free)}", onlyWhenRun("the expression upper(var.free)")],
    [
      '${lower("ocid1.key.oc1.FRA.v.a")}',
      outside("eu-frankfurt-1", '"ocid1.key.oc1.fra.v.a" names it'),
    ],
    ['${lower("ALIAS")}', INSIDE],
    [
      "${[for x in var.free : x if var.free ? true : false]}",
      unproven(
        "the expression [for x in var.free : x if var.free ? true : false] has a value only when Terraform runs",
      ),
    ],
    [
      '${var.free ? "https:\\u002f\\u002fx.example" : "alias/a"}',
      unproven("x.example can be anywhere"),
    ],
  ])("is told of a key by %j", (value, expected) => {
    expect(outcomeOf(value, DOCUMENT)).toEqual(expected);
  });

  test.each([
    [7, unproven("7 is no region")],
    [true, unproven("true is no region")],
    [null, INSIDE],
    ["${local.number}", unproven("7 is no region")],
    ["${local.list}", outside("eu-west-1", '"eu-west-1" is eu-west-1')],
    ["${local.list[0]}", outside("eu-west-1", '"eu-west-1" is eu-west-1')],
    ["${var.one}", outside("eu-west-1", '"eu-west-1" is eu-west-1')],
    ["${var.one.x}", unproven("var.one is no text")],
    ['${upper("eu-west-1")}', outside("eu-west-1", '"EU-WEST-1" is eu-west-1')],
    ['${try("us-west-2", null)}', INSIDE],
    // The data source tells the region that it is asked for, or its own.
    ["${data.aws_region.own.region}", INSIDE],
    ["${data.aws_region.own.name}", INSIDE],
    ["${data.aws_region.asked.region}", outside("eu-west-1", '"eu-west-1" is eu-west-1')],
    [
      "${data.aws_region.found.region}",
      unproven("data.aws_region.found finds a region by an endpoint"),
    ],
    ["${data.aws_regions.all.names}", onlyWhenRun("data.aws_regions.all.names")],
    // A block tells its own region, or one that it passes on.
    [
      "${oci_kms_vault_replication.v.replica_region}",
      outside("uk-london-1", '"uk-london-1" is uk-london-1'),
    ],
    [
      "${aws_lambda_function.l.region}",
      outside(
        "eu-west-1",
        "aws_lambda_function.l lies there: its own region argument says region eu-west-1",
      ),
    ],
    ["${aws_lambda_function.near.description}", outside("eu-west-1", '"eu-west-1" is eu-west-1')],
    ["${aws_kms_key.far.id}", onlyWhenRun("aws_kms_key.far.id")],
  ])("is told of a region by %j", (value, expected) => {
    expect(outcomeOf(value, DOCUMENT, { flow: "region" })).toEqual(expected);
  });

  test("tells of a key where the data source of a region lies, not what it speaks of", () => {
    expect(outcomeOf("${data.aws_region.asked.id}", DOCUMENT)).toEqual(INSIDE);
  });

  test("does not end before a chain of references that a person can write", () => {
    const chain = (length: number) => ({
      ...DOCUMENT,
      locals: Object.fromEntries(
        Array.from({ length }, (_, at) => [
          `l${at}`,
          at === length - 1 ? "${oci_kms_key.far.id}" : `\${local.l${at + 1}}`,
        ]),
      ),
    });
    expect(outcomeOf("${local.l0}", chain(64))).toEqual(FAR_KEY);
    expect(outcomeOf("${local.l0}", chain(80))).toEqual(unproven("its references lead on and on"));
  });
});

describe("where the name of a bucket leads", () => {
  const other = unproven("the name of the S3 bucket other names no region, and no stack makes it");

  test.each([
    ["far", { isBucket: true }, FAR_BUCKET],
    ["far/path", { isBucket: true }, FAR_BUCKET],
    ["near", { isBucket: true }, INSIDE],
    ["other", { isBucket: true }, other],
    // Where no bucket is asked for, only an ARN, a URI or a host is one's name.
    ["far", {}, INSIDE],
    ["arn:aws:s3:::far", {}, FAR_BUCKET],
    ["arn:aws:s3:::near/x", {}, INSIDE],
    ["s3://far/x", {}, FAR_BUCKET],
    ["far.s3.amazonaws.com", {}, FAR_BUCKET],
    ["arn:aws:s3:::other", {}, other],
    // A partition abroad is told before the bucket is looked for.
    ["arn:aws-cn:s3:::far", {}, outside("aws-cn", '"arn:aws-cn:s3:::far" names it')],
    // What comes in need not be known, and Oracle Cloud has buckets of its own.
    ["arn:aws:s3:::other", { flow: "source" }, INSIDE],
    ["far", { isBucket: true, cloud: "oci" }, INSIDE],
    ["arn:aws:s3:::far", { cloud: "oci" }, INSIDE],
  ] as const)("is told by the stack that makes it: %s %j", (value, asked, expected) => {
    expect(outcomeOf(value, DOCUMENT, asked)).toEqual(expected);
  });

  test.each([
    ["${data.aws_s3_bucket.far.arn}", FAR_BUCKET],
    ["${data.aws_s3_bucket.near.arn}", INSIDE],
    ["${data.aws_s3_bucket.other.arn}", other],
    ["${data.aws_s3_bucket.free.arn}", unproven("data.aws_s3_bucket.free can lie anywhere")],
    // Its own for_each tells, not that of the block that refers to it.
    ["${data.aws_s3_bucket.each.arn}", FAR_BUCKET],
  ])("is told of a bucket that a data source finds, for every cloud: %s", (value, expected) => {
    expect(outcomeOf(value, DOCUMENT)).toEqual(expected);
    expect(outcomeOf(value, DOCUMENT, { cloud: "oci" })).toEqual(expected);
  });

  test("is the worst of several that are made by one name", () => {
    const twice = {
      resource: {
        aws_s3_bucket: {
          a: { bucket: "same" },
          b: { bucket: "same", provider: "aws.ireland" },
        },
      },
    };
    expect(outcomeOf("arn:aws:s3:::same", twice)).toEqual(
      lies("aws_s3_bucket.b", "provider.aws.ireland", "eu-west-1"),
    );
  });
});

describe("where an item of for_each leads", () => {
  const follow = (value: string, for_each: unknown, flow: "key" | "region" = "key") =>
    followIn(
      stacksOf({
        test: {
          provider: PROVIDERS,
          resource: {
            ...DOCUMENT.resource,
            aws_sns_topic: { t: { for_each } },
          },
        },
      }),
      value,
      { flow },
      "aws_sns_topic.t",
    );
  const abroad = outside("eu-west-1", '"eu-west-1" is eu-west-1');

  test.each([
    ["${each.key}", { "us-west-2": 1, "eu-west-1": 1 }, abroad],
    ["${each.key}", { "us-west-2": "eu-west-1" }, INSIDE],
    ["${each.value}", { "eu-west-1": "us-west-2" }, INSIDE],
    ["${each.value}", { a: "us-west-2", b: "eu-west-1" }, abroad],
    ["${each.value.region}", { a: { region: "eu-west-1" } }, abroad],
    [
      "${each.value.other}",
      { a: { region: "us-west-2" } },
      unproven("each.value holds no other that is in the file"),
    ],
    ["${each.value}", ["us-west-2", "eu-west-1"], abroad],
    ["${each.key}", ["us-west-2"], INSIDE],
    ["${each.key}", '${toset(["eu-west-1"])}', abroad],
    ["${each.value.x}", ["us-west-2"], onlyWhenRun("each.value.x")],
  ])("by %s of %j", (value, set, expected) => {
    expect(follow(value, set, "region")).toEqual(expected);
  });

  test("of a block that it refers to", () => {
    expect(follow("${each.value}", { a: "${oci_kms_key.far.id}" })).toEqual(FAR_KEY);
    expect(follow("${each.value}", { a: "${oci_kms_key.near.id}" })).toEqual(INSIDE);
  });
});

describe("where an output of another stack leads", () => {
  const config = { bucket: "state", key: "keys", region: "us-east-1" };
  const follow = (value: string) =>
    followIn(
      stacksOf({
        reader: {
          data: { terraform_remote_state: { keys: { backend: "s3", config } } },
          resource: { aws_sns_topic: { t: {} } },
        },
        keys: {
          ...DOCUMENT,
          provider: PROVIDERS,
          terraform: { backend: { s3: config } },
          output: {
            far: { value: "${oci_kms_key.far.id}" },
            map: { value: { near: "${oci_kms_key.near.id}", far: "${oci_kms_key.far.id}" } },
            empty: {},
          },
        },
      }),
      value,
      {},
      "aws_sns_topic.t",
    );
  const state = "data.terraform_remote_state.keys";
  const missing = (name: string) => unproven(`the stack keys has no output ${name}`);

  test.each([
    [`\${${state}.outputs.far}`, FAR_KEY],
    [`\${${state}[0].outputs.far}`, FAR_KEY],
    [`\${${state}.outputs["far"]}`, FAR_KEY],
    [`\${${state}.outputs.map.near}`, INSIDE],
    [`\${${state}.outputs.map.far}`, FAR_KEY],
    [`\${${state}.outputs.map.none}`, missing("map")],
    [`\${${state}.outputs.none}`, missing("none")],
    [`\${${state}.outputs}`, missing("")],
    [
      `\${${state}.workspace}`,
      unproven(`${state} is the state of a stack that is not in the input`),
    ],
  ])("by %s", (value, expected) => {
    expect(follow(value)).toEqual(expected);
  });
});
