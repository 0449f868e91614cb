import { isOpenRange, openRanges } from "../../../guard/sovereignty/open-range";

describe("isOpenRange", () => {
  test.each([
    "0.0.0.0/0",
    "::/0",
    " 0.0.0.0/0 ",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "64.0.0.0/7",
    "2000::/3",
    "0.0.0.0-255.255.255.255",
    "1.0.0.0 - 9.255.255.255",
    "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "::/15",
    "9.0.0.0-10.255.255.255",
    "2001::-2002:ffff::",
    " 1.0.0.0-9.0.0.0 ",
  ])("takes %s for the world", (text) => {
    expect(isOpenRange(text)).toBe(true);
  });

  test.each([
    "10.0.0.0/8",
    "2001::/16",
    "10.0.0.0-10.255.255.255",
    "2001::-2001:ffff::",
    "9.0.0.0-1.0.0.0",
    "1.0.0.0-9.0.0.0-9.0.0.1",
    "1.0.0.0-x",
    "x-9.0.0.0",
    "198.51.100.0/24",
    "198.51.100.7",
    "198.51.100.7/32",
    "2001:db8::/32",
    "198.51.100.1-198.51.100.9",
    "ocid1.vcn.oc1.iad.aaaa",
    "",
    "-",
    "a-b-c",
    "0.0.0.0/99",
  ])("takes %j for no more than one organisation's", (text) => {
    expect(isOpenRange(text)).toBe(false);
  });
});

describe("openRanges", () => {
  test("keeps the ranges that are open, and none behind a network", () => {
    const ranges = [
      "198.51.100.0/24",
      "0.0.0.0/0",
      "ocid1.vcn.oc1.iad.aaaa;0.0.0.0/0",
      "::/0",
      "10.0.0.0/8",
    ];
    expect(openRanges(ranges)).toEqual(["0.0.0.0/0", "::/0"]);
    expect(openRanges([])).toEqual([]);
  });
});
