/**
 * The guard: reads what Terraform would apply, judges it, and reports. Needs no cdktf.
 *
 * @module
 */
export * from "../../../../guard";
