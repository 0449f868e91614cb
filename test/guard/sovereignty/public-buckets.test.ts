import { at } from "../../support/of-rule";
import { exposed, nested, open } from "./told";

const said = (type: string, body: object) => exposed("bucket-not-public", type, body);

const ALL = "http://acs.amazonaws.com/groups/global/AllUsers";
const AUTHENTICATED = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
const SETTINGS = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
];
const BLOCKED = Object.fromEntries(SETTINGS.map((name) => [name, true]));

const latent = (type: string, path: string, says: string, fix: string) =>
  `unproven ${path}: ${type}.r ${says}. ${fix}`;

describe("bucket-not-public", () => {
  test.each(["ObjectRead", "ObjectReadWithoutList"])(
    "fails an OCI bucket with %s",
    (access_type) => {
      const type = "oci_objectstorage_bucket";
      expect(said(type, { access_type })).toEqual([
        open(
          type,
          at(type, "access_type"),
          "can be read by everybody",
          "Leave access_type out, or set it to NoPublicAccess.",
        ),
      ]);
      expect(said(type, { access_type: "NoPublicAccess" })).toEqual([]);
    },
  );

  test.each(["aws_s3_bucket", "aws_s3_bucket_acl", "aws_s3_object", "aws_s3_object_copy"])(
    "fails %s with an ACL for everybody",
    (type) => {
      const open_ = open(
        type,
        at(type, "acl"),
        "is given to everybody by its ACL",
        "Leave acl out, or set it to private.",
      );
      for (const acl of ["public-read", "public-read-write", "authenticated-read", "website"]) {
        expect(said(type, { acl })).toEqual([open_]);
      }
      expect(said(type, { acl: "private" })).toEqual([]);
    },
  );

  test.each([
    ["aws_s3_bucket", "grant"],
    ["aws_s3_bucket_acl", "access_control_policy.grant.grantee"],
    ["aws_s3_object_copy", "grant"],
  ])("fails %s with a %s for everybody", (type, block) => {
    const grant = open(
      type,
      at(type, `${block.replaceAll(".", "/")}/uri`),
      "is given to everybody by a grant",
      "Remove the grant.",
    );
    for (const uri of [ALL, AUTHENTICATED]) {
      expect(said(type, nested(block, { uri }))).toEqual([grant]);
    }
    const uri = "http://acs.amazonaws.com/groups/s3/LogDelivery";
    expect(said(type, nested(block, { uri }))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    [
      "aws_s3_bucket",
      "website.index_document",
      "is served as a website, which only objects that everybody can read are good for",
      "Leave website out.",
    ],
    [
      "aws_s3_bucket_website_configuration",
      "index_document",
      "serves a bucket as a website, which only objects that everybody can read are good for",
      "Remove it, and publish what may be public from a bucket that holds nothing else, under a waiver.",
    ],
  ])("leaves %s unproven with %s", (type, argument, says, fix) => {
    const path = at(type, argument.replaceAll(".", "/"));
    expect(said(type, nested(argument, "index.html"))).toEqual([latent(type, path, says, fix)]);
    expect(said(type, {})).toEqual([]);
  });

  const TYPES = ["aws_s3_account_public_access_block", "aws_s3_bucket_public_access_block"];

  test.each(TYPES.flatMap((type) => SETTINGS.map((name) => [type, name])))(
    "leaves %s unproven whose %s is off, left out or may be",
    (type = "", name = "") => {
      const says = `leaves ${name} off, so that a policy or an ACL can open buckets to everybody`;
      const found = (argument: string) => [
        latent(type, at(type, argument), says, `Set ${name} to true.`),
      ];
      const { [name]: _left, ...others } = BLOCKED;
      expect(said(type, BLOCKED)).toEqual([]);
      expect(said(type, { ...BLOCKED, [name]: false })).toEqual(found(name));
      expect(said(type, others)).toEqual(found(""));
      expect(said(type, { ...others, [name]: "${var.on ? true : null}" })).toEqual(found(name));
    },
  );

  test.each(
    [
      ["aws_s3_access_point", "public_access_block_configuration"],
      ["aws_s3control_multi_region_access_point", "details.public_access_block"],
    ].flatMap(([type, block]) => SETTINGS.map((name) => [type, block, name])),
  )(
    "leaves %s unproven whose %s turns %s off, and passes one that does not say",
    (type = "", block = "", name = "") => {
      const says = `leaves ${name} off, so that a policy or an ACL can open buckets to everybody`;
      const path = at(type, `${block}.${name}`.replaceAll(".", "/"));
      expect(said(type, nested(block, { [name]: false }))).toEqual([
        latent(type, path, says, `Set ${name} to true.`),
      ]);
      expect(said(type, nested(block, { [name]: "${var.on ? true : null}" }))).toEqual([]);
      expect(said(type, nested(block, {}))).toEqual([]);
      expect(said(type, {})).toEqual([]);
    },
  );
});
