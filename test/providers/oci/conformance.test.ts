import { bodyViolations } from "../../../providers/oci/scripts/conformance";
import {
  conformance,
  dataSourceSchema,
  loadSchema,
  resourceSchema,
} from "../../../providers/oci/scripts/schema";
import type { BlockSchema } from "../../../providers/oci/scripts/schema-types";

const bucket = (more: Record<string, unknown> = {}) =>
  conformance("oci_objectstorage_bucket", {
    compartment_id: "${var.compartment}",
    name: "audit",
    namespace: "tenancy",
    ...more,
  });

const securityList = (more: Record<string, unknown> = {}) =>
  conformance("oci_core_security_list", { compartment_id: "c", vcn_id: "v", ...more });

describe("conformance", () => {
  test("accepts a body with what is required", () => {
    expect(bucket()).toEqual([]);
  });

  test("reports an unknown argument", () => {
    expect(bucket({ acces_type: "NoPublicAccess" })).toEqual([
      "acces_type: is not an argument here",
    ]);
  });

  test("reports a missing required argument, and null as missing", () => {
    expect(bucket({ namespace: undefined })).toEqual(["namespace: is required"]);
    expect(bucket({ namespace: null })).toEqual(["namespace: is required"]);
  });

  test("reports a computed argument that is set, but not one that is optional too", () => {
    expect(bucket({ etag: "x" })).toEqual(["etag: is computed by the provider and can't be set"]);
    expect(bucket({ etag: null, storage_tier: "Standard" })).toEqual([]);
  });

  test("ignores Terraform's own arguments and comments", () => {
    expect(
      bucket({
        "//": { metadata: {} },
        count: 2,
        depends_on: ["oci_kms_vault.v"],
        lifecycle: { prevent_destroy: true },
        provider: "oci.iad",
        provisioner: [{ "local-exec": { command: "true" } }],
        connection: {},
        for_each: {},
      }),
    ).toEqual([]);
  });

  test("takes Terraform's own arguments at the top only", () => {
    expect(
      securityList({ egress_security_rules: [{ destination: "d", protocol: "6", count: 1 }] }),
    ).toEqual(["egress_security_rules[0].count: is not an argument here"]);
  });

  test("takes a provisioner in a resource but not in a data source", () => {
    const data = (more: object) => conformance("oci_objectstorage_namespace", more, "data");
    expect(data({ depends_on: [] })).toEqual([]);
    expect(data({ provisioner: [] })).toEqual(["provisioner: is not an argument here"]);
  });

  test("takes the timeouts that the type has", () => {
    expect(bucket({ timeouts: { create: "10m" } })).toEqual([]);
    expect(bucket({ timeouts: { read: "10m" } })).toEqual([
      "timeouts.read: is not an argument here",
    ]);
  });

  test("checks blocks inside blocks", () => {
    const rule = (tcp: object) => ({
      ingress_security_rules: [{ protocol: "6", source: "10.0.0.0/8", tcp_options: [tcp] }],
    });
    expect(securityList(rule({ min: 443, max: 443 }))).toEqual([]);
    expect(securityList(rule({ min: 443, source_port_range: [{ min: 1 }], extra: 1 }))).toEqual([
      "ingress_security_rules[0].tcp_options[0].extra: is not an argument here",
      "ingress_security_rules[0].tcp_options[0].source_port_range[0].max: is required",
    ]);
  });

  test("takes one block as an object or as a list of one", () => {
    const rule = { destination: "d", protocol: "6" };
    expect(securityList({ egress_security_rules: rule })).toEqual([]);
    expect(securityList({ egress_security_rules: [rule] })).toEqual([]);
    expect(securityList({ egress_security_rules: [] })).toEqual([]);
  });

  test("reports a value where a block stands, even a template", () => {
    expect(securityList({ egress_security_rules: "${var.rules}" })).toEqual([
      'egress_security_rules: is a block and must be an object, is "${var.rules}"',
    ]);
  });

  test("checks the provider's own block", () => {
    const provider = (body: object) => conformance("oci", body, "provider");
    expect(provider({ region: "us-ashburn-1", alias: "iad" })).toEqual([]);
    expect(provider({ regoin: "us-ashburn-1" })).toEqual(["regoin: is not an argument here"]);
  });

  test.each([[null], [[]], ["${var.body}"]])("reports %j instead of a body", (body) => {
    expect(conformance("oci_kms_vault", body)).toHaveLength(1);
  });
});

