import { inferenceProfileOutcome } from "../../../guard/flow/inference-profile";
import { Jurisdiction } from "../../../jurisdiction";

const of = (text: string, jurisdiction = Jurisdiction.US) =>
  inferenceProfileOutcome(text, jurisdiction);

const PROFILE = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/";

describe("an inference profile", () => {
  test.each([
    ["us.anthropic.claude-sonnet-4-20250514-v1:0", "inside"],
    [" US.amazon.nova-pro-v1:0 ", "inside"],
    [`${PROFILE}us.meta.llama3-3-70b-instruct-v1:0`, "inside"],
    ["us.guardrail.v1:0", "inside"],
    ["global.anthropic.claude-sonnet-4-20250514-v1:0", "outside"],
    [`${PROFILE}global.amazon.nova-2-lite-v1:0`, "outside"],
    ["eu.amazon.nova-pro-v1:0", "outside"],
    ["apac.amazon.nova-pro-v1:0", "unproven"],
    ["jp.anthropic.claude-sonnet-4-5-20250929-v1:0", "unproven"],
    ["us-gov.anthropic.claude-3-haiku-20240307-v1:0", "unproven"],
    ["xx.amazon.nova-pro-v1:0", "unproven"],
  ])("%s leads %s", (text, status) => {
    expect(of(text)?.status).toBe(status);
  });

  test.each([
    "anthropic.claude-v2:1",
    "zai.glm-4.7",
    "ai21.jamba-1-5-large-v1:0",
    "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0",
    "my-model",
    "us.",
    "",
  ])("is not what %j names", (text) => {
    expect(of(text)).toBeUndefined();
  });

  test("stays within the law's area that its geography is", () => {
    expect(of("eu.amazon.nova-pro-v1:0", Jurisdiction.EU)?.status).toBe("inside");
    expect(of("us.amazon.nova-pro-v1:0", Jurisdiction.EU)).toEqual({
      status: "outside",
      region: "us-east-1",
      because: "an inference profile of us can be served there",
    });
    expect(of("global.amazon.nova-pro-v1:0", Jurisdiction.EU)).toEqual({
      status: "outside",
      region: "every commercial region of AWS",
      because: "a global inference profile is served there",
    });
  });
});
