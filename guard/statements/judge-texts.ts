import type { Block, Stack } from "../model/block";
import type { Verdict } from "../rules/rule";
import type { StatementVerdict } from "./judge-oci-policy";
import { type ListItem, resolverOf, stringsOf } from "./resolve";
import { type SourceText, toSourceTexts, written } from "./source-text";
import type { SyntaxProblem } from "./tokenize";

/** Judges each statement of `block`'s list `statements`, in each form that its expressions can give it. */
export function* judgeTexts(
  block: Block,
  stack: Stack,
  language: "policy" | "quota",
  judge: (source: SourceText, item: ListItem) => readonly StatementVerdict[] | SyntaxProblem,
): Iterable<Verdict> {
  const resolve = resolverOf(stack);
  for (const [index, item] of stringsOf(block, "statements", stack).entries()) {
    const { pointer: path, value, text } = item;
    const subject = `Statement ${index + 1} of ${block.address}`;
    if (text === undefined) {
      yield {
        status: "unproven",
        path,
        value,
        message: `${subject} is not in the file, so that nothing proves what it grants.`,
        fix: "Write the statements out; a name or an OCID in them may be an expression.",
      };
      continue;
    }
    // Several values of one expression often give the same verdict.
    const said = new Set<string>();
    for (const source of toSourceTexts(text, resolve)) {
      const judged = judge(source, item);
      const verdicts = isProblem(judged) ? [unreadable(judged, source, language)] : judged;
      for (const { message, ...verdict } of verdicts) {
        if (!said.has(message)) {
          said.add(message);
          yield { ...verdict, path, value, message: `${subject} ${message}.` };
        }
      }
    }
  }
}

function isProblem(judged: readonly StatementVerdict[] | SyntaxProblem): judged is SyntaxProblem {
  return "message" in judged;
}

/** Longest piece of a statement that an error repeats, in characters. */
const MAX_CONTEXT = 40;

function unreadable(
  problem: SyntaxProblem,
  source: SourceText,
  language: "policy" | "quota",
): StatementVerdict {
  const before = written(source, Math.max(0, problem.at - MAX_CONTEXT), problem.at).trim();
  const where =
    before === ""
      ? "at its beginning"
      : `at character ${problem.at + 1}, after ${JSON.stringify(before)}`;
  return {
    status: "unproven",
    message: `cannot be read: ${where}, ${problem.message}`,
    fix:
      language === "policy"
        ? "Write it as: Allow <subject> to <verb> <resource-type> in <location> where <conditions>."
        : "Write it as: zero|set|unset <family> quota[s] [<name>] [to <number>] in <location> where <condition>.",
  };
}