describe("types of literals", () => {
  const SCHEMA: BlockSchema = {
    attributes: {
      text: { type: "string", optional: true },
      count_of: { type: "number", optional: true },
      flag: { type: "bool", optional: true },
      names: { type: ["list", "string"], optional: true },
      ports: { type: ["set", "number"], optional: true },
      tags: { type: ["map", "string"], optional: true },
      any: { type: "dynamic", optional: true },
      pair: { type: ["tuple", ["string", "number"]], optional: true },
      rules: { type: ["list", ["object", { port: "number", on: "bool" }]], optional: true },
      nested: {
        optional: true,
        nested_type: {
          nesting_mode: "list",
          attributes: {
            id: { type: "string", required: true },
            seen: { type: "string", computed: true },
          },
        },
      },
      single: {
        optional: true,
        nested_type: {
          nesting_mode: "single",
          attributes: { on: { type: "bool", optional: true } },
        },
      },
      by_name: {
        optional: true,
        nested_type: { nesting_mode: "map", attributes: { on: { type: "bool", optional: true } } },
      },
    },
  };
  const check = (body: Record<string, unknown>) => bodyViolations(SCHEMA, body);

  test.each<[string, unknown]>([
    ["text", "x"],
    ["text", 1],
    ["text", true],
    ["count_of", 1.5],
    ["count_of", "-1.5e3"],
    ["flag", "false"],
    ["flag", "1"],
    ["names", ["a", 1, null]],
    ["ports", ["1", 2]],
    ["tags", { "ns.key": 1 }],
    ["any", [{}]],
    ["pair", ["a", "1"]],
    ["rules", [{ port: 1 }, { on: true }, "${var.rule}"]],
    ["nested", [{ id: "a" }, "${var.one}"]],
    ["single", { on: "true" }],
    ["by_name", { a: { on: true } }],
    ["nested", "${var.list}"],
    ["count_of", "${var.n}"],
    ["flag", "%{ if var.on }true%{ endif }"],
    ["names", "${[for n in var.names : n]}"],
    ["tags", "${var.tags}"],
    ["ports", ["${var.port}"]],
  ])("%s takes %j", (name, value) => {
    expect(check({ [name]: value })).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["text", ["x"], "text: must be a string"],
    ["text", {}, "text: must be a string"],
    ["count_of", "one", "count_of: must be a number"],
    ["count_of", "", "count_of: must be a number"],
    ["count_of", "0x10", "count_of: must be a number"],
    ["count_of", true, "count_of: must be a number"],
    ["count_of", "$${var.n}", "count_of: must be a number"],
    ["flag", "yes", "flag: must be a bool"],
    ["flag", 1, "flag: must be a bool"],
    ["names", "a", "names: must be a list"],
    ["names", { a: "b" }, "names: must be a list"],
    ["names", ["a", ["b"]], "names[1]: must be a string"],
    ["ports", ["1", "x"], "ports[1]: must be a number"],
    ["tags", ["a"], "tags: must be a map"],
    ["tags", { a: { b: 1 } }, 'tags["a"]: must be a string'],
    ["pair", ["a"], "pair: must hold 2 elements"],
    ["rules", [{ port: "x" }], "rules[0].port: must be a number"],
    ["rules", [{ prot: 1 }], "rules[0].prot: is not an argument here"],
    ["rules", ["a"], "rules[0]: must be an object"],
    ["nested", { id: "a" }, "nested: must be a list of objects"],
    ["nested", [{}], "nested[0].id: is required"],
    ["nested", [{ id: "a", seen: "b" }], "nested[0].seen: is computed"],
    ["single", [{ on: true }], "single: must be an object"],
    ["by_name", { a: { off: true } }, 'by_name["a"].off: is not an argument here'],
  ])("%s refuses %j", (name, value, violation) => {
    expect(check({ [name]: value })).toEqual([expect.stringContaining(violation)]);
  });
});

