import type { Block, TemplateLeaf } from "../model/block";

/** Arguments that hold what an instance runs when it starts; of cloudinit_config, a part of that. */
const STARTUP = new Set(["user_data", "user_data_base64", "cloud_init"]);

const CLOUD_INIT = "cloudinit_config";

/** Functions and data sources that bring in the text of a file. */
const READS_FILE =
  /(?<![\w.])(?:file|filebase64|templatefile)\(|(?<![\w.])data\.local_(?:sensitive_)?file\./;

const NONE: readonly TemplateLeaf[] = [];

/** Start-up scripts of `block` that Terraform reads from the disk. */
export function scriptsFromDisk(block: Block): readonly TemplateLeaf[] {
  if (block.kind === "document" || !mayStart(block)) {
    return NONE;
  }
  return block.templates.filter(
    ({ argument, value }) => isStartup(argument, block) && READS_FILE.test(value),
  );
}

/** Most blocks have an outline, and few of those hold a script. */
function mayStart(block: Block): boolean {
  const { outline } = block;
  if (outline === undefined) {
    return block.templates.length > 0;
  }
  for (const argument of outline.templateArguments) {
    if (isStartup(argument, block)) {
      return true;
    }
  }
  return false;
}

function isStartup(argument: string, { type }: Block): boolean {
  return STARTUP.has(argument) || (argument === "content" && type === CLOUD_INIT);
}
