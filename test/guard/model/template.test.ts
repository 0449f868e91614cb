import { parseTemplate } from "../../../guard/model/template";

test("ends an expression behind a quoted escape, which opens nothing", () => {
  for (const mark of ["$${", "%%{"]) {
    expect(parseTemplate(`\${"${mark}"}-\${var.x}`)).toEqual([
      { kind: "expression", source: `"${mark}"` },
      { kind: "text", source: "-" },
      { kind: "expression", source: "var.x" },
    ]);
  }
});
