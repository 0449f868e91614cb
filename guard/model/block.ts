import type { PlaceEvidence } from "../../jurisdiction";
import type { Json, JsonObject } from "../json/json";
import type { ArgumentNames } from "./argument-names";
import type { Outline } from "./outline";

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
  /** The string as it is written: where it is an expression, the place stands in what it evaluates to. */
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
  /**
   * Terraform address, unique in its stack: `oci_kms_vault.master`, `provider.oci.us-ashburn-1`,
   * `module.archive.oci_objectstorage_bucket.b`.
   */
  readonly address: string;
  /**
   * Resource type, backend type, or the block's own kind. Of a provider configuration, the provider:
   * `oci`, `aws`, `random` of the namespaces oracle and hashicorp, whatever its local name, or else
   * the whole source address.
   */
  readonly type: string;
  /** Second label; of a provider configuration, its local name with its alias. */
  readonly name: string;
  /** JSON pointer of the block in its file. */
  readonly pointer: string;
  readonly body: JsonObject;
  /**
   * The names of the arguments in `body`: they are at hand where the body itself may not be.
   * @default what `body` says
   */
  readonly argumentNames?: ArgumentNames | undefined;
  readonly constructPath: string | undefined;
  /**
   * Where the construct was made, as cdktf keeps it; `sourceLineOf` reads it.
   * @default it was not kept
   */
  readonly sourceFrame?: string | undefined;
  /**
   * The `provider` argument, where it is a text.
   * @default what `body` says
   */
  readonly providerName?: string | undefined;
  readonly places: readonly EvidenceLeaf[];
  readonly templates: readonly TemplateLeaf[];
  /**
   * What `places` and `templates` say, in short: few blocks need them worked out.
   * @default only `places` and `templates` tell
   */
  readonly outline?: Outline | undefined;
  /** The provider configuration that a plan says it uses, where no `provider` argument does. */
  readonly providerKey?: { readonly name: string; readonly pointer: string };
  /** The block that this one, of an override file, changes. */
  readonly overrides?: Block;
  /**
   * True where a plan names what the block's expressions refer to and keeps the expressions back, as
   * it does for a configuration that is written in HCL.
   */
  readonly isAbridged?: boolean;
}

/** What a variable is set to. */
export interface Input {
  readonly value: Json;
  /** Scope of the expressions in `value`; undefined where it is a literal of a plan. */
  readonly from?: { readonly stack: Stack; readonly block: Block };
}

/** A module call: its blocks, or why they are not in the input. */
export type CalledModule =
  | { readonly stack: Stack; readonly unproven?: string }
  | { readonly stack?: undefined; readonly unproven: string };

/**
 * All blocks that Terraform reads as one module. The root module of a configuration has its own
 * state; a called module is a stack of the same name, with addresses that start with `module.`.
 */
export interface Stack {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Blocks by their address inside this module; `var.x` and `output.x` included. */
  readonly byAddress: ReadonlyMap<string, Block>;
  /** Module that calls this one, and the call; absent for a root module. */
  readonly parent?: Stack;
  readonly call?: Block;
  /** Called modules by label. */
  readonly modules?: ReadonlyMap<string, CalledModule>;
  /** Variables that are set in the input: by the calling module, or in a plan. */
  readonly inputs?: ReadonlyMap<string, Input>;
  /** Source addresses of providers by local name, as `required_providers` gives them. */
  readonly providerSources?: ReadonlyMap<string, string>;
  /** `plan` where the stack was read from `terraform show -json PLAN`. */
  readonly origin?: "plan";
}

/** True where `block` sets the argument `name`, if only to null. */
export function sets(block: Block, name: string): boolean {
  return block.argumentNames?.has(name) ?? Object.hasOwn(block.body, name);
}
