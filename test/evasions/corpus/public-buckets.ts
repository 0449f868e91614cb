import type { Family } from "../evasion";
import {
  AWS_KEY,
  AWS_KEY_ARN,
  COMPARTMENT,
  OCI_KEY,
  ociBucket,
  outside,
  twins,
  unproven,
  withAws,
  withOci,
} from "./builders";

const RULE = "bucket-not-public";

const bucket = (more: object, root: object = {}) =>
  withOci({ ...OCI_KEY, oci_objectstorage_bucket: { b: ociBucket(more) } }, root);

const PRIVATE = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

/** An encrypted bucket of S3 with what is about it. */
const s3 = (more: object) =>
  withAws({
    ...AWS_KEY,
    aws_s3_bucket: { b: { bucket: "b" } },
    aws_s3_bucket_server_side_encryption_configuration: {
      b: {
        bucket: "${aws_s3_bucket.b.id}",
        rule: {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: AWS_KEY_ARN,
          },
        },
      },
    },
    ...more,
  });

const blocked = (more: object) =>
  s3({
    aws_s3_bucket_public_access_block: {
      b: { bucket: "${aws_s3_bucket.b.id}", ...PRIVATE, ...more },
    },
  });

const ACCESS = "/resource/oci_objectstorage_bucket/b/access_type";

export const PUBLIC_BUCKETS: Family = {
  title: "Buckets that everybody can read",
  evasions: [
    twins({
      id: "bucket-object-read",
      tries: "Lets everybody read the objects of a bucket, from every country.",
      make: (access_type: string) => bucket({ access_type }),
      abroad: "ObjectRead",
      home: "NoPublicAccess",
      expected: outside(RULE, ACCESS),
      because: "the bucket is private",
    }),
    twins({
      id: "bucket-object-read-without-list",
      tries: "Lets everybody read whose names they know.",
      make: (access_type: string) => bucket({ access_type, versioning: "Enabled" }),
      abroad: "ObjectReadWithoutList",
      home: "NoPublicAccess",
      expected: outside(RULE, ACCESS),
      because: "the bucket is private",
    }),
    twins({
      id: "bucket-access-from-variable",
      tries: "Leaves it to a variable who may read.",
      make: (access_type: string) => bucket({ access_type }, { variable: { access: {} } }),
      abroad: "${var.access}",
      home: "NoPublicAccess",
      expected: unproven(RULE, ACCESS),
      because: "the access is written out",
    }),
    twins({
      id: "pre-authenticated-request",
      tries: "Opens a bucket to whoever holds a URL, for ten years.",
      make: (resource: object) => withOci({ ...OCI_KEY, ...resource }),
      abroad: {
        oci_objectstorage_preauthrequest: {
          p: {
            namespace: "ns",
            bucket: "b",
            name: "p",
            access_type: "AnyObjectRead",
            time_expires: "2036-01-01T00:00:00Z",
          },
        },
      },
      home: {
        oci_objectstorage_private_endpoint: {
          p: {
            namespace: "ns",
            name: "p",
            prefix: "p",
            compartment_id: COMPARTMENT,
            subnet_id: "ocid1.subnet.oc1.iad.aaaa",
            access_targets: { namespace: "ns", bucket: "b", compartment_id: COMPARTMENT },
          },
        },
      },
      expected: outside("no-preauthenticated-request"),
      because: "a private endpoint serves one network",
    }),
    twins({
      id: "aws-bucket-acl-public",
      tries: "Lets everybody read by a canned access list.",
      make: (acl: string) => withAws({ aws_s3_bucket_acl: { a: { bucket: "b", acl } } }),
      abroad: "public-read",
      home: "private",
      expected: outside(RULE, "/resource/aws_s3_bucket_acl/a/acl"),
      because: "the list is private",
    }),
    twins({
      id: "aws-bucket-acl-grant",
      tries: "Grants to all users by the address of their group.",
      make: (grantee: object) =>
        withAws({
          aws_s3_bucket_acl: {
            a: {
              bucket: "b",
              access_control_policy: {
                grant: { grantee, permission: "READ" },
                owner: { id: "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a" },
              },
            },
          },
        }),
      abroad: { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" },
      home: { type: "Group", uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" },
      expected: outside(RULE),
      because: "the group writes access logs",
    }),
    twins({
      id: "aws-object-acl-public",
      tries: "Lets everybody read one object of a private bucket.",
      make: (acl: string) =>
        withAws({ aws_s3_object: { o: { bucket: "b", key: "k", content: "c", acl } } }),
      abroad: "public-read",
      home: "bucket-owner-full-control",
      expected: outside(RULE, "/resource/aws_s3_object/o/acl"),
      because: "the list is for the bucket's owner",
    }),
    twins({
      id: "aws-bucket-website",
      tries: "Serves a bucket as a website.",
      make: (body: object) =>
        withAws({ aws_s3_bucket_website_configuration: { w: { bucket: "b", ...body } } }),
      abroad: { index_document: { suffix: "index.html" } },
      home: { redirect_all_requests_to: { host_name: "www.example.com" } },
      expected: unproven(RULE),
      because: "one that only redirects serves no object",
    }),
    twins({
      id: "aws-account-block-off",
      tries: "Lets policies of the whole account open buckets.",
      make: (block_public_policy: boolean) =>
        withAws({ aws_s3_account_public_access_block: { a: { ...PRIVATE, block_public_policy } } }),
      abroad: false,
      home: true,
      expected: unproven(
        RULE,
        "/resource/aws_s3_account_public_access_block/a/block_public_policy",
      ),
      because: "all four are on",
    }),
    twins({
      id: "aws-bucket-block-halved",
      tries: "Blocks public lists and lets public policies be.",
      make: (restrict_public_buckets: boolean) => blocked({ restrict_public_buckets }),
      abroad: false,
      home: true,
      expected: unproven(RULE),
      because: "all four are on",
    }),
  ],
};
