import { findingsOf, findingsOn, OTHER_ACCOUNT, OWN_ACCOUNT } from "./aws-findings";

const OWN = `arn:aws:iam::${OWN_ACCOUNT}:root`;
const OTHER = `arn:aws:iam::${OTHER_ACCOUNT}:root`;

function messages(statement: unknown, more: object = {}): readonly string[] {
  return findingsOf(statement, more).map(({ message }) => message);
}

const STRANGER = `allows ${OTHER}, of the account ${OTHER_ACCOUNT}, which no provider configuration lists in allowed_account_ids.`;
const NO_PRINCIPAL =
  "has a Principal that is not in the file, so that nothing proves who is allowed.";
const NO_CONDITION =
  "has a Condition that is not in the file, so that nothing proves where it holds.";
const OPEN =
  "is open to the world: it allows everybody, and no condition says whose account, organization or network they come from.";

const allow = (part: object) => ({ Effect: "Allow", Action: "*", Resource: "*", ...part });

describe("a part that a local value holds", () => {
  const statement = allow({ Principal: { AWS: OTHER } });
  const locals = {
    statement,
    effect: "Permit",
    principal: { AWS: OTHER },
    star: "*",
    list: [OWN, OTHER],
    arn: OTHER,
    condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
    keys: { "aws:RequestedRegion": "eu-west-1" },
    regions: ["us-east-1", "eu-west-1"],
    region: "eu-west-1",
  };
  const ABROAD = "allows requests to eu-west-1, outside US.";

  test.each<[string, string, string]>([
    ["a statement", "${local.statement}", STRANGER],
    ["an item of statements", '["${local.statement}"]', STRANGER],
    [
      "the effect",
      '{"Effect":"${local.effect}"}',
      'has the Effect "permit", which is neither Allow nor Deny.',
    ],
    ["principals", '{"Effect":"Allow","Principal":"${local.principal}"}', STRANGER],
    ["the star", '{"Effect":"Allow","Principal":"${local.star}"}', OPEN],
    ["a list of principals", '{"Effect":"Allow","Principal":{"AWS":"${local.list}"}}', STRANGER],
    ["one principal", '{"Effect":"Allow","Principal":{"AWS":["${local.arn}"]}}', STRANGER],
    ["conditions", '{"Effect":"Allow","Condition":"${local.condition}"}', ABROAD],
    ["keys", '{"Effect":"Allow","Condition":{"StringEquals":"${local.keys}"}}', ABROAD],
    [
      "values",
      '{"Effect":"Allow","Condition":{"StringEquals":{"aws:RequestedRegion":"${local.regions}"}}}',
      ABROAD,
    ],
    [
      "a value",
      '{"Effect":"Allow","Condition":{"StringEquals":{"aws:RequestedRegion":["${local.region}"]}}}',
      ABROAD,
    ],
  ])("is read: %s", (_name, json, message) => {
    // In text an expression may stand in quotes or without, as jsonencode(…) would be written.
    const text = `{"Statement":${json.startsWith("$") ? `"${json}"` : json}}`;
    const forms = [text, text.replace(/"(\$\{[^}]*\})"/g, "$1"), `\${jsonencode(${text})}`];
    for (const form of forms) {
      expect(findingsOn(form, { locals }).map(({ message: said }) => said)).toEqual([message]);
    }
  });

  test("is not read where the local is not there", () => {
    expect(findingsOn('{"Statement":["${local.none}"]}').map(({ message }) => message)).toEqual([
      "Nothing proves what policy of aws_sqs_queue_policy.q allows: a statement of it is not in the file.",
    ]);
  });
});

describe("an expression in a text", () => {
  test("is the one that stands there, also where there are more than ten", () => {
    const names = Array.from({ length: 12 }, (_, index) => `\${var.v${index}}`);
    expect(messages(allow({ Principal: { AWS: names } }))).toEqual(
      names.map((name) => `allows ${name}, and nothing in the file says whose principal that is.`),
    );
  });

  test("is one of a block in jsonencode too, beside one in a string", () => {
    const text =
      '${jsonencode({ Statement = { Effect = "Allow", Principal = { AWS = [aws_iam_role.r.arn, "arn:aws:iam::${aws_x.y.id}:root", var.z] } } })}';
    const resource = { aws_iam_role: { r: {} }, aws_x: { y: {} } };
    expect(findingsOn(text, { resource }).map(({ message }) => message)).toEqual([
      "allows ${var.z}, and nothing in the file says whose principal that is.",
    ]);
  });

  test("is not what only looks like the mark that the reader leaves for one", () => {
    expect(messages(allow({ Principal: { AWS: "\uE0007\uE001${var.x}" } }))).toEqual([
      "allows ${…}${var.x}, and nothing in the file says whose principal that is.",
    ]);
  });

  test("is none where it is escaped", () => {
    const Principal = { AWS: "$${aws_iam_role.r.arn}" };
    const resource = { aws_iam_role: { r: {} } };
    expect(messages(allow({ Principal }), { resource })).toEqual([
      "allows ${aws_iam_role.r.arn}, and nothing in the file says whose principal that is.",
    ]);
  });
});

