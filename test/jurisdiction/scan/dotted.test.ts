import { describeFinds, finds, offsets } from "./finds";

describeFinds("hosts", [
  [
    "objectstorage.us-ashburn-1.oraclecloud.com",
    ["host objectstorage.us-ashburn-1.oraclecloud.com = us-ashburn-1"],
  ],
  [
    ".objectstorage.us-ashburn-1.oraclecloud.com.",
    ["host objectstorage.us-ashburn-1.oraclecloud.com = us-ashburn-1"],
  ],
  [
    "-_*.objectstorage.us-ashburn-1.oraclecloud.com*_-.",
    ["host objectstorage.us-ashburn-1.oraclecloud.com = us-ashburn-1"],
  ],
  ["*.s3.eu-west-1.amazonaws.com", ["host s3.eu-west-1.amazonaws.com = eu-west-1"]],
  ["s3.cn-north-1.amazonaws.com.cn", ["host s3.cn-north-1.amazonaws.com.cn = cn-north-1"]],
  [
    "objectstorage.eu-frankfurt-1.oraclecloud.eu",
    [
      "host objectstorage.eu-frankfurt-1.oraclecloud.eu = unknown eu-frankfurt-1",
      "region-id eu-frankfurt-1 = eu-frankfurt-1",
    ],
  ],
  ["x.oraclecloud.com", ["realm-domain x.oraclecloud.com = realm oc1"]],
  ["x.oraclegovcloud.com", ["host x.oraclegovcloud.com = unknown oraclegovcloud.com"]],
  ["s3.amazonaws.com", []],
  ["amazonaws.com", []],
  ["eu-frankfurt-1.example.com", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
  ["eu-frankfurt-1.io", ["region-id eu-frankfurt-1 = eu-frankfurt-1"]],
  [
    "see s3.eu-west-1.amazonaws.com, fra.ocir.io/x",
    ["host s3.eu-west-1.amazonaws.com = eu-west-1", "registry fra.ocir.io = eu-frankfurt-1"],
  ],
  ["...", []],
  ["*", []],
  ["a.", []],
]);

describeFinds("registries", [
  ["fra.ocir.io", ["registry fra.ocir.io = eu-frankfurt-1"]],
  ["ns.fra.ocir.io", ["registry ns.fra.ocir.io = eu-frankfurt-1"]],
  ["-fra.ocir.io-", ["registry fra.ocir.io = eu-frankfurt-1"]],
  [
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
    ["registry 123456789012.dkr.ecr.eu-west-1.amazonaws.com = eu-west-1"],
  ],
  ["fra.example.io", []],
]);

describeFinds("endpoint services", [
  ["com.amazonaws.eu-west-1.s3", ["endpoint-service com.amazonaws.eu-west-1.s3 = eu-west-1"]],
  [".com.amazonaws.eu-west-1.s3.", ["endpoint-service com.amazonaws.eu-west-1.s3 = eu-west-1"]],
  [
    "com.amazonaws.vpce.eu-west-1.vpce-svc-0123",
    ["endpoint-service com.amazonaws.vpce.eu-west-1.vpce-svc-0123 = eu-west-1"],
  ],
  [
    "aws.sagemaker.eu-west-1.notebook",
    ["endpoint-service aws.sagemaker.eu-west-1.notebook = eu-west-1"],
  ],
  [
    "com.amazonaws.us-nowhere-9.s3",
    ["endpoint-service com.amazonaws.us-nowhere-9.s3 = unknown us-nowhere-9"],
  ],
  ["x.com.amazonaws.eu-west-1.s3", ["region-id eu-west-1 = eu-west-1"]],
  ["x.aws.sagemaker.eu-west-1.notebook", ["region-id eu-west-1 = eu-west-1"]],
]);

test("a host begins where its margins end", () => {
  expect(offsets("-_*.objectstorage.us-ashburn-1.oraclecloud.com*_-.")).toEqual([4]);
  expect(offsets("x ..fra.ocir.io")).toEqual([4]);
  expect(offsets("x ..com.amazonaws.eu-west-1.s3..")).toEqual([4]);
});

test("of a host that is longer than 512 characters, the end is read", () => {
  const end = "s3.eu-west-1.amazonaws.com";
  const long = `${"a.".repeat(260)}${end}`;
  const cut = long.slice(-512);
  expect(finds(long)).toEqual([`host ${cut.slice(cut.indexOf(".") + 1)} = eu-west-1`]);
  expect(finds(`${"a".repeat(600)}.${end}`)).toEqual([`host ${end} = eu-west-1`]);
  const whole = `${"a".repeat(485)}.${end}`;
  expect(whole).toHaveLength(512);
  expect(finds(whole)).toEqual([`host ${whole} = eu-west-1`]);
});
