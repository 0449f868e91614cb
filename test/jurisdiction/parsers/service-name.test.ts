import {
  parseEndpointService,
  parseServiceCidrLabel,
  parseServicePrincipal,
} from "../../../jurisdiction";
import { outcome, reason } from "../outcome";

describe("a service principal", () => {
  test.each([
    ["objectstorage-us-ashburn-1", "us-ashburn-1"],
    ["objectstorage-eu-frankfurt-1", "eu-frankfurt-1"],
    ["objectstorage-us-nowhere-9", "unknown us-nowhere-9"],
    ["FssOc1Prod", "realm oc1"],
    ["fssoc19prod", "realm oc19"],
    ["FssOc999Prod", "unknown oc999"],
    ["logs.ap-southeast-1.amazonaws.com", "ap-southeast-1"],
    ["s3.amazonaws.com", "nothing"],
    ["blockstorage", "nothing"],
    ["", "nothing"],
    ["https://logs.ap-southeast-1.amazonaws.com/x", "nothing"],
  ])("%j proves %s", (principal, expected) => {
    expect(outcome(parseServicePrincipal(principal).proof)).toBe(expected);
  });

  test("gives its service without the region", () => {
    expect(parseServicePrincipal("objectstorage-us-ashburn-1").value).toEqual({
      service: "objectstorage",
      region: "us-ashburn-1",
    });
  });
});

describe("a VPC endpoint service", () => {
  test.each([
    ["com.amazonaws.us-east-1.s3", "us-east-1"],
    ["com.amazonaws.ap-southeast-1.s3", "ap-southeast-1"],
    ["com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0", "eu-west-1"],
    ["cn.com.amazonaws.cn-north-1.ecr.api", "cn-north-1"],
    ["aws.sagemaker.us-east-2.notebook", "us-east-2"],
    ["com.amazonaws.us-nowhere-9.s3", "unknown us-nowhere-9"],
    ["com.amazonaws.s3.global", "nothing"],
    ["com.example.us-east-1.s3", "nothing"],
  ])("%s proves %s", (service, expected) => {
    expect(outcome(parseEndpointService(service).proof)).toBe(expected);
  });
});

describe("a service CIDR label", () => {
  test.each([
    ["oci-iad-objectstorage", "us-ashburn-1"],
    ["all-fra-services-in-oracle-services-network", "eu-frankfurt-1"],
    ["all-us-chicago-1-services-in-oracle-services-network", "us-chicago-1"],
    ["all-zzz-services-in-oracle-services-network", "unknown zzz"],
    ["oci-iad-bucket", "nothing"],
    ["all-services", "nothing"],
  ])("%s proves %s", (label, expected) => {
    expect(outcome(parseServiceCidrLabel(label).proof)).toBe(expected);
  });
});

test.each([
  [
    "a service principal",
    parseServicePrincipal,
    [
      ["blockstorage", "not a service principal"],
      ["https://logs.eu-west-1.amazonaws.com", "not a service principal"],
      ["objectstorage.us-ashburn-1.oraclecloud.com", "not a service principal"],
      ["FssOc999Prod", "the principal names the realm oc999, which is not known"],
      ["FssOc1Prod", "the principal names a realm and no region"],
      [
        "objectstorage-us-east-1",
        "the principal names the region us-east-1, which OCI is not known to have",
      ],
      ["s3.amazonaws.com", "the host names no region under amazonaws.com"],
    ],
  ],
  [
    "a VPC endpoint service",
    parseEndpointService,
    [
      ["com.example.us-east-1.s3", "not an AWS endpoint service"],
      [
        "com.amazonaws.us-nowhere-9.s3",
        "the endpoint service names us-nowhere-9, which is not known",
      ],
      [
        "com.amazonaws.us-ashburn-1.s3",
        "the endpoint service names us-ashburn-1, which is not known",
      ],
      ["com.amazonaws.s3.global", "the endpoint service names no region"],
    ],
  ],
  [
    "a service CIDR label",
    parseServiceCidrLabel,
    [
      ["all-services", "not a service CIDR label"],
      ["oci-zzz-objectstorage", "the label names zzz, which is not a known region"],
      ["oci-us-east-1-objectstorage", "the label names us-east-1, which is not a known region"],
    ],
  ],
] as const)("%s says why it proves no region", (_, parse, examples) => {
  for (const [text, expected] of examples) {
    expect(`${text}: ${reason(parse(text).proof)}`).toBe(`${text}: ${expected}`);
  }
});

