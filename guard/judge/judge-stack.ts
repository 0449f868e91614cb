import type { Block, BlockKind } from "../model/block";
import type { Finding, Note } from "../result";
import { RULES } from "../rules/registry";
import { NOTHING, type Rule, type RuleContext, type Verdict } from "../rules/rule";
import { toFinding, toNote } from "./findings";

/** Held here: an import is looked up again at every use, which costs more than what it does. */
const SILENT = NOTHING;

/** What every rule says of every block of a stack, and of the stack as a whole. */
export function judgeStack(
  context: RuleContext,
  dispatch: Dispatch,
  findings: Finding[],
  notes: Note[],
): void {
  const record = (rule: Rule, verdict: Verdict, block: Block): void => {
    if (verdict.status === "note") {
      notes.push(toNote(rule, verdict, block));
    } else {
      findings.push(toFinding(rule, verdict, block));
    }
  };
  const { blocks } = context.stack;
  // Counted loops where every rule meets every block: an iterator each would be most of the work.
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const rules = dispatch.rulesFor(block);
    for (let index = 0; index < rules.length; index += 1) {
      const rule = rules[index] as Rule;
      const verdicts = rule.check?.(block, context) ?? SILENT;
      if (verdicts !== SILENT) {
        for (const verdict of verdicts) {
          record(rule, verdict, block);
        }
      }
    }
  }
  for (const rule of RULES) {
    for (const verdict of rule.checkStack?.(context) ?? NOTHING) {
      record(rule, verdict, verdict.block);
    }
  }
}

/** Knows which rules look at a block, asking each rule once about each type. */
export class Dispatch {
  private readonly byKind = new Map<BlockKind, Map<string, readonly Rule[]>>();
  private lastKind: BlockKind | undefined;
  private lastType = "";
  private last: readonly Rule[] = NOTHING;

  constructor(private readonly rules: readonly Rule[]) {}

  rulesFor({ kind, type }: Block): readonly Rule[] {
    // Blocks of one type stand together.
    if (kind !== this.lastKind || type !== this.lastType) {
      this.lastKind = kind;
      this.lastType = type;
      this.last = this.lookUp(kind, type);
    }
    return this.last;
  }

  private lookUp(kind: BlockKind, type: string): readonly Rule[] {
    let byType = this.byKind.get(kind);
    if (byType === undefined) {
      byType = new Map();
      this.byKind.set(kind, byType);
    }
    let concerned = byType.get(type);
    if (concerned === undefined) {
      concerned = this.rules.filter(
        (rule) =>
          rule.check !== undefined && rule.kinds.includes(kind) && (rule.concerns?.(type) ?? true),
      );
      byType.set(type, concerned);
    }
    return concerned;
  }
}
