import type { Exposure, ExposureTable } from "./exposure";

const ACL = ["public-read", "public-read-write", "authenticated-read", "website"];

/** Groups of grantees that anybody belongs to. */
const EVERYBODY = [
  "http://acs.amazonaws.com/groups/global/allusers",
  "http://acs.amazonaws.com/groups/global/authenticatedusers",
];

const acl = (argument: string): Exposure => ({
  says: "is given to everybody by its ACL",
  argument,
  open: ACL,
  fix: `Leave ${argument} out, or set it to private.`,
});

const grant = (block: string, uri: string): Exposure => ({
  says: "is given to everybody by a grant",
  block,
  argument: uri,
  open: EVERYBODY,
  fix: "Remove the grant.",
});

const unblocked = (argument: string, unset: "open" | "closed"): Exposure => ({
  says: `leaves ${argument} off, so that a policy or an ACL can open buckets to everybody`,
  isLatent: true,
  argument,
  open: ["false"],
  unset,
  fix: `Set ${argument} to true.`,
});

const SETTINGS = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
];

/** A resource of its own, whose settings are off unless they are set. */
const BLOCK = SETTINGS.map((name) => unblocked(name, "open"));

/** A block of an access point, whose settings are on unless they are set. */
const inAccessPoint = (block: string): readonly Exposure[] =>
  SETTINGS.map((name) => ({ ...unblocked(name, "closed"), block }));

/**
 * Arguments that open a bucket to everybody.
 *
 * Source: Oracle Cloud Infrastructure documentation, public buckets: `ObjectRead` and
 * `ObjectReadWithoutList` let anybody read, and the default is `NoPublicAccess`. Amazon S3 User
 * Guide: since April 2023 a new bucket blocks public access and has no ACLs unless it is told
 * otherwise, so that a bucket of which nothing is said is private.
 */
export const PUBLIC_BUCKETS: ExposureTable = {
  oci_objectstorage_bucket: [
    {
      says: "can be read by everybody",
      argument: "access_type",
      open: ["objectread", "objectreadwithoutlist"],
      fix: "Leave access_type out, or set it to NoPublicAccess.",
    },
  ],
  aws_s3_access_point: inAccessPoint("public_access_block_configuration"),
  aws_s3_account_public_access_block: BLOCK,
  aws_s3_bucket: [
    acl("acl"),
    grant("grant", "uri"),
    {
      says: "is served as a website, which only objects that everybody can read are good for",
      isLatent: true,
      openedBy: "website.index_document",
      fix: "Leave website out.",
    },
  ],
  aws_s3_bucket_acl: [acl("acl"), grant("access_control_policy.grant.grantee", "uri")],
  aws_s3_bucket_public_access_block: BLOCK,
  aws_s3_bucket_website_configuration: [
    {
      says: "serves a bucket as a website, which only objects that everybody can read are good for",
      isLatent: true,
      // One that only redirects serves no object.
      openedBy: "index_document",
      fix: "Remove it, and publish what may be public from a bucket that holds nothing else, under a waiver.",
    },
  ],
  aws_s3_object: [acl("acl")],
  aws_s3_object_copy: [acl("acl"), grant("grant", "uri")],
  aws_s3control_multi_region_access_point: inAccessPoint("details.public_access_block"),
};
