import fc from "fast-check";
import { holds, isPublic, isWorldwide, overlapOf, parseCidr } from "../../../guard/network/cidr";
import { CidrIndex } from "../../../guard/network/cidr-index";

function cidr(text: string) {
  const parsed = parseCidr(text);
  if (parsed === undefined) {
    throw new Error(text);
  }
  return parsed;
}

describe("a CIDR block", () => {
  test("is read of both families, and an address is a block of one", () => {
    expect(cidr("10.0.0.0/8")).toMatchObject({ family: 4, prefix: 8 });
    expect(cidr("192.0.2.1")).toMatchObject({ family: 4, prefix: 32 });
    expect(cidr("2001:db8::/32")).toMatchObject({ family: 6, prefix: 32 });
  });

  test("begins at its network address, whatever host it is written with", () => {
    expect(cidr("10.1.2.3/16").start).toBe(cidr("10.1.0.0/16").start);
  });

  test("has the addresses that its prefix leaves, and is called as it is written", () => {
    const { start, end } = cidr("10.0.1.0/24");
    expect(end - start).toBe(255n);
    expect(cidr(" 10.0.1.7/24 ")).toMatchObject({ start, end, text: "10.0.1.7/24" });
    expect(cidr("10.0.1.7/24").text).toBe("10.0.1.7/24");
    expect(cidr("10.0.1.7").start).toBe(start + 7n);
  });

  test.each([
    "",
    "10.0.0.0/33",
    "::/129",
    "10.0.0/8",
    "0x0a.0.0.0/8",
    "10.0.0.0/8/8",
    "10.0.0.0/-1",
    "any",
    "10.0.0.0/",
    "10.0.0.0/8x",
    "10.0.0.0/ 8",
    "::/0008",
  ])("is not read from %j", (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test("overlaps the ranges that it holds or lies in, and no other family's", () => {
    expect(overlapOf(cidr("10.0.0.0/8"), cidr("10.9.0.0/16"))?.text).toBe("10.9.0.0/16");
    expect(overlapOf(cidr("10.9.0.0/16"), cidr("0.0.0.0/0"))?.text).toBe("10.9.0.0/16");
    expect(overlapOf(cidr("10.0.0.0/16"), cidr("10.1.0.0/16"))).toBeUndefined();
    expect(overlapOf(cidr("10.0.0.0/24"), cidr("10.0.1.0/32"))).toBeUndefined();
    expect(overlapOf(cidr("10.0.1.0/24"), cidr("10.0.0.255/32"))).toBeUndefined();
    expect(overlapOf(cidr("::/0"), cidr("0.0.0.0/0"))).toBeUndefined();
  });

  test.each([
    "0.0.0.0/0",
    "8.8.8.0/24",
    "::/0",
    "2603:c020::/32",
    "172.0.0.0/8",
    "1.0.0.0/8",
    "11.0.0.0/8",
    "100.0.0.0/9",
    "128.0.0.0/8",
    "169.0.0.0/8",
    "192.0.0.0/8",
    "223.0.0.0/8",
    "::2/127",
    "fe00::/9",
  ])("%s has addresses that the internet routes", (text) => {
    expect(isPublic(cidr(text))).toBe(true);
  });

  test.each([
    "0.0.0.0/8",
    "10.0.0.0/8",
    "172.16.5.0/24",
    "192.168.0.0/16",
    "100.64.0.0/12",
    "127.0.0.1",
    "169.254.169.254",
    "224.0.0.0/8",
    "255.255.255.255",
    "::1",
    "fd00::/8",
    "fe80::1",
    "ff02::/16",
  ])("%s has none", (text) => {
    expect(isPublic(cidr(text))).toBe(false);
  });

  test("is worldwide where it is wider than any organisation's, so that halves of everything count", () => {
    expect(isWorldwide(cidr("0.0.0.0/1"))).toBe(true);
    expect(isWorldwide(cidr("128.0.0.0/1"))).toBe(true);
    expect(isWorldwide(cidr("2000::/3"))).toBe(true);
    expect(isWorldwide(cidr("203.0.113.0/24"))).toBe(false);
    expect([7, 8].map((prefix) => isWorldwide(cidr(`8.0.0.0/${prefix}`)))).toEqual([true, false]);
    expect([15, 16].map((prefix) => isWorldwide(cidr(`2600::/${prefix}`)))).toEqual([true, false]);
  });
});

describe("an index of ranges", () => {
  const ranges = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 0, max: 32 }),
    ),
    { maxLength: 40 },
  );
  const text = ([a, b, prefix]: readonly [number, number, number]) => `10.${a}.${b}.0/${prefix}`;

  test("finds what a comparison with every range finds", () => {
    fc.assert(
      fc.property(ranges, ranges, (stored, asked) => {
        const index = new CidrIndex<number>();
        const all = stored.map((each) => cidr(text(each)));
        all.forEach((each, at) => {
          index.add(each, at);
        });
        for (const each of asked) {
          const range = cidr(text(each));
          const touching = all.flatMap((other, at) => (overlapOf(other, range) ? [at] : []));
          const around = all.flatMap((other, at) => (holds(other, range) ? [at] : []));
          expect(index.touching(range).sort()).toEqual(touching.sort());
          expect(index.around(range).sort()).toEqual(around.sort());
        }
      }),
    );
  });

  test("keeps the families apart", () => {
    const index = new CidrIndex<string>();
    index.add(cidr("::/0"), "six");
    index.add(cidr("0.0.0.0/0"), "four");
    expect(index.touching(cidr("10.0.0.0/8"))).toEqual(["four"]);
    expect(index.touching(cidr("fd00::/8"))).toEqual(["six"]);
  });
});
