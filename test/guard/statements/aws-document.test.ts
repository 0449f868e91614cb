import fc from "fast-check";
import { checkJson } from "../../support/check-json";
import { findingsOf, findingsOn, OWN_ACCOUNT } from "./aws-findings";

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

const OPEN =
  "is open to the world: it allows everybody, and no condition says whose account, organization or network they come from.";
const EVERYBODY = '"Effect":"Allow","Principal":"*"';

function messages(policy: unknown, more: object = {}): readonly string[] {
  return findingsOn(policy, more).map(({ message }) => message);
}

const oneOf = (...values: readonly string[]) => ({
  validation: [
    {
      condition: `\${contains(${JSON.stringify(values)}, var.p)}`,
      error_message: "A policy of ours.",
    },
  ],
});

describe("a document that is no document", () => {
  const list = "${jsonencode([1])}";

  test.each<[string, unknown, string]>([
    ["a number", 7, "it is no text"],
    ["a list", [{ Statement: [] }], "it is no text"],
    ["prose", "Allow everyone", "it is no JSON"],
    ["JSON of a list", "[]", "it is no JSON object"],
    ["JSON of null", "null", "it is no JSON object"],
    ["JSON of text", '"Statement"', "it is no JSON object"],
    ["an object without statements", "{}", "it has no Statement"],
    ["another name", '{"Statements":[]}', "it has no Statement"],
    ["a statement that is a number", '{"Statement":[7]}', "a statement of it is not in the file"],
    [
      "a statement that is a list",
      '{"Statement":[{"Effect":"Deny"},[]]}',
      "a statement of it is not in the file",
    ],
    [
      "a statement by a variable",
      '{"Statement":["${var.s}"]}',
      "a statement of it is not in the file",
    ],
    [
      "a directive",
      '{"Statement":[%{ for s in var.s }{}%{ endfor }]}',
      "it is put together by a template directive",
    ],
    [
      "a directive in a string",
      '{"Statement":"%{ if var.s }x%{ endif }"}',
      "it is put together by a template directive",
    ],
    [
      "a name that stands twice in a statement",
      `{"Statement":[{${EVERYBODY},"Principal":{"AWS":"${OWN_ACCOUNT}"}}]}`,
      "it names a property twice in one object",
    ],
    [
      "a name that stands twice in a list of lists",
      `{"Statement":[],"x":[[null,{"a":1,"a" : 2}]]}`,
      "it names a property twice in one object",
    ],
    ["a variable", "${var.policy}", "var.policy has a value only when Terraform runs"],
    ["a file", '${file("p.json")}', 'file("p.json") has a value only when Terraform runs'],
    ["a variable that admits two", "${var.p}", "var.p has a value only when Terraform runs"],
    [
      "jsonencode of a variable",
      "${jsonencode(var.policy)}",
      "what jsonencode is given is no object in the file",
    ],
    ["jsonencode of a list", list, "what jsonencode is given is no object in the file"],
    [
      "jsonencode of what is computed",
      "${jsonencode({ Statement = [for s in var.s : s] })}",
      "a statement of it is not in the file",
    ],
    [
      "one of two by a condition",
      "${jsonencode({ Statement = [] }) == var.x ? var.y : file(var.z)}",
      "what jsonencode is given is no object in the file",
    ],
    [
      "a part of what is encoded",
      "${jsonencode(local.object)[0]}",
      "jsonencode(local.object)[0] has a value only when Terraform runs",
    ],
    [
      "jsonencode inside of another function",
      "${base64encode(jsonencode({ Statement = [] }))}",
      "it is no JSON",
    ],
    [
      "a function of another name",
      "${jsonencoded({ Statement = [] })}",
      "jsonencoded({ Statement = [] }) has a value only when Terraform runs",
    ],
  ])("is unproven, with its reason: %s", (_name, policy, reason) => {
    const more = {
      locals: { object: { Statement: [] } },
      variable: { p: oneOf('{"Statement":[]}', "{}") },
    };
    expect(findingsOn(policy, more)).toEqual([
      {
        status: "unproven",
        region: null,
        message: `Nothing proves what policy of aws_sqs_queue_policy.q allows: ${reason}.`,
        fix: "Write the document out as JSON, with jsonencode of a literal, or as a data source aws_iam_policy_document.",
      },
    ]);
  });
});

