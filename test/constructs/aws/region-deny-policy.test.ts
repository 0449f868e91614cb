import {
  GLOBAL_SERVICES,
  RegionDenyPolicy,
  type RegionDenyPolicyProps,
} from "../../../constructs/aws";
import { Jurisdiction, Region } from "../../../jurisdiction";
import { ACCOUNT, awsStack } from "../../support/aws";
import { deniedBy } from "../../support/iam";
import { onlyResource, resourcesOf, synthesize } from "../../support/synth";

function policy(props: Partial<RegionDenyPolicyProps> = {}, stack = awsStack()) {
  const made = new RegionDenyPolicy(stack, "deny", {
    name: "region-deny",
    targetIds: ["ou-ab12-0123abcd"],
    ...props,
  });
  return { stack, made };
}

const request = (
  action: string,
  region: string,
  principal = `arn:aws:iam::${ACCOUNT}:role/dev`,
) => ({
  action,
  context: { "aws:RequestedRegion": region, "aws:PrincipalArn": principal },
});

const GERMANY = Jurisdiction.define({
  name: "DE",
  countries: ["DE"],
  regions: ["eu-central-1"],
});

describe("RegionDenyPolicy", () => {
  test("denies what is asked of any region outside, and nothing inside", () => {
    const { content } = policy().made;
    const abroad = Region.all("aws").filter((region) => !Jurisdiction.US.allows(region));
    for (const region of abroad) {
      expect(deniedBy(content, request("s3:PutObject", region.id))).toEqual([
        "DenyOutsideAllowedRegions",
      ]);
    }
    for (const region of Jurisdiction.US.regionsOf("aws")) {
      expect(deniedBy(content, request("s3:PutObject", region.id))).toEqual([]);
    }
  });

  test("exempts no action in the United States, where global services answer from", () => {
    const { content } = policy().made;
    for (const { actions, regions } of GLOBAL_SERVICES) {
      for (const action of actions.map((each) => each.replace("*", "Get"))) {
        for (const region of regions) {
          expect(deniedBy(content, request(action, region))).toEqual([]);
        }
        expect(deniedBy(content, request(action, "eu-west-1"))).toEqual([
          "DenyOutsideAllowedRegions",
        ]);
      }
    }
  });

  test("exempts global services in a jurisdiction that does not allow their regions, and no others", () => {
    const stack = awsStack({ jurisdiction: GERMANY, region: "eu-central-1" });
    const { content } = policy({}, stack).made;
    expect(deniedBy(content, request("iam:GetRole", "us-east-1"))).toEqual([]);
    expect(deniedBy(content, request("sts:AssumeRole", "us-east-1"))).toEqual([]);
    expect(deniedBy(content, request("kms:CreateKey", "us-east-1"))).toEqual([
      "DenyOutsideAllowedRegions",
    ]);
    expect(deniedBy(content, request("s3:PutObject", "us-east-1"))).toEqual([
      "DenyOutsideAllowedRegions",
    ]);
    expect(stack).toStayWithin(GERMANY);
  });

  test("exempts nothing in GovCloud, whose global services answer from inside", () => {
    const stack = awsStack({ jurisdiction: Jurisdiction.US_GOVERNMENT, region: "us-gov-west-1" });
    const { content } = policy({}, stack).made;
    expect(content).not.toContain("NotAction");
    expect(content).toContain('["us-gov-east-1","us-gov-west-1"]');
  });

  test("denies to enable an opt-in region, unless that is turned off", () => {
    const enable = {
      action: "account:EnableRegion",
      context: { "account:TargetRegion": "ap-southeast-3", "aws:RequestedRegion": "us-east-1" },
    };
    expect(deniedBy(policy().made.content, enable)).toEqual(["DenyRegionOptIn"]);
    expect(deniedBy(policy({ denyRegionOptIn: false }).made.content, enable)).toEqual([]);
  });

  test("denies copies at the edge, which a region cannot express, unless that is turned off", () => {
    const distribution = request("cloudfront:CreateDistribution", "us-east-1");
    expect(deniedBy(policy().made.content, distribution)).toEqual(["DenyEdgeCopies"]);
    expect(deniedBy(policy({ denyEdgeCopies: false }).made.content, distribution)).toEqual([]);
  });

  test("leaves a named role out, and no other", () => {
    const { content } = policy({
      exemptRoleArns: ["arn:aws:iam::*:role/onshore/migration/singapore-source"],
    }).made;
    const role = `arn:aws:iam::${ACCOUNT}:role/onshore/migration/singapore-source`;
    expect(deniedBy(content, request("s3:GetObject", "ap-southeast-1", role))).toEqual([]);
    expect(deniedBy(content, request("s3:GetObject", "ap-southeast-1"))).toEqual([
      "DenyOutsideAllowedRegions",
    ]);
  });

  test("leaves a named action out in every region", () => {
    const { content } = policy({ exemptActions: ["bedrock:InvokeModel"] }).made;
    expect(deniedBy(content, request("bedrock:InvokeModel", "eu-west-1"))).toEqual([]);
    expect(deniedBy(content, request("bedrock:CreateAgent", "eu-west-1"))).not.toEqual([]);
  });

  test("is attached to each target, by a provider configuration inside, and is proven", () => {
    const { stack } = policy({ targetIds: ["r-ab12", ACCOUNT] });
    const json = synthesize(stack);
    expect(onlyResource(json, "aws_organizations_policy")).toMatchObject({
      type: "SERVICE_CONTROL_POLICY",
      provider: "aws.us-east-1",
    });
    const targets = resourcesOf(json, "aws_organizations_policy_attachment");
    expect(targets.map(({ target_id }) => target_id).sort()).toEqual([ACCOUNT, "r-ab12"]);
    expect(stack).toStayWithin(Jurisdiction.US);
  });

  test("fails when it is longer than AWS takes", () => {
    const exemptActions = Array.from(
      { length: 400 },
      (_, index) => `service${index}:DescribeAnything`,
    );
    expect(() => policy({ exemptActions })).toThrow(/characters.*10240 characters at most/);
    expect(() => policy({ exemptActions: exemptActions.slice(0, 200) })).not.toThrow();
  });

  test.each<[Partial<RegionDenyPolicyProps>, RegExp]>([
    [{ name: "" }, /name is ""/],
    [{ description: "x".repeat(513) }, /description/],
    [{ targetIds: [] }, /attached to nothing/],
    [{ targetIds: ["production"] }, /targetIds\[0\] is "production"/],
    [{ exemptActions: ["*"] }, /exemptActions\[0\] is "\*"/],
    [{ exemptActions: ["s3"] }, /exemptActions\[0\]/],
    [{ exemptRoleArns: ["arn:aws:iam::*:role/*"] }, /exemptRoleArns\[0\]/],
    [{ exemptRoleArns: ["*"] }, /exemptRoleArns\[0\]/],
    [{ exemptRoleArns: ["arn:aws:iam::*:root"] }, /exemptRoleArns\[0\]/],
  ])("fails for %j", (props, message) => {
    expect(() => policy(props)).toThrow(message);
  });

  test("has a table of regions that exist, and of each action once", () => {
    const actions = GLOBAL_SERVICES.flatMap((each) => each.actions);
    expect(new Set(actions).size).toBe(actions.length);
    for (const region of GLOBAL_SERVICES.flatMap(({ regions }) => regions)) {
      expect(Region.find(region)?.cloud).toBe("aws");
    }
  });
});
