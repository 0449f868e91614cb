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

describe("an address of JDBC", () => {
  test.each([
    ["jdbc:redshift://w.c1.us-east-1.redshift.amazonaws.com:5439/d", "inside"],
    ["jdbc:sqlserver://db.corp.internal:1433;databaseName=x", "inside"],
    ["jdbc:oracle:thin:@//10.0.0.5:1521/service", "inside"],
    ["jdbc:mysql:replication://10.0.0.5,10.0.0.6/d", "inside"],
    ["jdbc:redshift:iam://db.example.com:5439/d", "unproven"],
    ["jdbc:postgresql://db.example.com/d?user=a@localhost", "unproven"],
    ["jdbc:postgresql://localhost@db.example.com/d", "unproven"],
    ["jdbc:sqlserver://db.example.com;server=.internal", "unproven"],
    ["jdbc:oracle:thin:scott/tiger@db.example.com:1521:X", "unproven"],
    ["jdbc:oracle:thin:y@example.com", "unproven"],
    ["jdbc:mysql://10.0.0.5,db.example.com/d", "unproven"],
    ["jdbc:redshift://w.c1.eu-west-1.redshift.amazonaws.com:5439/d", "outside"],
  ])("leads where its host is: %s", (text, expected) => {
    expect(status(text, "endpoint", true)).toBe(expected);
  });
});

test("the name of a group whose members share data tells no region, and its identifier does", () => {
  expect(status("corp", "group")).toBe("unproven");
  expect(status("arn:aws:rds:us-east-1:123456789012:cluster:c", "group")).toBe("inside");
  expect(status("arn:aws:rds:eu-west-1:123456789012:cluster:c", "group")).toBe("outside");
});

test("a realm all of whose regions are allowed is proof enough", () => {
  const reading = { flow: "key", cloud: "oci", isAddress: false } as const;
  const inDefense = (text: string) => literalOutcome(text, reading, Jurisdiction.US_DEFENSE).status;
  expect(inDefense("ocid1.key.oc3..aaaa")).toBe("inside");
  expect(inDefense("ocid1.key.oc1..aaaa")).toBe("outside");
});

const INSIDE = { status: "inside" };
const unproven = (because: string) => ({ status: "unproven", because });
const outside = (region: string, because: string) => ({ status: "outside", region, because });

/** Where a text leads as a value of `flow`, of a block of AWS. */
const outcome = (text: string, flow: FlowClass, cloud: "aws" | "oci" | undefined = "aws") =>
  literalOutcome(text, { flow, cloud, isAddress: flow === "endpoint" }, Jurisdiction.US);

describe("where a region leads", () => {
  test.each([
    ["us-phoenix-1", INSIDE],
    ["iad", INSIDE],
    [" US-EAST-1 ", INSIDE],
    ["", INSIDE],
    [" EU-WEST-1 ", outside("eu-west-1", '" EU-WEST-1 " is eu-west-1')],
    ["FRA", outside("eu-frankfurt-1", '"FRA" is eu-frankfurt-1')],
    [
      "ocid1.key.oc1.eu-frankfurt-1.a",
      outside("eu-frankfurt-1", '"ocid1.key.oc1.eu-frankfurt-1.a" names it'),
    ],
    // An identifier that names an allowed region is none.
    [
      "ocid1.key.oc1.us-phoenix-1.a",
      unproven('"ocid1.key.oc1.us-phoenix-1.a" is no region that is known'),
    ],
    [" ", unproven('" " is no region that is known')],
  ])("is told by its id or key alone: %j", (text, expected) => {
    expect(outcome(text, "region")).toEqual(expected);
  });

  test("is suggested by the names of the block's own cloud", () => {
    const of = (cloud: "aws" | "oci" | undefined) => outcome("us-eest-1", "region", cloud);
    expect(of("aws")).toEqual(
      unproven('"us-eest-1" is no region that is known (nearest: us-east-1)'),
    );
    expect(of("oci")).toEqual(
      unproven('"us-eest-1" is no region that is known (nearest: us-luke-1)'),
    );
  });
});

