import { Region } from "../../../jurisdiction";
import { parseAvailabilityZone } from "../../../jurisdiction/parsers";
import { AWS_LOCAL_ZONES, AWS_WAVELENGTH_ZONES } from "../../../jurisdiction/tables/aws-zones";
import { outcome } from "../outcome";

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

describe.each([
  ["Local Zones", AWS_LOCAL_ZONES, (region: string, at: string) => `${region}-${at}-1a`],
  [
    "Wavelength Zones",
    AWS_WAVELENGTH_ZONES,
    (region: string, at: string) => `${region}-wl1-${at}-wlz-1`,
  ],
] as const)("the table of %s", (_what, rows, nameOf) => {
  test("has each place once", () => {
    const places = rows.map(([region, location]) => `${region}/${location}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(10);
  });

  test.each(rows)(
    "holds %s %s in %s, a place that can be: its zone is read so",
    (region, location, country) => {
      expect(Region.of(region).cloud).toBe("aws");
      expect(location).toMatch(/^[a-z]{3}$/);
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(COUNTRIES.of(country)).toBeDefined();
      const { value, proof } = parseAvailabilityZone(nameOf(region, location));
      expect(value?.country).toBe(country);
      // A zone in another country than its region's is a way out.
      expect(proof.proves === "region").toBe(country === Region.of(region).country);
    },
  );
});

test.each([
  ["us-east-1-bue-1a", "AR"],
  ["us-east-1-scl-1a", "CL"],
  ["us-east-1-lim-1a", "PE"],
  ["us-east-1-qro-1a", "MX"],
  ["ap-southeast-1-han-1a", "VN"],
])("%s stands in %s", (zone, country) => {
  const { value, proof } = parseAvailabilityZone(zone);
  expect([value?.country, outcome(proof)]).toEqual([country, `unknown ${zone}`]);
});
