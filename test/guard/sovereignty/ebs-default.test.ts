import { at, saidBy } from "../../support/of-rule";

const KEY = { key_arn: "arn:aws:kms:us-east-1:123456789012:key/1" };
const EAST = { aws: [{ region: "us-east-1" }, { alias: "west", region: "us-west-2" }] };

/** What is said of a volume beside the defaults of the account. */
function said(volume: object, resource: object, more: object = {}) {
  return saidBy("customer-managed-key", {
    provider: EAST,
    ...more,
    resource: { aws_ebs_volume: { r: volume }, ...resource },
  });
}

const keyed = (body: object = {}) => ({ aws_ebs_default_kms_key: { k: { ...KEY, ...body } } });
const on = (body: object = {}) => ({ aws_ebs_encryption_by_default: { d: body } });
const LACKING = [`unproven ${at("aws_ebs_volume")}`];

describe("the default key of Elastic Block Store", () => {
  test.each<[object, object]>([
    [{}, on()],
    [{}, on({ enabled: true })],
    [{ provider: "aws.west" }, on({ provider: "aws.west" })],
  ])("with %j encrypts volumes of its region where that is on by %j", (key, byDefault) => {
    const provider = "provider" in key ? { provider: "aws.west" } : {};
    expect(said(provider, { ...keyed(key), ...byDefault })).toEqual([]);
  });

  test.each<[object]>([
    [{}],
    [keyed()],
    [on()],
    [{ ...keyed(), ...on({ enabled: false }) }],
    [{ ...keyed(), ...on({ enabled: "false" }) }],
    [{ ...keyed({ provider: "aws.west" }), ...on() }],
    [{ ...keyed(), ...on({ provider: "aws.west" }) }],
    [{ ...keyed({ provider: "aws.west" }), ...on({ provider: "aws.west" }) }],
  ])("encrypts no volume of us-east-1 by %j", (resource) => {
    expect(said({}, resource)).toEqual(LACKING);
  });

  test("is set by resources, and not by data sources of those types", () => {
    expect(said({}, keyed(), { data: on() })).toEqual(LACKING);
    expect(said({}, on(), { data: keyed() })).toEqual(LACKING);
  });

  test("encrypts no volume whose region nothing tells", () => {
    const provider = { aws: [{ region: "${x_y.z.region}" }, EAST.aws[1]] };
    expect(said({}, { ...keyed(), ...on() }, { provider })).toEqual(LACKING);
    const either = { aws: [{ region: '${x_y.z.on ? "us-east-1" : "us-west-2"}' }] };
    expect(said({}, { ...keyed(), ...on() }, { provider: either })).toEqual(LACKING);
  });

  test("encrypts a volume of either region where both have one", () => {
    const provider = {
      aws: [
        { alias: "east", region: "us-east-1" },
        EAST.aws[1],
        { alias: "either", region: '${x_y.z.on ? "us-east-1" : "us-west-2"}' },
      ],
    };
    const both = {
      aws_ebs_default_kms_key: {
        e: { ...KEY, provider: "aws.east" },
        w: { ...KEY, provider: "aws.west" },
      },
      aws_ebs_encryption_by_default: { e: { provider: "aws.east" }, w: { provider: "aws.west" } },
    };
    const east = {
      aws_ebs_default_kms_key: { e: both.aws_ebs_default_kms_key.e },
      aws_ebs_encryption_by_default: both.aws_ebs_encryption_by_default,
    };
    expect(said({ provider: "aws.either" }, both, { provider })).toEqual([]);
    expect(said({ provider: "aws.either" }, east, { provider })).toEqual(LACKING);
  });
});
