import { appendToken, escapeToken, tokensOf } from "../../../guard/json/pointer";

describe("appendToken", () => {
  test.each<[string, string | number, string]>([
    ["", "resource", "/resource"],
    ["/resource", "oci_core_vcn", "/resource/oci_core_vcn"],
    ["/provider/oci", 0, "/provider/oci/0"],
    ["/a", "", "/a/"],
  ])("writes %j and %j as %s", (pointer, token, expected) => {
    expect(appendToken(pointer, token)).toBe(expected);
  });
});

describe("escapeToken", () => {
  test.each([
    ["a/b", "a~1b"],
    ["a~b", "a~0b"],
    ["~1", "~01"],
    ["/a/b/~", "~1a~1b~1~0"],
    ["m~n~o", "m~0n~0o"],
    ["plain", "plain"],
    ["", ""],
  ])("writes the name %j as %j, after RFC 6901", (token, expected) => {
    expect(escapeToken(token)).toBe(expected);
  });

  test("writes an index as its digits", () => {
    expect(escapeToken(12)).toBe("12");
  });
});

test("a pointer is read back into what it was made of", () => {
  expect(tokensOf(appendToken(appendToken("/x", "a/b~c"), 0))).toEqual(["x", "a/b~c", "0"]);
  expect(tokensOf("/~01")).toEqual(["~1"]);
  expect(tokensOf("")).toEqual([]);
});
