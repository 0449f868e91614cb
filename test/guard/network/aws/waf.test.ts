import { merge, type Resources } from "../topology";
import { edge, id, lines, told, vpc } from "./vpc";

const RULE = "internet-only-through-waf";
const ACL = "aws_wafv2_web_acl.acl";

const geo = (...codes: readonly string[]) => ({ geo_match_statement: { country_codes: codes } });
const not = (...statement: readonly object[]) => ({ not_statement: { statement } });
const PATH = { byte_match_statement: { search_string: "/health" } };

interface Rule {
  readonly [argument: string]: unknown;
}

const allow = (statement: object, more: Rule = {}): Rule => ({
  name: "home",
  priority: 1,
  action: { allow: {} },
  statement,
  ...more,
});
const block = (statement: object, more: Rule = {}): Rule => ({
  name: "abroad",
  priority: 2,
  action: { block: {} },
  statement,
  ...more,
});
const ABROAD = block(not(geo("US")));

/** A load balancer behind a web ACL that lets in what `rules` do not turn away. */
function behind(rules: unknown, body: object = {}, ...more: readonly Resources[]): Resources {
  return merge(
    vpc(edge()),
    {
      aws_wafv2_web_acl: { acl: { default_action: { allow: {} }, rule: rules, ...body } },
      aws_wafv2_web_acl_association: {
        a: {
          resource_arn: id("aws_lb", "lb", "arn"),
          web_acl_arn: id("aws_wafv2_web_acl", "acl", "arn"),
        },
      },
    },
    ...more,
  );
}

const REFUSES = { default_action: { block: {} } };

const isOutside = (because: string) => [
  `outside aws_lb.lb: Whoever is outside US can connect to aws_lb.lb: ${ACL} does not keep other countries out: ${because}.`,
];
const isUnproven = (because: string) => [
  `unproven aws_lb.lb: Nothing proves that only US can connect to aws_lb.lb: ${ACL} does not keep other countries out: ${because}.`,
];

/** `depth` negations of a condition. */
function nested(depth: number, statement: object): object {
  return depth === 0 ? statement : not(nested(depth - 1, statement));
}

describe("a web ACL keeps other countries out", () => {
  test.each<[string, unknown, object]>([
    ["a rule that blocks them", [ABROAD], {}],
    ["a rule that is written as one block", ABROAD, {}],
    ["no rules, and a default that blocks", [], REFUSES],
    [
      "a default that blocks, where another action is null",
      [],
      {
        default_action: { block: {}, allow: null },
      },
    ],
    ["a rule that admits one country, and a default that blocks", [allow(geo("US"))], REFUSES],
    [
      "a block before a rule that admits all, in whatever order they are written",
      [allow(geo("DE"), { priority: 10 }), { ...ABROAD, priority: 9 }],
      {},
    ],
    [
      "a block after rules that only look",
      [
        allow(geo("DE"), { action: { count: {} } }),
        allow(geo("DE"), { action: { captcha: {} } }),
        allow(geo("DE"), { action: { challenge: {} } }),
        ABROAD,
      ],
      {},
    ],
    [
      "a block after a group of rules that AWS manages",
      [
        {
          name: "core",
          priority: 0,
          override_action: { none: {} },
          statement: { managed_rule_group_statement: { name: "core", vendor_name: "AWS" } },
        },
        ABROAD,
      ],
      {},
    ],
    [
      "a block of what is of none of two countries",
      [block({ and_statement: { statement: [not(geo("US")), not(geo("US", "DE"))] } }), ABROAD],
      {},
    ],
    [
      "an admission of what is of the country in two ways",
      [allow({ and_statement: { statement: [geo("US", "DE"), geo("US", "FR")] } })],
      REFUSES,
    ],
    [
      "an admission of the country, whatever else is asked of it",
      [allow({ and_statement: { statement: [geo("US"), PATH] } })],
      REFUSES,
    ],
    [
      "a block of other countries, or of a path",
      [block({ or_statement: { statement: [PATH, not(geo("US"))] } })],
      {},
    ],
    [
      "a statement beside which another is null",
      [block({ ...not(geo("US")), or_statement: null })],
      {},
    ],
    ["a statement in as many others as are followed", [allow(nested(16, geo("US")))], REFUSES],
    ["rules whose text in JSON is not set", [ABROAD], { rule_json: null }],
  ])("by %s", (_how, rules, body) => {
    expect(lines(RULE, behind(rules, body))).toEqual([]);
  });
});

