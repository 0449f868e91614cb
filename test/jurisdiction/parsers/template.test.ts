import { isTemplate, splitOutsideTemplates } from "../../../jurisdiction/parsers/template";

test.each([
  ["${var.a}", true],
  ["x%{ if a }y%{ endif }", true],
  ["$var", false],
  ["{a}", false],
  ["% {a}", false],
  ["", false],
])("whether %j is an expression: %j", (text, expected) => {
  expect(isTemplate(text)).toBe(expected);
});

test.each([
  ["a.b", ["a", "b"]],
  ["", [""]],
  [".", ["", ""]],
  ["a.${b.c}.d", ["a", "${b.c}", "d"]],
  ["a.%{ if b.c }x%{ endif }.d", ["a", "%{ if b.c }x%{ endif }", "d"]],
  ['a.${b["{c}"].d}.e', ["a", '${b["{c}"].d}', "e"]],
  ["${a.b}${c.d}.e", ["${a.b}${c.d}", "e"]],
  ["${a.${b.c}.d}.e", ["${a.${b.c}.d}", "e"]],
  ["$.${a.b}", ["$", "${a.b}"]],
  ["{a.b}.${c}", ["{a", "b}", "${c}"]],
  ["${a}.", ["${a}", ""]],
  ["}.${a}.b", ["}", "${a}", "b"]],
  ["${a.b", ["${a.b"]],
])("%j splits at its dots into %j", (text, parts) => {
  expect(splitOutsideTemplates(text, ".")).toEqual(parts);
});