describe("a document", () => {
  const everybody = { Statement: { Effect: "Allow", Principal: "*" } };

  test.each<[string, unknown]>([
    ["an object in place of text", everybody],
    ["a local value that is an object", "${local.object}"],
    ["jsonencode with space around", "${jsonencode ( local.object )}"],
    [
      "jsonencode of a literal over lines",
      '${jsonencode(\n{ Statement = {\nEffect = "Allow"\nPrincipal = "*" } }\n)}',
    ],
    ["the only value of a variable", "${var.p}"],
    [
      "an expression after an escaped quote",
      `{"Statement":{"Sid":"a \\" b",${EVERYBODY},"Action":\${jsonencode(var.a)}}}`,
    ],
    [
      "an expression after an escaped backslash",
      `{"Statement":{"Sid":"a\\\\",${EVERYBODY},"Action":\${jsonencode(var.a)}}}`,
    ],
    [
      "an expression after one in a string",
      `{"Statement":{"Sid":"a\${var.s}b",${EVERYBODY},"Action":\${jsonencode(var.a)}}}`,
    ],
    [
      "an expression with a quote in it",
      `{"Statement":{${EVERYBODY},"Action":\${jsonencode(["\\"", var.a])}}}`,
    ],
    ["colons after quotes in a string", `{"Statement":{"Sid":"say \\"yes\\": it",${EVERYBODY}}}`],
    ["strings that begin with a colon", `{"Statement":{${EVERYBODY},"Action":["x",":y"]}}`],
    ["null and lists of lists", `{"x":[null,[{"y":null}],{"z":[1]}],"Statement":{${EVERYBODY}}}`],
  ])("is read where it is %s", (_name, policy) => {
    const more = {
      locals: { object: everybody },
      variable: { p: oneOf(JSON.stringify(everybody)) },
    };
    expect(messages(policy, more)).toEqual([OPEN]);
  });

  test("holds no expression where Terraform puts together what looks like one", () => {
    const parts = JSON.stringify({
      Statement: { Effect: "Allow", Principal: { AWS: "${aws_iam_role.r.arn}" } },
    }).split("{aws");
    const policy = `\${join("{aws", ${JSON.stringify(parts)})}`;
    expect(messages(policy, { resource: { aws_iam_role: { r: {} } } })).toEqual([
      "allows ${aws_iam_role.r.arn}, and nothing in the file says whose principal that is.",
    ]);
  });

  test("may have no statement, or a single one, or several", () => {
    expect(messages('{"Statement":[]}')).toEqual([]);
    expect(findingsOf({ Effect: "Allow", Principal: "*" })).toHaveLength(1);
    expect(messages(`{"Statement":[{"Effect":"Deny"},{${EVERYBODY}}]}`)).toEqual([
      `Statement 2 of policy of aws_sqs_queue_policy.q ${OPEN}`,
    ]);
  });
});

describe("a document that is judged where it is written", () => {
  const more = {
    data: {
      aws_iam_policy_document: { d: { statement: [] } },
      aws_iam_policy: { p: { name: "p" } },
    },
    resource: {
      aws_iam_policy: { p: { policy: '{"Statement":[]}' } },
      aws_iam_role: {
        r: {
          assume_role_policy: '{"Statement":[]}',
          inline_policy: [{ policy: '{"Statement":[]}' }],
        },
      },
    },
  };

  test.each([
    "${data.aws_iam_policy_document.d.json}",
    "${data.aws_iam_policy_document.d.minified_json}",
    "${aws_iam_policy.p.policy}",
    "${aws_iam_role.r.assume_role_policy}",
    "${aws_iam_role.r.inline_policy[0].policy}",
  ])("is %s", (policy) => {
    expect(messages(policy, more)).toEqual([]);
  });

  test.each([
    "data.aws_iam_policy_document.none.json",
    "data.aws_iam_policy.p.policy",
    "aws_iam_policy.p.description",
    "aws_iam_policy.p",
    "aws_iam_policy.none.policy",
    "aws_iam_role.r.policy_arn",
  ])("is not %s", (expression) => {
    expect(messages(`\${${expression}}`, more)).toEqual([
      `Nothing proves what policy of aws_sqs_queue_policy.q allows: ${expression} has a value only when Terraform runs.`,
    ]);
  });
});
