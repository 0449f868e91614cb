import { QUOTA_FAMILIES } from "../../../guard/evidence/quota-families";
import { parseQuotaStatement } from "../../../guard/statements";

test("holds each family once, by name", () => {
  const names = QUOTA_FAMILIES.map(({ family }) => family);
  expect(names).toEqual([...new Set(names)].sort());
});

test.each(QUOTA_FAMILIES.map(({ family, service, source }) => [family, service, source] as const))(
  "%s is a family that a statement can name, of a service, with the page that states it",
  (family, service, source) => {
    const parse = parseQuotaStatement(`zero ${family} quotas in tenancy`);
    expect(parse.ok && parse.value.family.lower).toBe(family);
    expect(service).toMatch(/^[A-Z][\w ,()-]+$/);
    expect(source).toMatch(
      /^OCI documentation, "([A-Z][\w ]+ Quotas|Service Quotas \([\w ]+\)|Quota Policy Syntax|Manage Resource Availability with Compartment Quotas)"$/,
    );
  },
);

test("no two families are of one service", () => {
  const services = QUOTA_FAMILIES.map(({ service }) => service);
  expect(new Set(services).size).toBe(services.length);
});
