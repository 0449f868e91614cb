import type { JsonObject } from "../json/json";

/** One JSON file of Terraform configuration or one plan, parsed, with the stack it belongs to. */
export interface SourceDocument {
  /** Name of the stack; for a single file, the file's name. */
  readonly stack: string;
  /** Path of the file, relative to the path that was checked, with forward slashes. */
  readonly file: string;
  readonly json: JsonObject;
  /**
   * Folder of the file, relative to the path that was checked: what `source = "./x"` starts from.
   * @default module calls of the file are not followed
   */
  readonly folder?: string;
}

/** Something in a stack's folder that Terraform would load and the guard cannot read. */
export interface UnreadDocument {
  readonly stack: string;
  readonly file: string;
  readonly reason: string;
}

/** A folder that a module call names by its path. */
export interface SourceModule {
  readonly documents: readonly SourceDocument[];
  /** What stands in the folder that Terraform would load and the guard cannot read. */
  readonly problem?: string;
}

/** Everything that one run of the guard judges. */
export interface Source {
  readonly documents: readonly SourceDocument[];
  readonly unread: readonly UnreadDocument[];
  /** Called modules by their folder, relative to the path that was checked. */
  readonly modules?: ReadonlyMap<string, SourceModule>;
}
