import {
  parseEndpointService,
  parseServiceCidrLabel,
  parseServicePrincipal,
} from "../../../jurisdiction";
import { outcome } from "../outcome";

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
