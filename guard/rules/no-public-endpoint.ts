import type { Block } from "../model/block";
import { AWS_ENDPOINTS } from "../sovereignty/endpoints-aws";
import { OCI_ENDPOINTS } from "../sovereignty/endpoints-oci";
import type { Exposure } from "../sovereignty/exposure";
import { judgeExposure } from "../sovereignty/judge-exposure";
import type { Rule, RuleContext, Verdict } from "./rule";

export const noPublicEndpoint: Rule = {
  id: "no-public-endpoint",
  title: "No service that holds or serves data can be reached from any address.",
  kinds: ["resource"],
  concerns: (type) => exposuresOf(type) !== undefined,
  check(block: Block, context: RuleContext): Iterable<Verdict> {
    return judgeExposure(block, exposuresOf(block.type) ?? [], context);
  },
};

function exposuresOf(type: string): readonly Exposure[] | undefined {
  const table = type.startsWith("oci_") ? OCI_ENDPOINTS : AWS_ENDPOINTS;
  return Object.hasOwn(table, type) ? table[type] : undefined;
}
