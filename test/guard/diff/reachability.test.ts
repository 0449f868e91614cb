import { diffResults, isWorse } from "../../../guard";
import {
  dataNetwork,
  NAT,
  ociStack,
  type Resources,
  routeTable,
  SERVICES,
  SGW,
  securityList,
} from "../network/topology";
import { side } from "./sides";

const closed = ociStack(
  dataNetwork({
    oci_core_route_table: { data: routeTable() },
    oci_core_security_list: { data: securityList([], []) },
  }),
);
const toServices = ociStack(
  dataNetwork({
    oci_core_route_table: { data: routeTable([SERVICES, SGW]) },
    oci_core_security_list: { data: securityList([], [SERVICES]) },
  }),
);
const toInternet = ociStack(
  dataNetwork({
    oci_core_route_table: { data: routeTable([SERVICES, SGW], ["0.0.0.0/0", NAT]) },
    oci_core_security_list: { data: securityList([], ["0.0.0.0/0", SERVICES]) },
  }),
);

const changes = (base: object, head: object) =>
  diffResults(side(base), side(head))
    .reachability.filter(({ address }) => address === "oci_core_subnet.data")
    .map(({ change, before, after }) => `${change}: ${before} -> ${after}`);

test("a way to the internet makes a subnet worse, and names the way", () => {
  const diff = diffResults(side(toServices), side(toInternet));
  const [change] = diff.reachability;
  expect(change).toMatchObject({ change: "worse", after: "open" });
  expect(change?.opened.map(({ direction, path }) => [direction, path.verdict])).toContainEqual([
    "out",
    "open",
  ]);
  expect(isWorse(diff)).toBe(true);
});

test("a way to the cloud's own services makes it wider, which is no worsening", () => {
  expect(changes(closed, toServices)).toEqual(["wider: closed -> cloud-services-only"]);
  expect(isWorse(diffResults(side(closed), side(toServices)))).toBe(false);
});

test("a way that is gone makes it better", () => {
  expect(changes(toInternet, toServices)).toEqual(["better: open -> cloud-services-only"]);
  expect(isWorse(diffResults(side(toInternet), side(toServices)))).toBe(false);
});

test("the same ways are no change", () => {
  expect(changes(toInternet, toInternet)).toEqual([]);
});

test("one way more of the same verdict is worse, though the verdict stays", () => {
  const second: Resources = {
    oci_core_nat_gateway: {
      more: { compartment_id: "c", vcn_id: "${oci_core_vcn.v.id}" },
    },
    oci_core_route_table: {
      data: routeTable(
        [SERVICES, SGW],
        ["0.0.0.0/0", NAT],
        ["198.51.100.0/24", "${oci_core_nat_gateway.more.id}"],
      ),
    },
    oci_core_security_list: { data: securityList([], ["0.0.0.0/0", SERVICES]) },
  };
  expect(changes(toInternet, ociStack(dataNetwork(second)))).toEqual(["worse: open -> open"]);
});

test("a new subnet that is open is worse, and a new one that is closed is no change", () => {
  const diff = diffResults(side({}), side(toInternet));
  expect(diff.reachability).toMatchObject([{ change: "worse", before: null, after: "open" }]);
  expect(diffResults(side({}), side(closed)).reachability).toEqual([]);
});

test("a worse subnet whose every finding is waived is shown, and is no worsening", () => {
  const open = side(toInternet);
  const subjects = open.findings.map(({ rule, stack, address }) => ({
    id: `${rule}-${address}`,
    rule,
    subject: `${stack}:${address}`,
    reason: "moves in March",
    owner: "network-team",
    ticket: "NET-3",
    expires: "2026-03-01",
  }));
  const diff = diffResults(side(toServices), side(toInternet, { waivers: subjects }));
  expect(diff.reachability).toMatchObject([{ change: "worse" }]);
  expect(diff.reachability[0]?.waivers?.length).toBeGreaterThan(0);
  expect(diff.waivers.every(({ change }) => change === "came")).toBe(true);
  expect(isWorse(diff)).toBe(false);
});
