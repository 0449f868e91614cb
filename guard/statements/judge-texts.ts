import type { Block, Stack } from "../model/block";
import { NOTHING, type Verdict } from "../rules/rule";
import type { Carrier } from "./oci-carriers";
import { type ListItem, resolverOf, stringsOf } from "./resolve";
import { type SourceText, toSourceTexts, written } from "./source-text";
import type { StatementVerdict } from "./statement-verdict";
import type { SyntaxProblem } from "./tokenize";

/** Judges each statement of `block`'s list `statements`, in each form that its expressions can give it. */
export function judgeTexts(
  block: Block,
  stack: Stack,
  language: "policy" | "quota",
  judge: (source: SourceText, item: ListItem) => readonly StatementVerdict[] | SyntaxProblem,
): readonly Verdict[] {
  const resolve = resolverOf(stack);
  const items = stringsOf(block, "statements", stack);
  // Made when the first is found: an honest estate has none, and very many statements.
  let found: Verdict[] | undefined;
  let carrying: Carrying | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as ListItem;
    const { pointer: path, value, text } = item;
    if (text === undefined) {
      found ??= [];
      found.push({
        status: "unproven",
        path,
        value,
        message: `${subjectOf(index, block)} is not in the file, so that nothing proves what it grants.`,
        fix: "Write the statements out; a name or an OCID in them may be an expression.",
      });
      continue;
    }
    // Several values of one expression often give the same verdict.
    let said: Set<string> | undefined;
    const sources = toSourceTexts(text, resolve);
    for (let variant = 0; variant < sources.length; variant += 1) {
      const source = sources[variant] as SourceText;
      const judged = judge(source, item);
      if (judged === NOTHING) {
        continue;
      }
      const verdicts = isProblem(judged) ? [unreadable(judged, source, language)] : judged;
      for (const { message, carries, ...verdict } of verdicts) {
        if (carries !== undefined) {
          carrying ??= { path, value, carriers: new Set() };
          for (const each of carries) {
            carrying.carriers.add(each);
          }
          continue;
        }
        said ??= new Set();
        if (!said.has(message)) {
          said.add(message);
          found ??= [];
          found.push({
            ...verdict,
            path,
            value,
            message: `${subjectOf(index, block)} ${message}.`,
          });
        }
      }
    }
  }
  if (carrying !== undefined) {
    found ??= [];
    found.push(carryingNote(carrying, block));
  }
  return found ?? NOTHING;
}

/** What statements of one policy admit, and the first of them. */
interface Carrying {
  readonly path: string;
  readonly value: string;
  readonly carriers: Set<Carrier>;
}

function carryingNote({ path, value, carriers }: Carrying, { address }: Block): Verdict {
  const operations = [...carriers]
    .map(({ operation, permissions }) => `${operation} (${permissions.join(", ")})`)
    .sort();
  return {
    status: "note",
    path,
    value,
    message: `${address} admits requests inside that can carry data to another region, which no condition on request.region holds back: ${operations.join(", ")}. A condition on request.permission or request.operation leaves them out, as does a Deny for any-user in the tenancy.`,
    fix: "",
  };
}

function subjectOf(index: number, { address }: Block): string {
  return `Statement ${index + 1} of ${address}`;
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
      : `at character ${written(source, 0, problem.at).length + 1}, after ${JSON.stringify(before)}`;
  return {
    status: "unproven",
    message: `cannot be read: ${where}, ${problem.message}`,
    fix:
      language === "policy"
        ? "Write it as: Allow <subject> to <verb> <resource-type> in <location> where <conditions>."
        : "Write it as: zero|set|unset <family> quota[s] [<name>] [to <number>] in <location> where <condition>.",
  };
}
