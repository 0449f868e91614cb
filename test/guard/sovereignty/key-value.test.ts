import type { Block } from "../../../guard/model/block";
import { notACustomersKey } from "../../../guard/sovereignty/key-value";
import { KEY_OF_INPUT, type Setting } from "../../../guard/sovereignty/setting";
import { stackOf } from "../place/placed";

const stack = stackOf({
  "main.tf.json": {
    variable: { nothing: { default: null } },
    resource: { x_y: { r: {} }, aws_kms_alias: { own: { name: "alias/aws/s3" } } },
    data: {
      aws_kms_alias: { own: { name: "alias/aws/s3" }, odd: { name: ["alias/aws/s3"] } },
      aws_kms_key: { own: { key_id: "alias/aws/s3" }, named: { name: "alias/aws/s3" } },
    },
  },
});

const why = (setting: Setting) =>
  notACustomersKey(setting, stack, stack.byAddress.get("x_y.r") as Block);

const known = (texts: readonly string[], canBeUnset = false) =>
  why({ kind: "known", texts, canBeUnset, pointer: "/r/k", written: "" });

const unknown = (written: string, reason = "it is not in the file") =>
  why({ kind: "unknown", reason, pointer: "/r/k", written });

describe("notACustomersKey", () => {
  test("takes what is not set for none", () => {
    expect(why({ kind: "unset", pointer: "/r" })).toBe("is not set");
  });

  test.each([
    "alias/aws/s3",
    "ALIAS/AWS/S3",
    "arn:aws:kms:us-east-1:123456789012:alias/aws/s3",
    "aws_owned_key",
    "AWS_MANAGED_KEY",
    "s3_managed",
    "ORACLE_MANAGED_KEY",
    "oracle_owned",
  ])("takes %s for the cloud's own", (text) => {
    expect(known(["alias/orders", text])).toBe(`names ${text}, which is the cloud's own`);
  });

  test.each(["alias/orders", "alias/aws", "x/alias/aws/s3", "my_aws_owned", "ocid1.key.oc1"])(
    "takes %s for the customer's, unless it can be left out",
    (text) => {
      expect(known([text])).toBeUndefined();
      expect(known([text], true)).toBe("can be null");
    },
  );

  test.each([
    ["${x_y.z.on ? x_y.a.id : null}", "can be null"],
    ["${var.nothing}", "can be null"],
    ['{"a":1}', "is no text"],
    [
      "${data.aws_kms_alias.own.arn}",
      "refers to data.aws_kms_alias.own, which is alias/aws/s3, the cloud's own",
    ],
    [
      "${data.aws_kms_key.own.arn}",
      "refers to data.aws_kms_key.own, which is alias/aws/s3, the cloud's own",
    ],
  ])("takes %s for none: it %s", (written, reason) => {
    expect(unknown(written)).toBe(reason);
  });

  test.each([
    "${x_y.a.id}",
    "${aws_kms_alias.own.arn}",
    "${data.aws_kms_alias.odd.arn}",
    "${data.aws_kms_alias.missing.arn}",
    "${data.aws_kms_key.named.arn}",
  ])("takes %s for a key of the customer's", (written) => {
    expect(unknown(written)).toBeUndefined();
  });

  test("takes a key of the input as it is", () => {
    expect(unknown("oci_kms_key.k.id", KEY_OF_INPUT)).toBeUndefined();
  });
});
