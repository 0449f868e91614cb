import type { FlowClass } from "../../../guard/flow/flow-class";
import { literalOutcome } from "../../../guard/flow/literal";
import { Jurisdiction } from "../../../jurisdiction";

const status = (text: string, flow: FlowClass, isAddress = false) =>
  literalOutcome(text, { flow, cloud: "oci", isAddress }, Jurisdiction.US).status;

describe("an address that data is sent to", () => {
  test.each([
    ["10.0.0.5:514"],
    ["192.168.1.1"],
    ["172.31.0.1"],
    ["100.64.1.1"],
    ["[fd00::1]:8443"],
    ["fe80::1"],
    ["http://localhost:3000/in"],
    ["redis"],
    ["db.sub.vcn.oraclevcn.com:1521"],
    ["10.0.0.5:27017,10.0.0.6:27017"],
    ["ops@example.com"],
    ["+15550100"],
    [""],
  ])("may be private or a person's: %s", (text) => {
    expect(status(text, "endpoint", true)).toBe("inside");
  });

  test.each([
    ["https://example.com"],
    ["example.com:443"],
    ["172.32.0.1"],
    ["8.8.8.8:514"],
    ["[2001:db8::1]:514"],
    ["https://user@example.com/x"],
    ["https://10.evil.example.com"],
    ["10.0.0.5:27017,db.example.com:27017"],
    ["https://example.com/?key=ocid1.key.oc1.iad.aaaa"],
    ["https://example.com/us-ashburn-1/"],
    ["https:\\\\example.com\\x"],
    ["https:/\\example.com"],
    ["https:\\example.com"],
    ["https:///example.com/x"],
    ["https:/example.com"],
    ["https:example.com"],
    ["\\\\example.com\\share"],
  ])("proves nothing where it can be anywhere: %s", (text) => {
    expect(status(text, "endpoint", true)).toBe("unproven");
  });
});

test("a URL proves nothing as the place of a key either", () => {
  expect(status("https://keys.example.com", "key")).toBe("unproven");
  expect(status("https:\\\\keys.example.com", "key")).toBe("unproven");
  expect(status("alias/mine", "key")).toBe("inside");
});

test.each([
  "https:\\\\10.0.0.5\\x",
  "https:///localhost/x",
  "\\\\10.0.0.5\\share",
  "unix:///run.d/x",
])("an address of the network's own stays one, however its slashes are written: %s", (text) => {
  expect(status(text, "endpoint", true)).toBe("inside");
});

test("what comes in needs no proof, but must not be known to come from abroad", () => {
  expect(status("https://images.example.com/x.qcow2", "source")).toBe("inside");
  expect(status("ocid1.image.oc1..aaaa", "source")).toBe("inside");
  expect(status("ocid1.image.oc1.eu-frankfurt-1.aaaa", "source")).toBe("outside");
});

test("a region is known by id or key, in any case", () => {
  expect(
    ["us-phoenix-1", "PHX", "phx", "US-PHOENIX-1"].map((text) => status(text, "region")),
  ).toEqual(["inside", "inside", "inside", "inside"]);
  expect(["fra", "eu-frankfurt-1"].map((text) => status(text, "region"))).toEqual([
    "outside",
    "outside",
  ]);
  expect(status("us-nowhere-9", "region")).toBe("unproven");
});

test("a realm all of whose regions are allowed is proof enough", () => {
  const reading = { flow: "key", cloud: "oci", isAddress: false } as const;
  const inDefense = (text: string) => literalOutcome(text, reading, Jurisdiction.US_DEFENSE).status;
  expect(inDefense("ocid1.key.oc3..aaaa")).toBe("inside");
  expect(inDefense("ocid1.key.oc1..aaaa")).toBe("outside");
});
