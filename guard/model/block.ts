import type { PlaceEvidence } from "../../jurisdiction";
import type { JsonObject } from "../json/json";

/** Which part of a Terraform configuration a block is. */
export type BlockKind =
  | "resource"
  | "data"
  | "provider"
  | "module"
  | "backend"
  | "variable"
  | "output"
  | "locals"
  | "document";

/** A string of a block that names a place. */
export interface EvidenceLeaf {
  /** JSON pointer into the file. */
  readonly pointer: string;
  /** Name of the argument that holds the string; inside a list or map, the nearest named one above. */
  readonly argument: string;
  readonly value: string;
  readonly evidence: PlaceEvidence;
}

/** A string of a block that holds a Terraform expression. */
export interface TemplateLeaf {
  readonly pointer: string;
  readonly argument: string;
  readonly value: string;
}

/** One block of a Terraform configuration: the unit that is placed and that rules speak of. */
export interface Block {
  readonly kind: BlockKind;
  readonly stack: string;
  /** File that holds it, relative to the checked path. */
  readonly file: string;
  /** Terraform address, unique in its stack: `oci_kms_vault.master`, `provider.oci.us-ashburn-1`. */
  readonly address: string;
  /** Resource type, provider local name, backend type, or the block's own kind. */
  readonly type: string;
  readonly name: string;
  /** JSON pointer of the block in its file. */
  readonly pointer: string;
  readonly body: JsonObject;
  readonly constructPath: string | undefined;
  readonly places: readonly EvidenceLeaf[];
  readonly templates: readonly TemplateLeaf[];
}

/** All blocks that Terraform would read as one root module: a stack, with its own state. */
export interface Stack {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Blocks by Terraform address; `var.x` and `local.x` included. */
  readonly byAddress: ReadonlyMap<string, Block>;
}
