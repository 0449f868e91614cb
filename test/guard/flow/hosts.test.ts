import { hostsOf } from "../../../guard/flow/hosts";

test.each<[string, readonly string[]]>([
  ["https://a.example.com/path?x=b.example.com", ["a.example.com"]],
  ["a.example.com:8080", ["a.example.com"]],
  ["10.0.0.4", ["10.0.0.4"]],
  ["[2001:db8::1]:443", ["2001:db8::1"]],
  ["a.example.com:9092,b.example.com:9092", ["a.example.com", "b.example.com"]],
  ["ops@example.com", []],
  ["+1 202 555 0100", []],
  ["/path", []],
  ["", []],
])("finds in the address %j the hosts %j", (text, hosts) => {
  expect(hostsOf(text)).toEqual(hosts);
});

test.each<[string, readonly string[]]>([
  ["jdbc:postgresql://db.example.com:5432/app", ["db.example.com"]],
  [
    "jdbc:redshift:iam://w.us-east-1.redshift.amazonaws.com:5439/d",
    ["w.us-east-1.redshift.amazonaws.com"],
  ],
  ["jdbc:oracle:thin:@//db.example.com:1521/pdb", ["db.example.com"]],
  ["jdbc:oracle:thin:@db.example.com:1521", ["db.example.com"]],
  ["JDBC:MySQL://10.0.0.4/app", ["10.0.0.4"]],
])("finds in the JDBC URL %j the host %j", (text, hosts) => {
  expect(hostsOf(text)).toEqual(hosts);
});

test.each<[string, readonly string[]]>([
  ["app/secret@db.example.com:1521/pdb", ["app", "db.example.com"]],
  ["app/se@cret@//db.example.com:1521/pdb", ["app", "db.example.com"]],
  ["db.example.com/pdb", ["db.example.com"]],
])("finds in the short connect string %j the hosts %j", (text, hosts) => {
  expect(hostsOf(text)).toEqual(hosts);
});

describe("a connect descriptor", () => {
  test("names the host of each of its addresses", () => {
    const text =
      "(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=a.example.com)(PORT=1522))( ADDRESS = ( host = b.example.com )))";
    expect(hostsOf(text)).toEqual(["a.example.com", "b.example.com"]);
  });

  test("without an address is taken whole, so that it is no host", () => {
    expect(hostsOf("(DESCRIPTION=(SOURCE_ROUTE=yes))")).toEqual([
      "(DESCRIPTION=(SOURCE_ROUTE=yes))",
    ]);
  });

  test("takes no longer than its length, however many brackets are open", () => {
    const started = performance.now();
    hostsOf(`${"(HOST=".repeat(20_000)}${" ".repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
