import type { Block } from "../model/block";
import {
  judgeQuotaList,
  judgeQuotaStatement,
  judgeTexts,
  type PlacedQuota,
  parseQuotaStatement,
} from "../statements";
import type { Rule, RuleContext, Verdict } from "./rule";

export const ociQuotaInside: Rule = {
  id: "oci-quota-inside",
  title: "No statement of an OCI quota gives capacity outside the allowed regions.",
  kinds: ["resource"],
  concerns: (type) => type === "oci_limits_quota",
  *check(block: Block, context: RuleContext): Iterable<Verdict> {
    const { jurisdiction, stack } = context;
    const parsed: PlacedQuota[] = [];
    yield* judgeTexts(block, stack, "quota", (source, item) => {
      const parse = parseQuotaStatement(source);
      if (!parse.ok) {
        return parse.problem;
      }
      parsed.push({ statement: parse.value, pointer: item.pointer, value: item.value });
      return judgeQuotaStatement(parse.value, jurisdiction);
    });
    for (const { at, status, message, fix } of judgeQuotaList(parsed, jurisdiction)) {
      const said = `${JSON.stringify(at.value)} of ${block.address} ${message}.`;
      yield { status, path: at.pointer, value: at.value, message: said, fix };
    }
  },
};