describe("where an identifier leads", () => {
  test.each([
    ["alias/mine", INSIDE],
    ["ocid1.key.oc1.iad.v.a", INSIDE],
    ["arn:aws:kms:us-east-1:1:key/x", INSIDE],
    [
      "arn:aws:kms:eu-west-1:1:key/x",
      outside("eu-west-1", '"arn:aws:kms:eu-west-1:1:key/x" names it'),
    ],
    ["ocid1.key.oc1..a", unproven("the OCID names no region")],
    ["ocid1.key.oc19..a", outside("oc19", '"ocid1.key.oc19..a" names it')],
    ["arn:aws-cn:s3:::x", outside("aws-cn", '"arn:aws-cn:s3:::x" names it')],
    [
      "ocid1.key.oc1.xx-nowhere-9.a",
      unproven('"ocid1.key.oc1.xx-nowhere-9.a" is a place that is not known'),
    ],
    // A region by itself is a name for it; within a longer text it is a part of a name.
    ["us-west-2", INSIDE],
    ["eu-west-1", outside("eu-west-1", '"eu-west-1" names it')],
    ["copy-eu-west-1", INSIDE],
    // The first that lies abroad decides, whatever stands before it.
    [
      "arn:aws:kms:us-east-1:1:key/x arn:aws:kms:eu-west-1:1:key/y",
      outside("eu-west-1", '"arn:aws:kms:eu-west-1:1:key/y" names it'),
    ],
    // Of a URL the host decides, unless it has none or a bucket for it.
    ["https://x.example", unproven("x.example can be anywhere")],
    ["HTTPS:x.example", unproven("x.example can be anywhere")],
    ["tcp://x.example", unproven("x.example can be anywhere")],
    ["x2+y.z-1://x.example", unproven("x.example can be anywhere")],
    ["ftp:x.example", unproven("x.example can be anywhere")],
    ["ftps:x.example", unproven("x.example can be anywhere")],
    ["ws:x.example", unproven("x.example can be anywhere")],
    ["wss:x.example", unproven("x.example can be anywhere")],
    ["tcp:x.example", INSIDE],
    ["x https://x.example", INSIDE],
    ["s3://x.example/y", INSIDE],
    ["s3a://x.example", INSIDE],
    ["s3n://x.example", INSIDE],
    ["S3://x.example", INSIDE],
    ["s3x://x.example", unproven("x.example can be anywhere")],
    ["oci://x.example@y/z", INSIDE],
    ["urn://x.example", INSIDE],
    ["file://x.example", INSIDE],
    ["sftp-file://x.example", unproven("x.example can be anywhere")],
    ["//x.example", INSIDE],
  ])("is told by %s", (text, expected) => {
    expect(outcome(text, "key")).toEqual(expected);
  });

  test.each([
    ["arn:aws:kms:us-east-1:1:key/x", INSIDE],
    ["ARN:aws:x:::y.z", INSIDE],
    [
      "arn:aws:kms:eu-west-1:1:key/x",
      outside("eu-west-1", '"arn:aws:kms:eu-west-1:1:key/x" names it'),
    ],
    ["OCID1.key.oc1.fra.a", outside("eu-frankfurt-1", '"OCID1.key.oc1.fra.a" names it')],
    ["ocid1.key.oc1..a", unproven("the OCID names no region")],
    ["https://x.example/arn:aws:kms:us-east-1:1:key/x", unproven("x.example can be anywhere")],
    ["https://x.example/ocid1.key.oc1.iad.v.a", unproven("x.example can be anywhere")],
  ])("is told where an address is asked for too: %s", (text, expected) => {
    expect(outcome(text, "endpoint")).toEqual(expected);
  });

  test("is no finding of what comes in, unless it is known to come from abroad", () => {
    for (const flow of ["source", "image", "secret", "place"] as const) {
      expect(outcome("https://x.example", flow)).toEqual(INSIDE);
      expect(outcome("ocid1.image.oc1.fra.a", flow)).toEqual(
        outside("eu-frankfurt-1", '"ocid1.image.oc1.fra.a" names it'),
      );
    }
  });
});

