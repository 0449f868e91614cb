import { at, one, saidBy } from "../../support/of-rule";

const said = (type: string, body: object, more: object = {}) =>
  saidBy("bucket-not-public", { ...one(type, body), ...more });

const OCI = "oci_objectstorage_bucket";
const BLOCK = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const EVERYBODY = "http://acs.amazonaws.com/groups/global/AllUsers";

describe("bucket-not-public", () => {
  test.each([
    "ObjectRead",
    "ObjectReadWithoutList",
    "${local.access}",
    '${var.a ? "ObjectRead" : "NoPublicAccess"}',
  ])("fails an OCI bucket with access_type %s", (access_type) => {
    expect(said(OCI, { access_type }, { locals: { access: "ObjectRead" } })).toEqual([
      `outside ${at(OCI, "access_type")}`,
    ]);
  });

  test("leaves an access_type unproven that is not in the file", () => {
    expect(said(OCI, { access_type: "${var.access}" })).toEqual([
      `unproven ${at(OCI, "access_type")}`,
    ]);
  });

  test.each([[{}], [{ access_type: "NoPublicAccess" }], [{ access_type: null }]])(
    "passes the OCI bucket %j",
    (body) => {
      expect(said(OCI, body)).toEqual([]);
    },
  );

  test.each<[string, object, string]>([
    ["aws_s3_bucket", { acl: "public-read" }, "acl"],
    ["aws_s3_bucket_acl", { bucket: "b", acl: "public-read-write" }, "acl"],
    ["aws_s3_bucket_acl", { bucket: "b", acl: "authenticated-read" }, "acl"],
    ["aws_s3_object", { bucket: "b", acl: "public-read" }, "acl"],
    [
      "aws_s3_bucket_acl",
      { access_control_policy: { grant: [{ grantee: { uri: EVERYBODY }, permission: "READ" }] } },
      "access_control_policy/grant/0/grantee/uri",
    ],
  ])("fails %s %j", (type, body, argument) => {
    expect(said(type, body)).toEqual([`outside ${at(type, argument)}`]);
  });

  test.each<[string, object]>([
    ["aws_s3_bucket", {}],
    ["aws_s3_bucket_acl", { bucket: "b", acl: "private" }],
    ["aws_s3_bucket_acl", { bucket: "b", acl: "log-delivery-write" }],
    ["aws_s3_bucket_acl", { access_control_policy: { grant: { grantee: { id: "abc" } } } }],
    ["aws_s3_bucket_public_access_block", { bucket: "b", ...BLOCK }],
    ["aws_s3_account_public_access_block", BLOCK],
    ["aws_s3_access_point", { name: "a" }],
    ["aws_s3_bucket_website_configuration", { redirect_all_requests_to: { host_name: "h" } }],
  ])("passes %s %j", (type, body) => {
    expect(said(type, body)).toEqual([]);
  });

  test("leaves each setting of a public access block unproven that is off", () => {
    const type = "aws_s3_bucket_public_access_block";
    expect(said(type, { ...BLOCK, block_public_policy: false })).toEqual([
      `unproven ${at(type, "block_public_policy")}`,
    ]);
    expect(said(type, { bucket: "b", block_public_acls: true })).toEqual([`unproven ${at(type)}`]);
  });

  test("leaves an access point unproven whose block is turned off", () => {
    const type = "aws_s3_access_point";
    const body = { public_access_block_configuration: { restrict_public_buckets: "false" } };
    expect(said(type, body)).toEqual([
      `unproven ${at(type, "public_access_block_configuration/restrict_public_buckets")}`,
    ]);
  });

  test("leaves a website unproven", () => {
    const type = "aws_s3_bucket_website_configuration";
    const body = { bucket: "b", index_document: { suffix: "index.html" } };
    expect(said(type, body)).toHaveLength(1);
  });
});
