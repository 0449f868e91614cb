import { describeReachability, proveReachability } from "../../../guard/network";
import { Components } from "../../../guard/network/components";
import { Jurisdiction } from "../../../jurisdiction";
import { stacksOf } from "./stacks";
import {
  awsStack,
  dataNetwork,
  edgeNetwork,
  IGW,
  NAT,
  ociStack,
  proofOf,
  routeTable,
  securityList,
  waf,
} from "./topology";

const OPEN = dataNetwork({
  oci_core_route_table: { data: routeTable(["0.0.0.0/0", IGW]) },
  oci_core_security_list: { data: securityList(["0.0.0.0/0"], []) },
  oci_core_subnet: { data: { prohibit_public_ip_on_vnic: false } },
});

describe("the network of an input", () => {
  test("has a proof of each subnet, of both clouds", () => {
    const stacks = stacksOf({
      "oci/main.tf.json": ociStack(dataNetwork()),
      "aws/main.tf.json": awsStack({ aws_subnet: { s: { cidr_block: "10.0.0.0/24" } } }),
    });
    const { proofs } = proveReachability(stacks, Jurisdiction.US);
    expect(proofs.map(({ stack, address }) => `${stack} ${address}`)).toEqual([
      "oci oci_core_subnet.data",
      "aws aws_subnet.s",
    ]);
  });

  test("without anything of a network has no proof, and no rule says anything of it", () => {
    const stacks = stacksOf({
      "net/main.tf.json": { resource: { oci_objectstorage_bucket: { b: {} } } },
    });
    const { proofs, verdictsOf } = proveReachability(stacks, Jurisdiction.US);
    expect(proofs).toEqual([]);
    expect(verdictsOf("data-subnet-unreachable", stacks[0] as never)).toEqual([]);
  });

  test("is judged of each stack by itself", () => {
    const stacks = stacksOf({
      "open/main.tf.json": ociStack(OPEN),
      "closed/main.tf.json": ociStack(dataNetwork()),
    });
    const { verdictsOf } = proveReachability(stacks, Jurisdiction.US);
    expect(
      stacks.map((stack) =>
        verdictsOf("data-subnet-unreachable", stack).map((each) => each.status),
      ),
    ).toEqual([["outside"], []]);
  });

  test("is judged anew for another jurisdiction, and once for the same", () => {
    const stacks = stacksOf({ "net/main.tf.json": ociStack(edgeNetwork(waf())) });
    const verdicts = (jurisdiction: Jurisdiction) =>
      proveReachability(stacks, jurisdiction).proofs.map(({ verdict }) => verdict);
    expect(verdicts(Jurisdiction.US)).toEqual(["cloud-services-only", "through-waf"]);
    // The services of the American region are outside then, and so are requests from there.
    expect(verdicts(Jurisdiction.EU)).toEqual(["open", "open"]);
    expect(proveReachability(stacks, Jurisdiction.EU)).toBe(
      proveReachability(stacks, Jurisdiction.EU),
    );
  });

  test.each([
    ["edge", false],
    ["data", true],
  ])("the rules about data subnets speak of an %s subnet: %s", (role, isJudged) => {
    const resource = edgeNetwork(
      waf(),
      role === "data"
        ? { oci_core_instance: { h: { subnet_id: "${oci_core_subnet.edge.id}" } } }
        : {},
    );
    const stacks = stacksOf({ "net/main.tf.json": ociStack(resource) });
    const { proofs, verdictsOf } = proveReachability(stacks, Jurisdiction.US);
    expect(proofs.map((proof) => proof.role)).toEqual(["data", role]);
    const [stack] = stacks as readonly [never];
    expect(verdictsOf("data-subnet-unreachable", stack).length > 0).toBe(isJudged);
  });
});

test("a proof names the construct where there is one, and has no such key where there is none", () => {
  const made = (metadata: object) =>
    proofOf(
      { test: ociStack(dataNetwork({ oci_core_subnet: { data: metadata } })) },
      "oci_core_subnet.data",
    );
  const keys = ["stack", "address", "role", "verdict", "inbound", "outbound", "evidence"];
  expect(Object.keys(made({}))).toEqual(keys);
  expect(made({ "//": { metadata: { path: "net/data" } } })).toEqual({
    ...made({}),
    constructPath: "net/data",
  });
});

test("a proof reads as text", () => {
  const open = dataNetwork({
    oci_core_route_table: { data: routeTable(["0.0.0.0/0", NAT]) },
    oci_core_security_list: { data: securityList([], ["0.0.0.0/0"]) },
  });
  expect(describeReachability(proofOf({ test: ociStack(open) }, "oci_core_subnet.data"))).toEqual([
    "oci_core_subnet.data (data subnet): open",
    "  in  none",
    "  out open: oci_core_subnet.data -> oci_core_nat_gateway.nat -> internet",
    "      The route of oci_core_route_table.data to 0.0.0.0/0 leads to the internet by oci_core_nat_gateway.nat. oci_core_security_list.data admits traffic to 0.0.0.0/0.",
    "  oci_mysql_mysql_db_system.db stands in oci_core_subnet.data.",
    "  oci_core_subnet.data sets prohibit_public_ip_on_vnic.",
  ]);
});

test("what is joined to what is joined is one", () => {
  const joined = new Components<string>();
  for (const [a, b] of ["ab", "cd", "bc", "ab", "xy", "zx"]) {
    joined.join(a as string, b as string);
  }
  const rootOf = (item: string) => joined.rootOf(item);
  expect(new Set([..."abcd"].map(rootOf)).size).toBe(1);
  expect(new Set([..."xyz"].map(rootOf)).size).toBe(1);
  expect(new Set([..."axq"].map(rootOf)).size).toBe(3);
  expect(rootOf("q")).toBe("q");
});