describe("numbers of blocks", () => {
  const entry: BlockSchema = { attributes: { id: { type: "string", required: true } } };
  const SCHEMA: BlockSchema = {
    block_types: {
      some: { nesting_mode: "list", block: entry, min_items: 1, max_items: 2 },
      unique: { nesting_mode: "set", block: entry, max_items: 1 },
      only: { nesting_mode: "single", block: entry },
      named: { nesting_mode: "map", block: entry },
    },
  };
  const one = { id: "a" };
  const check = (body: Record<string, unknown>) => bodyViolations(SCHEMA, body);

  test("reports too few and too many", () => {
    expect(check({})).toEqual(["some: needs at least 1 block, has 0"]);
    expect(check({ some: [] })).toEqual(["some: needs at least 1 block, has 0"]);
    expect(check({ some: [one, one] })).toEqual([]);
    expect(check({ some: [one, one, one] })).toEqual(["some: takes at most 2 blocks, has 3"]);
    expect(check({ some: one, unique: [one, one] })).toEqual([
      "unique: takes at most 1 block, has 2",
    ]);
    expect(check({ some: one, only: [one, one] })).toEqual(["only: takes at most 1 block, has 2"]);
  });

  test("reads labelled blocks", () => {
    expect(check({ some: one, named: { a: one, b: {} } })).toEqual(['named["b"].id: is required']);
  });

  test("counts a dynamic block as any number, and checks its content", () => {
    const dynamic = (content: unknown) => ({
      dynamic: { some: { for_each: "${var.all}", iterator: "item", content } },
    });
    expect(check(dynamic({ id: "${item.value}" }))).toEqual([]);
    expect(check(dynamic({}))).toEqual(["dynamic.some.content.id: is required"]);
    expect(check({ dynamic: [{ some: [{ for_each: [], content: one }] }] })).toEqual([]);
    expect(check({ ...dynamic(one), some: [one, one, one] })).toEqual([
      "some: takes at most 2 blocks, has 3",
    ]);
  });

  test("reports a dynamic block that Terraform can't read", () => {
    expect(check({ some: one, dynamic: { som: { for_each: [], content: one } } })).toEqual([
      "dynamic.som: is not a block here",
    ]);
    expect(check({ some: one, dynamic: { unique: { foreach: [], content: one } } })).toEqual([
      "dynamic.unique.for_each: is required",
      "dynamic.unique.foreach: is not an argument of a dynamic block",
    ]);
    expect(check({ some: one, dynamic: { unique: { for_each: [] } } })).toEqual([
      "dynamic.unique.content: is required",
    ]);
    expect(check({ some: one, dynamic: "${var.x}" })).toEqual([
      'dynamic: must hold blocks, holds "${var.x}"',
    ]);
  });
});

describe("the schema's readers", () => {
  test("know the provider, the resource types and the data sources", () => {
    expect(loadSchema().provider.block.attributes).toHaveProperty("region.optional", true);
    expect(resourceSchema("oci_kms_vault").block.attributes?.vault_type?.required).toBe(true);
    expect(dataSourceSchema("oci_objectstorage_namespace").block.attributes).toHaveProperty(
      "namespace.computed",
      true,
    );
  });

  test.each(["oci_kms_valt", "constructor", "oci_objectstorage_namespace"])(
    "refuse the resource type %s and say how to add it",
    (type) => {
      expect(() => resourceSchema(type)).toThrow("npm run oci:lock");
    },
  );
});
