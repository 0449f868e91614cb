import { isObject, type Json, own } from "../json/json";
import { appendToken } from "../json/pointer";
import type { Block } from "../model/block";
import {
  type AwsStatement,
  awsResolver,
  blocksIn,
  documentArguments,
  fromStatementBlock,
  isEndpointDocument,
  isEndpointType,
  judgeAwsStatement,
  ownAccounts,
  POLICY_DOCUMENT,
  type Resolve,
  readAwsDocument,
  resolveValue,
  show,
} from "../statements";
import { checkSettings } from "./organization-settings";
import type { Rule, RuleContext, Verdict } from "./rule";

export const awsPolicyInside: Rule = {
  id: "aws-policy-inside",
  title: "No statement of an AWS policy allows anything outside the allowed regions, or anybody.",
  kinds: ["resource", "data"],
  concerns: (type) => type === POLICY_DOCUMENT || documentArguments(type).length > 0,
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const resolve = awsResolver(context.stack, context.placeOf);
    if (block.type === POLICY_DOCUMENT) {
      if (block.kind === "data") {
        yield* checkDocumentBlock(block, context, resolve);
      }
    } else if (block.kind === "resource") {
      for (const path of documentArguments(block.type)) {
        for (const { value, pointer } of argumentsAt(block, path)) {
          yield* checkDocument(value, pointer, block, context, resolve);
        }
      }
    }
  },
};

interface Argument {
  readonly value: Json;
  readonly pointer: string;
}

/** The values at `path`, through nested blocks, of which there may be several. */
function argumentsAt(block: Block, path: string): readonly Argument[] {
  let found: readonly Argument[] = [{ value: block.body, pointer: block.pointer }];
  const names = path.split(".");
  for (const [depth, name] of names.entries()) {
    const last = depth === names.length - 1;
    found = found.flatMap(({ value, pointer }) => {
      const inner = isObject(value) ? own(value, name) : undefined;
      if (inner === undefined || inner === null || inner === "") {
        return [];
      }
      const at = appendToken(pointer, name);
      return last ? [{ value: inner, pointer: at }] : blocksIn(inner, at);
    });
  }
  return found;
}

function* checkDocument(
  value: Json,
  pointer: string,
  block: Block,
  context: RuleContext,
  resolve: Resolve,
): Iterable<Verdict> {
  const document = readAwsDocument(value, context.stack, resolve);
  const argument = pointer.slice(pointer.lastIndexOf("/") + 1);
  const settings = checkSettings(value, pointer, block, context);
  if (settings !== undefined) {
    yield* settings;
    return;
  }
  if (document.kind === "unread") {
    yield {
      status: "unproven",
      path: pointer,
      value: show(value),
      message: `Nothing proves what ${argument} of ${block.address} allows: ${document.reason}.`,
      fix: "Write the document out as JSON, with jsonencode of a literal, or as a data source aws_iam_policy_document.",
    };
  } else if (document.kind === "statements") {
    const found = document.statements.map((statement, index) => ({
      statement,
      path: pointer,
      value: show(value),
      subject: `Statement ${index + 1} of ${argument} of ${block.address}`,
    }));
    yield* judge(found, document.statements, block, context);
  }
}

function* checkDocumentBlock(
  block: Block,
  context: RuleContext,
  resolve: Resolve,
): Iterable<Verdict> {
  const at = appendToken(block.pointer, "statement");
  const found: FoundStatement[] = [];
  for (const [index, item] of blocksIn(own(block.body, "statement"), at).entries()) {
    const subject = `Statement ${index + 1} of ${block.address}`;
    const value = show(item.value);
    const statement = isObject(item.value)
      ? fromStatementBlock(item.value, context.stack, resolve)
      : undefined;
    if (statement === undefined) {
      yield notWritten(subject, item.pointer, value);
    } else {
      found.push({ statement, path: item.pointer, value, subject });
    }
  }
  // A document that overrides this one can take a denial out of it.
  const final = OVERRIDES.every((name) => own(block.body, name) === undefined);
  const denials = final ? found.map(({ statement }) => statement) : [];
  yield* judge(found, denials, block, context);
  const dynamic = own(block.body, "dynamic");
  if (isObject(dynamic) && own(dynamic, "statement") !== undefined) {
    const pointer = appendToken(appendToken(block.pointer, "dynamic"), "statement");
    yield notWritten(`A statement of ${block.address}`, pointer, show(own(dynamic, "statement")));
  }
  for (const name of [...SOURCES, ...OVERRIDES]) {
    const source = own(block.body, name);
    if (source !== undefined && source !== null) {
      const pointer = appendToken(block.pointer, name);
      const list = resolveValue(source, context.stack);
      for (const item of Array.isArray(list) ? (list as readonly Json[]) : [list]) {
        yield* checkDocument(item, pointer, block, context, resolve);
      }
    }
  }
}

/** Arguments of the data source that bring in whole documents. */
const SOURCES = ["source_policy_documents", "source_json"];
const OVERRIDES = ["override_policy_documents", "override_json"];

function notWritten(subject: string, path: string, value: string): Verdict {
  return {
    status: "unproven",
    path,
    value,
    message: `${subject} is not in the file, so that nothing proves what it allows.`,
    fix: "Write the statements out as blocks.",
  };
}

/** A statement with what a finding says of it. */
interface FoundStatement {
  readonly statement: AwsStatement;
  readonly path: string;
  readonly value: string;
  readonly subject: string;
}

function* judge(
  found: readonly FoundStatement[],
  document: readonly AwsStatement[],
  block: Block,
  context: RuleContext,
): Iterable<Verdict> {
  const { jurisdiction, stack, stacks } = context;
  const surroundings = {
    jurisdiction,
    stack,
    accounts: ownAccounts(stacks),
    ofEndpoint: isEndpointType(block.type) || isEndpointDocument(block, stack),
    document,
  };
  for (const { statement, path, value, subject } of found) {
    const said = new Set<string>();
    for (const { message, ...verdict } of judgeAwsStatement(statement, surroundings)) {
      if (!said.has(message)) {
        said.add(message);
        yield { ...verdict, path, value, message: `${subject} ${message}.` };
      }
    }
  }
}