describe("where an address leads", () => {
  test.each([
    "host",
    "host.internal",
    "db.local",
    "LOCALHOST",
    "x.localhost",
    "x.localdomain",
    "printer.lan",
    "127.0.0.1",
    "169.254.1.1",
    "::1",
    "[::1]",
    "https://[::1]:443/x",
    "::ffff:10.0.0.1",
    "//10.0.0.1/x",
    "ws:/10.0.0.1",
    "tcp://10.0.0.1:53",
    "https://x.example@10.0.0.1/",
    "https://user:word@10.0.0.1:80/",
    "https://a@x.example@10.0.0.1/",
    "+49 (30) 123-4",
    "10.0.0.1, 10.0.0.2",
  ])("is into a network of one's own: %s", (text) => {
    expect(outcome(text, "endpoint")).toEqual(INSIDE);
  });

  test.each([
    ["xlocal.com", "xlocal.com"],
    ["x.notlocal", "x.notlocal"],
    ["internal.example", "internal.example"],
    ["1.1", "1.1"],
    ["0x7f000001", "0x7f000001"],
    ["0X7F", "0X7F"],
    ["http://2130706433/", "2130706433"],
    ["http://x2130706433.1/", "x2130706433.1"],
    ["::ffff:8.8.8.8", "::ffff:8.8.8.8"],
    ["https://10.0.0.1@x.example/", "x.example"],
    ["https://10.0.0.1\n@x.example/", "x.example"],
    ["x.example/10.0.0.1", "x.example"],
    ["x.example?10.0.0.1", "x.example"],
    ["x.example#10.0.0.1", "x.example"],
    ["x.example\\10.0.0.1", "x.example"],
    ["x.example:443", "x.example"],
    ["x.example:", "x.example"],
    ["https://x.example:443?y", "x.example"],
    ["[2001:db8::1]:53", "2001:db8::1"],
    ["2001:db8::1:53", "2001:db8::1:53"],
    ["mailto:a@x.example", "x.example"],
    ["a@@x.example", "x.example"],
    ["a b@x.example", "x.example"],
    ["+49x.1", "+49x.1"],
    [" x.example ", "x.example"],
    ["10.0.0.1,x.example", "x.example"],
  ])("can be anywhere: %j", (text, host) => {
    expect(outcome(text, "endpoint")).toEqual(unproven(`${host} can be anywhere`));
  });

  test.each([
    ["x.example 1", '"x.example 1" is no host'],
    ["https://x\u0000y/", '"x\\u0000y" is no host'],
    ["https://local host/", '"local host" is no host'],
    ["ocid1 x.y", '"ocid1 x.y" is no host'],
  ])("is not known where it has a blank or a control character: %j", (text, because) => {
    expect(outcome(text, "endpoint")).toEqual(unproven(because));
  });

  test("is told by a host that names a region, the worst of several", () => {
    const near = "https://kms.us-east-1.amazonaws.com";
    const far = "https://kms.eu-west-1.amazonaws.com";
    const abroad = outside("eu-west-1", '"kms.eu-west-1.amazonaws.com" names it');
    expect(outcome(near, "endpoint")).toEqual(INSIDE);
    expect(outcome(`${near}, ${far}`, "endpoint")).toEqual(abroad);
    expect(outcome(`${far},x.example`, "endpoint")).toEqual(abroad);
    expect(outcome(`https://x.example/?to=${far}`, "endpoint")).toEqual(
      unproven("x.example can be anywhere"),
    );
  });
});