describe("a web ACL does not keep other countries out", () => {
  test.each<[string, unknown, object, string]>([
    ["without a rule", [], {}, "its default action admits requests of every other country"],
    [
      "that admits another country",
      [allow(geo("US", "DE"))],
      REFUSES,
      "its rule home admits requests of DE",
    ],
    [
      "that admits one before it blocks, in whatever order they are written",
      [{ ...ABROAD, priority: 10 }, allow(geo("DE"), { priority: 9 })],
      {},
      "its rule home admits requests of DE",
    ],
    [
      "that admits whoever is of one of two countries",
      [allow({ or_statement: { statement: [geo("US"), geo("DE")] } })],
      REFUSES,
      "its rule home admits requests of DE",
    ],
    [
      "that only looks",
      [{ ...ABROAD, action: { count: {} } }],
      {},
      "its default action admits requests of every other country",
    ],
  ])("%s", (_what, rules, body, because) => {
    expect(lines(RULE, behind(rules, body))).toEqual(isOutside(because));
  });
});

const UNREAD = "the condition of its rule abroad is not understood";

describe("a web ACL proves nothing", () => {
  test.each<[string, unknown, object, string]>([
    [
      "whose rules are an expression",
      "${var.rules}",
      {},
      `an expression makes the rules of ${ACL}`,
    ],
    [
      "whose rules are a text in JSON",
      [ABROAD],
      { rule_json: '${file("rules.json")}' },
      `an expression makes the rules of ${ACL}`,
    ],
    [
      "with dynamic rules",
      [],
      { dynamic: { rule: { for_each: "${var.rules}", content: ABROAD } } },
      `the rules of ${ACL} are dynamic`,
    ],
    ...["${var.priority}", "${var.first ? 1 : 9}", null, "first"].map(
      (priority): [string, unknown, object, string] => [
        `with a rule of the priority ${priority}`,
        [{ ...ABROAD, priority }, allow(geo("DE"), { priority: 5 })],
        {},
        `the order of the rules of ${ACL} is not in the input`,
      ],
    ),
    ...[undefined, {}, { allow: {}, block: {} }, { captcha_config: {} }].map(
      (action): [string, unknown, object, string] => [
        `whose default action is ${JSON.stringify(action)}`,
        [],
        { default_action: action },
        "what its default action does is not known",
      ],
    ),
    [
      "with a group of rules of one's own before it blocks",
      [
        {
          priority: 0,
          override_action: { none: {} },
          statement: { rule_group_reference_statement: { arn: "arn" } },
        },
        ABROAD,
      ],
      {},
      "the condition of its rule (unnamed) is not understood",
    ],
    [
      "with a group of rules that says nothing",
      [{ name: "${var.name}", priority: 0, override_action: { none: {} } }, ABROAD],
      {},
      "the condition of its rule (unnamed) is not understood",
    ],
    [
      "whose rule has an action that is not known",
      [{ ...ABROAD, action: { log: {} } }],
      {},
      "what its rule abroad does is not known",
    ],
    [
      "whose rule has one of two actions",
      [
        {
          ...ABROAD,
          action: undefined,
          dynamic: {
            action: [
              { for_each: "${var.block}", content: { block: {} } },
              { for_each: "${var.count}", content: { count: {} } },
            ],
          },
        },
      ],
      {},
      "what its rule abroad does is not known",
    ],
    ["whose rule has no statement", [{ ...ABROAD, statement: undefined }], {}, UNREAD],
    [
      "whose rule has two statements",
      [{ ...ABROAD, statement: [not(geo("US")), PATH] }],
      {},
      UNREAD,
    ],
    ["whose statement is of two kinds", [block({ ...not(geo("US")), ...PATH })], {}, UNREAD],
    [
      "whose statement holds two",
      [block({ not_statement: [{ statement: geo("US") }, { statement: geo("DE") }] })],
      {},
      UNREAD,
    ],
    ["whose statement is an expression", [block({ not_statement: "${var.x}" })], {}, UNREAD],
    ["whose negation is of nothing", [block(not())], {}, UNREAD],
    ["whose negation is of two", [block(not(geo("US"), geo("DE")))], {}, UNREAD],
    [
      "whose conjunction is dynamic",
      [
        block({
          and_statement: {
            dynamic: { statement: { for_each: "${var.x}", content: not(geo("US")) } },
          },
        }),
      ],
      {},
      UNREAD,
    ],
    [
      "whose conjunction is dynamic in part",
      [
        block({
          and_statement: {
            statement: [not(geo("US"))],
            dynamic: { statement: { for_each: "${var.x}", content: PATH } },
          },
        }),
      ],
      {},
      UNREAD,
    ],
    [
      "whose conjunction holds an expression",
      [block({ and_statement: { statement: [not(geo("US")), "${var.x}"] } })],
      {},
      UNREAD,
    ],
    [
      "whose disjunction holds what is not understood",
      [block({ or_statement: { statement: [not(geo("US")), not()] } })],
      {},
      UNREAD,
    ],
    [
      "whose statement is in more others than are followed",
      [block(nested(17, geo("US")))],
      {},
      UNREAD,
    ],
    ["whose countries are a variable", [block(not(geo("${var.country}")))], {}, UNREAD],
    [
      "whose country the sender can write",
      [
        block(
          not({
            geo_match_statement: {
              country_codes: ["US"],
              forwarded_ip_config: { header_name: "X-Forwarded-For" },
            },
          }),
        ),
      ],
      {},
      UNREAD,
    ],
    [
      "that blocks by more than the country",
      [block({ and_statement: { statement: [not(geo("US")), PATH] } })],
      {},
      "its rule abroad decides by more than the country",
    ],
    [
      "that blocks unless more than the country is met",
      [block(not({ or_statement: { statement: [geo("US"), PATH] } }))],
      {},
      "its rule abroad decides by more than the country",
    ],
    [
      "that admits a path",
      [allow(PATH), ABROAD],
      {},
      "its rule home decides by more than the country",
    ],
  ])("%s", (_what, rules, body, because) => {
    expect(lines(RULE, behind(rules, body))).toEqual(isUnproven(because));
  });
});

