import { parseTemplate } from "../../../guard/model/template";

test("ends an expression behind a quoted escape, which opens nothing", () => {
  for (const escape of ["$${", "%%{"]) {
    expect(parseTemplate(`\${"${escape}"}-\${var.x}`)).toEqual([
      { kind: "expression", source: `"${escape}"` },
      { kind: "text", source: "-" },
      { kind: "expression", source: "var.x" },
    ]);
  }
});
