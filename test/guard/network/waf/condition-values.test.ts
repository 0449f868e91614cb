import {
  jsonValue,
  pathValue,
  truthOf,
  type Value,
} from "../../../../guard/network/waf/condition-values";

describe("a path into the request", () => {
  test.each(["http.request.method", "connection.source.address", "connection.source.geology"])(
    "is %s, of which nothing but the request tells",
    (path) => {
      expect(pathValue(path)).toEqual({ kind: "other" });
    },
  );

  test.each([
    "true",
    "false",
    "null",
    "connection",
    "connection.source",
    "connection.source.geo",
    "connection.source.geo.countryCode.x",
    "connection.source.geo.countryCode[0]",
  ])("is not understood where it is a constant, or holds the country: %s", (path) => {
    expect(pathValue(path)).toBeUndefined();
  });
});

describe("a literal in JSON", () => {
  test.each<[string, Value]>([
    ["true", { kind: "boolean", value: true }],
    ["false", { kind: "boolean", value: false }],
    ['"US"', { kind: "texts", texts: ["US"], isList: false }],
    ['["US", "CA"]', { kind: "texts", texts: ["US", "CA"], isList: true }],
    ["[]", { kind: "texts", texts: [], isList: true }],
  ])("%s is read", (text, value) => {
    expect(jsonValue(text)).toEqual(value);
  });

  test.each(["", "US", "1", "null", "{}", '["US", 1]', "[1]", '{"length": 0}'])(
    "%j is not understood",
    (text) => {
      expect(jsonValue(text)).toBeUndefined();
    },
  );
});

describe("a value on its own", () => {
  test.each<[Value, boolean | string]>([
    [{ kind: "boolean", value: true }, true],
    [{ kind: "boolean", value: false }, false],
    [{ kind: "other" }, "depends"],
  ])("%j is %s", (value, truth) => {
    expect(truthOf(value)?.("US")).toBe(truth);
  });

  test.each<Value>([
    { kind: "country" },
    { kind: "texts", texts: ["US"], isList: false },
    { kind: "texts", texts: [], isList: true },
  ])("%j is not understood", (value) => {
    expect(truthOf(value)).toBeUndefined();
  });
});