describe("the web ACL of a load balancer", () => {
  const associated = (association: object, more: Resources = {}) =>
    told(RULE, behind([ABROAD], {}, { aws_wafv2_web_acl_association: { a: association } }, more), {
      data: { aws_wafv2_web_acl: { other: { name: "other" } } },
    });

  test.each([
    "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/x/1",
    "${data.aws_wafv2_web_acl.other.arn}",
    "${aws_wafv2_rule_group.g.arn}",
    "${var.acl}",
    null,
  ])("is not in the input where the association names %s", (web_acl_arn) => {
    const group = { aws_wafv2_rule_group: { g: { capacity: 1 } } };
    expect(associated({ web_acl_arn }, group)).toEqual([
      {
        status: "unproven",
        address: "aws_lb.lb",
        path: "/resource/aws_wafv2_web_acl_association/a/web_acl_arn",
        value: "",
        message:
          "Nothing proves that only US can connect to aws_lb.lb: aws_wafv2_web_acl_association.a does not keep other countries out: its web ACL is not in the input.",
        fix: "Give it a rule, before every rule that allows, that blocks what a not_statement of a geo_match_statement with US finds.",
      },
    ]);
  });

  test.each([
    "${aws_lb.other.arn}",
    "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/lb/1",
  ])("is not one that is associated with %s", (resource_arn) => {
    const other = { aws_lb: { other: { internal: true, subnets: [] } } };
    expect(associated({ resource_arn }, other).map(({ status }) => status)).toEqual(["outside"]);
    expect(associated({ resource_arn: ["${aws_lb.lb.arn}"] }, other)).toEqual([]);
  });

  test("is what a finding points at", () => {
    expect(told(RULE, behind([]))).toEqual([
      {
        status: "outside",
        address: "aws_lb.lb",
        path: "/resource/aws_wafv2_web_acl/acl",
        value: "",
        message: isOutside("its default action admits requests of every other country")[0]?.slice(
          "outside aws_lb.lb: ".length,
        ),
        fix: "Give it a rule, before every rule that allows, that blocks what a not_statement of a geo_match_statement with US finds.",
      },
    ]);
  });
});
