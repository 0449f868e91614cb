import { readdirSync } from "node:fs";
import { unreadable } from "./read-json";

/** What Terraform loads of a folder by itself, each sorted by name. */
export interface TerraformFiles {
  /** Terraform JSON. */
  readonly configuration: readonly string[];
  /** HCL, and what only OpenTofu reads. */
  readonly hcl: readonly string[];
  readonly variables: readonly string[];
}

const HCL = /\.(?:tf|tofu|tofu\.json)$/;
const VARIABLES = /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/;

/** Names that Terraform skips: hidden files and those that editors leave behind. */
const IGNORED = /^\.|~$|^#.*#$/;

/** @throws UnreadableInputError when the folder cannot be listed */
export function filesOf(folder: string): TerraformFiles {
  const names = list(folder).filter((name) => !IGNORED.test(name));
  return {
    configuration: names.filter((name) => name.endsWith(".tf.json")),
    hcl: names.filter((name) => HCL.test(name)),
    variables: names.filter((name) => VARIABLES.test(name)),
  };
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw unreadable(folder, error);
  }
}
