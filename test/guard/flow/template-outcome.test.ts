import { outcomeOf } from "./followed";

const DOCUMENT = {
  resource: {
    oci_kms_key: { near: {}, far: { provider: "oci.frankfurt" } },
    aws_kms_key: { near: {}, far: { provider: "aws.ireland" } },
    aws_s3_bucket: {
      near: { bucket: "near" },
      far: { bucket: "far", provider: "aws.ireland" },
    },
  },
  data: { aws_region: { asked: { name: "eu-west-1" } } },
  locals: { city: "west", region: "eu-west-1" },
  variable: {
    free: {},
    two: { validation: { condition: '${contains(["near", "far"], var.two)}' } },
  },
};

const INSIDE = { status: "inside" };
const unproven = (because: string) => ({ status: "unproven", because });
const outside = (region: string, because: string) => ({ status: "outside", region, because });

const FREE = unproven(
  "var.free can be set to anything when Terraform runs: it has no validation that lists its values",
);
const FAR_KEY = outside(
  "eu-frankfurt-1",
  "oci_kms_key.far lies there: provider.oci.frankfurt sets region eu-frankfurt-1",
);
const FAR_BUCKET = outside(
  "eu-west-1",
  "aws_s3_bucket.far lies there: provider.aws.ireland sets region eu-west-1",
);
const put = (text: string) => unproven(`${text} is put together when Terraform runs`);

describe("an ARN that is put together", () => {
  test.each([
    // The bucket of an ARN of S3 decides, which has no region.
    ["arn:aws:s3:::${aws_s3_bucket.far.id}", FAR_BUCKET],
    ["arn:aws:s3:::${aws_s3_bucket.far.id}/x", FAR_BUCKET],
    ["arn:aws:s3:::${aws_s3_bucket.near.id}/${var.free}", INSIDE],
    ["arn:aws:s3:::far/${var.free}", FAR_BUCKET],
    ["arn:aws:s3:::${var.free}", FREE],
    ["arn:aws:s3:::x-${var.free}", put("arn:aws:s3:::x-${var.free}")],
    // Of any other, the region.
    ["arn:aws:kms:${var.free}:1:x/y", FREE],
    [
      "arn:aws:kms:${local.region}:${var.free}:x/y",
      outside("eu-west-1", '"eu-west-1" is eu-west-1'),
    ],
    ["arn:aws:kms:us-east-1:${var.free}:key/${var.free}", INSIDE],
    ["arn:aws:kms:eu-west-1:${var.free}:key", outside("eu-west-1", '"eu-west-1" is eu-west-1')],
    [
      "arn:aws:kms:${data.aws_region.asked.region}:1:key",
      outside("eu-west-1", '"arn:aws:kms:eu-west-1:1:key" names it'),
    ],
    [
      "arn:aws:kms:u${var.free}:1:a:b",
      unproven('"arn:aws:kms:ux:1:a:b" is a place that is not known'),
    ],
    // One without a region, and one of which too little is written.
    ["arn:aws:iam::${var.free}:role/x", put("arn:aws:iam::${var.free}:role/x")],
    ["arn:aws:${var.free}", put("arn:aws:${var.free}")],
    ["arn:aws:kms:us-east-1:${var.free}", put("arn:aws:kms:us-east-1:${var.free}")],
    // An object of S3 with a region is like that of any other service.
    ["arn:aws:s3:us-east-1:${var.free}:accesspoint/x", INSIDE],
    ["arn:aws:s3:${var.free}:1:accesspoint/x", FREE],
    // Not at the start.
    ["x arn:aws:s3:::${aws_s3_bucket.far.id}", put("x arn:aws:s3:::${aws_s3_bucket.far.id}")],
  ])("leads where the part leads that decides: %s", (value, expected) => {
    expect(outcomeOf(value, DOCUMENT)).toEqual(expected);
  });

  test("has a region where a bucket's name is asked for, which is no bucket", () => {
    expect(
      outcomeOf("arn:aws:kms:near:${var.free}:key/x", DOCUMENT, { isBucket: true }),
    ).toMatchObject({ status: "unproven" });
  });
});

