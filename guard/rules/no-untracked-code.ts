import type { Block } from "../model/block";
import { type Provisioner, provisionersOf } from "../sovereignty/provisioners";
import { UNTRACKED } from "../sovereignty/untracked";
import type { Rule, Verdict } from "./rule";

export const noUntrackedCode: Rule = {
  id: "no-untracked-code",
  title: "Nothing runs code or makes resources that the configuration does not show.",
  kinds: ["resource", "data", "document"],
  check(block: Block): readonly Verdict[] {
    const provisioners = provisionersOf(block);
    const untracked = untrackedBy(block);
    return provisioners.length === 0 && untracked === undefined
      ? NONE
      : [...provisioners.map((each) => ofProvisioner(each, block)), ...(untracked ?? NONE)];
  },
};

const NONE: readonly Verdict[] = [];

function ofProvisioner({ name, pointer }: Provisioner, block: Block): Verdict {
  return {
    status: "unproven",
    path: pointer,
    value: name,
    message: `${block.address} runs ${name}: nothing proves what its code does, or where it sends what it sees.`,
    fix: "Say it as a resource, or put it into an image that is built and reviewed elsewhere.",
  };
}

function untrackedBy(block: Block): readonly Verdict[] | undefined {
  const why = Object.hasOwn(UNTRACKED, block.type) ? UNTRACKED[block.type] : undefined;
  return why === undefined || !(why.kind === "both" || why.kind === block.kind)
    ? undefined
    : [
        {
          status: "unproven",
          path: block.pointer,
          value: block.type,
          message: `${block.address} ${why.says}, which the configuration does not show.`,
          fix: why.fix,
        },
      ];
}