describe("a principal", () => {
  test.each<[string, unknown]>([
    ["text that is no star", OWN],
    ["a star and more", ["*", OWN]],
    ["a number", 7],
    ["a list with an object", [{ AWS: "*" }]],
    ["of a type whose values are objects", { AWS: { x: OWN } }],
    ["of a type whose values hold null", { AWS: [null] }],
    ["of a service that is a list of lists", { Service: [["ec2.amazonaws.com"]] }],
  ])("is not in the file where it is %s", (_name, Principal) => {
    expect(messages(allow({ Principal }))).toEqual([NO_PRINCIPAL]);
  });

  test("is read beside one that is not in the file", () => {
    expect(messages(allow({ Principal: { Service: [{}], AWS: OTHER } }))).toEqual([
      NO_PRINCIPAL,
      STRANGER,
    ]);
  });

  test("may be a number, which JSON writes an account as", () => {
    expect(messages(allow({ Principal: { AWS: Number(OTHER_ACCOUNT) } }))).toEqual([
      `allows ${OTHER_ACCOUNT}, of the account ${OTHER_ACCOUNT}, which no provider configuration lists in allowed_account_ids.`,
    ]);
  });

  test.each<[string, unknown]>([
    ["is the star", "*"],
    ["is a list of the star", ["*"]],
    ["has the star for its type's value", { aws: "*" }],
  ])("is everybody where it %s", (_name, Principal) => {
    expect(messages(allow({ Principal }))).toEqual([OPEN]);
  });
});

describe("a condition", () => {
  test.each<[string, unknown]>([
    ["text", "x"],
    ["null", null],
    ["a list", [{ StringEquals: { "aws:RequestedRegion": "us-east-1" } }]],
    ["an operator with text", { StringEquals: "aws:RequestedRegion" }],
    ["an operator with a list", { StringEquals: ["aws:RequestedRegion"] }],
    ["a key with an object", { StringEquals: { "aws:RequestedRegion": {} } }],
    ["a key with null among its values", { StringEquals: { "aws:RequestedRegion": [null] } }],
  ])("is not in the file where it is %s", (_name, Condition) => {
    expect(messages(allow({ Condition }))).toEqual([NO_CONDITION]);
  });

  test("is read beside one that is not in the file", () => {
    const Condition = { StringLike: "x", StringEquals: { "aws:RequestedRegion": "eu-west-1" } };
    expect(messages(allow({ Condition }))).toEqual([
      "allows requests to eu-west-1, outside US.",
      NO_CONDITION,
    ]);
  });

  test.each([
    ["ForAnyValue:StringEquals", []],
    ["foranyvalue:stringequals", []],
    ["ForAllValues:StringEquals", [OPEN]],
    ["StringEqualsIfExists", [OPEN]],
    ["ForAnyValue:StringEqualsIfExists", [OPEN]],
    ["xForAnyValue:StringEquals", [OPEN]],
    ["IfExistsStringEquals", [OPEN]],
    ["StringEqualsIfExistsNot", [OPEN]],
  ])("closes a statement by %s or not", (operator, found) => {
    const Condition = { [operator]: { "aws:PrincipalOrgPaths": ["o-a/r-b/"] } };
    expect(messages(allow({ Principal: "*", Condition }))).toEqual(found);
  });

  test("is read by its key in any case", () => {
    const Condition = { StringEquals: { "AWS:REQUESTEDREGION": "eu-west-1" } };
    expect(messages(allow({ Condition }))).toEqual(["allows requests to eu-west-1, outside US."]);
  });
});

describe("an effect", () => {
  const abroad = (Effect: unknown) =>
    messages(allow({ Effect, Resource: `arn:aws:sqs:eu-west-1:${OWN_ACCOUNT}:q` }), {
      locals: { deny: "Deny", words: ["Deny"] },
      variable: {
        either: {
          validation: [
            {
              condition: '${contains(["Allow", "Deny"], var.either)}',
              error_message: "Allow or Deny.",
            },
          ],
        },
      },
    });

  test("may be a local value", () => {
    expect(abroad("${local.deny}")).toEqual([]);
  });

  test.each<[unknown, string]>([
    ["${var.effect}", "${var.effect}"],
    ["${var.either}", "allow or deny"],
    ["${local.words}", ""],
    [["Allow"], ""],
    [null, ""],
    [true, ""],
    [undefined, ""],
  ])("is neither Allow nor Deny where it is %j", (Effect, said) => {
    expect(abroad(Effect)).toEqual([`has the Effect "${said}", which is neither Allow nor Deny.`]);
  });
});

describe("a part that is written twice", () => {
  test.each<[string, object, string]>([
    ["effect", { effect: "Allow" }, 'has the Effect "allow", which is neither Allow nor Deny.'],
    ["principal", { Principal: { AWS: OWN }, principal: { AWS: OWN } }, NO_PRINCIPAL],
    ["condition", { Condition: {}, CONDITION: {} }, NO_CONDITION],
  ])("is not in the file: %s", (_name, part, message) => {
    expect(messages(allow(part))).toEqual([message]);
  });

  test("is read where the other only begins alike", () => {
    expect(messages(allow({ Principals: 1, Conditions: 1, Effects: 1, Sid: "Effect" }))).toEqual(
      [],
    );
  });
});