test.each([
  ["FssOc1Prod", { service: "fss", region: undefined }],
  [" LOGS.AP-SOUTHEAST-1.amazonaws.com ", { service: "logs", region: "ap-southeast-1" }],
  ["s3.amazonaws.com", { service: "s3", region: undefined }],
  ["objectstorage-us-nowhere-9", { service: "objectstorage", region: "us-nowhere-9" }],
  ["x-us-gov-ashburn-1", undefined],
  ["xfssoc1prod", undefined],
  ["fssoc1prodx", undefined],
  ["fssocprod", undefined],
  ["1objectstorage-us-ashburn-1", undefined],
  ["objectstorage-us-ashburn-1x", undefined],
])("the parts of the principal %j are %j", (principal, value) => {
  expect(parseServicePrincipal(principal).value).toEqual(value);
});

test.each([
  ["com.amazonaws.us-east-1.s3", { service: "s3", region: "us-east-1" }],
  [" COM.AMAZONAWS.US-EAST-1.S3 ", { service: "s3", region: "us-east-1" }],
  ["cn.com.amazonaws.cn-north-1.ecr.api", { service: "ecr.api", region: "cn-north-1" }],
  [
    "eu.amazonaws.vpce.eusc-de-east-1.vpce-svc-1",
    { service: "vpce-svc-1", region: "eusc-de-east-1" },
  ],
  ["aws.api.us-east-1.x", { service: "x", region: "us-east-1" }],
  ["xcom.amazonaws.us-east-1.s3", undefined],
  ["c.com.amazonaws.us-east-1.s3", undefined],
  ["aws.other.us-east-1.x", undefined],
  ["com.amazonaws.us-east-1.", undefined],
  ["com.amazonaws.us-east-1.s3 x", undefined],
])("the parts of the endpoint service %j are %j", (service, value) => {
  expect(parseEndpointService(service).value).toEqual(value);
});

test.each([
  ["oci-iad-objectstorage", { service: "objectstorage", region: "iad" }],
  ["OCI-US-ASHBURN-1-ObjectStorage ", { service: "objectstorage", region: "us-ashburn-1" }],
  ["all-iad-services-in-oracle-services-network", { service: "all", region: "iad" }],
  [
    "all-us-gov-ashburn-12-services-in-oracle-services-network",
    { service: "all", region: "us-gov-ashburn-12" },
  ],
  [
    "oci-us-gov-ashburn-12-objectstorage",
    { service: "objectstorage", region: "us-gov-ashburn-12" },
  ],
  ["xoci-iad-objectstorage", undefined],
  ["oci-iad-objectstoragex", undefined],
  ["oci-iada-objectstorage", undefined],
  ["all-iada-services-in-oracle-services-network", undefined],
  ["xall-iad-services-in-oracle-services-network", undefined],
  ["all-iad-services-in-oracle-services-networkx", undefined],
  ["oci-us-ashburn-objectstorage", undefined],
  ["all-us-ashburn-services-in-oracle-services-network", undefined],
])("the parts of the CIDR label %j are %j", (label, value) => {
  expect(parseServiceCidrLabel(label).value).toEqual(value);
});

test("names are read up to a length that no real one reaches", () => {
  const principal = (length: number) =>
    `${"a".repeat(length - ".us-east-1.amazonaws.com".length)}.us-east-1.amazonaws.com`;
  expect(parseServicePrincipal(principal(256)).value?.region).toBe("us-east-1");
  expect(parseServicePrincipal(principal(257)).value).toBeUndefined();
  const service = (length: number) => `com.amazonaws.us-east-1.${"s".repeat(length)}`;
  expect(parseEndpointService(service(200)).value?.region).toBe("us-east-1");
  expect(parseEndpointService(service(201)).value).toBeUndefined();
});
