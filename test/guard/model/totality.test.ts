import fc from "fast-check";
import { checkJson } from "../../support/check-json";

const ROOTS = [
  "action",
  "check",
  "data",
  "ephemeral",
  "import",
  "locals",
  "module",
  "moved",
  "output",
  "provider",
  "removed",
  "resource",
  "terraform",
  "variable",
  "anything",
] as const;

/** Names and texts that the model reads, so that odd values meet them. */
const name = fc.constantFrom(
  "aws",
  "oci",
  "aws_s3_bucket",
  "oci_kms_vault",
  "data",
  "provider",
  "providers",
  "region",
  "alias",
  "for_each",
  "count",
  "dynamic",
  "content",
  "iterator",
  "source",
  "required_providers",
  "backend",
  "validation",
  "condition",
  "default",
  "//",
  "metadata",
  "path",
  "__proto__",
  "constructor",
  "",
  "a/b~c",
);
const text = fc.constantFrom(
  "",
  "us-ashburn-1",
  "eu-west-1",
  "aws.a",
  "${each.value}",
  "${local.a}",
  "${var.a}",
  "${module.a.b}",
  "${data.aws_region.a.name}",
  "eu-${local.a}-1",
  "${",
  "./a",
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.constantFrom(null, true, 0, 1.5, -1, 1e300),
    text,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }),
  ),
}));
const configuration = fc.dictionary(fc.constantFrom(...ROOTS), value, { maxKeys: 6 });

function reversed(json: unknown): unknown {
  if (Array.isArray(json)) {
    return json.map(reversed);
  }
  return typeof json === "object" && json !== null
    ? Object.fromEntries(
        Object.entries(json)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      )
    : json;
}

test("any JSON whatsoever is judged without an error", () => {
  fc.assert(
    fc.property(configuration, (json) => {
      const { findings, placements } = checkJson(json);
      for (const finding of findings) {
        expect(finding.path === "" || finding.path.startsWith("/")).toBe(true);
      }
      expect(Array.isArray(placements)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test("a plan of any JSON whatsoever is judged without an error", () => {
  const names = fc.constantFrom("resources", "child_modules", "values", "address", "mode", "type");
  const more = fc.constantFrom("name", "expressions", "region", "references", "constant_value");
  const { part } = fc.letrec((tie) => ({
    part: fc.oneof(
      { maxDepth: 5, depthSize: "medium" },
      fc.constantFrom(null, true, 1, "data", "managed", "aws", "module.a", "aws_s3_bucket"),
      fc.array(tie("part"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(names, more), tie("part"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(part, part, part, part, (root_module, change, configured, provider) => {
      const plan = {
        format_version: "1.2",
        planned_values: { root_module },
        prior_state: { values: { root_module } },
        resource_changes: [{ address: "aws_s3_bucket.b", change }, change],
        configuration: { root_module: configured, provider_config: { aws: provider } },
      };
      expect(Array.isArray(checkJson(plan).findings)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test("the order of properties does not change what is found", () => {
  fc.assert(
    fc.property(configuration, (json) => {
      const of = (input: object) =>
        checkJson(input)
          .findings.map(({ rule, status, address, path }) =>
            [address, path, rule, status].join(" "),
          )
          .sort();
      expect(of(reversed(json) as object)).toEqual(of(json));
    }),
    { numRuns: 1500 },
  );
});
