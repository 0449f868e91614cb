/** One argument of a resource type that takes text: the unit of the catalogue. */
export interface Argument {
  /** Resource type: `oci_core_volume`. */
  readonly type: string;
  /** Dotted path from the block's body, without list indices: `block_volume_replicas.availability_domain`. */
  readonly path: string;
}

/** Raised for input that no catalogue can be made from; its message is all that is shown. */
export class CatalogueError extends Error {
  override readonly name = "CatalogueError";
}
