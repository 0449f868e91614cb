import type { Block, TemplateLeaf } from "../model/block";
import { type Provisioner, provisionersOf } from "../sovereignty/provisioners";
import { scriptsFromDisk } from "../sovereignty/startup-scripts";
import { UNTRACKED } from "../sovereignty/untracked";
import { NOTHING, type Rule, type Verdict } from "./rule";

export const noUntrackedCode: Rule = {
  id: "no-untracked-code",
  title: "Nothing runs code or makes resources that the configuration does not show.",
  kinds: ["resource", "data", "document"],
  check(block: Block): readonly Verdict[] {
    const provisioners = provisionersOf(block);
    const untracked = untrackedBy(block);
    const scripts = scriptsFromDisk(block);
    return provisioners.length === 0 && untracked === undefined && scripts.length === 0
      ? NOTHING
      : [
          ...provisioners.map((each) => ofProvisioner(each, block)),
          ...(untracked ?? NOTHING),
          ...scripts.map((each) => ofScript(each, block)),
        ];
  },
};

function ofProvisioner({ name, pointer }: Provisioner, block: Block): Verdict {
  return {
    status: "unproven",
    path: pointer,
    value: name,
    message: `${block.address} runs ${name}: nothing proves what its code does, or where it sends what it sees.`,
    fix: "Say it as a resource, or put it into an image that is built and reviewed elsewhere.",
  };
}

/** A note: nearly every honest instance starts so, and its image shows no more than its script. */
function ofScript({ pointer, value }: TemplateLeaf, block: Block): Verdict {
  return {
    status: "note",
    path: pointer,
    value,
    message: `${block.address} starts with a script that Terraform reads from the disk, so that nothing here tells what it names: check the plan, which holds its text.`,
    fix: "",
  };
}

function untrackedBy(block: Block): readonly Verdict[] | undefined {
  const why = Object.hasOwn(UNTRACKED, block.type) ? UNTRACKED[block.type] : undefined;
  // Of a plan, what is no resource is an action that it invokes.
  const kind = block.kind === "document" ? "data" : block.kind;
  return why === undefined || !(why.kind === "both" || why.kind === kind)
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
