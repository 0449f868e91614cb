import type { JsonObject } from "../json/json";

/** One JSON file of Terraform configuration, parsed, with the stack it belongs to. */
export interface SourceDocument {
  /** Name of the stack; for a single file, the file's name. */
  readonly stack: string;
  /** Path of the file, relative to the path that was checked, with forward slashes. */
  readonly file: string;
  readonly json: JsonObject;
}

/** Something in a stack's folder that Terraform would load and the guard cannot read. */
export interface UnreadDocument {
  readonly stack: string;
  readonly file: string;
  readonly reason: string;
}

/** Everything that one run of the guard judges. */
export interface Source {
  readonly documents: readonly SourceDocument[];
  readonly unread: readonly UnreadDocument[];
}
