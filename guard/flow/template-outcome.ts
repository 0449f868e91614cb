import type { TemplatePart } from "../model/template";
import { evaluate } from "../place/evaluate";
import type { Follower } from "./follower";
import { inferenceProfileOutcome } from "./inference-profile";
import { evidenceOutcome } from "./literal";
import { type Outcome, unproven, worst } from "./outcome";
import type { Trace } from "./trace";

/** Stands for an expression inside the text of a template; no value of Terraform holds it. */
const HOLE = "\u0000";

/**
 * Where text leads that is put together from parts: an ARN, a URL, a bucket with a prefix. Only
 * the part that decides must be known: the region of an ARN, the host of a URL.
 */
export function composedOutcome(
  parts: readonly TemplatePart[],
  trace: Trace,
  follower: Follower,
): Outcome {
  const written = parts.map(asWritten);
  const unknown = unproven(`${written.join("")} is put together when Terraform runs`);
  if (parts.some((part) => part.kind === "directive")) {
    return unknown;
  }
  const expressions: string[] = [];
  let text = "";
  for (const { kind, source } of parts) {
    const value = kind === "text" ? source : onlyValue(source, trace);
    text += value ?? HOLE;
    if (value === undefined) {
      expressions.push(source);
    }
  }
  const at: Piece = (start, end, more) =>
    piece(text, start, end, expressions, { ...trace, ...more }, follower);
  if (expressions.length === 0) {
    return follower.ofText(text, trace);
  }
  return (
    ofProfile(text, trace, follower) ??
    ofAddress(text, at, follower) ??
    ofArn(text, at) ??
    evidenceOutcome(filled(text), follower.jurisdiction) ??
    ofStart(text, at) ??
    ofWhole(text, expressions, trace, follower) ??
    unknown
  );
}

function asWritten({ kind, source }: TemplatePart): string {
  return kind === "text" ? source : `${kind === "directive" ? "%" : "$"}{${source}}`;
}

/** The value of an expression where the file tells it and it is only one. */
function onlyValue(expression: string, { stack, block }: Trace): string | undefined {
  const result = evaluate(`\${${expression}}`, stack, block);
  return result.known && result.values.length === 1 ? result.values[0] : undefined;
}

/** The text with a letter for what is not known, which is no part of any region's name. */
function filled(text: string): string {
  return text.replaceAll(HOLE, "x");
}

type Piece = (start: number, end: number, more?: Partial<Trace>) => Outcome | undefined;

/** The outcome of one piece of the text, where it is all text or one expression. */
function piece(
  text: string,
  start: number,
  end: number,
  expressions: readonly string[],
  trace: Trace,
  follower: Follower,
): Outcome | undefined {
  const part = text.slice(start, end);
  if (part === HOLE) {
    const index = text.slice(0, start).split(HOLE).length - 1;
    return follower.ofExpression(expressions[index] ?? "", trace);
  }
  return part.includes(HOLE) ? undefined : follower.ofText(part, trace);
}

/** A geography in the name of a model is stronger than the region of its ARN. */
function ofProfile(text: string, trace: Trace, follower: Follower): Outcome | undefined {
  const outcome =
    trace.flow === "model"
      ? inferenceProfileOutcome(filled(text), follower.jurisdiction)
      : undefined;
  return outcome?.status === "inside" ? undefined : outcome;
}

function ofArn(text: string, at: Piece): Outcome | undefined {
  if (!text.startsWith("arn:")) {
    return undefined;
  }
  const fields = text.split(":");
  const start = (index: number) => fields.slice(0, index).join(":").length + 1;
  if (fields[2] === "s3" && fields[3] === "") {
    const bucket = (fields[5] ?? "").split("/")[0] ?? "";
    return at(start(5), start(5) + bucket.length, { isBucket: true });
  }
  return fields.length < 6 || fields[3] === ""
    ? undefined
    : at(start(3), start(4) - 1, { flow: "region", isBucket: false });
}

/** An expression with a path, a port or a wildcard behind it: `${aws_s3_bucket.b.arn}/logs`. */
function ofStart(text: string, at: Piece): Outcome | undefined {
  const start = text.startsWith("/") ? 1 : 0;
  return /^\/?\0[/:?#]/.test(text) ? at(start, start + 1) : undefined;
}

/** A URL: its host decides, and of a host that is known in part, the domain at its end. */
function ofAddress(text: string, at: Piece, follower: Follower): Outcome | undefined {
  const scheme = /^(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0];
  if (scheme === undefined) {
    return undefined;
  }
  const host = /^[^/?#]*/.exec(text.slice(scheme.length))?.[0].replace(/:\d*$/, "") ?? "";
  const isBucket = /^s3[an]?:/i.test(scheme);
  return (
    at(scheme.length, scheme.length + host.length, { isBucket, isAddress: !isBucket }) ??
    evidenceOutcome(filled(host), follower.jurisdiction) ??
    unproven("a part of the host is known only when Terraform runs")
  );
}

/** Text that only wraps references, without any letter of its own that could make another place. */
function ofWhole(
  text: string,
  expressions: readonly string[],
  trace: Trace,
  follower: Follower,
): Outcome | undefined {
  if (trace.flow === "region" || !/^[^\p{L}\p{N}]*$/u.test(text.replaceAll(HOLE, ""))) {
    return undefined;
  }
  return worst(expressions.map((source) => follower.ofExpression(source, trace)));
}
