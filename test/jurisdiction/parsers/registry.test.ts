import { parseRegistry } from "../../../jurisdiction";
import { outcome, reason } from "../outcome";

test.each([
  ["iad.ocir.io/ns/app:1.2", "us-ashburn-1"],
  ["fra.ocir.io/ns/app", "eu-frankfurt-1"],
  ["us-phoenix-1.ocir.io/ns/app", "us-phoenix-1"],
  ["oci://fra.ocir.io/ns/chart", "eu-frankfurt-1"],
  ["ocir.us-ashburn-1.oci.oraclecloud.com/ns/app@sha256:abc", "us-ashburn-1"],
  ["ocir.eu-frankfurt-2.oci.oraclecloud.eu/ns/app", "eu-frankfurt-2"],
  ["123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1", "us-east-1"],
  ["123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app", "us-gov-west-1"],
  ["123456789012.dkr-ecr.eu-west-1.on.aws/app", "eu-west-1"],
  ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app", "cn-north-1"],
])("%s lies in %s", (image, region) => {
  expect(outcome(parseRegistry(image).proof)).toBe(region);
});

test.each([
  ["zzz.ocir.io/ns/app", "unknown zzz"],
  ["123456789012.dkr.ecr.us-nowhere-9.amazonaws.com/app", "unknown us-nowhere-9"],
])("%s is an unknown place", (image, unknown) => {
  expect(outcome(parseRegistry(image).proof)).toBe(unknown);
});

test("Amazon ECR Public names no region", () => {
  expect(parseRegistry("public.ecr.aws/nginx/nginx:1").value?.cloud).toBe("aws");
  expect(outcome(parseRegistry("public.ecr.aws/nginx/nginx:1").proof)).toBe("nothing");
});

test.each([
  "",
  "nginx:latest",
  "docker.io/library/nginx",
  "ghcr.io/fra.ocir.io/x",
  "fra.ocir.io.evil.example/x",
])("%j is no image of either cloud", (image) => {
  expect(parseRegistry(image).value).toBeUndefined();
});

test("the repository comes out without tag and digest", () => {
  expect(parseRegistry("iad.ocir.io/ns/team/app:1.2@sha256:abc").value?.repository).toBe(
    "ns/team/app",
  );
});

test.each([
  ["nginx:latest", "not an image in OCI Registry or Amazon ECR"],
  ["public.ecr.aws/nginx/nginx:1", "Amazon ECR Public names no region"],
  ["ecr-public.aws.com/nginx", "Amazon ECR Public names no region"],
  ["ocir.io/ns/app", "the registry host names no region"],
  [".ocir.io/ns/app", "the registry host names no region"],
  ["zzz.ocir.io/ns/app", "the registry host names zzz, which is not a known region key"],
  [
    "us-east-1.ocir.io/ns/app",
    "the registry host names us-east-1, which is not a known region key",
  ],
])("%s says why it proves no region", (image, expected) => {
  expect(reason(parseRegistry(image).proof)).toBe(expected);
});

test.each([
  ["iad.ocir.io/ns/app", { host: "iad.ocir.io", cloud: "oci", repository: "ns/app" }],
  ["ocir.io", { host: "ocir.io", cloud: "oci", repository: "" }],
  ["oci://fra.ocir.io/ns/chart:2", { host: "fra.ocir.io", cloud: "oci", repository: "ns/chart" }],
  ["ecr-public.aws.com/a/b:1", { host: "ecr-public.aws.com", cloud: "aws", repository: "a/b" }],
  [
    " 123456789012.dkr.ecr.us-east-1.amazonaws.com/app@sha256:abc ",
    {
      host: "123456789012.dkr.ecr.us-east-1.amazonaws.com",
      cloud: "aws",
      repository: "app",
    },
  ],
])("the parts of %s come out", (image, value) => {
  expect(parseRegistry(image).value).toEqual(value);
});

test.each([
  "objectstorage.us-ashburn-1.oraclecloud.com/n/b",
  "myocir.us-ashburn-1.oraclecloud.com/n/b",
  "myocir.io/ns/app",
  "s3.us-east-1.amazonaws.com/app",
  "dkr.s3.us-east-1.amazonaws.com/app",
  "1 dkr.ecr.us-east-1.amazonaws.com/app",
])("%s is a host of something else", (image) => {
  expect(parseRegistry(image).value).toBeUndefined();
});

test("a namespace before the registry's name does not hide it", () => {
  expect(outcome(parseRegistry("ns.ocir.us-ashburn-1.oci.oraclecloud.com/app").proof)).toBe(
    "us-ashburn-1",
  );
  expect(outcome(parseRegistry("dkr.ecr.us-east-1.amazonaws.com/app").proof)).toBe("us-east-1");
  expect(outcome(parseRegistry("x.fra.ocir.io/ns/app").proof)).toBe("eu-frankfurt-1");
});
