import { checkJson } from "../../support/check-json";
import { at, one } from "../../support/of-rule";
import { told } from "./told";

const RULE = "hsm-protected-key";

const KEY = "aws_kms_key";
const MULTI =
  "aws_kms_key.r is a multi-Region key of which the input holds no replica, so that nothing tells the regions that it is for.";
const EITHER = (a: string, b: string) => `\${x_y.z.on ? ${a} : ${b}}`;

const notes = (json: object) => checkJson(json).notes.filter((each) => each.rule === RULE);

describe("a key of AWS KMS", () => {
  test.each(["aws_kms_external_key", "aws_kms_replica_external_key", KEY])(
    "of the type %s shows no material in a finding about it",
    (type) => {
      const json = one(type, { key_material_base64: "c2VjcmV0" });
      expect(told(RULE, json)).toEqual([
        {
          status: "unproven",
          path: at(type, "key_material_base64"),
          value: "",
          message: `The material of ${type}.r passes through the configuration and the Terraform state, outside of any HSM.`,
          fix: "Use aws_kms_key, or import the material outside of Terraform.",
        },
      ]);
      expect(notes(json)).toEqual([]);
    },
  );

  test.each(["aws_kms_external_key", "aws_kms_replica_external_key"])(
    "of the type %s is noted for its material from elsewhere",
    (type) => {
      expect(told(RULE, one(type, {}))).toEqual([]);
      expect(notes(one(type, {}))).toMatchObject([
        {
          path: at(type),
          message: `${type}.r takes material from outside; whoever made it may have kept a copy.`,
        },
      ]);
    },
  );

  test("of its own material is not noted", () => {
    expect(notes(one(KEY, {}))).toEqual([]);
  });

  test.each(["cks-1", "${var.store}", "${aws_kms_custom_key_store.other.id}"])(
    "is kept in the store %s, which is not in the input",
    (custom_key_store_id) => {
      expect(told(RULE, one(KEY, { custom_key_store_id }))).toEqual([
        {
          status: "unproven",
          path: at(KEY, "custom_key_store_id"),
          value: custom_key_store_id,
          message:
            "aws_kms_key.r is kept in a custom key store that is not in the input, so that nothing tells where.",
          fix: "Refer to an aws_kms_custom_key_store of this input, or leave custom_key_store_id out.",
        },
      ]);
    },
  );

  test.each([true, "TRUE", "1", EITHER("true", "false"), "${x_y.z.on}"])(
    "is for regions that nothing tells with multi_region %j",
    (multi_region) => {
      expect(told(RULE, one(KEY, { multi_region }))).toEqual([
        {
          status: "unproven",
          path: at(KEY, "multi_region"),
          value: String(multi_region),
          message: MULTI,
          fix: "Leave multi_region out, or write its replicas as aws_kms_replica_key in allowed regions.",
        },
      ]);
    },
  );

  test.each([false, "0", "False", null, EITHER("false", "null")])(
    "is for one region with multi_region %j",
    (multi_region) => {
      expect(told(RULE, one(KEY, { multi_region }))).toEqual([]);
    },
  );

  test.each<[string, string, string, boolean]>([
    [KEY, "aws_kms_replica_key", "${aws_kms_key.r.arn}", true],
    ["aws_kms_external_key", "aws_kms_replica_external_key", "${aws_kms_external_key.r.arn}", true],
    [KEY, "aws_kms_replica_key", "${aws_kms_key.other.arn}", false],
    [KEY, "aws_kms_replica_key", "${aws_kms_external_key.r.arn}", false],
    [KEY, "aws_kms_replica_key", "arn:aws:kms:us-east-1:1:key/mrk-1", false],
    [KEY, "aws_kms_alias", "${aws_kms_key.r.arn}", false],
  ])("of the type %s is replicated by %s with %s: %j", (type, replica, primary_key_arn, found) => {
    const json = {
      resource: {
        aws_kms_key: { other: {} },
        aws_kms_external_key: { r: {} },
        [replica]: { copy: { primary_key_arn, region: "us-west-2" } },
        [type]: { ...(type === KEY ? { other: {} } : {}), r: { multi_region: true } },
      },
    };
    const messages = told(RULE, json).map(({ message }) => message);
    expect(messages).toEqual(found ? [] : [MULTI]);
  });
});
