/**
 * Constructs of AWS, and of the way from there.
 *
 * @module
 */
export * from "../../../../constructs/amazon";
