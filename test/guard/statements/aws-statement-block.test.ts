import { findingsOfBlock, OTHER_ACCOUNT, OWN_ACCOUNT } from "./aws-findings";

const messages = (block: object, more: object = {}) =>
  findingsOfBlock(block, more).map(({ message }) => message);

const OWN = `arn:aws:iam::${OWN_ACCOUNT}:root`;
const stranger = (arn: string) =>
  `allows ${arn}, of the account ${OTHER_ACCOUNT}, which no provider configuration lists in allowed_account_ids.`;
const OPEN =
  "is open to the world: it allows everybody, and no condition says whose account, organization or network they come from.";
const BUT = "allows everybody but those it names: NotPrincipal opens it to the world.";
const NO_PRINCIPAL =
  "has a Principal that is not in the file, so that nothing proves who is allowed.";
const NO_CONDITION =
  "has a Condition that is not in the file, so that nothing proves where it holds.";

const EVERYBODY = { principals: { type: "AWS", identifiers: ["*"] } };

describe("principals", () => {
  test("are those of all blocks, also of blocks with one type", () => {
    const arns = ["a", "b", "c"].map((name) => `arn:aws:iam::${OTHER_ACCOUNT}:role/${name}`);
    const [a, b, c] = arns;
    const principals = [
      { type: "AWS", identifiers: [a] },
      { type: "Service", identifiers: ["ec2.amazonaws.com"] },
      { type: "AWS", identifiers: [OWN, b] },
      { type: "AWS", identifiers: c },
    ];
    expect(messages({ principals })).toEqual(arns.map(stranger));
  });

  test.each<[string, object]>([
    ["without a type", { principals: { identifiers: ["*"] } }],
    ["without identifiers", { principals: [{ type: "AWS" }] }],
    ["without either", { principals: [{}] }],
    ["whose type is no text", { principals: [{ type: 7, identifiers: ["*"] }] }],
    ["that is an expression", { principals: "${var.p}" }],
    ["with an object for an identifier", { principals: [{ type: "AWS", identifiers: [{}] }] }],
    ["that is computed", { dynamic: { principals: { for_each: "${var.p}", content: {} } } }],
    ["that is left out by what is computed", { dynamic: { not_principals: { for_each: [] } } }],
  ])("are not in the file where there is a block %s", (_name, block) => {
    expect(messages(block)).toEqual([NO_PRINCIPAL]);
  });

  test("are read beside a block that is not in the file", () => {
    const principals = [{}, { type: "AWS", identifiers: ["*"] }];
    expect(messages({ principals })).toEqual([NO_PRINCIPAL, OPEN]);
  });

  test.each<[string, object, string[]]>([
    ["one block", { not_principals: { type: "AWS", identifiers: [OWN] } }, [BUT]],
    ["several", { not_principals: [{ type: "AWS", identifiers: [OWN] }] }, [BUT]],
    ["none", { not_principals: [] }, []],
    ["none, as null", { not_principals: null }, []],
  ])("are everybody but those of not_principals: %s", (_name, block, found) => {
    expect(messages(block)).toEqual(found);
  });

  test("are nobody's where there is no block, as in a role's policy", () => {
    expect(messages({ actions: ["s3:*"], resources: ["*"] })).toEqual([]);
    expect(messages({ principals: [] })).toEqual([]);
  });
});

describe("a condition", () => {
  const org = { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-abcdefghij"] };
  const tls = { test: "Bool", variable: "aws:SecureTransport", values: ["true"] };

  test.each<[string, unknown, string[]]>([
    ["one block", org, []],
    ["several", [tls, org], []],
    ["one that closes nothing", tls, [OPEN]],
    ["one without values", { ...org, values: undefined }, [OPEN]],
    ["none", [], [OPEN]],
  ])("closes a statement or not: %s", (_name, condition, found) => {
    expect(messages({ ...EVERYBODY, condition })).toEqual(found);
  });

  test.each<[string, object]>([
    ["without a test", { condition: { ...org, test: undefined } }],
    ["without a variable", { condition: { ...org, variable: undefined } }],
    ["with nothing in it", { condition: [{}] }],
    ["whose test is no text", { condition: { ...org, test: 7 } }],
    ["whose values are an object", { condition: { ...org, values: {} } }],
    ["that is an expression", { condition: "${var.c}" }],
    ["that is computed", { dynamic: { condition: { for_each: "${var.c}", content: {} } } }],
  ])("is not in the file where it is a block %s", (_name, block) => {
    expect(messages(block)).toEqual([NO_CONDITION]);
    expect(messages({ ...EVERYBODY, ...block })).toEqual([
      "allows everybody under a Condition that is not in the file.",
    ]);
  });

  test("is read beside a block that is not in the file", () => {
    const region = { test: "StringEquals", variable: "aws:RequestedRegion", values: "eu-west-1" };
    expect(messages({ condition: [{}, region] })).toEqual([
      "allows requests to eu-west-1, outside US.",
      NO_CONDITION,
    ]);
  });
});

describe("the effect of a block", () => {
  const abroad = { resources: [`arn:aws:sqs:eu-west-1:${OWN_ACCOUNT}:q`] };

  test.each<[object, string[]]>([
    [{}, ["outside"]],
    [{ effect: null }, ["outside"]],
    [{ effect: "Allow" }, ["outside"]],
    [{ effect: "Deny" }, []],
    [{ effect: "${var.effect}" }, ["unproven"]],
  ])("is allowed unless it says otherwise: %j", (block, found) => {
    expect(findingsOfBlock({ ...abroad, ...block }).map(({ status }) => status)).toEqual(found);
  });
});

test("a block is closed by the denial of another, for the same actions and resources", () => {
  const open = { ...EVERYBODY, actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] };
  const denial = {
    ...EVERYBODY,
    effect: "Deny",
    actions: ["s3:*"],
    resources: ["arn:aws:s3:::b/*"],
    condition: { test: "StringNotEquals", variable: "aws:SourceVpce", values: ["vpce-0a"] },
  };
  expect(messages([open, denial])).toEqual([]);
  expect(messages([open, { ...denial, actions: undefined }])).toEqual([OPEN]);
  expect(messages([open, { ...denial, resources: undefined }])).toEqual([OPEN]);
  expect(messages([{ ...open, actions: undefined }, denial])).toEqual([OPEN]);
  expect(messages([{ ...open, resources: undefined }, denial])).toEqual([OPEN]);
});

test("a block may hold expressions, of which those of the stack's own blocks are known", () => {
  const resource = { aws_iam_role: { r: {} } };
  const principals = { type: "AWS", identifiers: ["${aws_iam_role.r.arn}", "${var.role}"] };
  expect(messages({ principals }, { resource })).toEqual([
    "allows ${var.role}, and nothing in the file says whose principal that is.",
  ]);
});

test("a dynamic block of another name leaves nothing unread", () => {
  expect(messages({ ...EVERYBODY, dynamic: { other: {} } })).toEqual([OPEN]);
  expect(messages({ dynamic: [] })).toEqual([]);
});
