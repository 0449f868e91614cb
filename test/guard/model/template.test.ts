import fc from "fast-check";
import {
  dottedReference,
  frameOf,
  isComposed,
  parseReference,
  parseTemplate,
  soleExpression,
} from "../../../guard/model/template";

test("ends an expression behind a quoted escape, which opens nothing", () => {
  for (const mark of ["$${", "%%{"]) {
    expect(parseTemplate(`\${"${mark}"}-\${var.x}`)).toEqual([
      { kind: "expression", source: `"${mark}"` },
      { kind: "text", source: "-" },
      { kind: "expression", source: "var.x" },
    ]);
  }
});

describe("a reference that is a whole text", () => {
  test.each([
    [`\${oci_kms_key.master.id}`, "oci_kms_key.master", "id"],
    [`\${data.aws_region.here.name}`, "data.aws_region.here", "name"],
    [`\${var.region}`, "var.region", ""],
    [`\${module.net.vcn.id}`, "module.net", "vcn.id"],
  ])("%s is read", (text, address, attribute) => {
    expect(dottedReference(text)).toEqual({ address, attribute });
  });

  test.each([
    `\${oci_kms_key.master[0].id}`,
    `\${ oci_kms_key.master.id }`,
    `\${data.aws_region}`,
    `\${oci_kms_key}`,
    `\${oci_kms_key..id}`,
    `\${oci_kms_key.id.}`,
    `\${1a.b}`,
    `$\${a.b}`,
    `\${a.b}\${c.d}`,
    `\${a.b} `,
    `\${a.é}`,
    "",
  ])("%j is left to the parser", (text) => {
    expect(dottedReference(text)).toBeUndefined();
  });

  test("is what the parser reads", () => {
    const name = fc.stringMatching(/^[A-Za-z_0-9-]{0,4}$/);
    const names = fc.array(fc.oneof(name, fc.constantFrom("data", "var", "each", "")), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(names, (segments) => {
        const text = `\${${segments.join(".")}}`;
        const quick = dottedReference(text);
        if (quick !== undefined) {
          expect(quick).toEqual(parseReference(soleExpression(text) ?? ""));
        }
      }),
    );
  });
});

describe("a text around references", () => {
  test("is the same where the references alone differ", () => {
    const frames = ["near", "far-away"].map((name) => frameOf(`a/\${t.${name}.id}/\${t.b.arn}`));
    expect(frames[0]?.text).toBe(frames[1]?.text);
    expect(frames[1]?.references).toEqual([`\${t.far-away.id}`, `\${t.b.arn}`]);
  });

  test.each([
    ["a value of the input", `a/\${var.region}`],
    ["an item of a list", `a/\${each.value}`],
    ["an iterator", `a/\${replica.value}`],
    ["a function", `a/\${lower(t.b.id)}`],
    ["an index", `a/\${t.b[0].id}`],
    ["a directive", `a/%{ if true }\${t.b.id}%{ endif }`],
    ["an escape", `a/$\${t.b.id}`],
    ["a percent sign", `a%2f\${t.b.id}`],
  ])("is worked out where it holds %s", (_what, text) => {
    expect(frameOf(text)).toBeUndefined();
    expect(isComposed(text)).toBe(true);
  });

  test("is not worked out where it holds references to attributes of blocks alone", () => {
    expect(isComposed(`a/\${t.b.id}`)).toBe(false);
  });
});