describe("a URL that is put together", () => {
  test.each([
    ["https://${var.free}/x", FREE],
    ["https://${oci_kms_key.far.id}/x", FAR_KEY],
    ["https://${oci_kms_key.near.id}:443/x", INSIDE],
    ["https://${oci_kms_key.far.id}:443/x", FAR_KEY],
    [
      "https://${aws_kms_key.far.arn}.x.com",
      unproven("a part of the host is known only when Terraform runs"),
    ],
    ["https://x.com/${var.free}", unproven("x.com can be anywhere")],
    ["https://x.com?${var.free}", unproven("x.com can be anywhere")],
    ["https://x.com#${var.free}", unproven("x.com can be anywhere")],
    ["https://10.0.0.1:8080/${var.free}", INSIDE],
    ["HTTPS://plain/${var.free}", INSIDE],
    [
      "https://kms.eu-west-1.amazonaws.com/${var.free}",
      outside("eu-west-1", '"kms.eu-west-1.amazonaws.com" names it'),
    ],
    [
      "https://${var.free}.kms.eu-west-1.amazonaws.com/${var.free}",
      outside("eu-west-1", '"x.kms.eu-west-1.amazonaws.com" names it'),
    ],
    ["https://${var.free}.kms.us-east-1.amazonaws.com:443/", INSIDE],
    // What stands behind the host proves nothing.
    [
      "https://a-${var.free}/ocid1.key.oc1.iad.aaaa",
      unproven("a part of the host is known only when Terraform runs"),
    ],
    // The host of a URI of S3 is a bucket.
    ["s3://${aws_s3_bucket.far.id}/x", FAR_BUCKET],
    ["s3://${aws_s3_bucket.near.id}/x", INSIDE],
    ["s3://${var.free}", FREE],
    ["s3://far/${var.free}", FAR_BUCKET],
    ["s3a://far/${var.free}", FAR_BUCKET],
    ["s3n://far/${var.free}", FAR_BUCKET],
    ["S3://far/${var.free}", FAR_BUCKET],
    ["s3x://far/${var.free}", INSIDE],
    [
      "s3://other/${var.free}",
      unproven("the name of the S3 bucket other names no region, and no stack makes it"),
    ],
  ])("leads where its host leads: %s", (value, expected) => {
    expect(outcomeOf(value, DOCUMENT)).toEqual(expected);
  });
});

describe("a reference with text around it", () => {
  test.each([
    // With a path, a port, a wildcard or a version behind it, it leads where the reference leads.
    ["${oci_kms_key.far.id}/x", FAR_KEY],
    ["${oci_kms_key.near.id}/x", INSIDE],
    ["${oci_kms_key.far.id}:*", FAR_KEY],
    ["${oci_kms_key.far.id}?v", FAR_KEY],
    ["${oci_kms_key.far.id}#v", FAR_KEY],
    ["${oci_kms_key.far.id}x", put("${oci_kms_key.far.id}x")],
    ["x${oci_kms_key.far.id}/x", put("x${oci_kms_key.far.id}/x")],
    // Without a letter of its own, everywhere where one of them leads.
    ["${oci_kms_key.far.id}${oci_kms_key.near.id}", FAR_KEY],
    ["${oci_kms_key.near.id},${oci_kms_key.far.id}", FAR_KEY],
    ["-${oci_kms_key.near.id}-${oci_kms_key.near.id}", INSIDE],
    ["-${oci_kms_key.near.id}1", put("-${oci_kms_key.near.id}1")],
    ["-${oci_kms_key.near.id}x", put("-${oci_kms_key.near.id}x")],
    ["1-${oci_kms_key.near.id}", put("1-${oci_kms_key.near.id}")],
    // By an identifier of which enough is written.
    [
      "ocid1.key.oc1.eu-frankfurt-1.${var.free}",
      outside("eu-frankfurt-1", '"ocid1.key.oc1.eu-frankfurt-1.x" names it'),
    ],
    ["ocid1.key.oc1.iad.${var.free}", INSIDE],
    ["a-${var.free}", put("a-${var.free}")],
    // Every expression has one value: it is text.
    ["eu-${local.city}-1", outside("eu-west-1", '"eu-west-1" names it')],
    // A directive makes what it wants of its text.
    [
      "%{ if true }${oci_kms_key.near.id}%{ endif }",
      put("%{if true}${oci_kms_key.near.id}%{endif}"),
    ],
  ])("%s", (value, expected) => {
    expect(outcomeOf(value, DOCUMENT)).toEqual(expected);
  });

  test("is no region, unless every part is known", () => {
    const region = { flow: "region" } as const;
    const twice = "${data.aws_region.asked.id},${var.free}";
    expect(outcomeOf(twice, DOCUMENT, region)).toEqual(put(twice));
    expect(outcomeOf("eu-${local.city}-1", DOCUMENT, region)).toEqual(
      outside("eu-west-1", '"eu-west-1" is eu-west-1'),
    );
    expect(outcomeOf("us-${local.city}-1", DOCUMENT, region)).toEqual(INSIDE);
  });

  test("is not known where an expression has several values", () => {
    expect(outcomeOf("arn:aws:s3:::${var.two}-x", DOCUMENT)).toEqual(
      put("arn:aws:s3:::${var.two}-x"),
    );
  });
});
