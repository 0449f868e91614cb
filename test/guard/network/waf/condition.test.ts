import { parseCondition } from "../../../../guard/network/waf/condition";

const COUNTRY = "connection.source.geo.countryCode";
const PATH = "http.request.url.path";

function truth(text: string, country: string | undefined = "US") {
  const condition = parseCondition(text);
  return condition === undefined ? "not understood" : condition.of(country);
}

/** One condition of each truth. */
const ONE = { true: "`true`", false: "`false`", depends: PATH } as const;

describe("conditions that are joined", () => {
  test.each([
    ["true", "true", true, true],
    ["true", "false", true, false],
    ["true", "depends", true, "depends"],
    ["false", "true", true, false],
    ["false", "false", false, false],
    ["false", "depends", "depends", false],
    ["depends", "true", true, "depends"],
    ["depends", "false", "depends", false],
    ["depends", "depends", "depends", "depends"],
  ] as const)("of %s and %s are one of both %s, and both %s", (a, b, either, both) => {
    expect(truth(`${ONE[a]} || ${ONE[b]}`)).toBe(either);
    expect(truth(`${ONE[a]} && ${ONE[b]}`)).toBe(both);
  });

  test("bind more tightly by && than by ||, unless parentheses say otherwise", () => {
    expect(truth("`true` || `true` && `false`")).toBe(true);
    expect(truth("(`true` || `true`) && `false`")).toBe(false);
  });

  test.each([
    "|| `true`",
    "&& `true`",
    "`true` ||",
    "`true` &&",
    "`true` || && `true`",
    "()",
    "(`true`",
    "`true`)",
    "! ",
  ])("are not understood where one is missing: %s", (text) => {
    expect(truth(text)).toBe("not understood");
  });
});

describe("a condition", () => {
  test("is read up to the length that the service takes", () => {
    expect(truth("`true`".padEnd(1024))).toBe(true);
    expect(truth("`true`".padEnd(1025))).toBe("not understood");
  });

  test("names the countries that it compares with, and no other text", () => {
    const named = (text: string) => [...(parseCondition(text)?.countries ?? [])];
    expect(named(`contains(['US', 'XUS', 'USX', 'us', 'DE'], ${COUNTRY})`)).toEqual(["US", "DE"]);
    expect(named(`i_contains(['us'], ${COUNTRY}) || ${COUNTRY} == 'FR'`)).toEqual(["US", "FR"]);
    expect(named(`${PATH} == 'CA'`)).toEqual([]);
  });

  test.each(["<", ">", "<=", ">="])("that orders by %s depends on the request", (symbol) => {
    expect(truth(`${PATH} ${symbol} 'a'`)).toBe("depends");
    expect(truth(`'a' ${symbol} ${PATH}`)).toBe("depends");
    expect(truth(`'a' ${symbol} 'b'`)).toBe("not understood");
    expect(truth(`'a' ${symbol}`)).toBe("not understood");
    expect(truth(`${COUNTRY} ${symbol} 'US'`)).toBe("not understood");
  });

  test.each([
    [`${PATH} == 'a'`, "depends"],
    [`'a' == ${PATH}`, "depends"],
    [`'a' != ${PATH}`, "depends"],
    ["'a' == 'a'", "not understood"],
    ["'a' ==", "not understood"],
    [`${COUNTRY} == ['US']`, "not understood"],
    [`${COUNTRY} == \`true\``, "not understood"],
    [`${COUNTRY} == ${COUNTRY}`, "not understood"],
    [`['US'] != ${COUNTRY}`, "not understood"],
  ])("that compares, %s, is %s", (text, expected) => {
    expect(truth(text)).toBe(expected);
  });
});

describe("a function", () => {
  test.each([
    [`i_contains(${COUNTRY}, 'us')`, true],
    [`contains(${COUNTRY}, 'us')`, false],
    [`contains(['US',], ${COUNTRY})`, true],
    [`contains(${COUNTRY}, ['US'])`, "not understood"],
    [`contains(${COUNTRY}, 'U')`, "not understood"],
    [`contains(${COUNTRY}, 'USA')`, "not understood"],
    [`contains(${COUNTRY}, ${PATH})`, "not understood"],
    [`contains(${PATH}, ${COUNTRY})`, "not understood"],
    [`contains('US', ${COUNTRY})`, "not understood"],
    [`contains(${PATH}, 'a')`, "depends"],
    [`contains('a', ${PATH})`, "depends"],
    ["contains('a', 'b')", "not understood"],
    ["contains(['a'], 'b')", "not understood"],
    [`contains(${COUNTRY})`, "not understood"],
    [`contains(${PATH})`, "depends"],
    [`contains(['US'], ${COUNTRY}, 'x')`, "not understood"],
    [`contains(${PATH}, 'x', 'y')`, "depends"],
    [`matches(${PATH}, 'x')`, "depends"],
    [`matches(['US'], ${COUNTRY})`, "not understood"],
    ["contains()", "not understood"],
    ["now()", "not understood"],
  ])("%s is %s", (text, expected) => {
    expect(truth(text)).toBe(expected);
  });

  test.each([
    `'contains'(['US'], ${COUNTRY})`,
    `contains'('['US'], ${COUNTRY})`,
    `contains(['US'] ${COUNTRY})`,
    "contains([",
    "contains(['US'",
    "contains(['US' 'CA']",
    `contains([['US']], ${COUNTRY})`,
    `contains(['US', ${PATH}], ${COUNTRY})`,
    `contains(['US'], ${COUNTRY}`,
    "contains('US'",
    "contains(",
    "contains(==, 'US')",
  ])("is not understood where it is written otherwise: %s", (text) => {
    expect(truth(text)).toBe("not understood");
  });

  test.each([
    [`contains(keys(${PATH}), 'x')`, "depends"],
    [`contains(f(g(${PATH}), h('x', ')')), 'x')`, "depends"],
    [`contains(f('connection'), 'x')`, "depends"],
    [`'x' == length(${PATH})`, "depends"],
    [`contains(f(${COUNTRY}, ${PATH}), 'x')`, "not understood"],
    [`contains(f(${PATH}, g(${COUNTRY})), 'x')`, "not understood"],
    ["contains(f(connection.source), 'x')", "not understood"],
    [`'x' == f(${PATH}`, "not understood"],
    [`'x' == f(g(${PATH})`, "not understood"],
  ])("of another function, %s, is %s", (text, expected) => {
    expect(truth(text)).toBe(expected);
  });
});
