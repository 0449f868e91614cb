import fc from "fast-check";
import { checkJson } from "../../support/check-json";

function judge(policy: unknown): readonly string[] {
  const resource = { aws_sqs_queue_policy: { r: { policy } } };
  return checkJson({ provider: { aws: [{ region: "us-east-1" }] }, resource })
    .findings.filter(({ rule }) => rule === "aws-policy-inside")
    .map(({ status }) => status);
}

const names = fc.constantFrom(
  "Statement",
  "Effect",
  "Principal",
  "NotPrincipal",
  "AWS",
  "Service",
  "Federated",
  "Resource",
  "Condition",
  "StringEquals",
  "StringNotLike",
  "aws:RequestedRegion",
  "__proto__",
);
const texts = fc.constantFrom(
  "Allow",
  "Deny",
  "*",
  "us-east-1",
  "eu-*",
  "arn:aws:sqs:eu-west-1:1:q",
  "arn:",
  "${var.x}",
  "${",
  "",
);
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { maxDepth: 6 },
    texts,
    fc.constantFrom(null, true, 7),
    fc.array(tie("document"), { maxLength: 3 }),
    fc.dictionary(names, tie("document"), { maxKeys: 4 }),
  ),
}));

describe("a policy document", () => {
  test("is judged without throwing, whatever it is, as a value and as text", () => {
    fc.assert(
      fc.property(document, (value) => {
        judge(value);
        judge(JSON.stringify(value));
        judge(`\${jsonencode(${JSON.stringify(value)})}`);
      }),
      { numRuns: 500 },
    );
  });

  test("is judged without throwing, whatever the text", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((s) => `\${${s}}`),
      fc.json(),
    );
    fc.assert(fc.property(text, (value) => void judge(value)));
  });

  test("is never taken for proven when it is text that says something else than a document", () => {
    const text = fc.string({ minLength: 1 }).filter((value) => !value.trimStart().startsWith("{"));
    fc.assert(fc.property(text, (value) => expect(judge(value)).toEqual(["unproven"])));
  });

  test("is judged the same whatever the order of its properties", () => {
    const statement = {
      Effect: "Allow",
      Principal: { AWS: "*", Service: "logs.eu-west-1.amazonaws.com" },
      Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
      Resource: "*",
    };
    const reversed = Object.fromEntries(Object.entries(statement).reverse());
    expect(judge(JSON.stringify({ Statement: [reversed] })).toSorted()).toEqual(
      judge(JSON.stringify({ Statement: [statement] })).toSorted(),
    );
  });

  // A reader that is not linear would take minutes for each of these.
  test.each([
    ["brackets", "[".repeat(200_000)],
    ["nesting", `{"Statement":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
    ["quotes", '"'.repeat(200_000)],
    ["open expressions", "${".repeat(50_000)],
    ["open calls", "${jsonencode({a=".repeat(10_000)],
    [
      "expressions",
      `{"Statement":{"Effect":"Allow","Resource":"${"${var.x}${local.y}".repeat(10_000)}"}}`,
    ],
    [
      "wildcards",
      JSON.stringify({
        Statement: {
          Effect: "Allow",
          Condition: {
            StringLike: {
              "aws:RequestedRegion": Array.from({ length: 10_000 }, (_, i) => `us-*${i}`),
            },
          },
        },
      }),
    ],
    [
      "stars",
      JSON.stringify({
        Statement: { Effect: "Allow", Resource: `arn:aws:sqs:${"*a".repeat(50_000)}:1:q` },
      }),
    ],
  ])("is read or refused where it is hundreds of kilobytes of %s", (_name, policy) => {
    expect(Array.isArray(judge(policy))).toBe(true);
  });
});
