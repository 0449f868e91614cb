import type { Block } from "../model/block";
import { sourceLineOf } from "../model/source-line";
import type { Source } from "../read/source";
import type { Finding, Note } from "../result";
import { fileRead } from "../rules/file-read";
import type { Rule, Verdict } from "../rules/rule";

/** Longest value that a finding repeats, in characters. */
const MAX_VALUE = 200;

export function toFinding(rule: Rule, verdict: Verdict, block: Block): Finding {
  const source = sourceLineOf(block);
  return {
    rule: rule.id,
    status: verdict.status === "outside" ? "outside" : "unproven",
    stack: block.stack,
    file: block.file,
    address: block.address,
    ...(block.constructPath === undefined ? {} : { constructPath: block.constructPath }),
    ...(source === undefined ? {} : { source }),
    path: verdict.path,
    value: cut(verdict.value),
    region: verdict.region ?? null,
    message: verdict.message,
    fix: verdict.fix,
  };
}

export function toNote(rule: Rule, verdict: Verdict, block: Block): Note {
  return {
    rule: rule.id,
    stack: block.stack,
    file: block.file,
    address: block.address,
    path: verdict.path,
    message: verdict.message,
  };
}

export function unreadFinding(unread: Source["unread"][number]): Finding {
  return {
    rule: fileRead.id,
    status: "unproven",
    stack: unread.stack,
    file: unread.file,
    address: unread.file,
    path: "",
    value: unread.file,
    region: null,
    message: `${unread.file} is ${unread.reason}; what it says is not proven.`,
    fix: "Remove it, or put what it says into the constructs.",
  };
}

export function cut(value: string): string {
  return value.length <= MAX_VALUE ? value : `${value.slice(0, MAX_VALUE - 1)}…`;
}
